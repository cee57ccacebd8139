#pragma once

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <relis/label.h>

#include "review/calibrate.h"

namespace relis::review {

struct FitOptions {
    CalibrateOptions evidence;         ///< graded reports; may name none: then only reviewers' own overrides count
    bool reviewers = true;             ///< take overrides, dismissals and decisions of the workspace as evidence too
    std::string programme;             ///< fit reports of this programme only, for a set of its own; empty: all
    std::vector<std::string> plugins;  ///< to be fitted; empty: all that can be
    std::size_t folds = 5;             ///< of the cross-validation; ≥ 2
    std::size_t evaluations = 400;     ///< most sets of parameters tried for one plugin
};

/// One parameter that fits the evidence better with another value.
struct ParameterProposal {
    std::string plugin;
    std::string parameter;
    std::string now;       ///< JSON
    std::string proposed;  ///< JSON
};

/// How far a plugin is from people, before and after. The measure is one that is smaller the better: a criterion's mean
/// absolute error, an inspection's 1 − F1 over its flags, a policy's share of other decisions.
struct FitMeasure {
    std::string plugin;
    std::string measure;      ///< `mean_absolute_error`, `flag_error`, `decision_error`
    std::size_t reports = 0;  ///< fitted on
    double before = 0;        ///< on those
    double after = 0;
    double validated_before = 0;  ///< mean over the folds, each on reports that it was not fitted on
    double validated_after = 0;
    std::optional<double> checking_before;  ///< on the checking half, which takes no part in the fit
    std::optional<double> checking_after;
    bool proposed = false;  ///< only where the cross-validation gains more than its standard error
};

struct FitResult {
    std::vector<ParameterProposal> proposals;
    std::vector<FitMeasure> measures;
    std::string parameters;  ///< the proposals as a JSON object for draft_parameters; `{}` where there are none
    std::size_t overridden_scores = 0;  ///< evidence from reviewers
    std::size_t decisions = 0;
    std::size_t dismissals = 0;
    std::vector<Label> problems;
    bool complete = true;  ///< false: stopped before its end
};

/// Looks for parameters nearer to people by coordinate descent within each parameter's range, plugin by plugin
/// (criteria and inspections first, then the policy with what they give), and tells what k-fold cross-validation says
/// of them. Publishes nothing. Errors as calibrate.
[[nodiscard]] FitResult fit(Workspace* workspace, const WorkspaceOptions& program, const FitOptions& options,
                            const ProgressSink& progress = {}, const std::stop_token& stop = {});

}  // namespace relis::review
