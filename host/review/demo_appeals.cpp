#include "demo_appeals.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "review/appeals.h"
#include "store_types.h"

namespace relis::review {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;

/// What was filed so shortly before the end still waits for its answer.
constexpr days still_waiting{7};
constexpr double best_score = 5;

const DecisionRecord* standing_decision(const ReportDetails& details) {
    const auto found = std::find_if(details.decisions.rbegin(), details.decisions.rend(),
                                    [](const auto& decision) { return !decision.undone && !decision.expired_at; });
    return found == details.decisions.rend() ? nullptr : &*found;
}

}  // namespace

void DemoAppeals::move_on(Moment& at) {
    at.utc += seconds{pick(agency_.random, 60, 240)};
    agency_.present.move_to(at);
}

void DemoAppeals::consider(const DemoErrand& errand, const Moment& at) {
    Random& random = agency_.random;
    const ReportDetails details = load_report(agency_.first_desk(), errand.plan.report_id);
    const DecisionRecord* const decision = standing_decision(details);
    if (decision == nullptr || errand.copied) {
        return;
    }
    const bool hurts = decision->decision == Decision::reassign;
    const bool ending = agency_.end.utc - at.utc < still_waiting + days{4};
    if (ending) {
        met_lately_.push_back(errand.plan.report_id);
    }
    const double readiness = hurts ? 0.8 : ending ? 0.2 : decision->decision == Decision::rework ? 0.1 : 0.06;
    if (!happens(random, readiness)) {
        return;
    }
    const bool late = happens(random, 0.12);
    const int wait = late ? pick(random, 17, 22) : pick(random, 1, 6);
    const bool rework = decision->decision == Decision::rework;
    plans_.push_back({rework ? at : Moment{at.utc + days{wait} + hours{pick(random, 1, 9)}, at.offset},
                      errand.plan.report_id, late});
}

void DemoAppeals::file(const Plan& plan, const Moment& at) {
    Random& random = agency_.random;
    Workspace& workspace = agency_.desk();
    const ReportDetails details = load_report(workspace, plan.report_id);
    const DecisionRecord* const decision = standing_decision(details);
    if (decision == nullptr) {
        return;
    }
    AppealRequest request;
    request.report_id = plan.report_id;
    const Assessment* const french = details.assessment("french");
    const Finding* contested = nullptr;
    if (french != nullptr) {
        for (const Finding& finding : french->findings) {
            contested =
                finding.cost > 0 && (contested == nullptr || finding.cost > contested->cost) ? &finding : contested;
        }
    }
    const bool first_surplus = decision->decision == Decision::reassign && agency_.summary.surplus == 0;
    if (first_surplus || (decision->decision != Decision::accept && happens(random, 0.7))) {
        request.subject = AppealSubject::decision;
    } else if (contested != nullptr && happens(random, 0.75)) {
        request.subject = AppealSubject::finding;
        request.plugin = "french";
        request.rule = contested->rule;
        request.question = contested->question;
        request.start = contested->start;
    } else {
        request.plugin = "detail";
    }
    request.text = agency_.texts.front().shared("appeals", std::string(to_string(request.subject)), random);
    AppealResult filed = file_appeal(workspace, request);
    if (!filed.done && plan.late) {
        request.late_reason = agency_.texts.front().shared("appeals", "late", random);
        filed = file_appeal(workspace, request);
        agency_.summary.late_appeals += filed.done ? 1U : 0U;
    }
    agency_.summary.appeals += filed.done ? 1U : 0U;
    if (filed.done && agency_.end.utc - at.utc < still_waiting && happens(random, 0.3)) {
        (void)take_appeal(agency_.desk_beside(decision->decided_by), filed.id);
    }
}

void DemoAppeals::answer(std::int64_t id) {
    Random& random = agency_.random;
    AppealDetails details = load_appeal(agency_.first_desk(), id);
    Workspace& colleague = agency_.desk();
    if (!load_appeal(colleague, id).may_not_answer.en.empty()) {
        return;  // at another session by a colleague
    }
    AppealAnswer answer;
    answer.id = id;
    const int dice = pick(random, 1, 10);
    const bool whole = details.appeal.subject == AppealSubject::decision;
    const bool raises = details.score && *details.score < best_score - 0.3;
    answer.outcome = dice <= 4             ? AppealOutcome::upheld
                     : dice <= 7 && !whole ? AppealOutcome::partly
                     : dice <= 6           ? AppealOutcome::upheld
                                           : AppealOutcome::dismissed;
    if (whole && details.report.row.state == ReportState::reassigned && agency_.summary.surplus == 0) {
        answer.outcome = AppealOutcome::upheld;  // every year has one
    }
    const bool scored = answer.outcome == AppealOutcome::partly ||
                        (answer.outcome == AppealOutcome::upheld && details.appeal.subject == AppealSubject::score);
    if (scored && raises) {
        answer.score = std::min(best_score, std::floor(*details.score * 10 + 3) / 10);
    } else if (scored) {
        answer.outcome = AppealOutcome::dismissed;
    }
    if (happens(random, 0.05)) {
        agency_.summary.appeals_taken_back += withdraw_appeal(colleague, id).done ? 1U : 0U;
        return;
    }
    if (!answer_appeal(colleague, answer).done) {
        return;  // in hand of a colleague
    }
    DemoYearSummary& summary = agency_.summary;
    ++(answer.outcome == AppealOutcome::upheld   ? summary.appeals_upheld
       : answer.outcome == AppealOutcome::partly ? summary.appeals_partly
                                                 : summary.appeals_dismissed);
    if (!whole || answer.outcome != AppealOutcome::upheld) {
        return;
    }
    const ReportState state = load_report(colleague, details.appeal.report_id).row.state;
    if (state == ReportState::surplus) {
        ++summary.surplus;
    } else if (state == ReportState::assessed) {
        desk_.take_up_again(details.appeal.report_id, now());
    }
}

void DemoAppeals::hold_session(Moment at) {
    const Moment begun = at;
    std::vector<Plan> later;
    for (const Plan& plan : std::exchange(plans_, {})) {
        if (plan.at.utc > at.utc) {
            later.push_back(plan);
            continue;
        }
        move_on(at);
        file(plan, at);
    }
    plans_ = std::move(later);
    for (const Appeal& appeal : waiting_appeals(agency_.first_desk())) {
        // A rework goes on meanwhile, so what is contested of it is answered at once
        const bool at_once = appeal.subject == AppealSubject::decision;
        const bool early = agency_.end.utc - appeal.filed_at.utc < still_waiting;
        if (!early && (at_once || appeal.filed_at < begun) && happens(agency_.random, 0.95)) {
            move_on(at);
            answer(appeal.id);
        }
    }
}

void DemoAppeals::leave_some_waiting(Moment at) {
    constexpr std::size_t enough = 3;
    for (const std::string& report_id : met_lately_) {
        if (waiting_appeals(agency_.first_desk()).size() >= enough) {
            return;
        }
        move_on(at);
        file({at, report_id, false}, at);
    }
}

}  // namespace relis::review
