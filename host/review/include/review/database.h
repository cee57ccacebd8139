#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <relis/label.h>

#include "review/workspace.h"

namespace relis::review {

/// What the database is, for people and for `relis db info`.
struct DatabaseInfo {
    std::string location;  ///< without a password
    std::string back_end;  ///< `SQLite` or `PostgreSQL`
    int schema_version = 0;
    std::int64_t open_reports = 0;
    std::int64_t all_reports = 0;
    std::int64_t rejected_records = 0;
};
[[nodiscard]] DatabaseInfo database_info(Workspace& workspace);

/// Looks through the whole database for what must not be; one sentence a problem, empty: all is well.
[[nodiscard]] std::vector<Label> check_database(Workspace& workspace);

/// A record that intake could not take, kept aside.
struct RejectedEntry {
    std::string file;
    Label place;
    std::string report_id;
    std::string field;
    Label reason;
    int tried = 1;
};
/// The oldest `limit` rejected records.
[[nodiscard]] std::vector<RejectedEntry> rejected_records(Workspace& workspace, std::size_t limit = 1000);

}  // namespace relis::review
