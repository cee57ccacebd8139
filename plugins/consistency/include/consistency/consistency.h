// The inspection `consistency`: what in a report does not agree with the rest of it, or is not its author's own.
#pragma once

#include <memory>
#include <vector>

#include <relis/plugin.h>

namespace relis::consistency {

/// Flags contradictions between values and comments and between answers, times that cannot be, comments repeated or
/// copied, comments that say nothing in French, advice to the client, and personal data. Immutable; safe to call from
/// several threads. The rules and parameters stand in the README.
class Consistency final : public Inspection {
  public:
    /// Opens the lexicon in `environment.resources`; throws std::runtime_error where it cannot.
    explicit Consistency(const Environment& environment);
    ~Consistency() override;

    [[nodiscard]] PluginDescription describe() const override;

    /// Findings by kind (contradictions, times, repeats, copies, conduct, wording, privacy), each in the
    /// questionnaire's order.
    [[nodiscard]] std::vector<Finding> inspect(const Report& report, const Context& context,
                                               const Parameters& parameters) const override;

  private:
    struct Readers;
    std::unique_ptr<const Readers> readers_;
};

}  // namespace relis::consistency
