// The inspection `completeness`: what a report should hold and does not.
#pragma once

#include <memory>
#include <vector>

#include <relis/plugin.h>

namespace relis::comments {
class SubstanceJudge;
}

namespace relis::completeness {

class PartFinder;

/// Flags required values, comments and attachments that are absent or placeholders, files that do not serve, comments
/// shorter than their question asks, and asks about parts of a question that a short text passes over. Immutable; safe
/// to call from several threads. The rules and parameters stand in the README.
class Completeness final : public Inspection {
  public:
    /// Opens the lexicon in `environment.resources`; throws std::runtime_error where it cannot.
    explicit Completeness(const Environment& environment);
    ~Completeness() override;

    [[nodiscard]] PluginDescription describe() const override;

    /// Findings in the order of the questionnaire, those of the whole report last.
    [[nodiscard]] std::vector<Finding> inspect(const Report& report, const Context& context,
                                               const Parameters& parameters) const override;

  private:
    std::unique_ptr<const comments::SubstanceJudge> judge_;
    std::unique_ptr<const PartFinder> parts_;
};

}  // namespace relis::completeness
