#pragma once

#include <string_view>

#include "store/appeal_states.h"
#include "store/states.h"

namespace relis::store {

/// What people are told of a move that they may make or may not, in French after `on peut`; in English moves have their
/// stable names, which the command line has too.
[[nodiscard]] std::string_view french_words(Move move);
[[nodiscard]] std::string_view french_words(AppealMove move);

/// What an appeal is called in that state, after `la contestation est`.
[[nodiscard]] std::string_view french_words(AppealState state);

}  // namespace relis::store
