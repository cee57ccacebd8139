#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <relis/label.h>

namespace relis {

enum class ParameterType { boolean, integer, real, text, choice, text_list };

/// A parameter's value; the alternatives stand in the order of ParameterType, text and choice sharing one.
using ParameterValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;

/// What a plugin says of one parameter that a quality manager may tune.
struct ParameterSpec {
    std::string name;  ///< snake_case, unique in the plugin
    ParameterType type = ParameterType::real;
    ParameterValue default_value = 0.0;  ///< of that type, and within its range
    std::optional<double> minimum;       ///< of integer and real, inclusive
    std::optional<double> maximum;
    std::vector<std::string> choices;  ///< of choice
    std::string unit;                  ///< `points`, `words`, `%`, …; empty: none
    Label label;
    Label help;
};

/// The values a plugin is called with: the schema's defaults, overridden by the criteria set and checked by the host.
/// Read only for the plugin; safe to share between threads.
class Parameters {
  public:
    Parameters() = default;
    explicit Parameters(std::map<std::string, ParameterValue, std::less<>> values) : values_(std::move(values)) {}

    /// Every getter throws std::out_of_range for a name outside the plugin's schema and std::bad_variant_access for a
    /// parameter of another type: both are mistakes of the plugin's author.
    [[nodiscard]] bool boolean(std::string_view name) const { return std::get<bool>(at(name)); }
    [[nodiscard]] std::int64_t integer(std::string_view name) const { return std::get<std::int64_t>(at(name)); }
    [[nodiscard]] double real(std::string_view name) const { return std::get<double>(at(name)); }
    [[nodiscard]] const std::string& text(std::string_view name) const { return std::get<std::string>(at(name)); }
    [[nodiscard]] const std::vector<std::string>& text_list(std::string_view name) const {
        return std::get<std::vector<std::string>>(at(name));
    }

    [[nodiscard]] const std::map<std::string, ParameterValue, std::less<>>& values() const { return values_; }
    bool operator==(const Parameters&) const = default;

  private:
    [[nodiscard]] const ParameterValue& at(std::string_view name) const {
        const auto found = values_.find(name);
        if (found == values_.end()) throw std::out_of_range("no parameter named " + std::string(name));
        return found->second;
    }
    std::map<std::string, ParameterValue, std::less<>> values_;
};

/// The parameters that a schema gives when nobody has tuned anything.
inline Parameters default_parameters(const std::vector<ParameterSpec>& schema) {
    std::map<std::string, ParameterValue, std::less<>> values;
    for (const ParameterSpec& spec : schema) values.emplace(spec.name, spec.default_value);
    return Parameters(std::move(values));
}

}  // namespace relis
