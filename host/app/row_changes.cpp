#include "app/row_changes.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace relis::app {

namespace {

constexpr std::size_t most_changes = 200;

std::unordered_set<std::string_view> ids_of(std::span<const review::QueueRow> rows) {
    std::unordered_set<std::string_view> ids;
    ids.reserve(rows.size());
    for (const review::QueueRow& row : rows) {
        ids.insert(row.report_id);
    }
    return ids;
}

}  // namespace

std::optional<RowChanges> changes_between(std::span<const review::QueueRow> before,
                                          std::span<const review::QueueRow> after) {
    // Mostly nothing or little changed: what is equal at both ends need not be looked up
    const auto same = [](const review::QueueRow& a, const review::QueueRow& b) { return a.report_id == b.report_id; };
    const auto begin = std::ranges::mismatch(before, after, same);
    const auto first = static_cast<std::size_t>(begin.in1 - before.begin());
    std::size_t end_before = before.size();
    std::size_t end_after = after.size();
    while (end_before > first && end_after > first && same(before[end_before - 1], after[end_after - 1])) {
        --end_before;
        --end_after;
    }
    const std::span<const review::QueueRow> old_rows = before.subspan(first, end_before - first);
    const std::span<const review::QueueRow> new_rows = after.subspan(first, end_after - first);
    const auto old_ids = ids_of(old_rows);
    const auto new_ids = ids_of(new_rows);

    RowChanges changes;
    std::vector<std::string_view> stayed;
    for (std::size_t i = 0; i < old_rows.size(); ++i) {
        if (new_ids.contains(old_rows[i].report_id)) {
            stayed.push_back(old_rows[i].report_id);
        } else {
            changes.removed.push_back(first + i);
        }
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i < new_rows.size(); ++i) {
        if (!old_ids.contains(new_rows[i].report_id)) {
            changes.inserted.push_back(first + i);
        } else if (next >= stayed.size() || stayed[next++] != new_rows[i].report_id) {
            return std::nullopt;
        }
    }
    if (changes.removed.size() + changes.inserted.size() > most_changes) {
        return std::nullopt;
    }
    std::ranges::reverse(changes.removed);
    return changes;
}

}  // namespace relis::app
