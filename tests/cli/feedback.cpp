// Feedback, its sending and the look at a draft, as people and programs run them.
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "command.h"

namespace relis::cli_tests {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class FeedbackVerbs : public testing::Test {
  protected:
    void SetUp() override {
        desk.open_agency();
        desk.import_report("R-1", good_comment);
        ASSERT_EQ(desk.run({"assess"}).code, 0);
        const Finished decided = desk.run({"decide", "R-1", "accept", "--reason", "Vu."});
        ASSERT_EQ(decided.code, 0) << decided.err;
        words = desk.write("mots.json", R"({"format": "relis.feedback-words/1", "agency": "Agence Épinette",)"
                                        R"( "sender_address": "equipe@example.org"})");
    }
    Desk desk;
    std::string words;
};

}  // namespace

TEST_F(FeedbackVerbs, WriteTheFormsThatAreAskedFor) {
    const Finished written = desk.run({"feedback", "R-1", "--output", desk.path("out"), "--as", "pdf", "--as", "html",
                                       "--words", words, "--format", "json"});
    ASSERT_EQ(written.code, 0) << written.err;
    EXPECT_EQ(written.json()["written"].size(), 2U);
    EXPECT_THAT(content_of(desk.path("out/R-1-r1.pdf")), StartsWith("%PDF-"));
    EXPECT_THAT(content_of(desk.path("out/R-1-r1.html")), HasSubstr("Agence Épinette"));
    const Finished unknown = desk.run({"feedback", "R-1", "--output", desk.path("out"), "--as", "docx"});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_THAT(unknown.err, AllOf(HasSubstr("docx"), HasSubstr("pdf")));
}

TEST_F(FeedbackVerbs, TellWhereABadFileOfWordsIsWrong) {
    const std::string bad = desk.write("mauvais.json", R"({"format": "relis.feedback-words/1", "agence": "x"})");
    const Finished told = desk.run({"feedback", "R-1", "--words", bad});
    EXPECT_EQ(told.code, 1);
    EXPECT_THAT(told.err, AllOf(HasSubstr(bad), HasSubstr("agence"), HasSubstr("--print-words")));
    const json printed = desk.run({"feedback", "--print-words", "--words", words}).json();
    EXPECT_EQ(printed["agency"], "Agence Épinette");
    EXPECT_EQ(desk.run({"feedback", "R-1"}, {.environment = {{"RELIS_FEEDBACK_WORDS", bad}}}).code, 1);
}

TEST_F(FeedbackVerbs, SendEachDecisionOnceAndListWhatWasSent) {
    const std::vector<std::string> send{"outbox",  "send", "--folder", desk.path("mails"),
                                        "--words", words,  "--format", "json"};
    const Finished first = desk.run(send);
    ASSERT_EQ(first.code, 0) << first.err;
    EXPECT_EQ(first.json()["sent"], 1);
    EXPECT_EQ(desk.run(send).json()["sent"], 0);
    const json mails = desk.run({"outbox", "list", "--format", "json"}).json();
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0]["state"], "sent");
    EXPECT_EQ(mails[0]["way"], "folder");
    EXPECT_EQ(mails[0]["report_id"], "R-1");
    EXPECT_THAT(content_of(desk.path("mails/R-1-r1-1.eml")), HasSubstr("multipart/alternative"));
    EXPECT_THAT(desk.run({"outbox", "list"}).out, HasSubstr("R-1"));
    EXPECT_EQ(desk.run({"outbox", "settle", "1"}).code, 1) << "it was sent";
    EXPECT_EQ(desk.run({"outbox", "list", "--state", "perdu"}).code, 1);
}

TEST_F(FeedbackVerbs, SendAMonthAsOneMailAndOnceMoreWhenAsked) {
    const std::string month = desk.run({"show", "R-1", "--format", "json"}).json()["decisions"][0]["decided_at"];
    const auto send = [&](std::vector<std::string> more) {
        std::vector<std::string> words_of{"outbox",  "send", "--folder", desk.path("mails"),
                                          "--words", words,  "--format", "json"};
        words_of.insert(words_of.end(), more.begin(), more.end());
        return desk.run(words_of);
    };
    const std::string asked = month.substr(0, 7);
    const Finished first = send({"--month", asked});
    ASSERT_EQ(first.code, 0) << first.err;
    EXPECT_EQ(first.json()["sent"], 1);
    EXPECT_EQ(send({"--month", asked}).json()["known"], 1);
    EXPECT_EQ(send({"--month", asked, "--shopper", "C-1", "--again"}).json()["sent"], 1);
    const json mails = desk.run({"outbox", "list", "--format", "json"}).json();
    ASSERT_EQ(mails.size(), 2U);
    EXPECT_EQ(mails[1]["month"], asked);
    EXPECT_EQ(mails[1]["edition"], 2);
    EXPECT_EQ(mails[1]["report_id"], "");
    EXPECT_THAT(content_of(desk.path("mails/C-1-" + asked + ".eml")), HasSubstr("multipart/alternative"));
    EXPECT_THAT(desk.run({"outbox", "list"}).out, AllOf(HasSubstr("mois " + asked + ", envoi 2"), HasSubstr("(C-1)")));
    const Finished empty = send({"--month", "2019-01"});
    EXPECT_EQ(empty.code, 1);
    EXPECT_THAT(empty.err, HasSubstr("no report was decided in 2019-01"));
    EXPECT_EQ(send({"--month", "janvier"}).code, 1);
    EXPECT_EQ(send({"--shopper", "C-1"}).code, 2);
    EXPECT_EQ(send({"--month", asked, "--since", "2026-01-01"}).code, 2);
}

TEST_F(FeedbackVerbs, StopAtAServerThatIsNotThere) {
    const Finished stopped = desk.run({"outbox", "send", "--smtp", "smtp://127.0.0.1:9", "--words", words});
    EXPECT_EQ(stopped.code, 1);
    EXPECT_THAT(stopped.err, HasSubstr("run this again"));
    const Finished without = desk.run({"outbox", "send", "--smtp", "smtp://127.0.0.1:9"});
    EXPECT_EQ(without.code, 1);
    EXPECT_THAT(without.err, HasSubstr("sender_address"));
}

TEST_F(FeedbackVerbs, TellWhyAMailDidNotGoInFrenchTablesAndInEnglishJson) {
    const Finished stopped = desk.run({"outbox", "send", "--smtp", "smtp://127.0.0.1:9", "--words", words});
    EXPECT_EQ(stopped.code, 1);
    const std::string french = "impossible de se connecter au serveur de courriel";
    EXPECT_THAT(stopped.err, Not(HasSubstr(french))) << "messages are English";
    EXPECT_THAT(desk.run({"outbox", "list"}).out, HasSubstr(french));
    const json mails = desk.run({"outbox", "list", "--format", "json"}).json();
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_THAT(mails[0]["error"].get<std::string>(), AllOf(HasSubstr("127.0.0.1"), Not(HasSubstr(french))));
}

TEST_F(FeedbackVerbs, PrecheckEndsWithZeroWhereNothingIsLeftToDoAndWithOneWhereAnAnswerLacks) {
    const std::string questionnaire = desk.write("compte.json", R"({"format": "relis.questionnaire/1", "id": "compte",
        "version": 1, "programme": "essai-2026", "title": "Compte", "sections": [{"name": "visite", "label": "La visite",
        "questions": [{"name": "attente", "type": "integer", "label": "Combien de minutes ?", "required": true,
                       "comment": "none"}]}]})");
    const auto checked = [&](const std::string& draft, const std::string& format) {
        return desk.run({"precheck", "-", "--questionnaire", questionnaire, "--format", format}, {.in = draft});
    };
    const std::string whole = R"({"answers": [{"question": "attente", "value": "2"}]})";
    const Finished done = checked(whole, "json");
    EXPECT_EQ(done.code, 0) << done.out << done.err;
    EXPECT_EQ(done.json()["nothing_to_do"], true);
    EXPECT_TRUE(done.json()["problems"].empty());
    EXPECT_EQ(checked(whole, "text").code, 0) << "for reading too";
    const Finished lacking = checked(R"({"answers": []})", "json");
    EXPECT_EQ(lacking.code, 1);
    EXPECT_EQ(lacking.json()["nothing_to_do"], false);
    EXPECT_EQ(lacking.json()["missing"][0], "attente");
    const Finished wrong = checked(R"({"answers": [{"question": "attente", "value": "beaucoup"}]})", "json");
    EXPECT_EQ(wrong.code, 1);
    EXPECT_FALSE(wrong.json()["problems"].empty()) << "an answer that cannot be read";
}

TEST_F(FeedbackVerbs, PrecheckEndsWithOneAndNoJsonWhereTheDraftCannotBeRead) {
    const auto refused = [&](const std::string& content) {
        const Finished checked = desk.run({"precheck", "-", "--format", "json"}, {.in = content});
        EXPECT_EQ(checked.code, 1) << content;
        EXPECT_EQ(checked.out, "") << "programs read no half an answer";
        return checked.err;
    };
    EXPECT_THAT(refused("{"), HasSubstr("no valid JSON"));
    EXPECT_THAT(refused("[]"), HasSubstr("no object"));
    json draft = report("R-9", good_comment);
    draft["questionnaire"] = "inconnu@1";
    EXPECT_THAT(refused(draft.dump()), HasSubstr("inconnu@1"));
}

TEST_F(FeedbackVerbs, PrecheckEndsWithTwoWhereItIsCalledWrongly) {
    const std::string file = desk.write("bon.json", report("R-9", good_comment).dump());
    EXPECT_EQ(desk.run({"precheck"}).code, 2);
    EXPECT_EQ(desk.run({"precheck", file, "--locale", "de"}).code, 2);
    EXPECT_EQ(desk.run({"precheck", desk.path("absent.json")}).code, 1);
    const Finished folder = desk.run({"precheck", desk.path("")});
    EXPECT_EQ(folder.code, 1);
    EXPECT_THAT(folder.err, HasSubstr("is a folder; name a file in it"));
}

/// A copy is told to its author without a word of whose text it is.
TEST_F(FeedbackVerbs, OfACopyNameNeitherTheOtherShopperNorHisReport) {
    const std::string roster =
        R"({"format": "relis.roster/1", "shoppers": [{"id": "C-77", "name": "Ondine Vasseur"}]})";
    ASSERT_EQ(desk.run({"import", desk.write("autre.json", roster)}).code, 0);
    json original = report("R-ORIGINE", good_comment + std::string(" Les fruits étaient rangés par couleur."));
    original["shopper_id"] = "C-77";
    original["submitted_at"] = "2026-06-15T21:12:09-04:00";
    json copy = original;
    copy["report_id"] = "R-COPIE";
    copy["mission_id"] = "M-COPIE";
    copy["shopper_id"] = "C-1";
    copy["submitted_at"] = "2026-06-16T21:12:09-04:00";
    ASSERT_EQ(desk.run({"import", desk.write("original.json", original.dump())}).code, 0);
    ASSERT_EQ(desk.run({"import", desk.write("copie.json", copy.dump())}).code, 0);
    ASSERT_EQ(desk.run({"assess"}).code, 0);
    const std::string known = desk.run({"show", "R-COPIE", "--format", "json"}).out;
    ASSERT_THAT(known, HasSubstr("copied")) << "the agency is told";
    ASSERT_EQ(desk.run({"decide", "R-COPIE", "reassign", "--reason", "Copié de R-ORIGINE."}).code, 0);
    ASSERT_EQ(desk.run({"feedback", "R-COPIE", "--output", desk.path("out"), "--as", "html", "--as", "text", "--as",
                        "eml", "--words", words})
                  .code,
              0);
    for (const auto& file : std::filesystem::directory_iterator(desk.path("out"))) {
        const std::string sheet = content_of(file.path());
        EXPECT_THAT(sheet, Not(HasSubstr("R-ORIGINE"))) << file.path();
        EXPECT_THAT(sheet, Not(HasSubstr("C-77"))) << file.path();
        EXPECT_THAT(sheet, Not(HasSubstr("Vasseur"))) << file.path();
        EXPECT_THAT(sheet, Not(HasSubstr("anne"))) << "nor who decided: " << file.path();
    }
}

TEST_F(FeedbackVerbs, PrecheckTellsByItsExitCodeWhetherThereIsSomethingToDo) {
    json draft =
        report("R-9", "À 14 h 05, la caisière ma dit bonjour, elle ma regardée et ma remis mon reçu avec un sourire.");
    draft.erase("report_id");
    draft.erase("shopper_id");
    draft.erase("submitted_at");
    const std::string file = desk.write("brouillon.json", draft.dump());
    const Finished checked = desk.run({"precheck", file, "--format", "json", "--page", desk.path("page.html")});
    EXPECT_EQ(checked.code, 1);
    const json told = checked.json();
    EXPECT_EQ(told["nothing_to_do"], false);
    EXPECT_TRUE(told["scores"]["french"].is_number());
    EXPECT_FALSE(told["findings"].empty());
    EXPECT_THAT(content_of(desk.path("page.html")), HasSubstr("Vérification avant remise"));
    EXPECT_THAT(desk.run({"precheck", "-"}, {.in = draft.dump()}).out, HasSubstr("caisière"));
    std::filesystem::create_directory(desk.path("fichiers"));
    const Finished without = desk.run({"precheck", file, "--attachments", desk.path("fichiers")});
    EXPECT_EQ(without.code, 1);
    EXPECT_EQ(desk.run({"precheck", file, "--attachments", desk.path("nulle-part")}).code, 1);
    const Finished bad = desk.run({"precheck", desk.write("bad.json", "{")});
    EXPECT_EQ(bad.code, 1);
    EXPECT_THAT(bad.err, HasSubstr("draft"));
    EXPECT_EQ(desk.run({"show", "brouillon"}).code, 1) << "nothing was stored";
}

}  // namespace relis::cli_tests
