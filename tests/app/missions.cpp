// Missions that nobody has, and who gets them, from the window.
#include <gtest/gtest.h>

#include "app/missions_model.h"
#include "fake_desk.h"
#include "label/labelled_error.h"

namespace relis::app {
namespace {

class FakeMissionsDesk final : public MissionsDesk {
  public:
    std::vector<review::WaitingMission> list;
    OpenedMission known;
    Label refusal;
    std::vector<std::string> calls;

    std::vector<review::WaitingMission> waiting() override { return list; }
    OpenedMission open(const std::string& mission_id) override {
        if (mission_id == "M-9") {
            throw LabelledError({"la mission M-9 n'existe pas", "there is no mission M-9"});
        }
        OpenedMission opened = known;
        opened.card.mission_id = mission_id;
        return opened;
    }
    review::AssignResult assign(const review::AssignRequest& request) override {
        review::AssignResult result;
        result.done = did("assign " + request.mission_id + " " + request.shopper_id + " " + request.exception);
        result.mission_id = "M-2";
        result.refusal = refusal;
        return result;
    }
    review::MissionResult undo_assignment(const std::string& mission_id) override {
        return {did("undo " + mission_id), refusal};
    }
    std::optional<Moment> told_at{};
    review::MissionResult cancel(const std::string& mission_id, const std::string& reason,
                                 const std::optional<Moment>& at) override {
        told_at = at;
        return {did("cancel " + mission_id + " " + reason), refusal};
    }
    review::MissionResult miss(const std::string& mission_id, const std::string& reason) override {
        return {did("miss " + mission_id + " " + reason), refusal};
    }
    review::MissionResult reopen(const std::string& mission_id) override {
        return {did("reopen " + mission_id), refusal};
    }

  private:
    bool did(const std::string& what) {
        if (refusal.en.empty()) {
            calls.push_back(what);
        }
        return refusal.en.empty();
    }
};

class MissionsShown : public testing::Test {
  protected:
    void SetUp() override {
        desk_.list = {{"M-1", "epicerie", "", "S-1", "", "C-1", "", Outcome::cancelled, {}, {}}};
        review::MissionCandidate best;
        best.rank = 1;
        best.shopper_id = "C-2";
        review::MissionCandidate excluded;
        excluded.shopper_id = "C-3";
        excluded.exclusions = {{review::Exclusion::month_full, {"8 missions", "8 missions"}}};
        desk_.known.candidates = {best, excluded};
        desk_.known.card.state = "cancelled";
    }
    void open() {
        model_.refresh();
        ASSERT_TRUE(interface_.run_until([&] { return model_.opened() != nullptr; }));
    }
    void settle() {
        ASSERT_TRUE(interface_.run_until([&] { return !model_.working() && model_.opened() != nullptr; }));
    }

    FakeMissionsDesk desk_;
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    MissionsModel model_{desk_, background_};
};

TEST_F(MissionsShown, TheFirstOneOpensWithItsCandidates) {
    open();
    EXPECT_EQ(model_.mission_id(), "M-1");
    EXPECT_EQ(model_.opened()->candidates.size(), 2U);
    EXPECT_TRUE(model_.may_reopen());
    EXPECT_FALSE(model_.may_end());
}

TEST_F(MissionsShown, TheOneThatLiesOpenStaysWhereANumberIsUnknown) {
    open();
    model_.open("M-9");
    EXPECT_TRUE(model_.working()) << "what is asked meanwhile would be of the other one";
    settle();
    EXPECT_EQ(model_.error().en, "there is no mission M-9");
    EXPECT_EQ(model_.mission_id(), "M-1");
    EXPECT_EQ(model_.opened()->card.mission_id, "M-1");
    model_.reopen();
    settle();
    EXPECT_EQ(desk_.calls, std::vector<std::string>{"reopen M-1"});
}

TEST_F(MissionsShown, IsGivenToTheChosenCandidate) {
    open();
    model_.assign(0, "");
    settle();
    EXPECT_EQ(desk_.calls, std::vector<std::string>{"assign M-1 C-2 "});
    EXPECT_EQ(model_.given(), "M-2");
}

TEST_F(MissionsShown, AnExcludedCandidateNeedsAReason) {
    open();
    model_.assign(1, " ");
    EXPECT_TRUE(desk_.calls.empty());
    EXPECT_EQ(model_.error().en, "Say why first: the reason stays in the mission's log.");
    model_.assign(1, "seul de la région");
    settle();
    EXPECT_EQ(desk_.calls, std::vector<std::string>{"assign M-1 C-3 seul de la région"});
}

TEST_F(MissionsShown, AnOpenMissionIsCancelledOrMissedWithAReason) {
    desk_.known.card.state = "open";
    open();
    EXPECT_TRUE(model_.may_end());
    EXPECT_FALSE(model_.may_undo()) << "it was not given from another one";
    model_.cancel("");
    const Moment told{std::chrono::sys_seconds{std::chrono::seconds{1781000000}}, {}};
    model_.cancel("malade", told);
    settle();
    EXPECT_EQ(desk_.told_at, told) << "which the rating counts from";
    model_.miss("aucune nouvelle");
    settle();
    EXPECT_EQ(desk_.calls, (std::vector<std::string>{"cancel M-1 malade", "miss M-1 aucune nouvelle"}));
    EXPECT_TRUE(model_.given().empty());
}

TEST_F(MissionsShown, AnAssignmentIsTakenBackAtTheNewMission) {
    desk_.known.card.state = "open";
    review::GivenMission given;
    given.mission_id = "M-1";
    desk_.known.card.assignments = {given};
    open();
    EXPECT_TRUE(model_.may_undo());
    model_.undo_assignment();
    settle();
    EXPECT_EQ(desk_.calls, std::vector<std::string>{"undo M-1"});
}

TEST_F(MissionsShown, ARefusalIsTold) {
    desk_.refusal = {"déjà donnée", "given before"};
    open();
    model_.assign(0, "");
    ASSERT_TRUE(interface_.run_until([&] { return !model_.working(); }));
    EXPECT_EQ(model_.error().en, "given before");
}

}  // namespace
}  // namespace relis::app
