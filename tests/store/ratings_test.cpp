// Ratings that several people and programs bring about at the same time.
#include "store/ratings.h"

#include <atomic>
#include <barrier>
#include <thread>

#include <gmock/gmock.h>

#include "support.h"

namespace relis::store::test {

/// Reports, all by the shopper C-1, each waiting for its decision.
class Ratings : public StoreTest {
  protected:
    static constexpr int reports = 12;

    Ratings() {
        for (int i = 0; i < reports; ++i) add_assessed(database, make_report(id(i)));
    }

    static std::string id(int number) { return "R-" + std::to_string(number); }
    void accept(Database& own, int number) {
        ASSERT_TRUE(record_decision(own, request(id(number), Decision::accept), count_all).recorded);
    }
    /// By the number of missions that tell, without an upper end.
    static Reliability count_all(const ShopperHistory& history, const Moment& /*now*/) {
        return {5.0 * static_cast<double>(history.missions.size()) / reports, 0.5, false, {}};
    }
    double rating() { return load_rating(database, "C-1")->reliability.value; }
};
RELIS_ON_BOTH_BACK_ENDS(Ratings);

TEST_P(Ratings, CountEveryMissionThoughTwoPeopleDecideOfOneShopperAtOnce) {
    std::barrier together(2);
    const auto person = [&](int first) {
        Database own(place.location());
        for (int i = first; i < reports; i += 2) {
            together.arrive_and_wait();
            accept(own, i);
        }
    };
    std::jthread anne(person, 0);
    std::jthread bruno(person, 1);
    anne.join();
    bruno.join();
    EXPECT_DOUBLE_EQ(rating(), 5);
}

TEST_P(Ratings, AndAnAssessmentOfTheSameShoppersReportsDoNotStopEachOther) {
    std::vector<AssessedRevision> again;
    for (int i = reports; i-- > 0;) again.push_back(make_assessed(id(i)));
    std::atomic<bool> decided = false;
    std::jthread assessing([&] {
        Database own(place.location());
        while (!decided) EXPECT_NO_THROW(save_assessments(own, again, "relis"));
    });
    for (int i = 0; i < reports; ++i) EXPECT_NO_THROW(accept(database, i));
    decided = true;
    assessing.join();
    EXPECT_DOUBLE_EQ(rating(), 5);
}

TEST_P(Ratings, MadeMeanwhileByADecisionStay) {
    accept(database, 0);  // as of at(100)
    EXPECT_FALSE(rate_shopper(database, "C-1", at(99), [](const ShopperHistory&, const Moment&) {
        ADD_FAILURE() << "what was begun before knows nothing better";
        return Reliability{};
    }));
    EXPECT_FALSE(rate_shopper(database, "C-1", at(101), count_all)) << "nothing changed";
    EXPECT_EQ(list_ratings(database, "C-1").rows.size(), 1U);
}

}  // namespace relis::store::test
