// A noun group whose verb is not conjugated as a statement asks: la vendeuse me demander, le caissier se tourné, ça
// prenne.
#include "rules.h"
#include "subject.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

constexpr std::uint16_t subjunctive = tense::subjunctive_present | tense::subjunctive_imperfect;

/// The group k, or the group whose complements end at k, begins its clause; `leading` becomes that group.
bool begins_clause(const Checker& checker, std::size_t k, std::size_t& leading) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    for (int steps = 0; steps < 6; ++steps) {
        leading = k;
        if (k == 0 || !same_sentence(text, chunks[k - 1].first, chunks[k].first)) return true;
        const Chunk& before = chunks[k - 1];
        const bool contracted = text.is_any(chunks[k].first, {word("du"), word("des")});
        if (before.kind == ChunkKind::subordinator) {
            return !text.is_any(before.first, {word("comment"), word("pourquoi"), word("combien")});
        }
        if (before.kind == ChunkKind::preposition && text.is_any(before.first, {word("de"), word("d'")}) && k > 1) {
            k -= 2;
        } else if (contracted && before.kind == ChunkKind::noun_group) {
            --k;
        } else {
            return false;
        }
        if (chunks[k].kind != ChunkKind::noun_group) return false;
    }
    return false;
}

bool question_or_call(const ReadText& text, std::size_t i) {
    for (std::size_t n = 0; n < 40 && same_sentence(text, i, i + 1); ++i, ++n) {
        if (text.is_any(i + 1, {word("?"), word("!"), word("...")})) return true;
    }
    return false;
}

void report(Checker& checker, std::size_t k, const Chunk& subject) {
    const Chunk& verb = checker.chunks()[k];
    std::vector<std::string> suggestions;
    const bool singular = (subject.numbers & number::singular) != 0;
    for (const std::uint16_t one : {tense::present, tense::imperfect, tense::past_historic}) {
        for (std::string& form :
             checker.conjugated(verb.head, singular ? person::third_singular : person::third_plural, one))
            suggestions.push_back(std::move(form));
    }
    checker.report("noun-verb-form", verb.head, verb.head,
                   "Après le sujet " + checker.quoted(subject.first, subject.last) + ", conjuguez le verbe " +
                       checker.quoted(verb.head) + ".",
                   std::move(suggestions));
}

/// la vendeuse me demander, le caissier se tourné
void check_form(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const Chunk& verb = chunks[k];
    const Chunk& subject = chunks[k - 1];
    // le reçu qu'il m'a remis n'affiché aucun numéro: no participle stands after ne
    if (verb.kind == ChunkKind::participle && is_ne(text, verb.first) && subject.kind == ChunkKind::participle &&
        only_participle(text, verb.head) && text.lower(verb.head).ends_with("é") && !checker.reported(verb.head)) {
        checker.report("noun-verb-form", verb.head, verb.head,
                       "Après « ne », conjuguez le verbe " + checker.quoted(verb.head) + ".",
                       checker.conjugated(verb.head, person::third_singular, tense::imperfect | tense::present));
        return;
    }
    if (subject.kind != ChunkKind::noun_group || !subject.determined || subject.uncertain ||
        subject.last + 1U != verb.first || checker.reported(verb.head))
        return;
    if (text.is_any(subject.first, {word("au"), word("aux")})) return;
    bool sure = false;  // a pronoun that only stands before a verb
    for (std::size_t i = verb.first; i < verb.head; ++i) {
        sure = sure || text.is_any(i, {word("me"), word("m'"), word("te"), word("t'"), word("se"), word("s'")}) ||
               (verb.kind == ChunkKind::participle && is_ne(text, i) && text.lower(verb.head).ends_with("é")) ||
               (verb.kind == ChunkKind::infinitive &&
                (is_ne(text, i) || text.is_any(i, {word("nous"), word("vous"), word("lui")})));
    }
    if (!sure) return;
    const bool infinitive = verb.kind == ChunkKind::infinitive && only_infinitive(text, verb.head);
    // l'agent s'appelé Réjean: no noun after s'
    const bool heard =
        text.lower(verb.head).ends_with("é") && can_be_participle(text, verb.head) &&
        text.only(verb.head, part(PartOfSpeech::verb) | part(PartOfSpeech::noun) | part(PartOfSpeech::adjective)) &&
        verb.head > verb.first;
    const bool participle = verb.kind == ChunkKind::participle && (only_participle(text, verb.head) || heard);
    if (!infinitive && !participle) return;
    std::size_t leading = k - 1;
    const bool begins = begins_clause(checker, k - 1, leading);
    if (!begins && (!participle || text.is(subject.first, word("du")))) return;
    if (infinitive && question_or_call(text, verb.head)) return;
    report(checker, k, begins ? chunks[leading] : subject);
}

/// le plancher brillé, l'ouvreur regardé son téléphone: the participle of a verb that cannot qualify its noun, or one
/// with an object, and no other verb in the clause
void check_participle_for_verb(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const Chunk& group = chunks[k];
    const std::size_t i = group.last;
    if (!group.determined || group.uncertain || group.last != group.head + 1U || checker.reported(i)) return;
    if (!text.lower(i).ends_with("é") || !only_participle(text, i) || !text.can(group.head, PartOfSpeech::noun)) return;
    if (text.is_any(group.first, {word("du"), word("au"), word("aux"), word("de")})) return;
    const bool start = k == 0 || !same_sentence(text, chunks[k - 1].first, group.first) ||
                       (chunks[k - 1].kind == ChunkKind::coordination && k > 1 &&
                        (chunks[k - 2].kind == ChunkKind::comma || chunks[k - 2].kind == ChunkKind::participle));
    if (!start) return;
    bool intransitive = true;
    bool transitive = false;
    for (const Analysis& reading : text.readings(i)) {
        const std::uint16_t built = reading.features.verb;
        transitive = transitive || (built & language::verb::transitive) != 0;
        intransitive = intransitive && (built & language::verb::intransitive) != 0 &&
                       (built & (language::verb::transitive | language::verb::auxiliary_etre)) == 0;
    }
    const Chunk& next = chunks[k + 1];
    const bool object = transitive && next.kind == ChunkKind::noun_group && next.first == i + 1 && next.determined &&
                        !text.is_any(next.first, {word("du"), word("au"), word("aux"), word("des")}) &&
                        (text.classes(next.head, part(PartOfSpeech::noun)) & lemma_class::time) == 0 &&
                        text.can(next.head, PartOfSpeech::noun) && same_sentence(text, i, next.first);
    if (!object && !intransitive) return;
    for (std::size_t t = i + 1; t < text.size() && same_sentence(text, i, t); ++t) {
        if (text[t].boundary == Boundary::strong) break;
        if (can_be_finite(text, t) && !text.only(t, nominal_parts)) return;
    }
    const std::uint8_t wanted = (group.numbers & number::singular) != 0 ? person::third_singular : person::third_plural;
    std::vector<std::string> suggestions = checker.conjugated(i, wanted, tense::imperfect);
    for (std::string& form : checker.conjugated(i, wanted, tense::present)) suggestions.push_back(std::move(form));
    if (suggestions.empty() && checker.wants_suggestions()) return;
    checker.report(
        "noun-verb-form", i, i,
        "Après le sujet " + checker.quoted(group.first, group.head) + ", conjuguez le verbe " + checker.quoted(i) + ".",
        std::move(suggestions));
}

/// ça prenne du temps, le client vienne: a subjunctive that nothing asks for
void check_mood_of_statement(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const Chunk& verb = chunks[k];
    const Chunk& subject = chunks[k - 1];
    if (subject.last + 1U != verb.first || verb.last > verb.head || checker.reported(verb.head)) return;
    const std::uint16_t tenses = text.tenses(verb.head);
    if ((tenses & subjunctive) != tense::subjunctive_present || (tenses & tense::personal & ~subjunctive) != 0) return;
    if ((tenses & tense::imperative) != 0 && verb.first == verb.head && subject.kind != ChunkKind::pronoun) return;
    if (k > 1 && same_sentence(text, chunks[k - 2].first, verb.first)) return;
    const bool group = subject.kind == ChunkKind::noun_group && subject.determined && !subject.uncertain;
    const bool it = text.is_any(subject.first, {word("ça"), word("cela"), word("ceci")});
    const bool pronoun = subject.kind == ChunkKind::pronoun && is_sure_subject_pronoun(text, subject.first);
    if ((!group && !it && !pronoun) || (subject.persons & verb.persons) == 0) return;
    // le diable m'emporte, Dieu vous garde: wishes without que
    if (text.is(verb.head, word("soit")) || text.lower(verb.head) == "puisse" || (group && verb.first < verb.head))
        return;
    // je ne sache pas que: a set phrase
    if (text.lower(verb.head) == "sache" && verb.first < verb.head && is_ne(text, verb.first)) return;
    if (question_or_call(text, verb.head)) return;
    checker.report("indicative", verb.head, verb.head,
                   "Rien ne demande ici le subjonctif " + checker.quoted(verb.head) + " : écrivez l'indicatif.",
                   checker.conjugated(verb.head, static_cast<std::uint8_t>(subject.persons & verb.persons),
                                      tense::present | tense::imperfect));
}

/// Something before token i lets an infinitive follow a noun: voir les clients passer, envoyer sa fille chercher, où
/// aller; or an infinitive that this one goes on.
bool infinitive_may_follow(const ReadText& text, std::size_t i) {
    constexpr std::uint32_t governs = lemma_class::causative | lemma_class::faire | lemma_class::motion |
                                      lemma_class::modal | lemma_class::impersonal;
    for (std::size_t n = 0; n < 30 && i > 0 && same_sentence(text, i - 1, i); --i, ++n) {
        const std::size_t k = i - 1;
        if (can_be_infinitive(text, k) && !text.only(k, nominal_parts)) return true;
        if ((text.classes(k, part(PartOfSpeech::verb)) & governs) != 0) return true;
        if (text.is_any(k, {word("que"), word("qu'"), word("quoi"), word("où"), word("comment"), word("pourquoi"),
                            word("pour"), word("afin"), word("sans"), word("dont")}))
            return true;
        for (const std::string_view stem : {"sen", "ressen", "aperç", "aperc", "mèn", "men", "amen", "emmen", "envoy",
                                            "observ", "mot", "verbe", "option", "touche", "bouton"}) {
            if (text.lower(k).starts_with(stem)) return true;
        }
        if (text[k].unknown || text[k].boundary == Boundary::strong) return text[k].unknown;
    }
    return false;
}

/// des souliers cirer, du lait périmer: after the object of a clause that has its verb, -er heard for the participle
void check_infinitive_after_noun(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const Chunk& verb = chunks[k];
    const Chunk& group = chunks[k - 1];
    const std::size_t i = verb.head;
    if (group.kind != ChunkKind::noun_group || group.faulty || group.last + 1U != i || verb.first != i ||
        verb.last != i || checker.reported(i) || checker.reported(group.head))
        return;
    if (!only_infinitive(text, i) || !text.lower(i).ends_with("er") || text[i + 1].enclitic) return;
    if (!text.can(group.head, PartOfSpeech::noun) || text[group.head].capital || text[group.head].unknown) return;
    if (!group.determined && !text.only(group.head, PartOfSpeech::noun)) return;  // tu as beau pleurer
    if ((text.classes(group.head, part(PartOfSpeech::noun)) & lemma_class::time) != 0) return;
    bool transitive = true;
    for (const Analysis& reading : text.readings(i))
        transitive = transitive && (reading.features.verb & language::verb::transitive) != 0;
    // no object: what follows is a mark, « et » or a preposition
    const std::size_t next = i + 1;
    const bool ends =
        !same_sentence(text, i, next) || text[next].boundary != Boundary::none ||
        text.is_any(next, {word("et"), word("mais"), word("par"), word("depuis"), word("avant"), word("sans"),
                           word("dans"), word("sur"), word("avec"), word("pour"), word("dont"), word("ainsi"),
                           word("en"), word("au"), word("aux"), word("sous"), word("pendant"), word("chez")});
    if (!transitive || !ends) return;
    // the clause has its verb before the noun: j'ai vu, il y avait
    bool verb_before = false;
    for (std::size_t t = group.first, n = 0; t > 0 && n < 12 && same_sentence(text, t - 1, i); --t, ++n) {
        if (text[t - 1].boundary != Boundary::none ||
            text.is_any(t - 1, {word("et"), word("mais"), word("car"), word("ou"), word("qui"), word("si")}))
            break;
        verb_before = verb_before || (text.only(t - 1, PartOfSpeech::verb) && !can_be_infinitive(text, t - 1));
    }
    // pour le prix demander: the preposition of the group itself lets no infinitive follow
    const bool of_group = group.first > 0 && text.is(group.first - 1U, word("pour"));
    const std::size_t from = of_group ? group.first - 1U : std::size_t{group.first};
    if (!verb_before || question_or_call(text, i) || infinitive_may_follow(text, from)) return;
    std::vector<std::string> suggestions = checker.participles(i, group.genders, group.numbers);
    if (suggestions.empty() && checker.wants_suggestions()) return;
    checker.report("participle-form", i, i,
                   "Qualifiant " + checker.quoted(group.first, group.last) + ", " + checker.quoted(i) +
                       " s'écrit au participe passé.",
                   std::move(suggestions));
}

/// le prix afficher était, le créneau annoncer n'a pas: between a subject and its verb the participle qualifies
void check_infinitive_before_verb(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const Chunk& verb = chunks[k];
    const Chunk& group = chunks[k - 1];
    const std::size_t i = verb.head;
    // le temps d'attente annoncer: the complement too
    const bool completes = k > 2 && chunks[k - 2].kind == ChunkKind::preposition && chunks[k - 3].determined &&
                           text.is_any(chunks[k - 2].first, {word("de"), word("d'")});
    if (group.kind != ChunkKind::noun_group || (!group.determined && !completes) || group.faulty ||
        group.last + 1U != i || verb.first != i || verb.last != i || checker.reported(i) || !only_infinitive(text, i) ||
        !text.lower(i).ends_with("er") || !text.can(group.head, PartOfSpeech::noun) || text[group.head].capital)
        return;
    for (const std::string_view named :
         {"verbe", "mot", "infinitif", "bouton", "touche", "option", "fonction", "commande"}) {
        if (text.lower(group.head) == named) return;
    }
    const Chunk& next = chunks[k + 1];
    if (next.kind != ChunkKind::verb || next.first != i + 1U || !same_sentence(text, i, next.first)) return;
    const bool finite = only_finite(text, next.head) &&
                        (text.persons(next.head) & (person::third_singular | person::third_plural)) != 0;
    if (!finite || (group.persons & text.persons(next.head)) == 0 || infinitive_may_follow(text, group.first)) return;
    bool transitive = true;
    for (const Analysis& reading : text.readings(i))
        transitive = transitive && (reading.features.verb & language::verb::transitive) != 0;
    // no other subject for the infinitive to depend on: the group opens its clause, or completes the group that does
    std::size_t leading = k - 1;
    const bool opens = begins_clause(checker, k - 1, leading) || chunks[k - 2].kind == ChunkKind::comma ||
                       chunks[k - 2].kind == ChunkKind::coordination || chunks[k - 2].kind == ChunkKind::strong ||
                       (chunks[k - 2].kind == ChunkKind::relative && !text.is(chunks[k - 2].first, word("qui")));
    if (!transitive || !opens) return;
    std::vector<std::string> suggestions = checker.participles(i, chunks[leading].genders, chunks[leading].numbers);
    if (suggestions.empty() && checker.wants_suggestions()) return;
    checker.report(
        "participle-form", i, i,
        "Devant le verbe " + checker.quoted(next.head) + ", " + checker.quoted(i) + " s'écrit au participe passé.",
        std::move(suggestions));
}

}  // namespace

void check_noun_verb_forms(Checker& checker) {
    const Chunks& chunks = checker.chunks();
    for (std::size_t k = 0; k < chunks.size(); ++k) {
        if (chunks[k].kind == ChunkKind::noun_group) check_participle_for_verb(checker, k);
    }
    for (std::size_t k = 1; k < chunks.size(); ++k) {
        if (!same_sentence(checker.text(), chunks[k - 1].first, chunks[k].first)) continue;
        const ChunkKind kind = chunks[k].kind;
        if (kind == ChunkKind::infinitive || kind == ChunkKind::participle) check_form(checker, k);
        if (kind == ChunkKind::infinitive) check_infinitive_before_verb(checker, k);
        if (kind == ChunkKind::infinitive) check_infinitive_after_noun(checker, k);
        if (kind == ChunkKind::verb) check_mood_of_statement(checker, k);
    }
}

}  // namespace relis::grammar
