#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <relis/plugin.h>

#include "review/workspace.h"

// What criteria sets hold beside the plugins' parameters: how missions are assigned, how long appeals may take. It is
// described in the words plugins describe theirs with, so that criteria sets check, inherit and show it alike, and in
// no fingerprint, so that tuning it makes no report stale.
namespace relis::review {

inline constexpr const char* appeals_id = "appeals";

/// The descriptions, in the order in which they are shown. No plugins: their roles mean nothing.
[[nodiscard]] const std::vector<const PluginDescription*>& house_rules();
/// One of them, or null.
[[nodiscard]] const PluginDescription* house_rule(std::string_view id);

/// What is in force of `id` for a programme (empty: the agency's). REQUIRES: house_rule(id). Throws LabelledError where
/// stored values do not fit.
[[nodiscard]] Parameters house_parameters(Workspace& workspace, const std::string& id, const std::string& programme);

}  // namespace relis::review
