// The mood that a conjunction or a verb asks for: si without conditional, bien que and pour que with the subjunctive,
// après que with the indicative.
#include <array>

#include "rules.h"
#include "subject.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

/// The word before que, and how many tokens the conjunction has.
struct Trigger {
    std::string_view words;  ///< before que, separated by spaces
    bool certain = true;
};
constexpr std::array subjunctive_triggers{Trigger{"pour"},
                                          Trigger{"bien"},
                                          Trigger{"avant"},
                                          Trigger{"afin"},
                                          Trigger{"sans"},
                                          Trigger{"pourvu"},
                                          Trigger{"jusqu' à ce"},
                                          Trigger{"à moins"},
                                          Trigger{"à condition"},
                                          Trigger{"de peur"},
                                          Trigger{"de crainte"},
                                          Trigger{"en attendant"},
                                          Trigger{"en admettant"},
                                          Trigger{"il faut"},
                                          Trigger{"il fallait"},
                                          Trigger{"il faudrait"},
                                          Trigger{"a fallu"},
                                          Trigger{"il faudra"},
                                          Trigger{"aurait fallu"},
                                          Trigger{"dommage"},
                                          Trigger{"encore"},
                                          Trigger{"il est important"},
                                          Trigger{"il est possible"},
                                          Trigger{"il est nécessaire"},
                                          Trigger{"il est temps"},
                                          Trigger{"content"},
                                          Trigger{"contente"},
                                          Trigger{"ravi"},
                                          Trigger{"déçu"},
                                          Trigger{"surpris"},
                                          Trigger{"il arrive"},
                                          Trigger{"il arrivait"},
                                          Trigger{"il se peut"},
                                          Trigger{"autant"}};

bool ends_with_words(const ReadText& text, std::size_t last, std::string_view words) {
    std::size_t i = last;
    while (true) {
        const std::size_t space = words.rfind(' ');
        const std::string_view wanted = space == std::string_view::npos ? words : words.substr(space + 1);
        if (text.lower(i) != wanted) return false;
        if (space == std::string_view::npos) return true;
        words = words.substr(0, space);
        if (i == 0 || !same_sentence(text, i - 1, i)) return false;
        --i;
    }
}

bool asks_subjunctive(const ReadText& text, std::size_t que) {
    if (que == 0 || !same_sentence(text, que - 1, que)) return false;
    for (const Trigger& trigger : subjunctive_triggers) {
        if (trigger.words == "encore" || trigger.words == "autant") continue;
        if (ends_with_words(text, que - 1, trigger.words)) {
            // aussi bien que, si bien que, de sans que: a comparison or a consequence
            if (trigger.words == "bien" && que > 1 &&
                text.is_any(que - 2, {word("aussi"), word("si"), word("très"), word("toi"), word("vous"), word("est"),
                                      word("vu"), word("dit"), word("ou")}))
                return false;
            if (trigger.words == "bien" && que > 1 && text.can(que - 2, PartOfSpeech::verb) &&
                text[que - 2].boundary == Boundary::none && text.only(que - 2, PartOfSpeech::verb))
                return false;
            return true;
        }
    }
    // vouloir que, exiger que, n'exige pas que: the verb just before que
    std::size_t verb = que - 1;
    if (verb > 0 && text.is_any(verb, {word("pas"), word("plus"), word("jamais"), word("bien")}) &&
        same_sentence(text, verb - 1, que))
        --verb;
    const bool wants = (text.classes(verb, part(PartOfSpeech::verb)) & lemma_class::wants_subjunctive) != 0;
    if (wants && text.only(verb, PartOfSpeech::verb)) return true;
    return false;
}

void check_subjunctive(Checker& checker, std::size_t que) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    bool wanted = text.is_any(que, {word("quoique"), word("quoiqu'")});
    if (!wanted) wanted = asks_subjunctive(text, que);
    if (!wanted) return;
    // the first verb after the conjunction, past its subject
    std::size_t k = chunks.of_token(que) + 1;
    for (int steps = 0; steps < 7 && k < chunks.size() && same_sentence(text, que, chunks[k].first); ++steps, ++k) {
        const ChunkKind kind = chunks[k].kind;
        if (kind == ChunkKind::verb) break;
        if (kind != ChunkKind::noun_group && kind != ChunkKind::pronoun && kind != ChunkKind::preposition &&
            kind != ChunkKind::adverb)
            return;
    }
    if (k >= chunks.size() || chunks[k].kind != ChunkKind::verb || !same_sentence(text, que, chunks[k].first)) return;
    if (k == chunks.of_token(que) + 1) return;  // no subject: an inversion or an ellipsis
    const Chunk& verb = chunks[k];
    if (!can_be_finite(text, verb.head) || checker.reported(verb.head) || verb.uncertain || verb.last > verb.head)
        return;
    const std::uint16_t tenses = text.tenses(verb.head);
    constexpr std::uint16_t subjunctive = tense::subjunctive_present | tense::subjunctive_imperfect;
    if ((tenses & subjunctive) != 0) {
        // je sois, tu soit: the person is the business of other rules
        return;
    }
    const Subject subject = find_subject(text, chunks, k);
    std::uint8_t persons = subject.found ? subject.persons : verb.persons;
    std::vector<std::string> suggestions;
    const VerbGroup group = verb_group(text, chunks, k);
    const bool etre_for_avoir =
        group.is_etre && group.reflexive == npos && group.next != npos && only_participle(text, group.next) &&
        (text.classes(group.next, part(PartOfSpeech::verb)) & lemma_class::etre_perfect) == 0 &&
        text.is(verb.head, word("est")) && (agreement(text, group.next, part(PartOfSpeech::verb)) & 1U) != 0 &&
        group.next + 1 < text.size() && text.only(group.next + 1, PartOfSpeech::determiner);
    if (etre_for_avoir) suggestions.emplace_back("ait");
    for (const std::uint8_t one : {person::third_singular, person::third_plural, person::first_singular,
                                   person::second_singular, person::first_plural, person::second_plural}) {
        if ((persons & one) == 0) continue;
        for (std::string& form : checker.conjugated(verb.head, one, tense::subjunctive_present))
            suggestions.push_back(std::move(form));
    }
    const std::size_t first = text.is_any(que, {word("quoique"), word("quoiqu'")}) ? que : que - 1;
    checker.report("subjunctive", verb.head, verb.head,
                   "Après " + checker.quoted(first, que) + ", le verbe se met au subjonctif.", std::move(suggestions));
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
        if (text.can(before, PartOfSpeech::verb) ||
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
    const std::uint16_t tenses = text.tenses(verb.head);
    if ((tenses & tense::conditional) == 0 || (tenses & tense::personal & ~tense::conditional) != 0 ||
        checker.reported(verb.head))
        return;
    std::vector<std::string> suggestions;
    const Subject subject = find_subject(text, chunks, k);
    const std::uint8_t persons = subject.found ? subject.persons : verb.persons;
    for (std::uint8_t one = 1; one <= person::third_plural; one = static_cast<std::uint8_t>(one << 1U)) {
        if ((persons & one & verb.persons) == 0) continue;
        for (std::string& form : checker.conjugated(verb.head, one, tense::imperfect))
            suggestions.push_back(std::move(form));
    }
    checker.report("si-conditional", verb.head, verb.head,
                   "Après « si » qui pose une condition, écrivez l'imparfait et non le conditionnel " +
                       checker.quoted(verb.head) + ".",
                   std::move(suggestions));
}

/// après que je lui aie demandé
void check_apres_que(Checker& checker, std::size_t que) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    if (que == 0 || !text.is(que - 1, word("après"))) return;
    std::size_t k = chunks.of_token(que) + 1;
    while (k < chunks.size() && same_sentence(text, que, chunks[k].first) &&
           (chunks[k].kind == ChunkKind::pronoun || chunks[k].kind == ChunkKind::noun_group))
        ++k;
    if (k >= chunks.size() || chunks[k].kind != ChunkKind::verb || !same_sentence(text, que, chunks[k].first)) return;
    const Chunk& verb = chunks[k];
    const std::uint16_t tenses = text.tenses(verb.head);
    if ((tenses & tense::subjunctive_present) == 0 ||
        (tenses & (tense::present | tense::imperfect | tense::past_historic | tense::future)) != 0)
        return;
    if (checker.reported(verb.head)) return;
    std::vector<std::string> suggestions;
    for (std::uint8_t one = 1; one <= person::third_plural; one = static_cast<std::uint8_t>(one << 1U)) {
        const Subject subject = find_subject(text, chunks, k);
        const std::uint8_t persons =
            subject.found ? static_cast<std::uint8_t>(subject.persons & verb.persons) : verb.persons;
        if ((persons & one) == 0) continue;
        for (std::string& form : checker.conjugated(verb.head, one, tense::present))
            suggestions.push_back(std::move(form));
    }
    checker.report("after-que", verb.head, verb.head, "Après « après que », le verbe se met à l'indicatif.",
                   std::move(suggestions));
}

}  // namespace

void check_mood(Checker& checker) {
    const ReadText& text = checker.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i].id == no_word) continue;
        if (text.is_any(i, {word("que"), word("qu'"), word("quoique"), word("quoiqu'")})) {
            check_subjunctive(checker, i);
            check_apres_que(checker, i);
        } else if (text.is_any(i, {word("si"), word("s'")})) {
            check_si(checker, i);
        }
    }
}

}  // namespace relis::grammar
