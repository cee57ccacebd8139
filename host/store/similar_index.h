#pragma once

#include <cstdint>
#include <string>

#include "connection.h"

namespace relis::store {

/// Puts a comment into the near-duplicate index, inside the caller's transaction.
void index_similar(Connection& connection, std::int64_t answer_id, const std::string& comment);

}  // namespace relis::store
