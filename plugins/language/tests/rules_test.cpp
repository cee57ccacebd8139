#include "language/rules.h"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "language/checker.h"
#include "language/utf8.h"

namespace {

using namespace relis::language;

const std::filesystem::path resources = RELIS_RESOURCE_FOLDER;

const Checker& checker() {
    static const Checker instance(Lexicon::open(resources / "french.lexicon"), RuleSet(resources / "rules"));
    return instance;
}

std::string corrected(const std::string& text, const Fault& fault, const std::string& suggestion) {
    const std::u32string points = to_code_points(text);
    return to_utf8(points.substr(0, fault.start)) + suggestion + to_utf8(points.substr(fault.end));
}

TEST(Rules, FindWhatTheirWrongExamplesShowAndLeaveTheRightOnesAlone) {
    for (const Rule& rule : checker().rules().rules()) {
        for (const Example& example : rule.examples) {
            const std::string where = rule.file + ":" + std::to_string(example.line) + ": " + example.text;
            const CheckResult result = checker().check(tokenize(example.text), {});
            const Fault* found = nullptr;
            for (const Fault& fault : result.faults) {
                if (fault.rule == rule.id) found = &fault;
                EXPECT_FALSE(example.is_right && fault.category != FaultCategory::typography)
                    << where << ": " << fault.rule;
            }
            if (example.is_right) continue;
            ASSERT_NE(found, nullptr) << where;
            EXPECT_EQ(found->start, example.start) << where;
            EXPECT_EQ(found->end, example.end) << where;
            if (example.correction.empty()) continue;
            ASSERT_FALSE(found->suggestions.empty()) << where;
            EXPECT_EQ(found->suggestions.front(), example.correction) << where;
        }
    }
}

TEST(Rules, LeaveNothingToCorrectOnceTheirCorrectionIsMade) {
    for (const Rule& rule : checker().rules().rules()) {
        for (const Example& example : rule.examples) {
            if (example.is_right || example.correction.empty()) continue;
            Fault fault;
            fault.start = example.start;
            fault.end = example.end;
            const std::string mended = corrected(example.text, fault, example.correction);
            for (const Fault& left : checker().check(tokenize(mended), {}).faults)
                EXPECT_NE(left.rule, rule.id) << mended;
        }
    }
}

TEST(Rules, SpeakCorrectFrenchThemselves) {
    for (const Rule& rule : checker().rules().rules()) {
        for (const std::string& text : {rule.title, rule.message}) {
            for (const Fault& fault : checker().check(tokenize(text), {}).faults) {
                EXPECT_NE(fault.category, FaultCategory::spelling) << rule.id << ": " << text;
            }
        }
    }
}

std::string error_of(const std::string& text) {
    try {
        RuleSet rules;
        rules.add(text, "essai.rules");
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return {};
}

const std::string sound_rule =
    "rule essai\ntitle Essai\nmessage Essai.\npattern mot =être <noun:fp> ...2 fin?\nwrong Un [mot est "
    "maisons].\nright Un mot.\n";

TEST(Rules, AreReadWholeOrRefusedWithFileLineAndColumn) {
    EXPECT_EQ(error_of(sound_rule), "");
    EXPECT_NE(error_of(sound_rule + sound_rule).find("essai.rules:7:"), std::string::npos);
    EXPECT_NE(error_of("title Sans règle\n").find("essai.rules:1:1: expected: rule"), std::string::npos);
    EXPECT_NE(error_of("rule a\npattern le <nuon>\n").find("essai.rules:2:12: unknown class"), std::string::npos);
    EXPECT_NE(error_of("rule a\npattern <noun> ...\n").find("needs a word"), std::string::npos);
    EXPECT_NE(error_of("rule a\npattern [ mot\n").find("come together"), std::string::npos);
    EXPECT_NE(error_of("rule a\ncolour red\n").find("unknown keyword colour"), std::string::npos);
    EXPECT_NE(error_of("rule a\ncategory odd\n").find("unknown category odd"), std::string::npos);
    EXPECT_NE(error_of("rule a\ntitle T\nmessage M\npattern mot\nright Un mot.\n").find("wrong and a right"),
              std::string::npos);
    EXPECT_NE(error_of("rule a\nwrong sans crochets\n").find("between [ and ]"), std::string::npos);
}

TEST(Rules, MatchLemmasClassesGapsAndNegations) {
    RuleSet rules;
    rules.add(
        "rule essai\ntitle T\nmessage M\npattern =être ...1 [ <adj:fs> ] maison?\nwrong Elle est [belle].\nright "
        "Rien.\n"
        "rule autre\ntitle T\nmessage M\npattern !le|la mot\nsuggest $1 bon $2\nwrong [Un mot].\nright Le mot.\n",
        "essai.rules");
    const Checker with_rules(Lexicon::open(resources / "french.lexicon"), std::move(rules));
    const auto found = [&](const char* text) {
        std::vector<std::string> result;
        for (const Fault& fault : with_rules.check(tokenize(text), {}).faults) result.emplace_back(fault.rule);
        return result;
    };
    EXPECT_EQ(found("La salle était très grande."), std::vector<std::string>{"essai"});
    EXPECT_EQ(found("La salle était vraiment assez grande."), std::vector<std::string>{});
    EXPECT_EQ(found("Les murs étaient blancs."), std::vector<std::string>{});
    EXPECT_EQ(found("J'ai dit le mot."), std::vector<std::string>{});
    const auto faults = with_rules.check(tokenize("J'ai dit un mot."), {}).faults;
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].suggestions, std::vector<std::string>{"un bon mot"});
}

}  // namespace
