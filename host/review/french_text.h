#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include <relis/moment.h>

// Small pieces of the French that shoppers read.
namespace relis::review {

/// Code points [start, end) of a UTF-8 text; positions past the end are the end.
[[nodiscard]] std::string slice(std::string_view text, std::size_t start, std::size_t end);
/// Number of code points.
[[nodiscard]] std::size_t length_of(std::string_view text);
/// A score with a comma and no needless decimals: 3.5 → `3,5`, 4 → `4`, 2.25 → `2,3`.
[[nodiscard]] std::string french_score(double score);
/// Points with their noun: `0,4 point`, `2 points`.
[[nodiscard]] std::string french_points(double points);
/// `mardi 16 juin à 21 h 12`, in the moment's own local time.
[[nodiscard]] std::string french_moment(const Moment& moment);
/// `juin 2026`
[[nodiscard]] std::string french_month(std::chrono::year_month month);
/// The text with the spaces that French puts inside guillemets and before `? ! ; :` made unbreakable.
[[nodiscard]] std::string with_fixed_spaces(std::string_view text);
/// A report id as part of a file name: whatever is no letter, digit, `-`, `_` or `.` becomes `_`.
[[nodiscard]] std::string safe_file_name(std::string_view id);
/// First word of a name; the whole name where there is one word.
[[nodiscard]] std::string first_name(const std::string& name);

/// A sentence with the question that it is about, `« Label » : text`, unless it names it itself.
[[nodiscard]] std::string with_question(const std::string& label, const std::string& text);

}  // namespace relis::review
