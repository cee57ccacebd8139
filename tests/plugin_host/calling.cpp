#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

#include <gmock/gmock.h>

#include "host_fixture.h"

namespace relis::plugin_host {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

/// A context whose `similar_comments` blocks until the test lets it go.
class Gate final : public SmallContext {
  public:
    [[nodiscard]] std::vector<SimilarComment> similar_comments(std::string_view, std::size_t) const override {
        std::unique_lock lock(mutex_);
        ++entered_;
        changed_.notify_all();
        changed_.wait(lock, [&] { return open_; });
        return {};
    }
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }
    void wait_until_entered(int times) const {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return entered_ >= times; });
    }
    [[nodiscard]] int entered() const {
        const std::lock_guard lock(mutex_);
        return entered_;
    }

  private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    mutable int entered_ = 0;
    bool open_ = false;
};

Assessment misbehave(const PluginHost& host, const std::string& how,
                     const std::shared_ptr<const ReportContext>& context = std::make_shared<const SmallContext>()) {
    return host.assess("misbehaving", small_report(), context, parameters_of(host, "misbehaving", {{"how", how}}));
}

/// Calls until the plugin answers: it may still be busy, and a loaded machine may make any call overrun its budget.
template <class Call>
Assessment until_judged(const Call& call) {
    Assessment assessment = call();
    while (assessment.state == AssessmentState::failed) {
        std::this_thread::yield();
        assessment = call();
    }
    return assessment;
}

std::string failure(const std::string& how) {
    const PluginHost host(options_for({"misbehaving"}));
    const Assessment assessment = misbehave(host, how);
    EXPECT_EQ(assessment.state, AssessmentState::failed) << how;
    EXPECT_FALSE(assessment.score) << how;
    EXPECT_TRUE(assessment.findings.empty()) << how;
    EXPECT_THAT(assessment.reason, HasSubstr("« misbehaving »")) << how;
    return assessment.reason;
}

}  // namespace

TEST(Calling, GivesAScoreWithPluginAndVersion) {
    const PluginHost host(options_for({"good"}));
    const Assessment assessment = host.assess("good", small_report(), std::make_shared<const SmallContext>(),
                                              parameters_of(host, "good", {{"score", 3.5}}));
    EXPECT_EQ(assessment.plugin, "good");
    EXPECT_EQ(assessment.plugin_version, "1");
    EXPECT_EQ(assessment.state, AssessmentState::judged);
    EXPECT_EQ(assessment.score, 3.5);
    ASSERT_EQ(assessment.findings.size(), 1U);
    EXPECT_EQ(assessment.findings.front().rule, "first-letter");
}

TEST(Calling, TurnsAnExceptionIntoAFailedAssessment) {
    EXPECT_THAT(failure("throw"), HasSubstr("the index is corrupt"));
}

TEST(Calling, SurvivesAnExceptionThatIsNoException) {
    failure("throw-int");
}

TEST(Calling, NamesAParameterThatThePluginNeverDeclared) {
    EXPECT_THAT(failure("unknown-parameter"), HasSubstr("never_declared"));
}

TEST(Calling, RefusesImpossibleResults) {
    EXPECT_THAT(failure("score-6"), HasSubstr("une note de 6.0, hors de 0 à 5"));
    EXPECT_THAT(failure("score-nan"), HasSubstr("une note de non finie"));
    EXPECT_THAT(failure("position"), HasSubstr("de 0 à 1000, hors du texte"));
    EXPECT_THAT(failure("backwards"), HasSubstr("de 2 à 1"));
    EXPECT_THAT(failure("question"), HasSubstr("question inconnue"));
    EXPECT_THAT(failure("category"), HasSubstr("catégorie inconnue"));
    EXPECT_THAT(failure("cost"), HasSubstr("coût impossible"));
    EXPECT_THAT(failure("message"), HasSubstr("sans message lisible"));
}

TEST(Calling, CountsPositionsInCodePoints) {
    // « Été là » has 6 code points in 9 bytes; the finding ends 4 further than there are questions: 5 is inside, and
    // 7 would be were bytes counted
    const PluginHost host(options_for({"misbehaving"}));
    EXPECT_EQ(misbehave(host, "code-points").state, AssessmentState::judged);
    EXPECT_EQ(misbehave(host, "code-points", std::make_shared<const SmallContext>(3)).state, AssessmentState::failed);
}

TEST(Calling, KeepsNotJudgedApartFromFailed) {
    const PluginHost host(options_for({"misbehaving"}));
    const Assessment assessment = misbehave(host, "no-score");
    EXPECT_EQ(assessment.state, AssessmentState::not_judged);
    EXPECT_FALSE(assessment.score);
}

TEST(Calling, LetsAnInspectionFlagButNotCharge) {
    const PluginHost host(options_for({"costly_inspection"}));
    const auto context = std::make_shared<const SmallContext>();
    const Assessment free = host.assess("inspection", small_report(), context, parameters_of(host, "inspection"));
    EXPECT_EQ(free.state, AssessmentState::judged);
    EXPECT_FALSE(free.score);
    EXPECT_EQ(free.findings.size(), 1U);
    const Assessment costly =
        host.assess("inspection", small_report(), context, parameters_of(host, "inspection", {{"cost", 1.0}}));
    EXPECT_EQ(costly.state, AssessmentState::failed);
}

TEST(Calling, TellsAnAbsentPluginFromABadCall) {
    const PluginHost host(options_for({"good", "policy", "model"}));
    const auto context = std::make_shared<const SmallContext>();
    const auto none = std::make_shared<const Parameters>();
    EXPECT_EQ(host.assess("absent", small_report(), context, none).state, AssessmentState::failed);
    EXPECT_THROW((void)host.assess("policy", small_report(), context, none), std::invalid_argument);
    EXPECT_THROW((void)host.assess("good", nullptr, context, none), std::invalid_argument);
    EXPECT_THROW((void)host.rate("good", std::make_shared<ShopperHistory>(), Moment{}, none),
                 std::invalid_argument);
    EXPECT_FALSE(host.recommend("absent", std::make_shared<ReviewCase>(), context, none).decision);
}

TEST(Calling, RecommendsOrSaysWhyNot) {
    const PluginHost host(options_for({"policy"}));
    const auto context = std::make_shared<const SmallContext>();
    const auto recommend = [&](const std::string& how) {
        return host.recommend("policy", std::make_shared<ReviewCase>(), context,
                              parameters_of(host, "policy", {{"how", how}}));
    };
    EXPECT_EQ(recommend("well").decision, Decision::accept);
    for (const std::string how : {"throw", "no-reason"}) {
        const Recommendation recommendation = recommend(how);
        EXPECT_FALSE(recommendation.decision) << how;
        ASSERT_EQ(recommendation.reasons.size(), 1U) << how;
        EXPECT_EQ(recommendation.reasons.front().plugin, "policy");
        EXPECT_THAT(recommendation.reasons.front().text, HasSubstr("« policy »"));
    }
}

TEST(Calling, RatesAShopperOrSaysWhyNot) {
    const PluginHost host(options_for({"model"}));
    const auto history = std::make_shared<const ShopperHistory>();
    const ReliabilityResult rated = host.rate("model", history, Moment{}, parameters_of(host, "model"));
    ASSERT_TRUE(rated.reliability);
    EXPECT_EQ(rated.reliability->value, 3.0);
    EXPECT_EQ(rated.failure, "");
    const ReliabilityResult refused =
        host.rate("model", history, Moment{}, parameters_of(host, "model", {{"value", 7.0}}));
    EXPECT_FALSE(refused.reliability);
    EXPECT_THAT(refused.failure, HasSubstr("« model »"));
}

TEST(Calling, AssessesAReportWithEveryCriterionAndInspection) {
    const PluginHost host(options_for({"good", "costly_inspection", "misbehaving", "policy"}));
    const std::vector<Assessment> assessments =
        host.assess_all(small_report(), std::make_shared<const SmallContext>(),
                        {{"good", parameters_of(host, "good", {{"score", 2.0}})},
                         {"gone", std::make_shared<const Parameters>()},
                         {"policy", parameters_of(host, "policy")}});
    ASSERT_EQ(assessments.size(), 4U);
    EXPECT_EQ(assessments[0].plugin, "gone");
    EXPECT_EQ(assessments[0].state, AssessmentState::failed);
    EXPECT_EQ(assessments[1].plugin, "good");
    EXPECT_EQ(assessments[1].score, 2.0);
    EXPECT_EQ(assessments[2].plugin, "inspection");
    EXPECT_EQ(assessments[3].plugin, "misbehaving");
    EXPECT_EQ(assessments[3].score, 5.0);
}

TEST(Calling, MayBeDoneFromManyThreadsAtOnce) {
    const PluginHost host(options_for({"good"}));
    const auto context = std::make_shared<const SmallContext>();
    const auto parameters = parameters_of(host, "good");
    std::vector<std::future<int>> callers;
    for (int i = 0; i < 8; ++i) {
        callers.push_back(std::async(std::launch::async, [&] {
            int judged = 0;
            for (int call = 0; call < 50; ++call) {
                judged += host.assess("good", small_report(), context, parameters).score == 4.0 ? 1 : 0;
            }
            return judged;
        }));
    }
    for (std::future<int>& caller : callers) EXPECT_EQ(caller.get(), 50);
}

TEST(TimeBudget, FailsAnOverrunCallAndAsksItToStop) {
    HostOptions options = options_for({"misbehaving"});
    options.time_budget = 20ms;
    const PluginHost host(options);
    const Assessment assessment = misbehave(host, "until-stopped");
    EXPECT_EQ(assessment.state, AssessmentState::failed);
    EXPECT_THAT(assessment.reason, HasSubstr("a dépassé le temps accordé (20 ms)"));
    // The plugin stops by itself once it is asked to, and is then called again
    EXPECT_EQ(until_judged([&] { return misbehave(host, "after-stop"); }).reason, "Non arrêté.")
        << "a call must not see the stop of another";
}

TEST(TimeBudget, LeavesAnOverrunningPluginAloneAndTheOthersAtWork) {
    HostOptions options = options_for({"misbehaving", "good"});
    options.time_budget = 20ms;
    options.threads = 1;
    const PluginHost host(options);
    const auto gate = std::make_shared<Gate>();
    EXPECT_EQ(misbehave(host, "hang", gate).state, AssessmentState::failed);
    const Assessment again = misbehave(host, "hang", gate);
    EXPECT_EQ(again.state, AssessmentState::failed);
    EXPECT_THAT(again.reason, HasSubstr("n'est pas terminé"));
    gate->wait_until_entered(1);
    EXPECT_EQ(gate->entered(), 1) << "the plugin was called again";
    // The only thread of the pool hangs, and its replacement works on
    const auto context = std::make_shared<const SmallContext>();
    const auto parameters = parameters_of(host, "good");
    EXPECT_EQ(until_judged([&] { return host.assess("good", small_report(), context, parameters); }).score, 4.0);
    gate->open();
    until_judged([&] { return misbehave(host, "well"); });
}

TEST(TimeBudget, DoesNotCountTheWaitForAThread) {
    HostOptions options = options_for({"misbehaving", "good"});
    options.time_budget = 500ms;
    options.threads = 1;
    const PluginHost host(options);
    const auto gate = std::make_shared<Gate>();
    auto hanging = std::async(std::launch::async, [&] { return misbehave(host, "hang", gate).state; });
    gate->wait_until_entered(1);
    // Waits behind the hanging call for all of its budget, then runs
    const auto context = std::make_shared<const SmallContext>();
    EXPECT_EQ(host.assess("good", small_report(), context, parameters_of(host, "good")).state, AssessmentState::judged);
    EXPECT_EQ(hanging.get(), AssessmentState::failed);
    gate->open();
}

TEST(TimeBudget, KeepsWhatAnOverrunningCallUsesBeyondTheHostsLife) {
    const auto gate = std::make_shared<Gate>();
    const std::weak_ptr<const Report> report = [&] {
        HostOptions options = options_for({"misbehaving"});
        options.time_budget = 20ms;
        const PluginHost host(options);
        const auto own = small_report();
        const std::weak_ptr<const Report> seen = own;
        (void)host.assess("misbehaving", own, gate, parameters_of(host, "misbehaving", {{"how", "hang"}}));
        return seen;
    }();
    EXPECT_FALSE(report.expired()) << "the call still reads it";
    gate->open();
    while (!report.expired()) std::this_thread::yield();
}

}  // namespace relis::plugin_host
