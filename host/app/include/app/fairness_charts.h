#pragma once

#include "app/chart.h"
#include "review/fairness.h"

namespace relis::app {

/// How many shoppers were given how many missions. Interface thread only, as the others.
[[nodiscard]] Chart spread_chart(const review::MissionSpread& spread);

/// How far each group lies from all others in that measure, with the range in which chance leaves it.
[[nodiscard]] Chart difference_chart(const review::FairnessReport& report, review::FairnessGrouping grouping,
                                     review::FairnessMeasure measure);

}  // namespace relis::app
