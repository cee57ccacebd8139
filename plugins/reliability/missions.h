// What single missions tell.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <ratio>

#include <relis/reliability.h>

namespace relis::reliability {

/// One mission with what its age makes it weigh.
struct Weighed {
    const MissionRecord* mission;
    double weight;
};

[[nodiscard]] inline bool has_report(const MissionRecord& mission) {
    return mission.outcome == Outcome::accepted || mission.outcome == Outcome::reassigned;
}

/// Hours late, 0 when in time; nothing where no report or no due time is known.
[[nodiscard]] inline std::optional<double> hours_late(const MissionRecord& mission) {
    if (!mission.submitted_at || !mission.due_at) return std::nullopt;
    const std::chrono::duration<double, std::ratio<3600>> late = mission.submitted_at->utc - mission.due_at->utc;
    return std::max(0.0, late.count());
}

/// Hours from a cancellation to the due time, 0 when it came later; nothing where the due time is not known.
[[nodiscard]] inline std::optional<double> notice_hours(const MissionRecord& mission) {
    if (mission.outcome != Outcome::cancelled || !mission.due_at) return std::nullopt;
    const std::chrono::duration<double, std::ratio<3600>> notice = mission.due_at->utc - mission.closed_at.utc;
    return std::max(0.0, notice.count());
}

}  // namespace relis::reliability
