// What a token may be, in the bits of one number, so that one operation tells most tokens from what a pattern wants.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "grammar/reading.h"
#include "rules/vocabulary.h"

namespace relis::rules {

/// A set of words and parts of speech that may hold more than it was given, never less.
class Signature {
  public:
    void add_word(WordKey word) { bits_ |= std::uint64_t{1} << (first_word + hash(word) % words); }
    /// Of verbs, the tenses say more than that they are verbs.
    void add_parts(grammar::Parts parts, std::uint16_t tenses) {
        constexpr grammar::Parts verb = grammar::part(language::PartOfSpeech::verb);
        bits_ |= parts & ~verb;
        if ((parts & verb) == 0) return;
        for (std::uint32_t kind = 0; kind < verb_kinds.size(); ++kind) {
            if ((tenses & verb_kinds[kind]) != 0) bits_ |= first_verb_kind << kind;
        }
    }
    void add_sentence_end() { bits_ |= sentence_end; }
    /// Every token has it: a condition that has it too may hold for any.
    void add_any_token() { bits_ |= any_token; }
    void add(Signature other) { bits_ |= other.bits_; }

    [[nodiscard]] bool meets(Signature other) const { return (bits_ & other.bits_) != 0; }
    [[nodiscard]] bool takes_any_token() const { return (bits_ & any_token) != 0; }

    /// How many tokens meet it, roughly; for comparisons. A part of speech is worth many words.
    [[nodiscard]] int looseness() const {
        constexpr int many_words = 12;
        constexpr int all = 1000;
        return (takes_any_token() ? all : 0) + std::popcount(bits_ >> first_word) +
               many_words * std::popcount(bits_ & ((std::uint64_t{1} << first_word) - 1));
    }

  private:
    /// Forms of verbs that patterns tell apart.
    static constexpr std::array<std::uint16_t, 5> verb_kinds{
        language::tense::personal, language::tense::infinitive, language::tense::past_participle,
        language::tense::present_participle, language::tense::imperative};

    // Bits: parts of speech, end of a sentence, kinds of verbs, words by a hash, any token.
    static constexpr std::uint64_t sentence_end = std::uint64_t{1} << 15U;
    static constexpr std::uint64_t first_verb_kind = std::uint64_t{1} << 16U;
    static constexpr std::uint32_t first_word = 16 + verb_kinds.size();
    static constexpr std::uint32_t words = 63 - first_word;
    static constexpr std::uint64_t any_token = std::uint64_t{1} << 63U;
    static_assert(grammar::part(language::PartOfSpeech::symbol) < sentence_end);

    /// Knuth's multiplicative hash.
    static std::uint32_t hash(WordKey word) { return word * 2654435761U >> 16U; }

    std::uint64_t bits_ = 0;
};

}  // namespace relis::rules
