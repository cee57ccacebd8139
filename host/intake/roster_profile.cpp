#include "roster_profile.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "report_json.h"
#include "text_check.h"
#include "value_forms.h"

namespace relis::intake {
namespace {

using Need = ObjectReader::Need;
using Date = std::chrono::year_month_day;

constexpr std::array<std::string_view, 7> weekday_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::optional<Date> required_date(ObjectReader& reader, std::string_view key) {
    const std::optional<std::string> written = reader.text(key, Need::required);
    if (!written) return std::nullopt;
    const std::optional<Date> date = read_date(*written);
    if (!date) reader.problem(key, no_date(*written));
    return date;
}

/// Calls `read(entry)` for each object of an optional array.
template <class Read>
void for_each_entry(ObjectReader& reader, std::string_view list, std::vector<Problem>& problems, const Read& read) {
    const Json* const entries = reader.array(list, Need::optional);
    if (entries == nullptr) return;
    for (std::size_t i = 0; i < entries->size(); ++i) {
        ObjectReader entry((*entries)[i], reader.field(list) + "[" + std::to_string(i) + "]", problems);
        read(entry);
        entry.finish();
    }
}

}  // namespace

std::optional<RosterCoordinates> read_coordinates(ObjectReader& reader) {
    const bool has_latitude = reader.value("latitude", Need::optional) != nullptr;
    const bool has_longitude = reader.value("longitude", Need::optional) != nullptr;
    const std::optional<double> latitude = reader.number("latitude", Need::optional, -90, 90);
    const std::optional<double> longitude = reader.number("longitude", Need::optional, -180, 180);
    if (has_latitude != has_longitude) {
        reader.problem(has_latitude ? "longitude" : "latitude", {"manque : un lieu demande latitude et longitude",
                                                                 "is missing: a place needs latitude and longitude"});
    }
    if (!latitude || !longitude) return std::nullopt;
    return RosterCoordinates{*latitude, *longitude};
}

void read_profile(ObjectReader& reader, RosterShopper& shopper, std::vector<Problem>& problems) {
    shopper.home = read_coordinates(reader);
    shopper.weekdays = reader.texts("weekdays", Need::optional);
    for (const std::string& day : shopper.weekdays) {
        if (std::find(weekday_names.begin(), weekday_names.end(), day) == weekday_names.end())
            reader.problem("weekdays", is_none_of(day, "mon, tue, wed, thu, fri, sat, sun"));
    }
    for_each_entry(reader, "absences", problems, [&](ObjectReader& entry) {
        const std::optional<Date> from = required_date(entry, "from");
        const std::optional<Date> to = required_date(entry, "to");
        if (!from || !to) return;
        if (std::chrono::sys_days(*to) < std::chrono::sys_days(*from)) {
            entry.problem("to", {"l'absence finit avant de commencer", "the absence ends before it begins"});
            return;
        }
        shopper.absences.push_back({*from, *to});
    });
    shopper.acquaintances = reader.texts("acquaintances", Need::optional);
    for_each_entry(reader, "professionalism", problems, [&](ObjectReader& entry) {
        const std::optional<Date> on = required_date(entry, "on");
        const std::string note = entry.text("note", Need::required).value_or("");
        const std::string reason = entry.text("reason", Need::required).value_or("");
        if (!note.empty() && note != "positive" && note != "neutral" && note != "negative")
            entry.problem("note", is_none_of(note, "positive, neutral, negative"));
        if (on) shopper.notes.push_back({*on, note, reason});
    });
}

}  // namespace relis::intake
