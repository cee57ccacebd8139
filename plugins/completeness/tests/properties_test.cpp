// What holds for every placeholder and every short answer, however they are written.
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "completeness_testing.h"
#include "language/text.h"

using namespace relis;
using comments_testing::Case;
using completeness_testing::inspect;
using completeness_testing::proven;

namespace {

using Texts = std::vector<std::string>;

const Texts placeholders{"N/A",
                         "n/d",
                         "idem",
                         "voir plus haut",
                         "voir ci-dessus",
                         "RAS",
                         "R.A.S.",
                         "rien à signaler",
                         "rien de particulier à ajouter",
                         "xxx",
                         "sans objet",
                         "même réponse que plus haut",
                         "comme déjà indiqué",
                         "aucun commentaire",
                         "à compléter",
                         "je compléterai ce soir",
                         "blabla",
                         "test"};
const Texts marks{"...", "-", "—", ".", "?", "…", "***", "///", "_", "\"\"", "()", "!!", "•", "- - -", "\u00A0", "~"};

/// Questions of every kind of wording, none of which asks whether there is anything to say.
const Texts labels{"La personne au comptoir vous a-t-elle salué ?", "Comment le plat vous a-t-il été présenté ?",
                   "Décrivez la chambre que vous avez occupée.",    "Temps d'attente avant d'être servi",
                   "Pourquoi la commande a-t-elle tardé ?",         "Racontez votre passage, de l'arrivée au départ."};

/// The same text with another letter case, spacing and punctuation.
class Scribe {
  public:
    explicit Scribe(unsigned seed) : random_(seed) {}

    std::string rewrite(const std::string& text) {
        std::string result = pick({"", " ", "\t", "- ", "« ", "(", "* ", "\n", "... "});
        const bool folded = chance();
        const std::string source = folded ? language::fold(text) : text;
        const int letter_case = static_cast<int>(random_() % 3);
        for (const char c : source) {
            const bool lower = c >= 'a' && c <= 'z';
            const bool raise = lower && (letter_case == 1 || (letter_case == 2 && chance()));
            if (c == ' ') {
                result += pick({" ", "  ", "\u00A0", "\n", " \t"});
            } else {
                result += raise ? static_cast<char>(c - 'a' + 'A') : c;
            }
        }
        return result + pick({"", ".", "!", " !", "...", " ", " »", ")", " -", "…", " ?!", "\n\n"});
    }

    const std::string& one_of(const Texts& texts) { return texts[random_() % texts.size()]; }
    bool chance() { return random_() % 2 == 0; }

  private:
    std::string pick(const Texts& texts) { return one_of(texts); }
    std::mt19937 random_;
};

/// The categories found for a text that answers that question as its comment, or as its value.
std::vector<Category> found(const std::string& label, const std::string& text, bool as_value,
                            std::size_t min_words = 0) {
    Case one = proven();
    if (as_value) {
        one.ask_text("q", label, min_words);
        one.answer("q", text);
    } else {
        one.ask("q", label).min_words = min_words;
        one.answer("q", "oui", text);
    }
    std::vector<Category> categories;
    for (const Finding& finding : inspect(one)) categories.push_back(finding.category);
    return categories;
}

}  // namespace

TEST(Properties, APlaceholderIsMissingWhateverItsCaseSpacingAndPunctuation) {
    Scribe scribe(20260616);
    for (int round = 0; round < 3000; ++round) {
        const std::string text = scribe.rewrite(scribe.one_of(placeholders));
        const std::string& label = scribe.one_of(labels);
        EXPECT_THAT(found(label, text, scribe.chance(), 12), testing::ElementsAre(Category::missing))
            << label << "\n[" << text << ']';
    }
}

TEST(Properties, LettersStruckAtRandomAreMissing) {
    Scribe scribe(3);
    for (const char* keys : {"qsdfqsdf", "azertyuiop", "sdf jkl", "wxcvb wxcvb", "zzz fghj", "dfg hjk"}) {
        const std::string text = scribe.rewrite(keys);
        EXPECT_THAT(found(scribe.one_of(labels), text, scribe.chance()), testing::ElementsAre(Category::missing))
            << '[' << text << ']';
    }
}

TEST(Properties, MarksAloneAreMissing) {
    Scribe scribe(4);
    for (int round = 0; round < 300; ++round) {
        const std::string text = scribe.one_of(marks) + scribe.one_of(marks);
        EXPECT_THAT(found(scribe.one_of(labels), text, scribe.chance()), testing::ElementsAre(Category::missing))
            << '[' << text << ']';
    }
}

TEST(Properties, PlaceholdersInARowAreMissing) {
    Scribe scribe(5);
    for (int round = 0; round < 500; ++round) {
        const std::string text =
            scribe.one_of(placeholders) + scribe.one_of({", ", ". ", " ; ", " - ", "\n"}) + scribe.one_of(placeholders);
        EXPECT_THAT(found(scribe.one_of(labels), text, scribe.chance()), testing::ElementsAre(Category::missing))
            << '[' << text << ']';
    }
}

TEST(Properties, TheQuestionRepeatedIsMissing) {
    Scribe scribe(6);
    for (int round = 0; round < 500; ++round) {
        const std::string& label = scribe.one_of(labels);
        const std::string text = scribe.rewrite(label);
        EXPECT_THAT(found(label, text, scribe.chance(), 4), testing::ElementsAre(Category::missing))
            << label << "\n[" << text << ']';
    }
}

TEST(Properties, AShortFullAnswerIsNeverMissing) {
    const Texts answers{"Non",        "Aucun",       "Aucune",        "Rien",        "Personne",  "Jamais",
                        "Toujours",   "3 minutes",   "14 h 05",       "12,50 $",     "Stéphanie", "Mme Roy",
                        "Un balai",   "La grande",   "Deux fois",     "À la caisse", "Bleue",     "Froid",
                        "Une minute", "Trop salé",   "Le gérant",     "Hier soir",   "Debout",    "Pas de file",
                        "Sans gants", "Aucun badge", "Rien de chaud", "Café tiède",  "Elle riait"};
    Scribe scribe(7);
    for (int round = 0; round < 3000; ++round) {
        const std::string text = scribe.rewrite(scribe.one_of(answers));
        const bool as_value = scribe.chance();
        EXPECT_THAT(found(scribe.one_of(labels), text, as_value),
                    testing::Not(testing::Contains(testing::AnyOf(Category::missing, Category::thin))))
            << '[' << text << ']';
    }
    for (int number = 0; number < 1000; ++number) {
        EXPECT_THAT(found(labels[3], std::to_string(number), true), testing::IsEmpty()) << number;
    }
}

TEST(Properties, AShortAnswerUnderTheMinimumIsThinAndNotMissing) {
    Scribe scribe(8);
    for (int round = 0; round < 300; ++round) {
        const std::string text = scribe.rewrite(scribe.one_of({"Elle a souri.", "Deux minutes", "Non", "Café tiède"}));
        EXPECT_THAT(found(scribe.one_of(labels), text, scribe.chance(), 12), testing::ElementsAre(Category::thin))
            << '[' << text << ']';
    }
}
