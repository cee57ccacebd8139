// Candidates for a mission: 100,000 shoppers must be ranked in under 50 ms, in time proportional to their number.
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include "../support/temporary_folder.h"
#include "review/mission_candidates.h"

namespace {

using relis::review::CandidatePool;
using relis::review::Workspace;

void run(sqlite3* connection, const std::string& sql) {
    char* message = nullptr;
    if (sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
        const std::string text = message == nullptr ? "SQLite failed" : message;
        sqlite3_free(message);
        throw std::runtime_error(text);
    }
}

std::string series(const char* insert, long rows) {
    return "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + std::to_string(rows) + ") " +
           insert;
}

/// Written past the store, which would take minutes: shoppers with profiles and ratings, 500 sites in 20 programmes,
/// ten missions of the past year a shopper.
void fill(const std::string& file, long shoppers) {
    sqlite3* connection = nullptr;
    if (sqlite3_open(file.c_str(), &connection) != SQLITE_OK) throw std::runtime_error("cannot open " + file);
    run(connection, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN");
    run(connection, "INSERT INTO clients VALUES ('CL-1', 'Client')");
    run(connection, series("INSERT INTO programmes SELECT 'P-' || (i % 20), 'CL-1', 'Programme', 'q@1', 'fr-CA', '[]' "
                           "FROM n",
                           20));
    run(connection,
        series("INSERT INTO sites SELECT 'S-' || (i % 500), 'P-' || (i % 20), 'Site ' || i, 'Ville ' || (i % "
               "50), 'Region ' || (i % 10) FROM n",
               500));
    run(connection, series("INSERT INTO site_places SELECT 'S-' || (i % 500), 45 + (i % 97) / 50.0, -73 - (i % 89) / "
                           "50.0, '[]' FROM n",
                           500));
    run(connection, series("INSERT INTO shoppers SELECT printf('C-%07d', i), 'Nom ' || i, '', 'Ville ' || (i % 50), "
                           "'Region ' || (i % 10), '[\"fr\"]', '2024-01-01' FROM n",
                           shoppers));
    run(connection, series(R"(INSERT INTO shopper_profiles SELECT printf('C-%07d', i), 45 + (i % 1009) / 500.0,
            -73 - (i % 997) / 500.0, CASE i % 3 WHEN 0 THEN '["sat","sun"]' ELSE '[]' END,
            CASE i % 4 WHEN 0 THEN '[["2026-06-10","2026-06-20"]]' ELSE '[]' END,
            CASE i % 50 WHEN 0 THEN '["S-7"]' ELSE '[]' END,
            CASE i % 5 WHEN 0 THEN '[["2026-05-01","negative","Note"]]' ELSE '[]' END FROM n)",
                           shoppers));
    run(connection,
        series(R"(INSERT INTO ratings (shopper_id, value, uncertainty, newcomer, components, rated_at, rated_offset,
            cause) SELECT printf('C-%07d', i), (i % 50) / 10.0, 0.2, i % 10 = 0,
            '[{"id":"french","fr":"F","en":"F","value":' || ((i % 41) / 8.0) ||
            ',"weight":0.5,"explanation_fr":"x","explanation_en":"x"},{"id":"punctuality","fr":"P","en":"P","value":' ||
            ((i % 37) / 8.0) || ',"weight":0.5,"explanation_fr":"x","explanation_en":"x"}]', 1780000000, -240, 'other' FROM n)",
               shoppers));
    const std::string missions = R"(INSERT INTO missions SELECT 'M-' || i, 'P-' || (i % 20), 'S-' || (i * 7 % 500),
        printf('C-%07d', 1 + i % )" +
                                 std::to_string(shoppers) + R"(), NULL, NULL,
        1781600000 - (i * 7919) % 31000000, -240, 1781600000 - (i * 7919) % 31000000, -240, 'accepted',
        1781600000 - (i * 7919) % 31000000, -240, i % 7 = 0, 4.0 + i % 2, 4.6, 0, NULL FROM n)";
    run(connection, series(missions.c_str(), 10 * shoppers));
    run(connection, R"(INSERT INTO missions VALUES ('M-open', 'P-7', 'S-7', 'C-0000001', NULL, NULL, 1781900000, -240,
            NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL))");
    run(connection, "COMMIT");
    sqlite3_close(connection);
}

Workspace& workspace_of(long shoppers) {
    static relis::test::TemporaryFolder folder;
    static std::map<long, std::unique_ptr<Workspace>> workspaces;
    std::unique_ptr<Workspace>& workspace = workspaces[shoppers];
    if (workspace == nullptr) {
        const std::string file = (folder.path() / (std::to_string(shoppers) + ".sqlite")).string();
        const relis::review::WorkspaceOptions options{file, RELIS_PLUGIN_FOLDER, "bench"};
        { const Workspace created(options); }
        fill(file, shoppers);
        workspace = std::make_unique<Workspace>(options);
    }
    return *workspace;
}

relis::Moment when() {
    return relis::parse_moment("2026-06-16T12:00:00-04:00").value();
}

const CandidatePool& pool_of(long shoppers) {
    static std::map<long, std::unique_ptr<CandidatePool>> pools;
    std::unique_ptr<CandidatePool>& pool = pools[shoppers];
    if (pool == nullptr) pool = std::make_unique<CandidatePool>(workspace_of(shoppers), when());
    return *pool;
}

void ranking(benchmark::State& state) {
    Workspace& workspace = workspace_of(state.range(0));
    const CandidatePool& pool = pool_of(state.range(0));
    relis::review::RankingOptions options;
    options.at = when();
    std::size_t eligible = 0;
    for ([[maybe_unused]] auto _ : state)
        eligible = relis::review::rank_candidates(workspace, pool, "M-open", options).eligible;
    state.counters["eligible"] = static_cast<double>(eligible);
}

/// The whole list in its order, with everybody's reasons.
void ranking_with_all_reasons(benchmark::State& state) {
    Workspace& workspace = workspace_of(state.range(0));
    const CandidatePool& pool = pool_of(state.range(0));
    relis::review::RankingOptions options;
    options.at = when();
    options.limit = 0;
    options.excluded_limit = 0;
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(relis::review::rank_candidates(workspace, pool, "M-open", options));
}

void reading_the_roster(benchmark::State& state) {
    Workspace& workspace = workspace_of(state.range(0));
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(CandidatePool(workspace, when()));
}

}  // namespace

BENCHMARK(ranking)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(ranking_with_all_reasons)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(reading_the_roster)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
