#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include <relis/label.h>

#include "review/progress.h"
#include "review/workspace.h"

namespace relis::review {

struct ImportOptions {
    /// For demonstrations: moves every moment by the same whole number of days, so that the newest report is due within
    /// the next day. A report that was imported before keeps its moments, and the others move as it did.
    bool shift_to_now = false;
    /// Where clock times of a CSV file without an offset were read: an IANA name or an offset such as `-04:00`.
    std::string time_zone = "America/Montreal";
};

/// One record that was not taken in, or a remark on one that was.
struct ImportProblem {
    std::string file;
    std::size_t line = 0;   ///< 0: not known
    std::size_t index = 0;  ///< position of the record in its file, from 1; 0: the file as a whole
    std::string report_id;  ///< where it could be read
    std::string field;      ///< `answers[3].value`
    Label reason;           ///< what is wrong and what to do
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
/// changes nothing. Reports that cannot be read or stored are kept aside in the database and listed; questionnaires and
/// roster entries are listed only, since their files are at hand. Shoppers whose history is new are rated.
/// Errors: LabelledError when the path cannot be read at all, std::runtime_error when the database fails; the files
/// before it stay.
ImportSummary import_path(Workspace& workspace, const std::filesystem::path& path, const ImportOptions& options = {},
                          const ProgressSink& progress = {}, std::stop_token stop = {});

/// Tries the records again that were kept aside.
ImportSummary retry_rejected(Workspace& workspace);

}  // namespace relis::review
