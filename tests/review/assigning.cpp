#include "assigning.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace relis::review {

AssigningRoster& AssigningRoster::shopper(const std::string& id, const nlohmann::json& more) {
    nlohmann::json entry = {
        {"id", id},       {"name", "Nom " + id}, {"email", id + "@example.org"}, {"city", "Montréal"},
        {"region", "QC"}, {"languages", {"fr"}}, {"joined_on", "2024-01-10"}};
    entry.update(more);
    roster_["shoppers"].push_back(entry);
    return *this;
}

AssigningRoster& AssigningRoster::done(const std::string& shopper, const std::string& day, const nlohmann::json& more) {
    nlohmann::json entry = {{"mission_id", "M-done-" + std::to_string(++missions_)},
                            {"programme", "essai-2026"},
                            {"site", "S-1"},
                            {"shopper_id", shopper},
                            {"due_at", day + "T18:00:00-04:00"},
                            {"submitted_at", day + "T12:00:00-04:00"},
                            {"outcome", "accepted"},
                            {"detail", 4.0},
                            {"french", 4.0},
                            {"closed_at", day + "T20:00:00-04:00"}};
    entry.update(more);
    roster_["history"].push_back(entry);
    return *this;
}

AssigningRoster& AssigningRoster::site(const nlohmann::json& site) {
    roster_["sites"].push_back(site);
    return *this;
}

AssigningRoster& AssigningRoster::programme(const std::string& id, const std::string& name) {
    roster_["programmes"].push_back(
        {{"id", id}, {"client", "CL-1"}, {"name", name}, {"questionnaire", id + "@1"}, {"locale", "fr-CA"}});
    return *this;
}

AssigningRoster& AssigningRoster::mission(const nlohmann::json& mission) {
    roster_["missions"].push_back(mission);
    return *this;
}

void AssigningRoster::into(Agency& agency) const {
    nlohmann::json roster = roster_;
    roster["missions"].push_back({{"id", "M-9"},
                                  {"programme", "essai-2026"},
                                  {"site", "S-1"},
                                  {"shopper_id", "C-1"},
                                  {"assigned_at", "2026-06-10T12:00:00-04:00"},
                                  {"due_at", "2026-06-19T12:00:00-04:00"}});
    const ImportSummary summary = agency.import("assigning.json", roster.dump());
    ASSERT_FALSE(summary.anything_refused()) << summary.problems.front().reason.en;
}

Moment noon() {
    return parse_moment("2026-06-16T12:00:00-04:00").value();
}

Ranking rank(Agency& agency, const std::string& mission, const std::string& due) {
    RankingOptions options;
    options.at = noon();
    options.due_at = parse_moment(due);
    options.limit = 0;
    options.excluded_limit = 0;
    return rank_candidates(agency.workspace(), mission, options);
}

const MissionCandidate& of(const Ranking& ranking, const std::string& shopper) {
    for (const std::vector<MissionCandidate>* const list : {&ranking.candidates, &ranking.excluded}) {
        for (const MissionCandidate& candidate : *list) {
            if (candidate.shopper_id == shopper) return candidate;
        }
    }
    throw std::runtime_error(shopper + " is not in the ranking");
}

std::vector<std::string> exclusions(const Ranking& ranking, const std::string& shopper) {
    std::vector<std::string> names;
    for (const CandidateExclusion& exclusion : of(ranking, shopper).exclusions)
        names.emplace_back(to_string(exclusion.kind));
    return names;
}

const CandidateReason& reason(const Ranking& ranking, const std::string& shopper, CandidateCriterion criterion) {
    for (const CandidateReason& reason : of(ranking, shopper).reasons) {
        if (reason.criterion == criterion) return reason;
    }
    throw std::runtime_error("no reason " + std::string(to_string(criterion)));
}

}  // namespace relis::review
