#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "app/report_desk.h"

namespace relis::app {

/// What is asked at a report, without a database: answers of the test's choosing. Remembers what it was asked.
class FakeReportDesk final : public ReportDesk {
  public:
    Label refusal;  ///< of everything; empty: recorded
    std::function<std::vector<Finding>(const std::string&)> checker = [](const std::string&) {
        return std::vector<Finding>{};
    };

    Beside lies_beside;
    std::vector<review::MissionCandidate> others;

    std::vector<review::DismissalRequest> dismissed;
    std::vector<std::int64_t> restored;
    std::vector<review::CorrectionRequest> corrected;
    std::vector<std::pair<std::string, review::Intervention>> intervened;
    std::vector<std::string> told;  ///< everything else, in words

    review::JudgementResult dismiss(const review::DismissalRequest& request) override {
        return judged([&] { dismissed.push_back(request); });
    }
    review::JudgementResult restore(std::int64_t dismissal) override {
        return judged([&] { restored.push_back(dismissal); });
    }
    review::JudgementResult override_score(const std::string& report_id, int, const std::string& criterion,
                                           double score, const std::string& reason) override {
        return judged([&] {
            told.push_back("score " + report_id + " " + criterion + " " + std::to_string(score).substr(0, 3) + " " +
                           reason);
        });
    }
    review::JudgementResult restore_score(const std::string& report_id, int, const std::string& criterion) override {
        return judged([&] { told.push_back("restore score " + report_id + " " + criterion); });
    }
    review::JudgementResult waive(const std::string& report_id, int, const std::string& reason) override {
        return judged([&] { told.push_back("waive " + report_id + " " + reason); });
    }
    review::EditResult correct(const review::CorrectionRequest& request) override {
        return edited([&] { corrected.push_back(request); });
    }
    review::EditResult take_back(const std::string& report_id, int, const std::string& question, std::size_t start,
                                 std::size_t end) override {
        return edited([&] {
            told.push_back("take back " + report_id + " " + question + " " + std::to_string(start) + "-" +
                           std::to_string(end));
        });
    }
    review::EditResult edit(const std::string& report_id, int, const std::string& question, const std::string& text,
                            std::int64_t base) override {
        return edited(
            [&] { told.push_back("edit " + report_id + " " + question + " " + std::to_string(base) + ": " + text); });
    }
    review::EditResult reset(const std::string& report_id, int, const std::string& question) override {
        return edited([&] { told.push_back("reset " + report_id + " " + question); });
    }
    review::InterventionResult intervene(const std::string& report_id, const review::Intervention& wanted) override {
        const std::scoped_lock lock(access_);
        if (!refusal.en.empty()) return {false, refusal};
        intervened.emplace_back(report_id, wanted);
        return {true, {}};
    }
    review::InterventionResult end_intervention(const std::string& report_id, review::Intervention::Kind kind,
                                                const std::string& reason) override {
        const std::scoped_lock lock(access_);
        if (!refusal.en.empty()) return {false, refusal};
        told.push_back("end " + report_id + " " + std::to_string(static_cast<int>(kind)) +
                       (reason.empty() ? std::string() : ": " + reason));
        return {true, {}};
    }
    Beside beside(const review::ReportDetails&) override { return lies_beside; }
    std::vector<review::MissionCandidate> candidates(const std::string&) override { return others; }
    std::vector<Finding> check(const std::string& text, const std::string&) override { return checker(text); }

  private:
    template <class Record>
    review::JudgementResult judged(Record record) {
        const std::scoped_lock lock(access_);
        if (!refusal.en.empty()) return {false, 0, refusal};
        record();
        return {true, ++last_id_, {}};
    }
    template <class Record>
    review::EditResult edited(Record record) {
        const std::scoped_lock lock(access_);
        if (!refusal.en.empty()) return {false, refusal};
        record();
        return {true, {}};
    }

    std::mutex access_;
    std::int64_t last_id_ = 0;
};

}  // namespace relis::app
