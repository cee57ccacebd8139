// A reviewer arranges the queue and decides several reports at once, in the real window.
#include <algorithm>

#include <wx/menu.h>
#include <wx/uiaction.h>

#include "../bench/rows.h"
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

/// With more reports loaded than GTK selects in a blink.
class SelectingVeryMany : public WindowTest {
  protected:
    std::string make_database() override {
        const std::string file = WindowTest::make_database();
        bench::RowWriter writer(file);
        writer.add_queue_lines("Z", 3000, 2000000000);
        writer.commit();
        return file;
    }
    void SetUp() override {
        WindowTest::SetUp();
        ASSERT_TRUE(wait_until([] { return session().queue().ready() && !session().queue().loading(); }));
        ASSERT_TRUE(wait_until([] {
            const auto last = static_cast<unsigned>(session().queue().rows().size()) - 1;
            list().EnsureVisible(model().GetItem(last));
            return session().queue().complete();
        }));
        list().EnsureVisible(model().GetItem(0));
        frame().queue_panel().focus_rows();
        type_key(WXK_HOME);
        ASSERT_TRUE(shows_alone(0));
    }
    static wxDataViewCtrl& list() { return frame().queue_panel().rows(); }
    static wxDataViewVirtualListModel& model() { return dynamic_cast<wxDataViewVirtualListModel&>(*list().GetModel()); }
    static unsigned rows() { return model().GetCount(); }
    /// Those rows, and no other, both in the list and in the model.
    static bool shows(unsigned first, unsigned last) {
        return wait_until([=] {
            const auto& marked = session().queue().marked();
            return list().GetSelectedItemsCount() == static_cast<int>(last - first) + 1 &&
                   list().IsSelected(model().GetItem(first)) && list().IsSelected(model().GetItem(last)) &&
                   marked.size() == last - first + 1 && marked.front() == session().queue().rows()[first].report_id;
        });
    }
    static bool shows_alone(unsigned row) {
        return wait_until([=] {
            return list().GetSelectedItemsCount() == 1 && list().IsSelected(model().GetItem(row)) &&
                   session().queue().marked().size() <= 1 && session().queue().selected() == row;
        });
    }
    static void click_on_row(unsigned row, wxKeyCode held = WXK_NONE) {
        list().EnsureVisible(model().GetItem(row));
        wxRect place;
        ASSERT_TRUE(wait_until([&] {  // it scrolls a moment later
            place = list().GetItemRect(model().GetItem(row), list().GetColumn(1));
            return place.y > 2 * place.height && place.GetBottom() < list().GetClientSize().y;
        })) << row;
        wxUIActionSimulator simulator;
        simulator.MouseMove(list().ClientToScreen(place.GetPosition() + wxPoint(8, place.height / 2)));
        wxYield();
        if (held != WXK_NONE) simulator.KeyDown(held);
        simulator.MouseClick();
        if (held != WXK_NONE) simulator.KeyUp(held);
    }
};

TEST_F(SelectingVeryMany, AllByKeyAndOneAgain) {
    type_key('A', wxMOD_CONTROL);
    ASSERT_TRUE(shows(0, rows() - 1)) << list().GetSelectedItemsCount() << " of " << rows();
    type_key(WXK_DOWN);
    ASSERT_TRUE(shows_alone(1));
    type_key(WXK_DOWN);
    EXPECT_TRUE(shows_alone(2)) << "the keys go on from there";
}

TEST_F(SelectingVeryMany, ToTheEndAndBackByKey) {
    type_key(WXK_DOWN);
    ASSERT_TRUE(shows_alone(1));
    type_key(WXK_END, wxMOD_SHIFT);
    ASSERT_TRUE(shows(1, rows() - 1)) << list().GetSelectedItemsCount() << " of " << rows();
    type_key(WXK_UP, wxMOD_SHIFT);
    ASSERT_TRUE(shows(1, rows() - 2)) << "Shift moves the end on";
    type_key(WXK_HOME, wxMOD_SHIFT);
    ASSERT_TRUE(shows(0, 1)) << "and to the other side of where it began";
    type_key(WXK_DOWN, wxMOD_SHIFT);
    type_key(WXK_DOWN, wxMOD_SHIFT);
    type_key(WXK_DOWN, wxMOD_SHIFT);
    ASSERT_TRUE(shows(1, 3));
    type_key(WXK_END);
    EXPECT_TRUE(shows_alone(rows() - 1));
}

TEST_F(SelectingVeryMany, ByMouse) {
    click_on_row(2);
    ASSERT_TRUE(shows_alone(2));
    click_on_row(rows() - 3, WXK_SHIFT);
    ASSERT_TRUE(shows(2, rows() - 3)) << list().GetSelectedItemsCount() << " of " << rows();
    click_on_row(rows() - 1, WXK_CONTROL);
    ASSERT_TRUE(wait_until([] {
        return list().IsSelected(model().GetItem(rows() - 1)) && session().queue().marked().size() == rows() - 3;
    })) << session().queue().marked().size();
    click_on_row(rows() - 5);
    EXPECT_TRUE(shows_alone(rows() - 5));
}

TEST_F(SelectingVeryMany, StaysThroughLoadingAgain) {
    type_key('A', wxMOD_CONTROL);
    session().refresh();  // while the list follows
    ASSERT_TRUE(wait_until([] { return !session().queue().loading(); }));
    EXPECT_TRUE(shows(0, rows() - 1)) << list().GetSelectedItemsCount() << " of " << rows();
    session().queue().sort_by(review::QueueColumn::site);
    ASSERT_TRUE(wait_until([] { return !session().queue().loading(); }));
    EXPECT_LE(list().GetSelectedItemsCount(), 1) << "another order begins anew";
    EXPECT_TRUE(session().queue().marked().empty());
}

}  // namespace
}  // namespace relis::app
