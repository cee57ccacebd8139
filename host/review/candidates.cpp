#include "review/candidates.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "store/candidates.h"
#include "store/reports.h"
#include "store_types.h"

namespace relis::review {

std::vector<Candidate> candidates(Workspace& workspace, const std::string& report_id, std::size_t limit) {
    const auto report = store::load_report(workspace.database(), report_id);
    if (!report) throw std::runtime_error("no report " + report_id + "; `relis queue` lists those there are");
    const std::chrono::sys_seconds month_ago = now().utc - std::chrono::days{31};
    std::vector<Candidate> result;
    for (const store::ProgrammeShopper& shopper :
         store::programme_shoppers(workspace.database(), report->programme, report->site.id, limit + 1)) {
        if (shopper.shopper_id == report->shopper_id) continue;
        Candidate candidate;
        candidate.shopper_id = shopper.shopper_id;
        candidate.name = shopper.name.empty() ? shopper.shopper_id : shopper.name;
        candidate.city = shopper.city;
        candidate.reliability = shopper.reliability;
        candidate.open_missions = shopper.open_missions;
        candidate.last_at_site = shopper.last_at_site;
        candidate.same_site_lately = shopper.last_at_site && shopper.last_at_site->utc > month_ago;
        result.push_back(std::move(candidate));
    }
    std::stable_partition(result.begin(), result.end(),
                          [](const Candidate& candidate) { return !candidate.same_site_lately; });
    if (result.size() > limit) result.resize(limit);
    return result;
}

}  // namespace relis::review
