// Feedback on its way to shoppers: mails that any reader understands, sent once, whatever goes wrong on the way.
#include <fstream>
#include <optional>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agency.h"
#include "label/labelled_error.h"
#include "review/assess.h"
#include "review/decide.h"
#include "review/mail.h"
#include "review/outbox.h"
#include "review/reminders.h"
#include "smtp_server.h"

namespace relis::review {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

Mail long_mail() {
    Mail mail;
    mail.from = {"Équipe de validation des visites mystères de l'agence Épinette & associés", "equipe@example.org"};
    mail.to = {"Zoé \"Zaza\" Lévêque-Dujardin, du marché", "zoe@example.org"};
    mail.subject =
        "Votre rapport R-000123 : Épicerie Marché Vertbois Taschereau, à Longueuil près de l'église Saint-Noël";
    mail.text = "Bonjour Zoé,\n.\n..point\nFrom ici\n" + std::string(2000, 'x') + "\nÀ bientôt, 🙂 trois=3\n";
    mail.html = "<p>" + std::string(3000, 'y') + "é</p>\n.\n";
    mail.id = "R-000123-r1-7.1780000000.relis@example.org";
    mail.date = *parse_moment("2026-06-16T21:12:09-04:00");
    return mail;
}

/// An agency with reports that Anne decided, and the words with a sender.
class Sending : public testing::Test {
  protected:
    Sending() { options.words.sender_address = "equipe@example.org"; }

    void send_back(const std::string& id) {
        decide_report(id, Decision::rework, "Un acceuil corect, rien a dire de plus.");
    }
    void decide_report(const std::string& id, Decision decision = Decision::accept,
                       const std::string& comment = good_comment) {
        agency.import_report(id, comment);
        assess_report(agency.workspace(), id);
        DecisionRequest request;
        request.report_id = id;
        request.decision = decision;
        request.reason = "Vu.";
        const DecisionResult result = decide(agency.workspace(), request);
        ASSERT_TRUE(result.recorded) << result.refusal.en;
    }
    SendSummary send(Delivery& delivery) { return send_feedback(agency.workspace(), delivery, options); }
    OutboxMail only_mail() {
        const std::vector<OutboxMail> mails = outbox_mails(agency.workspace());
        EXPECT_THAT(mails, SizeIs(1));
        return mails.front();
    }
    std::unique_ptr<Delivery> smtp(const std::string& url, const std::string& user = {},
                                   const std::string& password = {}, const std::string& authorities = {}) {
        SmtpServer server;
        server.authorities = authorities;
        server.url = url;
        server.user = user;
        server.password = password;
        server.sender = options.words.sender_address;
        return smtp_delivery(server);
    }

    Agency agency;
    SendOptions options;
};

/// Answers as it is told, and counts.
class ScriptedDelivery : public Delivery {
  public:
    [[nodiscard]] std::string way() const override { return "smtp"; }
    [[nodiscard]] std::string target() const override { return "smtp://scripted"; }
    DeliveryResult deliver(const OutboxMail&, const std::string&, const std::string&,
                           const std::function<void()>& handing_over) override {
        ++tries;
        if (hands_over) {
            handing_over();
        }
        if (dies) {
            throw std::runtime_error("the program is gone");
        }
        return result;
    }
    DeliveryResult result;
    bool hands_over = true;
    bool dies = false;
    int tries = 0;
};

}  // namespace

TEST(MailAddress, IsOneAsciiAddressAndNothingElse) {
    EXPECT_TRUE(is_mail_address("zoe.leveque+relis@mail.example.org"));
    for (const char* const bad :
         {"", "zoe", "@example.org", "zoe@", "zoe@@example.org", "zoe@.org", "zoe@a..b", "zoé@example.org",
          "zoe@example.org\r\nBcc: x@example.org", "Zoé <zoe@example.org>", "a@example.org,b@example.org"}) {
        EXPECT_FALSE(is_mail_address(bad)) << bad;
    }
}

TEST(Mail, IsTheSameBytesForTheSameMail) {
    EXPECT_EQ(eml_of(long_mail()), eml_of(long_mail()));
}

TEST(Mail, FoldsItsLinesAndHoldsAsciiOnly) {
    const std::string message = eml_of(long_mail());
    EXPECT_TRUE(std::ranges::all_of(message, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; }));
    std::size_t from = 0;
    for (std::size_t end = 0; (end = message.find("\r\n", from)) != std::string::npos; from = end + 2) {
        EXPECT_LE(end - from, 78U) << message.substr(from, end - from);
    }
}

TEST(Mail, LetsNoLineBreakOfANameBecomeAHeader) {
    Mail mail = long_mail();
    mail.to.name = "Zoé\r\nBcc: espion@example.org";
    mail.subject = "Sujet\r\nX-Autre: oui";
    const std::string message = eml_of(mail);
    EXPECT_THAT(message, Not(HasSubstr("\r\nBcc:")));
    EXPECT_THAT(message, Not(HasSubstr("\r\nX-Autre:")));
    mail.to.address = "zoe@example.org\r\nBcc: espion@example.org";
    EXPECT_THROW((void)eml_of(mail), LabelledError);
}

TEST_F(Sending, ReachesARealServerAsAMailThatAnyReaderUnderstands) {
    decide_report("R-1");
    const SmtpServerProcess server;
    const auto delivery = smtp(server.url());
    const SendSummary summary = send(*delivery);
    EXPECT_EQ(summary.posted, 1U);
    ASSERT_EQ(summary.sent, 1U) << (summary.problems.empty() ? "" : summary.problems.front().en);
    const auto messages = server.taken();
    ASSERT_THAT(messages, SizeIs(1));
    const nlohmann::json& message = messages.front();
    EXPECT_EQ(message["sender"], "equipe@example.org");
    EXPECT_EQ(message["recipients"], nlohmann::json({"l@example.org"}));
    EXPECT_EQ(message["type"], "multipart/alternative");
    EXPECT_THAT(message["defects"], IsEmpty());
    EXPECT_EQ(message["headers"]["Subject"], "Votre rapport R-1 : Marché Beaubien, Montréal");
    EXPECT_THAT(message["headers"]["To"].get<std::string>(), HasSubstr("Louise"));
    ASSERT_THAT(message["parts"], SizeIs(2));
    EXPECT_EQ(message["parts"][0]["type"], "text/plain");
    EXPECT_THAT(message["parts"][0]["content"].get<std::string>(), HasSubstr("Rapport accepté"));
    EXPECT_EQ(message["parts"][1]["type"], "text/html");
    EXPECT_THAT(message["parts"][1]["content"].get<std::string>(), HasSubstr("<html lang=\"fr\">"));
    EXPECT_EQ(message["parts"][1]["encoding"], "quoted-printable");
    EXPECT_EQ(message["bare_line_breaks"], 0);
    EXPECT_EQ(message["ascii"], true);
    const OutboxMail mail = only_mail();
    EXPECT_EQ(mail.state, "sent");
    EXPECT_EQ(mail.target, server.url());
    EXPECT_TRUE(mail.done_at);
}

TEST_F(Sending, SendsNothingTwice) {
    decide_report("R-1");
    decide_report("R-2");
    const SmtpServerProcess server;
    const auto delivery = smtp(server.url());
    EXPECT_EQ(send(*delivery).sent, 2U);
    EXPECT_EQ(send(*delivery).sent, 0U);
    decide_report("R-3");
    EXPECT_EQ(send(*delivery).sent, 1U);
    EXPECT_THAT(server.taken(), SizeIs(3));
}

TEST_F(Sending, TwoRunsAtOnceSendEachMailOnce) {
    for (int i = 0; i < 8; ++i) {
        decide_report("R-" + std::to_string(i));
    }
    const SmtpServerProcess server;
    const auto colleague = agency.open_as("paul");
    const auto first = smtp(server.url());
    const auto second = smtp(server.url());
    std::size_t sent = 0;
    {
        const std::jthread other([&] { sent = send_feedback(*colleague, *second, options).sent; });
        send(*first);
    }
    EXPECT_THAT(server.taken(), SizeIs(8));
    EXPECT_LE(sent, 8U);
}

TEST_F(Sending, NotesWhatAServerRefusesForGood) {
    agency.give_address("refuse@example.org");
    decide_report("R-1");
    const SmtpServerProcess server;
    const auto delivery = smtp(server.url());
    EXPECT_EQ(send(*delivery).failed, 1U);
    EXPECT_EQ(only_mail().state, "failed");
    EXPECT_THAT(only_mail().error.en, HasSubstr("550"));
    EXPECT_EQ(only_mail().error.fr, only_mail().error.en) << "in the server's words";
    EXPECT_EQ(send(*delivery).sent, 0U);
    agency.give_address("zoe@example.org");
    post_again(agency.workspace(), only_mail().id, options.words);
    EXPECT_EQ(send(*delivery).sent, 1U);
    EXPECT_EQ(server.taken().front()["recipients"], nlohmann::json({"zoe@example.org"}));
}

TEST_F(Sending, TriesAgainLaterWhatAServerPutsOff) {
    agency.give_address("later@example.org");
    decide_report("R-1");
    const SmtpServerProcess server;
    const auto delivery = smtp(server.url());
    EXPECT_EQ(send(*delivery).later, 1U);
    const OutboxMail mail = only_mail();
    EXPECT_EQ(mail.state, "waiting");
    ASSERT_TRUE(mail.next_at);
    EXPECT_GT(*mail.next_at, mail.posted_at);
    EXPECT_EQ(send(*delivery).later, 0U) << "its time has not come";
}

TEST_F(Sending, SaysThatItDoesNotKnowWhereTheServerLeftAfterTheLastByte) {
    agency.give_address("drop@example.org");
    decide_report("R-1");
    const SmtpServerProcess server;
    const auto delivery = smtp(server.url());
    EXPECT_EQ(send(*delivery).uncertain, 1U);
    EXPECT_EQ(only_mail().state, "uncertain");
    EXPECT_EQ(only_mail().error.fr, "la connexion au serveur de courriel s'est rompue (" + only_mail().error.en + ")");
    EXPECT_EQ(send(*delivery).sent, 0U) << "nothing is sent twice";
    settle_as_sent(agency.workspace(), only_mail().id);
    EXPECT_EQ(only_mail().state, "sent");
    EXPECT_THROW(settle_as_sent(agency.workspace(), only_mail().id), LabelledError);
}

TEST_F(Sending, StopsAtAServerThatIsNotThereAndGoesOnWhenItIs) {
    decide_report("R-1");
    decide_report("R-2");
    std::string gone;
    {
        const SmtpServerProcess server;
        gone = server.url();
    }
    const auto nobody = smtp(gone);
    const SendSummary stopped = send(*nobody);
    EXPECT_TRUE(stopped.stopped);
    EXPECT_THAT(stopped.problems, SizeIs(1)) << "one mail tells what all would";
    const Label error = outbox_mails(agency.workspace()).front().error;
    EXPECT_EQ(error.fr, "impossible de se connecter au serveur de courriel (" + error.en + ")");
    const SmtpServerProcess server;
    const auto delivery = smtp(server.url());
    EXPECT_EQ(send(*delivery).sent, 2U);
}

TEST_F(Sending, LogsInAndStopsWhereThePasswordIsWrong) {
    decide_report("R-1");
    const SmtpServerProcess server("sésame");
    const auto wrong = smtp(server.url(), "relis", "faux");
    EXPECT_TRUE(send(*wrong).stopped);
    EXPECT_THAT(server.taken(), IsEmpty());
    const auto right = smtp(server.url(), "relis", "sésame");
    EXPECT_EQ(send(*right).sent, 1U);
}

TEST_F(Sending, EncryptsWhereTheServerCanAndItsCertificateIsVouchedFor) {
    using Encryption = SmtpServerProcess::Encryption;
    for (const Encryption encryption : {Encryption::on_demand, Encryption::at_once}) {
        decide_report(encryption == Encryption::on_demand ? "R-1" : "R-2");
        const SmtpServerProcess server("sésame", encryption);
        const auto unknown = smtp(server.url(), "relis", "sésame");
        const SendSummary refused = send(*unknown);
        EXPECT_TRUE(refused.stopped);
        ASSERT_THAT(refused.problems, SizeIs(1));
        EXPECT_THAT(refused.problems.front().en, HasSubstr("certificate"));
        EXPECT_THAT(server.taken(), IsEmpty()) << "neither mail nor password leaves for a stranger";
        const auto known = smtp(server.url(), "relis", "sésame", server.certificate());
        EXPECT_EQ(send(*known).sent, 1U);
        ASSERT_THAT(server.taken(), SizeIs(1));
        EXPECT_EQ(server.taken().front()["encrypted"], true);
    }
}

TEST_F(Sending, SendsNothingInTheClearToAnotherMachine) {
    decide_report("R-1");
    const SmtpServerProcess server;
    // Written so, it is this machine to the network, and another to the program
    const std::string port = server.url().substr(server.url().rfind(':'));
    SmtpServer elsewhere;
    elsewhere.url = "smtp://0x7f.1" + port;
    elsewhere.sender = options.words.sender_address;
    const auto demanding = smtp_delivery(elsewhere);
    EXPECT_TRUE(send(*demanding).stopped);
    EXPECT_EQ(only_mail().error.fr, "le serveur de courriel ne chiffre pas (" + only_mail().error.en + ")");
    EXPECT_THAT(server.taken(), IsEmpty());
    elsewhere.plain = true;
    const auto lenient = smtp_delivery(elsewhere);
    EXPECT_EQ(send(*lenient).sent, 1U) << "where the agency says so";
}

TEST_F(Sending, NamesAuthoritiesThatCannotBeRead) {
    EXPECT_THROW((void)smtp("smtp://mail.example.org:587", {}, {}, "/nowhere/authorities.pem"), LabelledError);
}

TEST_F(Sending, GoesOnAfterAnInterruptedRun) {
    decide_report("R-1");
    decide_report("R-2");
    options.abandoned_after = std::chrono::seconds{-1};  // whatever a run has in hand is abandoned
    ScriptedDelivery early;
    early.hands_over = false;
    early.dies = true;
    EXPECT_THROW(send(early), std::runtime_error);
    EXPECT_EQ(outbox_mails(agency.workspace(), "sending").size(), 1U);
    ScriptedDelivery late;
    late.dies = true;
    EXPECT_THROW(send(late), std::runtime_error);
    ScriptedDelivery delivery;
    EXPECT_EQ(send(delivery).sent, 1U) << "the one that may have arrived is not sent again";
    EXPECT_EQ(outbox_mails(agency.workspace(), "uncertain").size(), 1U);
    EXPECT_EQ(outbox_mails(agency.workspace(), "sent").size(), 1U);
}

TEST_F(Sending, EndsAfterTheSixthTry) {
    const Moment now = *parse_moment("2026-06-16T12:00:00Z");
    EXPECT_EQ(next_try(1, now)->utc - now.utc, std::chrono::minutes{5});
    EXPECT_EQ(next_try(3, now)->utc - now.utc, std::chrono::minutes{80});
    EXPECT_EQ(next_try(5, now)->utc - now.utc, std::chrono::minutes{1280});
    EXPECT_FALSE(next_try(6, now));
}

TEST_F(Sending, ShowsAShopperWithoutAnAddressAsAFailure) {
    agency.give_address("");
    decide_report("R-1");
    ScriptedDelivery delivery;
    EXPECT_EQ(send(delivery).failed, 1U);
    EXPECT_EQ(delivery.tries, 0);
    EXPECT_EQ(only_mail().error, (Label{"le fichier des clients mystères n'a pas l'adresse de courriel de celui-ci",
                                        "the roster has no mail address of this shopper"}));
}

TEST_F(Sending, SaysInBothLanguagesWhatOfTheRosterIsNoAddress) {
    agency.give_address("louise");
    decide_report("R-1");
    ScriptedDelivery delivery;
    const SendSummary summary = send(delivery);
    EXPECT_EQ(only_mail().error,
              (Label{"« louise », dans le fichier des clients mystères, n'est pas une adresse de courriel",
                     "\"louise\" in the roster is no mail address"}));
    ASSERT_THAT(summary.problems, SizeIs(1));
    EXPECT_THAT(summary.problems.front().fr, HasSubstr("« louise »"));
    EXPECT_THAT(summary.problems.front().en, HasSubstr("\"louise\""));
}

TEST_F(Sending, SaysInBothLanguagesThatARunWasInterrupted) {
    decide_report("R-1");
    options.abandoned_after = std::chrono::seconds{-1};
    ScriptedDelivery delivery;
    delivery.dies = true;
    EXPECT_THROW(send(delivery), std::runtime_error);
    delivery.dies = false;
    send(delivery);
    EXPECT_EQ(only_mail().error, (Label{"l'envoi a été interrompu", "the run that sent it was interrupted"}));
}

TEST_F(Sending, SaysInBothLanguagesWhatFileCouldNotBeWritten) {
    decide_report("R-1");
    const std::filesystem::path folder = agency.folder() / "courriels";
    const auto delivery = folder_delivery(folder);
    std::filesystem::remove(folder);
    EXPECT_TRUE(send(*delivery).stopped);
    const Label error = only_mail().error;
    EXPECT_THAT(error.fr, StartsWith("impossible d'écrire " + folder.string()));
    EXPECT_THAT(error.en, StartsWith("cannot write " + folder.string()));
}

TEST_F(Sending, LeavesOldDecisionsAlone) {
    decide_report("R-1");
    options.since = *parse_moment("2199-01-01T00:00:00Z");
    ScriptedDelivery delivery;
    EXPECT_EQ(send(delivery).posted, 0U);
}

TEST_F(Sending, SendsNothingOfADecisionThatWasUndone) {
    decide_report("R-1");
    ScriptedDelivery delivery;
    delivery.result = {DeliveryResult::Kind::stop, {"pas maintenant", "not now"}};
    EXPECT_EQ(send(delivery).posted, 1U);
    ASSERT_TRUE(undo_decision(agency.workspace(), "R-1").recorded);
    delivery.result = {};
    EXPECT_EQ(send(delivery).sent, 0U);
    EXPECT_EQ(only_mail().state, "withdrawn");
}

TEST_F(Sending, WritesFilesIntoAFolderWholeAndOnce) {
    decide_report("R-1");
    const auto delivery = folder_delivery(agency.folder() / "courriels");
    EXPECT_EQ(send(*delivery).sent, 1U);
    EXPECT_EQ(send(*delivery).sent, 0U);
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(agency.folder() / "courriels")) {
        names.push_back(entry.path().filename());
    }
    EXPECT_THAT(names, ElementsAre("R-1-r1-1.eml"));
    EXPECT_THROW((void)folder_delivery(agency.folder() / "relis.sqlite"), LabelledError);
}

TEST_F(Sending, NeedsASenderAndAServersAddress) {
    decide_report("R-1");
    options.words.sender_address.clear();
    ScriptedDelivery delivery;
    EXPECT_THROW(send(delivery), LabelledError);
    EXPECT_THROW((void)smtp("smtp://localhost"), LabelledError);
    options.words.sender_address = "equipe@example.org";
    EXPECT_THROW((void)smtp("http://example.org"), LabelledError);
    EXPECT_THROW((void)smtp("smtp://"), LabelledError);
}

TEST_F(Sending, AReminderGoesThroughTheOutboxInTheAgencysWords) {
    send_back("R-1");
    agency.give_address("louise@example.org");
    options.words.agency = "Agence Essai";
    const GivenReminder given = mail_reminder(agency.workspace(), "R-1", options.words);
    ASSERT_TRUE(given.done) << given.refusal.en;
    EXPECT_EQ(given.recipient, "louise@example.org");
    EXPECT_THAT(given.text, HasSubstr("Agence Essai"));
    ScriptedDelivery delivery;
    EXPECT_EQ(send(delivery).sent, 2U) << "the message of the decision, and the reminder";
    EXPECT_EQ(send(delivery).sent, 0U);
    const std::vector<OutboxMail> mails = outbox_mails(agency.workspace());
    ASSERT_THAT(mails, SizeIs(2));
    EXPECT_EQ(mails[0].reminder, 1);
    EXPECT_EQ(mails[0].state, "sent");
    EXPECT_TRUE(mails[0].done_at);
    EXPECT_EQ(mails[1].reminder, 0);
}

TEST_F(Sending, AReminderThatFailedIsComposedAnewForTheNewAddress) {
    send_back("R-1");
    agency.give_address("nobody");
    EXPECT_THAT(mail_reminder(agency.workspace(), "R-1", options.words).problem.en, HasSubstr("no mail address"));
    agency.give_address("louise@example.org");
    post_again(agency.workspace(), only_mail().id, options.words);
    const std::vector<OutboxMail> mails = outbox_mails(agency.workspace());
    ASSERT_THAT(mails, SizeIs(2));
    EXPECT_EQ(mails[0].state, "withdrawn");
    EXPECT_EQ(mails[1].reminder, 1);
    EXPECT_EQ(mails[1].recipient, "louise@example.org");
}

}  // namespace relis::review
