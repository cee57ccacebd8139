#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assignment_policy.h"
#include "candidate_pool.h"
#include "review/mission_candidates.h"

// The rules of assigning, on the pool's numbers: no database, no texts.
namespace relis::review {

/// A mission as the rules see it.
struct Assignment {
    std::uint32_t programme = Numbers::none;
    std::uint32_t site = 0;
    std::uint32_t holder = Numbers::none;
    std::vector<bool> same_place;   ///< by site: the mission's, and others of the same name and city
    std::uint64_t languages = 0;    ///< bits of what the shopper must speak
    bool unknown_language = false;  ///< and something that nobody in the pool speaks
    std::optional<double> hours_left;
    DayNumber today = 0;
    DayNumber last_day = 0;     ///< of the due time
    DayNumber month_begin = 0;  ///< first day of this month
    DayNumber month_end = 0;    ///< first day of the next
    bool reserved = false;
};

/// What the rules find for one shopper.
struct Judgement {
    std::uint32_t exclusions = 0;                   ///< bit of each Exclusion
    std::array<float, candidate_criteria> worth{};  ///< 0–1, not_known
    float km = not_known;
    DayNumber last_there = no_day;  ///< latest visit of the place within the rest period
    int this_month = 0;
    int same_programme = 0;
    int reports = 0;  ///< within the past year
    int perfect = 0;
    int free_days = 0;  ///< counted up to the days that are wanted
    int good_notes = 0;
    int bad_notes = 0;

    [[nodiscard]] bool excluded_by(Exclusion exclusion) const {
        return (exclusions >> static_cast<unsigned>(exclusion) & 1U) != 0;
    }
};

/// The rules with everything about the mission worked out once. Safe to share between threads.
class AssignmentRules {
  public:
    AssignmentRules(const CandidatePool::Implementation& pool, const Assignment& assignment,
                    const AssignmentPolicy& policy);

    [[nodiscard]] Judgement judge(std::uint32_t shopper) const;
    /// 0–100.
    [[nodiscard]] float score(const Judgement& judgement) const;
    /// Share of a criterion in the score; the shares sum to 1 unless no weight counts.
    [[nodiscard]] double share(CandidateCriterion criterion) const;
    [[nodiscard]] double worth(const Judgement& judgement, CandidateCriterion criterion) const;

    /// Days before the due time that are looked at for free ones.
    [[nodiscard]] int wanted_days() const { return wanted_days_; }
    /// Hours that a shopper at this distance needs.
    [[nodiscard]] double hours_needed(float km) const;

  private:
    void judge_missions(std::uint32_t shopper, Judgement& judgement) const;
    void judge_place(const PooledShopper& shopper, Judgement& judgement) const;
    void judge_time(const PooledShopper& shopper, Judgement& judgement) const;
    void judge_notes(const PooledShopper& shopper, Judgement& judgement) const;
    void judge_person(std::uint32_t number, Judgement& judgement) const;

    const CandidatePool::Implementation& pool_;
    const Assignment& assignment_;
    const AssignmentPolicy& policy_;
    std::array<float, candidate_criteria> shares_{};
    int wanted_days_ = 1;
};

}  // namespace relis::review
