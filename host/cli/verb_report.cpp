#include "command_line.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/interventions.h"
#include "review/report_details.h"
#include "review/rework_json.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::string report;
    std::string reason;
    std::string until;
};

using Intervention = review::InterventionResult (*)(review::Workspace&, const Arguments&);

ExitCode intervene(Session& session, const Arguments& arguments, Intervention work, const Label& done) {
    const Format format = session.format({Format::table, Format::json});
    const review::InterventionResult result = work(session.workspace(), arguments);
    if (format == Format::json) {
        const review::ReportDetails now = review::load_report(session.workspace(), arguments.report);
        session.print_json({{"report_id", arguments.report},
                            {"done", result.done},
                            {"state", review::to_string(now.row.state)},
                            {"refusal", result.refusal.en}});
    }
    if (!result.done) {
        session.complain(not_done(same_in_both(arguments.report), result.refusal));
        return ExitCode::problem;
    }
    if (format == Format::table) {
        session.tell(make_label("{} {}", "{} {}", arguments.report, done));
    }
    return ExitCode::done;
}

review::InterventionResult hold(review::Workspace& workspace, const Arguments& arguments) {
    return review::hold(workspace, arguments.report, arguments.reason, moment_of("--until", arguments.until));
}

ExitCode held(Session& session) {
    const Format format = session.format({Format::table, Format::json});
    const std::vector<review::HeldReport> reports = review::held_reports(session.workspace());
    if (format == Format::json) {
        session.out().line(review::to_json(reports));
        return ExitCode::done;
    }
    Table table({{"Rapport"}, {"Jusqu'au"}, {""}, {"Par"}, {"Raison", Column::Align::left, 20}});
    for (const review::HeldReport& report : reports) {
        table.add({report.report_id, clock_text(report.until), report.due ? "échu" : "", report.by, report.reason});
    }
    if (table.waiting() > 0) {
        table.print(session.out());
    } else {
        session.remark({"Aucun rapport n'est en attente.", "No report is on hold."});
    }
    return ExitCode::done;
}

std::string reason_text(const review::ReworkReason& reason) {
    return (reason.question.empty() ? "" : reason.question + " : ") + reason.text;
}

const char* name_of(review::OutdatedJudgement::Kind kind) {
    switch (kind) {
        case review::OutdatedJudgement::Kind::dismissed:
            return "constat écarté";
        case review::OutdatedJudgement::Kind::waived:
            return "veto levé";
        case review::OutdatedJudgement::Kind::score:
            return "note d'une personne";
        case review::OutdatedJudgement::Kind::edit:
            break;
    }
    return "texte corrigé";
}

void print_changes(Output& out, const review::RevisionChanges& changes) {
    out.print("Révision {}, comparée à la révision {}\n", changes.revision, changes.earlier);
    if (changes.rework) {
        out.print("Reprise demandée par {} le {}, pour le {}{}\n", changes.rework->by,
                  clock_text(changes.rework->asked_at), clock_text(changes.rework->due),
                  changes.late ? " ; rendue en retard" : "");
    }
    if (!changes.reasons.empty()) {
        out.write("\n");
        Table table({{"Réponse"}, {"Demandé", Column::Align::left, 20}});
        for (const review::AnsweredReason& answered : changes.reasons) {
            table.add({answered.answered ? "répondu" : "sans réponse", reason_text(answered.reason)});
        }
        table.print(out);
    }
    std::string changed;
    for (const std::string& name : changes.changed) {
        changed += (changed.empty() ? "" : ", ") + (name.empty() ? std::string("le rapport entier") : name);
    }
    out.print("\nRéponses changées : {}\n", changed.empty() ? "aucune" : changed);
    if (changes.outdated.empty()) {
        return;
    }
    out.write("\n");
    Table table({{"Périmé"},
                 {"Révision", Column::Align::right},
                 {"Question"},
                 {"Sur"},
                 {"Par"},
                 {"Texte"},
                 {"Raison", Column::Align::left, 16}});
    for (const review::OutdatedJudgement& judgement : changes.outdated) {
        table.add({name_of(judgement.kind), std::to_string(judgement.revision), judgement.question, judgement.about,
                   judgement.by, judgement.text_changed ? "changé" : "inchangé", judgement.reason});
    }
    table.print(out);
}

ExitCode changes(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const review::ReportDetails details = review::load_report(session.workspace(), arguments.report);
    const auto found = review::revision_changes(session.workspace(), details);
    if (format == Format::json) {
        session.out().line(found ? review::to_json(*found) : "null");
    } else if (found) {
        print_changes(session.out(), *found);
    } else {
        session.remark(
            make_label("{} n'a pas de révision plus ancienne.", "{} has no earlier revision.", arguments.report));
    }
    return ExitCode::done;
}

}  // namespace

void add_report(CommandLine& line) {
    CLI::App* const verb =
        line.add_verb("report", "Hold a report, withdraw it, keep it as a surplus visit; what a revision changed",
                      "  relis report hold R-000123 --until 2026-06-20T09:00:00-04:00 --reason \"Le client vérifie.\"\n"
                      "  relis report held\n"
                      "  relis report changes R-000123        what a rework brought, and what it left unanswered");
    verb->require_subcommand(1);
    const auto arguments = std::make_shared<Arguments>();
    const auto add = [&](const char* name, const char* summary, const char* example, bool reason, Intervention work,
                         const Label& done) {
        CLI::App* const one = line.add_verb(name, summary, example, verb);
        one->add_option("report", arguments->report, "The report")->type_name("REPORT_ID")->required();
        if (reason) {
            one->add_option("--reason", arguments->reason, "Why; kept in the report's log")
                ->type_name("TEXT")
                ->required();
        }
        line.on(one, [arguments, work, done](Session& session) { return intervene(session, *arguments, work, done); });
        return one;
    };
    CLI::App* const on_hold = add(
        "hold", "Keep a report back until a date",
        "  relis report hold R-000123 --until 2026-06-20T09:00:00-04:00 --reason \"Le client vérifie.\"", true, hold,
        {"est mis en attente. `relis report release` y met fin ; sa prochaine révision aussi.",
         "is on hold. `relis report release` ends it; so does its next revision."});
    on_hold->add_option("--until", arguments->until, "When a person looks again")->type_name("ISO-TIME")->required();
    add("release", "End a hold before its date: the report waits again", "  relis report release R-000123", false,
        [](review::Workspace& workspace, const Arguments& given) { return review::end_hold(workspace, given.report); },
        {"attend de nouveau.", "waits again."});
    add("withdraw", "Take a report out of the work: it is not decided, and its mission counts for nobody",
        "  relis report withdraw R-000123 --reason \"visite annulée par le client\"", true,
        [](review::Workspace& workspace, const Arguments& given) {
            return review::withdraw(workspace, given.report, given.reason);
        },
        {"est retiré. `relis report reinstate` le remet.", "is withdrawn. `relis report reinstate` takes it back."});
    add("reinstate", "Take a withdrawal back: the report stands where it stood before",
        "  relis report reinstate R-000123", false,
        [](review::Workspace& workspace, const Arguments& given) { return review::reinstate(workspace, given.report); },
        {"est où il était.", "is where it was."});
    add("surplus", "Keep a reassigned report as a surplus visit: it counts as accepted for its shopper",
        "  relis report surplus R-000123 --reason \"contestation retenue : le reçu est valable\"", true,
        [](review::Workspace& workspace, const Arguments& given) {
            return review::keep_surplus(workspace, given.report, given.reason);
        },
        {"est une visite surnuméraire ; sa mission compte comme acceptée. `relis report drop-surplus` l'annule.",
         "is a surplus visit; its mission counts as accepted. `relis report drop-surplus` takes it back."});
    add("drop-surplus", "Take a surplus visit back: reassigned again, its mission counts as refused",
        "  relis report drop-surplus R-000123 --reason \"Le reçu est celui d'une autre visite.\"", true,
        [](review::Workspace& workspace, const Arguments& given) {
            return review::drop_surplus(workspace, given.report, given.reason);
        },
        {"est de nouveau réattribué ; son client mystère en lit la raison dans une nouvelle rétroaction.",
         "is reassigned again; its shopper reads the reason in a new feedback."});
    line.on(line.add_verb("held", "List the reports on hold, and whose date has come", "  relis report held", verb),
            [](Session& session) { return held(session); });
    CLI::App* const brought = line.add_verb(
        "changes", "What a further revision changed, which remarks it answers, which judgements it outdates",
        "  relis report changes R-000123\n  relis report changes R-000123 --format json", verb);
    brought->add_option("report", arguments->report, "The report")->type_name("REPORT_ID")->required();
    line.on(brought, [arguments](Session& session) { return changes(session, *arguments); });
}

}  // namespace relis::cli
