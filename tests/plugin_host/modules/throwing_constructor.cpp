#include <stdexcept>

#include "empty_criterion.h"

namespace {

class ThrowingConstructor final : public EmptyCriterion {
  public:
    explicit ThrowingConstructor(const relis::Environment& environment) : EmptyCriterion(environment) {
        throw std::runtime_error("no lexicon\nin this folder");
    }
};

}  // namespace

RELIS_PLUGIN(ThrowingConstructor);
