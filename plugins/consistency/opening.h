// When a place is open, or a mission may be done, as the parameters spell it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/moment.h>

namespace relis::consistency {

/// Spans of time: `lu-ve 9:00-21:00` (days of the week by their two first letters in French, one or a range; a span may
/// pass midnight), `9:00-21:00` (every day), `2026-06-01/2026-06-30` (dates, both included). Immutable value.
class Spans {
  public:
    /// Reads one span a line; a line that is none of these is left out, so that a slip accuses nobody.
    explicit Spans(const std::vector<std::string>& lines);

    /// Whether there is anything to check.
    [[nodiscard]] bool has_hours() const { return !hours_.empty(); }
    [[nodiscard]] bool has_dates() const { return !dates_.empty(); }

    /// Whether the local time lies in one of the hours, `tolerance` minutes early or late included. REQUIRES:
    /// has_hours()
    [[nodiscard]] bool in_hours(const Moment& moment, int tolerance) const;
    /// Whether the local date lies in one of the ranges. REQUIRES: has_dates()
    [[nodiscard]] bool in_dates(const Moment& moment) const;

  private:
    struct Hours {
        unsigned days = 0;  ///< bit 0: Monday
        int from = 0;       ///< minutes of the day
        int to = 0;         ///< past midnight where it is not after `from`
    };
    struct Dates {
        std::string from;  ///< `2026-06-01`
        std::string to;
    };
    std::vector<Hours> hours_;
    std::vector<Dates> dates_;
};

}  // namespace relis::consistency
