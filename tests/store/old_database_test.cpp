#include <gmock/gmock.h>

#include "database_implementation.h"
#include "migrations.h"
#include "store/feedback.h"
#include "store/outbox.h"
#include "store/ratings.h"
#include "store/rejected.h"
#include "store/reworks.h"
#include "store/roster.h"
#include "support.h"

namespace relis::store::test {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;

namespace {

/// The version before the rework loop.
constexpr int before_the_loop = 12;
/// The version before a month went through the outbox.
constexpr int before_months = 19;
/// The version before the outbox kept why a mail failed in both languages.
constexpr int before_both_languages = 22;

/// A database of an earlier program, with a report in every state of that time.
class OldDatabase : public testing::TestWithParam<Backend> {
  protected:
    OldDatabase() : place(GetParam()) {
        Connection connection(settings());
        migrate(connection, before_the_loop);
        connection.script(
            "INSERT INTO programmes VALUES ('epicerie', NULL, 'Épicerie', '', 'fr-CA', '[]');"
            "INSERT INTO sites VALUES ('S-1', 'epicerie', 'Marché', 'Montréal', '');"
            "INSERT INTO shoppers VALUES ('C-1', 'Léa', '', '', '', '[]', '');"
            "INSERT INTO users VALUES ('anne', 'Anne', 'reviewer');"
            "INSERT INTO questionnaires VALUES ('epicerie@1', 'epicerie', 1, 'epicerie', '', '{}');");
        int number = 0;
        for (const std::string state : {"submitted", "assessed", "rework_requested", "accepted", "reassigned"}) {
            ++number;
            const std::string id = "R-" + state;
            const bool over = state == "accepted" || state == "reassigned";
            connection.run(
                "INSERT INTO missions (id, programme_id, site_id, shopper_id, outcome, closed_at, closed_offset, "
                "reworks, missing) VALUES (:id, 'epicerie', 'S-1', 'C-1', :outcome, :closed, :offset, 0, 0)",
                Arguments("M-" + state, over ? std::optional(state) : std::nullopt,
                          over ? std::optional(at(9)) : std::nullopt));
            connection.run(
                "INSERT INTO reports (id, mission_id, programme_id, shopper_id, state, revision, reworks) VALUES "
                "(:id, :mission, 'epicerie', 'C-1', :state, 1, :reworks)",
                Arguments(id, "M-" + state, state, state == "rework_requested" ? 1 : 0));
            connection.run(
                "INSERT INTO revisions (report_id, revision, questionnaire, site_id, site_name, site_city, "
                "received_at, received_offset, source, content_hash) VALUES (:id, 1, 'epicerie@1', 'S-1', '', '', "
                ":received, :offset, '', :hash)",
                Arguments(id, at(1), id));
            if (number > 2) {
                connection.run(
                    "INSERT INTO decisions (report_id, revision, decision, user_id, reason, message, decided_at, "
                    "decided_offset, new_due_at, new_due_offset) VALUES (:id, 1, :decision, 'anne', '', '', :at, "
                    ":offset, :due, :due_offset)",
                    Arguments(id, over ? (state == "accepted" ? "accept" : "reassign") : "rework", at(9),
                              over ? std::nullopt : std::optional(at(100))));
            }
        }
    }

    [[nodiscard]] ConnectionSettings settings() const {
        ConnectionSettings settings;
        settings.dialect = GetParam() == Backend::sqlite ? Dialect::sqlite : Dialect::postgresql;
        settings.location = place.location();
        settings.display_name = "old";
        return settings;
    }

    TemporaryDatabase place;
};
INSTANTIATE_TEST_SUITE_P(BothBackEnds, OldDatabase, testing::Values(Backend::sqlite, Backend::postgresql),
                         [](const testing::TestParamInfo<Backend>& info) {
                             return std::string(info.param == Backend::sqlite ? "SQLite" : "PostgreSQL");
                         });

std::vector<std::string> names_of_indexes(Database& database) {
    return read(database, [](Connection& c) {
        return c.all("t",
                     c.is_postgresql()
                         ? "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexname"
                         : "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name",
                     Arguments(), [](Row& row) { return row.text(); });
    });
}

}  // namespace

TEST_P(OldDatabase, KeepsItsReportsAndMissionsWhenTheStatesGrow) {
    Database database(place.location());
    const auto states = read(database, [](Connection& c) {
        return c.all("t", "SELECT id || ' ' || state || ' ' || mission_id FROM reports ORDER BY id", Arguments(),
                     [](Row& row) { return row.text(); });
    });
    EXPECT_THAT(states, ElementsAre("R-accepted accepted M-accepted", "R-assessed assessed M-assessed",
                                    "R-reassigned reassigned M-reassigned",
                                    "R-rework_requested rework_requested M-rework_requested",
                                    "R-submitted submitted M-submitted"));
    EXPECT_EQ(load_mission(database, "M-accepted")->outcome, Outcome::accepted);
    EXPECT_EQ(load_mission(database, "M-accepted")->closed_at, at(9));
    EXPECT_EQ(load_mission(database, "M-assessed")->outcome, std::nullopt);
    EXPECT_EQ(shopper_history(database, "C-1").missions.size(), 2U);
}

TEST_P(OldDatabase, KeepsItsIndexes) {
    Database database(place.location());
    EXPECT_THAT(
        names_of_indexes(database),
        IsSupersetOf({"missions_by_closing", "missions_of_programme", "missions_of_shopper", "reports_by_state",
                      "reports_of_mission", "reports_of_shopper", "decisions_by_time", "decisions_that_stand"}));
}

TEST_P(OldDatabase, StillGuardsWhatPointsAtReports) {
    Database database(place.location());
    const auto change = [&](const std::string& sql) { write(database, [&](Connection& c) { c.run(sql); }); };
    EXPECT_THROW(change("DELETE FROM reports WHERE id = 'R-accepted'"), Error) << "its revision points at it";
    EXPECT_THROW(change("DELETE FROM missions WHERE id = 'M-accepted'"), Error) << "its report points at it";
    EXPECT_THROW(change("UPDATE reports SET state = 'lost' WHERE id = 'R-accepted'"), Error);
    EXPECT_THROW(change("UPDATE missions SET outcome = 'lost' WHERE id = 'M-accepted'"), Error);
    EXPECT_NO_THROW(change("UPDATE reports SET state = 'surplus' WHERE id = 'R-accepted'"));
    if (GetParam() == Backend::sqlite) {
        EXPECT_FALSE(read(database, [](Connection& c) { return c.exists("PRAGMA foreign_key_check", Arguments()); }));
    }
}

TEST_P(OldDatabase, GivesReworksThatWaitTheTermsOfTheDefault) {
    Database database(place.location());
    const auto reworks = list_reworks(database, "R-rework_requested");
    ASSERT_EQ(reworks.size(), 1U);
    EXPECT_EQ(reworks[0].due, at(100));
    EXPECT_EQ(reworks[0].terms.unanswered, Unanswered::reassign);
    EXPECT_THAT(reworks[0].terms.reasons, IsEmpty());
}

TEST_P(OldDatabase, KeepsItsMailsLetterByLetterWhenMonthsJoinThem) {
    {
        Connection connection(settings());
        migrate(connection, before_months);
        const auto decision = connection.integer("SELECT id FROM decisions WHERE report_id = 'R-accepted'");
        connection.run(
            "INSERT INTO feedback (id, report_id, revision, decision_id, format, content, created_at, created_offset, "
            "sent_at, sent_offset) VALUES (7, 'R-accepted', 1, :decision, 'eml', 'To: Léa', :at, :offset, :sent_at, "
            ":sent_offset)",
            Arguments(decision, at(10), at(12)));
        connection.run(
            "INSERT INTO outbox (id, feedback_id, decision_id, report_id, shopper_id, recipient, state, way, target, "
            "tries, posted_at, posted_offset, handed_over, done_at, done_offset, error, reminder) VALUES (3, 7, "
            ":decision, 'R-accepted', 'C-1', 'lea@example.org', 'sent', 'smtp', 'smtp://mail', 2, :at, :offset, 1, "
            ":done_at, :done_offset, '', 0)",
            Arguments(decision, at(10), at(12)));
    }
    Database database(place.location());
    const OutboxEntry mail = load_mail(database, 3).value();
    EXPECT_EQ(mail.report_id, "R-accepted");
    EXPECT_EQ(mail.site, "Marché");
    EXPECT_EQ(mail.shopper, "Léa");
    EXPECT_EQ(mail.state, OutboxState::sent);
    EXPECT_EQ(mail.tries, 2);
    EXPECT_EQ(mail.done_at, at(12));
    EXPECT_FALSE(mail.month);
    const Feedback content = load_feedback(database, mail.feedback_id).value();
    EXPECT_EQ(content.content, "To: Léa");
    EXPECT_EQ(content.sent_at, at(12));
    EXPECT_EQ(post_mail(database, mail, content), std::nullopt) << "its index still knows it";
    EXPECT_THAT(names_of_indexes(database),
                IsSupersetOf({"outbox_of_decision", "outbox_by_state", "outbox_of_report", "feedback_of_report"}));
}

TEST_P(OldDatabase, HasItsOneReasonOfARejectedRecordInBothLanguages) {
    {
        Connection connection(settings());
        migrate(connection, before_both_languages);
        connection.run(
            "INSERT INTO rejected_records (file, place, record, field, reason, raw, raw_hash, seen_at, seen_offset, "
            "tried) VALUES ('mai.csv', 'record 3', 'R-9', '', 'no date', '{}', 'x', :at, :offset, 1)",
            Arguments(at(10)));
    }
    Database database(place.location());
    const auto kept = list_rejected(database).rows;
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].reason, (Label{"no date", "no date"}));
}

TEST_P(OldDatabase, HasTheFrenchExplanationsOfItsRatingsInBothLanguages) {
    {
        Connection connection(settings());
        migrate(connection, before_both_languages);
        connection.run(
            "INSERT INTO ratings (shopper_id, value, uncertainty, newcomer, components, rated_at, rated_offset, cause) "
            "VALUES ('C-1', 4, 0.5, 0, :components, :at, :offset, 'other')",
            Arguments(std::string(R"([{"id": "detail", "fr": "Détail", "en": "Detail", "value": 4.0, "weight": 1.0,)"
                                  R"( "explanation": "moyenne de 4 sur 1 rapport"}])"),
                      at(10)));
    }
    Database database(place.location());
    const auto components = load_rating(database, "C-1").value().reliability.components;
    ASSERT_EQ(components.size(), 1U);
    EXPECT_EQ(components[0].explanation, (Label{"moyenne de 4 sur 1 rapport", "moyenne de 4 sur 1 rapport"}));
}

TEST_P(OldDatabase, HasItsOneTextOfAFailedMailInBothLanguages) {
    {
        Connection connection(settings());
        migrate(connection, before_both_languages);
        const auto decision = connection.integer("SELECT id FROM decisions WHERE report_id = 'R-accepted'");
        connection.run(
            "INSERT INTO feedback (id, report_id, revision, decision_id, format, content, created_at, created_offset) "
            "VALUES (7, 'R-accepted', 1, :decision, 'eml', 'To: Léa', :at, :offset)",
            Arguments(decision, at(10)));
        connection.run(
            "INSERT INTO outbox (id, feedback_id, decision_id, report_id, shopper_id, recipient, state, way, target, "
            "tries, posted_at, posted_offset, handed_over, error) VALUES (3, 7, :decision, 'R-accepted', 'C-1', "
            "'lea@example.org', 'failed', 'smtp', 'smtp://mail', 1, :at, :offset, 0, '550 unknown')",
            Arguments(decision, at(10)));
    }
    Database database(place.location());
    EXPECT_EQ(load_mail(database, 3)->error, (Label{"550 unknown", "550 unknown"}));
}

TEST_P(OldDatabase, IsMigratedOnce) {
    { const Database first(place.location()); }
    Database again(place.location());
    EXPECT_EQ(
        read(again,
             [](Connection& c) { return c.integer("SELECT COUNT(*) FROM schema_migrations WHERE version = 13"); }),
        1);
}

}  // namespace relis::store::test
