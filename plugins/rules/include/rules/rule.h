// What a rule is once its file has been read. README.md describes the language of the files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <relis/finding.h>

#include "grammar/reading.h"

namespace relis::rules {

/// A class of words: what one reading of a token must be.
struct WordClass {
    enum class Kind : std::uint8_t { reading, word, unknown, lower_case, capital };
    /// reading: of these parts; word: any word; unknown: a word the lexicon lacks; lower_case: written without a
    /// capital; capital: with one that does not come from the start of a sentence
    Kind kind = Kind::reading;
    grammar::Parts parts = 0;              ///< set of parts of speech; for verbs also `tenses`
    std::uint16_t tenses = 0;              ///< set of language::tense, demanded of verbs; 0: no demand
    std::uint8_t genders = 0;              ///< sets; 0: no demand
    std::uint8_t numbers = 0;              ///< of nouns, and of the persons of finite verbs
    std::uint8_t persons = 0;              ///< set of language::person; 0: no demand
    bool certain = false;                  ///< every reading is such, not one only
    bool wants_lemma = false;              ///< and of one of these lemmas
    std::vector<grammar::LemmaId> lemmas;  ///< sorted
};

/// Number of a form that some rule names, given by the RuleSet; no_form means any other.
using FormKey = std::uint32_t;
inline constexpr FormKey no_form = 0;

/// What a token must be: any of these, or none of them when negated.
struct Condition {
    std::vector<std::string> forms;        ///< lower case; an enclitic begins with its hyphen
    std::vector<FormKey> form_keys;        ///< of forms, sorted; filled by the RuleSet
    std::vector<grammar::LemmaId> lemmas;  ///< sorted
    std::vector<WordClass> classes;
    bool anything = false;  ///< *
    bool negated = false;

    /// Words and lemmas only, so that an index can find it.
    [[nodiscard]] bool can_anchor() const;
    /// The lemmas that it takes, those of =lemma<class> too.
    [[nodiscard]] std::vector<grammar::LemmaId> all_lemmas() const;
};

/// One place of a pattern.
struct Element {
    enum class Kind : std::uint8_t { token, gap, sentence_start, sentence_end };
    Kind kind = Kind::token;
    std::vector<Condition> conditions;  ///< all of them hold
    bool optional = false;
    std::size_t gap = 0;     ///< of a gap: at most so many tokens
    char variable = 0;       ///< agreement: the letter after @
    bool disagrees = false;  ///< !@: shares no gender and number with the others of that variable
};

struct Pattern {
    std::vector<Element> elements;
    std::size_t mark_first = 0;  ///< elements [mark_first, mark_last) are the fault
    std::size_t mark_last = 0;
    std::size_t anchor = 0;  ///< the element by which the pattern is found
};

/// A piece of a suggestion.
struct Piece {
    enum class Kind : std::uint8_t {
        text,         ///< as it stands
        token,        ///< the token that an element took
        other_lemma,  ///< the form of `text` with the features of the token
        infinitive,   ///< of the token
        participle,   ///< of the token, in these genders and numbers
        inflected,    ///< the token in these genders, numbers, persons
        agreeing,     ///< the token agreeing with `variable`
        lower_case,   ///< the token without its capital
        capital,      ///< the token with a capital
    };
    Kind kind = Kind::text;
    std::string text;
    std::size_t element = 0;  ///< from 1; 0: the first of the marked part
    std::uint8_t genders = 0;
    std::uint8_t numbers = 0;
    std::uint8_t persons = 0;
    char variable = 0;
};

/// One replacement of the marked part.
using Suggestion = std::vector<Piece>;

/// An example of a rule file: `wrong` text with the place of the fault, and what is right there; or right text.
struct Example {
    std::string text;
    std::uint32_t start = 0;  ///< code points of the fault
    std::uint32_t end = 0;
    std::string correction;  ///< empty: any
    bool is_right = false;
    std::size_t line = 0;  ///< in the file
};

struct Rule {
    std::string id;
    Category category = Category::grammar;
    std::string title;    ///< French, a few words
    std::string message;  ///< French, for the shopper
    std::vector<Pattern> patterns;
    std::vector<Pattern> exceptions;  ///< unless
    std::vector<Suggestion> suggestions;
    std::vector<Example> examples;
    std::string file;  ///< relative to the folder of the rules
};

}  // namespace relis::rules
