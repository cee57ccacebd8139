#include "intake/problem.h"

#include "label/make_label.h"

namespace relis::intake {

FileError::FileError(std::string file, const Label& message)
    : LabelledError(make_label("{} : {}", "{}: {}", file, message)), file_(std::move(file)) {}

std::string to_string(const RejectedRecord& rejected) {
    std::string text = rejected.place.file + ", record " + std::to_string(rejected.place.index);
    if (rejected.place.line > 0) text += ", line " + std::to_string(rejected.place.line);
    if (!rejected.report_id.empty()) text += " (" + rejected.report_id + ")";
    text += ": ";
    if (!rejected.field.empty()) text += rejected.field + ": ";
    return text + rejected.reason.en;
}

}  // namespace relis::intake
