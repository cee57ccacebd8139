#pragma once

#include "byte_source.h"
#include "intake/reports.h"

namespace relis::intake {

/// Reads a CSV file of reports (host/intake/README.md has its columns). Throws FileError where its first row is no
/// header of reports.
void read_csv(ByteSource& source, const ReportHandler& handler, const ReadOptions& options, ReadSummary& summary);

}  // namespace relis::intake
