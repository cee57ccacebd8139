// The help that is installed with the program: its chapters, what a search finds in them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../support/temporary_folder.h"
#include "app/help_book.h"
#include "app/words.h"
#include "in_language.h"
#include "label/labelled_error.h"
#include "review/resources.h"

namespace relis::app {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::Ge;
using testing::SizeIs;

std::filesystem::path installed() {
    return review::resource_folder() / "help";
}

std::size_t marked_in(const Document& document) {
    std::size_t count = 0;
    for (const Paragraph& paragraph : document.paragraphs) {
        for (const Span& span : paragraph.spans) {
            count += span.fill == Fill::match ? 1 : 0;
        }
    }
    return count;
}

TEST(Help, HasAChapterForEachKindOfReaderInBothLanguages) {
    const std::vector<HelpChapter> french = read_help(installed(), "fr");
    const std::vector<HelpChapter> english = read_help(installed(), "en");
    ASSERT_THAT(french, SizeIs(4));
    ASSERT_THAT(english, SizeIs(4));
    EXPECT_EQ(french.at(1).title, "Pour la personne qui vérifie");
    EXPECT_EQ(english.at(1).title, "For the reviewer");
    // what one language tells the other does too: as many headings and paragraphs
    for (std::size_t i = 0; i < french.size(); ++i) {
        EXPECT_EQ(french[i].lines.size(), english[i].lines.size()) << french[i].title;
    }
}

TEST(Help, TellsTheReviewerWhatEachStateOfAReportMeans) {
    for (const char* const language : {"fr", "en"}) {
        const InLanguage in(language);
        const HelpChapter chapter = read_help(installed(), language).at(1);
        for (const review::ReportState state :
             {review::ReportState::submitted, review::ReportState::assessed, review::ReportState::accepted,
              review::ReportState::rework_requested, review::ReportState::reassigned, review::ReportState::held,
              review::ReportState::withdrawn, review::ReportState::surplus}) {
            EXPECT_GE(count_found(chapter, to_utf8(name_of(state))), 1U) << language << ": " << to_utf8(name_of(state));
        }
    }
}

TEST(Help, SearchFindsWordsWhateverTheirAccentsAndMarksThem) {
    for (const HelpChapter& chapter : read_help(installed(), "fr")) {
        const std::size_t found = count_found(chapter, "decision");
        EXPECT_EQ(marked_in(help_document(chapter, "decision")), found) << chapter.title;
        EXPECT_EQ(count_found(chapter, ""), 0U);
    }
    EXPECT_THAT(count_found(read_help(installed(), "fr").at(1), "veto"), Ge(1U));
}

TEST(Help, SpeaksEnglishWhereALanguageHasNone) {
    const test::TemporaryFolder folder;
    folder.write("en/1.txt", "# First\n\n## Part\n- item\nText\n");
    const std::vector<HelpChapter> chapters = read_help(folder.path(), "fr");
    ASSERT_THAT(chapters, SizeIs(1));
    EXPECT_EQ(chapters.front().title, "First");
    EXPECT_THAT(chapters.front().lines, ElementsAre("## Part", "- item", "Text"));
    EXPECT_THAT(help_document(chapters.front(), {}).paragraphs, SizeIs(4));
}

TEST(Help, SaysWhereItIsMissing) {
    const test::TemporaryFolder folder;
    EXPECT_THROW((void)read_help(folder.path(), "fr"), LabelledError);
}

}  // namespace
}  // namespace relis::app
