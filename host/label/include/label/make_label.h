#pragma once

#include <cstddef>
#include <string>
#include <type_traits>

#include <fmt/format.h>

#include <relis/label.h>

namespace relis {

namespace label_detail {

inline const std::string& in_french(const Label& label) {
    return label.fr;
}
template <class Value>
const Value& in_french(const Value& value) {
    return value;
}

inline const std::string& in_english(const Label& label) {
    return label.en;
}
template <class Value>
const Value& in_english(const Value& value) {
    return value;
}

/// What an argument is written from: of a label, its text of the language.
template <class Argument>
using Written = std::conditional_t<std::is_same_v<Argument, Label>, std::string, Argument>;

}  // namespace label_detail

/// A label from one pattern a language, in the syntax of fmt and checked at compile time, and the values that both
/// name. A value that is itself a label is written in the language of the pattern. Give values their places (`{1}`)
/// where the languages put them in different order.
template <class... Arguments>
[[nodiscard]] Label make_label(fmt::format_string<const label_detail::Written<Arguments>&...> fr,
                               fmt::format_string<const label_detail::Written<Arguments>&...> en,
                               const Arguments&... arguments) {
    return {fmt::format(fr, label_detail::in_french(arguments)...),
            fmt::format(en, label_detail::in_english(arguments)...)};
}

/// The same text in both languages: a name, a number, a message of another program.
[[nodiscard]] inline Label same_in_both(const std::string& text) {
    return {text, text};
}

/// `1 octet`, `2 octets`: the number with the noun in its form. French takes the singular up to one, English for one
/// alone.
[[nodiscard]] inline Label counted(std::size_t number, const Label& one, const Label& several) {
    return {fmt::format("{} {}", number, number < 2 ? one.fr : several.fr),
            fmt::format("{} {}", number, number == 1 ? one.en : several.en)};
}

}  // namespace relis
