// The history of criteria in words, without a display.
#include "app/criteria_history.h"

#include <gmock/gmock.h>

#include "app/words.h"
#include "in_language.h"

namespace relis::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

review::CriteriaVersion version_of(int number, const std::string& parameters, review::CriteriaState state) {
    review::CriteriaVersion version;
    version.id = number;
    version.version = number;
    version.state = state;
    version.author = "Odile";
    version.note = "Plus de détail";
    version.parameters = parameters;
    version.published_at = version.created_at;
    version.events = {{version.created_at, "Marc", "publish"}};
    return version;
}

class CriteriaHistoryInWords : public testing::Test {
  protected:
    CriteriaHistoryInWords() {
        ParameterSpec need;
        need.name = "need";
        need.type = ParameterType::real;
        need.default_value = 8.0;
        need.minimum = 1;
        need.maximum = 40;
        need.unit = "words";
        need.label = {"Mots attendus", "Expected words"};
        PluginDescription detail;
        detail.id = "detail";
        detail.name = {"Détail", "Detail"};
        detail.parameters = {need};
        sheet_.plugins = {detail};
        sheet_.history = {
            version_of(2, R"({"detail": {"need": 12.5}, "old": {"words": 3}})", review::CriteriaState::published),
            version_of(1, "{}", review::CriteriaState::retired)};
    }
    [[nodiscard]] std::string text(std::size_t place = 0) const {
        return to_utf8(version_text(sheet_, sheet_.history[place]));
    }

    review::CriteriaSheet sheet_;
};

}  // namespace

TEST_F(CriteriaHistoryInWords, AChangeNamesTheParameterAndBothValuesAsTheSheetShowsThem) {
    const InLanguage french("fr");
    EXPECT_THAT(
        text(),
        HasSubstr("Changé depuis la version 1 :\nDétail, Mots attendus\u00A0: par défaut (8 mots) → 12,5 mots\n"));
}

TEST_F(CriteriaHistoryInWords, TheSameInEnglish) {
    const InLanguage english("en");
    EXPECT_THAT(text(),
                HasSubstr("Changed since version 1:\nDetail, Expected words: default (8 words) → 12.5 words\n"));
}

TEST_F(CriteriaHistoryInWords, SaysWhoMadeItWhyAndWhoPutItInForce) {
    const InLanguage english("en");
    sheet_.history[0].events.push_back({sheet_.history[0].created_at, "Anne", "publish"});
    EXPECT_THAT(text(), AllOf(HasSubstr("Version 2, in force\nPlus de détail\n"), HasSubstr("made by Odile"),
                              HasSubstr("put in force by Marc"), HasSubstr("put in force again by Anne")));
}

TEST_F(CriteriaHistoryInWords, WhatHasNoEffectAnyMoreStandsApartWithItsReason) {
    const InLanguage french("fr");
    EXPECT_THAT(text(), HasSubstr("Sans effet avec les greffons d'aujourd'hui :\nold, words\u00A0: par défaut → 3 "
                                  "(le greffon n'est pas chargé)\n"));
}

TEST_F(CriteriaHistoryInWords, AProgrammeWithoutItsOwnValueFollowsTheAgency) {
    const InLanguage french("fr");
    sheet_.programme = "hotel";
    for (review::CriteriaVersion& version : sheet_.history) version.programme = "hotel";
    EXPECT_THAT(text(), HasSubstr("Mots attendus\u00A0: comme l'agence → 12,5 mots"));
}

TEST_F(CriteriaHistoryInWords, WhatStaysTunedIsToldWithoutAnArrow) {
    const InLanguage english("en");
    sheet_.history[1].parameters = sheet_.history[0].parameters;
    EXPECT_THAT(text(),
                AllOf(HasSubstr("It changes no value since version 1."),
                      HasSubstr("Tuned as before:\nDetail, Expected words: 12.5 words\n"), Not(HasSubstr("→"))));
}

TEST_F(CriteriaHistoryInWords, AVersionThatAnEarlierOneReplacedIsRolledBack) {
    const InLanguage french("fr");
    sheet_.history[0].state = review::CriteriaState::retired;
    sheet_.history[1].state = review::CriteriaState::published;
    EXPECT_EQ(to_utf8(state_of(sheet_, sheet_.history[0])), "annulée");
    EXPECT_EQ(to_utf8(state_of(sheet_, sheet_.history[1])), "en vigueur");
}

}  // namespace relis::app
