#include <map>

#include "command_line.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/conduct.h"

namespace relis::cli {

namespace {

constexpr auto right = Column::Align::right;

struct Arguments {
    std::string subject;  ///< a shopper, or a report
    std::string kind;
    std::string reason;
    std::int64_t take_back = 0;
    bool taken_back = false;
};

ExitCode told(Session& session, const review::ConductResult& result, const std::string& what, const Label& done) {
    const Format format = session.format({Format::table, Format::json});
    if (format == Format::json) {
        session.print_json({{"done", result.done}, {"id", result.id}, {"refusal", result.refusal.en}});
    }
    if (!result.done) {
        session.complain(not_done(same_in_both(what), result.refusal));
        return ExitCode::problem;
    }
    if (format == Format::table) {
        session.tell(done);
    }
    return ExitCode::done;
}

ExitCode note(Session& session, const Arguments& arguments) {
    if (arguments.take_back > 0) {
        return told(session, review::take_back_note(session.workspace(), arguments.take_back),
                    std::to_string(arguments.take_back),
                    make_label("La note {} est reprise ; la cote du client mystère est refaite.",
                               "Note {} is taken back; the shopper is rated anew.", arguments.take_back));
    }
    const auto kind = note_kind_from(arguments.kind);
    if (arguments.subject.empty() || !kind) {
        throw WrongUse(
            {"nommez le client mystère, positive, neutral ou negative, et la raison avec --reason ; voyez `relis "
             "shopper note --help`",
             "name the shopper, positive, neutral or negative, and a --reason; see `relis shopper note --help`"});
    }
    const review::ConductResult result =
        review::note_shopper(session.workspace(), arguments.subject, *kind, arguments.reason);
    return told(
        session, result, arguments.subject,
        make_label("La note {0} est gardée ; la cote de {1} est refaite. `relis shopper note --take-back {0}` la "
                   "reprend.",
                   "Note {0} is kept; {1} is rated anew. `relis shopper note --take-back {0}` takes it back.",
                   result.id, arguments.subject));
}

ExitCode misconduct(Session& session, const Arguments& arguments) {
    if (arguments.taken_back) {
        return told(session, review::take_back_misconduct(session.workspace(), arguments.subject), arguments.subject,
                    make_label("{} : reprise ; la cote de son client mystère est refaite.",
                               "{}: taken back; its shopper is rated anew.", arguments.subject));
    }
    const auto kind = misconduct_from(arguments.kind);
    if (!kind) {
        throw WrongUse({"dites copying ou falsification après le rapport, ou --take-back",
                        "say copying or falsification after the report, or --take-back"});
    }
    return told(session, review::confirm_misconduct(session.workspace(), arguments.subject, *kind, arguments.reason),
                arguments.subject,
                make_label("{} : confirmée ; la cote de son client mystère est refaite.",
                           "{}: confirmed; its shopper is rated anew.", arguments.subject));
}

std::string cause_text(const review::RatingChange& change) {
    static const std::map<std::string, std::string> names{{"accept", "rapport accepté"},
                                                          {"rework", "reprise demandée"},
                                                          {"reassign", "mission réattribuée"},
                                                          {"undo", "décision annulée"},
                                                          {"surplus", "visite surnuméraire"},
                                                          {"note", "note de professionnalisme"},
                                                          {"drop_surplus", "visite surnuméraire annulée"},
                                                          {"uphold", "contestation retenue"},
                                                          {"uphold_partly", "contestation retenue en partie"},
                                                          {"take_back_note", "note reprise"},
                                                          {"confirm", "faute confirmée"},
                                                          {"take_back", "faute reprise"},
                                                          {"cancel", "mission annulée"},
                                                          {"miss", "mission jamais faite"},
                                                          {"reopen", "mission rouverte"},
                                                          {"publish", "critères publiés"},
                                                          {"", "historique importé"}};
    const auto found = names.find(change.action);
    return found == names.end() ? change.action : found->second;
}

ExitCode log(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const review::ShopperLog found = review::shopper_log(session.workspace(), arguments.subject);
    if (format == Format::json) {
        session.out().line(review::to_json(found));
        return ExitCode::done;
    }
    Output& out = session.out();
    Table ratings(
        {{"Quand"}, {"Cote", right}, {"±", right}, {"Cause"}, {"De"}, {"Par"}, {"Raison", Column::Align::left, 16}});
    for (const review::RatingChange& change : found.ratings) {
        ratings.add({clock_text(change.at), score_text(change.value), score_text(change.uncertainty),
                     cause_text(change), change.subject, change.user, change.reason});
    }
    if (ratings.waiting() > 0) {
        ratings.print(out);
    } else {
        session.remark(make_label("{} n'a jamais eu de cote.", "{} was never rated.", arguments.subject));
    }
    for (const review::EnteredNote& one : found.notes) {
        const std::string kind = one.kind == NoteKind::positive   ? "favorable"
                                 : one.kind == NoteKind::negative ? "défavorable"
                                                                  : "neutre";
        out.print("{} : note {}{}, {}{}{}\n", clock_text(one.at).substr(0, 10), kind,
                  one.id == 0 ? std::string(" du fichier") : fmt::format(" {}", one.id), one.reason,
                  one.user.empty() ? "" : " (" + one.user + ")", one.stands ? "" : " — reprise");
    }
    for (const review::ConfirmedReport& one : found.misconduct) {
        out.print("{} : {} confirmée, rapport {}, {} ({}){}\n", clock_text(one.at).substr(0, 10),
                  one.kind == Misconduct::copying ? "copie" : "invention", one.report_id, one.reason, one.user,
                  one.stands ? "" : " — reprise");
    }
    return ExitCode::done;
}

}  // namespace

void add_shopper_conduct(CommandLine& line, CLI::App* shopper) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const enter =
        line.add_verb("note", "Note a shopper's professionalism, or take a note back",
                      "  relis shopper note C-0042 positive --reason \"a prévenu d'une fermeture imprévue\"\n"
                      "  relis shopper note --take-back 12",
                      shopper);
    enter->add_option("shopper", arguments->subject, "The shopper")->type_name("SHOPPER_ID");
    enter->add_option("kind", arguments->kind, "What the note says")
        ->type_name("KIND")
        ->check(CLI::IsMember({"positive", "neutral", "negative"}));
    enter->add_option("--reason", arguments->reason, "Why; kept in the log")->type_name("TEXT");
    enter->add_option("--take-back", arguments->take_back, "The number of a note")
        ->type_name("N")
        ->check(whole_number_from(1));
    line.on(enter, [arguments](Session& session) { return note(session, *arguments); });
    CLI::App* const confirm =
        line.add_verb("misconduct", "Confirm that a report is copied or invented; a flag alone never counts",
                      "  relis shopper misconduct R-000108 copying --reason \"même texte que R-000110\"\n"
                      "  relis shopper misconduct R-000108 --take-back",
                      shopper);
    confirm->add_option("report", arguments->subject, "The report")->type_name("REPORT_ID")->required();
    confirm->add_option("kind", arguments->kind, "What is confirmed")
        ->type_name("KIND")
        ->check(CLI::IsMember({"copying", "falsification"}));
    confirm->add_option("--reason", arguments->reason, "Why; kept in the log")->type_name("TEXT");
    confirm->add_flag("--take-back", arguments->taken_back, "Take it back");
    line.on(confirm, [arguments](Session& session) { return misconduct(session, *arguments); });
    CLI::App* const history =
        line.add_verb("log", "What changed a shopper's rating, with each cause", "  relis shopper log C-0042", shopper);
    history->add_option("shopper", arguments->subject, "The shopper")->type_name("SHOPPER_ID")->required();
    line.on(history, [arguments](Session& session) { return log(session, *arguments); });
}

}  // namespace relis::cli
