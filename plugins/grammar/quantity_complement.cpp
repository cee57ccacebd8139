// The complement of a quantity that counts: des centaines de clients, une multitude de questions, peu d'employés.
#include <array>

#include "rules.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

template <std::size_t size>
bool is_one_of(std::string_view form, const std::array<std::string_view, size>& list) {
    for (const std::string_view item : list) {
        if (form == item) return true;
    }
    return false;
}

/// Nouns that count single things, whatever follows.
constexpr std::array<std::string_view, 18> counting{
    "dizaine",      "douzaine",    "quinzaine", "vingtaine", "trentaine", "quarantaine",
    "cinquantaine", "soixantaine", "centaine",  "multitude", "kyrielle",  "ribambelle",
    "myriade",      "pléthore",    "flopée",    "huitaine",  "armada",    "collectif"};

/// Groups of persons or things: only before a noun that names single ones.
constexpr std::array<std::string_view, 15> gathering{"millier", "million", "milliard", "groupe",     "foule",
                                                     "bande",   "équipe",  "série",    "tas",        "file",
                                                     "nuée",    "liste",   "cortège",  "succession", "poignée"};

constexpr std::array<std::string_view, 11> adverbs{
    "beaucoup", "peu", "trop", "assez", "tant", "autant", "plein", "combien", "énormément", "tellement", "davantage"};

/// Nouns that name single persons and things and are not used as a mass after beaucoup de.
constexpr std::array<std::string_view, 207> single{
    "client",     "cliente",     "personne",    "employé",      "employée",   "vendeur",     "vendeuse", "serveur",
    "serveuse",   "caissier",    "caissière",   "enfant",       "homme",      "femme",       "ami",      "parent",
    "passant",    "passager",    "voyageur",    "visiteur",     "habitué",    "touriste",    "collègue", "conseiller",
    "étudiant",   "voisin",      "technicien",  "minute",       "heure",      "jour",        "semaine",  "mois",
    "année",      "euro",        "dollar",      "mètre",        "table",      "chaise",      "caisse",   "article",
    "panier",     "chariot",     "bouteille",   "erreur",       "question",   "étage",       "chambre",  "magasin",
    "assiette",   "voiture",     "étiquette",   "défaut",       "détail",     "promotion",   "modèle",   "allée",
    "rayon",      "kilomètre",   "point",       "problème",     "exemple",    "explication", "fois",     "passionné",
    "artiste",    "adulte",      "jeune",       "invité",       "convive",    "produit",     "livre",    "commande",
    "retraité",   "bénévole",    "serviette",   "crevette",     "tomate",     "frite",       "moule",    "huître",
    "verre",      "tasse",       "cuillère",    "fourchette",   "couteau",    "plat",        "dessert",  "gâteau",
    "croissant",  "sandwich",    "pizza",       "pomme",        "banane",     "légume",      "tablette", "étagère",
    "vitrine",    "cabine",      "cintre",      "vêtement",     "chemise",    "robe",        "jupe",     "veste",
    "pantalon",   "chaussure",   "chaussette",  "bague",        "bijou",      "jouet",       "livreur",  "lettre",
    "timbre",     "guichet",     "conseillère", "directeur",    "directrice", "responsable", "gérant",   "gérante",
    "préposé",    "préposée",    "pharmacien",  "pharmacienne", "médecin",    "infirmière",  "coiffeur", "coiffeuse",
    "mécanicien", "pneu",        "camion",      "vélo",         "siège",      "fauteuil",    "banc",     "lit",
    "oreiller",   "drap",        "couverture",  "porte",        "fenêtre",    "ampoule",     "affiche",  "panneau",
    "pancarte",   "tarif",       "coupon",      "facture",      "billet",     "ticket",      "reçu",     "formulaire",
    "document",   "dossier",     "signature",   "abonnement",   "forfait",    "appareil",    "machine",  "écran",
    "téléphone",  "ordinateur",  "câble",       "application",  "option",     "sorte",       "fleur",    "plante",
    "arbre",      "outil",       "vis",         "clou",         "planche",    "boîte",       "sac",      "emballage",
    "plainte",    "remarque",    "critique",    "compliment",   "appel",      "message",     "courriel", "raison",
    "endroit",    "ville",       "rue",         "garçon",       "fille",      "bébé",        "gamin",    "ado",
    "adolescent", "échantillon", "promesse",    "excuse",       "déchet",     "mouche",      "insecte",  "tache",
    "trace",      "doigt",       "cheveu",      "marche",       "escalier",   "lavabo",      "douche"};

std::string_view singular(std::string_view form) {
    return form.ends_with('s') ? form.substr(0, form.size() - 1) : form;
}

void check_quantity(Checker& checker, std::size_t of) {
    const ReadText& text = checker.text();
    const std::size_t before = of - 1;
    std::size_t i = of + 1;
    if (of == 0 || i >= text.size() || !same_sentence(text, before, i) || text[i].boundary != Boundary::none) return;
    const std::string_view quantity = text.lower(before);
    const bool plural_needed = is_one_of(singular(quantity), counting) && text.can(before, part(noun) | part(numeral));
    const bool gathers = is_one_of(singular(quantity), gathering) && text.can(before, noun);
    // pas mal de clients
    const bool adverbial =
        is_one_of(quantity, adverbs) ||
        (quantity == "mal" && before > 0 && text.is(before - 1, word("pas")) && same_sentence(text, before - 1, i));
    if (!plural_needed && !gathers && !adverbial) return;
    // an adjective before the noun agrees too: des centaines de jeune client
    const bool led = text.can(i, adjective) && (text.classes(i, part(adjective)) & lemma_class::before_noun) != 0 &&
                     i + 1 < text.size() && same_sentence(text, i, i + 1) && text.can(i + 1, noun);
    if (led) ++i;
    if (text[i].unknown || text[i].capital || checker.reported(i) || !text.can(i, noun)) return;
    if (text.can(i, part(determiner) | part(preposition) | part(numeral) | part(adverb))) return;
    const AgreementSet set = agreement(text, i, part(noun));
    if (set == 0 || (numbers_of(set) & number::plural) != 0) return;
    if (!plural_needed && !is_one_of(text.lower(i), single)) return;
    // un million de la somme; une dizaine de mètre carré: more is wrong than the noun
    if (plural_needed) {
        for (const std::string_view mass : {"monde", "argent", "eau", "essence", "sable", "terre"}) {
            if (text.lower(i) == mass) return;
        }
    }
    // trop de client tue le client: a saying; autant de client que: still plural
    checker.report("quantity-complement", i, i,
                   "Après " + checker.quoted(before, of) + ", ce que l'on compte se met au pluriel.",
                   checker.inflected(i, genders_of(set), number::plural));
}

}  // namespace

void check_quantity_complements(Checker& checker) {
    const ReadText& text = checker.text();
    for (const std::size_t i : checker.closed_words()) {
        if (i > 0 && i + 1 < text.size() && text.is_any(i, {word("de"), word("d'")})) check_quantity(checker, i);
    }
}

}  // namespace relis::grammar
