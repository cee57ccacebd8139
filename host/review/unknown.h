#pragma once

#include <cstdint>
#include <string>

#include <relis/label.h>

#include "label/labelled_error.h"

// What is said of a name that nothing has and of parameters that are none, and what to do: messages of refusals and of
// LabelledError.
namespace relis::review {

[[nodiscard]] Label no_report(const std::string& id);
[[nodiscard]] Label no_programme(const std::string& id);
[[nodiscard]] Label no_criteria_set(std::int64_t id);
[[nodiscard]] Label no_shopper(const std::string& id);
[[nodiscard]] Label no_plugin(const std::string& id);
[[nodiscard]] Label no_parameters();

}  // namespace relis::review
