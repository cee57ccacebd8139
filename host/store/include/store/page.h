#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace relis::store {

/// Which part of a list is asked for. Lists are read page by page, each page continuing after the last row of the
/// one before (keyset paging): the cost of a page does not grow with its place in the list.
struct PageRequest {
    std::string after;        ///< `next` of the page before; empty: the first page
    std::size_t limit = 100;  ///< most rows; ≥ 1
};

template <class Row>
struct Page {
    std::vector<Row> rows;
    std::string next;  ///< for PageRequest::after; opaque; empty: this was the last page
};

}  // namespace relis::store
