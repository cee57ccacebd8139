#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/assessment.h>
#include <relis/decision.h>
#include <relis/finding.h>
#include <relis/label.h>
#include <relis/moment.h>
#include <relis/reliability.h>

#include "review/queue.h"
#include "table.h"

// The French words that tables and reports are labelled with; JSON keeps the stable English names.
namespace relis::cli {

[[nodiscard]] std::string label(Decision decision);
[[nodiscard]] std::string label(review::ReportState state);
[[nodiscard]] std::string label(Outcome outcome);
[[nodiscard]] std::string label(Category category);

/// `Louise Côté (C-0042)`: the name, with the id that other verbs take; the id alone where there is no name.
[[nodiscard]] std::string named(const std::string& name, const std::string& id);

/// `accepter`, or `–` where nothing is recommended.
[[nodiscard]] std::string label(const std::optional<Decision>& decision);

/// `3,5`, or `–` where there is none. Only a full 5 shows as `5,0`.
[[nodiscard]] std::string score_text(const std::optional<double>& score);

/// A figure with a comma, a true minus sign and never a negative nought: `−3,50`, `0,00`.
[[nodiscard]] std::string number_text(double value, int decimals);
/// The same with a plus where it is above nought: `+3,50`.
[[nodiscard]] std::string signed_text(double value, int decimals);
/// A share of 0–1: `47 %`, or `–` where there is none.
[[nodiscard]] std::string percent_text(const std::optional<double>& share);

/// Points with a sign: `−0,25`, `+1`. Two decimals at most.
[[nodiscard]] std::string points_text(double points);

/// `2026-06-16 14:05` on the clock of the place, or `–`.
[[nodiscard]] std::string clock_text(const std::optional<Moment>& moment);

/// Time left until due, `5 h 20`, or how late it is, `retard 2 j`; late in red, under 6 hours in yellow.
[[nodiscard]] Cell due_cell(const std::optional<Moment>& due_at, const Moment& now);

/// What JSON says of problems is English.
[[nodiscard]] std::vector<std::string> english(const std::vector<Label>& texts);

/// `R-000123: not done: …` with the reason of the refusal.
[[nodiscard]] Label not_done(const Label& what, const Label& refusal);
/// The same of a decision or a judgement, which is kept: `R-000123: not recorded: …`.
[[nodiscard]] Label not_recorded(const Label& what, const Label& refusal);

/// What is said to who names a rule and leaves out its plugin.
[[nodiscard]] Label rule_without_plugin();

/// The moment that an option was given; throws WrongUse where the text is none.
[[nodiscard]] Moment moment_of(std::string_view option, const std::string& text);
/// The same of an option that may be absent.
[[nodiscard]] std::optional<Moment> moment_if_given(std::string_view option, const std::string& text);

[[nodiscard]] Moment present();

}  // namespace relis::cli
