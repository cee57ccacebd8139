#include "command_line.h"
#include "input_file.h"
#include "interruption.h"
#include "labels.h"
#include "progress_bar.h"
#include "review/compare.h"
#include "review/criteria.h"
#include "review/criteria_changes.h"
#include "review/criteria_sheet.h"
#include "review/json.h"

namespace relis::cli {

namespace {

constexpr auto right = Column::Align::right;

struct Arguments {
    std::string file;
    std::string programme;
    std::string note;
    std::int64_t set = 0;
    std::size_t sample = 0;
    std::size_t list = 20;
    bool waiting = false;
};

std::string owner_of(const std::string& programme) {
    return programme.empty() ? "the agency" : programme;
}

ExitCode list(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    std::optional<std::string> programme;
    if (!arguments.programme.empty()) programme = arguments.programme == "-" ? "" : arguments.programme;
    const std::vector<review::CriteriaVersion> history = review::criteria_history(session.workspace(), programme);
    if (format == Format::json) {
        session.out().line(review::to_json(history));
        return ExitCode::done;
    }
    Table table({{"Set", right},
                 {"Of"},
                 {"Version", right},
                 {"State"},
                 {"Author"},
                 {"Published"},
                 {"By"},
                 {"Note", Column::Align::left, 20}});
    for (const review::CriteriaVersion& v : history) {
        table.add({std::to_string(v.id), owner_of(v.programme), std::to_string(v.version),
                   std::string(to_string(v.state)), v.author, clock_text(v.published_at),
                   v.events.empty() ? "–" : v.events.back().who, v.note});
    }
    if (table.waiting() > 0) table.print(session.out());
    if (history.empty()) session.out().line("No criteria set was made yet: the plugins' defaults are in force.");
    return ExitCode::done;
}

std::string value_text(const std::optional<review::StoredValue>& stored) {
    return stored ? stored->written : "–";
}

std::string remark_on(const review::ParameterChange& change) {
    switch (change.misfit) {
        case review::Misfit::plugin:
            return "without effect: the plugin is not loaded";
        case review::Misfit::parameter:
            return "without effect: the plugin has no such parameter any more";
        case review::Misfit::value:
            return "without effect: the plugin does not take this value any more";
        case review::Misfit::none:
            break;
    }
    return change.changed() ? "changed" : "as before";
}

/// What a version overrides, beside what the published one before it did.
void print_changes(Session& session, const review::CriteriaVersion& version) {
    const review::CriteriaSheet sheet = review::criteria_sheet(session.workspace(), version.programme);
    const review::VersionChanges changes = review::changes_of_version(sheet.history, version, sheet.plugins);
    if (changes.rolled_back) session.out().line("It was rolled back: an earlier version is in force.");
    if (changes.parameters.empty()) {
        session.out().line("It overrides nothing.");
        return;
    }
    const std::string earlier = changes.since == 0 ? "Before" : fmt::format("Version {}", changes.since);
    Table table({{"Plugin"},
                 {"Parameter"},
                 {earlier, Column::Align::left, 10},
                 {fmt::format("Version {}", version.version), Column::Align::left, 10},
                 {"", Column::Align::left, 10}});
    for (const review::ParameterChange& change : changes.parameters) {
        table.add(
            {change.plugin, change.parameter, value_text(change.before), value_text(change.after), remark_on(change)});
    }
    session.out().write("\n");
    table.print(session.out());
}

ExitCode show(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const auto version = review::criteria_version(session.workspace(), arguments.set);
    if (!version) {
        throw std::runtime_error(
            fmt::format("there is no criteria set {}; `relis criteria list` names them", arguments.set));
    }
    if (format == Format::json) {
        session.out().line(review::to_json(std::vector{*version}));
        return ExitCode::done;
    }
    session.out().print("Criteria set {}: version {} of {}, {}\nby {}, {}: {}\n", version->id, version->version,
                        owner_of(version->programme), to_string(version->state), version->author,
                        clock_text(version->created_at), version->note);
    for (const review::CriteriaEvent& event : version->events)
        session.out().print("{} {} {}\n", clock_text(event.at), event.who, event.what);
    print_changes(session, *version);
    return ExitCode::done;
}

ExitCode finish(Session& session, const review::PublishResult& result, const std::string& done) {
    if (session.format({Format::table, Format::json}) == Format::json) {
        session.print_json({{"criteria_set", result.criteria_set}, {"errors", english(result.errors)}});
    } else {
        for (const Label& error : result.errors) session.complain(error.en);
        if (result.errors.empty()) session.out().line(done);
    }
    return result.errors.empty() ? ExitCode::done : ExitCode::problem;
}

ExitCode draft(Session& session, const Arguments& arguments) {
    const std::string content = content_of(arguments.file, "the parameters");
    const review::PublishResult result =
        review::draft_parameters(session.workspace(), arguments.programme, content, arguments.note, arguments.set);
    return finish(session, result,
                  fmt::format("Drafted as criteria set {0}. `relis criteria compare {0}` tells what would change, "
                              "`relis criteria publish {0}` puts it in force.",
                              result.criteria_set));
}

ExitCode publish(Session& session, const Arguments& arguments) {
    const review::PublishResult result = review::publish_draft(session.workspace(), arguments.set);
    return finish(session, result,
                  fmt::format("Criteria set {} is in force. `relis assess` rates what waits for a decision anew.",
                              result.criteria_set));
}

ExitCode roll_back(Session& session, const Arguments& arguments) {
    const review::PublishResult result = review::roll_back(session.workspace(), arguments.programme, arguments.set);
    return finish(session, result,
                  fmt::format("Criteria set {} is in force again. `relis assess` rates what waits for a decision anew.",
                              result.criteria_set));
}

std::string change_text(const review::BeforeAfter<double>& score) {
    return score_text(score.before) + " → " + score_text(score.after);
}

void print_comparison(Output& out, const review::CriteriaComparison& comparison) {
    out.print("{} reports compared, {} change.\n", comparison.reports, comparison.changed);
    Table scores(
        {{"Criterion"}, {"Raised", right}, {"Lowered", right}, {"Judged otherwise", right}, {"Mean change", right}});
    for (const auto& [criterion, shift] : comparison.scores) {
        scores.add({criterion, std::to_string(shift.raised), std::to_string(shift.lowered),
                    std::to_string(shift.judged_otherwise), points_text(shift.mean_change)});
    }
    if (scores.waiting() > 0) {
        out.write("\n");
        scores.print(out);
    }
    Table moves({{"Recommendation now"}, {"With the set"}, {"Reports", right}});
    for (const auto& [before, counts] : comparison.recommendations) {
        for (const auto& [after, count] : counts) moves.add({before, after, std::to_string(count)});
    }
    if (moves.waiting() > 0) {
        out.write("\n");
        moves.print(out);
    }
    Table changes(
        {{"Report"}, {"Programme"}, {"State"}, {"Scores"}, {"Recommendation"}, {"Reason", Column::Align::left, 24}});
    for (const review::ReportChange& change : comparison.changes) {
        std::string changed;
        for (const auto& [criterion, score] : change.scores)
            changed += (changed.empty() ? "" : ", ") + criterion + " " + change_text(score);
        const std::string recommendation =
            change.recommendation.changed()
                ? label(change.recommendation.before) + " → " + label(change.recommendation.after)
                : label(change.recommendation.after);
        changes.add({change.report_id, change.programme, label(change.state), changed, recommendation, change.reason});
    }
    if (changes.waiting() == 0) return;
    out.write("\n");
    const std::size_t listed = changes.waiting();
    changes.print(out);
    if (listed < comparison.changed) out.print("… and {} more; --list N shows them.\n", comparison.changed - listed);
}

ExitCode compare(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const Interruption interruption;
    review::CompareOptions options;
    options.criteria_set = arguments.set;
    options.decided_too = !arguments.waiting;
    options.sample = arguments.sample;
    options.list = arguments.list == 0 ? static_cast<std::size_t>(-1) / 4 : arguments.list;
    review::CriteriaComparison comparison;
    {
        ProgressBar bar;
        comparison = review::compare_criteria(session.workspace(), options, bar.sink(), interruption.token());
    }
    if (format == Format::json) {
        session.out().line(review::to_json(comparison));
    } else {
        for (const std::string& problem : comparison.problems) session.complain(problem);
        print_comparison(session.out(), comparison);
    }
    if (!comparison.complete) session.complain("stopped; the figures are of the reports compared so far");
    return comparison.complete && comparison.problems.empty() ? ExitCode::done : ExitCode::problem;
}

ExitCode origins(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const auto name = [](review::ParameterOrigin origin) -> std::string {
        if (origin == review::ParameterOrigin::programme) return "programme";
        return origin == review::ParameterOrigin::agency ? "agency" : "default";
    };
    const auto parameters = review::parameter_origins(session.workspace(), arguments.programme);
    if (format == Format::json) {
        nlohmann::ordered_json array = nlohmann::ordered_json::array();
        for (const review::EffectiveParameter& p : parameters) {
            array.push_back({{"plugin", p.plugin},
                             {"parameter", p.parameter},
                             {"value", nlohmann::ordered_json::parse(p.value)},
                             {"origin", name(p.origin)}});
        }
        session.print_json(array);
        return ExitCode::done;
    }
    Table table({{"Plugin"}, {"Parameter"}, {"Value", Column::Align::left, 20}, {"From"}});
    for (const review::EffectiveParameter& p : parameters) table.add({p.plugin, p.parameter, p.value, name(p.origin)});
    table.print(session.out());
    return ExitCode::done;
}

using Run = ExitCode (*)(Session&, const Arguments&);

/// A verb below `criteria` with arguments of its own.
struct Verb {
    CLI::App* app;
    std::shared_ptr<Arguments> arguments;

    Verb(CommandLine& line, CLI::App* parent, const char* name, const char* summary, const char* examples, Run run)
        : app(line.add_verb(name, summary, examples, parent)), arguments(std::make_shared<Arguments>()) {
        line.on(app, [kept = arguments, run](Session& session) { return run(session, *kept); });
    }
    void programme(const char* help) { app->add_option("--programme", arguments->programme, help)->type_name("ID"); }
    void set() {
        app->add_option("set", arguments->set, "Its number, as `relis criteria list` gives it")
            ->type_name("SET")
            ->check(whole_number_from(1))
            ->required();
    }
};

}  // namespace

void add_criteria(CommandLine& line) {
    CLI::App* const verb =
        line.add_verb("criteria", "Draft, compare, publish and roll back criteria sets",
                      "  relis criteria draft new.json --note \"longer comments\"   begin a version: {\"detail\": "
                      "{\"min_words\": 12}}\n"
                      "  relis criteria compare 7                                 which reports would change, and how\n"
                      "  relis criteria publish 7                                 put it in force\n"
                      "  relis criteria rollback                                  the version before it\n"
                      "  relis criteria list                                      all versions with their authors");
    verb->require_subcommand(1);
    Verb listed(line, verb, "list", "All versions, newest first", "  relis criteria list --programme hotel-2026", list);
    listed.programme("Of this programme; - for the agency's own (default: all)");
    Verb shown(line, verb, "show", "One version, with what it changed and overrides", "  relis criteria show 7", show);
    shown.set();
    Verb values(line, verb, "values", "The values in force and where each comes from",
                "  relis criteria values --programme hotel-2026", origins);
    values.programme("Of this programme (default: the agency's own)");

    Verb drafted(line, verb, "draft", "Begin a version without putting it in force",
                 "  relis criteria draft hotel.json --programme hotel-2026 --note \"hotels: more detail\"\n"
                 "  relis criteria draft better.json --replace 7 --note \"second thoughts\"",
                 draft);
    drafted.app
        ->add_option("file", drafted.arguments->file,
                     "JSON object of plugins to parameters, laid over what is published; null takes one back; - reads "
                     "standard input")
        ->type_name("FILE.json")
        ->required();
    drafted.programme("For this programme only (default: the agency's own)");
    drafted.app->add_option("--note", drafted.arguments->note, "Why, for the history")->type_name("TEXT")->required();
    drafted.app->add_option("--replace", drafted.arguments->set, "The draft to replace")
        ->type_name("SET")
        ->check(whole_number_from(1));

    Verb compared(line, verb, "compare", "Tell which stored reports a version would rate otherwise",
                  "  relis criteria compare 7 --sample 1000\n"
                  "  relis criteria compare 7 --waiting --list 0 --format json",
                  compare);
    compared.set();
    compared.app
        ->add_option("--sample", compared.arguments->sample, "At most so many reports, spread evenly (default: all)")
        ->type_name("N")
        ->check(whole_number_from(1));
    compared.app->add_option("--list", compared.arguments->list, "Changed reports to list (default: 20; 0: all)")
        ->type_name("N")
        ->check(whole_number_from(0));
    compared.app->add_flag("--waiting", compared.arguments->waiting, "Only reports that wait for a decision");

    Verb published(line, verb, "publish", "Put a draft in force", "  relis criteria publish 7", publish);
    published.set();
    Verb rolled(line, verb, "rollback", "Put an earlier version in force again",
                "  relis criteria rollback                     the agency's version before this one\n"
                "  relis criteria rollback --programme hotel-2026 --to 5",
                roll_back);
    rolled.programme("Of this programme (default: the agency's own)");
    rolled.app->add_option("--to", rolled.arguments->set, "This version (default: the one before)")
        ->type_name("SET")
        ->check(whole_number_from(1));
}

}  // namespace relis::cli
