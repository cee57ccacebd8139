// Patterns as the matcher reads them: a few arrays hold the parts of all patterns, which name theirs by a range, so
// that matching walks through neighbouring memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "grammar/reading.h"
#include "rules/signature.h"
#include "rules/vocabulary.h"

namespace relis::rules {

/// Elements [first, first + count) of an array.
struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// A class of words: what one reading of a token must be.
struct WordClass {
    enum class Kind : std::uint8_t { reading, word, unknown, lower_case, capital };
    /// reading: of these parts; word: any word; unknown: a word the lexicon lacks; lower_case: written without a
    /// capital; capital: with one that does not come from the start of a sentence
    Kind kind = Kind::reading;
    bool certain = false;      ///< every reading is such, not one only
    bool wants_lemma = false;  ///< and of one of these lemmas
    std::uint8_t genders = 0;  ///< sets; 0: no demand
    std::uint8_t numbers = 0;  ///< of nouns, and of the persons of finite verbs
    std::uint8_t persons = 0;  ///< set of language::person; 0: no demand
    grammar::Parts parts = 0;  ///< set of parts of speech; for verbs also `tenses`
    std::uint16_t tenses = 0;  ///< set of language::tense, demanded of verbs
    Range lemmas;              ///< sorted words of Patterns
};

/// What a token must be: any of these, or none of them when negated.
struct Condition {
    Signature signature;  ///< what a token that fits must share with it
    Range words;          ///< sorted forms (lower case; an enclitic begins with its hyphen) and lemmas
    Range classes;
    bool anything = false;  ///< *
    bool negated = false;
};

/// One place of a pattern.
struct Element {
    enum class Kind : std::uint8_t { token, gap, sentence_start, sentence_end };
    Kind kind = Kind::token;
    bool optional = false;
    bool disagrees = false;  ///< !@: shares no gender and number with the others of that variable
    char variable = 0;       ///< agreement: the letter after @
    std::uint8_t gap = 0;    ///< of a gap: at most so many tokens
    Range conditions;        ///< all of them hold
};

inline constexpr std::size_t longest_pattern = 16;  ///< elements

struct Pattern {
    Range elements;
    std::uint32_t rule = 0;
    std::uint8_t mark_first = 0;  ///< elements [mark_first, mark_last) are the fault
    std::uint8_t mark_last = 0;
    std::uint8_t anchor = 0;      ///< the element by which the pattern is found
    bool anchor_is_sure = false;  ///< the anchor takes every token that has one of its words
};

/// The parts of all patterns.
struct Patterns {
    std::vector<Pattern> patterns;
    std::vector<Element> elements;
    std::vector<Condition> conditions;
    std::vector<WordClass> classes;
    std::vector<WordKey> words;

    [[nodiscard]] std::span<const Element> elements_of(const Pattern& pattern) const {
        return part(elements, pattern.elements);
    }
    [[nodiscard]] std::span<const Condition> conditions_of(const Element& element) const {
        return part(conditions, element.conditions);
    }
    [[nodiscard]] std::span<const WordClass> classes_of(const Condition& condition) const {
        return part(classes, condition.classes);
    }
    [[nodiscard]] std::span<const WordKey> words_of(const Condition& condition) const {
        return part(words, condition.words);
    }
    [[nodiscard]] std::span<const WordKey> lemmas_of(const WordClass& word_class) const {
        return part(words, word_class.lemmas);
    }

  private:
    template <typename T>
    static std::span<const T> part(const std::vector<T>& all, Range range) {
        return std::span(all).subspan(range.first, range.count);
    }
};

}  // namespace relis::rules
