#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <relis/assessment.h>
#include <relis/decision.h>
#include <relis/moment.h>

#include "store/database.h"
#include "store/page.h"

namespace relis::store {

/// What an assessment depends on; the same key always has the same result, so results are cached by it.
struct AssessmentKey {
    std::string report_id;
    int revision = 1;
    std::string plugin;
    std::string plugin_version;
    std::string parameters_hash;  ///< made by the caller from the parameter values
    bool operator==(const AssessmentKey&) const = default;
};

struct StoredAssessment {
    Assessment assessment;
    std::string parameters_hash;
    std::int64_t criteria_set = 0;   ///< id of the set whose parameters it ran with; 0: the plugin's defaults
    std::int64_t inherited_set = 0;  ///< id of the agency's set under a programme's; 0: none
    Moment made_at;
    bool stands = false;  ///< found by find_assessment: saving keeps it as it was made, with its set and its moment
    /// It stands since its plugin could not be called when the revision was assessed last; an earlier assessing made it
    bool is_earlier = false;
    bool operator==(const StoredAssessment&) const = default;
};

/// Everything that assessing one revision gave, with what the queue shows of it.
struct AssessedRevision {
    std::string report_id;
    int revision = 1;
    std::vector<StoredAssessment> assessments;
    Recommendation recommendation;
    /// Says which plugins, versions and parameters made it; made by the caller, compared by stale_reports.
    std::string fingerprint;
    std::int64_t criteria_set = 0;   ///< set that the recommendation was made with; 0: the defaults
    std::int64_t inherited_set = 0;  ///< the agency's under a programme's; 0: none
    Moment at;
    std::optional<double> detail;  ///< score 0–5 shown in the queue; absent: not judged
    std::optional<double> french;
    int flags = 0;    ///< findings of inspections
    int missing = 0;  ///< missing answers
    bool operator==(const AssessedRevision&) const = default;
};

/// Keeps the assessments and the recommendation of one or several revisions in one transaction. A report in the
/// state submitted moves to assessed (with an event); a decided one keeps its state (re-rating). The queue shows the
/// result where the revision is still the current one. Assessments made with other versions or parameters stay
/// beside; one of the same key is replaced. Throws Error not_found for an unknown revision, and then keeps none.
void save_assessments(Database& database, std::span<const AssessedRevision> revisions, const std::string& user);
void save_assessments(Database& database, const AssessedRevision& revision, const std::string& user);

/// The latest result of a revision, with the assessments in the order of their plugin ids; nothing where it was never
/// assessed.
[[nodiscard]] std::optional<AssessedRevision> load_assessed(Database& database, const std::string& report_id,
                                                            int revision);

/// The keys of the results that stand for a revision, by plugin id; without those that failed, which are no results.
[[nodiscard]] std::vector<AssessmentKey> standing_results(Database& database, const std::string& report_id,
                                                          int revision);

/// The plugins some of whose results stand though they could not be called when their revision was assessed last, by
/// id.
[[nodiscard]] std::vector<std::string> kept_plugins(Database& database);

/// A cached assessment, or nothing. It is told without is_earlier, which is of the assessing that stored it.
[[nodiscard]] std::optional<StoredAssessment> find_assessment(Database& database, const AssessmentKey& key);

/// Names one revision.
struct RevisionKey {
    std::string report_id;
    int revision = 1;
    bool operator==(const RevisionKey&) const = default;
};

/// Current revisions that nobody has assessed yet (state submitted), by report id.
[[nodiscard]] Page<RevisionKey> unassessed_reports(Database& database, const PageRequest& page = {});

/// Which reports count as stale, or are compared.
enum class ReportsOf {
    waiting,  ///< those that await a decision
    all       ///< decided ones too
};

/// Current revisions of a programme whose result has another fingerprint, by report id.
[[nodiscard]] Page<RevisionKey> stale_reports(Database& database, const std::string& programme,
                                              const std::string& fingerprint, const PageRequest& page = {},
                                              ReportsOf which = ReportsOf::waiting);

/// How many stale_reports would list. Takes time in proportion to the programme's reports.
[[nodiscard]] std::int64_t count_stale_reports(Database& database, const std::string& programme,
                                               const std::string& fingerprint, ReportsOf which = ReportsOf::waiting);

/// Current revisions of a programme, by report id.
[[nodiscard]] Page<RevisionKey> programme_reports(Database& database, const std::string& programme,
                                                  const PageRequest& page = {}, ReportsOf which = ReportsOf::waiting);

/// How many programme_reports would list.
[[nodiscard]] std::int64_t count_programme_reports(Database& database, const std::string& programme,
                                                   ReportsOf which = ReportsOf::waiting);

}  // namespace relis::store
