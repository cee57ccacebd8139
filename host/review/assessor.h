#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "criteria_in_force.h"
#include "intake/rules.h"
#include "standing.h"
#include "store/assessments.h"
#include "store/reports.h"
#include "stored_context.h"

namespace relis::review {

/// What the queue shows of what stands: adds flags and missing answers, sets both scores.
void summarize(store::AssessedRevision& revision, const std::vector<Assessment>& standing);

/// Says what a programme is rated with.
using CriteriaSource = std::function<CriteriaInForce(const std::string& programme)>;

/// Whose word counts in a result.
enum class Voices {
    machine_and_people,  ///< dismissals and overrides apply: what stands
    machine_alone        ///< to compare the machine with people
};

/// A revision with everything that its plugins and its policy are given.
struct AssessedCase {
    std::shared_ptr<const Report> report;
    std::shared_ptr<const StoredContext> context;
    CriteriaInForce criteria;
    ReviewCase review_case;
};

/// Assesses stored revisions with the plugins of a workspace, keeping nothing. May be used from several threads.
class Assessor {
  public:
    /// By default, with the criteria in force, and people heard.
    explicit Assessor(Workspace& workspace, CriteriaSource criteria = {}, Voices voices = Voices::machine_and_people);

    struct Result {
        /// Assessments as the machine made them; recommendation, scores and counts as they stand.
        store::AssessedRevision revision;
        std::string programme;
        store::ReportState state = store::ReportState::submitted;
        std::vector<Assessment> standing;  ///< what the recommendation was made from
        std::size_t from_cache = 0;
        std::size_t failed = 0;
        std::size_t kept = 0;  ///< results of plugins that cannot be called at present
        std::vector<Label> problems;
    };

    /// Assesses a revision; what was assessed before with the same version and parameters is taken from the database.
    /// Throws LabelledError for an unknown report or a questionnaire that is not there.
    [[nodiscard]] Result assess(const store::RevisionKey& key);

    /// A revision with its criteria, assessed by nobody yet: for those who call plugins themselves.
    [[nodiscard]] AssessedCase prepare(const store::RevisionKey& key);

    /// What a programme is rated with, looked up once.
    [[nodiscard]] CriteriaInForce criteria(const std::string& programme);

  private:
    struct Shared;
    struct Loaded;

    std::shared_ptr<const Shared> shared_for(const std::string& programme, const std::string& questionnaire);
    Loaded load(const store::RevisionKey& key);
    void assess_all(const store::RevisionKey& key, const Loaded& loaded, Result& result);
    void keep_of_absent_plugins(const CriteriaInForce& criteria, Result& result);
    Recommendation recommend(ReviewCase review_case, const Loaded& loaded);

    Workspace& workspace_;
    CriteriaSource criteria_;
    Voices voices_;
    std::mutex mutex_;
    std::map<std::pair<std::string, std::string>, std::shared_ptr<const Shared>> shared_;
};

}  // namespace relis::review
