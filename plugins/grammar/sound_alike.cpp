#include "sound_alike.h"

#include <algorithm>
#include <array>

namespace relis::grammar {
namespace {

constexpr std::array<std::string_view, 17> closed_e{"é",   "ée",    "és",  "ées",  "er", "ers", "ez", "ai", "ais",
                                                    "ait", "aient", "aie", "aies", "et", "ets", "ès", "ê"};
constexpr std::array<std::string_view, 12> silent{"", "e", "t", "s", "es", "ent", "ts", "x", "d", "ds", "p", "z"};

bool is_consonant(char c) {
    return std::string_view("bcdfghjklmnpqrstvwxz").find(c) != std::string_view::npos;
}

bool drop_end(std::string& text, std::string_view ending) {
    if (text.size() < ending.size() + 2 || !text.ends_with(ending)) return false;
    text.resize(text.size() - ending.size());
    return true;
}

/// î, û, â, ô without their circumflex, which is not heard; ê is heard like è.
std::string without_circumflex(std::string_view form) {
    std::string result;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] != '\xC3' || i + 1 >= form.size()) {
            result.push_back(form[i]);
            continue;
        }
        const char mark = form[++i];
        switch (mark) {
            case '\xA2':
                result.push_back('a');
                break;
            case '\xAE':
                result.push_back('i');
                break;
            case '\xB4':
                result.push_back('o');
                break;
            case '\xBB':
                result.push_back('u');
                break;
            default:
                result.push_back('\xC3');
                result.push_back(mark == '\xAA' ? '\xA8' : mark);
        }
    }
    return result;
}

/// Letters of the ending that are not heard, away; what is left ends as it is heard.
void add_variants(std::vector<std::string>& bases, std::string_view form) {
    const auto add = [&](std::string base) {
        if (base.size() > 1 && std::find(bases.begin(), bases.end(), base) == bases.end())
            bases.push_back(std::move(base));
    };
    add(std::string(form));
    for (const std::string_view ending : silent) {
        std::string base(form);
        if (!ending.empty() && drop_end(base, ending)) add(std::move(base));
    }
    for (const std::string_view ending : closed_e) {
        std::string base(form);
        if (drop_end(base, ending)) add(std::move(base));
    }
    const std::vector<std::string> plain = bases;
    for (const std::string& base : plain) {
        const std::size_t n = base.size();
        if (n > 3 && is_consonant(base[n - 1]) && base[n - 1] == base[n - 2]) add(base.substr(0, n - 1));
        if (is_consonant(base.back())) add(base + base.back());
        if (base.ends_with("il")) add(base + "l");
        if (base.ends_with("qu")) add(base.substr(0, n - 2) + "c");
        if (base.ends_with("c")) add(base.substr(0, n - 1) + "qu");
    }
}

/// The form with the circumflex of one vowel put or taken away: plait, plaît.
std::vector<std::string> circumflex_variants(const std::string& form) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> pairs{
        {{"a", "â"}, {"i", "î"}, {"o", "ô"}, {"u", "û"}, {"è", "ê"}}};
    std::vector<std::string> result;
    for (const auto& [plain, marked] : pairs) {
        for (std::size_t at = form.find(plain); at != std::string::npos; at = form.find(plain, at + plain.size())) {
            result.push_back(std::string(form).replace(at, plain.size(), marked));
        }
        for (std::size_t at = form.find(marked); at != std::string::npos; at = form.find(marked, at + marked.size())) {
            result.push_back(std::string(form).replace(at, marked.size(), plain));
        }
    }
    return result;
}

bool is_plural_verb(const language::Lexicon& lexicon, language::FormId id) {
    for (const language::Analysis& analysis : lexicon.analyses(id)) {
        if ((analysis.features.persons & language::person::third_plural) != 0) return true;
    }
    return false;
}

}  // namespace

std::string heard(std::string_view form, bool plural_verb) {
    std::string key = without_circumflex(form);
    bool sounded = false;  // the last consonant is heard because a mute e followed it
    if (plural_verb && (key.ends_with("aient") || !drop_end(key, "ent"))) {
        plural_verb = false;
    } else if (plural_verb) {
        sounded = true;
    }
    if (!plural_verb) {
        for (const std::string_view ending : closed_e) {
            if (ending != "ês" && drop_end(key, ending)) return key + "E";
        }
        if (key.size() > 2 && (key.back() == 's' || key.back() == 'x' || key.back() == 'z')) key.pop_back();
        if (key.size() > 2 && key.back() == 'e') {
            key.pop_back();
            sounded = true;
        }
    }
    if (!sounded) {
        while (key.size() > 2 && (key.back() == 't' || key.back() == 'd' || key.back() == 'p') &&
               !key.ends_with("ct") && !key.ends_with("pt") && !key.ends_with("st")) {
            key.pop_back();
        }
        if (key.ends_with("n") || key.ends_with("m")) key.push_back('~');  // nasal
    }
    if (key.ends_with("ill") && key.size() > 3) key.pop_back();
    if (key.ends_with("qu")) key.replace(key.size() - 2, 2, "c");
    if (key.size() > 2 && is_consonant(key.back()) && key[key.size() - 2] == key.back()) key.pop_back();
    if (key.ends_with("en~")) key.replace(key.size() - 3, 3, key.ends_with("ien~") ? "en~" : "an~");
    return key;
}

std::vector<SoundAlike> sound_alikes(const language::Lexicon& lexicon, std::string_view form) {
    std::vector<std::string> bases;
    add_variants(bases, form);
    for (const std::string& variant : circumflex_variants(std::string(form))) add_variants(bases, variant);
    std::string swapped(form);  // important, importent
    for (const auto& [from, to] : {std::pair{"ent", "ant"}, {"ant", "ent"}, {"ents", "ants"}, {"ants", "ents"}}) {
        if (!form.ends_with(from)) continue;
        swapped = std::string(form.substr(0, form.size() - std::string_view(from).size())) + to;
        add_variants(bases, swapped);
        break;
    }
    const std::string one = heard(form);
    const auto written = lexicon.find(form);
    const std::string other = heard(form, written && is_plural_verb(lexicon, *written));
    std::vector<SoundAlike> result;
    const auto try_form = [&](const std::string& candidate) {
        if (candidate == form) return;
        const auto id = lexicon.find(candidate);
        if (!id) return;
        const std::string key = heard(candidate);
        bool alike = key == one || key == other;
        if (!alike && candidate.ends_with("ent") && is_plural_verb(lexicon, *id)) alike = heard(candidate, true) == one;
        if (!alike || std::any_of(result.begin(), result.end(), [&](const SoundAlike& s) { return s.id == *id; }))
            return;
        result.push_back({candidate, *id, (lexicon.flags(*id) & language::form_flag::common) != 0});
    };
    for (const std::string& base : bases) {
        for (const std::string_view ending : silent) try_form(base + std::string(ending));
        for (const std::string_view ending : closed_e) try_form(base + std::string(ending));
    }
    const auto prefix = [&](const std::string& candidate) {
        return std::mismatch(candidate.begin(), candidate.end(), form.begin(), form.end()).first - candidate.begin();
    };
    std::stable_sort(result.begin(), result.end(), [&](const SoundAlike& a, const SoundAlike& b) {
        if (a.common != b.common) return a.common;
        if (prefix(a.form) != prefix(b.form)) return prefix(a.form) > prefix(b.form);
        return a.form.ends_with("e") == form.ends_with("e") && b.form.ends_with("e") != form.ends_with("e");
    });
    return result;
}

}  // namespace relis::grammar
