#pragma once

#include <cstdint>
#include <string>

#include "connection.h"

namespace relis::store {

/// The latest migration that empties the near-duplicate index, after which it is to be filled again.
inline constexpr int similar_index_migration = 12;

/// Puts a text into the near-duplicate index, inside the caller's transaction.
void index_similar(Connection& connection, std::int64_t answer_id, const std::string& text);

/// Fills the empty index from all answers, inside the caller's transaction: about 10 seconds for 100,000 comments.
void rebuild_similar(Connection& connection);

}  // namespace relis::store
