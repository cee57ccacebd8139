#include "model.h"

RELIS_PLUGIN(relis::reliability::Model);
