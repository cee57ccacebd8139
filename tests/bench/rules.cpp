// The time of the rule files must not grow with their number: half of the rules against all of them, on the comments of
// the demonstration.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include "grammar/reading.h"
#include "language/text.h"
#include "rules/match.h"
#include "rules/rule_set.h"

namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Appends every comment of a report file.
void add_comments(const nlohmann::json& json, std::string& text) {
    if (json.is_object() && json.contains("comment") && json.at("comment").is_string()) {
        text += json.at("comment").get<std::string>() + "\n";
    }
    if (!json.is_structured()) return;
    for (const auto& part : json) add_comments(part, text);
}

/// All comments of data/demo, in one text.
std::string demo_text() {
    std::string result;
    for (const auto& entry : fs::directory_iterator(fs::path(RELIS_SOURCE_FOLDER) / "data/demo/reports")) {
        add_comments(nlohmann::json::parse(read_file(entry.path())), result);
    }
    return result;
}

/// Every `step`-th rule file.
std::unique_ptr<relis::rules::RuleSet> some_rules(const std::shared_ptr<const relis::language::Lexicon>& lexicon,
                                                  std::size_t step) {
    const fs::path folder = fs::path(RELIS_RESOURCE_FOLDER) / "rules";
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".rules") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    auto set = std::make_unique<relis::rules::RuleSet>(lexicon);
    if (fs::exists(folder / "common.rules")) set->add(read_file(folder / "common.rules"), "common.rules");
    std::size_t number = 0;
    for (const fs::path& file : files) {
        if (file.filename() != "common.rules" && number++ % step == 0) set->add(read_file(file), file.string());
    }
    return set;
}

void rules_of(benchmark::State& state, std::size_t step) {
    const auto lexicon = relis::language::Lexicon::open(fs::path(RELIS_RESOURCE_FOLDER) / "french.lexicon");
    const relis::grammar::Reader reader(lexicon);
    const auto rules = some_rules(lexicon, step);
    const relis::language::Text text = relis::language::tokenize(demo_text());
    const relis::grammar::ReadText reading = reader.read(text);
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(relis::rules::apply(*rules, reading, false));
    state.counters["rules"] = static_cast<double>(rules->rules().size());
    state.counters["ns_per_word"] =
        benchmark::Counter(static_cast<double>(text.word_count()) * static_cast<double>(state.iterations()) * 1e-9,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void half_of_the_rules(benchmark::State& state) {
    rules_of(state, 2);
}
void all_rules(benchmark::State& state) {
    rules_of(state, 1);
}
BENCHMARK(half_of_the_rules)->Unit(benchmark::kMillisecond);
BENCHMARK(all_rules)->Unit(benchmark::kMillisecond);

}  // namespace
