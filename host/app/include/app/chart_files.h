// Charts and tables as files.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include <wx/window.h>

#include "app/chart.h"
#include "app/notice_bar.h"

namespace relis::app {

/// Writes a chart in the form that the file's name asks for (.png, .svg, else CSV). Throws std::runtime_error with a
/// message for people where it cannot, as write_text does.
void write_chart(const Chart& chart, const std::filesystem::path& file, wxWindow& fonts);
void write_text(const std::string& text, const std::filesystem::path& file);

/// Asks where the chart is to go and in which form; `stem` is proposed. Absent: called off.
[[nodiscard]] std::optional<std::filesystem::path> ask_chart_file(wxWindow& parent, const Chart& chart,
                                                                  const std::string& stem);
/// The same for a table.
[[nodiscard]] std::optional<std::filesystem::path> ask_table_file(wxWindow& parent, const std::string& name);

/// Writes, and tells in the bar where it went or why it did not.
void write_and_tell(NoticeBar& bar, const std::filesystem::path& file, const std::function<void()>& write);

}  // namespace relis::app
