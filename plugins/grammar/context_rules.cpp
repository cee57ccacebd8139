#include "context_rules.h"

#include "chunks.h"
#include "structure.h"

namespace relis::grammar {
namespace {

using enum language::PartOfSpeech;

constexpr Parts verb_part = part(verb);

/// Determiners that nothing else looks like.
bool is_plain_determiner(const ReadText& text, std::size_t i) {
    return text.is_any(
        i, {word("un"),    word("une"),   word("des"),    word("du"),      word("au"),  word("aux"),   word("mon"),
            word("ma"),    word("mes"),   word("ton"),    word("ta"),      word("tes"), word("son"),   word("sa"),
            word("ses"),   word("notre"), word("nos"),    word("votre"),   word("vos"), word("leurs"), word("cet"),
            word("cette"), word("ces"),   word("chaque"), word("quelques")});
}

bool is_sure_preposition(const ReadText& text, std::size_t i) {
    return text.is_any(i, {word("à"), word("dans"), word("par"), word("pour"), word("sans"), word("sur"), word("avec"),
                           word("chez"), word("sous"), word("de"), word("d'"), word("depuis"), word("dès"),
                           word("malgré"), word("vers"), word("selon"), word("contre"), word("parmi")});
}

bool is_article_or_pronoun(const ReadText& text, std::size_t i) {
    return !text[i].enclitic && text.is_any(i, {word("le"), word("la"), word("les"), word("l'"), word("leur")});
}

bool nominal(const Features& f) {
    return f.part == noun || f.part == adjective || f.part == proper_noun || f.part == numeral || f.part == title ||
           is_past_participle(f);
}

}  // namespace

template <class Predicate>
void ContextRules::keep(std::size_t i, Predicate wanted) {
    if (i >= text_.size()) return;
    Word& entry = text_.words_[i];
    if (entry.reading_count < 2 || entry.unknown) return;
    Analysis* const first = text_.readings_.data() + entry.first_reading;
    std::uint16_t kept = 0;
    for (std::uint16_t k = 0; k < entry.reading_count; ++k) kept = static_cast<std::uint16_t>(kept + wanted(first[k]));
    if (kept == 0 || kept == entry.reading_count) return;
    std::uint16_t to = 0;
    entry.parts = 0;
    for (std::uint16_t k = 0; k < entry.reading_count; ++k) {
        if (!wanted(first[k])) continue;
        entry.parts |= part(first[k].features.part);
        first[to++] = first[k];
    }
    entry.reading_count = to;
    text_.describe(entry);
}

template <class Predicate>
void ContextRules::drop(std::size_t i, Predicate unwanted) {
    keep(i, [&](const Analysis& reading) { return !unwanted(reading); });
}

void ContextRules::run() {
    for (std::size_t i = 0; i < text_.size(); ++i) apply(i);
    // what the first pass decided on the right may now decide an article on the left
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (is_article_or_pronoun(text_, i)) decide_article(i);
    }
}

bool ContextRules::linked(std::size_t i, std::size_t next) const {
    return same_sentence(text_, i, next) && text_[next].boundary == Boundary::none;
}

void ContextRules::apply(std::size_t i) {
    if (text_[i].boundary != Boundary::none) return;
    if (is_article_or_pronoun(text_, i)) {
        decide_article(i);
    } else if (text_.is_any(i, {word("ce"), word("c'")}) && !text_[i].enclitic) {
        decide_ce(i);
    } else if (text_.is(i, word("en"))) {
        decide_en(i);
    } else if (is_sure_subject_pronoun(text_, i) || text_.is(i, word("qui"))) {
        after_subject_pronoun(i);
    } else if (is_ne(text_, i) || text_.is_any(i, {word("se"), word("me"), word("m'"), word("te"), word("t'")})) {
        expect_verb(i + 1, false);
    } else if (text_.is_any(i, {word("nous"), word("vous")}) && !text_[i].enclitic && linked(i, i + 1)) {
        const std::uint8_t wanted = text_.is(i, word("nous")) ? person::first_plural : person::second_plural;
        keep(i + 1, [&](const Analysis& a) { return is_finite(a.features) && (a.features.persons & wanted) != 0; });
    } else if (text_.is(i, word("s'"))) {
        const bool before_il = linked(i, i + 1) && text_.is_any(i + 1, {word("il"), word("ils")});
        keep(i, [&](const Analysis& a) { return (a.features.part == conjunction) == before_il; });
        if (!before_il) expect_verb(i + 1, false);
    } else if (is_plain_determiner(text_, i)) {
        after_determiner(i);
    } else if (is_sure_preposition(text_, i)) {
        after_preposition(i);
    }
    if (text_.is(i, word("entre")) && i > 0 && linked(i - 1, i) && linked(i, i + 1) &&
        !is_sure_subject_pronoun(text_, i - 1) &&
        (text_.can(i + 1, nominal_parts | part(determiner)) ||
         text_.is_any(i + 1, {word("eux"), word("elles"), word("nous"), word("vous")}))) {
        keep(i, [](const Analysis& a) { return a.features.part == preposition; });
    }
    // le pain trop dure: a word of degree stands before an adjective, no verb
    if (text_.is_any(i, {word("très"), word("trop"), word("assez")}) && linked(i, i + 1) && text_.can(i + 1, adjective))
        drop(i + 1, [](const Analysis& a) { return (a.features.tenses & (tense::personal | tense::imperative)) != 0; });
    if (text_[i + 1].enclitic) before_enclitic(i);
    if (text_[i].capital) drop(i, [](const Analysis& a) { return a.features.part == verb; });
    if (text_.is(i, word("été")) && i > 0 && linked(i - 1, i)) {
        std::size_t before = i - 1;
        for (int steps = 0; steps < 3 && before > 0 && is_inner_adverb(text_, before); ++steps) --before;
        if (text_[before].enclitic && before > 0) --before;
        const bool season =
            text_.can(before, part(determiner) | part(preposition)) || text_.can(i - 1, part(determiner));
        if (!season && !is_form_of(text_, before, lemma_class::avoir))
            keep(i, [](const Analysis& a) { return a.features.part == verb; });
        if (is_form_of(text_, before, lemma_class::avoir)) {
            keep(before, [](const Analysis& a) { return a.features.part == verb; });
            keep(i, [](const Analysis& a) { return a.features.part == verb; });
        }
    }
    if (is_form_of(text_, i, lemma_class::avoir | lemma_class::etre)) after_auxiliary(i);
    if (text_.token(i).first_of_sentence && text_[i].id != no_word) {
        drop(i, [](const Analysis& a) { return a.features.part == proper_noun; });
    }
}

/// From i on: clitics and ne are pronouns and particle, then comes a verb.
void ContextRules::expect_verb(std::size_t i, bool finite_only) {
    const std::size_t first = i;
    while (i > 0 && linked(i - 1, i) && (is_clitic(text_, i) || is_ne(text_, i)) && i < first + 4) {
        const bool more =
            linked(i, i + 1) && (text_.can(i + 1, verb) || is_clitic(text_, i + 1) || is_ne(text_, i + 1));
        if (!more) return;
        keep(i, [](const Analysis& a) { return a.features.part == pronoun || a.features.part == adverb; });
        ++i;
    }
    if (i == 0 || !linked(i - 1, i) || !text_.can(i, verb)) return;
    if (finite_only) {
        keep(i, [](const Analysis& a) { return is_finite(a.features); });
    } else {
        keep(i, [](const Analysis& a) { return a.features.part == verb && !is_past_participle(a.features); });
    }
}

void ContextRules::after_subject_pronoun(std::size_t i) {
    expect_verb(i + 1, true);
}

/// attaques-on, porte-la: before a pronoun joined to it a word is a verb
void ContextRules::before_enclitic(std::size_t i) {
    if (!linked(i, i + 1) || !text_[i + 1].enclitic || text_[i].enclitic) return;
    const bool subject = text_.is_any(i + 1, {word("je"), word("tu"), word("il"), word("elle"), word("on"), word("ils"),
                                              word("elles"), word("iel"), word("iels")});
    const bool object =
        text_.is_any(i + 1, {word("moi"), word("toi"), word("lui"), word("leur"), word("le"), word("la"), word("les"),
                             word("nous"), word("vous"), word("y"), word("en")});
    if (subject) keep(i, [](const Analysis& a) { return is_finite(a.features); });
    if (object) {
        keep(i,
             [](const Analysis& a) { return is_finite(a.features) || (a.features.tenses & tense::imperative) != 0; });
    }
}

/// i is a word after a determiner: no finite verb, no pronoun, no preposition where it can be nominal.
void ContextRules::expect_nominal(std::size_t i) {
    keep(i, [](const Analysis& a) {
        return nominal(a.features) || a.features.part == adverb || a.features.part == determiner;
    });
}

void ContextRules::after_determiner(std::size_t i) {
    if (!linked(i, i + 1) || is_article_or_pronoun(text_, i + 1)) return;  // j'ai du le lire: a misspelt verb
    expect_nominal(i + 1);
    // la mieux placée: no noun, since that is masculine
    if (text_.is(i + 1, word("mieux")) && text_.is_any(i, {word("la"), word("les")})) {
        keep(i + 1, [](const Analysis& a) { return a.features.part == adverb; });
    }
    // un très bon, les deux premiers: one word further
    if (linked(i + 1, i + 2) &&
        (text_.only(i + 1, numeral) ||
         text_.is_any(i + 1, {word("très"), word("plus"), word("même"), word("autre"), word("autres")}))) {
        drop(i + 2, [](const Analysis& a) { return is_finite(a.features); });
    }
}

void ContextRules::after_preposition(std::size_t i) {
    if (!linked(i, i + 1)) return;
    drop(i + 1, [](const Analysis& a) { return (a.features.tenses & (tense::personal | tense::imperative)) != 0; });
    if (text_.is_any(i, {word("de"), word("d'")})) {
        // the article de exists before nouns only; as a rule the preposition is meant
        if (can_be_infinitive(text_, i + 1)) keep(i, [](const Analysis& a) { return a.features.part == preposition; });
    }
}

void ContextRules::decide_article(std::size_t i) {
    if (text_[i].reading_count < 2) {
        if (text_.only(i, determiner) && linked(i, i + 1)) after_determiner(i);
        return;
    }
    const auto as_pronoun = [&] { keep(i, [](const Analysis& a) { return a.features.part == pronoun; }); };
    const auto as_determiner = [&] {
        keep(i, [](const Analysis& a) { return a.features.part == determiner; });
        if (linked(i, i + 1)) after_determiner(i);
    };
    if (!linked(i, i + 1)) return as_pronoun();
    const std::size_t next = i + 1;
    if (text_.lower(next) == "ayant" || text_.lower(next) == "étant") return as_pronoun();
    const bool after_start = i == 0 || !linked(i - 1, i) || text_[i - 1].boundary != Boundary::none;
    const std::size_t previous = after_start ? npos : i - 1;
    if (previous != npos) {
        const bool verbal = is_sure_subject_pronoun(text_, previous) || is_ne(text_, previous) ||
                            text_.is_any(previous, {word("me"), word("m'"), word("te"), word("t'"), word("se")}) ||
                            (text_.is(previous, word("s'")) && text_.only(previous, pronoun));
        if (verbal || (text_.is(previous, word("qui")) && text_.can(next, verb_part | part(pronoun)))) {
            return as_pronoun();
        }
        // nous le, elle les, vous la: subject and object, unless the verb stands before (avec elle les clients)
        if (text_.is_any(previous, {word("elle"), word("elles"), word("nous"), word("vous"), word("y")}) &&
            can_be_finite(text_, next) && !text_.can(next, nominal_parts)) {
            return as_pronoun();
        }
    }
    if (text_.is_any(
            next, {word("y"), word("lui"), word("leur"), word("ai"), word("a"), word("as"), word("ont"), word("en")}) &&
        !text_[next].enclitic) {
        return as_pronoun();
    }
    if (!text_.can(next, verb)) {
        if (text_.can(next, nominal_parts) || text_.only(next, adverb)) return as_determiner();
        if (text_.can(next, determiner)) return as_determiner();  // les quelques, leur même
        return;
    }
    if (!can_be_finite(text_, next) && !can_be_infinitive(text_, next) && can_be_participle(text_, next) &&
        text_.can(next, nominal_parts) && (text_.tenses(next) & tense::imperative) == 0) {
        return as_determiner();  // la parti: no pronoun stands before a participle
    }
    // la toucher, la boucher: an infinitive, since the noun would be masculine
    if (can_be_infinitive(text_, next) && text_.can(next, noun) &&
        (agreement(text_, i, part(determiner)) & agreement(text_, next, part(noun))) == 0) {
        return as_pronoun();
    }
    const bool nominal_next = text_.can(next, nominal_parts) || can_be_participle(text_, next);
    if (!nominal_next) return as_pronoun();
    // les portes: tu portes needs its tu
    if (text_.can(next, noun) && previous != npos && !text_.is(previous, word("tu"))) {
        std::uint8_t persons = 0;
        for (const Analysis& reading : text_.readings(next)) persons |= reading.features.persons;
        if (persons == person::second_singular) return as_determiner();
    }
    // noun or verb: la porte, les livres
    if (previous == npos && i > 0 && text_[i - 1].boundary == Boundary::comma && can_be_finite(text_, next) &&
        !text_.can(next, noun)) {
        return;
    }
    // devant les cabines: what else may be a preposition is one before an article and a noun
    if (previous != npos && text_.can(next, noun) && !can_be_infinitive(text_, next) &&
        text_.is_any(previous, {word("devant"), word("derrière"), word("après"), word("avant"), word("pendant"),
                                word("durant"), word("entre"), word("sauf")}))
        return as_determiner();
    const bool after_verb = previous != npos && text_.only(previous, verb);
    if (previous == npos || is_sure_preposition(text_, previous) || after_verb) {
        if (previous != npos && can_be_infinitive(text_, next)) return;  // pour le dîner, de le savoir
        return as_determiner();
    }
    if (text_.can(previous, title) || text_.only(previous, part(preposition)) ||
        text_.only(previous, part(determiner)) ||
        text_.is_any(previous, {word("tous"), word("toutes"), word("tout"), word("toute"), word("et"), word("ou"),
                                word("que"), word("qu'"), word("dont"), word("où"), word("si"), word("quand"),
                                word("mais"), word("donc"), word("car"), word("puis"), word("soit")})) {
        if (can_be_infinitive(text_, next) && !text_.can(next, noun)) return;
        return as_determiner();
    }
}

void ContextRules::decide_ce(std::size_t i) {
    if (!linked(i, i + 1)) return;
    if (text_.is(i, word("c'"))) {
        keep(i, [](const Analysis& a) { return a.features.part == pronoun; });
        expect_verb(i + 1, true);
        return;
    }
    const std::size_t next = i + 1;
    if (text_.is_any(next, {word("qui"), word("que"), word("qu'"), word("dont"), word("à"), word("ne"), word("n'"),
                            word("quoi")})) {
        keep(i, [](const Analysis& a) { return a.features.part == pronoun; });
    } else if (text_.can(next, nominal_parts)) {
        const bool copula = is_form_of(text_, next, lemma_class::etre) ||
                            text_.is_any(next, {word("peut"), word("sont"), word("serait"), word("sera")});
        if (copula) return;
        keep(i, [](const Analysis& a) { return a.features.part == determiner; });
        after_determiner(i);
    } else if (text_.only(next, verb)) {
        keep(i, [](const Analysis& a) { return a.features.part == pronoun; });
    }
}

void ContextRules::decide_en(std::size_t i) {
    if (!linked(i, i + 1) || text_[i].enclitic) return;
    const std::size_t next = i + 1;
    if ((text_.tenses(next) & tense::present_participle) != 0 || !text_.can(next, verb)) {
        if (is_clitic(text_, next) || is_ne(text_, next)) return;
        keep(i, [](const Analysis& a) { return a.features.part == preposition; });
        return;
    }
    if (i > 0 && linked(i - 1, i) &&
        (is_sure_subject_pronoun(text_, i - 1) || is_ne(text_, i - 1) || is_clitic(text_, i - 1))) {
        keep(i, [](const Analysis& a) { return a.features.part == pronoun; });
        expect_verb(i + 1, false);
    } else if (text_.can(next, nominal_parts)) {
        // les vêtements en solde: no imperative either
        if (!can_be_infinitive(text_, next)) {
            drop(next,
                 [](const Analysis& a) { return (a.features.tenses & (tense::personal | tense::imperative)) != 0; });
        }
    } else if (text_.only(next, verb)) {
        keep(i, [](const Analysis& a) { return a.features.part == pronoun; });
    }
}

/// After a form of avoir or être, past its adverbs, a participle is a participle, and nothing is a finite verb.
void ContextRules::after_auxiliary(std::size_t i) {
    if (text_.can(i, static_cast<Parts>(~(verb_part | part(determiner)))) || !linked(i, i + 1)) return;
    std::size_t next = i + 1;
    if (text_[next].enclitic) ++next;
    if (next >= text_.size() || !same_sentence(text_, i, next)) return;
    next = skip_adverbs(text_, next);
    if (next == npos) return;
    if (is_form_of(text_, i, lemma_class::avoir) && can_be_infinitive(text_, next) &&
        text_.lower(next).ends_with("er")) {
        keep(next, [](const Analysis& a) { return a.features.part == verb; });
    }
    if (!can_be_participle(text_, next) || text_.can(next, pronoun)) return;
    if (is_form_of(text_, i, lemma_class::avoir)) {
        keep(next, [](const Analysis& a) { return is_past_participle(a.features); });
    } else {
        keep(next, [](const Analysis& a) { return is_past_participle(a.features) || a.features.part == adjective; });
    }
}

}  // namespace relis::grammar
