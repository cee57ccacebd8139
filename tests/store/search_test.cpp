#include "store/search.h"

#include <gmock/gmock.h>

#include "database_implementation.h"
#include "migrations.h"
#include "similar_index.h"
#include "store/similar.h"
#include "support.h"

namespace relis::store::test {

using testing::ElementsAre;
using testing::IsEmpty;

class Search : public StoreTest {
  protected:
    std::vector<std::string> found(const std::string& query) {
        std::vector<std::string> ids;
        for (const SearchHit& hit : search_comments(database, query).rows) ids.push_back(hit.report_id);
        return ids;
    }
    std::vector<std::string> similar(const std::string& text, const std::string& excluding = "",
                                     const Moment& before = at(1000), std::size_t limit = 10) {
        std::vector<std::string> ids;
        for (const SimilarComment& comment : similar_comments(database, text, before, excluding, limit)) {
            ids.push_back(comment.report_id);
        }
        return ids;
    }
};
RELIS_ON_BOTH_BACK_ENDS(Search);

TEST_P(Search, FindsWordsWhateverCaseAccentsLigaturesAndElision) {
    add(database, make_report("R-1", "L'œuf brûlé coûtait 3,50 $, m'a dit la CAISSIÈRE."));
    add(database, make_report("R-2", "Aucun caissier en vue. Rendez-vous manqué à 10h30."));
    EXPECT_THAT(found("oeuf BRULE"), ElementsAre("R-1"));
    EXPECT_THAT(found("caiss"), ElementsAre("R-2", "R-1"));
    EXPECT_THAT(found("rendez-vous"), ElementsAre("R-2"));
    EXPECT_THAT(found("10h30"), ElementsAre("R-2"));
    EXPECT_THAT(found("3,50"), ElementsAre("R-1"));
    EXPECT_THAT(found("issier"), IsEmpty());
    EXPECT_THAT(found("oeuf introuvable"), IsEmpty());
}

TEST_P(Search, WhatAPersonTypesIsNeverASyntaxError) {
    add(database, make_report("R-1", "Bien OR NOT mieux."));
    for (const char* query : {"\"", "'", "a:* & !", "OR", "NOT (", "NEAR(", "*", "", "\\", ":id", "%", "\xE9"}) {
        EXPECT_NO_THROW((void)search_comments(database, query)) << query;
    }
    EXPECT_THAT(found("or not"), ElementsAre("R-1"));
    EXPECT_THAT(found(""), IsEmpty());
}

TEST_P(Search, GivesPagesTheLatestFirst) {
    for (int i = 0; i < 5; ++i) add(database, make_report("R-" + std::to_string(i), "Propre."));
    const Page<SearchHit> first = search_comments(database, "propre", {{}, 3});
    ASSERT_EQ(first.rows.size(), 3U);
    EXPECT_EQ(first.rows[0].report_id, "R-4");
    EXPECT_EQ(first.rows[0].text, "Propre.");
    EXPECT_EQ(first.rows[0].question, "accueil");
    EXPECT_EQ(search_comments(database, "propre", {first.next, 3}).rows.size(), 2U);
}

namespace {
const std::string original =
    "À mon arrivée, à 14 h 05, Stéphanie rangeait des paniers près de la porte. Elle a levé la tête, m'a souri et m'a "
    "souhaité la bienvenue avant que j'aie fait trois pas dans le magasin.";
const std::string reworded =
    "À mon arrivée, à 15 h 20, Stéphanie rangeait des paniers près de la porte. Elle a levé la tête, m'a souri et m'a "
    "souhaité la bienvenue avant que j'aie fait trois pas dans la boutique!";
}  // namespace

TEST_P(Search, ACopyIsFoundThoughCaseAccentsAndSomeWordsChanged) {
    add(database, make_report("R-1", original));
    add(database,
        make_report(
            "R-2",
            "Le plancher collait devant les caisses et personne ne nettoyait, même au bout d'un quart d'heure."));
    add(database, make_report("R-3", reworded));
    EXPECT_THAT(similar(original), ElementsAre("R-1", "R-3"));
    EXPECT_THAT(similar(reworded, "R-3"), ElementsAre("R-1"));
    EXPECT_THAT(similar(original, "", at(1000), 1), ElementsAre("R-1"));
    EXPECT_THAT(similar("Rien de tout cela ne ressemble à ce que les autres ont écrit ce jour-là."), IsEmpty());
    const SimilarComment comment = similar_comments(database, original, at(1000), "", 1).at(0);
    EXPECT_EQ(comment.shopper_id, "C-1");
    EXPECT_EQ(comment.site_id, "S-1");
    EXPECT_EQ(comment.question, "accueil");
    EXPECT_EQ(comment.text, original);
}

TEST_P(Search, ACopyIsFoundThoughASentenceInThreeWasRewritten) {
    add(database, make_report("R-1", original));
    EXPECT_THAT(similar("En arrivant à 15 h 20, j'ai vu Stéphanie qui rangeait des paniers près de la porte. Elle a "
                        "tout de suite levé la tête, souri et souhaité la bienvenue avant mes trois premiers pas dans "
                        "le magasin."),
                ElementsAre("R-1"));
}

TEST_P(Search, ARetellingInOtherWordsIsMetByItsLongestWords) {
    add(database, make_report("R-1", "Le gâteau au fromage portait un coulis de framboises et quatre physalis."));
    add(database, make_report("R-2", "Le serveur a posé deux assiettes fumantes sur la nappe et il est reparti."));
    EXPECT_THAT(similar("Quatre physalis entouraient mon dessert, un fromage blanc cuit, et des framboises en coulis "
                        "brillaient dessus."),
                ElementsAre("R-1"));
}

TEST_P(Search, AnAnswerInWordsIsSearchedAsACommentIs) {
    Report report = make_report("R-1", "Oui.");
    report.answers[2].value = original;
    add(database, report);
    const auto comments = similar_comments(database, reworded, at(1000), "", 5);
    ASSERT_EQ(comments.size(), 1U);
    EXPECT_EQ(comments.front().question, "nom");
    EXPECT_EQ(comments.front().text, original);
}

TEST_P(Search, TheIndexIsFilledAgainFromTheAnswers) {
    add(database, make_report("R-1", original));
    read(database, [](Connection& c) {
        c.script("DELETE FROM comment_bands");
        rebuild_similar(c);
    });
    EXPECT_THAT(similar(reworded), ElementsAre("R-1"));
}

TEST(SimilarIndex, IsFilledAgainByTheLastMigrationThatEmptiesIt) {
    int last = 0;
    for (const Migration& migration : embedded_migrations()) {
        if (migration.sql.find("DELETE FROM comment_bands") != std::string::npos) last = migration.version;
    }
    EXPECT_EQ(similar_index_migration, last);
}

TEST_P(Search, OnlyEarlierSubmissionsCountAsTheOriginal) {
    add(database, make_report("R-1", original));
    EXPECT_THAT(similar(original, "", at(0)), IsEmpty());
    EXPECT_THAT(similar(original, "", at(1)), ElementsAre("R-1"));
}

TEST_P(Search, ShortCommentsResembleNothing) {
    add(database, make_report("R-1", "Rien à signaler."));
    EXPECT_THAT(similar("Rien à signaler."), IsEmpty());
}

TEST(SearchWords, AreFolded) {
    EXPECT_THAT(search_words("L'Œuf à 3,50 $ — cafe\u0301!"), ElementsAre("l", "oeuf", "a", "3", "50", "cafe"));
    EXPECT_THAT(search_words("\xFF..."), IsEmpty());
}

TEST(SearchWords, AreFoundAgainInTheText) {
    EXPECT_THAT(find_matches("Été à l'été, hiver", "ete hiv"),
                ElementsAre(TextRange{0, 3}, TextRange{8, 11}, TextRange{13, 18}));
    EXPECT_THAT(find_matches("rien", ""), IsEmpty());
}

}  // namespace relis::store::test
