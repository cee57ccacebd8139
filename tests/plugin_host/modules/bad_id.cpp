#include "empty_criterion.h"

namespace {

class BadId final : public EmptyCriterion {
  public:
    using EmptyCriterion::EmptyCriterion;
    [[nodiscard]] relis::PluginDescription describe() const override { return description("Bad Id"); }
};

}  // namespace

RELIS_PLUGIN(BadId);
