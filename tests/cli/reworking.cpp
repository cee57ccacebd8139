// The rework loop, as people and programs run it.
#include <algorithm>
#include <iterator>

#include <gmock/gmock.h>

#include "command.h"

namespace relis::cli_tests {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

class Reworking : public testing::Test {
  protected:
    void SetUp() override {
        desk.open_agency();
        ASSERT_EQ(desk.import_report("R-1", poor_comment).code, 0);
        ASSERT_EQ(desk.run({"assess"}).code, 0);
    }
    [[nodiscard]] json shown() const { return desk.run({"show", "R-1", "--format", "json"}).json(); }
    [[nodiscard]] json run_json(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--format", "json"});
        return desk.run(arguments).json();
    }

    Desk desk;
};

constexpr const char* far_away = "2199-06-18T12:00:00-04:00";
constexpr const char* farther = "2199-06-19T12:00:00-04:00";

TEST_F(Reworking, AsksRemindsAndListsWhatWaits) {
    const Finished decided =
        desk.run({"decide", "R-1", "rework", "--reason", "à préciser", "--due", far_away, "--remark", "attente@attente",
                  "--ask", "accueil=Qui vous a accueilli ?", "--unanswered", "none"});
    ASSERT_EQ(decided.code, 0) << decided.err;
    const json all = run_json({"rework", "due", "--all"});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0]["unanswered"], "none");
    EXPECT_EQ(all[0]["reasons"][0]["remark"], "attente");
    EXPECT_EQ(all[0]["reasons"][1]["text"], "Qui vous a accueilli ?");
    EXPECT_THAT(desk.run({"rework", "due", "--all"}).out,
                AllOf(HasSubstr("(C-1)"), HasSubstr("Marché Beaubien"), HasSubstr("Vous a-t-on salué? : Qui vous")))
        << "names and questions as people know them";
    EXPECT_TRUE(run_json({"rework", "due"})["overdue"].empty());
    EXPECT_EQ(run_json({"rework", "due", "--at", farther})["overdue"].size(), 1U);
    EXPECT_THAT(desk.run({"rework", "remind", "R-1"}).out, AllOf(HasSubstr("Bonjour Louise"), HasSubstr("accueilli")));
    EXPECT_EQ(run_json({"rework", "due", "--all"})[0]["reminded_by"], "anne");
}

TEST_F(Reworking, RemindsByMailOnceAndOnceMoreWhenAsked) {
    ASSERT_EQ(desk.run({"decide", "R-1", "rework", "--reason", "x", "--due", far_away, "--ask", "accueil=Qui ?"}).code,
              0);
    const std::string words =
        desk.write("mots.json", R"({"format": "relis.feedback-words/1", "sender_address": "equipe@example.org"})");
    const Finished unsent = desk.run({"rework", "remind", "R-1", "--mail"});
    EXPECT_EQ(unsent.code, 1);
    EXPECT_THAT(unsent.err, HasSubstr("sender_address"));
    const Finished several = desk.run({"rework", "remind", "R-1", "R-404", "--mail"});
    EXPECT_EQ(several.code, 1);
    EXPECT_EQ(std::ranges::count(several.err, '\n'), 1) << "said once, not of each report: " << several.err;
    EXPECT_EQ(desk.run({"rework", "remind", "--due", "--mail"}).code, 1) << "also where none is due";
    EXPECT_TRUE(run_json({"rework", "due", "--all"})[0]["reminded_by"].get<std::string>().empty());

    EXPECT_THAT(desk.run({"rework", "remind", "--due", "--mail", "--words", words}).err,
                HasSubstr("No reminder is due"));
    const json first = run_json({"rework", "remind", "R-1", "--mail", "--words", words});
    EXPECT_EQ(first["reminder"], 1);
    EXPECT_EQ(first["recipient"], "l@example.org");
    EXPECT_EQ(first["problem"], "");
    const Finished twice = desk.run({"rework", "remind", "R-1", "--mail", "--words", words});
    EXPECT_EQ(twice.code, 1);
    EXPECT_THAT(twice.err, AllOf(HasSubstr("reminded"), HasSubstr("by anne"), HasSubstr("--again")));
    EXPECT_EQ(run_json({"rework", "remind", "R-1", "--mail", "--again", "--words", words})["reminder"], 2);
    const json mails = run_json({"outbox", "list"});
    ASSERT_EQ(mails.size(), 2U);
    EXPECT_EQ(mails[0]["reminder"], 1);
    EXPECT_EQ(mails[1]["reminder"], 2);
    EXPECT_EQ(desk.run({"outbox", "send", "--folder", desk.path("mails"), "--words", words}).code, 0);
    EXPECT_EQ(run_json({"outbox", "list", "--state", "sent"}).size(), 3U) << "the decision's and both reminders";
}

TEST_F(Reworking, RemindsOfEachReportThoughAnotherCannotBe) {
    ASSERT_EQ(desk.run({"decide", "R-1", "rework", "--reason", "x", "--due", far_away, "--ask", "accueil=Qui ?"}).code,
              0);
    const Finished reminded = desk.run({"rework", "remind", "R-404", "R-1"});
    EXPECT_EQ(reminded.code, 1);
    EXPECT_THAT(reminded.err, HasSubstr("R-404"));
    EXPECT_THAT(reminded.out, HasSubstr("Bonjour Louise"));
    EXPECT_EQ(desk.run({"rework", "remind"}).code, 2);
    EXPECT_EQ(desk.run({"rework", "remind", "R-1", "--due"}).code, 2);
    EXPECT_EQ(desk.run({"rework", "remind", "--due", "--again"}).code, 2);
}

TEST_F(Reworking, SilenceMakesTheRecommendationReassign) {
    ASSERT_EQ(desk.run({"decide", "R-1", "rework", "--reason", "à préciser", "--due", far_away}).code, 0);
    EXPECT_EQ(run_json({"rework", "expire"})["expired"], json::array());
    EXPECT_EQ(run_json({"rework", "expire", "--at", farther})["expired"], json({"R-1"}));
    EXPECT_EQ(shown()["state"], "assessed");
    EXPECT_EQ(shown()["recommendation"]["decision"], "reassign");
    EXPECT_FALSE(shown()["decisions"][0]["expired_at"].is_null());
}

TEST_F(Reworking, ShowsWhatTheNewRevisionAnswers) {
    ASSERT_EQ(
        desk.run({"decide", "R-1", "rework", "--reason", "x", "--ask", "accueil=Qui ?", "--ask", "attente=Combien ?"})
            .code,
        0);
    json second = report("R-1", good_comment);
    second["revision"] = 2;
    ASSERT_EQ(desk.run({"import", desk.write("second.json", second.dump())}).code, 0);
    const json changes = run_json({"report", "changes", "R-1"});
    EXPECT_EQ(changes["earlier"], 1);
    EXPECT_EQ(changes["changed"], json({"accueil"}));
    EXPECT_EQ(changes["reasons"][0]["answered"], true);
    EXPECT_EQ(changes["reasons"][1]["answered"], false);
    EXPECT_THAT(desk.run({"report", "changes", "R-1"}).out, AllOf(HasSubstr("sans réponse"), HasSubstr("accueil")));
}

TEST_F(Reworking, HoldsReleasesWithdrawsAndReinstates) {
    ASSERT_EQ(desk.run({"report", "hold", "R-1", "--until", far_away, "--reason", "Le client vérifie."}).code, 0);
    EXPECT_EQ(shown()["state"], "held");
    EXPECT_EQ(run_json({"report", "held"})[0]["reason"], "Le client vérifie.");
    EXPECT_EQ(run_json({"queue", "--state", "held"}).size(), 1U);
    const Finished refused = desk.run({"decide", "R-1", "accept", "--reason", "bon"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("release"));
    ASSERT_EQ(desk.run({"report", "release", "R-1"}).code, 0);
    EXPECT_EQ(desk.run({"report", "release", "R-1"}).code, 1);
    ASSERT_EQ(desk.run({"report", "withdraw", "R-1", "--reason", "annulée"}).code, 0);
    EXPECT_EQ(shown()["state"], "withdrawn");
    ASSERT_EQ(desk.run({"report", "reinstate", "R-1"}).code, 0);
    EXPECT_EQ(shown()["state"], "assessed");
    EXPECT_EQ(desk.run({"db", "check"}).code, 0);
}

TEST_F(Reworking, ASurplusVisitNeedsAnotherPersonThanTheOneWhoDecided) {
    ASSERT_EQ(desk.run({"decide", "R-1", "reassign", "--reason", "copié"}).code, 0);
    EXPECT_EQ(desk.run({"report", "surplus", "R-1", "--reason", "retenue"}).code, 1);
    const Finished kept =
        Desk::run_bare({"report", "surplus", "R-1", "--reason", "retenue", "--db", desk.database(), "--user", "bruno"});
    ASSERT_EQ(kept.code, 0) << kept.err;
    EXPECT_EQ(shown()["state"], "surplus");
}

TEST_F(Reworking, LeavesAnAcceptedReportOutOfTheClientsFigures) {
    ASSERT_EQ(desk.run({"decide", "R-1", "accept", "--leave-out", "--reason", "visite d'essai"}).code, 0);
    EXPECT_EQ(shown()["decisions"][0]["left_out"], true);
    EXPECT_EQ(run_json({"statistics"})["totals"]["accepted"], 1);
    EXPECT_EQ(run_json({"statistics", "--for-client"})["totals"]["accepted"], 0);
    const Finished table = desk.run({"statistics", "--format", "csv"});
    ASSERT_EQ(table.code, 0) << table.err;
    EXPECT_THAT(table.out, HasSubstr("totals,,,accepted,1\r\n"));
}

TEST(ReportMoves, EachIsExplainedByTheHelpOfItsVerb) {
    const std::vector<std::pair<std::vector<std::string>, std::string>> moves{
        {{"assess"}, "Rate reports with the present plugins"},                            // assess
        {{"decide"}, "{accept,rework,reassign}"},                                         // accept, rework, reassign
        {{"decide"}, "Take the last decision back"},                                      // undo
        {{"import"}, "a further revision of a report"},                                   // resubmit
        {{"import"}, "files that come in later"},                                         // files
        {{"rework", "expire"}, "End the overdue ones"},                                   // expire
        {{"report", "hold"}, "Keep a report back until a date"},                          // hold
        {{"report", "release"}, "End a hold before its date"},                            // release
        {{"report", "withdraw"}, "its mission counts for nobody"},                        // withdraw
        {{"report", "reinstate"}, "stands where it stood before"},                        // reinstate
        {{"report", "surplus"}, "counts as accepted for its shopper"},                    // keep_surplus
        {{"report", "drop-surplus"}, "reassigned again, its mission counts as refused"},  // drop_surplus
    };
    for (const auto& [verb, words] : moves) {
        std::vector<std::string> arguments = verb;
        arguments.emplace_back("--help");
        const Finished help = Desk::run_bare(arguments);
        EXPECT_EQ(help.code, 0);
        std::string in_one_line = help.out;  // help is broken into lines anywhere
        std::ranges::replace(in_one_line, '\n', ' ');
        std::string text;
        std::ranges::unique_copy(in_one_line, std::back_inserter(text),
                                 [](char a, char b) { return a == ' ' && b == ' '; });
        EXPECT_THAT(text, HasSubstr(words)) << verb.front();
    }
}

TEST_F(Reworking, WrongUseIsSaid) {
    EXPECT_EQ(desk.run({"decide", "R-1", "accept", "--ask", "accueil=Qui ?"}).code, 2);
    EXPECT_EQ(desk.run({"decide", "R-1", "rework", "--ask", "Qui ?"}).code, 2);
    EXPECT_EQ(desk.run({"decide", "R-1", "rework", "--finding", "sans-greffon"}).code, 2);
    EXPECT_EQ(desk.run({"decide", "R-1", "rework", "--unanswered", "accept"}).code, 2) << "never a silent acceptance";
    EXPECT_EQ(desk.run({"decide", "R-1", "rework", "--leave-out"}).code, 2);
    EXPECT_EQ(desk.run({"report", "hold", "R-1", "--until", "demain", "--reason", "x"}).code, 2);
    EXPECT_EQ(desk.run({"report", "hold", "R-1", "--until", far_away}).code, 2) << "a reason is needed";
    EXPECT_EQ(desk.run({"rework", "remark", "ton"}).code, 2);
}

TEST_F(Reworking, KeepsALibraryOfRemarks) {
    EXPECT_EQ(desk.run({"rework", "remark", "ton", "--text", "C'est faux."}).code, 1);
    ASSERT_EQ(desk.run({"rework", "remark", "ton", "--text", "Avec quels mots ?"}).code, 0);
    EXPECT_THAT(desk.run({"rework", "remarks"}).out, HasSubstr("Avec quels mots ?"));
    ASSERT_EQ(desk.run({"rework", "remark", "ton", "--remove"}).code, 0);
}

}  // namespace
}  // namespace relis::cli_tests
