// The sentences of tests/cases: each marked fault is found with its suggestion, each correct sentence is left alone.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "grammar/check.h"
#include "language/lexicon.h"
#include "language/text.h"

namespace {

using relis::grammar::Fault;

/// One line of a case file. `{faulty=>right}` marks a fault; a line without marks is correct French.
struct Case {
    std::string where;                                       ///< file:line
    std::string faulty;                                      ///< the sentence as the writer gave it
    std::string right;                                       ///< the same without its faults
    std::vector<std::pair<std::size_t, std::size_t>> spans;  ///< of the faults, in code points of `faulty`
};

class Cases : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        reader = std::make_unique<relis::grammar::Reader>(
            relis::language::Lexicon::open(std::string(RELIS_RESOURCE_FOLDER) + "/french.lexicon"));
        const std::string folder = std::string(RELIS_SOURCE_FOLDER) + "/plugins/grammar/tests/cases";
        for (const auto& entry : std::filesystem::directory_iterator(folder)) read_file(entry.path());
        ASSERT_GT(cases.size(), 150U);
    }
    static void TearDownTestSuite() {
        cases.clear();
        reader.reset();
    }

    static void read_file(const std::filesystem::path& file) {
        std::ifstream in(file);
        std::string line;
        for (std::size_t number = 1; std::getline(in, line); ++number) {
            if (line.empty() || line.front() == '#') continue;
            Case one;
            one.where = file.filename().string() + ":" + std::to_string(number);
            for (std::size_t at = 0; at < line.size();) {
                if (line[at] != '{') {
                    one.faulty += line[at];
                    one.right += line[at++];
                    continue;
                }
                const std::size_t arrow = line.find("=>", at);
                const std::size_t close = line.find('}', at);
                const std::string faulty = line.substr(at + 1, arrow - at - 1);
                const std::size_t start = relis::language::code_points(one.faulty);
                one.faulty += faulty;
                one.right += line.substr(arrow + 2, close - arrow - 2);
                one.spans.emplace_back(start, relis::language::code_points(one.faulty));
                at = close + 1;
            }
            cases.push_back(std::move(one));
        }
    }

    static std::vector<Fault> faults_of(const std::string& sentence) {
        const relis::language::Text text = relis::language::tokenize(sentence);
        return relis::grammar::check(reader->read(text));
    }

    /// The sentence with the first suggestion of every fault in place, last first so that positions stay true.
    static std::string corrected(const std::string& sentence, const std::vector<Fault>& faults) {
        std::string result = sentence;
        const auto byte_of = [&](std::size_t code_point) {
            std::size_t byte = 0;
            for (std::size_t n = 0; byte < sentence.size(); ++byte) {
                if ((static_cast<unsigned char>(sentence[byte]) & 0xC0U) != 0x80U && n++ == code_point) break;
            }
            return byte;
        };
        std::for_each(faults.rbegin(), faults.rend(), [&](const auto& fault) {
            const std::size_t start = byte_of(fault.start);
            const std::string first = fault.suggestions.empty() ? "?" : fault.suggestions.front();
            result.replace(start, byte_of(fault.end) - start, first);
        });
        return result;
    }

    static inline std::unique_ptr<relis::grammar::Reader> reader;
    static inline std::vector<Case> cases;
};

TEST_F(Cases, AreCorrectedByTheFirstSuggestions) {
    for (const Case& one : cases) {
        if (one.spans.empty()) continue;
        EXPECT_EQ(corrected(one.faulty, faults_of(one.faulty)), one.right) << one.where;
    }
}

TEST_F(Cases, AreLeftAloneWhenCorrect) {
    for (const Case& one : cases) {
        for (const Fault& fault : faults_of(one.right)) {
            ADD_FAILURE() << one.where << ": " << one.right << "\n  " << fault.rule << ": " << fault.message;
        }
    }
}

TEST_F(Cases, HaveAnExampleOfEveryRule) {
    std::set<std::string_view> listed;
    for (const relis::grammar::RuleInfo& rule : relis::grammar::rules()) {
        EXPECT_TRUE(listed.insert(rule.id).second) << rule.id << " is listed twice";
        EXPECT_FALSE(rule.title.empty()) << rule.id;
    }
    std::set<std::string_view> reported;
    for (const Case& one : cases) {
        for (const Fault& fault : faults_of(one.faulty)) {
            EXPECT_TRUE(listed.count(fault.rule) == 1) << fault.rule << " is not listed";
            reported.insert(fault.rule);
        }
    }
    for (const std::string_view rule : listed) EXPECT_EQ(reported.count(rule), 1U) << rule << " has no example";
}

TEST_F(Cases, CanSwitchARuleOff) {
    const relis::language::Text text = relis::language::tokenize("Les client attendent.");
    const auto reading = reader->read(text);
    ASSERT_EQ(relis::grammar::check(reading).size(), 1U);
    EXPECT_TRUE(relis::grammar::check(reading, {.suggestions = true, .disabled = {"noun-group-number"}}).empty());
}

TEST_F(Cases, AreReadTheSameByAReaderThatHasReadOtherTexts) {
    const auto lexicon = relis::language::Lexicon::open(std::string(RELIS_RESOURCE_FOLDER) + "/french.lexicon");
    const relis::grammar::Reader fresh(lexicon);
    // words that are something else beside an article, as other words and at the start of a sentence
    const relis::language::Text text = relis::language::tokenize(
        "Il a le ton juste. Ton client est parti vers l'est. Son père aime le son. Porte la porte. Un mal de dents, "
        "mal "
        "soigné. Est-ce un rien ? Rien. Le moi haïssable et moi. Pas un pas de plus. L'être et ne pas être.");
    const relis::grammar::ReadText first = fresh.read(text);
    for (const relis::grammar::Reader* other :
         std::initializer_list<const relis::grammar::Reader*>{reader.get(), &fresh}) {
        const relis::grammar::ReadText again = other->read(text);
        ASSERT_EQ(again.size(), first.size());
        for (std::size_t i = 0; i < first.size(); ++i) {
            const auto a = first.readings(i);
            const auto b = again.readings(i);
            EXPECT_TRUE(std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
                return x.lemma == y.lemma && x.features == y.features;
            })) << text.tokens()[i].form;
            EXPECT_EQ(first[i].traits, again[i].traits) << text.tokens()[i].form;
            EXPECT_EQ(first[i].id, again[i].id) << text.tokens()[i].form;
            EXPECT_EQ(first[i].capital, again[i].capital) << text.tokens()[i].form;
        }
    }
}

TEST_F(Cases, StayQuietAndLinearOnHostileText) {
    for (const char* unit :
         {"l'", "et a ", "que ", "les ", ", ", "a-t-il ", "qui est ", "« ", "le client et ", "😀", "de la "}) {
        std::string input;
        while (input.size() < 200000) input += unit;
        const relis::language::Text text = relis::language::tokenize(input);
        for (const Fault& fault : relis::grammar::check(reader->read(text))) {
            ASSERT_LT(fault.start, fault.end);
            ASSERT_LE(fault.end, text.length());
        }
    }
}

TEST_F(Cases, SurviveTheirWordsInAnyOrder) {
    std::vector<std::string> words;
    for (const Case& one : cases) {
        const relis::language::Text text = relis::language::tokenize(one.faulty);
        for (const auto& token : text.tokens()) words.emplace_back(token.form);
    }
    std::uint32_t state = 7;
    const auto next = [&](std::size_t bound) {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::size_t>(state >> 8U) % bound;
    };
    for (int round = 0; round < 3000; ++round) {
        std::string input;
        for (std::size_t n = next(14) + 1; n > 0; --n) {
            input += words[next(words.size())];
            if (input.back() != '\'') input += ' ';
        }
        const relis::language::Text text = relis::language::tokenize(input);
        for (const Fault& fault : relis::grammar::check(reader->read(text))) {
            ASSERT_LT(fault.start, fault.end) << input;
            ASSERT_LE(fault.end, text.length()) << input;
        }
    }
}

}  // namespace
