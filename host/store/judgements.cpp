#include "store/judgements.h"

#include <array>
#include <utility>

#include "database_implementation.h"
#include "events_writer.h"
#include "judgements_writer.h"
#include "label/make_label.h"
#include "paging.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

constexpr std::array<std::pair<DismissalScope, std::string_view>, 3> scope_names{
    {{DismissalScope::here, "here"}, {DismissalScope::rule, "rule"}, {DismissalScope::word, "word"}}};

constexpr std::string_view name_of(Dismissal::Kind kind) {
    return kind == Dismissal::Kind::waived ? "waived" : "dismissed";
}

const std::string select_dismissal =
    "SELECT id, kind, scope, report_id, revision, programme_id, plugin, rule, category, question, word, message, "
    "user_id, reason, made_at, made_offset, withdrawn_by, withdrawn_at, withdrawn_offset, appeal_id FROM dismissals "
    "WHERE ";
constexpr const char* dismissal_types = "itttitttttttttiitiii";

Dismissal dismissal_of(Row& row) {
    Dismissal dismissal;
    dismissal.id = row.integer();
    dismissal.kind = row.text() == "waived" ? Dismissal::Kind::waived : Dismissal::Kind::dismissed;
    dismissal.scope = dismissal_scope_from(row.text()).value_or(DismissalScope::here);
    dismissal.report_id = row.text();
    dismissal.revision = row.number();
    dismissal.programme = row.text();
    dismissal.plugin = row.text();
    dismissal.rule = row.text();
    dismissal.category = row.text();
    dismissal.question = row.text();
    dismissal.word = row.text();
    dismissal.message = row.text();
    dismissal.user = row.text();
    dismissal.reason = row.text();
    dismissal.at = row.moment();
    dismissal.withdrawn_by = row.text();
    dismissal.withdrawn_at = row.optional_moment();
    dismissal.appeal_id = row.optional_integer().value_or(0);
    return dismissal;
}

const std::string select_override =
    "SELECT id, report_id, revision, plugin, machine, score, user_id, reason, made_at, made_offset, withdrawn_by, "
    "withdrawn_at, withdrawn_offset, appeal_id FROM score_overrides WHERE ";
constexpr const char* override_types = "ititrrttiitiii";

ScoreOverride override_of(Row& row) {
    ScoreOverride score;
    score.id = row.integer();
    score.report_id = row.text();
    score.revision = row.number();
    score.plugin = row.text();
    score.machine = row.optional_real();
    score.score = row.real();
    score.user = row.text();
    score.reason = row.text();
    score.at = row.moment();
    score.withdrawn_by = row.text();
    score.withdrawn_at = row.optional_moment();
    score.appeal_id = row.optional_integer().value_or(0);
    return score;
}

std::optional<std::int64_t> none_if_zero(std::int64_t id) {
    return id == 0 ? std::nullopt : std::optional(id);
}

/// The programme of a report that has that revision.
std::string programme_of(Connection& c, const std::string& report_id, int revision) {
    auto programme = c.first("t",
                             "SELECT p.programme_id FROM reports p JOIN revisions r ON r.report_id = p.id WHERE p.id = "
                             ":id AND r.revision = :revision",
                             Arguments(report_id, revision), [](Row& row) { return row.text(); });
    if (!programme) {
        throw Error(
            ErrorKind::not_found,
            make_label("Il n'y a pas de rapport {} révision {}. Vérifiez son numéro avec `relis queue`.",
                       "There is no report {} revision {}. Check its id with `relis queue`.", report_id, revision));
    }
    return *programme;
}

void log(Connection& c, const Moment& at, const std::string& user, const std::string& action,
         const std::string& report_id, int revision, const std::string& note) {
    write_event(c, {0, at, user, action, "report", report_id, revision, "", "", note});
}

bool end_override(Connection& c, const std::string& report_id, int revision, const std::string& plugin,
                  const std::string& user, const Moment& at) {
    return c.run(
               "UPDATE score_overrides SET withdrawn_by = :user, withdrawn_at = :at, withdrawn_offset = :offset WHERE "
               "report_id = :id AND revision = :revision AND plugin = :plugin AND withdrawn_at IS NULL",
               Arguments(user, at, report_id, revision, plugin)) > 0;
}

}  // namespace

std::string_view to_string(DismissalScope scope) {
    for (const auto& [value, name] : scope_names) {
        if (value == scope) return name;
    }
    return "here";
}

std::optional<DismissalScope> dismissal_scope_from(std::string_view name) {
    for (const auto& [value, text] : scope_names) {
        if (text == name) return value;
    }
    return std::nullopt;
}

std::int64_t write_dismissal(Connection& c, const Dismissal& dismissal) {
    const std::string programme = programme_of(c, dismissal.report_id, dismissal.revision);
    ensure_user(c, dismissal.user);
    const std::int64_t id = c.integer(
        "INSERT INTO dismissals (kind, scope, report_id, revision, programme_id, plugin, rule, category, question, "
        "word, message, user_id, reason, made_at, made_offset, appeal_id) VALUES (:kind, :scope, :report_id, "
        ":revision, :programme_id, :plugin, :rule, :category, :question, :word, :message, :user_id, :reason, :made_at, "
        ":made_offset, :appeal_id) RETURNING id",
        Arguments(name_of(dismissal.kind), to_string(dismissal.scope), dismissal.report_id, dismissal.revision,
                  programme, dismissal.plugin, dismissal.rule, dismissal.category, dismissal.question, dismissal.word,
                  dismissal.message, dismissal.user, dismissal.reason, dismissal.at,
                  none_if_zero(dismissal.appeal_id)));
    log(c, dismissal.at, dismissal.user, dismissal.kind == Dismissal::Kind::waived ? "waive" : "dismiss",
        dismissal.report_id, dismissal.revision,
        dismissal.plugin + "/" + dismissal.rule + " (" + std::string(to_string(dismissal.scope)) +
            "): " + dismissal.reason);
    return id;
}

std::int64_t save_dismissal(Database& database, const Dismissal& dismissal) {
    return write(database, [&](Connection& c) { return write_dismissal(c, dismissal); });
}

bool withdraw_dismissal(Database& database, std::int64_t id, const std::string& user, const Moment& at) {
    return write(database, [&](Connection& c) {
        const auto standing = c.first(dismissal_types, select_dismissal + "id = :id AND withdrawn_at IS NULL",
                                      Arguments(id), dismissal_of);
        if (!standing) return false;
        ensure_user(c, user);
        c.run(
            "UPDATE dismissals SET withdrawn_by = :user, withdrawn_at = :at, withdrawn_offset = :offset WHERE id = :id",
            Arguments(user, at, id));
        log(c, at, user, "restore", standing->report_id, standing->revision, standing->plugin + "/" + standing->rule);
        return true;
    });
}

std::optional<Dismissal> load_dismissal(Database& database, std::int64_t id) {
    return read(database, [&](Connection& c) {
        return c.first(dismissal_types, select_dismissal + "id = :id", Arguments(id), dismissal_of);
    });
}

std::vector<Dismissal> dismissals_here(Database& database, const std::string& report_id, int revision) {
    return read(database, [&](Connection& c) {
        return c.all(dismissal_types,
                     select_dismissal +
                         "report_id = :id AND revision = :revision AND scope = 'here' AND withdrawn_at IS NULL "
                         "ORDER BY id",
                     Arguments(report_id, revision), dismissal_of);
    });
}

std::vector<Dismissal> wide_dismissals(Database& database, const std::string& programme) {
    return read(database, [&](Connection& c) {
        return c.all(dismissal_types,
                     select_dismissal +
                         "withdrawn_at IS NULL AND (scope = 'word' OR (scope = 'rule' AND programme_id = :programme)) "
                         "ORDER BY id",
                     Arguments(programme), dismissal_of);
    });
}

Page<Dismissal> list_dismissals(Database& database, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(dismissal_types, select_dismissal + "id > :after ORDER BY id LIMIT :rows",
                                           Arguments(cursor_number(page, 0), rows_to_read(page)), dismissal_of);
                          }),
                     page, [](const Dismissal& dismissal) { return std::to_string(dismissal.id); });
}

std::vector<DismissedRule> dismissed_rules(Database& database, const std::string& programme) {
    return read_snapshot(database, [&](Connection& c) {
        std::vector<DismissedRule> rules = c.all(
            "ttiiii",
            "SELECT plugin, rule, COUNT(*) AS times, COUNT(DISTINCT report_id), SUM(CASE WHEN scope = 'here' THEN 0 "
            "ELSE 1 END), MAX(id) FROM dismissals WHERE withdrawn_at IS NULL AND kind = 'dismissed' AND (:any = '' OR "
            "programme_id = :programme) GROUP BY plugin, rule ORDER BY times DESC, plugin, rule",
            Arguments(programme, programme), [](Row& row) {
                DismissedRule rule;
                rule.plugin = row.text();
                rule.rule = row.text();
                rule.dismissed = static_cast<std::size_t>(row.integer());
                rule.reports = static_cast<std::size_t>(row.integer());
                rule.wide = static_cast<std::size_t>(row.integer());
                rule.last = row.integer();
                return rule;
            });
        for (DismissedRule& rule : rules) {
            rule.last_reason =
                c.first("t", "SELECT reason FROM dismissals WHERE id = :id", Arguments(rule.last), [](Row& row) {
                     return row.text();
                 }).value_or("");
            rule.found = static_cast<std::size_t>(
                c.integer("SELECT COUNT(*) FROM decisions d JOIN reports p ON p.id = d.report_id JOIN assessments a ON "
                          "a.report_id = d.report_id AND a.revision = d.revision AND a.plugin = :plugin AND "
                          "a.is_current = 1 JOIN findings f ON f.assessment_id = a.id AND f.rule = :rule WHERE "
                          "d.undone_at IS NULL AND (:any = '' OR p.programme_id = :programme)",
                          Arguments(rule.plugin, rule.rule, programme, programme)));
        }
        return rules;
    });
}

std::int64_t write_score_override(Connection& c, const ScoreOverride& score) {
    (void)programme_of(c, score.report_id, score.revision);
    ensure_user(c, score.user);
    end_override(c, score.report_id, score.revision, score.plugin, score.user, score.at);
    const std::int64_t id = c.integer(
        "INSERT INTO score_overrides (report_id, revision, plugin, machine, score, user_id, reason, made_at, "
        "made_offset, appeal_id) VALUES (:report_id, :revision, :plugin, :machine, :score, :user_id, :reason, "
        ":made_at, :made_offset, :appeal_id) RETURNING id",
        Arguments(score.report_id, score.revision, score.plugin, score.machine, score.score, score.user, score.reason,
                  score.at, none_if_zero(score.appeal_id)));
    log(c, score.at, score.user, "override", score.report_id, score.revision, score.plugin + ": " + score.reason);
    return id;
}

std::int64_t save_score_override(Database& database, const ScoreOverride& score) {
    return write(database, [&](Connection& c) { return write_score_override(c, score); });
}

bool withdraw_score_override(Database& database, const std::string& report_id, int revision, const std::string& plugin,
                             const std::string& user, const Moment& at) {
    return write(database, [&](Connection& c) {
        ensure_user(c, user);
        if (!end_override(c, report_id, revision, plugin, user, at)) return false;
        log(c, at, user, "restore", report_id, revision, plugin);
        return true;
    });
}

std::vector<ScoreOverride> score_overrides(Database& database, const std::string& report_id, int revision) {
    return read(database, [&](Connection& c) {
        return c.all(
            override_types,
            select_override + "report_id = :id AND revision = :revision AND withdrawn_at IS NULL ORDER BY plugin",
            Arguments(report_id, revision), override_of);
    });
}

Page<ScoreOverride> list_score_overrides(Database& database, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(
                                  override_types,
                                  select_override + "withdrawn_at IS NULL AND id > :after ORDER BY id LIMIT :rows",
                                  Arguments(cursor_number(page, 0), rows_to_read(page)), override_of);
                          }),
                     page, [](const ScoreOverride& score) { return std::to_string(score.id); });
}

}  // namespace relis::store
