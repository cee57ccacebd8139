#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <tuple>
#include <vector>

#include "assessor.h"
#include "grades.h"
#include "review/calibrate.h"

namespace relis::review {

/// One report that people graded, and who can assess it.
struct GradedCase {
    store::RevisionKey key;
    std::string half;
    std::string programme;
    Workspace* workspace = nullptr;
    std::shared_ptr<Assessor> assessor;
    std::vector<Grade> grades;  ///< one a pass
};

/// Graded reports with the databases that hold them.
class Evidence {
  public:
    /// Reads the paths as review/calibrate.h says; `workspace` may be null.
    Evidence(Workspace* workspace, const WorkspaceOptions& program, const CalibrateOptions& options,
             const ProgressSink& progress, const std::stop_token& stop);
    ~Evidence();
    Evidence(const Evidence&) = delete;
    Evidence& operator=(const Evidence&) = delete;

    /// By half, tuning before checking, then by report. They live as long as nothing is added.
    [[nodiscard]] std::vector<const GradedCase*> cases() const;
    [[nodiscard]] const std::vector<Label>& problems() const { return problems_; }
    /// Adds a grade that a reviewer gave by overriding the machine; a pass of its own beside others of that report.
    void add_reviewers(Workspace& workspace, Grade grade, int revision);

  private:
    class Temporary;

    void read_folder(const std::filesystem::path& folder, const ProgressSink& progress, const std::stop_token& stop);
    void read_file(const std::filesystem::path& file);
    void add(Workspace& workspace, const std::shared_ptr<Assessor>& assessor, const std::string& half, Grade grade,
             int revision);
    std::shared_ptr<Assessor> assessor_on(Workspace& workspace) const;

    Workspace* lender_;
    WorkspaceOptions program_;
    nlohmann::json parameters_;
    std::vector<std::unique_ptr<Temporary>> temporary_;
    std::shared_ptr<Assessor> stored_;
    std::vector<GradedCase> cases_;
    /// Workspace, report and revision to the place in cases_
    std::map<std::tuple<const Workspace*, std::string, int>, std::size_t> known_;
    std::vector<Label> problems_;
};

/// What the machine says of a case, from its assessments and its recommendation.
[[nodiscard]] View view_of(const std::vector<Assessment>& assessments, const Recommendation& recommendation);

/// The questions that findings of one flag name.
[[nodiscard]] std::map<std::string, std::set<std::string>> flags_of(const std::vector<Assessment>& assessments);

}  // namespace relis::review
