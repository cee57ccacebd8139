// What a report is read beside: the model, and how it is laid out.
#include <algorithm>

#include <gtest/gtest.h>

#include "app/beside_document.h"
#include "app/beside_model.h"
#include "app/report_document.h"
#include "app/words.h"
#include "fake_desk.h"

namespace relis::app {
namespace {

/// Every character is ten wide and a row twenty high.
class FixedMeasure final : public Measure {
  public:
    int width(std::u32string_view text, Face) override { return static_cast<int>(text.size()) * 10; }
    int height(Face) override { return 20; }
    int ascent(Face) override { return 15; }
    int scaled(int pixels) const override { return pixels; }
};

ReportPage page_of(const std::string& comment) {
    review::ReportDetails details;
    details.row = FakeDesk::make_row("R-1");
    details.report.report_id = "R-1";
    details.report.revision = 2;
    Question question;
    question.name = "accueil";
    question.label = "Accueil";
    question.comment = CommentPolicy::required;
    details.questionnaire.questions = {question};
    details.applicability = {Applicability::applies};
    details.report.answers = {{"accueil", {}, comment}};
    return make_report_page(std::move(details));
}

std::string text_of(const Document& document) {
    std::u32string text;
    for (const Paragraph& paragraph : document.paragraphs) {
        for (const Span& span : paragraph.spans) text += span.text;
        text += U'\n';
    }
    return to_utf8(from_code_points(text));
}

const Span* span_of(const Document& document, std::u32string_view text, Side side) {
    for (const Paragraph& paragraph : document.paragraphs) {
        if (paragraph.side != side) continue;
        for (const Span& span : paragraph.spans) {
            if (span.text == text) return &span;
        }
    }
    return nullptr;
}

TEST(Columns, BeginAtOneHeightAndTheLongerOneMakesRoom) {
    Document document;
    for (const auto& [text, side] : {std::pair(U"un deux trois quatre cinq six sept huit", Side::left),
                                     std::pair(U"court", Side::right), std::pair(U"dessous", Side::whole)}) {
        Paragraph paragraph;
        Span span;
        span.text = text;
        paragraph.spans = {span};
        paragraph.side = side;
        document.paragraphs.push_back(paragraph);
    }
    FixedMeasure measure;
    const TextLayout layout = lay_out(document, 400, measure);
    EXPECT_EQ(layout.tops[0], layout.tops[1]);
    int bottom_of_left = 0;
    for (const Row& row : layout.rows) {
        if (row.paragraph == 0) bottom_of_left = std::max(bottom_of_left, row.y + row.height);
        if (row.paragraph == 1) {
            EXPECT_GE(row.pieces.front().x, 200);
        }
    }
    EXPECT_GE(layout.tops[2], bottom_of_left);
    EXPECT_TRUE(
        std::is_sorted(layout.rows.begin(), layout.rows.end(), [](const Row& a, const Row& b) { return a.y < b.y; }));
    EXPECT_EQ(layout.span_at(220, 5), std::pair(std::size_t{1}, std::size_t{0}));
    EXPECT_EQ(layout.span_at(5, 5), std::pair(std::size_t{0}, std::size_t{0}));
}

TEST(Revisions, AreSetBesideEachOtherWithWhatBecameOfTheFindings) {
    const ReportPage page = page_of("La gérante m'a salué.");
    review::EarlierRevision earlier;
    earlier.report = page.details.report;
    earlier.report.revision = 1;
    earlier.report.answers[0].comment = "La caissiere m'a salué.";
    review::EarlierFinding mended;
    mended.finding.question = "accueil";
    mended.finding.message = "Accent oublié.";
    mended.passage = "caissiere";
    mended.gone = true;
    review::EarlierFinding judged = mended;
    judged.judged = review::DismissedFinding{};
    judged.judged->by = "Louise";
    judged.judged->reason = "Un surnom.";
    earlier.findings = {mended, judged};
    const Document document = revisions_document(page, earlier);
    const Span* const removed = span_of(document, U"caissiere", Side::left);
    ASSERT_NE(removed, nullptr);
    EXPECT_TRUE(removed->struck);
    EXPECT_EQ(removed->ink, Ink::bad);
    const Span* const added = span_of(document, U"gérante", Side::right);
    ASSERT_NE(added, nullptr);
    EXPECT_EQ(added->ink, Ink::good);
    const std::string text = text_of(document);
    EXPECT_NE(text.find("mended"), std::string::npos);
    EXPECT_NE(text.find("set aside by Louise: Un surnom."), std::string::npos);
    EXPECT_NE(text.find("outdated"), std::string::npos);
}

TEST(Revisions, OfAFirstRevisionSayThatThereIsNothingToCompare) {
    ReportPage page = page_of("Bonjour.");
    page.details.report.revision = 1;
    EXPECT_NE(text_of(revisions_document(page, {})).find("first revision"), std::string::npos);
}

TEST(ClientsCopy, StandsBesideWhatWasSubmitted) {
    ReportPage page = page_of("La caissiere.");
    EXPECT_NE(text_of(copy_document(page)).find("as it was submitted"), std::string::npos);
    review::EditedAnswer edited;
    edited.question = "accueil";
    edited.text = "La caissière.";
    edited.by = "Odile";
    edited.changes = {{3, 12, "caissière", "french", "unknown-word", "Odile", {}}};
    page.details.edited = {edited};
    page = make_report_page(page.details);
    const Document document = copy_document(page);
    EXPECT_NE(span_of(document, U"caissiere", Side::left), nullptr);
    EXPECT_NE(span_of(document, U"caissière", Side::right), nullptr);
    EXPECT_NE(text_of(document).find("unknown-word, applied by Odile"), std::string::npos);

    // in the report itself the client's words stand after the shopper's, which are struck out
    const Document report = report_document(page, {}, true, {});
    EXPECT_TRUE(span_of(report, U"caissiere", Side::whole)->struck);
    EXPECT_EQ(span_of(report, U"caissière", Side::whole)->ink, Ink::good);
}

TEST(Margin, CountsTheFindingsOfAQuestionByKind) {
    review::ReportDetails details = page_of("La caissiere ma salué.").details;
    Assessment french;
    french.plugin = "french";
    const auto found = [](std::size_t start, std::size_t end, Category category) {
        Finding finding;
        finding.rule = "r" + std::to_string(start);
        finding.category = category;
        finding.question = "accueil";
        finding.start = start;
        finding.end = end;
        return finding;
    };
    french.findings = {found(3, 12, Category::spelling), found(13, 15, Category::grammar),
                       found(13, 21, Category::syntax)};
    details.assessments = {french};
    review::DismissedFinding aside;
    aside.plugin = "french";
    aside.finding = found(16, 21, Category::spelling);
    details.dismissed = {aside};
    const Document document = report_document(make_report_page(std::move(details)), {}, true, {});
    const auto label = std::find_if(document.paragraphs.begin(), document.paragraphs.end(),
                                    [](const Paragraph& paragraph) { return !paragraph.marks.empty(); });
    ASSERT_NE(label, document.paragraphs.end());
    ASSERT_EQ(label->marks.size(), 2U);
    EXPECT_EQ(label->marks[0].count, 1U) << "the one set aside is not counted";
    EXPECT_EQ(label->marks[0].underline, Underline::squiggle);
    EXPECT_EQ(label->marks[1].count, 2U);
    EXPECT_EQ(label->marks[1].underline, Underline::doubled);
}

TEST(Besides, FollowTheOpenReport) {
    FakeDesk desk;
    desk.add_rows(2);
    review::ShopperCard card;
    card.name = "Marie";
    desk.at_report().lies_beside.shopper = card;
    FakeInterface interface;
    Background background(interface.post(), interface.errors());
    ReportModel report(desk, background);
    BesideModel beside(desk.at_report(), background, report);
    report.open("R-0");
    ASSERT_TRUE(interface.run_until([&] { return beside.beside().has_value(); }));
    EXPECT_EQ(beside.beside()->shopper->name, "Marie");
    report.open({});
    EXPECT_FALSE(beside.beside());
    EXPECT_FALSE(beside.loading());
}

}  // namespace
}  // namespace relis::app
