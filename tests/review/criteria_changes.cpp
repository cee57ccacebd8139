// What a version of a criteria set did, in comparison with the one before it.
#include "review/criteria_changes.h"

#include <gmock/gmock.h>

namespace relis::review {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::SizeIs;

std::vector<PluginDescription> todays_plugins() {
    ParameterSpec need;
    need.name = "need";
    need.type = ParameterType::real;
    need.default_value = 8.0;
    need.minimum = 1;
    need.maximum = 40;
    PluginDescription detail;
    detail.id = "detail";
    detail.parameters = {need};
    return {detail};
}

Moment at(int hour) {
    return *parse_moment("2026-06-16T" + std::to_string(hour) + ":00:00Z");
}

/// Published at each of those hours.
CriteriaVersion version_of(int number, const std::string& parameters, CriteriaState state,
                           const std::vector<int>& hours) {
    CriteriaVersion version;
    version.id = 10 + number;
    version.version = number;
    version.state = state;
    version.parameters = parameters;
    for (const int hour : hours) {
        version.events.push_back({at(hour), "Odile", "publish"});
        version.published_at = at(hour);
    }
    return version;
}

}  // namespace

TEST(ChangesOfAVersion, AreCountedFromThePublishedVersionBeforeItAndNotFromADraft) {
    const std::vector<CriteriaVersion> history{
        version_of(3, R"({"detail": {"need": 15}})", CriteriaState::published, {12}),
        version_of(2, R"({"detail": {"need": 12}})", CriteriaState::draft, {}),
        version_of(1, R"({"detail": {"need": 10}})", CriteriaState::retired, {11})};
    const VersionChanges changes = changes_of_version(history, history.front(), todays_plugins());
    EXPECT_EQ(changes.since, 1);
    ASSERT_THAT(changes.parameters, SizeIs(1));
    EXPECT_EQ(changes.parameters.front().before->value, ParameterValue(10.0));
    EXPECT_EQ(changes.parameters.front().after->value, ParameterValue(15.0));
    EXPECT_TRUE(changes.parameters.front().changed());
}

TEST(ChangesOfAVersion, OfTheFirstAreAllThatItOverrides) {
    const std::vector<CriteriaVersion> history{
        version_of(1, R"({"detail": {"need": 10}})", CriteriaState::published, {11})};
    const VersionChanges changes = changes_of_version(history, history.front(), todays_plugins());
    EXPECT_EQ(changes.since, 0);
    ASSERT_THAT(changes.parameters, SizeIs(1));
    EXPECT_FALSE(changes.parameters.front().before);
    EXPECT_TRUE(changes.parameters.front().changed());
}

TEST(ChangesOfAVersion, NameAnOverrideThatWasTakenBack) {
    const std::vector<CriteriaVersion> history{
        version_of(2, "{}", CriteriaState::published, {12}),
        version_of(1, R"({"detail": {"need": 10}})", CriteriaState::retired, {11})};
    const VersionChanges changes = changes_of_version(history, history.front(), todays_plugins());
    ASSERT_THAT(changes.parameters, SizeIs(1));
    EXPECT_TRUE(changes.parameters.front().before);
    EXPECT_FALSE(changes.parameters.front().after);
}

TEST(ChangesOfAVersion, TellWhatStaysAsItWas) {
    const std::vector<CriteriaVersion> history{
        version_of(2, R"({"detail": {"need": 10}})", CriteriaState::published, {12}),
        version_of(1, R"({"detail": {"need": 10}})", CriteriaState::retired, {11})};
    const VersionChanges changes = changes_of_version(history, history.front(), todays_plugins());
    ASSERT_THAT(changes.parameters, SizeIs(1));
    EXPECT_FALSE(changes.parameters.front().changed());
}

TEST(ChangesOfAVersion, TellWhyAValueNoLongerFits) {
    const std::vector<CriteriaVersion> history{
        version_of(1, R"({"detail": {"gone": "oui", "need": 900}, "old": {"words": ["un", "deux"]}})",
                   CriteriaState::published, {11})};
    const VersionChanges changes = changes_of_version(history, history.front(), todays_plugins());
    EXPECT_THAT(changes.parameters, ElementsAre(Field(&ParameterChange::misfit, Misfit::parameter),
                                                Field(&ParameterChange::misfit, Misfit::value),
                                                Field(&ParameterChange::misfit, Misfit::plugin)));
    EXPECT_EQ(changes.parameters[0].after->written, "oui");
    EXPECT_EQ(changes.parameters[1].after->written, "900");
    EXPECT_EQ(changes.parameters[2].after->written, "un; deux");
    EXPECT_FALSE(changes.parameters[1].after->value);
}

TEST(ChangesOfAVersion, DoNotMixProgrammes) {
    CriteriaVersion of_hotel = version_of(1, R"({"detail": {"need": 30}})", CriteriaState::retired, {9});
    of_hotel.programme = "hotel";
    const std::vector<CriteriaVersion> history{
        version_of(2, R"({"detail": {"need": 12}})", CriteriaState::published, {12}), of_hotel};
    EXPECT_EQ(changes_of_version(history, history.front(), todays_plugins()).since, 0);
}

TEST(ChangesOfAVersion, AVersionIsRolledBackWhereAnEarlierOneTookItsPlace) {
    const std::vector<CriteriaVersion> history{version_of(3, "{}", CriteriaState::retired, {13}),
                                               version_of(2, "{}", CriteriaState::retired, {12}),
                                               version_of(1, "{}", CriteriaState::published, {11, 14})};
    EXPECT_TRUE(changes_of_version(history, history[0], todays_plugins()).rolled_back);
    EXPECT_FALSE(changes_of_version(history, history[1], todays_plugins()).rolled_back) << "a newer one followed it";
    EXPECT_FALSE(changes_of_version(history, history[2], todays_plugins()).rolled_back) << "it is in force";
}

TEST(ChangesOfAVersion, WhatCannotBeReadOverridesNothing) {
    const std::vector<CriteriaVersion> history{version_of(1, "{\"detail\": ", CriteriaState::published, {11})};
    EXPECT_THAT(changes_of_version(history, history.front(), todays_plugins()).parameters, SizeIs(0));
}

}  // namespace relis::review
