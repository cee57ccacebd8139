#include "command_line.h"
#include "input_file.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/appeals.h"

namespace relis::cli {

namespace {

constexpr auto right = Column::Align::right;

struct Arguments {
    std::string report;
    std::string score;
    std::string finding;
    std::string question;
    std::optional<std::size_t> start;
    bool decision = false;
    std::string text;
    std::string due;
    std::string late_reason;
    std::int64_t appeal = 0;
    std::string state;
    std::string outcome;
    std::string answer;
    std::optional<double> new_score;
    bool overturn = false;
    std::string words;
    std::string earlier;
    std::string programme;
};

std::string state_text(const review::Appeal& appeal) {
    switch (appeal.state) {
        case review::AppealState::open:
            return appeal.overdue ? "ouverte, en retard" : "ouverte";
        case review::AppealState::taken:
            return "prise par " + appeal.handler;
        case review::AppealState::upheld:
            return "retenue";
        case review::AppealState::partly_upheld:
            return "retenue en partie";
        case review::AppealState::dismissed:
            return "rejetée";
        case review::AppealState::withdrawn:
            break;
    }
    return "retirée";
}

std::string subject_text(const review::Appeal& appeal) {
    switch (appeal.subject) {
        case review::AppealSubject::score:
            return "note " + appeal.plugin + (appeal.score_before ? " " + score_text(appeal.score_before) : "");
        case review::AppealSubject::finding:
            return appeal.plugin + "/" + appeal.rule + (appeal.passage.empty() ? "" : " « " + appeal.passage + " »");
        case review::AppealSubject::decision:
            break;
    }
    return "décision";
}

Label appeal_name(std::int64_t number) {
    return make_label("contestation {}", "appeal {}", number);
}

ExitCode finish(Session& session, const Label& what, const review::AppealResult& result, const Label& done) {
    const Format format = session.format({Format::table, Format::json});
    if (format == Format::json) {
        session.print_json({{"done", result.done}, {"appeal", result.id}, {"refusal", result.refusal.en}});
    }
    if (!result.done) {
        session.complain(not_done(what, result.refusal));
        return ExitCode::problem;
    }
    if (format == Format::table) {
        session.tell(done);
    }
    return ExitCode::done;
}

ExitCode file(Session& session, const Arguments& arguments) {
    const int named = static_cast<int>(!arguments.score.empty()) + static_cast<int>(!arguments.finding.empty()) +
                      static_cast<int>(arguments.decision);
    if (named != 1) {
        throw WrongUse({"dites ce qui est contesté : --score CRITÈRE, --finding GREFFON/RÈGLE, ou --decision",
                        "say what is contested: --score CRITERION, --finding PLUGIN/RULE, or --decision"});
    }
    review::AppealRequest request;
    request.report_id = arguments.report;
    request.text = arguments.text;
    request.plugin = arguments.score;
    if (!arguments.finding.empty()) {
        const std::size_t slash = arguments.finding.find('/');
        if (slash == std::string::npos) {
            throw WrongUse(rule_without_plugin());
        }
        request.subject = review::AppealSubject::finding;
        request.plugin = arguments.finding.substr(0, slash);
        request.rule = arguments.finding.substr(slash + 1);
        request.question = arguments.question;
        request.start = arguments.start;
    }
    if (arguments.decision) {
        request.subject = review::AppealSubject::decision;
    }
    if (!arguments.due.empty()) {
        request.due_at = moment_of("--due", arguments.due);
    }
    request.late_reason = arguments.late_reason;
    const review::AppealResult result = review::file_appeal(session.workspace(), request);
    return finish(session, same_in_both(arguments.report), result,
                  make_label("La contestation {0} est ouverte. `relis appeal take {0}` la prend en main.",
                             "Appeal {0} is open. `relis appeal take {0}` takes it in hand.", result.id));
}

ExitCode list(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const bool waiting = arguments.state == "waiting";
    std::vector<review::Appeal> appeals =
        waiting ? review::waiting_appeals(session.workspace())
                : review::list_appeals(session.workspace(), review::appeal_state_from(arguments.state));
    if (!arguments.report.empty()) {
        std::erase_if(appeals, [&](const review::Appeal& appeal) { return appeal.report_id != arguments.report; });
    }
    if (format == Format::json) {
        session.out().line(review::to_json(appeals));
        return ExitCode::done;
    }
    Table table({{"N°", right},
                 {"Rapport"},
                 {"Client mystère", Column::Align::left, 16},
                 {"Conteste", Column::Align::left, 16},
                 {"Répondre avant"},
                 {"État"},
                 {"Ses mots", Column::Align::left, 20}});
    for (const review::Appeal& appeal : appeals) {
        table.add({std::to_string(appeal.id), appeal.report_id, named(appeal.shopper_name, appeal.shopper_id),
                   subject_text(appeal), clock_text(appeal.due_at), state_text(appeal), appeal.text});
    }
    if (table.waiting() > 0) {
        table.print(session.out());
    } else {
        session.remark(waiting ? Label{"Aucune contestation n'attend.", "No appeal waits."}
                               : Label{"Il n'y a pas de telle contestation.", "There is no such appeal."});
    }
    return ExitCode::done;
}

void print_details(Output& out, const review::AppealDetails& details) {
    const review::Appeal& appeal = details.appeal;
    out.print("Contestation {} : {}, rapport {}, révision {} ({})\n", appeal.id, state_text(appeal), appeal.report_id,
              appeal.revision, details.report.shopper_name);
    out.print("Conteste : {}\n", subject_text(appeal));
    if (!appeal.message.empty()) {
        out.print("Constat : {}\n", appeal.message);
    }
    if (!details.context.empty()) {
        out.print("Réponse du rapport : {}\n", details.context);
    }
    out.print("Ses mots : {}\n", appeal.text);
    out.print("Saisie par {} le {}, réponse attendue avant le {}\n", appeal.entered_by, clock_text(appeal.filed_at),
              clock_text(appeal.due_at));
    if (!appeal.late_reason.empty()) {
        out.print("Acceptée hors délai : {}\n", appeal.late_reason);
    }
    if (!details.current) {
        out.write("Une révision plus récente est arrivée depuis.\n");
    }
    if (appeal.closed_at && !appeal.answer.empty()) {
        out.print("Réponse de {} le {} : {}\n", appeal.handler, clock_text(appeal.closed_at), appeal.answer);
    }
    if (appeal.score_after) {
        out.print("Note : {} avant, {} après\n", score_text(appeal.score_before), score_text(appeal.score_after));
    }
    if (!appeal.answered() && !details.may_not_answer.en.empty()) {
        out.print("{}\n", details.may_not_answer.fr);
    }
}

ExitCode show(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const review::AppealDetails details = review::load_appeal(session.workspace(), arguments.appeal);
    if (!arguments.earlier.empty()) {
        const auto sheet = review::earlier_sheet(session.workspace(), arguments.appeal);
        if (!sheet) {
            session.complain(make_label(
                "contestation {} : aucune feuille d'avant n'est gardée : elle n'a pas de réponse, ou son rapport "
                "n'était "
                "plus décidé",
                "appeal {}: no earlier sheet is kept: it is not answered, or its report was not decided any more",
                arguments.appeal));
            return ExitCode::problem;
        }
        write_file(arguments.earlier, *sheet);
    }
    if (format == Format::json) {
        session.out().line(review::to_json(details));
    } else {
        print_details(session.out(), details);
    }
    return ExitCode::done;
}

ExitCode answer(Session& session, const Arguments& arguments) {
    review::AppealAnswer answer;
    answer.id = arguments.appeal;
    answer.outcome = arguments.outcome == "upheld"   ? review::AppealOutcome::upheld
                     : arguments.outcome == "partly" ? review::AppealOutcome::partly
                                                     : review::AppealOutcome::dismissed;
    answer.answer = arguments.answer;
    answer.score = arguments.new_score;
    answer.overturn = arguments.overturn;
    answer.words = review::feedback_words(arguments.words);
    if (answer.outcome == review::AppealOutcome::dismissed && (answer.score || answer.overturn)) {
        throw WrongUse(
            {"--score et --overturn vont avec upheld ou partly", "--score and --overturn go with upheld or partly"});
    }
    return finish(session, appeal_name(arguments.appeal), review::answer_appeal(session.workspace(), answer),
                  make_label("La contestation {} a sa réponse. `relis outbox send` la dit à son client mystère.",
                             "Appeal {} is answered. `relis outbox send` tells its shopper.", arguments.appeal));
}

ExitCode rules(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const std::vector<review::AppealedRule> rules = review::appealed_rules(session.workspace(), arguments.programme);
    if (format == Format::json) {
        session.out().line(review::to_json(rules));
        return ExitCode::done;
    }
    Table table({{"Règle"},
                 {"Programme"},
                 {"Contestations", right},
                 {"Retenues", right},
                 {"Part", right},
                 {"En attente", right},
                 {"Dernière réponse", Column::Align::left, 24}});
    for (const review::AppealedRule& rule : rules) {
        const std::string name = rule.plugin.empty() ? "décision"
                                 : rule.rule.empty() ? "note " + rule.plugin
                                                     : rule.plugin + "/" + rule.rule;
        table.add({name, rule.programme, std::to_string(rule.appeals), std::to_string(rule.upheld),
                   percent_text(rule.share), std::to_string(rule.waiting), rule.last_answer});
    }
    if (table.waiting() > 0) {
        table.print(session.out());
    } else {
        session.remark({"Personne n'a rien contesté.", "Nobody has contested anything."});
    }
    return ExitCode::done;
}

void add_number(CLI::App* verb, Arguments& arguments) {
    verb->add_option("appeal", arguments.appeal, "Its number")->type_name("NUMBER")->required();
}

void add_filing(CommandLine& line, CLI::App* verb, const std::shared_ptr<Arguments>& arguments) {
    CLI::App* const filing = line.add_verb(
        "file", "Record an appeal against a decided report",
        "  relis appeal file R-000123 --finding french/unknown-word --question accueil --text \"C'est un nom.\"\n"
        "  relis appeal file R-000123 --score detail --text \"J'ai tout décrit.\"\n"
        "  relis appeal file R-000123 --decision --text \"Le reçu était joint.\"",
        verb);
    filing->add_option("report", arguments->report, "The report")->type_name("REPORT_ID")->required();
    filing->add_option("--score", arguments->score, "The score of that criterion is contested")->type_name("CRITERION");
    filing->add_option("--finding", arguments->finding, "A finding of that rule is contested")
        ->type_name("PLUGIN/RULE");
    filing->add_option("--question", arguments->question, "The question whose answer it is about")->type_name("NAME");
    filing->add_option("--start", arguments->start, "Where it begins, if there are several")->type_name("OFFSET");
    filing->add_flag("--decision", arguments->decision, "The decision is contested");
    filing->add_option("--text", arguments->text, "The shopper's words")->type_name("TEXT")->required();
    filing->add_option("--due", arguments->due, "When an answer is due (default: after `answer_days` of the criteria)")
        ->type_name("ISO-TIME");
    filing
        ->add_option("--late-reason", arguments->late_reason,
                     "Why it is taken though it comes more than `filing_days` after the feedback")
        ->type_name("TEXT");
    line.on(filing, [arguments](Session& session) { return file(session, *arguments); });
}

void add_answering(CommandLine& line, CLI::App* verb, const std::shared_ptr<Arguments>& arguments) {
    CLI::App* const answering =
        line.add_verb("answer", "Uphold or dismiss an appeal; what is upheld is mended everywhere",
                      "  relis appeal answer 7 upheld\n"
                      "  relis appeal answer 7 partly --score 4 --answer \"Votre récit de l'attente est précis, celui "
                      "de l'accueil non.\"\n"
                      "  relis appeal answer 7 dismissed --answer \"« acceuil » s'écrit « accueil ».\"",
                      verb);
    add_number(answering, *arguments);
    answering->add_option("outcome", arguments->outcome, "upheld, partly or dismissed")
        ->type_name("OUTCOME")
        ->required()
        ->check(CLI::IsMember({"upheld", "partly", "dismissed"}));
    answering
        ->add_option("--answer", arguments->answer, "What the shopper is told (default: made from what is contested)")
        ->type_name("TEXT");
    answering->add_option("--score", arguments->new_score, "The new score; above the one that stands")
        ->type_name("SCORE")
        ->check(CLI::Range(0.0, 5.0));
    answering->add_flag("--overturn", arguments->overturn,
                        "The decision falls too: surplus visit, or back to who decides");
    answering
        ->add_option("--words", arguments->words,
                     "The agency's words of the sheet that is kept (default: as `relis feedback`)")
        ->type_name("FILE");
    line.on(answering, [arguments](Session& session) { return answer(session, *arguments); });
}

}  // namespace

void add_appeal(CommandLine& line) {
    CLI::App* const verb =
        line.add_verb("appeal", "What shoppers contest: record, take in hand, answer",
                      "  relis appeal list                      what waits, due first\n"
                      "  relis appeal take 7\n"
                      "  relis appeal answer 7 upheld\n"
                      "  relis appeal rules                     rules that shoppers contest with reason");
    verb->require_subcommand(1);
    const auto arguments = std::make_shared<Arguments>();
    add_filing(line, verb, arguments);
    CLI::App* const listing =
        line.add_verb("list", "The queue of appeals, or those of a state",
                      "  relis appeal list\n  relis appeal list --state upheld --format json", verb);
    arguments->state = "waiting";
    listing->add_option("--state", arguments->state, "waiting (default), all, or one state")
        ->type_name("STATE")
        ->check(
            CLI::IsMember({"waiting", "all", "open", "taken", "upheld", "partly_upheld", "dismissed", "withdrawn"}));
    listing->add_option("--report", arguments->report, "Of that report only")->type_name("REPORT_ID");
    line.on(listing, [arguments](Session& session) { return list(session, *arguments); });
    CLI::App* const showing = line.add_verb(
        "show", "One appeal with what it is about",
        "  relis appeal show 7\n  relis appeal show 7 --earlier avant.html    the feedback before the answer", verb);
    add_number(showing, *arguments);
    showing->add_option("--earlier", arguments->earlier, "Write the feedback as it was before the answer (HTML)")
        ->type_name("FILE");
    line.on(showing, [arguments](Session& session) { return show(session, *arguments); });
    const auto add = [&](const char* name, const char* summary, const char* example,
                         review::AppealResult (*work)(review::Workspace&, std::int64_t), const Label& done) {
        CLI::App* const one = line.add_verb(name, summary, example, verb);
        add_number(one, *arguments);
        line.on(one, [arguments, work, done](Session& session) {
            return finish(session, appeal_name(arguments->appeal), work(session.workspace(), arguments->appeal),
                          make_label("La contestation {} {}", "Appeal {} {}", arguments->appeal, done));
        });
    };
    add("take", "Take an appeal in hand for two hours; not for whoever decided the report", "  relis appeal take 7",
        review::take_appeal, {"est entre vos mains.", "is in your hands."});
    add("give-back", "Put an appeal back into the queue", "  relis appeal give-back 7", review::give_back_appeal,
        {"attend de nouveau.", "waits again."});
    add("withdraw", "The shopper took an appeal back", "  relis appeal withdraw 7", review::withdraw_appeal,
        {"est retirée.", "is withdrawn."});
    add_answering(line, verb, arguments);
    CLI::App* const listed =
        line.add_verb("rules", "Rules that shoppers contest, and how often with reason",
                      "  relis appeal rules\n  relis appeal rules --programme epicerie-2026", verb);
    listed->add_option("--programme", arguments->programme, "Of that programme only")->type_name("ID");
    line.on(listed, [arguments](Session& session) { return rules(session, *arguments); });
}

}  // namespace relis::cli
