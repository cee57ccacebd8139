#include "verb_group.h"

namespace relis::grammar {

VerbGroup verb_group(const ReadText& text, const Chunks& chunks, std::size_t k) {
    const Chunk& chunk = chunks[k];
    VerbGroup group;
    group.chunk = k;
    group.head = chunk.head;
    group.is_etre = is_form_of(text, chunk.head, lemma_class::etre);
    group.is_avoir = is_form_of(text, chunk.head, lemma_class::avoir);
    std::uint8_t subject_persons = 0;
    if (k > 0 && chunks[k - 1].kind == ChunkKind::pronoun) subject_persons = chunks[k - 1].persons;
    for (std::size_t i = chunk.first; i < chunk.head; ++i) {
        if (text.is_any(i, {word("se"), word("s'")})) group.reflexive = i;
        if (text.is_any(i, {word("le"), word("la"), word("les"), word("l'")})) group.direct = i;
        if (text.is_any(i, {word("lui"), word("leur")})) group.dative = i;
        if (text.is(i, word("en"))) group.en = i;
        if (text.is_any(i, {word("me"), word("m'"), word("te"), word("t'"), word("nous"), word("vous")})) {
            const bool own = (text.is_any(i, {word("me"), word("m'")}) && subject_persons == person::first_singular) ||
                             (text.is_any(i, {word("te"), word("t'")}) && subject_persons == person::second_singular) ||
                             (text.is(i, word("nous")) && subject_persons == person::first_plural) ||
                             (text.is(i, word("vous")) && subject_persons == person::second_plural);
            (own ? group.reflexive : group.open_object) = i;
        }
    }
    const std::size_t after = chunk.last + 1U;
    if (after < text.size() && same_sentence(text, chunk.last, after)) group.next = skip_adverbs(text, after);
    return group;
}

std::size_t relative_object(const ReadText& text, const Chunks& chunks, std::size_t k) {
    std::size_t left = k;
    for (int steps = 0; steps < 9 && left > 0; ++steps) {
        --left;
        if (!same_sentence(text, chunks[left].first, chunks[k].first)) return npos;
        switch (chunks[left].kind) {
            case ChunkKind::relative:
                return text.is_any(chunks[left].first, {word("que"), word("qu'")}) ? left : npos;
            case ChunkKind::pronoun:
            case ChunkKind::noun_group:
            case ChunkKind::preposition:
            case ChunkKind::adverb:
            case ChunkKind::participle:
                break;
            case ChunkKind::comma: {
                // que la vendeuse, pourtant très occupée, m'a montré: an insertion after the subject
                if (left + 1 != k) return npos;
                std::size_t opening = left;
                for (int inner = 0; inner < 6 && opening > 0 && chunks[opening - 1].kind != ChunkKind::verb; ++inner) {
                    --opening;
                    if (chunks[opening].kind == ChunkKind::comma) break;
                }
                const bool subject_before = opening > 1 && chunks[opening].kind == ChunkKind::comma &&
                                            chunks[opening - 1].kind == ChunkKind::noun_group &&
                                            chunks[opening - 2].kind == ChunkKind::relative;
                if (!subject_before) return npos;
                left = opening;
                break;
            }
            default:
                return npos;
        }
    }
    return npos;
}

bool object_follows(const ReadText& text, const Chunks& chunks, std::size_t i) {
    std::size_t next = i + 1;
    if (next >= text.size() || !same_sentence(text, i, next)) return false;
    next = skip_adverbs(text, next);
    if (next == npos) return false;
    const Chunk& chunk = chunks[chunks.of_token(next)];
    if (chunk.kind != ChunkKind::noun_group || chunk.first != next || !chunk.determined) return false;
    if (text.is_any(next, {word("au"), word("aux"), word("du")})) return false;
    return (text.classes(chunk.head, part(PartOfSpeech::noun)) & (lemma_class::time | lemma_class::quantity)) == 0;
}

bool only_infinitive(const ReadText& text, std::size_t i) {
    if (!text.only(i, PartOfSpeech::verb)) return false;
    for (const Analysis& reading : text.readings(i)) {
        if (!is_infinitive(reading.features)) return false;
    }
    return true;
}

bool bare_infinitive(const ReadText& text, std::size_t auxiliary, std::size_t i) {
    if (!can_be_infinitive(text, i) || can_be_finite(text, i) || !text.lower(i).ends_with("er") ||
        !text.only(i, part(PartOfSpeech::verb) | part(PartOfSpeech::noun)))
        return false;
    for (std::size_t k = auxiliary + 1; k < i; ++k) {
        if (text.lower(k) == "beau") return false;  // tu as beau pleurer
        if (text.can(
                k, part(PartOfSpeech::determiner) | part(PartOfSpeech::preposition) | part(PartOfSpeech::adjective)) &&
            !text.only(k, PartOfSpeech::adverb))
            return false;
    }
    return true;
}

bool only_participle(const ReadText& text, std::size_t i) {
    if (!text.only(i, PartOfSpeech::verb)) return false;
    for (const Analysis& reading : text.readings(i)) {
        if (!is_past_participle(reading.features)) return false;
    }
    return true;
}

}  // namespace relis::grammar
