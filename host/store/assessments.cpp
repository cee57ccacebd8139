#include "store/assessments.h"

#include <set>

#include "database_implementation.h"
#include "encode.h"
#include "events_writer.h"
#include "label/make_label.h"
#include "paging.h"
#include "queue_rows.h"
#include "store/states.h"

namespace relis::store {

namespace {

std::string_view name_of(AssessmentState state) {
    switch (state) {
        case AssessmentState::judged:
            return "judged";
        case AssessmentState::not_judged:
            return "not_judged";
        case AssessmentState::failed:
            break;
    }
    return "failed";
}

AssessmentState assessment_state_from(const std::string& name) {
    if (name == "judged") return AssessmentState::judged;
    return name == "not_judged" ? AssessmentState::not_judged : AssessmentState::failed;
}

const std::string select_assessment =
    "SELECT id, plugin, plugin_version, state, score, reason, parameters_hash, criteria_set_id, inherited_set_id, "
    "made_at, made_offset, is_earlier FROM assessments WHERE ";
constexpr const char* assessment_types = "itttrttiiiii";

struct WithId {
    std::int64_t id = 0;
    StoredAssessment stored;
};

WithId assessment_of(Row& row) {
    WithId result;
    result.id = row.integer();
    Assessment& assessment = result.stored.assessment;
    assessment.plugin = row.text();
    assessment.plugin_version = row.text();
    assessment.state = assessment_state_from(row.text());
    assessment.score = row.optional_real();
    assessment.reason = row.text();
    result.stored.parameters_hash = row.text();
    result.stored.criteria_set = row.optional_integer().value_or(0);
    result.stored.inherited_set = row.optional_integer().value_or(0);
    result.stored.made_at = row.moment();
    result.stored.is_earlier = row.flag();
    return result;
}

StoredAssessment with_findings(Connection& c, WithId found) {
    found.stored.assessment.findings =
        c.all("tttiittrit",
              "SELECT rule, category, question, start_at, end_at, message, suggestions, cost, mendable, "
              "title FROM findings WHERE assessment_id = :id ORDER BY position",
              Arguments(found.id), [](Row& row) {
                  Finding finding;
                  finding.rule = row.text();
                  finding.category = category_from(row.text()).value_or(Category::other);
                  finding.question = row.text();
                  finding.start = static_cast<std::size_t>(row.integer());
                  finding.end = static_cast<std::size_t>(row.integer());
                  finding.message = row.text();
                  finding.suggestions = decode_texts(row.text());
                  finding.cost = row.real();
                  finding.mendable = row.flag();
                  finding.title = row.text();
                  return finding;
              });
    found.stored.assessment.contributions =
        c.all("ttr", "SELECT question, label, points FROM contributions WHERE assessment_id = :id ORDER BY position",
              Arguments(found.id), [](Row& row) {
                  return Contribution{row.text(), row.text(), row.real()};
              });
    return std::move(found.stored);
}

std::optional<std::int64_t> none_if_zero(std::int64_t id) {
    return id == 0 ? std::nullopt : std::optional(id);
}

constexpr const char* of_key =
    "report_id = :report_id AND revision = :revision AND plugin = :plugin AND plugin_version = :plugin_version AND "
    "parameters_hash = :parameters_hash";

Arguments key_of(const AssessedRevision& revision, const StoredAssessment& stored) {
    return Arguments(revision.report_id, revision.revision, stored.assessment.plugin, stored.assessment.plugin_version,
                     stored.parameters_hash);
}

void save_assessment(Connection& c, const AssessedRevision& revision, const StoredAssessment& stored) {
    const Assessment& assessment = stored.assessment;
    if (stored.stands &&
        c.run(std::string("UPDATE assessments SET is_current = 1, is_earlier = :is_earlier WHERE ") + of_key,
              Arguments(stored.is_earlier, revision.report_id, revision.revision, assessment.plugin,
                        assessment.plugin_version, stored.parameters_hash)) > 0) {
        return;
    }
    const std::int64_t id = c.integer(
        "INSERT INTO assessments (report_id, revision, plugin, plugin_version, parameters_hash, criteria_set_id, "
        "inherited_set_id, state, score, reason, made_at, made_offset, is_current) VALUES (:report_id, :revision, "
        ":plugin, :plugin_version, :parameters_hash, :criteria_set_id, :inherited_set_id, :state, :score, :reason, "
        ":made_at, :made_offset, 1) ON CONFLICT (report_id, revision, plugin, plugin_version, parameters_hash) DO "
        "UPDATE SET criteria_set_id = excluded.criteria_set_id, inherited_set_id = excluded.inherited_set_id, state = "
        "excluded.state, score = excluded.score, reason = excluded.reason, made_at = excluded.made_at, made_offset = "
        "excluded.made_offset, is_current = 1, is_earlier = 0 RETURNING id",
        Arguments(revision.report_id, revision.revision, assessment.plugin, assessment.plugin_version,
                  stored.parameters_hash, none_if_zero(stored.criteria_set), none_if_zero(stored.inherited_set),
                  name_of(assessment.state), assessment.score, assessment.reason, stored.made_at));
    int position = 0;
    for (const Finding& finding : assessment.findings) {
        c.run(
            "INSERT INTO findings (assessment_id, position, rule, category, question, start_at, end_at, message, "
            "suggestions, cost, mendable, title) VALUES (:assessment_id, :position, :rule, :category, :question, "
            ":start_at, "
            ":end_at, :message, :suggestions, :cost, :mendable, :title)",
            Arguments(id, position++, finding.rule, to_string(finding.category), finding.question, finding.start,
                      finding.end, finding.message, encode_texts(finding.suggestions), finding.cost, finding.mendable,
                      finding.title));
    }
    position = 0;
    for (const Contribution& contribution : assessment.contributions) {
        c.run(
            "INSERT INTO contributions (assessment_id, position, question, label, points) VALUES (:assessment_id, "
            ":position, :question, :label, :points)",
            Arguments(id, position++, contribution.question, contribution.label, contribution.points));
    }
}

std::optional<std::string> name_of(const std::optional<Decision>& decision) {
    return decision ? std::optional(std::string(to_string(*decision))) : std::nullopt;
}

/// Empties what an earlier assessing of the same key found, and keeps those of other keys as past ones.
void forget_earlier(Connection& c, const AssessedRevision& revision) {
    if (!c.exists("SELECT 1 FROM recommendations WHERE report_id = :id AND revision = :revision",
                  Arguments(revision.report_id, revision.revision))) {
        return;
    }
    c.run("UPDATE assessments SET is_current = 0 WHERE report_id = :id AND revision = :revision",
          Arguments(revision.report_id, revision.revision));
    for (const StoredAssessment& stored : revision.assessments) {
        if (stored.stands) continue;
        for (const char* const table : {"findings", "contributions"}) {
            c.run(std::string("DELETE FROM ") + table + " WHERE assessment_id = (SELECT id FROM assessments WHERE " +
                      of_key + ")",
                  key_of(revision, stored));
        }
    }
}

void show_in_queue(Connection& c, const AssessedRevision& revision, ReportState state) {
    c.run(
        "UPDATE queue_entries SET state = :state, detail = :detail, french = :french, flags = :flags, missing = "
        ":missing, recommendation = :recommendation, fingerprint = :fingerprint WHERE report_id = :report_id AND "
        "revision = :revision",
        Arguments(to_string(state), revision.detail.value_or(no_score), revision.french.value_or(no_score),
                  revision.flags, revision.missing, name_of(revision.recommendation.decision).value_or(""),
                  revision.fingerprint, revision.report_id, revision.revision));
}

/// All of them before any row of the queue changes, which a decision about the same shopper changes too: once that
/// begins, this transaction waits for nobody.
void lock_reports(Connection& c, std::span<const AssessedRevision> revisions) {
    if (!c.is_postgresql()) {
        return;  // one writer at a time
    }
    std::set<std::string> ids;
    for (const AssessedRevision& revision : revisions) ids.insert(revision.report_id);
    for (const std::string& id : ids) {
        c.exists("SELECT 1 FROM reports WHERE id = :id FOR UPDATE", Arguments(id));
    }
}

void save_revision(Connection& c, const AssessedRevision& revision, const std::string& user) {
    struct Standing {
        ReportState state = ReportState::submitted;
        int revision = 1;
    };
    const auto standing =
        c.first("ti",
                "SELECT p.state, p.revision FROM reports p JOIN revisions r ON r.report_id = p.id WHERE p.id = :id AND "
                "r.revision = :revision",
                Arguments(revision.report_id, revision.revision), [](Row& row) {
                    return Standing{report_state_from(row.text()).value_or(ReportState::submitted), row.number()};
                });
    if (!standing) {
        throw Error(
            ErrorKind::not_found,
            make_label("Il n'y a pas de rapport {} révision {} dont garder une évaluation. Importez-le d'abord.",
                       "There is no report {} revision {} to keep an assessment of. Import it first.",
                       revision.report_id, revision.revision));
    }
    forget_earlier(c, revision);
    for (const StoredAssessment& stored : revision.assessments) save_assessment(c, revision, stored);
    c.run(
        "INSERT INTO recommendations (report_id, revision, decision, reasons, fingerprint, criteria_set_id, "
        "inherited_set_id, made_at, made_offset, detail, french, flags, missing) VALUES (:report_id, :revision, "
        ":decision, :reasons, :fingerprint, :criteria_set_id, :inherited_set_id, :made_at, :made_offset, :detail, "
        ":french, :flags, :missing) ON CONFLICT (report_id, revision) DO UPDATE SET decision = excluded.decision, "
        "reasons = excluded.reasons, fingerprint = excluded.fingerprint, criteria_set_id = excluded.criteria_set_id, "
        "inherited_set_id = excluded.inherited_set_id, made_at = excluded.made_at, made_offset = "
        "excluded.made_offset, detail = excluded.detail, french = excluded.french, flags = excluded.flags, missing = "
        "excluded.missing",
        Arguments(revision.report_id, revision.revision, name_of(revision.recommendation.decision),
                  encode_reasons(revision.recommendation.reasons), revision.fingerprint,
                  none_if_zero(revision.criteria_set), none_if_zero(revision.inherited_set), revision.at,
                  revision.detail, revision.french, revision.flags, revision.missing));
    if (standing->revision != revision.revision) return;
    const std::optional<ReportState> moved = next_state(standing->state, Move::assess);
    if (moved) {
        c.run("UPDATE reports SET state = :state WHERE id = :id", Arguments(to_string(*moved), revision.report_id));
        write_event(c, {0, revision.at, user, "assess", "report", revision.report_id, revision.revision,
                        std::string(to_string(standing->state)), std::string(to_string(*moved)), ""});
    }
    show_in_queue(c, revision, moved.value_or(standing->state));
}

}  // namespace

void save_assessments(Database& database, std::span<const AssessedRevision> revisions, const std::string& user) {
    write(database, [&](Connection& c) {
        lock_reports(c, revisions);
        for (const AssessedRevision& revision : revisions) save_revision(c, revision, user);
    });
}

void save_assessments(Database& database, const AssessedRevision& revision, const std::string& user) {
    save_assessments(database, std::span(&revision, 1), user);
}

std::optional<AssessedRevision> load_assessed(Database& database, const std::string& report_id, int revision) {
    return read_snapshot(database, [&](Connection& c) {
        auto assessed = c.first(
            "tttiiiirrii",
            "SELECT decision, reasons, fingerprint, criteria_set_id, inherited_set_id, made_at, made_offset, "
            "detail, french, flags, missing FROM recommendations WHERE report_id = :id AND revision = :revision",
            Arguments(report_id, revision), [&](Row& row) {
                AssessedRevision result;
                result.report_id = report_id;
                result.revision = revision;
                result.recommendation.decision = decision_from(row.text());
                result.recommendation.reasons = decode_reasons(row.text());
                result.fingerprint = row.text();
                result.criteria_set = row.optional_integer().value_or(0);
                result.inherited_set = row.optional_integer().value_or(0);
                result.at = row.moment();
                result.detail = row.optional_real();
                result.french = row.optional_real();
                result.flags = row.number();
                result.missing = row.number();
                return result;
            });
        if (!assessed) return assessed;
        for (WithId& found :
             c.all(assessment_types,
                   select_assessment + "report_id = :id AND revision = :revision AND is_current = 1 ORDER BY plugin",
                   Arguments(report_id, revision), assessment_of)) {
            assessed->assessments.push_back(with_findings(c, std::move(found)));
        }
        return assessed;
    });
}

std::vector<AssessmentKey> standing_results(Database& database, const std::string& report_id, int revision) {
    return read(database, [&](Connection& c) {
        return c.all(
            "ttt",
            "SELECT plugin, plugin_version, parameters_hash FROM assessments WHERE report_id = :id AND revision "
            "= :revision AND is_current = 1 AND state <> 'failed' ORDER BY plugin",
            Arguments(report_id, revision), [&](Row& row) {
                AssessmentKey key;
                key.report_id = report_id;
                key.revision = revision;
                key.plugin = row.text();
                key.plugin_version = row.text();
                key.parameters_hash = row.text();
                return key;
            });
    });
}

std::vector<std::string> kept_plugins(Database& database) {
    return read(database, [](Connection& c) {
        return c.all("t",
                     "SELECT DISTINCT plugin FROM assessments WHERE is_earlier = 1 AND is_current = 1 ORDER BY plugin",
                     Arguments(), [](Row& row) { return row.text(); });
    });
}

std::optional<StoredAssessment> find_assessment(Database& database, const AssessmentKey& key) {
    return read_snapshot(database, [&](Connection& c) -> std::optional<StoredAssessment> {
        auto found = c.first(
            assessment_types, select_assessment + of_key,
            Arguments(key.report_id, key.revision, key.plugin, key.plugin_version, key.parameters_hash), assessment_of);
        if (!found) return std::nullopt;
        StoredAssessment stored = with_findings(c, std::move(*found));
        stored.stands = true;
        stored.is_earlier = false;
        return stored;
    });
}

namespace {

Page<RevisionKey> revision_keys(Database& database, const PageRequest& page, const std::string& select,
                                const std::string& id, Arguments arguments) {
    arguments.add(page.after);
    const std::string sql =
        select + " AND " + id + " > :after ORDER BY " + id + " LIMIT " + std::to_string(rows_to_read(page));
    return make_page(
        read(database,
             [&](Connection& c) {
                 return c.all("ti", sql, arguments, [](Row& row) { return RevisionKey{row.text(), row.number()}; });
             }),
        page, [](const RevisionKey& key) { return key.report_id; });
}

}  // namespace

Page<RevisionKey> unassessed_reports(Database& database, const PageRequest& page) {
    return revision_keys(database, page, "SELECT id, revision FROM reports WHERE state = 'submitted'", "id",
                         Arguments());
}

namespace {

/// Reports of a programme. The states are no range of an index here, so that every back end goes by (programme, id) and
/// sorts nothing.
const std::string of_programme =
    " FROM queue_entries WHERE programme_id = :programme AND (:every = 1 OR state IN ('submitted', 'assessed'))";

Arguments programme_arguments(const std::string& programme, ReportsOf which) {
    return Arguments(programme, which == ReportsOf::all);
}

Arguments programme_arguments(const std::string& programme, ReportsOf which, const std::string& fingerprint) {
    return Arguments(programme, which == ReportsOf::all, fingerprint);
}

const std::string has_another_fingerprint = " AND fingerprint <> :fingerprint";

}  // namespace

Page<RevisionKey> stale_reports(Database& database, const std::string& programme, const std::string& fingerprint,
                                const PageRequest& page, ReportsOf which) {
    return revision_keys(database, page, "SELECT report_id, revision" + of_programme + has_another_fingerprint,
                         "report_id", programme_arguments(programme, which, fingerprint));
}

std::int64_t count_stale_reports(Database& database, const std::string& programme, const std::string& fingerprint,
                                 ReportsOf which) {
    return read(database, [&](Connection& c) {
        return c.integer("SELECT COUNT(*)" + of_programme + has_another_fingerprint,
                         programme_arguments(programme, which, fingerprint));
    });
}

Page<RevisionKey> programme_reports(Database& database, const std::string& programme, const PageRequest& page,
                                    ReportsOf which) {
    return revision_keys(database, page, "SELECT report_id, revision" + of_programme, "report_id",
                         programme_arguments(programme, which));
}

std::int64_t count_programme_reports(Database& database, const std::string& programme, ReportsOf which) {
    return read(database, [&](Connection& c) {
        return c.integer("SELECT COUNT(*)" + of_programme, programme_arguments(programme, which));
    });
}

}  // namespace relis::store
