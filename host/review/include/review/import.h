#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "review/progress.h"
#include "review/workspace.h"

namespace relis::review {

struct ImportOptions {
    bool shift_to_now = false;   ///< moves all moments by whole days so that the newest report was due within the next
                                 ///< day: for demonstrations
    int csv_offset_minutes = 0;  ///< local time minus UTC of CSV moments that do not state their offset
};

/// One record that was not taken in, or a remark on one that was.
struct ImportProblem {
    std::string file;
    std::size_t line = 0;   ///< 0: not known
    std::size_t index = 0;  ///< position of the record in its file, from 1; 0: the file as a whole
    std::string report_id;  ///< where it could be read
    std::string field;      ///< `answers[3].value`
    std::string reason;     ///< what is wrong and what to do
    bool refused = true;    ///< false: taken in all the same
};

struct ImportSummary {
    std::size_t questionnaires = 0;
    std::size_t roster_entries = 0;
    std::size_t reports_added = 0;
    std::size_t reports_unchanged = 0;
    std::vector<ImportProblem> problems;
    [[nodiscard]] bool anything_refused() const;
};

/// Reads a file (reports, questionnaire, roster; JSON, JSON Lines or CSV, told by content) or a folder with
/// `questionnaires/`, `roster/` and `reports/` in it, and stores what is new: one transaction a file. Importing again
/// changes nothing. Records that cannot be read are kept aside in the database and listed.
/// Errors: std::runtime_error when the path cannot be read at all or the database fails; the files before it stay.
ImportSummary import_path(Workspace& workspace, const std::filesystem::path& path, const ImportOptions& options = {},
                          const ProgressSink& progress = {}, std::stop_token stop = {});

/// Tries the records again that were kept aside.
ImportSummary retry_rejected(Workspace& workspace);

}  // namespace relis::review
