#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <relis/label.h>

#include "label/labelled_error.h"

/// What can go wrong with submitted files. All messages name the place, the reason and, where it helps, what to do, in
/// French and in English with the same values; all text is valid UTF-8.
namespace relis::intake {

/// What keeps a whole file from being read: missing, a folder, not readable, empty, or of an encoding that is not
/// accepted. what() and both texts of message() name the file. Thrown before or between records, never in the middle of
/// a handler call; the records handed over before it stand.
class FileError : public LabelledError {
  public:
    /// `message` goes on after the name of the file and a colon.
    FileError(std::string file, const Label& message);
    /// The file as it was named by the caller.
    [[nodiscard]] const std::string& file() const noexcept { return file_; }

  private:
    std::string file_;
};

/// One thing wrong with a value that was read.
struct Problem {
    std::string field;  ///< `answers[3].value`, `visit.start`; of CSV the column name; empty: the record as a whole
    Label message;      ///< without the field: `"peut-être" is not among the choices (oui, non)`
    bool hard = true;   ///< true: the record is refused; false: it is accepted and this is a warning
    bool operator==(const Problem&) const = default;
};

/// Where a record begins in its file.
struct Place {
    std::string file;        ///< as the caller named it
    std::size_t line = 0;    ///< 1 for the first line; of CSV the physical line
    std::size_t index = 0;   ///< 1 for the first record of the file, counting refused ones
    std::uint64_t byte = 0;  ///< offset of its first byte in the file; of CSV 0, not known
    bool operator==(const Place&) const = default;
};

/// A record that was refused. It can be kept and read again later: `raw` is a document of its own.
struct RejectedRecord {
    Place place;
    std::string report_id;          ///< where it could be read, else empty
    std::string field;              ///< of the first hard problem
    Label reason;                   ///< of the first hard problem
    std::vector<Problem> problems;  ///< all that were found, hard ones and warnings; never empty
    /// The record as it stood in the file, readable again by read_reports (of CSV: the header row and the row, in
    /// UTF-8). Valid UTF-8 without NUL.
    std::string raw;
    /// False where `raw` was shortened (record over the limit) or holds U+FFFD in place of bytes that were no text:
    /// only the file itself can be tried again.
    bool raw_exact = true;
};

/// In English, for logs: `demo/reports/hotel.json, record 3, line 41 (R-000123): answers[2].value: "rouge" is not among
/// …`
std::string to_string(const RejectedRecord& rejected);

/// How far a reader is.
struct Progress {
    std::uint64_t bytes_read = 0;
    std::uint64_t bytes_total = 0;  ///< 0: not known (a pipe)
};
using ProgressHandler = std::function<void(const Progress&)>;

}  // namespace relis::intake
