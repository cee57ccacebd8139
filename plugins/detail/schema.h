// The parameters of the criterion.
#pragma once

#include <vector>

#include <relis/parameters.h>

namespace relis::content_detail {

[[nodiscard]] std::vector<ParameterSpec> schema();

}  // namespace relis::content_detail
