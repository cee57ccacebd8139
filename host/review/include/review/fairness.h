#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "review/workspace.h"

// Whether missions, decisions and scores fall evenly: figures of a period to look into, no verdict on anybody.
namespace relis::review {

struct FairnessOptions {
    std::optional<Moment> at;  ///< end of the period; else the present
    int days = 365;            ///< its length; ≥ 1
    std::string programme;     ///< empty: all
};

/// Shoppers who were given `from` to `to` missions.
struct MissionBin {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t shoppers = 0;
};

/// How the missions given in the period spread over the shoppers of the roster.
struct MissionSpread {
    std::size_t shoppers = 0;
    std::size_t without = 0;  ///< shoppers who were given none
    std::size_t missions = 0;
    double mean = 0;                 ///< missions a shopper
    std::size_t most = 0;            ///< of one shopper
    double busiest_tenth_share = 0;  ///< 0–1: what the tenth of the shoppers with most missions has of all
    /// 0: all have the same; towards 1: one has all. C. Gini, "Variabilità e mutabilità" (1912).
    double gini = 0;
    /// Those without a mission, then at most twelve bins of one width up to `most`; empty without shoppers.
    std::vector<MissionBin> bins;
};

enum class FairnessMeasure {
    missions,    ///< missions a shopper
    reassigned,  ///< share of the finished reports that were refused
    reworked,    ///< share of the finished reports that were sent back at least once
    detail,      ///< mean score, 0–5
    french,      ///< mean score, 0–5
    stricter     ///< share of the decisions that are harder than the recommendation
};

/// A measure of one group against everybody else.
struct FairnessFigure {
    FairnessMeasure measure = FairnessMeasure::missions;
    double count = 0;              ///< what the value is a mean of: shoppers, reports, scores, decisions
    std::optional<double> value;   ///< absent where count is 0
    std::optional<double> others;  ///< the same of all other shoppers
    std::optional<double> low;     ///< the 99 % interval of value − others; absent with too few shoppers
    std::optional<double> high;
    bool enough = false;   ///< each side has at least five shoppers: fewer tell nothing
    bool notable = false;  ///< enough of them, and the interval does not hold 0
};

enum class FairnessGrouping { region, tenure };

struct FairnessGroup {
    FairnessGrouping grouping = FairnessGrouping::region;
    std::string id;  ///< the region; `under_6_months`, `under_2_years`, `from_2_years`; empty: not known
    Label name;
    std::size_t shoppers = 0;
    std::vector<FairnessFigure> figures;  ///< in the order of FairnessMeasure
};

struct FairnessReport {
    Moment from;
    Moment to;
    std::string programme;
    MissionSpread spread;
    std::vector<FairnessGroup> groups;  ///< regions, most shoppers first; then tenures, newest first

    /// Comparisons with enough shoppers, and those of them that are notable.
    [[nodiscard]] std::size_t compared() const;
    [[nodiscard]] std::size_t notable() const;
    /// How many of such a number of comparisons a 99 % interval marks where there is no difference at all.
    [[nodiscard]] double by_chance() const;
};

/// The stable names used in JSON: `missions`, `region`, …
[[nodiscard]] std::string_view to_string(FairnessMeasure measure);
[[nodiscard]] std::string_view to_string(FairnessGrouping grouping);
[[nodiscard]] Label label(FairnessMeasure measure);
[[nodiscard]] Label label(FairnessGrouping grouping);
/// Whether the measure's values are shares, 0–1.
[[nodiscard]] bool is_share(FairnessMeasure measure);

/// Counts the period. A shopper's reports are not independent of each other, so intervals take the shoppers as the
/// units: each value is a ratio Σy/Σn over shoppers with the variance m/(m−1) · Σ(y − r·n)² / (Σn)² of a ratio
/// estimate (W. G. Cochran, "Sampling Techniques", 3rd ed. 1977, chapter 6), and the two sides are compared by the
/// normal approximation with z = 2.576.
[[nodiscard]] FairnessReport fairness(Workspace& workspace, const FairnessOptions& options = {});

/// Every figure a line, then the spread: RFC 4180 with a header; numbers with a point, shares 0–1.
[[nodiscard]] std::string to_csv(const FairnessReport& report);

}  // namespace relis::review
