// Reads the project's own word lists (dictionaries/*.dic); README.md describes the format.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "affixes.h"

namespace relis::dictionaries {

/// Finds the dictionary entry of a verb by its infinitive, to conjugate a new verb alike.
using VerbModels = std::map<std::string, Entry, std::less<>>;

/// The verbs of a dictionary that have a conjugation.
VerbModels verb_models(const std::vector<Entry>& dictionary);

/// One own word with its inflected forms, in the shape the dictionary gives them.
struct OwnWord {
    Entry entry;
    std::vector<Inflected> forms;
    bool completes_dictionary = false;  ///< one more analysis of a form, whatever the dictionary has of it
};

/// Reads one list. Throws std::runtime_error with file, line and reason.
std::vector<OwnWord> read_word_list(const std::filesystem::path& file, const Affixes& affixes,
                                    const VerbModels& models);

/// Reads a list of lines `classic = reformed`. Throws std::runtime_error with file and line.
std::vector<std::pair<std::string, std::string>> read_pairs(const std::filesystem::path& file);

/// Reads a plain list: words separated by white space, `#` begins a comment.
std::vector<std::string> read_plain_list(const std::filesystem::path& file);

}  // namespace relis::dictionaries
