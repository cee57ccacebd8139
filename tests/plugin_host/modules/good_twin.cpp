// Another plugin with the id of good.cpp.
#include "empty_criterion.h"

namespace {

class GoodTwin final : public EmptyCriterion {
  public:
    using EmptyCriterion::EmptyCriterion;
    [[nodiscard]] relis::PluginDescription describe() const override { return description("good"); }
};

}  // namespace

RELIS_PLUGIN(GoodTwin);
