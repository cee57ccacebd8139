#pragma once

#include <filesystem>
#include <string>

#include <stdlib.h>

#include "label/labelled_error.h"
#include "label/make_label.h"

namespace relis::review {

/// A folder of its own for files that nobody else needs, gone with its owner. Throws LabelledError where none can be
/// made.
class TemporaryFolder {
  public:
    /// `purpose`: letters for its name, so that what a killed program leaves behind can be told.
    explicit TemporaryFolder(const std::string& purpose) {
        const std::filesystem::path place = std::filesystem::temp_directory_path();
        std::string pattern = (place / ("relis-" + purpose + "-XXXXXX")).string();
        if (mkdtemp(pattern.data()) == nullptr) {
            throw LabelledError(
                make_label("impossible de créer un dossier dans {} ; y a-t-il de la place, et pouvez-vous y écrire ?",
                           "cannot make a folder in {}; is there room, and may you write there?", place.string()));
        }
        path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;  // what stays behind in the temporary folder hurts nobody
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace relis::review
