// The list of rules in README.md.
#pragma once

#include <string>

#include "engine.h"

namespace relis::french {

/// Markdown: a table a folder of rule files and a table a library, in the order of their names; a line a rule file with
/// the titles and ids of its rules.
[[nodiscard]] std::string rule_list(const Engine& engine);

}  // namespace relis::french
