#include "verb_demo.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "interruption.h"
#include "progress_bar.h"
#include "review/assess.h"
#include "review/demo_year.h"
#include "review/import.h"
#include "table.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::string data;
    std::string until;
    std::size_t reports = 600;
    std::uint64_t seed = 1;
    bool only_year = false;
};

/// By their names in JSON.
std::vector<std::pair<std::string, std::size_t>> counts_of(const review::DemoYearSummary& lived) {
    return {{"reports", lived.reports},
            {"decisions", lived.decisions},
            {"reworks", lived.reworks},
            {"reworks_answered_in_time", lived.reworks_in_time},
            {"reworks_answered_late", lived.reworks_late},
            {"reworks_never_answered", lived.reworks_unanswered},
            {"reminders", lived.reminders},
            {"reassigned", lived.reassigned},
            {"left_out", lived.left_out},
            {"holds", lived.holds},
            {"reports_withdrawn", lived.withdrawn_reports},
            {"surplus_visits", lived.surplus},
            {"given", lived.given},
            {"waiting_for_somebody", lived.free_missions},
            {"cancelled", lived.cancelled},
            {"missed", lived.missed},
            {"dismissals", lived.dismissals},
            {"own_scores", lived.own_scores},
            {"appeals", lived.appeals},
            {"appeals_taken_late", lived.late_appeals},
            {"appeals_upheld", lived.appeals_upheld},
            {"appeals_upheld_in_part", lived.appeals_partly},
            {"appeals_dismissed", lived.appeals_dismissed},
            {"appeals_withdrawn", lived.appeals_taken_back},
            {"notes", lived.notes},
            {"confirmed", lived.confirmed},
            {"withdrawn", lived.withdrawn},
            {"mails_sent", lived.mails_sent},
            {"mails_failed", lived.mails_failed},
            {"mails_uncertain", lived.mails_uncertain}};
}

ExitCode demo(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    if (session.options.database.empty()) {
        throw WrongUse("name a database of its own with --db: invented visits do not belong among real ones");
    }
    review::DemoYearOptions year;
    year.data = arguments.data;
    year.reports = arguments.reports;
    year.seed = arguments.seed;
    if (!arguments.until.empty()) {
        year.until = parse_moment(arguments.until);
        if (!year.until) {
            throw WrongUse("--until " + arguments.until + " is no time with its offset (as 2026-06-18T12:00:00-04:00)");
        }
    }
    const Interruption interruption;
    review::Workspace& workspace = session.workspace(true);
    review::DemoYearSummary lived;
    {
        ProgressBar bar;
        lived = review::live_demo_year(session.workspace_options(), year, bar.sink(), interruption.token());
        if (!lived.stopped && !arguments.only_year) {
            review::ImportOptions today;
            today.shift_to_now = true;
            review::import_path(workspace, year.data / "demo", today, bar.sink(), interruption.token());
            review::assess_pending(workspace, bar.sink(), interruption.token());
        }
    }
    const std::vector<std::pair<std::string, std::size_t>> counts = counts_of(lived);
    if (format == Format::json) {
        nlohmann::ordered_json json;
        for (const auto& [name, count] : counts) {
            json[name] = count;
        }
        json["stopped"] = lived.stopped;
        session.print_json(json);
    } else {
        Table table({{"A year of"}, {"", Column::Align::right}});
        for (const auto& [name, count] : counts) {
            std::string words = name;
            std::ranges::replace(words, '_', ' ');
            table.add({words, std::to_string(count)});
        }
        table.print(session.out());
        session.remark(
            "`relis statistics`, `relis appeal list`, `relis shopper tiers`, `relis fairness` and `relis shopper log "
            "ID` show it.");
    }
    return lived.stopped ? ExitCode::problem : ExitCode::done;
}

}  // namespace

void add_demo(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb =
        line.add_verb("demo", "Fill a database with a year of an invented agency, and its reports of today",
                      "  relis demo data --db demo.sqlite\n"
                      "  relis demo data --db demo.sqlite --reports 200 --seed 7");
    verb->add_option("data", arguments->data, "The folder data of Relis, with demo and demo-year")
        ->type_name("FOLDER")
        ->required()
        ->check(CLI::ExistingDirectory.description(""));
    verb->add_option("--reports", arguments->reports, "Reports of the year, before reworks")
        ->type_name("N")
        ->check(whole_number_from(50))
        ->capture_default_str();
    verb->add_option("--seed", arguments->seed, "The same seed and end give the same year")
        ->type_name("N")
        ->capture_default_str();
    verb->add_option("--until", arguments->until, "Its end (default: now)")->type_name("ISO-TIME");
    verb->add_flag("--only-year", arguments->only_year, "Without the demonstration reports that wait for a decision");
    line.on(verb, [arguments](Session& session) { return demo(session, *arguments); });
}

}  // namespace relis::cli
