// Agreement of a verb with a noun group: beside it, at a distance, joined groups, through qui.
#include <algorithm>

#include "rules.h"
#include "subject.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

/// A word that may be a noun or a verb is taken for a verb only where what follows says so.
bool is_surely_verb(const ReadText& text, const Chunks& chunks, std::size_t k) {
    const Chunk& verb = chunks[k];
    if (!verb.uncertain) return true;
    // les consignes qui figure: no noun stands after qui
    if (verb.first > 0 && text.is(verb.first - 1U, word("qui")) && text.can(verb.head, PartOfSpeech::noun)) return true;
    // quelques-uns rêve, chacun fait: no noun follows these pronouns
    if (k > 0 && chunks[k - 1].last + 1U == verb.first &&
        text.is_any(chunks[k - 1].head,
                    {word("quelques-uns"), word("quelques-unes"), word("chacun"), word("chacune"), word("quelqu'un"),
                     word("ceux-ci"), word("celles-ci"), word("celui-ci"), word("celle-ci"), word("ceux-là"),
                     word("celles-là"), word("celui-là"), word("celle-là"), word("eux")}))
        return true;
    if (text.can(verb.head, part(PartOfSpeech::preposition) | part(PartOfSpeech::adverb))) return false;
    // les gens l'achète: no group stands right after another, so a pronoun and a verb
    if (verb.head == verb.first + 1U && text.is_any(verb.first, {word("le"), word("la"), word("les"), word("l'")}) &&
        k > 0 && chunks[k - 1].kind == ChunkKind::noun_group && chunks[k - 1].determined &&
        chunks[k - 1].last + 1U == verb.first &&
        (text.classes(chunks[k - 1].head, part(PartOfSpeech::noun)) & lemma_class::time) == 0 &&
        text.only(chunks[k - 1].last, part(PartOfSpeech::noun) | part(PartOfSpeech::adjective)) &&
        (k == 1 || !same_sentence(text, chunks[k - 2].first, verb.first) ||
         chunks[k - 2].kind == ChunkKind::subordinator || chunks[k - 2].kind == ChunkKind::adverb ||
         chunks[k - 2].kind == ChunkKind::relative))
        return true;
    // les filles à la caisse rigole entre elles
    if (verb.first == verb.head && verb.last == verb.head && !can_be_participle(text, verb.head) &&
        text.only(verb.head, part(PartOfSpeech::noun) | part(PartOfSpeech::verb)) &&
        same_sentence(text, verb.last, verb.last + 2U) && text.is(verb.last + 1U, word("entre")) &&
        text.is_any(verb.last + 2U, {word("eux"), word("elles")}))
        return true;
    // les photos montre bien: an adverb that a noun would not have after it
    if (verb.first == verb.head && verb.last == verb.head && k > 0 && chunks[k - 1].determined &&
        text.only(verb.head, part(PartOfSpeech::noun) | part(PartOfSpeech::verb)) &&
        !can_be_participle(text, verb.head) && same_sentence(text, verb.last, verb.last + 1U) &&
        (text.is_any(verb.last + 1U,
                     {word("pas"), word("plus"), word("bien"), word("mal"), word("toujours"), word("souvent"),
                      word("jamais"), word("vite"), word("toutes"), word("tous"), word("encore")}) ||
         (text.only(verb.last + 1U, PartOfSpeech::adverb) && text.lower(verb.last + 1U).ends_with("ment"))))
        return true;
    if (k + 1 >= chunks.size() || !same_sentence(text, verb.first, chunks[k + 1].first)) return false;
    const Chunk& next = chunks[k + 1];
    // les clients mérite la note: « la » opens the object, since no adjective joins « mérite » to the noun before it
    if (next.first == verb.last + 1U && next.last > next.first && verb.first == verb.head &&
        text.only(verb.head, part(PartOfSpeech::noun) | part(PartOfSpeech::verb)) &&
        !can_be_participle(text, verb.head) && text.is_any(next.first, {word("le"), word("la"), word("les")}) &&
        text.can(next.first + 1U, PartOfSpeech::noun))
        return true;
    if (next.kind == ChunkKind::noun_group) {
        return text.only(next.first, PartOfSpeech::determiner) &&
               !text.is_any(next.first, {word("du"), word("des"), word("au"), word("aux")});
    }
    return next.kind == ChunkKind::infinitive ||
           (next.kind == ChunkKind::relative && text.is_any(next.first, {word("que"), word("qu'")}));
}

/// The clause of token i has its verb after it.
bool verb_comes_later(const ReadText& text, std::size_t i) {
    for (std::size_t t = i + 1, n = 0; n < 16 && same_sentence(text, i, t); ++t, ++n) {
        if (text[t].boundary == Boundary::strong ||
            text.is_any(t, {word("qui"), word("que"), word("qu'"), word("dont")}))
            return false;
        if (only_finite(text, t)) return true;
    }
    return false;
}

/// les tiroirs vide, des frites cuite: one several things, so neither the verb nor the adjective or participle that the
/// word may be has its form.
void check_verb_or_qualifier(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const Chunk& verb = chunks[k];
    const std::size_t i = verb.head;
    if (k == 0 || verb.first != verb.last || !verb.uncertain || verb.persons == 0 || checker.reported(i)) return;
    if ((verb.persons & person::third_plural) != 0 || (verb.persons & person::third_singular) == 0) return;
    // les murs fraîchement peint étaient: an adverb between them
    const bool adverb_between = k > 1 && chunks[k - 1].kind == ChunkKind::adverb &&
                                chunks[k - 1].last + 1U == verb.first && can_be_participle(text, i) &&
                                only_finite(text, i + 1) && same_sentence(text, i, i + 1);
    const std::size_t g = adverb_between ? k - 2 : k - 1;
    const Chunk& group = chunks[g];
    const bool beside = adverb_between ? group.last + 1U == chunks[k - 1].first : group.last + 1U == verb.first;
    if (group.kind != ChunkKind::noun_group || !beside || group.head != group.last || group.numbers != number::plural ||
        group.uncertain || group.faulty || checker.reported(group.head) || !same_sentence(text, group.first, i))
        return;
    const bool counted = group.head > group.first && text.only(group.first, PartOfSpeech::numeral);
    constexpr Parts noun_like = part(PartOfSpeech::noun) | part(PartOfSpeech::verb) | part(PartOfSpeech::adjective);
    if ((!group.determined && !counted) || !text.can(group.head, PartOfSpeech::noun) ||
        !text.only(group.head, noun_like) || text[group.head].capital)
        return;
    if ((text.classes(group.head, part(PartOfSpeech::noun)) & (lemma_class::time | lemma_class::quantity)) != 0) return;
    if (!text.only(i, part(PartOfSpeech::noun) | part(PartOfSpeech::verb) | part(PartOfSpeech::adjective))) return;
    const std::uint32_t classes = text.classes(i, part(PartOfSpeech::adjective) | part(PartOfSpeech::noun));
    if ((classes & (lemma_class::invariable_colour | lemma_class::attributive_noun | lemma_class::before_noun)) != 0)
        return;
    const AgreementSet own = agreement(text, i, part(PartOfSpeech::adjective) | part(PartOfSpeech::verb));
    if (own == 0 || (numbers_of(own) & number::plural) != 0) return;
    // only a group that no other word of the sentence rules can be the subject of the verb
    if (g > 0 && same_sentence(text, chunks[g - 1].first, i)) {
        const Chunk& before = chunks[g - 1];
        const bool object = (before.kind == ChunkKind::verb && !before.uncertain) ||
                            before.kind == ChunkKind::infinitive ||
                            (before.kind == ChunkKind::participle && only_participle(text, before.head));
        if (!object && before.kind != ChunkKind::subordinator && before.kind != ChunkKind::strong) {
            const Subject subject = find_subject(text, chunks, k);
            if (!subject.found || !subject.certain || subject.relative || subject.persons != person::third_plural ||
                (subject.first != group.first && !verb_comes_later(text, i)))
                return;
        }
        if (object) {
            for (std::size_t t = before.first, n = 0; t > 0 && n < 12 && same_sentence(text, t - 1, i); --t, ++n) {
                if (text.is_any(t - 1, {word("que"), word("qu'"), word("où"), word("dont"), word("quand"), word("qui"),
                                        word("comme"), word("ce")}))
                    return;
            }
        }
    }
    const std::size_t next = i + 1;
    if (same_sentence(text, i, next) && text[next].boundary == Boundary::none &&
        !text.can(next, PartOfSpeech::determiner) && !text.can(next, PartOfSpeech::preposition) &&
        text.can(next, nominal_parts) && !text.can(next, PartOfSpeech::numeral))
        return;
    std::vector<std::string> adjective = checker.inflected(i, group.genders, number::plural);
    std::vector<std::string> suggestions = checker.conjugated(i, person::third_plural);
    const bool qualifies = can_be_participle(text, i) || verb_comes_later(text, i) ||
                           (g > 0 && same_sentence(text, chunks[g - 1].first, i) &&
                            chunks[g - 1].kind != ChunkKind::subordinator && chunks[g - 1].kind != ChunkKind::strong);
    suggestions.insert(qualifies ? suggestions.begin() : suggestions.end(), adjective.begin(), adjective.end());
    if (suggestions.empty() && checker.wants_suggestions()) return;
    checker.report(qualifies ? "noun-group-number" : "subject-verb", i, i,
                   checker.quoted(i) + " s'accorde au pluriel avec " + checker.quoted(group.first, group.last) + ".",
                   std::move(suggestions));
}

/// mes premières arme, de grandes porte: a noun in the singular after an adjective in the plural that stands before
/// nouns
void check_noun_taken_for_verb(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunk& verb = checker.chunks()[k];
    const std::size_t i = verb.head;
    if (k == 0 || verb.first != verb.last || !verb.uncertain || checker.reported(i) || !text.can(i, PartOfSpeech::noun))
        return;
    const Chunk& group = checker.chunks()[k - 1];
    if (group.kind != ChunkKind::noun_group || !group.determined || group.uncertain || group.faulty ||
        group.last + 1U != i || group.head != group.last || group.numbers != number::plural ||
        checker.reported(group.head) || !same_sentence(text, group.first, i))
        return;
    const std::string_view before = text.lower(group.head);
    const bool leads = (text.classes(group.head, part(PartOfSpeech::adjective)) & lemma_class::before_noun) != 0 ||
                       before == "premières" || before == "premiers" || before == "dernières" || before == "derniers";
    if (!leads || !text.only(i, part(PartOfSpeech::noun) | part(PartOfSpeech::verb))) return;
    const AgreementSet own = agreement(text, i, part(PartOfSpeech::noun));
    if ((numbers_of(own) & number::plural) != 0 || (genders_of(own) & group.genders) == 0) return;
    // les petites porte un bonnet: a verb with its object
    if (same_sentence(text, i, i + 1) && text.can(i + 1, PartOfSpeech::determiner) &&
        !text.is_any(i + 1, {word("du"), word("des"), word("au"), word("aux")}))
        return;
    checker.report(
        "noun-group-number", i, i,
        "Après " + checker.quoted(group.first, group.last) + ", écrivez " + checker.quoted(i) + " au pluriel.",
        checker.inflected(i, genders_of(own), number::plural));
}

void check_verb(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const Chunk& verb = chunks[k];
    if (!can_be_finite(text, verb.head)) return;
    for (std::size_t i = verb.first; i <= verb.last; ++i) {
        if (checker.reported(i)) return;
    }
    const Subject subject = find_subject(text, chunks, k);
    if (!subject.found || !subject.certain || subject.pronoun || (subject.persons & verb.persons) != 0) return;
    if (!is_surely_verb(text, chunks, k)) return;
    // beaucoup de caissière étaient: the noun lacks its s, which was said
    if (checker.reported(subject.last) && subject.first == subject.last && subject.first > 0 &&
        text.is_any(subject.first - 1U, {word("de"), word("d'")}))
        return;
    for (std::size_t i = subject.first; i <= subject.last; ++i) {
        if (subject.first == subject.last && checker.reported(i) &&
            text.is_any(i, {word("tout"), word("tous"), word("on"), word("à")}))
            return;
    }
    // soit, vive, peu importe, n'empêche: set phrases before their subject or without one
    if (text.is_any(verb.head, {word("soit"), word("puis"), word("faut")})) return;
    // ce soir-là se présentèrent deux inspecteurs: a time, then the subject after its verb
    const Chunk& after = chunks[k + 1];
    const bool time = (text.classes(subject.last, part(PartOfSpeech::noun)) & lemma_class::time) != 0 ||
                      text.lower(subject.last).ends_with("-là");
    if (time && (verb.persons & person::third_plural) != 0 && after.kind == ChunkKind::noun_group &&
        same_sentence(text, verb.last, after.first) && (after.numbers & number::plural) != 0)
        return;
    // a first or second person beside a noun group is a misspelt third: contredis, sois, mets
    std::vector<std::string> suggestions;
    for (const std::uint8_t wanted : {person::third_singular, person::third_plural, person::first_plural,
                                      person::second_plural, person::first_singular, person::second_singular}) {
        if ((subject.persons & wanted) == 0) continue;
        for (std::string& form : checker.conjugated(verb.head, wanted)) suggestions.push_back(std::move(form));
    }
    const std::string_view rule = subject.relative ? "qui-verb" : "subject-verb";
    const std::string name = checker.quoted(subject.first, std::min(subject.last, subject.first + 6));
    std::string message = "Le verbe " + checker.quoted(verb.head) + " doit s'accorder avec son sujet " + name + ".";
    checker.report(rule, verb.head, verb.head, std::move(message), std::move(suggestions));
}

/// le café servit était tiède: of two verbs in a row the first is a participle
void check_two_verbs(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    if (k == 0 || k + 1 >= chunks.size()) return;
    const Chunk& first = chunks[k];
    const Chunk& second = chunks[k + 1];
    if (first.first != first.last || second.kind != ChunkKind::verb || second.first != first.last + 1U ||
        checker.reported(first.head))
        return;
    if (chunks[k - 1].kind != ChunkKind::noun_group || !chunks[k - 1].determined ||
        chunks[k - 1].last + 1U != first.first)
        return;
    if (!only_finite(text, first.head) || !only_finite(text, second.head) ||
        !same_sentence(text, first.first, second.first))
        return;
    // le vendeur dirait n'importe quoi: no participle is heard like a conditional or an imperfect
    if ((text.tenses(first.head) & (tense::conditional | tense::imperfect)) != 0 ||
        (is_ne(text, second.first) && text.lower(second.head) == "importe"))
        return;
    const std::string_view form = text.lower(first.head);
    if (!form.ends_with("it") && !form.ends_with("is") && !form.ends_with("ut")) return;
    std::vector<std::string> suggestions =
        checker.participles(first.head, chunks[k - 1].genders, chunks[k - 1].numbers);
    if (suggestions.empty() && checker.wants_suggestions()) return;
    checker.report("participle-form", first.head, first.head,
                   "Devant le verbe " + checker.quoted(second.head) + ", " + checker.quoted(first.head) +
                       " s'écrit au participe passé.",
                   std::move(suggestions));
}

/// The word before an inverted verb: ce que pense les gens, dont parle les femmes, comment danse les enfants.
bool opens_inversion(const ReadText& text, const Chunk& before) {
    return (before.kind == ChunkKind::relative && !text.is_any(before.first, {word("qui"), word("quoi")})) ||
           text.is_any(before.first, {word("comment"), word("pourquoi")});
}

void check_inverted(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const Chunk& verb = chunks[k];
    if (checker.reported(verb.head) || verb.last > verb.head) return;
    const bool wish = text.lower(verb.head).starts_with("puisse") &&
                      (k == 0 || !same_sentence(text, chunks[k - 1].first, verb.first));
    const bool relative = k > 0 && chunks[k - 1].last + 1U == verb.first &&
                          same_sentence(text, chunks[k - 1].first, verb.first) && opens_inversion(text, chunks[k - 1]);
    if (!wish && !relative) return;
    const Chunk& after = chunks[k + 1];
    if (after.first != verb.last + 1U || !same_sentence(text, verb.first, after.first)) return;
    if (after.kind != ChunkKind::noun_group || !after.determined || after.uncertain) return;
    if (verb.uncertain && !text.is_any(verb.first - 1U, {word("comment"), word("pourquoi")})) return;
    if (is_form_of(text, verb.head, lemma_class::impersonal | lemma_class::modal) && !wish) return;
    const bool plural = text.is_any(after.first, {word("les"), word("ces"), word("mes"), word("ses"), word("nos"),
                                                  word("vos"), word("leurs"), word("tous"), word("toutes")}) &&
                        (after.numbers & number::singular) == 0;
    const bool singular = text.is_any(after.first, {word("le"), word("la"), word("l'"), word("ce"), word("cette"),
                                                    word("mon"), word("ma"), word("son"), word("sa"), word("notre"),
                                                    word("votre"), word("un"), word("une")}) &&
                          (after.numbers & number::plural) == 0;
    constexpr std::uint8_t third = person::third_singular | person::third_plural;
    // que serai la terre, dont parles les gens: no third person at all
    const bool other_person = (verb.persons & third) == 0;
    if (other_person && (text.tenses(verb.head) & tense::imperative) != 0) return;
    std::uint8_t wanted = 0;
    if (plural && (verb.persons & person::third_plural) == 0 &&
        (other_person || (verb.persons & person::third_singular) != 0))
        wanted = person::third_plural;
    // more groups may follow: que rendent le chef et son adjoint
    const ChunkKind next = chunks[k + 2].kind;
    if (singular && other_person && next != ChunkKind::coordination && next != ChunkKind::comma)
        wanted = person::third_singular;
    if (wanted == 0) return;
    checker.report("subject-verb", verb.head, verb.head,
                   "Le verbe " + checker.quoted(verb.head) + " s'accorde avec le sujet qui le suit, " +
                       checker.quoted(after.first, after.last) + ".",
                   checker.conjugated(verb.head, wanted));
}

}  // namespace

void check_subject_verb(Checker& checker) {
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        if (checker.chunks()[k].kind != ChunkKind::verb) continue;
        check_two_verbs(checker, k);
        check_verb(checker, k);
        check_noun_taken_for_verb(checker, k);
        check_verb_or_qualifier(checker, k);
        check_inverted(checker, k);
    }
}

}  // namespace relis::grammar
