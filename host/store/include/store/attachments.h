#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <relis/context.h>
#include <relis/moment.h>

#include "store/database.h"

namespace relis::store {

/// What was found of one attachment's file (intake/attachments.h).
struct AttachmentFileRecord {
    FileState state = FileState::unknown;
    std::string media_type;
    std::string content_hash;  ///< empty: not read
    std::string picture_hash;  ///< 64 hexadecimal digits, or empty

    bool operator==(const AttachmentFileRecord&) const = default;
};

/// What is known of the files of a revision's attachments, one for each in their order; of each at most `limit` other
/// reports submitted before `before` that came with the same content, then with the same picture. Two pictures are the
/// same where at most a tenth of the edges that either hash shows stand in one of them only. Only the latest files of
/// a content or of a row of edges that very many share are looked at, so that the cost does not grow with the number
/// of files.
[[nodiscard]] std::vector<AttachmentFacts> attachment_facts(Database& database, const std::string& report_id,
                                                            int revision, const Moment& before, std::size_t limit = 5);

}  // namespace relis::store
