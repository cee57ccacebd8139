#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include <relis/label.h>
#include <relis/parameters.h>
#include <relis/plugin.h>

namespace relis::plugin_host {

// All functions here are pure and may be called from several threads.

/// What is wrong with one tuned parameter.
enum class ParameterProblem {
    unknown_name,  ///< the plugin has no such parameter
    wrong_type,
    out_of_range  ///< a number outside its range, or a text that is none of the choices
};

/// One refused parameter.
struct ParameterError {
    std::string plugin;     ///< plugin id
    std::string parameter;  ///< as given
    ParameterProblem problem = ParameterProblem::unknown_name;
    std::string given;  ///< the value as JSON text, shortened when long
    Label allowed;      ///< `a number from 0 to 5 (points)`; of an unknown name, the names there are

    bool operator==(const ParameterError&) const = default;
};

/// One line that names plugin, parameter, value and what is allowed.
[[nodiscard]] Label to_text(const ParameterError& error);

/// Complete parameters, or every reason why there are none.
struct ValidatedParameters {
    std::optional<Parameters> parameters;  ///< every parameter of the schema; absent when there is an error
    std::vector<ParameterError> errors;    ///< in the order of the names

    [[nodiscard]] bool ok() const { return parameters.has_value(); }
};

/// Values by parameter name, as a criteria set tunes them; names that are left out keep the schema's default.
using ParameterOverrides = std::map<std::string, ParameterValue, std::less<>>;

/// The schema's defaults with the overrides put over them, each checked against its type and range. A whole number is
/// taken for a real parameter, and a real without fraction for an integer one.
[[nodiscard]] ValidatedParameters validate(const PluginDescription& description, const ParameterOverrides& overrides);

/// The same from a JSON object of one plugin's overrides, `{"min_words": 12}`; null stands for an empty object. Any
/// other JSON than an object gives one error with an empty parameter name.
[[nodiscard]] ValidatedParameters parameters_from_json(const PluginDescription& description,
                                                       const nlohmann::json& overrides);

/// All values as a JSON object with its names in order; `dump()` of it is the same text for the same values, so that
/// a hash of it identifies them.
[[nodiscard]] nlohmann::json parameters_to_json(const Parameters& parameters);

/// One value as JSON.
[[nodiscard]] nlohmann::json value_to_json(const ParameterValue& value);

/// The description as JSON: `{"id", "version", "role", "name": {"fr", "en"}, "summary": {"fr", "en"}, "parameters":
/// [{"name", "type", "default", "minimum", "maximum", "choices", "unit", "label": {…}, "help": {…}}]}`. `minimum` and
/// `maximum` stand only where there is one, `choices` only for a choice.
[[nodiscard]] nlohmann::json schema_to_json(const PluginDescription& description);

/// The stable name of a parameter type: `boolean`, `integer`, `real`, `text`, `choice`, `text_list`.
[[nodiscard]] std::string to_string(ParameterType type);

/// What is wrong with a schema (empty texts: nothing), as one phrase: names that are empty, repeated or not
/// snake_case, labels or help missing in a language, a default of another type or out of range, a range upside down.
[[nodiscard]] Label schema_problem(const PluginDescription& description);

}  // namespace relis::plugin_host
