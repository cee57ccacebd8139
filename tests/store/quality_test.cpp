#include <gmock/gmock.h>

#include "database_implementation.h"
#include "store/criteria.h"
#include "store/events.h"
#include "store/feedback.h"
#include "store/plugin_guard.h"
#include "support.h"

namespace relis::store::test {

using testing::HasSubstr;
using testing::IsEmpty;

class Quality : public StoreTest {
  protected:
    Quality() { add_assessed(database, make_report("R-1")); }
};
RELIS_ON_BOTH_BACK_ENDS(Quality);

TEST_P(Quality, ACriteriaSetIsDraftedPublishedAndRolledBack) {
    CriteriaSet set;
    set.programme = "epicerie";
    set.parameters = "{\"detail\": {\"floor\": 1}}";
    set.author = "odile";
    set.created_at = at(0);
    set.note = "plus sévère";
    const std::int64_t first = save_criteria_draft(database, set);
    set.id = first;
    set.parameters = "{}";
    EXPECT_EQ(save_criteria_draft(database, set), first);
    EXPECT_EQ(published_criteria(database, "epicerie"), std::nullopt);
    publish_criteria(database, first, "odile", at(1));
    EXPECT_EQ(published_criteria(database, "epicerie")->parameters, "{}");
    EXPECT_EQ(published_criteria(database, ""), std::nullopt);

    set.id = 0;
    const std::int64_t second = save_criteria_draft(database, set);
    EXPECT_EQ(load_criteria(database, second)->version, 2);
    publish_criteria(database, second, "odile", at(2));
    EXPECT_EQ(load_criteria(database, first)->state, CriteriaState::retired);
    publish_criteria(database, first, "odile", at(3));
    EXPECT_EQ(published_criteria(database, "epicerie")->id, first);
    EXPECT_EQ(published_criteria(database, "epicerie")->published_at, at(3));
    EXPECT_EQ(list_criteria(database).rows.size(), 2U);
    EXPECT_EQ(list_events(database, "criteria_set", std::to_string(first)).rows.size(), 2U);

    set.id = second;
    EXPECT_THROW(save_criteria_draft(database, set), Error) << "retired";
    set.id = 0;
    set.programme = "";
    EXPECT_EQ(load_criteria(database, save_criteria_draft(database, set))->version, 1) << "the agency's own count";
    set.programme = "inconnu";
    EXPECT_THROW(save_criteria_draft(database, set), Error);
}

TEST_P(Quality, FeedbackIsKept) {
    const DecisionResult decision = record_decision(database, request("R-1", Decision::accept), count_missions);
    Feedback feedback{0, "R-1", 1, decision.decision_id, "text", "Bonjour Zoé,\nmerci.", at(101), std::nullopt};
    feedback.id = save_feedback(database, feedback);
    EXPECT_EQ(load_feedback(database, feedback.id), feedback);
    EXPECT_EQ(list_feedback(database, "R-1").rows.size(), 1U);
    EXPECT_THAT(list_feedback(database, "R-2").rows, IsEmpty());
    feedback.report_id = "R-9";
    EXPECT_THROW(save_feedback(database, feedback), Error);
}

TEST_P(Quality, ThePluginGuardRemembersWhatWasBeingLoaded) {
    const PluginGuard loading{"/plugins/x.so", "", GuardState::loading, "", at(0)};
    save_plugin_guard(database, loading);
    EXPECT_EQ(load_plugin_guard(database, "/plugins/x.so"), loading);
    const PluginGuard failed{"/plugins/x.so", "x", GuardState::failed, "wrong tag", at(1)};
    save_plugin_guard(database, failed);
    EXPECT_EQ(list_plugin_guards(database), std::vector<PluginGuard>{failed});
    EXPECT_TRUE(clear_plugin_guard(database, "/plugins/x.so"));
    EXPECT_FALSE(clear_plugin_guard(database, "/plugins/x.so"));
}

TEST_P(Quality, EventsAreAppendOnly) {
    append_event(database, {0, at(0), "odile", "export", "report", "R-1", 1, "", "", "pdf"});
    const std::size_t count = list_events(database).rows.size();
    for (const char* const sql : {"UPDATE events SET note = 'x'", "DELETE FROM events",
                                  "INSERT INTO events (id, at, at_offset, user_id, action, subject_kind, subject, "
                                  "revision, from_state, to_state, note) VALUES (1, 0, 0, '', '', '', '', 0, '', '', "
                                  "'') ON CONFLICT (id) DO UPDATE SET note = 'x'"}) {
        try {
            write(database, [&](Connection& c) { c.run(sql); });
            FAIL() << sql;
        } catch (const Error& error) {
            EXPECT_THAT(error.what(), HasSubstr("append-only"));
        }
    }
    if (database.is_postgresql()) {
        EXPECT_THROW(write(database, [&](Connection& c) { c.run("TRUNCATE events"); }), Error);
    } else {
        EXPECT_THROW(write(database, [&](Connection& c) { c.run("REPLACE INTO events SELECT * FROM events LIMIT 1"); }),
                     Error);
    }
    EXPECT_EQ(list_events(database).rows.size(), count);
    const Page<Event> first = list_events(database, {{}, 2});
    EXPECT_EQ(list_events(database, {first.next, 100}).rows.size(), count - 2);
}

}  // namespace relis::store::test
