#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/background.h"
#include "app/desk.h"
#include "fake_report_desk.h"

namespace relis::app {

class FakeDesk;

/// Plans and decides the rows of a FakeDesk: those with a flag are left.
class FakeBatchDesk final : public BatchDesk {
  public:
    explicit FakeBatchDesk(FakeDesk& desk) : desk_(desk) {}
    std::vector<review::PlannedDecision> plan(const std::vector<std::string>& report_ids, const review::ProgressSink&,
                                              std::stop_token) override;
    review::DecidedMany decide(const std::vector<review::PlannedDecision>& planned, const review::ProgressSink&,
                               std::stop_token) override;

  private:
    FakeDesk& desk_;
};

/// A desk without a database: rows, reports and refusals of the test's choosing. Remembers what it was asked.
class FakeDesk final : public Desk {
  public:
    std::vector<review::QueueRow> rows;
    std::function<review::ReportDetails(const std::string&)> loader;
    std::function<void(const review::QueueQuery&)> before_page = [](const review::QueueQuery&) {};
    Label refusal;             ///< of every decision; empty: recorded
    std::string other_holder;  ///< of every report
    std::vector<review::PluginStatus> plugin_status;

    std::vector<review::DecisionRequest> decided;
    std::vector<std::string> undone;
    std::vector<std::string> held;  ///< reports that are held now
    std::size_t pages_asked = 0;

    /// What a colleague does meanwhile.
    void moves(const std::string& report_id, review::ReportState state) {
        const std::scoped_lock lock(access_);
        set_state(report_id, state);
    }

    const std::string& user() const override { return user_; }
    Moment now() const override { return Moment{std::chrono::sys_seconds{std::chrono::seconds{1'800'000'000}}, {}}; }
    review::Changes& changes() override { return changes_; }

    review::QueuePage page(const review::QueueQuery& query, const std::string& after, std::size_t limit) override {
        before_page(query);
        const std::scoped_lock lock(access_);
        ++pages_asked;
        const std::vector<review::QueueRow> found = matching(query);
        const std::size_t from = after.empty() ? 0 : std::stoul(after);
        const std::size_t to = std::min(found.size(), from + limit);
        review::QueuePage page;
        page.rows.assign(found.begin() + static_cast<std::ptrdiff_t>(std::min(from, to)),
                         found.begin() + static_cast<std::ptrdiff_t>(to));
        if (to < found.size()) page.next = std::to_string(to);
        return page;
    }
    std::uint64_t count(const review::QueueQuery& query) override {
        const std::scoped_lock lock(access_);
        return matching(query).size();
    }
    std::vector<review::ProgrammeName> programmes() override { return {{"epicerie", "Épicerie"}}; }

    review::ReportDetails load(const std::string& report_id) override {
        if (loader) return loader(report_id);
        const std::scoped_lock lock(access_);
        for (const review::QueueRow& row : rows) {
            if (row.report_id != report_id) continue;
            review::ReportDetails details;
            details.row = row;
            details.report.report_id = report_id;
            details.recommendation.decision = row.recommendation;
            return details;
        }
        throw std::runtime_error("no report " + report_id);
    }
    std::string claim(const std::string& report_id) override {
        const std::scoped_lock lock(access_);
        if (!other_holder.empty()) return other_holder;
        held.push_back(report_id);
        return {};
    }
    void release(const std::string& report_id) override {
        const std::scoped_lock lock(access_);
        std::erase(held, report_id);
    }

    review::DecisionResult decide(const review::DecisionRequest& request) override {
        const std::scoped_lock lock(access_);
        if (!refusal.en.empty()) return {false, {}, refusal};
        decided.push_back(request);
        set_state(request.report_id, request.decision == Decision::accept ? review::ReportState::accepted
                                                                          : review::ReportState::rework_requested);
        return {true, "1", {}};
    }
    review::DecisionResult undo(const std::string& report_id) override {
        const std::scoped_lock lock(access_);
        undone.push_back(report_id);
        set_state(report_id, review::ReportState::assessed);
        return {true, "1", {}};
    }
    std::string prefilled_message(const review::ReportDetails& details, Decision) override {
        return "Bonjour, à propos de " + details.report.report_id;
    }
    Moment default_rework_due() override { return Moment{now().utc + std::chrono::hours(24), {}}; }

    review::ImportSummary import(const std::filesystem::path& path, const review::ProgressSink& progress,
                                 std::stop_token) override {
        if (path == "missing") throw LabelledError({"missing : ce fichier n'existe pas", "missing: no such file"});
        progress({{"Lecture", "Reading"}, 1, 2});
        const std::scoped_lock lock(access_);
        rows.push_back(make_row("imported"));
        review::ImportSummary summary;
        summary.reports_added = 1;
        return summary;
    }
    review::AssessSummary assess(const review::ProgressSink&, std::stop_token) override {
        review::AssessSummary summary;
        summary.assessed = 1;
        return summary;
    }
    std::vector<review::PluginStatus> plugins() override { return plugin_status; }
    void retry_plugin(const std::filesystem::path&) override {}
    FakeReportDesk& at_report() override { return at_report_; }
    BatchDesk& batch() override { return batch_; }

    static review::QueueRow make_row(const std::string& report_id,
                                     std::optional<Decision> recommendation = Decision::accept) {
        review::QueueRow row;
        row.report_id = report_id;
        row.state = review::ReportState::assessed;
        row.site = "Marché " + report_id;
        row.recommendation = recommendation;
        return row;
    }
    void add_rows(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) rows.push_back(make_row("R-" + std::to_string(i)));
    }

  private:
    void set_state(const std::string& report_id, review::ReportState state) {
        for (review::QueueRow& row : rows) {
            if (row.report_id == report_id) row.state = state;
        }
    }
    std::vector<review::QueueRow> matching(const review::QueueQuery& query) const {
        std::vector<review::QueueRow> found;
        for (const review::QueueRow& row : rows) {
            if (query.state ? row.state != *query.state : query.open_only && !waits_for_decision(row.state)) continue;
            if (query.recommendation && row.recommendation != query.recommendation) continue;
            if (row.site.find(query.search) == std::string::npos) continue;
            found.push_back(row);
        }
        if (query.descending) std::reverse(found.begin(), found.end());
        return found;
    }

    std::string user_ = "moi";
    review::Changes changes_;
    FakeReportDesk at_report_;
    FakeBatchDesk batch_{*this};
    std::mutex access_;
};

inline std::vector<review::PlannedDecision> FakeBatchDesk::plan(const std::vector<std::string>& report_ids,
                                                                const review::ProgressSink&, std::stop_token) {
    std::vector<review::PlannedDecision> planned;
    for (const std::string& report_id : report_ids) {
        review::PlannedDecision plan;
        plan.report_id = report_id;
        const review::QueueRow row = desk_.load(report_id).row;
        if (row.flags > 0) {
            plan.obstacle = {"à regarder", "to look at"};
        } else {
            plan.decision = row.recommendation;
        }
        planned.push_back(plan);
    }
    return planned;
}

inline review::DecidedMany FakeBatchDesk::decide(const std::vector<review::PlannedDecision>& planned,
                                                 const review::ProgressSink& progress, std::stop_token) {
    review::DecidedMany result;
    for (review::PlannedDecision plan : planned) {
        if (!plan.decision) {
            continue;
        }
        review::DecisionRequest request;
        request.report_id = plan.report_id;
        request.decision = *plan.decision;
        plan.obstacle = desk_.decide(request).refusal;
        (plan.obstacle.en.empty() ? result.recorded : result.refused).push_back(plan);
        progress({{"Décisions", "Deciding"}, result.recorded.size() + result.refused.size(), planned.size()});
    }
    return result;
}

/// The interface thread of a test: continuations wait until the test lets them run.
class FakeInterface {
  public:
    [[nodiscard]] Background::Post post() {
        return [this](std::function<void()> continuation) {
            const std::scoped_lock lock(access_);
            waiting_.push_back(std::move(continuation));
            arrived_.notify_all();
        };
    }
    [[nodiscard]] Background::ErrorSink errors() {
        return [this](const Label& what) { reported.push_back(what.en); };
    }
    /// Runs continuations as they come until the condition holds; false after some seconds without it.
    bool run_until(const std::function<bool()>& condition) {
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!condition()) {
            std::function<void()> next;
            {
                std::unique_lock lock(access_);
                if (!arrived_.wait_until(lock, give_up, [this] { return !waiting_.empty(); })) return false;
                next = std::move(waiting_.front());
                waiting_.pop_front();
            }
            next();
        }
        return true;
    }
    std::vector<std::string> reported;

  private:
    std::mutex access_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> waiting_;
};

}  // namespace relis::app
