// Tuning criteria, without a display and without a database.
#include "app/criteria_model.h"

#include <gmock/gmock.h>

#include "app/criteria_words.h"
#include "app/parameter_text.h"
#include "app/words.h"
#include "fake_desk.h"

namespace relis::app {
namespace {

using testing::ElementsAre;

ParameterSpec number_spec(const std::string& name, double value) {
    ParameterSpec spec;
    spec.name = name;
    spec.type = ParameterType::real;
    spec.default_value = value;
    spec.minimum = 0;
    spec.maximum = 5;
    return spec;
}

class FakeCriteriaDesk final : public CriteriaDesk {
  public:
    review::CriteriaSheet agency;
    review::CriteriaSheet hotel;
    std::vector<review::CriteriaProposal> drafted;
    std::vector<std::int64_t> replaced;
    std::vector<review::CriteriaProposal> published;
    std::vector<Label> refusals;
    bool overtaken = false;
    std::vector<review::CompareOptions> compared;
    std::size_t measured = 0;

    FakeCriteriaDesk() {
        PluginDescription plugin;
        plugin.id = "detail";
        plugin.parameters = {number_spec("need", 2), number_spec("curve", 1)};
        agency.plugins = hotel.plugins = {plugin};
        agency.overrides["detail"]["need"] = 3.0;
        agency.criteria_set = 4;
        hotel.programme = "hotel";
        hotel.inherited = agency.overrides;
    }
    std::vector<review::ProgrammeName> programmes() override { return {{"hotel", "Hôtel"}}; }
    review::CriteriaSheet sheet(const std::string& programme) override { return programme.empty() ? agency : hotel; }
    std::optional<review::ParameterValues> overrides_of(std::int64_t) override {
        return review::ParameterValues{{"detail", {{"curve", ParameterValue(0.5)}}}};
    }
    review::PublishResult draft(const review::CriteriaProposal& proposal, const std::string&,
                                std::int64_t before) override {
        drafted.push_back(proposal);
        replaced.push_back(before);
        return {17, refusals};
    }
    review::ProposalResult publish(const review::CriteriaProposal& proposal, const std::string&,
                                   std::int64_t) override {
        if (overtaken) return {{}, true};
        published.push_back(proposal);
        if (refusals.empty()) agency.overrides = proposal.overrides;
        return {{18, refusals}, false};
    }
    review::PublishResult roll_back(const std::string&, std::int64_t) override { return {4, refusals}; }
    review::CriteriaComparison compare(const review::CompareOptions& options, const review::ProgressSink&,
                                       std::stop_token) override {
        compared.push_back(options);
        review::CriteriaComparison comparison;
        review::ReportChange small, large;
        small.report_id = "R-1";
        small.scores["detail"] = {3.0, 3.5};
        large.report_id = "R-2";
        large.scores["detail"] = {4.0, 2.0};
        comparison.changes = {small, large};
        return comparison;
    }
    review::Calibration measure(const std::filesystem::path&, const std::string&,
                                const std::optional<review::CriteriaProposal>& proposal, const review::ProgressSink&,
                                std::stop_token) override {
        ++measured;
        review::Calibration calibration;
        review::CalibrationGroup group;
        review::Agreement agreement;
        agreement.criterion = "detail";
        agreement.mean_absolute_error = proposal ? 0.2 : 0.4;
        group.machine.criteria = {agreement};
        calibration.groups = {group};
        review::GradedReport report;
        report.report_id = "G-1";
        report.machine["detail"] = proposal ? 4.0 : 3.0;
        report.person["detail"] = 4.0;
        calibration.reports = {report};
        return calibration;
    }
};

class Tuning : public testing::Test {
  protected:
    void start() {
        model_.start();
        ASSERT_TRUE(interface_.run_until([this] { return model_.sheet() != nullptr && !model_.loading(); }));
    }
    bool done(CriteriaModel::Outcome outcome) {
        return interface_.run_until(
            [&] { return model_.outcome() == outcome && !model_.working() && !model_.loading(); });
    }
    [[nodiscard]] ParameterRow row(const std::string& name) const { return *model_.row("detail", name); }

    FakeCriteriaDesk desk_;
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    Drafts drafts_;
    CriteriaModel model_{desk_, background_, drafts_};
};

TEST_F(Tuning, TellsDefaultInheritedAndOverriddenApart) {
    start();
    EXPECT_EQ(row("need").origin, ValueOrigin::overridden);
    EXPECT_EQ(row("need").value, ParameterValue(3.0));
    EXPECT_EQ(row("need").without, ParameterValue(2.0));
    EXPECT_EQ(row("curve").origin, ValueOrigin::plugin_default);
    model_.open("hotel");
    ASSERT_TRUE(interface_.run_until([this] { return !model_.loading(); }));
    EXPECT_EQ(row("need").origin, ValueOrigin::inherited);
    EXPECT_EQ(row("need").value, ParameterValue(3.0));
}

TEST_F(Tuning, RefusesWhatIsOutOfRangeAndKeepsTheValue) {
    start();
    EXPECT_FALSE(model_.set("detail", "need", ParameterValue(5.5)));
    EXPECT_EQ(row("need").value, ParameterValue(3.0));
    EXPECT_EQ(model_.changes(), 0U);
}

TEST_F(Tuning, AValueThatIsSetBackIsNoChange) {
    start();
    EXPECT_TRUE(model_.set("detail", "need", ParameterValue(4.0)));
    EXPECT_TRUE(row("need").changed);
    EXPECT_TRUE(model_.set("detail", "need", ParameterValue(3.0)));
    EXPECT_EQ(model_.changes(), 0U);
}

TEST_F(Tuning, ResettingTakesTheOverrideOutOfTheProposal) {
    start();
    model_.reset("detail", "need");
    EXPECT_EQ(row("need").value, ParameterValue(2.0));
    EXPECT_TRUE(row("need").changed);
    EXPECT_TRUE(model_.proposal().overrides.empty());
}

TEST_F(Tuning, ChangesOfOneSetStayWhileAnotherIsLookedAt) {
    start();
    model_.set("detail", "curve", ParameterValue(2.0));
    model_.open("hotel");
    ASSERT_TRUE(interface_.run_until([this] { return !model_.loading(); }));
    EXPECT_EQ(model_.changes(), 0U);
    EXPECT_TRUE(model_.changes_elsewhere());
    model_.open("");
    ASSERT_TRUE(interface_.run_until([this] { return !model_.loading(); }));
    EXPECT_EQ(row("curve").value, ParameterValue(2.0));
}

TEST_F(Tuning, ChangesAndTheirNoteAreBackInAnotherWindow) {
    start();
    model_.set("detail", "curve", ParameterValue(2.0));
    model_.reset("detail", "need");
    model_.set_note("plus doux");
    CriteriaModel other(desk_, background_, drafts_);
    other.start();
    ASSERT_TRUE(interface_.run_until([&] { return other.sheet() != nullptr && !other.loading(); }));
    EXPECT_EQ(other.brought_back(), 2U);
    EXPECT_EQ(other.row("detail", "curve")->value, ParameterValue(2.0));
    EXPECT_EQ(other.row("detail", "need")->value, ParameterValue(2.0)) << "the override is taken back";
    EXPECT_EQ(other.note(), "plus doux");
    other.publish("plus doux");
    ASSERT_TRUE(interface_.run_until([&] { return other.outcome() == CriteriaModel::Outcome::published; }));
    EXPECT_TRUE(drafts_.all().empty());
}

TEST_F(Tuning, PublishingEndsTheChanges) {
    start();
    model_.set("detail", "curve", ParameterValue(2.0));
    model_.publish("mieux");
    ASSERT_TRUE(done(CriteriaModel::Outcome::published));
    EXPECT_EQ(model_.changes(), 0U);
    ASSERT_EQ(desk_.published.size(), 1U);
    EXPECT_EQ(desk_.published.front().overrides.at("detail").size(), 2U) << "what was overridden stays so";
}

TEST_F(Tuning, WhoWasOvertakenKeepsHisChanges) {
    start();
    model_.set("detail", "curve", ParameterValue(2.0));
    desk_.overtaken = true;
    desk_.agency.overrides["detail"]["need"] = 4.0;
    desk_.agency.criteria_set = 5;
    model_.publish("mieux");
    ASSERT_TRUE(done(CriteriaModel::Outcome::overtaken));
    EXPECT_EQ(model_.sheet()->criteria_set, 5);
    EXPECT_EQ(row("need").value, ParameterValue(4.0));
    EXPECT_EQ(row("curve").value, ParameterValue(2.0));
    EXPECT_EQ(model_.changes(), 1U);
}

TEST_F(Tuning, ARefusalNamesItsReasonsAndLosesNothing) {
    start();
    const Label curve{"detail : curve : …", "detail: curve: …"};
    desk_.refusals = {curve};
    model_.set("detail", "curve", ParameterValue(2.0));
    model_.publish("mieux");
    ASSERT_TRUE(done(CriteriaModel::Outcome::refused));
    EXPECT_THAT(model_.errors(), ElementsAre(curve));
    EXPECT_EQ(model_.changes(), 1U);
}

TEST_F(Tuning, ADraftSavedTwiceIsOneDraft) {
    start();
    model_.set("detail", "curve", ParameterValue(2.0));
    model_.save_draft("a");
    ASSERT_TRUE(done(CriteriaModel::Outcome::drafted));
    model_.set("detail", "curve", ParameterValue(2.5));
    model_.save_draft("b");
    ASSERT_TRUE(interface_.run_until([this] { return !model_.working(); }));
    EXPECT_EQ(desk_.drafted.size(), 2U);
    EXPECT_THAT(desk_.replaced, ElementsAre(0, 17));
    EXPECT_EQ(model_.changes(), 1U) << "a draft puts nothing in force";
}

TEST_F(Tuning, AnEarlierVersionIsTakenAsChanges) {
    start();
    model_.take(2);
    ASSERT_TRUE(interface_.run_until([this] { return model_.changes() > 0; }));
    EXPECT_EQ(row("curve").value, ParameterValue(0.5));
    EXPECT_EQ(row("need").value, ParameterValue(2.0)) << "that version did not override it";
}

TEST_F(Tuning, ThePreviewPutsThoseFirstThatMoveMost) {
    start();
    model_.preview().set_folder("set");
    model_.set("detail", "curve", ParameterValue(2.0));
    model_.preview().refresh(model_.proposal(), 4);
    ASSERT_TRUE(interface_.run_until([this] { return !model_.preview().running(); }));
    const std::vector<MovedReport> moved = model_.preview().moved();
    ASSERT_EQ(moved.size(), 3U);
    EXPECT_EQ(moved[0].report_id, "R-2");
    EXPECT_EQ(moved[1].report_id, "G-1");
    EXPECT_EQ(moved[1].person, 4.0);
    EXPECT_EQ(moved[2].report_id, "R-1");
    ASSERT_TRUE(desk_.compared.front().proposal);
    bool nearer = false;
    for (const AgreementLine& line : model_.preview().agreement())
        nearer = nearer || (line.measure == AgreementLine::Measure::mean_error && line.direction() == 1);
    EXPECT_TRUE(nearer);
    EXPECT_EQ(model_.preview().graded_changes().at("detail").at(4), 1U);
}

TEST_F(Tuning, ThePreviewMeasuresWhatIsInForceOnce) {
    start();
    model_.preview().set_folder("set");
    for (const double value : {2.0, 2.5}) {
        model_.set("detail", "curve", ParameterValue(value));
        model_.preview().refresh(model_.proposal(), 4);
        ASSERT_TRUE(interface_.run_until([this] { return !model_.preview().running(); }));
    }
    EXPECT_EQ(desk_.measured, 3U) << "before once, after twice";
}

TEST_F(Tuning, ThePreviewShowsNothingOfAnotherProposal) {
    start();
    model_.preview().set_folder("set");
    model_.set("detail", "curve", ParameterValue(2.0));
    model_.preview().refresh(model_.proposal(), 4);
    ASSERT_TRUE(interface_.run_until([this] { return !model_.preview().running(); }));
    ASSERT_FALSE(model_.preview().moved().empty());
    EXPECT_FALSE(model_.preview().stopped());
    model_.set("detail", "curve", ParameterValue(1.5));
    model_.preview().refresh(model_.proposal(), 4);
    model_.preview().stop();
    EXPECT_TRUE(model_.preview().stopped());
    EXPECT_TRUE(model_.preview().moved().empty()) << "those were of 2.0";
    EXPECT_EQ(to_utf8(summary_of(model_.preview())), "Measuring was stopped; F5 measures again.");
    EXPECT_EQ(changes_chart(model_.preview()).empty, "") << "that no score changes is not known";
    model_.preview().refresh(model_.proposal(), 4);
    EXPECT_EQ(to_utf8(summary_of(model_.preview())), "Being measured...");
    ASSERT_TRUE(interface_.run_until([this] { return !model_.preview().running(); }));
    EXPECT_FALSE(model_.preview().stopped());
    EXPECT_EQ(model_.preview().moved().size(), 3U);
}

TEST(ParameterText, NumbersAreReadWithAPointAndWithAComma) {
    const ParameterSpec spec = number_spec("need", 2);
    EXPECT_EQ(value_from(spec, " 2,5 "), ParameterValue(2.5));
    EXPECT_EQ(value_from(spec, "2.5"), ParameterValue(2.5));
    for (const char* const wrong : {"", "deux", "2,5,1", "inf", "nan", "1e999"}) {
        EXPECT_FALSE(value_from(spec, wrong)) << wrong;
    }
    ParameterSpec whole = spec;
    whole.type = ParameterType::integer;
    EXPECT_EQ(value_from(whole, "3"), ParameterValue(std::int64_t{3}));
    EXPECT_FALSE(value_from(whole, "3,5"));
}

TEST(ParameterText, ListsGoThereAndBack) {
    ParameterSpec spec;
    spec.type = ParameterType::text_list;
    const auto value = value_from(spec, " reçu;; facture d'achat ;");
    ASSERT_TRUE(value);
    EXPECT_EQ(text_of(*value), "reçu; facture d'achat");
    EXPECT_EQ(value_from(spec, text_of(*value)), value);
    EXPECT_EQ(text_of(*value_from(spec, "  ")), "");
}

}  // namespace
}  // namespace relis::app
