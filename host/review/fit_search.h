#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <relis/parameters.h>

namespace relis::review {

/// A parameter that can be searched: a number within its range, or a boolean as 0 and 1.
struct Dimension {
    std::string name;
    ParameterType type = ParameterType::real;
    double minimum = 0;
    double maximum = 1;
    double start = 0;
};

using Point = std::vector<double>;  ///< a value a dimension, in their order

/// How far the machine is from people on one case.
struct CaseLoss {
    double error = 0;         ///< of a score or a decision
    std::size_t both = 0;     ///< flags set by machine and people
    std::size_t machine = 0;  ///< by the machine only
    std::size_t people = 0;   ///< by people only
};

/// What is made small.
enum class Loss {
    mean_error,  ///< the mean of the errors
    flag_error   ///< 1 − F1 of all flags together: 1 − 2·both / (2·both + machine + people)
};

[[nodiscard]] double loss_of(Loss kind, const std::vector<CaseLoss>& cases, const std::vector<std::size_t>& which);

/// Looks for a better point by coordinate descent with shrinking steps (Hooke and Jeeves 1961, without the pattern
/// move): one parameter at a time is moved up and down, and a move is kept only where it gains enough to be worth a
/// change. Points are evaluated once, on all cases, so that the folds of a cross-validation share them.
class FitSearch {
  public:
    /// Losses of all cases at a point; empty: somebody asked to stop.
    using Evaluate = std::function<std::vector<CaseLoss>(const Point& point)>;

    FitSearch(std::vector<Dimension> dimensions, Loss loss, Evaluate evaluate);

    [[nodiscard]] Point start() const;
    /// The best point found for these cases with at most so many new evaluations; the start where nothing gains.
    [[nodiscard]] Point descend(const std::vector<std::size_t>& cases, std::size_t evaluations);
    /// The loss at a point on these cases.
    [[nodiscard]] double loss(const Point& point, const std::vector<std::size_t>& cases);

    [[nodiscard]] const std::vector<Dimension>& dimensions() const { return dimensions_; }
    [[nodiscard]] bool stopped() const { return stopped_; }

  private:
    [[nodiscard]] double moved(const Dimension& dimension, double value, double share, bool up) const;
    bool try_dimension(Point& best, double& least, std::size_t dimension, double share,
                       const std::vector<std::size_t>& cases);
    void take_back_needless(Point& best, double& least, const std::vector<std::size_t>& cases);
    [[nodiscard]] bool exhausted() const { return stopped_ || evaluated_ >= allowed_; }
    const std::vector<CaseLoss>& at(const Point& point);

    std::vector<Dimension> dimensions_;
    Loss kind_;
    Evaluate evaluate_;
    std::map<Point, std::vector<CaseLoss>> known_;
    std::size_t evaluated_ = 0;
    std::size_t allowed_ = 0;
    bool stopped_ = false;
};

}  // namespace relis::review
