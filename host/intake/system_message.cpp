#include "system_message.h"

#include <array>
#include <string>
#include <utility>

namespace relis::intake {

Label system_message(const std::error_code& error) {
    constexpr std::array<std::pair<std::errc, const char*>, 6> reasons{
        {{std::errc::permission_denied, "vous n'avez pas le droit de le lire"},
         {std::errc::operation_not_permitted, "vous n'avez pas le droit de le lire"},
         {std::errc::no_such_file_or_directory, "il n'existe pas ou plus"},
         {std::errc::io_error, "le disque ou la connexion ne répond pas"},
         {std::errc::too_many_files_open, "trop de fichiers sont ouverts ; fermez d'autres programmes"},
         {std::errc::too_many_symbolic_link_levels, "ses liens tournent en rond"}}};
    for (const auto& [reason, french] : reasons) {
        if (error == reason) return {french, error.message()};
    }
    return {"« " + error.message() + " »", error.message()};
}

}  // namespace relis::intake
