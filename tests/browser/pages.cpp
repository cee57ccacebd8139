// What shoppers receive, as a browser shows it: on a telephone, in the dark, on paper.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "browser.h"
#include "review/feedback.h"
#include "review/precheck.h"

namespace relis::browser_tests {
namespace {

using review::Feedback;
using review::Sheet;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr double readable = 4.5;  // WCAG 2.1, 1.4.3, of text of ordinary size

review::Passage passage(const std::string& quote, const std::string& correction) {
    review::Passage made;
    made.question = "Dans quel état se trouvaient l'entrée et ses abords, le stationnement et les chariots ?";
    made.before = "…le commis m'a dit que ";
    made.quote = quote;
    made.after = " pendant que j'attendais…";
    made.message = "Ce mot est inconnu du dictionnaire.";
    made.correction = correction;
    made.cost = 0.2;
    return made;
}

/// A feedback with everything that a page may hold, and words that no line can break.
Feedback whole_feedback() {
    Feedback feedback;
    feedback.report_id = "R-000123";
    feedback.revision = 2;
    feedback.shopper_name = "Zoé Lévêque";
    feedback.programme_name = "Épiceries Marché Vertbois 2026";
    feedback.site = "Marché Vertbois Taschereau, Longueuil";
    feedback.title = "Rapport à compléter";
    feedback.greeting = "Bonjour Zoé,";
    feedback.salutation = feedback.greeting;
    feedback.message =
        "Voyez <b>ceci</b> : https://example.org/" + std::string(300, 'a') + "\n– une ligne\n– une autre";
    feedback.closing = "Cordialement,\nL'équipe de validation";
    feedback.signature = feedback.closing;
    feedback.steps = {"Complétez votre rapport."};
    feedback.rework_due = parse_moment("2026-06-19T18:30:00-04:00");
    feedback.scores = {{"Détail", 2.1, "0 réponse sur 4 fait bien voir la visite.", {}},
                       {"Français", std::nullopt, "Le texte est trop court.", {}}};
    for (int i = 0; i < 9; ++i) {
        feedback.scores.front().losses.push_back({std::string(80, 'm') + std::to_string(i), 0.3});
        review::Remark remark;
        remark.criterion = "Français";
        remark.title = "Orthographe " + std::to_string(i);
        remark.question = "Pouvez-vous le vérifier ?";
        remark.cost = 0.8;
        remark.passages.assign(6, passage(std::string(120, 'W'), "caissière"));
        feedback.remarks.push_back(remark);
    }
    feedback.strengths = {"Rapport remis à temps."};
    feedback.progress = {"Détail : 2,1, soit 0,3 point de moins que la moyenne de vos 8 derniers rapports (2,4)."};
    feedback.advice = {"Écrivez des phrases courtes.", "Relisez à voix haute."};
    return feedback;
}

std::vector<Sheet> pages() {
    const Feedback feedback = whole_feedback();
    review::Precheck draft;
    draft.problems = {{"answers[3].value", {"« rouge » n'est pas un choix", "\"rouge\" is no choice"}}};
    return {sheet_of(feedback), review::sheet_of({feedback, feedback}, "Vos rapports de juin 2026"), sheet_of(draft)};
}

class Page : public testing::Test {
  protected:
    Browser browser;
};

}  // namespace

TEST_F(Page, ShowsItsWordsWithoutErrorsAndAsksNobodyForAnything) {
    for (const Sheet& sheet : pages()) {
        const Seen seen = browser.look_at(html_of(sheet));
        EXPECT_EQ(seen.title, sheet.title);
        EXPECT_THAT(seen.text, HasSubstr(sheet.blocks.front().spans.front().text));
        EXPECT_THAT(seen.errors, IsEmpty()) << sheet.title;
        EXPECT_THAT(seen.requests, IsEmpty()) << sheet.title;
    }
    EXPECT_THAT(browser.look_at(html_of(pages().front())).text, HasSubstr("Voyez <b>ceci</b>"))
        << "what a person wrote is text";
}

TEST_F(Page, NeedsNoScrollingSidewaysOnATelephone) {
    for (const Sheet& sheet : pages()) {
        for (const int width : {360, 320, 1024}) {
            EXPECT_LE(browser.look_at(html_of(sheet), {width, false, false}).content_width, width) << sheet.title;
        }
    }
}

TEST_F(Page, SaysItsLanguageAndOrdersItsHeadings) {
    for (const Sheet& sheet : pages()) {
        const Seen seen = browser.look_at(html_of(sheet));
        EXPECT_EQ(seen.language, "fr");
        ASSERT_THAT(seen.heading_levels, Not(IsEmpty()));
        EXPECT_EQ(std::count(seen.heading_levels.begin(), seen.heading_levels.end(), 1), 1);
        int before = 0;
        for (const int level : seen.heading_levels) {
            EXPECT_LE(level, before + 1) << sheet.title;
            before = level;
        }
    }
}

TEST_F(Page, IsReadableInLightAndInTheDark) {
    for (const bool dark : {false, true}) {
        const Seen seen = browser.look_at(html_of(pages().front()), {360, dark, false});
        EXPECT_GE(seen.least_contrast, readable) << seen.least_contrast_text << (dark ? ", dark" : "");
    }
}

TEST_F(Page, PrintsWhatIsFoldedOnTheScreen) {
    const std::string html = html_of(pages().front());
    EXPECT_THAT(browser.look_at(html).text, Not(HasSubstr("Orthographe 8")));
    EXPECT_THAT(browser.look_at(html, {1024, false, true}).text, HasSubstr("Orthographe 8"));
}

TEST_F(Page, WouldBeToldIfItWereWrong) {
    const Seen seen = browser.look_at(
        "<!DOCTYPE html><title>x</title><h1>A</h1><h3>B</h3><p style='color: #bbb; width: 900px'>pâle</p>"
        "<img src='http://127.0.0.1:9/x.png'><script>throw new Error('non')</script>");
    EXPECT_GT(seen.content_width, 360);
    EXPECT_EQ(seen.heading_levels, (std::vector{1, 3}));
    EXPECT_LT(seen.least_contrast, readable);
    EXPECT_THAT(seen.requests, testing::ElementsAre("http://127.0.0.1:9/x.png"));
    EXPECT_THAT(seen.errors, Not(IsEmpty()));
    EXPECT_EQ(seen.language, "");
}

}  // namespace relis::browser_tests
