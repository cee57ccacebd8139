// Detail, completeness and consistency together must cost less than the check of the French, on the same reports.
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

void content_together(benchmark::State& state) {
    const Loaded<relis::content_detail::Detail> detail;
    const Loaded<relis::completeness::Completeness> completeness;
    const Loaded<relis::consistency::Consistency> consistency;
    for ([[maybe_unused]] auto _ : state) {
        for (const Case& one : reports()) {
            benchmark::DoNotOptimize(detail.plugin.rate(one.report, one, detail.parameters));
            benchmark::DoNotOptimize(completeness.plugin.inspect(one.report, one, completeness.parameters));
            benchmark::DoNotOptimize(consistency.plugin.inspect(one.report, one, consistency.parameters));
        }
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

}  // namespace

BENCHMARK(detail)->Unit(benchmark::kMillisecond);
BENCHMARK(completeness)->Unit(benchmark::kMillisecond);
BENCHMARK(consistency)->Unit(benchmark::kMillisecond);
BENCHMARK(content_together)->Unit(benchmark::kMillisecond);
BENCHMARK(french)->Unit(benchmark::kMillisecond);
