// Cuts a French text into sentences and tokens, in one pass and in linear time, whatever the input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace relis::language {

enum class TokenKind : std::uint8_t {
    word,          ///< bonjour, rendez-vous, aujourd'hui
    elided,        ///< l', qu', jusqu': an elided word, its apostrophe included
    enclitic,      ///< -il, -t-il, -vous, -ce, -là: bound to the word before, its hyphens included
    number,        ///< 12, 3,5, 1 200, XIV stays a word
    hour,          ///< 14 h 30, 14h30, 14:30, 9 h
    amount,        ///< 12,50 $, 3 €, $5
    ordinal,       ///< 1er, 2e, 3ème
    abbreviation,  ///< M., n°, etc., tél.: its full stop included
    email,
    url,
    mixed,        ///< letters and digits together: A4, 500g, COVID-19
    punctuation,  ///< one mark, or a run of the same dots: ... ?!
    emoticon,     ///< :-) and emoji
    symbol,       ///< %, +, =, * and everything else
};

/// How the letters of a token are written.
enum class LetterCase : std::uint8_t { none, lower, initial_capital, all_capitals, mixed };

/// One token. Views point into the Text and live as long as it does.
struct Token {
    TokenKind kind = TokenKind::word;
    LetterCase letter_case = LetterCase::none;
    bool space_before = false;       ///< white space (of any kind) stands before it
    bool first_of_sentence = false;  ///< first token of its sentence that is not punctuation
    std::uint32_t sentence = 0;      ///< index into Text::sentences()
    std::uint32_t start = 0;         ///< first code point, in the text as submitted
    std::uint32_t end = 0;           ///< one past the last code point
    std::string_view original;       ///< as submitted (invalid bytes already read as U+FFFD)
    std::string_view form;           ///< NFC, straight apostrophe, no soft hyphen or zero-width sign; case kept
};

/// A sentence: tokens [first_token, last_token) of the text.
struct Sentence {
    std::size_t first_token = 0;
    std::size_t last_token = 0;
    std::uint32_t start = 0;  ///< code points
    std::uint32_t end = 0;
};

/// A text cut into tokens. Movable, immutable, safe to read from several threads.
class Text {
  public:
    [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
    [[nodiscard]] const std::vector<Sentence>& sentences() const { return sentences_; }
    /// The text as submitted, each invalid byte sequence replaced by U+FFFD.
    [[nodiscard]] std::string_view source() const { return *source_; }
    /// Code points in source().
    [[nodiscard]] std::uint32_t length() const { return length_; }
    /// Tokens of kind word and elided: what a person counts as words.
    [[nodiscard]] std::size_t word_count() const { return word_count_; }

  private:
    friend class Tokenizer;
    std::unique_ptr<const std::string> source_;
    std::vector<std::unique_ptr<const std::string>> normalised_;
    std::vector<Token> tokens_;
    std::vector<Sentence> sentences_;
    std::uint32_t length_ = 0;
    std::size_t word_count_ = 0;
};

/// Cuts a text. Accepts any bytes; never throws but for want of memory. REQUIRES: under 4 GB.
[[nodiscard]] Text tokenize(std::string_view utf8);

/// Lower case, by Unicode's simple rules (no locale): "ÉCOLE" gives "école".
[[nodiscard]] std::string lower(std::string_view utf8);

/// For comparisons: lower case, without diacritics, ligatures opened, apostrophes straight:
/// "Œuvre d’Été" gives "oeuvre d'ete".
[[nodiscard]] std::string fold(std::string_view utf8);

/// Number of code points; invalid bytes count as tokenize() counts them.
[[nodiscard]] std::size_t code_points(std::string_view utf8);

}  // namespace relis::language
