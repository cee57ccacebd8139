// The examples that stand in the rule files, through the whole engine.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "engine.h"
#include "language/utf8.h"
#include "rule_list.h"

namespace {

using namespace relis;
using french::Fault;

const french::Engine& engine() {
    static const french::Engine instance{std::filesystem::path(RELIS_RESOURCE_FOLDER)};
    return instance;
}

bool counts(const Fault& fault) {
    return fault.category != Category::typography && fault.category != Category::style;
}

/// Calls `see` with every rule, example and where it stands.
template <typename See>
void for_each_example(bool right, See see) {
    for (const rules::Rule& rule : engine().rules().rules()) {
        for (const rules::Example& example : rule.examples) {
            if (example.is_right != right) continue;
            see(rule, example, rule.file + ":" + std::to_string(example.line) + ": " + example.text);
        }
    }
}

TEST(RuleExamples, OfWrongFrenchAreFoundAtTheirPlaceWithTheirCorrectionFirst) {
    for_each_example(false, [](const rules::Rule& rule, const rules::Example& example, const std::string& where) {
        const french::Checked checked = engine().check(example.text, {});
        const Fault* found = nullptr;
        for (const Fault& fault : checked.faults) {
            if (fault.rule == rule.id) found = &fault;
        }
        ASSERT_NE(found, nullptr) << where;
        EXPECT_EQ(found->start, example.start) << where;
        EXPECT_EQ(found->end, example.end) << where;
        if (example.correction.empty()) return;
        ASSERT_FALSE(found->suggestions.empty()) << where;
        EXPECT_EQ(found->suggestions.front(), example.correction) << where;
    });
}

TEST(RuleExamples, OfRightFrenchAreLeftAlone) {
    for_each_example(true, [](const rules::Rule& rule, const rules::Example& example, const std::string& where) {
        for (const Fault& fault : engine().check(example.text, {}).faults) {
            EXPECT_FALSE(counts(fault) || fault.rule == rule.id) << where << ": " << fault.rule;
        }
    });
}

TEST(RuleExamples, HaveNothingLeftToCorrectOnceTheirCorrectionIsMade) {
    for_each_example(false, [](const rules::Rule& rule, const rules::Example& example, const std::string&) {
        if (example.correction.empty()) return;
        const std::u32string points = language::to_code_points(example.text);
        const std::string mended = language::to_utf8(points.substr(0, example.start)) + example.correction +
                                   language::to_utf8(points.substr(example.end));
        for (const Fault& left : engine().check(mended, {}).faults) EXPECT_NE(left.rule, rule.id) << mended;
    });
}

/// Without what is quoted (words that are named, foreign ones too) and without endings: « tip », -ée.
std::string own_words(std::string text) {
    constexpr std::string_view stand_in = "cela";
    constexpr std::string_view close = "»";
    for (std::size_t open = text.find("« "); open != std::string::npos; open = text.find("« ", open)) {
        const std::size_t end = text.find(close, open);
        if (end == std::string::npos) break;
        text.replace(open, end + close.size() - open, stand_in);
    }
    for (std::size_t word = 0; word < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" ,.;()", word), text.size());
        const bool ending = end > word + 1 && (text[word] == '-' || text[end - 1] == '-');
        if (ending) text.replace(word, end - word, stand_in);
        word += (ending ? stand_in.size() : end - word) + 1;
    }
    return text;
}

TEST(Rules, SpeakWellSpeltFrenchThemselves) {
    for (const rules::Rule& rule : engine().rules().rules()) {
        for (const std::string& text : {own_words(rule.title), own_words(rule.message)}) {
            for (const Fault& fault : engine().check(text, {}).faults) {
                EXPECT_NE(fault.category, Category::spelling) << rule.id << ": " << text;
            }
        }
    }
}

TEST(Rules, AreListedInTheReadme) {
    std::ifstream in(std::filesystem::path(RELIS_SOURCE_FOLDER) / "plugins/french/README.md");
    const std::string readme((std::istreambuf_iterator<char>(in)), {});
    const std::size_t begin = readme.find("<!-- rules -->\n");
    ASSERT_NE(begin, std::string::npos);
    EXPECT_TRUE(readme.substr(begin + 15) == french::rule_list(engine()))
        << "README.md is not up to date: put there what relis-french-check LEXICON RULES --list prints";
}

TEST(Rules, HaveAnIdOfTheirOwnAndATitle) {
    std::string_view last;
    for (const french::Engine::RuleName& rule : engine().rule_names()) {
        EXPECT_NE(rule.id, last);
        EXPECT_FALSE(rule.title.empty()) << rule.id;
        last = rule.id;
    }
}

}  // namespace
