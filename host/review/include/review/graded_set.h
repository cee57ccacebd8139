#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>

#include "review/calibrate.h"
#include "review/criteria_sheet.h"

namespace relis::review {

/// A calibration folder kept open, so that one proposal after another is measured without reading it again. Its reports
/// lie in a temporary database of its own, which goes with it. May be used from several threads.
class GradedSet {
  public:
    /// `workspace` lends its criteria and outlives the set. Throws std::runtime_error where the folder cannot be read
    /// (calibrate.h says what it holds).
    GradedSet(Workspace& workspace, const std::filesystem::path& folder, const ProgressSink& progress = {},
              const std::stop_token& stop = {});
    ~GradedSet();
    GradedSet(const GradedSet&) = delete;
    GradedSet& operator=(const GradedSet&) = delete;

    /// Measures all graded reports as if they were of that programme (empty: the agency's own set alone), with what is
    /// published for it, or with `proposal` in the place of the set it is a version of.
    [[nodiscard]] Calibration measure(const std::string& programme, const std::optional<CriteriaProposal>& proposal,
                                      const ProgressSink& progress = {}, const std::stop_token& stop = {}) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace relis::review
