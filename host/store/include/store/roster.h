#pragma once

#include <optional>
#include <string>
#include <vector>

#include <relis/moment.h>
#include <relis/reliability.h>

#include "store/database.h"
#include "store/page.h"

namespace relis::store {

struct Client {
    std::string id;
    std::string name;
    bool operator==(const Client&) const = default;
};

struct Programme {
    std::string id;
    std::string client;  ///< client id; empty: not known yet
    std::string name;
    std::string questionnaire;     ///< `id@version`; empty: not known yet
    std::string locale = "fr-CA";  ///< `fr-CA` or `fr-FR`
    std::vector<std::string> vocabulary;
    bool operator==(const Programme&) const = default;
};

struct SiteRecord {
    std::string id;
    std::string programme;
    std::string name;
    std::string city;
    std::string region;
    bool operator==(const SiteRecord&) const = default;
};

struct Shopper {
    std::string id;
    std::string name;  ///< empty where only the id is known, from a report
    std::string email;
    std::string city;
    std::string region;
    std::vector<std::string> languages;
    std::string joined_on;  ///< `2022-03-14`; empty: not known
    bool operator==(const Shopper&) const = default;
};

/// One visit assigned to one shopper: open while `outcome` is absent.
struct Mission {
    std::string id;
    std::string programme;
    std::string site;
    std::string shopper_id;
    std::optional<Moment> assigned_at;
    std::optional<Moment> due_at;
    std::optional<Moment> submitted_at;  ///< of the first revision of its report
    std::optional<Outcome> outcome;
    std::optional<Moment> closed_at;
    int reworks = 0;
    std::optional<double> detail;
    std::optional<double> french;
    int missing = 0;  ///< missing answers of the first revision
    bool operator==(const Mission&) const = default;
};

enum class UserRole { reviewer, manager };

struct User {
    std::string id;  ///< login name
    std::string name;
    UserRole role = UserRole::reviewer;
    bool operator==(const User&) const = default;
};

// Writing the roster goes through store/batch.h (one transaction a file). Reading:

/// The record of that id, or nothing.
[[nodiscard]] std::optional<Client> load_client(Database& database, const std::string& id);
[[nodiscard]] std::optional<Programme> load_programme(Database& database, const std::string& id);
[[nodiscard]] std::optional<SiteRecord> load_site(Database& database, const std::string& id);
[[nodiscard]] std::optional<Shopper> load_shopper(Database& database, const std::string& id);
[[nodiscard]] std::optional<Mission> load_mission(Database& database, const std::string& id);
[[nodiscard]] std::optional<User> load_user(Database& database, const std::string& id);

/// Lists by id.
[[nodiscard]] Page<Client> list_clients(Database& database, const PageRequest& page = {});
[[nodiscard]] Page<Programme> list_programmes(Database& database, const PageRequest& page = {});
[[nodiscard]] Page<SiteRecord> list_sites(Database& database, const std::string& programme,
                                          const PageRequest& page = {});
[[nodiscard]] Page<Shopper> list_shoppers(Database& database, const PageRequest& page = {});
[[nodiscard]] Page<User> list_users(Database& database, const PageRequest& page = {});

/// Missions of a shopper that are still open, by id.
[[nodiscard]] Page<Mission> list_open_missions(Database& database, const std::string& shopper_id,
                                               const PageRequest& page = {});

/// What a reliability model is asked with: the finished missions of a shopper, the latest closed first, with what
/// people noted and confirmed of him that stands.
[[nodiscard]] ShopperHistory shopper_history(Database& database, const std::string& shopper_id);

/// Adds a user or changes his name and role.
void put_user(Database& database, const User& user);

}  // namespace relis::store
