#include "french/french.h"

RELIS_PLUGIN(relis::french::French);
