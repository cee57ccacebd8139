// A value against the comment beside it, and nothing flagged that is not certain.
#pragma once

#include <memory>
#include <vector>

#include <relis/context.h>
#include <relis/report.h>

#include "asked.h"
#include "box.h"
#include "choices.h"
#include "clauses.h"
#include "comments/words.h"

namespace relis::consistency {

/// Finds comments that say the contrary of their value. Immutable; safe to use from several threads. The signs:
/// - `opposite-opening`: the comment opens with the other of *oui* and *non*;
/// - `opposite-statement`: what the question asks about is denied beside *oui* or the best choice, or affirmed beside
///   *non* or the worst, and nothing in the comment says otherwise;
/// - `had-to-ask`: the shopper had to ask for what should come unasked, beside *oui*;
/// - `exception-to-all`: « sauf », where the answer says all or none;
/// - `opposite-judgement`: the best choice beside nothing but blame, or the worst beside nothing but praise;
/// - `other-choice`: of several kinds (« carte », « comptant »), another than the one chosen is told;
/// - `hours-at-odds`: the hours told leave no room for the minutes, the limit or the part of the day that was answered;
/// - `answers-at-odds`: another answer leaves no room for this one;
/// - `told-elsewhere`: as `opposite-statement`, in the box of another question.
class ContradictionFinder {
  public:
    explicit ContradictionFinder(const std::shared_ptr<const comments::WordBook>& book);
    ~ContradictionFinder();

    /// Finds at most one contradiction for each question. `boxes` are those of the report that hold words.
    void find(const Report& report, const Context& context, const std::vector<Box>& boxes,
              std::vector<Finding>& findings) const;

  private:
    struct Questions;
    Topics topics_;
    Kinds kinds_;
    std::unique_ptr<Questions> questions_;  ///< read once each, and shared by the threads
};

}  // namespace relis::consistency
