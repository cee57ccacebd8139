#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <relis/parameters.h>
#include <relis/plugin.h>

#include "review/criteria.h"

// One criteria set laid open for editing: what may be tuned, what each value is and where it comes from.
namespace relis::review {

/// Values by plugin, then by parameter.
using ParameterValues = std::map<std::string, std::map<std::string, ParameterValue>>;

/// A version that nobody has stored yet: all that a set of this programme (empty: the agency's own) would override.
struct CriteriaProposal {
    std::string programme;
    ParameterValues overrides;
    bool operator==(const CriteriaProposal&) const = default;
};

/// Everything that editing a set needs, read at one go.
struct CriteriaSheet {
    std::string programme;                   ///< empty: the agency's own
    std::vector<PluginDescription> plugins;  ///< loaded ones, also those switched off, by id; each with its schema
    ParameterValues inherited;               ///< what the agency overrides, under a programme's set; else empty
    ParameterValues overrides;               ///< of the version in force; what no longer fits the plugins is left out
    std::int64_t criteria_set = 0;           ///< that version; 0: none was published
    std::vector<CriteriaVersion> history;    ///< of this set, newest first
};

/// Throws std::runtime_error for an unknown programme.
[[nodiscard]] CriteriaSheet criteria_sheet(Workspace& workspace, const std::string& programme);

/// What a stored version overrides, as far as it fits the loaded plugins; nothing where there is no such version.
[[nodiscard]] std::optional<ParameterValues> overrides_of_version(Workspace& workspace, std::int64_t criteria_set);

/// Keeps a proposal as a draft: a new one, or in place of `draft`. Unlike draft_parameters, what the proposal does not
/// name is taken back. Refused as draft_parameters refuses.
PublishResult draft_proposal(Workspace& workspace, const CriteriaProposal& proposal, const std::string& note,
                             std::int64_t draft = 0);

/// Publishes a proposal that was made from version `based_on` (0: from none). Refused, with `overtaken` true, where
/// another version came into force since, which it would undo.
struct ProposalResult {
    PublishResult published;
    bool overtaken = false;
};
ProposalResult publish_proposal(Workspace& workspace, const CriteriaProposal& proposal, const std::string& note,
                                std::int64_t based_on);

}  // namespace relis::review
