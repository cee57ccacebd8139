#pragma once

#include <string>

#include <relis/plugin.h>

/// A criterion that is right in everything: the modules change the one thing they are about.
class EmptyCriterion : public relis::Criterion {
  public:
    explicit EmptyCriterion(const relis::Environment&) {}
    [[nodiscard]] relis::PluginDescription describe() const override { return description("empty"); }
    [[nodiscard]] relis::Rating rate(const relis::Report&, const relis::Context&,
                                     const relis::Parameters&) const override {
        return {5.0, "Rien à dire.", {}, {}};
    }

  protected:
    static relis::PluginDescription description(const std::string& id) {
        return {id, "1", relis::Role::criterion, {"Vide", "Empty"}, {"Ne fait rien.", "Does nothing."}, {}};
    }
};
