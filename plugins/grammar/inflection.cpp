#include "grammar/inflection.h"

#include <algorithm>
#include <cstddef>

#include "language/text.h"

namespace relis::grammar {
namespace {

std::size_t common_prefix(std::string_view a, std::string_view b) {
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(x - a.begin());
}

/// Upper case of the Latin letters that French uses; others are left alone.
std::string upper(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        result.push_back(text[i]);
        if (byte >= 'a' && byte <= 'z') {
            result.back() = static_cast<char>(byte - 32);
        } else if (byte == 0xC3 && i + 1 < text.size()) {
            const auto next = static_cast<unsigned char>(text[++i]);
            result.push_back(static_cast<char>(next >= 0xA0 && next != 0xB7 ? next - 0x20 : next));
        } else if (byte == 0xC5 && i + 1 < text.size()) {
            const auto next = static_cast<unsigned char>(text[++i]);
            result.push_back(static_cast<char>(next == 0x93 ? 0x92 : next));
        }
    }
    return result;
}

}  // namespace

std::string in_case_of(std::string_view original, std::string suggestion) {
    if (original.empty() || suggestion.empty()) return suggestion;
    const auto first_letter = [](std::string_view text) {
        return text.substr(0, static_cast<unsigned char>(text.front()) >= 0xC0 && text.size() > 1 ? 2 : 1);
    };
    const auto first = first_letter(original);
    const bool capital = upper(first) == first && upper(first) != language::lower(first);
    if (!capital) return suggestion;
    const std::string_view others = original.substr(first.size());  // of « J' » no letter
    const bool all = upper(original) == original && language::lower(others) != others;
    if (all) return upper(suggestion);
    const auto own = first_letter(suggestion);
    return upper(own) + suggestion.substr(own.size());
}

std::vector<std::string> forms(const language::Lexicon& lexicon, language::LemmaId lemma, const Wanted& wanted,
                               std::string_view like) {
    std::vector<std::string> result;
    for (const language::InflectedForm& form : lexicon.forms_of(lemma)) {
        const language::Features& f = form.features;
        if (wanted.nominal ? f.part != language::PartOfSpeech::noun && f.part != language::PartOfSpeech::adjective
                           : f.part != language::PartOfSpeech::verb) {
            continue;
        }
        if (wanted.tenses != 0 && (f.tenses & wanted.tenses) == 0) continue;
        if (wanted.person != 0 && (f.persons & wanted.person) == 0) continue;
        if (wanted.genders != 0 && f.genders != 0 && (f.genders & wanted.genders) == 0) continue;
        if (wanted.numbers != 0 && f.numbers != 0 && (f.numbers & wanted.numbers) == 0) continue;
        if ((f.roles & (language::role::inverted_only | language::role::part_of_phrase)) != 0 || form.form == like)
            continue;
        if (std::find(result.begin(), result.end(), form.form) == result.end()) result.push_back(form.form);
    }
    std::stable_sort(result.begin(), result.end(), [&](const std::string& a, const std::string& b) {
        return common_prefix(a, like) > common_prefix(b, like);
    });
    // some lemmas of the dictionary gather a family of words (litre, centilitre): only its nearest are inflections
    if (wanted.nominal && !result.empty() && common_prefix(result.front(), like) > 0) {
        std::erase_if(result, [&](const std::string& form) { return common_prefix(form, like) == 0; });
    }
    return result;
}

}  // namespace relis::grammar
