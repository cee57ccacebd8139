// What people note and confirm of a shopper, from the window.
#include <gtest/gtest.h>

#include "app/conduct_model.h"
#include "app/words.h"
#include "fake_desk.h"

namespace relis::app {
namespace {

class FakeConductDesk final : public ConductDesk {
  public:
    review::ShopperLog known;
    std::vector<review::ShopperReport> filed{{"R-000201", {}, "Marché"}, {"R-000001", {}, "Gare"}};
    Label refusal;
    std::vector<std::string> calls;

    review::ShopperLog log(const std::string&) override { return known; }
    std::vector<review::ShopperReport> reports(const std::string&) override { return filed; }
    review::ConductResult note(const std::string& shopper_id, NoteKind kind, const std::string& reason) override {
        return did("note " + shopper_id + " " + std::string(to_string(kind)) + " " + reason);
    }
    review::ConductResult take_back_note(std::int64_t note) override {
        return did("take back note " + std::to_string(note));
    }
    review::ConductResult confirm(const std::string& report_id, Misconduct kind, const std::string& reason) override {
        return did("confirm " + report_id + " " + std::string(to_string(kind)) + " " + reason);
    }
    review::ConductResult take_back(const std::string& report_id) override { return did("take back " + report_id); }

  private:
    review::ConductResult did(const std::string& what) {
        if (refusal.en.empty()) {
            calls.push_back(what);
        }
        return {refusal.en.empty(), 1, refusal};
    }
};

class ConductOfAShopper : public testing::Test {
  protected:
    void SetUp() override {
        model_.open("C-1");
        ASSERT_TRUE(interface_.run_until([&] { return model_.log() != nullptr; }));
    }
    void settle() {
        ASSERT_TRUE(interface_.run_until([&] { return !model_.working(); }));
    }

    FakeConductDesk desk_;
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    ConductModel model_{desk_, background_};
};

TEST_F(ConductOfAShopper, ANoteAndAConfirmationNeedTheirReason) {
    model_.note(NoteKind::positive, "  ");
    EXPECT_EQ(model_.error().en, "Say why first: the reason stays in the log.");
    model_.confirm("R-1", Misconduct::copying, "");
    model_.confirm("", Misconduct::copying, "même texte");
    EXPECT_EQ(model_.error().en, "Choose a report of this shopper.");
    EXPECT_TRUE(desk_.calls.empty());
    model_.note(NoteKind::negative, "absente au rendez-vous");
    settle();
    model_.confirm("R-1", Misconduct::falsification, "ticket retouché");
    settle();
    EXPECT_EQ(desk_.calls, (std::vector<std::string>{"note C-1 negative absente au rendez-vous",
                                                     "confirm R-1 falsification ticket retouché"}));
}

TEST_F(ConductOfAShopper, AReportIsFoundByItsNumberHoweverOldItIs) {
    EXPECT_EQ(model_.reports().size(), 2U);
    EXPECT_EQ(model_.report_meant("R-000001"), "R-000001");
    EXPECT_EQ(model_.report_meant(" r-000001 , 2026-06-16, Gare"), "R-000001");
    EXPECT_EQ(model_.report_meant("R-0000"), "") << "no number of a report";
    EXPECT_EQ(model_.report_meant(""), "");
}

TEST_F(ConductOfAShopper, ANoteOfTheRosterIsNotTakenBackHere) {
    desk_.known.notes = {{0, NoteKind::neutral, "du fichier", "", {}, true},
                         {4, NoteKind::positive, "a", "odile", {}, true},
                         {5, NoteKind::positive, "b", "odile", {}, false}};
    desk_.known.misconduct = {{"R-9", Misconduct::copying, "c", "odile", {}, true}};
    model_.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model_.log() != nullptr && model_.log()->notes.size() == 3; }));
    model_.take_back_note(0);
    EXPECT_EQ(model_.error().en, "This note came with the roster: correct it there.");
    model_.take_back_note(2);
    EXPECT_EQ(model_.error().en, "This note was taken back before.");
    model_.take_back_note(9);
    EXPECT_TRUE(desk_.calls.empty());
    model_.take_back_note(1);
    settle();
    model_.take_back_misconduct(0);
    settle();
    EXPECT_EQ(desk_.calls, (std::vector<std::string>{"take back note 4", "take back R-9"}));
}

TEST_F(ConductOfAShopper, TellsHowTheRatingMovedAndWhy) {
    review::RatingChange now;
    now.value = 2.5;
    now.action = "confirm";
    review::RatingChange before;
    before.value = 4.0;
    desk_.known.ratings = {now, before};
    model_.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model_.log() != nullptr && model_.log()->ratings.size() == 2; }));
    EXPECT_EQ(model_.change(0), -1.5);
    EXPECT_EQ(model_.change(1), std::nullopt) << "nothing before is known";
    EXPECT_EQ(cause_of("confirm"), "misconduct confirmed");
    EXPECT_EQ(cause_of("drop_surplus"), "surplus visit taken back");
    EXPECT_EQ(cause_of("uphold"), "appeal upheld");
    EXPECT_EQ(cause_of("uphold_partly"), "appeal upheld in part");
    EXPECT_EQ(cause_of("new-action"), "new-action");
}

TEST(CausesOfARating, AnAppealIsNamedAsOne) {
    review::RatingChange change;
    change.action = "uphold_partly";
    change.subject = "48";
    EXPECT_EQ(cause_of(change.action), "appeal upheld in part");
    EXPECT_EQ(about_of(change), "appeal 48");
    change.action = "accept";
    change.subject = "R-000101";
    EXPECT_EQ(about_of(change), "R-000101");
}

TEST(PagesOfConduct, SayWhatTheyAreForWhileTheyAreEmpty) {
    review::ShopperLog log;
    EXPECT_TRUE(emptiness(log, ConductPage::ratings).Contains("Not rated yet"));
    EXPECT_TRUE(emptiness(log, ConductPage::notes).Contains("No note yet"));
    EXPECT_TRUE(emptiness(log, ConductPage::misconduct).Contains("Nothing is confirmed"));
    log.ratings.emplace_back();
    log.notes.emplace_back();
    log.misconduct.emplace_back();
    for (const ConductPage page : {ConductPage::ratings, ConductPage::notes, ConductPage::misconduct}) {
        EXPECT_TRUE(emptiness(log, page).empty());
    }
}

TEST(SignedNumbers, WhatIsRoundedToNothingHasNoSign) {
    EXPECT_EQ(number(-0.004, 2, true), "0.00");
    EXPECT_EQ(number(0.004, 2, true), "0.00");
    EXPECT_EQ(number(0.006, 2, true), "+0.01");
    EXPECT_EQ(to_utf8(number(-0.006, 2)), "−0.01");
}

TEST_F(ConductOfAShopper, ARefusalIsTold) {
    desk_.refusal = {"déjà confirmé", "confirmed before"};
    model_.confirm("R-1", Misconduct::copying, "même texte");
    settle();
    EXPECT_EQ(model_.error().en, "confirmed before");
}

}  // namespace
}  // namespace relis::app
