#include "app/criteria_preview.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <utility>

namespace relis::app {

namespace {

double movement(const MovedReport& report) {
    if (report.before && report.after) return std::abs(*report.after - *report.before);
    return report.before || report.after ? 5.0 : 0.0;  // judged on one side only: as far as can be
}

/// Takes a criterion's change into a report where it is the largest yet.
void take_largest(MovedReport& report, const std::string& criterion, std::optional<double> before,
                  std::optional<double> after, std::optional<double> person) {
    if (before == after) return;
    MovedReport other = report;
    other.criterion = criterion;
    other.before = before;
    other.after = after;
    other.person = person;
    if (report.criterion.empty() || movement(other) > movement(report)) report = std::move(other);
}

std::string name_of_decision(const std::optional<Decision>& decision) {
    return decision ? std::string(to_string(*decision)) : "none";
}

const review::Agreement* agreement_on(const review::Measured& measured, const std::string& criterion) {
    for (const review::Agreement& agreement : measured.criteria) {
        if (agreement.criterion == criterion) return &agreement;
    }
    return nullptr;
}

const review::FlagAgreement* flag_of(const review::Measured& measured, const std::string& flag) {
    for (const review::FlagAgreement& one : measured.flags) {
        if (one.flag == flag) return &one;
    }
    return nullptr;
}

const review::CalibrationGroup* group_of(const review::Calibration& calibration, const review::CalibrationGroup& like) {
    for (const review::CalibrationGroup& group : calibration.groups) {
        if (group.half == like.half && group.programme == like.programme) return &group;
    }
    return nullptr;
}

}  // namespace

int AgreementLine::direction() const {
    if (!before || !after || std::abs(*before - *after) < 0.0005) return 0;
    switch (measure) {
        case Measure::mean_error:
            return *after < *before ? 1 : -1;
        case Measure::bias:
            return std::abs(*after) < std::abs(*before) ? 1 : -1;
        case Measure::kappa:
        case Measure::precision:
        case Measure::recall:
        case Measure::equal_decisions:
            break;
    }
    return *after > *before ? 1 : -1;
}

struct CriteriaPreview::SharedProgress {
    std::mutex access;
    review::Progress stored;
    review::Progress graded;
};

CriteriaPreview::CriteriaPreview(CriteriaDesk& desk, Background& background)
    : desk_(desk), background_(background), progress_(std::make_shared<SharedProgress>()) {}

void CriteriaPreview::set_folder(std::filesystem::path folder) {
    if (folder == folder_) return;
    folder_ = std::move(folder);
    before_.reset();
    before_of_.clear();
    after_.reset();
}

review::Progress CriteriaPreview::progress() const {
    const std::scoped_lock reading(progress_->access);
    review::Progress sum;
    sum.done = progress_->stored.done + progress_->graded.done;
    sum.total = progress_->stored.total + progress_->graded.total;
    return sum;
}

void CriteriaPreview::refresh(const review::CriteriaProposal& proposal, std::int64_t in_force) {
    progress_ = std::make_shared<SharedProgress>();
    stopped_ = false;
    forget_results();
    ask_stored(proposal);
    ask_graded(proposal, in_force);
    notifier_.tell(News::started);
}

void CriteriaPreview::ask_stored(const review::CriteriaProposal& proposal) {
    review::CompareOptions options;
    options.proposal = proposal;
    options.reports = reports_;
    options.sample = sample_;
    stored_request_.ask(
        background_,
        [&desk = desk_, options, shared = progress_](std::stop_token stop) {
            return desk.compare(
                options,
                [shared](const review::Progress& progress) {
                    const std::scoped_lock writing(shared->access);
                    shared->stored = progress;
                },
                std::move(stop));
        },
        [this](review::CriteriaComparison comparison) {
            stored_ = std::move(comparison);
            stored_error_ = {};
            notifier_.tell(News::stored);
        },
        [this](const Label& what) {
            stored_.reset();
            stored_error_ = what;
            notifier_.tell(News::stored);
        });
}

void CriteriaPreview::ask_graded(const review::CriteriaProposal& proposal, std::int64_t in_force) {
    graded_request_.cancel();
    if (folder_.empty()) return;
    const std::string before_of = proposal.programme + "#" + std::to_string(in_force);
    const bool keep_before = before_ && before_->complete && before_of_ == before_of;
    using Both = std::pair<std::optional<review::Calibration>, review::Calibration>;
    graded_request_.ask(
        background_,
        [&desk = desk_, folder = folder_, proposal, keep_before, shared = progress_](const std::stop_token& stop) {
            const review::ProgressSink sink = [shared](const review::Progress& progress) {
                const std::scoped_lock writing(shared->access);
                shared->graded = progress;
            };
            Both both;
            if (!keep_before) both.first = desk.measure(folder, proposal.programme, std::nullopt, sink, stop);
            both.second = desk.measure(folder, proposal.programme, proposal, sink, stop);
            return both;
        },
        [this, before_of](Both both) {
            if (both.first) {
                before_ = std::move(both.first);
                before_of_ = before_of;
            }
            after_ = std::move(both.second);
            graded_error_ = {};
            notifier_.tell(News::graded);
        },
        [this](const Label& what) {
            after_.reset();
            graded_error_ = what;
            notifier_.tell(News::graded);
        });
}

void CriteriaPreview::forget_results() {
    stored_.reset();
    after_.reset();
    stored_error_ = {};
    graded_error_ = {};
}

void CriteriaPreview::stop() {
    stopped_ = running();
    stored_request_.cancel();
    graded_request_.cancel();
    notifier_.tell(News::stopped);
}

void CriteriaPreview::clear() {
    stopped_ = false;
    stored_request_.cancel();
    graded_request_.cancel();
    forget_results();
    notifier_.tell(News::stopped);
}

std::vector<MovedReport> CriteriaPreview::moved() const {
    std::vector<MovedReport> moved;
    if (stored_) {
        for (const review::ReportChange& change : stored_->changes) {
            MovedReport report;
            report.report_id = change.report_id;
            report.programme = change.programme;
            report.recommended_before = name_of_decision(change.recommendation.before);
            report.recommended_after = name_of_decision(change.recommendation.after);
            for (const auto& [criterion, scores] : change.scores)
                take_largest(report, criterion, scores.before, scores.after, {});
            moved.push_back(std::move(report));
        }
    }
    if (before_ && after_) {
        std::map<std::string, const review::GradedReport*> earlier;
        for (const review::GradedReport& report : before_->reports) earlier[report.report_id] = &report;
        for (const review::GradedReport& now : after_->reports) {
            const auto then = earlier.find(now.report_id);
            if (then == earlier.end()) continue;
            MovedReport report;
            report.report_id = now.report_id;
            report.programme = now.programme;
            report.graded = true;
            report.recommended_before = then->second->recommendation;
            report.recommended_after = now.recommendation;
            for (const auto& [criterion, score] : now.machine) {
                const auto old = then->second->machine.find(criterion);
                const auto person = now.person.find(criterion);
                take_largest(report, criterion, old == then->second->machine.end() ? std::nullopt : old->second, score,
                             person == now.person.end() ? std::nullopt : std::optional(person->second));
            }
            if (!report.criterion.empty() || report.recommended_otherwise()) moved.push_back(std::move(report));
        }
    }
    std::stable_sort(moved.begin(), moved.end(), [](const MovedReport& a, const MovedReport& b) {
        return movement(a) != movement(b) ? movement(a) > movement(b)
                                          : a.recommended_otherwise() && !b.recommended_otherwise();
    });
    return moved;
}

std::vector<AgreementLine> CriteriaPreview::agreement() const {
    using Measure = AgreementLine::Measure;
    std::vector<AgreementLine> lines;
    if (!before_ || !after_) return lines;
    for (const review::CalibrationGroup& group : after_->groups) {
        if (!group.programme.empty()) continue;
        const review::CalibrationGroup* const earlier = group_of(*before_, group);
        if (earlier == nullptr) continue;
        const auto add = [&](Measure measure, const std::string& of, std::optional<double> before,
                             std::optional<double> after) {
            lines.push_back({group.half, measure, of, before, after});
        };
        add(Measure::equal_decisions, {}, review::share_equal(earlier->machine.decisions),
            review::share_equal(group.machine.decisions));
        for (const review::Agreement& now : group.machine.criteria) {
            const review::Agreement* const then = agreement_on(earlier->machine, now.criterion);
            if (then == nullptr) continue;
            add(Measure::mean_error, now.criterion, then->mean_absolute_error, now.mean_absolute_error);
            add(Measure::bias, now.criterion, then->bias, now.bias);
            add(Measure::kappa, now.criterion, then->kappa, now.kappa);
        }
        for (const review::FlagAgreement& now : group.machine.flags) {
            const review::FlagAgreement* const then = flag_of(earlier->machine, now.flag);
            if (then == nullptr) continue;
            add(Measure::precision, now.flag, then->precision(), now.precision());
            add(Measure::recall, now.flag, then->recall(), now.recall());
        }
    }
    return lines;
}

std::map<std::string, std::map<int, std::size_t>> CriteriaPreview::graded_changes() const {
    std::map<std::string, std::map<int, std::size_t>> changes;
    if (!before_ || !after_) return changes;
    std::map<std::string, const review::GradedReport*> earlier;
    for (const review::GradedReport& report : before_->reports) earlier[report.report_id] = &report;
    for (const review::GradedReport& now : after_->reports) {
        const auto then = earlier.find(now.report_id);
        if (then == earlier.end()) continue;
        for (const auto& [criterion, score] : now.machine) {
            const auto old = then->second->machine.find(criterion);
            if (!score || old == then->second->machine.end() || !old->second) continue;
            ++changes[criterion][static_cast<int>(std::lround(4 * (*score - *old->second)))];
        }
    }
    return changes;
}

}  // namespace relis::app
