#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "review/queue.h"

namespace relis::app {

/// How one list of rows becomes another, so that what is scrolled and selected stays where it is.
struct RowChanges {
    std::vector<std::size_t> removed;   ///< places among the rows before, the last one first
    std::vector<std::size_t> inserted;  ///< places among the rows after, the first one first
    [[nodiscard]] bool none() const { return removed.empty() && inserted.empty(); }
};

/// The changes between two loadings of the queue, by report id. Nothing where the reports that stayed are in another
/// order, or where so much changed (over 200 rows) that the list is better made anew. Time in proportion to the rows.
[[nodiscard]] std::optional<RowChanges> changes_between(std::span<const review::QueueRow> before,
                                                        std::span<const review::QueueRow> after);

}  // namespace relis::app
