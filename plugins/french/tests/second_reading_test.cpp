// Faults that another fault of the sentence hides.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>

#include "engine.h"

namespace {

using namespace relis;
using testing::ElementsAre;
using testing::IsEmpty;

const french::Engine& engine() {
    static const french::Engine instance{std::filesystem::path(RELIS_RESOURCE_FOLDER)};
    return instance;
}

/// Each fault as "wrong words→first correction". Texts without accents, so that code points are bytes.
std::vector<std::string> corrections(std::string_view text, std::size_t suggestions = 5) {
    language::CheckOptions options;
    options.suggestions = suggestions;
    std::vector<std::string> result;
    for (const french::Fault& fault : engine().check(text, options).faults) {
        result.push_back(std::string(text.substr(fault.start, fault.end - fault.start)) + "→" +
                         (fault.suggestions.empty() ? "" : fault.suggestions.front()));
    }
    return result;
}

TEST(SecondReading, FindsTheParticipleBehindAMisspeltAuxiliary) {
    EXPECT_THAT(corrections("Le cuisinier ma pas saluer quand je suis venu."), ElementsAre("ma→m'a", "saluer→salué"));
}

TEST(SecondReading, KeepsPlacesAfterACorrectionOfAnotherLength) {
    EXPECT_THAT(corrections("Le magazinier ma pas saluer en partant."),
                ElementsAre("magazinier→magasinier", "ma→m'a", "saluer→salué"));
}

TEST(SecondReading, SaysNothingElseOfASentenceThatIsRightOnceCorrected) {
    EXPECT_THAT(corrections("Le magazinier ma servi."), ElementsAre("magazinier→magasinier", "ma→m'a"));
    EXPECT_THAT(corrections("Le magasinier m'a servi."), IsEmpty());
}

TEST(SecondReading, FindsTheSameFaultsWhetherOrNotCorrectionsAreAskedFor) {
    const std::string text = "Le cuisinier ma pas saluer. Les draps on été change hier.";
    EXPECT_EQ(corrections(text).size(), corrections(text, 0).size());
}

}  // namespace
