// The checker protocol of `relis check`.
#include <cstdio>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "command.h"

namespace relis::cli_tests {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

std::string line(const json& id, const std::string& text) {
    return json({{"id", id}, {"text", text}}).dump() + "\n";
}

Finished check(const std::string& in, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), "check");
    return Desk::run_bare(arguments, {.in = in});
}

TEST(Check, AnswersEveryTextInOrderWithItsId) {
    std::string in;
    for (int i = 0; i < 500; ++i) in += line(i, i % 2 == 0 ? "La caissière m'a saluée." : "La caissierre m'a saluée.");
    const auto lines = check(in).json_lines();
    ASSERT_EQ(lines.size(), 500U);
    for (int i = 0; i < 500; ++i) {
        const json& answer = lines[static_cast<std::size_t>(i)];
        EXPECT_EQ(answer["id"], i);
        EXPECT_EQ(answer["findings"].empty(), i % 2 == 0) << answer;
    }
}

TEST(Check, PlacesAreCodePointsAndFieldsAreTheProtocols) {
    const auto lines = check(line("é-1", "« À 14 h 😀 » : la caissierre m'a saluée.")).json_lines();
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0]["id"], "é-1");
    ASSERT_FALSE(lines[0]["findings"].empty());
    const json* spelling = nullptr;
    for (const json& finding : lines[0]["findings"]) {
        if (finding["category"] == "spelling") spelling = &finding;
    }
    ASSERT_NE(spelling, nullptr) << lines[0];
    EXPECT_EQ((*spelling)["start"], 18);
    EXPECT_EQ((*spelling)["end"], 28);
    for (const char* const field : {"rule", "message"}) EXPECT_FALSE((*spelling)[field].get<std::string>().empty());
    EXPECT_TRUE((*spelling)["suggestions"].is_array());
}

TEST(Check, AMalformedLineIsToldByNumberAndTheOthersGoOn) {
    const Finished finished =
        check(line(1, "Bonjour.") + "not json\n" + "{\"id\": 3}\n" + "{\"text\": \"Bonjour.\"}\n" +
              "{\"id\": 5, \"text\": 5}\n" + "{\"id\": 6, \"text\": \"\xFF\"}\n" + "[1]\n" + "\n" + line(9, "Merci."));
    EXPECT_EQ(finished.code, 1);
    const auto lines = finished.json_lines();
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0]["id"], 1);
    EXPECT_EQ(lines[1]["id"], 9);
    for (const char* const number : {":2:", ":3:", ":4:", ":5:", ":6:", ":7:"})
        EXPECT_THAT(finished.err, HasSubstr(std::string("standard input") + number));
}

TEST(Check, AnyRightJsonIsReadHoweverItIsWritten) {
    const Finished finished = check(
        "{\"text\": \"Deux pomme.\", \"id\": \"a\"}\n"
        " { \"id\" : 2.50 , \"text\" : \"Deux\\u0020pomme.\" } \n"
        "{\"id\": \"\\u00e9\", \"text\": \"\\ud83d\\ude00 Deux pomme.\"}\n"
        "{\"id\": 4, \"text\": \"Deux pomme.\", \"more\": [1, {\"text\": 2}]}\n");
    EXPECT_EQ(finished.code, 0) << finished.err;
    const auto lines = finished.json_lines();
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[0]["id"], "a");
    EXPECT_EQ(lines[1]["id"], 2.5);
    EXPECT_EQ(lines[2]["id"], "é");
    EXPECT_EQ(lines[3]["id"], 4);
    for (const std::size_t i : {0U, 1U, 2U, 3U}) {
        ASSERT_EQ(lines[i]["findings"].size(), 1U) << lines[i];
        EXPECT_EQ(lines[i]["findings"][0]["start"], i == 2 ? 7 : 5);
    }
}

TEST(Check, ReadsFilesAndALineWithoutItsBreakIsALine) {
    const Desk desk;
    std::string last = line("b", "Bonjour.");
    last.pop_back();
    const Finished finished =
        check({}, {desk.write("a.jsonl", "\xEF\xBB\xBF" + line("a", "Bonjour.")), desk.write("b.jsonl", last)});
    EXPECT_EQ(finished.code, 0) << finished.err;
    EXPECT_EQ(finished.json_lines().size(), 2U);
}

TEST(Check, AFileThatCannotBeReadIsNamedAndTheOthersGoOn) {
    const Desk desk;
    const Finished finished =
        check({}, {desk.path("gone.jsonl"), desk.folder().string(), desk.write("a.jsonl", line("a", "Bonjour."))});
    EXPECT_EQ(finished.code, 1);
    EXPECT_THAT(finished.err, AllOf(HasSubstr("gone.jsonl"), HasSubstr(desk.folder().string())));
    EXPECT_EQ(finished.json_lines().size(), 1U);
}

TEST(Check, NothingInNothingOut) {
    const Finished finished = check("");
    EXPECT_EQ(finished.code, 0);
    EXPECT_THAT(finished.out, IsEmpty());
}

TEST(Check, ALongLineIsReadWhole) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "La caissière m'a saluée. ";
    const auto lines = check(line(1, text) + line(2, "Merci.")).json_lines();
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1]["id"], 2);
}

TEST(Check, TextFormatPointsIntoTheFile) {
    const Desk desk;
    const std::string file = desk.write("lettre.txt", "Bonjour.\n\nUne ligne juste,\nla caissierre.\n");
    const Finished finished = check({}, {"--format", "text", file});
    EXPECT_EQ(finished.code, 0) << finished.err;
    EXPECT_THAT(finished.out, AllOf(HasSubstr("lettre.txt:4:4: "), HasSubstr("caissierre")));
    EXPECT_THAT(check({}, {"--text", "La caissierre."}).out, HasSubstr("text:1:4: "));
}

/// A partner that keeps both pipes open gets each answer before it asks again.
TEST(Check, AnswersWithoutWaitingForMoreInput) {
    int to[2], from[2];
    ASSERT_EQ(pipe2(to, O_CLOEXEC), 0);
    ASSERT_EQ(pipe2(from, O_CLOEXEC), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        dup2(to[0], STDIN_FILENO);
        dup2(from[1], STDOUT_FILENO);
        execl(RELIS_COMMAND, "relis", "check", nullptr);
        _exit(127);
    }
    close(to[0]);
    close(from[1]);
    for (const char* const id : {"1", "2"}) {
        const std::string question = line(id, "Bonjour.");
        ASSERT_EQ(write(to[1], question.data(), question.size()), static_cast<ssize_t>(question.size()));
        pollfd wait{from[0], POLLIN, 0};
        ASSERT_EQ(poll(&wait, 1, 60'000), 1) << "no answer";
        char answer[4096];
        const ssize_t length = read(from[0], answer, sizeof answer);
        ASSERT_GT(length, 0);
        EXPECT_EQ(json::parse(std::string(answer, static_cast<std::size_t>(length)))["id"], id);
    }
    close(to[1]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    close(from[0]);
}

}  // namespace
}  // namespace relis::cli_tests
