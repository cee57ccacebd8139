// The overview of keys (F1), in both languages.
#include "app/keyboard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "in_language.h"

namespace relis::app {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Keyboard, IsNamedInFrenchAsAFrenchDesktopNamesIt) {
    const InLanguage french("fr");
    EXPECT_EQ(to_utf8(names_of_keys("Ctrl+Shift+Down")), "Ctrl+Maj+Bas");
    EXPECT_EQ(to_utf8(names_of_keys("K, Ctrl+Up")), "K, Ctrl+Haut");
    EXPECT_EQ(to_utf8(names_of_keys("Enter")), "Entrée");
    EXPECT_EQ(to_utf8(names_of_keys("Esc")), "Échap");
    EXPECT_EQ(to_utf8(names_of_keys("Space, Page Down")), "Espace, Page suiv.");
    EXPECT_EQ(to_utf8(names_of_keys("Ctrl+1 to 4, Ctrl+click")), "Ctrl+1 à 4, Ctrl+clic");
    EXPECT_EQ(to_utf8(names_of_keys("Ctrl+F, /")), "Ctrl+F, /");
}

TEST(Keyboard, HasNoEnglishKeyInTheFrenchOverview) {
    const InLanguage french("fr");
    for (const KeyLine& line : keyboard_overview()) {
        for (const char* const english : {"Shift", "Enter", "Esc", "Up", "Down", "Space", "Page Do", "click", " to "}) {
            EXPECT_THAT(to_utf8(line.keys), Not(HasSubstr(english)));
        }
    }
}

TEST(Keyboard, IsShownAsItIsWrittenInEnglish) {
    const InLanguage english("en");
    EXPECT_EQ(to_utf8(names_of_keys("Shift+Down, Ctrl+click")), "Shift+Down, Ctrl+click");
    EXPECT_FALSE(keyboard_overview().empty());
}

}  // namespace
}  // namespace relis::app
