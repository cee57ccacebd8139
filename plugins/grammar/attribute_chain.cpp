#include "attribute_chain.h"

#include <string_view>

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

/// refuser d'être, promettre d'être: the subject of the verb is that of the infinitive (not so in dire d'être).
bool subject_controls(const ReadText& text, std::size_t i) {
    for (const Analysis& reading : text.readings(i)) {
        if (reading.features.part != verb || text[i].unknown) continue;
        const std::string_view lemma = text.reader().lexicon().lemma(reading.lemma);
        for (const std::string_view item :
             {"refuser", "promettre", "choisir", "mériter", "jurer", "arriver", "éviter"}) {
            if (lemma == item) return true;
        }
    }
    return false;
}

/// trop fort, assez juste: an adverb by its form that ends what is said of the subject, so an adjective; or npos.
std::size_t adverb_as_attribute(const ReadText& text, std::size_t first) {
    for (std::size_t i = first; i < first + 5 && same_sentence(text, first, i) && is_inner_adverb(text, i); ++i) {
        if (!text.is(i, word("fort")) && text.lower(i) != "juste") continue;
        const std::size_t next = i + 1;
        const bool ends = !same_sentence(text, i, next) || text[next].boundary != Boundary::none;
        const bool joined = !ends && text.is_any(next, {word("et"), word("mais")});
        const bool degree = i > first && text.is_any(i - 1, {word("très"), word("trop"), word("assez"), word("plus"),
                                                             word("si"), word("aussi"), word("moins")});
        if (ends || (joined && (degree || text.lower(i) == "juste")) ||
            (degree && text.is_any(next, {word("pour"), word("que"), word("qu'"), word("dans")})))
            return i;
    }
    return npos;
}

}  // namespace

std::size_t past_infinitive_copula(const ReadText& text, std::size_t i) {
    for (int steps = 0; steps < 4 && i != npos; ++steps) {
        const std::uint32_t classes = text.classes(i, part(verb));
        const std::size_t next =
            i + 1 < text.size() && same_sentence(text, i, i + 1) ? skip_adverbs(text, i + 1) : npos;
        if (next == npos) return npos;
        if ((classes & lemma_class::copula) != 0) return next;
        const bool chained = ((classes & lemma_class::avoir) != 0 && can_be_participle(text, next)) ||
                             ((classes & lemma_class::modal) != 0 && can_be_infinitive(text, next));
        if (!chained) return npos;
        i = next;
    }
    return npos;
}

Attribute find_attribute(const ReadText& text, const Chunks& chunks, std::size_t k) {
    Attribute result;
    const VerbGroup group = verb_group(text, chunks, k);
    result.chunk = k;
    std::size_t at = group.next;
    std::size_t verb = group.head;
    // s'est montrée aimable, se sont avérées immangeables, se révèle utile
    const bool reflexive_copula = group.reflexive != npos && at != npos && [&] {
        const std::size_t lexical = group.is_etre ? at : verb;
        for (const Analysis& reading : text.readings(lexical)) {
            if (reading.features.part != PartOfSpeech::verb || text[lexical].unknown) continue;
            const std::string_view lemma = text.reader().lexicon().lemma(reading.lemma);
            for (const std::string_view item :
                 {"montrer",     "avérer",   "révéler",   "retrouver", "sentir",    "trouver",   "faire",
                  "vouloir",     "croire",   "savoir",    "dire",      "prétendre", "estimer",   "voir",
                  "penser",      "avouer",   "déclarer",  "imaginer",  "juger",     "proclamer", "supposer",
                  "reconnaître", "affirmer", "découvrir", "garder"}) {
                if (lemma == item) return true;
            }
        }
        return false;
    }();
    if (relative_object(text, chunks, k) != npos && !group.is_etre && !group.is_avoir) return {};
    if (reflexive_copula) {
        if (group.is_etre)
            at = at + 1 < text.size() && same_sentence(text, at, at + 1) ? skip_adverbs(text, at + 1) : npos;
        // se dit être prête
        if (at != npos && can_be_infinitive(text, at)) at = past_infinitive_copula(text, at);
        result.token = at;
        result.auxiliary = verb;
        return at == npos ? Attribute{} : result;
    }
    // l'air content, a eu l'air content: with the subject or with air
    if (group.is_avoir && at != npos && text.is(at, word("eu")) && same_sentence(text, at, at + 3) &&
        text.is(at + 1, word("l'")) && text.is(at + 2, word("air"))) {
        ++at;
    }
    if (group.is_avoir && at != npos && text.is(at, word("l'")) && at + 2 < text.size() &&
        text.is(at + 1, word("air")) && same_sentence(text, at, at + 2)) {
        result.token = skip_adverbs(text, at + 2);
        result.auxiliary = at + 1;
        result.with_air = true;
        return result.token == npos ? Attribute{} : result;
    }
    if (group.reflexive != npos && (group.is_etre || at == npos)) return {};
    if (group.reflexive != npos && !is_form_of(text, verb, lemma_class::modal) &&
        !text.is_any(at, {word("de"), word("d'"), word("à")})) {
        return {};
    }
    for (int steps = 0; steps < 5; ++steps) {
        if (is_form_of(text, verb, lemma_class::etre) &&
            !(text.is(verb, word("été")) && !text.can(verb, PartOfSpeech::verb))) {
            result.etre = true;
            result.token = at;
            result.auxiliary = verb;
            if (const std::size_t adverb = adverb_as_attribute(text, verb + 1); adverb != npos) result.token = adverb;
            return result.token == npos ? Attribute{} : result;
        }
        if (at == npos) return {};
        const bool avoir = is_form_of(text, verb, lemma_class::avoir);
        const bool leads = (text.classes(verb, part(PartOfSpeech::verb)) &
                            (lemma_class::modal | lemma_class::motion | lemma_class::copula)) != 0;
        std::size_t next = at;
        if (avoir) {
            // a été, avoir pu, a dû
            const bool follows =
                can_be_participle(text, next) && (text.classes(next, part(PartOfSpeech::verb)) &
                                                  (lemma_class::etre | lemma_class::modal | lemma_class::copula)) != 0;
            if (!follows) return {};
        } else if (leads || text.can(next, part(preposition)) || can_be_infinitive(text, next) ||
                   text.is_any(next, {word("y"), word("en")})) {
            // il continue de paraître, elle renonce à être: the subject of the first verb is that of the second
            const std::uint32_t verb_classes = text.classes(verb, part(PartOfSpeech::verb));
            const bool object = group.open_object != npos || group.dative != npos || group.direct != npos;
            if (text.is_any(next, {word("de"), word("d'"), word("à")}) && !object &&
                (text.is(next, word("à")) || (verb_classes & lemma_class::dative) == 0 ||
                 (verb_classes & lemma_class::motion) != 0 || subject_controls(text, verb))) {
                ++next;
                if (next >= text.size()) return {};
            }
            // d'en être, y être, ne pas être
            while (next + 1 < text.size() &&
                   text.is_any(next, {word("y"), word("en"), word("ne"), word("n'"), word("pas")}) &&
                   same_sentence(text, next, next + 1)) {
                ++next;
            }
            const bool etre_follows =
                can_be_infinitive(text, next) &&
                (text.classes(next, part(PartOfSpeech::verb)) &
                 (lemma_class::etre | lemma_class::avoir | lemma_class::copula | lemma_class::modal)) != 0;
            if (!etre_follows) {
                if ((text.classes(verb, part(PartOfSpeech::verb)) & lemma_class::copula) == 0 || group.direct != npos)
                    return {};
                result.token = at;
                result.auxiliary = verb;
                return result;
            }
        } else {
            return {};
        }
        verb = next;
        if (verb + 1 >= text.size() || !same_sentence(text, verb, verb + 1)) return {};
        at = skip_adverbs(text, verb + 1);
    }
    return {};
}

}  // namespace relis::grammar
