#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include <relis/reliability.h>
#include <relis/report.h>

#include "../support/both_languages.h"
#include "../support/temporary_folder.h"
#include "store/assessments.h"
#include "store/batch.h"
#include "store/database.h"
#include "store/decisions.h"

namespace relis::store::test {

using relis::test::TemporaryFolder;

enum class Backend { sqlite, postgresql };

/// The address of the tests' server; fails the test where no server runs.
std::string server_url();

/// A place for one test's own database: a file, or a schema of the server, gone at the end.
class TemporaryDatabase {
  public:
    explicit TemporaryDatabase(Backend backend);
    ~TemporaryDatabase();
    TemporaryDatabase(const TemporaryDatabase&) = delete;
    TemporaryDatabase& operator=(const TemporaryDatabase&) = delete;
    [[nodiscard]] const std::string& location() const { return location_; }

  private:
    Backend backend_;
    std::unique_ptr<TemporaryFolder> folder_;
    std::string schema_;
    std::string location_;
};

/// Every test of this fixture runs on both back ends, with an empty database.
class StoreTest : public testing::TestWithParam<Backend> {
  protected:
    StoreTest() : place(GetParam()), database(place.location()) {}

    TemporaryDatabase place;
    Database database;
};

#define RELIS_ON_BOTH_BACK_ENDS(Fixture)                                                                      \
    INSTANTIATE_TEST_SUITE_P(BothBackEnds, Fixture, testing::Values(Backend::sqlite, Backend::postgresql),    \
                             [](const testing::TestParamInfo<Backend>& info) {                                \
                                 return std::string(info.param == Backend::sqlite ? "SQLite" : "PostgreSQL"); \
                             })

/// `minutes` after 2026-06-16T12:00:00-04:00.
Moment at(int minutes);

/// Report `id` of mission `M-id`, shopper C-1, programme epicerie, site S-1, due at(1440), submitted at(0), one
/// answer with this comment.
Report make_report(const std::string& id, const std::string& comment = "La caissière m'a salué.");

/// Makes sure of the questionnaire epicerie@1 and adds the report; what add_report said.
AddResult add(Database& database, const Report& report);

/// Assessed as `detail` 3.5 and `french` 4.25, one finding each, recommended for acceptance.
AssessedRevision make_assessed(const std::string& report_id, int revision = 1);

/// Adds and assesses the report.
void add_assessed(Database& database, const Report& report);

/// A decision on revision 1 by anne at at(100).
DecisionRequest request(const std::string& report_id, Decision decision);

/// Gives the shopper this rating.
void give_rating(Database& database, const std::string& shopper_id, const Reliability& reliability, const Moment& at);

/// Rates by counting: the value is the number of finished missions, at most 5.
Reliability count_missions(const ShopperHistory& history, const Moment& now);

}  // namespace relis::store::test
