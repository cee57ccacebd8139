#pragma once

#include <string>
#include <vector>

namespace relis::store {

class Connection;

/// One file of migrations/.
struct Migration {
    int version = 0;
    std::string name;
    std::string dialect;  ///< `sqlite`, `postgresql`; empty: both, with the words of dialect_words()
    std::string sql;
};

/// The migrations in the order of their versions; written by embed.cmake.
std::vector<Migration> embedded_migrations();

/// The highest version among them.
int newest_migration();

/// Version of the schema in the database; 0 for an empty one. Throws Error not_a_database where it holds tables of
/// something else.
int read_schema_version(Connection& connection);

/// Applies what is missing, each version in a transaction of its own that first takes the one lock of migrations.
/// Throws Error newer_version where the database is ahead. `up_to`: a version to stop at, for the tests of old databases.
void migrate(Connection& connection, int up_to = newest_migration());

}  // namespace relis::store
