#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "review/workspace.h"

// Criteria sets: the versioned parameters of all plugins, the agency's own and those of programmes. A set holds what it
// overrides only: a programme's lies over the agency's, and the agency's over the plugins' defaults, parameter by
// parameter. So a programme follows later changes of the agency's wherever it does not override them. Beside the
// plugins' there is one entry of the review's own, `assignment`: how candidates for a mission are ranked
// (review/mission_candidates.h).
namespace relis::review {

/// The outcome of drafting or publishing.
struct PublishResult {
    std::int64_t criteria_set = 0;  ///< id of the new version; 0: refused
    std::vector<Label> errors;      ///< each names plugin, parameter, value and what is allowed
};

/// Publishes a new version of the parameters: `overrides` is a JSON object of plugins to objects of parameters,
/// `{"detail": {"min_words": 12}}`, laid over the version published before (null takes an override back). An empty
/// programme means the agency's own set, which every programme's set inherits from. All or nothing.
/// Reports that wait for a decision become stale and are assessed anew by assess_pending.
PublishResult publish_parameters(Workspace& workspace, const std::string& programme, const std::string& overrides,
                                 const std::string& note);

/// The same, but as a draft, which rates nothing until it is published. `draft` names one to be replaced (its
/// programme stays); 0: a new one.
PublishResult draft_parameters(Workspace& workspace, const std::string& programme, const std::string& overrides,
                               const std::string& note, std::int64_t draft = 0);

/// Publishes a draft. Refused: no draft, parameters that no longer fit the plugins, another version published since
/// the draft was made.
PublishResult publish_draft(Workspace& workspace, std::int64_t draft);

/// Publishes an earlier version again: `criteria_set`, or the one before the present version where it is 0. Refused:
/// no such version, one that was never published, parameters that no longer fit the plugins.
PublishResult roll_back(Workspace& workspace, const std::string& programme, std::int64_t criteria_set = 0);

enum class CriteriaState { draft, published, retired };

/// `draft`, `published`, `retired`
[[nodiscard]] std::string_view to_string(CriteriaState state);

/// What happened to a version.
struct CriteriaEvent {
    Moment at;
    std::string who;
    std::string what;  ///< `publish`
};

/// One version of the parameters.
struct CriteriaVersion {
    std::int64_t id = 0;
    std::string programme;  ///< empty: the agency's own
    int version = 1;        ///< within its programme
    CriteriaState state = CriteriaState::draft;
    std::string author;
    Moment created_at;
    std::optional<Moment> published_at;  ///< the last time
    std::string note;
    std::string parameters;             ///< JSON object: what it overrides
    std::vector<CriteriaEvent> events;  ///< oldest first: each time it was published
};

/// All versions of a programme's set (empty: the agency's), or of every set where none is named; newest first.
[[nodiscard]] std::vector<CriteriaVersion> criteria_history(Workspace& workspace,
                                                            const std::optional<std::string>& programme = {});

/// The version of that id, or nothing.
[[nodiscard]] std::optional<CriteriaVersion> criteria_version(Workspace& workspace, std::int64_t id);

/// The parameters in force for a programme (empty: the agency's), complete: a JSON object by plugin id.
[[nodiscard]] std::string effective_parameters(Workspace& workspace, const std::string& programme);

/// Where the value of one parameter comes from.
enum class ParameterOrigin { plugin_default, agency, programme };

struct EffectiveParameter {
    std::string plugin;
    std::string parameter;
    std::string value;  ///< JSON
    ParameterOrigin origin = ParameterOrigin::plugin_default;
};

/// The parameters in force with their origins, by plugin and name.
[[nodiscard]] std::vector<EffectiveParameter> parameter_origins(Workspace& workspace, const std::string& programme);

/// Each loaded plugin's description with its schema, as a JSON array; at the end that of `assignment`.
[[nodiscard]] std::string plugin_schemas(Workspace& workspace);

}  // namespace relis::review
