#include "review/calibrate.h"

#include <array>
#include <cmath>
#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "review/report_details.h"

namespace relis::review {

namespace {

using Pairs = std::vector<std::pair<double, double>>;  // machine, person

std::optional<double> pearson(const Pairs& pairs) {
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

Agreement agreement(const std::string& criterion, const Pairs& pairs, std::size_t not_judged) {
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

struct Grade {
    std::string report_id;
    std::map<std::string, double> scores;
    std::string decision;
};

/// Reads one line; throws std::runtime_error with what is wrong.
Grade read_grade(const std::string& line) {
    const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object()) throw std::runtime_error("not a JSON object");
    Grade grade;
    if (!json.contains("report_id") || !json["report_id"].is_string())
        throw std::runtime_error("\"report_id\" is missing or no text");
    grade.report_id = json["report_id"];
    for (const char* const criterion : {"detail", "french"}) {
        const auto value = json.find(criterion);
        if (value == json.end() || value->is_null()) continue;
        if (!value->is_number() || value->get<double>() < 0 || value->get<double>() > 5) {
            throw std::runtime_error("\"" + std::string(criterion) + "\" is not a number from 0 to 5");
        }
        grade.scores.emplace(criterion, value->get<double>());
    }
    if (const auto value = json.find("decision"); value != json.end() && !value->is_null()) {
        if (!value->is_string() || !decision_from(value->get<std::string>())) {
            throw std::runtime_error("\"decision\" is not accept, rework or reassign");
        }
        grade.decision = *value;
    }
    return grade;
}

}  // namespace

std::optional<double> quadratic_weighted_kappa(const std::vector<std::pair<double, double>>& pairs) {
    constexpr std::size_t steps = 11;  // 0, 0.5, …, 5
    std::array<std::array<double, steps>, steps> observed{};
    std::array<double, steps> of_first{}, of_second{};
    const auto step = [](double score) {
        return static_cast<std::size_t>(std::lround(std::clamp(score, 0.0, 5.0) * 2));
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

Calibration calibrate(Workspace& workspace, const std::filesystem::path& grades) {
    std::ifstream in(grades);
    if (!in || std::filesystem::is_directory(grades)) {
        throw std::runtime_error("cannot read the grades in " + grades.string() +
                                 ": give a JSON Lines file, one report a line");
    }
    Calibration result;
    std::map<std::string, Pairs> pairs;
    std::map<std::string, std::size_t> not_judged;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        try {
            const Grade grade = read_grade(line);
            const ReportDetails details = load_report(workspace, grade.report_id);
            for (const auto& [criterion, score] : grade.scores) {
                const Assessment* const assessment = details.assessment(criterion);
                if (assessment != nullptr && assessment->score) {
                    pairs[criterion].emplace_back(*assessment->score, score);
                } else {
                    ++not_judged[criterion];
                }
            }
            if (!grade.decision.empty()) {
                const auto& machine = details.recommendation.decision;
                ++result.decisions[grade.decision][machine ? std::string(to_string(*machine)) : "none"];
            }
        } catch (const std::runtime_error& error) {
            result.problems.push_back(grades.string() + ":" + std::to_string(number) + ": " + error.what());
        }
    }
    for (const char* const criterion : {"detail", "french"}) {
        if (pairs.contains(criterion) || not_judged.contains(criterion)) {
            result.criteria.push_back(agreement(criterion, pairs[criterion], not_judged[criterion]));
        }
    }
    return result;
}

}  // namespace relis::review
