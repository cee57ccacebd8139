#include "times.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.h"

using namespace relis;
using comments_testing::Case;
using consistency_tests::rules_of;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

Case visit(const char* start, const char* end) {
    Case one;
    one.visit(std::string("2026-06-16T") + start + ":00-04:00", std::string("2026-06-16T") + end + ":00-04:00");
    return one;
}

void ask_time(Case& one, const char* name, const char* label, const char* value) {
    Question& question = one.ask(name, label);
    question.type = QuestionType::time;
    question.comment = CommentPolicy::none;
    one.answer(name, value);
}

void ask_minutes(Case& one, const char* value) {
    Question& question = one.ask("attente", "Combien de minutes avez-vous attendu ?");
    question.type = QuestionType::integer;
    question.comment = CommentPolicy::none;
    one.answer("attente", value);
}

}  // namespace

TEST(Times, ReadTheWaysAnHourIsWritten) {
    using consistency::minutes_of_day;
    EXPECT_EQ(minutes_of_day("14:05"), 845);
    EXPECT_EQ(minutes_of_day("14:05:30"), 845);
    EXPECT_EQ(minutes_of_day("14 h 05"), 845);
    EXPECT_EQ(minutes_of_day("14h05"), 845);
    EXPECT_EQ(minutes_of_day("14\u202Fh\u00A005"), 845);
    EXPECT_EQ(minutes_of_day("9 h"), 540);
    for (const char* text : {"", "25:00", "14:60", "14", "midi", "14:", "h", "14h05x"})
        EXPECT_FALSE(minutes_of_day(text)) << text;
}

TEST(Times, AcceptAVisitAsItHappens) {
    Case one = visit("14:03", "14:38");
    ask_time(one, "heure_arrivee", "Heure d'arrivée", "14:03");
    ask_time(one, "heure_depart", "Heure de sortie", "14:38");
    ask_minutes(one, "4");
    EXPECT_THAT(rules_of(one, Category::times), IsEmpty());
}

TEST(Times, AskAboutADepartureBeforeTheArrival) {
    Case one = visit("14:03", "14:38");
    ask_time(one, "heure_arrivee", "Heure d'arrivée", "14:37");
    ask_time(one, "heure_depart", "Heure de sortie", "14:05");
    EXPECT_THAT(rules_of(one, Category::contradiction), ElementsAre("departure-before-arrival"));
}

TEST(Times, AskAboutAVisitThatEndsBeforeItBegins) {
    EXPECT_THAT(rules_of(visit("14:38", "14:03"), Category::times), ElementsAre("end-before-start"));
}

TEST(Times, AskAboutAReportSubmittedBeforeTheEndOfItsVisit) {
    Case one = visit("14:03", "14:38");
    one.report.submitted_at = parse_moment("2026-06-16T14:20:00-04:00");
    EXPECT_THAT(rules_of(one, Category::times), ElementsAre("submitted-before-end"));
}

TEST(Times, AskAboutAWaitLongerThanTheVisit) {
    Case one = visit("14:03", "14:38");
    ask_minutes(one, "75");
    EXPECT_THAT(rules_of(one, Category::contradiction), ElementsAre("wait-longer-than-visit"));
}

TEST(Times, AskAboutATimeOutsideTheVisit) {
    Case one = visit("14:03", "14:38");
    ask_time(one, "caisse", "À quelle heure avez-vous payé ?", "16:12");
    EXPECT_THAT(rules_of(one, Category::contradiction), ElementsAre("time-outside-visit"));
}

TEST(Times, AskAboutAnHourOutsideTheVisitWhereTheShopperTellsOfIt) {
    Case one = visit("14:03", "14:38");
    one.ask_text("recit", "Racontez votre visite.");
    one.answer("recit", "Je suis entrée à 17 h 22.");
    EXPECT_THAT(rules_of(one, Category::times), ElementsAre("hour-outside-visit"));
    one.report.answers.front().value = "Je suis entrée à 2 h 05.";
    EXPECT_THAT(rules_of(one, Category::times), IsEmpty()) << "an hour of the afternoon told as on a clock face";
}

TEST(Times, LeaveTheHoursOfTheShop) {
    Case one = visit("14:03", "14:38");
    one.ask_text("recit", "Racontez votre visite.");
    one.answer("recit", "Une affiche disait que la charcuterie ferme à 18 h, avec livraison dès 9 h 30.");
    EXPECT_THAT(rules_of(one, Category::times), IsEmpty());
}

TEST(Times, AskWhetherTimesThatAreAllRoundWereReadToTheMinute) {
    Case one = visit("14:00", "14:30");
    EXPECT_THAT(rules_of(one, Category::times), ElementsAre("round-times"));
}

TEST(Times, LeaveRoundTimesBesideOneToTheMinute) {
    EXPECT_THAT(rules_of(visit("15:56", "16:30"), Category::times), IsEmpty());
    EXPECT_THAT(rules_of(visit("14:05", "14:40"), Category::times), IsEmpty()) << "two multiples of five are no proof";
    Case one = visit("14:00", "14:30");
    ask_minutes(one, "7");
    EXPECT_THAT(rules_of(one, Category::times), IsEmpty());
}

TEST(Times, SurviveInstantsThatAreNotThere) {
    Case one;
    ask_time(one, "heure_arrivee", "Heure d'arrivée", "14:37");
    ask_minutes(one, "1e400");
    EXPECT_THAT(rules_of(one, Category::times), IsEmpty());
}
