#include "subject.h"

#include "subject_pronoun.h"
#include "subject_search.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

constexpr std::uint8_t all_persons = 63;

}  // namespace

void SubjectSearch::take(Subject& subject, std::size_t k) const {
    const Chunk& chunk = chunks_[k];
    subject.found = true;
    subject.certain = !chunk.uncertain;
    subject.persons = chunk.persons;
    subject.agreement = subject.nearest = agreement_set(chunk.genders, chunk.numbers);
    subject.first = chunk.first;
    subject.last = chunk.last;
    if ((text_.classes(chunk.head, part(noun)) & lemma_class::quantity) != 0 &&
        text_.is_any(chunk.first, {word("la"), word("un"), word("une"), word("le")})) {
        const bool alone = text_.lower(chunk.head) == "moitié" || text_.lower(chunk.head) == "majorité" ||
                           text_.is(chunk.head, word("plupart")) || text_.lower(chunk.head) == "minorité";
        if (alone) {
            subject.persons = person::third_singular | person::third_plural;
            subject.agreement = any_agreement;
        }
    }
    const bool is_name = text_.can(chunk.head, part(proper_noun) | part(PartOfSpeech::pronoun));
    const bool counted = chunk.head > chunk.first && text_.only(chunk.first, numeral) &&
                         (text_.token(chunk.first).kind == language::TokenKind::word ||
                          (chunk.numbers == number::plural && text_.only(chunk.head, noun)));
    if (!chunk.determined && !counted && !is_name && text_.can(chunk.head, noun)) {
        subject.certain = subject.certain && text_.token(chunk.first).first_of_sentence;
    }
}

void SubjectSearch::join(Subject& subject, const Chunk& other, bool exclusive) const {
    const bool feminine = subject.agreement != 0 && (genders_of(subject.agreement) & gender::masculine) == 0 &&
                          (other.genders & gender::masculine) == 0;
    const bool masculine = genders_of(subject.agreement) == gender::masculine || other.genders == gender::masculine;
    const std::uint8_t genders = feminine ? gender::feminine : masculine ? gender::masculine : gender::any;
    subject.composite = true;
    subject.persons = exclusive ? static_cast<std::uint8_t>(person::third_plural | person::third_singular)
                                : static_cast<std::uint8_t>(person::third_plural);
    const bool first_person = text_.is(subject.first, word("moi")) || text_.is(other.first, word("moi"));
    const bool second_person = text_.is(subject.first, word("toi")) || text_.is(other.first, word("toi"));
    if (first_person) {
        subject.persons = static_cast<std::uint8_t>(person::first_plural |
                                                    (exclusive ? person::third_singular | person::first_singular : 0U));
    }
    if (second_person) subject.persons = person::second_plural;
    subject.agreement = subject.nearest = agreement_set(genders, exclusive ? number::any : number::plural);
    subject.first = other.first;
}

/// The subject whose last group is k: complements, participles and relative clauses are stepped over.
Subject SubjectSearch::from_group(std::size_t k, int depth) {
    Subject subject;
    take(subject, k);
    for (int steps = 0; steps < max_subject_steps; ++steps) {
        std::size_t before = k > 0 && same(k - 1, k) ? k - 1 : npos;
        if (before != npos && kind(before) == ChunkKind::adverb) {
            // beaucoup de clients: the adverb counts for its complement, handled below; others are stepped over
            before = left_of(k);
        }
        if (before == npos || kind(before) == ChunkKind::strong) {
            if (text_.is(chunks_[k].first, word("du"))) subject.certain = false;
        }
        if (before == npos) {
            if (is_contracted(k) && text_.is_any(chunks_[k].first, {word("au"), word("aux")})) return {};
            return subject;
        }
        const ChunkKind what = kind(before);
        const bool complement = what == ChunkKind::preposition ||
                                (is_contracted(k) && (what == ChunkKind::noun_group || what == ChunkKind::participle ||
                                                      what == ChunkKind::infinitive));
        // lequel des deux, laquelle de vos cartes
        const std::size_t which =
            what == ChunkKind::preposition && before > 0 && same(before - 1, before) ? before - 1 : before;
        if (kind(which) == ChunkKind::relative && (which != before || is_contracted(k)) &&
            text_.is_any(chunks_[which].first, {word("lequel"), word("laquelle")})) {
            subject.persons = person::third_singular;
            subject.agreement = subject.nearest =
                agreement_set(text_.is(chunks_[which].first, word("lequel")) ? gender::masculine : gender::feminine,
                              number::singular);
            subject.first = chunks_[which].first;
            return subject;
        }
        if (!complement && text_.is_any(chunks_[k].first, {word("au"), word("aux")})) return {};
        if (complement) {
            subject.through_complement = true;
            // d'aucuns, d'autres attendent
            const bool opens = before == 0 || !same(before - 1, before) || kind(before - 1) == ChunkKind::comma ||
                               kind(before - 1) == ChunkKind::strong || kind(before - 1) == ChunkKind::coordination;
            if (text_.lower(chunks_[k].head) == "aucuns" ||
                (opens && text_.is(chunks_[k].head, word("autres")) && text_.is(chunks_[before].first, word("d'")) &&
                 chunks_[k].first == chunks_[k].last)) {
                subject.certain = true;
                return subject;
            }
            std::size_t governor =
                what == ChunkKind::preposition ? (before > 0 && same(before - 1, before) ? before - 1 : npos) : before;
            if (governor == npos) return {};
            if (kind(governor) == ChunkKind::adverb) {
                const std::size_t adverb_token = chunks_[governor].last;
                if (text_.is_any(adverb_token,
                                 {word("beaucoup"), word("peu"), word("trop"), word("assez"), word("tant"),
                                  word("autant"), word("plus"), word("moins"), word("combien"), word("tellement")}) ||
                    text_.lower(adverb_token) == "davantage") {
                    // beaucoup de clients: the group needs no determiner
                    subject.certain = !chunks_[k].uncertain;
                    if (text_.is_any(adverb_token, {word("plus"), word("moins")})) subject.certain = false;
                    // le peu de confiance: with either
                    if (text_.is(adverb_token, word("peu")) && adverb_token > 0 &&
                        text_.is(adverb_token - 1, word("le")))
                        subject.certain = false;
                    k = governor;
                    continue;
                }
                governor = left_of(governor);
                if (governor == npos) return {};
            }
            while (governor != npos &&
                   (kind(governor) == ChunkKind::participle || kind(governor) == ChunkKind::infinitive ||
                    (kind(governor) == ChunkKind::preposition && governor > 0))) {
                governor = left_of(governor);
            }
            if (governor == npos || kind(governor) == ChunkKind::verb) {
                const std::size_t outer = governor == npos ? npos : before_clause(governor);
                if (outer == npos || kind(outer) != ChunkKind::noun_group) return {};
                governor = outer;
            }
            if (kind(governor) == ChunkKind::comma) {
                // a complement set between commas: la directrice, à l'accueil, sourit
                return {};
            }
            if (kind(governor) != ChunkKind::noun_group) return {};
            const AgreementSet complement_set = subject.agreement;
            const std::uint8_t complement_persons = subject.persons;
            const bool of_us = text_.is_any(chunks_[k].last, {word("nous"), word("vous")});
            if (complement_persons == all_persons && of_us && text_.is(chunks_[before].first, word("entre")) &&
                ((chunks_[governor].numbers & number::singular) == 0 ||
                 text_.lower(chunks_[governor].head) == "nombre")) {
                subject.certain = false;  // plusieurs d'entre nous avons, or ont
                return subject;
            }
            const bool of = is_contracted(k) || text_.is_any(chunks_[before].first, {word("de"), word("d'")});
            take(subject, governor);
            if (of && (text_.classes(chunks_[governor].head, part(noun) | part(PartOfSpeech::pronoun)) &
                       lemma_class::quantity) != 0) {
                const bool most = text_.is(chunks_[governor].head, word("plupart"));
                if (most) {
                    subject.persons = complement_persons;
                    subject.agreement = complement_set;
                } else {
                    subject.persons |= complement_persons;
                    subject.agreement |= complement_set;
                }
            }
            k = governor;
            continue;
        }
        switch (what) {
            case ChunkKind::strong:
                // a quotation or a parenthesis may belong to the subject
                if (!text_.is_any(chunks_[before].first,
                                  {word(";"), word(":"), word("."), word("!"), word("?"), word("...")})) {
                    subject.certain = false;
                }
                return subject;
            case ChunkKind::subordinator:
                if (example_of(before) != npos) {
                    k = example_of(before);
                    take(subject, k);
                    subject.through_complement = true;
                    continue;
                }
                if (text_.is(chunks_[before].first, word("comme"))) subject.certain = false;
                return subject;
            case ChunkKind::comma:
                // a list without et, or a clause that begins: the plural stays possible after another noun group
                if (!chunks_[k].determined && !text_.can(chunks_[k].head, part(PartOfSpeech::pronoun)))
                    subject.certain = false;
                if (before > 0 && same(before - 1, before) && kind(before - 1) == ChunkKind::noun_group &&
                    !opens_with_place(before - 1) && !opens_with_time(before - 1) &&
                    !text_.is_any(chunks_[k].first, {word("ça"), word("cela"), word("ceci")}) &&
                    !(text_.token(chunks_[before - 1].first).first_of_sentence && !chunks_[before - 1].determined)) {
                    subject.persons |= person::third_plural;
                    subject.agreement |= agreement_set(gender::any, number::plural);
                }
                return subject;
            case ChunkKind::relative:
                if (text_.is(chunks_[before].first, word("qui"))) return {};
                if (example_of(before) != npos) {
                    k = example_of(before);
                    take(subject, k);
                    subject.through_complement = true;
                    continue;
                }
                // il n'a que cela: a restriction, no clause
                if (before > 0 && same(before - 1, before) && kind(before - 1) == ChunkKind::verb &&
                    is_ne(text_, chunks_[before - 1].first)) {
                    return {};
                }
                // plus grand que les autres: a comparison, no clause
                for (std::size_t i = chunks_[before].first, n = 0; i > 0 && n < 5 && same_sentence(text_, i - 1, i);
                     --i, ++n) {
                    if (text_.is_any(i - 1, {word("plus"), word("moins"), word("aussi"), word("autant"), word("mieux"),
                                             word("autre"), word("autres"), word("même"), word("mêmes"), word("tant"),
                                             word("bien")})) {
                        subject.certain = false;
                    }
                }
                return subject;
            case ChunkKind::coordination: {
                const std::size_t conjunction_token = chunks_[before].first;
                if (!text_.is_any(conjunction_token, {word("et"), word("ou"), word("ni")})) return subject;
                const std::size_t left = before > 0 && same(before - 1, before) ? before - 1 : npos;
                if (left == npos) return subject;
                if (kind(left) == ChunkKind::noun_group && is_object(left)) return subject;
                // le préposé aux fruits et légumes: joined inside the complement
                if (kind(left) == ChunkKind::noun_group && !chunks_[k].determined &&
                    chunks_[k].first == chunks_[k].head && !chunks_[left].faulty &&
                    text_.only(chunks_[k].head, part(noun) | part(adjective) | part(verb)) &&
                    (is_contracted(left) ||
                     (left > 0 && same(left - 1, left) && kind(left - 1) == ChunkKind::preposition))) {
                    take(subject, left);
                    k = left;
                    continue;
                }
                if (kind(left) == ChunkKind::noun_group) {
                    join(subject, chunks_[left], !text_.is(conjunction_token, word("et")));
                    // an object of the clause before, or the first of two subjects: only its own left side tells
                    const Subject outer = depth < 4 ? from_group(left, depth + 1) : Subject{};
                    if (outer.found && outer.through_complement) {
                        subject.persons |= outer.persons;
                        subject.persons |= chunks_[k].persons;
                        subject.agreement |= outer.agreement;
                        subject.agreement |= agreement_set(chunks_[k].genders, chunks_[k].numbers);
                    } else if (!outer.found || !outer.certain) {
                        subject.certain = false;
                        subject.persons |= chunks_[k].persons;
                        subject.agreement |= agreement_set(chunks_[k].genders, chunks_[k].numbers);
                    } else if (!outer.composite) {
                        if (genders_of(outer.agreement) == gender::masculine) {
                            subject.agreement = agreement_set(gender::masculine, number::plural);
                        }
                        subject.first = outer.first;
                    }
                    return subject;
                }
                if (text_.is_any(chunks_[k].first, {word("aucun"), word("aucune"), word("chacun"), word("chacune")}))
                    return subject;
                if (kind(left) == ChunkKind::other &&
                    text_.is_any(chunks_[left].first, {word("vous"), word("nous"), word("elle"), word("elles")})) {
                    const std::uint8_t own = subject.persons;
                    join(subject, chunks_[left], !text_.is(conjunction_token, word("et")));
                    if (text_.is(chunks_[left].first, word("vous"))) subject.persons = person::second_plural;
                    if (text_.is(chunks_[left].first, word("nous"))) subject.persons = person::first_plural;
                    if (text_.is(subject.last, word("moi"))) subject.persons = person::first_plural;
                    if (text_.is(conjunction_token, word("ou"))) subject.persons |= own;
                    return subject;
                }
                if (kind(left) == ChunkKind::comma) {  // a new clause, or the last of a list
                    // sans sonner, et la boîte était: no noun stands before the comma, so no list
                    const std::size_t listed = left > 0 && same(left - 1, left) ? left - 1 : npos;
                    if (listed == npos || kind(listed) == ChunkKind::infinitive ||
                        (kind(listed) == ChunkKind::noun_group && is_object(listed) && !opens_list(listed)))
                        return subject;
                    subject.persons |= person::third_plural;
                    subject.agreement |= agreement_set(gender::any, number::plural);
                    return subject;
                }
                if (kind(left) == ChunkKind::verb || kind(left) == ChunkKind::participle ||
                    kind(left) == ChunkKind::adverb) {
                    subject.certain = subject.certain && !in_participle_clause(left);
                    // le lieu où l'on achète et la vente: joined to the group before the relative clause
                    std::size_t inner = left;
                    while (inner != npos && kind(inner) != ChunkKind::verb) {
                        inner = kind(inner) == ChunkKind::participle ? left_of(inner) : npos;
                    }
                    if (inner != npos && before_clause(inner) != npos) {
                        subject.persons |= person::third_plural;
                        subject.agreement |= agreement_set(gender::any, number::plural);
                    }
                    return subject;
                }
                subject.certain = false;
                subject.persons |= person::third_plural;
                subject.agreement |= agreement_set(gender::any, number::plural);
                return subject;
            }
            case ChunkKind::participle:
            case ChunkKind::infinitive: {
                std::size_t governor = left_of(before);
                while (governor != npos &&
                       (kind(governor) == ChunkKind::preposition || kind(governor) == ChunkKind::participle ||
                        kind(governor) == ChunkKind::infinitive)) {
                    governor = left_of(governor);
                }
                // la vendeuse que j'ai entendue conseiller une cliente
                // les pneus qu'on m'avait vendus l'automne passé: a pronoun is the subject there, so no group is
                const bool own_subject =
                    governor != npos && left_of(governor) != npos && kind(left_of(governor)) == ChunkKind::pronoun;
                if (governor != npos && kind(governor) == ChunkKind::verb &&
                    (what == ChunkKind::infinitive || own_subject))
                    governor = before_clause(governor);
                if (governor == npos || kind(governor) != ChunkKind::noun_group) return {};
                take(subject, governor);
                k = governor;
                continue;
            }
            case ChunkKind::verb: {
                const std::size_t outer = before_clause(before);
                if (outer == npos || kind(outer) != ChunkKind::noun_group) return {};
                take(subject, outer);
                subject.through_complement = true;
                k = outer;
                continue;
            }
            case ChunkKind::noun_group:
                // a word that the lexicon does not have: most likely a misspelt conjunction or adverb
                if (text_[chunks_[before].head].unknown && !chunks_[before].determined) return subject;
                // ce matin les caissiers travaillent: a time before the subject
                if ((text_.classes(chunks_[before].head, part(noun)) & lemma_class::time) != 0 &&
                    text_.is_any(chunks_[before].first, {word("ce"), word("cet"), word("cette"), word("chaque")}))
                    return subject;
                // mes mes amis: the first is another word misspelt
                if (chunks_[before].uncertain && chunks_[before].first == chunks_[before].last) return subject;
                return {};
            default:
                return {};
        }
    }
    return {};
}

/// elle s'est reprise et s'est excusée: the subject of the verbs before, when all of them have one.
Subject SubjectSearch::of_joined_verb(std::size_t k) {
    const std::size_t joint = left_of(k);
    if (joint == npos || joint == 0) return {};
    const bool and_verb = kind(joint) == ChunkKind::coordination &&
                          text_.is_any(chunks_[joint].first, {word("et"), word("mais"), word("puis")});
    if (!and_verb && kind(joint) != ChunkKind::comma) return {};
    Subject subject;
    bool any = false;
    std::size_t v = joint;
    for (int steps = 0; v > 0 && same(v - 1, k); ++steps) {
        --v;
        if (steps > max_subject_steps || kind(v) == ChunkKind::strong) return {};
        if (kind(v) != ChunkKind::verb) continue;
        const Subject other = of_verb(v);
        if (!other.found || !other.certain) {
            // joined to a verb before it in the same way
            const std::size_t before = left_of(v);
            if (before != npos && (kind(before) == ChunkKind::comma || kind(before) == ChunkKind::coordination))
                continue;
            return {};
        }
        if (!any) subject = other;
        any = true;
        subject.agreement |= other.agreement;
        subject.persons |= other.persons;
    }
    subject.nearest = subject.agreement;
    subject.relative = false;
    subject.certain = (subject.persons & chunks_[k].persons) != 0;
    return any ? subject : Subject{};
}

Subject SubjectSearch::of_verb(std::size_t k) {
    const Chunk& verb = chunks_[k];
    for (std::size_t i = verb.head + 1U; i <= verb.last; ++i) {
        if (text_[i].enclitic) return subject_of_enclitic(text_, i);
    }
    const std::size_t left = left_of(k);
    if (left == npos) return {};
    switch (kind(left)) {
        case ChunkKind::pronoun:
            return subject_of_pronoun(text_, chunks_[left]);
        case ChunkKind::noun_group:
            if (text_.is(chunks_[left].first, word("quiconque"))) {  // contre quiconque: begins its clause
                Subject anyone;
                take(anyone, left);
                return anyone;
            }
            return from_group(left);
        case ChunkKind::relative: {
            const std::size_t before = left_of(left);
            if (text_.is_any(chunks_[left].first,
                             {word("lequel"), word("laquelle"), word("lesquels"), word("lesquelles")})) {
                if (before != npos && kind(before) == ChunkKind::preposition) return {};
                Subject which;
                which.found = which.certain = true;
                const bool plural = text_.is_any(chunks_[left].first, {word("lesquels"), word("lesquelles")});
                const bool feminine = text_.is_any(chunks_[left].first, {word("laquelle"), word("lesquelles")});
                which.persons = plural ? person::third_plural : person::third_singular;
                which.agreement = agreement_set(feminine ? gender::feminine : gender::masculine,
                                                plural ? number::plural : number::singular);
                which.first = which.last = chunks_[left].first;
                return which;
            }
            if (!text_.is(chunks_[left].first, word("qui"))) return {};
            if (before != npos && kind(before) == ChunkKind::preposition) return {};
            return antecedent(left);
        }
        case ChunkKind::preposition: {
            // les employés d'autrefois, les clients d'ici: a complement that is an adverb
            const std::size_t group = left_of(left);
            if (left + 1 >= k || !text_.is_any(chunks_[left].first, {word("de"), word("d'")}) || group == npos ||
                kind(group) != ChunkKind::noun_group)
                return {};
            return from_group(group);
        }
        case ChunkKind::participle: {
            std::size_t governor = left_of(left);
            while (governor != npos && kind(governor) == ChunkKind::participle) governor = left_of(governor);
            if (governor != npos && kind(governor) == ChunkKind::verb) governor = before_clause(governor);
            if (governor == npos || kind(governor) != ChunkKind::noun_group) return {};
            return from_group(governor);
        }
        case ChunkKind::infinitive: {
            // les employés que j'ai rencontrer semblaient: a participle misspelt
            std::size_t governor = left_of(left);
            // les tables qu'on venait de débarrasser, les crèmes qu'elle m'a fait essayer
            while (governor != npos && governor > 0 &&
                   (kind(governor) == ChunkKind::preposition || kind(governor) == ChunkKind::participle)) {
                governor = left_of(governor);
            }
            if (governor != npos && kind(governor) == ChunkKind::verb) governor = before_clause(governor);
            if (governor == npos || kind(governor) != ChunkKind::noun_group) return {};
            return from_group(governor);
        }
        case ChunkKind::comma: {
            const std::size_t opening = opening_comma(left);
            if (opening == npos) return {};
            std::size_t group = left_of(opening);
            while (group != npos && kind(group) == ChunkKind::participle) group = left_of(group);
            if (group == npos || kind(group) != ChunkKind::noun_group) return {};
            Subject subject = from_group(group);
            // le film de l'année, Les Sentiers, qui reste actuel, s'est vendu: an apposition, or the end of a list
            const std::size_t lead = subject.found ? chunks_.of_token(subject.first) : 0;
            if (lead > 0 && same(lead - 1, lead) && kind(lead - 1) == ChunkKind::comma) {
                subject.persons |= person::third_singular | person::third_plural;
                subject.agreement = any_agreement;
            }
            if (kind(opening + 1) == ChunkKind::noun_group && subject.found &&
                !text_.is_any(chunks_[opening + 1].first, {word("eux"), word("lui"), word("elle")})) {
                subject.persons |= person::third_plural;  // a list
                subject.agreement |= agreement_set(gender::any, number::plural);
            }
            return subject;
        }
        case ChunkKind::verb: {
            // la table voisine parlait: of two verbs in a row the first is the adjective that it may be
            const Chunk& first = chunks_[left];
            if (left + 1 == k && left > 0 && first.uncertain && first.first == first.last &&
                text_.can(first.head, adjective) && same(left - 1, left) && kind(left - 1) == ChunkKind::noun_group &&
                chunks_[left - 1].last + 1U == first.first &&
                (agreement(text_, first.head, part(adjective)) &
                 agreement_set(chunks_[left - 1].genders, chunks_[left - 1].numbers)) != 0)
                return from_group(left - 1);
            const std::size_t outer = before_clause(left);
            if (outer == npos || kind(outer) != ChunkKind::noun_group) return {};
            return from_group(outer);
        }
        default:
            return {};
    }
}

Subject find_subject(const ReadText& text, const Chunks& chunks, std::size_t k) {
    return SubjectSearch(text, chunks).of_verb(k);
}

Subject find_joined_subject(const ReadText& text, const Chunks& chunks, std::size_t k) {
    return SubjectSearch(text, chunks).of_joined_verb(k);
}

Subject find_antecedent(const ReadText& text, const Chunks& chunks, std::size_t relative) {
    return SubjectSearch(text, chunks).antecedent(relative);
}

}  // namespace relis::grammar
