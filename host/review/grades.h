#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <relis/label.h>

#include "measures.h"

namespace relis::review {

/// What one person said of one report; what he left out he did not judge.
struct Grade {
    std::string report_id;
    std::string place;                                   ///< `pass-1.jsonl:12`
    std::map<std::string, double> scores;                ///< by criterion, 0–5
    std::string decision;                                ///< empty: none
    std::map<std::string, std::set<std::string>> flags;  ///< by flag, questions
};

/// Reads a file of grades, one report a line. A line that is none, or names a report a second time, goes to `problem`
/// as `file:line: why`. Throws LabelledError when the file cannot be read.
[[nodiscard]] std::vector<Grade> read_grades(const std::filesystem::path& file,
                                             const std::function<void(Label)>& problem);

/// What people say of a report, several grades taken together.
[[nodiscard]] People agreed(const std::vector<Grade>& grades);

/// One grade in the place of the machine.
[[nodiscard]] View view_of(const Grade& grade);

}  // namespace relis::review
