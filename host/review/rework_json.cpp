#include "review/rework_json.h"

#include "json_values.h"

namespace relis::review {

namespace {

Json reason_json(const ReworkReason& reason) {
    return {{"kind", to_string(reason.kind)},
            {"plugin", reason.plugin},
            {"rule", reason.rule},
            {"question", reason.question},
            {"start", or_null(reason.start)},
            {"end", or_null(reason.end)},
            {"remark", reason.remark},
            {"text", reason.text}};
}

Json rework_json(const AskedRework& rework) {
    Json reasons = Json::array();
    for (const ReworkReason& reason : rework.reasons) {
        reasons.push_back(reason_json(reason));
    }
    return {{"report_id", rework.report_id},
            {"revision", rework.revision},
            {"shopper_id", rework.shopper_id},
            {"by", rework.by},
            {"asked_at", format_moment(rework.asked_at)},
            {"due_at", format_moment(rework.due)},
            {"remind_at", moment_json(rework.remind_at)},
            {"reminded_by", rework.reminded_by},
            {"reminded_at", moment_json(rework.reminded_at)},
            {"unanswered", to_string(rework.unanswered)},
            {"expired_at", moment_json(rework.expired_at)},
            {"reasons", reasons}};
}

}  // namespace

std::string to_json(const std::vector<AskedRework>& reworks) {
    Json list = Json::array();
    for (const AskedRework& rework : reworks) {
        list.push_back(rework_json(rework));
    }
    return line(list);
}

std::string to_json(const RevisionChanges& changes) {
    Json reasons = Json::array();
    for (const AnsweredReason& answered : changes.reasons) {
        Json reason = reason_json(answered.reason);
        reason["answered"] = answered.answered;
        reasons.push_back(std::move(reason));
    }
    Json outdated = Json::array();
    for (const OutdatedJudgement& judgement : changes.outdated) {
        outdated.push_back({{"kind", to_string(judgement.kind)},
                            {"revision", judgement.revision},
                            {"question", judgement.question},
                            {"about", judgement.about},
                            {"by", judgement.by},
                            {"at", format_moment(judgement.at)},
                            {"reason", judgement.reason},
                            {"text_changed", judgement.text_changed}});
    }
    return line({{"revision", changes.revision},
                 {"earlier", changes.earlier},
                 {"rework", changes.rework ? rework_json(*changes.rework) : Json(nullptr)},
                 {"late", changes.late},
                 {"reasons", reasons},
                 {"changed", changes.changed},
                 {"outdated", outdated}});
}

std::string to_json(const std::vector<HeldReport>& held) {
    Json list = Json::array();
    for (const HeldReport& report : held) {
        list.push_back({{"report_id", report.report_id},
                        {"reason", report.reason},
                        {"by", report.by},
                        {"at", format_moment(report.at)},
                        {"until", format_moment(report.until)},
                        {"due", report.due}});
    }
    return line(list);
}

std::string to_json(const std::vector<LibraryRemark>& library) {
    Json list = Json::array();
    for (const LibraryRemark& remark : library) {
        list.push_back({{"id", remark.id}, {"text", remark.text}});
    }
    return line(list);
}

}  // namespace relis::review
