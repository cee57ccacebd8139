#include "review/database.h"

#include "store/check.h"
#include "store/database.h"
#include "store/queue.h"
#include "store/rejected.h"

namespace relis::review {

DatabaseInfo database_info(Workspace& workspace) {
    store::Database& database = workspace.database();
    DatabaseInfo info;
    info.location = database.display_name();
    info.back_end = database.is_postgresql() ? "PostgreSQL" : "SQLite";
    info.schema_version = database.schema_version();
    info.open_reports = store::count_queue(database);
    store::QueueFilter all;
    all.states.clear();
    info.all_reports = store::count_queue(database, all);
    info.rejected_records = store::count_rejected(database);
    return info;
}

std::vector<Label> check_database(Workspace& workspace) {
    return store::check(workspace.database());
}

std::vector<RejectedEntry> rejected_records(Workspace& workspace, std::size_t limit) {
    std::vector<RejectedEntry> entries;
    for (const store::RejectedRecord& record : store::list_rejected(workspace.database(), {{}, limit}).rows) {
        entries.push_back({record.file, record.place, record.record, record.field, record.reason, record.tried});
    }
    return entries;
}

}  // namespace relis::review
