// Times that cannot be, or that look invented.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <relis/context.h>
#include <relis/parameters.h>

#include "box.h"

namespace relis::consistency {

/// Minutes since midnight of `14:05`, `14:05:30`, `14 h 05`, `14h` or `9 h`; nothing for anything else.
[[nodiscard]] std::optional<int> minutes_of_day(std::string_view text);

/// Checks the instants of the visit, the times and waits that the report gives, and the hours its comments tell.
void find_times(const Report& report, const Context& context, const std::vector<Box>& boxes,
                const Parameters& parameters, std::vector<Finding>& findings);

}  // namespace relis::consistency
