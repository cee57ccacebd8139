// Homophones of relatives and their antecedents: ou/où, que/dont, donc/don/dont, qui/qu'il, quel/quelle, ce/se/ceux,
// tout/tous/toutes before a group.
#include "homophones.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

class RelativeHomophones : public Homophones {
  public:
    using Homophones::Homophones;

    void run(std::size_t i) {
        switch (text_[i].id) {
            case word("ou"):
                return ou(i);
            case word("où"):
                return where(i);
            case word("quel"):
            case word("quelle"):
            case word("quels"):
            case word("quelles"):
                return quel(i);
            case word("tous"):
            case word("tout"):
            case word("toute"):
            case word("toutes"):
                return tout(i);
            case word("se"):
                return se(i);
            case word("ceux"):
                return ceux(i);
            case word("ce"):
                return ce(i);
            case word("donc"):
            case word("don"):
                return don(i);
            case word("que"):
            case word("qu'"):
                return que(i);
            case word("qui"):
                return qui(i);
            default:
                return;
        }
    }

  private:
    void ou(std::size_t i);
    void where(std::size_t i);
    void quel(std::size_t i);
    void tout(std::size_t i);
    void se(std::size_t i);
    void ceux(std::size_t i);
    void ce(std::size_t i);
    void don(std::size_t i);
    void que(std::size_t i);
    void qui(std::size_t i);
    [[nodiscard]] bool lemma_in(std::size_t i, std::initializer_list<std::string_view> lemmas) const;
    [[nodiscard]] bool subject_at(std::size_t i) const {
        return here(i) && !text_[i].enclitic &&
               (is_sure_subject_pronoun(text_, i) ||
                (text_.is_any(i, {word("elle"), word("elles"), word("nous"), word("vous"), word("c'")}) &&
                 (could_be_finite(i + 1) || is_ne(text_, i + 1) || is_clitic(text_, i + 1))) ||
                (text_.is(i, word("l'")) && text_.is(i + 1, word("on"))));
    }
    [[nodiscard]] bool relative_clause_at(std::size_t i) const;
};

bool RelativeHomophones::lemma_in(std::size_t i, std::initializer_list<std::string_view> lemmas) const {
    if (!here(i) || text_[i].unknown || !text_.can(i, verb)) return false;
    for (const Analysis& reading : text_.readings(i)) {
        if (reading.features.part != verb) continue;
        const std::string_view own = text_.reader().lexicon().lemma(reading.lemma);
        for (const std::string_view lemma : lemmas) {
            if (own == lemma) return true;
        }
    }
    return false;
}

/// From token i a clause with its own subject and verb, after which the verb of the main clause follows.
bool RelativeHomophones::relative_clause_at(std::size_t i) const {
    if (!subject_at(i)) return false;
    const std::size_t own = verb_after(i);
    if (own == npos) return false;
    for (std::size_t k = own + 1; here(k) && k < own + 12; ++k) {
        const ChunkKind kind = chunks_[chunks_.of_token(k)].kind;
        if (kind == ChunkKind::coordination || kind == ChunkKind::relative || kind == ChunkKind::subordinator ||
            kind == ChunkKind::pronoun)
            return false;
        if (kind == ChunkKind::verb && only_finite(text_, k) && chunks_[chunks_.of_token(k)].head == k) {
            const std::size_t first = chunks_[chunks_.of_token(k)].first;
            return !text_.can(first - 1, pronoun) && first > own;
        }
    }
    return false;
}

/// je sais ou aller, je ne sais pas ou est la caisse, l'hôtel ou elle travaille est complet
void RelativeHomophones::ou(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1)) return;
    std::size_t governor = p;
    for (int steps = 0; steps < 3 && governor != npos && text_.only(governor, adverb); ++steps)
        governor = before(governor);
    const bool knows = governor != npos && lemma_in(governor, {"savoir", "ignorer", "demander", "indiquer", "expliquer",
                                                               "comprendre", "montrer", "deviner"});
    if (knows) {
        const bool question = can_be_infinitive(text_, i + 1) || is_form_of(text_, i + 1, lemma_class::etre) ||
                              text_.is_any(i + 1, {word("se"), word("s'")}) || subject_at(i + 1);
        if (question) return confuse("homophone-ou", i, "où");
    }
    const Waiting subject = waiting_subject(i);
    if (subject.found && !subject.pronoun && text_.is_any(i + 1, {word("se"), word("s'")}) && could_be_finite(i + 2))
        return confuse("homophone-ou", i, "où");
    if (subject.found && !subject.pronoun && relative_clause_at(i + 1)) confuse("homophone-ou", i, "où");
}

/// du thé où du café, deux où trois
void RelativeHomophones::where(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1) || !text_.can(p, part(noun) | part(numeral) | part(adjective))) return;
    if (text_.can(p, part(preposition) | part(adverb))) return;
    if (text_.only(p, numeral) && text_.only(i + 1, numeral)) return confuse("homophone-ou", i, "ou");
    const bool group = determiner_at(i + 1) || text_.only(i + 1, part(noun) | part(adjective)) ||
                       text_.is_any(i + 1, {word("de"), word("du"), word("des")});
    if (!group || text_[i + 1].unknown) return;
    for (std::size_t k = i + 1; k < text_.size() && same_sentence(text_, i, k) && k < i + 20; ++k) {
        if (text_.can(k, verb) && (can_be_finite(text_, k) || can_be_infinitive(text_, k))) return;
    }
    confuse("homophone-ou", i, "ou");
}

/// quelle est le prix; la robe quelle porte
void RelativeHomophones::quel(std::size_t i) {
    if (!here(i + 1)) return;
    const std::size_t p = before(i);
    const bool feminine = text_.is_any(i, {word("quelle"), word("quelles")});
    if (is_form_of(text_, i + 1, lemma_class::etre) && only_finite(text_, i + 1) && here(i + 2) &&
        !text_[i + 2].enclitic && (p == npos || !text_.can(p, preposition))) {
        const Chunk& chunk = chunks_[chunks_.of_token(i + 2)];
        const bool group = chunk.kind == ChunkKind::noun_group && chunk.first == i + 2U && chunk.determined &&
                           !chunk.faulty && !chunk.uncertain && text_.can(chunk.head, noun) &&
                           chunks_[chunks_.of_token(chunk.last + 1U)].kind != ChunkKind::coordination;
        if (!group) return;
        const AgreementSet wanted = agreement_set(chunk.genders, chunk.numbers);
        const AgreementSet own = agreement(text_, i, part(determiner) | part(pronoun) | part(adjective));
        if (own == 0 || (own & wanted) != 0 || wanted == 0) return;
        const bool plural = (chunk.numbers & number::singular) == 0;
        const bool f = chunk.genders == gender::feminine;
        return confuse("homophone-quelle", i, f ? (plural ? "quelles" : "quelle") : (plural ? "quels" : "quel"));
    }
    if (!feminine || p == npos || !noun_only(p)) return;
    const Chunk& left = chunks_[chunks_.of_token(p)];
    if (left.kind != ChunkKind::noun_group || !left.determined || left.last != p) return;
    if (could_be_finite(i + 1) && !is_form_of(text_, i + 1, lemma_class::etre))
        confuse("homophone-quelle", i, text_.is(i, word("quelle")) ? "qu'elle" : "qu'elles");
}

/// tous le monde, tous les tables, toute les tables, tous la journée, tous ce que, elles étaient tous prises
void RelativeHomophones::tout(std::size_t i) {
    if (!here(i + 1)) return;
    const std::size_t next = i + 1;
    const std::size_t p = before(i);
    if (text_.is_any(i, {word("tous"), word("toutes")}) && text_.is(next, word("ce")) && here(i + 2) &&
        text_.is_any(i + 2, {word("que"), word("qu'"), word("dont")}))
        return confuse("homophone-tout", i, "tout");
    const bool singular_article =
        text_.is_any(next, {word("le"), word("la"), word("l'"), word("mon"), word("ma"), word("son"), word("sa"),
                            word("notre"), word("votre"), word("cette"), word("cet")});
    const bool plural_article = text_.is_any(next, {word("les"), word("ces"), word("mes"), word("tes"), word("ses"),
                                                    word("nos"), word("vos"), word("leurs")});
    if ((singular_article || plural_article) && here(i + 2)) {
        if (text_.is_any(i, {word("tous"), word("toutes")}) && p != npos &&
            text_.can(p, part(verb) | part(pronoun) | part(conjunction)))
            return;
        if (text_.is(i, word("tout")) && p != npos &&
            (text_.can(p, part(preposition) | part(determiner) | part(verb)) || text_.is(p, word("y"))))
            return;
        std::size_t noun_token = i + 2;
        if (text_.only(noun_token, adjective) && here(i + 3)) ++noun_token;
        if (!text_.only(noun_token, part(noun) | part(adjective)) || !text_.can(noun_token, noun) ||
            text_[noun_token].unknown)
            return;
        const AgreementSet set = agreement(text_, noun_token, part(noun));
        const std::uint8_t numbers = numbers_of(set);
        if ((numbers & (plural_article ? number::plural : number::singular)) == 0) return;
        const std::uint8_t genders = genders_of(set);
        if (genders == gender::any) return;
        const bool f = genders == gender::feminine;
        // the article must agree too, or it is the fault
        if (singular_article && (text_.is_any(next, {word("le")}) == f) && text_.is_any(next, {word("le"), word("la")}))
            return;
        const std::string_view form = plural_article ? (f ? "toutes" : "tous") : (f ? "toute" : "tout");
        if (text_.lower(i) == form) return;
        confuse("homophone-tout", i, form);
        // the verb agrees with the group, not with the wrong word
        const std::size_t k = chunks_.of_token(noun_token) + 1;
        if (chunks_[k].kind == ChunkKind::verb) checker_.leave_alone(chunks_[k].first, chunks_[k].last);
        return;
    }
    if (text_.is(i, word("tous")) && p != npos && is_form_of(text_, p, lemma_class::etre) && adjectival(text_, next)) {
        const Subject subject = find_subject(text_, chunks_, chunks_.of_token(p));
        if (subject.found && subject.certain && subject.persons == person::third_plural &&
            genders_of(subject.agreement) == gender::feminine)
            confuse("homophone-tout", i, "toutes");
    }
}

/// se plateau, se petit chien, pour se faire
void RelativeHomophones::se(std::size_t i) {
    if (!here(i + 1) || text_[i + 1].unknown || text_[i + 1].capital) return;
    if (text_.is_any(i + 1, {word("à"), word("a")}) && here(i + 2) && text_.is_any(i + 2, {word("quoi"), word("qui")}))
        return confuse("homophone-ce", i, i + 1, {"ce à"});
    const std::size_t p = before(i);
    if (p != npos && text_.is(p, word("pour")) && before(p) == npos && text_.lower(i + 1) == "faire" && ends(i + 1) &&
        text_[i + 2].boundary == Boundary::comma)
        return confuse("homophone-ce", i, "ce");
    if (!text_.can(i + 1, part(noun) | part(adjective)) || text_.can(i + 1, part(adverb) | part(pronoun))) {
        // « se produit est cher »: no subject, and a second verb
        if (p != npos || !could_be_noun(i + 1) || !here(i + 2) || !only_finite(text_, i + 2)) return;
    }
    bool any_verb = false;
    for (const Analysis& analysis : text_.all_analyses(i + 1)) any_verb = any_verb || analysis.features.part == verb;
    const bool starts_group = p == npos && here(i + 2) && only_finite(text_, i + 2) && could_be_noun(i + 1);
    if (any_verb && !starts_group) return;
    if (!any_verb && (agreement(text_, i + 1, part(noun) | part(adjective)) & 1U) == 0) return;
    confuse("homophone-ce", i, "ce");
}

/// ceux sont des produits frais, ceux doit être
void RelativeHomophones::ceux(std::size_t i) {
    if (text_[i].enclitic || !here(i + 1)) return;
    std::size_t verb_token = i + 1;
    if (is_ne(text_, verb_token)) ++verb_token;
    if (!here(verb_token) || !only_finite(text_, verb_token)) return;
    const bool modal = is_form_of(text_, verb_token, lemma_class::modal) && here(verb_token + 1) &&
                       text_.is(verb_token + 1, word("être"));
    if (is_form_of(text_, verb_token, lemma_class::etre) || modal) confuse("homophone-ce", i, "ce");
}

/// tous ce qui attendaient, ce qui servent sont polis, les portes ce ferment
void RelativeHomophones::ce(std::size_t i) {
    if (text_[i].enclitic || !here(i + 1)) return;
    const std::size_t p = before(i);
    if (text_.is(i + 1, word("qui"))) {
        std::size_t verb_token = i + 2;
        while (here(verb_token) && (is_clitic(text_, verb_token) || is_ne(text_, verb_token))) ++verb_token;
        if (!here(verb_token) || !only_finite(text_, verb_token) ||
            could_be_finite(verb_token, person::third_singular) || !could_be_finite(verb_token, person::third_plural))
            return;
        const std::size_t main_verb = verb_after(verb_token);
        const bool plural_main =
            main_verb != npos && only_finite(text_, main_verb) && !could_be_finite(main_verb, person::third_singular);
        if (!plural_main && !(p != npos && text_.is(p, word("tous")))) return;
        confuse("homophone-ce", i, "ceux");
        checker_.leave_alone(i + 1, verb_token);
        if (main_verb != npos) checker_.leave_alone(main_verb, main_verb);
        return;
    }
    if (p == npos || !could_be_finite(i + 1, person::third_plural | person::third_singular)) return;
    if (!text_.can(i + 1, noun) || !ends(i + 1)) return;
    const Waiting subject = waiting_subject(i);
    if (!subject.found || subject.pronoun || !could_be_finite(i + 1, subject.persons)) return;
    if (chunks_[chunks_.of_token(p)].first == 0 || before(chunks_[chunks_.of_token(p)].first) == npos)
        confuse("homophone-ce", i, "se");
}

/// la caisse donc je parle est fermée, ce don j'ai besoin, trente clients don deux
void RelativeHomophones::don(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1)) return;
    if (text_.is(i, word("don"))) {
        const bool some = text_.only(i + 1, numeral) && text_.can(p, noun);
        // ce petit don, je…: a noun
        const bool gift = (text_.classes(p, part(adjective)) & lemma_class::before_noun) != 0 && before(p) != npos &&
                          text_.can(before(p), determiner);
        if (gift || (text_.can(p, determiner) && !text_.is(p, word("ce")))) return;
        if (subject_at(i + 1) || some) confuse("homophone-dont", i, "dont");
        return;
    }
    const Waiting subject = waiting_subject(i);
    if (subject.found && !subject.pronoun && text_.can(p, noun) && relative_clause_at(i + 1))
        confuse("homophone-dont", i, "dont");
}

/// le sac que j'ai besoin, ce que je me souviens
void RelativeHomophones::que(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1) || !subject_at(i + 1)) return;
    const bool neuter = text_.is(p, word("ce"));
    const bool antecedent =
        text_.can(p, noun) && !text_.can(p, verb) &&
        !lower_is(p, {"fait", "idée", "preuve", "sentiment", "impression", "fois", "moment", "jour", "signe", "peur",
                      "envie", "besoin", "crainte", "espoir", "doute", "temps", "point"});
    if (!neuter && !antecedent) return;
    std::size_t k = i + 2;
    bool reflexive = false;
    while (here(k) && (is_clitic(text_, k) || is_ne(text_, k)) && k < i + 6) {
        reflexive = reflexive || text_.is_any(k, {word("me"), word("te"), word("se"), word("nous"), word("vous"),
                                                  word("m'"), word("t'"), word("s'")});
        ++k;
    }
    if (!here(k)) return;
    const bool closes = ends(k) || (here(k + 1) && only_finite(text_, k + 1));
    if (reflexive && lemma_in(k, {"souvenir", "plaindre", "méfier"}) && closes)
        return confuse("homophone-dont", i, "dont");
    if (reflexive && is_form_of(text_, k, lemma_class::etre)) {
        const std::size_t participle = past_adverbs(k);
        if (participle != npos && lemma_in(participle, {"souvenir", "plaindre", "méfier"}) &&
            !next_any(participle, {word("de"), word("d'"), word("que"), word("qu'")}))
            return confuse("homophone-dont", i, "dont");
    }
    if (!is_form_of(text_, k, lemma_class::avoir)) return;
    std::size_t object = past_adverbs(k);
    if (object != npos && could_be_participle(object) && text_.lower(object) == "eu") object = past_adverbs(object);
    if (object == npos || !lower_is(object, {"besoin", "envie", "peur", "honte", "hâte", "horreur"})) return;
    const bool free =
        ends(object) ||
        (here(object + 1) && (only_finite(text_, object + 1) || (text_.can(object + 1, preposition) &&
                                                                 !text_.is_any(object + 1, {word("de"), word("d'")}))));
    if (free) confuse("homophone-dont", i, "dont");
}

/// il faut qui vienne, ce qui faut, je veux qui partent
void RelativeHomophones::qui(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1)) return;
    if (lemma_in(i + 1, {"falloir"})) return confuse("homophone-qui", i, "qu'il");
    const bool need = lemma_in(p, {"falloir"}) && only_finite(text_, p);
    const bool opinion = lemma_in(p, {"penser", "croire", "espérer", "souhaiter", "vouloir"}) && text_.only(p, verb) &&
                         can_be_finite(text_, p) && before(p) != npos &&
                         text_.is_any(before(p), {word("je"), word("j'"), word("on"), word("nous"), word("vous")});
    if (!need && !opinion) return;
    std::size_t k = i + 1;
    while (here(k) && (is_clitic(text_, k) || is_ne(text_, k)) && k < i + 5) ++k;
    if (!here(k) || !could_be_finite(k, person::third_singular | person::third_plural)) return;
    confuse("homophone-qui", i, could_be_finite(k, person::third_singular) ? "qu'il" : "qu'ils");
}

}  // namespace

void check_relative_homophones(Checker& checker) {
    RelativeHomophones homophones(checker);
    for (const std::size_t i : checker.closed_words()) {
        if (!checker.reported(i)) homophones.run(i);
    }
}

}  // namespace relis::grammar
