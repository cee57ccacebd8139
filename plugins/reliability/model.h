#pragma once

#include <relis/plugin.h>

namespace relis::reliability {

/// Rates a shopper 0–5 from the finished missions and the agency's notes by a credibility-weighted mean of its
/// components, recent ones weighing more; confirmed copies and inventions take their share of it. README.md gives the
/// formula and its sources. Stateless; any thread.
class Model final : public ReliabilityModel {
  public:
    explicit Model(const Environment&) {}

    [[nodiscard]] PluginDescription describe() const override;

    /// The value is the sum of weight × value over the components that have a value, and the prior where none has.
    /// The order of the history changes nothing; a mission that closes after `now` counts as closed just now.
    [[nodiscard]] Reliability rate(const ShopperHistory& history, const Moment& now,
                                   const Parameters& parameters) const override;
};

}  // namespace relis::reliability
