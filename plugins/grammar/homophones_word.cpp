// Homophones that need the structure around them: ce/se, ou/où, peu/peut, mais/mes, sa/ça, sur/sûr, du/dû,
// quel/qu'elle, leur/leurs, tout/tous, soi/soit, don/dont, quand/quant, près/prêt, ni/n'y.
#include "homophones.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

class WordHomophones : public Homophones {
  public:
    using Homophones::Homophones;

    void run(std::size_t i) {
        switch (text_[i].id) {
            case word("se"):
                return se(i);
            case word("ce"):
                return ce(i);
            case word("ou"):
                return ou(i);
            case word("peu"):
                return peu(i);
            case word("peut"):
            case word("peux"):
                return peut(i);
            case word("mes"):
                return mes(i);
            case word("sa"):
                return sa(i);
            case word("ça"):
                return ca(i);
            case word("sûr"):
                return sure(i);
            case word("sur"):
                return sur(i);
            case word("du"):
                return du(i);
            case word("soi"):
            case word("soit"):
            case word("sois"):
                return soi(i);
            case word("don"):
                return don(i);
            case word("quant"):
            case word("quand"):
                return quand(i);
            case word("prêt"):
                return pres(i);
            case word("ni"):
                return ni(i);
            case word("voir"):
                return voir(i);
            default:
                return other(i);
        }
    }

  private:
    void se(std::size_t i);
    void ce(std::size_t i);
    void ou(std::size_t i);
    void peu(std::size_t i);
    void peut(std::size_t i);
    void mes(std::size_t i);
    void sa(std::size_t i);
    void ca(std::size_t i);
    void sure(std::size_t i);
    void sur(std::size_t i);
    void du(std::size_t i);
    void soi(std::size_t i);
    void don(std::size_t i);
    void quand(std::size_t i);
    void pres(std::size_t i);
    void ni(std::size_t i);
    void voir(std::size_t i);
    void other(std::size_t i);
    [[nodiscard]] bool etre_at(std::size_t i) const {
        return here(i) && is_form_of(text_, i, lemma_class::etre) && can_be_finite(text_, i);
    }
    [[nodiscard]] bool subject_at(std::size_t i) const {
        return here(i) &&
               (is_sure_subject_pronoun(text_, i) ||
                text_.is_any(i, {word("elle"), word("elles"), word("nous"), word("vous"), word("c'"), word("l'")}));
    }
};

/// se qui, se que, se dont, se n'était pas ma signature, se sont de grands enfants
void WordHomophones::se(std::size_t i) {
    if (next_any(i, {word("qui"), word("que"), word("qu'"), word("dont")})) return confuse("homophone-ce", i, "ce");
    if (!here(i + 1)) return;
    std::size_t verb_token = i + 1;
    if (is_ne(text_, verb_token) && here(verb_token + 1)) ++verb_token;
    if (here(verb_token + 1) && text_[verb_token + 1].enclitic) return;
    const bool modal = text_.is(verb_token, word("peut")) && here(verb_token + 1) &&
                       can_be_infinitive(text_, verb_token + 1) && is_form_of(text_, verb_token + 1, lemma_class::etre);
    if (modal) return confuse("homophone-ce", i, "ce");
    if (!etre_at(verb_token)) {
        if (noun_only(i + 1) && (before(i) == npos || text_.can(before(i), preposition)))
            confuse("homophone-ce", i, "ce");
        return;
    }
    const std::size_t next = here(verb_token + 1) ? skip_adverbs(text_, verb_token + 1) : npos;
    if (next == npos || text_[next].unknown) return;
    if (can_be_participle(text_, next) || can_be_infinitive(text_, next) || only_finite(text_, next)) return;
    const std::size_t p = before(i);
    if (p != npos && (is_sure_subject_pronoun(text_, p) || text_.is(p, word("qui"))) && !determiner_at(next)) return;
    confuse("homophone-ce", i, "ce");
}

/// il ce demande, la caisse qui ce trouve, ce lever
void WordHomophones::ce(std::size_t i) {
    if (text_[i].enclitic || !here(i + 1) || text_.lower(i + 1) == "faire" || text_.lower(i + 1) == "dire") return;
    const std::size_t p = before(i);
    const bool subject =
        p != npos && !text_[p].enclitic &&
        text_.is_any(p, {word("il"), word("ils"), word("on"), word("qui"), word("ne"), word("elle"), word("elles")});
    if (only_infinitive(text_, i + 1) && !is_form_of(text_, i + 1, lemma_class::etre | lemma_class::modal) &&
        !text_.can(i + 1, noun))
        return confuse("homophone-ce", i, "se");
    // les clients ce plaignaient, les serveuses ce sont excusées, si tout ce passait bien
    const bool noun_before = p != npos && !subject && text_.only(i, pronoun) &&
                             (chunks_[chunks_.of_token(p)].kind == ChunkKind::noun_group || text_.is(p, word("tout")));
    if (noun_before && only_finite(text_, i + 1)) {
        const std::size_t next = past_adverbs(i + 1);
        const bool compound = etre_at(i + 1) && next != npos && only_participle(text_, next);
        if (compound || !is_form_of(text_, i + 1, lemma_class::etre | lemma_class::modal))
            return confuse("homophone-ce", i, "se");
    }
    if (!subject || is_form_of(text_, i + 1, lemma_class::etre | lemma_class::modal)) return;
    if (text_.is(p, word("elle")) && !after_subject_pronoun(i)) return;
    if (can_be_finite(text_, i + 1) || is_clitic(text_, i + 1)) return confuse("homophone-ce", i, "se");
    // the context took « ce » for a determiner and left the noun: il ce demande
    if (text_.is_any(p, {word("il"), word("ils"), word("on")}) && text_.can(i + 1, noun)) {
        for (const Analysis& analysis : text_.all_analyses(i + 1)) {
            if (is_finite(analysis.features)) return confuse("homophone-ce", i, "se");
        }
    }
}

/// le moment ou je, d'ou, ou sont mes affaires
void WordHomophones::ou(std::size_t i) {
    if (!here(i + 1)) return;
    const std::size_t p = before(i);
    if (p != npos && text_.is_any(p, {word("d'"), word("jusqu'")})) return confuse("homophone-ou", i, "où");
    if (text_.is_any(i + 1, {word("en"), word("y")}) && here(i + 2) && only_finite(text_, i + 2))
        return confuse("homophone-ou", i, "où");
    if (p == npos) {
        if (text_.token(i).first_of_sentence && etre_at(i + 1) && here(i + 2) && !text_[i + 1].enclitic)
            confuse("homophone-ou", i, "où");
        return;
    }
    if (!subject_at(i + 1) && !text_.is_any(i + 1, {word("se"), word("s'")}) &&
        !(determiner_at(i + 1) && !text_.can(p, determiner)))
        return;
    for (const std::string_view noun_before :
         {"moment",  "jour",     "endroit", "instant", "époque", "cas",   "mesure",  "année", "point",
          "magasin", "boutique", "rayon",   "ville",   "rue",    "pièce", "salle",   "heure", "soir",
          "matin",   "semaine",  "là",      "partout", "lieu",   "table", "quartier"}) {
        if (text_.lower(p) != noun_before) continue;
        if (text_.is_any(i + 1, {word("se"), word("s'")})) return confuse("homophone-ou", i, "où");
        if (subject_at(i + 1) && !text_.is(i + 1, word("l'"))) return confuse("homophone-ou", i, "où");
        if (text_.is(i + 1, word("l'")) && here(i + 2) && text_.is(i + 2, word("on")))
            return confuse("homophone-ou", i, "où");
        // « au moment ou la caissière est arrivée »: a verb after the noun group
        const std::size_t k = chunks_.of_token(i + 1);
        const bool sure_noun = text_.lower(p) == "moment" || text_.lower(p) == "jour" || text_.lower(p) == "mesure" ||
                               text_.lower(p) == "cas";
        if (sure_noun && k + 1 < chunks_.size() && chunks_[k + 1].kind == ChunkKind::verb)
            return confuse("homophone-ou", i, "où");
        return;
    }
}

/// je peu le comprendre, qui peu vaciller
void WordHomophones::peu(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || text_[p].enclitic) return;
    std::string_view form;
    if (text_.is_any(p, {word("je"), word("tu")})) form = "peux";
    if (text_.is_any(p, {word("il"), word("on"), word("qui"), word("ça"), word("cela")}) ||
        (text_.is(p, word("elle")) && after_subject_pronoun(i)))
        form = "peut";
    if (is_ne(text_, p) && form.empty() && next_any(i, {word("pas"), word("plus"), word("jamais")}))
        form = after_any(p, {word("je"), word("tu")}) ? "peux" : "peut";
    if (form.empty()) {
        const Chunk& left = chunks_[chunks_.of_token(p)];
        const bool subject = left.kind == ChunkKind::noun_group && left.determined && !governed(i) &&
                             (left.numbers & number::singular) != 0;
        if (subject && here(i + 1) && only_infinitive(text_, i + 1)) form = "peut";
    }
    if (form.empty() || next_any(i, {word("de"), word("d'"), word("à"), word("après"), word("avant")})) return;
    if (here(i + 1) && (text_.lower(i + 1) == "importe" || text_.can(i + 1, adjective))) return;
    confuse("homophone-peu", i, form);
}

/// un peut, très peut, peut de ses collègues, suffirait de peut
void WordHomophones::peut(std::size_t i) {
    const std::size_t p = before(i);
    if (next_any(i, {word("être")}) || (p != npos && text_.is_any(p, {word("se"), word("n'"), word("on")}))) return;
    const bool quantity = p != npos && text_.is_any(p, {word("un"), word("de"), word("d'"), word("très"), word("trop"),
                                                        word("assez"), word("si"), word("à")});
    if (p != npos && is_ne(text_, p)) return;
    if (quantity && !(text_.is(p, word("si")))) return confuse("homophone-peu", i, "peu");
    if (next_any(i, {word("de"), word("d'")}) && !find_subject(text_, chunks_, chunks_.of_token(i)).pronoun) {
        // « que peut de ses collègues font »: never « il peut de »
        return confuse("homophone-peu", i, "peu");
    }
}

/// mes les appareils, mes je
void WordHomophones::mes(std::size_t i) {
    if (!here(i + 1)) return;
    const bool clause = text_.is_any(
        i + 1, {word("le"),    word("la"),    word("les"),    word("je"),       word("j'"),    word("il"),
                word("ils"),   word("on"),    word("elle"),   word("elles"),    word("c'"),    word("ce"),
                word("cette"), word("mes"),   word("mon"),    word("ma"),       word("un"),    word("une"),
                word("ça"),    word("tu"),    word("l'"),     word("son"),      word("sa"),    word("nous"),
                word("vous"),  word("aucun"), word("aucune"), word("personne"), word("quand"), word("si")});
    const std::size_t p = before(i);
    const bool subject = p != npos && !text_[p].enclitic &&
                         (is_sure_subject_pronoun(text_, p) || (text_.is(p, word("elle")) && before(p) == npos));
    if (clause && !subject) confuse("homophone-mes", i, "mais");
}

/// sa sentait bizarre, sa a pris, je prends sa
void WordHomophones::sa(std::size_t i) {
    if (ends(i)) return confuse("homophone-sa", i, "ça");
    if (!here(i + 1) || text_[i + 1].unknown) return;
    const bool clitic =
        is_ne(text_, i + 1) ||
        text_.is_any(
            i + 1, {word("me"),  word("m'"),   word("te"),   word("t'"),    word("se"),   word("s'"), word("y"),
                    word("lui"), word("leur"), word("nous"), word("vous"),  word("les"),  word("le"), word("a"),
                    word("l'"),  word("en"),   word("est"),  word("était"), word("fait"), word("va"), word("dont")}) ||
        text_.lower(i + 1) == "va";
    if (clitic || only_finite(text_, i + 1)) {
        return confuse("homophone-sa", i, "ça");
    }
    if (text_.is_any(i + 1, {word("et"), word("mais"), word("par"), word("pour"), word("pas"), word("dans"),
                             word("avec"), word("que"), word("qui")}))
        confuse("homophone-sa", i, "ça");
}

/// dans ça voiture
void WordHomophones::ca(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !noun_only(i + 1) || !text_.can(p, preposition)) return;
    if ((agreement(text_, i + 1, part(noun)) & 4U) != 0 &&
        text_.token(i + 1).letter_case == language::LetterCase::lower)
        confuse("homophone-sa", i, "sa");
}

/// une vue sûr la mer
void WordHomophones::sure(std::size_t i) {
    const std::size_t p = before(i);
    if (!determiner_at(i + 1) || after_any(i, {word("bien"), word("pour")}) ||
        (p != npos && text_.lower(p) == "coup") ||  // à coup sûr
        text_.is_any(i + 1, {word("du"), word("des")}))
        return;
    confuse("homophone-sur", i, "sur");
}

/// je suis sur que, bien sur
void WordHomophones::sur(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos) return;
    if (text_.is(p, word("bien")) &&
        (ends(i) || next_any(i, {word("que"), word("qu'"), word("il"), word("je"), word("j'")})))
        return confuse("homophone-sur", i, "sûr");
}

/// j'ai du redescendre, il a du le lire
void WordHomophones::du(std::size_t i) {
    std::size_t p = before(i);
    for (int steps = 0; steps < 3 && p != npos && is_inner_adverb(text_, p); ++steps) p = before(p);
    if (p == npos) return;
    if (text_[p].enclitic) p = before(p);
    if (p == npos || !is_form_of(text_, p, lemma_class::avoir) || !here(i + 1)) return;
    std::size_t next = i + 1;
    while (here(next) && (is_clitic(text_, next) || text_.is(next, word("tout"))) && next < i + 3) ++next;
    if (here(next) && can_be_infinitive(text_, next) && (next > i + 1 || !text_.can(next, noun))) {
        confuse("homophone-du", i, "dû");
        checker_.leave_alone(next, next);  // no participle of the auxiliary
    }
    // j'ai du l'écouté deux fois: the infinitive is misspelt too
    const bool clitic = next == i + 2 && text_.is_any(i + 1, {word("l'"), word("me"), word("m'"), word("lui")});
    if (clitic && here(next) && only_participle(text_, next) && text_.lower(next).ends_with("é") &&
        !checker_.reported(i)) {
        confuse("homophone-du", i, "dû");
        checker_.report("infinitive-after-verb", next, next,
                        "Après « dû », écrivez l'infinitif et non " + checker_.quoted(next) + ".",
                        checker_.infinitives(next));
        checker_.leave_alone(i + 1, i + 1);
    }
}

/// proposé soi un avoir, bien que la file soi longue
void WordHomophones::soi(std::size_t i) {
    if (!text_.is(i, word("soi"))) return;
    const std::size_t p = before(i);
    if (determiner_at(i + 1) && (p == npos || !text_.can(p, preposition))) return confuse("homophone-soi", i, "soit");
    if (p == npos || text_.can(p, preposition) || !here(i + 1)) return;
    const Chunk& left = chunks_[chunks_.of_token(p)];
    const std::size_t next = past_adverbs(i);
    if (left.kind == ChunkKind::noun_group && next != npos && only_qualifier(text_, next))
        confuse("homophone-soi", i, (left.numbers & number::singular) != 0 ? "soit" : "soient");
}

/// la table, don les occupants
void WordHomophones::don(std::size_t i) {
    const std::size_t p = before(i);
    if (p != npos && (text_.can(p, determiner) || text_.can(p, adjective))) return;
    if (determiner_at(i + 1) || subject_at(i + 1)) confuse("homophone-dont", i, "dont");
}

/// quant il est revenu, quand à lui
void WordHomophones::quand(std::size_t i) {
    const bool to = next_any(i, {word("à"), word("au"), word("aux")});
    if (text_.is(i, word("quant"))) {
        if (!to && here(i + 1)) confuse("homophone-quant", i, "quand");
        return;
    }
    const std::size_t p = before(i);
    if (!to || (p != npos && (text_.can(p, preposition) || text_.can(p, verb)))) return;
    // « quand à midi il est venu »: a time after à
    if (here(i + 2) && (text_.is_any(i + 2, {word("lui"), word("elle"), word("eux"), word("elles"), word("moi"),
                                             word("nous"), word("vous"), word("toi"), word("cela"), word("ce")}) ||
                        determiner_at(i + 2) || text_.is_any(i + 1, {word("au"), word("aux")}))) {
        const std::size_t k = chunks_.of_token(i + 2);
        const bool time_noun = (text_.classes(chunks_[k].head, part(noun)) & lemma_class::time) != 0;
        const bool clause = k + 1 < chunks_.size() &&
                            (chunks_[k + 1].kind == ChunkKind::verb || chunks_[k + 1].kind == ChunkKind::pronoun);
        if (!time_noun && !clause) confuse("homophone-quant", i, "quant");
    }
}

/// prêt de quatre minutes, près à partir
void WordHomophones::pres(std::size_t i) {
    if (!here(i + 1)) return;
    if (text_.is(i, word("prêt"))) {
        const std::size_t p = before(i);
        if (p != npos && (text_.can(p, determiner) || text_.can(p, adjective))) return;
        if (text_.is_any(i + 1, {word("de"), word("du"), word("des")})) confuse("homophone-pres", i, "près");
        return;
    }
}

/// il ni avait personne
void WordHomophones::ni(std::size_t i) {
    if (here(i + 1) && is_form_of(text_, i + 1, lemma_class::avoir) && can_be_finite(text_, i + 1) &&
        after_any(i, {word("il"), word("on"), word("je"), word("qu'")}))
        confuse("homophone-ni", i, "n'y");
}

/// incomplètes, voir contradictoires
void WordHomophones::voir(std::size_t i) {
    if (i == 0 || text_[i - 1].boundary != Boundary::comma || !same_sentence(text_, i - 1, i) || !here(i + 1)) return;
    const bool alternative =
        only_qualifier(text_, i + 1) || text_.only(i + 1, numeral) || text_.is(i + 1, word("même"));
    if (alternative && i > 1 &&
        (text_.can(i - 2, adjective) || can_be_participle(text_, i - 2) || text_.can(i - 2, numeral) ||
         text_.is_any(i - 2, {word("un"), word("une")})))
        confuse("homophone-voire", i, "voire");
}

/// sensé connaître; entre eut
void WordHomophones::other(std::size_t i) {
    const std::string_view form = text_.lower(i);
    if (form == "somme") {
        const bool and_me = i > 1 && after_any(i, {word("moi")}) && text_.is(i - 2, word("et"));
        if (and_me || after_any(i, {word("nous")})) confuse("homophone-somme", i, "sommes");
        return;
    }
    if (form == "étés" && before(i) != npos && is_form_of(text_, before(i), lemma_class::avoir))
        return confuse("homophone-ete", i, "été");
    if (form == "personnes" && here(i + 2) && is_ne(text_, i + 1) &&
        (before(i) == npos || !text_.can(before(i), part(determiner) | part(adjective)))) {
        std::uint8_t persons = 0;
        for (std::size_t k = i + 2; here(k) && k < i + 5; ++k) {
            if (!can_be_finite(text_, k)) continue;
            for (const Analysis& reading : text_.readings(k)) persons |= reading.features.persons;
            break;
        }
        if ((persons & person::third_singular) != 0 && (persons & person::third_plural) == 0)
            confuse("homophone-personne", i, "personne");
        return;
    }
    if (!form.starts_with("sensé") || !here(i + 1)) return;
    const std::size_t infinitive = is_clitic(text_, i + 1) ? i + 2 : i + 1;
    if (!here(infinitive) || !can_be_infinitive(text_, infinitive)) return;
    confuse("homophone-cense", i, "censé" + std::string(form.substr(std::string_view("sensé").size())));
}

}  // namespace

void check_word_homophones(Checker& checker) {
    run_at_words<WordHomophones>(checker);
}

}  // namespace relis::grammar
