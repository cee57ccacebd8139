#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <wx/intl.h>
#include <wx/string.h>

#include <relis/assessment.h>
#include <relis/decision.h>
#include <relis/finding.h>
#include <relis/label.h>
#include <relis/moment.h>
#include <relis/reliability.h>

#include "review/judgements.h"
#include "review/queue.h"
#include "review/rework_terms.h"

namespace relis::app {

/// How the values of the vocabulary read in the interface's language. The edge where std::string, UTF-8, becomes
/// wxString: nothing else converts. Interface thread only.

/// Loads the catalogue of that language, `fr` or `en`, from the folder `share/locale` that belongs to the program, and
/// has GTK speak it too (keys in menus, dialogs for files), whatever the desktop's. Before other threads run: it sets
/// LANGUAGE.
void set_language(const std::string& language);
[[nodiscard]] bool speaks_french();

/// For showing: control and bidirectional characters are made visible.
[[nodiscard]] wxString shown(std::string_view utf8);
[[nodiscard]] wxString shown(const Label& label);
[[nodiscard]] std::string to_utf8(const wxString& text);
[[nodiscard]] std::u32string to_code_points(const wxString& text);
[[nodiscard]] wxString from_code_points(std::u32string_view text);

/// `3,5`; with `sign`, `+0,4` or `−0,3`.
[[nodiscard]] wxString number(double value, int decimals = 1, bool sign = false);
/// A score, or a dash where there is none.
[[nodiscard]] wxString score(const std::optional<double>& value);
/// A name before what is said of it, with the colon as the language sets it: `name: ` or `nom : `. A sentence loses its
/// full stop.
[[nodiscard]] wxString with_colon(const wxString& name);
/// Both with a semicolon between them, as the language sets it; where one is empty, the other.
[[nodiscard]] wxString with_semicolon(const wxString& first, const wxString& second);
/// `2026-06-16 14:05`, as the clock at the place showed it.
[[nodiscard]] wxString clock(const Moment& moment);
/// `late by 3 h`, `5 h left`, `no due time`; `until 24/11`, on that day `until 10:00`, of a report on hold; empty where
/// it no longer matters, since the report was decided.
[[nodiscard]] wxString time_left(const review::QueueRow& row, const Moment& now);
/// `late by 3 h`, `5 h left`
[[nodiscard]] wxString time_until(const Moment& due, const Moment& now);

[[nodiscard]] wxString name_of(Decision decision);
[[nodiscard]] wxString name_of(review::ReportState state);
[[nodiscard]] wxString name_of(Outcome outcome);
[[nodiscard]] wxString name_of(Category category);
/// What is recommended when nobody answers a rework: `reassign`
[[nodiscard]] wxString name_of(review::Unanswered unanswered);
/// `24/11 10:00`, as the clock at the place showed it.
[[nodiscard]] wxString short_clock(const Moment& moment);
/// `June 2026`
[[nodiscard]] wxString month_name(std::chrono::year_month month);
/// How far a dismissal reaches: `in this passage only`
[[nodiscard]] wxString name_of(review::DismissalScope scope);
/// Of a plugin known to the interface; the id of another.
[[nodiscard]] wxString name_of_plugin(std::string_view id);

}  // namespace relis::app
