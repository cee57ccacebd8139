#include "roster_profiles.h"

#include <optional>

#include <fmt/format.h>

namespace relis::review {

namespace {

std::optional<store::Coordinates> to_store(const std::optional<intake::RosterCoordinates>& at) {
    if (!at) return std::nullopt;
    return store::Coordinates{at->latitude, at->longitude};
}

}  // namespace

std::string date_text(const std::chrono::year_month_day& date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

store::ShopperProfile profile_of(const intake::RosterShopper& shopper, std::chrono::days moved) {
    const auto text = [&](const std::chrono::year_month_day& date) {
        return date_text(std::chrono::year_month_day(std::chrono::sys_days(date) + moved));
    };
    store::ShopperProfile profile;
    profile.home = to_store(shopper.home);
    profile.weekdays = shopper.weekdays;
    for (const intake::RosterAbsence& absence : shopper.absences)
        profile.absences.push_back({text(absence.from), text(absence.to)});
    profile.acquaintances = shopper.acquaintances;
    for (const intake::RosterNote& note : shopper.notes) {
        profile.notes.push_back({text(note.on), note_kind_from(note.note).value_or(NoteKind::neutral), note.reason});
    }
    return profile;
}

store::SitePlace site_place_of(const intake::RosterSite& site) {
    return {to_store(site.at), site.languages};
}

store::AddResult both(const store::AddResult& record, const store::AddResult& profile) {
    if (record.outcome != store::Added::unchanged || profile.outcome == store::Added::unchanged) return record;
    return {store::Added::updated, {}};
}

}  // namespace relis::review
