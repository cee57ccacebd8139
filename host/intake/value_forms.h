#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <relis/label.h>
#include <relis/questionnaire.h>

/// The written forms of numbers, dates and times that are accepted as values, international and French.
namespace relis::intake {

/// `12`, `-3`, `2.5` or `2,5`.
std::optional<double> read_decimal(std::string_view text);
/// `12`, `-3`; at most 18 digits.
std::optional<double> read_integer(std::string_view text);
/// `2026-06-16` or `16/06/2026`, an existing day from 1900 to 2199.
std::optional<std::chrono::year_month_day> read_date(std::string_view text);
/// `14:05`, `14:05:30`, `14h05`, `14 h 05` or `14 h`: time since midnight.
std::optional<std::chrono::seconds> read_time(std::string_view text);

std::string format_date(const std::chrono::year_month_day& date);

/// Why a value is none of the type (`"bientôt" is no time (as 14:05)`), or nothing where it is one. Texts, images and
/// selects always pass.
std::optional<Label> misread(QuestionType type, std::string_view value);

/// A spreadsheet cell in the form of the format: decimal point instead of comma, no thousands space, no currency
/// sign, ISO date, `HH:MM`. A cell that cannot be read so is returned as it is.
std::string canonical_cell(QuestionType type, std::string_view cell);

}  // namespace relis::intake
