// Two reviewers at two windows on one database, on SQLite and on PostgreSQL.
#include <wx/confbase.h>

#include "app/commands.h"
#include "app/words.h"
#include "window_test.h"

namespace relis::app {
namespace {

enum class Place { sqlite, postgresql };

/// The window of somebody else, with a workspace and threads of its own.
class OtherWindow {
  public:
    OtherWindow(const std::string& database, const std::string& user)
        : workspace_({database, RELIS_PLUGIN_FOLDER, user}),
          desk_(make_desk(workspace_)),
          background_([](const std::function<void()>& continuation) { wxTheApp->CallAfter(continuation); },
                      [this](const Label& what) { errors.push_back(what.en); }),
          session_(*desk_, background_),
          frame_(new MainFrame(session_, shown(user), nullptr)) {
        frame_->Show();
        session_.start();
    }
    ~OtherWindow() {
        session_.report().open({});
        delete frame_;
    }
    OtherWindow(const OtherWindow&) = delete;
    OtherWindow& operator=(const OtherWindow&) = delete;

    Session& session() { return session_; }
    MainFrame& frame() { return *frame_; }
    bool has_open(const std::string& report_id) {
        return session_.report().current() && session_.report().report_id() == report_id &&
               session_.decision().can_decide();
    }
    std::vector<std::string> errors;

  private:
    review::Workspace workspace_;
    std::unique_ptr<Desk> desk_;
    Background background_;
    Session session_;
    MainFrame* frame_;
};

class TwoReviewers : public WindowTest, public testing::WithParamInterface<Place> {
  protected:
    std::string make_database() override {
        return GetParam() == Place::sqlite ? WindowTest::make_database() : make_postgres_database();
    }
};

TEST_P(TwoReviewers, SeeWhoHasAReportOpenAndCannotBothDecideIt) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string report_id = session().report().report_id();
    ASSERT_TRUE(wait_until([&] { return session().report().held_by().empty(); }));

    OtherWindow louise(location_, "Louise");
    ASSERT_TRUE(wait_until([&] { return louise.session().queue().ready() && louise.session().report().current(); }));
    // in her list she sees whose it is, and at the report too
    ASSERT_TRUE(wait_until([&] {
        const auto row = louise.session().queue().find(report_id);
        if (!row) {
            return false;
        }
        if (louise.session().queue().rows()[*row].held_by == "Odile") {
            return true;
        }
        louise.session().queue().refresh();
        return false;
    }));
    louise.session().queue().select(report_id);
    ASSERT_TRUE(wait_until([&] { return louise.has_open(report_id) && !louise.session().report().held_by().empty(); }));
    EXPECT_EQ(louise.session().report().held_by(), "Odile");
    EXPECT_GT(shoot(louise.frame(), "held-by-a-colleague"), 20U);

    // refused while he has it open
    press(louise.frame().decision_bar().button(Decision::accept));
    ASSERT_TRUE(wait_until([&] { return !louise.session().decision().refusal().en.empty(); }));
    EXPECT_TRUE(louise.frame().notice_bar().IsShown());
    EXPECT_NE(louise.session().decision().refusal().en.find("Odile"), std::string::npos)
        << louise.session().decision().refusal().en;
    EXPECT_NE(louise.session().decision().refusal().fr.find("Odile"), std::string::npos);
    EXPECT_EQ(stored(report_id).row.state, review::ReportState::assessed);

    // he decides; she still has the page before her and is told that it is over
    press(frame().decision_bar().button(Decision::accept));
    ASSERT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() != report_id; }));
    ASSERT_TRUE(louise.has_open(report_id));
    press(louise.frame().decision_bar().button(Decision::accept));
    ASSERT_TRUE(wait_until([&] {
        return louise.session().decision().refusal().en.find("Undo that decision") != std::string::npos;
    })) << louise.session().decision().refusal().en;
    EXPECT_TRUE(louise.frame().notice_bar().IsShown());
    EXPECT_EQ(stored(report_id).decisions.size(), 1U);
    EXPECT_EQ(stored(report_id).decisions.front().decided_by, "Odile");
    EXPECT_TRUE(louise.errors.empty());
}

TEST_P(TwoReviewers, DecideDifferentReportsSideBySide) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    OtherWindow louise(location_, "Louise");
    ASSERT_TRUE(wait_until([&] { return louise.session().queue().ready() && louise.session().report().current(); }));
    std::string hers;
    for (const review::QueueRow& row : louise.session().queue().rows()) {
        if (row.recommendation == Decision::accept && row.report_id != session().report().report_id()) {
            hers = row.report_id;
        }
    }
    louise.session().queue().select(hers);
    ASSERT_TRUE(wait_until([&] { return louise.has_open(hers) && louise.session().report().held_by().empty(); }));
    const std::string his = session().report().report_id();
    press(frame().decision_bar().button(Decision::accept));
    press(louise.frame().decision_bar().button(Decision::accept));
    ASSERT_TRUE(wait_until([&] {
        return stored(his).row.state == review::ReportState::accepted &&
               stored(hers).row.state == review::ReportState::accepted;
    }));
    EXPECT_EQ(stored(hers).decisions.front().decided_by, "Louise");
    // what she decided leaves his list with the next look at it
    choose(wxID_REFRESH);
    EXPECT_TRUE(wait_until([&] { return !session().queue().find(hers); }));
}

INSTANTIATE_TEST_SUITE_P(Database, TwoReviewers, testing::Values(Place::sqlite, Place::postgresql),
                         [](const auto& given) { return given.param == Place::sqlite ? "OnSqlite" : "OnPostgresql"; });

}  // namespace
}  // namespace relis::app
