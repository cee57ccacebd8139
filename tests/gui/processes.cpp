// The program itself, as one process and as two: what was typed survives its being killed, and two of them share a
// database. Real keys; what came of them is read from the database and from what the program keeps.
#include <algorithm>

#include <wx/uiaction.h>

#include "../support/temporary_folder.h"
#include "program.h"
#include "review/queue.h"
#include "review/rework.h"
#include "window_test.h"

namespace relis::app {
namespace {

enum class Place { sqlite, postgresql };

class RealProgram : public WindowTest, public testing::WithParamInterface<Place> {
  protected:
    void SetUp() override {
        location_ = GetParam() == Place::sqlite ? make_database() : make_postgres_database();
        observer_ =
            std::make_unique<review::Workspace>(review::WorkspaceOptions{location_, RELIS_PLUGIN_FOLDER, "Observer"});
        // on PostgreSQL what the killed ones held before
        for (const review::QueueRow& row : rows()) {
            if (!row.held_by.empty()) {
                review::Workspace holder({location_, RELIS_PLUGIN_FOLDER, row.held_by});
                review::release(holder, row.report_id);
            }
        }
        wxUIActionSimulator().MouseMove(640, 500);  // without a window manager keys go to the window below
    }
    void TearDown() override { observer_.reset(); }

    [[nodiscard]] std::filesystem::path home(const std::string& user) const { return folder_.path() / user; }
    std::vector<review::QueueRow> rows() { return review::queue_page(*observer_, {}, {}, 200).rows; }
    /// The reports that somebody has open.
    std::vector<std::string> held_by(const std::string& user) {
        std::vector<std::string> held;
        for (const review::QueueRow& row : rows()) {
            if (row.held_by == user) {
                held.push_back(row.report_id);
            }
        }
        return held;
    }
    bool holds(const std::string& user, const std::string& report_id) {
        return wait_until([&] { return held_by(user) == std::vector<std::string>{report_id}; });
    }
    review::ReportDetails details(const std::string& report_id) { return review::load_report(*observer_, report_id); }
    static void pause(int milliseconds) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
        wait_until([end] { return std::chrono::steady_clock::now() > end; });
    }
    /// Types a key until it shows its effect.
    static bool type_until(int key, int modifiers, const std::function<bool()>& effect) {
        for (int times = 0; times < 10 && !effect(); ++times) {
            type_key(key, modifiers);
            const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(3);
            wait_until([&] { return effect() || std::chrono::steady_clock::now() > patience; });
        }
        return effect();
    }
    /// One that the machine would accept, and how many rows above it.
    std::size_t acceptable(std::size_t from) {
        const std::vector<review::QueueRow> all = rows();
        while (from < all.size() && all[from].recommendation != Decision::accept) {
            ++from;
        }
        return from;
    }
    bool step_to(const std::string& user, std::size_t from, std::size_t to) {
        const std::vector<review::QueueRow> all = rows();
        for (std::size_t row = from; row < to; ++row) {
            type_key('J');
            pause(60);
        }
        pause(500);
        return to < all.size() && (all[to].held_by.empty() ? holds(user, all[to].report_id) : true);
    }

    /// The reviewer goes to the report in that row and begins to send it back.
    bool begins_rework(Program& program, std::size_t row) {
        const std::string report_id = rows().at(row).report_id;
        return holds("Odile", rows().front().report_id) && step_to("Odile", 0, row) &&
               type_until('R', 0, [&] { return program.keeps("decision/" + report_id + "/1/rework"); });
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<review::Workspace> observer_;
};

TEST_P(RealProgram, KilledWhileAMessageIsTypedLosesNothingAndReopensWhereItWas) {
    const std::size_t row = acceptable(1);
    const std::string report_id = rows().at(row).report_id;
    Program program(location_, "Odile", home("Odile"));
    ASSERT_TRUE(begins_rework(program, row));
    wxUIActionSimulator().Text("Il manque deux photos. ");
    ASSERT_TRUE(wait_until([&] { return program.keeps("Il manque deux photos. "); }));

    program.kill();
    ASSERT_TRUE(program.keeps("Il manque deux photos. "));
    {
        // what it still holds would hide whether it opens the report again
        review::Workspace mine({location_, RELIS_PLUGIN_FOLDER, "Odile"});
        review::release(mine, report_id);
    }
    ASSERT_TRUE(held_by("Odile").empty());
    program.start();
    ASSERT_TRUE(holds("Odile", report_id)) << "the last report opens again, not the first";
    pause(1000);
    EXPECT_GT(shoot_screen("after-the-crash"), 50U);
    // the message stands there, ready to be sent
    type_key(WXK_RETURN, wxMOD_CONTROL);
    pause(300);
    ASSERT_TRUE(wait_until([&] { return !details(report_id).decisions.empty() || !program.runs(); }));
    const review::ReportDetails decided = details(report_id);
    EXPECT_EQ(decided.row.state, review::ReportState::rework_requested);
    // the machine would have accepted it, so what is asked for first is the reason
    EXPECT_NE(decided.decisions.front().reason.find("Il manque deux photos."), std::string::npos)
        << decided.decisions.front().reason;
    EXPECT_TRUE(wait_until([&] { return !program.keeps("Il manque deux photos. "); })) << "it is sent";
}

TEST_P(RealProgram, KilledWhileADialogOfTheOutboxIsFilledKeepsWhatWasTyped) {
    Program program(location_, "Odile", home("Odile"));
    ASSERT_TRUE(holds("Odile", rows().front().report_id));
    type_key('M', wxMOD_CONTROL | wxMOD_SHIFT);
    pause(1500);
    type_key('M', wxMOD_CONTROL);
    pause(1000);
    wxUIActionSimulator().Text("c-typed");
    ASSERT_TRUE(wait_until([&] { return program.keeps("c-typed"); }));
    program.kill();
    EXPECT_TRUE(program.keeps("c-typed"));
    program.start();
    pause(1500);
    EXPECT_TRUE(program.keeps("c-typed")) << "the next start does not throw it away";
}

TEST_P(RealProgram, KilledWhileAReworkIsComposedAsksTheSameAfterwards) {
    const std::size_t row = acceptable(1);
    const std::string report_id = rows().at(row).report_id;
    Program program(location_, "Odile", home("Odile"));
    ASSERT_TRUE(begins_rework(program, row));
    wxUIActionSimulator().Text("a client asked");  // required, since the machine would accept it
    type_key('K', wxMOD_CONTROL);
    wxUIActionSimulator().Text("who served");
    ASSERT_TRUE(wait_until([&] { return program.keeps("who served"); })) << "before it is added";
    type_key(WXK_RETURN);
    ASSERT_TRUE(wait_until([&] { return program.keeps("\\\"text\\\":\\\"who served"); }));
    wxUIActionSimulator().Text("and when");
    ASSERT_TRUE(wait_until([&] { return program.keeps("and when"); })) << "own words that are not added yet";

    program.kill();
    {
        review::Workspace mine({location_, RELIS_PLUGIN_FOLDER, "Odile"});
        review::release(mine, report_id);
    }
    program.start();
    ASSERT_TRUE(holds("Odile", report_id));
    pause(1000);
    type_key(WXK_RETURN, wxMOD_CONTROL);
    ASSERT_TRUE(wait_until([&] { return !details(report_id).decisions.empty() || !program.runs(); }));
    const auto waiting = review::waiting_reworks(*observer_, review::ReworksWanted::open);
    const auto asked = std::ranges::find(waiting, report_id, &review::AskedRework::report_id);
    ASSERT_NE(asked, waiting.end());
    ASSERT_FALSE(asked->reasons.empty());
    EXPECT_EQ(asked->reasons.back().text, "who served");
}

TEST_P(RealProgram, TwoProcessesOnOneDatabaseSeeEachOtherAndCannotDecideTheSameReport) {
    const std::size_t row = acceptable(1);
    const std::size_t next = acceptable(row + 1);
    const std::string his = rows().at(row).report_id;
    const std::string hers = rows().at(next).report_id;
    Program odile(location_, "Odile", home("Odile"));
    ASSERT_TRUE(holds("Odile", rows().front().report_id));
    ASSERT_TRUE(step_to("Odile", 0, row));
    ASSERT_TRUE(holds("Odile", his));

    auto louise = std::make_unique<Program>(location_, "Louise", home("Louise"));
    ASSERT_TRUE(holds("Louise", rows().front().report_id));
    ASSERT_TRUE(step_to("Louise", 0, row));
    EXPECT_TRUE(held_by("Louise").empty()) << "he has it open";
    type_key('A');
    pause(1500);
    EXPECT_TRUE(details(his).decisions.empty());
    EXPECT_EQ(held_by("Odile"), std::vector<std::string>{his});

    // her own she decides
    ASSERT_TRUE(step_to("Louise", row, next));
    ASSERT_TRUE(holds("Louise", hers));
    EXPECT_EQ(held_by("Odile"), std::vector<std::string>{his}) << "both at once";
    type_key('A');
    ASSERT_TRUE(wait_until([&] { return !details(hers).decisions.empty(); }));
    EXPECT_EQ(details(hers).decisions.front().decided_by, "Louise");

    // and he his, when her window is gone
    louise.reset();
    pause(500);
    ASSERT_TRUE(type_until('A', 0, [&] { return !details(his).decisions.empty(); }));
    EXPECT_EQ(details(his).decisions.front().decided_by, "Odile");
    EXPECT_EQ(details(his).decisions.size(), 1U);
    EXPECT_EQ(details(hers).decisions.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Database, RealProgram, testing::Values(Place::sqlite, Place::postgresql),
                         [](const auto& given) { return given.param == Place::sqlite ? "OnSqlite" : "OnPostgresql"; });

}  // namespace
}  // namespace relis::app
