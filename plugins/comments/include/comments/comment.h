// A comment cut into tokens once, with the folded form of each: what the content plugins read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <relis/questionnaire.h>
#include <relis/report.h>

#include "comments/words.h"
#include "language/text.h"

namespace relis::comments {

/// A text with its tokens and their folded forms (language::fold). Movable, immutable, safe to read from several
/// threads. Built in linear time from any bytes.
class Comment {
  public:
    explicit Comment(std::string_view utf8);
    /// With its words looked up in `book`, which must outlive the comment.
    Comment(std::string_view utf8, const WordBook& book);

    [[nodiscard]] const std::vector<language::Token>& tokens() const { return text_.tokens(); }
    [[nodiscard]] const std::vector<language::Sentence>& sentences() const { return text_.sentences(); }
    [[nodiscard]] std::size_t word_count() const { return text_.word_count(); }
    [[nodiscard]] std::string_view source() const { return text_.source(); }

    /// Token `index`, folded. REQUIRES: index < tokens().size(). Lives as long as the comment.
    [[nodiscard]] std::string_view folded(std::size_t index) const { return folded_[index]; }

    /// The word that token `index` is, for words, elided words and enclitics of a comment that was looked up in `book`;
    /// else null.
    [[nodiscard]] const Word* word(std::size_t index, const WordBook& book) const {
        return book_ == &book ? words_[index] : nullptr;
    }
    /// stable_hash(folded(index)).
    [[nodiscard]] std::uint64_t hash(std::size_t index) const;

    /// The folded words and figures joined by one space, punctuation left out: what two comments that differ by
    /// letter case, accents and marks have in common. At most about `limit` bytes are read.
    [[nodiscard]] std::string skeleton(std::size_t limit = static_cast<std::size_t>(-1)) const;

    /// The words of [first, last) tokens as submitted, for a message: at most `limit` code points, then an ellipsis.
    [[nodiscard]] std::string quote(std::size_t first, std::size_t last, std::size_t limit = 60) const;

  private:
    language::Text text_;
    std::vector<std::string_view> folded_;
    std::vector<char> letters_;  ///< what of folded_ stands in no book
    const WordBook* book_ = nullptr;
    std::vector<const Word*> words_;                ///< token by token, where there is a book
    std::vector<std::unique_ptr<const Word>> own_;  ///< those that the book had no room for
};

/// As language::fold, at a fraction of its cost for the letters of French.
[[nodiscard]] std::string fold_quickly(std::string_view utf8);

/// Whether a token carries words or figures, and is not a mark or a symbol.
[[nodiscard]] inline bool is_content(const language::Token& token) {
    using language::TokenKind;
    return token.kind != TokenKind::punctuation && token.kind != TokenKind::symbol && token.kind != TokenKind::emoticon;
}

/// Whether the question asks this shopper for words: a required text question, a required comment, or a comment
/// required after the negative value that the answer holds. Says nothing of whether the question applies.
[[nodiscard]] bool wants_words(const Question& question, const Answer* answer);

/// Whether the comment box (not the value) must be filled under the question's policy.
[[nodiscard]] bool wants_comment(const Question& question, const Answer* answer);

/// True for a text of white space and invisible signs only.
[[nodiscard]] bool is_blank(std::string_view utf8);

}  // namespace relis::comments
