#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "support.h"

using namespace relis;
using comments_testing::Case;

namespace {

struct Line {
    std::size_t number = 0;
    Question question;
    std::string value;
    std::string comment;
    bool contradicts = false;
};

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string{}
                                           : std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::vector<Line> read_lines() {
    std::ifstream in(std::string(RELIS_SOURCE_FOLDER) + "/plugins/consistency/tests/cases/contradictions.txt");
    std::vector<Line> lines;
    Question question;
    std::string text;
    for (std::size_t number = 1; std::getline(in, text); ++number) {
        if (text.empty() || text.front() == '#') continue;
        if (text.starts_with("? ")) {
            question = {};
            question.name = std::string("q");
            question.type = QuestionType::select_one;
            question.label = text.substr(2);
            question.comment = CommentPolicy::required;
            question.choices = {{"oui", "Oui"}, {"non", "Non"}};
            question.negative = {"non"};
        } else if (text.starts_with("number ")) {
            question.type = QuestionType::integer;
            question.choices.clear();
            question.negative.clear();
        } else if (text.starts_with("choices ")) {
            question.choices.clear();
            question.negative.clear();
            for (std::string_view rest = std::string_view(text).substr(8); !rest.empty();) {
                const std::size_t bar = rest.find('|');
                const std::string shown = trimmed(rest.substr(0, bar));
                rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
                const bool negative = shown.starts_with('*');
                const std::string label = negative ? shown.substr(1) : shown;
                std::string name = label;
                std::replace(name.begin(), name.end(), ' ', '_');
                question.choices.push_back({name, label});
                if (negative) question.negative.push_back(name);
            }
        } else {
            const std::size_t bar = text.find(" | ");
            lines.push_back({number, question, trimmed(std::string_view(text).substr(2, bar - 2)), text.substr(bar + 3),
                             text.front() == '+'});
        }
    }
    return lines;
}

bool contradicts(const Line& line) {
    Case one;
    one.form.questions.push_back(line.question);
    std::string value = line.value;
    std::replace(value.begin(), value.end(), ' ', '_');
    one.answer("q", value, line.comment);
    return !consistency_tests::rules_of(one, Category::contradiction).empty();
}

}  // namespace

TEST(ContradictionCases, AccuseNoCommentThatAgrees) {
    for (const Line& line : read_lines()) {
        if (line.contradicts) continue;
        EXPECT_FALSE(contradicts(line)) << "line " << line.number << ": " << line.value << " | " << line.comment;
    }
}

TEST(ContradictionCases, AreFound) {
    for (const Line& line : read_lines()) {
        if (!line.contradicts) continue;
        EXPECT_TRUE(contradicts(line)) << "line " << line.number << ": " << line.value << " | " << line.comment;
    }
}
