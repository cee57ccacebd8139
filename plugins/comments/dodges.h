// Set phrases of people who dodge a question, and how such phrases are misspelt. Words and phrases stand in
// files/fillers.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/lexicon.h"

namespace relis::comments {

/// What the lists of files/fillers say of a word: a set of these.
using FillerClasses = std::uint32_t;

namespace filler_class {
inline constexpr FillerClasses stand_in = 1U << 0U;
inline constexpr FillerClasses nothing_word = 1U << 1U;
inline constexpr FillerClasses nothing_verb = 1U << 2U;
inline constexpr FillerClasses remark_noun = 1U << 3U;
inline constexpr FillerClasses pointing_word = 1U << 4U;
inline constexpr FillerClasses pointer = 1U << 5U;
inline constexpr FillerClasses target = 1U << 6U;
inline constexpr FillerClasses said = 1U << 7U;
inline constexpr FillerClasses link = 1U << 8U;
inline constexpr FillerClasses turn = 1U << 9U;
inline constexpr FillerClasses delay_word = 1U << 10U;
inline constexpr FillerClasses delay_verb = 1U << 11U;
inline constexpr FillerClasses promise = 1U << 12U;
inline constexpr FillerClasses time_to_come = 1U << 13U;
inline constexpr FillerClasses padding = 1U << 14U;
inline constexpr FillerClasses listed = 1U << 15U;    ///< a filler may hold it
inline constexpr FillerClasses vague = 1U << 16U;     ///< it judges or generalises, and shows nothing
inline constexpr FillerClasses misspelt = 1U << 17U;  ///< a usual misspelling of such a word
inline constexpr FillerClasses yes = 1U << 18U;       ///< it may stand beside a yes
inline constexpr unsigned first_dodge = 19;           ///< from here on, by the number of the dodge: it may stand in it
}  // namespace filler_class

/// A word of a text, and what it is to fillers.
struct FillerWord {
    std::string_view text;   ///< without letter case, accents and punctuation
    std::string_view meant;  ///< where it is misspelt, what is meant, of one or more words; empty: as written
    FillerClasses classes = 0;

    [[nodiscard]] bool is(FillerClasses any) const { return (classes & any) != 0; }
};

/// A text without letter case, accents, punctuation and the way its words are joined: `Voir ci-dessus !` gives
/// `voir` `ci` `dessus`.
using Words = std::vector<FillerWord>;

/// Views into the word files, which live as long as the program.
using WordSet = std::unordered_set<std::string_view>;

enum class Filler {
    none,
    stands_in,       ///< `N/A`, `xxx`, `à compléter`: in the place of an answer, whatever was asked
    points_away,     ///< `idem`, `voir plus haut`, `comme indiqué à la question 3`
    nothing_to_say,  ///< `RAS`, `rien de spécial à ajouter`: an answer only where something was asked for
    not_applicable,  ///< `N/A`, `sans objet`: an answer where the question provides for it
    no_time,         ///< « pas eu le temps »: an answer where the question is what the shopper did, or why
    no_knowledge,    ///< « je ne sais plus »: an answer where the question is why, or what the shopper knows
    no_reply,        ///< « sans réponse »: an answer where the question is whether somebody replied
    assents          ///< « la réponse est oui », « non rien »: an answer unless the question asks to be told
};

/// The words of one of files/fillers.
[[nodiscard]] WordSet filler_words(std::string_view file);

/// Phrases of one kind, and the little words that may stand around them.
class Dodge {
  public:
    /// `phrases` and `words` name files of files/fillers; a word that may stand in a text of this kind is of `around`.
    Dodge(Filler filler, FillerClasses around, std::string_view phrases, std::initializer_list<std::string_view> words);

    [[nodiscard]] Filler filler() const { return filler_; }
    /// Whether `words` hold one of the phrases and nothing but words that may stand around it.
    [[nodiscard]] bool matches(const Words& words) const;
    [[nodiscard]] FillerClasses around() const { return around_; }
    /// Every word that a text of this kind may hold.
    [[nodiscard]] const WordSet& words() const { return words_; }

  private:
    Filler filler_;
    FillerClasses around_;
    std::unordered_map<std::string_view, std::vector<std::string_view>> phrases_;  ///< by first word
    WordSet words_;
};

/// Reads misspelt words as what they stand for: `jai rein a signlaer` as `j ai rien a signaler`.
class Respelling {
  public:
    /// `keys` are the words that a slip of the pen is looked for in.
    Respelling(const language::Lexicon& lexicon, WordSet keys);

    /// The usual misspellings, with what is meant.
    [[nodiscard]] const std::unordered_map<std::string_view, std::string_view>& usual() const { return written_; }
    /// The key that a word which no list has is a slip of; empty: none.
    [[nodiscard]] std::string_view key_near(std::string_view word) const;

  private:
    const language::Lexicon& lexicon_;
    std::unordered_map<std::string_view, std::string_view> written_;  ///< as written, as read
    WordSet keys_;
};

}  // namespace relis::comments
