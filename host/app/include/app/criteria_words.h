#pragma once

#include <wx/string.h>

#include "app/chart.h"
#include "app/criteria_model.h"

namespace relis::app {

/// How the texts of tuning read in the interface's language. Interface thread only.

/// A unit beside a value: `1 day`, `2 days`.
[[nodiscard]] wxString unit_text(const std::string& unit, double value);
/// `a number from 0 to 5 (points)`
[[nodiscard]] wxString allowed_text(const ParameterSpec& spec);
/// A value as the sheet shows it.
[[nodiscard]] wxString value_text(const ParameterSpec& spec, const ParameterValue& value);
/// `default`, `agency`, `programme`, with a mark where it is changed and not published.
[[nodiscard]] wxString origin_text(const ParameterRow& row, bool programme);
/// Everything about one parameter: what it does, range, default, where the value comes from.
[[nodiscard]] wxString help_text(const ParameterRow& row, bool programme);
/// Names plugin and parameter, what was typed and what is allowed.
[[nodiscard]] wxString refusal_text(const ParameterRow& row, const wxString& given);

[[nodiscard]] wxString name_of(review::CriteriaState state);
[[nodiscard]] wxString name_of_recommendation(const std::string& recommendation);
[[nodiscard]] wxString name_of_criterion(const std::string& criterion);
[[nodiscard]] wxString name_of_half(const std::string& half);
[[nodiscard]] wxString name_of(const AgreementLine& line);
[[nodiscard]] wxString figure_of(const AgreementLine& line, const std::optional<double>& value);

/// How many reports move by how much, stored and graded ones.
[[nodiscard]] Chart changes_chart(const CriteriaPreview& preview);
/// What the preview found, and whether it is still measuring or was stopped.
[[nodiscard]] wxString summary_of(const CriteriaPreview& preview);

}  // namespace relis::app
