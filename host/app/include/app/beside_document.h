#pragma once

#include "app/document.h"
#include "app/report_desk.h"
#include "app/report_page.h"

namespace relis::app {

/// The revision before and the open one side by side, question by question, with what was removed and added, and what
/// became of the findings that the shopper was told. In the interface's language.
[[nodiscard]] Document revisions_document(const ReportPage& page,
                                          const std::optional<review::EarlierRevision>& earlier);

/// What the shopper submitted and what the client reads side by side.
[[nodiscard]] Document copy_document(const ReportPage& page);

/// A shopper's card: reliability with what it is made of, his last missions.
[[nodiscard]] Document shopper_document(const review::ShopperCard& card);

}  // namespace relis::app
