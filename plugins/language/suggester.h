// Corrections for a misspelt word: what is near, then ranking.
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

    [[nodiscard]] std::vector<Suggestion> suggest(std::string_view word, std::size_t limit, double within) const;

  private:
    /// What a form costs beyond its spelling: rare tenses and names rank behind everyday words.
    [[nodiscard]] double rarity(FormId form, bool word_is_capitalised) const;
    /// The forms near `word`, widening the search until one is near enough. `word` is in lower case.
    [[nodiscard]] std::vector<Suggestion> near(const std::u32string& word, bool word_is_capitalised,
                                               double within) const;

    const Lexicon& lexicon_;
    const AutomatonView& automaton_;
};

}  // namespace relis::language
