// The names of word classes in rule files: <noun:fp>, <verb:3s>, <<adj>>.
#pragma once

#include <string_view>

#include "parser.h"

namespace relis::rules {

/// Reads a class, angle brackets included. Throws as fail() does for a name or feature that does not exist.
[[nodiscard]] WordClass word_class(std::string_view text, const Place& place);

/// Features behind a colon or an equals sign: m f s p 1 2 3. False for another letter.
struct FeatureLetters {
    std::uint8_t genders = 0;
    std::uint8_t numbers = 0;
    std::uint8_t persons = 0;  ///< of both numbers, unless s or p stands there too
};
[[nodiscard]] bool read_features(std::string_view letters, FeatureLetters& features);

}  // namespace relis::rules
