// The criterion `detail`: how well a report lets its reader picture the visit.
#pragma once

#include <memory>

#include <relis/plugin.h>

namespace relis::content_detail {

/// Rates 0–5 by the concrete facts that each answer tells. Immutable; safe to call from several threads. The formula
/// and the parameters stand in the README.
class Detail final : public Criterion {
  public:
    /// Opens the lexicon in `environment.resources`; throws std::runtime_error where it cannot.
    explicit Detail(const Environment& environment);
    ~Detail() override;

    [[nodiscard]] PluginDescription describe() const override;

    /// The positive contributions add up to the score, the negative ones to the score less 5. Not judged where the
    /// report was asked for no words and gave none, or where what it gave is not French.
    [[nodiscard]] Rating rate(const Report& report, const Context& context,
                              const Parameters& parameters) const override;

  private:
    struct Readers;
    std::unique_ptr<const Readers> readers_;
};

}  // namespace relis::content_detail
