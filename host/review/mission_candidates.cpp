#include "review/mission_candidates.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <span>

#include <unicode/unistr.h>

#include "assignment_policy.h"
#include "candidate_rules.h"
#include "candidate_texts.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "store/roster.h"
#include "store_types.h"

namespace relis::review {

namespace {

/// Without a due time, availability is looked at for so many days.
constexpr DayNumber days_without_due_time = 7;

struct Scored {
    float score = 0;
    std::uint32_t shopper = 0;
    int exclusions = 0;
    float km = 0;  ///< looked at of excluded ones only
    /// Best first. Excluded ones follow by what an exception would cost: fewest exclusions, then the nearest. Shoppers
    /// are numbered by id.
    bool operator<(const Scored& other) const {
        if (exclusions != other.exclusions) return exclusions < other.exclusions;
        if (exclusions > 0 && km != other.km) return km < other.km;
        return score != other.score ? score > other.score : shopper < other.shopper;
    }
};

store::Mission mission_to_assign(Workspace& workspace, const std::string& id) {
    const auto mission = store::load_mission(workspace.database(), id);
    if (!mission) {
        throw LabelledError(
            make_label("la mission {} n'existe pas ; `relis shopper ID` énumère celles d'un client mystère",
                       "no mission {}; `relis shopper ID` lists a shopper's missions", id));
    }
    if (mission->outcome == Outcome::accepted) {
        throw LabelledError(
            make_label("la mission {} est faite, son rapport a été accepté ; elle n'attend plus personne",
                       "mission {} is done, its report was accepted; nobody is needed for it", id));
    }
    return *mission;
}

std::string folded(const std::string& text) {
    std::string result;
    icu::UnicodeString::fromUTF8(text).foldCase().toUTF8String(result);
    return result;
}

bool is_reserved(const AssignmentPolicy& policy, const store::Programme& programme) {
    const std::string where = folded(programme.id + " " + programme.name);
    return std::any_of(
        policy.reserved_programmes.begin(), policy.reserved_programmes.end(),
        [&](const std::string& word) { return !word.empty() && where.find(folded(word)) != std::string::npos; });
}

/// One ranking under way.
class Ranker {
  public:
    Ranker(const CandidatePool::Implementation& pool, const store::Mission& mission, const store::Programme& programme,
           AssignmentPolicy policy, const RankingOptions& options)
        : pool_(pool), policy_(std::move(policy)) {
        const Moment at = options.at.value_or(now());
        describe(mission, programme, options);
        std::optional<Moment>& due = ranking_.mission.due_at;
        if (options.ignore_passed_due && due && due->utc <= at.utc) due.reset();
        work_out(mission, at);
    }

    Ranking rank(const RankingOptions& options) {
        const AssignmentRules rules(pool_, assignment_, policy_);
        std::vector<Scored> eligible;
        std::vector<Scored> excluded;
        eligible.reserve(pool_.shoppers.size());
        for (std::uint32_t i = 0; i < pool_.shoppers.size(); ++i) {
            const Judgement judgement = rules.judge(i);
            const float km = std::isnan(judgement.km) ? std::numeric_limits<float>::max() : judgement.km;
            (judgement.exclusions == 0 ? eligible : excluded)
                .push_back({rules.score(judgement), i, std::popcount(judgement.exclusions), km});
            for (std::uint32_t bits = judgement.exclusions; bits != 0; bits &= bits - 1)
                ++ranking_.excluded_by.at(static_cast<std::size_t>(std::countr_zero(bits)));
        }
        ranking_.shoppers = pool_.shoppers.size();
        ranking_.eligible = eligible.size();
        if (!options.only.empty()) {
            tell_only(rules, options.only, eligible, excluded);
            return std::move(ranking_);
        }
        for (const Scored& scored : best(eligible, options.limit)) {
            ranking_.candidates.push_back(candidate(rules, scored));
            ranking_.candidates.back().rank = ranking_.candidates.size();
        }
        for (const Scored& scored : best(excluded, options.excluded_limit))
            ranking_.excluded.push_back(candidate(rules, scored));
        return std::move(ranking_);
    }

  private:
    void describe(const store::Mission& mission, const store::Programme& programme, const RankingOptions& options) {
        MissionNeed& need = ranking_.mission;
        need.mission_id = mission.id;
        need.programme = mission.programme;
        need.programme_name = programme.name.empty() ? programme.id : programme.name;
        need.site = mission.site;
        need.holder = mission.shopper_id;
        need.due_at = options.due_at ? options.due_at : mission.due_at;
        need.reserved = is_reserved(policy_, programme);
        assignment_.site = pool_.site_numbers.find(mission.site);
        if (assignment_.site == Numbers::none) {
            throw LabelledError(make_label("la mission {} est arrivée après la lecture de la base ; relisez-la",
                                           "mission {} came in after the roster was read; read it again", mission.id));
        }
        const PooledSite& site = pool_.sites[assignment_.site];
        need.site_name = site.record.name.empty() ? site.record.id : site.record.name;
        need.city = site.record.city;
        need.region = site.record.region;
        need.languages.push_back(base_language(programme.locale));
        for (const std::string& language : site.place.languages) {
            if (std::find(need.languages.begin(), need.languages.end(), base_language(language)) ==
                need.languages.end())
                need.languages.push_back(base_language(language));
        }
    }

    void work_out(const store::Mission& mission, const Moment& at) {
        const MissionNeed& need = ranking_.mission;
        assignment_.programme = pool_.programme_numbers.find(mission.programme);
        assignment_.holder = pool_.shopper_numbers.find(mission.shopper_id);
        assignment_.reserved = need.reserved;
        const store::SiteRecord& here = pool_.sites[assignment_.site].record;
        assignment_.same_place.assign(pool_.sites.size(), false);
        for (std::size_t i = 0; i < pool_.sites.size(); ++i) {
            const store::SiteRecord& other = pool_.sites[i].record;
            assignment_.same_place[i] =
                i == assignment_.site || (!here.city.empty() && here.name == other.name && here.city == other.city);
        }
        for (const std::string& language : need.languages) {
            const std::uint64_t bit = language_bit(pool_.language_numbers.find(language));
            assignment_.languages |= bit;
            assignment_.unknown_language = assignment_.unknown_language || bit == 0;
        }
        const Moment here_now{at.utc, need.due_at ? need.due_at->offset : at.offset};
        assignment_.today = day_of(here_now);
        assignment_.last_day = need.due_at ? day_of(*need.due_at) : assignment_.today + days_without_due_time - 1;
        if (need.due_at) {
            const auto left = std::chrono::duration<double, std::ratio<3600>>(need.due_at->utc - at.utc);
            ranking_.mission.hours_left = std::max(0.0, left.count());
            assignment_.hours_left = need.hours_left;
        }
        const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{assignment_.today}}};
        const auto first = std::chrono::year_month(date.year(), date.month()) / std::chrono::day{1};
        assignment_.month_begin = static_cast<DayNumber>(std::chrono::sys_days(first).time_since_epoch().count());
        assignment_.month_end =
            static_cast<DayNumber>(std::chrono::sys_days(first + std::chrono::months{1}).time_since_epoch().count());
    }

    /// One shopper with his rank among those who can take it.
    void tell_only(const AssignmentRules& rules, const std::string& id, const std::vector<Scored>& eligible,
                   const std::vector<Scored>& excluded) {
        const std::uint32_t number = pool_.shopper_numbers.find(id);
        const auto find = [&](const std::vector<Scored>& scored) {
            return std::ranges::find(scored, number, &Scored::shopper);
        };
        if (const auto found = find(eligible); found != eligible.end()) {
            ranking_.candidates.push_back(candidate(rules, *found));
            ranking_.candidates.back().rank = 1 + static_cast<std::size_t>(std::ranges::count_if(
                                                      eligible, [&](const Scored& other) { return other < *found; }));
        } else if (const auto out = find(excluded); out != excluded.end()) {
            ranking_.excluded.push_back(candidate(rules, *out));
        } else {
            throw LabelledError(make_label("le client mystère {} n'existe pas ; `relis shopper` énumère les autres",
                                           "no shopper {}; `relis shopper` lists those there are", id));
        }
    }

    /// The first `limit` in order; 0: all.
    static std::span<const Scored> best(std::vector<Scored>& scored, std::size_t limit) {
        const std::size_t count = limit == 0 ? scored.size() : std::min(limit, scored.size());
        std::partial_sort(scored.begin(), scored.begin() + static_cast<std::ptrdiff_t>(count), scored.end());
        return std::span<const Scored>(scored).first(count);
    }

    [[nodiscard]] MissionCandidate candidate(const AssignmentRules& rules, const Scored& scored) const {
        const std::uint32_t number = scored.shopper;
        const PooledShopper& shopper = pool_.shoppers[number];
        const PooledName& name = pool_.names[number];
        const Judgement judgement = rules.judge(number);
        MissionCandidate result;
        result.shopper_id = name.id;
        result.name = name.name.empty() ? name.id : name.name;
        result.city = name.city;
        result.region = name.region;
        result.newcomer = shopper.newcomer;
        if (!std::isnan(shopper.reliability)) result.reliability = shopper.reliability;
        if (!std::isnan(judgement.km)) result.distance_km = judgement.km;
        for (std::size_t i = 0; i < candidate_criteria; ++i) {
            const auto criterion = static_cast<CandidateCriterion>(i);
            if (rules.share(criterion) <= 0) continue;
            CandidateReason reason;
            reason.criterion = criterion;
            if (!std::isnan(judgement.worth.at(i))) reason.worth = judgement.worth.at(i);
            reason.weight = rules.share(criterion);
            reason.points = 100 * rules.share(criterion) * rules.worth(judgement, criterion);
            reason.text = reason_text(pool_, rules, assignment_, policy_, number, judgement, criterion);
            result.score += reason.points;
            result.reasons.push_back(std::move(reason));
        }
        for (std::size_t i = 0; i < candidate_exclusions; ++i) {
            const auto exclusion = static_cast<Exclusion>(i);
            if (!judgement.excluded_by(exclusion)) continue;
            result.exclusions.push_back(
                {exclusion, exclusion_text(pool_, rules, assignment_, policy_, number, judgement, exclusion)});
        }
        return result;
    }

    const CandidatePool::Implementation& pool_;
    AssignmentPolicy policy_;
    Assignment assignment_;
    Ranking ranking_;
};

}  // namespace

Ranking rank_candidates(Workspace& workspace, const CandidatePool& pool, const std::string& mission_id,
                        const RankingOptions& options) {
    const store::Mission mission = mission_to_assign(workspace, mission_id);
    const auto programme = store::load_programme(workspace.database(), mission.programme);
    Ranker ranker(pool.implementation(), mission, programme.value_or(store::Programme{}),
                  assignment_policy(assignment_parameters(workspace, mission.programme)), options);
    return ranker.rank(options);
}

Ranking rank_candidates(Workspace& workspace, const std::string& mission_id, const RankingOptions& options) {
    return rank_candidates(workspace, CandidatePool(workspace, options.at), mission_id, options);
}

}  // namespace relis::review
