#pragma once

#include <optional>
#include <string>

#include "connection.h"
#include "store/assignment.h"

namespace relis::store {

/// What is stored, inside the caller's transaction; nothing where there is no row.
std::optional<ShopperProfile> stored_profile(Connection& connection, const std::string& shopper_id);
std::optional<SitePlace> stored_site_place(Connection& connection, const std::string& site_id);

/// Writes the row over the one there is. The shopper and the site exist.
void write_profile(Connection& connection, const std::string& shopper_id, const ShopperProfile& profile);
void write_site_place(Connection& connection, const std::string& site_id, const SitePlace& place);

}  // namespace relis::store
