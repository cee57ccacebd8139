// Forms: room to read while one writes, refusals with their details, what is typed and not sent.
#include "app/commands.h"
#include "app/draft_fields.h"
#include "app/words.h"
#include "window_test.h"

namespace relis::app {
namespace {

class Forms : public WindowTest {
  protected:
    /// Controls that stand outside their parent, so that a part of them cannot be seen.
    static std::string cut_off(const wxWindow& parent) {
        std::string names;
        const wxRect room(parent.GetClientSize());
        for (const wxWindow* const child : parent.GetChildren()) {
            if (child->IsShown() && !room.Contains(child->GetRect())) {
                names += to_utf8(child->GetName()) + ' ';
            }
            names += cut_off(*child);
        }
        return names;
    }
};

TEST_F(Forms, LeaveTwoFifthsOfTheHeightToTheReport) {
    frame().SetSize(1280, 720);
    ASSERT_TRUE(open_recommended(Decision::rework));
    const int before = frame().queue_panel().GetSize().y;
    choose(command_rework);
    DecisionEditor& editor = frame().decision_editor();
    ASSERT_TRUE(wait_until([&] { return editor.IsShownOnScreen() && editor.terms().reasons().GetCount() > 0; }));
    wait_until([&] { return frame().report_panel().GetSize().y > 250; });
    EXPECT_GE(frame().report_panel().GetSize().y, 0.39 * (frame().GetClientSize().y - 10));
    EXPECT_EQ(cut_off(editor), "");
    EXPECT_GT(shoot(frame(), "rework-1280x720"), 20U);
    session().decision().close_draft();
    EXPECT_TRUE(wait_until([&] { return frame().queue_panel().GetSize().y == before; })) << "as it was";
    EXPECT_TRUE(frame().decision_bar().IsShown());
}

TEST_F(Forms, TellTheDetailsOfARefusal) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    const auto& page = session().report().page();
    const std::string key = judgements_below(page->details.row.report_id, page->details.report.revision) + "text/x";
    choose(command_rework);
    session().drafts().keep(key, {{"kind", "text"}, {"text", "x"}});
    DecisionEditor& editor = frame().decision_editor();
    EXPECT_TRUE(editor.refusal().details().empty());
    editor.due().text().SetValue("soon");
    editor.confirm();
    EXPECT_FALSE(editor.refusal().text().empty());
    EXPECT_TRUE(editor.refusal().details().empty()) << "what lacks is no failure";
    editor.due().set(session().desk().default_rework_due());
    editor.confirm();
    EXPECT_TRUE(editor.refusal().text().Contains("not saved")) << editor.refusal().text();
    EXPECT_TRUE(editor.refusal().details().Contains(editor.refusal().text()));
    EXPECT_GT(shoot(frame(), "refusal"), 20U);
    session().drafts().forget(key);
}

}  // namespace
}  // namespace relis::app
