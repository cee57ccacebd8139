// Takes the program down while it is loaded, unless RELIS_TEST_MENDED is set.
#include <cstdlib>

#include "empty_criterion.h"

namespace {

class Aborting final : public EmptyCriterion {
  public:
    explicit Aborting(const relis::Environment& environment) : EmptyCriterion(environment) {
        if (std::getenv("RELIS_TEST_MENDED") == nullptr) std::abort();
    }
    [[nodiscard]] relis::PluginDescription describe() const override { return description("aborting"); }
};

}  // namespace

RELIS_PLUGIN(Aborting);
