#include "app/batch_model.h"

#include <algorithm>
#include <utility>

namespace relis::app {

namespace {

class WorkspaceBatchDesk final : public BatchDesk {
  public:
    explicit WorkspaceBatchDesk(review::Workspace& workspace) : workspace_(workspace) {}

    std::vector<review::PlannedDecision> plan(const std::vector<std::string>& report_ids,
                                              const review::ProgressSink& progress, std::stop_token stop) override {
        return review::plan_decisions(workspace_, report_ids, progress, std::move(stop));
    }
    review::DecidedMany decide(const std::vector<review::PlannedDecision>& planned,
                               const review::ProgressSink& progress, std::stop_token stop) override {
        return review::decide_many(workspace_, planned, progress, std::move(stop));
    }

  private:
    review::Workspace& workspace_;
};

}  // namespace

std::unique_ptr<BatchDesk> make_batch_desk(review::Workspace& workspace) {
    return std::make_unique<WorkspaceBatchDesk>(workspace);
}

BatchModel::BatchModel(BatchDesk& desk, Background& background) : desk_(desk), background_(background) {}

review::ProgressSink BatchModel::begin(State state, std::size_t total) {
    state_ = state;
    total_ = total;
    error_ = {};
    done_ = std::make_shared<std::atomic<std::size_t>>(0);
    return [done = done_](const review::Progress& progress) { *done = static_cast<std::size_t>(progress.done); };
}

void BatchModel::plan(std::vector<std::string> report_ids) {
    if (state_ == State::deciding) {
        return;
    }
    report_ids.resize(std::min(report_ids.size(), most_reports));
    planned_.clear();
    result_ = {};
    const review::ProgressSink progress = begin(State::planning, report_ids.size());
    request_.ask(
        background_,
        [&desk = desk_, report_ids = std::move(report_ids), progress](std::stop_token stop) {
            return desk.plan(report_ids, progress, std::move(stop));
        },
        [this](std::vector<review::PlannedDecision> planned) {
            planned_ = std::move(planned);
            state_ = State::planned;
            notifier_.tell(News::changed);
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::changed);
}

std::size_t BatchModel::count(Decision decision) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        planned_, [decision](const review::PlannedDecision& plan) { return plan.decision == decision; }));
}

std::size_t BatchModel::left() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(planned_, [](const review::PlannedDecision& plan) { return !plan.decision; }));
}

void BatchModel::confirm() {
    if (!can_confirm()) {
        return;
    }
    const review::ProgressSink progress = begin(State::deciding, planned_.size());
    request_.perform(
        background_,
        [&desk = desk_, planned = planned_, progress](std::stop_token stop) {
            return desk.decide(planned, progress, std::move(stop));
        },
        [this](review::DecidedMany result) {
            result_ = std::move(result);
            state_ = State::decided;
            notifier_.tell(News::changed);
            if (!result_.recorded.empty()) {
                notifier_.tell(News::recorded);
            }
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::changed);
}

void BatchModel::stop() {
    if (state_ == State::deciding) {
        request_.stop();
    } else if (state_ == State::planning) {
        request_.cancel();
        state_ = State::idle;
        notifier_.tell(News::changed);
    }
}

void BatchModel::fail(const Label& what) {
    error_ = what;
    state_ = State::idle;
    notifier_.tell(News::changed);
    notifier_.tell(News::failed);
}

}  // namespace relis::app
