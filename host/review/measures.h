#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "review/calibrate.h"

namespace relis::review {

using ScorePairs = std::vector<std::pair<double, double>>;  ///< machine, person

/// Agreement of two series; `not_judged` is taken over.
[[nodiscard]] Agreement agreement_of(const std::string& criterion, const ScorePairs& pairs, std::size_t not_judged);

/// The flags that are measured, in the order of tables.
inline const std::vector<std::string> flag_names{"missing", "contradictions", "repeats", "copied"};

/// What people said of one report, several passes taken together.
struct People {
    std::map<std::string, double> scores;  ///< means, by criterion
    std::string decision;                  ///< empty: none, or disputed
    bool decision_disputed = false;
    struct Flag {
        std::set<std::string> agreed;    ///< questions that every pass names
        std::set<std::string> disputed;  ///< questions that some pass names and another does not
    };
    std::map<std::string, Flag> flags;  ///< those that people spoke of at all
};

/// What the machine, or another pass, said of it.
struct View {
    std::map<std::string, std::optional<double>> scores;
    std::string decision;  ///< `none` where nothing is recommended; empty: not asked
    std::map<std::string, std::set<std::string>> flags;
};

/// Adds reports up. One thread at a time.
class Measuring {
  public:
    void add(const People& people, const View& view);
    [[nodiscard]] Measured result() const;

  private:
    std::size_t reports_ = 0;
    std::map<std::string, ScorePairs> pairs_;
    std::map<std::string, std::size_t> not_judged_;
    std::map<std::string, FlagAgreement> flags_;
    Confusion decisions_;
    std::size_t disputed_decisions_ = 0;
};

/// Adds one report to how a flag is set. The names of the questions on which machine and people part go into the last
/// two arguments where they are given.
void add_flag(FlagAgreement& flag, const People::Flag& people, const std::set<std::string>& machine,
              std::vector<std::string>* false_alarms = nullptr, std::vector<std::string>* overlooked = nullptr);

}  // namespace relis::review
