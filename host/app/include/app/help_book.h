#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/document.h"

namespace relis::app {

/// A chapter of the help as it is written: lines of UTF-8, of which `# ` is the title, `## ` a heading, `- ` an item,
/// everything else a paragraph.
struct HelpChapter {
    std::string title;
    std::vector<std::string> lines;  ///< without the title and empty ones
};

/// The chapters of a language in the order of their files' names; those of English where that language has none. Throws
/// LabelledError where there are none at all. `folder` holds a folder for each language.
[[nodiscard]] std::vector<HelpChapter> read_help(const std::filesystem::path& folder, const std::string& language);

/// How many passages of a chapter the words find: whole words that begin so, whatever case and accents.
[[nodiscard]] std::size_t count_found(const HelpChapter& chapter, const std::string& words);

/// A chapter to be shown, with what the words find marked; empty words mark nothing.
[[nodiscard]] Document help_document(const HelpChapter& chapter, const std::string& words);

}  // namespace relis::app
