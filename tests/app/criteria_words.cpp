// How the units of parameters read beside their values, in both languages.
#include "app/criteria_words.h"

#include <gtest/gtest.h>

#include "app/words.h"
#include "in_language.h"

namespace relis::app {
namespace {

TEST(UnitOfAParameter, IsPluralInEnglishBesideEveryValueButOne) {
    const InLanguage english("en");
    EXPECT_EQ(unit_text("words", 0), "words");
    EXPECT_EQ(unit_text("words", 1), "word");
    EXPECT_EQ(unit_text("days", 1.5), "days");
    EXPECT_EQ(unit_text("points", 3), "points");
}

TEST(UnitOfAParameter, IsSingularInFrenchBelowTwo) {
    const InLanguage french("fr");
    EXPECT_EQ(unit_text("words", 0), "mot");
    EXPECT_EQ(unit_text("words", 1), "mot");
    EXPECT_EQ(unit_text("days", 1.5), "jour");
    EXPECT_EQ(to_utf8(unit_text("answers", 2)), "réponses");
}

TEST(UnitOfAParameter, StaysWhereItReadsAlike) {
    const InLanguage french("fr");
    EXPECT_EQ(unit_text("%", 0), "%");
    EXPECT_EQ(unit_text("h", 1), "h");
}

TEST(NameBeforeWhatIsSaidOfIt, HasItsColonAsTheLanguageSetsIt) {
    {
        const InLanguage french("fr");
        EXPECT_EQ(to_utf8(with_colon("Nom")), "Nom\u00A0: ");
    }
    const InLanguage english("en");
    EXPECT_EQ(to_utf8(with_colon("Name")), "Name: ");
    EXPECT_EQ(to_utf8(with_colon("Tell your visit.")), "Tell your visit: ") << "a question may be a sentence";
}

TEST(SeveralReasons, HaveASemicolonBetweenThemAsTheLanguageSetsIt) {
    {
        const InLanguage french("fr");
        EXPECT_EQ(to_utf8(with_semicolon(with_semicolon("", "trop loin"), "complet")), "trop loin\u00A0; complet");
    }
    const InLanguage english("en");
    EXPECT_EQ(to_utf8(with_semicolon("too far", "full")), "too far; full");
}

}  // namespace
}  // namespace relis::app
