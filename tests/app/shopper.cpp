// A shopper's file as the window shows it.
#include <algorithm>

#include <gtest/gtest.h>

#include "app/shopper_model.h"
#include "app/words.h"
#include "fake_desk.h"

namespace relis::app {
namespace {

class FakeShopperDesk final : public ShopperDesk {
  public:
    review::ShopperFile known;
    std::vector<std::string> asked;

    review::ShopperFile file(const std::string& shopper_id) override {
        asked.push_back(shopper_id);
        if (shopper_id != known.card.shopper_id) {
            throw std::runtime_error("no shopper " + shopper_id);
        }
        return known;
    }
    FeedbackPreview feedback(const std::string&, const std::optional<review::DecisionRecord>&) override { return {}; }
    FeedbackPreview month(const std::string&, std::chrono::year_month) override { return {}; }
    FeedbackPreview draft(const DraftFile&) override { return {}; }
    std::vector<std::chrono::year_month> months(const std::string&) override { return {}; }
};

Moment day(int number) {
    return Moment{std::chrono::sys_seconds{std::chrono::days{20'000 + number}}, {}};
}

review::ShopperFile example() {
    review::ShopperFile file;
    file.card.shopper_id = "C-1";
    file.card.name = "Louise Tremblay";
    file.joined_on = "2024-05-02";
    for (int i = 0; i < 3; ++i) {
        review::RatingPoint point;
        point.at = day(i);
        point.reliability.value = 3.0 + i * 0.5;
        file.ratings.push_back(point);
        MissionRecord mission;
        mission.closed_at = day(2 - i);
        mission.detail = 2.0 + i;
        file.card.history.push_back(mission);
    }
    file.card.reliability = file.ratings.back().reliability;
    file.moves = {{"punctuality", {"Ponctualité", "Punctuality"}, 3.0, 3.5}, {"detail", {"Détail", "Detail"}, {}, 4.0}};
    file.punctuality = {7, 1, 4.0};
    file.notes = {{"2026-03-02", review::ShopperNote::Kind::positive, "Citée par le client"},
                  {"2026-01-10", review::ShopperNote::Kind::negative, "Rendez-vous manqué"}};
    file.absences = {{"2026-07-01", "2026-07-14"}};
    return file;
}

std::string text_of(const Document& document) {
    wxString text;
    for (const Paragraph& paragraph : document.paragraphs) {
        for (const Span& span : paragraph.spans) {
            text += from_code_points(span.text);
        }
        text += "\n";
    }
    return to_utf8(text);
}

class ShopperFileShown : public testing::Test {
  protected:
    FakeShopperDesk desk_;
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    ShopperModel model_{desk_, background_};
};

TEST_F(ShopperFileShown, IsLoadedOffTheInterfaceAndForgottenForAnother) {
    desk_.known = example();
    model_.open("C-1");
    EXPECT_EQ(model_.file(), nullptr);
    ASSERT_TRUE(interface_.run_until([this] { return model_.file() != nullptr; }));
    EXPECT_EQ(model_.file()->card.name, "Louise Tremblay");
    model_.open("C-404");
    EXPECT_EQ(model_.file(), nullptr) << "nothing of one shopper is shown under another's name";
    ASSERT_TRUE(interface_.run_until([this] { return !model_.error().en.empty(); }));
    EXPECT_EQ(model_.error().en, "no shopper C-404");
    model_.open("C-1");
    ASSERT_TRUE(interface_.run_until([this] { return model_.file() != nullptr; }));
    EXPECT_TRUE(model_.error().en.empty());
}

TEST_F(ShopperFileShown, NamesTheLanguagesThatTheShopperSpeaks) {
    review::ShopperFile file = example();
    file.languages = {"fr", "en-CA", "qqx"};
    EXPECT_NE(text_of(shopper_file_document(file)).find("French  ·  English  ·  qqx"), std::string::npos);
}

TEST_F(ShopperFileShown, TellsNotesWithTheirReasonsAndHowTheRatingMoved) {
    const std::string text = text_of(shopper_file_document(example()));
    for (const char* const part : {"Louise Tremblay", "2024-05-02", "3.0 → 3.5", "7 of 8 reports on time", "4.0 h",
                                   "Citée par le client", "reproach", "Rendez-vous manqué", "2026-07-01"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    }
    EXPECT_NE(text_of(shopper_file_document({})).find("No report with a due time"), std::string::npos);
}

TEST_F(ShopperFileShown, DrawsFromTheOldestToTheLatest) {
    const Chart rating = rating_chart(example());
    ASSERT_EQ(rating.series.size(), 1U);
    EXPECT_EQ(rating.series.front().values, (std::vector<std::optional<double>>{3.0, 3.5, 4.0}));
    const Chart scores = scores_chart(example());
    ASSERT_EQ(scores.series.size(), 2U);
    EXPECT_EQ(scores.series.front().values, (std::vector<std::optional<double>>{4.0, 3.0, 2.0}));
    EXPECT_EQ(scores.series.back().values.front(), std::nullopt) << "not known is not zero";
    EXPECT_FALSE(has_values(rating_chart({})));
    EXPECT_FALSE(rating_chart({}).empty.empty());
}

}  // namespace
}  // namespace relis::app
