#include "store/conduct.h"

#include "database_implementation.h"
#include "events_writer.h"
#include "label/blank.h"
#include "label/make_label.h"
#include "mission_rows.h"
#include "report_moves.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

const std::string select_note =
    "SELECT id, shopper_id, kind, reason, user_id, made_at, made_offset, ended_by, ended_at, ended_offset FROM "
    "shopper_notes WHERE ";
constexpr const char* note_types = "ittttiitii";

NoteRecord note_of(Row& row) {
    NoteRecord note;
    note.id = row.integer();
    note.shopper_id = row.text();
    note.kind = note_kind_from(row.text()).value_or(NoteKind::neutral);
    note.reason = row.text();
    note.user = row.text();
    note.at = row.moment();
    note.ended_by = row.text();
    note.ended_at = row.optional_moment();
    return note;
}

const std::string select_misconduct =
    "SELECT id, report_id, revision, shopper_id, kind, reason, user_id, made_at, made_offset, ended_by, ended_at, "
    "ended_offset FROM misconduct WHERE ";
constexpr const char* misconduct_types = "itittttiitii";

MisconductRecord misconduct_of(Row& row) {
    MisconductRecord record;
    record.id = row.integer();
    record.report_id = row.text();
    record.revision = row.number();
    record.shopper_id = row.text();
    record.kind = misconduct_from(row.text()).value_or(Misconduct::copying);
    record.reason = row.text();
    record.user = row.text();
    record.at = row.moment();
    record.ended_by = row.text();
    record.ended_at = row.optional_moment();
    return record;
}

ConductResult refused(Label why) {
    return {false, 0, std::move(why)};
}

const Label reason_wanted{"dites pourquoi : la raison reste au dossier", "give the reason: it is kept"};

}  // namespace

ConductResult add_note(Database& database, const NoteRecord& note, const RateShopper& rate) {
    return write(
        database,
        [&](Connection& c) -> ConductResult {
            lock_shopper(c, note.shopper_id);
            if (is_blank(note.reason)) {
                return refused(reason_wanted);
            }
            ensure_user(c, note.user);
            const std::int64_t id = c.integer(
                "INSERT INTO shopper_notes (shopper_id, kind, reason, user_id, made_at, made_offset) VALUES (:shopper, "
                ":kind, :reason, :user, :at, :offset) RETURNING id",
                Arguments(note.shopper_id, to_string(note.kind), note.reason, note.user, note.at));
            const std::int64_t event = write_event(c, {0, note.at, note.user, "note", "shopper", note.shopper_id, 0, "",
                                                       std::string(to_string(note.kind)), note.reason});
            rate_for_event(c, note.shopper_id, note.at, event, rate);
            return {true, id, {}};
        },
        Durability::full);
}

ConductResult take_back_note(Database& database, std::int64_t id, const std::string& user, const Moment& at,
                             const RateShopper& rate) {
    return write(
        database,
        [&](Connection& c) -> ConductResult {
            const auto note =
                c.first(note_types, select_note + "id = :id AND ended_at IS NULL", Arguments(id), note_of);
            if (!note) {
                return refused(
                    make_label("il n'y a pas de note {} à reprendre", "there is no note {} to take back", id));
            }
            lock_shopper(c, note->shopper_id);
            ensure_user(c, user);
            c.run("UPDATE shopper_notes SET ended_by = :user, ended_at = :at, ended_offset = :offset WHERE id = :id",
                  Arguments(user, at, id));
            const std::int64_t event = write_event(c, {0, at, user, "take_back_note", "shopper", note->shopper_id, 0,
                                                       std::string(to_string(note->kind)), "", note->reason});
            rate_for_event(c, note->shopper_id, at, event, rate);
            return {true, id, {}};
        },
        Durability::full);
}

std::vector<NoteRecord> list_notes(Database& database, const std::string& shopper_id) {
    return read(database, [&](Connection& c) {
        return c.all(note_types, select_note + "shopper_id = :shopper ORDER BY id", Arguments(shopper_id), note_of);
    });
}

ConductResult confirm_misconduct(Database& database, const MisconductRecord& misconduct, const RateShopper& rate) {
    return write(
        database,
        [&](Connection& c) -> ConductResult {
            const Standing standing = lock_report(c, misconduct.report_id);
            if (is_blank(misconduct.reason)) {
                return refused(reason_wanted);
            }
            if (c.exists("SELECT 1 FROM misconduct WHERE report_id = :id AND ended_at IS NULL",
                         Arguments(misconduct.report_id))) {
                return refused(make_label("c'est déjà confirmé pour le rapport {}",
                                          "that is confirmed of report {} already", misconduct.report_id));
            }
            ensure_user(c, misconduct.user);
            const std::int64_t id = c.integer(
                "INSERT INTO misconduct (report_id, revision, shopper_id, kind, reason, user_id, made_at, made_offset) "
                "VALUES (:report, :revision, :shopper, :kind, :reason, :user, :at, :offset) RETURNING id",
                Arguments(misconduct.report_id, standing.revision, standing.shopper_id, to_string(misconduct.kind),
                          misconduct.reason, misconduct.user, misconduct.at));
            const std::int64_t event =
                write_event(c, {0, misconduct.at, misconduct.user, "confirm", "report", misconduct.report_id,
                                standing.revision, "", std::string(to_string(misconduct.kind)), misconduct.reason});
            rate_for_event(c, standing.shopper_id, misconduct.at, event, rate);
            return {true, id, {}};
        },
        Durability::full);
}

ConductResult take_back_misconduct(Database& database, const std::string& report_id, const std::string& user,
                                   const Moment& at, const RateShopper& rate) {
    return write(
        database,
        [&](Connection& c) -> ConductResult {
            const Standing standing = lock_report(c, report_id);
            const auto found = c.first(misconduct_types, select_misconduct + "report_id = :id AND ended_at IS NULL",
                                       Arguments(report_id), misconduct_of);
            if (!found) {
                return refused(
                    make_label("rien n'est confirmé du rapport {}", "nothing is confirmed of report {}", report_id));
            }
            ensure_user(c, user);
            c.run("UPDATE misconduct SET ended_by = :user, ended_at = :at, ended_offset = :offset WHERE id = :id",
                  Arguments(user, at, found->id));
            const std::int64_t event = write_event(c, {0, at, user, "take_back", "report", report_id, standing.revision,
                                                       std::string(to_string(found->kind)), "", found->reason});
            rate_for_event(c, standing.shopper_id, at, event, rate);
            return {true, found->id, {}};
        },
        Durability::full);
}

std::vector<MisconductRecord> list_misconduct(Database& database, const std::string& shopper_id) {
    return read(database, [&](Connection& c) {
        return c.all(misconduct_types, select_misconduct + "shopper_id = :shopper ORDER BY id", Arguments(shopper_id),
                     misconduct_of);
    });
}

std::vector<RatingCause> rating_causes(Database& database, const std::string& shopper_id, int most) {
    // The event of a decision is the one that the rating was made with: the decision itself, or its undoing
    return read(database, [&](Connection& c) {
        return c.all(
            "iiirrtttt",
            "SELECT r.id, r.rated_at, r.rated_offset, r.value, r.uncertainty, COALESCE(e.action, i.kind, ''), "
            "COALESCE(a.report_id, e.subject, i.report_id, ''), COALESCE(e.user_id, i.user_id, ''), COALESCE(e.note, "
            "i.reason, '') "
            "FROM ratings r LEFT JOIN events e ON e.id = COALESCE(r.event_id, (SELECT MAX(x.id) FROM events x WHERE "
            "x.decision_id = r.decision_id AND x.at = r.rated_at AND (x.action = 'undo') = (r.cause = 'undo'))) LEFT "
            "JOIN interventions i ON i.id = r.intervention_id LEFT JOIN appeals a ON a.id = r.appeal_id WHERE "
            "r.shopper_id = :shopper ORDER BY r.id DESC LIMIT "
            ":most",
            Arguments(shopper_id, most), [](Row& row) {
                RatingCause cause;
                cause.rating_id = row.integer();
                cause.at = row.moment();
                cause.value = row.real();
                cause.uncertainty = row.real();
                cause.action = row.text();
                cause.subject = row.text();
                cause.user = row.text();
                cause.note = row.text();
                return cause;
            });
    });
}

}  // namespace relis::store
