#include "store/interventions.h"

#include "database_implementation.h"
#include "events_writer.h"
#include "intervention_rows.h"
#include "label/blank.h"
#include "label/make_label.h"
#include "mission_rows.h"
#include "outbox_withdrawing.h"
#include "paging.h"
#include "ratings_writer.h"
#include "report_moves.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

const std::string select_intervention =
    "SELECT id, report_id, revision, kind, from_state, user_id, reason, until_at, until_offset, made_at, made_offset, "
    "ended_by, ended_at, ended_offset, end_reason FROM interventions WHERE ";
constexpr const char* intervention_types = "itittttiiiitiit";

InterventionKind kind_from(const std::string& name) {
    if (name == to_string(InterventionKind::hold)) {
        return InterventionKind::hold;
    }
    return name == to_string(InterventionKind::surplus) ? InterventionKind::surplus : InterventionKind::withdrawal;
}

Intervention intervention_of(Row& row) {
    Intervention intervention;
    intervention.id = row.integer();
    intervention.report_id = row.text();
    intervention.revision = row.number();
    intervention.kind = kind_from(row.text());
    intervention.from = report_state_from(row.text()).value_or(ReportState::submitted);
    intervention.user = row.text();
    intervention.reason = row.text();
    intervention.until = row.optional_moment();
    intervention.at = row.moment();
    intervention.ended_by = row.text();
    intervention.ended_at = row.optional_moment();
    intervention.end_reason = row.text();
    return intervention;
}

InterventionResult refused(Label why) {
    return {false, 0, std::move(why)};
}

std::int64_t log(Connection& c, Move move, const InterventionRequest& request, ReportState from, ReportState to) {
    return write_event(c, {0, request.at, request.user, std::string(to_string(move)), "report", request.report_id,
                           request.revision, std::string(to_string(from)), std::string(to_string(to)), request.reason});
}

Label no_reason(const std::string& report_id) {
    return make_label("Rapport {} : dites pourquoi.", "Report {}: give the reason.", report_id);
}

/// Why an intervention may not begin; empty texts: it may.
Label refusal(Connection& c, const InterventionRequest& request, const Standing& standing, Move move) {
    if (Label why = refuse_other_revision(request.report_id, request.revision, standing.revision); !why.en.empty()) {
        return why;
    }
    if (!next_state(standing.state, move)) {
        return refused_move(request.report_id, standing.state, move);
    }
    if (is_blank(request.reason)) {
        return no_reason(request.report_id);
    }
    return refuse_held_open(c, request.report_id, request.user, request.at);
}

/// Begins one: the row, the state, the event. The refusals are behind.
std::int64_t begin(Connection& c, const InterventionRequest& request, const Standing& standing, InterventionKind kind,
                   Move move) {
    ensure_user(c, request.user);
    const ReportState to = next_state(standing.state, move).value_or(standing.state);
    const std::int64_t id = c.integer(
        "INSERT INTO interventions (report_id, revision, kind, from_state, user_id, reason, until_at, until_offset, "
        "made_at, made_offset) VALUES (:report_id, :revision, :kind, :from_state, :user_id, :reason, :until_at, "
        ":until_offset, :made_at, :made_offset) RETURNING id",
        Arguments(request.report_id, request.revision, to_string(kind), to_string(standing.state), request.user,
                  request.reason, request.until, request.at));
    move_report(c, request.report_id, to);
    log(c, move, request, standing.state, to);
    return id;
}

struct Ended {
    Intervention intervention;
    Standing standing;
    std::int64_t event = 0;
    Label refusal;
};

/// Ends the one that stands and moves the report back to where it came from.
Ended end(Connection& c, const std::string& report_id, const std::string& user, const Moment& at, Move move,
          const std::string& reason = {}) {
    Ended ended;
    ended.standing = lock_report(c, report_id);
    const auto found = c.first(intervention_types, select_intervention + "report_id = :id AND ended_at IS NULL",
                               Arguments(report_id), intervention_of);
    const std::optional<ReportState> to =
        found ? next_state(ended.standing.state, move, found->from) : std::optional<ReportState>();
    if (!to) {
        ended.refusal = refused_move(report_id, ended.standing.state, move);
        return ended;
    }
    ensure_user(c, user);
    ended.intervention = *found;
    c.run(
        "UPDATE interventions SET ended_by = :user, ended_at = :at, ended_offset = :offset, end_reason = :reason WHERE "
        "id = :id",
        Arguments(user, at, reason, found->id));
    move_report(c, report_id, *to);
    ended.event =
        log(c, move, {report_id, ended.standing.revision, user, reason, std::nullopt, at}, ended.standing.state, *to);
    return ended;
}

/// The outcome of a mission that a decision on the report ended.
void set_outcome(Connection& c, const Standing& standing, Outcome outcome) {
    c.run("UPDATE missions SET outcome = :outcome WHERE id = :id AND decision_id IS NOT NULL",
          Arguments(to_string(outcome), standing.mission_id));
}

}  // namespace

void end_hold_by_revision(Connection& connection, const std::string& report_id, const Moment& at) {
    connection.run(
        "UPDATE interventions SET ended_by = 'shopper', ended_at = :at, ended_offset = :offset WHERE report_id = :id "
        "AND kind = 'hold' AND ended_at IS NULL",
        Arguments(at, report_id));
}

void come_back_unassessed(Connection& connection, const std::string& report_id) {
    connection.run(
        "UPDATE interventions SET from_state = 'submitted' WHERE report_id = :id AND from_state = 'assessed' AND "
        "ended_at IS NULL",
        Arguments(report_id));
}

InterventionResult put_on_hold(Database& database, const InterventionRequest& request) {
    return write(
        database,
        [&](Connection& c) {
            const Standing standing = lock_report(c, request.report_id);
            if (Label why = refusal(c, request, standing, Move::hold); !why.en.empty()) {
                return refused(std::move(why));
            }
            if (!request.until || *request.until <= request.at) {
                return refused(make_label("Rapport {} : dites jusqu'à quand, une date à venir.",
                                          "Report {}: say until when, a moment to come.", request.report_id));
            }
            return InterventionResult{true, begin(c, request, standing, InterventionKind::hold, Move::hold), {}};
        },
        Durability::full);
}

InterventionResult end_hold(Database& database, const std::string& report_id, const std::string& user,
                            const Moment& at) {
    return write(
        database,
        [&](Connection& c) {
            const Ended ended = end(c, report_id, user, at, Move::release);
            return InterventionResult{ended.refusal.en.empty(), ended.intervention.id, ended.refusal};
        },
        Durability::full);
}

InterventionResult withdraw_report(Database& database, const InterventionRequest& request) {
    return write(
        database,
        [&](Connection& c) {
            const Standing standing = lock_report(c, request.report_id);
            if (Label why = refusal(c, request, standing, Move::withdraw); !why.en.empty()) {
                return refused(std::move(why));
            }
            const std::int64_t id = begin(c, request, standing, InterventionKind::withdrawal, Move::withdraw);
            c.run(
                "UPDATE missions SET outcome = 'withdrawn', closed_at = :at, closed_offset = :offset WHERE id = :id "
                "AND closed_at IS NULL",
                Arguments(request.at, standing.mission_id));
            return InterventionResult{true, id, {}};
        },
        Durability::full);
}

InterventionResult reinstate_report(Database& database, const std::string& report_id, const std::string& user,
                                    const Moment& at) {
    return write(
        database,
        [&](Connection& c) {
            const Ended ended = end(c, report_id, user, at, Move::reinstate);
            if (ended.refusal.en.empty()) {
                c.run(
                    "UPDATE missions SET outcome = NULL, closed_at = NULL, closed_offset = NULL WHERE id = :id AND "
                    "outcome = 'withdrawn'",
                    Arguments(ended.standing.mission_id));
            }
            return InterventionResult{ended.refusal.en.empty(), ended.intervention.id, ended.refusal};
        },
        Durability::full);
}

InterventionResult write_surplus(Connection& c, const InterventionRequest& request, const RateShopper& rate_shopper) {
    const Standing standing = lock_report(c, request.report_id);
    if (Label why = refusal(c, request, standing, Move::keep_surplus); !why.en.empty()) {
        return refused(std::move(why));
    }
    if (c.exists("SELECT 1 FROM decisions WHERE report_id = :id AND user_id = :user AND undone_at IS NULL",
                 Arguments(request.report_id, request.user))) {
        return refused(make_label("Le rapport {0} a été décidé par {1} : une autre personne répond à la contestation.",
                                  "{1} decided report {0}, so the appeal against it goes to somebody else.",
                                  request.report_id, request.user));
    }
    const std::int64_t id = begin(c, request, standing, InterventionKind::surplus, Move::keep_surplus);
    set_outcome(c, standing, Outcome::accepted);
    withdraw_waiting_mails(c, request.report_id);
    write_rating(c, standing.shopper_id, rate_shopper(shopper_history(c, standing.shopper_id), request.at), request.at,
                 std::nullopt, "other", id);
    return InterventionResult{true, id, {}};
}

InterventionResult keep_as_surplus(Database& database, const InterventionRequest& request,
                                   const RateShopper& rate_shopper) {
    return write(
        database, [&](Connection& c) { return write_surplus(c, request, rate_shopper); }, Durability::full);
}

InterventionResult drop_surplus(Database& database, const InterventionRequest& request,
                                const RateShopper& rate_shopper) {
    return write(
        database,
        [&](Connection& c) {
            const Standing standing = lock_report(c, request.report_id);
            if (next_state(standing.state, Move::drop_surplus) && is_blank(request.reason)) {
                return refused(no_reason(request.report_id));
            }
            const Ended ended = end(c, request.report_id, request.user, request.at, Move::drop_surplus, request.reason);
            if (ended.refusal.en.empty()) {
                set_outcome(c, ended.standing, Outcome::reassigned);
                withdraw_waiting_mails(c, request.report_id);
                rate_for_event(c, ended.standing.shopper_id, request.at, ended.event, rate_shopper);
            }
            return InterventionResult{ended.refusal.en.empty(), ended.intervention.id, ended.refusal};
        },
        Durability::full);
}

std::vector<Intervention> list_interventions(Database& database, const std::string& report_id) {
    return read(database, [&](Connection& c) {
        return c.all(intervention_types, select_intervention + "report_id = :id ORDER BY id", Arguments(report_id),
                     intervention_of);
    });
}

Page<Intervention> standing_interventions(Database& database, InterventionKind kind, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(intervention_types,
                                           select_intervention +
                                               "kind = :kind AND ended_at IS NULL AND id > :after ORDER BY id LIMIT "
                                               ":rows",
                                           Arguments(to_string(kind), cursor_number(page, 0), rows_to_read(page)),
                                           intervention_of);
                          }),
                     page, [](const Intervention& intervention) { return std::to_string(intervention.id); });
}

std::vector<Intervention> interventions_on(Database& database, const std::vector<std::string>& report_ids) {
    return read(database, [&](Connection& c) {
        std::vector<Intervention> standing;
        for (const std::string& report_id : report_ids) {
            if (auto found = c.first(intervention_types, select_intervention + "report_id = :id AND ended_at IS NULL",
                                     Arguments(report_id), intervention_of)) {
                standing.push_back(std::move(*found));
            }
        }
        return standing;
    });
}

}  // namespace relis::store
