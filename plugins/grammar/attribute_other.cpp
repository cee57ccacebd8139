// Attributes that do not agree with the subject: c'est gentil, censées être prêtes, je les trouve chers, elle a rendu
// la caisse accessible.
#include "rules.h"
#include "subject.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

/// c'est gentils, était-ce difficiles: after ce the adjective stays masculine singular.
void check_neuter(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const Chunk& chunk = chunks[k];
    if (!is_form_of(text, chunk.head, lemma_class::etre) || (chunk.persons & person::third_singular) == 0) {
        const bool perfect = is_form_of(text, chunk.head, lemma_class::avoir) && text.is(chunk.last + 1U, word("été"));
        if (!perfect) return;
    }
    const bool joined = chunk.last > chunk.head && text.is(chunk.last, word("ce"));
    const bool before = chunk.first > 0 && same_sentence(text, chunk.first - 1U, chunk.first) &&
                        text.is_any(chunk.first - 1U, {word("c'"), word("ç'"), word("ce")}) && chunk.last == chunk.head;
    // ce qui est chers, ça était longs
    const bool through_qui = chunk.first > 1 && chunk.last == chunk.head && text.is(chunk.first - 1U, word("qui")) &&
                             text.is(chunk.first - 2U, word("ce")) &&
                             same_sentence(text, chunk.first - 2U, chunk.first);
    if ((!joined && !before && !through_qui) || chunk.last + 1U >= text.size()) return;
    if (checker.reported(chunk.head) || (chunk.first > 0 && checker.reported(chunk.first - 1U)))
        return;  // c'est for ses
    std::size_t i = skip_adverbs(text, chunk.last + 1U);
    if (i != npos && text.is(i, word("été"))) i = i + 1 < text.size() ? skip_adverbs(text, i + 1) : npos;
    if (i == npos || checker.reported(i) || text[i].unknown || !text.can(i, adjective)) return;
    // c'est drôles: a noun in the plural would have its determiner, and « ce sont » before it
    const bool plural_noun = text.only(i, part(adjective) | part(noun)) &&
                             (numbers_of(agreement(text, i, part(adjective) | part(noun))) & number::singular) == 0;
    if (!text.only(i, adjective) && !plural_noun) return;
    if ((agreement(text, i, part(adjective)) & 1U) != 0) return;
    // c'est fatiguée qu'elle est rentrée; ce sont
    const std::size_t next = i + 1;
    const bool ends = next >= text.size() || !same_sentence(text, i, next) || text[next].boundary != Boundary::none;
    if (!ends && !text.can(next, part(preposition)) && !text.is_any(next, {word("et"), word("mais")})) return;
    for (std::size_t later = next; later < text.size() && later < next + 8 && same_sentence(text, i, later); ++later) {
        if (text.is_any(later, {word("que"), word("qu'"), word("qui")})) return;
    }
    checker.report("attribute", i, i, "Après « ce », l'adjectif reste au masculin singulier.",
                   checker.inflected(i, gender::masculine, number::singular));
}

/// censées être instruites: the attribute agrees with « censées »
void check_supposed(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    if (!text.lower(i).starts_with("censé") || i + 2 >= text.size() || !text.is(i + 1, word("être")) ||
        !same_sentence(text, i, i + 2))
        return;
    const std::size_t next = skip_adverbs(text, i + 2);
    if (next == npos || !adjectival(text, next) || checker.reported(next)) return;
    const AgreementSet wanted = agreement(text, i, part(adjective) | part(verb));
    if (wanted == 0 || (wanted & agreement(text, next, part(adjective) | part(verb))) != 0) return;
    checker.report("attribute", next, next, checker.quoted(next) + " s'accorde comme " + checker.quoted(i) + ".",
                   checker.inflected(next, genders_of(wanted), numbers_of(wanted)));
}

/// trouver, juger, rendre, estimer: an attribute of their object follows.
bool is_judging(const ReadText& text, std::size_t i) {
    for (const Analysis& reading : text.readings(i)) {
        if (reading.features.part != verb || text[i].unknown) continue;
        const std::string_view lemma = text.reader().lexicon().lemma(reading.lemma);
        if (lemma == "trouver" || lemma == "juger" || lemma == "rendre" || lemma == "estimer") return true;
    }
    return false;
}

/// les prix que je trouve élevés, je les ai trouvés chers, elle a rendu claire la réponse
void check_object_attribute(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const VerbGroup group = verb_group(text, chunks, k);
    if (group.next == npos || group.reflexive != npos) return;
    std::size_t i = group.next;
    const bool perfect = group.is_avoir && can_be_participle(text, i) && is_judging(text, i);
    if (perfect) i = i + 1 < text.size() && same_sentence(text, i, i + 1) ? skip_adverbs(text, i + 1) : npos;
    if (i == npos || (!perfect && !is_judging(text, group.head))) return;
    if (!adjectival(text, i) || checker.reported(i)) return;
    AgreementSet wanted = 0;
    std::string_view place = "placé avant le verbe";
    if (object_follows(text, chunks, i)) {
        const Chunk& object = chunks[chunks.of_token(i + 1)];
        const bool sure = object.first == i + 1U && !object.uncertain && !object.faulty && group.direct == npos &&
                          !text.is_any(object.first, {word("un"), word("une"), word("des")});
        if (!sure || text.is_any(object.last + 1U, {word("et"), word("ou")})) return;
        wanted = agreement_set(object.genders, object.numbers);
        place = "qui suit";
    } else {
        if (group.direct != npos && text.is(group.direct, word("les")))
            wanted = agreement_set(gender::any, number::plural);
        if (group.direct != npos && text.is(group.direct, word("la")))
            wanted = agreement_set(gender::feminine, number::singular);
        if (group.direct != npos && text.is(group.direct, word("l'")))
            wanted = agreement_set(gender::any, number::singular);
        const std::size_t que = relative_object(text, chunks, k);
        if (que != npos && que > 0 && chunks[que - 1].kind == ChunkKind::noun_group && chunks[que - 1].determined) {
            const Subject antecedent = find_antecedent(text, chunks, que);
            if (antecedent.found && antecedent.certain) wanted = antecedent.agreement;
        }
        if (i + 1 < text.size() && same_sentence(text, i, i + 1) &&
            text.is_any(i + 1, {word("de"), word("d'"), word("que"), word("qu'")}))
            return;
    }
    const AgreementSet own = agreement(text, i, part(adjective) | part(verb));
    if (wanted == 0 || own == 0 || (own & wanted) != 0) return;
    checker.report("attribute", i, i, checker.quoted(i) + " s'accorde avec le complément " + std::string(place) + ".",
                   checker.inflected(i, genders_of(wanted), numbers_of(wanted)));
}

/// servies tièdes, restées ouvertes, trouvés propres: what a participle leaves its noun in, when it ends the clause
void check_state_of_participle(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const AgreementSet wanted = agreement(text, i, part(verb));
    if (wanted == 0 || (wanted & 1U) != 0 || checker.reported(i) || text[i].unknown) return;
    bool leads_to_state = false;
    bool departing = false;
    for (const Analysis& reading : text.readings(i)) {
        const std::string_view lemma = text.reader().lexicon().lemma(reading.lemma);
        for (const std::string_view item : {"servir", "livrer", "trouver", "juger", "laisser", "rester", "arriver",
                                            "revenir", "repartir", "rendre", "garder", "jeter", "ressortir", "rentrer"})
            leads_to_state = leads_to_state || lemma == item;
        departing = departing || lemma == "repartir" || lemma == "ressortir" || lemma == "revenir" || lemma == "rester";
    }
    if (!leads_to_state || !same_sentence(text, i, i + 1)) return;
    const std::size_t state = skip_adverbs(text, i + 1);
    if (state == npos || checker.reported(state) || text[state].unknown ||
        (departing ? !adjectival(text, state)
                   : !text.can(state, adjective) || !text.only(state, part(adjective) | part(noun))))
        return;
    if ((text.classes(state, part(adjective)) & lemma_class::adverbial_adjective) != 0) return;
    const std::size_t next = state + 1;
    const bool ends = !same_sentence(text, state, next) || text[next].boundary != Boundary::none ||
                      text.is_any(next, {word("et"), word("mais")}) ||
                      (departing && text.is_any(next, {word("de"), word("du"), word("par"), word("des")}));
    const AgreementSet own = agreement(text, state, part(adjective) | part(verb));
    if (!ends || own == 0 || (own & wanted) != 0) return;
    checker.report("attribute", state, state, checker.quoted(state) + " s'accorde comme " + checker.quoted(i) + ".",
                   checker.inflected(state, genders_of(wanted), numbers_of(wanted)));
}

}  // namespace

void check_other_attributes(Checker& checker) {
    for (std::size_t i = 0; i < checker.text().size(); ++i) {
        check_supposed(checker, i);
        if (checker.text().only(i, verb) && can_be_participle(checker.text(), i)) check_state_of_participle(checker, i);
    }
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        if (checker.chunks()[k].kind != ChunkKind::verb && checker.chunks()[k].kind != ChunkKind::infinitive) continue;
        if (checker.chunks()[k].kind == ChunkKind::verb) check_neuter(checker, k);
        check_object_attribute(checker, k);
    }
}

}  // namespace relis::grammar
