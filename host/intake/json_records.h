#pragma once

#include <functional>

#include "byte_source.h"
#include "json_document.h"
#include "record_scanner.h"

namespace relis::intake {

/// Walks over the JSON records of a stream. `read` gets each value that could be parsed, with its raw text; `refuse`
/// each that could not, with the problem and, where it can be made out, the report's id.
void for_each_json_record(
    ByteSource& source, std::size_t record_limit, const std::function<void(const Json& value, RawRecord& raw)>& read,
    const std::function<void(Problem&& problem, RawRecord& raw, std::string&& report_id)>& refuse);

}  // namespace relis::intake
