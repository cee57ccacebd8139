#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <unicode/basictz.h>

#include <relis/moment.h>

namespace relis::intake {

/// Reads instants as spreadsheets write them. Immutable; may be shared between threads.
class CellTimes {
  public:
    /// `zone`: an IANA name or an offset (`-04:00`). Throws std::invalid_argument where there is no such zone.
    explicit CellTimes(const std::string& zone);

    /// `2026-06-16T14:05:00-04:00`, or `16/06/2026 14:05`, `2026-06-16 14:05[:00]`, `16/06/2026 14 h 05` at the
    /// clocks of the zone (of an hour that occurs twice in autumn, the first).
    [[nodiscard]] std::optional<Moment> read(std::string_view cell) const;

  private:
    std::unique_ptr<const icu::BasicTimeZone> zone_;
};

}  // namespace relis::intake
