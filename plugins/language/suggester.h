// Corrections for a misspelt word: a weighted edit distance over the automaton, then ranking.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "automaton_view.h"
#include "language/lexicon.h"

namespace relis::language {

class Suggester {
  public:
    Suggester(const Lexicon& lexicon, const AutomatonView& automaton) : lexicon_(lexicon), automaton_(automaton) {}

    [[nodiscard]] std::vector<Suggestion> suggest(std::string_view word, std::size_t limit) const;

  private:
    /// What a form costs beyond its spelling: rare tenses and names rank behind everyday words.
    [[nodiscard]] double rarity(FormId form, bool word_is_capitalised) const;
    /// One group of letters for another of the same sound: oeuf, fotos, kiosk
    void add_spelt_otherwise(const std::u32string& word, std::vector<Suggestion>& found) const;
    /// A space or an apostrophe is missing: alorsque, lhomme.
    void add_divided(const std::u32string& word, std::vector<Suggestion>& found) const;

    const Lexicon& lexicon_;
    const AutomatonView& automaton_;
};

}  // namespace relis::language
