#include "demo_desk.h"

#include <algorithm>
#include <utility>

#include "review/conduct.h"
#include "review/decide.h"
#include "review/interventions.h"
#include "review/judgements.h"
#include "review/reminders.h"
#include "review/rework.h"

namespace relis::review {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// What is put aside so shortly before the end is still so then.
constexpr days last_days{7};

const Finding* costly_finding(const ReportDetails& details, const std::string& plugin) {
    const Assessment* const assessment = details.assessment(plugin);
    if (assessment == nullptr) {
        return nullptr;
    }
    const auto found =
        std::ranges::find_if(assessment->findings, [](const Finding& finding) { return finding.cost > 0; });
    return found == assessment->findings.end() ? nullptr : &*found;
}

}  // namespace

DemoDesk::DemoDesk(DemoAgency& agency, DemoVisits& visits) : agency_(agency), visits_(visits) {
    for (const auto& [id, text] : agency.texts.front().group("library")) {
        (void)put_remark(agency.first_desk(), {id, text});
    }
}

void DemoDesk::meet(DemoErrand& errand, const Moment& at) {
    if (!errand.copied && put_aside(errand, at)) {
        return;
    }
    decide_on(errand, at);
}

/// Held until somebody has answered, or withdrawn.
bool DemoDesk::put_aside(const DemoErrand& errand, const Moment& at) {
    Random& random = agency_.random;
    const bool ending = agency_.end.utc - at.utc < last_days;
    if (happens(random, ending ? 0.2 : 0.03)) {
        const Moment until{at.utc + days{pick(random, 2, 8)}, at.offset};
        if (hold(agency_.desk(), errand.plan.report_id, agency_.sentence("holds"), until).done) {
            ++agency_.summary.holds;
            held_.push_back(errand);
            return true;
        }
    }
    if (!happens(random, 0.012) ||
        !withdraw(agency_.desk(), errand.plan.report_id, agency_.sentence("withdrawals")).done) {
        return false;
    }
    if (happens(random, 0.25)) {
        return !reinstate(agency_.desk(), errand.plan.report_id).done;
    }
    ++agency_.summary.withdrawn_reports;
    return true;
}

/// Findings set aside, scores given: what people make of the machine's work.
void DemoDesk::judge(Workspace& workspace, const ReportDetails& details) {
    Random& random = agency_.random;
    if (const Finding* const finding = costly_finding(details, "french"); finding != nullptr && happens(random, 0.08)) {
        DismissalRequest request;
        request.report_id = details.report.report_id;
        request.revision = details.report.revision;
        request.plugin = "french";
        request.rule = finding->rule;
        request.question = finding->question;
        request.start = finding->start;
        request.end = finding->end;
        if (!word_dismissed_ && finding->rule == "unknown-word") {
            request.scope = DismissalScope::word_everywhere;
            word_dismissed_ = true;
        }
        request.reason = agency_.sentence("dismissals");
        agency_.summary.dismissals += dismiss_finding(workspace, request).recorded ? 1U : 0U;
    }
    const Assessment* const detail = details.assessment("detail");
    if (detail != nullptr && detail->score && *detail->score > 1 && *detail->score < 4 && happens(random, 0.06)) {
        agency_.summary.own_scores += override_score(workspace, details.report.report_id, details.report.revision,
                                                     "detail", *detail->score + 0.5, agency_.sentence("own_scores"))
                                              .recorded
                                          ? 1U
                                          : 0U;
    }
}

Decision DemoDesk::choose(DemoErrand& errand, const ReportDetails& details, std::string& reason) {
    Random& random = agency_.random;
    const std::optional<Decision>& recommended = details.recommendation.decision;
    Decision decision = recommended.value_or(Decision::accept);
    if (errand.copied) {
        decision = Decision::reassign;
        reason = agency_.sentence("copying");
    } else if (errand.silent) {
        // What was agreed beforehand; nobody is asked a third time
        decision = recommended == Decision::rework && !std::exchange(errand.asked_again, true) ? Decision::rework
                                                                                               : Decision::reassign;
    } else if (decision == Decision::reassign && happens(random, 0.5)) {
        decision = Decision::accept;
        reason = agency_.sentence("reasons_depart");
    } else if (decision != Decision::reassign && happens(random, 0.06)) {
        decision = decision == Decision::accept ? Decision::rework : Decision::accept;
        reason = agency_.sentence("reasons_depart");
    }
    if (details.report.revision > 2 && !errand.silent) {
        decision = Decision::accept;
        reason = agency_.sentence("reasons_depart");
    }
    // Another recommendation, or none, asks for a reason; the others do without
    if (recommended != decision) {
        reason = reason.empty() ? agency_.sentence("reasons_depart") : reason;
    } else if (!errand.copied) {
        reason.clear();
    }
    return decision;
}

void DemoDesk::decide_on(DemoErrand& errand, const Moment& at) {
    Random& random = agency_.random;
    Workspace& workspace = agency_.desk();
    judge(workspace, load_report(workspace, errand.plan.report_id));
    const ReportDetails details = load_report(workspace, errand.plan.report_id);
    DecisionRequest request;
    request.report_id = errand.plan.report_id;
    request.revision = details.report.revision;
    request.decision = choose(errand, details, request.reason);
    if (request.decision == Decision::rework) {
        errand.rework_time = happens(random, 0.3) ? hours{90} : hours{30};
        request.new_due_at = Moment{at.utc + errand.rework_time, errand.plan.end.offset};
        const int outcome = pick(random, 1, 10);
        request.rework.unanswered = outcome <= 6   ? Unanswered::reassign
                                    : outcome <= 9 ? Unanswered::rework
                                                   : Unanswered::none;
        request.rework.remind = happens(random, 0.8);
    } else if (request.decision == Decision::accept && happens(random, 0.03)) {
        request.left_out = true;
        request.reason = agency_.sentence("left_out");
    }
    if (!decide(workspace, request).recorded) {
        return;
    }
    ++agency_.summary.decisions;
    agency_.summary.left_out += request.left_out ? 1U : 0U;
    errand.silent = false;
    if (request.decision == Decision::rework) {
        ++agency_.summary.reworks;
        answer_rework(errand, at);
    } else if (request.decision == Decision::reassign) {
        after_reassignment(errand, workspace, at);
    }
}

void DemoDesk::after_reassignment(const DemoErrand& errand, Workspace& workspace, const Moment& at) {
    ++agency_.summary.reassigned;
    if (errand.copied && happens(agency_.random, 0.7)) {
        agency_.summary.confirmed +=
            confirm_misconduct(workspace, errand.plan.report_id, Misconduct::copying, agency_.sentence("copying")).done
                ? 1U
                : 0U;
    }
    visits_.give_on(errand, workspace, at);
}

void DemoDesk::answer_rework(const DemoErrand& errand, const Moment& at) {
    Random& random = agency_.random;
    if (happens(random, 0.06 + errand.plan.talent.misses)) {
        ++agency_.summary.reworks_unanswered;
        unanswered_.push_back(errand);
        return;
    }
    DemoErrand next = errand;
    next.report = agency_.texts[errand.programme].compose_again(errand.report, errand.plan, random);
    next.plan.contradiction = false;
    const bool late = happens(random, errand.plan.talent.late / 2);
    ++(late ? agency_.summary.reworks_late : agency_.summary.reworks_in_time);
    const auto time = static_cast<int>(minutes{errand.rework_time}.count());
    next.at = {at.utc + minutes{late ? time + pick(random, 60, 50 * 60) : pick(random, 90, time - 60)},
               errand.plan.end.offset};
    visits_.add(std::move(next));
}

void DemoDesk::take_up_again(const std::string& report_id, const Moment& at) {
    visits_.forget(report_id);
    std::erase_if(unanswered_, [&](const DemoErrand& other) { return other.plan.report_id == report_id; });
    Workspace& workspace = agency_.desk();
    DecisionRequest request;
    request.report_id = report_id;
    request.revision = load_report(workspace, report_id).report.revision;
    request.reason = agency_.sentence("reasons_depart");
    agency_.present.move_to({at.utc + seconds{60}, at.offset});
    agency_.summary.decisions += decide(workspace, request).recorded ? 1U : 0U;
}

void DemoDesk::follow_up(Moment at) {
    const auto next = [&] {
        at.utc += seconds{180};
        agency_.present.move_to(at);
    };
    for (const AskedRework& rework : waiting_reworks(agency_.first_desk(), ReworksWanted::to_remind)) {
        if (happens(agency_.random, 0.7)) {
            next();
            agency_.summary.reminders += keep_reminder(agency_.desk(), rework.report_id).done ? 1U : 0U;
        }
    }
    std::vector<DemoErrand> silent;
    std::swap(silent, unanswered_);
    for (DemoErrand& errand : silent) {
        next();
        const ReportState state = load_report(agency_.first_desk(), errand.plan.report_id).row.state;
        if (state == ReportState::assessed) {
            errand.silent = true;
            decide_on(errand, at);
        } else if (state == ReportState::rework_requested) {
            unanswered_.push_back(std::move(errand));
        }
    }
    std::vector<DemoErrand> held;
    std::swap(held, held_);
    for (const HeldReport& report : held_reports(agency_.first_desk())) {
        const auto errand =
            std::ranges::find(held, report.report_id, [](const DemoErrand& one) { return one.plan.report_id; });
        if (errand == held.end()) {
            continue;
        }
        if (!report.due || agency_.end.utc - at.utc < last_days) {
            held_.push_back(std::move(*errand));
            continue;
        }
        next();
        (void)end_hold(agency_.desk(), report.report_id);
        decide_on(*errand, at);
    }
}

}  // namespace relis::review
