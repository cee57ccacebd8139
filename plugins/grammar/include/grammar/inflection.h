// Suggestions by inflection: the forms of a lemma that have the features asked for, in the letter case of what they
// replace.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"

namespace relis::grammar {

/// The features of a form that is looked for; 0 means no matter. Sets: a form needs to share one bit of each.
struct Wanted {
    std::uint16_t tenses = 0;
    std::uint8_t person = 0;
    std::uint8_t genders = 0;
    std::uint8_t numbers = 0;
    bool nominal = false;  ///< noun or adjective instead of a verb
};

/// Forms of one lemma that satisfy the features, without `like` itself, those that share the longest beginning with
/// `like` first. Thread-safe; cost in proportion to the lemma's forms.
[[nodiscard]] std::vector<std::string> forms(const language::Lexicon& lexicon, language::LemmaId lemma,
                                             const Wanted& wanted, std::string_view like);

/// The suggestion in the letter case of the original: École → Écoles, ÉCOLE → ÉCOLES.
[[nodiscard]] std::string in_case_of(std::string_view original, std::string suggestion);

}  // namespace relis::grammar
