#pragma once

#include <string>
#include <string_view>

#include <soci/soci.h>

#include "connection.h"
#include "store/error.h"

namespace relis::store {

/// A SOCI error in the words of the user.
struct Failure {
    ErrorKind kind = ErrorKind::other;
    Label message;
    bool broken = false;  ///< the session is of no use any more
};

/// Says what happened on which database and what to do. `attempt` is the SQL or the step that failed.
Failure explain(const soci::soci_error& error, const ConnectionSettings& settings, std::string_view attempt);

/// A URL without its password; any other text as it is.
std::string without_password(const std::string& location);

/// The error for a database of a newer program.
Error newer_version_error(const std::string& display_name, int found, int newest);

}  // namespace relis::store
