#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <relis/assessment.h>
#include <relis/context.h>
#include <relis/decision.h>
#include <relis/label.h>
#include <relis/parameters.h>
#include <relis/prose.h>
#include <relis/questionnaire.h>
#include <relis/reliability.h>
#include <relis/report.h>
#include <relis/version.h>

namespace relis {

/// What a plugin does in the review of a report.
enum class Role { criterion, inspection, decision_policy, reliability_model };

/// The stable name used in JSON and in messages.
constexpr std::string_view to_string(Role role) {
    switch (role) {
        case Role::criterion:
            return "criterion";
        case Role::inspection:
            return "inspection";
        case Role::decision_policy:
            return "decision_policy";
        case Role::reliability_model:
            return "reliability_model";
    }
    return "";
}

/// How a plugin presents itself.
struct PluginDescription {
    std::string id;       ///< lower case letters, digits and hyphens; unique among the loaded plugins
    std::string version;  ///< of the plugin; a change of it makes stored assessments stale
    Role role = Role::criterion;
    Label name;
    Label summary;
    std::vector<ParameterSpec> parameters;
};

/// Where a plugin may read the files that were installed with it.
struct Environment {
    std::filesystem::path resources;  ///< the folder `share/relis` of the installation or of the build
};

/// What the four roles share. A plugin keeps no state that a call can change: every function is const and may be
/// called from several threads at once, and the same arguments always give the same result.
class Plugin {
  public:
    Plugin() = default;
    Plugin(const Plugin&) = delete;
    Plugin& operator=(const Plugin&) = delete;
    virtual ~Plugin() = default;

    /// The same description every time. May be called before anything else.
    [[nodiscard]] virtual PluginDescription describe() const = 0;
};

/// Rates a report 0–5. An exception becomes a failed assessment, never a score.
class Criterion : public Plugin {
  public:
    [[nodiscard]] virtual Rating rate(const Report& report, const Context& context,
                                      const Parameters& parameters) const = 0;
};

/// Flags without rating: the findings cost nothing. An exception becomes a failed assessment.
class Inspection : public Plugin {
  public:
    [[nodiscard]] virtual std::vector<Finding> inspect(const Report& report, const Context& context,
                                                       const Parameters& parameters) const = 0;
};

/// Recommends a decision from everything that was found.
class DecisionPolicy : public Plugin {
  public:
    [[nodiscard]] virtual Recommendation recommend(const ReviewCase& review_case, const Context& context,
                                                   const Parameters& parameters) const = 0;
};

/// Rates a shopper from his history. `now` is the time the weights of age are counted from.
class ReliabilityModel : public Plugin {
  public:
    [[nodiscard]] virtual Reliability rate(const ShopperHistory& history, const Moment& now,
                                           const Parameters& parameters) const = 0;
};

/// The one symbol a plugin exports, written by RELIS_PLUGIN. The two first fields keep their place and meaning in
/// every version of the SDK, so that a host can refuse what it must not call.
struct PluginEntry {
    std::uint32_t sdk_version;
    const char* abi_tag;
    /// Makes the plugin; may throw. The caller owns the result.
    Plugin* (*create)(const Environment& environment);
    Role role;  ///< which of the four classes the result derives from
};

namespace detail {
template <class T>
constexpr Role role_of() {
    if constexpr (std::is_base_of_v<Criterion, T>) {
        return Role::criterion;
    } else if constexpr (std::is_base_of_v<Inspection, T>) {
        return Role::inspection;
    } else if constexpr (std::is_base_of_v<DecisionPolicy, T>) {
        return Role::decision_policy;
    } else {
        static_assert(std::is_base_of_v<ReliabilityModel, T>, "a plugin derives from one of the four roles");
        return Role::reliability_model;
    }
}
}  // namespace detail

}  // namespace relis

/// Exports a class as the plugin of this module. The class derives from one role and is constructible from
/// `const relis::Environment&`.
#define RELIS_PLUGIN(Class)                                                                                 \
    extern "C" __attribute__((visibility("default"))) const relis::PluginEntry relis_plugin;                \
    const relis::PluginEntry relis_plugin {                                                                 \
        RELIS_SDK_VERSION, RELIS_ABI_TAG,                                                                   \
            [](const relis::Environment& environment) -> relis::Plugin* { return new Class(environment); }, \
            relis::detail::role_of<Class>()                                                                 \
    }
