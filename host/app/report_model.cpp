#include "app/report_model.h"

#include <algorithm>
#include <mutex>

namespace relis::app {

/// Which report is held and which should be. Jobs may overtake each other between threads; each brings the held one in
/// line with the wanted one, so whichever comes last leaves things right.
struct ReportModel::Claims {
    std::mutex wish;
    std::string wanted;
    std::mutex work;  // held during a job; guards held
    std::string held;

    /// Whoever else holds the wanted report; empty: nobody.
    std::string settle(Desk& desk) {
        const std::scoped_lock working(work);
        std::string target;
        {
            const std::scoped_lock reading(wish);
            target = wanted;
        }
        if (held == target) return {};
        if (!held.empty()) desk.release(std::exchange(held, {}));
        if (target.empty()) return {};
        std::string holder = desk.claim(target);
        if (holder.empty()) held = target;
        return holder;
    }
};

namespace {

/// Where a finding is in another loading of its report.
std::optional<std::size_t> place_of(const ShownFinding& finding, const ReportPage& page) {
    const auto found = std::find_if(page.findings.begin(), page.findings.end(),
                                    [&](const ShownFinding& other) { return other.same_as(finding); });
    if (found == page.findings.end()) return std::nullopt;
    return static_cast<std::size_t>(found - page.findings.begin());
}

}  // namespace

ReportModel::ReportModel(Desk& desk, Background& background)
    : desk_(desk), background_(background), claims_(std::make_shared<Claims>()) {}

ReportModel::~ReportModel() {
    hold({});
}

void ReportModel::open(const std::string& report_id) {
    if (report_id == report_id_ && (current() || loading())) return;
    report_id_ = report_id;
    load(false);
}

void ReportModel::reload() {
    load(true);
}

void ReportModel::load(bool keep_place) {
    error_ = {};
    if (report_id_.empty()) {
        load_.cancel();
        hold({});
        page_.reset();
        finding_.reset();
        notifier_.tell(News::shown);
        return;
    }
    notifier_.tell(News::loading);
    load_.ask(
        background_,
        [&desk = desk_, id = report_id_](const std::stop_token&) {
            return std::make_shared<const ReportPage>(make_report_page(desk.load(id)));
        },
        [this, keep_place](std::shared_ptr<const ReportPage> page) {
            const bool same = keep_place && page_ && page_->details.row.report_id == page->details.row.report_id;
            finding_ = same && finding_ ? place_of(page_->findings[*finding_], *page) : std::nullopt;
            page_ = std::move(page);
            hold(waits_for_decision(page_->details.row.state) ? report_id_ : std::string{});
            notifier_.tell(News::shown);
        },
        [this](const Label& what) {
            error_ = what;
            page_.reset();
            finding_.reset();
            notifier_.tell(News::shown);
        });
}

void ReportModel::hold(const std::string& report_id) {
    {
        const std::scoped_lock writing(claims_->wish);
        claims_->wanted = report_id;
    }
    held_by_.clear();
    // performed, so that a report is given back even when the window closes meanwhile
    claim_.perform(
        background_, [claims = claims_, &desk = desk_](const std::stop_token&) { return claims->settle(desk); },
        [this](const std::string& holder) {
            held_by_ = holder;
            notifier_.tell(News::holder);
        });
}

void ReportModel::select_finding(std::optional<std::size_t> finding) {
    if (finding && (!page_ || *finding >= page_->findings.size())) return;
    finding_ = finding;
    notifier_.tell(News::finding);
}

bool ReportModel::step(std::optional<FindingGroup> group, bool forwards) {
    if (!page_ || page_->findings.empty()) return false;
    const std::size_t count = page_->findings.size();
    std::size_t at = finding_.value_or(forwards ? count - 1 : 0);
    for (std::size_t tried = 0; tried < count; ++tried) {
        at = (at + (forwards ? 1 : count - 1)) % count;
        const ShownFinding& finding = page_->findings[at];
        if (finding.set_aside || (group && group_of(finding.finding.category) != *group)) continue;
        select_finding(at);
        return true;
    }
    return false;
}

bool ReportModel::later_finding() {
    if (!page_) return false;
    for (std::size_t at = finding_ ? *finding_ + 1 : 0; at < page_->findings.size(); ++at) {
        if (page_->findings[at].set_aside) continue;
        select_finding(at);
        return true;
    }
    return false;
}

std::optional<std::size_t> ReportModel::find(const std::string& question, const std::string& rule) const {
    if (!page_) return std::nullopt;
    std::optional<std::size_t> of_question;
    for (std::size_t i = 0; i < page_->findings.size(); ++i) {
        const Finding& finding = page_->findings[i].finding;
        if (page_->findings[i].set_aside || (!question.empty() && finding.question != question)) continue;
        if (!rule.empty() && finding.rule == rule) return i;
        if (!of_question && !question.empty()) of_question = i;
    }
    return of_question;
}

}  // namespace relis::app
