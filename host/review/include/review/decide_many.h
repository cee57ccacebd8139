#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <relis/decision.h>
#include <relis/label.h>

#include "review/progress.h"
#include "review/workspace.h"

namespace relis::review {

/// What would become of one report when many are decided at once.
struct PlannedDecision {
    std::string report_id;
    int revision = 1;
    std::string site;
    std::string shopper;
    std::optional<Decision> decision;  ///< as recommended; absent: a person has to look, see obstacle
    Label obstacle;                    ///< why it cannot be decided unseen; of a recorded one empty
};

/// Looks at each report, in this order. One is decided unseen only where nothing is left to ask: it waits for a person,
/// nobody else has it open, no plugin failed on it, accepting or rework is recommended and no flag stands; what would
/// be accepted misses nothing and could be judged by every plugin. Unknown reports are told as obstacles. Stopping ends
/// early with what was looked at.
[[nodiscard]] std::vector<PlannedDecision> plan_decisions(Workspace& workspace,
                                                          const std::vector<std::string>& report_ids,
                                                          const ProgressSink& progress = {},
                                                          const std::stop_token& stop = {});

/// What became of many.
struct DecidedMany {
    std::vector<PlannedDecision> recorded;
    std::vector<PlannedDecision> refused;  ///< planned, but something changed meanwhile: see their obstacle
    std::size_t not_reached = 0;           ///< it was stopped before them
};

/// Decides those that have a decision, each by itself and as decide() does, with the prefilled message. Each is looked
/// at again first: what is no longer as planned is refused and stays as it is.
[[nodiscard]] DecidedMany decide_many(Workspace& workspace, const std::vector<PlannedDecision>& planned,
                                      const ProgressSink& progress = {}, const std::stop_token& stop = {});

}  // namespace relis::review
