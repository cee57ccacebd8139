#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "review/calibrate.h"
#include "review/compare.h"
#include "review/criteria_sheet.h"
#include "review/progress.h"
#include "review/queue.h"
#include "review/workspace.h"

namespace relis::app {

/// What tuning criteria asks of the review layer. Every function may block: call it off the interface thread. Safe to
/// call from several threads. Errors: std::runtime_error with a message for people.
class CriteriaDesk {
  public:
    CriteriaDesk() = default;
    CriteriaDesk(const CriteriaDesk&) = delete;
    CriteriaDesk& operator=(const CriteriaDesk&) = delete;
    virtual ~CriteriaDesk() = default;

    [[nodiscard]] virtual std::vector<review::ProgrammeName> programmes() = 0;
    [[nodiscard]] virtual review::CriteriaSheet sheet(const std::string& programme) = 0;
    [[nodiscard]] virtual std::optional<review::ParameterValues> overrides_of(std::int64_t criteria_set) = 0;
    [[nodiscard]] virtual review::PublishResult draft(const review::CriteriaProposal& proposal, const std::string& note,
                                                      std::int64_t replaced) = 0;
    [[nodiscard]] virtual review::ProposalResult publish(const review::CriteriaProposal& proposal,
                                                         const std::string& note, std::int64_t based_on) = 0;
    [[nodiscard]] virtual review::PublishResult roll_back(const std::string& programme, std::int64_t criteria_set) = 0;

    [[nodiscard]] virtual review::CriteriaComparison compare(const review::CompareOptions& options,
                                                             const review::ProgressSink& progress,
                                                             std::stop_token stop) = 0;
    /// Measures the calibration set of that folder, which is kept open for the next time.
    [[nodiscard]] virtual review::Calibration measure(const std::filesystem::path& folder, const std::string& programme,
                                                      const std::optional<review::CriteriaProposal>& proposal,
                                                      const review::ProgressSink& progress, std::stop_token stop) = 0;
};

/// The desk that works on a real workspace, which has to outlive it.
[[nodiscard]] std::unique_ptr<CriteriaDesk> make_criteria_desk(review::Workspace& workspace);

/// The calibration set that came with the program; empty where there is none.
[[nodiscard]] std::filesystem::path installed_calibration_set();

}  // namespace relis::app
