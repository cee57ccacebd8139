// From weighted faults to points.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace relis::french {

inline constexpr double full_score = 5.0;

/// The shape of the curve; the parameters of the same names.
struct Curve {
    double half_loss = 6.0;         ///< weighted faults per 100 words that take half of the points, > 0
    double steepness = 1.0;         ///< > 0; 1: the first faults cost most; above 1: a few faults are forgiven
    std::size_t fewest_words = 60;  ///< shorter reports are rated as if they had so many words
};

/// Score of a report: 5 · 2^−((d / half_loss)^steepness), d being `weight` per 100 words (the words being at least
/// fewest_words). Exactly 5 for a weight of 0; never rises with the weight; between 0 and 5.
[[nodiscard]] double score(double weight, std::size_t words, const Curve& curve);

/// The points that each fault took: the loss shared in proportion to the weights, so that the costs sum to 5 − score.
[[nodiscard]] std::vector<double> costs(std::span<const double> weights, std::size_t words, const Curve& curve);

}  // namespace relis::french
