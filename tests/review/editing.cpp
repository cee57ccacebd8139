// The copy that goes to the client: corrections, writing by hand, taking both back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "agency.h"
#include "review/assess.h"
#include "review/database.h"
#include "review/decide.h"
#include "review/edited_copy.h"
#include "review/json.h"
#include "review/report_details.h"
#include "review/text_difference.h"
#include "text_changes.h"

namespace relis::review {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TextChange change(std::size_t start, std::size_t end, const std::string& text, const std::string& rule = "regle") {
    TextChange made;
    made.start = start;
    made.end = end;
    made.text = text;
    made.plugin = "french";
    made.rule = rule;
    made.by = "anne";
    return made;
}

TextChange by_hand() {
    TextChange made;
    made.by = "bruno";
    return made;
}

constexpr const char* comment =
    "Été reçu à 14 h 05 par une éleve souriante, puis par la caissiere, qui m'a dit « Bonjour » près de la caisse 3.";

/// A report whose welcome says `comment`, assessed, and the question's name.
struct Written {
    Written() {
        agency.import_report("R-1", comment);
        assess_pending(agency.workspace());
        const ReportDetails details = load();
        for (const Answer& answer : details.report.answers) {
            if (answer.comment == comment) question = answer.question;
        }
    }
    ReportDetails load() { return load_report(agency.workspace(), "R-1"); }
    EditResult correct(const std::string& word, const std::string& by) {
        const std::string text = comment;
        const std::string before = text.substr(0, text.find(word));
        const auto start = static_cast<std::size_t>(std::count_if(
            before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
        const auto length = static_cast<std::size_t>(std::count_if(
            word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
        return apply_correction(agency.workspace(),
                                {"R-1", 1, question, start, start + length, by, "french", "unknown-word"});
    }
    [[nodiscard]] std::string for_client() { return *report_for_client(load()).find(question)->comment; }

    Agency agency;
    std::string question;
};

}  // namespace

TEST(TextDifference, TellsWhatChangedWordByWord) {
    using Kind = TextPart::Kind;
    EXPECT_THAT(compare_texts("la caissière a souri", "la gérante a souri"),
                ElementsAre(TextPart{Kind::same, "la "}, TextPart{Kind::removed, "caissière"},
                            TextPart{Kind::added, "gérante"}, TextPart{Kind::same, " a souri"}));
    EXPECT_THAT(compare_texts("", "Bonjour."), ElementsAre(TextPart{Kind::added, "Bonjour."}));
    EXPECT_THAT(compare_texts("pareil", "pareil"), ElementsAre(TextPart{Kind::same, "pareil"}));
    EXPECT_THAT(compare_texts("", ""), IsEmpty());
}

TEST(TextDifference, ItsPartsAreBothTexts) {
    const std::vector<std::pair<std::string, std::string>> pairs{{"un deux trois quatre", "deux un trois cinq quatre"},
                                                                 {"a b c", "c b a"},
                                                                 {"la la la", "la la"},
                                                                 {"tout autre chose", "rien de tel"},
                                                                 {"x", ""},
                                                                 {"été, hiver", "été et hiver"}};
    for (const auto& [before, after] : pairs) {
        std::string old_text, new_text;
        for (const TextPart& part : compare_texts(before, after)) {
            if (part.kind != TextPart::Kind::added) old_text += part.text;
            if (part.kind != TextPart::Kind::removed) new_text += part.text;
        }
        EXPECT_EQ(old_text, before);
        EXPECT_EQ(new_text, after);
    }
}

TEST(TextDifference, LongTextsWithNothingInCommonAreReplaced) {
    std::string before, after;
    for (int i = 0; i < 4000; ++i) {
        before += "a" + std::to_string(i) + " ";
        after += "b" + std::to_string(i) + " ";
    }
    std::string old_text, new_text;
    for (const TextPart& part : compare_texts(before, after)) {
        if (part.kind != TextPart::Kind::added) old_text += part.text;
        if (part.kind != TextPart::Kind::removed) new_text += part.text;
    }
    EXPECT_EQ(old_text, before);
    EXPECT_EQ(new_text, after);
}

TEST(TextChanges, PlacesCountInTheSubmittedTextWhateverCameBefore) {
    const std::string original = "la la maison été bleu";
    auto changes = with_change({}, change(0, 3, ""));  // the first « la » goes
    ASSERT_TRUE(changes);
    changes = with_change(*changes, change(17, 21, "bleue"));
    ASSERT_TRUE(changes);
    changes = with_change(*changes, change(6, 12, "grande maison d'"));
    ASSERT_TRUE(changes);
    EXPECT_EQ(changed_text(original, *changes), "la grande maison d' été bleue");
    EXPECT_EQ(changed_text(original, without_changes(*changes, 6, 12)), "la maison été bleue");
}

TEST(TextChanges, AnotherCorrectionOfThePassageReplacesTheFirst) {
    const auto changes = with_change(*with_change({}, change(0, 4, "Un")), change(0, 4, "Une"));
    ASSERT_TRUE(changes);
    EXPECT_EQ(changed_text("Deux gants", *changes), "Une gants");
    EXPECT_FALSE(with_change(*changes, change(2, 6, "x"))) << "half of it was rewritten already";
}

TEST(TextChanges, WritingByHandKeepsTheCorrectionsItLeaves) {
    const std::string original = "Une éleve a salue le cliant.";
    const std::vector<TextChange> corrected{change(4, 9, "élève"), change(21, 27, "client")};
    const std::string before = changed_text(original, corrected);
    ASSERT_EQ(before, "Une élève a salue le client.");
    const auto changes = rewritten(original, corrected, "Une élève a vite salué le client.", by_hand());
    EXPECT_EQ(changed_text(original, changes), "Une élève a vite salué le client.");
    ASSERT_THAT(changes, SizeIs(3));
    EXPECT_EQ(changes[0], corrected[0]);
    EXPECT_EQ(changes[1].by, "bruno");
    EXPECT_TRUE(changes[1].plugin.empty());
    EXPECT_EQ(changes[2], corrected[1]);
}

TEST(TextChanges, WritingTheSubmittedWordsAgainLeavesNoChange) {
    const std::string original = "Une éleve a salue.";
    EXPECT_THAT(rewritten(original, {change(4, 9, "élève")}, original, by_hand()), IsEmpty());
    const auto emptied = rewritten(original, {}, "", by_hand());
    EXPECT_EQ(changed_text(original, emptied), "");
}

TEST(Editing, CorrectionsGoIntoTheCopyAndNeverIntoTheReport) {
    Written report;
    ASSERT_TRUE(report.correct("éleve", "élève bien").recorded);
    ASSERT_TRUE(report.correct("caissiere", "caissière").recorded) << "after a correction that moved its place";
    ASSERT_TRUE(report.correct("Été", "J'ai été").recorded) << "before both";
    EXPECT_EQ(report.for_client(),
              "J'ai été reçu à 14 h 05 par une élève bien souriante, puis par la caissière, qui m'a dit « Bonjour » "
              "près de la caisse 3.");
    const ReportDetails details = report.load();
    EXPECT_EQ(details.report.find(report.question)->comment, comment);
    ASSERT_THAT(details.edited, SizeIs(1));
    EXPECT_THAT(details.edited.front().changes, SizeIs(3));
    EXPECT_EQ(details.edited.front().by, "anne");
    EXPECT_EQ(details.edited.front().changes.front().rule, "unknown-word");
    EXPECT_THAT(check_database(report.agency.workspace()), IsEmpty());
}

TEST(Editing, OneCorrectionIsTakenBackAlone) {
    Written report;
    ASSERT_TRUE(report.correct("éleve", "élève").recorded);
    ASSERT_TRUE(report.correct("caissiere", "caissière").recorded);
    const TextChange first = report.load().edited.front().changes.front();
    ASSERT_TRUE(
        take_correction_back(report.agency.workspace(), "R-1", 1, report.question, first.start, first.end).recorded);
    EXPECT_NE(report.for_client().find("une éleve souriante, puis par la caissière"), std::string::npos);
    EXPECT_FALSE(
        take_correction_back(report.agency.workspace(), "R-1", 1, report.question, first.start, first.end).recorded);
}

TEST(Editing, WhatIsWrittenByHandAndSetBack) {
    Written report;
    ASSERT_TRUE(report.correct("éleve", "élève").recorded);
    const std::int64_t base = report.load().edited.front().edit;
    ASSERT_TRUE(
        edit_answer(report.agency.workspace(), "R-1", 1, report.question, "Une élève m'a reçu.", base).recorded);
    EXPECT_EQ(report.for_client(), "Une élève m'a reçu.");
    const EditResult old = edit_answer(report.agency.workspace(), "R-1", 1, report.question, "Autre.", base);
    EXPECT_FALSE(old.recorded) << "made from a text that is no longer the copy";
    EXPECT_NE(old.refusal.en.find("meanwhile"), std::string::npos);
    EXPECT_FALSE(report.correct("caissiere", "caissière").recorded) << "that passage was rewritten";

    ASSERT_TRUE(reset_answer(report.agency.workspace(), "R-1", 1, report.question).recorded);
    EXPECT_THAT(report.load().edited, IsEmpty());
    EXPECT_EQ(report.for_client(), comment);
    EXPECT_FALSE(reset_answer(report.agency.workspace(), "R-1", 1, report.question).recorded);
    EXPECT_TRUE(report.correct("caissiere", "caissière").recorded);
}

TEST(Editing, NothingIsWrittenWhereNothingMayBe) {
    Written report;
    Workspace& workspace = report.agency.workspace();
    EXPECT_FALSE(apply_correction(workspace, {"R-1", 2, report.question, 0, 3, "x", "", ""}).recorded);
    EXPECT_FALSE(apply_correction(workspace, {"R-1", 1, report.question, 0, 4000, "x", "", ""}).recorded);
    EXPECT_FALSE(apply_correction(workspace, {"R-1", 1, report.question, 3, 3, "x", "", ""}).recorded);
    EXPECT_FALSE(edit_answer(workspace, "R-1", 1, "inconnue", "x", 0).recorded);
    EXPECT_THROW(static_cast<void>(edit_answer(workspace, "R-9", 1, "a", "x", 0)), std::runtime_error);
    const Decision decision = report.load().recommendation.decision.value_or(Decision::accept);
    ASSERT_TRUE(decide(workspace, {"R-1", 1, decision, "", "", {}}).recorded);
    EXPECT_FALSE(report.correct("éleve", "élève").recorded) << "the report is decided";
    EXPECT_THAT(report.load().edited, IsEmpty());
}

TEST(Editing, TheJsonTellsWhatTheClientGets) {
    Written report;
    ASSERT_TRUE(report.correct("éleve", "élève").recorded);
    const auto json = nlohmann::json::parse(to_json(report.load()));
    ASSERT_EQ(json["edited"].size(), 1U);
    EXPECT_EQ(json["edited"][0]["question"], report.question);
    EXPECT_EQ(json["edited"][0]["changes"][0]["text"], "élève");
    EXPECT_EQ(json["edited"][0]["by"], "anne");
    EXPECT_NE(json["edited"][0]["text"].get<std::string>().find("une élève"), std::string::npos);
    for (const auto& answer : json["answers"]) {
        if (answer["question"] == report.question) {
            EXPECT_EQ(answer["comment"], comment);
        }
    }
}

}  // namespace relis::review
