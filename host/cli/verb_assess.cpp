#include <iterator>

#include "command_line.h"
#include "interruption.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "labels.h"
#include "progress_bar.h"
#include "review/assess.h"

namespace relis::cli {

namespace {

void add(review::AssessSummary& sum, review::AssessSummary&& more) {
    sum.assessed += more.assessed;
    sum.from_cache += more.from_cache;
    sum.failed_assessments += more.failed_assessments;
    sum.kept_assessments += more.kept_assessments;
    sum.rated_shoppers += more.rated_shoppers;
    sum.expired_reworks += more.expired_reworks;
    std::move(more.problems.begin(), more.problems.end(), std::back_inserter(sum.problems));
}

struct Arguments {
    std::vector<std::string> reports;
    review::AssessOptions options;
};

void print_for_people(Session& session, const review::AssessSummary& summary) {
    for (const Label& problem : summary.problems) session.complain(problem);
    Label told = make_label("{}", "Assessed {}",
                            counted(summary.assessed, {"rapport évalué", "report"}, {"rapports évalués", "reports"}));
    if (summary.failed_assessments > 0) {
        told = make_label("{} ; {}, `relis show ID` dit lesquelles", "{}; {} failed, `relis show ID` says which", told,
                          counted(summary.failed_assessments, {"évaluation a échoué", "assessment"},
                                  {"évaluations ont échoué", "assessments"}));
    }
    if (summary.kept_assessments > 0) {
        told = make_label("{} ; {}, car `relis plugin list` ne montre pas ce greffon au travail",
                          "{}; {} kept, since `relis plugin list` shows no such plugin at work", told,
                          counted(summary.kept_assessments, {"résultat d'avant est gardé", "earlier result"},
                                  {"résultats d'avant sont gardés", "earlier results"}));
    }
    if (summary.rated_shoppers > 0) {
        told = make_label("{} ; {} de nouveau, car d'autres paramètres ont été publiés",
                          "{}; {} rated anew, since other parameters were published", told,
                          counted(summary.rated_shoppers, {"client mystère coté", "shopper"},
                                  {"clients mystères cotés", "shoppers"}));
    }
    session.tell(make_label("{}.", "{}.", told));
}

ExitCode assess(Session& session, const Arguments& arguments) {
    const std::vector<std::string>& reports = arguments.reports;
    const Format format = session.format({Format::table, Format::json});
    const Interruption interruption;
    review::Workspace& workspace = session.workspace();
    review::AssessSummary summary;
    {
        ProgressBar bar;
        if (reports.empty())
            summary = review::assess_pending(workspace, arguments.options, bar.sink(), interruption.token());
        for (const std::string& report : reports) {
            if (interruption.requested()) break;
            try {
                add(summary, review::assess_report(workspace, report));
            } catch (const std::runtime_error& error) {
                summary.problems.push_back(message_of(error));
            }
        }
    }
    const bool stopped = interruption.requested();
    if (format == Format::json) {
        session.print_json({{"assessed", summary.assessed},
                            {"from_cache", summary.from_cache},
                            {"failed_assessments", summary.failed_assessments},
                            {"kept_assessments", summary.kept_assessments},
                            {"rated_shoppers", summary.rated_shoppers},
                            {"expired_reworks", summary.expired_reworks},
                            {"problems", english(summary.problems)},
                            {"stopped", stopped}});
    } else {
        print_for_people(session, summary);
    }
    if (stopped) {
        session.complain({"arrêté ; ce qui est évalué est gardé, relancez `relis assess` pour continuer",
                          "stopped; what was assessed is kept, run `relis assess` again to go on"});
    }
    return stopped || !summary.problems.empty() || summary.failed_assessments > 0 ? ExitCode::problem : ExitCode::done;
}

}  // namespace

void add_assess(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb =
        line.add_verb("assess", "Rate reports with the present plugins and criteria",
                      "  relis assess                 all that are new, or stale after tuning\n"
                      "  relis assess R-000123        this one\n"
                      "  relis assess --decided       decided reports too, as the manager's figures want");
    CLI::Option* const named =
        verb->add_option("report", arguments->reports, "Reports to assess (default: all that need it)")
            ->type_name("REPORT_ID");
    verb->add_option("--programme", arguments->options.programme, "Those of this programme only")
        ->type_name("ID")
        ->excludes(named);
    verb->add_flag("--decided", arguments->options.decided_too,
                   "Rate decided reports anew as well; their decisions stay")
        ->excludes(named);
    line.on(verb, [arguments](Session& session) { return assess(session, *arguments); });
}

}  // namespace relis::cli
