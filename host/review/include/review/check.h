#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <relis/assessment.h>

namespace relis::review {

/// Checks single texts as `relis check` does: through the `french` plugin, like the comment of any report, without a
/// database. Made once, used for many texts; check() may be called from several threads.
class TextChecker {
  public:
    /// `plugins`: folder of the plugins; empty: the one that belongs to the program. `locale`: `fr-CA` or `fr-FR`.
    /// Throws std::runtime_error where the `french` plugin cannot be loaded, with the reason.
    explicit TextChecker(const std::filesystem::path& plugins = {}, const std::string& locale = "fr-CA");
    ~TextChecker();
    TextChecker(const TextChecker&) = delete;
    TextChecker& operator=(const TextChecker&) = delete;

    /// The plugin's assessment; findings have their places in code points of `text`.
    [[nodiscard]] Assessment check(const std::string& text) const;

  private:
    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

}  // namespace relis::review
