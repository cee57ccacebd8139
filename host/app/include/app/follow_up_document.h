#pragma once

#include "app/document.h"
#include "app/report_desk.h"
#include "app/report_page.h"

namespace relis::app {

/// Puts below the head of a report what stands on it beside its decisions (on hold, withdrawn, surplus visit), and what
/// a further revision answered of the rework.
void add_standing(Document& report, const ReportPage& page, const std::optional<Beside>& beside, const Moment& now);

/// Puts at the top of the comparison with the revision before which remarks of the rework were answered, and which
/// judgements of older revisions are outdated.
void add_answers(Document& revisions, const ReportPage& page, const std::optional<Beside>& beside);

}  // namespace relis::app
