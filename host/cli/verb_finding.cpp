#include "command_line.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/json.h"
#include "review/judgements.h"
#include "review/report_details.h"

namespace relis::cli {

namespace {

constexpr auto right = Column::Align::right;

struct Arguments {
    std::string report;
    std::string rule;
    std::string question;
    std::optional<std::size_t> start;
    std::string scope = "here";
    std::string reason;
    std::string programme;
    std::string criterion;
    double score = 0;
    std::int64_t dismissal = 0;
    bool all = false;
    bool withdraw = false;
};

ExitCode finish(Session& session, const Label& what, const review::JudgementResult& result, const Label& done) {
    if (session.format({Format::table, Format::json}) == Format::json)
        session.print_json({{"recorded", result.recorded}, {"id", result.id}, {"refusal", result.refusal.en}});
    if (!result.recorded) {
        session.complain(not_recorded(what, result.refusal));
        return ExitCode::problem;
    }
    if (session.format({Format::table, Format::json}) == Format::table) session.tell(done);
    return ExitCode::done;
}

ExitCode dismiss(Session& session, const Arguments& arguments) {
    const std::size_t slash = arguments.rule.find('/');
    if (slash == std::string::npos) throw WrongUse(rule_without_plugin());
    const review::ReportDetails details = review::load_report(session.workspace(), arguments.report);
    review::DismissalRequest request;
    request.report_id = arguments.report;
    request.revision = details.report.revision;
    request.plugin = arguments.rule.substr(0, slash);
    request.rule = arguments.rule.substr(slash + 1);
    request.question = arguments.question;
    request.start = arguments.start;
    request.scope = *review::dismissal_scope_from(arguments.scope);
    request.reason = arguments.reason;
    const review::JudgementResult result = review::dismiss_finding(session.workspace(), request);
    Label done = make_label("{} : {} est écarté (numéro {}).", "{}: {} is dismissed (number {}).", arguments.report,
                            arguments.rule, result.id);
    if (request.scope != review::DismissalScope::here) {
        done = make_label("{} `relis assess` l'applique aux autres rapports qui attendent.",
                          "{} `relis assess` applies it to the other reports that wait.", done);
    }
    return finish(session, same_in_both(arguments.report), result, done);
}

ExitCode restore(Session& session, const Arguments& arguments) {
    return finish(session, make_label("rejet {}", "dismissal {}", arguments.dismissal),
                  review::restore_finding(session.workspace(), arguments.dismissal),
                  make_label("Le rejet {} est annulé.", "Dismissal {} is taken back.", arguments.dismissal));
}

ExitCode waive(Session& session, const Arguments& arguments) {
    const int revision = review::load_report(session.workspace(), arguments.report).report.revision;
    return finish(session, same_in_both(arguments.report),
                  review::waive_vetoes(session.workspace(), arguments.report, revision, arguments.reason),
                  make_label("{} : son veto est levé ; la raison reste avec le rapport.",
                             "{}: its veto is waived; the reason stays with the report.", arguments.report));
}

ExitCode override_score(Session& session, const Arguments& arguments) {
    const int revision = review::load_report(session.workspace(), arguments.report).report.revision;
    if (arguments.withdraw) {
        return finish(session, same_in_both(arguments.report),
                      review::restore_score(session.workspace(), arguments.report, revision, arguments.criterion),
                      make_label("{} : la note de la machine vaut de nouveau.", "{}: the machine's score stands again.",
                                 arguments.report));
    }
    return finish(session, same_in_both(arguments.report),
                  review::override_score(session.workspace(), arguments.report, revision, arguments.criterion,
                                         arguments.score, arguments.reason),
                  make_label("{} : {} vaut maintenant {} ; la note de la machine est gardée à côté.",
                             "{}: {} is {} now; the machine's score is kept beside it.", arguments.report,
                             arguments.criterion, score_text(arguments.score)));
}

ExitCode list_rules(Session& session, const std::vector<review::DismissedRule>& rules, Format format) {
    if (format == Format::json) {
        session.out().line(review::to_json(rules));
        return ExitCode::done;
    }
    Table table({{session.say({"Règle", "Rule"})},
                 {session.say({"Écartés", "Dismissed"}), right},
                 {session.say({"Rapports", "Reports"}), right},
                 {session.say({"Sur constatés", "Of found"}), right},
                 {session.say({"Partout", "Wide"}), right},
                 {session.say({"Dernière raison", "Last reason"}), Column::Align::left, 24}});
    for (const review::DismissedRule& rule : rules) {
        table.add({rule.plugin + "/" + rule.rule, std::to_string(rule.dismissed), std::to_string(rule.reports),
                   std::to_string(rule.found), std::to_string(rule.wide), rule.last_reason});
    }
    if (table.waiting() > 0) table.print(session.out());
    if (rules.empty()) session.tell({"Personne n'a écarté de constat.", "Nobody has dismissed a finding."});
    return ExitCode::done;
}

/// How far a dismissal reaches.
Label reach_of(const review::DismissalRecord& dismissal) {
    if (dismissal.waived) return {"veto levé", "waived"};
    switch (dismissal.scope) {
        case review::DismissalScope::here:
            return {"ici", "here"};
        case review::DismissalScope::rule_in_programme:
            return {"règle", "rule"};
        case review::DismissalScope::word_everywhere:
            break;
    }
    return {"mot", "word"};
}

ExitCode list(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    if (!arguments.all)
        return list_rules(session, review::dismissed_rules(session.workspace(), arguments.programme), format);
    const auto dismissals = review::dismissals(session.workspace(), arguments.programme);
    if (format == Format::json) {
        session.out().line(review::to_json(dismissals));
        return ExitCode::done;
    }
    Table table({{session.say({"Numéro", "Number"}), right},
                 {session.say({"Quand", "When"})},
                 {session.say({"Par", "By"})},
                 {session.say({"Rapport", "Report"})},
                 {session.say({"Règle", "Rule"})},
                 {session.say({"Portée", "Scope"})},
                 {session.say({"Mot", "Word"}), Column::Align::left, 12},
                 {session.say({"Raison", "Reason"}), Column::Align::left, 20}});
    for (const review::DismissalRecord& d : dismissals) {
        const Label reach = d.standing ? reach_of(d) : make_label("{} (annulé)", "{} (taken back)", reach_of(d));
        table.add({std::to_string(d.id), clock_text(d.at), d.by, d.report_id, d.plugin + "/" + d.rule,
                   session.say(reach), d.word, d.reason});
    }
    if (table.waiting() > 0) table.print(session.out());
    return ExitCode::done;
}

void add_report(CLI::App* verb, Arguments& arguments) {
    verb->add_option("report", arguments.report, "The report")->type_name("REPORT_ID")->required();
}

void add_reason(CLI::App* verb, Arguments& arguments) {
    verb->add_option("--reason", arguments.reason, "Why; it stays with the report")->type_name("TEXT")->required();
}

}  // namespace

void add_finding(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb =
        line.add_verb("finding", "Dismiss findings, waive vetoes, see what people dismiss",
                      "  relis finding dismiss R-000123 french/unknown-word --question accueil --reason \"nom d'un "
                      "plat\" --scope word\n"
                      "  relis finding waive R-000123 --reason \"reçu vu en agence\"\n"
                      "  relis finding restore 12\n"
                      "  relis finding dismissed                       by rule, the most often dismissed first");
    verb->require_subcommand(1);

    CLI::App* const dismiss_verb = line.add_verb(
        "dismiss", "Set a finding aside",
        "  relis finding dismiss R-000123 consistency/hour-outside-visit --question attente --reason \"montre vue\"\n"
        "  relis finding dismiss R-000123 french/unknown-word --question plats --start 12 --scope word --reason \"un "
        "plat\"",
        verb);
    add_report(dismiss_verb, *arguments);
    dismiss_verb->add_option("rule", arguments->rule, "Plugin and rule of the finding")
        ->type_name("PLUGIN/RULE")
        ->required();
    dismiss_verb->add_option("--question", arguments->question, "Its question (default: the whole report)")
        ->type_name("NAME");
    dismiss_verb->add_option("--start", arguments->start, "Its place, where the rule found several in that answer")
        ->type_name("N");
    dismiss_verb
        ->add_option("--scope", arguments->scope,
                     "here: this passage; rule: this rule in this programme; word: this word everywhere")
        ->type_name("SCOPE")
        ->check(CLI::IsMember({"here", "rule", "word"}));
    add_reason(dismiss_verb, *arguments);
    line.on(dismiss_verb, [arguments](Session& session) { return dismiss(session, *arguments); });

    CLI::App* const restore_verb =
        line.add_verb("restore", "Take a dismissal or a waiver back", "  relis finding restore 12", verb);
    restore_verb->add_option("number", arguments->dismissal, "As `relis finding dismissed --all` numbers it")
        ->type_name("NUMBER")
        ->required();
    line.on(restore_verb, [arguments](Session& session) { return restore(session, *arguments); });

    CLI::App* const waive_verb = line.add_verb("waive", "Let a report pass its veto, for a recorded reason",
                                               "  relis finding waive R-000123 --reason \"reçu vu en agence\"", verb);
    add_report(waive_verb, *arguments);
    add_reason(waive_verb, *arguments);
    line.on(waive_verb, [arguments](Session& session) { return waive(session, *arguments); });

    CLI::App* const list_verb = line.add_verb("dismissed", "What people dismiss, by rule",
                                              "  relis finding dismissed --programme hotel-2026\n"
                                              "  relis finding dismissed --all      one by one",
                                              verb);
    list_verb->add_option("--programme", arguments->programme, "In this programme (default: all)")->type_name("ID");
    list_verb->add_flag("--all", arguments->all, "One by one, those taken back and waivers too");
    line.on(list_verb, [arguments](Session& session) { return list(session, *arguments); });
}

void add_override(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb = line.add_verb("override", "Give a score in place of the machine's",
                                         "  relis override R-000123 detail 4 --reason \"précis, mais concis\"\n"
                                         "  relis override R-000123 detail --withdraw");
    add_report(verb, *arguments);
    verb->add_option("criterion", arguments->criterion, "The criterion")->type_name("ID")->required();
    CLI::Option* const score =
        verb->add_option("score", arguments->score, "0 to 5")->type_name("SCORE")->check(CLI::Range(0.0, 5.0));
    verb->add_option("--reason", arguments->reason, "Why; it stays with the report")->type_name("TEXT");
    verb->add_flag("--withdraw", arguments->withdraw, "Let the machine's score stand again")->excludes(score);
    line.on(verb, [arguments, score](Session& session) {
        if (!arguments->withdraw && (score->count() == 0 || arguments->reason.empty()))
            throw WrongUse({"donnez une note et --reason, ou --withdraw ; voyez `relis override --help`",
                            "give a score and --reason, or --withdraw; see `relis override --help`"});
        return override_score(session, *arguments);
    });
}

}  // namespace relis::cli
