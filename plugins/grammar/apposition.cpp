// Adjectives and participles set apart by commas after the subject: les baguettes, encore tièdes, sentaient bon;
// les tarifs, écrits en petits caractères, sont lisibles.
#include "rules.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

/// The closing comma of an insertion that begins after token `comma`, or npos: near, in the same sentence, not in a
/// list.
std::size_t closing_comma(const ReadText& text, std::size_t comma) {
    for (std::size_t i = comma + 1; i < text.size() && i < comma + 14 && same_sentence(text, comma, i); ++i) {
        if (text[i].boundary == Boundary::strong) return npos;
        if (text[i].boundary == Boundary::comma) return i;
    }
    return npos;
}

/// The token after « bien que », « quoique », « voire » at i, or i.
std::size_t after_concession(const ReadText& text, std::size_t i) {
    if (!same_sentence(text, i, i + 2)) return i;
    if (text.is_any(i, {word("quoique"), word("quoiqu'")}) || text.lower(i) == "voire") return i + 1;
    if (text.is(i, word("bien")) && text.is_any(i + 1, {word("que"), word("qu'")})) return i + 2;
    return i;
}

/// The verb of the clause, or its clitics, stands after the insertion.
bool verb_follows(const ReadText& text, std::size_t i) {
    if (i >= text.size() || text[i].boundary != Boundary::none) return false;
    return is_ne(text, i) || can_be_finite(text, i) || (is_clitic(text, i) && text.can(i, PartOfSpeech::pronoun));
}

/// The noun group before the comma begins its clause: it is the subject, and nothing else can be qualified.
bool leads_clause(const ReadText& text, const Chunks& chunks, std::size_t k) {
    if (chunks[k].kind != ChunkKind::noun_group || !chunks[k].determined || chunks[k].uncertain) return false;
    if (text.is_any(chunks[k].first, {word("du"), word("au"), word("aux")})) return false;
    if (k == 0 || !same_sentence(text, chunks[k - 1].first, chunks[k].first)) return true;
    const ChunkKind before = chunks[k - 1].kind;
    if (before == ChunkKind::coordination && k > 1 && chunks[k - 2].kind == ChunkKind::comma) return true;
    return before == ChunkKind::strong || before == ChunkKind::subordinator ||
           (before == ChunkKind::relative && !text.is(chunks[k - 1].first, word("qui")));
}

/// An adjective or a participle, perhaps a noun too, and no finite verb.
bool qualifies(const ReadText& text, std::size_t i) {
    if (text[i].unknown || text[i].boundary != Boundary::none) return false;
    if (adjectival(text, i)) return true;
    return can_be_participle(text, i) && !can_be_finite(text, i) &&
           text.only(i, part(PartOfSpeech::verb) | part(PartOfSpeech::adjective) | part(PartOfSpeech::noun));
}

/// What the words between commas may qualify.
struct Qualified {
    std::size_t group = npos;   ///< chunk that leads the clause, npos when it is not sure
    std::size_t last = npos;    ///< last token of what is named in the message
    AgreementSet wanted = 0;    ///< of the subject
    AgreementSet possible = 0;  ///< of anything else before the comma too
};

/// The subject before the chunk k + 1: le hall et les couloirs; les plats du jour; la dame qui tenait la caisse.
Qualified qualified_before(const ReadText& text, const Chunks& chunks, std::size_t k) {
    Qualified result;
    const std::size_t end = k;
    bool joined = false;
    for (int steps = 0; steps < 12; ++steps) {
        const Chunk& chunk = chunks[k];
        switch (chunk.kind) {
            case ChunkKind::noun_group: {
                if (chunk.uncertain || chunk.faulty || text.is_any(chunk.first, {word("moi"), word("toi")})) return {};
                const AgreementSet set = agreement_set(chunk.genders, chunk.numbers);
                if (leads_clause(text, chunks, k)) {
                    result.group = k;
                    result.last = joined ? chunks[end].last : chunk.last;
                    result.wanted = set;
                    if (joined) {
                        const bool feminine = (genders_of(set) & gender::masculine) == 0 &&
                                              (chunks[end].genders & gender::masculine) == 0;
                        result.wanted = agreement_set(feminine ? gender::feminine : gender::masculine, number::plural);
                    }
                    result.possible |= result.wanted;
                    return result;
                }
                result.possible |= set;
                break;
            }
            case ChunkKind::coordination:
                if (k + 1 != end || !text.is(chunk.first, word("et")) || k == 0 || !chunks[end].determined) return {};
                if (!leads_clause(text, chunks, k - 1)) {
                    if (k == 1) return {};
                    // j'ai rapporté le pot et la vendeuse, énervée, : a group that begins the next clause
                    const ChunkKind left = chunks[k - 2].kind;
                    if (chunks[k - 1].kind != ChunkKind::noun_group ||
                        (left != ChunkKind::verb && left != ChunkKind::participle && left != ChunkKind::infinitive) ||
                        chunks[end].uncertain || chunks[end].faulty)
                        return {};
                    result.group = end;
                    result.last = chunks[end].last;
                    result.wanted = agreement_set(chunks[end].genders, chunks[end].numbers);
                    result.possible |= agreement_set(chunks[k - 1].genders, chunks[k - 1].numbers);
                    return result;
                }
                joined = true;
                break;
            case ChunkKind::relative:
                if (!text.is(chunk.first, word("qui"))) return {};
                break;
            case ChunkKind::verb:
                // la dame qui m'a servie, pressée: anybody may be meant
                for (std::size_t i = chunk.first; i < chunk.head; ++i) {
                    if (text.is_any(i, {word("nous"), word("les")})) return {};
                }
                break;
            case ChunkKind::preposition:
            case ChunkKind::adverb:
            case ChunkKind::participle:
            case ChunkKind::infinitive:
                break;
            default:
                return {};
        }
        if (k == 0 || !same_sentence(text, chunks[k - 1].first, chunks[end].first)) return {};
        --k;
    }
    return {};
}

void check_insertion(Checker& checker, std::size_t comma) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    if (comma == 0 || !same_sentence(text, comma - 1, comma)) return;
    const std::size_t closing = closing_comma(text, comma);
    if (closing == npos || !verb_follows(text, closing + 1)) return;
    std::size_t i = skip_adverbs(text, after_concession(text, comma + 1));
    if (i != npos && text.lower(i) == "juste") i = skip_adverbs(text, i + 1);  // les pains, tout juste sortis du four
    if (i == npos || i >= closing || text[i].unknown || checker.reported(i)) return;
    const Qualified qualified = qualified_before(text, chunks, chunks.of_token(comma - 1));
    if (qualified.group == npos) return;
    const std::size_t k = qualified.group;
    const AgreementSet subject = qualified.wanted;
    std::uint8_t persons = 0;
    for (const Analysis& reading : text.readings(i)) persons |= reading.features.persons;
    const bool misspelt = (only_finite(text, i) && (persons & (person::third_singular | person::third_plural)) == 0) ||
                          // l'entraîneur, assit à son bureau
                          (only_finite(text, i) && text.tenses(i) == tense::past_historic &&
                           text.lower(i).ends_with("t") && i == comma + 1) ||
                          (can_be_infinitive(text, i) && !can_be_finite(text, i) && text.lower(i).ends_with("er") &&
                           text.only(i, part(PartOfSpeech::verb) | part(PartOfSpeech::noun)));
    // le propriétaire, offusquer, m'a dit
    const bool alone = misspelt && i + 1 == closing && only_infinitive(text, i) && chunks[k].last + 1U == comma &&
                       !is_form_of(text, closing + 1, lemma_class::etre);
    // le pain, servit froid, était bon
    const bool state = misspelt && i + 2 == closing && text.tenses(i) == tense::past_historic &&
                       text.only(i + 1, part(PartOfSpeech::adjective) | part(PartOfSpeech::noun)) &&
                       text.can(i + 1, PartOfSpeech::adjective);
    if (alone || state || (misspelt && i + 1 < closing && text.can(i + 1, PartOfSpeech::preposition))) {
        std::vector<std::string> suggestions = checker.participles(i, genders_of(subject), numbers_of(subject));
        if (suggestions.empty() && checker.wants_suggestions()) return;
        checker.report("participle-form", i, i,
                       "Qualifiant " + checker.quoted(chunks[k].first, chunks[k].last) + ", " + checker.quoted(i) +
                           " s'écrit au participe passé.",
                       std::move(suggestions));
        return;
    }
    // far from the group that leads the clause only a participle with its complement is no name
    const bool beside = qualified.last + 1U == comma;
    // le hall et les murs, repeint cet été, sont: also a singular verb, which has no place after a plural
    // mes lunettes, prête en une semaine, me vont: an adjective that is a singular verb too
    const bool homograph =
        (can_be_participle(text, i) || text.can(i, PartOfSpeech::adjective)) && can_be_finite(text, i) &&
        (text.only(i, part(PartOfSpeech::verb) | part(PartOfSpeech::adjective)) ||
         (i + 1 == closing && text.can(i, PartOfSpeech::adjective))) &&
        numbers_of(subject) == number::plural && (text.persons(i) & (person::third_plural | person::first_plural)) == 0;
    if ((!qualifies(text, i) && !homograph) || (!beside && !can_be_participle(text, i))) return;
    if (!beside && text.can(i, PartOfSpeech::noun) && text[i + 1].boundary != Boundary::none) return;
    const auto judge = [&](std::size_t at) {
        const AgreementSet own = agreement(text, at, part(PartOfSpeech::adjective) | part(PartOfSpeech::verb));
        if (own == 0 || (own & qualified.possible) != 0) return;
        checker.report("apposition", at, at,
                       checker.quoted(at) + " s'accorde avec " + checker.quoted(chunks[k].first, qualified.last) + ".",
                       checker.inflected(at, genders_of(subject), numbers_of(subject)));
    };
    judge(i);
    // les rideaux, tachés et déchiré, pendaient
    if (!beside || !text.is(i + 1, word("et"))) return;
    const std::size_t second = skip_adverbs(text, i + 2);
    if (second != npos && second + 1 == closing && qualifies(text, second) && !checker.reported(second)) judge(second);
}

bool is_strong_or_start(const ReadText& text, std::size_t i) {
    return i == 0 || !same_sentence(text, i - 1, i) || text[i - 1].boundary == Boundary::strong;
}

/// From token i to the end of the sentence no verb stands and no other comma.
bool verbless_to_end(const ReadText& text, std::size_t i) {
    for (std::size_t k = i, steps = 0; k < text.size() && same_sentence(text, i, k); ++k, ++steps) {
        if (steps > 12 || text[k].boundary == Boundary::comma) return false;
        if (text[k].boundary == Boundary::strong) {
            return text.is_any(k, {word("."), word("!"), word("?"), word("..."), word("…")});
        }
        if (can_be_finite(text, k) && !text.can(k, nominal_parts) && !can_be_participle(text, k)) return false;
        if (text.is_any(k, {word("et"), word("ou"), word("mais"), word("qui"), word("que"), word("qu'")})) return false;
    }
    return true;
}

void report_detached(Checker& checker, std::size_t i, AgreementSet wanted, std::size_t first, std::size_t last) {
    checker.report("apposition", i, i, checker.quoted(i) + " s'accorde avec " + checker.quoted(first, last) + ".",
                   checker.inflected(i, genders_of(wanted), numbers_of(wanted)));
}

/// mon mari, blessé dans son orgueil; elle est repartie, déçue: nothing before has the form of the adjective
void check_final(Checker& checker, std::size_t comma) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    if (comma == 0 || comma + 1 >= text.size() || !same_sentence(text, comma - 1, comma + 1)) return;
    const std::size_t i = skip_adverbs(text, comma + 1);
    if (i == npos || text[i].unknown || checker.reported(i) || text[i].capital) return;
    const bool participle =
        can_be_participle(text, i) && !can_be_finite(text, i) &&
        text.only(i, part(PartOfSpeech::verb) | part(PartOfSpeech::adjective) | part(PartOfSpeech::noun));
    if (!participle || !verbless_to_end(text, i)) return;
    if (text.can(i + 1, PartOfSpeech::numeral)) return;  // commandé deux tubes, reçu 2 x T8: its own object
    const AgreementSet own = agreement(text, i, part(PartOfSpeech::adjective) | part(PartOfSpeech::verb));
    AgreementSet wanted = 0;
    std::size_t first = npos;
    std::size_t last = npos;
    for (std::size_t k = chunks.of_token(comma), steps = 0; k > 0; ++steps) {
        --k;
        const Chunk& chunk = chunks[k];
        if (steps > 24) return;
        if (!same_sentence(text, chunk.first, comma)) break;
        if (chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::coordination || chunk.kind == ChunkKind::other ||
            (chunk.kind == ChunkKind::strong && k > 0))
            return;
        if (chunk.kind == ChunkKind::verb) {
            for (std::size_t c = chunk.first; c <= chunk.last; ++c) {
                if (text.is(c, word("y"))) continue;
                if (is_clitic(text, c) || text[c].enclitic) return;  // l'a laissée, nous a reçus
            }
        }
        if (chunk.kind != ChunkKind::noun_group && chunk.kind != ChunkKind::pronoun) continue;
        // il manquait les trois piles, remplacées: il stands for nothing
        const Chunk& verb = chunks[k + 1];
        if (text.is(chunk.first, word("il")) && verb.kind == ChunkKind::verb &&
            (text.lower(verb.head).starts_with("manqu") || text.lower(verb.head).starts_with("rest") ||
             (text.is(verb.first, word("y")) && is_form_of(text, verb.head, lemma_class::avoir))))
            continue;
        if (chunk.uncertain || chunk.faulty) return;
        const AgreementSet set = text.is_any(chunk.first, {word("vous"), word("on")})
                                     ? any_agreement
                                     : agreement_set(chunk.genders, chunk.numbers);
        if ((set & own) != 0) return;
        wanted = set;
        first = chunk.first;
        last = chunk.last;
    }
    if (wanted == 0 || wanted == any_agreement || first == npos) return;
    if (chunks[chunks.of_token(first)].kind == ChunkKind::noun_group && !chunks[chunks.of_token(first)].determined &&
        !text.can(first, PartOfSpeech::numeral))
        return;
    report_detached(checker, i, wanted, first, last);
}

/// déçue, il s'en est allé: the adjective that opens the sentence, and the pronoun or group that is its subject
void check_initial(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    if (i == npos || text[i].unknown || checker.reported(i) ||
        !(only_qualifier(text, i) ||
          (can_be_participle(text, i) &&
           text.only(i, part(PartOfSpeech::verb) | part(PartOfSpeech::noun) | part(PartOfSpeech::adjective)) &&
           !can_be_finite(text, i))))
        return;
    std::size_t start = i;
    while (start > 0 && same_sentence(text, start - 1, i) && is_inner_adverb(text, start - 1)) --start;
    if (start > 1 && text.is(start - 1, word("fois")) && text.is(start - 2, word("une"))) start -= 2;
    if (start > 0 && text.is_any(start - 1, {word("quoique"), word("quoiqu'")})) start -= 1;
    if (start > 1 && text.is_any(start - 1, {word("que"), word("qu'")}) && text.is(start - 2, word("bien"))) start -= 2;
    if (!is_strong_or_start(text, start)) return;
    std::size_t comma = npos;
    for (std::size_t k = i + 1; k < text.size() && k < i + 10 && same_sentence(text, i, k); ++k) {
        if (text[k].boundary == Boundary::strong) return;
        if (text[k].boundary == Boundary::comma) {
            comma = k;
            break;
        }
        if (text.is_any(k, {word("et"), word("ou"), word("que"), word("qu'"), word("qui")})) return;
        if (can_be_finite(text, k) && !text.can(k, nominal_parts)) return;
    }
    if (comma == npos) return;
    const std::size_t k = chunks.of_token(comma) + 1;
    const Chunk& subject = chunks[k];
    const Chunk& verb = chunks[k + 1];
    if (k >= chunks.size() || subject.first != comma + 1 || verb.kind != ChunkKind::verb) return;
    if (subject.kind == ChunkKind::noun_group) {
        // déçu, la vendeuse m'a remboursé: the writer may mean himself
        if (!subject.determined || subject.uncertain || subject.faulty) return;
        for (std::size_t t = start; t < text.size() && same_sentence(text, i, t) && t < i + 60; ++t) {
            if (text.is_any(t, {word("je"),   word("j'"),    word("me"),   word("m'"),    word("moi"), word("mon"),
                                word("ma"),   word("mes"),   word("nous"), word("notre"), word("nos"), word("on"),
                                word("vous"), word("votre"), word("vos"),  word("tu"),    word("te"),  word("t'"),
                                word("le"),   word("la"),    word("l'"),   word("les"),   word("lui"), word("leur")}) &&
                t > subject.last) {
                return;
            }
        }
        if (!only_participle(text, i)) return;
    } else if (subject.kind != ChunkKind::pronoun || text.is_any(subject.first, {word("on"), word("vous")})) {
        return;
    }
    // désolée, il est absent; une fois finie, il faut la ranger; fatiguée, il était temps de partir
    for (const std::string_view stem : {"désol", "navr", "enchant", "promis", "entendu", "étonn", "pass"}) {
        if (text.lower(i).starts_with(stem)) return;
    }
    if (text.is(subject.first, word("il"))) {
        if (is_form_of(text, verb.head, lemma_class::impersonal | lemma_class::faire)) return;
        const std::size_t next = verb.last + 1U < text.size() ? skip_adverbs(text, verb.last + 1U) : npos;
        if (is_form_of(text, verb.head, lemma_class::etre) && (next == npos || !can_be_participle(text, next))) return;
        if (is_form_of(text, verb.head, lemma_class::avoir) && text.is_any(verb.head - 1U, {word("y")})) return;
    }
    const AgreementSet wanted = agreement_set(subject.genders, subject.numbers);
    const AgreementSet own = agreement(text, i, part(PartOfSpeech::adjective) | part(PartOfSpeech::verb));
    if (own == 0 || (own & wanted) != 0) return;
    report_detached(checker, i, wanted, subject.first, subject.last);
}

/// la boulangerie étant fermée, j'ai attendu: the group before « étant », of which nothing before it is the complement
void check_being(Checker& checker, std::size_t being) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const std::size_t i = same_sentence(text, being, being + 1) ? skip_adverbs(text, being + 1) : npos;
    if (i == npos || text[i].unknown || checker.reported(i) || can_be_finite(text, i)) return;
    if (!only_qualifier(text, i) && !qualifies(text, i)) return;
    AgreementSet possible = 0;
    AgreementSet wanted = 0;
    std::size_t first = npos;
    std::size_t last = npos;
    for (std::size_t k = chunks.of_token(being), steps = 0; k > 0 && steps < 8; ++steps) {
        --k;
        const Chunk& chunk = chunks[k];
        if (!same_sentence(text, chunk.first, being)) break;
        if (chunk.kind == ChunkKind::preposition || chunk.kind == ChunkKind::participle) continue;
        if (chunk.kind != ChunkKind::noun_group) {
            if (chunk.kind != ChunkKind::strong && chunk.kind != ChunkKind::comma) return;
            break;
        }
        if (chunk.uncertain || chunk.faulty) return;
        wanted = agreement_set(chunk.genders, chunk.numbers);
        possible |= wanted;
        first = chunk.first;
        if (last == npos) last = chunk.last;
    }
    if (wanted == 0 || first == npos || !chunks[chunks.of_token(first)].determined) return;
    if (text.is_any(first, {word("du"), word("au"), word("aux"), word("des")})) return;
    const AgreementSet own = agreement(text, i, part(PartOfSpeech::adjective) | part(PartOfSpeech::verb));
    if (own == 0 || (own & possible) != 0) return;
    report_detached(checker, i, wanted, first, last);
}

}  // namespace

void check_appositions(Checker& checker) {
    const ReadText& text = checker.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_strong_or_start(text, i)) {
            const std::size_t start = skip_adverbs(text, i);
            if (start != npos) check_initial(checker, start);
            if (text[i].boundary == Boundary::none) {
                const std::size_t conceded = after_concession(text, i);
                if (conceded != i) check_initial(checker, skip_adverbs(text, conceded));
            }
        }
        if (text.is(i, word("fois")) && i > 0 && text.is(i - 1, word("une")) && is_strong_or_start(text, i - 1) &&
            i + 1 < text.size()) {
            check_initial(checker, i + 1);
        }
        if ((text.tenses(i) & tense::present_participle) != 0 && i > 0 && text.lower(i) == "étant" &&
            !text.is(i - 1, word("en")))
            check_being(checker, i);
        if (text[i].boundary == Boundary::comma) check_final(checker, i);
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i].boundary == Boundary::comma) check_insertion(checker, i);
    }
}

}  // namespace relis::grammar
