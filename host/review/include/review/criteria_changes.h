#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/parameters.h>
#include <relis/plugin.h>

#include "review/criteria.h"

// What a version of a criteria set did, parameter by parameter. Pure: the plugins are those of today, so that values
// stored with other ones are told apart.
namespace relis::review {

/// A value as it stands in a stored version.
struct StoredValue {
    std::string written;                  ///< in words: a text as it is, several separated by semicolons, else as JSON
    std::optional<ParameterValue> value;  ///< absent: it does not fit today's plugins
    bool operator==(const StoredValue&) const = default;
};

/// Why a stored value says nothing any more.
enum class Misfit {
    none,
    plugin,     ///< no such plugin is loaded
    parameter,  ///< the plugin has no such parameter
    value       ///< it is of another type, or outside the limits
};

/// What two versions say of one parameter. Absent: it is not overridden there.
struct ParameterChange {
    std::string plugin;
    std::string parameter;
    std::optional<StoredValue> before;
    std::optional<StoredValue> after;
    Misfit misfit = Misfit::none;  ///< of either value
    [[nodiscard]] bool changed() const { return before != after; }
};

struct VersionChanges {
    /// The version that this is compared with: the last one before it that was ever published; 0: there is none, and
    /// everything overridden is a change.
    int since = 0;
    std::vector<ParameterChange> parameters;  ///< overridden in either, by plugin and name
    /// It was in force, and an earlier version was put in its place.
    bool rolled_back = false;
};

/// `history` is of any order and may hold other programmes' sets, which do not count. REQUIRES: `version` is among it.
[[nodiscard]] VersionChanges changes_of_version(const std::vector<CriteriaVersion>& history,
                                                const CriteriaVersion& version,
                                                const std::vector<PluginDescription>& plugins);

}  // namespace relis::review
