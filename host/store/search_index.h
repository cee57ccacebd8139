#pragma once

#include <cstdint>
#include <string>

#include "connection.h"

namespace relis::store {

/// Puts a comment into the full-text index, inside the caller's transaction.
void index_comment(Connection& connection, std::int64_t answer_id, const std::string& comment);

/// A search in the words of the back end, from what a person typed; empty where it holds no word.
std::string search_expression(const Connection& connection, const std::string& query);

/// SQL that yields the ids of the answers whose comment fits; has one parameter, `:search`, the expression.
std::string matching_answers_sql(const Connection& connection);

}  // namespace relis::store
