#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <relis/report.h>

#include "intake/problem.h"
#include "intake/rules.h"

namespace relis::intake {

/// The limits of the reader. A record over one of them is refused by name, the others go on.
inline constexpr std::size_t max_record_bytes = std::size_t{64} * 1024 * 1024;  ///< one record, as text of the file
inline constexpr std::size_t max_comment_bytes = std::size_t{1024} * 1024;      ///< one comment or value, in UTF-8
inline constexpr std::size_t max_answers = 10'000;                              ///< answers of one report
inline constexpr std::size_t max_id_bytes = 200;                                ///< an id or a question name
inline constexpr std::size_t max_depth = 32;                                    ///< nested objects and arrays

/// A report that was read.
struct ReportRecord {
    Place place;
    Report report;
    std::vector<Problem> warnings;  ///< soft problems: kept text with control characters, a constraint not satisfied …
};

/// What receives the records, in the order of the file. An exception thrown by a handler ends the reading and passes
/// through unchanged.
struct ReportHandler {
    std::function<void(ReportRecord&&)> report;
    std::function<void(RejectedRecord&&)> rejected;
    ProgressHandler progress;  ///< may be empty; called about once a megabyte and at the end
};

struct ReadOptions {
    /// Gives the rules of a questionnaire by its key (`id@version`), or null where it is not known: such a report is
    /// refused. Empty: reports are not validated against questionnaires (QuestionnaireRules::validate does it later).
    std::function<std::shared_ptr<const QuestionnaireRules>(std::string_view key)> questionnaire;
    /// Where clock times of a CSV file that have no offset were read: an IANA name (`Europe/Paris`) or an offset
    /// (`-04:00`). A name that does not exist throws std::invalid_argument. JSON times always have their offset.
    std::string time_zone = "America/Montreal";
    std::size_t record_limit = max_record_bytes;  ///< may be lowered, for tests and small machines
};

struct ReadSummary {
    std::size_t accepted = 0;
    std::size_t rejected = 0;
    std::size_t warnings = 0;  ///< of the accepted ones
    std::uint64_t bytes = 0;
};

/// Reads a file of submitted reports: `relis.report/1` as one object, an array or JSON Lines, or CSV, told apart by
/// content (`{` or `[` first: JSON; otherwise the extension, `.csv`, `.tsv`, `.txt` or none: CSV). The file is
/// streamed: memory is bounded by the largest record (record_limit), whatever the size of the file. A bad record goes
/// to handler.rejected and the reading goes on with the next one that can be recognised.
/// Throws FileError (problem.h). Thread safe: no shared state.
ReadSummary read_reports(const std::filesystem::path& file, const ReportHandler& handler,
                         const ReadOptions& options = {});

/// The same from a stream, which `name` stands for in messages (its extension counts as a file's). The total of the
/// progress is known where the stream can seek.
ReadSummary read_reports(std::istream& stream, const std::string& name, const ReportHandler& handler,
                         const ReadOptions& options = {});

}  // namespace relis::intake
