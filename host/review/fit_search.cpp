#include "fit_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace relis::review {

namespace {

/// A change must bring so much of the loss, or it follows the noise of the grades.
constexpr double worth = 0.01;

/// To three significant digits: a proposal is for people to read.
double rounded(double value) {
    if (value == 0) return 0;
    const double scale = std::pow(10.0, 2 - std::floor(std::log10(std::abs(value))));
    return std::round(value * scale) / scale;
}

}  // namespace

double loss_of(Loss kind, const std::vector<CaseLoss>& cases, const std::vector<std::size_t>& which) {
    if (which.empty()) return 0;
    double error = 0;
    std::size_t both = 0, alone = 0;
    for (const std::size_t i : which) {
        error += cases[i].error;
        both += cases[i].both;
        alone += cases[i].machine + cases[i].people;
    }
    if (kind == Loss::mean_error) return error / static_cast<double>(which.size());
    return both + alone == 0 ? 0 : static_cast<double>(alone) / static_cast<double>(2 * both + alone);
}

FitSearch::FitSearch(std::vector<Dimension> dimensions, Loss loss, Evaluate evaluate)
    : dimensions_(std::move(dimensions)), kind_(loss), evaluate_(std::move(evaluate)) {}

Point FitSearch::start() const {
    Point point;
    for (const Dimension& dimension : dimensions_) point.push_back(dimension.start);
    return point;
}

const std::vector<CaseLoss>& FitSearch::at(const Point& point) {
    const auto known = known_.find(point);
    if (known != known_.end()) return known->second;
    std::vector<CaseLoss> losses = evaluate_(point);
    ++evaluated_;
    static const std::vector<CaseLoss> none;
    if (losses.empty()) {
        stopped_ = true;
        return none;
    }
    return known_.emplace(point, std::move(losses)).first->second;
}

double FitSearch::loss(const Point& point, const std::vector<std::size_t>& cases) {
    const std::vector<CaseLoss>& losses = at(point);
    return losses.empty() ? std::numeric_limits<double>::infinity() : loss_of(kind_, losses, cases);
}

double FitSearch::moved(const Dimension& dimension, double value, double share, bool up) const {
    if (dimension.type == ParameterType::boolean) return up ? 1 : 0;
    const double range = dimension.maximum - dimension.minimum;
    // A share of the value itself: a range tells what is possible, the value what is usual
    double step = share * (value != 0 ? std::abs(value) : range / 10);
    if (dimension.type == ParameterType::integer) step = std::max(1.0, std::round(step));
    const double next = rounded(up ? value + step : value - step);
    const double within = std::clamp(next, dimension.minimum, dimension.maximum);
    return dimension.type == ParameterType::integer ? std::round(within) : within;
}

bool FitSearch::try_dimension(Point& best, double& least, std::size_t dimension, double share,
                              const std::vector<std::size_t>& cases) {
    for (const bool up : {true, false}) {
        if (exhausted()) return false;
        Point point = best;
        point[dimension] = moved(dimensions_[dimension], best[dimension], share, up);
        if (point == best) continue;
        const double found = loss(point, cases);
        if (found < least * (1 - worth)) {
            best = std::move(point);
            least = found;
            return true;
        }
    }
    return false;
}

/// A parameter whose change is not needed keeps its value.
void FitSearch::take_back_needless(Point& best, double& least, const std::vector<std::size_t>& cases) {
    for (std::size_t i = 0; i < best.size() && !exhausted(); ++i) {
        if (best[i] == dimensions_[i].start) continue;
        Point point = best;
        point[i] = dimensions_[i].start;
        const double found = loss(point, cases);
        if (found <= least * (1 + worth)) {
            best = std::move(point);
            least = found;
        }
    }
}

Point FitSearch::descend(const std::vector<std::size_t>& cases, std::size_t evaluations) {
    allowed_ = evaluated_ + evaluations;
    Point best = start();
    double least = loss(best, cases);
    constexpr std::array shares{0.4, 0.2, 0.1};
    for (const double share : shares) {
        bool gained = true;
        while (gained && !exhausted()) {
            gained = false;
            for (std::size_t i = 0; i < dimensions_.size() && !exhausted(); ++i)
                gained |= try_dimension(best, least, i, share, cases);
        }
    }
    take_back_needless(best, least, cases);
    return best;
}

}  // namespace relis::review
