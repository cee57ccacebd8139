#include <algorithm>

#include "command_line.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/assignments.h"
#include "review/json.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::string mission;
    std::string shopper;
    std::string due;
    std::string when;
    std::string reason;
    std::string exception;
    int days = 60;
};

std::string reason_of(const review::MissionCandidate& candidate, review::CandidateCriterion criterion) {
    const auto found = std::ranges::find(candidate.reasons, criterion, &review::CandidateReason::criterion);
    return found == candidate.reasons.end() ? std::string("–") : found->text.fr;
}

ExitCode assign(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const review::AssignResult result = review::assign_mission(
        session.workspace(),
        {arguments.mission, arguments.shopper, moment_if_given("--due", arguments.due), arguments.exception});
    if (format == Format::json) {
        session.out().line(review::to_json(result));
    }
    if (!result.done) {
        session.complain(
            make_label("{} : non confiée : {}", "{}: not assigned: {}", arguments.mission, result.refusal));
        return ExitCode::problem;
    }
    if (format == Format::table) {
        Output& out = session.out();
        out.print("{} : mission {}, échéance {}\n", result.chosen->name, result.mission_id, clock_text(result.due_at));
        if (result.chosen->rank > 0) {
            out.print("Choisi au rang {}, {:.0f} points sur 100\n", result.chosen->rank, result.chosen->score);
        } else {
            out.print("Choisi par exception : {}\n", arguments.exception);
        }
        out.print("Pour le prochain classement : {} ; {}\n", reason_of(*result.after, review::CandidateCriterion::load),
                  reason_of(*result.after, review::CandidateCriterion::rotation));
        session.remark(make_label("`relis mission unassign {}` la reprend tant qu'aucun rapport n'est arrivé.",
                                  "`relis mission unassign {}` takes it back until a report comes in.",
                                  result.mission_id));
    }
    return ExitCode::done;
}

ExitCode told(Session& session, const Arguments& arguments, const review::MissionResult& result, const Label& done) {
    const Format format = session.format({Format::table, Format::json});
    if (format == Format::json) {
        session.print_json({{"mission_id", arguments.mission}, {"done", result.done}, {"refusal", result.refusal.en}});
    }
    if (!result.done) {
        session.complain(not_done(same_in_both(arguments.mission), result.refusal));
        return ExitCode::problem;
    }
    if (format == Format::table) {
        session.tell(make_label("{} {}", "{} {}", arguments.mission, done));
    }
    return ExitCode::done;
}

ExitCode waiting(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const auto missions = review::missions_to_assign(session.workspace(), arguments.days);
    if (format == Format::json) {
        session.out().line(review::to_json(missions));
        return ExitCode::done;
    }
    Table table({{"Mission"},
                 {"Programme", Column::Align::left, 10},
                 {"Point de vente", Column::Align::left, 16},
                 {"Échéance"},
                 {"Issue"},
                 {"Était à", Column::Align::left, 16}});
    for (const review::WaitingMission& mission : missions) {
        table.add({mission.mission_id, named(mission.programme_name, mission.programme),
                   named(mission.site_name, mission.site), clock_text(mission.due_at), label(mission.outcome),
                   named(mission.shopper_name, mission.shopper_id)});
    }
    if (table.waiting() > 0) {
        table.print(session.out());
        session.remark(
            {"`relis mission candidates MISSION` classe les clients mystères, `relis mission assign` la confie.",
             "`relis mission candidates MISSION` ranks the shoppers, `relis mission assign` gives it."});
    } else {
        session.remark({"Aucune mission n'attend quelqu'un d'autre.", "No mission waits for somebody else."});
    }
    return ExitCode::done;
}

std::string action_text(const std::string& action) {
    if (action == "assign") return "confiée";
    if (action == "unassign") return "reprise";
    if (action == "cancel") return "annulée";
    if (action == "miss") return "jamais faite";
    return action == "reopen" ? "rouverte" : action;
}

std::string state_text(const std::string& state) {
    if (const std::optional<Outcome> outcome = outcome_from(state)) {
        return label(*outcome);
    }
    return state == "open" ? "en cours" : "retiré";
}

ExitCode show(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const review::MissionCard card = review::load_mission(session.workspace(), arguments.mission);
    if (format == Format::json) {
        session.out().line(review::to_json(card));
        return ExitCode::done;
    }
    Output& out = session.out();
    out.line(styled("Mission " + card.mission_id, Style::bold, out) + ", " +
             named(card.programme_name, card.programme) + ", " + named(card.site_name, card.site) + ", " +
             named(card.shopper_name, card.shopper_id));
    out.print("{}, échéance {}\n", state_text(card.state), clock_text(card.due_at));
    for (const review::GivenMission& given : card.assignments) {
        out.print("{} → {} : {} par {}, {}{}{}\n", given.source_mission, given.mission_id,
                  named(given.shopper_name, given.shopper_id), given.user, clock_text(given.at),
                  given.exception.empty() ? "" : ", par exception : " + given.exception,
                  given.stands ? "" : " (reprise)");
    }
    Table table({{"Quand"}, {"Qui"}, {"Quoi"}, {"Pourquoi", Column::Align::left, 20}});
    for (const review::MissionEvent& event : card.events) {
        table.add({clock_text(event.at), event.user, action_text(event.action), event.note});
    }
    if (table.waiting() > 0) {
        table.print(out);
    }
    return ExitCode::done;
}

CLI::App* with_mission(CLI::App* verb, const std::shared_ptr<Arguments>& arguments) {
    verb->add_option("mission", arguments->mission, "The mission")->type_name("MISSION_ID")->required();
    return verb;
}

void add_endings(CommandLine& line, CLI::App* mission, const std::shared_ptr<Arguments>& arguments) {
    for (const bool cancelled : {true, false}) {
        CLI::App* const one = with_mission(
            line.add_verb(cancelled ? "cancel" : "missed",
                          cancelled ? "The shopper gave an open mission back" : "An open mission was never done",
                          cancelled
                              ? "  relis mission cancel M-000123 --reason \"malade\" --told 2026-06-18T12:00:00-04:00"
                              : "  relis mission missed M-000123 --reason \"ne répond plus\"",
                          mission),
            arguments);
        one->add_option("--reason", arguments->reason, "Why; kept in the log")->type_name("TEXT")->required();
        one->add_option(cancelled ? "--told" : "--found", arguments->when,
                        cancelled ? "When the shopper told (default: now); the rating counts from then to the due time"
                                  : "When it was found out (default: now)")
            ->type_name("ISO-TIME");
        line.on(one, [arguments, cancelled](Session& session) {
            const auto when = moment_if_given(cancelled ? "--told" : "--found", arguments->when);
            review::Workspace& workspace = session.workspace();
            return told(
                session, *arguments,
                cancelled ? review::cancel_mission(workspace, arguments->mission, arguments->reason, when)
                          : review::declare_missed(workspace, arguments->mission, arguments->reason, when),
                cancelled ? Label{"est annulée ; la cote de son client mystère est refaite, et quelqu'un d'autre peut "
                                  "la prendre.",
                                  "is cancelled; its shopper is rated anew, and somebody else may take it."}
                          : Label{"n'a jamais été faite ; la cote de son client mystère est refaite, et "
                                  "quelqu'un d'autre peut la prendre.",
                                  "was never done; its shopper is rated anew, and somebody else may take it."});
        });
    }
    CLI::App* const reopen = with_mission(line.add_verb("reopen", "Take a cancellation or a missed mission back",
                                                        "  relis mission reopen M-000123", mission),
                                          arguments);
    line.on(reopen, [arguments](Session& session) {
        return told(session, *arguments, review::reopen_mission(session.workspace(), arguments->mission),
                    {"est de nouveau ouverte.", "is open again."});
    });
}

}  // namespace

void add_mission_moves(CommandLine& line, CLI::App* mission) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const give =
        with_mission(line.add_verb("assign", "Give a mission that ended without a report to keep to somebody else",
                                   "  relis mission assign M-000123 C-0042\n"
                                   "  relis mission assign M-000123 C-0042 --due 2026-06-20T18:00:00-04:00\n"
                                   "  relis mission assign M-000123 C-0042 --exception \"seule à parler inuktitut\"",
                                   mission),
                     arguments);
    give->add_option("shopper", arguments->shopper, "Who takes it")->type_name("SHOPPER_ID")->required();
    give->add_option("--due", arguments->due, "The new due time (default: the old one, or criteria's assigned_days)")
        ->type_name("ISO-TIME");
    give->add_option("--exception", arguments->exception, "Why, where a rule excludes the shopper; kept")
        ->type_name("TEXT");
    line.on(give, [arguments](Session& session) { return assign(session, *arguments); });
    CLI::App* const back =
        with_mission(line.add_verb("unassign", "Take an assignment back, as long as no report came in",
                                   "  relis mission unassign M-000123-2", mission),
                     arguments);
    line.on(back, [arguments](Session& session) {
        return told(session, *arguments, review::undo_assignment(session.workspace(), arguments->mission),
                    {"est reprise ; son client mystère en est libre.", "is taken back; its shopper is free of it."});
    });
    add_endings(line, mission, arguments);
    CLI::App* const list =
        line.add_verb("waiting", "Missions that nobody has since they ended without a report to keep",
                      "  relis mission waiting", mission);
    list->add_option("--days", arguments->days, "Ended in the last so many days")
        ->type_name("N")
        ->check(whole_number_from(1))
        ->capture_default_str();
    line.on(list, [arguments](Session& session) { return waiting(session, *arguments); });
    CLI::App* const one = with_mission(line.add_verb("show", "One mission: who had it, who chose whom, and why",
                                                     "  relis mission show M-000123", mission),
                                       arguments);
    line.on(one, [arguments](Session& session) { return show(session, *arguments); });
}

}  // namespace relis::cli
