#include "parse_error.h"

#include <regex>

namespace relis::cli {

namespace {

/// A sentence of CLI11, or of a check of ours that it quotes, and the same in French.
struct Sentence {
    const char* english;  ///< a pattern of the whole sentence
    const char* french;   ///< `$1` stands for what the pattern's first group holds
};

constexpr Sentence sentences[] = {
    {"A subcommand is required", "nommez une commande"},
    {"(.*) is required", "$1 est obligatoire"},
    {"The following argument was not expected: (.*)", "cet argument est de trop : $1"},
    {"The following arguments were not expected: (.*)", "ces arguments sont de trop : $1"},
    {"(.*): 1 required (.*) missing", "$1 : il manque sa valeur $2"},
    {"(.*): (\\d+) required (.*) missing", "$1 : il manque $2 valeurs $3"},
    {"(.*): At least (\\d+) required but received (\\d+)", "$1 : il faut au moins $2 valeurs, et non $3"},
    {"(.*): At Most (\\d+) required but received (\\d+)", "$1 : il faut au plus $2 valeurs, et non $3"},
    {"(.*) was given a disallowed flag override", "$1 ne prend pas de valeur"},
    {"Could not convert: (.*) = (.*)", "$1 : « $2 » n'est pas une valeur qui convienne"},
    {"(.*) requires (.*)", "$1 demande $2"},
    {"(.*) excludes (.*)", "$1 et $2 ne vont pas ensemble"},
    {"(.*): (.*) not in \\{(.*)\\}", "$1 : « $2 » n'est pas l'un de $3"},
    {"(.*): Value (.*) not in range (.*) to (.*)", "$1 : $2 n'est pas un nombre de $3 à $4"},
    {"(.*): Value (.*) could not be converted", "$1 : « $2 » n'est pas un nombre"},
    {"(.*): (.*) is no whole number from (\\d+) on", "$1 : « $2 » n'est pas un nombre entier à partir de $3"},
    {"(.*): Directory does not exist: (.*)", "$1 : il n'y a pas de dossier $2"},
    {"(.*): Directory is actually a file: (.*)", "$1 : $2 est un fichier, et non un dossier"},
    {"(.*): names nothing", "$1 : ne nomme rien"},
};

}  // namespace

Label parse_error_label(const std::string& english) {
    for (const Sentence& sentence : sentences) {
        const std::regex pattern(sentence.english);
        if (std::regex_match(english, pattern)) return {std::regex_replace(english, pattern, sentence.french), english};
    }
    return {english, english};
}

}  // namespace relis::cli
