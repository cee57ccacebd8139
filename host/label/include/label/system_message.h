#pragma once

#include <array>
#include <system_error>
#include <utility>

#include <relis/label.h>

namespace relis {

/// Why the system refuses a file: in its own words, and in ours in French for the reasons that people meet.
[[nodiscard]] inline Label system_message(const std::error_code& error) {
    constexpr std::array<std::pair<std::errc, const char*>, 7> reasons{
        {{std::errc::permission_denied, "vous n'en avez pas le droit"},
         {std::errc::operation_not_permitted, "vous n'en avez pas le droit"},
         {std::errc::no_such_file_or_directory, "il n'existe pas ou plus"},
         {std::errc::io_error, "le disque ou la connexion ne répond pas"},
         {std::errc::no_space_on_device, "le disque est plein"},
         {std::errc::too_many_files_open, "trop de fichiers sont ouverts ; fermez d'autres programmes"},
         {std::errc::too_many_symbolic_link_levels, "ses liens tournent en rond"}}};
    for (const auto& [reason, french] : reasons) {
        if (error == reason) return {french, error.message()};
    }
    return {"« " + error.message() + " »", error.message()};
}

}  // namespace relis
