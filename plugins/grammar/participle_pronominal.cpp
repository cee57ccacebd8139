// The participle of pronominal verbs: elles se sont avérées, ils se sont succédé, elle s'est fait donner.
#include <algorithm>

#include "rules.h"
#include "subject.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

constexpr AgreementSet masculine_singular = 1;

/// Verbs whose se is never a direct object: the participle never agrees.
bool is_intransitive_pronominal(std::string_view lemma) {
    constexpr std::string_view list[] = {"succéder",   "plaire", "complaire", "déplaire", "parler",
                                         "ressembler", "nuire",  "mentir",    "suffire",  "sourire",
                                         "téléphoner", "rire",   "survivre",  "convenir"};
    for (const std::string_view item : list) {
        if (lemma == item) return true;
    }
    return false;
}

/// Pronominal verbs whose complement begins with de, so that neither « en » nor « des » is a direct object.
bool takes_de(std::string_view lemma) {
    for (const std::string_view item :
         {"excuser",   "occuper", "plaindre",  "moquer",  "approcher",   "souvenir",      "apercevoir",
          "contenter", "soucier", "méfier",    "charger", "débarrasser", "éloigner",      "aller",
          "tromper",   "lasser",  "offusquer", "étonner", "inquiéter",   "désintéresser", "vanter",
          "réjouir",   "énerver", "absenter",  "tirer",   "sortir"}) {
        if (lemma == item) return true;
    }
    return false;
}

void check_group(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    VerbGroup group = verb_group(text, chunks, k);
    if (!group.is_etre || group.reflexive == npos || group.next == npos) return;
    const std::size_t i = group.next;
    if (checker.reported(i) || checker.reported(group.head) || text[i].unknown) return;
    Subject subject = find_subject(text, chunks, k);
    if (!subject.found) subject = find_joined_subject(text, chunks, k);
    if (only_infinitive(text, i) || bare_infinitive(text, group.head, i) ||
        (only_finite(text, i) && !is_form_of(text, i, lemma_class::etre | lemma_class::avoir))) {
        std::uint8_t genders = gender::masculine;
        std::uint8_t numbers = number::singular;
        if (subject.found && subject.certain && genders_of(subject.agreement) == gender::feminine)
            genders = gender::feminine;
        if (subject.found && subject.certain && numbers_of(subject.agreement) == number::plural)
            numbers = number::plural;
        std::vector<std::string> suggestions = checker.participles(i, genders, numbers);
        if (suggestions.empty() && checker.wants_suggestions()) return;
        checker.report("participle-form", i, i,
                       "Après l'auxiliaire être (" + checker.quoted(group.head) +
                           "), écrivez le participe passé et non " + checker.quoted(i) + ".",
                       std::move(suggestions));
        return;
    }
    if (!only_participle(text, i)) return;
    const AgreementSet own = agreement(text, i, part(PartOfSpeech::verb));
    std::string_view lemma = text.reader().lexicon().lemma(text.readings(i)[0].lemma);
    const std::size_t after = i + 1;
    const bool more = after < text.size() && same_sentence(text, i, after) && text[after].boundary == Boundary::none;
    const bool infinitive =
        more && (can_be_infinitive(text, after) ||
                 (is_clitic(text, after) && after + 1 < text.size() && can_be_infinitive(text, after + 1)));
    const bool fixed = (lemma == "faire" && infinitive) ||
                       (lemma == "rendre" && more && text.lower(after) == "compte") ||
                       is_intransitive_pronominal(lemma);
    if (fixed) {
        if ((own & masculine_singular) == 0) {
            checker.report("participle-pronominal", i, i,
                           "Ici, le participe " + checker.quoted(i) + " reste invariable.",
                           checker.participles(i, gender::masculine, number::singular));
        }
        return;
    }
    // ils se sont partagés le travail: what is shared follows, so « se » is no direct object
    if (subject.found && !infinitive && group.direct == npos && group.en == npos && (own & masculine_singular) == 0 &&
        object_follows(text, chunks, i) && relative_object(text, chunks, k) == npos) {
        const Chunk& object = chunks[chunks.of_token(after)];
        const bool thing = object.first == after && text.only(object.head, PartOfSpeech::noun) && !object.faulty &&
                           !text.is_any(after, {word("du"), word("des"), word("l'")}) && !text[object.head].capital;
        if (thing &&
            (text.classes(i, part(PartOfSpeech::verb)) & (lemma_class::copula | lemma_class::etre_perfect)) == 0) {
            checker.report("participle-pronominal", i, i,
                           "Le complément d'objet suit : le participe " + checker.quoted(i) + " reste invariable.",
                           checker.participles(i, gender::masculine, number::singular));
            return;
        }
    }
    const bool of = takes_de(lemma);
    if (infinitive || group.direct != npos || (group.en != npos && !of)) return;
    if (!subject.found || !subject.certain || (own & subject.agreement) != 0) return;
    const bool object = object_follows(text, chunks, i) && !(of && text.is_any(after, {word("du"), word("des")}));
    if (object || relative_object(text, chunks, k) != npos) return;
    const bool dative = (text.classes(i, part(PartOfSpeech::verb)) & lemma_class::dative) != 0;
    // la gérante s'est montrée: no object follows, so se is the object
    bool own_object = false;
    for (const std::string_view item : {"montrer", "présenter", "adresser", "préparer", "retourner", "placer"})
        own_object = own_object || lemma == item;
    own_object = own_object && !text.is_any(after, {word("du"), word("des"), word("que"), word("qu'")});
    // elle s'est assurée que, s'est aperçue que
    for (const std::string_view item : {"assurer", "apercevoir", "plaindre", "convaincre"})
        own_object = own_object || (lemma == item && !text.is_any(after, {word("du"), word("des")}));
    own_object = own_object || (group.en != npos && (lemma == "tirer" || lemma == "sortir"));  // elle s'en est tirée
    // une dame s'est trouvée mal, elle s'est retrouvée devant une porte close
    own_object = own_object || (lemma == "trouver" && text.is_any(after, {word("mal"), word("bien"), word("devant"),
                                                                          word("dans"), word("en")}));
    if (dative && !own_object && (own & masculine_singular) != 0) return;
    if (more && !own_object && text.is_any(after, {word("de"), word("d'"), word("que"), word("qu'")}) && dative) return;
    checker.report("participle-pronominal", i, i,
                   "Le participe " + checker.quoted(i) + " s'accorde avec le sujet " +
                       checker.quoted(subject.first, std::min(subject.last, subject.first + 6)) + ".",
                   checker.participles(i, genders_of(subject.agreement), numbers_of(subject.agreement)));
}

}  // namespace

void check_participles_pronominal(Checker& checker) {
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        if (checker.chunks()[k].kind == ChunkKind::verb) check_group(checker, k);
    }
}

}  // namespace relis::grammar
