#pragma once

#include <string>

#include "connection.h"

namespace relis::store {

/// Throws Error not_found where the report has no such revision.
inline void require_revision(Connection& connection, const std::string& report_id, int revision) {
    if (connection.exists("SELECT 1 FROM revisions WHERE report_id = :id AND revision = :revision",
                          Arguments(report_id, revision))) {
        return;
    }
    throw Error(ErrorKind::not_found, "There is no report " + report_id + " revision " + std::to_string(revision) +
                                          ". Check its id with `relis queue`.");
}

}  // namespace relis::store
