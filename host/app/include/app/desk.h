#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <relis/moment.h>

#include "app/batch_desk.h"
#include "app/report_desk.h"
#include "review/assess.h"
#include "review/changes.h"
#include "review/decide.h"
#include "review/import.h"
#include "review/progress.h"
#include "review/queue.h"
#include "review/report_details.h"
#include "review/workspace.h"

namespace relis::app {

/// Whether a report waits for a person's decision.
[[nodiscard]] constexpr bool waits_for_decision(review::ReportState state) {
    return state == review::ReportState::submitted || state == review::ReportState::assessed;
}

/// Everything the workstation asks of the review layer, as one interface so that view models are tested without a
/// database and with failures of our choosing. Every function may block: call it off the interface thread, except
/// user(), changes() and now(). Thread-safe. Errors: std::runtime_error with a message for people.
class Desk {
  public:
    Desk() = default;
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    virtual ~Desk() = default;

    [[nodiscard]] virtual const std::string& user() const = 0;
    [[nodiscard]] virtual Moment now() const = 0;
    [[nodiscard]] virtual review::Changes& changes() = 0;

    [[nodiscard]] virtual review::QueuePage page(const review::QueueQuery& query, const std::string& after,
                                                 std::size_t limit) = 0;
    [[nodiscard]] virtual std::uint64_t count(const review::QueueQuery& query) = 0;
    [[nodiscard]] virtual std::vector<review::ProgrammeName> programmes() = 0;

    [[nodiscard]] virtual review::ReportDetails load(const std::string& report_id) = 0;
    /// Marks a report as open with this user; whoever else holds it, or empty.
    [[nodiscard]] virtual std::string claim(const std::string& report_id) = 0;
    virtual void release(const std::string& report_id) = 0;

    [[nodiscard]] virtual review::DecisionResult decide(const review::DecisionRequest& request) = 0;
    [[nodiscard]] virtual review::DecisionResult undo(const std::string& report_id) = 0;
    /// Quick, may be called on the interface thread.
    [[nodiscard]] virtual std::string prefilled_message(const review::ReportDetails& details, Decision decision) = 0;
    [[nodiscard]] virtual Moment default_rework_due() = 0;

    [[nodiscard]] virtual review::ImportSummary import(const std::filesystem::path& path,
                                                       const review::ProgressSink& progress, std::stop_token stop) = 0;
    [[nodiscard]] virtual review::AssessSummary assess(const review::ProgressSink& progress, std::stop_token stop) = 0;

    [[nodiscard]] virtual std::vector<review::PluginStatus> plugins() = 0;
    virtual void retry_plugin(const std::filesystem::path& path) = 0;

    /// What is asked at an open report; lives as long as the desk. May be called on the interface thread.
    [[nodiscard]] virtual ReportDesk& at_report() = 0;
    /// What is asked when many reports are decided at once; the same.
    [[nodiscard]] virtual BatchDesk& batch() = 0;
};

/// The desk that works on a real workspace, which has to outlive it.
[[nodiscard]] std::unique_ptr<Desk> make_desk(review::Workspace& workspace);

}  // namespace relis::app
