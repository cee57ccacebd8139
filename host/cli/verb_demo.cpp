#include "verb_demo.h"
#include "interruption.h"
#include "progress_bar.h"
#include "review/assess.h"
#include "review/demo_year.h"
#include "review/import.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::string data;
    std::string until;
    std::size_t reports = 600;
    std::uint64_t seed = 1;
    bool only_year = false;
};

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
    if (format == Format::json) {
        session.print_json({{"reports", lived.reports},
                            {"decisions", lived.decisions},
                            {"reworks", lived.reworks},
                            {"reassigned", lived.reassigned},
                            {"given", lived.given},
                            {"cancelled", lived.cancelled},
                            {"missed", lived.missed},
                            {"notes", lived.notes},
                            {"confirmed", lived.confirmed},
                            {"withdrawn", lived.withdrawn},
                            {"stopped", lived.stopped}});
    } else {
        session.out().print(
            "A year: {} reports taken in, {} decisions, {} reworks, {} reassigned, {} missions given to somebody else, "
            "{} "
            "cancelled, {} never done, {} notes, {} copies confirmed, {} shoppers withdrawn.\n",
            lived.reports, lived.decisions, lived.reworks, lived.reassigned, lived.given, lived.cancelled, lived.missed,
            lived.notes, lived.confirmed, lived.withdrawn);
        session.remark(
            "`relis statistics`, `relis shopper tiers`, `relis fairness` and `relis shopper log ID` show it.");
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
