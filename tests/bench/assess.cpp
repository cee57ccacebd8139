// Assessing and storing the demonstration reports must cost at most 1.5 times the assessments alone.
#include "review/assess.h"

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <benchmark/benchmark.h>

#include "../support/temporary_folder.h"
#include "intake/files.h"
#include "intake/questionnaires.h"
#include "intake/reports.h"
#include "intake/rules.h"
#include "plugin/host.h"
#include "review/import.h"
#include "review/workspace.h"

namespace {

const std::string demo = std::string(RELIS_SOURCE_FOLDER) + "/data/demo";

/// A report with what its plugins may know, from the files and no database.
class FileContext : public relis::plugin_host::ReportContext {
  public:
    FileContext(std::shared_ptr<const relis::intake::QuestionnaireRules> rules, const relis::Report& report)
        : rules_(std::move(rules)), applicability_(rules_->applicability(report)) {}
    [[nodiscard]] const relis::Questionnaire& questionnaire() const override { return rules_->questionnaire(); }
    [[nodiscard]] relis::Applicability applicability(std::string_view question) const override {
        return applicability_.find(question)->second;
    }
    [[nodiscard]] const std::string& locale() const override { return locale_; }
    [[nodiscard]] const std::vector<std::string>& vocabulary() const override { return vocabulary_; }
    [[nodiscard]] std::vector<relis::SimilarComment> similar_comments(std::string_view /*comment*/,
                                                                      std::size_t /*limit*/) const override {
        return {};
    }

  private:
    std::shared_ptr<const relis::intake::QuestionnaireRules> rules_;
    std::map<std::string, relis::Applicability, std::less<>> applicability_;
    std::string locale_ = "fr-CA";
    std::vector<std::string> vocabulary_;
};

struct Case {
    std::shared_ptr<const relis::Report> report;
    std::shared_ptr<const FileContext> context;
};

std::vector<Case> demo_cases() {
    std::map<std::string, std::shared_ptr<const relis::intake::QuestionnaireRules>, std::less<>> rules;
    std::vector<Case> cases;
    relis::intake::ReportHandler handler;
    handler.rejected = [](relis::intake::RejectedRecord&&) {};
    handler.report = [&](relis::intake::ReportRecord&& record) {
        const auto found = rules.find(record.report.questionnaire)->second;
        auto report = std::make_shared<const relis::Report>(std::move(record.report));
        cases.push_back({report, std::make_shared<const FileContext>(found, *report)});
    };
    for (const std::filesystem::path& file : relis::intake::files_to_import(demo)) {
        if (relis::intake::identify(file) == relis::intake::FileKind::questionnaire) {
            for (const relis::Questionnaire& questionnaire : relis::intake::read_questionnaires(file).questionnaires) {
                rules.emplace(questionnaire.key(),
                              std::make_shared<const relis::intake::QuestionnaireRules>(questionnaire));
            }
        } else if (relis::intake::identify(file) == relis::intake::FileKind::reports) {
            relis::intake::read_reports(file, handler);
        }
    }
    return cases;
}

/// Each round begins, as `assessing_and_storing` does, with plugins just loaded that remember no word.
void assessing_alone(benchmark::State& state) {
    const std::vector<Case> cases = demo_cases();
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        {
            relis::plugin_host::HostOptions options;
            options.folders = {RELIS_PLUGIN_FOLDER};
            const relis::plugin_host::PluginHost host(options);
            relis::plugin_host::CriteriaParameters parameters;
            for (const auto& plugin : host.plugins()) {
                parameters.emplace(plugin.description.id,
                                   std::make_shared<const relis::Parameters>(
                                       relis::default_parameters(plugin.description.parameters)));
            }
            state.ResumeTiming();
            std::atomic<std::size_t> next{0};
            {
                std::vector<std::jthread> threads;
                for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
                    threads.emplace_back([&] {
                        for (std::size_t at = next++; at < cases.size(); at = next++) {
                            benchmark::DoNotOptimize(host.assess_all(cases[at].report, cases[at].context, parameters));
                        }
                    });
                }
            }
            state.PauseTiming();
        }
        state.ResumeTiming();
    }
}

void assessing_and_storing(benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        {
            const relis::test::TemporaryFolder folder;
            relis::review::Workspace workspace(
                {(folder.path() / "bench.sqlite").string(), RELIS_PLUGIN_FOLDER, "bench"});
            relis::review::import_path(workspace, demo);
            (void)workspace.plugin_status();  // loads the plugins
            state.ResumeTiming();
            benchmark::DoNotOptimize(relis::review::assess_pending(workspace));
            state.PauseTiming();
        }
        state.ResumeTiming();
    }
}

}  // namespace

BENCHMARK(assessing_alone)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(assessing_and_storing)->Unit(benchmark::kMillisecond)->UseRealTime();
