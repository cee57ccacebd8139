#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include <relis/label.h>

#include "review/progress.h"
#include "review/workspace.h"

// The machine against people. A person's grade is the mean of all passes that graded a report; a decision or a flag on
// which the passes differ is disputed, counted as such and held against nobody.
namespace relis::review {

/// How two series of scores agree.
struct Agreement {
    std::string criterion;
    std::size_t count = 0;       ///< reports with both scores
    std::size_t not_judged = 0;  ///< graded by a person, not judged by the machine
    double mean_absolute_error = 0;
    double bias = 0;                ///< machine minus person
    std::optional<double> pearson;  ///< absent where either side does not vary
    std::optional<double> kappa;    ///< quadratic weighted, on quarter points
};

/// How well flags of one kind are set: `missing`, `contradictions`, `repeats`, `copied`. A flag is a question of a
/// report.
struct FlagAgreement {
    std::string flag;
    std::size_t both = 0;          ///< set by machine and people
    std::size_t machine_only = 0;  ///< false alarms
    std::size_t people_only = 0;   ///< overlooked
    std::size_t disputed = 0;      ///< people differ among themselves
    /// Of those the machine sets, how many people set; absent where it sets none.
    [[nodiscard]] std::optional<double> precision() const;
    /// Of those people set, how many the machine sets; absent where they set none.
    [[nodiscard]] std::optional<double> recall() const;
};

/// Person's decision → machine's recommendation (`none` where absent) → count.
using Confusion = std::map<std::string, std::map<std::string, std::size_t>>;

/// How many of the decisions are equal, 0–1; absent where there are none.
[[nodiscard]] std::optional<double> share_equal(const Confusion& confusion);

/// Everything measured on one group of reports.
struct Measured {
    std::size_t reports = 0;
    std::vector<Agreement> criteria;
    std::vector<FlagAgreement> flags;
    Confusion decisions;
    std::size_t disputed_decisions = 0;
};

/// One half and programme, or all of them.
struct CalibrationGroup {
    std::string half;       ///< `tuning`, `checking`; empty: all
    std::string programme;  ///< empty: all
    Measured machine;       ///< the machine against people
    /// The second pass against the first, as if it were the machine: the ceiling. Absent with one pass.
    std::optional<Measured> passes;
};

/// One report graded, with what the machine says: where they part.
struct GradedReport {
    std::string report_id;
    std::string half;
    std::string programme;
    std::map<std::string, double> person;                  ///< by criterion, the mean of the passes
    std::map<std::string, std::optional<double>> machine;  ///< by criterion
    std::string decision;                                  ///< the person's; empty: none or disputed
    std::string recommendation;                            ///< the machine's; `none` where absent
    std::vector<std::string> false_alarms;                 ///< `contradictions: question`
    std::vector<std::string> overlooked;
};

struct Calibration {
    std::vector<CalibrationGroup> groups;  ///< first all; then each half; then programmes of each
    std::vector<GradedReport> reports;     ///< by id
    std::vector<Label> problems;           ///< lines that could not be used, and why
    bool complete = true;                  ///< false: stopped before its end

    [[nodiscard]] const CalibrationGroup& all() const { return groups.front(); }
};

struct CalibrateOptions {
    /// Files of grades, and folders that bring their reports along.
    std::vector<std::filesystem::path> paths;
    /// JSON object of plugins to parameters to measure with, laid over the criteria in force; empty: those as they are.
    std::string parameters;
};

/// Compares the machine's own work, before any person's dismissal or override, with grades given by people, under the
/// criteria in force.
///
/// A file of grades is JSON Lines: `{"report_id", "detail": 3.5, "french": 4, "decision": "rework", "missing":
/// ["question"], "contradictions": [], "repeats": [], "copied": []}`, every field but the first optional, one file a
/// pass. Its reports are those of the workspace.
///
/// A folder holds `grades/*.jsonl`, and its reports in folders that name the halves (`tuning`, `checking`), with
/// `questionnaires`, `roster` and reports to compare with (`reports`) where there are any. It is measured in a
/// temporary database of its own: the workspace lends its criteria and takes nothing in. `workspace` may be null where
/// all paths are such folders: then the plugins' defaults are measured.
///
/// Throws std::runtime_error when a path cannot be read, or where files of grades come without a workspace.
[[nodiscard]] Calibration calibrate(Workspace* workspace, const WorkspaceOptions& program,
                                    const CalibrateOptions& options, const ProgressSink& progress = {},
                                    const std::stop_token& stop = {});

/// Quadratic weighted kappa of pairs of scores 0–5 on quarter points, where the means of two grades lie:
/// 1 − Σwᵢⱼoᵢⱼ / Σwᵢⱼeᵢⱼ with wᵢⱼ = (i−j)² (Cohen 1968). Absent where the expected disagreement is 0.
[[nodiscard]] std::optional<double> quadratic_weighted_kappa(const std::vector<std::pair<double, double>>& pairs);

}  // namespace relis::review
