// Built, so it says, by another compiler; its function must not be called.
#include <cstdlib>

#include <relis/plugin.h>

extern "C" __attribute__((visibility("default"))) const relis::PluginEntry relis_plugin;
const relis::PluginEntry relis_plugin{RELIS_SDK_VERSION, "clang99-libc++-sdk1",
                                      [](const relis::Environment&) -> relis::Plugin* { std::abort(); },
                                      relis::Role::criterion};
