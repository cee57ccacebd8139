#include <charconv>

#include "command_line.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/decide.h"
#include "review/report_details.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::string report;
    std::string decision;
    std::string reason;
    std::string message;
    std::string due;
    std::vector<std::string> findings;
    std::vector<std::string> remarks;
    std::vector<std::string> asked;
    std::string remind;
    std::string unanswered;
    int revision = 0;
    bool left_out = false;
    bool undo = false;
    std::string to;
    std::string exception;
};

Label past_tense(Decision decision) {
    switch (decision) {
        case Decision::accept:
            return {"accepté", "accepted"};
        case Decision::rework:
            return {"renvoyé en reprise", "sent back for rework"};
        case Decision::reassign:
            return {"réattribué", "reassigned"};
    }
    return {};
}

/// `plugin/rule`, `plugin/rule@question`, `plugin/rule@question:start`.
review::ReworkReason finding_of(const std::string& text) {
    review::ReworkReason reason;
    reason.kind = review::ReworkReason::Kind::finding;
    const std::size_t at = text.find('@');
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos || slash > at) {
        throw WrongUse(make_label("--finding {} : nommez la règle avec son greffon, comme french/unknown-word@accueil",
                                  "--finding {}: name the rule with its plugin, such as french/unknown-word@accueil",
                                  text));
    }
    reason.plugin = text.substr(0, slash);
    reason.rule = text.substr(slash + 1, at == std::string::npos ? at : at - slash - 1);
    if (at == std::string::npos) {
        return reason;
    }
    reason.question = text.substr(at + 1);
    const std::size_t colon = reason.question.rfind(':');
    if (colon == std::string::npos) {
        return reason;
    }
    std::size_t start = 0;
    const char* const last = reason.question.data() + reason.question.size();
    if (std::from_chars(reason.question.data() + colon + 1, last, start).ptr != last ||
        colon + 1 == reason.question.size()) {
        throw WrongUse(make_label("--finding {} : après la question vient la place où commence le constat",
                                  "--finding {}: after the question comes the place where the finding starts", text));
    }
    reason.start = start;
    reason.question.resize(colon);
    return reason;
}

/// `remark`, `remark@question`.
review::ReworkReason remark_of(const std::string& text) {
    review::ReworkReason reason;
    reason.kind = review::ReworkReason::Kind::remark;
    const std::size_t at = text.find('@');
    reason.remark = text.substr(0, at);
    reason.question = at == std::string::npos ? "" : text.substr(at + 1);
    return reason;
}

/// `question=text`, `=text` for the report as a whole.
review::ReworkReason written_of(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
        throw WrongUse(make_label("--ask {} : écrivez question=texte, ou =texte pour le rapport entier",
                                  "--ask {}: write question=text, or =text for the report as a whole", text));
    }
    review::ReworkReason reason;
    reason.question = text.substr(0, equals);
    reason.text = text.substr(equals + 1);
    return reason;
}

review::ReworkTerms terms_of(const Arguments& arguments) {
    review::ReworkTerms terms;
    for (const std::string& text : arguments.findings) {
        terms.reasons.push_back(finding_of(text));
    }
    for (const std::string& text : arguments.remarks) {
        terms.reasons.push_back(remark_of(text));
    }
    for (const std::string& text : arguments.asked) {
        terms.reasons.push_back(written_of(text));
    }
    terms.remind = arguments.remind != "no";
    if (terms.remind && !arguments.remind.empty()) {
        terms.remind_at = parse_moment(arguments.remind);
        if (!terms.remind_at) {
            throw WrongUse(make_label(
                "--remind {} : donnez la date, l'heure et le décalage, comme 2026-06-18T08:00:00-04:00, ou no",
                "--remind {}: give date, time and offset, such as 2026-06-18T08:00:00-04:00, or no", arguments.remind));
        }
    }
    terms.unanswered = review::unanswered_from(arguments.unanswered).value_or(review::Unanswered::reassign);
    return terms;
}

/// The parsed arguments; throws WrongUse for what cannot be a decision.
review::DecisionRequest request_of(const Arguments& arguments) {
    review::DecisionRequest request;
    request.report_id = arguments.report;
    const std::optional<Decision> decision = decision_from(arguments.decision);
    if (!decision)
        throw WrongUse({"dites accept, rework ou reassign après le rapport, ou --undo ; voyez `relis decide --help`",
                        "say accept, rework or reassign after the report, or --undo; see `relis decide --help`"});
    request.decision = *decision;
    request.reason = arguments.reason;
    request.message = arguments.message;
    const bool terms = !arguments.findings.empty() || !arguments.remarks.empty() || !arguments.asked.empty() ||
                       !arguments.remind.empty() || !arguments.unanswered.empty();
    if (terms && request.decision != Decision::rework) {
        throw WrongUse(
            {"--finding, --remark, --ask, --remind et --unanswered : seule une reprise demande quelque chose",
             "--finding, --remark, --ask, --remind and --unanswered: only a rework asks for something"});
    }
    if (arguments.left_out && request.decision != Decision::accept) {
        throw WrongUse({"--leave-out : seul un rapport accepté compte dans les chiffres du client",
                        "--leave-out: only an accepted report is in the client's figures"});
    }
    if (!arguments.to.empty() && request.decision != Decision::reassign) {
        throw WrongUse({"--to : seule une mission réattribuée va à quelqu'un d'autre",
                        "--to: only a reassigned mission goes to somebody else"});
    }
    request.assign_to = arguments.to;
    request.assign_exception = arguments.exception;
    request.rework = terms_of(arguments);
    request.left_out = arguments.left_out;
    if (!arguments.due.empty()) {
        if (request.decision == Decision::accept || (request.decision == Decision::reassign && arguments.to.empty())) {
            throw WrongUse(
                {"--due : seule une reprise, ou une réattribution à quelqu'un (--to), a une nouvelle échéance",
                 "--due: only a rework, or a reassignment --to somebody, has a new due time"});
        }
        auto& due = request.decision == Decision::rework ? request.new_due_at : request.assign_due;
        due = moment_of("--due", arguments.due);
    }
    return request;
}

ExitCode finish(Session& session, Format format, const Arguments& arguments, const review::DecisionResult& result,
                const Label& done) {
    if (format == Format::json) {
        const review::ReportDetails now = review::load_report(session.workspace(), arguments.report);
        session.print_json({{"report_id", arguments.report},
                            {"recorded", result.recorded},
                            {"decision_id", result.decision_id},
                            {"state", review::to_string(now.row.state)},
                            {"refusal", result.refusal.en},
                            {"new_mission", result.new_mission},
                            {"assign_refusal", result.assign_refusal.en}});
    }
    if (!result.recorded) {
        session.complain(not_recorded(same_in_both(arguments.report), result.refusal));
        return ExitCode::problem;
    }
    if (format == Format::table) session.tell(done);
    if (!result.assign_refusal.en.empty()) {
        session.complain(make_label("{} : décidé, mais personne n'a la mission : {}",
                                    "{}: decided, but nobody has the mission: {}", arguments.report,
                                    result.assign_refusal));
        return ExitCode::problem;
    }
    return ExitCode::done;
}

ExitCode decide(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    if (arguments.undo) {
        if (!arguments.decision.empty()) {
            throw WrongUse({"--undo ne prend pas de décision ; voyez `relis decide --help`",
                            "--undo takes no decision; see `relis decide --help`"});
        }
        const review::DecisionResult result = review::undo_decision(session.workspace(), arguments.report);
        return finish(session, format, arguments, result,
                      make_label("{} : la dernière décision est annulée ; le rapport attend de nouveau une décision.",
                                 "{}: the last decision is taken back; the report waits for a decision again.",
                                 arguments.report));
    }
    review::DecisionRequest request = request_of(arguments);
    const review::ReportDetails before = review::load_report(session.workspace(), arguments.report);
    request.revision = arguments.revision > 0 ? arguments.revision : before.report.revision;
    if (request.decision == Decision::rework && !request.new_due_at) {
        request.new_due_at = review::default_rework_due(
            before.report.due_at ? Moment{present().utc, before.report.due_at->offset} : present());
    }
    const review::DecisionResult result = review::decide(session.workspace(), request);
    Label terms;
    if (request.new_due_at)
        terms = make_label(", attendu de nouveau le {}", ", due again {}", clock_text(request.new_due_at));
    if (!result.new_mission.empty()) {
        terms = make_label("{}, confié à {} comme mission {}", "{}, given to {} as mission {}", terms,
                           request.assign_to, result.new_mission);
    }
    return finish(session, format, arguments, result,
                  make_label("{0}, révision {1} : {2}{3}. `relis feedback {0}` montre ce que reçoit le client mystère, "
                             "`relis decide {0} --undo` l'annule.",
                             "{0}, revision {1}: {2}{3}. `relis feedback {0}` shows what the shopper receives, "
                             "`relis decide {0} --undo` takes it back.",
                             arguments.report, request.revision, past_tense(request.decision), terms));
}

}  // namespace

void add_decide(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb = line.add_verb(
        "decide", "Record a decision on a report, or take it back",
        "  relis decide R-000123 accept\n"
        "  relis decide R-000123 rework --message \"Merci de préciser l'attente.\" --due 2026-06-18T12:00:00-04:00\n"
        "  relis decide R-000123 rework --finding detail/no-person@accueil --remark attente@attente --ask \"recu=Le "
        "reçu ?\"\n"
        "  relis decide R-000123 accept --leave-out --reason \"visite d'essai\"\n"
        "  relis decide R-000123 reassign --reason \"copié d'un autre rapport\" --to C-0042\n"
        "  relis decide R-000123 --undo");
    verb->add_option("report", arguments->report, "The report")->type_name("REPORT_ID")->required();
    verb->add_option("decision", arguments->decision, "What is decided")
        ->type_name("DECISION")
        ->check(CLI::IsMember({"accept", "rework", "reassign"}));
    verb->add_option("--reason", arguments->reason, "Why; needed where the decision departs from the recommendation")
        ->type_name("TEXT");
    verb->add_option("--message", arguments->message, "To the shopper, in French (default: made from the findings)")
        ->type_name("TEXT");
    verb->add_option("--due", arguments->due,
                     "When a rework is due (default: in 24 hours, at the full hour), or the new mission of --to")
        ->type_name("ISO-TIME");
    verb->add_option("--finding", arguments->findings, "Of a rework: a finding to ask about; repeatable")
        ->type_name("PLUGIN/RULE[@QUESTION[:START]]")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb->add_option("--remark", arguments->remarks, "Of a rework: a remark of the library (`relis rework remarks`)")
        ->type_name("NAME[@QUESTION]")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb->add_option("--ask", arguments->asked, "Of a rework: a question of your own")
        ->type_name("QUESTION=TEXT")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb->add_option("--remind", arguments->remind,
                     "When the shopper is reminded (default: a quarter of the time is left)")
        ->type_name("ISO-TIME|no");
    verb->add_option("--unanswered", arguments->unanswered,
                     "What is recommended when nobody answers (default: reassign)")
        ->type_name("OUTCOME")
        ->check(CLI::IsMember({"reassign", "rework", "none"}));
    verb->add_flag("--leave-out", arguments->left_out, "Of an acceptance: not in the client's figures");
    verb->add_option("--revision", arguments->revision, "The revision that was read; another one is refused")
        ->type_name("N")
        ->check(whole_number_from(1));
    verb->add_option("--to", arguments->to, "Of a reassignment: who takes the mission (`relis mission candidates`)")
        ->type_name("SHOPPER_ID");
    verb->add_option("--exception", arguments->exception, "With --to: why, where a rule excludes the shopper")
        ->type_name("TEXT");
    verb->add_flag("--undo", arguments->undo, "Take the last decision back");
    line.on(verb, [arguments](Session& session) { return decide(session, *arguments); });
}

}  // namespace relis::cli
