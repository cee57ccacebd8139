// Homophones that the clause as a whole decides: a verb is wanted and none stands, or a second one is too many.
// a/à, on/ont, son/sont, et/est, été/était, la/l'a, ma/m'a.
#include "homophones.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

class ClauseHomophones : public Homophones {
  public:
    using Homophones::Homophones;

    void run(std::size_t i) {
        switch (text_[i].id) {
            case word("à"):
                return a_grave(i);
            case word("a"):
                return a_verb(i);
            case word("on"):
                return on(i);
            case word("ont"):
                return ont(i);
            case word("son"):
                return son(i);
            case word("sont"):
                return sont(i);
            case word("et"):
                return et(i);
            case word("est"):
                return est(i);
            case word("ait"):
                return ait(i);
            case word("été"):
                return ete(i);
            case word("était"):
            case word("étais"):
            case word("étaient"):
                return etait(i);
            case word("la"):
            case word("là"):
                return la(i);
            case word("ma"):
            case word("mon"):
            case word("ta"):
            case word("ton"):
                return possessive(i);
            default:
                return;
        }
    }

  private:
    void a_grave(std::size_t i);
    void a_verb(std::size_t i);
    void on(std::size_t i);
    void ont(std::size_t i);
    void son(std::size_t i);
    void sont(std::size_t i);
    void et(std::size_t i);
    void est(std::size_t i);
    void ait(std::size_t i);
    void ete(std::size_t i);
    void etait(std::size_t i);
    void la(std::size_t i);
    void possessive(std::size_t i);
    /// besoin, faim, tort…: nouns that stand after avoir without a determiner
    [[nodiscard]] bool noun_of_avoir(std::size_t i) const {
        return lower_is(
            i, {"besoin",  "envie",    "peur",      "raison",  "tort",  "faim",       "soif", "hâte",  "honte", "droit",
                "horreur", "tendance", "confiance", "sommeil", "pitié", "conscience", "lieu", "froid", "chaud", "mal"});
    }
    [[nodiscard]] bool finite_of(std::size_t i, std::uint32_t classes) const {
        return i != npos && here(i) && is_form_of(text_, i, classes) && can_be_finite(text_, i);
    }
    [[nodiscard]] std::string_view avoir_form(const Waiting& subject) const {
        if (subject.persons == person::first_singular) return "ai";
        if (subject.persons == person::second_singular) return "as";
        return subject.persons == person::third_plural ? "ont" : "a";
    }
    [[nodiscard]] std::string_view etre_form(const Waiting& subject) const {
        if (subject.persons == person::first_singular) return "suis";
        if (subject.persons == person::second_singular) return "es";
        return subject.persons == person::third_plural ? "sont" : "est";
    }
    /// A noun alone directly after i that can be masculine or feminine singular, no adverb and no verb.
    [[nodiscard]] bool singular_noun(std::size_t i, std::uint8_t genders) const {
        return noun_only(i) && text_.token(i).letter_case == language::LetterCase::lower &&
               (agreement(text_, i, part(noun)) & agreement_set(genders, number::singular)) != 0;
    }
};

/// tout à l'air fini, ce magasin à besoin d'un coup de peinture
void ClauseHomophones::a_grave(std::size_t i) {
    if (!here(i + 1) || before(i) == npos) return;
    const bool air = text_.is(i + 1, word("l'")) && here(i + 2) && text_.is(i + 2, word("air"));
    const bool certain = lower_is(i + 1, {"besoin", "envie", "tort", "faim", "soif", "hâte", "tendance", "horreur"});
    if (!air && !certain) return;
    const Waiting subject = waiting_subject(i);
    if (!subject.found || verb_after(i) != npos) return;
    // « il s'avança, les bras à l'air »: a group between commas describes
    const std::size_t lead = chunks_.of_token(before(i));
    const bool after_comma = lead > 0 && chunks_[lead - 1].kind == ChunkKind::comma;
    if (air && !subject.pronoun && after_comma) return;
    confuse("homophone-a", i, avoir_form(subject));
}

/// je tiens a remercier, une tasse a café traînait, c'est a vous
void ClauseHomophones::a_verb(std::size_t i) {
    if (!here(i + 1) || text_[i + 1].enclitic || text_.token(i).letter_case != language::LetterCase::lower) return;
    const std::size_t p = before(i);
    if (p == npos || is_clitic(text_, p) || is_ne(text_, p) || text_.is(p, word("tout")) || checker_.reported(p))
        return;
    if (lower_is(i + 1, {"priori", "posteriori", "fortiori", "contrario", "minima", "maxima", "capella"})) return;
    const std::size_t next = past_adverbs(i);
    if (next == npos) return;
    if (text_.is(p, word("jusqu'"))) return confuse("homophone-a", i, "à");
    // on n'a plus qu'a attendre
    if (text_.is(p, word("qu'")) && only_infinitive(text_, i + 1)) return confuse("homophone-a", i, "à");
    if (text_.is_any(p, {word("rien"), word("chose"), word("prêt")}) && only_infinitive(text_, i + 1))
        return confuse("homophone-a", i, "à");
    if (is_subject_pronoun(text_, p) ||
        text_.is_any(p, {word("que"), word("qu'"), word("où"), word("dont"), word("qui"), word("ça"), word("cela"),
                         word("ceci"), word("ce")}))
        return;
    const bool strong_pronoun = text_.is_any(i + 1, {word("vous"), word("nous"), word("lui"), word("moi"), word("toi"),
                                                     word("eux"), word("elle"), word("elles")}) &&
                                !(here(i + 2) && could_be_finite(i + 2));
    const bool participle = can_be_participle(text_, next) && !could_be_noun(next);
    const bool complement = determiner_at(i + 1) || only_infinitive(text_, i + 1) || strong_pronoun ||
                            text_.can(i + 1, part(noun) | part(numeral)) || could_be_noun(i + 1) ||
                            text_.is_any(i + 1, {word("qui"), word("quel"), word("quelle"), word("ce")}) ||
                            (is_clitic(text_, i + 1) && here(i + 2) && only_infinitive(text_, i + 2));
    if (participle || !complement || text_.is(i + 1, word("été"))) return;
    // le gérant a qui j'ai parlé
    if (text_.is(i + 1, word("qui")) && text_.can(p, noun)) return confuse("homophone-a", i, "à");
    const std::size_t k = chunks_.of_token(p);
    const bool mark_of_clause = chunks_[k].kind == ChunkKind::coordination ||
                                chunks_[k].kind == ChunkKind::subordinator || chunks_[k].kind == ChunkKind::relative;
    if (mark_of_clause) return;
    if (second_verb(i) && !text_[p].capital) return confuse("homophone-a", i, "à");
    // parvenir a la caisse a été long, une tasse a café traînait: the verb of the clause stands further on
    const bool to_join = chunks_[k].kind == ChunkKind::infinitive || (waiting_subject(i).found && text_.can(p, noun));
    if (!to_join || noun_of_avoir(i + 1)) return;
    const bool bare_noun = text_.only(i + 1, part(noun) | part(adjective)) && !text_[i + 1].unknown;
    if (!bare_noun && !(chunks_[k].kind == ChunkKind::infinitive && determiner_at(i + 1))) return;
    const std::size_t main_verb = verb_after(i + 1);
    if (main_verb == npos || !only_finite(text_, main_verb) ||
        (chunks_[chunks_.of_token(main_verb)].persons & person::third_singular) == 0)
        return;
    const Chunk& verb_chunk = chunks_[chunks_.of_token(main_verb)];
    const std::size_t left = before(verb_chunk.first);
    if (left == npos || is_subject_pronoun(text_, left)) return;
    confuse("homophone-a", i, "à");
}

/// ceux-ci on vingt ans, les caissières on une pause, ils n'on pas, on a pas
void ClauseHomophones::on(std::size_t i) {
    if (text_[i].enclitic || !here(i + 1)) return;
    const std::size_t p = before(i);
    if (p != npos && text_.is(p, word("n'"))) return confuse("homophone-on", i, "ont");
    // on a pas: the ne that one does not hear
    const std::size_t finite_token = text_.is_any(i + 1, {word("y"), word("en")}) ? i + 2 : i + 1;
    if (here(finite_token + 1) && can_be_finite(text_, finite_token)) {
        const std::string_view form = text_.lower(i + 1);
        const bool vowel = std::string_view("aeiouy").find(form.front()) != std::string_view::npos ||
                           form.starts_with("é") || form.starts_with("ê");
        const bool negation = text_.is_any(finite_token + 1, {word("pas"), word("jamais"), word("guère")}) ||
                              (text_.is_any(finite_token + 1, {word("rien"), word("aucun"), word("aucune")}));
        if (vowel && negation) {
            const std::string rest = checker_.original(i + 1, i + 1);
            return confuse("homophone-on-n", i, i + 1, {checker_.original(i, i) + " n'" + rest});
        }
        return;
    }
    if (p == npos || checker_.reported(p)) return;
    const std::size_t next = past_adverbs(i);
    if (next == npos || verb_begins(i + 1) || could_be_finite(i + 1) || could_be_finite(next)) return;
    if (is_clitic(text_, i + 1) && (!determiner_at(i + 1) || could_be_finite(i + 2))) return;
    const bool object = determiner_at(next) || text_.can(next, part(numeral)) || noun_of_avoir(next) ||
                        text_.is_any(next, {word("de"), word("d'")}) || only_infinitive(text_, next);
    if (!object) return;
    const Waiting subject = waiting_subject(i);
    if (subject.found && subject.plural() && verb_after(i) == npos) confuse("homophone-on", i, "ont");
}

/// ont lui avait donné un plan, si ont demande
void ClauseHomophones::ont(std::size_t i) {
    if (!here(i + 1) || text_[i + 1].enclitic) return;
    const std::size_t p = before(i);
    if (p == npos) {
        if (is_clitic(text_, i + 1) && could_be_finite(i + 2)) return confuse("homophone-on", i, "on");
    } else if (text_.is_any(p, {word("si"), word("quand"), word("comme"), word("lorsque"), word("lorsqu'"),
                                word("puisque"), word("puisqu'"), word("car"), word("quoique")})) {
        if (could_be_finite(i + 1, person::third_singular)) return confuse("homophone-on", i, "on");
    }
    // elles ont très polies, ils ont difficiles à trouver
    if (p == npos || !text_.is_any(p, {word("ils"), word("elles")}) || text_[p].enclitic) return;
    const std::size_t next = past_adverbs(i);
    if (next == npos || text_[next].unknown) return;
    const bool degree = text_.is_any(i + 1, {word("très"), word("trop"), word("si")}) && only_qualifier(text_, next);
    if (!degree && !text_.only(next, adjective)) return;
    if ((numbers_of(agreement(text_, next, part(adjective) | part(verb))) & number::singular) != 0) return;
    if (here(next + 1) && text_.can(next + 1, noun)) return;
    confuse("homophone-son", i, "sont");
}

/// où son les chariots, ses employés son de bon conseil, les clients son dehors
void ClauseHomophones::son(std::size_t i) {
    if (!here(i + 1)) return;
    const std::size_t p = before(i);
    if (p != npos && text_.is_any(p, {word("le"), word("du"), word("un"), word("au"), word("ce"), word("de"),
                                      word("par"), word("mon"), word("quel")}))
        return;
    if (text_.is_any(i + 1, {word("le"), word("la"), word("les"), word("mes"), word("tes"), word("ses"), word("nos"),
                             word("vos"), word("leurs"), word("ces"), word("un"), word("une")}) &&
        p != npos)
        return confuse("homophone-son", i, "sont");
    const bool of = text_.is_any(i + 1, {word("de"), word("d'")});
    if (p == npos || (!of && text_.can(i + 1, part(noun) | part(adjective) | part(determiner)))) {
        if (p == npos || !lower_is(i + 1, {"dehors", "devant", "derrière"})) return;
    }
    const bool no_noun = of || text_.can(i + 1, part(preposition) | part(adverb) | part(pronoun));
    if (!no_noun) return;
    const Waiting subject = waiting_subject(i);
    if (subject.found && subject.plural() && verb_after(i) == npos) confuse("homophone-son", i, "sont");
}

/// sont accueil était froid, il a rangé sont chariot
void ClauseHomophones::sont(std::size_t i) {
    if (!here(i + 1) || text_[i + 1].enclitic || !noun_only(i + 1)) return;
    if ((numbers_of(agreement(text_, i + 1, part(noun))) & number::singular) == 0) return;
    const std::size_t p = before(i);
    if (p == npos) {
        if (!text_.token(i).first_of_sentence) return;
        const std::size_t main_verb = verb_after(i + 1);
        if (main_verb != npos && only_finite(text_, main_verb)) confuse("homophone-son", i, "son");
        return;
    }
    if (second_verb(i) && (text_.only(p, part(verb)) || text_.only(p, preposition))) confuse("homophone-son", i, "son");
}

/// la salle et propre, j'et payé
void ClauseHomophones::et(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1)) return;
    if (text_.is(p, word("j'"))) return confuse("homophone-est", i, "ai");
    if (!text_.can(p, noun) || text_[p].unknown || only_qualifier(text_, p)) return;
    const std::size_t next = past_adverbs(i);
    if (next == npos || !adjectival(text_, next) || !ends(next)) return;
    const Waiting subject = waiting_subject(i);
    if (!subject.found || subject.pronoun || subject.persons != person::third_singular) return;
    const std::size_t k = chunks_.of_token(p);
    const bool alone = k == 0 || !same_sentence(text_, chunks_[k - 1].first, i);
    if (!alone || !text_.is_any(chunks_[k].first,
                                {word("le"), word("la"), word("l'"), word("mon"), word("ma"), word("notre"),
                                 word("votre"), word("ce"), word("cette"), word("son"), word("sa"), word("cet")}))
        return;
    if ((subject.agreement & agreement(text_, next, part(adjective) | part(verb))) == 0) return;
    confuse("homophone-est", i, "est");
}

/// le thé est le café sont froids, entre le bar est la salle, j'est faim
void ClauseHomophones::est(std::size_t i) {
    if (!here(i + 1) || text_[i + 1].enclitic) return;
    const std::size_t p = before(i);
    if (p == npos) return;
    const bool expletive = noun_of_avoir(i + 1) && text_.lower(i + 1) != "lieu" && text_.lower(i + 1) != "droit" &&
                           text_.lower(i + 1) != "froid" && text_.lower(i + 1) != "chaud" &&
                           text_.lower(i + 1) != "mal";
    if (text_.is(p, word("j'"))) return confuse("homophone-est", i, "ai");
    if (expletive && !text_.is(p, word("c'"))) {
        const Waiting subject = waiting_subject(i);
        if (subject.found && subject.singular()) {
            const std::size_t q = subject.pronoun ? before(p) : npos;
            if (q != npos && text_.is_any(q, {word("qu'"), word("que")}))
                return confuse("homophone-est", i, i, {"ait", "a"});
            return confuse("homophone-est", i, avoir_form(subject));
        }
    }
    const std::size_t k = chunks_.of_token(i);
    const std::size_t group = chunks_.of_token(i + 1);
    const Chunk& right = chunks_[group];
    if (chunks_[k].first != i || right.kind != ChunkKind::noun_group || right.first != i + 1U || k == 0) return;
    const Chunk& left = chunks_[k - 1];
    if (left.kind != ChunkKind::noun_group) return;
    // but « le creux entre des montagnes est une vallée »
    const bool between = k > 1 && text_.is(chunks_[k - 2].first, word("entre")) && (left.numbers & number::plural) == 0;
    const Chunk& following = chunks_[group + 1];
    const bool plural_verb = following.kind == ChunkKind::verb && following.first == right.last + 1U &&
                             only_finite(text_, following.head) && left.determined && right.determined &&
                             (following.persons & person::third_singular) == 0 && following.first == following.head &&
                             (following.persons & person::third_plural) != 0 && (right.numbers & number::plural) == 0;
    if (plural_verb || between) confuse("homophone-est", i, "et");
}

/// le plat ait froid
void ClauseHomophones::ait(std::size_t i) {
    const std::size_t next = past_adverbs(i);
    if (next == npos || text_[next].unknown || !adjectival(text_, next) || !ends(next)) return;
    const Waiting subject = waiting_subject(i);
    if (!subject.found) return;
    for (std::size_t k = i; k > 0 && same_sentence(text_, k - 1, i); --k) {
        if (text_.is_any(k - 1, {word("que"), word("qu'"), word("qui"), word("dont"), word("où"), word("quoique"),
                                 word("quoiqu'")}))
            return;
    }
    if ((subject.agreement & agreement(text_, next, part(adjective))) != 0)
        confuse("homophone-est", i, etre_form(subject));
}

/// ce client été pressé, les questions été difficiles, quelle solution été à notre portée
void ClauseHomophones::ete(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || checker_.reported(p) || !here(i + 1) || text_[p].enclitic ||
        is_form_of(text_, p, lemma_class::avoir) ||
        text_.is_any(p, {word("à"), word("l'"), word("cet"), word("un"), word("en"), word("d'"), word("chaque"),
                         word("quel"), word("mon"), word("son"), word("notre")}))
        return;
    const Waiting subject = waiting_subject(i);
    if (!subject.found || verb_after(i) != npos || text_.lower(p) == "bel") return;
    const std::size_t next = past_adverbs(i);
    if (!subject.pronoun) {
        if (next == npos) return;
        const bool attribute = text_.can(next, adjective) || can_be_participle(text_, next) ||
                               text_.is_any(next, {word("un"), word("une")}) ||
                               (text_.can(next, preposition) && !text_.is_any(next, {word("de"), word("d'")}));
        if (!attribute || text_.can(next, numeral)) return;
    }
    if (subject.persons == person::first_singular || subject.persons == person::second_singular)
        return confuse("homophone-ete", i, "étais");
    confuse("homophone-ete", i, subject.plural() && !subject.singular() ? "étaient" : "était");
}

/// il a était poli
void ClauseHomophones::etait(std::size_t i) {
    std::size_t p = before(i);
    for (int steps = 0; steps < 3 && p != npos && is_inner_adverb(text_, p); ++steps) p = before(p);
    if (p == npos || !finite_of(p, lemma_class::avoir) || text_.is(p, word("as"))) {
        if (p == npos || !text_.is(p, word("as")) || !after_any(p, {word("tu"), word("n'")})) return;
    }
    // ce qu'il a était: never without a noun between; « tout ce qu'elle a était là » is
    for (std::size_t k = p; k > 0 && same_sentence(text_, k - 1, i) && k + 4 > p; --k) {
        if (text_.is_any(k - 1, {word("que"), word("qu'"), word("dont")})) return;
    }
    confuse("homophone-ete", i, "été");
}

/// personne ne la vu, il là vu, tu la dit, ils ne sont pas la, ce jour la
void ClauseHomophones::la(std::size_t i) {
    const bool grave = text_.is(i, word("là"));
    const std::size_t p = before(i);
    if (text_[i].enclitic) {
        const bool named = !grave && p != npos && could_be_noun(p) && before(p) != npos &&
                           text_.is_any(before(p), {word("ce"), word("cet"), word("cette"), word("ces")});
        if (named) {
            confuse("homophone-la", i, "-là");
            checker_.leave_alone(p - 1, p);
        }
        return;
    }
    if (!grave && ends(i)) {
        const bool closes = i + 1 >= text_.size() || !same_sentence(text_, i, i + 1) ||
                            text_.is_any(i + 1, {word(","), word("."), word(";"), word("!"), word("?"), word(":")});
        if (!closes || p == npos || text_.can(p, determiner) || text_.lower(p) == "sol" || text_.lower(p) == "en")
            return;
        const std::size_t q = before(p);
        if (noun_only(p) && q != npos && text_.is_any(q, {word("ce"), word("cet"), word("cette"), word("ces")}))
            return confuse("homophone-la", p, i, {checker_.original(p, p) + "-là"});
        if (text_.can(p, part(verb) | part(adverb)) || text_[p].enclitic) confuse("homophone-la", i, "là");
        return;
    }
    if (!here(i + 1)) return;
    if (!grave && p != npos && finite_of(p, lemma_class::etre) && text_.is_any(i + 1, {word("que"), word("qu'")}))
        return confuse("homophone-la", i, "là");
    if (grave && p == npos && text_.token(i).first_of_sentence && singular_noun(i + 1, gender::feminine)) {
        const std::size_t main_verb = verb_after(i + 1);
        if (main_verb == i + 2) confuse("homophone-la", i, "la");
        return;
    }
    const std::size_t next = past_adverbs(i);
    if (next == npos || !could_be_participle(next) || p == npos || text_[next].unknown) return;
    if ((grave && next != i + 1) || is_clitic(text_, i + 1)) return;
    const bool ne_before = is_ne(text_, p);
    const Waiting subject = waiting_subject(i);
    if (!subject.found) return;
    std::uint8_t persons = subject.persons;
    if (persons == (person::third_singular | person::third_plural)) persons = person::third_singular;
    // il la finit, tu la dis: a verb that fits
    if (could_be_finite(next, persons) || could_be_finite(i + 1, persons)) return;
    if (!subject.pronoun && !ne_before) {
        if (grave || verb_after(i) != npos || (agreement(text_, next, part(verb)) & 1U) == 0) return;
        if (here(next + 1) && text_.can(next + 1, part(noun) | part(adjective)) && !determiner_at(next + 1)) return;
        if ((agreement(text_, next, part(noun)) & 4U) != 0) return;
    }
    if (next != i + 1 && !ne_before && !subject.pronoun) return;
    confuse("homophone-l-a", i, "l'" + std::string(avoir_form(subject)));
}

/// tu ma dit, ça ma plu, les vendeurs mon aidé
void ClauseHomophones::possessive(std::size_t i) {
    const std::size_t next = past_adverbs(i);
    if (next == npos || text_[next].unknown || !could_be_participle(next)) return;
    const bool feminine = text_.is_any(i, {word("ma"), word("ta")});
    const bool mine = text_.is_any(i, {word("ma"), word("mon")});
    const Waiting subject = waiting_subject(i);
    if (!subject.found) return;
    if (!feminine && (subject.persons & person::third_plural) == 0) return;
    if (!subject.pronoun) {
        if (verb_after(i) != npos || text_.can(next, noun) || next != i + 1) return;
        const AgreementSet set = agreement(text_, next, part(verb));
        if (text_.lower(next) != "plu" && (set & (feminine ? 4U : 1U)) != 0 && feminine) return;
    }
    const std::string_view form = feminine && subject.singular() ? avoir_form(subject) : "ont";
    confuse("homophone-ma", i, std::string(mine ? "m'" : "t'") + std::string(form));
}

}  // namespace

void check_clause_homophones(Checker& checker) {
    run_at_closed_words<ClauseHomophones>(checker);
}

}  // namespace relis::grammar
