// What French costs: time grows with the length of a text and no faster; the whole check of a text against a look-up of
// each of its words in Hunspell; corrections at the 95th percentile.
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <hunspell/hunspell.hxx>
#include <nlohmann/json.hpp>

#include "grammar/check.h"
#include "grammar/reading.h"
#include "language/checker.h"
#include "language/lexicon.h"
#include "language/text.h"
#include "rules/match.h"
#include "rules/rule_set.h"

namespace {

namespace fs = std::filesystem;
namespace grammar = relis::grammar;
namespace language = relis::language;
namespace rules = relis::rules;

std::shared_ptr<const language::Lexicon> lexicon() {
    static const auto instance = language::Lexicon::open(fs::path(RELIS_RESOURCE_FOLDER) / "french.lexicon");
    return instance;
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
const std::string& demo_text() {
    static const std::string text = [] {
        std::string result;
        for (const auto& entry : fs::directory_iterator(fs::path(RELIS_SOURCE_FOLDER) / "data/demo/reports")) {
            std::ifstream in(entry.path());
            add_comments(nlohmann::json::parse(in), result);
        }
        return result;
    }();
    return text;
}

/// Everything the French plugin does to a text, but the score.
class French {
  public:
    /// The number of faults found.
    std::size_t check(const std::string& source) const {
        const language::Text text = language::tokenize(source);
        const grammar::ReadText reading = reader_.read(text);
        return checker_.check(reading.looked_up(), {}).faults.size() +
               rules::apply(*all_rules(), reading, true).size() + grammar::check(reading, {true, {}}).size();
    }

  private:
    static const std::unique_ptr<rules::RuleSet>& all_rules() {
        static const auto instance =
            std::make_unique<rules::RuleSet>(lexicon(), fs::path(RELIS_RESOURCE_FOLDER) / "rules");
        return instance;
    }

    language::Checker checker_{lexicon()};
    grammar::Reader reader_{lexicon()};
};

void report_words(benchmark::State& state, std::size_t words) {
    state.counters["ns_per_word"] =
        benchmark::Counter(static_cast<double>(words) * static_cast<double>(state.iterations()) * 1e-9,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

/// A text of about 2,000 characters, so many times.
void check_of_length(benchmark::State& state) {
    const std::string& all = demo_text();
    std::string source;
    const std::size_t end = all.find('\n', std::min<std::size_t>(2000, all.size() / 2));
    for (std::int64_t i = 0; i < state.range(0); ++i) source += all.substr(0, end + 1);
    const French french;
    french.check(source);  // the corrections of its words are remembered from here on
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(french.check(source));
    report_words(state, language::tokenize(source).word_count());
}

void whole_check(benchmark::State& state) {
    const French french;
    french.check(demo_text());
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(french.check(demo_text()));
    report_words(state, language::tokenize(demo_text()).word_count());
}

/// With a checker that has never seen a misspelling.
void whole_check_for_the_first_time(benchmark::State& state) {
    French{}.check(demo_text());  // reads the rule files
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(French{}.check(demo_text()));
    report_words(state, language::tokenize(demo_text()).word_count());
}

void hunspell_spell(benchmark::State& state) {
    Hunspell hunspell(RELIS_HUNSPELL_AFFIXES, RELIS_HUNSPELL_DICTIONARY);
    const language::Text text = language::tokenize(demo_text());
    std::vector<std::string> words;
    for (const language::Token& token : text.tokens()) {
        if (token.kind == language::TokenKind::word) words.emplace_back(token.form);
    }
    for ([[maybe_unused]] auto _ : state) {
        for (const std::string& word : words) benchmark::DoNotOptimize(hunspell.spell(word));
    }
    report_words(state, text.word_count());
}

void suggestions(benchmark::State& state) {
    std::vector<std::string> words;
    std::ifstream in(fs::path(RELIS_SOURCE_FOLDER) / "plugins/language/tests/data/misspellings.txt");
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.front() != '#') words.push_back(line.substr(0, line.find(" = ")));
    }
    std::vector<double> milliseconds;
    for ([[maybe_unused]] auto _ : state) {
        for (const std::string& word : words) {
            const std::clock_t start = std::clock();
            benchmark::DoNotOptimize(lexicon()->suggest(word, 5));
            milliseconds.push_back(1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
        }
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    state.counters["p50_ms"] = milliseconds[milliseconds.size() / 2];
    state.counters["p95_ms"] = milliseconds[milliseconds.size() * 95 / 100];
}

BENCHMARK(check_of_length)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_check)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_check_for_the_first_time)->Unit(benchmark::kMillisecond);
BENCHMARK(hunspell_spell)->Unit(benchmark::kMillisecond);
BENCHMARK(suggestions)->Unit(benchmark::kMillisecond);

}  // namespace
