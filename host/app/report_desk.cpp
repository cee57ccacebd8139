#include "app/report_desk.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <mutex>
#include <utility>

#include "review/check.h"

namespace relis::app {
namespace {

class WorkspaceReportDesk final : public ReportDesk {
  public:
    explicit WorkspaceReportDesk(review::Workspace& workspace) : workspace_(workspace) {}

    review::JudgementResult dismiss(const review::DismissalRequest& request) override {
        return review::dismiss_finding(workspace_, request);
    }
    review::JudgementResult restore(std::int64_t dismissal) override {
        return review::restore_finding(workspace_, dismissal);
    }
    review::JudgementResult override_score(const std::string& report_id, int revision, const std::string& criterion,
                                           double score, const std::string& reason) override {
        return review::override_score(workspace_, report_id, revision, criterion, score, reason);
    }
    review::JudgementResult restore_score(const std::string& report_id, int revision,
                                          const std::string& criterion) override {
        return review::restore_score(workspace_, report_id, revision, criterion);
    }
    review::JudgementResult waive(const std::string& report_id, int revision, const std::string& reason) override {
        return review::waive_vetoes(workspace_, report_id, revision, reason);
    }

    review::EditResult correct(const review::CorrectionRequest& request) override {
        return review::apply_correction(workspace_, request);
    }
    review::EditResult take_back(const std::string& report_id, int revision, const std::string& question,
                                 std::size_t start, std::size_t end) override {
        return review::take_correction_back(workspace_, report_id, revision, question, start, end);
    }
    review::EditResult edit(const std::string& report_id, int revision, const std::string& question,
                            const std::string& text, std::int64_t base) override {
        return review::edit_answer(workspace_, report_id, revision, question, text, base);
    }
    review::EditResult reset(const std::string& report_id, int revision, const std::string& question) override {
        return review::reset_answer(workspace_, report_id, revision, question);
    }

    review::InterventionResult intervene(const std::string& report_id, const review::Intervention& wanted) override {
        switch (wanted.kind) {
            case review::Intervention::Kind::hold:
                return review::hold(workspace_, report_id, wanted.reason, wanted.until.value_or(Moment{}));
            case review::Intervention::Kind::withdrawal:
                return review::withdraw(workspace_, report_id, wanted.reason);
            case review::Intervention::Kind::surplus:
                break;
        }
        return review::keep_surplus(workspace_, report_id, wanted.reason);
    }
    review::InterventionResult end_intervention(const std::string& report_id, review::Intervention::Kind kind,
                                                const std::string& reason) override {
        switch (kind) {
            case review::Intervention::Kind::hold:
                return review::end_hold(workspace_, report_id);
            case review::Intervention::Kind::withdrawal:
                return review::reinstate(workspace_, report_id);
            case review::Intervention::Kind::surplus:
                break;
        }
        return review::drop_surplus(workspace_, report_id, reason);
    }

    Beside beside(const review::ReportDetails& details) override {
        Beside beside;
        beside.changes = review::revision_changes(workspace_, details);
        beside.earlier = review::earlier_revision(workspace_, details);
        beside.attachments = review::attachments(workspace_, details);
        // a report may name a shopper whom no roster has described yet; he has a card all the same
        if (!details.report.shopper_id.empty()) {
            beside.shopper = review::load_shopper(workspace_, details.report.shopper_id);
        }
        return beside;
    }
    std::vector<review::MissionCandidate> candidates(const std::string& mission_id) override {
        review::RankingOptions options;
        options.ignore_passed_due = true;
        review::Ranking ranking = review::rank_candidates(workspace_, mission_id, options);
        std::move(ranking.excluded.begin(), ranking.excluded.end(), std::back_inserter(ranking.candidates));
        return std::move(ranking.candidates);
    }

    std::vector<Finding> check(const std::string& text, const std::string& programme) override {
        return checker_of(review::locale_of_programme(workspace_, programme)).check(text).findings;
    }

  private:
    /// Made at the first use: it loads the plugin with its dictionary.
    review::TextChecker& checker_of(const std::string& locale) {
        const std::scoped_lock making(access_);
        std::unique_ptr<review::TextChecker>& checker = checkers_[locale];
        if (!checker) {
            checker = std::make_unique<review::TextChecker>(workspace_.options().plugins, locale);
        }
        return *checker;
    }

    review::Workspace& workspace_;
    std::mutex access_;
    std::map<std::string, std::unique_ptr<review::TextChecker>> checkers_;
};

}  // namespace

std::unique_ptr<ReportDesk> make_report_desk(review::Workspace& workspace) {
    return std::make_unique<WorkspaceReportDesk>(workspace);
}

}  // namespace relis::app
