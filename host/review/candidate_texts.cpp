#include "candidate_texts.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace relis::review {

namespace {

const Label unknown{"pas connu", "not known"};

Label of_five(float worth) {
    if (std::isnan(worth)) return unknown;
    return {french_number(5 * worth) + " sur 5", fmt::format("{:.1f} of 5", 5 * worth)};
}

std::string counted(int count, const char* one, const char* several) {
    return fmt::format("{} {}", count, count == 1 ? one : several);
}

/// French counts none in the singular.
std::string compte(int count, const char* un, const char* plusieurs) {
    return fmt::format("{} {}", count, count < 2 ? un : plusieurs);
}

Label missions_this_month(int count, int limit) {
    return {compte(count, "mission ce mois-ci", "missions ce mois-ci") + fmt::format(", {} au plus", limit),
            counted(count, "mission this month", "missions this month") + fmt::format(", at most {}", limit)};
}

Label distance_text(const CandidatePool::Implementation& pool, const Assignment& assignment,
                    const PooledShopper& shopper, const Judgement& judgement) {
    if (!std::isnan(judgement.km)) {
        return {"à " + french_number(judgement.km, 0) + " km", fmt::format("{:.0f} km away", judgement.km)};
    }
    const PooledSite& site = pool.sites[assignment.site];
    if (shopper.city != Numbers::none && shopper.city == site.city && shopper.region == site.region)
        return {"même ville", "same city"};
    if (shopper.region == Numbers::none || site.region == Numbers::none) return unknown;
    if (shopper.region == site.region) return {"même région", "same region"};
    return {"autre région", "other region"};
}

Label notes_text(const CandidatePool::Implementation& pool, const PooledShopper& shopper, const Judgement& judgement) {
    if (judgement.good_notes + judgement.bad_notes == 0) return {"aucune note", "no notes"};
    Label text{
        compte(judgement.good_notes, "note positive", "notes positives") + ", " +
            compte(judgement.bad_notes, "négative", "négatives"),
        counted(judgement.good_notes, "good note", "good notes") + ", " + counted(judgement.bad_notes, "bad", "bad")};
    const PooledNote* latest = nullptr;
    for (const PooledNote& note : pool.part(pool.notes, shopper.notes)) {
        if (note.kind == NoteKind::negative && (latest == nullptr || note.on >= latest->on)) latest = &note;
    }
    if (judgement.bad_notes > 0 && latest != nullptr) {
        text.fr += " (« " + latest->reason + " »)";
        text.en += " (“" + latest->reason + "”)";
    }
    return text;
}

/// `le 2026-06-02`, or that the mission is still to be done.
Label when_there(const Judgement& judgement) {
    if (judgement.last_there == no_day) return {"l'a encore à faire", "still has it to do"};
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{judgement.last_there}}};
    const std::string day = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return {"y était le " + day, "was there on " + day};
}

Label rest_text(const Judgement& judgement, const AssignmentPolicy& policy) {
    const Label when = when_there(judgement);
    return {when.fr + fmt::format(", {} jours de repos", policy.rest_days),
            when.en + fmt::format(", {} days of rest", policy.rest_days)};
}

}  // namespace

std::string french_number(double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

Label reason_text(const CandidatePool::Implementation& pool, const AssignmentRules& rules, const Assignment& assignment,
                  const AssignmentPolicy& policy, std::uint32_t shopper, const Judgement& judgement,
                  CandidateCriterion criterion) {
    const PooledShopper& person = pool.shoppers[shopper];
    const float worth = judgement.worth.at(static_cast<std::size_t>(criterion));
    switch (criterion) {
        case CandidateCriterion::french:
        case CandidateCriterion::punctuality:
            return of_five(worth);
        case CandidateCriterion::reliability: {
            Label text = of_five(worth);
            if (person.newcomer) text = {text.fr + ", nouveau", text.en + ", new"};
            return text;
        }
        case CandidateCriterion::professionalism:
            return notes_text(pool, person, judgement);
        case CandidateCriterion::rotation:
            return {compte(judgement.same_programme, "mission", "missions") +
                        fmt::format(" de ce concept en {} jours", policy.rotation_days),
                    counted(judgement.same_programme, "mission", "missions") +
                        fmt::format(" for this programme in {} days", policy.rotation_days)};
        case CandidateCriterion::load:
            return missions_this_month(judgement.this_month, policy.max_month);
        case CandidateCriterion::distance:
            return distance_text(pool, assignment, person, judgement);
        case CandidateCriterion::availability: {
            const bool all = judgement.free_days == rules.wanted_days();
            return {compte(judgement.free_days, "jour libre", "jours libres") + (all ? " ou plus" : ""),
                    counted(judgement.free_days, "free day", "free days") + (all ? " or more" : "")};
        }
        case CandidateCriterion::perfect_reports:
            break;
    }
    if (judgement.reports == 0) return {"aucun rapport en un an", "no report in a year"};
    return {
        compte(judgement.perfect, "rapport parfait", "rapports parfaits") + fmt::format(" sur {}", judgement.reports),
        counted(judgement.perfect, "perfect report", "perfect reports") + fmt::format(" of {}", judgement.reports)};
}

Label exclusion_text(const CandidatePool::Implementation& pool, const AssignmentRules& rules,
                     const Assignment& assignment, const AssignmentPolicy& policy, std::uint32_t shopper,
                     const Judgement& judgement, Exclusion exclusion) {
    const PooledShopper& person = pool.shoppers[shopper];
    switch (exclusion) {
        case Exclusion::holder:
            return {"la mission lui est retirée", "the mission is taken from this shopper"};
        case Exclusion::same_mission:
        case Exclusion::same_site:
            return rest_text(judgement, policy);
        case Exclusion::acquaintance:
            return {"a déclaré connaître quelqu'un au point de vente", "declared to know somebody at the site"};
        case Exclusion::month_full:
            return missions_this_month(judgement.this_month, policy.max_month);
        case Exclusion::language:
            return {"ne parle pas toutes les langues demandées", "does not speak all languages asked for"};
        case Exclusion::unavailable:
            return {"aucun jour libre avant l'échéance", "no free day before the due time"};
        case Exclusion::time_too_short: {
            const double needed = rules.hours_needed(judgement.km);
            const double left = assignment.hours_left.value_or(0);
            return {fmt::format("il reste {} h, il en faut {}", french_number(left), french_number(needed)),
                    fmt::format("{:.1f} h left, {:.1f} needed", left, needed)};
        }
        case Exclusion::too_far: {
            const bool by_distance = policy.max_km > 0 && judgement.km > static_cast<float>(policy.max_km);
            if (!by_distance) return {"autre région", "other region"};
            return {fmt::format("à {:.0f} km, {:.0f} au plus", judgement.km, policy.max_km),
                    fmt::format("{:.0f} km away, at most {:.0f}", judgement.km, policy.max_km)};
        }
        case Exclusion::low_reliability:
            return {"cote " + french_number(person.reliability) + ", au moins " + french_number(policy.min_reliability),
                    fmt::format("rating {:.1f}, at least {:.1f}", person.reliability, policy.min_reliability)};
        case Exclusion::withdrawn:
            return {"n'est plus dans le groupe", "is out of the pool"};
        case Exclusion::reserved:
            break;
    }
    const bool rated = !std::isnan(person.reliability);
    return {fmt::format("cote {}, {} ; il faut {} et {}", rated ? french_number(person.reliability) : "inconnue",
                        compte(judgement.perfect, "rapport parfait", "rapports parfaits"),
                        french_number(policy.reserved_reliability), policy.reserved_perfect),
            fmt::format("rating {}, {}; asked for are {:.1f} and {}",
                        rated ? fmt::format("{:.1f}", person.reliability) : "not known",
                        counted(judgement.perfect, "perfect report", "perfect reports"), policy.reserved_reliability,
                        policy.reserved_perfect)};
}

std::string_view to_string(CandidateCriterion criterion) {
    static constexpr std::array<std::string_view, candidate_criteria> names{
        "french", "punctuality", "reliability",  "professionalism", "rotation",
        "load",   "distance",    "availability", "perfect_reports"};
    return names.at(static_cast<std::size_t>(criterion));
}

std::string_view to_string(Exclusion exclusion) {
    static constexpr std::array<std::string_view, candidate_exclusions> names{
        "holder",      "same_mission",   "same_site", "acquaintance",    "month_full", "language",
        "unavailable", "time_too_short", "too_far",   "low_reliability", "reserved",   "withdrawn"};
    return names.at(static_cast<std::size_t>(exclusion));
}

Label label(CandidateCriterion criterion) {
    switch (criterion) {
        case CandidateCriterion::french:
            return {"Qualité du français", "French quality"};
        case CandidateCriterion::punctuality:
            return {"Ponctualité", "Punctuality"};
        case CandidateCriterion::reliability:
            return {"Fiabilité", "Reliability"};
        case CandidateCriterion::professionalism:
            return {"Professionnalisme", "Professionalism"};
        case CandidateCriterion::rotation:
            return {"Rotation", "Rotation"};
        case CandidateCriterion::load:
            return {"Charge du mois", "Load of the month"};
        case CandidateCriterion::distance:
            return {"Distance", "Distance"};
        case CandidateCriterion::availability:
            return {"Disponibilité", "Availability"};
        case CandidateCriterion::perfect_reports:
            break;
    }
    return {"Rapports parfaits", "Perfect reports"};
}

Label label(Exclusion exclusion) {
    switch (exclusion) {
        case Exclusion::holder:
            return {"A cette mission", "Has this mission"};
        case Exclusion::same_mission:
            return {"Même mission récemment", "Same mission lately"};
        case Exclusion::same_site:
            return {"Même point de vente récemment", "Same site lately"};
        case Exclusion::acquaintance:
            return {"Connaissance sur place", "Acquaintance at the site"};
        case Exclusion::month_full:
            return {"Mois complet", "Month is full"};
        case Exclusion::language:
            return {"Langue", "Language"};
        case Exclusion::unavailable:
            return {"Non disponible", "Not available"};
        case Exclusion::time_too_short:
            return {"Délai trop court", "Time too short"};
        case Exclusion::too_far:
            return {"Trop loin", "Too far"};
        case Exclusion::low_reliability:
            return {"Cote trop basse", "Rating too low"};
        case Exclusion::withdrawn:
            return {"Retiré", "Withdrawn"};
        case Exclusion::reserved:
            break;
    }
    return {"Réservé aux meilleurs", "Kept for the best"};
}

}  // namespace relis::review
