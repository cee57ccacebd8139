#include "review/resources.h"

#include "plugin/host.h"

namespace relis::review {

std::filesystem::path resource_folder() {
    return plugin_host::default_resource_folder();
}

}  // namespace relis::review
