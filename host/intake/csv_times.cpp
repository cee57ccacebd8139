#include "csv_times.h"

#include <stdexcept>

#include <unicode/unistr.h>

#include "text_check.h"
#include "value_forms.h"

namespace relis::intake {

CellTimes::CellTimes(const std::string& zone) {
    const bool is_offset = zone.starts_with('-') || zone.starts_with('+');
    std::unique_ptr<icu::TimeZone> made(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8((is_offset ? "GMT" : "") + zone)));
    auto* const basic = dynamic_cast<icu::BasicTimeZone*>(made.get());
    if (basic == nullptr || *made == icu::TimeZone::getUnknown()) {
        throw std::invalid_argument(in_quotes(zone).en + " is no time zone (as Europe/Paris or -04:00)");
    }
    static_cast<void>(made.release());
    zone_.reset(basic);
}

std::optional<Moment> CellTimes::read(std::string_view cell) const {
    cell = trimmed(cell);
    if (const auto moment = parse_moment(cell)) return moment;
    if (cell.size() < 12) return std::nullopt;
    const auto date = read_date(cell.substr(0, 10));
    const auto time = cell[10] == ' ' || cell[10] == 'T' ? read_time(cell.substr(11)) : std::nullopt;
    if (!date || !time) return std::nullopt;
    const std::chrono::sys_seconds local = std::chrono::sys_days{*date} + *time;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    zone_->getOffsetFromLocal(static_cast<UDate>(local.time_since_epoch().count()) * 1000.0, UCAL_TZ_LOCAL_FORMER,
                              UCAL_TZ_LOCAL_FORMER, raw, saving, status);
    if (U_FAILURE(status)) return std::nullopt;
    const auto offset = std::chrono::floor<std::chrono::minutes>(std::chrono::milliseconds{std::int64_t{raw} + saving});
    return Moment{local - offset, offset};
}

}  // namespace relis::intake
