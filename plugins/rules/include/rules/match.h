// Applies the rules to a reading.
#pragma once

#include <cstddef>
#include <vector>

#include "grammar/check.h"
#include "grammar/reading.h"
#include "rules/rule_set.h"

namespace relis::rules {

/// The faults of a text in the order of their positions, none overlapping another: the one that begins first stays,
/// then the rule read first. `suggestions` false leaves their suggestions empty (faster). The faults' rule ids live as
/// long as the set. The reading must be made with the lexicon of the set. Pure, thread-safe, linear in the text.
[[nodiscard]] std::vector<grammar::Fault> apply(const RuleSet& rules, const grammar::ReadText& text,
                                                bool suggestions = true);

}  // namespace relis::rules
