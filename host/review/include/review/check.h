#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <relis/assessment.h>
#include <relis/finding.h>

namespace relis::review {

class Workspace;

/// Which French a programme's texts are checked as: `fr-CA` or `fr-FR`; `fr-CA` where the programme is not known.
[[nodiscard]] std::string locale_of_programme(Workspace& workspace, const std::string& programme);

/// The findings of `text` that do not stand between « and »: whoever quotes a fault has not made it. A quotation may hold
/// others; what is not closed in its paragraph is none.
[[nodiscard]] std::vector<Finding> outside_quotations(std::vector<Finding> findings, std::string_view text);

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

    /// The findings of many texts, each as if it were alone; one call of the plugin serves a batch of them, which
    /// costs far less than a call a text. The assessments hold state, reason and findings, no score: that is a
    /// report's. Where a batch fails, its texts are tried one by one, so that only the one at fault is told as failed.
    [[nodiscard]] std::vector<Assessment> check(std::span<const std::string> texts) const;

  private:
    [[nodiscard]] std::vector<Assessment> check_batch(std::span<const std::string> texts) const;

    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

}  // namespace relis::review
