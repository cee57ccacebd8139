#pragma once

#include <string>
#include <vector>

#include "connection.h"
#include "store/roster.h"

namespace relis::store {

// How roster records stand in their tables: the columns' types and the SELECT in the order of the mapping.

inline constexpr const char* programme_types = "tttttt";
inline constexpr const char* select_programme =
    "SELECT id, client_id, name, questionnaire, locale, vocabulary FROM programmes";
Programme programme_of(Row& row);

inline constexpr const char* site_types = "ttttt";
inline constexpr const char* select_site = "SELECT id, programme_id, name, city, region FROM sites";
SiteRecord site_of(Row& row);

inline constexpr const char* shopper_types = "ttttttt";
inline constexpr const char* select_shopper =
    "SELECT id, name, email, city, region, languages, joined_on FROM shoppers";
Shopper shopper_of(Row& row);

inline constexpr const char* mission_types = "ttttiiiiiitiiirri";
inline constexpr const char* select_mission =
    "SELECT id, programme_id, site_id, shopper_id, assigned_at, assigned_offset, due_at, due_offset, submitted_at, "
    "submitted_offset, outcome, closed_at, closed_offset, reworks, detail, french, missing FROM missions";
Mission mission_of(Row& row);

/// The history, as store/roster.h says, inside the caller's transaction.
ShopperHistory shopper_history(Connection& connection, const std::string& shopper_id);

/// Makes sure that the user exists. Throws Error refused for an empty name.
void ensure_user(Connection& connection, const std::string& id);

}  // namespace relis::store
