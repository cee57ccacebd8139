// Set phrases of people who dodge a question, and how such phrases are misspelt. Words and phrases stand in
// files/fillers.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/lexicon.h"

namespace relis::comments {

/// A text without letter case, accents, punctuation and the way its words are joined: `Voir ci-dessus !` gives
/// `voir` `ci` `dessus`.
using Words = std::vector<std::string>;

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
    /// `phrases` and `words` name files of files/fillers.
    Dodge(Filler filler, std::string_view phrases, std::initializer_list<std::string_view> words);

    [[nodiscard]] Filler filler() const { return filler_; }
    /// Whether `words` hold one of the phrases and nothing but words that may stand around it.
    [[nodiscard]] bool matches(const Words& words) const;
    [[nodiscard]] bool may_hold(std::string_view word) const { return around_.contains(word); }
    /// Adds every word that a text of this kind may hold.
    void list(WordSet& words) const;

  private:
    Filler filler_;
    std::unordered_map<std::string_view, std::vector<std::string_view>> phrases_;  ///< by first word
    WordSet around_;
};

/// Reads misspelt words as what they stand for: `jai rein a signlaer` as `j ai rien a signaler`.
class Respelling {
  public:
    /// `keys` are the words that a slip of the pen is looked for in; `listed` those that are right as they are.
    Respelling(const language::Lexicon& lexicon, WordSet keys);

    [[nodiscard]] bool knows(std::string_view word) const { return written_.contains(word); }
    /// Adds every misspelling.
    void list(WordSet& words) const {
        for (const auto& [written, read] : written_) words.insert(written);
    }
    [[nodiscard]] Words read(const Words& words, const WordSet& listed) const;

  private:
    [[nodiscard]] std::string_view key_near(const std::string& word) const;

    const language::Lexicon& lexicon_;
    std::unordered_map<std::string_view, std::string_view> written_;  ///< as written, as read
    WordSet keys_;
};

}  // namespace relis::comments
