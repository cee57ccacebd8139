#include "affixes.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "language/utf8.h"

namespace relis::dictionaries {
namespace {

using language::to_code_points;

constexpr std::string_view words_of_no_effect[] = {"SET",       "WORDCHARS", "TRY",   "MAP",   "REP",
                                                   "KEY",       "ICONV",     "OCONV", "BREAK", "FLAG",
                                                   "FULLSTRIP", "CIRCUMFIX", "LANG"};

std::vector<std::string> split_words(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

std::vector<std::u32string> parse_condition(const std::string& text) {
    std::vector<std::u32string> places;
    if (text == ".") return places;
    const std::u32string letters = to_code_points(text);
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i] != U'[') {
            places.emplace_back(1, letters[i]);
            continue;
        }
        const std::size_t close = letters.find(U']', i);
        if (close == std::u32string::npos) throw std::runtime_error("condition without ]: " + text);
        places.push_back(letters.substr(i + 1, close - i - 1));
        i = close;
    }
    return places;
}

bool matches(const std::u32string& place, char32_t letter) {
    if (place == U".") return true;
    if (place.size() > 1 && place.front() == U'^') return place.find(letter, 1) == std::u32string::npos;
    return place.find(letter) != std::u32string::npos;
}

bool applies(const Affix& affix, const std::u32string& word, bool prefix) {
    const std::size_t places = affix.condition.size();
    if (word.size() < places || word.size() < affix.strip.size()) return false;
    const std::size_t first = prefix ? 0 : word.size() - places;
    for (std::size_t i = 0; i < places; ++i) {
        if (!matches(affix.condition[i], word[first + i])) return false;
    }
    return prefix ? word.starts_with(affix.strip) : word.ends_with(affix.strip);
}

std::u32string apply(const Affix& affix, const std::u32string& word, bool prefix) {
    if (prefix) return affix.add + word.substr(affix.strip.size());
    return word.substr(0, word.size() - affix.strip.size()) + affix.add;
}

bool contains(const std::vector<std::string>& flags, std::string_view flag) {
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

void add_fields(std::vector<std::string>& fields, const std::vector<std::string>& more) {
    fields.insert(fields.end(), more.begin(), more.end());
}

Affix parse_affix(const std::vector<std::string>& words) {
    Affix affix;
    if (words[2] != "0") affix.strip = to_code_points(words[2]);
    const std::size_t slash = words[3].find('/');
    const std::string add = words[3].substr(0, slash);
    if (add != "0") affix.add = to_code_points(add);
    if (slash != std::string::npos) affix.flags = Affixes::split_flags(std::string_view(words[3]).substr(slash + 1));
    affix.condition = parse_condition(words.size() > 4 ? words[4] : ".");
    affix.fields.assign(words.begin() + std::min<std::ptrdiff_t>(5, static_cast<std::ptrdiff_t>(words.size())),
                        words.end());
    return affix;
}

}  // namespace

bool Entry::has_flag(std::string_view flag) const {
    return contains(flags, flag);
}

std::vector<std::string> Affixes::split_flags(std::string_view flags) {
    if (flags.size() % 2 != 0) throw std::runtime_error("flags come in pairs of characters: " + std::string(flags));
    std::vector<std::string> result;
    for (std::size_t i = 0; i < flags.size(); i += 2) result.emplace_back(flags.substr(i, 2));
    return result;
}

Affixes::Affixes(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        const std::vector<std::string> words = split_words(line);
        if (words.empty() || words[0].starts_with('#')) continue;
        const std::string& key = words[0];
        const auto fail = [&](const std::string& what) {
            return std::runtime_error(file.string() + ":" + std::to_string(number) + ": " + what);
        };
        if ((key == "PFX" || key == "SFX") && words.size() >= 4) {
            AffixClass& affix_class = classes_[words[1]];
            affix_class.prefix = key == "PFX";
            // The first line of a class is its header: PFX flag Y|N count.
            if (words.size() == 4 && (words[2] == "Y" || words[2] == "N") && affix_class.affixes.empty()) continue;
            Affix affix = parse_affix(words);
            const bool elides = affix_class.prefix && affix.add.find(U'\'') != std::u32string::npos;
            if (!elides) affix_class.affixes.push_back(std::move(affix));
        } else if (key == "FLAG") {
            if (words.size() < 2 || words[1] != "long") throw fail("only FLAG long is understood");
        } else if (key == "NEEDAFFIX") {
            need_affix_ = words.at(1);
        } else if (key == "FORBIDDENWORD") {
            forbidden_ = words.at(1);
        } else if (key == "KEEPCASE") {
            keep_case_ = words.at(1);
        } else if (key == "NOSUGGEST") {
            no_suggest_ = words.at(1);
        } else if (std::find(std::begin(words_of_no_effect), std::end(words_of_no_effect), key) ==
                   std::end(words_of_no_effect)) {
            throw fail("the expander does not know " + key);
        }
    }
}

const AffixClass* Affixes::find(const std::string& flag) const {
    const auto found = classes_.find(flag);
    return found == classes_.end() ? nullptr : &found->second;
}

std::vector<Inflected> Affixes::inflect(const Entry& entry) const {
    std::vector<Inflected> result;
    if (entry.has_flag(forbidden_)) return result;
    if (!entry.has_flag(need_affix_)) result.push_back({entry.word, {}});
    // One affix, then perhaps one of the other side from its continuation classes or from the entry's own.
    for (const std::string& flag : entry.flags) {
        const AffixClass* first = find(flag);
        if (first == nullptr) continue;
        for (const Affix& affix : first->affixes) {
            if (!applies(affix, entry.word, first->prefix)) continue;
            const std::u32string form = apply(affix, entry.word, first->prefix);
            if (!contains(affix.flags, need_affix_)) result.push_back({form, affix.fields});
            std::vector<std::string> next = affix.flags;
            if (!first->prefix) {
                for (const std::string& own : entry.flags) {
                    const AffixClass* other = find(own);
                    if (other != nullptr && other->prefix) next.push_back(own);
                }
            }
            for (const std::string& continuation : next) {
                const AffixClass* second = find(continuation);
                if (second == nullptr || second->prefix == first->prefix) continue;
                for (const Affix& outer : second->affixes) {
                    if (!applies(outer, form, second->prefix)) continue;
                    Inflected inflected{apply(outer, form, second->prefix), affix.fields};
                    add_fields(inflected.fields, outer.fields);
                    result.push_back(std::move(inflected));
                }
            }
        }
    }
    return result;
}

std::vector<Entry> read_dictionary(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::vector<Entry> entries;
    std::string line;
    std::getline(in, line);  // the number of entries
    for (std::size_t number = 2; std::getline(in, line); ++number) {
        const std::vector<std::string> words = split_words(line);
        if (words.empty()) continue;
        // A few entries hold spaces (bric à brac); the fields begin at the first word with a colon in its third place.
        std::size_t fields = 0;
        while (fields < words.size() && !(words[fields].size() > 3 && words[fields][2] == ':')) ++fields;
        std::string head = words[0];
        for (std::size_t i = 1; i < fields; ++i) head += " " + words[i];
        Entry entry;
        const std::size_t slash = head.find('/', 1);
        try {
            entry.word = to_code_points(head.substr(0, slash));
            if (slash != std::string::npos)
                entry.flags = Affixes::split_flags(std::string_view(head).substr(slash + 1));
        } catch (const std::runtime_error& error) {
            throw std::runtime_error(file.string() + ":" + std::to_string(number) + ": " + error.what());
        }
        entry.fields.assign(words.begin() + static_cast<std::ptrdiff_t>(fields), words.end());
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace relis::dictionaries
