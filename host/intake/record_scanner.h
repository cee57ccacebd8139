#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "byte_source.h"
#include "intake/problem.h"
#include "json_error.h"

namespace relis::intake {

/// The text of one record and where it stood.
struct RawRecord {
    std::string text;
    Place place;
    bool complete = false;  ///< its brackets balance; false: `error` says what is wrong
    bool whole = true;      ///< false: the text was too long to keep all of it
    JsonError error;        ///< its byte counts from the record's first
};

/// Cuts a stream of JSON (one object, an array of them, JSON Lines) into the texts of its records, keeping one record
/// in memory. A record that is broken ends where the next one recognisably begins: at a `{` followed by a key that
/// only the top level of the format has. No valid JSON holds that inside a text, since a quote is escaped there.
class RecordScanner {
  public:
    /// Throws FileError where the stream is empty or UTF-16. `source` outlives the scanner.
    RecordScanner(ByteSource& source, std::size_t record_limit);

    /// False at the end.
    bool next(RawRecord& record);

    /// After a complete record that turned out not to be valid: gives back what follows its broken part, if another
    /// record begins within, and shortens `record` to that part.
    void resynchronise(RawRecord& record);

    /// Offset of the next beginning of a record in a text, from `from` on, or npos.
    [[nodiscard]] std::size_t find_record_start(std::string_view text, std::size_t from) const;

  private:
    bool fill();
    bool ensure(std::size_t position) { return position < buffer_.size() || fill(); }
    void consume(std::size_t count);
    bool skip_separators();
    std::size_t scan_object(RawRecord& record);
    void skip_broken(RawRecord& record);
    void start(RawRecord& record);

    ByteSource& source_;
    std::size_t limit_;
    std::string buffer_;   ///< from the current record on
    std::size_t end_ = 0;  ///< length of the current record in it
    std::uint64_t byte_ = 0;
    std::size_t line_ = 1;
    std::size_t index_ = 0;
    bool at_end_ = false;
    bool array_ = false;
    bool array_open_ = false;
};

}  // namespace relis::intake
