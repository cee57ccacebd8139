// The criterion `french`: rates the quality of a report's French, 0–5.
#pragma once

#include <memory>

#include <relis/plugin.h>

namespace relis::french {

class Engine;

/// Checks every comment, and the value of every text question without a comment, and turns the faults into a score
/// (score.h). A report with too few words to judge gets no score; its findings are given all the same, at cost 0.
/// Immutable; safe to call from several threads.
class French final : public Criterion {
  public:
    /// Opens `french.lexicon` in `environment.resources`; throws std::runtime_error where it cannot.
    explicit French(const Environment& environment);
    ~French() override;

    [[nodiscard]] PluginDescription describe() const override;
    [[nodiscard]] Rating rate(const Report& report, const Context& context,
                              const Parameters& parameters) const override;

  private:
    std::unique_ptr<const Engine> engine_;
};

}  // namespace relis::french
