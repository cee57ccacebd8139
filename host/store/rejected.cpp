#include "store/rejected.h"

#include "database_implementation.h"
#include "paging.h"

namespace relis::store {

Page<RejectedRecord> list_rejected(Database& database, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(
                                  "itttttttiii",
                                  "SELECT id, file, place, record, field, reason_fr, reason_en, raw, seen_at, "
                                  "seen_offset, tried FROM rejected_records WHERE id > :after ORDER BY id LIMIT :rows",
                                  Arguments(cursor_number(page, 0), rows_to_read(page)), [](Row& row) {
                                      RejectedRecord record;
                                      record.id = row.integer();
                                      record.file = row.text();
                                      record.place = row.text();
                                      record.record = row.text();
                                      record.field = row.text();
                                      record.reason.fr = row.text();
                                      record.reason.en = row.text();
                                      record.raw = row.text();
                                      record.seen_at = row.moment();
                                      record.tried = row.number();
                                      return record;
                                  });
                          }),
                     page, [](const RejectedRecord& record) { return std::to_string(record.id); });
}

std::int64_t count_rejected(Database& database) {
    return read(database, [](Connection& c) { return c.integer("SELECT COUNT(*) FROM rejected_records"); });
}

bool remove_rejected(Database& database, std::int64_t id) {
    return write(database, [&](Connection& c) {
        return c.run("DELETE FROM rejected_records WHERE id = :id", Arguments(id)) > 0;
    });
}

}  // namespace relis::store
