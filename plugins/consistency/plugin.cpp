#include "consistency/consistency.h"

RELIS_PLUGIN(relis::consistency::Consistency);
