// A noun where only a verb is written, a verb where only a noun is: un maintient, dans l'accueille, il travail.
#include "category_repair.h"

#include <algorithm>

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

bool is_finite_or_imperative(const Features& f) {
    return f.part == verb && (f.tenses & (tense::personal | tense::imperative)) != 0;
}

}  // namespace

template <class Predicate>
std::vector<std::string> CategoryRepair::alike(std::size_t i, Predicate wanted) const {
    std::vector<std::string> result;
    const language::Lexicon& lexicon = text_.reader().lexicon();
    for (SoundAlike& candidate : sound_alikes(lexicon, text_.lower(i))) {
        if ((lexicon.flags(candidate.id) & language::form_flag::no_suggest) != 0) continue;
        for (const Analysis& analysis : lexicon.analyses(candidate.id)) {
            if (!wanted(analysis.features)) continue;
            result.push_back(std::move(candidate.form));
            break;
        }
    }
    return result;
}

std::vector<std::string> CategoryRepair::nouns(std::size_t i, AgreementSet wanted) const {
    const auto fits = [&](const Features& f, std::uint8_t numbers) {
        return f.part == noun && (f.roles & role::part_of_phrase) == 0 && (agreement(f) & wanted) != 0 &&
               (f.numbers & numbers) != 0;
    };
    // lettre de soutien: where both fit, the singular first
    std::vector<std::string> result = alike(i, [&](const Features& f) { return fits(f, number::singular); });
    for (std::string& form : alike(i, [&](const Features& f) { return fits(f, number::plural); })) {
        if (std::find(result.begin(), result.end(), form) == result.end()) result.push_back(std::move(form));
    }
    return result;
}

std::vector<std::string> CategoryRepair::qualifiers(std::size_t i, AgreementSet wanted) const {
    return alike(i, [&](const Features& f) { return is_qualifier(f) && (agreement(f) & wanted) != 0; });
}

std::vector<std::string> CategoryRepair::verbs(std::size_t i, std::uint8_t persons) const {
    std::vector<std::string> result;
    for (const std::uint16_t t : {tense::present, tense::imperfect, tense::past_historic}) {
        for (std::string& form : alike(i, [&](const Features& f) {
                 return f.part == verb && (f.tenses & t) != 0 && (f.persons & persons) != 0 &&
                        (f.roles & role::inverted_only) == 0;
             })) {
            if (std::find(result.begin(), result.end(), form) == result.end()) result.push_back(std::move(form));
        }
    }
    return result;
}

std::vector<std::string> CategoryRepair::adverbs(std::size_t i) const {
    return alike(i, [](const Features& f) { return f.part == adverb; });
}

bool CategoryRepair::open_word(std::size_t i) const {
    return here(i) && text_[i].id == no_word && !text_[i].unknown && !text_[i].capital && !text_[i].enclitic &&
           text_.token(i).kind == language::TokenKind::word && !checker_.reported(i) && text_.lower(i).size() > 2;
}

bool CategoryRepair::is_finite_only(std::size_t i) const {
    if (!text_.only(i, verb)) return false;
    for (const Analysis& analysis : text_.all_analyses(i)) {
        if (!is_finite_or_imperative(analysis.features)) return false;
    }
    return only_finite(text_, i);
}

bool CategoryRepair::is_never_verb(std::size_t i) const {
    for (const Analysis& analysis : text_.all_analyses(i)) {
        const Features& f = analysis.features;
        if (f.part != noun && f.part != adjective && !is_past_participle(f)) return false;
    }
    return true;
}

bool CategoryRepair::sure_determiner(std::size_t i) const {
    if (text_.is_any(i, {word("un"), word("une")})) return !after_any(i, {word("l'"), word("les"), word("chaque")});
    return text_.is_any(
        i, {word("des"), word("du"),    word("au"),  word("aux"),   word("mon"),   word("ma"),     word("mes"),
            word("ton"), word("tes"),   word("son"), word("ses"),   word("notre"), word("nos"),    word("votre"),
            word("vos"), word("leurs"), word("cet"), word("cette"), word("ces"),   word("chaque"), word("quelques")});
}

void CategoryRepair::repair(std::string_view rule, std::size_t i, std::string_view demanded,
                            std::vector<std::string> suggestions) {
    std::string message = "Ici, il faut " + std::string(demanded) + " : sans doute « " + suggestions.front() +
                          " », et non " + checker_.quoted(i) + ".";
    checker_.report(rule, i, i, std::move(message), std::move(suggestions));
}

namespace {

class NounAndVerb : public CategoryRepair {
  public:
    using CategoryRepair::CategoryRepair;

    void run(std::size_t i) {
        if (!open_word(i) || i == 0) return;
        if (is_finite_only(i)) {
            noun_demanded(i);
        } else if (text_.can(i, part(noun) | part(adjective) | part(verb))) {
            verb_demanded(i);
            if (!checker_.reported(i)) feminine_noun_demanded(i);
        }
    }

  private:
    void noun_demanded(std::size_t i);
    void verb_demanded(std::size_t i);
    void feminine_noun_demanded(std::size_t i);
    [[nodiscard]] bool article_stands(std::size_t article, std::size_t i) const;
    [[nodiscard]] bool finite_follows(std::size_t i) const;
    [[nodiscard]] bool verbless_clause(std::size_t i) const;
};

/// A finite verb with its clitics begins at i.
bool NounAndVerb::finite_follows(std::size_t i) const {
    std::size_t k = i;
    while (here(k) && k < i + 4 && (is_ne(text_, k) || (is_clitic(text_, k) && text_.can(k, pronoun)))) ++k;
    return here(k) && only_finite(text_, k);
}

/// le, la, les, l' before the finite verb i cannot be its object: another verb or a preposition governs them.
bool NounAndVerb::article_stands(std::size_t article, std::size_t i) const {
    std::size_t p = before(article);
    for (int steps = 0; steps < 3 && p != npos && chunks_[chunks_.of_token(p)].kind == ChunkKind::adverb; ++steps) {
        p = before(chunks_[chunks_.of_token(p)].first);
    }
    if (p == npos) {
        // La travaille est bien faite: a second verb follows, and no subject
        return text_.token(article).first_of_sentence && finite_follows(i + 1) && !text_.lower(i).ends_with("ez");
    }
    if (text_[p].enclitic && text_.can(p, pronoun)) return true;
    if (text_.only(p, preposition) && !text_.is_any(p, {word("sauf"), word("comme"), word("excepté")})) return true;
    if (text_.is_any(p, {word("à"), word("de"), word("dans"), word("pour"), word("avec"), word("par"), word("sur"),
                         word("sans"), word("sous"), word("chez"), word("vers"), word("en")}))
        return true;
    const Chunk& left = chunks_[chunks_.of_token(p)];
    const bool verb_before = (left.kind == ChunkKind::verb && left.head == p && only_finite(text_, p)) ||
                             (left.kind == ChunkKind::infinitive && left.head == p) ||
                             (text_.only(p, verb) && only_participle(text_, p) && before(p) != npos &&
                              is_form_of(text_, before(p), lemma_class::avoir));
    return verb_before && !is_form_of(text_, p, lemma_class::modal | lemma_class::causative);
}

/// un maintient, dans l'accueille, il relève le défit, son conseille, un grand soutient
void NounAndVerb::noun_demanded(std::size_t i) {
    if (is_form_of(text_, i, lemma_class::etre | lemma_class::avoir)) return;
    std::size_t determiner_token = before(i);
    if (determiner_token == npos || checker_.reported(determiner_token)) return;
    // un grand soutient: only where a preposition or a verb governs the group
    const bool adjective_between = (text_.classes(determiner_token, part(adjective)) & lemma_class::before_noun) != 0 &&
                                   !text_.can(determiner_token, determiner) && before(determiner_token) != npos;
    const std::size_t adjective_token = determiner_token;
    if (adjective_between) determiner_token = before(determiner_token);
    const bool article =
        text_.is_any(determiner_token, {word("le"), word("la"), word("les"), word("l'"), word("leur")}) &&
        !text_[determiner_token].enclitic;
    // ce rappelle n'en finit pas: a second verb without a subject of its own
    const bool ce_noun = text_.is(determiner_token, word("ce")) && before(determiner_token) == npos &&
                         finite_follows(i + 1) && !is_form_of(text_, i, lemma_class::modal | lemma_class::copula);
    if (article) {
        if (!article_stands(determiner_token, i)) return;
    } else if (ce_noun || lower_is(determiner_token, {"ledit", "ladite", "lesdits", "lesdites"})) {
        if (adjective_between) return;
    } else if (sure_determiner(determiner_token)) {
        // le volume de son dépasse, un changement de ton prit
        if (text_.is_any(determiner_token, {word("son"), word("ton")}) &&
            after_any(determiner_token, {word("de"), word("le"), word("du")}))
            return;
        if (adjective_between && !text_.is_any(determiner_token, {word("du"), word("au"), word("aux")})) {
            const std::size_t p = before(determiner_token);
            if (p == npos || !(text_.only(p, preposition) || only_finite(text_, p))) return;
        }
    } else if (!adjective_between &&
               text_.is_any(determiner_token, {word("avec"), word("sans"), word("sous"), word("contre"), word("malgré"),
                                               word("dès"), word("d'"), word("de"), word("par")})) {
        // avec plaît, lettre de soutient
        const std::size_t p = before(determiner_token);
        if (text_.is_any(determiner_token, {word("d'"), word("de")}) && (p == npos || !text_.can(p, noun))) return;
        std::vector<std::string> found = nouns(i, any_agreement);
        if (!found.empty()) repair("noun-demanded", i, "un nom", std::move(found));
        return;
    } else {
        return;
    }
    AgreementSet wanted = agreement(text_, determiner_token, part(determiner) | part(preposition));
    if (article) {  // read as a pronoun
        const bool plural = text_.is(determiner_token, word("les"));
        std::uint8_t genders = gender::any;
        if (text_.is(determiner_token, word("le"))) genders = gender::masculine;
        if (text_.is(determiner_token, word("la"))) genders = gender::feminine;
        wanted = agreement_set(genders, plural ? number::plural : number::singular);
    }
    if (text_.is_any(determiner_token, {word("mon"), word("ton"), word("son")}))
        wanted = agreement_set(gender::any, number::singular);
    if (adjective_between) wanted &= agreement(text_, adjective_token, part(adjective));
    if (wanted == 0) return;
    // de les aimait: the check of infinitives knows more
    if (article && heard(text_.lower(i)).ends_with("E") &&
        text_.is_any(before(determiner_token), {word("de"), word("pour"), word("sans"), word("à")}))
        return;
    std::vector<std::string> found = nouns(i, wanted);
    if (found.empty()) return;
    repair("noun-demanded", i, "un nom", std::move(found));
}

/// à la sorti du magasin, l'issu de secours, une nui: a participle where its noun in -e or -t is meant
void NounAndVerb::feminine_noun_demanded(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || text_.can(i, noun) || !only_qualifier(text_, i) || text_[p].enclitic) return;
    const bool feminine = text_.is_any(p, {word("la"), word("une"), word("cette"), word("ma"), word("ta"), word("sa")});
    const bool open = text_.is_any(
        p, {word("l'"), word("leur"), word("notre"), word("votre"), word("mon"), word("son"), word("chaque")});
    if ((!feminine && !open) || !is_never_verb(i)) return;
    for (const Analysis& analysis : text_.all_analyses(i)) {
        if (analysis.features.part == noun || (agreement(analysis.features) & 1U) == 0) return;
    }
    // la venu, il la vu: a pronoun, or another fault
    const std::size_t q = before(p);
    const bool pronoun_like = text_.is_any(
        p, {word("la"), word("l'"), word("leur"), word("ma"), word("ta"), word("sa"), word("mon"), word("son")});
    const bool governed_group = q != npos && (text_.only(q, preposition) || text_.only(q, verb));
    if (pronoun_like && !governed_group && q != npos) return;
    const bool closes =
        ends(i) ||
        (here(i + 1) && (text_.is_any(i + 1, {word("de"), word("du"), word("des"), word("d'"), word("qui"), word("que"),
                                              word("qu'"), word("et"), word("à"), word("au")}) ||
                         only_finite(text_, i + 1) || (text_.only(i + 1, preposition) && feminine)));
    if (!closes) return;
    std::vector<std::string> found = nouns(i, agreement_set(gender::feminine, number::singular));
    std::erase_if(found, [&](const std::string& form) { return !form.starts_with(text_.lower(i)); });
    if (!found.empty()) repair("noun-demanded", i, "un nom", std::move(found));
}

/// No finite verb, and no relative or conjunction, from token i to the end of its clause.
bool NounAndVerb::verbless_clause(std::size_t i) const {
    for (std::size_t k = i; here(k); ++k) {
        if (can_be_finite(text_, k)) return false;
        if (k > i && text_.is_any(k, {word("qui"), word("que"), word("qu'"), word("dont"), word("où")})) return true;
    }
    return true;
}

/// il travail, je vie, on désir, qui défini, il me conseil
void NounAndVerb::verb_demanded(std::size_t i) {
    if (text_.can(i, part(adverb) | part(preposition))) return;
    std::size_t p = before(i);
    std::size_t first = i;
    for (int steps = 0; steps < 3 && p != npos && (is_ne(text_, p) || is_clitic(text_, p)); ++steps) {
        first = p;
        p = before(p);
    }
    if (p == npos || text_[p].enclitic) return;
    if (text_.is(p, word("qui")) && next_any(i, {word("est")})) return;  // qui plus est
    const auto participle_in_e = [&] { return can_be_participle(text_, i) && heard(text_.lower(i)).ends_with("E"); };
    std::uint8_t persons = 0;
    if (is_sure_subject_pronoun(text_, p) || (text_.is(p, word("ça")) && before(p) == npos)) {
        if (text_.is_any(p, {word("je"), word("j'")})) persons = person::first_singular;
        if (text_.is(p, word("tu"))) persons = person::second_singular;
        if (text_.is_any(p, {word("il"), word("on"), word("ça")})) persons = person::third_singular;
        if (text_.is(p, word("ils"))) persons = person::third_plural;
        const std::size_t q = before(p);
        // donne-t il, a tu: an inversion without its hyphen; il a tu
        if (q != npos && (only_finite(text_, q) || text_.is_any(q, {word("t'"), word("l'")})) &&
            !(text_.is(q, word("l'")) && text_.is(p, word("on"))))
            return;
        if (participle_in_e()) return;  // il mangé: the check of the pronoun's verb knows more
    } else if (text_.is_any(p, {word("elle"), word("elles")}) && after_subject_pronoun(p + 1) && text_.only(i, noun)) {
        persons = text_.is(p, word("elle")) ? person::third_singular : person::third_plural;
        const std::size_t q = before(p);
        if (q != npos && text_.only(q, verb)) return;
    } else if (text_.is(p, word("qui"))) {
        const std::size_t q = before(p);
        if (q != npos && (text_.can(q, preposition) || text_.lower(q) == "importe" ||
                          text_.is_any(q, {word("sais"), word("sait"), word("que")})))
            return;
        if (first == i && participle_in_e()) return;
        persons = person::third_singular;
        if (q != npos) {
            const Subject antecedent = find_antecedent(text_, chunks_, chunks_.of_token(p));
            if (antecedent.found && antecedent.persons != 0) persons = antecedent.persons;
        }
    } else if (first == i && text_.only(i, noun) && before(p) != npos) {
        // la vendeuse conseil les clients: a clause without any verb, and an object
        const std::size_t k = chunks_.of_token(i);
        const Chunk& group = chunks_[k];
        const bool object = here(i + 1) && determiner_at(i + 1) && !text_.is_any(i + 1, {word("du"), word("des")});
        const bool starts = k == 0 || !same_sentence(text_, chunks_[k - 1].first, i) ||
                            chunks_[k - 1].kind == ChunkKind::strong || chunks_[k - 1].kind == ChunkKind::subordinator;
        if (!object || !starts || group.kind != ChunkKind::noun_group || !group.determined || group.head == i ||
            !text_.can(group.head, noun) || !verbless_clause(i + 1))
            return;
        persons = (numbers_of(agreement(text_, group.first, part(determiner))) & number::singular) != 0
                      ? person::third_singular
                      : person::third_plural;
    } else {
        return;
    }
    if (!is_never_verb(i)) return;
    std::vector<std::string> found = verbs(i, persons);
    if (found.empty()) return;
    repair("verb-demanded", i, "un verbe conjugué", std::move(found));
}

}  // namespace

void check_nouns_and_verbs(Checker& checker) {
    NounAndVerb check(checker);
    for (std::size_t i = 0; i < checker.text().size(); ++i) {
        if (checker.text()[i].id == no_word) check.run(i);
    }
}

}  // namespace relis::grammar
