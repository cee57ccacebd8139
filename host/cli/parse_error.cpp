#include "parse_error.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace relis::cli {

namespace {

/// A sentence of CLI11, or of a check of ours that it quotes, and the same in French.
struct Sentence {
    std::string_view english;  ///< `*` stands for any text
    std::string_view french;   ///< `$1` stands for what the first `*` holds
};

constexpr Sentence sentences[] = {
    {"A subcommand is required", "nommez une commande"},
    {"* is required", "$1 est obligatoire"},
    {"The following argument was not expected: *", "cet argument est de trop : $1"},
    {"The following arguments were not expected: *", "ces arguments sont de trop : $1"},
    {"*: 1 required * missing", "$1 : il manque sa valeur $2"},
    {"*: * required * missing", "$1 : il manque $2 valeurs $3"},
    {"*: At least * required but received *", "$1 : il faut au moins $2 valeurs, et non $3"},
    {"*: At Most * required but received *", "$1 : il faut au plus $2 valeurs, et non $3"},
    {"* was given a disallowed flag override", "$1 ne prend pas de valeur"},
    {"Could not convert: * = *", "$1 : « $2 » n'est pas une valeur qui convienne"},
    {"* requires *", "$1 demande $2"},
    {"* excludes *", "$1 et $2 ne vont pas ensemble"},
    {"*: * not in {*}", "$1 : « $2 » n'est pas l'un de $3"},
    {"*: Value * not in range * to *", "$1 : $2 n'est pas un nombre de $3 à $4"},
    {"*: Value * could not be converted", "$1 : « $2 » n'est pas un nombre"},
    {"*: * is no whole number from * on", "$1 : « $2 » n'est pas un nombre entier à partir de $3"},
    {"*: Directory does not exist: *", "$1 : il n'y a pas de dossier $2"},
    {"*: Directory is actually a file: *", "$1 : $2 est un fichier, et non un dossier"},
    {"*: names nothing", "$1 : ne nomme rien"},
};

/// What the stars of a pattern hold in a text, each as little as it may; nothing where the text does not match. Works
/// for arguments of any length, which std::regex does not.
std::optional<std::vector<std::string_view>> held_by(std::string_view pattern, std::string_view text) {
    std::size_t star = pattern.find('*');
    if (!text.starts_with(pattern.substr(0, star))) return std::nullopt;
    std::vector<std::string_view> held;
    if (star == std::string_view::npos) return text == pattern ? std::optional(held) : std::nullopt;
    text.remove_prefix(star);
    while (true) {
        const std::size_t next = pattern.find('*', star + 1);
        const std::string_view then = pattern.substr(star + 1, next - star - 1);
        if (next == std::string_view::npos) {
            if (!text.ends_with(then)) return std::nullopt;
            held.push_back(text.substr(0, text.size() - then.size()));
            return held;
        }
        const std::size_t place = text.find(then);
        if (place == std::string_view::npos) return std::nullopt;
        held.push_back(text.substr(0, place));
        text.remove_prefix(place + then.size());
        star = next;
    }
}

std::string filled(std::string_view french, const std::vector<std::string_view>& held) {
    std::string text;
    for (std::size_t i = 0; i < french.size(); ++i) {
        if (french[i] == '$') {
            text += held.at(static_cast<std::size_t>(french[++i] - '1'));
        } else {
            text += french[i];
        }
    }
    return text;
}

}  // namespace

Label parse_error_label(const std::string& english) {
    for (const Sentence& sentence : sentences) {
        if (const auto held = held_by(sentence.english, english)) return {filled(sentence.french, *held), english};
    }
    return {english, english};
}

}  // namespace relis::cli
