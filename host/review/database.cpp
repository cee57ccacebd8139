#include "review/database.h"

#include <string_view>

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

namespace {

/// The store keeps the English words, which find the record again.
Label place_in_words(const std::string& stored) {
    constexpr std::string_view english = "record ";
    return stored.starts_with(english) ? Label{"donnée " + stored.substr(english.size()), stored}
                                       : Label{stored, stored};
}

}  // namespace

std::vector<RejectedEntry> rejected_records(Workspace& workspace, std::size_t limit) {
    std::vector<RejectedEntry> entries;
    for (const store::RejectedRecord& record : store::list_rejected(workspace.database(), {{}, limit}).rows) {
        entries.push_back(
            {record.file, place_in_words(record.place), record.record, record.field, record.reason, record.tried});
    }
    return entries;
}

}  // namespace relis::review
