#include "clause_words.h"

#include <algorithm>
#include <array>

#include "word_set.h"

namespace relis::consistency {

namespace {

// Folded, as every word that they are compared with.
constexpr auto conjunctions =
    word_set("mais", "car", "puis", "pis", "donc", "or", "lorsque", "lorsqu'", "quand", "parce", "alors", "pendant",
             "tandis", "ensuite", "cependant", "pourtant", "apres", "avant", "puisque", "puisqu'", "fak", "toutefois",
             "jusqu'", "jusque", "bien", "meme");
constexpr auto subject_pronouns =
    word_set("je", "j'", "il", "elle", "on", "ils", "elles", "y", "ya", "jai", "jsuis", "chu", "cest");
constexpr auto linking_words = word_set("que", "qu'", "si", "s'", "ou", "qui", "dont", "et", "comme");

// What joins `ne` into one denial.
constexpr auto concord_words = word_set("pas", "jamais", "guere", "point", "aucun", "aucune", "personne", "rien", "ni",
                                        "nul", "nulle", "aucunement", "nullement", "plus");
// What denies without `ne` in the way people talk and write notes.
constexpr auto spoken_denials = word_set("pas", "jamais", "aucun", "aucune", "personne", "rien", "ni", "nullement",
                                         "aucunement", "nul", "nulle", "guere", "zero", "0");

// A denial that says when, how much or to whom is not one of the whole.
constexpr auto limits = word_set(
    "immediatement", "abord", "debut", "suite", "toujours", "tous", "toutes", "tout", "lorsque", "parfois", "souvent",
    "quelques", "certains", "certaines", "premier", "premiere", "premiers", "premieres", "second", "seconde",
    "deuxieme", "systematiquement", "vraiment", "spontanement", "presque", "forcement", "seulement", "uniquement",
    "juste", "trop", "autant", "particulierement", "exactement", "specialement", "partout", "totalement", "entierement",
    "completement", "absolument", "necessairement", "autre", "autres", "tellement", "encore", "assez");
constexpr auto softeners =
    word_set("presque", "quasi", "quasiment", "sauf", "hormis", "excepte", "failli", "faillit", "moitie");
constexpr auto selections = word_set("premier", "premiere", "second", "seconde", "deuxieme", "certains", "certaines",
                                     "parfois", "debut", "abord", "immediatement", "suite");
constexpr auto other_days =
    word_set("habitude", "habituellement", "derniere", "precedente", "precedent", "normalement", "lendemain", "veille",
             "hier", "ordinaire", "autrefois", "generalement", "prochaine", "ailleurs", "theorie");
constexpr auto months = word_set("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
                                 "octobre", "novembre", "decembre");
// « La semaine passée », « l'an dernier », « au passage précédent »
constexpr auto spans_of_time =
    word_set("semaine", "mois", "an", "annee", "ete", "hiver", "automne", "printemps", "visite", "passage", "sejour",
             "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "noel");
constexpr auto past_words = word_set("dernier", "derniere", "derniers", "dernieres", "passe", "passee", "precedent",
                                     "precedente", "prochain", "prochaine", "anterieure", "anterieur");
constexpr auto of_this_time = word_set("cette", "aujourd'hui", "maintenant", "desormais", "mais", "pourtant", "depuis");
constexpr auto customers = word_set("client", "cliente", "clients", "clientes");

constexpr auto other_times =
    word_set("habitude", "habituellement", "normalement", "hier", "autrefois", "precedente", "fois", "fin");
constexpr auto shopper_words = word_set("m'", "me", "ma", "moi", "j'", "je", "nous", "mon", "mes");
constexpr auto joining = word_set("et", "que", "qu'", "qui", "pour");
constexpr auto subjects = word_set("je", "j'", "jai", "jsuis", "j", "chu", "nous", "ni", "personne", "aucun", "aucune",
                                   "nul", "il", "elle", "on", "ils", "elles", "qui", "y");
constexpr auto denying = word_set("sans", "hesite", "lieu", "plutot", "avare", "chiche", "faute", "defaut", "absence",
                                  "manque", "depourvu", "depourvue", "loin", "manquait", "manquaient", "incapable",
                                  "impossible", "difficulte", "mal", "peu", "non");
constexpr auto denying_stems = std::to_array<std::string_view>(
    {"oubli", "omis", "omet", "refus", "neglig", "abst", "evit", "manqu", "cess", "arret", "hesit"});
constexpr auto states_of_mind = std::to_array<std::string_view>(
    {"compren", "voyais", "savais", "connaissais", "pensais", "croyais", "craignais", "doutais", "attendais"});

}  // namespace

ClauseMarks clause_marks(std::string_view folded) {
    using namespace clause_word;
    const auto starts = [&](std::string_view start) { return folded.starts_with(start); };
    ClauseMarks marks = 0;
    const auto mark = [&](bool is, ClauseMarks bit) { marks |= is ? bit : 0U; };
    mark(listed(conjunctions, folded), conjunction);
    mark(listed(subject_pronouns, folded), subject_pronoun);
    mark(listed(linking_words, folded), linking);
    mark(is_any(folded, "ne", "n'"), ne);
    mark(listed(concord_words, folded), concord);
    mark(listed(spoken_denials, folded), spoken);
    mark(listed(limits, folded), limit);
    mark(listed(softeners, folded), softener);
    mark(listed(selections, folded), selection);
    mark(listed(other_days, folded), other_day);
    mark(listed(months, folded), month);
    mark(listed(spans_of_time, folded), span_of_time);
    mark(listed(past_words, folded), of_past);
    mark(listed(of_this_time, folded), this_time);
    mark(listed(customers, folded), customer);
    mark(folded.ends_with("ais") && std::ranges::any_of(states_of_mind, starts), of_mind);
    mark(listed(other_times, folded), other_time);
    mark(listed(shopper_words, folded), of_shopper);
    mark(listed(joining, folded), joins);
    mark(listed(subjects, folded), subject);
    mark(listed(denying, folded) || std::ranges::any_of(denying_stems, starts), deny_word);
    mark(folded == "part", part);
    mark(is_any(folded, "devant", "avant"), before);
    return marks;
}

}  // namespace relis::consistency
