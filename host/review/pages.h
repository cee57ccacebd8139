#pragma once

#include <string>

#include "store/page.h"

namespace relis::review {

/// Calls `use(row)` for each row of a list that is read page by page; `load(request)` reads a page.
template <class Load, class Use>
void for_each_row(const Load& load, const Use& use) {
    store::PageRequest request;
    do {
        const auto page = load(request);
        for (const auto& row : page.rows) use(row);
        request.after = page.next;
    } while (!request.after.empty());
}

}  // namespace relis::review
