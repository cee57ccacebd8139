// What each component of a rating rests on, in words for people of the agency.
#pragma once

#include <optional>
#include <vector>

#include <relis/label.h>
#include <relis/reliability.h>

#include "missions.h"

namespace relis::reliability {

/// Where nothing tells of the component.
[[nodiscard]] Label nothing_tells();

[[nodiscard]] Label explain_punctuality(const std::vector<Weighed>& history);
/// Of the scores that there are; one at least.
[[nodiscard]] Label explain_scores(const std::vector<std::optional<double>>& scores);
[[nodiscard]] Label explain_completeness(const std::vector<Weighed>& history);
[[nodiscard]] Label explain_first_pass(const std::vector<Weighed>& history);
[[nodiscard]] Label explain_commitment(const std::vector<Weighed>& history);
[[nodiscard]] Label explain_rework_answers(const std::vector<Weighed>& history);
[[nodiscard]] Label explain_notes(const std::vector<ConductNote>& notes);
[[nodiscard]] Label explain_misconduct(const std::vector<ConfirmedMisconduct>& misconduct);

}  // namespace relis::reliability
