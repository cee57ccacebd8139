#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "agency.h"
#include "review/mission_candidates.h"

namespace relis::review {

/// A roster to be imported into the small agency: shoppers beside its C-1, missions and histories.
class AssigningRoster {
  public:
    /// A shopper of Montréal who speaks French, joined in 2024; `more` is laid over that.
    AssigningRoster& shopper(const std::string& id, const nlohmann::json& more = nlohmann::json::object());
    /// A mission at S-1, accepted at first pass and in time with 4.0 in both scores, reported on that day; `more` is
    /// laid over that.
    AssigningRoster& done(const std::string& shopper, const std::string& day,
                          const nlohmann::json& more = nlohmann::json::object());
    AssigningRoster& site(const nlohmann::json& site);
    AssigningRoster& programme(const std::string& id, const std::string& name);
    AssigningRoster& mission(const nlohmann::json& mission);

    /// Imports it together with the mission M-9: S-1, held by C-1, due on 19 June at noon.
    void into(Agency& agency) const;

  private:
    nlohmann::json roster_ = {{"format", "relis.roster/1"}, {"shoppers", nlohmann::json::array()}};
    int missions_ = 0;
};

/// 16 June 2026 at noon, when the tests ask.
[[nodiscard]] Moment noon();

/// Ranks everybody for a mission at noon().
[[nodiscard]] Ranking rank(Agency& agency, const std::string& mission = "M-9", const std::string& due = "");

/// The candidate or excluded shopper of that id; fails the test where there is none.
[[nodiscard]] const MissionCandidate& of(const Ranking& ranking, const std::string& shopper);
/// Names of what excludes him.
[[nodiscard]] std::vector<std::string> exclusions(const Ranking& ranking, const std::string& shopper);
/// What a criterion gave him.
[[nodiscard]] const CandidateReason& reason(const Ranking& ranking, const std::string& shopper,
                                            CandidateCriterion criterion);

}  // namespace relis::review
