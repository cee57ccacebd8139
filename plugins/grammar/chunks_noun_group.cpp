// The noun groups of a reading: where they end, which word is the noun, what their members allow together.
#include "chunks.h"
#include "phrases.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

/// Two determiners in a row: tous les, ces quelques, les différents; but not « un des », « certains une ».
bool may_follow_determiner(const ReadText& text, std::size_t i) {
    if (text.is_any(i - 1, {word("tout"), word("toute"), word("tous"), word("toutes")})) return true;
    return text.is_any(i, {word("quelques"), word("différents"), word("différentes"), word("divers"), word("certains"),
                           word("certaines"), word("certain"), word("certaine"), word("aucun"), word("aucune")});
}

/// Nouns that a numeral after them tells apart: la salle deux.
bool is_labelled(std::string_view noun) {
    for (const std::string_view item : {"numéro", "salle", "page", "chambre", "caisse", "étage", "quai", "porte",
                                        "niveau", "table", "ligne", "terminal", "chapitre", "point", "zone"}) {
        if (noun == item) return true;
    }
    return false;
}

/// Determiners that also stand alone for a noun: aucun des clients, plusieurs sont venus.
bool is_pronoun_determiner(const ReadText& text, std::size_t i) {
    return text.is_any(i, {word("un"), word("une"), word("aucun"), word("aucune"), word("plusieurs"), word("certains"),
                           word("certaines"), word("nul"), word("nulle"), word("tous"), word("toutes"), word("tout")});
}

}  // namespace

/// The noun reading of a word agrees with the adjective before it: « la petite reste » is no group.
bool Chunks::noun_fits(std::size_t adjective_token, std::size_t noun_token) const {
    const bool determined = adjective_token > 0 && is_determiner(text_, adjective_token - 1);
    if (determined &&
        (agreement(text_, adjective_token - 1, part(determiner)) & agreement(text_, noun_token, part(noun))) != 0) {
        return true;
    }
    return (agreement(text_, adjective_token, part(adjective) | part(verb) | part(numeral)) &
            agreement(text_, noun_token, part(noun))) != 0;
}

/// les profondes marques: an adjective that is a noun too, before a noun that is no adjective.
bool Chunks::leads_to_noun(std::size_t i) const {
    const std::size_t next = i + 1;
    if (!text_.can(i, adjective) || text_[i].unknown || !linked(next) || text_[next].unknown) return false;
    if (!text_.can(next, noun) || text_.can(next, adjective) || can_be_participle(text_, next)) return false;
    for (const Analysis& reading : text_.readings(next)) {
        if ((reading.features.persons & (person::third_singular | person::third_plural)) != 0) return false;
    }
    return (agreement(text_, i, part(adjective)) & agreement(text_, next, part(noun))) != 0;
}

/// The second of two adjectives before a noun, when the first is i: un petit et vieux monsieur. Else npos.
std::size_t Chunks::joined_before_noun(std::size_t i) const {
    if (!text_.can(i, adjective) || text_[i].unknown || !linked(i + 1) || !text_.is(i + 1, word("et"))) return npos;
    std::size_t second = i + 2;
    while (linked(second) && second < i + 4 &&
           (text_.classes(second, part(adverb)) & lemma_class::degree_adverb) != 0) {
        ++second;
    }
    if (!linked(second) || text_[second].unknown || !text_.can(second, adjective) || is_determiner(text_, second))
        return npos;
    const std::size_t head = second + 1;
    const bool noun_follows = linked(head) && text_.can(head, noun) && !text_[head].unknown &&
                              !can_be_finite(text_, head) && !text_.can(head, part(preposition) | part(determiner));
    if (!noun_follows) return npos;
    // les employés et petits commerçants: a noun and a noun group
    if (text_.can(i, noun) && can_be_participle(text_, i)) return npos;
    const bool usual = (text_.classes(i, part(adjective)) & lemma_class::before_noun) != 0 || !text_.can(i, noun);
    const bool second_usual =
        (text_.classes(second, part(adjective)) & lemma_class::before_noun) != 0 || !text_.can(second, noun);
    const bool head_ends = !linked(head + 1) || !text_.can(head + 1, part(noun) | part(adjective));
    return usual || second_usual || text_.only(head, noun) || head_ends ? second : npos;
}

/// The noun of a group whose determiner stands before i, or npos.
std::size_t Chunks::find_head(std::size_t i, std::size_t first) const {
    std::size_t last_nominal = npos;
    while (i < text_.size() && (i == first || linked(i))) {
        const bool name = text_.can(i, part(noun) | part(proper_noun) | part(title)) || text_[i].unknown;
        const bool qualifies = text_.can(i, adjective) || can_be_participle(text_, i) || text_.can(i, numeral);
        // trois derrière le comptoir: a preposition unless an article makes it a noun
        if (text_.can(i, preposition) && i > first && !(i > 0 && is_determiner(text_, i - 1))) break;
        if (!name && !qualifies) {
            const bool adverb_inside = text_.can(i, adverb) && linked(i + 1) &&
                                       (text_.can(i + 1, adjective) || can_be_participle(text_, i + 1));
            if (!adverb_inside) break;
            ++i;
            continue;
        }
        if (text_.can(i, numeral) && linked(i + 1) && text_.can(i + 1, part(numeral) | part(noun))) {
            last_nominal = i++;
            continue;
        }
        if (name) {
            const bool before =
                qualifies && linked(i + 1) &&
                ((text_.classes(i, part(adjective)) & lemma_class::before_noun) != 0 || text_.can(i, numeral)) &&
                text_.can(i + 1, part(noun) | part(proper_noun)) && !text_.only(i + 1, proper_noun) &&
                (!can_be_finite(text_, i + 1) || noun_fits(i, i + 1));
            last_nominal = i;
            if (const std::size_t joined = joined_before_noun(i); joined != npos) {
                i = joined;  // une petite et vieille table
                continue;
            }
            if (!before && !leads_to_noun(i)) return i;
        } else {
            last_nominal = i;
            if (const std::size_t joined = joined_before_noun(i); joined != npos) {
                i = joined;
                continue;
            }
            if (linked(i + 1) && can_be_finite(text_, i + 1) && !noun_fits(i, i + 1)) return i;
        }
        ++i;
    }
    return last_nominal;
}

/// The last token of a group whose noun is i: adjectives, names and figures after it.
std::size_t Chunks::after_head(std::size_t i) const {
    std::size_t last = i;
    for (std::size_t k = i + 1; linked(k);) {
        if (text_[k].enclitic) {
            last = k++;
            continue;
        }
        if (text_.is_any(k, {word("et"), word("ou"), word("mais")}) && last > i &&
            (only_qualifier(text_, last) || text_.can(last, adjective)) && k + 1 < text_.size()) {
            const std::size_t next = skip_adverbs(text_, k + 1);
            const bool joined = next != npos && (only_qualifier(text_, next) ||
                                                 (can_be_participle(text_, next) && !can_be_finite(text_, next)) ||
                                                 (text_.can(next, adjective) && !can_be_finite(text_, next)));
            // tachée et payé un café: the participle of another verb
            const bool with_object =
                next != npos && can_be_participle(text_, next) && linked(next + 1) &&
                text_.is_any(next + 1, {word("un"), word("une"), word("le"), word("la"), word("les"), word("mon"),
                                        word("ma"), word("mes"), word("l'")});
            if (!joined || with_object) break;
            last = next;
            k = next + 1;
            continue;
        }
        if (adverb_phrase(text_, k) != 0) {
            const std::size_t next = skip_adverbs(text_, k);
            if (next == npos || text_.is(k, word("du")) || !adjectival(text_, next)) break;
            last = next;
            k = next + 1;
            continue;
        }
        if (is_inner_adverb(text_, k)) {
            const std::size_t next = skip_adverbs(text_, k);
            const bool degree =
                (text_.classes(k, part(adverb)) & lemma_class::degree_adverb) != 0 || text_.lower(k).ends_with("ment");
            if (next == npos || !degree || !adjectival(text_, next)) break;
            last = next;
            k = next + 1;
            continue;
        }
        if (text_.is(k, word("deux")) && k == i + 1 && is_labelled(text_.lower(i))) {  // le numéro deux mondial
            last = k++;
            continue;
        }
        if (text_[k].id != no_word &&
            !text_.is_any(k, {word("même"), word("mêmes"), word("seul"), word("seule"), word("autre"), word("autres"),
                              word("possible"), word("compris"), word("passé")}))
            break;
        if (can_be_finite(text_, k) && !text_[k].unknown) {
            // des cartons vides: a second person (tu vides) is no verb after a noun
            std::uint8_t persons = 0;
            for (const Analysis& reading : text_.readings(k)) persons |= reading.features.persons;
            const bool third = (persons & (person::third_singular | person::third_plural)) != 0;
            const bool agent = can_be_participle(text_, k) && linked(k + 1) &&
                               (text_.is(k + 1, word("par")) || only_finite(text_, k + 1));
            if (third || !(text_.can(k, adjective) || agent)) break;
        }
        const bool nominal =
            text_.can(k, part(noun) | part(adjective) | part(proper_noun) | part(numeral) | part(title)) ||
            can_be_participle(text_, k);
        if (!nominal || text_.can(k, preposition) || (text_.can(k, adverb) && !text_.can(k, adjective))) break;
        last = k++;
    }
    return last;
}

std::size_t Chunks::cut_noun_group(std::size_t i) {
    Chunk chunk;
    chunk.kind = ChunkKind::noun_group;
    chunk.first = static_cast<std::uint32_t>(i);
    std::size_t k = i;
    while (k < i + 4 && (k == i || (linked(k) && may_follow_determiner(text_, k))) && is_determiner(text_, k) &&
           !(text_.only(k, pronoun))) {
        chunk.determined = true;
        ++k;
    }
    const bool stands_alone = k > i && is_pronoun_determiner(text_, k - 1);
    if (k >= text_.size() || (k > i && !linked(k))) {
        chunk.head = chunk.last = static_cast<std::uint32_t>(k - 1);
        chunk.uncertain = !stands_alone;
    } else {
        const std::size_t head = find_head(k, i);
        if (head == npos) {
            chunk.head = chunk.last = static_cast<std::uint32_t>(k == i ? i : k - 1);
            chunk.uncertain = !stands_alone;
        } else {
            chunk.head = static_cast<std::uint32_t>(head);
            chunk.last = static_cast<std::uint32_t>(after_head(head));
        }
    }
    // an unknown word after the noun may be a misspelt verb
    for (std::size_t inner = chunk.head + 1U; inner <= chunk.last; ++inner) {
        if (text_[inner].unknown && !text_[inner].capital && text_.token(inner).kind == language::TokenKind::word)
            chunk.uncertain = true;
    }
    agree(chunk);
    add(chunk);
    return chunk.last + 1U;
}

/// The verb of which the group begins the clause is a plural and nothing else.
bool Chunks::plural_verb_follows(const Chunk& chunk) const {
    if (!text_.is_any(chunk.first, {word("le"), word("la"), word("mon"), word("ma"), word("ton"), word("ta"),
                                    word("son"), word("sa"), word("ce"), word("cette"), word("cet"), word("notre"),
                                    word("votre"), word("certain"), word("certaine")}))
        return false;
    if (linked(chunk.first) && !chunks_.empty() &&
        (chunks_.back().kind == ChunkKind::preposition || chunks_.back().kind == ChunkKind::verb ||
         text_.is(chunk.first - 1U, word("et"))))
        return false;
    std::size_t i = chunk.last + 1U;
    for (int steps = 0; steps < 3 && linked(i) && (is_ne(text_, i) || is_clitic(text_, i)); ++steps) ++i;
    return linked(i) && only_finite(text_, i) && text_[i].persons == person::third_plural;
}

/// What determiners, adjectives before, and noun allow together.
void Chunks::agree(Chunk& chunk) const {
    AgreementSet set = any_agreement;
    constexpr Parts noun_like = part(noun) | part(proper_noun) | part(title) | part(pronoun) | part(numeral);
    for (std::size_t k = chunk.first; k <= chunk.head; ++k) {
        Parts parts = k == chunk.head ? noun_like : part(determiner) | part(adjective) | part(verb) | part(numeral);
        if (k < chunk.head && text_.can(k, adverb) && !text_.can(k, adjective) && !text_.can(k, determiner)) continue;
        AgreementSet own = agreement(text_, k, parts);
        if (text_.is_any(k, {word("tout"), word("toute"), word("même")}) && chunk.first != chunk.last) continue;
        if (text_.is(k, word("quelque")) && k < chunk.head && text_.can(k + 1, numeral)) continue;
        if (text_.is_any(k, {word("quelque"), word("leur")}) && k < chunk.head) {
            own = agreement_set(gender::any, number::any);
            if (text_.can(chunk.head, noun) &&
                (numbers_of(agreement(text_, chunk.head, part(noun))) & number::plural) == 0)
                own = agreement_set(gender::any, number::singular);
        }
        if (own == 0) own = agreement(text_, k, part(adjective) | part(verb) | part(determiner));
        if (own == 0) continue;
        if (k == chunk.head && (text_.classes(k, part(noun)) & lemma_class::any_gender_person) != 0) {
            own = agreement_set(gender::any, numbers_of(own));
        }
        if (k == chunk.head && chunk.first == chunk.last && text_.token(k).first_of_sentence && !text_[k].capital) {
            // Pierre est venu: a name that is a common noun too begins its sentence
            for (const Analysis& reading : text_.readings(k)) {
                if (!reading.features.has_role(role::first_name)) continue;
                own = agreement_set(reading.features.genders == 0 ? gender::any : reading.features.genders,
                                    number::singular);
                break;
            }
        }
        if (k == chunk.head && (text_[k].capital || text_.only(k, proper_noun))) {
            bool first_name = text_.only(k, proper_noun);
            for (const Analysis& reading : text_.readings(k))
                first_name = first_name && reading.features.has_role(role::first_name);
            own = agreement_set(text_.only(k, proper_noun) ? genders_of(own) : gender::any,
                                first_name && chunk.first == chunk.last ? number::singular : number::any);
        }
        if ((set & own) == 0) {
            chunk.faulty = true;
            // le paniers étaient: the noun and the verb outvote the determiner
            if (k == chunk.head && numbers_of(own) == number::plural && k == chunk.first + 1U &&
                plural_verb_follows(chunk)) {
                set = agreement_set(genders_of(own), number::plural);
                continue;
            }
            // leurs service est: the noun and the verb again
            if (k == chunk.head && k == chunk.first + 1U && text_.is(chunk.first, word("leurs")) &&
                numbers_of(own) == number::singular && linked(k + 1) && only_finite(text_, k + 1) &&
                text_[k + 1].persons == person::third_singular) {
                set = agreement_set(genders_of(own), number::singular);
                continue;
            }
            // the noun keeps its gender, the determiner its number
            const bool determiner_says = (set & agreement_set(gender::any, numbers_of(own))) == 0;
            // la véhicule: which of the two is wrong, nobody knows
            if (!determiner_says && is_determiner(text_, chunk.first) && k == chunk.head) {
                set = agreement_set(gender::any, static_cast<std::uint8_t>(numbers_of(set) & numbers_of(own)));
                continue;
            }
            set = agreement_set(k == chunk.head ? genders_of(own) : gender::any,
                                determiner_says ? numbers_of(set) : numbers_of(own));
            continue;
        }
        set &= own;
    }
    chunk.genders = genders_of(set);
    chunk.numbers = numbers_of(set);
    if (text_.is_any(chunk.first, {word("tout"), word("toute")}) && chunk.head == chunk.first + 1U &&
        chunk.numbers == number::plural) {  // tout clients
        chunk.numbers = number::any;
        chunk.faulty = true;
    }
    chunk.persons = static_cast<std::uint8_t>(((chunk.numbers & number::singular) != 0 ? person::third_singular : 0U) |
                                              ((chunk.numbers & number::plural) != 0 ? person::third_plural : 0U));
}

}  // namespace relis::grammar
