// Homophones that their neighbours decide, adverbs first: plus/plu, plutôt/plus tôt, près/prêt, guère/guerre,
// tant/temps, peut/peu, peut-être, davantage, sûr/sur, voir/voire, censé/sensé.
#include <algorithm>
#include <array>

#include "homophones_neighbours.h"

namespace relis::grammar {

std::string_view NeighbourHomophones::inflected_for(std::size_t etre_token,
                                                    std::array<std::string_view, 4> forms) const {
    const std::size_t k = chunks_.of_token(etre_token);
    if (chunks_[k].kind != ChunkKind::verb) return forms[0];
    const Subject subject = find_subject(text_, chunks_, k);
    if (!subject.found) return forms[0];
    const AgreementSet set = subject.nearest != 0 ? subject.nearest : subject.agreement;
    const bool feminine = genders_of(set) == gender::feminine;
    const bool plural = (numbers_of(set) & number::singular) == 0;
    return forms[(plural ? 2U : 0U) + (feminine ? 1U : 0U)];
}

namespace {

using enum PartOfSpeech;

class AdverbHomophones : public NeighbourHomophones {
  public:
    using NeighbourHomophones::NeighbourHomophones;
    void run(std::size_t i);

  private:
    using Entry = CheckOfForm<AdverbHomophones>;
    void plus(std::size_t i);
    void plu(std::size_t i);
    void plutot(std::size_t i);
    void pres(std::size_t i);
    void guerre(std::size_t i);
    void tant(std::size_t i);
    void temps(std::size_t i);
    void tan(std::size_t i);
    void peu(std::size_t i);
    void peut(std::size_t i);
    void peut_etre(std::size_t i);
    void avantage(std::size_t i);
    void ensembles(std::size_t i);
    void sur(std::size_t i);
    void cense(std::size_t i);
    void voire(std::size_t i);
    void voir(std::size_t i);
    void apart(std::size_t i);
};

/// le repas m'a plus, ils se sont plus à
void AdverbHomophones::plus(std::size_t i) {
    const std::size_t p = before_adverbs(i);
    if (p == npos || text_.is_any(before(i), {word("de"), word("en"), word("non"), word("ne")})) return;
    const Chunk& chunk = chunks_[chunks_.of_token(p)];
    if (chunk.kind != ChunkKind::verb || negated(p)) return;
    const VerbGroup group = verb_group(text_, chunks_, chunks_.of_token(p));
    const bool pleased = group.is_avoir &&
                         (group.open_object != npos || group.dative != npos || group.reflexive != npos) &&
                         group.en == npos && ends(i);
    const bool enjoyed = group.is_etre && group.reflexive != npos && next_any(i, {word("à")}) && here(i + 2) &&
                         (can_be_infinitive(text_, i + 2) ||
                          (is_clitic(text_, i + 2) && here(i + 3) && can_be_infinitive(text_, i + 3)));
    if (pleased || enjoyed) confuse("homophone-plus", i, "plu");
}

/// je n'en veux plu, il n'y a plu de pain
void AdverbHomophones::plu(std::size_t i) {
    const std::size_t p = before_adverbs(i);
    if (p == npos) return;
    const bool auxiliary = form_of(p, lemma_class::avoir | lemma_class::etre);
    if (text_.is_any(p, {word("le"), word("la"), word("les"), word("de")}) ||
        (here(i + 1) && adjectival(text_, i + 1) && !auxiliary))
        return confuse("homophone-plus", i, "plus");
    const bool quantity = next_any(i, {word("de"), word("d'")}) || determiner_next(i);
    if (negated(i) && (!auxiliary || quantity)) confuse("homophone-plus", i, "plus");
}

/// plutôt que prévu, elle est plus tôt polie
void AdverbHomophones::plutot(std::size_t i) {
    const std::size_t p = before(i);
    if (text_.lower(i) == "plutôt") {
        const bool compared = next_any(i, {word("que"), word("qu'")}) &&
                              lower_is(i + 2, {"prévu", "prévue", "convenu", "annoncé", "d'habitude", "hier", "demain",
                                               "possible", "planifié", "attendu"});
        const bool usual =
            next_any(i, {word("que")}) && text_.is(i + 2, word("d'")) && lower_is(i + 3, {"habitude", "ordinaire"});
        const bool superlative = p != npos && text_.is_any(p, {word("le"), word("au")}) &&
                                 (lower_is(i + 1, {"possible"}) || text_.is(p, word("au"))) && !text_.can(i + 1, noun);
        const bool later = p != npos && ends(i) && (text_.classes(p, nominal_parts) & lemma_class::time) != 0 &&
                           before(p) != npos && text_.can(before(p), part(numeral) | part(determiner));
        if (compared || usual || superlative || later) confuse("homophone-plutot", i, "plus tôt");
        return;
    }
    // plus tôt
    if (!lower_is(i + 1, {"tôt"})) return;
    const std::size_t next = i + 2;
    const bool quality =
        p != npos && form_of(p, lemma_class::etre) && here(next) && adjectival(text_, next) && !could_be_noun(next);
    const bool rather = here(next) && text_.is(next, word("que")) && here(next + 1) &&
                        text_.is_any(next + 1, {word("de"), word("d'")}) && here(next + 2) &&
                        can_be_infinitive(text_, next + 2);
    if (quality || rather) confuse("homophone-plutot", i, i + 1, {"plutôt"});
}

/// ils sont près à aider, nous sommes prêts d'arriver, de plus prêt, à peu prêt
void AdverbHomophones::pres(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos) return;
    const std::string_view form = text_.lower(i);
    if (form == "près" || form == "prés" || form == "pré") {
        const std::size_t copula = before_adverbs(i);
        if (here(i + 1) && text_.is(i + 1, word("à")) && here(i + 2) && can_be_infinitive(text_, i + 2)) {
            const bool state = form_of(copula, lemma_class::etre | lemma_class::copula);
            const std::string_view fix =
                state ? inflected_for(copula, {"prêt", "prête", "prêts", "prêtes"}) : std::string_view("prêt");
            return confuse("homophone-pres", i, fix);
        }
        const bool preposition_like = next_any(i, {word("de"), word("du"), word("des"), word("d'")});
        const bool closely =
            form != "près" && text_.is(p, word("de")) && before(p) != npos && text_.only(before(p), verb) && ends(i);
        if (closely) return confuse("homophone-pres", i, "près");
        if (form != "près" && preposition_like && !text_.can(p, part(determiner) | part(adjective)))
            confuse("homophone-pres", i, "près");
        return;
    }
    // prêt, prête, prêts, prêtes
    const bool quantity = text_.is_any(p, {word("peu"), word("plus"), word("trop"), word("si"), word("très")});
    const bool of = next_any(i, {word("de"), word("d'"), word("du"), word("des")}) && !lower_is(i + 2, {"ici", "en"});
    const std::size_t q = before(p);
    const bool phrase =
        quantity && q != npos && (text_.is(q, word("de")) || (text_.is(q, word("à")) && text_.is(p, word("peu"))));
    const bool near =
        of && (form_of(before_adverbs(i), lemma_class::etre) || lower_is(p, {"habite", "assis", "arrive"}));
    const bool watched = text_.is(p, word("de")) && q != npos && ends(i) &&
                         (text_.is_any(q, {word("ça"), word("cela")}) || text_.only(q, verb));
    if (phrase || near || watched) confuse("homophone-pres", i, "près");
}

/// je ne me souviens guerre de lui
void AdverbHomophones::guerre(std::size_t i) {
    const std::size_t p = before(i);
    if (p != npos && negated(i) && (text_.only(p, verb) || text_[p].enclitic) && !could_be_noun(p))
        confuse("homophone-guere", i, "guère");
}

/// prend son tant, tu tant vas, en tant de crise, il est tant de partir
void AdverbHomophones::tant(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos) return;
    if (text_.is(p, word("tu")) && could_be_finite(i + 1, person::second_singular))
        return confuse("homophone-temps", i, "t'en");
    if (text_.is(p, word("en"))) {
        const bool phrase = before(p) != npos && text_.is(before(p), word("temps"));
        const bool period =
            next_any(i, {word("de")}) && lower_is(i + 2, {"guerre", "crise", "paix", "pluie", "vacances", "pandémie",
                                                          "grève", "travail", "canicule"});
        if (phrase || period || lower_is(i + 1, {"normal"})) confuse("homophone-temps", i, "temps");
        return;
    }
    if (text_.lower(p) == "bon" && ends(i)) return confuse("homophone-temps", i, "temps");
    if (possessive_or_article(p) && !text_.is(p, word("un")) && !text_.is(p, word("des"))) {
        const bool noun_like = ends(i) || (here(i + 1) && !could_be_participle(i + 1) && !text_.can(i + 1, adjective));
        if (noun_like) confuse("homophone-temps", i, "temps");
        return;
    }
    if (text_.is(p, word("de")) && after_any(p, {word("combien"), word("trop"), word("peu"), word("beaucoup")}))
        return confuse("homophone-temps", i, "temps");
    const std::size_t copula = before_adverbs(i);
    if (form_of(copula, lemma_class::etre) && after_any(copula, {word("il"), word("n'")}) &&
        next_any(i, {word("de"), word("d'"), word("que"), word("qu'")}) && here(i + 2) &&
        (can_be_infinitive(text_, i + 2) || is_clitic(text_, i + 2) || is_subject_pronoun(text_, i + 2)))
        confuse("homophone-temps", i, "temps");
}

/// temps pis, en temps que client
void AdverbHomophones::temps(std::size_t i) {
    if (lower_is(i + 1, {"pis", "mieux"}) && before(i) == npos) return confuse("homophone-temps", i, "tant");
    if (after_any(i, {word("en")}) && next_any(i, {word("que"), word("qu'")}) && here(i + 2) &&
        !is_subject_pronoun(text_, i + 2) && text_.can(i + 2, noun))
        confuse("homophone-temps", i, "tant");
}

/// combien de tan, de tan en tan
void AdverbHomophones::tan(std::size_t i) {
    const std::size_t p = before(i);
    if (next_any(i, {word("en")}) && lower_is(i + 2, {"tan", "tant", "temps"}))
        return confuse("homophone-temps", i, i + 2, {"temps en temps"});
    if (p != npos && text_.is(p, word("en")) && next_any(i, {word("que")}))
        return confuse("homophone-temps", i, "tant");
    if (p != npos && (text_.is_any(p, {word("de"), word("en")}) || possessive_or_article(p) || text_.can(p, adjective)))
        confuse("homophone-temps", i, "temps");
}

/// cette table peu nous convenir, cette caisse peu y arriver
void AdverbHomophones::peu(std::size_t i) {
    if (!here(i + 1) || after_any(i, {word("un"), word("de")}) ||
        (before(i) != npos && text_.lower(before(i)) == "petit"))
        return;
    std::size_t k = i + 1;
    while (here(k) && is_clitic(text_, k) && k < i + 4) ++k;
    if (!here(k) || !can_be_infinitive(text_, k)) return;
    const Waiting subject = waiting_subject(i);
    if (!subject.found || verb_after(i) != npos) return;
    const bool first_or_second = (subject.persons & (person::first_singular | person::second_singular)) != 0;
    confuse("homophone-peu", i, first_or_second ? "peux" : subject.singular() ? "peut" : "peuvent");
}

/// le service est peut rapide
void AdverbHomophones::peut(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !form_of(p, lemma_class::etre) || !here(i + 1) || text_.is(i + 1, word("être"))) return;
    if (adjectival(text_, i + 1)) confuse("homophone-peu", i, "peu");
}

/// il est peut être parti; il peut-être poli
void AdverbHomophones::peut_etre(std::size_t i) {
    const std::size_t p = before(i);
    if (text_.is(i, word("peut-être"))) {
        if (p == npos || !here(i + 1) || text_.is_any(i + 1, {word("que"), word("qu'")})) return;
        const bool sure = text_.is_any(p, {word("il"), word("on"), word("ça"), word("cela")}) && !text_[p].enclitic &&
                          !(before(p) != npos && text_.only(before(p), verb));
        if (sure && verb_after(i) == npos && !can_be_finite(text_, i + 1)) {
            confuse("homophone-peut-etre", i, "peut être");
        }
        return;
    }
    // peut être after another finite verb, or before one
    if (!next_any(i, {word("être")})) return;
    const bool after_verb = p != npos && only_finite(text_, p);
    const bool before_que = p == npos && here(i + 2) && text_.is_any(i + 2, {word("que"), word("qu'")});
    if (after_verb || before_que) confuse("homophone-peut-etre", i, i + 1, {"peut-être"});
}

/// je pense d'avantage à vous
void AdverbHomophones::avantage(std::size_t i) {
    const std::size_t d = before(i);
    if (d == npos || !text_.is(d, word("d'"))) return;
    const std::size_t p = before(d);
    if (p != npos &&
        (text_.is_any(p, {word("pas"), word("plus"), word("peu"), word("assez"), word("trop"), word("beaucoup"),
                          word("moins"), word("tant"), word("autant"), word("point"), word("guère"), word("jamais")}) ||
         (text_.can(p, noun) && !text_.only(p, part(verb)))))
        return;
    confuse("homophone-davantage", d, i, {"davantage"});
}

/// ils partent ensembles
void AdverbHomophones::ensembles(std::size_t i) {
    const std::size_t p = before_adverbs(i);
    if (p != npos && text_.only(p, verb) && !could_be_noun(p)) confuse("homophone-ensemble", i, "ensemble");
}

/// elle est sur qu'il viendra, j'en suis sur
void AdverbHomophones::sur(std::size_t i) {
    const std::size_t p = before_adverbs(i);
    if (p == npos || !form_of(p, lemma_class::etre) || !text_.only(p, verb)) return;
    const bool stands = ends(i) || next_any(i, {word("que"), word("qu'"), word("de"), word("d'")});
    if (!stands) return;
    confuse("homophone-sur", i, inflected_for(p, {"sûr", "sûre", "sûrs", "sûres"}));
}

/// des gens très censés
void AdverbHomophones::cense(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !text_.is_any(p, {word("très"), word("si"), word("trop"), word("peu")})) return;
    if (here(i + 1) && (can_be_infinitive(text_, i + 1) || is_clitic(text_, i + 1))) return;
    confuse("homophone-cense", i, "sensé" + std::string(text_.lower(i).substr(std::string_view("censé").size())));
}

/// il faut voire le gérant
void AdverbHomophones::voire(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos) return;
    const bool wants_infinitive =
        text_.is_any(
            p, {word("à"), word("de"), word("pour"), word("sans"), word("le"), word("la"), word("les"), word("y")}) ||
        (text_.only(p, verb) && form_of(p, lemma_class::modal | lemma_class::causative | lemma_class::motion));
    if (wants_infinitive) confuse("homophone-voire", i, "voir");
}

/// c'est cher, voir très cher
void AdverbHomophones::voir(std::size_t i) {
    if (i < 2 || text_[i - 1].boundary != Boundary::comma || !same_sentence(text_, i - 2, i) || !here(i + 1)) return;
    const std::size_t next = past_adverbs(i);
    const bool degree = (text_.classes(i + 1, part(adverb)) & lemma_class::degree_adverb) != 0;
    if (degree && next != npos && adjectival(text_, next) &&
        (text_.can(i - 2, adjective) || can_be_participle(text_, i - 2)))
        confuse("homophone-voire", i, "voire");
}

/// un homme à par, à parts
void AdverbHomophones::apart(std::size_t i) {
    if (!after_any(i, {word("à")})) return;
    const bool alone = ends(i) || text_.is_any(i + 1, {word("le"), word("la"), word("les"), word("ça"), word("cela"),
                                                       word("un"), word("une"), word("moi"), word("lui")});
    if (text_.lower(i) == "parts" ? ends(i) : alone) confuse("homophone-part", i, "part");
}

void AdverbHomophones::run(std::size_t i) {
    static constexpr ChecksByForm checks{std::array{
        // in the order of their bytes
        Entry{"avantage", &AdverbHomophones::avantage},
        Entry{"censé", &AdverbHomophones::cense},
        Entry{"censée", &AdverbHomophones::cense},
        Entry{"censées", &AdverbHomophones::cense},
        Entry{"censés", &AdverbHomophones::cense},
        Entry{"ensembles", &AdverbHomophones::ensembles},
        Entry{"guerre", &AdverbHomophones::guerre},
        Entry{"par", &AdverbHomophones::apart},
        Entry{"pars", &AdverbHomophones::apart},
        Entry{"parts", &AdverbHomophones::apart},
        Entry{"peu", &AdverbHomophones::peu},
        Entry{"peut", &AdverbHomophones::peut},
        Entry{"peut-être", &AdverbHomophones::peut_etre},
        Entry{"plu", &AdverbHomophones::plu},
        Entry{"plus", &AdverbHomophones::plus},
        Entry{"plutôt", &AdverbHomophones::plutot},
        Entry{"près", &AdverbHomophones::pres},
        Entry{"pré", &AdverbHomophones::pres},
        Entry{"prés", &AdverbHomophones::pres},
        Entry{"prêt", &AdverbHomophones::pres},
        Entry{"prête", &AdverbHomophones::pres},
        Entry{"prêtes", &AdverbHomophones::pres},
        Entry{"prêts", &AdverbHomophones::pres},
        Entry{"sur", &AdverbHomophones::sur},
        Entry{"tan", &AdverbHomophones::tan},
        Entry{"tant", &AdverbHomophones::tant},
        Entry{"temps", &AdverbHomophones::temps},
        Entry{"voir", &AdverbHomophones::voir},
        Entry{"voire", &AdverbHomophones::voire},
    }};
    const Entry* const found = checks.find(text_[i]);
    if (found == nullptr) return;
    if (found->form == "plus") plutot(i);
    if (found->form == "peut") peut_etre(i);
    if (!checker_.reported(i)) (this->*found->check)(i);
}

}  // namespace

void check_adverb_homophones(Checker& checker) {
    run_at_words<AdverbHomophones>(checker);
}

}  // namespace relis::grammar
