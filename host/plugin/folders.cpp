#include <cstdlib>
#include <filesystem>
#include <string_view>

#include <boost/dll/runtime_symbol_info.hpp>

#include "plugin/host.h"

namespace relis::plugin_host {

namespace fs = std::filesystem;

namespace {
/// The folder above the program's own: a build tree, or the prefix of an installation.
fs::path prefix() {
    return boost::dll::program_location().parent_path().parent_path();
}
}  // namespace

std::vector<fs::path> default_plugin_folders() {
    std::vector<fs::path> folders;
    const fs::path built = prefix() / "plugins";
    folders.push_back(fs::is_directory(built) ? built : prefix() / RELIS_INSTALLED_PLUGINS);
    const char* const value = std::getenv("RELIS_PLUGIN_PATH");
    std::string_view more = value == nullptr ? "" : value;
    while (!more.empty()) {
        const std::size_t colon = more.find(':');
        if (colon != 0) folders.emplace_back(more.substr(0, colon));
        more = colon == std::string_view::npos ? std::string_view{} : more.substr(colon + 1);
    }
    return folders;
}

fs::path default_resource_folder() {
    return prefix() / "share" / "relis";
}

}  // namespace relis::plugin_host
