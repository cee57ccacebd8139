#include "store/check.h"

#include <gmock/gmock.h>

#include "database_implementation.h"
#include "support.h"

namespace relis::store::test {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

class Check : public StoreTest {
  protected:
    Check() {
        add_assessed(database, make_report("R-1"));
        add_assessed(database, make_report("R-2"));
        record_decision(database, request("R-1", Decision::accept), count_missions);
    }
    void break_by(const std::string& sql) {
        write(database, [&](Connection& c) { c.run(sql); });
    }
};
RELIS_ON_BOTH_BACK_ENDS(Check);

TEST_P(Check, FindsNothingInASoundDatabase) {
    EXPECT_THAT(check(database), IsEmpty());
}

TEST_P(Check, NamesEachKindOfDisagreement) {
    struct Harm {
        const char* sql;
        const char* found;
    };
    for (const Harm& harm : {
             Harm{"UPDATE reports SET state = 'accepted' WHERE id = 'R-2'", "R-2 is decided, but no decision"},
             Harm{"UPDATE queue_entries SET state = 'submitted' WHERE report_id = 'R-1'",
                  "R-1 and its row in the queue"},
             Harm{"UPDATE queue_entries SET detail = 0 WHERE report_id = 'R-1'", "R-1 shows other results"},
             Harm{"UPDATE reports SET reworks = 3 WHERE id = 'R-2'", "R-2 counts other reworks"},
             Harm{"UPDATE reports SET revision = 2 WHERE id = 'R-2'", "R-2 lacks a revision"},
             Harm{"DELETE FROM ratings", "has not exactly one rating"},
             Harm{"UPDATE missions SET outcome = 'reassigned' WHERE id = 'M-R-1'", "M-R-1 (a mission) ended otherwise"},
             Harm{"UPDATE decisions SET undone_at = 1", "undoing do not agree"},
             Harm{"INSERT INTO comment_bands (band, answer_id) VALUES (1, 9999)", "9999 (an answer)"},
             Harm{"INSERT INTO events (at, at_offset, user_id, action, subject_kind, subject, revision, from_state, "
                  "to_state, note, decision_id) SELECT 0, 0, '', 'accept', 'report', 'R-1', 1, '', '', '', MIN(id) "
                  "FROM decisions",
                  "has not exactly one event"},
         }) {
        break_by(harm.sql);
        EXPECT_THAT(check(database), Contains(Field(&Label::en, HasSubstr(harm.found)))) << harm.sql;
    }
}

TEST_P(Check, NamesACommentThatTheSearchIndexLacks) {
    break_by("INSERT INTO answers (report_id, revision, position, question, comment) VALUES ('R-1', 1, 7, 'x', 'mot')");
    EXPECT_THAT(check(database), Contains(Field(&Label::en, HasSubstr("not in the search index"))));
}

}  // namespace relis::store::test
