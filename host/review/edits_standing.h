#pragma once

#include <string>
#include <vector>

#include "review/edited_copy.h"

namespace relis::review {

/// The answers of a revision that read otherwise in the client's copy.
[[nodiscard]] std::vector<EditedAnswer> edits_standing(store::Database& database, const std::string& report_id,
                                                       int revision);

}  // namespace relis::review
