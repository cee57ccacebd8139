#include "language/lexicon.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <hunspell/hunspell.hxx>
#include <unistd.h>

#include "language/form_memory.h"
#include "language/text.h"
#include "language/utf8.h"

namespace {

using namespace relis::language;

const Lexicon& lexicon() {
    static const auto instance = Lexicon::open(std::filesystem::path(RELIS_RESOURCE_FOLDER) / "french.lexicon");
    return *instance;
}

Hunspell& hunspell() {
    static Hunspell instance(RELIS_HUNSPELL_AFFIXES, RELIS_HUNSPELL_DICTIONARY);
    return instance;
}

TEST(Lexicon, GivesEveryAnalysisOfAForm) {
    bool noun = false;
    bool verb = false;
    for (const Analysis analysis : lexicon().lookup("livre")) {
        noun = noun || analysis.features.is(PartOfSpeech::noun);
        verb = verb || (analysis.features.is(PartOfSpeech::verb) && lexicon().lemma(analysis.lemma) == "livrer" &&
                        analysis.features.has_tense(tense::present));
    }
    EXPECT_TRUE(noun);
    EXPECT_TRUE(verb);
}

TEST(Lexicon, KnowsGenderNumberPersonAndTense) {
    const Analyses analyses = lexicon().lookup("venues");
    ASSERT_FALSE(analyses.empty());
    EXPECT_TRUE(std::any_of(analyses.begin(), analyses.end(), [](const Analysis& a) {
        return a.features.has_tense(tense::past_participle) && a.features.genders == gender::feminine &&
               a.features.numbers == number::plural && (a.features.verb & verb::auxiliary_etre) != 0;
    }));
    for (const Analysis analysis : lexicon().lookup("finissons")) {
        EXPECT_EQ(analysis.features.persons, person::first_plural);
        EXPECT_EQ(analysis.features.verb_group, 2);
    }
}

TEST(Lexicon, FindsAllFormsOfALemma) {
    const auto verbs = lexicon().lemmas("servir", PartOfSpeech::verb);
    ASSERT_FALSE(verbs.empty());
    std::vector<std::string> forms;
    for (const InflectedForm& form : lexicon().forms_of(verbs.front())) forms.push_back(form.form);
    for (const char* wanted : {"servir", "sers", "servait", "servi", "servies", "servirions", "servant"}) {
        EXPECT_TRUE(std::find(forms.begin(), forms.end(), wanted) != forms.end()) << wanted;
    }
}

TEST(Lexicon, NumbersFormsDenselyAndSpellsThemBack) {
    for (FormId form = 0; form < lexicon().form_count(); form += 97) {
        ASSERT_EQ(lexicon().find(lexicon().spell(form)), form);
        ASSERT_FALSE(lexicon().analyses(form).empty());
    }
}

TEST(FormMemory, KnowsWhatTheLexiconKnowsBeforeAndAfterItHasForgotten) {
    FormMemory memory(lexicon());
    for (int time = 0; time < 2; ++time) {
        for (FormId form = 0; form < lexicon().form_count(); form += 7) {
            const std::string text = lexicon().spell(form);
            ASSERT_EQ(memory.find(text), form) << text;
            ASSERT_EQ(memory.find(text), form) << text;
            const std::string unknown = text + "zq";
            ASSERT_EQ(memory.find(unknown), lexicon().find(unknown).value_or(no_form_id)) << unknown;
        }
    }
    EXPECT_EQ(memory.find(""), no_form_id);
    EXPECT_EQ(memory.find("Bonjour"), no_form_id) << "as written";
}

TEST(Lexicon, AcceptsTheCapitalsThatFrenchAllows) {
    for (const char* word :
         {"Bonjour", "BONJOUR", "Montréal", "MONTRÉAL", "Saint-Denis", "kWh", "aujourd'hui", "porte-clés"}) {
        EXPECT_TRUE(lexicon().knows(word)) << word;
    }
    EXPECT_FALSE(lexicon().knows(""));
    EXPECT_FALSE(lexicon().knows("bonJour"));
    EXPECT_FALSE(lexicon().knows("montréal"));
    EXPECT_FALSE(lexicon().knows("xyzzy"));
}

TEST(Lexicon, KnowsOurOwnWordsWithTheirAnalyses) {
    for (const char* word : {"infolettre", "clavardage", "dépanneur", "Interac", "magasinerions", "Couche-Tard"}) {
        EXPECT_TRUE(lexicon().knows(word)) << word;
    }
    for (const Analysis analysis : lexicon().lookup("infolettres")) {
        EXPECT_EQ(analysis.features.genders, gender::feminine);
        EXPECT_EQ(analysis.features.numbers, number::plural);
        EXPECT_EQ(lexicon().lemma(analysis.lemma), "infolettre");
    }
}

TEST(Lexicon, MarksTheAspiratedH) {
    EXPECT_NE(lexicon().flags(*lexicon().find("haricot")) & form_flag::aspirated, 0);
    EXPECT_EQ(lexicon().flags(*lexicon().find("hôtel")) & form_flag::aspirated, 0);
}

// Hunspell is the reference: a form of ours that it refuses is a mistake of the expander.
TEST(Lexicon, HoldsOnlyFormsThatHunspellAccepts) {
    std::size_t compared = 0;
    for (FormId form = 0; form < lexicon().form_count(); form += 41) {
        if ((lexicon().flags(form) & form_flag::own) != 0) continue;
        const std::string text = lexicon().spell(form);
        ASSERT_TRUE(hunspell().spell(text)) << text;
        ++compared;
    }
    EXPECT_GE(compared, 10000U);
}

// And the reverse: words spoilt by one letter are accepted by both or by neither.
TEST(Lexicon, AgreesWithHunspellOnSpoiltWords) {
    std::mt19937 random(20261122);
    const std::u32string letters = U"abcdefghijklmnopqrstuvwxyzéèàç";
    std::size_t compared = 0;
    std::vector<std::string> differing;
    for (FormId form = 0; form < lexicon().form_count(); form += 29) {
        std::u32string word = to_code_points(lexicon().spell(form));
        if (word.size() < 4 || (lexicon().flags(form) & (form_flag::own | form_flag::unit)) != 0) continue;
        const std::size_t place = random() % word.size();
        if (random() % 2 == 0) {
            word[place] = letters[random() % letters.size()];
        } else {
            word.erase(place, 1);
        }
        const std::string text = to_utf8(word);
        // Elided words and full stops are the tokenizer's, marks of our own words are ours.
        if (text.find_first_of("'’.·") != std::string::npos) continue;
        const auto ours = lexicon().find(text);
        if (ours && (lexicon().flags(*ours) & form_flag::own) != 0) continue;
        ++compared;
        if (lexicon().knows(text) != hunspell().spell(text)) differing.push_back(text);
    }
    EXPECT_GE(compared, 10000U);
    // One in a thousand: compounds at the edge of Hunspell's hyphen rule.
    EXPECT_LE(differing.size(), compared / 1000) << ::testing::PrintToString(differing);
}

TEST(Lexicon, SuggestsTheLikelyWordFirst) {
    const std::pair<const char*, const char*> cases[] = {{"caisiere", "caissière"},
                                                         {"acceuil", "accueil"},
                                                         {"magazin", "magasin"},
                                                         {"lhomme", "l'homme"},
                                                         {"alorsque", "alors que"},
                                                         {"beacoup", "beaucoup"},
                                                         {"plusieur", "plusieurs"},
                                                         {"professionel", "professionnel"},
                                                         {"apercu", "aperçu"},
                                                         {"rendezvous", "rendez-vous"},
                                                         {"Dévelloper", "Développer"},
                                                         {"CAISSIERE", "CAISSIÈRE"},
                                                         {"oeuf", "œuf"}};
    for (const auto& [wrong, right] : cases) {
        const auto suggestions = lexicon().suggest(wrong, 5);
        ASSERT_FALSE(suggestions.empty()) << wrong;
        EXPECT_EQ(suggestions.front().form, right) << wrong;
    }
}

TEST(Lexicon, SuggestsNothingForAbsurdWordsAndNoMoreThanAsked) {
    EXPECT_TRUE(lexicon().suggest(std::string(5000, 'a'), 5).empty());
    EXPECT_TRUE(lexicon().suggest("", 5).empty());
    EXPECT_LE(lexicon().suggest("maison", 2).size(), 2U);
}

class DamagedLexicon : public ::testing::Test {
  protected:
    std::filesystem::path file_ =
        std::filesystem::temp_directory_path() / ("relis-damaged-" + std::to_string(::getpid()));
    void TearDown() override { std::filesystem::remove(file_); }

    std::string open_error(const std::string& content) {
        std::ofstream(file_, std::ios::binary) << content;
        try {
            Lexicon::open(file_);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return {};
    }
};

TEST_F(DamagedLexicon, IsRefusedByName) {
    std::ifstream in(std::filesystem::path(RELIS_RESOURCE_FOLDER) / "french.lexicon", std::ios::binary);
    const std::string good((std::istreambuf_iterator<char>(in)), {});
    std::string other_version = good;
    other_version[8] = 99;
    EXPECT_NE(open_error("").find(file_.string()), std::string::npos);
    EXPECT_NE(open_error("not a lexicon at all").find("truncated"), std::string::npos);
    EXPECT_NE(open_error(std::string(5000, 'x')).find("not a lexicon"), std::string::npos);
    EXPECT_NE(open_error(good.substr(0, good.size() / 2)).find("truncated"), std::string::npos);
    EXPECT_NE(open_error(other_version).find("format"), std::string::npos);
    EXPECT_THROW(Lexicon::open("/nonexistent/lexicon"), std::runtime_error);
}

}  // namespace
