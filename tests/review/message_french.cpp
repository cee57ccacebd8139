// A message is checked in the French of its programme.
#include <gtest/gtest.h>

#include "agency.h"
#include "review/check.h"

namespace relis::review {
namespace {

TEST(MessageFrench, IsThatOfTheProgramme) {
    Agency agency;
    agency.import("france.json", R"({"format": "relis.roster/1", "clients": [{"id": "CL-1", "name": "Les Essais"}],
      "programmes": [{"id": "paris-2026", "client": "CL-1", "name": "Paris 2026", "questionnaire": "essai-2026@1",
                      "locale": "fr-FR"}]})");
    EXPECT_EQ(locale_of_programme(agency.workspace(), "paris-2026"), "fr-FR");
    EXPECT_EQ(locale_of_programme(agency.workspace(), "essai-2026"), "fr-CA");
    EXPECT_EQ(locale_of_programme(agency.workspace(), "unknown"), "fr-CA");
}

}  // namespace
}  // namespace relis::review
