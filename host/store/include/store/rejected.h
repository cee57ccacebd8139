#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <relis/label.h>
#include <relis/moment.h>

#include "store/database.h"
#include "store/page.h"

namespace relis::store {

/// A record that intake could not take, kept aside for another try. Written through Batch::reject.
struct RejectedRecord {
    std::int64_t id = 0;  ///< set by the store
    std::string file;     ///< as the user named it
    std::string place;    ///< line or index in the file: `line 12`, `record 3`
    std::string record;   ///< report id where it could be read; else empty
    std::string field;    ///< path of the field; empty: the record as a whole
    Label reason;
    std::string raw;  ///< the text of the record; invalid bytes must have been replaced by the caller
    Moment seen_at;   ///< of the latest try
    int tried = 1;    ///< set by the store
    bool operator==(const RejectedRecord&) const = default;
};

/// Rejected records, oldest first.
[[nodiscard]] Page<RejectedRecord> list_rejected(Database& database, const PageRequest& page = {});

/// How many there are.
[[nodiscard]] std::int64_t count_rejected(Database& database);

/// Forgets one. False where there is none of that id.
bool remove_rejected(Database& database, std::int64_t id);

}  // namespace relis::store
