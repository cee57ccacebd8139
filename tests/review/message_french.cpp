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

TEST(MessageFrench, LeavesWhatIsQuotedToWhoWroteIt) {
    const std::string text = "Écrivez « dix minutes », non « dix minute ». Vous avez dix minute.\nFin « sans marque.";
    const auto at = [](std::size_t start, std::size_t end) {
        Finding finding;
        finding.start = start;
        finding.end = end;
        return finding;
    };
    // the quoted minute, the writer's own, one behind a mark that nothing closes, and the text as a whole
    const std::vector<Finding> kept = outside_quotations({at(35, 41), at(60, 66), at(74, 78), at(0, 0)}, text);
    ASSERT_EQ(kept.size(), 3U);
    EXPECT_EQ(kept[0].start, 60U);
    EXPECT_EQ(kept[1].start, 74U);
    EXPECT_EQ(kept[2].end, 0U);
    EXPECT_EQ(outside_quotations({at(30, 60)}, text).size(), 1U) << "it reaches beyond the quotation";
}

}  // namespace
}  // namespace relis::review
