#include "candidate_pool.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <unordered_set>
#include <utility>

#include "store/shopper_standings.h"
#include "store_types.h"

namespace relis::review {

namespace {

constexpr std::array<std::string_view, 7> weekday_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::uint8_t weekday_bits(const std::vector<std::string>& days) {
    if (days.empty()) return 0x7f;
    unsigned bits = 0;
    for (std::size_t i = 0; i < weekday_names.size(); ++i) {
        if (std::find(days.begin(), days.end(), weekday_names.at(i)) != days.end()) bits |= 1U << i;
    }
    return static_cast<std::uint8_t>(bits);
}

/// Distances then cost one root and one arc sine; single precision errs by less than a metre.
std::array<float, 3> unit_vector(const store::Coordinates& place) {
    const double latitude = place.latitude * std::numbers::pi / 180;
    const double longitude = place.longitude * std::numbers::pi / 180;
    return {static_cast<float>(std::cos(latitude) * std::cos(longitude)),
            static_cast<float>(std::cos(latitude) * std::sin(longitude)), static_cast<float>(std::sin(latitude))};
}

float component(const Reliability& rating, std::string_view id) {
    for (const ReliabilityComponent& c : rating.components) {
        if (c.id == id && c.value) return static_cast<float>(*c.value);
    }
    return not_known;
}

std::uint32_t number_or_none(Numbers& numbers, const std::string& text) {
    return text.empty() ? Numbers::none : numbers.add(text);
}

template <class T>
std::uint32_t size_of(const std::vector<T>& list) {
    return static_cast<std::uint32_t>(list.size());
}

PooledMission pooled(const store::Mission& mission) {
    PooledMission pooled;
    pooled.open = !mission.closed_at.has_value();
    pooled.reported = mission.outcome == Outcome::accepted || mission.outcome == Outcome::reassigned;
    if (mission.submitted_at) {
        pooled.visited = day_of(*mission.submitted_at);
    } else if (pooled.reported && mission.closed_at) {
        pooled.visited = day_of(*mission.closed_at);
    }
    if (mission.assigned_at) {
        pooled.assigned = day_of(*mission.assigned_at);
    } else if (pooled.visited != no_day) {
        pooled.assigned = pooled.visited;
    } else if (mission.closed_at) {
        pooled.assigned = day_of(*mission.closed_at);
    }
    pooled.clean = mission.outcome == Outcome::accepted && mission.reworks == 0 && mission.missing == 0;
    if (mission.detail && mission.french)
        pooled.lowest = static_cast<float>(std::min(*mission.detail, *mission.french));
    return pooled;
}

}  // namespace

std::uint32_t Numbers::add(const std::string& text) {
    return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second;
}

std::uint32_t Numbers::find(const std::string& text) const {
    const auto found = numbers_.find(text);
    return found == numbers_.end() ? none : found->second;
}

DayNumber day_of(const std::string& date) {
    const std::optional<Moment> moment = parse_moment(date + "T00:00:00Z");
    return moment ? day_of(*moment) : no_day;
}

DayNumber day_of(const Moment& moment) {
    return static_cast<DayNumber>(std::chrono::floor<std::chrono::days>(moment.local()).time_since_epoch().count());
}

std::uint64_t language_bit(std::uint32_t number) {
    return number < 64 ? std::uint64_t{1} << number : 0;
}

std::string base_language(const std::string& tag) {
    std::string base = tag.substr(0, tag.find_first_of("-_"));
    for (char& c : base) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return base;
}

CandidatePool::Implementation::Implementation(store::Database& database, const Moment& at) {
    read_sites(database);
    read_shoppers(database);
    read_missions(database, at);
}

void CandidatePool::Implementation::read_sites(store::Database& database) {
    store::for_each_site(database, [&](store::SiteRecord&& record, store::SitePlace&& place) {
        site_numbers.add(record.id);
        PooledSite site{std::move(record), std::move(place)};
        site.city = number_or_none(city_numbers, site.record.city);
        site.region = number_or_none(region_numbers, site.record.region);
        if (site.place.at) site.at = unit_vector(*site.place.at);
        sites.push_back(std::move(site));
    });
}

void CandidatePool::Implementation::read_shoppers(store::Database& database) {
    std::unordered_set<std::string> withdrawn;
    for (store::ShopperStanding& standing : store::withdrawn_shoppers(database)) {
        withdrawn.insert(std::move(standing.shopper_id));
    }
    store::for_each_candidate(database, [&](store::CandidateRecord&& record) {
        const store::ShopperProfile& profile = record.profile;
        PooledShopper shopper;
        shopper.withdrawn = withdrawn.contains(record.shopper.id);
        if (record.rating) {
            shopper.reliability = static_cast<float>(record.rating->value);
            // being new excuses few missions, not what was confirmed
            shopper.newcomer = record.rating->newcomer && std::isnan(component(*record.rating, "integrity"));
            shopper.french = component(*record.rating, "french");
            shopper.punctuality = component(*record.rating, "punctuality");
        }
        shopper.weekdays = weekday_bits(profile.weekdays);
        for (const std::string& language : record.shopper.languages)
            shopper.languages |= language_bit(language_numbers.add(base_language(language)));
        shopper.city = number_or_none(city_numbers, record.shopper.city);
        shopper.region = number_or_none(region_numbers, record.shopper.region);
        if (profile.home) shopper.home = unit_vector(*profile.home);
        shopper.absences.begin = size_of(absences);
        for (const store::Absence& absence : profile.absences)
            absences.push_back({day_of(absence.from), day_of(absence.to)});
        shopper.absences.end = size_of(absences);
        shopper.notes.begin = size_of(notes);
        for (const store::ProfessionalismNote& note : profile.notes)
            notes.push_back({day_of(note.on), note.kind, note.reason});
        shopper.notes.end = size_of(notes);
        shopper.acquaintances.begin = size_of(knows);
        for (const std::string& site : profile.acquaintances) {
            if (const std::uint32_t number = site_numbers.find(site); number != Numbers::none) knows.push_back(number);
        }
        shopper.acquaintances.end = size_of(knows);
        shopper_numbers.add(record.shopper.id);
        shoppers.push_back(shopper);
        names.push_back({std::move(record.shopper.id), std::move(record.shopper.name), std::move(record.shopper.city),
                         std::move(record.shopper.region), std::move(record.shopper.joined_on)});
    });
}

void CandidatePool::Implementation::read_missions(store::Database& database, const Moment& at) {
    const Moment since{at.utc - std::chrono::days{366}, at.offset};
    std::vector<PooledMission> unsorted;
    std::vector<std::uint32_t> starts(shoppers.size() + 1, 0);
    store::for_each_mission(database, since, [&](store::Mission&& mission) {
        const std::uint32_t shopper = shopper_numbers.find(mission.shopper_id);
        const std::uint32_t site = site_numbers.find(mission.site);
        if (shopper == Numbers::none || site == Numbers::none) return;  // came in after the roster was read
        PooledMission entry = pooled(mission);
        entry.shopper = shopper;
        entry.site = site;
        entry.programme = programme_numbers.add(mission.programme);
        ++starts[shopper + 1];
        unsorted.push_back(entry);
    });
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    for (std::size_t i = 0; i < shoppers.size(); ++i) shoppers[i].missions = {starts[i], starts[i + 1]};
    missions.resize(unsorted.size());
    for (const PooledMission& entry : unsorted) missions[starts[entry.shopper]++] = entry;
}

CandidatePool::CandidatePool(Workspace& workspace, const std::optional<Moment>& at)
    : implementation_(std::make_unique<Implementation>(workspace.database(), at.value_or(now()))) {}
CandidatePool::~CandidatePool() = default;
CandidatePool::CandidatePool(CandidatePool&&) noexcept = default;
CandidatePool& CandidatePool::operator=(CandidatePool&&) noexcept = default;

std::size_t CandidatePool::shoppers() const {
    return implementation_->shoppers.size();
}

}  // namespace relis::review
