#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "app/background.h"
#include "app/batch_desk.h"
#include "app/notifier.h"

namespace relis::app {

/// Deciding many reports at once: what would be decided is looked up and shown first, then confirmed. Lives on the
/// interface thread; works off it.
class BatchModel {
  public:
    enum class State {
        idle,
        planning,  ///< the reports are being looked at
        planned,   ///< planned() is known and can be confirmed
        deciding,
        decided  ///< result() is known
    };
    enum class News {
        changed,   ///< state()
        recorded,  ///< result() is known and something was recorded
        failed     ///< see error(); nothing is going on
    };

    /// `desk` and `background` outlive the model.
    BatchModel(BatchDesk& desk, Background& background);

    /// More than this is not decided at once.
    static constexpr std::size_t most_reports = 1000;

    /// Looks at the reports (the first most_reports of them). Not while deciding.
    void plan(std::vector<std::string> report_ids);
    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] const std::vector<review::PlannedDecision>& planned() const { return planned_; }
    /// How many of planned() would be decided so.
    [[nodiscard]] std::size_t count(Decision decision) const;
    /// How many are left to a person.
    [[nodiscard]] std::size_t left() const;
    [[nodiscard]] bool can_confirm() const { return state_ == State::planned && left() < planned_.size(); }
    /// Decides what is planned.
    void confirm();
    /// Planning is dropped; deciding ends after the report at hand, and what was decided stays.
    void stop();

    /// How many reports of how many have been looked at, or decided.
    [[nodiscard]] std::size_t done() const { return *done_; }
    [[nodiscard]] std::size_t total() const { return total_; }
    [[nodiscard]] const review::DecidedMany& result() const { return result_; }
    [[nodiscard]] const Label& error() const { return error_; }

    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    review::ProgressSink begin(State state, std::size_t total);
    void fail(const Label& what);

    BatchDesk& desk_;
    Background& background_;
    State state_ = State::idle;
    std::vector<review::PlannedDecision> planned_;
    review::DecidedMany result_;
    Label error_;
    std::shared_ptr<std::atomic<std::size_t>> done_ = std::make_shared<std::atomic<std::size_t>>(0);
    std::size_t total_ = 0;
    Notifier<News> notifier_;
    Request request_;
};

}  // namespace relis::app
