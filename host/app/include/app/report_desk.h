#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <relis/finding.h>

#include "review/attachments.h"
#include "review/edited_copy.h"
#include "review/interventions.h"
#include "review/judgements.h"
#include "review/mission_candidates.h"
#include "review/revisions.h"
#include "review/rework_answer.h"
#include "review/shoppers.h"
#include "review/workspace.h"

namespace relis::app {

/// What a report is read beside.
struct Beside {
    std::optional<review::EarlierRevision> earlier;
    std::vector<review::AttachmentView> attachments;
    std::optional<review::ShopperCard> shopper;        ///< absent where nothing is known of him
    std::optional<review::RevisionChanges> changes{};  ///< what a further revision brought; absent: the first one
};

/// What a reviewer at an open report asks of the review layer beyond reading and deciding it: judging findings and
/// scores, correcting the client's copy, what the report is read beside. Every function may block: call it off the
/// interface thread. Thread-safe. Errors: std::runtime_error with a message for people.
class ReportDesk {
  public:
    ReportDesk() = default;
    ReportDesk(const ReportDesk&) = delete;
    ReportDesk& operator=(const ReportDesk&) = delete;
    virtual ~ReportDesk() = default;

    [[nodiscard]] virtual review::JudgementResult dismiss(const review::DismissalRequest& request) = 0;
    [[nodiscard]] virtual review::JudgementResult restore(std::int64_t dismissal) = 0;
    [[nodiscard]] virtual review::JudgementResult override_score(const std::string& report_id, int revision,
                                                                 const std::string& criterion, double score,
                                                                 const std::string& reason) = 0;
    [[nodiscard]] virtual review::JudgementResult restore_score(const std::string& report_id, int revision,
                                                                const std::string& criterion) = 0;
    [[nodiscard]] virtual review::JudgementResult waive(const std::string& report_id, int revision,
                                                        const std::string& reason) = 0;

    [[nodiscard]] virtual review::EditResult correct(const review::CorrectionRequest& request) = 0;
    [[nodiscard]] virtual review::EditResult take_back(const std::string& report_id, int revision,
                                                       const std::string& question, std::size_t start,
                                                       std::size_t end) = 0;
    [[nodiscard]] virtual review::EditResult edit(const std::string& report_id, int revision,
                                                  const std::string& question, const std::string& text,
                                                  std::int64_t base) = 0;
    [[nodiscard]] virtual review::EditResult reset(const std::string& report_id, int revision,
                                                   const std::string& question) = 0;

    /// Holds the report, withdraws it or keeps it as a surplus visit; of `wanted`, kind, reason and date count.
    [[nodiscard]] virtual review::InterventionResult intervene(const std::string& report_id,
                                                               const review::Intervention& wanted) = 0;
    /// Takes that back.
    /// `reason`: of a surplus visit that is taken back.
    [[nodiscard]] virtual review::InterventionResult end_intervention(const std::string& report_id,
                                                                      review::Intervention::Kind kind,
                                                                      const std::string& reason) = 0;

    [[nodiscard]] virtual Beside beside(const review::ReportDetails& details) = 0;
    /// To whom the mission could be given instead, best first, with reasons; after them (rank 0) those whom
    /// a rule excludes, with that reason.
    [[nodiscard]] virtual std::vector<review::MissionCandidate> candidates(const std::string& mission_id) = 0;

    /// What the French plugin finds in a text that somebody is writing, in the French of that programme.
    [[nodiscard]] virtual std::vector<Finding> check(const std::string& text, const std::string& programme) = 0;
};

/// The desk that works on a real workspace, which has to outlive it.
[[nodiscard]] std::unique_ptr<ReportDesk> make_report_desk(review::Workspace& workspace);

}  // namespace relis::app
