#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <relis/context.h>
#include <relis/report.h>

#include "review/report_details.h"
#include "review/workspace.h"

namespace relis::review {

/// A file that came with a report, as it was found when the report was taken in.
struct AttachmentView {
    Attachment attachment;
    AttachmentFacts facts;       ///< state, kind of file, reports that came with the same one
    bool wrong_kind = false;     ///< it opens, and a plugin found that it is not what was asked for
    std::filesystem::path path;  ///< where it lies now; empty: not there any more, or not within reach

    [[nodiscard]] bool is_picture() const { return facts.media_type.starts_with("image/"); }
};

/// The attachments of the revision that was loaded, in their order. Looks for the files beside the file that the report
/// came from.
[[nodiscard]] std::vector<AttachmentView> attachments(Workspace& workspace, const ReportDetails& details);

}  // namespace relis::review
