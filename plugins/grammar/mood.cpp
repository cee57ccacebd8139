// The mood that a conjunction or a verb asks for: si without conditional, bien que and pour que with the subjunctive,
// après que and dès que with the indicative.
#include <algorithm>
#include <initializer_list>

#include "mood_triggers.h"
#include "rules.h"
#include "subject.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

constexpr std::uint16_t subjunctive = tense::subjunctive_present | tense::subjunctive_imperfect;
constexpr std::uint16_t indicative = tense::personal & ~subjunctive;

/// The verb of the clause that the conjunction at token i opens, past its subject; size() of the chunks when it is
/// not found or has no subject (an inversion, an ellipsis).
std::size_t verb_of_clause(const Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const std::size_t first = chunks.of_token(i) + 1;
    std::size_t k = first;
    for (int steps = 0; steps < 7 && k < chunks.size() && same_sentence(text, i, chunks[k].first); ++steps, ++k) {
        const ChunkKind kind = chunks[k].kind;
        if (kind == ChunkKind::verb) break;
        if (kind != ChunkKind::noun_group && kind != ChunkKind::pronoun && kind != ChunkKind::preposition &&
            kind != ChunkKind::adverb && kind != ChunkKind::participle)
            return chunks.size();
    }
    if (k == first || k >= chunks.size() || chunks[k].kind != ChunkKind::verb ||
        !same_sentence(text, i, chunks[k].first))
        return chunks.size();
    const Chunk& verb = chunks[k];
    const bool usable = can_be_finite(text, verb.head) && !checker.reported(verb.head) && verb.last == verb.head;
    return usable ? k : chunks.size();
}

/// The tenses that the form may have; étaient is être before it is étayer.
std::uint16_t tenses_of(const ReadText& text, std::size_t i) {
    constexpr std::uint32_t auxiliaries = lemma_class::etre | lemma_class::avoir;
    const bool auxiliary = is_form_of(text, i, auxiliaries);
    std::uint16_t tenses = 0;
    for (const Analysis& reading : text.readings(i)) {
        if (!auxiliary || (text.reader().classes(reading.lemma) & auxiliaries) != 0) tenses |= reading.features.tenses;
    }
    return tenses;
}

/// Forms of the verb chunk k in these tenses, in turn, for the persons of its subject.
std::vector<std::string> in_tenses(const Checker& checker, std::size_t k, std::initializer_list<std::uint16_t> tenses) {
    const Chunk& verb = checker.chunks()[k];
    const Subject subject = find_subject(checker.text(), checker.chunks(), k);
    std::uint8_t persons = subject.found ? subject.persons : verb.persons;
    if ((persons & verb.persons) != 0) persons &= verb.persons;
    std::vector<std::string> suggestions;
    for (const std::uint16_t one_tense : tenses) {
        for (const std::uint8_t one : {person::third_singular, person::third_plural, person::first_singular,
                                       person::second_singular, person::first_plural, person::second_plural}) {
            if ((persons & one) == 0) continue;
            for (std::string& form : checker.conjugated(verb.head, one, one_tense))
                suggestions.push_back(std::move(form));
        }
    }
    return suggestions;
}

/// pour que tout le monde entend, bien qu'il est tard
void needs_subjunctive(Checker& checker, const Trigger& trigger, std::size_t que) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const std::size_t k = verb_of_clause(checker, que);
    if (k >= chunks.size()) return;
    const Chunk& verb = chunks[k];
    const std::uint16_t tenses = tenses_of(text, verb.head);
    // je sois, tu soit: the person is the business of other rules
    if ((tenses & subjunctive) != 0) return;
    const Chunk& next = chunks[k + 1];
    const bool object = next.kind == ChunkKind::noun_group && next.first == verb.head + 1U &&
                        is_determiner(text, next.first) && !text.is_any(next.first, {word("du"), word("des")});
    if (verb.uncertain && !object) return;
    // de façon que tout était prêt: a consequence
    if (que > 0 && (text.lower(que - 1) == "façon" || text.lower(que - 1) == "manière") &&
        (tenses & tense::present) == 0)
        return;
    std::vector<std::string> suggestions;
    const VerbGroup group = verb_group(text, chunks, k);
    const bool etre_for_avoir =
        group.is_etre && group.reflexive == npos && group.next != npos && only_participle(text, group.next) &&
        (text.classes(group.next, part(PartOfSpeech::verb)) & lemma_class::etre_perfect) == 0 &&
        text.is(verb.head, word("est")) && (agreement(text, group.next, part(PartOfSpeech::verb)) & 1U) != 0 &&
        group.next + 1 < text.size() && text.only(group.next + 1, PartOfSpeech::determiner);
    if (etre_for_avoir) suggestions.emplace_back("ait");
    for (std::string& form : in_tenses(checker, k, {tense::subjunctive_present}))
        suggestions.push_back(std::move(form));
    checker.report("subjunctive", verb.head, verb.head,
                   "Après " + checker.quoted(trigger.first, que) + ", le verbe se met au subjonctif.",
                   std::move(suggestions));
}

/// après que je lui aie demandé, dès qu'il soit prêt, je suis sûr que ce soit
void needs_indicative(Checker& checker, const Trigger& trigger, std::size_t que) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const std::size_t k = verb_of_clause(checker, que);
    if (k >= chunks.size()) return;
    const Chunk& verb = chunks[k];
    const std::uint16_t tenses = tenses_of(text, verb.head);
    if ((tenses & subjunctive) == 0 || (tenses & indicative) != 0) return;
    // quand bien même il l'eût voulu: a literary conditional
    if (text.is(que, word("quand")) && text.is(que + 1, word("bien"))) return;
    // soit l'un, soit l'autre: no verb
    if (text.is(verb.head, word("soit")) && chunks[k - 1].kind != ChunkKind::pronoun && verb.first == verb.head &&
        !text.can(verb.head + 1, part(PartOfSpeech::verb) | part(PartOfSpeech::adjective) | part(PartOfSpeech::adverb)))
        return;
    checker.report(trigger.first + 1 == que && text.is(trigger.first, word("après")) ? "after-que" : "indicative",
                   verb.head, verb.head,
                   "Après " + checker.quoted(trigger.first, que) + ", le verbe se met à l'indicatif.",
                   in_tenses(checker, k, {tense::present, tense::imperfect, tense::past_historic}));
}

bool begins_with_any(std::string_view form, std::initializer_list<std::string_view> stems) {
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return form.starts_with(stem); });
}

/// Si elle viendra, je l'ignore: a question, told by a verb of not knowing after it
bool asks(const Checker& checker, std::size_t si) {
    const ReadText& text = checker.text();
    for (std::size_t i = si; i < text.size() && i < si + 25 && same_sentence(text, si, i); ++i) {
        if (begins_with_any(text.lower(i), {"ignor", "sais", "sait", "sav", "demand", "verr"})) return true;
    }
    return false;
}

/// Il m'a demandé la grandeur, si ça serait attaché à la maison: one of several questions told in a row
bool asked_before(const Checker& checker, std::size_t si) {
    const ReadText& text = checker.text();
    for (std::size_t i = si; i > 0 && i + 25 > si && same_sentence(text, i - 1, si); --i) {
        if (begins_with_any(text.lower(i - 1), {"ignor", "savoir", "sais", "sait", "demand", "vérifi", "voir"})) {
            return true;
        }
    }
    return false;
}

/// si j'aurais, s'il serait
void check_si(Checker& checker, std::size_t si) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    std::size_t k = chunks.of_token(si) + 1;
    if (text.is(si, word("s'")) && !(si + 1 < text.size() && text.is_any(si + 1, {word("il"), word("ils")}))) return;
    // demander si, savoir si: a question may have the conditional
    if (si > 0 && same_sentence(text, si - 1, si) && text[si - 1].boundary == Boundary::none) {
        const std::size_t before = si - 1;
        // j'y retournerais si les prix baisseraient: the main clause stands before, and asks nothing
        const std::size_t main =
            (text.can(before, PartOfSpeech::adjective) || can_be_participle(text, before)) && before > 0 ? before - 1
                                                                                                         : before;
        const bool would = text.only(main, PartOfSpeech::verb) && (tenses_of(text, main) & ~tense::conditional) == 0 &&
                           tenses_of(text, main) != 0 && same_sentence(text, main, si) &&
                           !begins_with_any(text.lower(main), {"dir", "précis", "confirm", "vérif", "regard", "saur",
                                                               "examin", "test", "essai", "indiqu", "verr"});
        if (would) {
            // the main clause
        } else if (text.can(before, PartOfSpeech::verb) ||
                   text.is_any(before, {word("comme"), word("même"), word("ou"), word("et"), word("pas")})) {
            if (!text.is_any(before, {word("comme"), word("même"), word("et")})) return;
        } else if (!text.is_any(before, {word("que"), word("qu'"), word("mais"), word("car")})) {
            return;
        }
    }
    for (int steps = 0; steps < 4 && k < chunks.size() && same_sentence(text, si, chunks[k].first); ++steps, ++k) {
        if (chunks[k].kind == ChunkKind::verb) break;
        if (chunks[k].kind != ChunkKind::pronoun && chunks[k].kind != ChunkKind::noun_group &&
            chunks[k].kind != ChunkKind::preposition)
            return;
    }
    if (k >= chunks.size() || chunks[k].kind != ChunkKind::verb || !same_sentence(text, si, chunks[k].first) ||
        k == chunks.of_token(si) + 1)
        return;
    const Chunk& verb = chunks[k];
    const std::uint16_t tenses = tenses_of(text, verb.head);
    if (checker.reported(verb.head) || (tenses & tense::personal) == 0) return;
    const bool conditional = (tenses & tense::personal & ~tense::conditional) == 0 && !asked_before(checker, si);
    // si tu viendras: only where si surely begins a condition, at the beginning of its sentence
    const bool condition = si == 0 || !same_sentence(text, si - 1, si);
    const bool future = condition && (tenses & tense::personal & ~tense::future) == 0 && !asks(checker, si);
    // s'il mangeât; but s'il fût, s'il eût
    const bool past = (tenses & tense::personal & ~tense::subjunctive_imperfect) == 0 &&
                      !is_form_of(text, verb.head, lemma_class::etre | lemma_class::avoir);
    if (!conditional && !future && !past) return;
    const bool sounds_conditional = future && text.lower(verb.head).ends_with("rai");
    std::vector<std::string> suggestions = future && !sounds_conditional
                                               ? in_tenses(checker, k, {tense::present, tense::imperfect})
                                               : in_tenses(checker, k, {tense::imperfect, tense::present});
    const std::string wrong = conditional ? "le conditionnel " : future ? "le futur " : "le subjonctif ";
    checker.report("si-conditional", verb.head, verb.head,
                   "Après « si » qui pose une condition, écrivez " +
                       std::string(future && !sounds_conditional ? "le présent" : "l'imparfait") + " et non " + wrong +
                       checker.quoted(verb.head) + ".",
                   std::move(suggestions));
}

/// le serveur me proposât trois formules: nothing before asks for a subjunctive
void check_past_historic(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    if (text.tenses(i) != tense::subjunctive_imperfect || checker.reported(i) || text[i + 1].enclitic) return;
    if (is_form_of(text, i, lemma_class::etre | lemma_class::avoir | lemma_class::modal)) return;
    const std::string_view form = text.lower(i);
    if (!form.ends_with("ât") && !form.ends_with("ît") && !form.ends_with("ût")) return;
    bool subject = false;
    for (std::size_t k = i, steps = 0; k > 0 && same_sentence(text, k - 1, i); ++steps) {
        --k;
        if (steps > 60 || text.is_any(k, {word("que"), word("qu'"), word("qui"), word("dont"), word("où"),
                                          word("quoique"), word("quoiqu'"), word("si"), word("sans")}))
            return;
        subject = subject || text.can(k, nominal_parts) || is_subject_pronoun(text, k);
    }
    if (!subject) return;
    std::vector<std::string> suggestions = checker.conjugated(i, person::third_singular, tense::past_historic);
    if (suggestions.empty() && checker.wants_suggestions()) return;
    checker.report("indicative", i, i,
                   "Rien ne demande ici le subjonctif : " + checker.quoted(i) + " s'écrit au passé simple.",
                   std::move(suggestions));
}

}  // namespace

void check_mood(Checker& checker) {
    const ReadText& text = checker.text();
    for (const std::size_t i : checker.closed_words()) {
        if (text.is_any(i, {word("si"), word("s'")})) {
            check_si(checker, i);
        } else if (text.is_any(i, {word("que"), word("qu'"), word("quoique"), word("quoiqu'"), word("lorsque"),
                                   word("lorsqu'"), word("puisque"), word("puisqu'"), word("quand")})) {
            const Trigger trigger = mood_after(text, checker.chunks(), i);
            if (trigger.mood == Mood::subjunctive) needs_subjunctive(checker, trigger, i);
            if (trigger.mood == Mood::indicative) needs_indicative(checker, trigger, i);
        }
    }
    if (checker.any_tense(tense::subjunctive_imperfect)) {
        for (std::size_t i = 0; i < text.size(); ++i) check_past_historic(checker, i);
    }
}

}  // namespace relis::grammar
