// The text of a suggestion: the words of the match, inflected as the rule asks.
#pragma once

#include <optional>
#include <string>

#include "matcher.h"
#include "rules/rule.h"

namespace relis::rules {

/// The replacement in the letter case of what it replaces, or nothing when a form it needs does not exist.
[[nodiscard]] std::optional<std::string> write_suggestion(const Suggestion& suggestion, const grammar::ReadText& text,
                                                          const Matcher& match);

}  // namespace relis::rules
