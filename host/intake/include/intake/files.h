#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "intake/problem.h"

namespace relis::intake {

enum class FileKind {
    questionnaire,  ///< read_questionnaires
    roster,         ///< read_roster
    reports,        ///< read_reports
    unknown         ///< JSON of another or no format
};

/// What a file holds, by its content: the `format` of the first object of a JSON file; a CSV file holds reports, and
/// so does a JSON file that is too damaged to tell. Reads no more than it needs. Throws FileError.
FileKind identify(const std::filesystem::path& file);

/// The files to import from a path: the path itself where it is a file; of a folder, the `.json`, `.jsonl`,
/// `.ndjson`, `.csv` and `.tsv` files in it and its folders (hidden ones left out), in the order to import them:
/// questionnaires, rosters, reports, each by name. Throws FileError where there is none.
std::vector<std::filesystem::path> files_to_import(const std::filesystem::path& path);

/// The whole of a file. Throws FileError where it is not there, is a folder, or may not be read.
std::string content_of(const std::filesystem::path& file);

}  // namespace relis::intake
