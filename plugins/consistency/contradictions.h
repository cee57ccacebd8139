// A value against the comment beside it, and nothing flagged that is not certain.
#pragma once

#include <memory>
#include <unordered_set>
#include <vector>

#include "box.h"
#include "language/lexicon.h"

namespace relis::consistency {

/// Finds comments that say the contrary of their value. Immutable; safe to use from several threads. Four signs, each
/// of them dropped as soon as the comment hedges (`mais`, `seulement`, `au début`):
/// - `opposite-opening`: the comment opens with the other of *oui* and *non*;
/// - `opposite-statement`: the question's own verb or adjective is denied beside *oui*, or affirmed beside *non*;
/// - `opposite-judgement`: the best choice beside nothing but blame, or the worst beside nothing but praise;
/// - `other-duration`: a number of minutes that is not the value.
class ContradictionFinder {
  public:
    explicit ContradictionFinder(std::shared_ptr<const language::Lexicon> lexicon);

    void find(const Box& box, std::vector<Finding>& findings) const;

  private:
    struct Pass;
    std::shared_ptr<const language::Lexicon> lexicon_;
    std::unordered_set<language::LemmaId> weak_;  ///< lemmas too common to be what a question is about
    std::unordered_set<language::LemmaId> praise_;
    std::unordered_set<language::LemmaId> blame_;
};

}  // namespace relis::consistency
