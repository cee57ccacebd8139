#pragma once

#include "label/labelled_error.h"

namespace relis::store {

/// Why the database could not do what was asked.
enum class ErrorKind {
    locked,          ///< another program kept it locked longer than the timeout; trying again may work
    read_only,       ///< the file, its folder or the role may not be written
    full,            ///< no space left; nothing of the failed operation was kept
    not_a_database,  ///< the file exists and is no Relis database, or is damaged
    missing_folder,  ///< the folder of the database does not exist, or the file does not and may not be created
    unreachable,     ///< the PostgreSQL server does not answer, refuses the login, or the connection broke
    newer_version,   ///< the schema was written by a newer Relis
    not_found,       ///< an identifier the database does not have
    refused,         ///< a rule of the store forbids it (a state that does not lead there, an append-only table, …)
    other
};

/// What every function of the store throws when the database ends the operation. The message is one sentence
/// or more that say what was attempted, on which database (never its password), and what to do next. The failed
/// call leaves nothing behind: its transaction was rolled back.
class Error : public LabelledError {
  public:
    Error(ErrorKind kind, const Label& message) : LabelledError(message), kind_(kind) {}
    [[nodiscard]] ErrorKind kind() const { return kind_; }

  private:
    ErrorKind kind_;
};

}  // namespace relis::store
