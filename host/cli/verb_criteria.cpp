#include "command_line.h"
#include "input_file.h"
#include "interruption.h"
#include "label/make_label.h"
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

Label owner_of(const std::string& programme) {
    return programme.empty() ? Label{"l'agence", "the agency"} : same_in_both(programme);
}

Label name_of(review::CriteriaState state) {
    switch (state) {
        case review::CriteriaState::draft:
            return {"brouillon", "draft"};
        case review::CriteriaState::published:
            return {"en vigueur", "published"};
        case review::CriteriaState::retired:
            break;
    }
    return {"retirée", "retired"};
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
    Table table({{session.say({"Grille", "Set"}), right},
                 {session.say({"De", "Of"})},
                 {"Version", right},
                 {session.say({"État", "State"})},
                 {session.say({"Auteur", "Author"})},
                 {session.say({"Publiée", "Published"})},
                 {session.say({"Par", "By"})},
                 {"Note", Column::Align::left, 20}});
    for (const review::CriteriaVersion& v : history) {
        table.add({std::to_string(v.id), session.say(owner_of(v.programme)), std::to_string(v.version),
                   session.say(name_of(v.state)), v.author, clock_text(v.published_at),
                   v.events.empty() ? "–" : v.events.back().who, v.note});
    }
    if (table.waiting() > 0) table.print(session.out());
    if (history.empty()) {
        session.tell(
            {"Aucune grille de critères n'existe encore : les valeurs par défaut des greffons sont en vigueur.",
             "No criteria set was made yet: the plugins' defaults are in force."});
    }
    return ExitCode::done;
}

std::string value_text(const std::optional<review::StoredValue>& stored) {
    return stored ? stored->written : "–";
}

Label remark_on(const review::ParameterChange& change) {
    switch (change.misfit) {
        case review::Misfit::plugin:
            return {"sans effet : le greffon n'est pas chargé", "without effect: the plugin is not loaded"};
        case review::Misfit::parameter:
            return {"sans effet : le greffon n'a plus ce paramètre",
                    "without effect: the plugin has no such parameter any more"};
        case review::Misfit::value:
            return {"sans effet : le greffon n'accepte plus cette valeur",
                    "without effect: the plugin does not take this value any more"};
        case review::Misfit::none:
            break;
    }
    return change.changed() ? Label{"changé", "changed"} : Label{"comme avant", "as before"};
}

/// What a version overrides, beside what the published one before it did.
void print_changes(Session& session, const review::CriteriaVersion& version) {
    const review::CriteriaSheet sheet = review::criteria_sheet(session.workspace(), version.programme);
    const review::VersionChanges changes = review::changes_of_version(sheet.history, version, sheet.plugins);
    if (changes.rolled_back) {
        session.tell({"Elle a été annulée : une version antérieure est en vigueur.",
                      "It was rolled back: an earlier version is in force."});
    }
    if (changes.parameters.empty()) {
        session.tell({"Elle ne change aucune valeur par défaut.", "It overrides nothing."});
        return;
    }
    const std::string earlier =
        changes.since == 0 ? session.say({"Avant", "Before"}) : fmt::format("Version {}", changes.since);
    Table table({{session.say({"Greffon", "Plugin"})},
                 {session.say({"Paramètre", "Parameter"})},
                 {earlier, Column::Align::left, 10},
                 {fmt::format("Version {}", version.version), Column::Align::left, 10},
                 {"", Column::Align::left, 10}});
    for (const review::ParameterChange& change : changes.parameters) {
        table.add({change.plugin, change.parameter, value_text(change.before), value_text(change.after),
                   session.say(remark_on(change))});
    }
    session.out().write("\n");
    table.print(session.out());
}

ExitCode show(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const auto version = review::criteria_version(session.workspace(), arguments.set);
    if (!version) {
        throw LabelledError(make_label("il n'y a pas de grille de critères {} ; `relis criteria list` les nomme",
                                       "there is no criteria set {}; `relis criteria list` names them", arguments.set));
    }
    if (format == Format::json) {
        session.out().line(review::to_json(std::vector{*version}));
        return ExitCode::done;
    }
    session.tell(make_label("Grille de critères {} : version {} de {}, {}\npar {}, {} : {}",
                            "Criteria set {}: version {} of {}, {}\nby {}, {}: {}", version->id, version->version,
                            owner_of(version->programme), name_of(version->state), version->author,
                            clock_text(version->created_at), version->note));
    for (const review::CriteriaEvent& event : version->events) {
        const Label what = event.what == "publish" ? Label{"publiée", "publish"} : same_in_both(event.what);
        session.tell(make_label("{} {} par {}", "{0} {2} {1}", clock_text(event.at), what, event.who));
    }
    print_changes(session, *version);
    return ExitCode::done;
}

ExitCode finish(Session& session, const review::PublishResult& result, const Label& done) {
    if (session.format({Format::table, Format::json}) == Format::json) {
        session.print_json({{"criteria_set", result.criteria_set}, {"errors", english(result.errors)}});
    } else {
        for (const Label& error : result.errors) session.complain(error);
        if (result.errors.empty()) session.tell(done);
    }
    return result.errors.empty() ? ExitCode::done : ExitCode::problem;
}

ExitCode draft(Session& session, const Arguments& arguments) {
    const std::string content = content_of(arguments.file);
    const review::PublishResult result =
        review::draft_parameters(session.workspace(), arguments.programme, content, arguments.note, arguments.set);
    return finish(
        session, result,
        make_label("Brouillon {0} de la grille de critères. `relis criteria compare {0}` dit ce qui changerait, "
                   "`relis criteria publish {0}` la met en vigueur.",
                   "Drafted as criteria set {0}. `relis criteria compare {0}` tells what would change, "
                   "`relis criteria publish {0}` puts it in force.",
                   result.criteria_set));
}

ExitCode publish(Session& session, const Arguments& arguments) {
    const review::PublishResult result = review::publish_draft(session.workspace(), arguments.set);
    return finish(
        session, result,
        make_label("La grille de critères {} est en vigueur. `relis assess` évalue de nouveau ce qui attend une "
                   "décision.",
                   "Criteria set {} is in force. `relis assess` rates what waits for a decision anew.",
                   result.criteria_set));
}

ExitCode roll_back(Session& session, const Arguments& arguments) {
    const review::PublishResult result = review::roll_back(session.workspace(), arguments.programme, arguments.set);
    return finish(
        session, result,
        make_label("La grille de critères {} est de nouveau en vigueur. `relis assess` évalue de nouveau ce qui "
                   "attend une décision.",
                   "Criteria set {} is in force again. `relis assess` rates what waits for a decision anew.",
                   result.criteria_set));
}

std::string change_text(const review::BeforeAfter<double>& score) {
    return score_text(score.before) + " → " + score_text(score.after);
}

void print_comparison(Session& session, const review::CriteriaComparison& comparison) {
    Output& out = session.out();
    session.tell(make_label("{} rapports comparés, {} changent.", "{} reports compared, {} change.", comparison.reports,
                            comparison.changed));
    Table scores({{session.say({"Critère", "Criterion"})},
                  {session.say({"Relevés", "Raised"}), right},
                  {session.say({"Baissés", "Lowered"}), right},
                  {session.say({"Jugés autrement", "Judged otherwise"}), right},
                  {session.say({"Écart moyen", "Mean change"}), right}});
    for (const auto& [criterion, shift] : comparison.scores) {
        scores.add({criterion, std::to_string(shift.raised), std::to_string(shift.lowered),
                    std::to_string(shift.judged_otherwise), points_text(shift.mean_change)});
    }
    if (scores.waiting() > 0) {
        out.write("\n");
        scores.print(out);
    }
    Table moves({{session.say({"Recommandation actuelle", "Recommendation now"})},
                 {session.say({"Avec la grille", "With the set"})},
                 {session.say({"Rapports", "Reports"}), right}});
    for (const auto& [before, counts] : comparison.recommendations) {
        for (const auto& [after, count] : counts) moves.add({before, after, std::to_string(count)});
    }
    if (moves.waiting() > 0) {
        out.write("\n");
        moves.print(out);
    }
    Table changes({{session.say({"Rapport", "Report"})},
                   {"Programme"},
                   {session.say({"État", "State"})},
                   {session.say({"Notes", "Scores"})},
                   {session.say({"Recommandation", "Recommendation"})},
                   {session.say({"Raison", "Reason"}), Column::Align::left, 24}});
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
    if (listed < comparison.changed) {
        session.tell(make_label("… et {} de plus ; --list N les montre.", "… and {} more; --list N shows them.",
                                comparison.changed - listed));
    }
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
        for (const Label& problem : comparison.problems) session.complain(problem);
        print_comparison(session, comparison);
    }
    if (!comparison.complete) {
        session.complain({"arrêté ; les chiffres sont ceux des rapports comparés jusque-là",
                          "stopped; the figures are of the reports compared so far"});
    }
    return comparison.complete && comparison.problems.empty() ? ExitCode::done : ExitCode::problem;
}

ExitCode origins(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const auto name = [](review::ParameterOrigin origin) -> Label {
        if (origin == review::ParameterOrigin::programme) return {"programme", "programme"};
        return origin == review::ParameterOrigin::agency ? Label{"agence", "agency"} : Label{"défaut", "default"};
    };
    const auto parameters = review::parameter_origins(session.workspace(), arguments.programme);
    if (format == Format::json) {
        nlohmann::ordered_json array = nlohmann::ordered_json::array();
        for (const review::EffectiveParameter& p : parameters) {
            array.push_back({{"plugin", p.plugin},
                             {"parameter", p.parameter},
                             {"value", nlohmann::ordered_json::parse(p.value)},
                             {"origin", name(p.origin).en}});
        }
        session.print_json(array);
        return ExitCode::done;
    }
    Table table({{session.say({"Greffon", "Plugin"})},
                 {session.say({"Paramètre", "Parameter"})},
                 {session.say({"Valeur", "Value"}), Column::Align::left, 20},
                 {session.say({"De", "From"})}});
    for (const review::EffectiveParameter& p : parameters) {
        table.add({p.plugin, p.parameter, p.value, session.say(name(p.origin))});
    }
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
