// Unknown words, names, shorthand, and passages of other languages.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "language/checker.h"

namespace {

using namespace relis::language;

const Checker& checker() {
    static const Checker instance(Lexicon::open(std::filesystem::path(RELIS_RESOURCE_FOLDER) / "french.lexicon"));
    return instance;
}

struct Found {
    std::string rule;
    std::string passage;
    std::string suggestion;
};

std::vector<Found> check(std::string_view source, const CheckOptions& options = {}) {
    const Text text = tokenize(source);
    std::vector<Found> found;
    for (const Fault& fault : checker().check(Reading(checker().lexicon(), text), options).faults) {
        std::size_t first = 0;
        std::size_t last = 0;
        for (const Token& token : text.tokens()) {
            if (token.start == fault.start) first = static_cast<std::size_t>(token.form.data() - text.source().data());
            if (token.end == fault.end)
                last = static_cast<std::size_t>(token.form.data() - text.source().data()) + token.form.size();
        }
        found.push_back({std::string(fault.rule), std::string(text.source().substr(first, last - first)),
                         fault.suggestions.empty() ? std::string() : fault.suggestions.front()});
    }
    return found;
}

void expect_silence(std::string_view source) {
    for (const Found& found : check(source)) {
        ADD_FAILURE() << source << ": " << found.rule << " at " << found.passage;
    }
}

TEST(Spelling, TellsTheWordMeant) {
    const auto found = check("La caisiere m'a remis la facture.");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rule, "unknown-word");
    EXPECT_EQ(found[0].passage, "caisiere");
    EXPECT_EQ(found[0].suggestion, "caissière");
}

TEST(Spelling, SpellsOutTheShorthandOfMessages) {
    const auto found = check("Il y avait bcp de clients et qqn attendait. Ya eu une longue attente.");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].suggestion, "beaucoup");
    EXPECT_EQ(found[1].suggestion, "quelqu'un");
    EXPECT_EQ(found[2].suggestion, "Il y a");
    for (const Found& each : found) EXPECT_EQ(each.rule, "shorthand");
}

TEST(Spelling, KnowsWordsOfQuebecShopsAndNames) {
    expect_silence("Au dépanneur de Saint-Jovite, Maïka et Félix-Antoine vendaient des jalapeños et du kombucha.");
    expect_silence("Réjean, un Trifluvien, magasinait des bobettes avec sa gang au party.");
    expect_silence("Naomie m'a offert un bibimbap. Vidéotron et Familiprix étaient fermés.");
}

TEST(Spelling, LeavesNamesAlone) {
    expect_silence("Lauri Fitz-Pegado était à la caisse.");
}

TEST(Spelling, LeavesFreeDerivationsAlone) {
    expect_silence("La superréfrigération et la républicanisation sont rares.");
}

std::vector<std::string> suggested(std::string_view source, SpellingNorm norm) {
    CheckOptions options;
    options.spelling = norm;
    std::vector<std::string> result;
    for (const Found& found : check(source, options)) {
        EXPECT_EQ(found.rule, "other-spelling");
        result.push_back(found.suggestion);
    }
    return result;
}

TEST(Spelling, TakesTheClassicSpellingAndThatOf1990) {
    expect_silence("Le maître d'hôtel et le maitre d'hôtel ont du goût et du gout, l'événement, l'évènement.");
}

TEST(Spelling, KeepsToOneOfTheTwoWhereAProgrammeAsksForIt) {
    const char* classic = "La chaîne a coûté cher, il céderait ses boîtes. Connaître le week-end.";
    const char* reformed = "La chaine a couté cher, il cèderait ses boites. Connaitre le weekend.";
    EXPECT_TRUE(suggested(classic, SpellingNorm::classic).empty());
    EXPECT_EQ(suggested(classic, SpellingNorm::reformed),
              (std::vector<std::string>{"chaine", "couté", "cèderait", "boites", "Connaitre", "weekend"}));
    // « boites » is a form of « boiter » too, « chaine » and « couté » are no other word
    EXPECT_EQ(suggested(reformed, SpellingNorm::classic),
              (std::vector<std::string>{"chaîne", "coûté", "céderait", "Connaître", "week-end"}));
    EXPECT_TRUE(suggested("Elle est sûre, le fruit mûr, la main, la mer.", SpellingNorm::classic).empty());
}

TEST(ForeignPassages, AreOnePassageNotJudged) {
    const std::pair<const char*, const char*> cases[] = {
        {"Le commis a dit « Have a nice day » en souriant.", "Have a nice day"},
        {"Je me suis fait dire what do you want par le commis.", "what do you want"},
        {"El servicio fue muy bueno y la tienda estaba limpia.", "El servicio fue muy bueno y la tienda estaba limpia"},
        {"Der Kellner war sehr freundlich und das Essen war gut.",
         "Der Kellner war sehr freundlich und das Essen war gut"},
        {"Elle a dit Sorry, we are closed puis elle est partie.", "we are closed"},
        {"Le serveur a dit « Grazie mille, signora » et il est parti.", "Grazie mille, signora"},
        {"Le caissier parlait ainsi : não falo francês.", "não falo francês"},
    };
    for (const auto& [source, passage] : cases) {
        const auto found = check(source);
        ASSERT_EQ(found.size(), 1U) << source;
        EXPECT_EQ(found[0].rule, "foreign-passage") << source;
        EXPECT_EQ(found[0].passage, passage);
    }
}

TEST(ForeignPassages, AreNotSeenInFrenchWithMistakes) {
    for (const char* source : {"Le the vert etait tres sucre.", "Ils on bien accueilli les client.",
                               "Le chef a fait un bon job au comptoir."}) {
        for (const Found& found : check(source)) EXPECT_NE(found.rule, "foreign-passage") << source;
    }
}

TEST(ForeignPassages, CostNothingToTheWordsJudged) {
    const Text text = tokenize("Bonjour. The store was very clean and the staff was friendly.");
    const CheckResult result = checker().check(Reading(checker().lexicon(), text), {});
    EXPECT_EQ(result.words, 11U);
    EXPECT_EQ(result.judged_words, 1U);
}

}  // namespace
