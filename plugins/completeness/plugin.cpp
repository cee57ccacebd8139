#include "completeness/completeness.h"

RELIS_PLUGIN(relis::completeness::Completeness);
