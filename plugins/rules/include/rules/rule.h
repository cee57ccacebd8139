// What a rule is once its file has been read. README.md describes the language of the files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <relis/finding.h>

#include "rules/pattern.h"

namespace relis::rules {

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
    Range exceptions;     ///< unless: of the patterns of the set
    std::vector<Suggestion> suggestions;
    std::vector<Example> examples;
    std::string file;  ///< relative to the folder of the rules
};

}  // namespace relis::rules
