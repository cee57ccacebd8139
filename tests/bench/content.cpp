// Detail, completeness and consistency together must cost less than the check of the French, on the same reports.
#include <chrono>
#include <memory>
#include <vector>

#include <benchmark/benchmark.h>

#include "comments_testing/reports.h"
#include "completeness/completeness.h"
#include "consistency/consistency.h"
#include "detail/detail.h"
#include "french/french.h"

namespace {

using relis::comments_testing::Case;

const std::vector<Case>& reports() {
    static const std::vector<Case> cases = [] {
        std::vector<Case> read = relis::comments_testing::read_folder(std::string(RELIS_SOURCE_FOLDER) + "/data/demo");
        // The search for copies is the database's work, and measured by bench_similar
        for (Case& one : read) one.earlier = std::make_shared<const std::vector<Case::Earlier>>();
        return read;
    }();
    return cases;
}

template <class Plugin>
struct Loaded {
    Plugin plugin{relis::comments_testing::environment()};
    relis::Parameters parameters = relis::default_parameters(plugin.describe().parameters);
};

void detail(benchmark::State& state) {
    const Loaded<relis::content_detail::Detail> loaded;
    for ([[maybe_unused]] auto _ : state) {
        for (const Case& one : reports())
            benchmark::DoNotOptimize(loaded.plugin.rate(one.report, one, loaded.parameters));
    }
}

void completeness(benchmark::State& state) {
    const Loaded<relis::completeness::Completeness> loaded;
    for ([[maybe_unused]] auto _ : state) {
        for (const Case& one : reports())
            benchmark::DoNotOptimize(loaded.plugin.inspect(one.report, one, loaded.parameters));
    }
}

void consistency(benchmark::State& state) {
    const Loaded<relis::consistency::Consistency> loaded;
    for ([[maybe_unused]] auto _ : state) {
        for (const Case& one : reports())
            benchmark::DoNotOptimize(loaded.plugin.inspect(one.report, one, loaded.parameters));
    }
}

/// Corrections are asked for misspelt words only, and remembered: the second round and those after it are measured.
void french(benchmark::State& state) {
    const Loaded<relis::french::French> loaded;
    for (const Case& one : reports()) benchmark::DoNotOptimize(loaded.plugin.rate(one.report, one, loaded.parameters));
    for ([[maybe_unused]] auto _ : state) {
        for (const Case& one : reports())
            benchmark::DoNotOptimize(loaded.plugin.rate(one.report, one, loaded.parameters));
    }
}

/// As a report is assessed: one plugin after the other on each, so that none finds its words at hand because it has
/// just read the report before. The share of each side is told beside the whole.
void a_report_by_all(benchmark::State& state) {
    using Clock = std::chrono::steady_clock;
    const Loaded<relis::content_detail::Detail> detail;
    const Loaded<relis::completeness::Completeness> completeness;
    const Loaded<relis::consistency::Consistency> consistency;
    const Loaded<relis::french::French> french;
    for (const Case& one : reports()) benchmark::DoNotOptimize(french.plugin.rate(one.report, one, french.parameters));
    std::chrono::duration<double, std::milli> content{};
    std::chrono::duration<double, std::milli> language{};
    for ([[maybe_unused]] auto _ : state) {
        for (const Case& one : reports()) {
            const auto begin = Clock::now();
            benchmark::DoNotOptimize(detail.plugin.rate(one.report, one, detail.parameters));
            benchmark::DoNotOptimize(completeness.plugin.inspect(one.report, one, completeness.parameters));
            benchmark::DoNotOptimize(consistency.plugin.inspect(one.report, one, consistency.parameters));
            const auto between = Clock::now();
            benchmark::DoNotOptimize(french.plugin.rate(one.report, one, french.parameters));
            content += between - begin;
            language += Clock::now() - between;
        }
    }
    const auto rounds = static_cast<double>(state.iterations());
    state.counters["content_ms"] = content.count() / rounds;
    state.counters["french_ms"] = language.count() / rounds;
    state.counters["content_over_french"] = content / language;
}

}  // namespace

BENCHMARK(detail)->Unit(benchmark::kMillisecond);
BENCHMARK(completeness)->Unit(benchmark::kMillisecond);
BENCHMARK(consistency)->Unit(benchmark::kMillisecond);
BENCHMARK(french)->Unit(benchmark::kMillisecond);
BENCHMARK(a_report_by_all)->Unit(benchmark::kMillisecond);
