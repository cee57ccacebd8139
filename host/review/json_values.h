#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include <relis/decision.h>
#include <relis/finding.h>
#include <relis/moment.h>

// Values as the command line's JSON writes them.
namespace relis::review {

using Json = nlohmann::ordered_json;

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

inline Json moment_json(const std::optional<Moment>& value) {
    return value ? Json(format_moment(*value)) : Json(nullptr);
}

inline Json decision_json(const std::optional<Decision>& decision) {
    return decision ? Json(to_string(*decision)) : Json(nullptr);
}

/// A finding of a plugin.
[[nodiscard]] Json finding_json(const std::string& plugin, const Finding& finding);

/// Whatever a text holds, the line is valid JSON: what is no UTF-8 is written as U+FFFD.
inline std::string line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace relis::review
