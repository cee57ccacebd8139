#include <stdexcept>

#include <gtest/gtest.h>

#include "label/labelled_error.h"
#include "label/language.h"
#include "label/make_label.h"

namespace relis {
namespace {

TEST(Labels, NameTheSameValuesEachInItsOrder) {
    EXPECT_EQ(make_label("il manque {1} à la ligne {0}", "line {} lacks {}", 3, "site"),
              (Label{"il manque site à la ligne 3", "line 3 lacks site"}));
}

TEST(Labels, TakeALabelInTheLanguageOfThePattern) {
    const Label number{"un nombre", "a number"};
    EXPECT_EQ(make_label("est {}", "is {}", number), (Label{"est un nombre", "is a number"}));
}

TEST(Labels, CountInTheFormOfEachLanguage) {
    const Label one{"octet", "byte"}, several{"octets", "bytes"};
    EXPECT_EQ(counted(0, one, several), (Label{"0 octet", "0 bytes"}));
    EXPECT_EQ(counted(1, one, several), (Label{"1 octet", "1 byte"}));
    EXPECT_EQ(counted(2, one, several), (Label{"2 octets", "2 bytes"}));
}

TEST(LabelledErrors, AreReadInBothLanguagesAndPlainOnesInTheirOwn) {
    const Label said{"rien à lire", "nothing to read"};
    const LabelledError error(said);
    EXPECT_STREQ(error.what(), "nothing to read");
    EXPECT_EQ(message_of(error), said);
    EXPECT_EQ(message_of(std::runtime_error("locked")), (Label{"locked", "locked"}));
}

TEST(Languages, AreFrenchForAnyFrenchLocaleAndEnglishElse) {
    for (const char* const french : {"fr_CA.UTF-8", "fr", "fr:en", "fr@euro"})
        EXPECT_EQ(language_of(french), Language::french) << french;
    for (const char* const other : {"", "fro", "C.UTF-8", "en:fr", "de_DE.UTF-8"})
        EXPECT_EQ(language_of(other), Language::english) << other;
}

}  // namespace
}  // namespace relis
