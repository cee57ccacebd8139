// Corrections of real misspellings, beside Hunspell's.
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <hunspell/hunspell.hxx>

#include "language/lexicon.h"
#include "support/misspellings.h"

namespace {

using namespace relis::language;
using tests::Misspelling;

const Lexicon& lexicon() {
    static const auto instance = Lexicon::open(std::filesystem::path(RELIS_RESOURCE_FOLDER) / "french.lexicon");
    return *instance;
}

std::vector<Misspelling> misspellings() {
    return tests::read_misspellings(std::filesystem::path(RELIS_SOURCE_FOLDER) /
                                    "plugins/language/tests/data/misspellings.txt");
}

bool is_first(const Misspelling& misspelling) {
    const auto found = lexicon().suggest(misspelling.wrong, 1);
    return !found.empty() && found.front().form == misspelling.meant;
}

TEST(Suggestions, AreMeasuredOnFiveHundredDifferentMisspellings) {
    std::set<std::string> seen;
    for (const auto& [wrong, meant] : misspellings()) {
        EXPECT_TRUE(seen.insert(wrong).second) << wrong << " stands twice";
        EXPECT_FALSE(lexicon().knows(wrong)) << wrong << " is a word";
        if (meant.find_first_of(" '") == std::string::npos) {
            EXPECT_TRUE(lexicon().knows(meant)) << meant;
        }
    }
    EXPECT_GE(seen.size(), 500U);
}

TEST(Suggestions, HoldTheWordMeantAtFirstPlaceNineTimesInTen) {
    const auto list = misspellings();
    const auto right = std::count_if(list.begin(), list.end(), is_first);
    EXPECT_GE(static_cast<std::size_t>(right) * 10, list.size() * 9) << right << " of " << list.size();
}

// Every eighth word only: Hunspell takes an eighth of a second for each.
TEST(Suggestions, AreMoreOftenRightThanHunspells) {
    Hunspell hunspell(RELIS_HUNSPELL_AFFIXES, RELIS_HUNSPELL_DICTIONARY);
    const auto list = misspellings();
    std::size_t ours = 0;
    std::size_t theirs = 0;
    for (std::size_t i = 0; i < list.size(); i += 8) {
        ours += is_first(list[i]) ? 1U : 0U;
        const std::vector<std::string> found = hunspell.suggest(list[i].wrong);
        theirs += !found.empty() && found.front() == list[i].meant ? 1U : 0U;
    }
    EXPECT_GT(ours, theirs);
}

TEST(Suggestions, KeepTheLetterCase) {
    EXPECT_EQ(lexicon().suggest("Magazin", 1).front().form, "Magasin");
    EXPECT_EQ(lexicon().suggest("MAGAZIN", 1).front().form, "MAGASIN");
}

TEST(Suggestions, TakeJoinedWordsApartWhereTheyMayFollowEachOther) {
    for (const auto& [wrong, right] : {std::pair{"alorsque", "alors que"},
                                       {"estce", "est-ce"},
                                       {"silvousplait", "s'il vous plait"},
                                       {"jarrive", "j'arrive"},
                                       {"dansle", "dans le"},
                                       {"lodeur", "l'odeur"}}) {
        const auto found = lexicon().suggest(wrong, 1);
        ASSERT_FALSE(found.empty()) << wrong;
        EXPECT_EQ(found.front().form, right);
    }
}

}  // namespace
