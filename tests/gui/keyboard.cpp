// Ten reports of the demonstration are read and decided by keys alone, as the X server sends them.
#include <algorithm>
#include <map>
#include <set>

#include <wx/uiaction.h>

#include "app/words.h"
#include "window_test.h"

namespace relis::app {
namespace {

class KeyboardReview : public WindowTest {
  protected:
    static void type(const char* text) {
        wxUIActionSimulator simulator;
        simulator.Text(text);
        wxYield();
    }
    static const std::string& open_report() { return session().report().report_id(); }

    /// Through the findings that stand, one key each; at most so many.
    static void read(std::size_t most) {
        const std::size_t standing = session().report().page()->standing();
        for (std::size_t i = 0; i < std::min(standing, most); ++i) {
            const auto before = session().report().finding();
            type_key(i % 2 == 0 ? int{WXK_F8} : int{'N'});
            ASSERT_TRUE(wait_until([&] { return session().report().finding() != before || standing == 1; }));
        }
    }
    /// Sets the finding at hand aside with a reason that is typed.
    static void dismiss() {
        const std::size_t before = session().report().page()->standing();
        type_key('D');
        ASSERT_TRUE(wait_until([] { return frame().judgement_editor().IsShownOnScreen(); }));
        type("Mot du magasin");
        type_key(WXK_RETURN);
        ASSERT_TRUE(wait_until([&] { return session().report().page()->standing() == before - 1; }))
            << session().judging().refusal().en;
        ASSERT_TRUE(settled());
    }
    /// Gives the first criterion half a point more, or less at the top.
    static void override_score() {
        type_key('O');
        ASSERT_TRUE(wait_until([] { return frame().judgement_editor().score().IsShownOnScreen(); }));
        const double before = frame().judgement_editor().score().GetValue();
        type_key(before > 4.4 ? WXK_DOWN : WXK_UP);
        ASSERT_TRUE(wait_until([&] { return frame().judgement_editor().score().GetValue() != before; }));
        type_key(WXK_TAB);
        type("Vu avec le client");
        type_key(WXK_RETURN, wxMOD_CONTROL);
        ASSERT_TRUE(wait_until([] { return !session().report().page()->details.overrides.empty(); }))
            << session().judging().refusal().en;
        ASSERT_TRUE(settled());
    }
    static bool settled() {
        return wait_until(
            [] { return !session().judging().busy() && report_is_open() && !session().judging().draft(); });
    }
    /// Decides as recommended; what was decided, or nothing where nothing is recommended.
    static std::optional<Decision> decide() {
        const std::optional<Decision> recommended = session().report().page()->details.recommendation.decision;
        if (!recommended) {
            return std::nullopt;
        }
        if (*recommended == Decision::accept) {
            type_key('A');
            return recommended;
        }
        type_key(*recommended == Decision::rework ? 'R' : 'X');
        EXPECT_TRUE(wait_until([] { return frame().decision_editor().IsShownOnScreen(); }));
        type_key(WXK_RETURN, wxMOD_CONTROL);
        return recommended;
    }
    static bool next_opened(const std::string& before) {
        return wait_until([&] { return report_is_open() && open_report() != before; });
    }
    static review::ReportState state_after(Decision decision) {
        return decision == Decision::accept   ? review::ReportState::accepted
               : decision == Decision::rework ? review::ReportState::rework_requested
                                              : review::ReportState::reassigned;
    }
};

TEST_F(KeyboardReview, DecidesTenReportsWithoutTheMouse) {
    std::map<std::string, Decision> decided;
    bool dismissed = false, overridden = false, undone = false;
    std::set<Decision> kinds;
    while (decided.size() < 10) {
        const std::string report_id = open_report();
        ASSERT_FALSE(decided.contains(report_id)) << "a decided report came back";
        ASSERT_NO_FATAL_FAILURE(read(4));
        if (!dismissed && session().report().finding() && session().report().page()->standing() > 1) {
            ASSERT_NO_FATAL_FAILURE(dismiss());
            dismissed = true;
        }
        if (dismissed && !overridden && decided.size() == 2) {
            ASSERT_NO_FATAL_FAILURE(override_score());
            overridden = true;
        }
        const std::optional<Decision> decision = decide();
        if (!decision) {
            type_key('J');
            ASSERT_TRUE(next_opened(report_id));
            continue;
        }
        ASSERT_TRUE(next_opened(report_id)) << report_id << " " << session().decision().refusal().en;
        ASSERT_EQ(stored(report_id).row.state, state_after(*decision)) << report_id;
        if (!undone && decided.size() == 4) {
            type_key('Z', wxMOD_CONTROL);
            ASSERT_TRUE(wait_until([&] { return report_is_open() && open_report() == report_id; }));
            ASSERT_EQ(stored(report_id).row.state, review::ReportState::assessed);
            undone = true;
            ASSERT_EQ(decide(), decision);
            ASSERT_TRUE(next_opened(report_id));
        }
        decided.emplace(report_id, *decision);
        kinds.insert(*decision);
    }
    EXPECT_TRUE(dismissed && overridden && undone);
    EXPECT_TRUE(kinds.contains(Decision::accept) && kinds.contains(Decision::rework));
    for (const auto& [report_id, decision] : decided) {
        const review::ReportDetails details = stored(report_id);
        EXPECT_EQ(details.row.state, state_after(decision)) << report_id;
        EXPECT_EQ(details.decisions.back().decided_by, "Odile");
    }
    EXPECT_GT(shoot(frame(), "ten-decided"), 20U);
}

}  // namespace
}  // namespace relis::app
