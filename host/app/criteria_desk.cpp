#include "app/criteria_desk.h"

#include <map>
#include <mutex>

#include "review/graded_set.h"
#include "review/resources.h"

namespace relis::app {
namespace {

class WorkspaceCriteriaDesk final : public CriteriaDesk {
  public:
    explicit WorkspaceCriteriaDesk(review::Workspace& workspace) : workspace_(workspace) {}

    std::vector<review::ProgrammeName> programmes() override { return review::programmes(workspace_); }
    review::CriteriaSheet sheet(const std::string& programme) override {
        return review::criteria_sheet(workspace_, programme);
    }
    std::optional<review::ParameterValues> overrides_of(std::int64_t criteria_set) override {
        return review::overrides_of_version(workspace_, criteria_set);
    }
    review::PublishResult draft(const review::CriteriaProposal& proposal, const std::string& note,
                                std::int64_t replaced) override {
        return review::draft_proposal(workspace_, proposal, note, replaced);
    }
    review::ProposalResult publish(const review::CriteriaProposal& proposal, const std::string& note,
                                   std::int64_t based_on) override {
        return review::publish_proposal(workspace_, proposal, note, based_on);
    }
    review::PublishResult roll_back(const std::string& programme, std::int64_t criteria_set) override {
        return review::roll_back(workspace_, programme, criteria_set);
    }
    review::CriteriaComparison compare(const review::CompareOptions& options, const review::ProgressSink& progress,
                                       std::stop_token stop) override {
        return review::compare_criteria(workspace_, options, progress, stop);
    }
    review::Calibration measure(const std::filesystem::path& folder, const std::string& programme,
                                const std::optional<review::CriteriaProposal>& proposal,
                                const review::ProgressSink& progress, std::stop_token stop) override {
        return graded(folder, progress, stop)->measure(programme, proposal, progress, stop);
    }

  private:
    std::shared_ptr<const review::GradedSet> graded(const std::filesystem::path& folder,
                                                    const review::ProgressSink& progress, const std::stop_token& stop) {
        const std::lock_guard lock(mutex_);  // a second one who asks for the same folder waits rather than read it too
        if (open_ != nullptr && folder_ == folder) return open_;
        auto made = std::make_shared<const review::GradedSet>(workspace_, folder, progress, stop);
        if (stop.stop_requested()) return made;  // read in part
        folder_ = folder;
        open_ = made;
        return made;
    }

    review::Workspace& workspace_;
    std::mutex mutex_;
    std::filesystem::path folder_;
    std::shared_ptr<const review::GradedSet> open_;
};

}  // namespace

std::unique_ptr<CriteriaDesk> make_criteria_desk(review::Workspace& workspace) {
    return std::make_unique<WorkspaceCriteriaDesk>(workspace);
}

std::filesystem::path installed_calibration_set() {
    const std::filesystem::path folder = review::resource_folder() / "calibration";
    std::error_code error;
    return std::filesystem::is_directory(folder / "grades", error) ? folder : std::filesystem::path();
}

}  // namespace relis::app
