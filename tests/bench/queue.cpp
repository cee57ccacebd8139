// The queue must cost the same at 1,000,000 reports as at 10,000 (within 1.5 times): each benchmark runs on both.
#include "store/queue.h"

#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include "../support/temporary_folder.h"
#include "store/database.h"

namespace {

using relis::store::Database;

void run(sqlite3* connection, const std::string& sql) {
    char* message = nullptr;
    if (sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
        const std::string text = message == nullptr ? "SQLite failed" : message;
        sqlite3_free(message);
        throw std::runtime_error(text);
    }
}

/// A queue of that many rows, written past the store, which would take minutes for a million: only the table that the
/// queue reads is filled.
void fill(const std::string& file, long rows) {
    sqlite3* connection = nullptr;
    if (sqlite3_open(file.c_str(), &connection) != SQLITE_OK) throw std::runtime_error("cannot open " + file);
    run(connection, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN");
    run(connection,
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + std::to_string(rows) + R"()
        INSERT INTO queue_entries SELECT printf('R-%07d', i), 1,
            CASE WHEN i % 10 < 8 THEN 'assessed' WHEN i % 10 = 8 THEN 'accepted' ELSE 'submitted' END,
            printf('P-%d', i % 6), printf('Programme %d', i % 6), printf('programme %d', i % 6),
            printf('S-%d', i % 500), printf('Site %d', i % 500), 'Montréal', printf('site %d', i % 500),
            printf('C-%d', i % 2000), printf('Nom %d', i % 2000), printf('nom %d', i % 2000),
            (i % 50) / 10.0, 0, (i % 11) / 2.0, (i % 9) / 2.0, i % 4, i % 3,
            CASE i % 3 WHEN 0 THEN 'accept' WHEN 1 THEN 'rework' ELSE 'reassign' END,
            1780000000 + (i * 7919) % 5000000, -240, 1780000000 + i, -240, '', 0, 0, 'f' FROM n)");
    run(connection, "COMMIT");
    sqlite3_close(connection);
}

/// The database of that size, made once a run.
Database& database_of(long rows) {
    static relis::test::TemporaryFolder folder;
    static std::map<long, std::unique_ptr<Database>> databases;
    std::unique_ptr<Database>& database = databases[rows];
    if (database == nullptr) {
        const std::string file = (folder.path() / (std::to_string(rows) + ".sqlite")).string();
        { const Database created(file); }
        fill(file, rows);
        database = std::make_unique<Database>(file);
    }
    return *database;
}

void opening(benchmark::State& state) {
    Database& database = database_of(state.range(0));
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(relis::store::load_queue(database));
}

void filtering(benchmark::State& state) {
    Database& database = database_of(state.range(0));
    relis::store::QueueFilter filter;
    filter.programme = "P-3";
    filter.recommendation = relis::Decision::rework;  // which the filling gives no report of this programme
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(relis::store::load_queue(database, filter));
}

void sorting_by_score(benchmark::State& state) {
    Database& database = database_of(state.range(0));
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(relis::store::load_queue(database, {}, {relis::store::QueueColumn::detail, true}));
    }
}

/// A page in the middle of the queue.
void paging_deep(benchmark::State& state) {
    Database& database = database_of(state.range(0));
    const auto row = relis::store::load_queue_entry(database, "R-0005000");
    const std::string cursor = relis::store::cursor_at(*row, {});
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(relis::store::load_queue(database, {}, {}, 100, cursor));
}

}  // namespace

BENCHMARK(opening)->Arg(10'000)->Arg(1'000'000);
BENCHMARK(filtering)->Arg(10'000)->Arg(1'000'000);
BENCHMARK(sorting_by_score)->Arg(10'000)->Arg(1'000'000);
BENCHMARK(paging_deep)->Arg(10'000)->Arg(1'000'000);
