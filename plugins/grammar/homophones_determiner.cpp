// Homophones of determiners: quel/qu'elle, quelque/quel que, quoique/quoi que, leur/leurs, tout/tous/toutes.
#include "determiner_forms.h"
#include "homophones.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

class DeterminerHomophones : public Homophones {
  public:
    using Homophones::Homophones;

    void run(std::size_t i) {
        switch (text_[i].id) {
            case word("quel"):
            case word("quelle"):
            case word("quels"):
            case word("quelles"):
                return quelle(i);
            case word("elle"):
            case word("elles"):
                return qu_elle(i);
            case word("quelque"):
                return quelque(i);
            case word("quoiqu'"):
            case word("quoique"):
                return quoique(i);
            case word("leurs"):
                return leurs(i);
            case word("tous"):
            case word("tout"):
                return tous(i);
            case word("toute"):
                return toute(i);
            default:
                return;
        }
    }

  private:
    void quelle(std::size_t i);
    void qu_elle(std::size_t i);
    void quelque(std::size_t i);
    void quoique(std::size_t i);
    void leurs(std::size_t i);
    void tous(std::size_t i);
    [[nodiscard]] bool feminine_after_consonant(std::size_t i) const;
    void toute(std::size_t i);
};

/// quelle manquait de bras, la tarte quelle a aimée
void DeterminerHomophones::quelle(std::size_t i) {
    if (!here(i + 1) || text_[i + 1].enclitic) return;
    const bool feminine = text_.is_any(i, {word("quelle"), word("quelles")});
    const bool plural = text_.is_any(i, {word("quels"), word("quelles")});
    const bool verb_next =
        only_finite(text_, i + 1) && !is_form_of(text_, i + 1, lemma_class::etre | lemma_class::modal);
    const bool pronoun_next =
        is_ne(text_, i + 1) || (is_clitic(text_, i + 1) && text_.only(i + 1, pronoun)) ||
        text_.is_any(i + 1, {word("se"), word("s'"), word("me"), word("m'"), word("lui"), word("y")});
    if (!verb_next && !pronoun_next) return;
    if (text_.is(i + 1, word("a")) && here(i + 2) && is_form_of(text_, i + 2, lemma_class::etre)) return;
    if (pronoun_next && is_ne(text_, i + 1) && here(i + 2) && is_form_of(text_, i + 2, lemma_class::etre)) return;
    // quelle en est la raison
    if (text_.is(i + 1, word("en")) && here(i + 2) && is_form_of(text_, i + 2, lemma_class::etre) &&
        !lower_is(i + 2, {"soit", "soient"}))
        return;
    const std::string_view form = feminine ? (plural ? "qu'elles" : "qu'elle") : (plural ? "qu'ils" : "qu'il");
    confuse("homophone-quelle", i, form);
}

/// demander qu'elle dose il prenait
void DeterminerHomophones::qu_elle(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !text_.is(p, word("qu'")) || !here(i + 1)) return;
    bool feminine_noun = false;
    for (const Analysis& analysis : text_.all_analyses(i + 1)) {
        feminine_noun =
            feminine_noun || (analysis.features.part == noun && (analysis.features.genders & gender::feminine) != 0);
    }
    if (!feminine_noun || is_form_of(text_, i + 1, lemma_class::etre | lemma_class::avoir)) return;
    const bool subject_after =
        here(i + 2) && (is_sure_subject_pronoun(text_, i + 2) || text_.is_any(i + 2, {word("nous"), word("vous")})) &&
        here(i + 3) && can_be_finite(text_, i + 3);
    const bool complement = here(i + 2) && text_.is_any(i + 2, {word("de"), word("d'")}) && here(i + 3) &&
                            noun_only(i + 3) && here(i + 4) && (is_subject_pronoun(text_, i + 4) || verb_begins(i + 4));
    if (!subject_after && !complement) return;
    confuse("homophone-quelle", p, i, {text_.is(i, word("elles")) ? "quelles" : "quelle"});
}

/// quelque soit la zone
void DeterminerHomophones::quelque(std::size_t i) {
    const bool can_be = here(i + 2) && lower_is(i + 1, {"puisse", "puissent"}) && text_.is(i + 2, word("être"));
    if (!here(i + 1) || (!text_.is_any(i + 1, {word("soit"), word("soient")}) && !can_be)) return;
    const std::size_t group = i + (can_be ? 3 : 2);
    std::string form = "quel que";
    if (here(group)) {
        const Chunk& chunk = chunks_[chunks_.of_token(group)];
        if (chunk.kind == ChunkKind::noun_group && chunk.genders == gender::feminine) {
            form = chunk.numbers == number::plural ? "quelles que" : "quelle que";
        } else if (chunk.kind == ChunkKind::noun_group && chunk.numbers == number::plural) {
            form = "quels que";
        }
    }
    confuse("homophone-quelque", i, form);
}

/// quoiqu'il en soit
void DeterminerHomophones::quoique(std::size_t i) {
    const bool en_soit =
        next_any(i, {word("il")}) && here(i + 3) && text_.is(i + 2, word("en")) && text_.is(i + 3, word("soit"));
    const bool ce_soit = next_any(i, {word("ce")}) && here(i + 2) && text_.is(i + 2, word("soit"));
    if (en_soit) confuse("homophone-quoique", i, i + 1, {"quoi qu'il"});
    if (ce_soit) confuse("homophone-quoique", i, "quoi que");
}

/// le caissier leurs a donné
void DeterminerHomophones::leurs(std::size_t i) {
    if (text_[i].enclitic || !here(i + 1)) return;
    const std::size_t p = before(i);
    const bool clitic =
        text_.is_any(i + 1, {word("a"), word("ai"), word("as"), word("ont"), word("avait"), word("en")});
    if (clitic || (only_finite(text_, i + 1) && p != npos && !text_.can(p, preposition)))
        return confuse("homophone-leur", i, "leur");
    if (only_infinitive(text_, i + 1) && !text_.can(i + 1, noun)) return confuse("homophone-leur", i, "leur");
}

/// tout neuves, tout surprise: before a feminine adjective that begins with a consonant the adverb agrees
bool DeterminerHomophones::feminine_after_consonant(std::size_t i) const {
    if (text_[i].unknown || text_[i].capital || begins_with_vowel(text_, i)) return false;
    const std::size_t p = i > 1 ? before(i - 1) : npos;
    // elle est tout contente: no verb after a copula
    if (can_be_finite(text_, i)) {
        const AgreementSet set = agreement(text_, i, part(adjective));
        return p != npos && is_form_of(text_, p, lemma_class::copula) && set != 0 &&
               (genders_of(set) & gender::masculine) == 0;
    }
    const bool after_noun_or_be = p != npos && (text_.only(p, noun) || is_form_of(text_, p, lemma_class::copula));
    if (!only_qualifier(text_, i) && !(after_noun_or_be && adjectival(text_, i))) return false;
    const AgreementSet set = agreement(text_, i, part(adjective) | part(verb));
    return set != 0 && (genders_of(set) & gender::masculine) == 0;
}

/// tous est bien, elle a tous fait, tous le monde, tout les noms
void DeterminerHomophones::tous(std::size_t i) {
    const bool plural_form = text_.is(i, word("tous"));
    if (!here(i + 1)) return;
    if (!plural_form && after_any(i, {word("du")})) return;  // je n'ai pas aimé du tout la soupe
    const std::size_t next = i + 1;
    if (!plural_form) {
        if (const std::size_t p = before(i);
            feminine_after_consonant(next) && (p == npos || (!text_.can(p, part(preposition) | part(determiner)) &&
                                                             !is_form_of(text_, p, lemma_class::avoir)))) {
            const AgreementSet set = agreement(text_, next, part(adjective) | part(verb));
            return confuse("homophone-tout", i, (numbers_of(set) & number::singular) == 0 ? "toutes" : "toute");
        }
        if (text_.is_any(next, {word("les"), word("ces"), word("mes"), word("tes"), word("ses"), word("nos"),
                                word("vos"), word("leurs")}) &&
            text_.can(next, determiner)) {
            const Chunk& chunk = chunks_[chunks_.of_token(next)];
            const bool noun_follows =
                chunk.kind == ChunkKind::noun_group && chunk.last > next && (chunk.numbers & number::plural) != 0;
            const std::size_t p = before(i);
            if (!noun_follows ||
                (p != npos && text_.is_any(p, {word("du"), word("par"), word("avant"), word("malgré")})))
                return;
            const bool feminine = chunk.genders == gender::feminine;
            return confuse("homophone-tout", i, feminine ? "toutes" : "tous");
        }
        if (text_.is_any(next, {word("la"), word("ma"), word("sa"), word("ta"), word("cette")}) &&
            text_.can(next, determiner)) {
            const Chunk& chunk = chunks_[chunks_.of_token(next)];
            const std::size_t p = before(i);
            if (chunk.kind == ChunkKind::noun_group && chunk.last > next && chunk.genders == gender::feminine &&
                (p == npos || !text_.can(p, verb)))
                confuse("homophone-tout", i, "toute");
        }
        return;
    }
    if (text_.is_any(next, {word("le"), word("ce"), word("mon"), word("son")}) && text_.can(next, determiner)) {
        const Chunk& chunk = chunks_[chunks_.of_token(next)];
        // nous avons tous le droit: of the subject
        const std::size_t left = before(i);
        const bool own =
            left == npos || text_.only(left, preposition) || lower_is(next + 1, {"monde", "temps", "reste"});
        if (own && chunk.kind == ChunkKind::noun_group && chunk.last > next && (chunk.numbers & number::singular) != 0)
            return confuse("homophone-tout", i, "tout");
    }
    const std::size_t p = before(i);
    if (only_finite(text_, next) && (p == npos || text_.can(p, conjunction))) {
        std::uint8_t persons = 0;
        for (const Analysis& reading : text_.readings(next)) persons |= reading.features.persons;
        if ((persons & person::third_singular) != 0 && (persons & (person::third_plural | person::first_plural)) == 0)
            return confuse("homophone-tout", i, "tout");
    }
    // elle a tous fait
    if (p != npos && is_form_of(text_, p, lemma_class::avoir) && can_be_participle(text_, next)) {
        const std::size_t k = chunks_.of_token(p);
        if (chunks_[k].kind != ChunkKind::verb) return;
        const Subject subject = find_subject(text_, chunks_, k);
        const VerbGroup group = verb_group(text_, chunks_, k);
        const bool plural_object = group.direct != npos || group.open_object != npos || group.dative != npos;
        if (subject.found &&
            (subject.persons & (person::third_plural | person::first_plural | person::second_plural)) == 0 &&
            !plural_object)
            confuse("homophone-tout", i, "tout");
    }
}

/// elles sont toute pareilles
void DeterminerHomophones::toute(std::size_t i) {
    if (!here(i + 1) || !adjectival(text_, i + 1)) return;
    const AgreementSet set = agreement(text_, i + 1, part(adjective) | part(verb));
    if ((numbers_of(set) & number::singular) == 0) confuse("homophone-tout", i, "toutes");
}

}  // namespace

void check_determiner_homophones(Checker& checker) {
    DeterminerHomophones homophones(checker);
    for (const std::size_t i : checker.closed_words()) {
        if (!checker.reported(i)) homophones.run(i);
    }
}

}  // namespace relis::grammar
