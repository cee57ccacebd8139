#include "french/score.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace relis::french {

double score(double weight, std::size_t words, const Curve& curve) {
    if (weight <= 0) return full_score;
    const double counted_words = static_cast<double>(std::max<std::size_t>({words, curve.fewest_words, 1}));
    const double density = weight * 100 / counted_words;
    return full_score * std::exp2(-std::pow(density / curve.half_loss, curve.steepness));
}

std::vector<double> costs(std::span<const double> weights, std::size_t words, const Curve& curve) {
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    const double loss = full_score - score(total, words, curve);
    std::vector<double> result;
    result.reserve(weights.size());
    for (const double weight : weights) result.push_back(total > 0 ? loss * weight / total : 0.0);
    return result;
}

}  // namespace relis::french
