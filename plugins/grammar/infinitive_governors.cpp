#include "infinitive_governors.h"

#include <algorithm>
#include <string_view>

#include "structure.h"

namespace relis::grammar {
namespace {

/// Beginnings of words that an infinitive may follow after de.
constexpr std::string_view stems[] = {"afin",
                                      "entrain",
                                      "semblant",
                                      "raison",
                                      "avant",
                                      "lieu",
                                      "besoin",
                                      "envie",
                                      "droit",
                                      "temps",
                                      "moyen",
                                      "façon",
                                      "manière",
                                      "oblig",
                                      "peur",
                                      "possib",
                                      "difficile",
                                      "facile",
                                      "impossib",
                                      "import",
                                      "capable",
                                      "conten",
                                      "heureu",
                                      "essay",
                                      "essaie",
                                      "décid",
                                      "oubli",
                                      "demand",
                                      "propos",
                                      "permi",
                                      "permet",
                                      "refus",
                                      "accept",
                                      "conseill",
                                      "risqu",
                                      "cess",
                                      "arrêt",
                                      "fini",
                                      "vien",
                                      "venai",
                                      "promi",
                                      "promet",
                                      "choisi",
                                      "évit",
                                      "tent",
                                      "rêv",
                                      "regrett",
                                      "prier",
                                      "prié",
                                      "train",
                                      "mérit",
                                      "but",
                                      "objectif",
                                      "idée",
                                      "chance",
                                      "occasion",
                                      "plaisir",
                                      "honte",
                                      "hâte",
                                      "désol",
                                      "ravi",
                                      "incapable",
                                      "interdi",
                                      "suggér",
                                      "recommand",
                                      "empêch",
                                      "menac",
                                      "défen",
                                      "mesure",
                                      "crain",
                                      "question",
                                      "utile",
                                      "inutile",
                                      "nécessaire",
                                      "intérêt",
                                      "suffi",
                                      "charg",
                                      "loisir",
                                      "soin",
                                      "agit",
                                      "agissait",
                                      "agira",
                                      "agirait",
                                      "dit",
                                      "dire",
                                      "disait",
                                      "rappel",
                                      "ordre",
                                      "près",
                                      "loin",
                                      "fait",
                                      "suppli",
                                      "dispens",
                                      "accus",
                                      "fier",
                                      "sûr",
                                      "certain",
                                      "susceptible",
                                      "volonté",
                                      "désir",
                                      "habitude",
                                      "peine",
                                      "force",
                                      "effort",
                                      "tâch",
                                      "jur",
                                      "convain",
                                      "convenu",
                                      "convien",
                                      "douleur",
                                      "coutume",
                                      "goût",
                                      "art",
                                      "devoir",
                                      "pouvoir",
                                      "privilèg",
                                      "honneur",
                                      "tort",
                                      "air",
                                      "impression",
                                      "choix",
                                      "projet",
                                      "projett",
                                      "espoir",
                                      "liberté",
                                      "permission",
                                      "possibilité",
                                      "opportunité",
                                      "capacité",
                                      "intention",
                                      "option",
                                      "nécessité",
                                      "faculté",
                                      "tentation",
                                      "obligation",
                                      "impossibilité",
                                      "autorisation",
                                      "proposition",
                                      "responsabilité",
                                      "mission",
                                      "prétention",
                                      "ambition",
                                      "décision",
                                      "soucieu",
                                      "soupçonn",
                                      "fatigué",
                                      "lass",
                                      "désireu",
                                      "impatien",
                                      "surpris",
                                      "étonn",
                                      "imposs",
                                      "tenu",
                                      "censé",
                                      "libre",
                                      "quitte",
                                      "forc",
                                      "contrain",
                                      "pressé",
                                      "curieu",
                                      "préférable",
                                      "souhaitable",
                                      "agréable",
                                      "dangereu",
                                      "rapide",
                                      "long",
                                      "simple",
                                      "dommage",
                                      "rare",
                                      "courant",
                                      "fréquent",
                                      "attend",
                                      "attent",
                                      "dépêch",
                                      "hésit",
                                      "omet",
                                      "omi",
                                      "pri",
                                      "ordonn",
                                      "commande",
                                      "feign",
                                      "fein",
                                      "offr",
                                      "offer",
                                      "ignor",
                                      "mépris",
                                      "gard",
                                      "somm",
                                      "sommé",
                                      "oblige",
                                      "aid",
                                      "remerci",
                                      "féli",
                                      "reproch",
                                      "excus",
                                      "pardonn",
                                      "échou",
                                      "parl",
                                      "rassur",
                                      "vis",
                                      "vue",
                                      "bord",
                                      "seuil",
                                      "doigts",
                                      "fin",
                                      "même",
                                      "esprit",
                                      "jeu",
                                      "souci",
                                      "tour",
                                      "audace",
                                      "courage",
                                      "patience",
                                      "gentillesse",
                                      "amabilité",
                                      "politesse",
                                      "prudence",
                                      "réflexe",
                                      "malheur",
                                      "bonheur",
                                      "joie",
                                      "fierté",
                                      "force",
                                      "énergie",
                                      "soif",
                                      "rage",
                                      "manie",
                                      "méthode",
                                      "fantaisie",
                                      "caprice",
                                      "naïveté",
                                      "bêtise",
                                      "stupidité",
                                      "folie",
                                      "tendance",
                                      "penchant",
                                      "mal",
                                      "instant",
                                      "moment",
                                      "heure",
                                      "promesse",
                                      "menace",
                                      "consigne",
                                      "instruction",
                                      "signe",
                                      "conseil",
                                      "invitation"};

bool is_stem(const ReadText& text, std::size_t i) {
    const std::string_view form = text.lower(i);
    return std::any_of(std::begin(stems), std::end(stems),
                       [&](std::string_view stem) { return form.starts_with(stem); });
}

/// Verbs whose complement de is an infinitive or, rarely, a noun with an article.
bool is_verb_of_infinitive(std::string_view form) {
    constexpr std::string_view verbs[] = {"essay",    "essai",   "décid",   "refus",  "accept", "évit",   "cess",
                                          "arrêt",    "tent",    "promet",  "promi",  "risqu",  "oubli",  "mérit",
                                          "empêch",   "permet",  "permi",   "propos", "suggér", "choisi", "omet",
                                          "omi",      "feign",   "dépêch",  "efforc", "hésit",  "oblig",  "forc",
                                          "contrain", "interdi", "convien", "s'agi",  "suffi",  "ordonn"};
    return std::any_of(std::begin(verbs), std::end(verbs),
                       [&](std::string_view stem) { return form.starts_with(stem); });
}

}  // namespace

Governs governs_infinitive(const ReadText& text, std::size_t de) {
    if (de == 0 || !same_sentence(text, de - 1, de) || text[de - 1].boundary != Boundary::none) return Governs::nothing;
    std::size_t i = de - 1;
    // il n'arrêtait pas de, elle évite toujours de
    if (text.is_any(i, {word("pas"), word("plus"), word("jamais"), word("toujours"), word("donc"), word("bien")}) &&
        i > 0 && same_sentence(text, i - 1, de) && text.can(i - 1, PartOfSpeech::verb) &&
        is_verb_of_infinitive(text.lower(i - 1)))
        --i;
    const std::string_view form = text.lower(i);
    const std::string_view before = i > 0 && same_sentence(text, i - 1, i) ? text.lower(i - 1) : std::string_view{};
    const bool phrase = form == "afin" || form == "semblant" || form == "avant" ||
                        (form == "train" && before == "en") || (form == "même" && before == "à") ||
                        (form == "fin" && before == "seule") || (form == "doigts" && before == "deux") ||
                        (form == "point" && before == "le" && i > 1 && text.is(i - 2, word("sur"))) ||
                        (form == "mesure" && before == "en") || (form == "passe" && before == "en") ||
                        (form == "cesse" && (before == "de" || before == "pas")) ||
                        (form == "fait" && (before == "tôt" || before == "vite" || before == "bien")) ||
                        (form == "lieu" && before == "tout") || (form == "que" && before == "choix") ||
                        (form == "loisir") || (form == "coutume") || (form == "hâte") || (form == "garde");
    if (phrase) return Governs::infinitive;
    const bool superlative = before == "plus" || before == "moins";
    if (superlative) return Governs::infinitive_or_noun;  // le plus possible de données
    if (form.starts_with("impossib") || form == "possible" || form == "difficile" || form == "facile" ||
        form == "inutile" || form == "utile" || form == "nécessaire" || form == "préférable" || form == "agréable" ||
        form.starts_with("susceptible") || form == "important") {
        return Governs::infinitive;
    }
    if (form == "est" && before == "force") return Governs::infinitive;
    if (text.can(i, PartOfSpeech::verb) && is_verb_of_infinitive(form)) return Governs::infinitive;
    if (is_stem(text, i)) return Governs::infinitive_or_noun;
    return Governs::nothing;
}

bool governs_infinitive_after_a(const ReadText& text, std::size_t to) {
    if (to == 0 || !same_sentence(text, to - 1, to) || text[to - 1].boundary != Boundary::none) return false;
    std::size_t i = to - 1;
    if (text.is_any(i, {word("pas"), word("plus"), word("jamais"), word("toujours"), word("bien"), word("mal"),
                        word("encore")}) &&
        i > 0 && same_sentence(text, i - 1, to))
        --i;
    constexpr std::string_view beginnings[] = {"invit",  "aid",     "commenc",  "réuss",   "appren",  "appri",
                                               "oblig",  "cherch",  "continu",  "autoris", "habitu",  "hésit",
                                               "forc",   "incit",   "encourag", "parven",  "parvien", "consist",
                                               "renonc", "persist", "tarda"};
    const std::string_view form = text.lower(i);
    if (text.can(i, PartOfSpeech::verb)) {
        for (const std::string_view beginning : beginnings) {
            if (form.starts_with(beginning)) return true;
        }
    }
    return form == "rien" || form == "beaucoup" || form == "prêt" || form == "prête" || form == "prêts" ||
           form == "prêtes" || form == "difficile" || form == "difficiles" || form == "facile" || form == "faciles";
}

}  // namespace relis::grammar
