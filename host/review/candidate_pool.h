#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "review/mission_candidates.h"
#include "store/assignment.h"

// The roster laid out for one pass over all shoppers: small records in arrays, names replaced by numbers.
namespace relis::review {

using DayNumber = std::int32_t;  ///< days since 1970-01-01

inline constexpr DayNumber no_day = std::numeric_limits<DayNumber>::min();
inline constexpr float not_known = std::numeric_limits<float>::quiet_NaN();

/// Numbers for texts, from 0 in the order of their first use.
class Numbers {
  public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    /// The number of a text; a new one where it has none.
    std::uint32_t add(const std::string& text);
    /// The number of a text, or `none`.
    [[nodiscard]] std::uint32_t find(const std::string& text) const;

  private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// A mission of the past year, or an open one.
struct PooledMission {
    std::uint32_t shopper = 0;
    std::uint32_t site = 0;
    std::uint32_t programme = 0;
    DayNumber visited = no_day;   ///< local day of the report, else of its end; no_day: not visited (yet)
    DayNumber assigned = no_day;  ///< local day; where nobody wrote it down, that of the report or the end
    bool open = false;
    bool reported = false;  ///< accepted or refused: there was a report
    bool clean = false;     ///< accepted without rework or missing answer
    float lowest = 0;       ///< the lower of both scores; 0 where one is not known
};

struct PooledAbsence {
    DayNumber from = 0;
    DayNumber to = 0;
};

struct PooledNote {
    DayNumber on = 0;
    NoteKind kind = NoteKind::neutral;
    std::string reason;
};

/// Where a shopper's entries stand in the array of all.
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct PooledShopper {
    float french = not_known;  ///< 0–5
    float punctuality = not_known;
    float reliability = not_known;
    bool newcomer = false;
    bool withdrawn = false;        ///< from the pool, by a person
    std::uint8_t weekdays = 0x7f;  ///< bit 0: Monday
    std::uint64_t languages = 0;   ///< bit of each; 0: not known
    std::uint32_t city = Numbers::none;
    std::uint32_t region = Numbers::none;
    std::array<float, 3> home{not_known, not_known, not_known};  ///< unit vector from the earth's centre
    Range missions;
    Range absences;
    Range notes;
    Range acquaintances;
};

struct PooledSite {
    store::SiteRecord record;
    store::SitePlace place;
    std::uint32_t city = Numbers::none;
    std::uint32_t region = Numbers::none;
    std::array<float, 3> at{not_known, not_known, not_known};
};

/// What people read of a shopper; apart from what the pass reads.
struct PooledName {
    std::string id;
    std::string name;
    std::string city;
    std::string region;
    std::string joined_on;
};

class CandidatePool::Implementation {
  public:
    Implementation(store::Database& database, const Moment& at);

    std::vector<PooledShopper> shoppers;
    std::vector<PooledName> names;        ///< of the shoppers, in their order
    std::vector<PooledMission> missions;  ///< by shopper
    std::vector<PooledAbsence> absences;  ///< by shopper
    std::vector<PooledNote> notes;        ///< by shopper
    std::vector<std::uint32_t> knows;     ///< sites where he knows somebody, by shopper
    std::vector<PooledSite> sites;        ///< by number; an empty record where no roster describes it
    Numbers shopper_numbers;
    Numbers site_numbers;
    Numbers programme_numbers;
    Numbers city_numbers;
    Numbers region_numbers;
    Numbers language_numbers;  ///< at most 64 are told apart

    template <class T>
    static std::span<const T> part(const std::vector<T>& all, const Range& range) {
        return std::span<const T>(all).subspan(range.begin, range.end - range.begin);
    }

  private:
    void read_sites(store::Database& database);
    void read_shoppers(store::Database& database);
    void read_missions(store::Database& database, const Moment& at);
};

/// The day number of `2026-06-16`, or no_day.
[[nodiscard]] DayNumber day_of(const std::string& date);
/// The local day of a moment.
[[nodiscard]] DayNumber day_of(const Moment& moment);

/// The bit of a language among those that a pool tells apart, 0 for none.
[[nodiscard]] std::uint64_t language_bit(std::uint32_t number);

/// `fr` of `fr-CA` and of `FR`.
[[nodiscard]] std::string base_language(const std::string& tag);

}  // namespace relis::review
