#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <vector>

#include "label/make_label.h"
#include "store/error.h"
#include "store/page.h"

namespace relis::store {

/// One row more than asked is read, to know whether there is a next page.
inline std::size_t rows_to_read(const PageRequest& page) {
    return std::max<std::size_t>(page.limit, 1) + 1;
}

/// Makes a page of the rows read; `cursor(row)` gives the `next` that continues after a row.
template <class Row, class Cursor>
Page<Row> make_page(std::vector<Row> rows, const PageRequest& page, Cursor&& cursor) {
    Page<Row> result{std::move(rows), {}};
    if (result.rows.size() >= rows_to_read(page)) {
        result.rows.resize(rows_to_read(page) - 1);
        result.next = cursor(result.rows.back());
    }
    return result;
}

/// The number in a cursor; `first` for the first page.
inline std::int64_t cursor_number(const PageRequest& page, std::int64_t first) {
    if (page.after.empty()) return first;
    std::int64_t number = 0;
    const char* const end = page.after.data() + page.after.size();
    const auto [stop, code] = std::from_chars(page.after.data(), end, number);
    if (code != std::errc() || stop != end) {
        throw Error(
            ErrorKind::refused,
            make_label(
                "La liste ne peut pas continuer après `{}` : ce n'est pas une place de cette liste. Recommencez à sa "
                "première page.",
                "The list cannot continue after `{}`: that is no place of this list. Start again from its first page.",
                page.after));
    }
    return number;
}

}  // namespace relis::store
