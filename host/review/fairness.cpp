#include "review/fairness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

#include "candidate_pool.h"
#include "store/assignment.h"
#include "store/roster.h"
#include "store_types.h"
#include "unknown.h"

namespace relis::review {

namespace {

constexpr std::size_t measures = 6;
constexpr double confidence = 0.99;
constexpr double z_99 = 2.5758;  // the normal deviate of `confidence`
constexpr std::size_t least_shoppers = 5;

/// What one shopper adds to the ratio Σy/Σn of a measure.
struct Share {
    double y = 0;
    double n = 0;
};

struct Person {
    std::string region;
    std::string tenure;
    std::size_t missions = 0;
    std::array<Share, measures> shares{};

    void add(FairnessMeasure measure, double value) {
        Share& share = shares.at(static_cast<std::size_t>(measure));
        share.y += value;
        share.n += 1;
    }
};

std::string tenure_of(const std::string& joined_on, DayNumber today) {
    const DayNumber joined = day_of(joined_on);
    if (joined == no_day) return {};
    if (today - joined < 183) return "under_6_months";
    return today - joined < 730 ? "under_2_years" : "from_2_years";
}

Label tenure_name(const std::string& id) {
    if (id == "under_6_months") return {"moins de 6 mois", "under 6 months"};
    if (id == "under_2_years") return {"de 6 mois à 2 ans", "6 months to 2 years"};
    if (id == "from_2_years") return {"2 ans et plus", "2 years and more"};
    return {"ancienneté inconnue", "tenure not known"};
}

void count_mission(Person& person, const store::Mission& mission, const Moment& from, const Moment& to) {
    std::optional<Moment> given = mission.assigned_at;
    if (!given) given = mission.submitted_at ? mission.submitted_at : mission.closed_at;
    if (!given || (*given >= from && *given <= to)) ++person.missions;
    const bool reported = mission.outcome == Outcome::accepted || mission.outcome == Outcome::reassigned;
    if (!reported || !mission.closed_at || *mission.closed_at > to) return;
    person.add(FairnessMeasure::reassigned, mission.outcome == Outcome::reassigned ? 1 : 0);
    person.add(FairnessMeasure::reworked, mission.reworks > 0 ? 1 : 0);
    if (mission.detail) person.add(FairnessMeasure::detail, *mission.detail);
    if (mission.french) person.add(FairnessMeasure::french, *mission.french);
}

/// `counts` in rising order, not empty.
std::vector<MissionBin> bins_of(const std::vector<std::size_t>& counts) {
    constexpr std::size_t most_bins = 12;
    const std::size_t width = std::max<std::size_t>(1, (counts.back() + most_bins - 1) / most_bins);
    std::vector<MissionBin> bins{{0, 0, 0}};
    for (std::size_t from = 1; from <= counts.back(); from += width) bins.push_back({from, from + width - 1, 0});
    for (const std::size_t count : counts) ++bins[count == 0 ? 0 : 1 + (count - 1) / width].shoppers;
    return bins;
}

MissionSpread spread_of(const std::vector<Person>& people) {
    MissionSpread spread;
    spread.shoppers = people.size();
    if (people.empty()) return spread;
    std::vector<std::size_t> counts;
    counts.reserve(people.size());
    for (const Person& person : people) counts.push_back(person.missions);
    std::sort(counts.begin(), counts.end());
    spread.missions = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    spread.most = counts.back();
    spread.bins = bins_of(counts);
    spread.without = static_cast<std::size_t>(std::count(counts.begin(), counts.end(), 0U));
    const auto n = static_cast<double>(counts.size());
    const auto all = static_cast<double>(spread.missions);
    spread.mean = all / n;
    if (spread.missions == 0) return spread;
    const std::size_t tenth = (counts.size() + 9) / 10;
    spread.busiest_tenth_share =
        static_cast<double>(
            std::accumulate(counts.rbegin(), counts.rbegin() + static_cast<std::ptrdiff_t>(tenth), std::size_t{0})) /
        all;
    double ranked = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) ranked += static_cast<double>((i + 1) * counts[i]);
    spread.gini = 2 * ranked / (n * all) - (n + 1) / n;
    return spread;
}

/// A ratio over shoppers with its variance.
struct Estimate {
    std::size_t shoppers = 0;
    double count = 0;
    double ratio = 0;
    double variance = 0;
};

Estimate estimate(const std::vector<const Person*>& people, std::size_t measure) {
    Estimate result;
    double sum = 0;
    for (const Person* const person : people) {
        const Share& share = person->shares.at(measure);
        if (share.n <= 0) continue;
        ++result.shoppers;
        result.count += share.n;
        sum += share.y;
    }
    if (result.shoppers == 0) return result;
    result.ratio = sum / result.count;
    if (result.shoppers < 2) return result;
    double squares = 0;
    for (const Person* const person : people) {
        const Share& share = person->shares.at(measure);
        const double off = share.y - result.ratio * share.n;
        squares += off * off;
    }
    const auto m = static_cast<double>(result.shoppers);
    result.variance = m / (m - 1) * squares / (result.count * result.count);
    return result;
}

FairnessFigure compare(const std::vector<const Person*>& inside, const std::vector<const Person*>& outside,
                       std::size_t measure) {
    const Estimate group = estimate(inside, measure);
    const Estimate others = estimate(outside, measure);
    FairnessFigure figure;
    figure.measure = static_cast<FairnessMeasure>(measure);
    figure.count = group.count;
    if (group.shoppers > 0) figure.value = group.ratio;
    if (others.shoppers > 0) figure.others = others.ratio;
    if (group.shoppers < 2 || others.shoppers < 2) return figure;
    const double half = z_99 * std::sqrt(group.variance + others.variance);
    figure.low = group.ratio - others.ratio - half;
    figure.high = group.ratio - others.ratio + half;
    figure.enough = group.shoppers >= least_shoppers && others.shoppers >= least_shoppers;
    figure.notable = figure.enough && (*figure.low > 0 || *figure.high < 0);
    return figure;
}

FairnessGroup group_of(const std::vector<Person>& people, FairnessGrouping grouping, const std::string& id) {
    std::vector<const Person*> inside;
    std::vector<const Person*> outside;
    for (const Person& person : people) {
        const std::string& own = grouping == FairnessGrouping::region ? person.region : person.tenure;
        (own == id ? inside : outside).push_back(&person);
    }
    FairnessGroup group;
    group.grouping = grouping;
    group.id = id;
    group.name = grouping == FairnessGrouping::tenure ? tenure_name(id)
                 : id.empty()                         ? Label{"région inconnue", "region not known"}
                                                      : Label{id, id};
    group.shoppers = inside.size();
    for (std::size_t measure = 0; measure < measures; ++measure)
        group.figures.push_back(compare(inside, outside, measure));
    return group;
}

std::size_t count_figures(const FairnessReport& report, bool FairnessFigure::*is) {
    std::ptrdiff_t count = 0;
    for (const FairnessGroup& group : report.groups) count += std::ranges::count(group.figures, true, is);
    return static_cast<std::size_t>(count);
}

void add_groups(FairnessReport& report, const std::vector<Person>& people) {
    std::map<std::string, std::size_t> regions;
    std::map<std::string, std::size_t> tenures;
    for (const Person& person : people) {
        ++regions[person.region];
        ++tenures[person.tenure];
    }
    for (const auto& [region, count] : regions)
        report.groups.push_back(group_of(people, FairnessGrouping::region, region));
    std::stable_sort(report.groups.begin(), report.groups.end(),
                     [](const FairnessGroup& a, const FairnessGroup& b) { return a.shoppers > b.shoppers; });
    for (const char* const tenure : {"under_6_months", "under_2_years", "from_2_years", ""}) {
        if (tenures.contains(tenure)) report.groups.push_back(group_of(people, FairnessGrouping::tenure, tenure));
    }
}

}  // namespace

std::size_t FairnessReport::compared() const {
    return count_figures(*this, &FairnessFigure::enough);
}

std::size_t FairnessReport::notable() const {
    return count_figures(*this, &FairnessFigure::notable);
}

double FairnessReport::by_chance() const {
    return (1 - confidence) * static_cast<double>(compared());
}

std::string_view to_string(FairnessMeasure measure) {
    static constexpr std::array<std::string_view, measures> names{"missions", "reassigned", "reworked",
                                                                  "detail",   "french",     "stricter"};
    return names.at(static_cast<std::size_t>(measure));
}

std::string_view to_string(FairnessGrouping grouping) {
    return grouping == FairnessGrouping::region ? "region" : "tenure";
}

Label label(FairnessMeasure measure) {
    switch (measure) {
        case FairnessMeasure::missions:
            return {"Missions par personne", "Missions a shopper"};
        case FairnessMeasure::reassigned:
            return {"Rapports refusés", "Reports refused"};
        case FairnessMeasure::reworked:
            return {"Rapports repris", "Reports reworked"};
        case FairnessMeasure::detail:
            return {"Détail", "Detail"};
        case FairnessMeasure::french:
            return {"Français", "French"};
        case FairnessMeasure::stricter:
            break;
    }
    return {"Plus sévère que conseillé", "Stricter than recommended"};
}

Label label(FairnessGrouping grouping) {
    return grouping == FairnessGrouping::region ? Label{"Région", "Region"} : Label{"Ancienneté", "Tenure"};
}

bool is_share(FairnessMeasure measure) {
    using enum FairnessMeasure;
    return measure == reassigned || measure == reworked || measure == stricter;
}

FairnessReport fairness(Workspace& workspace, const FairnessOptions& options) {
    if (!options.programme.empty() && !store::load_programme(workspace.database(), options.programme)) {
        throw LabelledError(no_programme(options.programme));
    }
    FairnessReport report;
    report.to = options.at.value_or(now());
    report.from = Moment{report.to.utc - std::chrono::days{options.days}, report.to.offset};
    report.programme = options.programme;

    std::vector<Person> people;
    std::unordered_map<std::string, std::size_t> places;
    store::for_each_candidate(workspace.database(), [&](store::CandidateRecord&& record) {
        places.emplace(record.shopper.id, people.size());
        Person person;
        person.region = std::move(record.shopper.region);
        person.tenure = tenure_of(record.shopper.joined_on, day_of(report.to));
        people.push_back(std::move(person));
    });
    const auto person_of = [&](const std::string& id) -> Person* {
        const auto found = places.find(id);
        return found == places.end() ? nullptr : &people[found->second];
    };
    const auto is_wanted = [&](const std::string& programme) {
        return options.programme.empty() || programme == options.programme;
    };
    store::for_each_mission(workspace.database(), report.from, [&](store::Mission&& mission) {
        Person* const person = person_of(mission.shopper_id);
        if (person != nullptr && is_wanted(mission.programme)) count_mission(*person, mission, report.from, report.to);
    });
    for (Person& person : people) person.add(FairnessMeasure::missions, static_cast<double>(person.missions));
    store::for_each_decision(workspace.database(), report.from, [&](store::DecisionFact&& fact) {
        Person* const person = person_of(fact.shopper_id);
        if (person != nullptr && is_wanted(fact.programme) && fact.recommended)
            person->add(FairnessMeasure::stricter, fact.decision > *fact.recommended ? 1 : 0);
    });
    report.spread = spread_of(people);
    add_groups(report, people);
    return report;
}

}  // namespace relis::review
