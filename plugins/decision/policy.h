#pragma once

#include <relis/plugin.h>

namespace relis::decision {

/// The agency's default decision policy (README.md tells it in full). It judges nothing itself: it weighs what the
/// criteria and inspections found, and where they could not judge it recommends nothing. Stateless; any thread.
class Policy final : public DecisionPolicy {
  public:
    explicit Policy(const Environment&) {}

    [[nodiscard]] PluginDescription describe() const override;

    /// The reasons stand in the order of their weight: first those the decision rests on, then what the reviewer
    /// should know besides.
    [[nodiscard]] Recommendation recommend(const ReviewCase& review_case, const Context& context,
                                           const Parameters& parameters) const override;
};

}  // namespace relis::decision
