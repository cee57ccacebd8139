#pragma once

#include <vector>

#include <relis/label.h>

#include "store/database.h"

namespace relis::store {

/// Looks through the whole database for what must not be: damaged pages and indexes (SQLite), rows that point at
/// nothing, a decided report without exactly one standing decision, a decision without its event or its rating, a
/// mission whose end does not agree with the decision, a queue row that does not agree with its report, revisions
/// with holes, answers missing from the search index. Returns one English sentence a problem, at most 100 of each
/// kind; empty: all is well. Reads everything: takes time in proportion to the database.
[[nodiscard]] std::vector<Label> check(Database& database);

}  // namespace relis::store
