// A reviewer arranges the queue and decides several reports at once, in the real window.
#include <algorithm>

#include <wx/menu.h>

#include "app/commands.h"
#include "app/words.h"
#include "window_test.h"

namespace relis::app {
namespace {

class ArrangingTheQueue : public WindowTest {
  protected:
    static wxDataViewCtrl& list() { return frame().queue_panel().rows(); }
    static bool loaded() {
        return wait_until([] { return session().queue().ready() && !session().queue().loading(); });
    }
};

TEST_F(ArrangingTheQueue, DecidesSeveralAtOnceByKeyAndTakesThemBack) {
    session().queue().set_recommendation(Decision::accept);
    ASSERT_TRUE(loaded());
    ASSERT_GT(session().queue().rows().size(), 4U);
    session().queue().select(std::size_t{0});
    ASSERT_TRUE(wait_until([] { return report_is_open(); }));
    frame().queue_panel().focus_rows();
    for (int i = 0; i < 3; ++i) {
        type_key(WXK_DOWN, wxMOD_SHIFT);
    }
    ASSERT_TRUE(wait_until([] { return session().queue().marked().size() == 4; })) << session().queue().marked().size();
    const std::vector<std::string> chosen = session().queue().marked();
    choose(command_decide_selected);
    BatchWindow* const window = frame().queue_commands().batch_window();
    ASSERT_NE(window, nullptr);
    ASSERT_TRUE(wait_until([&] { return session().batch().state() == BatchModel::State::planned; }));
    EXPECT_EQ(window->list().GetItemCount(), 4);
    EXPECT_EQ(session().batch().count(Decision::accept) + session().batch().left(), 4U);
    const auto planned = session().batch().planned();
    ASSERT_GT(session().batch().count(Decision::accept), 1U);
    EXPECT_GT(shoot(*window, "decide-selected"), 20U);
    press(window->confirm());
    ASSERT_TRUE(wait_until([] { return frame().queue_commands().batch_window() == nullptr; })) << "it closes by itself";
    ASSERT_TRUE(loaded());
    for (const review::PlannedDecision& plan : planned) {
        EXPECT_EQ(stored(plan.report_id).row.state,
                  plan.decision ? review::ReportState::accepted : review::ReportState::assessed)
            << plan.report_id << " " << plan.obstacle.en;
    }
    EXPECT_TRUE(frame().undo_bar().IsShown());
    ASSERT_TRUE(wait_until([] { return report_is_open(); })) << "the next one opens";
    choose(wxID_UNDO);
    ASSERT_TRUE(wait_until([&] {
        return std::ranges::all_of(chosen, [](const std::string& report_id) {
            return stored(report_id).row.state == review::ReportState::assessed;
        });
    }));
}

TEST_F(ArrangingTheQueue, KeepsAFilterAndUsesItByItsNumber) {
    session().queue().set_recommendation(Decision::rework);
    session().queue().sort_by(review::QueueColumn::french, true);
    ASSERT_TRUE(loaded());
    const auto rows = session().queue().rows().size();
    frame().queue_commands().save_filter("Renvois");
    choose(command_clear_filters);
    ASSERT_TRUE(loaded());
    ASSERT_GT(session().queue().rows().size(), rows);
    EXPECT_EQ(frame().queue_panel().recommendations().GetSelection(), 0);
    frame().queue_panel().focus_rows();
    choose(command_first_filter);
    ASSERT_TRUE(loaded());
    EXPECT_EQ(session().queue().rows().size(), rows);
    EXPECT_EQ(session().queue().query().recommendation, Decision::rework);
    EXPECT_EQ(frame().queue_panel().recommendations().GetStringSelection(), name_of(Decision::rework));
    EXPECT_TRUE(frame().GetMenuBar()->IsChecked(command_first_sort + static_cast<int>(QueueField::french)));
    EXPECT_TRUE(frame().GetMenuBar()->IsChecked(command_sort_descending));
    frame().queue_commands().remove_filter(0);
    EXPECT_EQ(frame().GetMenuBar()->FindItem(command_first_filter), nullptr);
}

TEST_F(ArrangingTheQueue, ShowsTheColumnsThatWereChosen) {
    ASSERT_TRUE(frame().queue_panel().choose_columns(
        {{QueueField::site, true}, {QueueField::reliability, true}, {QueueField::due, true}}));
    ASSERT_EQ(list().GetColumnCount(), 3U);
    EXPECT_EQ(list().GetColumn(1)->GetTitle(), "Reliability");
    EXPECT_FALSE(frame().queue_panel().choose_columns({{QueueField::site, false}}));
    EXPECT_EQ(list().GetColumnCount(), 3U);
    EXPECT_TRUE(session().queue().selected());
    for (const QueueFieldTraits& field : queue_fields()) {
        if (!field.sort) {
            continue;
        }
        choose(command_first_sort + static_cast<int>(field.field));
        ASSERT_TRUE(loaded()) << field.key;
        EXPECT_EQ(session().queue().query().sort, *field.sort);
        EXPECT_FALSE(session().queue().rows().empty());
    }
    EXPECT_GT(shoot(frame(), "queue-columns"), 20U);
}

}  // namespace
}  // namespace relis::app
