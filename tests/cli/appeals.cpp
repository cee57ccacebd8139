// Appeals, as people and programs run them.
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "command.h"

namespace relis::cli_tests {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Appealing : public testing::Test {
  protected:
    void SetUp() override {
        desk.open_agency();
        // long enough to be judged, with one fault
        ASSERT_EQ(desk.import_report("R-1",
                                     "Un acceuil correct, rien à dire de plus. Le magasin était propre et bien rangé, "
                                     "les rayons étaient pleins et il y avait peu de monde à cette heure de la "
                                     "journée.")
                      .code,
                  0);
        ASSERT_EQ(desk.run({"assess"}).code, 0);
    }
    void decide(const std::string& decision) const {
        ASSERT_EQ(desk.run({"decide", "R-1", decision, "--reason", "vu"}).code, 0);
    }
    /// As a colleague who did not decide.
    [[nodiscard]] Finished bruno(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--db", desk.database(), "--user", "bruno"});
        return Desk::run_bare(arguments);
    }
    [[nodiscard]] json run_json(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--format", "json"});
        return desk.run(arguments).json();
    }
    /// The first finding of French.
    [[nodiscard]] json fault() const {
        const json shown = run_json({"show", "R-1"});
        for (const json& finding : shown["findings"]) {
            if (finding["plugin"] == "french") {
                return finding;
            }
        }
        return {};
    }
    [[nodiscard]] Finished contest_fault() const {
        const json found = fault();
        return desk.run({"appeal", "file", "R-1", "--finding", "french/" + found["rule"].get<std::string>(),
                         "--question", found["question"], "--start", found["start"].dump(), "--text",
                         "C'est le nom de la boutique."});
    }

    Desk desk;
};

TEST_F(Appealing, AFindingIsContestedTakenAndUpheldBySomebodyElse) {
    decide("accept");
    const double before = run_json({"show", "R-1"})["scores"]["french"];
    const Finished filed = contest_fault();
    ASSERT_EQ(filed.code, 0) << filed.err;
    const json queue = run_json({"appeal", "list"});
    ASSERT_EQ(queue.size(), 1U);
    EXPECT_EQ(queue[0]["state"], "open");
    EXPECT_EQ(queue[0]["subject"], "finding");
    EXPECT_EQ(queue[0]["entered_by"], "anne");
    const Finished second = contest_fault();
    EXPECT_EQ(second.code, 1);
    EXPECT_THAT(second.err, HasSubstr("contested already (appeal 1)"));
    const Finished own = desk.run({"appeal", "take", "1"});
    EXPECT_EQ(own.code, 1);
    EXPECT_THAT(own.err, HasSubstr("somebody else"));
    EXPECT_THAT(desk.run({"appeal", "show", "1"}).out, AllOf(HasSubstr("le nom de la boutique"), HasSubstr("Constat")));
    ASSERT_EQ(bruno({"appeal", "take", "1"}).code, 0);
    const Finished answered = bruno({"appeal", "answer", "1", "upheld"});
    ASSERT_EQ(answered.code, 0) << answered.err;
    const json shown = run_json({"show", "R-1"});
    EXPECT_GT(shown["scores"]["french"].get<double>(), before);
    EXPECT_EQ(shown["dismissed"][0]["appeal"], 1);
    const json appeal = run_json({"appeal", "show", "1", "--earlier", desk.path("avant.html")});
    EXPECT_EQ(appeal["state"], "upheld");
    EXPECT_EQ(appeal["score_before"], before);
    EXPECT_TRUE(std::filesystem::exists(desk.path("avant.html")));
    EXPECT_EQ(run_json({"appeal", "list"}), json::array());
    EXPECT_EQ(run_json({"appeal", "rules"})[0]["share"], 1.0);
    EXPECT_THAT(desk.run({"appeal", "rules"}).out, HasSubstr("100 %"));
    EXPECT_EQ(desk.run({"db", "check"}).code, 0);
}

TEST_F(Appealing, AScoreIsRaisedInPartAndTheSheetSaysSo) {
    decide("accept");
    ASSERT_EQ(desk.run({"appeal", "file", "R-1", "--score", "detail", "--text", "J'ai tout dit."}).code, 0);
    EXPECT_EQ(bruno({"appeal", "answer", "1", "partly"}).code, 1) << "which score?";
    ASSERT_EQ(bruno({"appeal", "answer", "1", "partly", "--score", "4.5", "--answer", "Le récit est vivant."}).code, 0);
    EXPECT_EQ(run_json({"show", "R-1"})["overrides"][0]["appeal"], 1);
    ASSERT_EQ(desk.run({"feedback", "R-1", "--output", desk.path("f"), "--as", "text"}).code, 0);
    std::ifstream sheet(desk.path("f/R-1-r1.txt"));
    const std::string text{std::istreambuf_iterator<char>(sheet), {}};
    EXPECT_THAT(text, AllOf(HasSubstr("retenue en partie"), HasSubstr("Le récit est vivant.")));
}

/// From the refusal to the surplus visit and back, with what the agency and the shopper see of each step.
TEST_F(Appealing, AReassignedVisitComesBackAsASurplusVisitAndEachSideSeesIt) {
    const auto letter = [&](const std::string& folder) {
        EXPECT_EQ(desk.run({"feedback", "R-1", "--output", desk.path(folder), "--as", "html"}).code, 0);
        std::ifstream sheet(desk.path(folder + "/R-1-r1.html"));
        return std::string{std::istreambuf_iterator<char>(sheet), {}};
    };
    const auto reliability = [&] { return run_json({"shopper", "C-1"})["reliability"]["value"].get<double>(); };
    const auto outcome = [&] { return run_json({"shopper", "C-1"})["history"][0]["outcome"].get<std::string>(); };
    const auto cause = [&] { return run_json({"shopper", "log", "C-1"})["ratings"][0]; };

    decide("reassign");
    EXPECT_EQ(run_json({"show", "R-1"})["state"], "reassigned");
    EXPECT_EQ(outcome(), "reassigned");
    EXPECT_EQ(cause()["action"], "reassign");
    const double refused = reliability();
    const std::string first_letter = letter("refus");
    EXPECT_THAT(first_letter, AllOf(HasSubstr("Rapport non retenu"), HasSubstr("confiée à une autre personne")));

    ASSERT_EQ(desk.run({"appeal", "file", "R-1", "--decision", "--text", "Le reçu était joint."}).code, 0);
    EXPECT_EQ(run_json({"show", "R-1"})["state"], "reassigned") << "a question moves nothing";
    EXPECT_EQ(run_json({"appeal", "list"})[0]["subject"], "decision");
    const Finished own = desk.run({"appeal", "answer", "1", "upheld", "--answer", "Le reçu est valable."});
    EXPECT_EQ(own.code, 1) << "anne decided";
    ASSERT_EQ(bruno({"appeal", "answer", "1", "upheld", "--answer", "Le reçu est valable."}).code, 0);

    const json shown = run_json({"show", "R-1"});
    EXPECT_EQ(shown["state"], "surplus");
    EXPECT_EQ(shown["decisions"].size(), 1U) << "what was decided stays";
    EXPECT_EQ(shown["decisions"][0]["undone"], false);
    EXPECT_EQ(outcome(), "accepted");
    EXPECT_GT(reliability(), refused);
    EXPECT_EQ(cause()["action"], "uphold");
    EXPECT_EQ(cause()["subject"], "R-1");
    EXPECT_EQ(cause()["by"], "bruno");
    EXPECT_THAT(desk.run({"shopper", "log", "C-1"}).out, HasSubstr("contestation retenue"));
    EXPECT_EQ(run_json({"statistics"})["totals"]["reassigned"], 1) << "the client has another visit";
    EXPECT_TRUE(run_json({"queue"}).empty()) << "nobody has to decide it again";

    const std::string second_letter = letter("retenue");
    EXPECT_THAT(second_letter,
                AllOf(HasSubstr("Visite retenue après votre contestation"), HasSubstr("Le reçu est valable."),
                      Not(HasSubstr("confiée à une autre personne")), Not(HasSubstr("bruno")), Not(HasSubstr("anne"))));
    ASSERT_EQ(desk.run({"appeal", "show", "1", "--earlier", desk.path("avant.html")}).code, 0);
    std::ifstream earlier(desk.path("avant.html"));
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(earlier), {}), first_letter) << "letter by letter";

    const std::vector<std::string> drop{"report", "drop-surplus", "R-1", "--reason", "Le reçu porte une autre date."};
    EXPECT_EQ(desk.run({"report", "drop-surplus", "R-1"}).code, 2) << "a reason is needed";
    ASSERT_EQ(desk.run(drop).code, 0);
    EXPECT_THAT(letter("retombee"),
                AllOf(HasSubstr("Visite non retenue après un nouvel examen"),
                      HasSubstr("Le reçu porte une autre date."), HasSubstr("contestation retenue")));
    EXPECT_EQ(run_json({"show", "R-1"})["state"], "reassigned");
    EXPECT_EQ(outcome(), "reassigned");
    EXPECT_NEAR(reliability(), refused, 1e-3);
    EXPECT_EQ(cause()["action"], "drop_surplus");
    EXPECT_EQ(cause()["by"], "anne");
    EXPECT_THAT(desk.run({"shopper", "log", "C-1"}).out, HasSubstr("visite surnuméraire annulée"));
    EXPECT_EQ(desk.run(drop).code, 1) << "there is none any more";
    EXPECT_EQ(desk.run({"db", "check"}).code, 0);
    EXPECT_EQ(desk.run({"shopper", "verify"}).code, 0) << "ratings made anew from the log are the stored ones";
}

TEST_F(Appealing, AnAppealIsGivenBackAndWithdrawn) {
    decide("accept");
    ASSERT_EQ(contest_fault().code, 0);
    ASSERT_EQ(bruno({"appeal", "take", "1"}).code, 0);
    EXPECT_EQ(run_json({"appeal", "list"})[0]["handler"], "bruno");
    ASSERT_EQ(bruno({"appeal", "give-back", "1"}).code, 0);
    ASSERT_EQ(desk.run({"appeal", "withdraw", "1"}).code, 0);
    EXPECT_EQ(run_json({"appeal", "list", "--state", "withdrawn"}).size(), 1U);
    EXPECT_EQ(bruno({"appeal", "answer", "1", "dismissed"}).code, 1);
}

TEST_F(Appealing, WrongUseIsSaid) {
    EXPECT_EQ(desk.run({"appeal", "file", "R-1", "--text", "x"}).code, 2) << "what is contested?";
    EXPECT_EQ(desk.run({"appeal", "file", "R-1", "--score", "detail", "--decision", "--text", "x"}).code, 2);
    EXPECT_EQ(desk.run({"appeal", "file", "R-1", "--finding", "sans-greffon", "--text", "x"}).code, 2);
    EXPECT_EQ(desk.run({"appeal", "file", "R-1", "--score", "detail", "--text", "x", "--due", "demain"}).code, 2);
    EXPECT_EQ(desk.run({"appeal", "answer", "1", "perhaps"}).code, 2);
    EXPECT_EQ(desk.run({"appeal", "answer", "1", "dismissed", "--score", "4"}).code, 2);
    EXPECT_EQ(desk.run({"appeal", "list", "--state", "lost"}).code, 2);
    EXPECT_EQ(desk.run({"appeal", "file", "R-1", "--score", "detail", "--text", "x"}).code, 1) << "not decided yet";
    EXPECT_EQ(desk.run({"appeal", "show", "9"}).code, 1);
}

}  // namespace
}  // namespace relis::cli_tests
