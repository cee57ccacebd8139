// Rating stored reports anew after tuning must cost the same per report however many are stored, and far less than
// rating them at first where only the policy changed.
#include <chrono>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include "../support/temporary_folder.h"
#include "review/assess.h"
#include "review/criteria.h"
#include "review/import.h"
#include "review/workspace.h"

namespace {

using relis::review::Workspace;

constexpr const char* questionnaire = R"({"format": "relis.questionnaire/1", "id": "essai", "version": 1,
 "programme": "essai", "title": "Essai", "sections": [{"name": "visite", "label": "La visite", "questions": [
  {"name": "accueil", "type": "select_one", "label": "Vous a-t-on salué ?", "required": true, "comment": "required",
   "choices": [{"name": "oui", "label": "Oui"}, {"name": "non", "label": "Non"}], "negative": ["non"]},
  {"name": "attente", "type": "integer", "label": "Combien de minutes avez-vous attendu ?", "required": true}]}]})";

std::string report(long i) {
    const std::string number = std::to_string(i);
    const nlohmann::json json = {
        {"format", "relis.report/1"},
        {"report_id", "R-" + number},
        {"mission_id", "M-" + number},
        {"programme", "essai"},
        {"questionnaire", "essai@1"},
        {"site", {{"id", "S-1"}, {"name", "Marché Beaubien"}, {"city", "Montréal"}}},
        {"shopper_id", "C-" + std::to_string(i % 500)},
        {"submitted_at", "2026-06-16T21:12:09-04:00"},
        {"revision", 1},
        {"answers",
         {{{"question", "accueil"},
           {"value", "oui"},
           {"comment", "À 14 h " + std::to_string(10 + i % 50) +
                           ", un homme aux cheveux gris pliait des sacs près de la caisse " + std::to_string(i % 12) +
                           ". J'ai payé " + std::to_string(3 + i % 77) +
                           ",45 $ et il m'a souhaité une bonne journée en me tendant le reçu numéro " + number + "."}},
          {{"question", "attente"}, {"value", std::to_string(1 + i % 9)}}}}};
    return json.dump() + "\n";
}

/// A database of that many assessed reports, made once a run.
Workspace& workspace_of(long reports) {
    static const relis::test::TemporaryFolder folder;
    static std::map<long, std::unique_ptr<Workspace>> workspaces;
    std::unique_ptr<Workspace>& workspace = workspaces[reports];
    if (workspace == nullptr) {
        const std::string base = (folder.path() / std::to_string(reports)).string();
        std::ofstream(base + "-q.json") << questionnaire;
        {
            std::ofstream out(base + "-r.jsonl");
            for (long i = 0; i < reports; ++i) out << report(i);
        }
        workspace = std::make_unique<Workspace>(
            relis::review::WorkspaceOptions{base + ".sqlite", RELIS_PLUGIN_FOLDER, "bench"});
        relis::review::import_path(*workspace, base + "-q.json");
        relis::review::import_path(*workspace, base + "-r.jsonl");
        relis::review::assess_pending(*workspace);
    }
    return *workspace;
}

/// Publishes another value each time, so that every report is stale.
void rate_anew(benchmark::State& state, const char* plugin, const char* parameter, double least) {
    Workspace& workspace = workspace_of(state.range(0));
    static int round = 0;
    std::size_t assessed = 0;
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        const nlohmann::json overrides = {{plugin, {{parameter, least + 0.001 * ++round}}}};
        const auto published = relis::review::publish_parameters(workspace, "", overrides.dump(), "bench");
        if (!published.errors.empty()) throw std::runtime_error(published.errors.front().en);
        state.ResumeTiming();
        assessed += relis::review::assess_pending(workspace).assessed;
    }
    if (assessed != static_cast<std::size_t>(state.iterations() * state.range(0)))
        throw std::runtime_error("not every report was rated anew");
    state.counters["a_report"] =
        benchmark::Counter(static_cast<double>(assessed), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void after_tuning_the_policy(benchmark::State& state) {
    rate_anew(state, "decision", "min_detail", 1);
}

void after_tuning_a_criterion(benchmark::State& state) {
    rate_anew(state, "detail", "weight_price", 0.5);
}

}  // namespace

BENCHMARK(after_tuning_the_policy)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(2);
BENCHMARK(after_tuning_a_criterion)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(2);
