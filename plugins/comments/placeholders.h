// What people write in a box to have written something: recognised by how it is built, not by a list of sentences.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "comments/comment.h"
#include "dodges.h"
#include "language/lexicon.h"

namespace relis::comments {

/// A token as fillers read it.
struct FillerToken {
    FillerClasses whole = 0;  ///< of its folded form
    std::uint8_t parts = 0;   ///< words in it: none, one, or two for several
    FillerWord part;          ///< the one word; a view into the folded form
};

/// Recognises fillers. Immutable; safe to use from several threads.
class FillerJudge {
  public:
    explicit FillerJudge(const language::Lexicon& lexicon);

    /// What a whole comment is; `none` for anything that says more. Several fillers in a row are one. `book` is the one
    /// that holds this judge.
    [[nodiscard]] Filler judge(const Comment& comment, const WordBook& book) const;

    /// Whether a comment says yes, `ok` and the like, and nothing else.
    [[nodiscard]] bool says_yes(const Comment& comment, const WordBook& book) const;

    /// Reads one token; the answer views `folded`.
    [[nodiscard]] FillerToken read_token(std::string_view folded) const;

  private:
    [[nodiscard]] FillerClasses classes_of(std::string_view word) const;
    [[nodiscard]] FillerWord read_word(std::string_view word) const;
    [[nodiscard]] FillerClasses classes_at(const Comment& comment, std::size_t token, const WordBook& book) const;
    /// The words of tokens [first, last). At most about `limit` of them.
    [[nodiscard]] Words words_of(const Comment& comment, const WordBook& book, std::size_t first, std::size_t last,
                                 std::size_t limit) const;
    /// As they are meant.
    [[nodiscard]] Words respelt(const Words& words) const;

    /// Words as they are written, then as they are meant.
    [[nodiscard]] Filler judge(const Words& written, bool one_clause) const;
    [[nodiscard]] Filler judge_as_read(const Words& words, bool one_clause) const;
    [[nodiscard]] bool stands_in(const Words& words, const std::string& joined) const;
    [[nodiscard]] static bool says_nothing(const Words& words, const std::string& joined, const WordSet& verbs);
    [[nodiscard]] static bool points_away(const Words& words, bool one_clause);
    [[nodiscard]] static bool puts_off(const Words& words, const std::string& joined);
    /// A question to the shopper, asked and answered with yes: « Vous a-t-on salué ? La réponse est oui. »
    [[nodiscard]] bool answers_itself(const Comment& comment, const WordBook& book) const;
    /// False where too many words are none of a filler: the usual comment.
    [[nodiscard]] bool may_be_filler(const Comment& comment, const WordBook& book) const;

    WordSet stand_ins_;
    WordSet not_applicable_;
    WordSet nothing_verbs_;
    std::vector<Dodge> dodges_;
    Dodge yes_;
    Respelling respelling_;
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    /// Of every word of the lists; `vague` stands in vague_.
    std::unordered_map<std::string_view, FillerClasses> classes_;
    std::unordered_set<std::string, TextHash, std::equal_to<>> vague_;  ///< without their endings
};

}  // namespace relis::comments
