// What people write in a box to have written something: recognised by how it is built, not by a list of sentences.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "comments/comment.h"
#include "dodges.h"
#include "language/lexicon.h"

namespace relis::comments {

/// The words of tokens [first, last). At most about `limit` of them.
[[nodiscard]] Words words_of(const Comment& comment, std::size_t first, std::size_t last, std::size_t limit);

/// Recognises fillers. Immutable; safe to use from several threads.
class FillerJudge {
  public:
    explicit FillerJudge(const language::Lexicon& lexicon);

    /// What a whole comment is; `none` for anything that says more. Several fillers in a row are one.
    [[nodiscard]] Filler judge(const Comment& comment) const;

    /// Whether a comment says yes, `ok` and the like, and nothing else.
    [[nodiscard]] bool says_yes(const Comment& comment) const;

  private:
    /// Words as they are written, then as they are meant.
    [[nodiscard]] Filler judge(const Words& written, bool one_clause) const;
    [[nodiscard]] Filler judge_as_read(const Words& words, bool one_clause) const;
    [[nodiscard]] bool stands_in(const Words& words, const std::string& joined) const;
    [[nodiscard]] bool says_nothing(const Words& words) const;
    [[nodiscard]] bool points_away(const Words& words, bool one_clause) const;
    [[nodiscard]] bool puts_off(const Words& words) const;
    /// An infinitive of nothing_verbs, or what careless people write for it: `signalé`, `ajoutez`.
    [[nodiscard]] bool is_nothing_verb(const std::string& word) const;
    /// A question to the shopper, asked and answered with yes: « Vous a-t-on salué ? La réponse est oui. »
    [[nodiscard]] bool answers_itself(const Comment& comment) const;
    /// A word that judges or generalises, and shows nothing.
    [[nodiscard]] bool is_vague(std::string_view word) const;
    /// False where too many words are none of a filler: the usual comment, at the cost of a look-up a word.
    [[nodiscard]] bool may_be_filler(const Comment& comment) const;

    WordSet stand_ins_;
    WordSet not_applicable_;
    WordSet nothing_words_;
    WordSet nothing_verbs_;
    WordSet remark_nouns_;
    WordSet pointing_words_;
    WordSet pointers_;
    WordSet targets_;
    WordSet said_;
    WordSet links_;
    WordSet turns_;
    WordSet delay_words_;
    WordSet delay_verbs_;
    WordSet promises_;
    WordSet times_to_come_;
    WordSet padding_;
    std::vector<Dodge> dodges_;
    Dodge yes_;
    WordSet listed_;  ///< every word that a filler may hold
    Respelling respelling_;
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_set<std::string, TextHash, std::equal_to<>> vague_;
};

}  // namespace relis::comments
