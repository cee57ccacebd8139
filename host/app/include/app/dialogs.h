#pragma once

#include <wx/dialog.h>
#include <wx/string.h>
#include <wx/window.h>

#include "review/assess.h"
#include "review/import.h"
#include "review/workspace.h"

namespace relis::app {

/// A text that can be read, scrolled and copied, under a heading.
void show_text(wxWindow* parent, const wxString& title, const wxString& heading, const wxString& text);

/// Every key of the window.
void show_keyboard_overview(wxWindow* parent);
void show_about(wxWindow* parent);

/// Gives the buttons Up and Down of a list's dialog the interface's language: GTK writes them in the system's.
void name_buttons(wxDialog& dialog);

/// One line on what came of it: for a bar.
[[nodiscard]] wxString summary_of(const review::ImportSummary& summary);
[[nodiscard]] wxString summary_of(const review::AssessSummary& summary);
/// A line for each problem: what, where, what next.
[[nodiscard]] wxString details_of(const review::ImportSummary& summary);
[[nodiscard]] wxString details_of(const review::AssessSummary& summary);
/// A line for each plugin that does not work, and why.
[[nodiscard]] wxString details_of(const std::vector<review::PluginStatus>& plugins);

}  // namespace relis::app
