#include "empty_criterion.h"

namespace {

class ThrowingDescribe final : public EmptyCriterion {
  public:
    using EmptyCriterion::EmptyCriterion;
    [[nodiscard]] relis::PluginDescription describe() const override { throw 42; }
};

}  // namespace

RELIS_PLUGIN(ThrowingDescribe);
