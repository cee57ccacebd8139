#include "app/report_page.h"

#include <gtest/gtest.h>

#include "app/report_document.h"
#include "app/words.h"

namespace relis::app {
namespace {

Finding finding(const std::string& rule, Category category, const std::string& question, std::size_t start,
                std::size_t end, double cost = 0) {
    Finding made;
    made.rule = rule;
    made.category = category;
    made.question = question;
    made.start = start;
    made.end = end;
    made.message = "message de " + rule;
    made.cost = cost;
    return made;
}

review::ReportDetails example() {
    review::ReportDetails details;
    details.row.report_id = details.report.report_id = "R-1";
    details.row.site = "Marché Beaubien, Montréal";
    details.questionnaire.sections = {{"accueil", "Accueil"}, {"caisse", "Caisse"}};
    Question greeted;
    greeted.name = "salue";
    greeted.section = "accueil";
    greeted.label = "Vous a-t-on salué?";
    greeted.type = QuestionType::select_one;
    greeted.choices = {{"oui", "Oui"}, {"non", "Non"}};
    Question aisles = greeted;
    aisles.name = "rayons";
    aisles.section = "caisse";
    aisles.label = "Quels rayons?";
    aisles.type = QuestionType::select_multiple;
    aisles.choices = {{"pain", "Boulangerie"}, {"viande", "Boucherie"}};
    Question receipt;
    receipt.name = "recu";
    receipt.section = "caisse";
    receipt.label = "Reçu";
    details.questionnaire.questions = {greeted, aisles, receipt};
    details.applicability = {Applicability::applies, Applicability::applies, Applicability::does_not_apply};
    details.report.answers = {{"salue", "oui", "Été salué par l'éleve."}, {"rayons", "viande pain", {}}};
    Assessment french;
    french.plugin = "french";
    french.score = 3.5;
    french.reason = "Une faute.";
    french.findings = {finding("unknown-word", Category::spelling, "salue", 16, 21, 0.4)};
    Assessment completeness;
    completeness.plugin = "completeness";
    completeness.findings = {finding("comment", Category::missing, "rayons", 0, 0),
                             finding("proof", Category::missing, "", 0, 0)};
    details.assessments = {completeness, french};
    return details;
}

std::string text_of(const Document& document) {
    std::u32string text;
    for (const Paragraph& paragraph : document.paragraphs) {
        for (const Span& span : paragraph.spans) text += span.text;
        text += U'\n';
    }
    return to_utf8(from_code_points(text));
}

const Span* span_of(const Document& document, std::u32string_view text) {
    for (const Paragraph& paragraph : document.paragraphs) {
        for (const Span& span : paragraph.spans) {
            if (span.text == text) return &span;
        }
    }
    return nullptr;
}

TEST(ReportPage, ShowsChoicesByTheirLabels) {
    const ReportPage page = make_report_page(example());
    EXPECT_EQ(page.answers.at(0).values, std::vector<std::string>{"Oui"});
    EXPECT_EQ(page.answers.at(1).values, (std::vector<std::string>{"Boucherie", "Boulangerie"}));
}

TEST(ReportPage, OrdersFindingsAsTheyAreRead) {
    const ReportPage page = make_report_page(example());
    ASSERT_EQ(page.findings.size(), 3U);
    EXPECT_EQ(page.findings[0].finding.rule, "proof") << "the report as a whole comes first";
    EXPECT_EQ(page.findings[1].finding.rule, "unknown-word");
    EXPECT_EQ(page.findings[2].finding.rule, "comment");
    EXPECT_TRUE(page.answers[1].missing);
}

TEST(ReportPage, QuotesPassagesByCodePoints) {
    const ReportPage page = make_report_page(example());
    EXPECT_EQ(page.findings[1].quote, "éleve");
}

TEST(ReportPage, SetsEachLostPointBesideItsCause) {
    const ReportPage page = make_report_page(example());
    ASSERT_EQ(page.scores.size(), 2U);
    EXPECT_EQ(page.scores[0].plugin, "detail");
    EXPECT_FALSE(page.scores[0].assessed);
    ASSERT_EQ(page.scores[1].lines.size(), 1U);
    EXPECT_DOUBLE_EQ(page.scores[1].lines[0].points, -0.4);
    EXPECT_EQ(page.scores[1].lines[0].finding, 1U);
}

TEST(ReportPage, TreatsAPlaceOutsideTheTextAsTheWholeAnswer) {
    review::ReportDetails details = example();
    details.assessments[1].findings[0].end = 4000;
    const ReportPage page = make_report_page(details);
    EXPECT_TRUE(page.answers[0].passages.empty());
    EXPECT_EQ(page.answers[0].remarks.size(), 1U);
}

TEST(ReportPage, ShowsOnlyTheBeginningsOnceMuchOfItIsShown) {
    review::ReportDetails details = example();
    const std::string endless(1'000'000, 'a');
    while (details.report.answers.size() < 4) {
        details.report.answers.push_back({"unknown" + std::to_string(details.report.answers.size()), {}, {}});
    }
    for (Answer& answer : details.report.answers) {
        answer.comment = endless;
    }
    const ReportPage page = make_report_page(details);
    std::size_t whole = 0;
    for (const ShownAnswer& answer : page.answers) {
        if (answer.comment.total > 0) {
            EXPECT_GE(answer.comment.text.size(), shown_of_a_beginning);
            EXPECT_TRUE(answer.comment.cut());
            whole += answer.comment.text.size();
        }
    }
    EXPECT_LE(whole, most_shown_of_a_report + page.answers.size() * shown_of_a_beginning);
}

TEST(ReportPage, ShowsTheBeginningOfAnEndlessComment) {
    review::ReportDetails details = example();
    std::string endless;
    for (int i = 0; i < 500'000; ++i) endless += "été rond ";
    details.report.answers[0].comment = endless;
    details.assessments[1].findings.push_back(finding("late", Category::spelling, "salue", 4'000'000, 4'000'003));
    const ReportPage page = make_report_page(details);
    EXPECT_EQ(page.answers[0].comment.text.size(), most_shown_of_a_comment);
    EXPECT_EQ(page.answers[0].comment.total, 4'500'000U);
    const std::string text = text_of(report_document(page, {}, true, {}));
    EXPECT_NE(text.find("4500000 characters"), std::string::npos);
    EXPECT_NE(text.find("message de late"), std::string::npos) << "a finding beyond what is shown is listed";
}

TEST(ReportPage, MakesHiddenCharactersVisible) {
    EXPECT_EQ(shown_text("a\xE2\x80\xAE"
                         "b\x01\tc\nd")
                  .text,
              std::u32string(U"a\uFFFDb\u2401 c\nd"));
    EXPECT_EQ(shown_text("été", 2).text, U"ét");
    EXPECT_TRUE(shown_text("été", 2).cut());
    EXPECT_EQ(shown_text("été").total, 3U);
}

TEST(ReportDocument, UnderlinesAPassageInPlace) {
    const ReportPage page = make_report_page(example());
    const Document document = report_document(page, {}, true, {});
    const Span* const word = span_of(document, U"éleve");
    ASSERT_NE(word, nullptr);
    EXPECT_EQ(word->underline, Underline::squiggle);
    EXPECT_EQ(word->underline_ink, Ink::spelling);
    ASSERT_TRUE(word->target);
    EXPECT_EQ(word->target->finding, 1U);
    EXPECT_EQ(word->fill, Fill::none);
}

TEST(ReportDocument, ShowsTheCardOfTheCurrentFindingBelowItsAnswer) {
    const ReportPage page = make_report_page(example());
    EXPECT_EQ(text_of(report_document(page, {}, true, {})).find("message de unknown-word"), std::string::npos);
    const Document document = report_document(page, 1, true, {});
    EXPECT_NE(text_of(document).find("message de unknown-word"), std::string::npos);
    EXPECT_NE(text_of(document).find("costs 0.40 points"), std::string::npos);
    EXPECT_EQ(span_of(document, U"éleve")->fill, Fill::current);
}

TEST(ReportDocument, ShowsMissingAnswersInPlace) {
    const Document document = report_document(make_report_page(example()), {}, true, {});
    const std::string text = text_of(document);
    const std::size_t question = text.find("Quels rayons?");
    const std::size_t missing = text.find("message de comment");
    ASSERT_NE(missing, std::string::npos);
    EXPECT_LT(question, missing);
    EXPECT_EQ(span_of(document, U"message de comment")->ink, Ink::bad);
}

TEST(ReportDocument, LeavesOutQuestionsWithoutObjectWhenAskedTo) {
    const ReportPage page = make_report_page(example());
    EXPECT_NE(text_of(report_document(page, {}, true, {})).find("Reçu"), std::string::npos);
    EXPECT_EQ(text_of(report_document(page, {}, false, {})).find("Reçu"), std::string::npos);
}

TEST(ReportDocument, TellsTheCategoriesApartByLineAndByColour) {
    const FindingLook spelling = look_of(Category::spelling);
    const FindingLook grammar = look_of(Category::grammar);
    const FindingLook typography = look_of(Category::typography);
    const FindingLook content = look_of(Category::contradiction);
    const std::vector<FindingLook> looks{spelling, grammar, typography, content};
    for (std::size_t i = 0; i < looks.size(); ++i) {
        for (std::size_t j = i + 1; j < looks.size(); ++j) {
            EXPECT_NE(looks[i].underline, looks[j].underline);
            EXPECT_NE(looks[i].ink, looks[j].ink);
        }
    }
}

TEST(ScoresDocument, SaysWhyThereIsNoScore) {
    review::ReportDetails details = example();
    details.assessments[1].state = AssessmentState::not_judged;
    details.assessments[1].score.reset();
    details.assessments[1].reason = "Le texte est en anglais.";
    const std::string text = text_of(scores_document(make_report_page(details), {}));
    EXPECT_NE(text.find("not judged"), std::string::npos);
    EXPECT_NE(text.find("Le texte est en anglais."), std::string::npos);
}

TEST(ScoresDocument, TellsWhichResultIsOfAnEarlierAssessment) {
    review::ReportDetails details = example();
    EXPECT_EQ(text_of(scores_document(make_report_page(details), {})).find("from the assessment of"),
              std::string::npos);
    details.earlier = {{"french", Moment{}}};
    const std::string text = text_of(scores_document(make_report_page(details), {}));
    EXPECT_NE(text.find("French: from the assessment of 1970-01-01"), std::string::npos) << text;
}

TEST(ScoresDocument, LeadsFromAReasonToItsQuestion) {
    review::ReportDetails details = example();
    details.recommendation.decision = Decision::rework;
    details.recommendation.reasons = {{"Le rayon n'est pas décrit.", "completeness", "comment", "rayons"}};
    const Document document = scores_document(make_report_page(details), {});
    const Span* const reason = span_of(document, U"Le rayon n'est pas décrit.");
    ASSERT_NE(reason, nullptr);
    ASSERT_TRUE(reason->target);
    EXPECT_EQ(reason->target->finding, 2U);
}

TEST(Words, TellTheTimeLeft) {
    const Moment now = *parse_moment("2026-06-16T12:00:00Z");
    review::QueueRow row;
    row.state = review::ReportState::assessed;
    EXPECT_EQ(time_left(row, now), "no due time");
    row.due_at = parse_moment("2026-06-16T09:00:00Z");
    EXPECT_EQ(time_left(row, now), "late by 3 h");
    row.due_at = parse_moment("2026-06-16T17:30:00Z");
    EXPECT_EQ(time_left(row, now), "5 h left");
    row.due_at = parse_moment("2026-06-16T12:20:00Z");
    EXPECT_EQ(time_left(row, now), "20 min left");
    row.due_at = parse_moment("2026-06-20T12:00:00Z");
    EXPECT_EQ(time_left(row, now), "4 d left");
    row.state = review::ReportState::accepted;
    EXPECT_EQ(time_left(row, now), "");
}

TEST(ReportAsRead, MarksTheWordsThatTheQueueIsSearchedFor) {
    review::ReportDetails details = example();
    ASSERT_FALSE(details.report.answers.empty());
    details.report.answers.front().comment = "Très bon ACCUEIL à l'entrée, puis un accueillant café.";
    details.assessments.clear();
    const Document document = report_document(make_report_page(std::move(details)), {}, true, {}, "accueil tres");
    std::u32string marked;
    for (const Paragraph& paragraph : document.paragraphs) {
        for (const Span& span : paragraph.spans) {
            if (span.fill == Fill::match) {
                marked += span.text + U"|";
            }
        }
    }
    EXPECT_EQ(marked, U"Très|ACCUEIL|accueillant|");
}

}  // namespace
}  // namespace relis::app
