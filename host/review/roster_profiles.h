#pragma once

#include <chrono>
#include <string>

#include "intake/roster.h"
#include "store/batch.h"

// From intake's roster to the store's profiles.
namespace relis::review {

/// `2026-06-16`
[[nodiscard]] std::string date_text(const std::chrono::year_month_day& date);

/// Absences and notes are moved by that many days, as the missions are.
[[nodiscard]] store::ShopperProfile profile_of(const intake::RosterShopper& shopper, std::chrono::days moved);
[[nodiscard]] store::SitePlace site_place_of(const intake::RosterSite& site);

/// What storing a record and its profile did, as one result.
[[nodiscard]] store::AddResult both(const store::AddResult& record, const store::AddResult& profile);

}  // namespace relis::review
