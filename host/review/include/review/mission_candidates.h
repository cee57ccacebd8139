#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "review/workspace.h"

// Who could take a mission: every shopper, ranked by the agency's rules with reasons, or excluded with reasons. The
// weights and limits are the entry `assignment` of the criteria set in force for the mission's programme.
namespace relis::review {

/// What counts for a shopper, in the order in which reasons are given.
enum class CandidateCriterion {
    french,           ///< French quality, from the rating's component
    punctuality,      ///< from the rating's component
    reliability,      ///< the rating itself
    professionalism,  ///< what the agency noted lately
    rotation,         ///< how seldom he did the same programme lately
    load,             ///< how few missions he was given this month
    distance,         ///< between his home and the site, or by city and region
    availability,     ///< free days before the due time
    perfect_reports   ///< perfect reports lately; counts for reserved programmes only
};
inline constexpr std::size_t candidate_criteria = 9;

/// What keeps a shopper from a mission, whatever else speaks for him.
enum class Exclusion {
    holder,           ///< the mission is taken from him
    same_mission,     ///< did the same programme at the same site within the rest period, or has it to do
    same_site,        ///< the same for another programme at the same place
    acquaintance,     ///< declared to know somebody at the site
    month_full,       ///< as many missions this month as are allowed
    language,         ///< does not speak what the mission asks for
    unavailable,      ///< no free day before the due time
    time_too_short,   ///< the time left is not enough to go there and report
    too_far,          ///< farther than allowed, or of another region where only the site's is allowed
    low_reliability,  ///< his rating is below the least allowed
    reserved,         ///< the programme is kept for the best
    withdrawn         ///< a person took him out of the pool
};
inline constexpr std::size_t candidate_exclusions = 12;

/// The stable names used in JSON: `french`, `same_mission`, …
[[nodiscard]] std::string_view to_string(CandidateCriterion criterion);
[[nodiscard]] std::string_view to_string(Exclusion exclusion);

/// What people read: `Qualité du français`, `Même mission il y a peu`.
[[nodiscard]] Label label(CandidateCriterion criterion);
[[nodiscard]] Label label(Exclusion exclusion);

/// What one criterion gives a shopper.
struct CandidateReason {
    CandidateCriterion criterion = CandidateCriterion::french;
    std::optional<double> worth;  ///< 0–1; absent where nothing is known, which counts as `unknown_worth`
    double weight = 0;            ///< share of the score; the weights of a ranking sum to 1
    double points = 0;            ///< of the score's 100; the points of a candidate sum to his score
    Label text;                   ///< `4,3 sur 5`, `à 12 km`
};

struct CandidateExclusion {
    Exclusion kind = Exclusion::holder;
    Label text;  ///< with the figure and the limit: `8 missions ce mois-ci, 8 au plus`
};

struct MissionCandidate {
    std::size_t rank = 0;  ///< from 1; 0: excluded
    std::string shopper_id;
    std::string name;  ///< the id where no name is known
    std::string city;
    std::string region;
    double score = 0;  ///< 0–100; of an excluded one what it would be
    std::optional<double> reliability;
    bool newcomer = false;
    std::optional<double> distance_km;           ///< great circle; absent without coordinates
    std::vector<CandidateReason> reasons;        ///< every criterion with a weight
    std::vector<CandidateExclusion> exclusions;  ///< empty: eligible
};

/// The mission as the ranking saw it.
struct MissionNeed {
    std::string mission_id;
    std::string programme;
    std::string programme_name;
    std::string site;
    std::string site_name;
    std::string city;
    std::string region;
    std::string holder;  ///< id of the shopper who has it or had it
    std::optional<Moment> due_at;
    std::optional<double> hours_left;    ///< 0 where the due time has passed; absent without a due time
    std::vector<std::string> languages;  ///< that the shopper must speak
    bool reserved = false;               ///< kept for the best
};

struct RankingOptions {
    std::optional<Moment> due_at;     ///< the new due time that would be given; else the mission's own
    std::optional<Moment> at;         ///< when the question is asked; else the present
    bool ignore_passed_due = false;   ///< a due time that has passed counts as none: the mission gets a new one later
    std::size_t limit = 20;           ///< candidates told, the best first; 0: all
    std::size_t excluded_limit = 20;  ///< excluded ones told; 0: all
    std::string only{};               ///< tell this shopper alone, with his rank among all; empty: everybody
};

struct Ranking {
    MissionNeed mission;
    std::size_t shoppers = 0;                  ///< looked at
    std::size_t eligible = 0;                  ///< not excluded
    std::vector<MissionCandidate> candidates;  ///< best first; equal scores by id
    /// By what an exception would cost: fewest exclusions first, then the nearest, then the best.
    std::vector<MissionCandidate> excluded;
    /// How many each exclusion keeps out, in the order of Exclusion; a shopper may count in several.
    std::array<std::size_t, candidate_exclusions> excluded_by{};
};

/// The roster as rankings need it, read once: shoppers, ratings, profiles, sites and the missions of the past year.
/// Reading takes time in proportion to the roster, ranking on it does not read it again. It is a picture of one moment:
/// make a new one after anything changed. Nothing in Relis keeps one between two rankings, so that a ranking sees what
/// any program has written to the database before it. Const use is safe from several threads.
class CandidatePool {
  public:
    /// `at`: the end of the year that is read; absent: the present.
    explicit CandidatePool(Workspace& workspace, const std::optional<Moment>& at = {});
    ~CandidatePool();
    CandidatePool(CandidatePool&&) noexcept;
    CandidatePool& operator=(CandidatePool&&) noexcept;
    CandidatePool(const CandidatePool&) = delete;
    CandidatePool& operator=(const CandidatePool&) = delete;

    [[nodiscard]] std::size_t shoppers() const;

    class Implementation;  ///< of the ranking's own sources
    [[nodiscard]] const Implementation& implementation() const { return *implementation_; }

  private:
    std::unique_ptr<Implementation> implementation_;
};

/// Ranks every shopper of the pool for a mission. Throws std::runtime_error for an unknown mission, one whose report
/// was accepted, a shopper `only` that is not known, and parameters that do not fit.
[[nodiscard]] Ranking rank_candidates(Workspace& workspace, const CandidatePool& pool, const std::string& mission_id,
                                      const RankingOptions& options = {});

/// The same with a pool of its own.
[[nodiscard]] Ranking rank_candidates(Workspace& workspace, const std::string& mission_id,
                                      const RankingOptions& options = {});

}  // namespace relis::review
