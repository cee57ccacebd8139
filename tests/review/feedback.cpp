// What a shopper receives: what it says, in which order, and what it never says.
#include <algorithm>
#include <fstream>
#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../support/both_languages.h"
#include "agency.h"
#include "feedback_advice.h"
#include "label/labelled_error.h"
#include "review/assess.h"
#include "review/decide.h"
#include "review/feedback_files.h"

namespace relis::review {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Question question(const std::string& name, const std::string& label) {
    Question made;
    made.name = name;
    made.label = label;
    made.comment = CommentPolicy::required;
    return made;
}

Finding finding(const std::string& rule, Category category, const std::string& asked, std::size_t start,
                std::size_t end, double cost) {
    Finding found;
    found.rule = rule;
    found.title = "Titre de " + rule;
    found.category = category;
    found.question = asked;
    found.start = start;
    found.end = end;
    found.message = "Message de " + rule + ".";
    found.cost = cost;
    return found;
}

/// A report of two comments, accepted by Anne, on whose assessments each test writes what it needs.
ReportDetails details_of(Decision decision = Decision::accept) {
    ReportDetails details;
    details.report.report_id = "R-1";
    details.report.mission_id = "M-1";
    details.report.shopper_id = "C-1";
    details.report.submitted_at = parse_moment("2026-06-16T21:12:09-04:00");
    details.report.due_at = parse_moment("2026-06-17T21:12:09-04:00");
    details.report.answers = {{"accueil", std::nullopt, "La caissiere m'a regarder et à souri pendant ce temps."},
                              {"proprete", std::nullopt, "Le plancher était propre."}};
    details.questionnaire.questions = {question("accueil", "Vous a-t-on salué ?"),
                                       question("proprete", "Le point de vente était-il propre ?")};
    details.shopper_name = "Louise Tremblay";
    details.row.programme_name = "Épicerie 2026";
    details.row.site = "Marché Beaubien";
    details.decisions = {{"1", decision, 1, "anne.gagnon", *parse_moment("2026-06-18T09:00:00-04:00"), "Vu avec Paul.",
                          "Merci de préciser.", parse_moment("2026-06-19T18:30:00-04:00"), false, std::nullopt, false}};
    Assessment french;
    french.plugin = "french";
    french.score = 5;
    Assessment detail;
    detail.plugin = "detail";
    detail.score = 5;
    details.assessments = {detail, french};
    return details;
}

Assessment& of(ReportDetails& details, const std::string& plugin) {
    return *std::ranges::find(details.assessments, plugin, &Assessment::plugin);
}

Feedback feedback_of(const ReportDetails& details, const FeedbackBackground& background = {}) {
    return compose_feedback(details, FeedbackScope::decided_only, background).value();
}

double sum_of(const std::vector<Loss>& losses) {
    return std::accumulate(losses.begin(), losses.end(), 0.0,
                           [](double sum, const Loss& loss) { return sum + loss.points; });
}

MissionRecord mission(const std::string& id, double detail, double french, bool on_time = true) {
    MissionRecord record;
    record.mission_id = id;
    record.outcome = Outcome::accepted;
    record.due_at = parse_moment("2026-05-02T12:00:00-04:00");
    record.submitted_at = parse_moment(on_time ? "2026-05-02T10:00:00-04:00" : "2026-05-03T10:00:00-04:00");
    record.detail = detail;
    record.french = french;
    return record;
}

}  // namespace

TEST(FeedbackRemarks, MakeSeveralFaultsOfOneRuleOneRemarkWithTheirSum) {
    ReportDetails details = details_of();
    of(details, "french").score = 4.1;
    of(details, "french").findings = {finding("accord", Category::grammar, "accueil", 3, 12, 0.2),
                                      finding("accord", Category::grammar, "proprete", 3, 11, 0.3),
                                      finding("mot", Category::spelling, "accueil", 3, 12, 0.4)};
    const std::vector<Remark> remarks = remarks_of(details);
    ASSERT_EQ(remarks.size(), 2U);
    EXPECT_EQ(remarks.front().title, "Titre de accord");
    EXPECT_DOUBLE_EQ(remarks.front().cost, 0.5);
    EXPECT_EQ(remarks.front().passages.front().quote, "plancher") << "the dearest passage first";
}

TEST(FeedbackRemarks, ComeInTheOrderThatWouldRaiseTheScoreMost) {
    ReportDetails details = details_of();
    of(details, "french").findings = {finding("petite", Category::grammar, "accueil", 3, 12, 0.1),
                                      finding("grande", Category::spelling, "accueil", 3, 12, 0.4)};
    of(details, "detail").findings = {finding("few-facts", Category::detail, "proprete", 0, 0, 1.2)};
    std::vector<std::string> titles;
    for (const Remark& remark : remarks_of(details)) {
        titles.push_back(remark.title);
    }
    EXPECT_THAT(titles, ElementsAre("Titre de few-facts", "Titre de grande", "Titre de petite"));
}

TEST(FeedbackRemarks, PutWhatIsMissingFirstWhereAReworkIsAskedFor) {
    ReportDetails details = details_of(Decision::rework);
    Assessment completeness;
    completeness.plugin = "completeness";
    completeness.findings = {finding("missing-comment", Category::missing, "proprete", 0, 0, 0)};
    details.assessments.insert(details.assessments.begin(), completeness);
    of(details, "french").findings = {finding("grande", Category::spelling, "accueil", 3, 12, 2)};
    EXPECT_EQ(feedback_of(details).remarks.front().criterion, "Réponses manquantes");
    EXPECT_EQ(remarks_of(details).front().criterion, "Français");
}

TEST(FeedbackRemarks, OfLooksThatCostNothingStandApart) {
    ReportDetails details = details_of();
    of(details, "french").findings = {finding("espace", Category::typography, "accueil", 3, 12, 0),
                                      finding("point", Category::typography, "accueil", 3, 12, 0.1),
                                      finding("doute", Category::spelling, "accueil", 3, 12, 0)};
    const std::vector<Remark> remarks = remarks_of(details);
    ASSERT_EQ(remarks.size(), 3U);
    EXPECT_EQ(remarks[0].title, "Titre de point") << "an agency that counts typography";
    EXPECT_EQ(remarks[1].title, "Titre de doute");
    EXPECT_FALSE(remarks[1].light) << "a misspelling is no matter of looks";
    EXPECT_EQ(remarks[2].title, "Titre de espace");
    EXPECT_TRUE(remarks[2].light);
    const std::string text = text_of(sheet_of(feedback_of(details)));
    const std::size_t apart = text.find("Typographie et style, sans effet sur vos notes");
    ASSERT_NE(apart, std::string::npos);
    EXPECT_LT(text.find("Titre de doute"), apart);
    EXPECT_GT(text.find("Titre de espace"), apart);
    of(details, "french")
        .findings.erase(of(details, "french").findings.begin() + 1, of(details, "french").findings.end());
    EXPECT_THAT(text_of(sheet_of(feedback_of(details))), Not(HasSubstr("monter vos notes"))) << "nothing would";
}

TEST(FeedbackRemarks, SayAMissingAnswerOnceWithWhatItCostsInDetail) {
    ReportDetails details = details_of();
    Assessment completeness;
    completeness.plugin = "completeness";
    completeness.findings = {finding("missing-comment", Category::missing, "proprete", 0, 0, 0)};
    details.assessments.insert(details.assessments.begin(), completeness);
    of(details, "detail").findings = {finding("no-comment", Category::detail, "proprete", 0, 0, 0.8)};
    const std::vector<Remark> remarks = remarks_of(details);
    ASSERT_EQ(remarks.size(), 1U);
    EXPECT_DOUBLE_EQ(remarks.front().cost, 0.8);
}

TEST(FeedbackRemarks, QuoteTheShoppersOwnWordsWithTheCorrectionAndTheReason) {
    ReportDetails details = details_of();
    Finding fault = finding("mot", Category::spelling, "accueil", 3, 12, 0.2);
    fault.suggestions = {"caissière", "caissier"};
    of(details, "french").findings = {fault};
    const Passage passage = remarks_of(details).front().passages.front();
    EXPECT_EQ(passage.before, "La ");
    EXPECT_EQ(passage.quote, "caissiere");
    EXPECT_EQ(passage.correction, "caissière");
    EXPECT_EQ(passage.message, "Message de mot.");
}

TEST(FeedbackRemarks, AskAndDoNotAccuseWhereTheyAreOnObservations) {
    for (const Category category : {Category::contradiction, Category::repetition, Category::copied, Category::times,
                                    Category::privacy, Category::missing, Category::other}) {
        ReportDetails details = details_of();
        Assessment inspection;
        inspection.plugin = "consistency";
        inspection.findings = {finding("constat", category, "accueil", 0, 0, 0)};
        details.assessments.push_back(inspection);
        EXPECT_THAT(remarks_of(details).front().question, testing::EndsWith("?")) << to_string(category);
        inspection.findings.front().message = "Est-ce exact ?";
        details.assessments.back() = inspection;
        EXPECT_THAT(remarks_of(details).front().question, IsEmpty()) << "one question is enough";
    }
}

TEST(FeedbackRemarks, LeaveOutWhatWasNotJudgedSuchAsWhoseTextACopyResembles) {
    ReportDetails details = details_of();
    Assessment inspection;
    inspection.plugin = "consistency";
    inspection.findings = {finding("copy-source", Category::not_judged, "accueil", 0, 0, 0)};
    details.assessments.push_back(inspection);
    EXPECT_THAT(remarks_of(details), IsEmpty());
}

TEST(Feedback, TellsWhatCostEachPointSoThatTheLinesAddUp) {
    ReportDetails details = details_of();
    of(details, "french").score = 4.07;
    of(details, "french").findings = {finding("accord", Category::grammar, "accueil", 3, 12, 0.5),
                                      finding("accord", Category::grammar, "proprete", 3, 11, 0.3),
                                      finding("mot", Category::spelling, "accueil", 3, 12, 0.03),
                                      finding("autre", Category::spelling, "accueil", 3, 12, 0.04),
                                      finding("tiret", Category::spelling, "accueil", 3, 12, 0.06)};
    of(details, "detail").score = 3.5;
    of(details, "detail").contributions = {{"accueil", "« caissiere » : une personne", 2},
                                           {"proprete", "Dites ce que vous avez vu.", -1.1},
                                           {"", "Il manque l'heure.", -0.4}};
    const Feedback feedback = feedback_of(details);
    ASSERT_EQ(feedback.scores.size(), 2U);
    const ShownScore& detail = feedback.scores.front();
    EXPECT_NEAR(sum_of(detail.losses), 1.5, 1e-9);
    EXPECT_THAT(detail.losses.front().what, HasSubstr("propre"));
    const ShownScore& french = feedback.scores.back();
    EXPECT_EQ(french.losses.front().what, "Titre de accord (2 fois)");
    EXPECT_NEAR(sum_of(french.losses), 0.9, 1e-9) << "the page says 4,1";
    EXPECT_EQ(french.losses.back().what, "Autres points") << "what rounds to nothing is told together";
}

TEST(Feedback, ExplainsNoPointsOfAScoreThatAPersonGave) {
    ReportDetails details = details_of();
    of(details, "french").score = 3;
    of(details, "french").findings = {finding("accord", Category::grammar, "accueil", 3, 12, 0.5)};
    details.overrides = {{"french", 4.5, 3, "anne.gagnon", *parse_moment("2026-06-18T09:00:00-04:00"), "Trop sévère."}};
    const Feedback feedback = feedback_of(details);
    EXPECT_THAT(feedback.scores.back().losses, IsEmpty());
    EXPECT_EQ(feedback.remarks.front().cost, 0);
}

TEST(Feedback, GivesBackThePointsOfADismissedFinding) {
    ReportDetails details = details_of();
    of(details, "detail").score = 5;
    of(details, "detail").contributions = {{"proprete", "Dites ce que vous avez vu.", -1.1}};
    DismissedFinding dismissed;
    dismissed.plugin = "detail";
    dismissed.finding = finding("few-facts", Category::detail, "proprete", 0, 0, 1.1);
    details.dismissed = {dismissed};
    EXPECT_THAT(feedback_of(details).scores.front().losses, IsEmpty());
}

TEST(Feedback, PraisesByFactsOfTheReportOnly) {
    ReportDetails details = details_of();
    of(details, "detail").contributions = {{"accueil", "« caissiere », « 14 h 05 » : une personne, une heure", 2},
                                           {"proprete", "aucun fait précis", 0.4}};
    details.report.due_at = parse_moment("2026-06-15T21:12:09-04:00");
    of(details, "french").findings = {finding("accord", Category::grammar, "accueil", 3, 12, 0.5)};
    EXPECT_THAT(
        feedback_of(details).strengths,
        ElementsAre("« Vous a-t-on salué ? » : vous dites « caissiere », « 14 h 05 » : une personne, une heure."));
    of(details, "detail").contributions.clear();
    EXPECT_THAT(feedback_of(details).strengths, IsEmpty()) << "nothing is praised where nothing was found";
}

TEST(Feedback, SaysWhatToDoAndUntilWhenOfAReworkOnly) {
    const Feedback rework = feedback_of(details_of(Decision::rework));
    EXPECT_THAT(rework.steps, ElementsAre(HasSubstr("vendredi 19 juin à 18 h 30")));
    EXPECT_THAT(html_of(sheet_of(rework)), HasSubstr("À remettre avant le vendredi 19 juin à 18 h 30."));
    EXPECT_THAT(feedback_of(details_of(Decision::accept)).steps, ElementsAre(HasSubstr("rien d'autre à faire")));
    EXPECT_THAT(feedback_of(details_of(Decision::reassign)).steps, ElementsAre(HasSubstr("une autre personne")));
}

TEST(Feedback, ComparesWithTheLastTenReportsBeforeThisOne) {
    ReportDetails details = details_of();
    of(details, "detail").score = 4;
    std::vector<MissionRecord> history{mission("M-1", 0, 0)};
    for (int i = 0; i < 10; ++i) {
        history.push_back(mission("M-" + std::to_string(100 + i), 3, 5, i > 1));
    }
    history.push_back(mission("M-old", 0, 0));
    MissionRecord missed;
    missed.mission_id = "M-missed";
    missed.outcome = Outcome::missed;
    history.insert(history.begin(), missed);
    EXPECT_THAT(progress_of(details, history),
                ElementsAre("Détail : 4, soit 1 point de plus que la moyenne de vos 10 derniers rapports (3).",
                            "Français : 5, au niveau de la moyenne de vos 10 derniers rapports (5).",
                            "Remis à temps : 8 de vos 10 derniers rapports."));
    EXPECT_THAT(progress_of(details, {history[1]}), IsEmpty()) << "this report itself is no earlier one";
}

TEST(FeedbackAdvice, FitsTheFaultsAndIsTwoPiecesAtMost) {
    ReportDetails details = details_of();
    EXPECT_THAT(advice_for(details), IsEmpty());
    of(details, "french").findings = {finding("homophone-a", Category::grammar, "accueil", 3, 12, 0.5)};
    EXPECT_THAT(advice_for(details), ElementsAre(HasSubstr("se prononcent pareil")));
    of(details, "detail").findings = {finding("winding", Category::detail, "accueil", 3, 12, 0.9),
                                      finding("few-facts", Category::detail, "proprete", 0, 0, 0.2)};
    EXPECT_THAT(advice_for(details), ElementsAre(HasSubstr("phrases courtes"), HasSubstr("se prononcent pareil")));
}

TEST(FeedbackAdvice, AsksToReadAgainWhereFaultsAreOfManyKinds) {
    ReportDetails details = details_of();
    for (const char* const rule : {"un", "deux", "trois", "quatre", "cinq"}) {
        of(details, "french").findings.push_back(finding(rule, Category::grammar, "accueil", 3, 12, 0.2));
    }
    EXPECT_THAT(advice_for(details), ElementsAre(HasSubstr("à voix haute")));
}

TEST(FeedbackPage, TellsFurtherPassagesByTheirBeginning) {
    ReportDetails details = details_of();
    const std::string passage =
        "Nous avons attendu la serveuse un quart d'heure, debout, entre le comptoir et la porte.";
    Assessment& detail = of(details, "detail");
    for (const char* name : {"a", "b", "c", "d"}) {
        details.report.answers.push_back({name, std::nullopt, passage});
        details.questionnaire.questions.push_back(question(name, "Question"));
        detail.findings.push_back(finding("mince", Category::detail, name, 0, passage.size(), 0.1));
    }
    const std::string text = text_of(sheet_of(feedback_of(details)));
    EXPECT_THAT(text, HasSubstr("Aussi : « Nous avons attendu la serveuse un quart d'heure, debout, en… »."));
}

TEST(FeedbackPage, FoldsWhatFollowsTheFirstFiveRemarks) {
    ReportDetails details = details_of();
    for (int i = 0; i < 7; ++i) {
        of(details, "french")
            .findings.push_back(finding("regle" + std::to_string(i), Category::grammar, "accueil", 3, 12, 1 - 0.1 * i));
    }
    const Sheet sheet = sheet_of(feedback_of(details));
    const std::string html = html_of(sheet);
    EXPECT_THAT(html, HasSubstr("Les 2 autres remarques"));
    EXPECT_LT(html.find("Titre de regle4"), html.rfind("<details>"));
    EXPECT_GT(html.find("Message de regle5"), html.rfind("<details>"));
    EXPECT_THAT(text_of(sheet), HasSubstr("Message de regle6"));
}

TEST(FeedbackPage, NamesNobodyOfTheAgencyAndNoInternalReason) {
    ReportDetails details = details_of();
    of(details, "french").findings = {finding("accord", Category::grammar, "accueil", 3, 12, 0.5)};
    DismissedFinding dismissed;
    dismissed.plugin = "french";
    dismissed.finding = finding("mot", Category::spelling, "accueil", 3, 12, 0.5);
    dismissed.by = "paul.roy";
    dismissed.reason = "Mot du métier.";
    details.dismissed = {dismissed};
    details.overrides = {{"detail", 4.5, 3, "zoe.cote", *parse_moment("2026-06-18T09:00:00-04:00"), "Secret."}};
    details.log = {{*parse_moment("2026-06-18T09:00:00-04:00"), "marie.roy", "decided", ""}};
    const std::string text = text_of(sheet_of(feedback_of(details)));
    for (const char* const hidden :
         {"anne", "gagnon", "paul", "Paul", "roy", "zoe", "marie", "Mot du métier", "Secret"}) {
        EXPECT_THAT(text, Not(HasSubstr(hidden)));
    }
}

TEST(FeedbackPage, EscapesWhateverAShopperWrote) {
    const std::string evil = "<img src=x onerror=\"alert('é')\">&";
    ReportDetails details = details_of();
    details.shopper_name = evil;
    details.row.site = evil;
    details.row.programme_name = evil;
    details.decisions.front().message = evil;
    details.report.answers.front().comment = evil + evil;
    details.questionnaire.questions.front().label = evil;
    Finding fault = finding("mot", Category::spelling, "accueil", 1, 9, 0.2);
    fault.message = fault.title = evil;
    fault.suggestions = {evil};
    of(details, "french").findings = {fault};
    of(details, "detail").contributions = {{"accueil", "« " + evil + " »", 2}, {"accueil", evil, -1}};
    of(details, "detail").reason = evil;
    const Feedback feedback = feedback_of(details);
    for (const std::string& html : {html_of(sheet_of(feedback)), html_of(sheet_of({feedback, feedback}, evil))}) {
        EXPECT_THAT(html, Not(HasSubstr("<img")));
        EXPECT_THAT(html, HasSubstr("&lt;img src=x onerror=&quot;alert(&#39;é&#39;)&quot;&gt;&amp;"));
    }
    EXPECT_THAT(pdf_of(sheet_of(feedback)), testing::StartsWith("%PDF-"));
}

TEST(FeedbackPage, SaysThatAScoreWasNotJudgedAndWhy) {
    ReportDetails details = details_of();
    of(details, "french").score.reset();
    of(details, "french").reason = "Le texte est trop court.";
    const std::string html = html_of(sheet_of(feedback_of(details)));
    EXPECT_THAT(html, HasSubstr("non évalué"));
    EXPECT_THAT(html, HasSubstr("Le texte est trop court."));
}

TEST(FeedbackPage, NeverSkipsALevelOfHeadings) {
    ReportDetails details = details_of(Decision::rework);
    of(details, "french").findings = {finding("accord", Category::grammar, "accueil", 3, 12, 0.5)};
    const Feedback feedback = feedback_of(details);
    for (const Sheet& sheet : {sheet_of(feedback), sheet_of({feedback, feedback}, "Vos rapports de juin 2026")}) {
        int level = 0;
        for (const Block& block : sheet.blocks) {
            if (block.kind == Block::Kind::heading) {
                EXPECT_LE(block.level, level + 1) << block.spans.front().text;
                level = block.level;
            }
        }
    }
}

TEST(FeedbackPage, LeavesALetterThatTheReviewerWroteAlone) {
    ReportDetails details = details_of();
    EXPECT_THAT(feedback_of(details).greeting, HasSubstr("Bonjour Louise,"));
    details.decisions.front().message = "Bonjour Louise,\nmerci.\nAnne";
    const Feedback feedback = feedback_of(details);
    EXPECT_THAT(feedback.greeting, IsEmpty());
    EXPECT_THAT(feedback.closing, Not(HasSubstr("Cordialement")));
}

TEST(FeedbackPage, OfAMonthIsGreetedAndSignedByTheAgencyWhateverTheReviewerWrote) {
    ReportDetails details = details_of();
    details.decisions.front().message = "Bonjour Louise,\nmerci.\nAnne";
    FeedbackBackground background;
    background.words.greeting = "Chère, cher {prenom},";
    background.words.agency = "Agence Épinette";
    const Feedback feedback = feedback_of(details, background);
    const std::string text = text_of(sheet_of({feedback}, "Vos rapports de juin 2026"));
    EXPECT_THAT(text, HasSubstr("Chère, cher Louise,"));
    EXPECT_THAT(text, HasSubstr("Agence Épinette"));
}

TEST(FeedbackWordsFile, ChangesWhatItNamesAndLeavesTheRest) {
    const test::TemporaryFolder folder;
    const auto file = folder.write("mots.json", R"({"format": "relis.feedback-words/1", "agency": "Agence Épinette", )"
                                                R"("greeting": "Chère, cher {prenom},"})");
    FeedbackBackground background;
    background.words = read_feedback_words(file);
    const Feedback feedback = feedback_of(details_of(), background);
    EXPECT_THAT(feedback.greeting, HasSubstr("Chère, cher Louise,"));
    EXPECT_THAT(feedback.closing, HasSubstr("Agence Épinette"));
    EXPECT_EQ(background.words.accepted, FeedbackWords{}.accepted);
    const auto whole = folder.write("tous.json", to_json(background.words));
    EXPECT_EQ(read_feedback_words(whole), background.words) << "what is printed can be read";
}

TEST(FeedbackWordsFile, IsRefusedWithFileFieldReasonAndWhatNext) {
    const test::TemporaryFolder folder;
    const std::pair<std::string, std::string> bad[] = {
        {"{\n\"format\"", "line 2"},
        {"[]", "relis.feedback-words/1"},
        {R"({"format": "relis.feedback-words/1", "greetings": "x"})", "greetings"},
        {R"({"format": "relis.feedback-words/1", "greeting": 3})", "greeting must be a text"},
        {R"({"format": "relis.feedback-words/1", "greeting": "Bonjour {nom}"})", "{nom}"}};
    for (const auto& [content, told] : bad) {
        const auto file = folder.write("mots.json", content);
        try {
            (void)read_feedback_words(file);
            ADD_FAILURE() << content;
        } catch (const LabelledError& error) {
            EXPECT_THAT(error.what(), HasSubstr(told));
            EXPECT_THAT(error.what(), HasSubstr(file.string()));
            EXPECT_THAT(error.what(), HasSubstr("--print-words"));
            relis::test::expect_both_languages(error.message());
        }
    }
    EXPECT_THROW((void)read_feedback_words(folder.path() / "absent.json"), LabelledError);
    EXPECT_THROW((void)read_feedback_words(folder.path()), LabelledError) << "a folder";
}

TEST(FeedbackFiles, PutAShoppersMonthOnOnePage) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    agency.import_report("R-2", "Correct.");
    agency.import_report("R-3", "Rien à dire de plus.");
    assess_pending(agency.workspace());
    for (const char* const id : {"R-1", "R-2"}) {
        DecisionRequest request;
        request.report_id = id;
        request.reason = "Vu.";
        ASSERT_TRUE(decide(agency.workspace(), request).recorded);
    }
    const Moment decided = load_report(agency.workspace(), "R-1").decisions.front().decided_at;
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(decided.local())};
    const std::chrono::year_month month = today.year() / today.month();
    FeedbackFileOptions options;
    options.forms = {FeedbackForm::html, FeedbackForm::pdf};
    const FeedbackFiles files = write_month(agency.workspace(), "C-1", month, agency.folder() / "mois", options);
    ASSERT_THAT(files.written, SizeIs(2));
    std::ifstream in(files.written.front());
    const std::string html{std::istreambuf_iterator<char>(in), {}};
    EXPECT_THAT(html, HasSubstr("rapport R-1"));
    EXPECT_THAT(html, HasSubstr("rapport R-2"));
    EXPECT_THAT(html, Not(HasSubstr("R-3"))) << "nobody has decided it";
    EXPECT_THAT(
        write_month(agency.workspace(), "C-1", month - std::chrono::months{1}, agency.folder() / "mois").written,
        IsEmpty());
    EXPECT_THROW(write_month(agency.workspace(), "C-9", month, agency.folder() / "mois"), std::runtime_error);
    EXPECT_THROW((void)month_from("2026-13"), LabelledError);
    EXPECT_EQ(month_from("2026-06"), std::chrono::year{2026} / std::chrono::June);
}

}  // namespace relis::review
