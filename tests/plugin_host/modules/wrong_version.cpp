// Built against an SDK to come; its function must not be called.
#include <cstdlib>

#include <relis/plugin.h>

extern "C" __attribute__((visibility("default"))) const relis::PluginEntry relis_plugin;
const relis::PluginEntry relis_plugin{
    999, RELIS_ABI_TAG, [](const relis::Environment&) -> relis::Plugin* { std::abort(); }, relis::Role::criterion};
