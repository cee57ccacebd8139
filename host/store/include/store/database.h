#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "store/error.h"

namespace relis::store {

struct OpenOptions {
    bool create = true;      ///< SQLite: make the file where there is none; the folder must exist
    bool read_only = false;  ///< every write throws Error read_only; an older schema is then refused, not migrated
    std::chrono::milliseconds lock_timeout{5000};  ///< how long a call waits for another writer before Error locked
    std::size_t connections = 8;                   ///< most connections at once; ≥ 1; opened when first needed
};

/// One database of an agency: an SQLite file (the default) or a PostgreSQL database. The functions of the other
/// headers take it as their first argument.
///
/// Thread safety: one Database may be used by any number of threads at once; each call borrows one connection of the
/// pool for its duration, and waits when all are lent. A call made while the same thread holds an open Batch takes a
/// connection of its own and does not see what the batch has not committed; on SQLite a write then waits for the
/// batch and ends in Error locked, so finish the batch first.
class Database {
  public:
    /// Opens `location`: a file path, or a URL `postgresql://user@host:port/name` (also `postgres://`). Creates the
    /// schema where there is none and applies the missing migrations, each in a transaction.
    /// Throws Error with the kind that fits (see ErrorKind).
    explicit Database(const std::string& location, const OpenOptions& options = {});
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] bool is_postgresql() const;

    /// The location as given, without a password: for messages and titles.
    [[nodiscard]] const std::string& display_name() const;

    /// Version of the schema in the database, which is newest_schema_version() once opened.
    [[nodiscard]] int schema_version() const;

    /// Version of the schema that this program writes.
    [[nodiscard]] static int newest_schema_version();

    class Implementation;  ///< of the store's own sources
    [[nodiscard]] Implementation& implementation() const { return *implementation_; }

  private:
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace relis::store
