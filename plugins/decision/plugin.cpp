#include "policy.h"

RELIS_PLUGIN(relis::decision::Policy);
