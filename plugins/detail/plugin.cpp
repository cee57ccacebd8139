#include "detail/detail.h"

RELIS_PLUGIN(relis::content_detail::Detail);
