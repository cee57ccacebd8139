#include "plugin/parameters.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "label/make_label.h"
#include "text.h"

namespace relis::plugin_host {

using nlohmann::json;

namespace {

std::string number_text(double value) {
    // Whole bounds are written without their `.0`: people read this
    if (value == std::floor(value) && std::abs(value) < 1e15) return std::to_string(static_cast<std::int64_t>(value));
    return json(value).dump();
}

std::string json_text(const json& value) {
    // A text of the caller may hold invalid UTF-8, which a message must survive
    return one_line(value.dump(-1, ' ', false, json::error_handler_t::replace), 60);
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

Label allowed_text(const ParameterSpec& spec) {
    switch (spec.type) {
        case ParameterType::boolean:
            return {"true ou false", "true or false"};
        case ParameterType::text:
            return {"un texte", "a text"};
        case ParameterType::text_list:
            return {"une liste de textes", "a list of texts"};
        case ParameterType::choice:
            return make_label("l'une de ces valeurs : {}", "one of {}", joined(spec.choices));
        case ParameterType::integer:
        case ParameterType::real:
            break;
    }
    Label text = spec.type == ParameterType::integer ? Label{"un nombre entier", "a whole number"}
                                                     : Label{"un nombre", "a number"};
    if (spec.minimum && spec.maximum) {
        text = make_label("{} de {} à {}", "{} from {} to {}", text, number_text(*spec.minimum),
                          number_text(*spec.maximum));
    } else if (spec.minimum) {
        text = make_label("{} à partir de {}", "{} from {}", text, number_text(*spec.minimum));
    } else if (spec.maximum) {
        text = make_label("{} jusqu'à {}", "{} up to {}", text, number_text(*spec.maximum));
    }
    return spec.unit.empty() ? text : make_label("{} ({})", "{} ({})", text, spec.unit);
}

/// The value in the alternative of that type, or nothing where it is of another.
std::optional<ParameterValue> as_type(ParameterType type, const ParameterValue& value) {
    if (type == ParameterType::real) {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    } else if (type == ParameterType::integer) {
        const auto* real = std::get_if<double>(&value);
        if (real != nullptr && *real == std::floor(*real) && std::abs(*real) < 9e15) {
            return static_cast<std::int64_t>(*real);
        }
    }
    const bool matches = [&] {
        switch (type) {
            case ParameterType::boolean:
                return std::holds_alternative<bool>(value);
            case ParameterType::integer:
                return std::holds_alternative<std::int64_t>(value);
            case ParameterType::real:
                return std::holds_alternative<double>(value);
            case ParameterType::text:
            case ParameterType::choice:
                return std::holds_alternative<std::string>(value);
            case ParameterType::text_list:
                return std::holds_alternative<std::vector<std::string>>(value);
        }
        return false;
    }();
    return matches ? std::optional(value) : std::nullopt;
}

bool in_range(const ParameterSpec& spec, const ParameterValue& value) {
    if (spec.type == ParameterType::choice) {
        return std::find(spec.choices.begin(), spec.choices.end(), std::get<std::string>(value)) != spec.choices.end();
    }
    if (spec.type != ParameterType::integer && spec.type != ParameterType::real) return true;
    const double number =
        spec.type == ParameterType::real ? std::get<double>(value) : static_cast<double>(std::get<std::int64_t>(value));
    return std::isfinite(number) && (!spec.minimum || number >= *spec.minimum) &&
           (!spec.maximum || number <= *spec.maximum);
}

const ParameterSpec* find_spec(const PluginDescription& description, std::string_view name) {
    const auto found = std::find_if(description.parameters.begin(), description.parameters.end(),
                                    [&](const ParameterSpec& spec) { return spec.name == name; });
    return found == description.parameters.end() ? nullptr : &*found;
}

Label allowed_names(const PluginDescription& description) {
    std::vector<std::string> names;
    for (const ParameterSpec& spec : description.parameters) names.push_back(spec.name);
    std::sort(names.begin(), names.end());
    return names.empty() ? Label{"aucun", "no parameter at all"} : same_in_both(joined(names));
}

/// A JSON value as the nearest parameter value, or nothing where there is none.
std::optional<ParameterValue> value_from_json(const json& value) {
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_number_unsigned() &&
        value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        return value.get<double>();
    }
    if (value.is_number_integer()) return value.get<std::int64_t>();
    if (value.is_number()) return value.get<double>();
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_array()) return std::nullopt;
    std::vector<std::string> list;
    for (const json& element : value) {
        if (!element.is_string()) return std::nullopt;
        list.push_back(element.get<std::string>());
    }
    return list;
}

/// Puts one override over the defaults, or tells what is wrong with it.
class Validation {
  public:
    explicit Validation(const PluginDescription& description)
        : description_(description), values_(default_parameters(description.parameters).values()) {}

    void apply(const std::string& name, const json& given, const std::optional<ParameterValue>& value) {
        const ParameterSpec* const spec = find_spec(description_, name);
        if (spec == nullptr) {
            fail(name, ParameterProblem::unknown_name, given, allowed_names(description_));
            return;
        }
        std::optional<ParameterValue> typed = value ? as_type(spec->type, *value) : std::nullopt;
        if (!typed) {
            fail(name, ParameterProblem::wrong_type, given, allowed_text(*spec));
        } else if (!in_range(*spec, *typed)) {
            fail(name, ParameterProblem::out_of_range, given, allowed_text(*spec));
        } else {
            values_[name] = std::move(*typed);
        }
    }

    void fail(const std::string& name, ParameterProblem problem, const json& given, Label allowed) {
        errors_.push_back({description_.id, one_line(name, 60), problem, json_text(given), std::move(allowed)});
    }

    ValidatedParameters result() && {
        if (!errors_.empty()) return {std::nullopt, std::move(errors_)};
        return {Parameters(std::move(values_)), {}};
    }

  private:
    const PluginDescription& description_;
    std::map<std::string, ParameterValue, std::less<>> values_;
    std::vector<ParameterError> errors_;
};

json label_json(const Label& label) {
    return {{"fr", label.fr}, {"en", label.en}};
}

bool is_label(const Label& label) {
    return !label.fr.empty() && !label.en.empty() && is_utf8(label.fr) && is_utf8(label.en);
}

bool is_snake_case(const std::string& name) {
    return !name.empty() && name[0] >= 'a' && name[0] <= 'z' && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

Label spec_problem(const ParameterSpec& spec) {
    if (!is_snake_case(spec.name)) return {"son nom n'est pas en snake_case", "its name is not snake_case"};
    if (!is_label(spec.label))
        return {"son intitulé manque en français ou en anglais", "its label is missing in French or English"};
    if (!is_label(spec.help))
        return {"son aide manque en français ou en anglais", "its help is missing in French or English"};
    if (!is_utf8(spec.unit)) return {"son unité n'est pas de l'UTF-8 valide", "its unit is not valid UTF-8"};
    if (spec.minimum && spec.maximum && !(*spec.minimum <= *spec.maximum)) {
        return {"son minimum dépasse son maximum", "its minimum is above its maximum"};
    }
    if (spec.type == ParameterType::choice && spec.choices.empty()) {
        return {"c'est un choix parmi rien", "it is a choice of nothing"};
    }
    // The default must stand in its own alternative: a plugin reads it without conversion
    const std::optional<ParameterValue> typed = as_type(spec.type, spec.default_value);
    if (!typed || typed->index() != spec.default_value.index()) {
        return {"sa valeur par défaut n'est pas de son type", "its default is not of its type"};
    }
    if (!in_range(spec, spec.default_value)) {
        return make_label("sa valeur par défaut n'est pas {}", "its default is not {}", allowed_text(spec));
    }
    return {};
}

}  // namespace

Label to_text(const ParameterError& error) {
    const Label subject =
        make_label("greffon {}, paramètre {}", "plugin {}, parameter {}", error.plugin, error.parameter);
    switch (error.problem) {
        case ParameterProblem::unknown_name:
            return make_label("{} : ce paramètre n'existe pas ; paramètres connus : {}",
                              "{}: there is no such parameter; there is {}", subject, error.allowed);
        case ParameterProblem::wrong_type:
            if (error.parameter.empty()) {
                return make_label("greffon {} : {} n'est pas {}", "plugin {}: {} is not {}", error.plugin, error.given,
                                  error.allowed);
            }
            return make_label("{} : {} n'est pas du bon type ; il faut {}",
                              "{}: {} is of the wrong type; allowed is {}", subject, error.given, error.allowed);
        case ParameterProblem::out_of_range:
            return make_label("{} : {} est hors des limites ; il faut {}", "{}: {} is out of range; allowed is {}",
                              subject, error.given, error.allowed);
    }
    return make_label("{} : {}", "{}: {}", subject, error.given);
}

ValidatedParameters validate(const PluginDescription& description, const ParameterOverrides& overrides) {
    Validation validation(description);
    for (const auto& [name, value] : overrides) validation.apply(name, value_to_json(value), value);
    return std::move(validation).result();
}

ValidatedParameters parameters_from_json(const PluginDescription& description, const json& overrides) {
    Validation validation(description);
    if (overrides.is_object()) {
        for (const auto& [name, value] : overrides.items()) validation.apply(name, value, value_from_json(value));
    } else if (!overrides.is_null()) {
        validation.fail("", ParameterProblem::wrong_type, overrides,
                        {"un objet de noms et de valeurs de paramètres", "an object of parameter names and values"});
    }
    return std::move(validation).result();
}

json value_to_json(const ParameterValue& value) {
    return std::visit([](const auto& alternative) { return json(alternative); }, value);
}

json parameters_to_json(const Parameters& parameters) {
    json object = json::object();
    for (const auto& [name, value] : parameters.values()) object[name] = value_to_json(value);
    return object;
}

json schema_to_json(const PluginDescription& description) {
    json parameters = json::array();
    for (const ParameterSpec& spec : description.parameters) {
        json parameter = {
            {"name", spec.name}, {"type", to_string(spec.type)},    {"default", value_to_json(spec.default_value)},
            {"unit", spec.unit}, {"label", label_json(spec.label)}, {"help", label_json(spec.help)}};
        if (spec.minimum) parameter["minimum"] = *spec.minimum;
        if (spec.maximum) parameter["maximum"] = *spec.maximum;
        if (spec.type == ParameterType::choice) parameter["choices"] = spec.choices;
        parameters.push_back(std::move(parameter));
    }
    return {{"id", description.id},
            {"version", description.version},
            {"role", relis::to_string(description.role)},
            {"name", label_json(description.name)},
            {"summary", label_json(description.summary)},
            {"parameters", std::move(parameters)}};
}

std::string to_string(ParameterType type) {
    switch (type) {
        case ParameterType::boolean:
            return "boolean";
        case ParameterType::integer:
            return "integer";
        case ParameterType::real:
            return "real";
        case ParameterType::text:
            return "text";
        case ParameterType::choice:
            return "choice";
        case ParameterType::text_list:
            return "text_list";
    }
    return "";
}

Label schema_problem(const PluginDescription& description) {
    std::set<std::string> names;
    for (const ParameterSpec& spec : description.parameters) {
        Label problem = spec_problem(spec);
        if (problem.en.empty() && !names.insert(spec.name).second)
            problem = {"son nom figure deux fois", "its name stands twice"};
        if (!problem.en.empty()) {
            return make_label("paramètre « {} » : {}", "parameter '{}': {}", one_line(spec.name, 60), problem);
        }
    }
    return {};
}

}  // namespace relis::plugin_host
