#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <relis/moment.h>
#include <relis/reliability.h>

#include "review/workspace.h"

namespace relis::review {

/// A shopper to whom a mission could be given instead.
struct Candidate {
    std::string shopper_id;
    std::string name;  ///< the id where no name is known
    std::string city;
    std::optional<Reliability> reliability;  ///< without its components
    std::size_t open_missions = 0;
    std::optional<Moment> last_at_site;  ///< when a report of his on the same site was last submitted
    bool same_site_lately = false;       ///< less than a month ago: the mission should go to somebody else
};

/// Shoppers who have worked for the report's programme, the author left out: by reliability, those who visited the same
/// site in the month before last. It weighs neither distance nor rotation. Throws std::runtime_error for an unknown id.
[[nodiscard]] std::vector<Candidate> candidates(Workspace& workspace, const std::string& report_id,
                                                std::size_t limit = 30);

}  // namespace relis::review
