// The lists of the follow-up: reworks awaited, the library of remarks, shoppers by tier, the outbox.
#include <memory>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/outbox_model.h"
#include "app/remarks_model.h"
#include "app/reworks_model.h"
#include "app/tiers_model.h"
#include "app/words.h"
#include "fake_desk.h"
#include "hours.h"

namespace relis::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class FakeReworkDesk final : public ReworkDesk {
  public:
    std::vector<review::AskedRework> asked;
    std::vector<review::LibraryRemark> remarks;
    std::vector<std::string> told;
    Label refusal;

    Moment now() const override { return at(0); }
    std::vector<review::AskedRework> waiting() override { return asked; }
    std::string reminder(const std::string& report_id) override { return "Bonjour, " + report_id; }
    review::ReworkResult keep_reminder(const std::string& report_id, bool again) override {
        told.push_back((again ? "reminded again " : "reminded ") + report_id);
        return {refusal.en.empty(), refusal};
    }
    review::GivenReminder mail_reminder(const std::string& report_id, bool again) override {
        told.push_back((again ? "mailed again " : "mailed ") + report_id);
        review::GivenReminder given;
        given.report_id = report_id;
        given.done = refusal.en.empty();
        given.refusal = refusal;
        return given;
    }
    std::vector<std::string> expire() override { return {"R-late"}; }
    std::vector<review::LibraryRemark> library() override { return remarks; }
    review::ReworkResult put(const review::LibraryRemark& remark) override {
        if (refusal.en.empty()) remarks.push_back(remark);
        return {refusal.en.empty(), refusal};
    }
    review::ReworkResult remove(const std::string& id) override {
        std::erase_if(remarks, [&](const auto& remark) { return remark.id == id; });
        return {true, {}};
    }
};

review::AskedRework asked(const std::string& report_id, int due, int remind) {
    review::AskedRework rework;
    rework.report_id = report_id;
    rework.due = at(due);
    rework.remind_at = at(remind);
    return rework;
}

class FollowUpLists : public testing::Test {
  protected:
    /// A desk that lives until the background has ended: a list may still be on its way when a test is over.
    template <class Desk>
    Desk& made() {
        auto desk = std::make_shared<Desk>();
        desks_.push_back(desk);
        return *desk;
    }

  private:
    std::vector<std::shared_ptr<void>> desks_;

  protected:
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
};

TEST_F(FollowUpLists, ReworksThatAreOverdueStandFirstThenThoseToBeRemindedOf) {
    FakeReworkDesk& desk = made<FakeReworkDesk>();
    desk.asked = {asked("R-calm", 20, 10), asked("R-remind", 30, -1), asked("R-late", -1, -5),
                  asked("R-reminded", 10, -1)};
    desk.asked.back().reminded_at = at(-1);
    ReworksModel model(desk, background_);
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.ready(); }));
    std::vector<std::string> order;
    for (const WaitingRework& rework : model.waiting()) order.push_back(rework.asked.report_id);
    EXPECT_THAT(order, ElementsAre("R-late", "R-remind", "R-reminded", "R-calm"));
    EXPECT_EQ(model.count(WaitingRework::Urgency::overdue), 1U);
    EXPECT_EQ(model.count(WaitingRework::Urgency::to_remind), 1U);
}

TEST_F(FollowUpLists, AReminderIsShownBeforeItIsKept) {
    FakeReworkDesk& desk = made<FakeReworkDesk>();
    ReworksModel model(desk, background_);
    model.ask_for_reminder("R-1");
    ASSERT_TRUE(interface_.run_until([&] { return !model.reminder().empty(); }));
    EXPECT_EQ(model.reminder(), "Bonjour, R-1");
    EXPECT_THAT(desk.told, IsEmpty());
    desk.refusal = {"déjà rappelé", "reminded already"};
    model.keep_reminder("R-1", false);
    ASSERT_TRUE(interface_.run_until([&] { return !model.error().en.empty(); }));
    EXPECT_EQ(model.error().en, "reminded already");
    desk.refusal = {};
    model.keep_reminder("R-1", true);
    ASSERT_TRUE(interface_.run_until([&] { return model.reminded() == "R-1" && !model.working(); }));
    EXPECT_THAT(desk.told, ElementsAre("reminded R-1", "reminded again R-1"));
}

TEST_F(FollowUpLists, RemindersThatAreDueGoIntoTheOutboxInOneGo) {
    FakeReworkDesk& desk = made<FakeReworkDesk>();
    desk.asked = {asked("R-late", -2, -5), asked("R-1", 5, -1), asked("R-2", 6, -1), asked("R-calm", 9, 8)};
    desk.asked[2].reminded_at = at(-1);
    ReworksModel model(desk, background_);
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.ready(); }));
    EXPECT_THAT(model.to_remind(), ElementsAre("R-1"))
        << "not whose time is over, who was reminded, whose day it is not";
    model.mail_reminders(model.to_remind(), false);
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    desk.refusal = {"déjà rappelé", "reminded already"};
    model.mail_reminders({"R-2"}, true);
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    EXPECT_THAT(desk.told, ElementsAre("mailed R-1", "mailed again R-2"));
    ASSERT_EQ(model.mailed().size(), 1U);
    EXPECT_EQ(model.mailed()[0].refusal.fr, "déjà rappelé");
    model.mail_reminders({}, false);
    EXPECT_FALSE(model.working()) << "nothing is to be sent";
}

TEST_F(FollowUpLists, TheLibraryIsLoadedAgainAfterEachChange) {
    FakeReworkDesk& desk = made<FakeReworkDesk>();
    RemarksModel model(desk, background_);
    model.put({"heure", "À quelle heure ?"});
    ASSERT_TRUE(interface_.run_until([&] { return model.remarks().size() == 1; }));
    model.remove("heure");
    ASSERT_TRUE(interface_.run_until([&] { return model.ready() && model.remarks().empty(); }));
    desk.refusal = {"une remarque pose une question", "a remark asks"};
    model.put({"ton", "Faux."});
    ASSERT_TRUE(interface_.run_until([&] { return !model.error().en.empty(); }));
    EXPECT_THAT(model.remarks(), IsEmpty());
}

class FakeTiersDesk final : public TiersDesk {
  public:
    std::vector<review::ShopperTier> known;
    std::vector<review::TierProposal> proposed;
    std::vector<std::string> told;
    std::vector<review::RatingMismatch> unlike;

    std::vector<review::RatingMismatch> mismatches() override { return unlike; }
    std::vector<review::ShopperTier> tiers() override { return known; }
    std::vector<review::TierProposal> proposals() override { return proposed; }
    review::TierResult withdraw(const std::string& id, const std::string& reason) override {
        return tell("withdraw " + id + ": " + reason);
    }
    review::TierResult reinstate(const std::string& id, const std::string& reason) override {
        return tell("reinstate " + id + ": " + reason);
    }
    review::TierResult refuse(const review::TierProposal& proposal, const std::string& reason) override {
        return tell("refuse " + proposal.shopper_id + ": " + reason);
    }

  private:
    review::TierResult tell(const std::string& what) {
        told.push_back(what);
        return {true, {}};
    }
};

review::ShopperTier shopper(const std::string& id, review::Tier tier, double value) {
    review::ShopperTier made;
    made.shopper_id = id;
    made.name = "Personne " + id;
    made.tier = tier;
    made.reliability.emplace();
    made.reliability->value = value;
    return made;
}

TEST_F(FollowUpLists, ShoppersAreShownByTierAndFoundByName) {
    FakeTiersDesk& desk = made<FakeTiersDesk>();
    desk.known = {shopper("C-1", review::Tier::withdrawn, 4.9), shopper("C-2", review::Tier::at_risk, 2.0),
                  shopper("C-3", review::Tier::excellent, 4.8)};
    desk.known[2].name = "Éloïse";
    TiersModel model(desk, background_);
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.ready(); }));
    ASSERT_EQ(model.shown(), 3U);
    EXPECT_EQ(model.shopper(0).shopper_id, "C-3");
    EXPECT_EQ(model.shopper(2).shopper_id, "C-1") << "withdrawn ones last";
    EXPECT_EQ(model.count(review::Tier::at_risk), 1U);
    model.filter(review::Tier::withdrawn, "");
    ASSERT_EQ(model.shown(), 1U);
    model.change(0, "Nouvel essai.");
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    EXPECT_THAT(desk.told, ElementsAre("reinstate C-1: Nouvel essai."));
    model.filter(std::nullopt, "c-2");
    EXPECT_EQ(model.shown(), 1U);
}

TEST_F(FollowUpLists, NoShopperAtAllAndNoneThatMatchesAreToldApart) {
    FakeTiersDesk& desk = made<FakeTiersDesk>();
    TiersModel model(desk, background_);
    EXPECT_TRUE(model.emptiness().empty()) << "nothing is said before they are loaded";
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.ready(); }));
    EXPECT_TRUE(model.emptiness().Contains("import a roster"));
    desk.known = {shopper("C-1", review::Tier::excellent, 4.9)};
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.shown() == 1; }));
    EXPECT_TRUE(model.emptiness().empty());
    model.filter(std::nullopt, "nobody");
    EXPECT_EQ(model.emptiness(), "No shopper matches the filter.");
}

TEST_F(FollowUpLists, APersonConfirmsOrRefusesAProposal) {
    FakeTiersDesk& desk = made<FakeTiersDesk>();
    desk.proposed = {{true, "C-2", "", {}, {}}, {false, "C-1", "", {}, {}}};
    TiersModel model(desk, background_);
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.ready(); }));
    model.confirm(0, "Vu.");
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    model.confirm(1, "Expliqué.");
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    model.refuse(0, "Malade.");
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    model.refuse(7, "Personne.");
    EXPECT_THAT(desk.told, ElementsAre("withdraw C-2: Vu.", "reinstate C-1: Expliqué.", "refuse C-2: Malade."));
}

TEST_F(FollowUpLists, RatingsThatTheLogDoesNotGiveAreNamed) {
    FakeTiersDesk& desk = made<FakeTiersDesk>();
    TiersModel model(desk, background_);
    int compared = 0;
    const auto news = model.notifier().subscribe(
        [&](TiersModel::News what) { compared += what == TiersModel::News::compared ? 1 : 0; });
    model.compare();
    EXPECT_TRUE(model.working());
    ASSERT_TRUE(interface_.run_until([&] { return compared == 1; }));
    EXPECT_THAT(model.mismatches(), IsEmpty());
    desk.unlike = {{"C-2", {}, 3.2, 3.4}};
    model.compare();
    ASSERT_TRUE(interface_.run_until([&] { return compared == 2; }));
    ASSERT_EQ(model.mismatches().size(), 1U);
    EXPECT_EQ(model.mismatches()[0].shopper_id, "C-2");
}

class FakeOutboxDesk final : public OutboxDesk {
  public:
    std::vector<review::OutboxMail> known;
    std::string failure;
    std::vector<std::string> told;

    std::vector<review::OutboxMail> mails() override { return known; }
    review::SendSummary send(const OutboxSettings& settings, const std::string& password,
                             const std::optional<review::MonthToSend>& month, const review::ProgressSink& progress,
                             const std::stop_token&) override {
        if (!failure.empty()) throw std::runtime_error(failure);
        told.push_back(
            "send " + settings.url + " " + password +
            (month ? " " + review::text_of(month->month) + " " + month->shopper_id + (month->again ? " again" : "")
                   : std::string()));
        progress({{"Envoi", "Sending"}, 2, 0});
        review::SendSummary summary;
        summary.sent = 2;
        return summary;
    }
    void settle(std::int64_t mail) override { told.push_back("settle " + std::to_string(mail)); }
    void retry(std::int64_t mail) override { told.push_back("retry " + std::to_string(mail)); }
    review::FeedbackFiles month(const std::string& shopper_id, std::chrono::year_month,
                                const std::filesystem::path& folder) override {
        return {{folder / shopper_id}, 0};
    }
    void use_words(const std::string& file) override { told.push_back("words " + file); }
};

review::OutboxMail mail(std::int64_t id, const std::string& state) {
    review::OutboxMail made;
    made.id = id;
    made.state = state;
    return made;
}

TEST_F(FollowUpLists, TheOutboxShowsTheNewestFirstAndOnlyWhatFailedOrIsUncertainIsSettled) {
    FakeOutboxDesk& desk = made<FakeOutboxDesk>();
    desk.known = {mail(1, "sent"), mail(2, "failed"), mail(3, "uncertain")};
    OutboxModel model(desk, background_);
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.ready(); }));
    ASSERT_EQ(model.shown(), 3U);
    EXPECT_EQ(model.mail(0).id, 3);
    EXPECT_TRUE(model.can_settle(0));
    EXPECT_FALSE(model.can_settle(2));
    EXPECT_FALSE(model.can_settle(9));
    model.filter("failed");
    ASSERT_EQ(model.shown(), 1U);
    model.retry(0);
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    model.settle(0);
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    EXPECT_THAT(desk.told, ElementsAre("retry 2", "settle 2"));
}

TEST_F(FollowUpLists, SendingTellsWhatItDidAndWhyItDidNot) {
    FakeOutboxDesk& desk = made<FakeOutboxDesk>();
    OutboxModel model(desk, background_);
    OutboxSettings settings;
    settings.url = "smtp://localhost";
    model.send(settings, "secret");
    EXPECT_TRUE(model.sending());
    ASSERT_TRUE(interface_.run_until([&] { return !model.sending(); }));
    EXPECT_EQ(model.summary().sent, 2U);
    EXPECT_EQ(model.done(), 2U);
    EXPECT_THAT(desk.told, ElementsAre("send smtp://localhost secret"));
    model.send(settings, "secret", review::MonthToSend{std::chrono::year{2026} / std::chrono::June, "C-1", true});
    ASSERT_TRUE(interface_.run_until([&] { return !model.sending(); }));
    EXPECT_EQ(desk.told.back(), "send smtp://localhost secret 2026-06 C-1 again");
    desk.failure = "no such server";
    model.send(settings, "secret");
    ASSERT_TRUE(interface_.run_until([&] { return !model.sending(); }));
    EXPECT_EQ(model.error().en, "no such server");
    model.month("C-1", std::chrono::year{2026} / std::chrono::June, "pages");
    ASSERT_TRUE(interface_.run_until([&] { return !model.files().empty(); }));
}

}  // namespace
}  // namespace relis::app
