#pragma once

#include <string_view>

#include <wx/string.h>

namespace relis::app {

/// `Louise Côté (C-0042)`, for showing; the id alone where there is no name.
[[nodiscard]] wxString named(std::string_view name, std::string_view id);

/// The name, for showing; the id where there is none.
[[nodiscard]] wxString name_or_id(std::string_view name, std::string_view id);

}  // namespace relis::app
