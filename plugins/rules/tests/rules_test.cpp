#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "language/text.h"
#include "rules/match.h"
#include "rules/rule_set.h"

namespace {

using namespace relis;

const std::filesystem::path resources = RELIS_RESOURCE_FOLDER;

const std::shared_ptr<const language::Lexicon>& lexicon() {
    static const auto instance = language::Lexicon::open(resources / "french.lexicon");
    return instance;
}

const grammar::Reader& reader() {
    static const grammar::Reader instance(lexicon());
    return instance;
}

std::string error_of(const std::string& text) {
    try {
        rules::RuleSet(lexicon()).add(text, "essai.rules");
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return {};
}

/// A rule with these lines and the examples that every rule needs.
std::string rule(const std::string& lines) {
    return "rule essai\ntitle Essai\nmessage Essai.\n" + lines + "\nwrong Un [mot].\nright Un mot.\n";
}

/// What the rule finds in a text: the passage, an arrow, its suggestions.
std::vector<std::string> found(const std::string& lines, const std::string& text) {
    rules::RuleSet set(lexicon());
    set.add(rule(lines), "essai.rules");
    const language::Text cut = language::tokenize(text);
    const grammar::ReadText reading = reader().read(cut);
    std::vector<std::string> result;
    for (const grammar::Fault& fault : rules::apply(set, reading)) {
        std::string shown;
        for (const language::Token& token : cut.tokens()) {
            if (token.start < fault.start || token.end > fault.end) continue;
            shown += (shown.empty() || !token.space_before ? "" : " ") + std::string(token.form);
        }
        for (const std::string& suggestion : fault.suggestions) shown += "→" + suggestion;
        result.push_back(shown);
    }
    return result;
}

using Found = std::vector<std::string>;

TEST(RuleFile, IsReadWholeOrRefusedWithFileLineAndColumn) {
    EXPECT_EQ(error_of(rule("pattern mot =être <noun:fp> ...2 fin?")), "");
    EXPECT_NE(error_of(rule("pattern mot") + rule("pattern mot")).find("essai.rules:7:6: a rule needs an id"),
              std::string::npos);
    EXPECT_NE(error_of("title Sans règle\n").find("essai.rules:1:1: expected: rule"), std::string::npos);
    EXPECT_NE(error_of("rule a\npattern le <nuon>\n").find("essai.rules:2:12: unknown class"), std::string::npos);
    EXPECT_NE(error_of("rule a\npattern le <noun:x>\n").find("unknown feature"), std::string::npos);
    EXPECT_NE(error_of("rule a\npattern =motinexistant\n").find("no lemma motinexistant"), std::string::npos);
    EXPECT_NE(error_of("rule a\npattern {viande} mot\n").find("unknown set {viande}"), std::string::npos);
    EXPECT_NE(error_of("rule a\npattern <noun> ...\n").find("needs a word"), std::string::npos);
    EXPECT_NE(error_of("rule a\npattern [ mot\n").find("come together"), std::string::npos);
    EXPECT_NE(error_of("rule a\npattern mot [ ]\n").find("marked part is empty"), std::string::npos);
    EXPECT_NE(error_of("rule a\npattern mot ...12\n").find("a gap is"), std::string::npos);
    EXPECT_NE(error_of("rule a\npattern le|| mot\n").find("an alternative is empty"), std::string::npos);
    EXPECT_NE(error_of("rule a\ncolour red\n").find("unknown keyword colour"), std::string::npos);
    EXPECT_NE(error_of("rule a\ncategory odd\n").find("unknown category odd"), std::string::npos);
    EXPECT_NE(error_of("rule a\nsuggest $1=zz\n").find("after $n="), std::string::npos);
    EXPECT_NE(error_of("rule a\nsuggest $0>motinexistant\n").find("no lemma"), std::string::npos);
    EXPECT_NE(error_of("rule a\nwrong sans crochets\n").find("between [ and ]"), std::string::npos);
    EXPECT_NE(error_of("rule a\ntitle T\nmessage M\npattern mot\nright Un mot.\n").find("wrong and a right"),
              std::string::npos);
    EXPECT_NE(error_of("set a\n").find("a set is written"), std::string::npos);
}

TEST(RuleFile, IsRefusedWhenItsFolderIsNotThere) {
    EXPECT_THROW(rules::RuleSet(lexicon(), "/nonexistent/rules"), std::runtime_error);
}

TEST(RuleFile, KeepsItsSetsToItselfUnlessItIsTheCommonOne) {
    rules::RuleSet set(lexicon());
    set.add("set fruit = pomme|poire\n", "common.rules");
    set.add("set viande = =porc\n" + rule("pattern {fruit}"), "a.rules");
    EXPECT_EQ(set.rules().size(), 1U);
    EXPECT_THROW(set.add("rule b\npattern {viande}\n", "b.rules"), std::runtime_error);
}

TEST(Pattern, MatchesFormsInAnyLetterCaseAndLemmasInAnyForm) {
    EXPECT_EQ(found("pattern mot =être", "Le MOT est long."), Found{"MOT est"});
    EXPECT_EQ(found("pattern mots =être", "Les mots seraient longs."), Found{"mots seraient"});
    EXPECT_EQ(found("pattern mot =être", "Le mot avait un sens."), Found{});
    EXPECT_EQ(found("pattern [ =vouloir<verb:2p> ] -vous", "Que voulez-vous ?"), Found{"voulez"});
    EXPECT_EQ(found("pattern [ =vouloir<verb:3p> ] -vous", "Que voulez-vous ?"), Found{});
}

TEST(Pattern, KnowsClassesAsTheSentenceReadsThem) {
    EXPECT_EQ(found("pattern [ <noun:fp> ] propres", "Les tables propres."), Found{"tables"});
    EXPECT_EQ(found("pattern [ <noun:m> ] propres", "Les tables propres."), Found{});
    EXPECT_EQ(found("pattern la [ <<noun>> ]", "Je vois la porte."), Found{"porte"});
    EXPECT_EQ(found("pattern je [ <verb> ]", "Je porte un sac."), Found{"porte"});
    EXPECT_EQ(found("pattern je [ <noun> ]", "Je porte un sac."), Found{});
    EXPECT_EQ(found("pattern la [ <unknown> ]", "Je vois la xyzzyq."), Found{"xyzzyq"});
    EXPECT_EQ(found("pattern la [ <noun> ]", "Je vois la xyzzyq."), Found{});
}

TEST(Pattern, HoldsConditionsAlternativesNegationsAndSets) {
    EXPECT_EQ(found("pattern le [ <noun>&!chat ]", "Le chien dort."), Found{"chien"});
    EXPECT_EQ(found("pattern le [ <noun>&!chat ]", "Le chat dort."), Found{});
    EXPECT_EQ(found("pattern !le|la [ chat ]", "Un chat dort."), Found{"chat"});
    EXPECT_EQ(found("pattern !le|la [ chat ]", "Le chat dort."), Found{});
    EXPECT_EQ(found("pattern un|mon [ chat ]", "Mon chat dort."), Found{"chat"});
}

TEST(Pattern, SkipsGapsAndOptionalWordsOnBothSidesOfItsAnchor) {
    EXPECT_EQ(found("pattern =être ...1 [ extraordinaire ]", "Le repas était vraiment extraordinaire."),
              Found{"extraordinaire"});
    EXPECT_EQ(found("pattern =être ...1 [ extraordinaire ]", "Le repas était tout à fait extraordinaire."), Found{});
    EXPECT_EQ(found("pattern un très? [ extraordinaire ]", "Un extraordinaire repas."), Found{"extraordinaire"});
    EXPECT_EQ(found("pattern extraordinaire ... [ fin ]", "Un extraordinaire repas de fin."), Found{"fin"});
    EXPECT_EQ(found("pattern extraordinaire ... [ fin ]", "Un repas extraordinaire ; fin."), Found{});
    EXPECT_EQ(found("pattern extraordinaire ... [ fin ]", "Un repas extraordinaire. La fin."), Found{});
}

TEST(Pattern, KnowsTheStartAndTheEndOfASentence) {
    EXPECT_EQ(found("pattern ^ [ mot ]", "Mot de passe. Un mot."), Found{"Mot"});
    EXPECT_EQ(found("pattern [ mot ] $", "Mot de passe. Un mot. Le mot fin"), Found{"mot"});
    EXPECT_EQ(found("pattern [ fin ] $", "Le mot fin"), Found{"fin"});
}

TEST(Pattern, TakesAFaultBackWhereAnExceptionHolds) {
    const std::string lines = "pattern [ port ]\nunless [ port ] de mer\nunless au [ port ]";
    EXPECT_EQ(found(lines, "Du port salé."), Found{"port"});
    EXPECT_EQ(found(lines, "Un port de mer."), Found{});
    EXPECT_EQ(found(lines, "Je vais au port."), Found{});
}

TEST(Pattern, ComparesGenderAndNumberOfItsVariables) {
    const std::string lines = "pattern une|des|les <noun>@a très [ <adj>!@a ]\nsuggest $4@a";
    EXPECT_EQ(found(lines, "Les salles très propre."), Found{"propre→propres"});
    EXPECT_EQ(found(lines, "Une salle très grand."), Found{"grand→grande"});
    EXPECT_EQ(found(lines, "Les salles très propres."), Found{});
}

TEST(Suggestion, PutsWordsOfTheMatchInPlace) {
    EXPECT_EQ(found("pattern un mot court?\nsuggest $2 $3 bref", "Un mot long."), Found{"Un mot→Mot bref"});
    EXPECT_EQ(found("pattern un mot court?\nsuggest $2 $3 bref", "J'ai un mot court."),
              Found{"un mot court→mot court bref"});
}

TEST(Suggestion, InflectsAnotherLemmaLikeTheWord) {
    EXPECT_EQ(found("pattern de [ port|ports ]\nsuggest $0>porc", "Des rôtis de ports."), Found{"ports→porcs"});
    EXPECT_EQ(found("pattern la [ =tache ]\nsuggest $0>tâche", "Voici la tache."), Found{"tache→tâche"});
    EXPECT_EQ(found("pattern [ =pécher<verb> ]\nsuggest $0>pêcher", "Ils pèchent le saumon."),
              Found{"pèchent→pêchent"});
}

TEST(Suggestion, PutsTheWordInAnotherForm) {
    EXPECT_EQ(found("pattern pour [ =manger ]\nsuggest $0=inf", "Pour mangé."), Found{"mangé→manger"});
    EXPECT_EQ(found("pattern j' ai [ =manger ]\nsuggest $0=participle", "J'ai manger."), Found{"manger→mangé"});
    EXPECT_EQ(found("pattern trois [ =table ]\nsuggest $0=p", "Trois table."), Found{"table→tables"});
    EXPECT_EQ(found("pattern ils [ =manger ]\nsuggest $0=3p", "Ils mangeait."), Found{"mangeait→mangeaient"});
}

TEST(Suggestion, IsLeftOutWhenItsFormDoesNotExist) {
    EXPECT_EQ(found("pattern les [ alentours ]\nsuggest $0=inf|environs", "Dans les alentours."),
              Found{"alentours→environs"});
}

}  // namespace
