// The closed-class words and marks of French that rules name, each with a small number known at compile time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace relis::grammar {

/// Number of a closed-class word; 0 means any other word.
using WordId = std::uint16_t;
inline constexpr WordId no_word = 0;

/// The words, in lower case with the straight apostrophe, and the punctuation marks. Order does not matter.
inline constexpr std::string_view closed_words[] = {
    // marks
    ",", ";", ":", ".", "!", "?", "...", "…", "(", ")", "«", "»", "\"", "“", "”", "-", "–", "—", "/", "[", "]", "%",
    // personal pronouns
    "je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "me", "m'", "te", "t'", "se", "s'", "le",
    "la", "les", "l'", "lui", "leur", "y", "en", "moi", "toi", "soi", "eux", "iel", "iels",
    // demonstratives
    "ce", "c'", "ç'", "cet", "cette", "ces", "ça", "cela", "ceci", "celui", "celle", "ceux", "celles", "celui-ci",
    "celle-ci", "ceux-ci", "celles-ci", "celui-là", "celle-là", "ceux-là", "celles-là",
    // relatives and interrogatives
    "qui", "que", "qu'", "quoi", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "quel", "quelle",
    "quels", "quelles", "comment", "pourquoi", "combien", "quand", "quant", "auquel", "duquel", "auxquels", "desquels",
    "auxquelles", "desquelles",
    // determiners and indefinites
    "un", "une", "des", "du", "de", "d'", "au", "aux", "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses",
    "notre", "nos", "votre", "vos", "leurs", "chaque", "quelque", "quelques", "plusieurs", "aucun", "aucune", "nul",
    "nulle", "tout", "toute", "tous", "toutes", "chacun", "chacune", "certains", "certaines", "certain", "certaine",
    "autre", "autres", "même", "mêmes", "tel", "telle", "tels", "telles", "personne", "rien", "quelqu'un",
    "quelques-uns", "quelques-unes", "la plupart", "plupart", "beaucoup", "divers", "maints", "maintes", "différents",
    "différentes",
    // prepositions
    "à", "a", "dans", "par", "pour", "sans", "sur", "sûr", "sous", "avec", "chez", "vers", "entre", "contre", "depuis",
    "pendant", "dès", "lors", "malgré", "selon", "avant", "après", "devant", "derrière", "parmi", "sauf", "près",
    "prêt", "jusque", "jusqu'", "voici", "voilà", "afin", "hors", "outre", "durant", "comme", "lorsque", "lorsqu'",
    "puisque", "puisqu'", "quoique", "quoiqu'", "parce", "tandis", "si", "ainsi", "alors",
    // conjunctions
    "et", "ou", "ni", "mais", "donc", "or", "car", "soit", "puis", "bref", "sinon", "cependant",
    // adverbs and negation
    "ne", "n'", "pas", "plus", "jamais", "guère", "point", "moins", "très", "trop", "assez", "peu", "bien", "mal",
    "aussi", "tant", "autant", "tellement", "encore", "déjà", "toujours", "souvent", "presque", "là", "ici", "fort",
    "non", "oui", "mieux", "seulement", "environ", "ensemble", "vite", "debout", "peut-être", "là-bas", "ci-joint",
    "également", "enfin",
    // forms of être and avoir, and look-alikes, that homophone rules name
    "être", "va", "fut", "eut", "est", "es", "ai", "as", "ont", "sont", "suis", "sommes", "êtes", "été", "était",
    "étais", "étaient", "avait", "avais", "avaient", "avez", "avons", "sais", "sait", "met", "mets", "peut", "peux",
    "dû", "don", "dit", "soient", "sois", "ait", "aie", "aient", "aies", "fait", "voir", "voire", "faut", "serait",
    "sera", "mis", "mit", "tan", "temps", "fois", "foi", "foie", "monsieur", "madame", "etc.", "air", "cent", "mille",
    "zéro", "deux", "demi", "demie", "nu", "ci", "sens", "sang", "cents", "censé", "gens", "chose", "espèce", "sorte",
    "type", "genre", "seul", "seule", "seuls", "seules", "grand", "hui", "possible", "façon", "manière", "lieu",
    "train", "cause", "vu", "y'", "excepté", "compris", "passé", "hormis", "ledit", "ladite", "lesdits", "lesdites",
    "dudit", "desdits", "desdites", "mainte", "maint", "eu", "quiconque"};

/// The number of a word that rules name; does not compile when the word is not listed.
consteval WordId word(std::string_view text) {
    for (std::size_t i = 0; i < std::size(closed_words); ++i) {
        if (closed_words[i] == text) return static_cast<WordId>(i + 1);
    }
    throw "not a closed word";  // a compile-time error: nothing catches it
}

/// The number of a word in lower case, or no_word. Constant time.
[[nodiscard]] WordId find_closed_word(std::string_view lower);

/// The word of that number. REQUIRES: id != no_word.
constexpr std::string_view closed_word(WordId id) {
    return closed_words[id - 1U];
}

}  // namespace relis::grammar
