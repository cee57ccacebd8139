// A further revision: what reads as before keeps what was said of it, what changed is read, and the rating is that of
// the whole.
#include <random>

#include <gtest/gtest.h>

#include "engine.h"
#include "support/visit.h"

namespace relis::french::testing {
namespace {

Assessment assessment_of(const Rating& rating) {
    Assessment assessment;
    assessment.plugin = "french";
    assessment.state = rating.score ? AssessmentState::judged : AssessmentState::not_judged;
    assessment.score = rating.score;
    assessment.reason = rating.reason;
    assessment.findings = rating.findings;
    assessment.contributions = rating.contributions;
    return assessment;
}

/// Sentences of right and wrong French, and of no French at all.
std::vector<std::string> sentences() {
    const Engine engine{std::filesystem::path(RELIS_RESOURCE_FOLDER)};
    std::vector<std::string> result;
    for (const rules::Rule& rule : engine.rules().rules()) {
        for (const rules::Example& example : rule.examples) result.push_back(example.text);
    }
    const std::size_t french = result.size();
    for (std::size_t i = 0; i < french / 8; ++i) {
        result.emplace_back("The cashier was very friendly and she told me to come back soon.");
        result.emplace_back("Xqzt brmpf qsdfgh wxcvbnq zrtplk mlkjhg qwzx.");
        result.emplace_back("La vendeuse m'a dit « have a nice day » avec un grand sourire.");
    }
    return result;
}

/// The same revision twice: told of the one before, and not told.
void expect_as_if_read_whole(Visit& after, const Visit& before, const std::map<std::string, ParameterValue>& changes) {
    const Rating whole = rate(after, changes);
    after.before = EarlierRevision{before.report, assessment_of(rate(before, changes))};
    EXPECT_EQ(assessment_of(rate(after, changes)), assessment_of(whole));
}

/// A visit whose revision before said one thing of its comment that no rule says.
Visit with_a_mark_on(const std::string& question, const std::string& text) {
    Visit visit;
    visit.comment(question, text);
    EarlierRevision before{visit.report, assessment_of(rate(visit))};
    before.assessment.findings.at(0).message = "Marque.";
    visit.before = before;
    return visit;
}

constexpr const char* faulty = "Les caissière est aimable et elle nous a bien servis à la caisse.";

}  // namespace

TEST(FurtherRevision, IsRatedAsIfItWereReadWhole) {
    const std::vector<std::string> texts = sentences();
    ASSERT_GT(texts.size(), 200U);
    const std::vector<std::map<std::string, ParameterValue>> settings{
        {},
        {{"suggestions", std::int64_t{0}}},
        {{"silent_rules", std::vector<std::string>{"foreign-passage"}}},
        {{"weight_typography", 1.0}, {"repeated_fault", 1.0}}};
    std::mt19937 random(20261123);
    const auto below = [&](std::size_t limit) { return random() % limit; };
    for (int round = 0; round < 80; ++round) {
        Visit before;
        for (int box = 0; box < 12; ++box) {
            std::string comment;
            for (std::size_t i = below(4); i < 4; ++i) comment += texts[below(texts.size())] + ' ';
            before.comment("q" + std::to_string(box), comment);
        }
        Visit after = before;
        for (std::size_t changed = below(4); changed > 0; --changed) {
            after.report.answers[below(12)].comment = texts[below(texts.size())];
        }
        expect_as_if_read_whole(after, before, settings[static_cast<std::size_t>(round) % settings.size()]);
    }
}

TEST(FurtherRevision, DoesNotReadAgainWhatReadsTheSame) {
    const Visit visit = with_a_mark_on("accueil", faulty);
    EXPECT_EQ(rate(visit).findings.at(0).message, "Marque.");
}

TEST(FurtherRevision, ReadsWhatChanged) {
    Visit visit = with_a_mark_on("accueil", faulty);
    visit.report.answers[0].comment = std::string(faulty) + " Bravo.";
    EXPECT_NE(rate(visit).findings.at(0).message, "Marque.");
}

TEST(FurtherRevision, ReadsATextThatMovedToAnotherQuestion) {
    Visit visit = with_a_mark_on("accueil", faulty);
    visit.form.questions[0].name = "caisse";
    visit.report.answers[0].question = "caisse";
    EXPECT_NE(rate(visit).findings.at(0).message, "Marque.");
}

TEST(FurtherRevision, IsReadWholeWhereThePassagesThatWereNotJudgedAreNotKnown) {
    Visit visit = with_a_mark_on("accueil", faulty);
    const std::map<std::string, ParameterValue> silent{
        {"silent_rules", std::vector<std::string>{"unreadable-passage"}}};
    EXPECT_NE(rate(visit, silent).findings.at(0).message, "Marque.");
}

}  // namespace relis::french::testing
