#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace relis::app {

/// `23/11/2026 16:30` in French, `2026-11-23 16:30` in English.
[[nodiscard]] std::string moment_text(const std::chrono::local_seconds& local, bool french);

/// What a person wrote as a date and a time. The year stands first with four digits (`2026-11-23 16:30`), in French the
/// day may (`23/11/2026 16h30`); any of `/`, `-`, `.`, `:`, `h` and spaces parts the numbers, minutes may be left out.
/// Nothing where it is not one, or there is no such day or time.
[[nodiscard]] std::optional<std::chrono::local_seconds> local_moment_from(std::string_view text, bool french);

}  // namespace relis::app
