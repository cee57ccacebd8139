// A criterion that describes itself as a decision policy.
#include "empty_criterion.h"

namespace {

class WrongRole final : public EmptyCriterion {
  public:
    using EmptyCriterion::EmptyCriterion;
    [[nodiscard]] relis::PluginDescription describe() const override {
        relis::PluginDescription described = description("wrong-role");
        described.role = relis::Role::decision_policy;
        return described;
    }
};

}  // namespace

RELIS_PLUGIN(WrongRole);
