#include "measures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace relis::review {

namespace {

std::optional<double> pearson(const ScorePairs& pairs) {
    const double n = static_cast<double>(pairs.size());
    double sum_x = 0, sum_y = 0;
    for (const auto& [x, y] : pairs) {
        sum_x += x;
        sum_y += y;
    }
    double covariance = 0, variance_x = 0, variance_y = 0;
    for (const auto& [x, y] : pairs) {
        covariance += (x - sum_x / n) * (y - sum_y / n);
        variance_x += (x - sum_x / n) * (x - sum_x / n);
        variance_y += (y - sum_y / n) * (y - sum_y / n);
    }
    if (pairs.empty() || variance_x <= 0 || variance_y <= 0) return std::nullopt;
    return covariance / std::sqrt(variance_x * variance_y);
}

std::optional<double> share(std::size_t part, std::size_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::optional<double> quadratic_weighted_kappa(const std::vector<std::pair<double, double>>& pairs) {
    constexpr std::size_t steps = 21;  // 0, 0.25, …, 5
    std::array<std::array<double, steps>, steps> observed{};
    std::array<double, steps> of_first{}, of_second{};
    const auto step = [](double score) {
        return static_cast<std::size_t>(std::lround(std::clamp(score, 0.0, 5.0) * 4));
    };
    for (const auto& [first, second] : pairs) {
        observed[step(first)][step(second)] += 1;
        of_first[step(first)] += 1;
        of_second[step(second)] += 1;
    }
    double disagreement = 0, expected = 0;
    for (std::size_t i = 0; i < steps; ++i) {
        for (std::size_t j = 0; j < steps; ++j) {
            const double distance = static_cast<double>(i) - static_cast<double>(j);
            disagreement += distance * distance * observed[i][j];
            expected += distance * distance * of_first[i] * of_second[j] /
                        static_cast<double>(std::max<std::size_t>(pairs.size(), 1));
        }
    }
    if (expected <= 0) return std::nullopt;
    return 1 - disagreement / expected;
}

Agreement agreement_of(const std::string& criterion, const ScorePairs& pairs, std::size_t not_judged) {
    Agreement result;
    result.criterion = criterion;
    result.count = pairs.size();
    result.not_judged = not_judged;
    for (const auto& [machine, person] : pairs) {
        result.mean_absolute_error += std::abs(machine - person) / static_cast<double>(pairs.size());
        result.bias += (machine - person) / static_cast<double>(pairs.size());
    }
    result.pearson = pearson(pairs);
    result.kappa = quadratic_weighted_kappa(pairs);
    return result;
}

std::optional<double> FlagAgreement::precision() const {
    return share(both, both + machine_only);
}

std::optional<double> FlagAgreement::recall() const {
    return share(both, both + people_only);
}

std::optional<double> share_equal(const Confusion& confusion) {
    std::size_t equal = 0, all = 0;
    for (const auto& [person, counts] : confusion) {
        for (const auto& [machine, count] : counts) {
            all += count;
            if (machine == person) equal += count;
        }
    }
    return share(equal, all);
}

void add_flag(FlagAgreement& flag, const People::Flag& people, const std::set<std::string>& machine,
              std::vector<std::string>* false_alarms, std::vector<std::string>* overlooked) {
    for (const std::string& question : machine) {
        if (people.agreed.contains(question)) {
            ++flag.both;
        } else if (!people.disputed.contains(question)) {
            ++flag.machine_only;
            if (false_alarms != nullptr) false_alarms->push_back(flag.flag + ": " + question);
        }
    }
    for (const std::string& question : people.agreed) {
        if (machine.contains(question)) continue;
        ++flag.people_only;
        if (overlooked != nullptr) overlooked->push_back(flag.flag + ": " + question);
    }
    flag.disputed += people.disputed.size();
}

void Measuring::add(const People& people, const View& view) {
    ++reports_;
    for (const auto& [criterion, score] : people.scores) {
        const auto machine = view.scores.find(criterion);
        if (machine != view.scores.end() && machine->second) {
            pairs_[criterion].emplace_back(*machine->second, score);
        } else {
            ++not_judged_[criterion];
        }
    }
    if (people.decision_disputed) ++disputed_decisions_;
    if (!people.decision.empty() && !view.decision.empty()) ++decisions_[people.decision][view.decision];
    for (const auto& [name, flag] : people.flags) {
        FlagAgreement& counts = flags_[name];
        counts.flag = name;
        const auto machine = view.flags.find(name);
        add_flag(counts, flag, machine == view.flags.end() ? std::set<std::string>{} : machine->second);
    }
}

Measured Measuring::result() const {
    Measured result;
    result.reports = reports_;
    std::set<std::string> criteria;
    for (const auto& [criterion, pairs] : pairs_) criteria.insert(criterion);
    for (const auto& [criterion, count] : not_judged_) criteria.insert(criterion);
    for (const std::string& criterion : criteria) {
        const auto pairs = pairs_.find(criterion);
        const auto count = not_judged_.find(criterion);
        result.criteria.push_back(agreement_of(criterion, pairs == pairs_.end() ? ScorePairs{} : pairs->second,
                                               count == not_judged_.end() ? 0 : count->second));
    }
    for (const std::string& name : flag_names) {
        const auto flag = flags_.find(name);
        if (flag != flags_.end()) result.flags.push_back(flag->second);
    }
    result.decisions = decisions_;
    result.disputed_decisions = disputed_decisions_;
    return result;
}

}  // namespace relis::review
