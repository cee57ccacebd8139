// Classic spelling and that of 1990: which form is which in the other.
#include <algorithm>
#include <stdexcept>

#include "language/utf8.h"
#include "lexicon_builder.h"

namespace relis::dictionaries {
namespace {

using language::Features;
namespace form_flag = language::form_flag;

/// The form as of 1990, by letters, or the form itself: paraît, cédera, amoncelle.
std::u32string without_circumflex(std::u32string form) {
    for (char32_t& letter : form) {
        if (letter == U'î') letter = U'i';
        if (letter == U'û') letter = U'u';
    }
    return form;
}

/// Whether `reformed` is `classic` with è for é, or for e before a doubled consonant.
bool is_grave_of(std::u32string_view classic, std::u32string_view reformed) {
    std::size_t i = 0;
    while (i < classic.size() && i < reformed.size() && classic[i] == reformed[i]) ++i;
    if (i >= classic.size() || i >= reformed.size() || reformed[i] != U'è') return false;
    if (classic[i] == U'é') return classic.substr(i + 1) == reformed.substr(i + 1);
    const bool doubled = classic[i] == U'e' && i + 2 < classic.size() && classic[i + 1] == classic[i + 2];
    return doubled && classic.substr(i + 2) == reformed.substr(i + 1);
}

/// Features that say the same of both: equal, or an invariable compound beside one that has a plural.
bool correspond(const Features& classic, const Features& reformed) {
    if (classic == reformed) return true;
    return classic.part == reformed.part && classic.part != language::PartOfSpeech::verb &&
           classic.genders == reformed.genders && classic.numbers == language::number::any &&
           (reformed.numbers & language::number::singular) != 0;
}

}  // namespace

void LexiconBuilder::pair_forms(const FormOf& classic, std::uint32_t classic_lemma, const FormOf& reformed,
                                std::uint32_t reformed_lemma) {
    if (classic.first == reformed.first) return;
    classic_.try_emplace(classic.first, Respelt{reformed.first, {}}).first->second.lemmas.insert(classic_lemma);
    reformed_.try_emplace(reformed.first, Respelt{classic.first, {}}).first->second.lemmas.insert(reformed_lemma);
}

void LexiconBuilder::pair_inside_lemmas(const std::vector<std::vector<const FormOf*>>& forms_of) {
    for (std::uint32_t lemma = 0; lemma < forms_of.size(); ++lemma) {
        std::map<std::uint32_t, std::vector<const FormOf*>> alike;  // by their features
        for (const FormOf* form : forms_of[lemma]) {
            for (const auto& [number, features] : form->second.entries) {
                if (number == lemma) alike[features].push_back(form);
            }
        }
        for (const auto& [features, forms] : alike) {
            for (const FormOf* classic : forms) {
                for (const FormOf* reformed : forms) {
                    if (classic->first != reformed->first && (without_circumflex(classic->first) == reformed->first ||
                                                              is_grave_of(classic->first, reformed->first))) {
                        pair_forms(*classic, lemma, *reformed, lemma);
                    }
                }
            }
        }
    }
}

void LexiconBuilder::settle(Respellings& spellings, std::uint8_t flag) {
    std::erase_if(spellings, [&](const auto& each) {
        const auto& entries = forms_.at(each.first).entries;
        return !std::all_of(entries.begin(), entries.end(),
                            [&](const auto& entry) { return each.second.lemmas.contains(entry.first); });
    });
    for (const auto& [form, other] : spellings) forms_.at(form).flags |= flag;
}

void LexiconBuilder::pair_spellings(const std::vector<std::pair<std::string, std::string>>& lemmas) {
    std::vector<std::vector<const FormOf*>> forms_of(lemmas_.size());
    for (const FormOf& form : forms_) {
        for (const auto& [lemma, features] : form.second.entries) {
            if (forms_of[lemma].empty() || forms_of[lemma].back() != &form) forms_of[lemma].push_back(&form);
        }
    }
    std::map<std::string, std::vector<std::uint32_t>> numbers;
    for (std::uint32_t i = 0; i < lemmas_.size(); ++i) numbers[lemmas_[i]].push_back(i);
    std::string missing;
    for (const auto& [classic_name, reformed_name] : lemmas) {
        if (!numbers.contains(classic_name) || !numbers.contains(reformed_name)) {
            missing += " " + classic_name;
            continue;
        }
        for (const std::uint32_t classic_lemma : numbers[classic_name]) {
            for (const std::uint32_t reformed_lemma : numbers[reformed_name]) {
                for (const FormOf* classic : forms_of[classic_lemma]) {
                    for (const FormOf* reformed : forms_of[reformed_lemma]) {
                        for (const auto& [a, classic_features] : classic->second.entries) {
                            for (const auto& [b, reformed_features] : reformed->second.entries) {
                                if (a == classic_lemma && b == reformed_lemma &&
                                    correspond(features_[classic_features], features_[reformed_features])) {
                                    pair_forms(*classic, a, *reformed, b);
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    if (!missing.empty()) throw std::runtime_error("no lemmas in one of the two spellings:" + missing);
    pair_inside_lemmas(forms_of);
    settle(classic_, form_flag::classic);
    settle(reformed_, form_flag::reformed);
    // A form that is classic for one word and reformed for another says nothing
    for (const auto& [form, other] : classic_) {
        if (reformed_.erase(form) > 0) forms_.at(form).flags &= static_cast<std::uint8_t>(~form_flag::reformed);
    }
}

std::vector<std::uint32_t> LexiconBuilder::numbered_spellings() const {
    std::map<std::u32string_view, std::uint32_t> numbers;
    for (const auto& [text, form] : forms_) numbers.emplace(text, static_cast<std::uint32_t>(numbers.size()));
    std::map<std::uint32_t, std::uint32_t> pairs;
    for (const Respellings* spellings : {&classic_, &reformed_}) {
        for (const auto& [form, respelt] : *spellings) pairs.emplace(numbers.at(form), numbers.at(respelt.other));
    }
    std::vector<std::uint32_t> result;
    for (const auto& [form, other] : pairs) {
        result.push_back(form);
        result.push_back(other);
    }
    return result;
}

}  // namespace relis::dictionaries
