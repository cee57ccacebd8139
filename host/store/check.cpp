#include "store/check.h"

#include "database_implementation.h"
#include "label/make_label.h"
#include "words.h"

namespace relis::store {

namespace {

/// One thing that must not be: a query that yields the offenders' names, and what is wrong with them.
struct Rule {
    const char* offenders;  ///< SELECT of one text column
    const char* french;     ///< what is wrong; follows the name
    const char* english;
};

constexpr Rule rules[] = {
    {"SELECT p.id FROM reports p LEFT JOIN decisions d ON d.report_id = p.id AND d.revision = p.revision AND "
     "d.undone_at IS NULL AND d.expired_at IS NULL WHERE p.state IN ('accepted', 'rework_requested', 'reassigned') AND "
     "(d.id IS NULL OR "
     "d.decision <> CASE p.state WHEN 'accepted' THEN 'accept' WHEN 'reassigned' THEN 'reassign' ELSE 'rework' END)",
     "est décidé, mais aucune décision de ce genre ne tient sur sa révision actuelle.",
     "is decided, but no decision of that kind stands on its current revision."},
    {"SELECT p.id FROM reports p JOIN decisions d ON d.report_id = p.id AND d.revision = p.revision WHERE "
     "d.undone_at IS NULL AND d.expired_at IS NULL AND p.state IN ('submitted', 'assessed', 'held')",
     "attend une décision, mais une décision tient sur sa révision actuelle.",
     "awaits a decision, but one stands on its current revision."},
    {"SELECT CAST(d.id AS TEXT) FROM decisions d WHERE (SELECT COUNT(*) FROM events e WHERE e.decision_id = d.id AND "
     "e.action = d.decision) <> 1",
     "(une décision) n'a pas exactement un événement.", "(a decision) has not exactly one event."},
    {"SELECT CAST(d.id AS TEXT) FROM decisions d WHERE (SELECT COUNT(*) FROM ratings r WHERE r.decision_id = d.id AND "
     "r.cause = 'decision') <> 1",
     "(une décision) n'a pas exactement une cote de son client mystère.",
     "(a decision) has not exactly one rating of its shopper."},
    {"SELECT CAST(d.id AS TEXT) FROM decisions d WHERE (SELECT COUNT(*) FROM events e WHERE e.decision_id = d.id AND "
     "e.action = 'undo') <> CASE WHEN d.undone_at IS NULL THEN 0 ELSE 1 END",
     "(une décision) et les événements de son annulation ne s'accordent pas.",
     "(a decision) and the events of its undoing do not agree."},
    {"SELECT CAST(d.id AS TEXT) FROM decisions d WHERE (SELECT COUNT(*) FROM ratings r WHERE r.decision_id = d.id AND "
     "r.cause = 'undo') <> CASE WHEN d.undone_at IS NULL THEN 0 ELSE 1 END",
     "(une décision) et les cotes de son annulation ne s'accordent pas.",
     "(a decision) and the ratings of its undoing do not agree."},
    {"SELECT m.id FROM missions m LEFT JOIN decisions d ON d.id = m.decision_id AND d.undone_at IS NULL WHERE "
     "m.decision_id IS NOT NULL AND (d.id IS NULL OR m.outcome <> CASE WHEN EXISTS (SELECT 1 FROM interventions i "
     "WHERE i.report_id = d.report_id AND i.kind = 'surplus' AND i.ended_at IS NULL) THEN 'accepted' WHEN d.decision = "
     "'accept' THEN 'accepted' WHEN d.decision = 'reassign' THEN 'reassigned' ELSE '' END)",
     "(une mission) a fini autrement que ne le dit la décision sur son rapport.",
     "(a mission) ended otherwise than the decision on its report says."},
    {"SELECT m.id FROM missions m JOIN reports p ON p.mission_id = m.id WHERE p.state IN ('accepted', 'reassigned', "
     "'withdrawn', 'surplus') AND m.closed_at IS NULL",
     "(une mission) est ouverte bien que son rapport soit décidé.",
     "(a mission) is open although its report is decided."},
    {"SELECT p.id FROM reports p LEFT JOIN queue_entries q ON q.report_id = p.id WHERE q.report_id IS NULL OR q.state "
     "<> p.state OR q.revision <> p.revision OR q.shopper_id <> p.shopper_id OR q.programme_id <> p.programme_id",
     "et sa ligne dans la file ne s'accordent pas.", "and its row in the queue do not agree."},
    {"SELECT q.report_id FROM queue_entries q JOIN recommendations r ON r.report_id = q.report_id AND r.revision = "
     "q.revision WHERE q.recommendation <> COALESCE(r.decision, '') OR q.detail <> COALESCE(r.detail, -1) OR q.french "
     "<> COALESCE(r.french, -1) OR q.flags <> r.flags OR q.missing <> r.missing OR q.fingerprint <> r.fingerprint",
     "montre dans la file d'autres résultats que ceux de ses évaluations.",
     "shows other results in the queue than its assessments gave."},
    {"SELECT p.id FROM reports p LEFT JOIN recommendations r ON r.report_id = p.id AND r.revision = p.revision WHERE "
     "p.state NOT IN ('submitted', 'held', 'withdrawn') AND r.report_id IS NULL",
     "a dépassé son évaluation, mais n'en a pas.", "is past its assessment, but has none."},
    {"SELECT p.id FROM reports p WHERE p.revision <> COALESCE((SELECT MAX(r.revision) FROM revisions r WHERE "
     "r.report_id = p.id), 0) OR (SELECT MAX(r.revision) - MIN(r.revision) + 1 FROM revisions r WHERE r.report_id = "
     "p.id) <> (SELECT COUNT(*) FROM revisions r WHERE r.report_id = p.id)",
     "n'a pas toutes ses révisions, de la première à l'actuelle.",
     "lacks a revision between its first and its current one."},
    {"SELECT p.id FROM reports p WHERE p.reworks <> (SELECT COUNT(*) FROM decisions d WHERE d.report_id = p.id AND "
     "d.decision = 'rework' AND d.undone_at IS NULL)",
     "compte d'autres reprises que celles qui ont été décidées.", "counts other reworks than were decided."},
    {"SELECT p.id FROM reports p WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.subject_kind = 'report' AND "
     "e.subject = p.id AND e.to_state = p.state)",
     "est dans un état auquel aucun événement n'a mené.", "is in a state that no event led to."},
    {"SELECT p.id FROM reports p LEFT JOIN interventions i ON i.report_id = p.id AND i.ended_at IS NULL WHERE "
     "COALESCE(CASE i.kind WHEN 'hold' THEN 'held' WHEN 'withdrawal' THEN 'withdrawn' ELSE i.kind END, '') <> CASE "
     "WHEN p.state IN ('held', 'withdrawn', 'surplus') THEN p.state ELSE '' END",
     "et ce que des personnes en ont fait (attente, retrait, visite surnuméraire) ne s'accordent pas.",
     "and what people did with it (hold, withdrawal, surplus) do not agree."},
    {"SELECT CAST(d.id AS TEXT) FROM decisions d LEFT JOIN reworks w ON w.decision_id = d.id WHERE d.decision = "
     "'rework' AND d.new_due_at IS NOT NULL AND (w.decision_id IS NULL OR w.due_at <> d.new_due_at)",
     "(une décision) est une reprise dont les conditions ne sont pas gardées.",
     "(a decision) is a rework whose terms are not kept."},
    {"SELECT CAST(a.id AS TEXT) FROM appeals a WHERE a.subject = 'score' AND a.decision_id IS NOT NULL AND a.state IN "
     "('upheld', 'partly_upheld') AND NOT EXISTS (SELECT 1 FROM score_overrides s WHERE s.appeal_id = a.id)",
     "(une contestation) a été retenue, mais aucune note n'a été donnée pour elle.",
     "(an appeal) was upheld, but no score was given for it."},
    {"SELECT CAST(a.id AS TEXT) FROM appeals a WHERE a.subject = 'finding' AND a.state = 'upheld' AND NOT EXISTS "
     "(SELECT 1 FROM dismissals d WHERE d.appeal_id = a.id)",
     "(une contestation) a été retenue, mais le constat n'a pas été écarté pour elle.",
     "(an appeal) was upheld, but the finding was not dismissed for it."},
    {"SELECT CAST(a.id AS TEXT) FROM appeals a JOIN decisions d ON d.report_id = a.report_id WHERE a.decision_id IS "
     "NOT "
     "NULL AND a.state IN ('upheld', 'partly_upheld', 'dismissed') AND d.user_id = a.handler AND d.decided_at < "
     "a.closed_at",
     "(une contestation) a reçu sa réponse de quelqu'un qui avait décidé le rapport.",
     "(an appeal) was answered by somebody who had decided the report."},
    {"SELECT CAST(b.answer_id AS TEXT) FROM comment_bands b LEFT JOIN answers a ON a.id = b.answer_id WHERE a.id IS "
     "NULL",
     "(une réponse) est dans l'index des quasi-doublons, mais n'existe pas.",
     "(an answer) is in the near-duplicate index, but does not exist."},
    {"SELECT CAST(b.file_id AS TEXT) FROM picture_bands b LEFT JOIN attachment_files f ON f.id = b.file_id WHERE f.id "
     "IS NULL",
     "(une image) est dans l'index des images, mais n'existe pas.",
     "(a picture) is in the index of pictures, but does not exist."},
};

constexpr int most_of_a_kind = 100;

void check_sqlite(Connection& c, std::vector<Label>& problems) {
    c.each("t", "PRAGMA integrity_check(100)", Arguments(), [&](Row& row) {
        const std::string line = row.text();
        if (line == "ok") return;
        problems.push_back(make_label("Le fichier est abîmé : {}. Reprenez-le d'une copie.",
                                      "The file is damaged: {}. Restore it from a copy.", line));
    });
    c.each("titi", "PRAGMA foreign_key_check", Arguments(), [&](Row& row) {
        if (problems.size() > most_of_a_kind) return;
        const std::string table = row.text();
        const long long line = row.integer();
        problems.push_back(make_label("La ligne {} de la table {} renvoie à une ligne de {} qui n'existe pas.",
                                      "Row {} of the table {} points at a row of {} that does not exist.", line, table,
                                      row.text()));
    });
}

/// Every comment that holds a word stands in the search index, and nothing else does.
void check_search(Connection& c, std::vector<Label>& problems) {
    const char* const missing =
        c.is_postgresql()
            ? "SELECT COUNT(*) FROM comment_search s LEFT JOIN answers a ON a.id = s.answer_id WHERE a.id IS NULL"
            : "SELECT COUNT(*) FROM comment_search_docsize s LEFT JOIN answers a ON a.id = s.id WHERE a.id IS NULL";
    const long long lost = c.integer(missing);
    if (lost > 0) {
        problems.push_back(make_label("L'index de recherche contient {} commentaires qui n'existent pas.",
                                      "The search index holds {} comments that do not exist.", lost));
    }
    const std::string unindexed =
        c.is_postgresql() ? "SELECT a.id, a.comment FROM answers a LEFT JOIN comment_search s ON s.answer_id = a.id "
                            "WHERE s.answer_id IS NULL AND a.comment <> ''"
                          : "SELECT a.id, a.comment FROM answers a LEFT JOIN comment_search_docsize s ON s.id = a.id "
                            "WHERE s.id IS NULL AND a.comment <> ''";
    int reported = 0;
    c.each("it", unindexed, Arguments(), [&](Row& row) {
        const long long id = row.integer();
        if (words_to_index(row.text()).empty() || ++reported > most_of_a_kind) return;  // `...` has no word to find
        problems.push_back(make_label("Le commentaire de la réponse {} n'est pas dans l'index de recherche.",
                                      "The comment of answer {} is not in the search index.", id));
    });
}

}  // namespace

std::vector<Label> check(Database& database) {
    return read_snapshot(database, [](Connection& c) {
        std::vector<Label> problems;
        if (!c.is_postgresql()) check_sqlite(c, problems);
        for (const Rule& rule : rules) {
            c.each("t", std::string(rule.offenders) + " LIMIT " + std::to_string(most_of_a_kind), Arguments(),
                   [&](Row& row) {
                       const std::string name = row.text();
                       problems.push_back({name + " " + rule.french, name + " " + rule.english});
                   });
        }
        check_search(c, problems);
        return problems;
    });
}

}  // namespace relis::store
