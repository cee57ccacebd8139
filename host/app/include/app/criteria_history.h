#pragma once

#include <wx/string.h>

#include "review/criteria_sheet.h"

namespace relis::app {

/// How the versions of a criteria set read in the interface's language. Interface thread only.

/// `draft`, `in force`, `retired`, `rolled back`
[[nodiscard]] wxString state_of(const review::CriteriaSheet& sheet, const review::CriteriaVersion& version);

/// Everything about one version of the sheet's history: who made it, when and why, when it was put in force and by
/// whom, which values it changed since the published version before it, which of these no longer fit today's plugins,
/// and what else it overrides.
[[nodiscard]] wxString version_text(const review::CriteriaSheet& sheet, const review::CriteriaVersion& version);

}  // namespace relis::app
