#pragma once

#include <dlfcn.h>

namespace relis::app {

/// A function of a library that wxWidgets has loaded (GTK, ATK, WebKit); null where there is none. Their headers are
/// not asked for to build the workstation.
template <class Function>
[[nodiscard]] Function* loaded(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_DEFAULT, name));
}

}  // namespace relis::app
