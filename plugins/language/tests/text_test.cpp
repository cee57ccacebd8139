#include "language/text.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

using relis::language::Text;
using relis::language::Token;
using relis::language::tokenize;
using relis::language::TokenKind;

std::vector<std::string> forms(const Text& text) {
    std::vector<std::string> result;
    for (const Token& token : text.tokens()) result.emplace_back(token.form);
    return result;
}

using Words = std::vector<std::string>;

TEST(Text, TakesElidedWordsApartAndKeepsWholeOnes) {
    EXPECT_EQ(forms(tokenize("l'accueil d’aujourd'hui jusqu'à quelqu'un")),
              (Words{"l'", "accueil", "d'", "aujourd'hui", "jusqu'", "à", "quelqu'un"}));
    EXPECT_EQ(forms(tokenize("c'est-à-dire une main-d'œuvre")), (Words{"c'est-à-dire", "une", "main-d'œuvre"}));
}

TEST(Text, TakesEncliticsApart) {
    EXPECT_EQ(forms(tokenize("a-t-il")), (Words{"a", "-t-il"}));
    EXPECT_EQ(forms(tokenize("Est-ce allez-vous-en donne-m'en vas-y")),
              (Words{"Est", "-ce", "allez", "-vous", "-en", "donne", "-m'en", "vas", "-y"}));
    EXPECT_EQ(forms(tokenize("un rendez-vous celui-ci peut-être")),
              (Words{"un", "rendez-vous", "celui-ci", "peut-être"}));
}

TEST(Text, RecognisesFiguresHoursAmountsAndOrdinals) {
    const Text text = tokenize("14 h 30 9h05 18:15 12,50 $ 3 € 1er 2e 1 200, 500g 30");
    std::vector<TokenKind> kinds;
    for (const Token& token : text.tokens()) kinds.push_back(token.kind);
    EXPECT_EQ(kinds, (std::vector{TokenKind::hour, TokenKind::hour, TokenKind::hour, TokenKind::amount,
                                  TokenKind::amount, TokenKind::ordinal, TokenKind::ordinal, TokenKind::number,
                                  TokenKind::punctuation, TokenKind::mixed, TokenKind::number}));
}

TEST(Text, RecognisesAddressesAndEmoticons) {
    const Text text = tokenize("Voir info@exemple.ca ou www.exemple.ca/promo. :-) 😀");
    EXPECT_EQ(text.tokens()[1].kind, TokenKind::email);
    EXPECT_EQ(text.tokens()[3].kind, TokenKind::url);
    EXPECT_EQ(text.tokens()[3].form, "www.exemple.ca/promo");
    EXPECT_EQ(text.tokens()[5].kind, TokenKind::emoticon);
    EXPECT_EQ(text.tokens()[6].kind, TokenKind::emoticon);
}

TEST(Text, EndsNoSentenceAfterAnAbbreviation) {
    EXPECT_EQ(tokenize("M. Roy est venu. Mme Roy aussi.").sentences().size(), 2U);
    EXPECT_EQ(tokenize("Des fruits, légumes, etc. étaient là.").sentences().size(), 1U);
    EXPECT_EQ(tokenize("Vers 14 h 30 ? Oui ! Non...").sentences().size(), 3U);
}

TEST(Text, TakesAForgottenCapitalForANewSentence) {
    const Text text = tokenize("Le magasin est propre. la caissière sourit.");
    ASSERT_EQ(text.sentences().size(), 2U);
    EXPECT_TRUE(text.tokens()[5].first_of_sentence);
}

TEST(Text, StartsASentenceOnANewLineUnlessItGoesOn) {
    EXPECT_EQ(tokenize("Bon accueil\nBeau magasin").sentences().size(), 2U);
    EXPECT_EQ(tokenize("Bon accueil et\nbeau magasin").sentences().size(), 1U);
}

TEST(Text, NormalisesForLookupAndKeepsOffsetsOfTheOriginal) {
    const Text text = tokenize("un e\u0301te\u0301 \u00ADso\u00ADleil");
    ASSERT_EQ(text.tokens().size(), 3U);
    EXPECT_EQ(text.tokens()[1].form, "été");
    EXPECT_EQ(text.tokens()[1].start, 3U);
    EXPECT_EQ(text.tokens()[1].end, 8U);
    EXPECT_EQ(text.tokens()[2].form, "soleil");
}

TEST(Text, CountsOffsetsInCodePoints) {
    const Text text = tokenize("😀 é à");
    EXPECT_EQ(text.tokens()[1].start, 2U);
    EXPECT_EQ(text.length(), 5U);
}

TEST(Text, ReadsInvalidBytesAsReplacementCharacters) {
    const Text text = tokenize("ab\xFF\xC3 fin\xED\xA0\x80");
    EXPECT_EQ(text.source(), "ab\uFFFD\uFFFD fin\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(text.tokens()[0].form, "ab");
}

TEST(Text, StaysWellFormedOnHostileInput) {
    constexpr std::size_t enough = 1 << 18;
    for (const char* unit :
         {"l'", "a", "\"", "é",       "😀",      "e\u0301", "\u0301",  "-",      "a-", "a'",   ".",   "a.", "1", "1.",
          "1 ", "@", "a@", "\u202Ea", "\u200B", "www.",    "http://", "مرحبا ", "\n", "\xFF", "-la", "1h", "$1"}) {
        std::string input;
        while (input.size() < enough) input += unit;
        const Text text = tokenize(input);
        std::uint32_t end = 0;
        for (const Token& token : text.tokens()) {
            ASSERT_LE(end, token.start) << unit;
            ASSERT_LT(token.start, token.end) << unit;
            ASSERT_LT(token.sentence, text.sentences().size()) << unit;
            end = token.end;
        }
        ASSERT_LE(end, text.length()) << unit;
    }
}

TEST(Text, ReadsTenMegabytesOfElisions) {
    std::string input;
    while (input.size() < 10U << 20U) input += "l'";
    EXPECT_EQ(tokenize(input).tokens().size(), input.size() / 2);
}

TEST(Text, FoldsForComparison) {
    EXPECT_EQ(relis::language::fold("Œuvre d’Été"), "oeuvre d'ete");
    EXPECT_EQ(relis::language::lower("ÉCOLE"), "école");
    EXPECT_EQ(relis::language::code_points("é😀a"), 3U);
}

}  // namespace
