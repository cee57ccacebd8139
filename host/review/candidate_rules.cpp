#include "candidate_rules.h"

#include <algorithm>
#include <cmath>

namespace relis::review {

namespace {

constexpr float earth_radius_km = 6371.0F;  // mean radius (IUGG)
constexpr float same_region_worth = 0.6F;   // between the same city and another region

void exclude(Judgement& judgement, Exclusion exclusion) {
    judgement.exclusions |= 1U << static_cast<unsigned>(exclusion);
}

float& worth_of(Judgement& judgement, CandidateCriterion criterion) {
    return judgement.worth.at(static_cast<std::size_t>(criterion));
}

float kilometres(const std::array<float, 3>& a, const std::array<float, 3>& b) {
    const float x = a[0] - b[0];
    const float y = a[1] - b[1];
    const float z = a[2] - b[2];
    return 2 * earth_radius_km * std::asin(std::min(1.0F, std::sqrt(x * x + y * y + z * z) / 2));
}

/// 1 with nothing used up, 0 from `full` on.
float left_of(int used, int full) {
    return 1 - static_cast<float>(std::min(used, full)) / static_cast<float>(full);
}

/// Monday 0; 1970-01-01 was a Thursday.
unsigned weekday(DayNumber day) {
    return static_cast<unsigned>(((day + 3) % 7 + 7) % 7);
}

}  // namespace

AssignmentRules::AssignmentRules(const CandidatePool::Implementation& pool, const Assignment& assignment,
                                 const AssignmentPolicy& policy)
    : pool_(pool), assignment_(assignment), policy_(policy) {
    const auto counts = [&](std::size_t i) {
        return assignment.reserved || i != static_cast<std::size_t>(CandidateCriterion::perfect_reports);
    };
    double sum = 0;
    for (std::size_t i = 0; i < candidate_criteria; ++i) sum += counts(i) ? policy.weights.at(i) : 0;
    for (std::size_t i = 0; i < candidate_criteria; ++i)
        shares_.at(i) = sum > 0 && counts(i) ? static_cast<float>(policy.weights.at(i) / sum) : 0;
    wanted_days_ = std::clamp(assignment.last_day - assignment.today + 1, 1, policy.comfortable_days);
}

Judgement AssignmentRules::judge(std::uint32_t shopper) const {
    Judgement judgement;
    const PooledShopper& person = pool_.shoppers[shopper];
    judge_missions(shopper, judgement);
    judge_place(person, judgement);
    judge_time(person, judgement);
    judge_notes(person, judgement);
    judge_person(shopper, judgement);
    return judgement;
}

void AssignmentRules::judge_missions(std::uint32_t shopper, Judgement& judgement) const {
    const DayNumber rested_since = assignment_.today - policy_.rest_days;
    const DayNumber rotation_since = assignment_.today - policy_.rotation_days;
    for (const PooledMission& mission : pool_.part(pool_.missions, pool_.shoppers[shopper].missions)) {
        const bool visited = mission.visited != no_day;
        if (assignment_.same_place[mission.site] && (mission.open || (visited && mission.visited > rested_since))) {
            exclude(judgement, mission.site == assignment_.site && mission.programme == assignment_.programme
                                   ? Exclusion::same_mission
                                   : Exclusion::same_site);
            judgement.last_there = std::max(judgement.last_there, mission.visited);
        }
        if (mission.programme == assignment_.programme &&
            (mission.open || (visited && mission.visited > rotation_since)))
            ++judgement.same_programme;
        if (mission.assigned >= assignment_.month_begin && mission.assigned < assignment_.month_end)
            ++judgement.this_month;
        if (mission.reported) ++judgement.reports;
        if (mission.clean && mission.lowest >= static_cast<float>(policy_.perfect_score)) ++judgement.perfect;
    }
    if (judgement.this_month >= policy_.max_month) exclude(judgement, Exclusion::month_full);
    worth_of(judgement, CandidateCriterion::rotation) = left_of(judgement.same_programme, policy_.rotation_full);
    worth_of(judgement, CandidateCriterion::load) = left_of(judgement.this_month, policy_.max_month);
    worth_of(judgement, CandidateCriterion::perfect_reports) =
        judgement.reports == 0 ? not_known
                               : static_cast<float>(judgement.perfect) / static_cast<float>(judgement.reports);
}

void AssignmentRules::judge_place(const PooledShopper& shopper, Judgement& judgement) const {
    const PooledSite& site = pool_.sites[assignment_.site];
    float& worth = worth_of(judgement, CandidateCriterion::distance);
    const bool regions_known = shopper.region != Numbers::none && site.region != Numbers::none;
    judgement.km = kilometres(shopper.home, site.at);
    if (!std::isnan(shopper.home[0]) && !std::isnan(site.at[0])) {
        worth = 1 - std::min(1.0F, judgement.km / static_cast<float>(policy_.far_km));
        if (policy_.max_km > 0 && judgement.km > static_cast<float>(policy_.max_km))
            exclude(judgement, Exclusion::too_far);
    } else {
        judgement.km = not_known;
        if (shopper.city != Numbers::none && shopper.city == site.city && shopper.region == site.region) {
            worth = 1;
        } else if (regions_known) {
            worth = shopper.region == site.region ? same_region_worth : 0;
        } else {
            worth = not_known;
        }
    }
    if (policy_.same_region_only && regions_known && shopper.region != site.region)
        exclude(judgement, Exclusion::too_far);
}

void AssignmentRules::judge_time(const PooledShopper& shopper, Judgement& judgement) const {
    const bool time_left = !assignment_.hours_left || *assignment_.hours_left > 0;
    if (assignment_.hours_left && *assignment_.hours_left < hours_needed(judgement.km))
        exclude(judgement, Exclusion::time_too_short);
    const auto absences = pool_.part(pool_.absences, shopper.absences);
    for (DayNumber day = assignment_.today; day <= assignment_.last_day && judgement.free_days < wanted_days_; ++day) {
        const bool works = (shopper.weekdays >> weekday(day) & 1U) != 0;
        const bool away = std::any_of(absences.begin(), absences.end(), [day](const PooledAbsence& absence) {
            return absence.from <= day && day <= absence.to;
        });
        if (works && !away) ++judgement.free_days;
    }
    if (judgement.free_days == 0 && time_left) exclude(judgement, Exclusion::unavailable);
    worth_of(judgement, CandidateCriterion::availability) =
        static_cast<float>(judgement.free_days) / static_cast<float>(wanted_days_);
}

void AssignmentRules::judge_notes(const PooledShopper& shopper, Judgement& judgement) const {
    for (const PooledNote& note : pool_.part(pool_.notes, shopper.notes)) {
        if (note.on <= assignment_.today - policy_.notes_days) continue;
        if (note.kind == NoteKind::positive) ++judgement.good_notes;
        if (note.kind == NoteKind::negative) ++judgement.bad_notes;
    }
    // The share of good notes with two imagined ones, a good and a bad: one note alone moves it by a sixth
    const int told = judgement.good_notes + judgement.bad_notes;
    worth_of(judgement, CandidateCriterion::professionalism) =
        told == 0 ? not_known : static_cast<float>(judgement.good_notes + 1) / static_cast<float>(told + 2);
}

void AssignmentRules::judge_person(std::uint32_t number, Judgement& judgement) const {
    const PooledShopper& shopper = pool_.shoppers[number];
    worth_of(judgement, CandidateCriterion::french) = shopper.french / 5;
    worth_of(judgement, CandidateCriterion::punctuality) = shopper.punctuality / 5;
    worth_of(judgement, CandidateCriterion::reliability) = shopper.reliability / 5;

    if (shopper.withdrawn) {
        exclude(judgement, Exclusion::withdrawn);
    }
    if (number == assignment_.holder) exclude(judgement, Exclusion::holder);
    for (const std::uint32_t site : pool_.part(pool_.knows, shopper.acquaintances)) {
        if (assignment_.same_place[site]) exclude(judgement, Exclusion::acquaintance);
    }
    if (shopper.languages != 0 && (assignment_.unknown_language || (assignment_.languages & ~shopper.languages) != 0)) {
        exclude(judgement, Exclusion::language);
    }
    if (!shopper.newcomer && shopper.reliability < static_cast<float>(policy_.min_reliability))
        exclude(judgement, Exclusion::low_reliability);
    const bool good_enough = shopper.reliability >= static_cast<float>(policy_.reserved_reliability) &&
                             judgement.perfect >= policy_.reserved_perfect;
    if (assignment_.reserved && !good_enough) exclude(judgement, Exclusion::reserved);
}

float AssignmentRules::score(const Judgement& judgement) const {
    float sum = 0;
    for (std::size_t i = 0; i < candidate_criteria; ++i) {
        const float worth = judgement.worth[i];
        sum += shares_[i] * (std::isnan(worth) ? static_cast<float>(policy_.unknown_worth) : worth);
    }
    return 100 * sum;
}

double AssignmentRules::share(CandidateCriterion criterion) const {
    return shares_.at(static_cast<std::size_t>(criterion));
}

double AssignmentRules::worth(const Judgement& judgement, CandidateCriterion criterion) const {
    const float worth = judgement.worth.at(static_cast<std::size_t>(criterion));
    return std::isnan(worth) ? policy_.unknown_worth : worth;
}

double AssignmentRules::hours_needed(float km) const {
    return policy_.min_hours + (std::isnan(km) ? 0 : 2 * static_cast<double>(km) / policy_.travel_speed);
}

}  // namespace relis::review
