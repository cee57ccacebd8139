// Other parameters of the reliability model, and what becomes of the ratings that were made before.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agency.h"
#include "review/assess.h"
#include "review/conduct.h"
#include "review/criteria.h"
#include "review/shoppers.h"
#include "review/tiers.h"

namespace relis::review {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

/// An agency whose shopper C-7 did four missions, two of them never, and is rated.
class RatingAfterPublishing : public testing::Test {
  protected:
    RatingAfterPublishing() {
        std::string history;
        for (int i = 0; i < 4; ++i) {
            const std::string number = std::to_string(i);
            history += std::string(i == 0 ? "" : ",") + R"({"mission_id": "H-)" + number +
                       R"(", "programme": "essai-2026", "site": "S-1", "shopper_id": "C-7", "due_at": )" +
                       R"("2026-06-02T12:00:00-04:00", "closed_at": "2026-06-03T10:00:00-04:00", "outcome": )" +
                       (i % 2 == 0 ? R"("missed"})"
                                   : R"("accepted", "submitted_at": "2026-06-02T10:00:00-04:00", "detail": 5.0})");
        }
        agency.import("roster.json",
                      R"({"format": "relis.roster/1", "shoppers": [{"id": "C-7", "name": "Camille"}], "history": [)" +
                          history + "]}");
        assess_pending(agency.workspace());
    }

    void publish(const std::string& parameters, const std::string& programme = {}) {
        ASSERT_THAT(publish_parameters(agency.workspace(), programme, parameters, "Essai.").errors, IsEmpty());
    }
    [[nodiscard]] RatingChange latest() {
        const ShopperLog log = shopper_log(agency.workspace(), "C-7");
        return log.ratings.empty() ? RatingChange{} : log.ratings.front();
    }

    Agency agency;
};

TEST_F(RatingAfterPublishing, FollowsTheNewParametersAndNamesThePublicationAsItsCause) {
    const double before = latest().value;
    publish(R"({"reliability": {"prior": 5.0}})");
    EXPECT_EQ(latest().value, before) << "assessing brings it about, not publishing itself";
    EXPECT_GT(assess_pending(agency.workspace()).rated_shoppers, 0U);
    EXPECT_GT(latest().value, before);
    EXPECT_EQ(latest().action, "publish");
    EXPECT_EQ(latest().subject, "1") << "the version";
    EXPECT_EQ(latest().user, "anne");
    EXPECT_EQ(latest().reason, "Essai.");
    EXPECT_THAT(verify_ratings(agency.workspace()), IsEmpty());
}

TEST_F(RatingAfterPublishing, HappensOnce) {
    publish(R"({"reliability": {"prior": 5.0}})");
    assess_pending(agency.workspace());
    const std::size_t ratings = shopper_log(agency.workspace(), "C-7").ratings.size();
    EXPECT_EQ(assess_pending(agency.workspace()).rated_shoppers, 0U);
    EXPECT_THAT(shopper_log(agency.workspace(), "C-7").ratings, SizeIs(ratings));
}

TEST_F(RatingAfterPublishing, FollowsARollBackToo) {
    const double before = latest().value;
    publish(R"({"reliability": {"prior": 4.0}})");
    assess_pending(agency.workspace());
    publish(R"({"reliability": {"prior": null}})");
    EXPECT_GT(assess_pending(agency.workspace()).rated_shoppers, 0U);
    EXPECT_NEAR(latest().value, before, 1e-3);
    EXPECT_EQ(latest().subject, "2");
}

TEST_F(RatingAfterPublishing, LeavesRatingsThatTheNewParametersDoNotConcern) {
    publish(R"({"detail": {"need": 12}})");
    EXPECT_EQ(assess_pending(agency.workspace()).rated_shoppers, 0U);
    publish(R"({"reliability": {"prior": 5.0}})", "essai-2026");
    EXPECT_EQ(assess_pending(agency.workspace()).rated_shoppers, 0U)
        << "shoppers work for several programmes: the agency's own criteria rate them";
    EXPECT_EQ(latest().action, "");
}

TEST_F(RatingAfterPublishing, GoesOnWhereItWasStopped) {
    publish(R"({"reliability": {"prior": 5.0}})");
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_EQ(rate_after_publishing(agency.workspace(), {}, stopped.get_token()), 0U);
    EXPECT_GT(rate_after_publishing(agency.workspace()), 0U);
}

TEST_F(RatingAfterPublishing, IsNoPublicationInTheHistoryOfTheCriteria) {
    publish(R"({"reliability": {"prior": 5.0}})");
    assess_pending(agency.workspace());
    const auto history = criteria_history(agency.workspace());
    ASSERT_THAT(history, SizeIs(1));
    EXPECT_THAT(history[0].events, SizeIs(1));
}

}  // namespace
}  // namespace relis::review
