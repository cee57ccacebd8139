#include "verb_demo.h"

#include <string>
#include <vector>

#include "interruption.h"
#include "labels.h"
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

struct Count {
    std::string name;  ///< in JSON
    Label label;
    std::size_t count = 0;
};

std::vector<Count> counts_of(const review::DemoYearSummary& lived) {
    return {
        {"reports", {"rapports", "reports"}, lived.reports},
        {"decisions", {"décisions", "decisions"}, lived.decisions},
        {"reworks", {"reprises", "reworks"}, lived.reworks},
        {"reworks_answered_in_time", {"reprises rendues à temps", "reworks answered in time"}, lived.reworks_in_time},
        {"reworks_answered_late", {"reprises rendues en retard", "reworks answered late"}, lived.reworks_late},
        {"reworks_never_answered",
         {"reprises restées sans réponse", "reworks never answered"},
         lived.reworks_unanswered},
        {"reminders", {"rappels", "reminders"}, lived.reminders},
        {"reassigned", {"réattribués", "reassigned"}, lived.reassigned},
        {"left_out", {"hors des chiffres du client", "left out"}, lived.left_out},
        {"holds", {"mises en attente", "holds"}, lived.holds},
        {"reports_withdrawn", {"rapports retirés", "reports withdrawn"}, lived.withdrawn_reports},
        {"surplus_visits", {"visites surnuméraires", "surplus visits"}, lived.surplus},
        {"given", {"missions confiées à quelqu'un d'autre", "given"}, lived.given},
        {"waiting_for_somebody", {"missions qui attendent quelqu'un", "waiting for somebody"}, lived.free_missions},
        {"cancelled", {"missions annulées", "cancelled"}, lived.cancelled},
        {"missed", {"missions manquées", "missed"}, lived.missed},
        {"dismissals", {"constats écartés", "dismissals"}, lived.dismissals},
        {"own_scores", {"notes données par une personne", "own scores"}, lived.own_scores},
        {"appeals", {"contestations", "appeals"}, lived.appeals},
        {"appeals_taken_late", {"contestations acceptées hors délai", "appeals taken late"}, lived.late_appeals},
        {"appeals_upheld", {"contestations retenues", "appeals upheld"}, lived.appeals_upheld},
        {"appeals_upheld_in_part",
         {"contestations retenues en partie", "appeals upheld in part"},
         lived.appeals_partly},
        {"appeals_dismissed", {"contestations rejetées", "appeals dismissed"}, lived.appeals_dismissed},
        {"appeals_withdrawn", {"contestations retirées", "appeals withdrawn"}, lived.appeals_taken_back},
        {"notes", {"notes de professionnalisme", "notes"}, lived.notes},
        {"confirmed", {"fautes confirmées", "confirmed"}, lived.confirmed},
        {"withdrawn", {"clients mystères retirés", "withdrawn"}, lived.withdrawn},
        {"mails_sent", {"courriels envoyés", "mails sent"}, lived.mails_sent},
        {"mails_failed", {"courriels en échec", "mails failed"}, lived.mails_failed},
        {"mails_uncertain", {"courriels incertains", "mails uncertain"}, lived.mails_uncertain}};
}

ExitCode demo(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    if (session.options.database.empty()) {
        throw WrongUse(
            {"nommez une base de données à part avec --db : des visites inventées n'ont pas leur place parmi les "
             "vraies",
             "name a database of its own with --db: invented visits do not belong among real ones"});
    }
    review::DemoYearOptions year;
    year.data = arguments.data;
    year.reports = arguments.reports;
    year.seed = arguments.seed;
    year.until = moment_if_given("--until", arguments.until);
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
    const std::vector<Count> counts = counts_of(lived);
    if (format == Format::json) {
        nlohmann::ordered_json json;
        for (const Count& one : counts) {
            json[one.name] = one.count;
        }
        json["stopped"] = lived.stopped;
        session.print_json(json);
    } else {
        Table table({{session.say({"Un an de", "A year of"})}, {"", Column::Align::right}});
        for (const Count& one : counts) {
            table.add({session.say(one.label), std::to_string(one.count)});
        }
        table.print(session.out());
        session.remark(
            {"`relis statistics`, `relis appeal list`, `relis shopper tiers`, `relis fairness` et `relis shopper log "
             "ID` "
             "le montrent.",
             "`relis statistics`, `relis appeal list`, `relis shopper tiers`, `relis fairness` and `relis shopper log "
             "ID` show it."});
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
