// One pattern held against the tokens around a place.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "grammar/reading.h"
#include "language/text.h"
#include "rules/pattern.h"
#include "rules/rule_set.h"
#include "text_words.h"

namespace relis::rules {

/// No token.
inline constexpr std::size_t no_token = static_cast<std::size_t>(-1);

/// Gender and number together, a set of four: bit 0 masculine singular, 1 feminine singular, 2 masculine plural,
/// 3 feminine plural.
using AgreementSet = std::uint8_t;

/// Matching of one pattern; made for one attempt.
class Matcher {
  public:
    Matcher(const RuleSet& rules, const grammar::ReadText& text, const TextWords& words, const Pattern& pattern)
        : rules_(rules),
          text_(text),
          words_(words),
          pattern_(pattern),
          elements_(rules.patterns().elements_of(pattern)) {
        taken_.fill(no_token);
    }

    /// True when the pattern holds with its anchor at that token. Gaps and optional elements take as little as they
    /// can.
    [[nodiscard]] bool at(std::size_t anchor);

    /// The tokens that the marked part took; REQUIRES: at() was true.
    [[nodiscard]] std::size_t first_marked() const;
    [[nodiscard]] std::size_t last_marked() const;

    /// The token that an element took, from 1; 0 means the first of the marked part. no_token when it took none.
    [[nodiscard]] std::size_t token_of(std::size_t element) const;

    /// What the tokens of an agreement variable share.
    [[nodiscard]] AgreementSet agreement(char variable) const;

  private:
    bool right(std::size_t element, std::size_t token);
    bool left(std::size_t element, std::size_t token);
    [[nodiscard]] bool agrees() const;
    [[nodiscard]] bool in_sentence(std::size_t token) const;
    [[nodiscard]] bool may_skip(std::size_t token) const;
    [[nodiscard]] bool accepts(const Element& element, std::size_t token) const;
    [[nodiscard]] bool accepts(const Condition& condition, std::size_t token) const;
    [[nodiscard]] bool accepts(const WordClass& word_class, std::size_t token) const;
    [[nodiscard]] bool is_of(const WordClass& wanted, const grammar::Analysis& reading) const;
    [[nodiscard]] AgreementSet agreement_of(std::size_t element) const;

    const RuleSet& rules_;
    const grammar::ReadText& text_;
    const TextWords& words_;
    const Pattern& pattern_;
    std::span<const Element> elements_;
    language::Sentence sentence_;                       ///< of the anchor
    std::array<std::size_t, longest_pattern> taken_{};  ///< token of each element
};

}  // namespace relis::rules
