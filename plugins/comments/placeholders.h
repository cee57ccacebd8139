// What people write in a box to have written something: recognised by how it is built, not by a list of sentences.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "comments/comment.h"

namespace relis::comments {

/// A text without letter case, accents, punctuation and the way its words are joined: `Voir ci-dessus !` gives
/// `voir` `ci` `dessus`.
using Words = std::vector<std::string>;

/// The words of tokens [first, last). At most about `limit` of them.
[[nodiscard]] Words words_of(const Comment& comment, std::size_t first, std::size_t last, std::size_t limit);

enum class Filler {
    none,
    stands_in,       ///< `N/A`, `xxx`, `à compléter`: in the place of an answer, whatever was asked
    points_away,     ///< `idem`, `voir plus haut`, `comme indiqué à la question 3`
    nothing_to_say,  ///< `RAS`, `rien de spécial à ajouter`: an answer only where something was asked for
    not_applicable   ///< `N/A`, `sans objet`: an answer where the question provides for it
};

/// Recognises fillers. Immutable; safe to use from several threads.
class FillerJudge {
  public:
    FillerJudge();

    /// What a whole comment is; `none` for anything that says more. Several fillers in a row are one.
    [[nodiscard]] Filler judge(const Comment& comment) const;

    /// Whether a single folded word stands in the place of an answer: `bla`, `xxx`, `test`.
    [[nodiscard]] bool is_stand_in(const std::string& word) const;

  private:
    using Set = std::unordered_set<std::string_view>;

    [[nodiscard]] Filler judge(const Words& words, bool one_clause) const;
    [[nodiscard]] bool stands_in(const Words& words, const std::string& joined) const;
    [[nodiscard]] bool says_nothing(const Words& words) const;
    [[nodiscard]] bool points_away(const Words& words, bool one_clause) const;
    [[nodiscard]] bool puts_off(const Words& words) const;
    /// A word that judges or generalises, and shows nothing.
    [[nodiscard]] bool is_vague(std::string_view word) const;
    /// False where too many words are none of a filler: the usual comment, at the cost of a look-up a word.
    [[nodiscard]] bool may_be_filler(const Comment& comment) const;

    Set stand_ins_;
    Set not_applicable_;
    Set nothing_words_;
    Set nothing_verbs_;
    Set remark_nouns_;
    Set pointing_words_;
    Set pointers_;
    Set targets_;
    Set said_;
    Set links_;
    Set turns_;
    Set delay_words_;
    Set delay_verbs_;
    Set promises_;
    Set times_to_come_;
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_set<std::string, TextHash, std::equal_to<>> vague_;
};

}  // namespace relis::comments
