#pragma once

#include <cstdlib>
#include <string>

#include <relis/label.h>

namespace relis {

/// A language that people are spoken to in.
enum class Language { english, french };

/// The interface's language: French where a locale's name such as `fr_CA.UTF-8`, `fr` or `fr:en` says so, else English.
[[nodiscard]] inline Language language_of(const std::string& locale) {
    const bool french = locale.starts_with("fr") && (locale.size() == 2 || locale.find_first_of("_-.@:") == 2);
    return french ? Language::french : Language::english;
}

/// What the environment says, in the order of gettext: LANGUAGE, LC_ALL, LC_MESSAGES, LANG; empty where none is set.
[[nodiscard]] inline std::string system_locale() {
    for (const char* const name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const value = std::getenv(name);
        if (value != nullptr && *value != '\0') return value;
    }
    return {};
}

/// The text of that language.
[[nodiscard]] inline const std::string& text_in(Language language, const Label& label) {
    return language == Language::french ? label.fr : label.en;
}

}  // namespace relis
