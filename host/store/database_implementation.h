#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <semaphore>
#include <utility>
#include <vector>

#include "connection.h"
#include "store/database.h"

namespace relis::store {

class Lease;

/// The pool of one database.
class Database::Implementation {
  public:
    Implementation(ConnectionSettings settings, std::size_t connections);

    /// Borrows a connection, opening one where none is free and the pool is not full; else waits.
    Lease borrow();

    [[nodiscard]] const ConnectionSettings& settings() const { return settings_; }
    /// The writer's turn: SQLite has one writer at a time, and queueing here is fairer than its polling.
    bool take_writer_turn();
    void end_writer_turn();

    int schema_version = 0;

  private:
    friend class Lease;
    void give_back(std::unique_ptr<Connection> connection);

    ConnectionSettings settings_;
    std::size_t most_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> free_;
    std::size_t lent_ = 0;
    std::binary_semaphore writer_{1};
};

/// A borrowed connection, given back at the end of its life.
class Lease {
  public:
    Lease(Database::Implementation& pool, std::unique_ptr<Connection> connection)
        : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() {
        if (connection_) pool_->give_back(std::move(connection_));
    }
    Connection& operator*() const { return *connection_; }
    Connection* operator->() const { return connection_.get(); }

  private:
    Database::Implementation* pool_;
    std::unique_ptr<Connection> connection_;
};

/// What a commit promises once it returned.
enum class Durability {
    normal,  ///< never half a transaction; the last ones may be lost when the machine loses power
    full     ///< on the disk
};

/// A transaction that writes; rolled back unless committed.
class Transaction {
  public:
    explicit Transaction(Database& database, Durability durability = Durability::normal);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Connection& operator*() const { return *lease_; }
    void commit();

  private:
    void finish(const char* command);
    Database::Implementation& pool_;
    bool turn_;
    Lease lease_;
    Durability durability_;
    bool open_ = false;
};

/// Calls `work(Connection&)` in a transaction that writes, and commits it.
template <class Work>
auto write(Database& database, Work&& work, Durability durability = Durability::normal) {
    Transaction transaction(database, durability);
    if constexpr (std::is_void_v<std::invoke_result_t<Work, Connection&>>) {
        work(*transaction);
        transaction.commit();
    } else {
        auto result = work(*transaction);
        transaction.commit();
        return result;
    }
}

/// Calls `work(Connection&)` with a connection, each statement seeing what was committed before it.
template <class Work>
auto read(Database& database, Work&& work) {
    const Lease lease = database.implementation().borrow();
    return work(*lease);
}

/// Calls `work(Connection&)` in a transaction that reads: all its statements see the same moment.
template <class Work>
auto read_snapshot(Database& database, Work&& work) {
    const Lease lease = database.implementation().borrow();
    struct Snapshot {
        Connection& connection;
        explicit Snapshot(Connection& c) : connection(c) {
            connection.script(c.is_postgresql() ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN");
        }
        ~Snapshot() {
            try {
                connection.script("ROLLBACK");
            } catch (const Error&) {
                connection.mark_broken();
            }
        }
        Snapshot(const Snapshot&) = delete;
        Snapshot& operator=(const Snapshot&) = delete;
    } const snapshot(*lease);
    return work(*lease);
}

}  // namespace relis::store
