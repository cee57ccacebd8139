#include "app/parameter_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace relis::app {

namespace {

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

template <class Number>
std::optional<Number> number_from(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    if (text.starts_with('+')) text.erase(0, 1);
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::optional<ParameterValue> value_from(const ParameterSpec& spec, const std::string& text) {
    const std::string given = trimmed(text);
    switch (spec.type) {
        case ParameterType::boolean:
            if (given == "true" || given == "1") return ParameterValue(true);
            if (given == "false" || given == "0") return ParameterValue(false);
            return std::nullopt;
        case ParameterType::integer:
            if (const auto number = number_from<std::int64_t>(given)) return ParameterValue(*number);
            return std::nullopt;
        case ParameterType::real:
            if (const auto number = number_from<double>(given); number && std::isfinite(*number))
                return ParameterValue(*number);
            return std::nullopt;
        case ParameterType::text:
        case ParameterType::choice:
            return ParameterValue(given);
        case ParameterType::text_list: {
            std::vector<std::string> items;
            std::size_t from = 0;
            while (from <= text.size()) {
                const std::size_t to = std::min(text.find(';', from), text.size());
                std::string item = trimmed(text.substr(from, to - from));
                if (!item.empty()) items.push_back(std::move(item));
                from = to + 1;
            }
            return ParameterValue(std::move(items));
        }
    }
    return std::nullopt;
}

std::string text_of(const ParameterValue& value, char decimal_separator) {
    if (const auto* const boolean = std::get_if<bool>(&value)) return *boolean ? "true" : "false";
    if (const auto* const whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* const real = std::get_if<double>(&value)) {
        char digits[64];
        const auto written = std::to_chars(digits, digits + sizeof digits, *real);
        std::string text(digits, written.ptr);
        std::replace(text.begin(), text.end(), '.', decimal_separator);
        return text;
    }
    if (const auto* const text = std::get_if<std::string>(&value)) return *text;
    std::string joined;
    for (const std::string& item : std::get<std::vector<std::string>>(value))
        joined += (joined.empty() ? "" : "; ") + item;
    return joined;
}

bool is_allowed(const ParameterSpec& spec, const ParameterValue& value) {
    const auto within = [&](double number) {
        return (!spec.minimum || number >= *spec.minimum) && (!spec.maximum || number <= *spec.maximum);
    };
    if (const auto* const whole = std::get_if<std::int64_t>(&value)) return within(static_cast<double>(*whole));
    if (const auto* const real = std::get_if<double>(&value)) return within(*real);
    if (spec.type == ParameterType::choice) {
        return std::find(spec.choices.begin(), spec.choices.end(), std::get<std::string>(value)) != spec.choices.end();
    }
    return true;
}

}  // namespace relis::app
