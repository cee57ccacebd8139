#include "loader.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

#include "label/make_label.h"
#include "plugin/parameters.h"
#include "text.h"

namespace relis::plugin_host {

namespace {

constexpr const char* entry_symbol = "relis_plugin";

/// Runs code of a plugin; what it threw, or nothing.
template <class Function>
std::optional<Label> exception_of(Function&& function) {
    try {
        std::forward<Function>(function)();
    } catch (const std::exception& error) {
        return make_label("« {} »", "{}", one_line(error.what()));
    } catch (...) {  // the plugin boundary: anything may be thrown
        return Label{"autre chose qu'une std::exception", "something that is no std::exception"};
    }
    return std::nullopt;
}

bool is_id(const std::string& id) {
    return !id.empty() && id.size() <= 64 && id.front() >= 'a' && id.front() <= 'z' && id.back() != '-' &&
           std::all_of(id.begin(), id.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_label(const Label& label) {
    return !label.fr.empty() && !label.en.empty() && is_utf8(label.fr) && is_utf8(label.en);
}

Label description_problem(const PluginDescription& description) {
    if (!is_id(description.id)) {
        return make_label(
            "son identifiant « {} » n'est pas un mot de minuscules, de chiffres et de traits d'union qui commence par "
            "une "
            "lettre",
            "its id '{}' is not a word of lower case letters, digits and hyphens that starts with a letter",
            one_line(description.id, 64));
    }
    if (description.version.empty() || !is_utf8(description.version)) {
        return {"sa version est vide ou n'est pas de l'UTF-8", "its version is empty or not UTF-8"};
    }
    if (!is_label(description.name) || !is_label(description.summary)) {
        return {"son nom ou son résumé manque en français ou en anglais",
                "its name or summary is missing in French or English"};
    }
    return schema_problem(description);
}

Label entry_problem(const PluginEntry& entry) {
    if (entry.sdk_version != RELIS_SDK_VERSION) {
        return make_label(
            "il est construit pour la version {} du SDK et ce programme a la version {} : construisez-le de nouveau "
            "avec le "
            "SDK installé",
            "it is built for version {} of the SDK and this program has version {}: build it again against the "
            "installed "
            "SDK",
            entry.sdk_version, RELIS_SDK_VERSION);
    }
    const std::string tag = entry.abi_tag == nullptr ? std::string{} : one_line(entry.abi_tag, 80);
    if (tag != RELIS_ABI_TAG) {
        return make_label(
            "sa marque d'ABI est « {} » et celle de ce programme « {} » : construisez-le avec les mêmes compilateur et "
            "SDK",
            "its ABI tag is '{}' and this program's is '{}': build it with the same compiler and SDK", tag,
            RELIS_ABI_TAG);
    }
    if (entry.create == nullptr) {
        return {"son entrée n'a pas de fonction qui fait le greffon",
                "its entry has no function that makes the plugin"};
    }
    return {};
}

/// Sets the pointer of the plugin's role; whether the plugin has that class.
bool take_role(LoadedPlugin& loaded, Role role) {
    const Plugin* const plugin = loaded.plugin.get();
    switch (role) {
        case Role::criterion:
            return (loaded.criterion = dynamic_cast<const Criterion*>(plugin)) != nullptr;
        case Role::inspection:
            return (loaded.inspection = dynamic_cast<const Inspection*>(plugin)) != nullptr;
        case Role::decision_policy:
            return (loaded.decision_policy = dynamic_cast<const DecisionPolicy*>(plugin)) != nullptr;
        case Role::reliability_model:
            return (loaded.reliability_model = dynamic_cast<const ReliabilityModel*>(plugin)) != nullptr;
    }
    return false;
}

LoadResult refused(Label reason) {
    return {nullptr, std::move(reason)};
}

}  // namespace

LoadResult load_plugin(const std::filesystem::path& path, const Environment& environment) {
    const auto loaded = std::make_shared<LoadedPlugin>();
    loaded->info.path = path;
    // All symbols are bound now: one that is missing is a refused plugin, not the end of the program in some call
    const auto load = [&] {
        loaded->library.load(path, boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
    };
    if (const auto error = exception_of(load)) {
        return refused(
            make_label("il ne se charge pas comme bibliothèque : {}", "it cannot be loaded as a library: {}", *error));
    }
    if (!loaded->library.has(entry_symbol)) {
        return refused(
            {"il n'exporte pas le symbole « relis_plugin » : ce n'est pas un greffon de Relis, ou RELIS_PLUGIN y "
             "manque",
             "it exports no symbol 'relis_plugin': it is no Relis plugin, or RELIS_PLUGIN is missing in it"});
    }
    const auto& entry = loaded->library.get<const PluginEntry>(entry_symbol);
    if (Label problem = entry_problem(entry); !problem.en.empty()) return refused(std::move(problem));

    const auto create = [&] { loaded->plugin.reset(entry.create(environment)); };
    if (const auto error = exception_of(create)) {
        return refused(make_label("son constructeur a échoué : {}", "its constructor threw: {}", *error));
    }
    if (!loaded->plugin) return refused({"son entrée n'a pas fait de greffon", "its entry made no plugin"});

    PluginDescription& description = loaded->info.description;
    const auto describe = [&] { description = loaded->plugin->describe(); };
    if (const auto error = exception_of(describe)) {
        return refused(make_label("son describe() a échoué : {}", "its describe() threw: {}", *error));
    }
    if (Label problem = description_problem(description); !problem.en.empty()) return refused(std::move(problem));
    if (description.role != entry.role || !take_role(*loaded, description.role)) {
        return refused(make_label("il se dit {} et sa classe a un autre rôle",
                                  "it describes itself as {} and its class has another role",
                                  to_string(description.role)));
    }
    return {loaded, {}};
}

}  // namespace relis::plugin_host
