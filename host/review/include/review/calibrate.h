#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "review/workspace.h"

namespace relis::review {

/// How a criterion's scores agree with people's.
struct Agreement {
    std::string criterion;
    std::size_t count = 0;       ///< reports with both scores
    std::size_t not_judged = 0;  ///< graded by a person, not judged by the machine
    double mean_absolute_error = 0;
    double bias = 0;                ///< machine minus person
    std::optional<double> pearson;  ///< absent where either side does not vary
    std::optional<double> kappa;    ///< quadratic weighted, on half points
};

struct Calibration {
    std::vector<Agreement> criteria;
    /// Person's decision → machine's recommendation (`none` where absent) → count.
    std::map<std::string, std::map<std::string, std::size_t>> decisions;
    std::vector<std::string> problems;  ///< lines that could not be used, and why
};

/// Compares stored assessments with grades given by people: a JSON Lines file of
/// `{"report_id", "detail": 3.5, "french": 4, "decision": "rework"}`, every field but the first optional.
/// Throws std::runtime_error when the file cannot be read.
[[nodiscard]] Calibration calibrate(Workspace& workspace, const std::filesystem::path& grades);

/// Quadratic weighted kappa of pairs of scores 0–5 on half points: 1 − Σwᵢⱼoᵢⱼ / Σwᵢⱼeᵢⱼ with wᵢⱼ = (i−j)²
/// (Cohen 1968). Absent where the expected disagreement is 0.
[[nodiscard]] std::optional<double> quadratic_weighted_kappa(const std::vector<std::pair<double, double>>& pairs);

}  // namespace relis::review
