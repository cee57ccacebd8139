#include "review/decide_many.h"

#include <stdexcept>

#include "french_text.h"
#include "label/labelled_error.h"
#include "review/decide.h"
#include "review/report_details.h"

namespace relis::review {

namespace {

Label counted(int number, const char* one_fr, const char* many_fr, const char* one_en, const char* many_en) {
    const std::string count = std::to_string(number) + " ";
    return {count + (number == 1 ? one_fr : many_fr), count + (number == 1 ? one_en : many_en)};
}

/// `2026-06-16 21:12`, in the moment's own local time.
std::string english_moment(const Moment& moment) {
    const std::string text = format_moment(moment);
    return text.substr(0, 10) + " " + text.substr(11, 5);
}

/// Why a person has to look at the report; empty: nothing is left to ask.
Label obstacle_of(const ReportDetails& details, const std::string& user) {
    const QueueRow& row = details.row;
    if (row.state == ReportState::submitted) {
        return {"pas encore évalué : évaluez-le d'abord", "not assessed yet: assess it first"};
    }
    if (details.intervention && details.intervention->until) {
        const Intervention& hold = *details.intervention;
        return {"en attente jusqu'au " + french_moment(*hold.until) + ", par " + hold.by,
                "on hold until " + english_moment(*hold.until) + " by " + hold.by};
    }
    if (row.state != ReportState::assessed) {
        return {"n'attend plus de décision", "no longer waits for a decision"};
    }
    if (!row.held_by.empty() && row.held_by != user) {
        return {"ouvert par " + row.held_by, row.held_by + " has it open"};
    }
    const std::optional<Decision>& decision = details.recommendation.decision;
    for (const Assessment& assessment : details.assessments) {
        if (assessment.state == AssessmentState::failed) {
            return {"« " + assessment.plugin + " » a échoué sur ce rapport",
                    assessment.plugin + " failed on this report"};
        }
        // what goes back to its author may be too short to judge; what goes to the client may not
        if (assessment.state == AssessmentState::not_judged && decision == Decision::accept) {
            return {"« " + assessment.plugin + " » n'a pas pu juger ce rapport",
                    assessment.plugin + " could not judge this report"};
        }
    }
    if (!decision) {
        return {"aucune recommandation", "no recommendation"};
    }
    if (*decision == Decision::reassign) {
        return {"réattribuer est recommandé : choisissez à qui", "reassigning is recommended: choose to whom"};
    }
    if (row.flags > 0) {
        return counted(row.flags, "signalement à regarder", "signalements à regarder", "flag to look at",
                       "flags to look at");
    }
    if (*decision == Decision::accept && row.missing > 0) {
        return counted(row.missing, "réponse manquante", "réponses manquantes", "answer is missing",
                       "answers are missing");
    }
    return {};
}

PlannedDecision plan_one(Workspace& workspace, const std::string& report_id) {
    PlannedDecision plan;
    plan.report_id = report_id;
    try {
        const ReportDetails details = load_report(workspace, report_id);
        plan.revision = details.report.revision;
        plan.site = details.row.site;
        plan.shopper = details.row.shopper;
        plan.obstacle = obstacle_of(details, workspace.user());
        if (plan.obstacle.en.empty()) {
            plan.decision = details.recommendation.decision;
        }
    } catch (const std::runtime_error& error) {
        plan.obstacle = message_of(error);
    }
    return plan;
}

void tell(const ProgressSink& progress, const Label& step, std::size_t done, std::size_t total) {
    if (progress) {
        progress({step, done, total});
    }
}

}  // namespace

std::vector<PlannedDecision> plan_decisions(Workspace& workspace, const std::vector<std::string>& report_ids,
                                            const ProgressSink& progress, const std::stop_token& stop) {
    std::vector<PlannedDecision> planned;
    for (const std::string& report_id : report_ids) {
        if (stop.stop_requested()) {
            break;
        }
        planned.push_back(plan_one(workspace, report_id));
        tell(progress, {"Examen des rapports", "Looking at the reports"}, planned.size(), report_ids.size());
    }
    return planned;
}

DecidedMany decide_many(Workspace& workspace, const std::vector<PlannedDecision>& planned, const ProgressSink& progress,
                        const std::stop_token& stop) {
    DecidedMany result;
    std::size_t done = 0;
    for (const PlannedDecision& plan : planned) {
        ++done;
        if (!plan.decision) {
            continue;
        }
        if (stop.stop_requested()) {
            ++result.not_reached;
            continue;
        }
        PlannedDecision present = plan_one(workspace, plan.report_id);
        if (present.obstacle.en.empty() && (present.decision != plan.decision || present.revision != plan.revision)) {
            present.obstacle = {"a changé entre-temps : relisez-le", "changed meanwhile: read it again"};
        }
        if (present.obstacle.en.empty()) {
            DecisionRequest request;
            request.report_id = plan.report_id;
            request.revision = plan.revision;
            request.decision = *plan.decision;
            present.obstacle = decide(workspace, request).refusal;
        }
        (present.obstacle.en.empty() ? result.recorded : result.refused).push_back(std::move(present));
        tell(progress, {"Décisions", "Deciding"}, done, planned.size());
    }
    return result;
}

}  // namespace relis::review
