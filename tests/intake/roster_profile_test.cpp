#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/roster.h"
#include "reading.h"

namespace relis::intake::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* profile_text = R"({"format": "relis.roster/1",
 "sites": [{"id": "S-1", "programme": "p", "name": "Magasin", "latitude": 45.76, "longitude": 4.84, "languages": ["en"]}],
 "shoppers": [{"id": "C-1", "name": "Ève", "latitude": -21.1, "longitude": 55, "weekdays": ["sat", "sun"],
   "absences": [{"from": "2026-07-01", "to": "2026-07-14"}], "acquaintances": ["S-1"],
   "professionalism": [{"on": "2026-05-04", "note": "negative", "reason": "N'a pas rappelé."}]}]})";

RosterFile read_changed(const std::string& from = "", const std::string& to = "") {
    std::istringstream stream(from.empty() ? profile_text : replaced(profile_text, from, to));
    RosterFile file = read_roster(stream, "roster.json");
    told_in_both(file.rejected);
    return file;
}

std::string refused_field(const std::string& from, const std::string& to) {
    const RosterFile file = read_changed(from, to);
    return file.rejected.size() == 1 ? file.rejected[0].field : std::to_string(file.rejected.size()) + " refused";
}

TEST(RosterProfiles, ReadWhatAssigningAsks) {
    const RosterFile file = read_changed();
    ASSERT_THAT(file.rejected, IsEmpty());
    EXPECT_THAT(file.warnings, IsEmpty());
    const RosterSite& site = file.roster.sites.at(0);
    EXPECT_EQ(site.at, (RosterCoordinates{45.76, 4.84}));
    EXPECT_THAT(site.languages, ElementsAre("en"));
    const RosterShopper& shopper = file.roster.shoppers.at(0);
    EXPECT_EQ(shopper.home, (RosterCoordinates{-21.1, 55}));
    EXPECT_THAT(shopper.weekdays, ElementsAre("sat", "sun"));
    ASSERT_THAT(shopper.absences, SizeIs(1));
    EXPECT_EQ(static_cast<unsigned>(shopper.absences[0].to.day()), 14U);
    EXPECT_THAT(shopper.acquaintances, ElementsAre("S-1"));
    ASSERT_THAT(shopper.notes, SizeIs(1));
    EXPECT_EQ(shopper.notes[0].note, "negative");
    EXPECT_EQ(shopper.notes[0].reason, "N'a pas rappelé.");
}

TEST(RosterProfiles, APlaceNeedsBothCoordinatesWithinTheGlobe) {
    EXPECT_EQ(refused_field(R"("latitude": 45.76, )", ""), "sites[0].latitude");
    EXPECT_EQ(refused_field("45.76", "91"), "sites[0].latitude");
    EXPECT_EQ(refused_field("\"longitude\": 55", "\"longitude\": 181"), "shoppers[0].longitude");
}

TEST(RosterProfiles, AWeekdayIsOneOfSeven) {
    EXPECT_EQ(refused_field("\"sun\"", "\"dimanche\""), "shoppers[0].weekdays");
}

TEST(RosterProfiles, AnAbsenceHasTwoDaysInTheirOrder) {
    EXPECT_EQ(refused_field("2026-07-14", "2026-06-30"), "shoppers[0].absences[0].to");
    EXPECT_EQ(refused_field("2026-07-01", "juillet"), "shoppers[0].absences[0].from");
    EXPECT_EQ(refused_field(R"({"from": "2026-07-01", "to": "2026-07-14"})", "3"), "shoppers[0].absences[0]");
}

TEST(RosterProfiles, AnAcquaintanceNamesASite) {
    EXPECT_EQ(refused_field(R"(["S-1"])", R"([""])"), "shoppers[0].acquaintances[0]");
}

TEST(RosterProfiles, ANoteHasItsKindAndReason) {
    EXPECT_EQ(refused_field("\"negative\"", "\"bad\""), "shoppers[0].professionalism[0].note");
    EXPECT_EQ(refused_field(R"(, "reason": "N'a pas rappelé.")", ""), "shoppers[0].professionalism[0].reason");
}

}  // namespace
}  // namespace relis::intake::test
