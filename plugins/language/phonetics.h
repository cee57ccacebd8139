// How a French word sounds, roughly: for ranking corrections, never for judging.
#pragma once

#include <string>
#include <string_view>

namespace relis::language {

/// A short key, equal for words that sound alike: "pharmacie" and "farmassi". REQUIRES: lower case.
[[nodiscard]] std::u32string sound_of(std::u32string_view word);

}  // namespace relis::language
