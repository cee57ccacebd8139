#pragma once

#include <span>
#include <string>

#include "connection.h"
#include "store/attachments.h"

namespace relis::store {

/// See Batch::put_attachment_files.
bool put_attachment_files(Connection& connection, const std::string& report_id, int revision,
                          std::span<const AttachmentFileRecord> files, const Moment& at);

/// See Batch::lacks_attachment_files.
bool lacks_attachment_files(Connection& connection, const std::string& report_id, int revision);

}  // namespace relis::store
