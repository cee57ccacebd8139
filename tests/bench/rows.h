// Rows for benchmarks, written past the store, which would take minutes for a million.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <sqlite3.h>

namespace relis::bench {

/// A database file opened for writing rows quickly, and closed at the end. Throws std::runtime_error where SQLite
/// fails.
class RowWriter {
  public:
    explicit RowWriter(const std::string& file) {
        sqlite3* opened = nullptr;
        const int state = sqlite3_open(file.c_str(), &opened);
        connection_.reset(opened);
        if (state != SQLITE_OK) throw std::runtime_error("cannot open " + file);
        run("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN");
    }

    void run(const std::string& sql) {
        char* message = nullptr;
        if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK) return;
        const std::string text = message == nullptr ? "SQLite failed" : message;
        sqlite3_free(message);
        throw std::runtime_error(text);
    }

    void commit() { run("COMMIT"); }

    /// Lines of the queue, and nothing behind them: they are listed, sorted and filtered, but cannot be opened. Ids
    /// are `prefix`-0000001 and so on; the first is due a little after `from`, in seconds since 1970.
    void add_queue_lines(const std::string& prefix, long rows, long from) {
        const std::string start = std::to_string(from);
        // each is built in one sort afterwards, instead of from a million places all over it
        const std::vector<std::string> indexes = take_indexes_away("queue_entries");
        run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + std::to_string(rows) +
            ") INSERT INTO queue_entries SELECT printf('" + prefix + R"(-%07d', i), 1,
            CASE WHEN i % 10 < 8 THEN 'assessed' WHEN i % 10 = 8 THEN 'accepted' ELSE 'submitted' END,
            printf('P-%d', i % 6), printf('Programme %d', i % 6), printf('programme %d', i % 6),
            printf('S-%d', i % 500), printf('Site %d', i % 500), 'Montréal', printf('site %d', i % 500),
            printf('C-%d', i % 2000), printf('Nom %d', i % 2000), printf('nom %d', i % 2000),
            (i % 50) / 10.0, 0, (i % 11) / 2.0, (i % 9) / 2.0, i % 4, i % 3,
            CASE i % 3 WHEN 0 THEN 'accept' WHEN 1 THEN 'rework' ELSE 'reassign' END,
            )" +
            start + " + (i * 7919) % 5000000, -240, " + start +
            R"( + i, -240, CASE WHEN i % 200 = 7 THEN printf('user %d', i % 7) ELSE '' END,
            CASE WHEN i % 200 = 7 THEN 4000000000 ELSE 0 END, 0, 'f' FROM n)");
        for (const std::string& index : indexes) {
            run(index);
        }
    }

  private:
    /// What makes them again.
    std::vector<std::string> take_indexes_away(const std::string& table) {
        struct Index {
            std::string name;
            std::string made_by;
        };
        std::vector<Index> indexes;
        const auto take = [](void* taken, int, char** columns, char**) {
            static_cast<std::vector<Index>*>(taken)->push_back({columns[0], columns[1]});
            return 0;
        };
        const std::string asked =
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '" + table +
            "'";
        if (sqlite3_exec(connection_.get(), asked.c_str(), take, &indexes, nullptr) != SQLITE_OK) {
            throw std::runtime_error("the indexes of " + table + " cannot be read");
        }
        std::vector<std::string> makers;
        for (const Index& index : indexes) {
            run("DROP INDEX " + index.name);
            makers.push_back(index.made_by);
        }
        return makers;
    }

    struct Close {
        void operator()(sqlite3* connection) const { sqlite3_close(connection); }
    };
    std::unique_ptr<sqlite3, Close> connection_;
};

}  // namespace relis::bench
