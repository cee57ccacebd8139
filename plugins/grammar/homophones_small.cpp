// Homophones among the small words: moi/mois, ver/vers, des/dès, or/hors, notre/nôtre, soi/soit, eu/eut, du/dû, ça/sa,
// quelque/quel que, quoique/quoi que, 1a/la.
#include <algorithm>
#include <array>

#include "homophones_neighbours.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

class SmallWordHomophones : public NeighbourHomophones {
  public:
    using NeighbourHomophones::NeighbourHomophones;
    void run(std::size_t i);

  private:
    using Entry = CheckOfForm<SmallWordHomophones>;
    void fused_lequel(std::size_t i);
    void foi(std::size_t i);
    void avent(std::size_t i);
    void mont(std::size_t i);
    void bine(std::size_t i);
    void autre(std::size_t i);
    void tans(std::size_t i);
    void ferrer(std::size_t i);
    void moi(std::size_t i);
    void ver(std::size_t i);
    void sou(std::size_t i);
    void des(std::size_t i);
    void parce(std::size_t i);
    void hors(std::size_t i);
    void or_(std::size_t i);
    void notre(std::size_t i);
    void nostre(std::size_t i);
    void soi(std::size_t i);
    void soit(std::size_t i);
    void eut(std::size_t i);
    void du(std::size_t i);
    void du_circumflex(std::size_t i);
    void sa(std::size_t i);
    void ca_grave(std::size_t i);
    void tacher(std::size_t i);
    void quelques(std::size_t i);
    void quoique(std::size_t i);
    void digit(std::size_t i);
};

/// le quel, au quel
void SmallWordHomophones::fused_lequel(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || text_[p].enclitic) return;
    const std::string_view quel = text_.lower(i);
    const bool feminine = quel.starts_with("quelle");
    const bool plural = quel.ends_with("s");
    std::string fused;
    if (text_.is_any(p, {word("le"), word("la"), word("les")})) {
        fused = plural ? "les" : feminine ? "la" : "le";
    } else if (text_.is_any(p, {word("au"), word("aux")}) && (plural || !feminine)) {
        fused = plural ? "aux" : "au";
    } else if (text_.is_any(p, {word("du"), word("des")}) && (plural || !feminine)) {
        fused = plural ? "des" : "du";
    }
    if (text_.is(p, word("la")) && !plural) return confuse("lequel-fused", p, i, {"laquelle"});
    if (!fused.empty()) confuse("lequel-fused", p, i, {fused + std::string(quel)});
}

/// la première foi, combien de foi
void SmallWordHomophones::foi(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos) return;
    const bool counted = text_.only(p, numeral) || text_.is(p, word("chaque")) ||
                         lower_is(p, {"première", "deuxième", "troisième", "dernière", "prochaine", "seconde", "énième",
                                      "plusieurs", "quelques", "maintes", "autre", "seule"}) ||
                         (text_.is(p, word("de")) && after_any(p, {word("combien")})) ||
                         (text_.is_any(p, {word("à"), word("cette"), word("des"), word("une")}) &&
                          (ends(i) || next_any(i, {word("que"), word("qu'"), word("par"), word("sur"), word("de")})));
    if (counted) confuse("homophone-fois", i, "fois");
}

/// une semaine avent de partir
void SmallWordHomophones::avent(std::size_t i) {
    const std::size_t p = before(i);
    if (p != npos && text_.is_any(p, {word("l'"), word("d'"), word("de"), word("cet"), word("un")})) return;
    confuse("homophone-avant", i, "avant");
}

/// sur mont compte
void SmallWordHomophones::mont(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !text_.can(p, part(preposition) | part(verb)) || !here(i + 1) || !text_.can(i + 1, noun)) return;
    if (text_[i + 1].capital || text_[i + 1].unknown || (agreement(text_, i + 1, part(noun)) & 1U) == 0) return;
    confuse("homophone-ma", i, "mon");
}

/// il me semblait bine que, bine qu'il pleuve
void SmallWordHomophones::bine(std::size_t i) {
    const std::size_t p = before(i);
    const bool after_verb = p != npos && text_.only(p, verb) && can_be_finite(text_, p);
    if (after_verb || (p == npos && next_any(i, {word("que"), word("qu'")}))) confuse("homophone-bien", i, "bien");
}

/// il y eut, entre autre, des retards
void SmallWordHomophones::autre(std::size_t i) {
    if (after_any(i, {word("entre")}) && ends(i)) confuse("homophone-autres", i, "autres");
}

/// les tans changent
void SmallWordHomophones::tans(std::size_t i) {
    const std::size_t p = before(i);
    const bool much = next_any(i, {word("de"), word("d'")}) && (p == npos || !text_.can(p, determiner));
    confuse("homophone-temps", i, much ? "tant" : "temps");
}

/// nous vous ferrons patienter
void SmallWordHomophones::ferrer(std::size_t i) {
    const std::size_t p = before(i);
    const bool causes = here(i + 1) && can_be_infinitive(text_, i + 1);
    const bool object = p != npos && is_clitic(text_, p) && (ends(i) || !determiner_next(i));
    if (!causes && !object) return;
    confuse("homophone-faire", i, "fer" + std::string(text_.lower(i).substr(4)));
}

/// trois moi, le moi de mai
void SmallWordHomophones::moi(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || text_[i].enclitic) return;
    const bool counted = text_.only(p, numeral) || lower_is(p, {"quelques", "plusieurs", "chaque"});
    const bool month =
        possessive_or_article(p) &&
        (lower_is(i + 1, {"dernier", "prochain"}) ||
         (next_any(i, {word("de"), word("d'")}) && (text_.classes(i + 2, part(noun)) & lemma_class::month) != 0));
    if (!counted && !month) return;
    confuse("homophone-mois", i, "mois");
    // the verb agrees with the month
    const std::size_t main_verb = verb_after(i);
    if (main_verb != npos) checker_.leave_alone(main_verb, main_verb);
}

/// il vient ver moi
void SmallWordHomophones::ver(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || text_.can(p, part(determiner) | part(adjective) | part(noun) | part(preposition))) return;
    const bool target = determiner_next(i) ||
                        next_any(i, {word("moi"), word("toi"), word("lui"), word("elle"), word("nous"), word("vous"),
                                     word("eux"), word("elles")}) ||
                        (here(i + 1) && text_.token(i + 1).kind == language::TokenKind::hour);
    if (target) confuse("homophone-vers", i, "vers");
}

/// sou le comptoir
void SmallWordHomophones::sou(std::size_t i) {
    const std::size_t p = before(i);
    if (determiner_next(i) &&
        (p == npos || !text_.can(p, part(determiner) | part(adjective) | part(numeral) | part(preposition))))
        confuse("homophone-sous", i, "sous");
}

/// des que j'arrive, dés le matin
void SmallWordHomophones::des(std::size_t i) {
    const bool dice = text_.lower(i) == "dés";
    const std::size_t p = before(i);
    if (dice && p != npos && text_.can(p, part(determiner) | part(preposition) | part(numeral))) return;
    const bool clause = next_any(i, {word("que"), word("qu'")});
    const bool time_group = determiner_next(i) && !text_.is(i + 1, word("des")) &&
                            (dice || text_.is_any(i + 1, {word("le"), word("la"), word("l'")}));
    if (clause || time_group || (dice && lower_is(i + 1, {"lors", "lundi", "mardi", "demain", "maintenant"})))
        confuse("homophone-des", i, "dès");
}

/// parce j'ai payé
void SmallWordHomophones::parce(std::size_t i) {
    if (!here(i + 1) || text_.is_any(i + 1, {word("que"), word("qu'")})) return;
    if (text_.lower(i) != "parce") return;
    const bool vowel = text_.is_any(
        i + 1, {word("il"), word("ils"), word("elle"), word("elles"), word("on"), word("un"), word("une")});
    if (vowel) return confuse("missing-que", i, i + 1, {"parce qu'" + checker_.original(i + 1, i + 1)});
    if (is_subject_pronoun(text_, i + 1) || determiner_next(i) || text_.is_any(i + 1, {word("c'"), word("ça")}))
        confuse("missing-que", i, "parce que");
}

/// Hors, il pleuvait
void SmallWordHomophones::hors(std::size_t i) {
    if (before(i) != npos || !text_.token(i).first_of_sentence) return;
    if (ends(i) && text_.is(i + 1, word(","))) return confuse("homophone-hors", i, "or");
    if (here(i + 1) && is_sure_subject_pronoun(text_, i + 1)) confuse("homophone-hors", i, "or,");
}

/// une qualité or du commun
void SmallWordHomophones::or_(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || possessive_or_article(p) || text_.is_any(p, {word("l'"), word("d'"), word("en")})) return;
    const bool outside =
        (next_any(i, {word("du"), word("de"), word("d'")}) &&
         lower_is(i + 2, {"commun", "question", "prix", "sujet", "portée", "service", "atteinte", "saison"})) ||
        (next_any(i, {word("de"), word("d'")}) && ends(i + 2) &&
         text_.is_any(i + 2, {word("lui"), word("elle"), word("moi"), word("eux")})) ||
        lower_is(i + 1, {"taxes", "taxe", "saison", "service", "sujet", "pair", "norme", "jeu"});
    if (outside) confuse("homophone-hors", i, "hors");
}

/// c'est la notre
void SmallWordHomophones::notre(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos ||
        !text_.is_any(p, {word("le"), word("la"), word("les"), word("du"), word("des"), word("au"), word("aux")}))
        return;
    if (text_.can(i + 1, part(noun)) && here(i + 1) && !could_be_finite(i + 1)) return;
    confuse("homophone-notre", i, text_.is(i, word("notre")) ? "nôtre" : "vôtre");
}

/// nôtre table
void SmallWordHomophones::nostre(std::size_t i) {
    const std::size_t p = before(i);
    if (p != npos &&
        text_.is_any(p, {word("le"), word("la"), word("les"), word("des"), word("du"), word("au"), word("aux")}))
        return;
    if (!here(i + 1) || !text_.can(i + 1, part(noun) | part(adjective)) || text_[i + 1].unknown) return;
    confuse("homophone-notre", i, text_.lower(i).front() == 'n' ? "notre" : "votre");
}

/// quoi qu'il en soi, soi l'un soit l'autre
void SmallWordHomophones::soi(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos) {
        // soi je reste, soi je pars
        if (is_subject_pronoun(text_, i + 1) && here(i + 1)) confuse("homophone-soi", i, "soit");
        return;
    }
    const bool en_soit = text_.is(p, word("en")) && after_any(p, {word("il")});
    const Waiting subject = text_.is(p, word("en")) ? Waiting{} : waiting_subject(i);
    const bool pronoun_subject = subject.found && subject.pronoun && subject.persons == person::third_singular;
    const bool alternative = form_of(p, lemma_class::etre) && here(i + 1) &&
                             text_.is_any(i + 1, {word("lui"), word("moi"), word("elle"), word("toi"), word("eux")});
    if (en_soit || pronoun_subject || alternative) confuse("homophone-soi", i, "soit");
}

/// chacun pour soit, ça va de soit, chez soit
void SmallWordHomophones::soit(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos ||
        !text_.is_any(p, {word("pour"), word("chez"), word("de"), word("sur"), word("à"), word("avec"), word("en")}))
        return;
    if (text_.is(p, word("en")) && (before(p) == npos || is_subject_pronoun(text_, before(p)) || !ends(i))) return;
    if (text_.lower(i) == "soie" &&
        !(text_.is(p, word("de")) && before_adverbs(p) != npos && form_of(before_adverbs(p), lemma_class::motion)))
        return;
    for (std::size_t k = i + 1; k < text_.size() && same_sentence(text_, i, k) && k < i + 15; ++k) {
        if (text_.is(k, word("soit"))) return;  // avec soit l'un, soit l'autre
    }
    if (ends(i) || !determiner_next(i)) confuse("homophone-soi", i, "soi");
}

/// il a eut peur
void SmallWordHomophones::eut(std::size_t i) {
    const std::size_t p = before_adverbs(i);
    if (p != npos && form_of(p, lemma_class::avoir) && text_.only(p, verb) && can_be_finite(text_, p) &&
        !after_any(p, {word("que"), word("qu'")}))
        confuse("homophone-eu", i, "eu");
}

/// le montant du est trop élevé, le retard est du à la neige
void SmallWordHomophones::du(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1)) return;
    const std::size_t copula = before_adverbs(i);
    if (text_.is_any(i + 1, {word("à"), word("au"), word("aux")})) {
        if (form_of(copula, lemma_class::etre))
            return confuse("homophone-du", i, inflected_for(copula, {"dû", "due", "dus", "dues"}));
        if (text_.can(p, noun)) {
            const AgreementSet set = agreement(text_, p, part(noun));
            const bool feminine = genders_of(set) == gender::feminine;
            const bool plural = (numbers_of(set) & number::singular) == 0;
            return confuse("homophone-du", i, feminine ? (plural ? "dues" : "due") : (plural ? "dus" : "dû"));
        }
        return;
    }
    if (text_.can(p, noun) && is_form_of(text_, i + 1, lemma_class::etre) && here(i + 2) &&
        !text_.can(i + 2, part(noun)))
        confuse("homophone-du", i, "dû");
}

/// mangé dû pain
void SmallWordHomophones::du_circumflex(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !noun_only(i + 1) || form_of(p, lemma_class::avoir | lemma_class::etre)) return;
    if ((agreement(text_, i + 1, part(noun)) & 1U) != 0 && !could_be_participle(i + 1))
        confuse("homophone-du", i, "du");
}

/// il a perdu ça carte, ça carte est refusée
void SmallWordHomophones::sa(std::size_t i) {
    const std::size_t p = before(i);
    if (next_any(i, {word("et")}) && here(i + 2) && text_.is(i + 2, word("là")))
        return confuse("homophone-sa", i, "çà");
    if (!here(i + 1) || text_[i + 1].unknown || !text_.can(i + 1, noun) ||
        text_.token(i + 1).letter_case != language::LetterCase::lower || could_be_participle(i + 1))
        return;
    const AgreementSet set = agreement(text_, i + 1, part(noun));
    if ((set & 4U) == 0 || text_.can(i + 1, part(adverb) | part(pronoun) | part(adjective) | part(preposition))) return;
    if (p == npos) {
        // « ça marche »: a verb
        const bool auxiliary_after = is_form_of(text_, i + 2, lemma_class::etre | lemma_class::avoir);
        if (here(i + 2) && only_finite(text_, i + 2) &&
            (!could_be_finite(i + 1, person::third_singular) || auxiliary_after)) {
            confuse("homophone-sa", i, "sa");
        }
        return;
    }
    const bool names = text_.lower(p).starts_with("appel") || text_.lower(p).starts_with("nomm");
    if (text_.only(p, verb) && !names) confuse("homophone-sa", i, "sa");
}

/// çà va, c'est çà
void SmallWordHomophones::ca_grave(std::size_t i) {
    if (text_.lower(i) == "ça") return;
    if (next_any(i, {word("et")}) || (i > 0 && text_.is(i - 1, word("et"))) || lower_is(i + 1, {"et"})) return;
    if (before(i) == npos && text_.is(i + 1, word("!"))) return;
    confuse("homophone-sa", i, "ça");
}

/// tache de partir tôt
void SmallWordHomophones::tacher(std::size_t i) {
    const std::string_view form = text_.lower(i);
    if (!next_any(i, {word("de"), word("d'")}) || !here(i + 2)) return;
    std::size_t k = i + 2;
    while (here(k) && (is_clitic(text_, k) || is_ne(text_, k) || is_inner_adverb(text_, k)) && k < i + 6) ++k;
    if (!here(k) || !can_be_infinitive(text_, k)) return;
    const std::size_t p = before(i);
    if (form == "tache" || form == "taches") {
        if (p != npos && !is_subject_pronoun(text_, p)) return;
    }
    confuse("homophone-tache", i, "tâ" + std::string(form.substr(2)));
}

/// quelques soient les raisons; quel que clients
void SmallWordHomophones::quelques(std::size_t i) {
    if (next_any(i, {word("soit"), word("soient")}) && here(i + 2)) {
        const Chunk& chunk = chunks_[chunks_.of_token(i + 2)];
        if (chunk.kind != ChunkKind::noun_group) return;
        const bool feminine = chunk.genders == gender::feminine;
        const bool plural = (chunk.numbers & number::singular) == 0;
        confuse("homophone-quelque", i,
                feminine ? (plural ? "quelles que" : "quelle que")
                : plural ? "quels que"
                         : "quel que");
    }
}

/// quoique je fasse; quoi que fatigué
void SmallWordHomophones::quoique(std::size_t i) {
    if (text_.is(i, word("quoi"))) {
        if (before(i) == npos && next_any(i, {word("que")}) && here(i + 2) && only_qualifier(text_, i + 2))
            confuse("homophone-quoique", i, i + 1, {"quoique"});
        return;
    }
    std::size_t k = i + 1;
    if (!here(k) || !is_subject_pronoun(text_, k)) return;
    ++k;
    while (here(k) && (is_clitic(text_, k) || is_ne(text_, k)) && k < i + 5) ++k;
    if (lower_is(k, {"fasse", "fasses", "fassent", "fassions", "fassiez", "dise", "dises", "disent", "disions",
                     "disiez", "décide", "décident"}) &&
        text_[k + 1].boundary == Boundary::comma)
        confuse("homophone-quoique", i, text_.is(i, word("quoiqu'")) ? "quoi qu'" : "quoi que");
}

/// 1a caisse, 1es clients
void SmallWordHomophones::digit(std::size_t i) {
    const std::string_view form = text_.lower(i);
    if (form != "1a" && form != "1es" && form != "1e") return;
    const std::size_t p = before(i);
    if (p != npos && text_.can(p, part(determiner) | part(numeral))) return;
    if (!here(i + 1) || text_[i + 1].unknown || !text_.can(i + 1, part(noun) | part(adjective))) return;
    if (form == "1e" && (agreement(text_, i + 1, part(noun) | part(adjective)) & 1U) == 0) return;
    confuse("homophone-digit", i, form == "1a" ? "la" : form == "1e" ? "le" : "les");
}

void SmallWordHomophones::run(std::size_t i) {
    static constexpr ChecksByForm checks{std::array{
        Entry{"1a", &SmallWordHomophones::digit},
        Entry{"1e", &SmallWordHomophones::digit},
        Entry{"1es", &SmallWordHomophones::digit},
        Entry{"autre", &SmallWordHomophones::autre},
        Entry{"avent", &SmallWordHomophones::avent},
        Entry{"bine", &SmallWordHomophones::bine},
        Entry{"des", &SmallWordHomophones::des},
        Entry{"du", &SmallWordHomophones::du},
        Entry{"dés", &SmallWordHomophones::des},
        Entry{"dû", &SmallWordHomophones::du_circumflex},
        Entry{"eut", &SmallWordHomophones::eut},
        Entry{"eût", &SmallWordHomophones::eut},
        Entry{"ferraient", &SmallWordHomophones::ferrer},
        Entry{"ferrais", &SmallWordHomophones::ferrer},
        Entry{"ferrait", &SmallWordHomophones::ferrer},
        Entry{"ferrez", &SmallWordHomophones::ferrer},
        Entry{"ferriez", &SmallWordHomophones::ferrer},
        Entry{"ferrions", &SmallWordHomophones::ferrer},
        Entry{"ferrons", &SmallWordHomophones::ferrer},
        Entry{"foi", &SmallWordHomophones::foi},
        Entry{"hors", &SmallWordHomophones::hors},
        Entry{"moi", &SmallWordHomophones::moi},
        Entry{"mont", &SmallWordHomophones::mont},
        Entry{"notre", &SmallWordHomophones::notre},
        Entry{"nôtre", &SmallWordHomophones::nostre},
        Entry{"nôtres", &SmallWordHomophones::nostre},
        Entry{"or", &SmallWordHomophones::or_},
        Entry{"parce", &SmallWordHomophones::parce},
        Entry{"quel", &SmallWordHomophones::fused_lequel},
        Entry{"quelle", &SmallWordHomophones::fused_lequel},
        Entry{"quelles", &SmallWordHomophones::fused_lequel},
        Entry{"quelques", &SmallWordHomophones::quelques},
        Entry{"quels", &SmallWordHomophones::fused_lequel},
        Entry{"quoi", &SmallWordHomophones::quoique},
        Entry{"quoiqu'", &SmallWordHomophones::quoique},
        Entry{"quoique", &SmallWordHomophones::quoique},
        Entry{"soi", &SmallWordHomophones::soi},
        Entry{"soie", &SmallWordHomophones::soit},
        Entry{"soit", &SmallWordHomophones::soit},
        Entry{"sou", &SmallWordHomophones::sou},
        Entry{"tachait", &SmallWordHomophones::tacher},
        Entry{"tache", &SmallWordHomophones::tacher},
        Entry{"tachent", &SmallWordHomophones::tacher},
        Entry{"tacher", &SmallWordHomophones::tacher},
        Entry{"taches", &SmallWordHomophones::tacher},
        Entry{"tachez", &SmallWordHomophones::tacher},
        Entry{"tachons", &SmallWordHomophones::tacher},
        Entry{"taché", &SmallWordHomophones::tacher},
        Entry{"tans", &SmallWordHomophones::tans},
        Entry{"ver", &SmallWordHomophones::ver},
        Entry{"votre", &SmallWordHomophones::notre},
        Entry{"vôtre", &SmallWordHomophones::nostre},
        Entry{"vôtres", &SmallWordHomophones::nostre},
        Entry{"ça", &SmallWordHomophones::sa},
        Entry{"çà", &SmallWordHomophones::ca_grave},
    }};
    const Entry* const found = checks.find(text_[i]);
    if (found == nullptr) return;
    if (!checker_.reported(i)) (this->*found->check)(i);
}

}  // namespace

void check_small_word_homophones(Checker& checker) {
    run_at_words<SmallWordHomophones>(checker);
}

}  // namespace relis::grammar
