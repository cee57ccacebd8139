#include "candidates_json.h"

#include "review/fairness.h"
#include "review/json.h"

namespace relis::review {

Json candidate_json(const MissionCandidate& candidate) {
    Json reasons = Json::array();
    for (const CandidateReason& reason : candidate.reasons) {
        reasons.push_back({{"criterion", to_string(reason.criterion)},
                           {"worth", or_null(reason.worth)},
                           {"weight", reason.weight},
                           {"points", reason.points},
                           {"text", reason.text.fr}});
    }
    Json exclusions = Json::array();
    for (const CandidateExclusion& exclusion : candidate.exclusions)
        exclusions.push_back({{"exclusion", to_string(exclusion.kind)}, {"text", exclusion.text.fr}});
    return {{"rank", candidate.rank == 0 ? Json(nullptr) : Json(candidate.rank)},
            {"shopper_id", candidate.shopper_id},
            {"name", candidate.name},
            {"city", candidate.city},
            {"region", candidate.region},
            {"score", candidate.score},
            {"reliability", or_null(candidate.reliability)},
            {"newcomer", candidate.newcomer},
            {"distance_km", or_null(candidate.distance_km)},
            {"reasons", reasons},
            {"exclusions", exclusions}};
}

namespace {

Json candidates_json(const std::vector<MissionCandidate>& candidates) {
    Json list = Json::array();
    for (const MissionCandidate& candidate : candidates) list.push_back(candidate_json(candidate));
    return list;
}

}  // namespace

std::string to_json(const Ranking& ranking) {
    const MissionNeed& mission = ranking.mission;
    Json excluded_by = Json::object();
    for (std::size_t i = 0; i < candidate_exclusions; ++i)
        excluded_by[std::string(to_string(static_cast<Exclusion>(i)))] = ranking.excluded_by.at(i);
    return line({{"mission",
                  {{"mission_id", mission.mission_id},
                   {"programme", mission.programme},
                   {"site_id", mission.site},
                   {"site", mission.site_name},
                   {"city", mission.city},
                   {"region", mission.region},
                   {"holder", mission.holder},
                   {"due_at", moment_json(mission.due_at)},
                   {"hours_left", or_null(mission.hours_left)},
                   {"languages", mission.languages},
                   {"reserved", mission.reserved}}},
                 {"shoppers", ranking.shoppers},
                 {"eligible", ranking.eligible},
                 {"candidates", candidates_json(ranking.candidates)},
                 {"excluded", candidates_json(ranking.excluded)},
                 {"excluded_by", excluded_by}});
}

std::string to_json(const FairnessReport& report) {
    const MissionSpread& spread = report.spread;
    Json bins = Json::array();
    for (const MissionBin& bin : spread.bins)
        bins.push_back({{"from", bin.from}, {"to", bin.to}, {"shoppers", bin.shoppers}});
    Json groups = Json::array();
    for (const FairnessGroup& group : report.groups) {
        Json figures = Json::array();
        for (const FairnessFigure& figure : group.figures) {
            figures.push_back({{"measure", to_string(figure.measure)},
                               {"count", figure.count},
                               {"value", or_null(figure.value)},
                               {"others", or_null(figure.others)},
                               {"low", or_null(figure.low)},
                               {"high", or_null(figure.high)},
                               {"enough", figure.enough},
                               {"notable", figure.notable}});
        }
        groups.push_back({{"grouping", to_string(group.grouping)},
                          {"group", group.id},
                          {"shoppers", group.shoppers},
                          {"figures", figures}});
    }
    return line({{"from", format_moment(report.from)},
                 {"to", format_moment(report.to)},
                 {"programme", report.programme},
                 {"spread",
                  {{"shoppers", spread.shoppers},
                   {"without", spread.without},
                   {"missions", spread.missions},
                   {"mean", spread.mean},
                   {"most", spread.most},
                   {"busiest_tenth_share", spread.busiest_tenth_share},
                   {"gini", spread.gini},
                   {"bins", bins}}},
                 {"groups", groups}});
}

}  // namespace relis::review
