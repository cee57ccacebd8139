// A shopper's month on its way: one mail for all that was decided, sent once unless somebody asks for it again.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agency.h"
#include "label/labelled_error.h"
#include "review/assess.h"
#include "review/decide.h"
#include "review/feedback_files.h"
#include "review/outbox.h"
#include "review/present.h"
#include "smtp_server.h"

namespace relis::review {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Answers as it is told.
class OneAnswer : public Delivery {
  public:
    [[nodiscard]] std::string way() const override { return "smtp"; }
    [[nodiscard]] std::string target() const override { return "smtp://scripted"; }
    DeliveryResult deliver(const OutboxMail&, const std::string& message, const std::string&,
                           const std::function<void()>&) override {
        messages.push_back(message);
        return result;
    }
    DeliveryResult result;
    std::vector<std::string> messages;
};

/// An agency whose present is the 10th of July 2026; Anne decided R-1 and R-2 of C-1 in June, R-3 in July.
class SendingMonths : public testing::Test {
  protected:
    static constexpr std::chrono::year_month june{std::chrono::year{2026}, std::chrono::June};
    static constexpr std::chrono::year_month july{std::chrono::year{2026}, std::chrono::July};

    SendingMonths() {
        options.words.sender_address = "equipe@example.org";
        options.month = MonthToSend{june};
        decide_at("R-1", "2026-06-17T09:00:00-04:00");
        decide_at("R-2", "2026-06-29T12:00:00-04:00");
        decide_at("R-3", "2026-07-02T12:00:00-04:00");
        present.move_to(*parse_moment("2026-07-10T09:00:00-04:00"));
    }
    void decide_at(const std::string& id, const std::string& moment) {
        present.move_to(*parse_moment(moment));
        agency.import_report(id, good_comment);
        assess_report(agency.workspace(), id);
        DecisionRequest request;
        request.report_id = id;
        request.decision = Decision::accept;
        request.reason = "Vu.";
        const DecisionResult result = decide(agency.workspace(), request);
        ASSERT_TRUE(result.recorded) << result.refusal.en;
    }
    SendSummary send(Delivery& delivery) { return send_feedback(agency.workspace(), delivery, options); }
    std::vector<OutboxMail> mails() { return outbox_mails(agency.workspace()); }

    PresentAt present{*parse_moment("2026-06-16T12:00:00-04:00")};
    Agency agency;
    SendOptions options;
    OneAnswer delivery;
};

}  // namespace

TEST_F(SendingMonths, ReachARealServerAsOneMailOfAllThatWasDecided) {
    const SmtpServerProcess server;
    SmtpServer settings;
    settings.url = server.url();
    settings.sender = options.words.sender_address;
    const auto smtp = smtp_delivery(settings);
    const SendSummary summary = send(*smtp);
    EXPECT_EQ(summary.posted, 1U);
    ASSERT_EQ(summary.sent, 1U) << (summary.problems.empty() ? "" : summary.problems.front().en);
    const auto messages = server.taken();
    ASSERT_THAT(messages, SizeIs(1));
    const nlohmann::json& message = messages.front();
    EXPECT_EQ(message["recipients"], nlohmann::json({"l@example.org"}));
    EXPECT_EQ(message["type"], "multipart/alternative");
    EXPECT_THAT(message["defects"], IsEmpty());
    EXPECT_EQ(message["headers"]["Subject"], "Vos rapports de juin 2026");
    ASSERT_THAT(message["parts"], SizeIs(2));
    EXPECT_EQ(message["parts"][0]["type"], "text/plain");
    EXPECT_THAT(message["parts"][0]["content"].get<std::string>(),
                AllOf(HasSubstr("R-1"), HasSubstr("R-2"), testing::Not(HasSubstr("R-3"))));
    EXPECT_EQ(message["parts"][1]["type"], "text/html");
    EXPECT_THAT(message["parts"][1]["content"].get<std::string>(), HasSubstr("<html lang=\"fr\">"));
}

TEST_F(SendingMonths, AreSentOnceAndOnceMoreWhereItIsAskedForAgain) {
    EXPECT_EQ(send(delivery).sent, 1U);
    const SendSummary second = send(delivery);
    EXPECT_EQ(second.posted, 0U);
    EXPECT_EQ(second.known, 1U);
    EXPECT_EQ(second.sent, 0U);
    options.month->again = true;
    EXPECT_EQ(send(delivery).sent, 1U);
    ASSERT_THAT(mails(), SizeIs(2));
    EXPECT_EQ(mails()[1].month, june);
    EXPECT_EQ(mails()[1].edition, 2);
    EXPECT_EQ(mails()[1].shopper, "Louise <Tremblay>");
    options.month = MonthToSend{july};
    EXPECT_EQ(send(delivery).sent, 1U) << "another month is another mail";
}

TEST_F(SendingMonths, GoToOneShopperAloneWhereHeIsNamed) {
    agency.import("bruno.json", R"({"format": "relis.roster/1", "shoppers": [{"id": "C-7", "name": "Bruno",)"
                                R"( "email": "b@example.org", "languages": ["fr"]}]})");
    options.month = MonthToSend{june, "C-7"};
    EXPECT_THROW(send(delivery), LabelledError) << "nothing of his was decided in June";
    options.month = MonthToSend{june, "C-1"};
    EXPECT_EQ(send(delivery).sent, 1U);
}

TEST_F(SendingMonths, ARefusalOfAnEmptyMonthNamesItInBothLanguagesAndSendsNothing) {
    options.month = MonthToSend{std::chrono::year{2026} / std::chrono::May};
    try {
        send(delivery);
        FAIL() << "nothing was decided in May";
    } catch (const LabelledError& error) {
        EXPECT_THAT(error.message().fr, HasSubstr("mai 2026"));
        EXPECT_THAT(error.message().en, HasSubstr("2026-05"));
    }
    EXPECT_THAT(mails(), IsEmpty());
    options.month = MonthToSend{june, "C-404"};
    EXPECT_THROW(send(delivery), std::runtime_error);
}

TEST_F(SendingMonths, OneThatTheServerPutsOffWaitsAndIsTriedAgain) {
    delivery.result = {DeliveryResult::Kind::later, {"451 plus tard", "451 plus tard"}};
    EXPECT_EQ(send(delivery).later, 1U);
    ASSERT_THAT(mails(), SizeIs(1));
    EXPECT_EQ(mails()[0].state, "waiting");
    EXPECT_EQ(mails()[0].error.en, "451 plus tard");
    delivery.result = {};
    present.move_to(*parse_moment("2026-07-10T10:00:00-04:00"));
    const SendSummary second = send(delivery);
    EXPECT_EQ(second.posted, 0U);
    EXPECT_EQ(second.sent, 1U);
}

TEST_F(SendingMonths, OneThatFailedIsKeptAndComposedAnewForTheNewAddress) {
    agency.give_address("");
    EXPECT_EQ(send(delivery).failed, 1U);
    EXPECT_THAT(mails()[0].error.en, HasSubstr("no mail address"));
    agency.give_address("louise@example.org");
    EXPECT_EQ(send(delivery).known, 1U) << "a person looks at what failed";
    post_again(agency.workspace(), mails()[0].id, options.words);
    ASSERT_THAT(mails(), SizeIs(2));
    EXPECT_EQ(mails()[0].state, "withdrawn");
    EXPECT_EQ(mails()[1].month, june);
    EXPECT_EQ(mails()[1].edition, 1);
    EXPECT_EQ(mails()[1].recipient, "louise@example.org");
    EXPECT_EQ(send(delivery).sent, 1U);
}

TEST_F(SendingMonths, OneThatWaitsIsNotSentOnceADecisionInItWasUndone) {
    delivery.result = {DeliveryResult::Kind::later, {"451 plus tard", "451 plus tard"}};
    send(delivery);
    ASSERT_TRUE(undo_decision(agency.workspace(), "R-2").recorded);
    present.move_to(*parse_moment("2026-07-10T10:00:00-04:00"));
    delivery.result = {};
    delivery.messages.clear();
    send_feedback(agency.workspace(), delivery, {options.words, *parse_moment("2026-07-09T00:00:00-04:00")});
    EXPECT_THAT(delivery.messages, IsEmpty());
    EXPECT_EQ(mails()[0].state, "withdrawn");
    EXPECT_EQ(send(delivery).sent, 1U) << "asked for again, it goes without that report";
}

TEST_F(SendingMonths, GoIntoAFolderUnderTheNameOfShopperAndMonth) {
    const auto files = folder_delivery(agency.folder() / "mails");
    EXPECT_EQ(send(*files).sent, 1U);
    options.month->again = true;
    EXPECT_EQ(send(*files).sent, 1U);
    EXPECT_TRUE(std::filesystem::exists(agency.folder() / "mails" / "C-1-2026-06.eml"));
    EXPECT_TRUE(std::filesystem::exists(agency.folder() / "mails" / "C-1-2026-06-envoi2.eml"));
}

TEST_F(SendingMonths, LeaveTheMailsOfSingleDecisionsAsTheyWere) {
    send(delivery);
    options.month.reset();
    options.since = parse_moment("2026-06-01T00:00:00-04:00");
    EXPECT_EQ(send(delivery).sent, 3U);
}

}  // namespace relis::review
