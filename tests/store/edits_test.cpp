// The copy that goes to the client, on both back ends.
#include "store/edits.h"

#include <gmock/gmock.h>

#include "store/check.h"
#include "store/events.h"
#include "store/reports.h"
#include "support.h"

namespace relis::store::test {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class EditsStored : public StoreTest {
  protected:
    EditsStored() { add_assessed(database, make_report("R-1")); }
    ~EditsStored() override { EXPECT_THAT(check(database), IsEmpty()); }

    static AnswerEdit edit(const std::string& text) {
        AnswerEdit made;
        made.report_id = "R-1";
        made.question = "accueil";
        made.text = text;
        made.changes = {{3, 12, "gérante « élue »", "french", "unknown-word", "anne", at(20)}};
        made.user = "anne";
        made.at = at(20);
        return made;
    }
};
RELIS_ON_BOTH_BACK_ENDS(EditsStored);

TEST_P(EditsStored, AnEditedAnswerComesBackAndTheSubmittedOneStays) {
    const Report before = *load_report(database, "R-1");
    AnswerEdit given = edit("La gérante m'a salué.");
    given.id = save_answer_edit(database, given, 0).value();
    EXPECT_THAT(standing_answer_edits(database, "R-1", 1), ElementsAre(given));
    EXPECT_EQ(*load_report(database, "R-1"), before);
    EXPECT_EQ(list_events(database, "report", "R-1").rows.back().action, "edit");
}

TEST_P(EditsStored, TheLatestEditStandsAndAllAreKept) {
    const auto first = save_answer_edit(database, edit("Un."), 0);
    AnswerEdit back = edit("");
    back.text.reset();
    back.changes.clear();
    const auto second = save_answer_edit(database, back, *first);
    ASSERT_TRUE(second);
    const auto standing = standing_answer_edits(database, "R-1", 1);
    ASSERT_THAT(standing, SizeIs(1));
    EXPECT_FALSE(standing.front().text) << "set back";
    EXPECT_THAT(list_answer_edits(database, "R-1", 1), SizeIs(2));
    EXPECT_EQ(list_events(database, "report", "R-1").rows.back().action, "edit_reset");
}

TEST_P(EditsStored, AnEditMadeFromAnOlderTextIsNotKept) {
    ASSERT_TRUE(save_answer_edit(database, edit("Un."), 0));
    EXPECT_FALSE(save_answer_edit(database, edit("Deux."), 0)) << "somebody edited meanwhile";
    ASSERT_THAT(list_answer_edits(database, "R-1", 1), SizeIs(1));
    EXPECT_EQ(standing_answer_edits(database, "R-1", 1).front().text, "Un.");
}

TEST_P(EditsStored, AnUnknownRevisionIsRefused) {
    AnswerEdit wrong = edit("Un.");
    wrong.revision = 7;
    EXPECT_THROW(save_answer_edit(database, wrong, 0), Error);
}

}  // namespace relis::store::test
