#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "review/workspace.h"

namespace relis::review {

/// The outcome of publishing.
struct PublishResult {
    std::int64_t criteria_set = 0;    ///< id of the new version; 0: refused
    std::vector<std::string> errors;  ///< each names plugin, parameter, value and what is allowed
};

/// Publishes a new version of the parameters: `overrides` is a JSON object of plugins to objects of parameters,
/// `{"detail": {"min_words": 12}}`, laid over the version published before (null takes an override back). An empty
/// programme means the agency's own set, which every programme's set inherits from. All or nothing.
/// Reports that wait for a decision become stale and are assessed anew by assess_pending.
PublishResult publish_parameters(Workspace& workspace, const std::string& programme, const std::string& overrides,
                                 const std::string& note);

/// The parameters in force for a programme (empty: the agency's), complete: a JSON object by plugin id.
[[nodiscard]] std::string effective_parameters(Workspace& workspace, const std::string& programme);

/// Each loaded plugin's description with its schema, as a JSON array.
[[nodiscard]] std::string plugin_schemas(Workspace& workspace);

}  // namespace relis::review
