// The default of its only parameter lies outside the parameter's own range.
#include "empty_criterion.h"

namespace {

class BadSchema final : public EmptyCriterion {
  public:
    using EmptyCriterion::EmptyCriterion;
    [[nodiscard]] relis::PluginDescription describe() const override {
        relis::PluginDescription described = description("bad-schema");
        described.parameters = {{"limit",
                                 relis::ParameterType::real,
                                 9.0,
                                 0.0,
                                 5.0,
                                 {},
                                 "",
                                 {"Limite", "Limit"},
                                 {"Une limite.", "A limit."}}};
        return described;
    }
};

}  // namespace

RELIS_PLUGIN(BadSchema);
