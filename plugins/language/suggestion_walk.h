// Forms near a misspelt word: a weighted edit distance over the automaton.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "automaton_view.h"
#include "language/lexicon.h"

namespace relis::language {

/// Longest word that is corrected.
inline constexpr std::size_t longest_corrected_word = 40;
/// Cost of one letter put for an unrelated one.
inline constexpr int unrelated_letter = 100;

/// Depth-first walk of the automaton with one row of the distance table a letter. Costs: nothing for the same letter,
/// little for an accent, a doubled letter, or letters of the same sound (ph for f), more for a neighbouring key.
class SuggestionWalk {
  public:
    struct Found {
        FormId form = 0;
        int distance = 0;  ///< in hundredths of an unrelated letter
    };

    /// Where a form may begin: a wide search is cheap only where the first letter, or its sound, is the word's own.
    enum class Start : std::uint8_t { any, alike };

    /// REQUIRES: `word` in lower case, of 1 to longest_corrected_word letters; it must outlive the walk.
    SuggestionWalk(const AutomatonView& automaton, const std::u32string& word, int cutoff, Start start);

    /// All forms within the cut-off, in the order of the automaton.
    const std::vector<Found>& run();

  private:
    static constexpr std::size_t band = 4;  ///< letters that may be missing or too many at one place
    static constexpr std::size_t deepest = longest_corrected_word + 6;

    /// One letter of a spelling that letters of the word stand for, as ph for the f of farmacie.
    struct Step {
        std::size_t first = 0;  ///< the letters of the word
        std::size_t last = 0;
        std::u32string_view meant;  ///< the other spelling, up to the letter of this step
        int cost = 0;
        bool complete = false;
        bool at_end = false;  ///< only where the form ends
    };

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    /// The part of a row that holds all its cells within the cut-off; the others lead to no form.
    struct Live {
        std::size_t first = nowhere;
        std::size_t last = 0;
        [[nodiscard]] bool has(std::size_t i) const { return i >= first && i <= last; }
    };

    void collect_steps();
    [[nodiscard]] int deletion(std::size_t i) const;
    [[nodiscard]] int cell(std::size_t depth, std::size_t i) const;
    /// Costs of one letter of the automaton.
    struct LetterCosts {
        std::array<int, longest_corrected_word> against;  ///< put for each letter of the word
        int extra;                                        ///< one too many, unless it doubles the one before it
        int extra_at_end;
        int least;  ///< of all these, the letter doubled too
    };
    /// Computed when the letter is first met.
    const LetterCosts& costs_of(std::uint32_t code, char32_t letter);
    /// Enters what exchanges give at this depth; true when one is under way that may still pay.
    bool exchange(std::size_t depth, const std::vector<Step>& steps);
    /// The form may begin with this letter: the first of the word but for an accent, or one that is heard like it.
    [[nodiscard]] bool may_start_with(std::uint32_t code, char32_t letter) const;
    int fill_row(std::size_t depth, std::uint32_t code, char32_t letter);
    /// `lowest`: the least of the row at this depth.
    void visit(std::uint32_t state, FormId number, std::size_t depth, int lowest);

    const AutomatonView& automaton_;
    const std::u32string& word_;
    int cutoff_;
    Start start_;
    std::array<std::vector<Step>, 256> steps_;  ///< by the code of their letter
    std::array<LetterCosts, 256> costs_;        ///< by the codes of the letters
    std::array<bool, 256> costs_known_{};
    std::array<char32_t, longest_corrected_word> bases_{};  ///< the letters of the word without diacritics
    std::array<int, longest_corrected_word + 1> deletions_{};
    std::array<std::array<int, longest_corrected_word + 1>, deepest + 1> rows_{};
    std::array<Live, deepest + 1> live_{};  ///< of rows_
    std::array<int, longest_corrected_word + 1> exchanged_{};
    std::size_t first_exchanged_ = nowhere;  ///< of the cells that exchanges have entered
    std::size_t last_exchanged_ = 0;
    int exchanged_at_end_ = 0;
    std::array<char32_t, deepest + 1> path_{};
    std::vector<Found> found_;
};

}  // namespace relis::language
