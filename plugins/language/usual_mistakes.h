// Misspellings whose right form is far from them by letters: irregular verbs made regular, and some frequent nouns.
#pragma once

#include <optional>
#include <string_view>

namespace relis::language {

/// The form meant by a word in lower case that many writers misspell so (« vous disez »: dites), or nothing.
/// The result lives as long as the program. Safe to call from several threads.
[[nodiscard]] std::optional<std::string_view> usual_correction(std::string_view word);

}  // namespace relis::language
