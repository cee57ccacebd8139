// Nouns and « toutes » said of several persons or things: nous sommes clients, les caisses étaient toutes en panne.
#include "attribute_chain.h"
#include "rules.h"
#include "subject.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

/// Nouns that tell what people are; of several people they are plurals.
bool tells_what_people_are(std::string_view form) {
    for (const std::string_view item :
         {"client",      "cliente",      "membre",    "étudiant", "étudiante",   "parent",      "ami",
          "amie",        "employé",      "employée",  "vendeur",  "vendeuse",    "voisin",      "voisine",
          "locataire",   "propriétaire", "retraité",  "touriste", "bénévole",    "habitué",     "habituée",
          "collègue",    "caissier",     "caissière", "serveur",  "serveuse",    "débutant",    "débutante",
          "passager",    "visiteur",     "abonné",    "abonnée",  "actionnaire", "spécialiste", "professionnel",
          "connaisseur", "consommateur", "végétarien"}) {
        if (form == item) return true;
    }
    return false;
}

/// nous sommes client depuis dix ans
void check_people(Checker& checker, const Attribute& attribute, const Subject& subject) {
    const ReadText& text = checker.text();
    const std::size_t i = attribute.token;
    if (!subject.certain || numbers_of(subject.agreement) != number::plural || !tells_what_people_are(text.lower(i)))
        return;
    checker.report("attribute", i, i,
                   checker.quoted(i) + " s'accorde avec le sujet " + checker.quoted(subject.first, subject.last) + ".",
                   checker.inflected(i, genders_of(agreement(text, i, part(noun) | part(adjective) | part(verb))),
                                     number::plural));
}

/// les caisses étaient toute en panne
void check_all(Checker& checker, std::size_t k, const Subject& subject) {
    const ReadText& text = checker.text();
    const std::size_t i = checker.chunks()[k].last + 1U;
    if (!text.is(i, word("toute")) || checker.reported(i) || !same_sentence(text, i, i + 1)) return;
    if (!subject.certain || subject.agreement != agreement_set(gender::feminine, number::plural)) return;
    if (!text.is_any(i + 1, {word("en"), word("à"), word("dans"), word("sur"), word("là")})) return;
    checker.report("attribute", i, i,
                   checker.quoted(i) + " s'accorde avec le sujet " + checker.quoted(subject.first, subject.last) + ".",
                   {"toutes"});
}

}  // namespace

void check_noun_attributes(Checker& checker) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    for (std::size_t k = 0; k < chunks.size(); ++k) {
        if (chunks[k].kind != ChunkKind::verb || !is_form_of(text, chunks[k].head, lemma_class::etre)) continue;
        if (text.is(chunks[k].last + 1U, word("toute"))) check_all(checker, k, find_subject(text, chunks, k));
        const Attribute attribute = find_attribute(text, chunks, k);
        const std::size_t i = attribute.token;
        if (i == npos || !attribute.etre || checker.reported(i) || text[i].unknown) continue;
        if (!text.can(i, noun) || text.can(i, adjective) || chunks[k].persons == person::third_singular) continue;
        const Subject subject = find_subject(text, chunks, k);
        if (subject.found && !checker.reported(chunks[k].head)) check_people(checker, attribute, subject);
    }
}

}  // namespace relis::grammar
