// The queue must cost the same at 1,000,000 reports as at 10,000 (within 1.5 times): each benchmark runs on both.
#include "store/queue.h"

#include <map>
#include <memory>
#include <string>

#include <benchmark/benchmark.h>

#include "../support/temporary_folder.h"
#include "rows.h"
#include "store/database.h"

namespace {

using relis::store::Database;

/// The database of that size, made once a run.
Database& database_of(long rows) {
    static relis::test::TemporaryFolder folder;
    static std::map<long, std::unique_ptr<Database>> databases;
    std::unique_ptr<Database>& database = databases[rows];
    if (database == nullptr) {
        const std::string file = (folder.path() / (std::to_string(rows) + ".sqlite")).string();
        { const Database created(file); }
        relis::bench::RowWriter writer(file);
        writer.add_queue_lines("R", rows, 1780000000);
        writer.commit();
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

/// The first page by that column, the other way round.
void sorting(benchmark::State& state, relis::store::QueueColumn column) {
    Database& database = database_of(state.range(0));
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(relis::store::load_queue(database, {}, {column, true}));
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
BENCHMARK_CAPTURE(sorting, by_due_at, relis::store::QueueColumn::due_at)->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(sorting, by_submitted_at, relis::store::QueueColumn::submitted_at)->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(sorting, by_programme, relis::store::QueueColumn::programme)->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(sorting, by_site, relis::store::QueueColumn::site)->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(sorting, by_shopper, relis::store::QueueColumn::shopper)->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(sorting, by_reliability, relis::store::QueueColumn::reliability)->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(sorting, by_detail, relis::store::QueueColumn::detail)->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(sorting, by_french, relis::store::QueueColumn::french)->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(sorting, by_flags, relis::store::QueueColumn::flags)->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(sorting, by_missing, relis::store::QueueColumn::missing)->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(sorting, by_recommendation, relis::store::QueueColumn::recommendation)->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(sorting, by_state, relis::store::QueueColumn::state)->Arg(10'000)->Arg(1'000'000);
BENCHMARK_CAPTURE(sorting, by_held_by, relis::store::QueueColumn::held_by)->Arg(10'000)->Arg(1'000'000);
BENCHMARK(paging_deep)->Arg(10'000)->Arg(1'000'000);
