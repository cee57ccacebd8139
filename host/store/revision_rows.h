#pragma once

#include <string>

#include "connection.h"
#include "label/make_label.h"

namespace relis::store {

/// Throws Error not_found where the report has no such revision.
inline void require_revision(Connection& connection, const std::string& report_id, int revision) {
    if (connection.exists("SELECT 1 FROM revisions WHERE report_id = :id AND revision = :revision",
                          Arguments(report_id, revision))) {
        return;
    }
    throw Error(ErrorKind::not_found,
                make_label("Il n'y a pas de rapport {} révision {}. Vérifiez son numéro avec `relis queue`.",
                           "There is no report {} revision {}. Check its id with `relis queue`.", report_id, revision));
}

}  // namespace relis::store
