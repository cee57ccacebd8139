// Whatever the text: one told again with its sentences moved or some words changed is found, one told on its own is
// not.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.h"

using namespace relis;
using comments_testing::Case;
using consistency_tests::rules_of;
using testing::IsEmpty;

namespace {

/// Writes comments as different visits give them, from a vocabulary wide enough that two of them share words but not
/// their neighbours.
class Writer {
  public:
    explicit Writer(unsigned seed) : random_(seed) {}

    std::vector<std::string> sentences(std::size_t count) {
        std::vector<std::string> result;
        for (std::size_t i = 0; i < count; ++i) result.push_back(sentence());
        return result;
    }

    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }
    std::mt19937& random() { return random_; }

  private:
    std::string pick(const std::vector<const char*>& words) { return words[below(words.size())]; }

    std::string sentence() {
        static const std::vector<const char*> who{
            "La caissière rousse", "Un vendeur barbu", "Le gérant",     "Une jeune stagiaire", "Le livreur",
            "La dame du comptoir", "Mon conseiller",   "Un technicien", "La serveuse blonde",  "Le voiturier"};
        static const std::vector<const char*> did{"a déplacé", "cherchait", "a nettoyé",      "montrait",
                                                  "a emballé", "pesait",    "a photographié", "réparait",
                                                  "a rangé",   "comptait",  "a renversé",     "étiquetait"};
        static const std::vector<const char*> what{"des casseroles",       "trois boîtes de thé", "le registre bleu",
                                                   "une nappe à carreaux", "la vitrine du fond",  "deux fauteuils",
                                                   "un colis mouillé",     "les clés du camion",  "un bouquet fané",
                                                   "des affiches jaunies", "une pile de cartons", "mon parapluie"};
        static const std::vector<const char*> where{
            "près de l'ascenseur", "sous la marquise",  "derrière la colonne", "devant le four", "au bout du quai",
            "contre le radiateur", "dans le vestibule", "à côté du palmier",   "sur le palier",  "entre deux bacs"};
        static const std::vector<const char*> how{"en sifflant",
                                                  "sans se presser",
                                                  "à 14 h 12",
                                                  "pendant six minutes",
                                                  "avec une collègue",
                                                  "d'une seule main",
                                                  "en consultant sa montre",
                                                  "malgré la pluie",
                                                  "pour la deuxième fois",
                                                  "à voix basse"};
        return pick(who) + " " + pick(did) + " " + pick(what) + " " + pick(where) + " " + pick(how) + ".";
    }

    std::mt19937 random_;
};

std::string joined(const std::vector<std::string>& parts, const char* between = " ") {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

/// One word in `every` replaced by another.
std::string with_words_changed(const std::string& text, std::size_t every, Writer& writer) {
    static const std::vector<std::string> others{"autrement", "ensuite", "doucement", "vite", "gentiment", "souvent"};
    std::vector<std::string> words;
    std::size_t begin = 0;
    const std::size_t shift = writer.below(every);
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        words.push_back(words.size() % every == shift ? others[writer.below(others.size())]
                                                      : text.substr(begin, end - begin));
        begin = end + 1;
    }
    return joined(words);
}

Case two_boxes(const std::string& first, const std::string& second) {
    Case one;
    one.ask_text("a", "Racontez votre arrivée.");
    one.ask_text("b", "Racontez votre départ.");
    one.answer("a", first);
    one.answer("b", second);
    return one;
}

Case beside(const std::string& text, const std::string& earlier) {
    Case one;
    one.report.report_id = "R-2";
    one.report.shopper_id = "C-2";
    one.ask_text("a", "Racontez votre visite.");
    one.answer("a", text);
    one.similar = {{"R-1", "C-1", "S-1", "a", earlier}};
    return one;
}

class Wordings : public testing::TestWithParam<unsigned> {};

}  // namespace

TEST_P(Wordings, AreFoundAgainWithTheirSentencesInAnotherOrder) {
    Writer writer(GetParam());
    std::vector<std::string> sentences = writer.sentences(2 + writer.below(4));
    const std::string text = joined(sentences);
    std::shuffle(sentences.begin(), sentences.end(), writer.random());
    EXPECT_THAT(rules_of(two_boxes(text, joined(sentences)), Category::repetition),
                testing::ElementsAre("repeated-comment"))
        << text;
    EXPECT_THAT(rules_of(beside(joined(sentences), text), Category::copied), testing::ElementsAre("copied-comment"))
        << text;
}

TEST_P(Wordings, AreFoundAgainWithAWordInTenChanged) {
    Writer writer(GetParam());
    const std::string text = joined(writer.sentences(2 + writer.below(4)));
    const std::string changed = with_words_changed(text, 10, writer);
    EXPECT_THAT(rules_of(two_boxes(text, changed), Category::repetition), testing::ElementsAre("repeated-comment"))
        << changed;
    EXPECT_THAT(rules_of(beside(changed, text), Category::copied), testing::ElementsAre("copied-comment")) << changed;
}

TEST_P(Wordings, AreFoundAgainInOtherLettersAndMarks) {
    Writer writer(GetParam());
    const std::string text = joined(writer.sentences(2));
    std::string shouted;
    for (const char c : text)
        shouted.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == '.' ? '!' : c);
    EXPECT_THAT(rules_of(two_boxes(text, shouted), Category::repetition), testing::ElementsAre("repeated-comment"))
        << shouted;
}

TEST_P(Wordings, AreFoundAgainWithASentenceAdded) {
    Writer writer(GetParam());
    const std::vector<std::string> sentences = writer.sentences(3);
    const std::string text = joined(sentences);
    EXPECT_THAT(rules_of(two_boxes(text, text + " Rien d'autre ne m'a frappée."), Category::repetition),
                testing::ElementsAre("repeated-comment"));
    EXPECT_THAT(rules_of(beside(text + " Rien d'autre ne m'a frappée.", text), Category::copied),
                testing::ElementsAre("copied-comment"));
}

TEST_P(Wordings, ToldOnTheirOwnAreNoRepeats) {
    Writer writer(GetParam());
    const std::string first = joined(writer.sentences(2 + writer.below(4)));
    const std::string second = joined(writer.sentences(2 + writer.below(4)));
    // The same sentence may come up twice by chance
    for (const std::string& sentence : {first, second}) {
        if (first.find(sentence.substr(0, 40)) != std::string::npos &&
            second.find(sentence.substr(0, 40)) != std::string::npos)
            return;
    }
    EXPECT_THAT(rules_of(two_boxes(first, second), Category::repetition), IsEmpty()) << first << "\n" << second;
    EXPECT_THAT(rules_of(beside(first, second), Category::copied), IsEmpty()) << first << "\n" << second;
}

INSTANTIATE_TEST_SUITE_P(Seeds, Wordings, testing::Range(1U, 41U));
