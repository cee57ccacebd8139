#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/label.h>

#include "csv_encoding.h"

namespace relis::intake {

/// One row of a CSV file.
struct CsvRow {
    std::vector<std::string> cells;
    std::string raw;               ///< as it stood, decoded, without its line end
    std::size_t line = 0;          ///< where it begins, 1 for the first line of the file
    bool whole = true;             ///< false: raw was shortened
    bool ended = true;             ///< false: the file ends within it, without a line end
    std::optional<Label> error{};  ///< why the row could not be cut into cells
};

/// Cuts decoded text into rows, one in memory at a time. Cells may be quoted, with `""` for a quote and line breaks
/// inside. A row whose quotes do not match is given with its error as far as its first line end, and the reading goes
/// on there.
class CsvRows {
  public:
    CsvRows(DecodedSource& source, std::size_t row_limit);

    /// False at the end. Empty lines are passed over.
    bool next(CsvRow& row);

    /// `;`, `,` or tab: the one that the first row has most of. Known after construction.
    [[nodiscard]] char delimiter() const noexcept { return delimiter_; }

  private:
    bool ensure(std::size_t position);
    void consume(std::size_t count);
    void detect_delimiter();
    bool skip_line_ends();
    std::size_t scan(CsvRow& row);
    void take_first_line(CsvRow& row);

    DecodedSource& source_;
    std::size_t limit_;
    std::string buffer_;  ///< from the current row on
    std::size_t line_ = 1;
    char delimiter_ = ';';
};

}  // namespace relis::intake
