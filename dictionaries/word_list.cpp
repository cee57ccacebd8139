#include "word_list.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "language/utf8.h"

namespace relis::dictionaries {
namespace {

using language::to_code_points;

std::string trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(trim(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return parts;
}

/// A line's options: plural=, feminine=, like=, invariable; lemma= of a form.
using Options = std::map<std::string, std::string, std::less<>>;

Options read_options(const std::vector<std::string>& parts) {
    Options options;
    for (std::size_t i = 2; i < parts.size(); ++i) {
        const std::size_t equals = parts[i].find('=');
        const std::string name = trim(std::string_view(parts[i]).substr(0, equals));
        constexpr std::array known{"plural", "feminine", "feminine-plural", "like", "invariable", "fields", "lemma"};
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            throw std::runtime_error("unknown option " + name);
        }
        options[name] = equals == std::string::npos ? "" : trim(std::string_view(parts[i]).substr(equals + 1));
    }
    return options;
}

std::string option(const Options& options, std::string_view name, std::string_view otherwise) {
    const auto found = options.find(name);
    return found == options.end() ? std::string(otherwise) : found->second;
}

std::string plural_of(const std::string& word) {
    const char last = word.back();
    if (last == 's' || last == 'x' || last == 'z') return word;
    if (word.ends_with("eau") || word.ends_with("eu")) return word + "x";
    if (word.ends_with("al")) return word.substr(0, word.size() - 1) + "ux";
    return word + "s";
}

std::string feminine_of(const std::string& word) {
    const auto replaced = [&](std::size_t letters, const char* end) {
        return word.substr(0, word.size() - letters) + end;
    };
    if (word.ends_with("eur") || word.ends_with("eux")) return replaced(1, "se");
    if (word.ends_with("er")) return replaced(2, "ère");
    if (word.ends_with("if")) return replaced(1, "ve");
    if (word.ends_with("en") || word.ends_with("el")) return word + word.back() + "e";
    if (word.ends_with('e')) return word;
    return word + "e";
}

void add_number_pair(OwnWord& word, const std::string& singular, const std::string& plural, const char* gender) {
    if (singular == plural) {
        word.forms.push_back({to_code_points(singular), {gender, "is:inv"}});
        return;
    }
    word.forms.push_back({to_code_points(singular), {gender, "is:sg"}});
    word.forms.push_back({to_code_points(plural), {gender, "is:pl"}});
}

void add_nominal(OwnWord& word, const std::string& text, const std::string& genders, const Options& options) {
    const bool invariable = options.contains("invariable");
    const std::string plural = invariable ? text : option(options, "plural", plural_of(text));
    if (genders == "mf") {
        const std::string feminine = option(options, "feminine", invariable ? text : feminine_of(text));
        const std::string plural_default = invariable ? feminine : plural_of(feminine);
        if (feminine == text) {
            add_number_pair(word, text, plural, "is:epi");
        } else {
            add_number_pair(word, text, plural, "is:mas");
            add_number_pair(word, feminine, option(options, "feminine-plural", plural_default), "is:fem");
        }
    } else {
        add_number_pair(word, text, plural, genders == "m" ? "is:mas" : "is:fem");
    }
}

OwnWord read_line(const std::vector<std::string>& parts, const Affixes& affixes, const VerbModels& models) {
    if (parts.size() < 2 || parts[0].empty()) throw std::runtime_error("expected: word | class | options");
    const std::string& text = parts[0];
    const std::string& name = parts[1];
    const Options options = read_options(parts);
    OwnWord word;
    word.entry.word = to_code_points(text);
    if (name == "noun m" || name == "noun f" || name == "noun mf") {
        word.entry.fields = {"po:nom"};
        add_nominal(word, text, name.substr(5), options);
    } else if (name == "adj") {
        word.entry.fields = {"po:adj"};
        add_nominal(word, text, "mf", options);
    } else if (name == "people") {
        word.entry.fields = {"po:nom", "po:adj"};
        add_nominal(word, text, "mf", options);
    } else if (name == "form") {
        // Adds one analysis to what the dictionary says of a form.
        std::istringstream fields(option(options, "fields", ""));
        for (std::string field; fields >> field;) word.entry.fields.push_back(field);
        if (word.entry.fields.empty()) throw std::runtime_error("fields= is missing");
        word.entry.fields.push_back("st:" + option(options, "lemma", text));
        word.forms.push_back({word.entry.word, {}});
        word.completes_dictionary = true;
    } else if (name == "verb") {
        const auto model = models.find(option(options, "like", ""));
        if (model == models.end())
            throw std::runtime_error("no verb to conjugate like: " + option(options, "like", "?"));
        word.entry.flags = model->second.flags;
        word.entry.fields = model->second.fields;
        word.forms = affixes.inflect(word.entry);
        if (word.forms.size() < 20) throw std::runtime_error("the model verb's endings do not fit");
    } else if (name == "adv" || name == "interj") {
        word.entry.fields = {"po:" + name};
        word.forms.push_back({word.entry.word, {}});
    } else if (name == "brand" || name == "place" || name == "first-name" || name == "surname") {
        const char* part = name == "brand"     ? "po:brand"
                           : name == "place"   ? "po:npr"
                           : name == "surname" ? "po:patr"
                                               : "po:prn";
        word.entry.fields = {part, "is:epi", "is:inv"};
        word.forms.push_back({word.entry.word, {}});
    } else {
        throw std::runtime_error("unknown class " + name);
    }
    return word;
}

}  // namespace

VerbModels verb_models(const std::vector<Entry>& dictionary) {
    VerbModels models;
    for (const Entry& entry : dictionary) {
        if (entry.flags.size() < 2 || entry.fields.empty()) continue;
        const std::string& part = entry.fields.front();
        if (part.starts_with("po:v") && part.size() > 4) models.emplace(language::to_utf8(entry.word), entry);
    }
    return models;
}

std::vector<OwnWord> read_word_list(const std::filesystem::path& file, const Affixes& affixes,
                                    const VerbModels& models) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::vector<OwnWord> words;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        line = trim(std::string_view(line).substr(0, line.find('#')));
        if (line.empty()) continue;
        try {
            words.push_back(read_line(split(line, '|'), affixes, models));
        } catch (const std::runtime_error& error) {
            throw std::runtime_error(file.string() + ":" + std::to_string(number) + ": " + error.what());
        }
    }
    return words;
}

std::vector<std::pair<std::string, std::string>> read_pairs(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::vector<std::pair<std::string, std::string>> pairs;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        line = trim(std::string_view(line).substr(0, line.find('#')));
        if (line.empty()) continue;
        const std::vector<std::string> parts = split(line, '=');
        if (parts.size() != 2 || parts[0].empty() || parts[1].empty()) {
            throw std::runtime_error(file.string() + ":" + std::to_string(number) + ": expected: classic = reformed");
        }
        pairs.emplace_back(parts[0], parts[1]);
    }
    return pairs;
}

std::vector<std::string> read_plain_list(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::vector<std::string> words;
    for (std::string line; std::getline(in, line);) {
        std::istringstream rest(line.substr(0, line.find('#')));
        for (std::string word; rest >> word;) words.push_back(word);
    }
    return words;
}

}  // namespace relis::dictionaries
