#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "app/document.h"
#include "app/report_page.h"

namespace relis::app {

/// How findings of a category are drawn.
struct FindingLook {
    Underline underline = Underline::none;
    Ink ink = Ink::text;
};
[[nodiscard]] FindingLook look_of(FindingGroup group);
[[nodiscard]] FindingLook look_of(Category category);

/// The report as it is read: its head, what was found as a whole, then question by question with the findings
/// underlined in place and the card of the current one below its answer. In the interface's language.
/// `with_inapplicable`: questions that do not apply are shown, greyed, rather than left out. `searched`: words that are
/// marked in the comments.
[[nodiscard]] Document report_document(const ReportPage& page, std::optional<std::size_t> current,
                                       bool with_inapplicable, const Moment& now, const std::string& searched = {});

/// The recommendation with its reasons and each score with what made it.
[[nodiscard]] Document scores_document(const ReportPage& page, std::optional<std::size_t> current);

/// A few lines in place of a report: nothing is open, nothing was found, an error.
[[nodiscard]] Document notice_document(const std::u32string& title, const std::u32string& text);

}  // namespace relis::app
