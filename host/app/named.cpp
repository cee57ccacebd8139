#include "app/named.h"

#include "app/words.h"

namespace relis::app {

wxString named(std::string_view name, std::string_view id) {
    return name.empty() || name == id ? shown(id) : shown(name) + " (" + shown(id) + ")";
}

wxString name_or_id(std::string_view name, std::string_view id) {
    return shown(name.empty() ? id : name);
}

}  // namespace relis::app
