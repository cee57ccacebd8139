// Homophones with an apostrophe: s'en/sans, s'y/si, n'y/ni, d'en/dans, qu'en/quand, c'est/s'est/sait/ses, m'a/ma,
// m'est/met/mais/mes, t'es/tes, qu'elle/quelle.
#include "homophones.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

class ApostropheHomophones : public Homophones {
  public:
    using Homophones::Homophones;

    void run(std::size_t i) {
        switch (text_[i].id) {
            case word("sans"):
                return sans(i);
            case word("dans"):
                return dans(i);
            case word("si"):
                return si(i);
            case word("ni"):
                return ni(i);
            case word("s'"):
                s_apostrophe(i);
                return est_after(i);
            case word("c'"):
                c_apostrophe(i);
                return est_after(i);
            case word("d'"):
                return d_apostrophe(i);
            case word("n'"):
                return n_apostrophe(i);
            case word("m'"):
            case word("t'"):
            case word("l'"):
                return elided_before_a(i);
            case word("quand"):
                return quand(i);
            case word("ces"):
            case word("ses"):
                return ces(i);
            case word("sait"):
                return sait(i);
            case word("cet"):
                return cet(i);
            case word("mes"):
            case word("mais"):
                return mais(i);
            case word("tes"):
                return tes(i);
            case word("qu'"):
                return qu_elle(i);
            default:
                return;
        }
    }

  private:
    void sans(std::size_t i);
    void dans(std::size_t i);
    void si(std::size_t i);
    void ni(std::size_t i);
    void s_apostrophe(std::size_t i);
    void c_apostrophe(std::size_t i);
    void demonstrative(std::size_t i);
    void d_apostrophe(std::size_t i);
    void n_apostrophe(std::size_t i);
    void elided_before_a(std::size_t i);
    void quand(std::size_t i);
    void est_after(std::size_t i);
    void ces(std::size_t i);
    void sait(std::size_t i);
    void cet(std::size_t i);
    void mais(std::size_t i);
    void tes(std::size_t i);
    void qu_elle(std::size_t i);
    void know(std::size_t first, std::size_t last, const Waiting& subject);
    [[nodiscard]] bool finite_at(std::size_t i, std::uint8_t persons) const {
        return here(i) && text_.can(i, verb) && only_finite(text_, i) && could_be_finite(i, persons);
    }
    [[nodiscard]] bool article_at(std::size_t i) const {
        return here(i) &&
               text_.is_any(
                   i, {word("le"),    word("la"),  word("les"),   word("l'"), word("un"),  word("une"),   word("mon"),
                       word("ma"),    word("mes"), word("son"),   word("sa"), word("ses"), word("notre"), word("nos"),
                       word("votre"), word("vos"), word("leurs"), word("ce"), word("cet"), word("cette"), word("ces")});
    }
};

constexpr std::uint8_t third = person::third_singular | person::third_plural;

/// il sans va, les clients sans plaignent, il faut sans occuper
void ApostropheHomophones::sans(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1) || text_.can(p, determiner) || text_.is(i + 1, word("a"))) return;
    const bool infinitive = only_infinitive(text_, i + 1);
    if (infinitive && is_form_of(text_, p, lemma_class::modal) && only_finite(text_, p) &&
        (text_.lower(p).starts_with("fa") || text_.lower(p).starts_with("v")))
        return confuse("homophone-sans", i, "s'en");
    if (!could_be_finite(i + 1, third) || infinitive) return;
    const Waiting subject = waiting_subject(i);
    if (!subject.found || !could_be_finite(i + 1, subject.persons)) return;
    if (!subject.pronoun && !text_.only(i + 1, verb)) return;
    if (text_.only(i + 1, verb) || verb_after(i + 1) == npos) confuse("homophone-sans", i, "s'en");
}

/// elle vient dans parler
void ApostropheHomophones::dans(std::size_t i) {
    const std::size_t next =
        here(i + 1) && is_clitic(text_, i + 1) && !article_at(i + 1) && !text_.is(i + 1, word("leur")) ? i + 2 : i + 1;
    if (here(next) && can_be_infinitive(text_, next) && text_.token(next).letter_case == language::LetterCase::lower)
        confuse("homophone-dans", i, "d'en");
}

/// le client si rend souvent, ne si épanouissent, il faut si faire
void ApostropheHomophones::si(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1)) return;
    if (is_ne(text_, p) && could_be_finite(i + 1)) return confuse("homophone-si", i, "s'y");
    if (only_infinitive(text_, i + 1) && is_form_of(text_, p, lemma_class::modal) && only_finite(text_, p))
        return confuse("homophone-si", i, "s'y");
    std::size_t verb_token = i + 1;
    if (text_.only(verb_token, part(adjective)) || !finite_at(verb_token, third)) return;
    const Waiting subject = waiting_subject(i);
    const bool name = text_[p].capital && chunks_[chunks_.of_token(p)].kind == ChunkKind::noun_group &&
                      before(chunks_[chunks_.of_token(p)].first) == npos;
    const bool first_name = before(p) == npos && text_.can(p, proper_noun);
    if (name || first_name || (subject.found && could_be_finite(verb_token, subject.persons)))
        confuse("homophone-si", i, "s'y");
}

/// je ni vais plus, on ni voit rien
void ApostropheHomophones::ni(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1) || !could_be_finite(i + 1) || text_.is(i + 1, word("plus"))) return;
    const Waiting subject = waiting_subject(i);
    if (!subject.found || !could_be_finite(i + 1, subject.persons)) return;
    if (!subject.pronoun && (!text_.only(i + 1, verb) || verb_after(i + 1) != npos)) return;
    confuse("homophone-ni", i, "n'y");
}

/// s'en rendez-vous, s'y tu viens, c'est s'y simple
void ApostropheHomophones::s_apostrophe(std::size_t i) {
    if (!here(i + 2)) return;
    const std::size_t p = before(i);
    const std::size_t after = i + 2;
    if (text_.is(i + 1, word("en"))) {
        const bool subject_before =
            p != npos && (is_subject_pronoun(text_, p) || is_ne(text_, p) || text_.is(p, word("qui")));
        const bool nominal = noun_only(after) || (text_.is_any(after, {word("un"), word("une"), word("mon"), word("ma"),
                                                                       word("mes"), word("aucun"), word("aucune")}));
        const bool phrase = lower_is(after, {"cesse", "arrêt", "succès", "problème", "souci"}) ||
                            (lower_is(after, {"doute"}) && !waiting_subject(i).found);  // il s'en doute
        const bool say = text_.lower(after) == "dire" &&
                         (p == npos || text_.is(p, word("rien")) || lower_is(p, {"va", "ira", "allait"}));
        // s'en suit: one word
        if (text_.lower(after).starts_with("suiv") || text_.lower(after) == "suit") {
            return confuse("homophone-sans", i, after, {"s'en" + checker_.original(after, after)});
        }
        if ((nominal && !subject_before) || phrase || say) confuse("homophone-sans", i, i + 1, {"sans"});
        return;
    }
    if (!text_.is(i + 1, word("y"))) return;
    const bool clause = is_sure_subject_pronoun(text_, after) || text_.is_any(after, {word("c'"), word("ça")}) ||
                        (text_.is_any(after, {word("vous"), word("nous"), word("elle")}) && could_be_finite(after + 1));
    const bool degree = p != npos && is_form_of(text_, p, lemma_class::copula) && !text_[after].unknown &&
                        text_.can(after, adjective) && !could_be_finite(after);
    const bool group = article_at(after) && p == npos && !only_finite(text_, after + 1);
    if (clause || degree || group) confuse("homophone-si", i, i + 1, {"si"});
}

/// c'est produits sont frais, c'est école est grande
void ApostropheHomophones::demonstrative(std::size_t i) {
    const std::size_t noun_token = i + 2;
    if (!here(noun_token + 1) || before(i) != npos || text_[noun_token].id != no_word || !could_be_noun(noun_token) ||
        !only_finite(text_, noun_token + 1) || text_.can(noun_token, part(adverb) | part(pronoun)))
        return;
    AgreementSet set = 0;
    for (const Analysis& analysis : text_.all_analyses(noun_token)) {
        if (analysis.features.part == noun) set |= agreement(analysis.features);
        if (analysis.features.part == adjective) return;
    }
    if ((numbers_of(set) & number::singular) == 0) {
        if (could_be_finite(noun_token + 1, person::third_plural)) confuse("homophone-ces", i, i + 1, {"ces", "ses"});
        return;
    }
    if (!could_be_finite(noun_token + 1, person::third_singular)) return;
    const std::string_view form = text_.lower(noun_token);
    const bool vowel = std::string_view("aeiou").find(form.front()) != std::string_view::npos ||
                       form.starts_with("é") || form.starts_with("h");
    if (genders_of(set) == gender::feminine) confuse("homophone-ces", i, i + 1, {"cette"});
    if (genders_of(set) == gender::masculine && vowel) confuse("homophone-ces", i, i + 1, {"cet"});
}

/// il c'en va
void ApostropheHomophones::c_apostrophe(std::size_t i) {
    if (text_.is(i + 1, word("est"))) return demonstrative(i);
    if (!text_.is(i + 1, word("en")) || !here(i + 2)) return;
    const std::size_t p = before(i);
    if (p == npos || is_form_of(text_, i + 2, lemma_class::etre)) return;
    const Waiting subject = waiting_subject(i);
    if (subject.found && could_be_finite(i + 2, subject.persons)) confuse("homophone-sans", i, i + 1, {"s'en"});
}

/// monté d'en le bus, d'en la salle
void ApostropheHomophones::d_apostrophe(std::size_t i) {
    if (!text_.is(i + 1, word("en")) || !here(i + 2)) return;
    if (text_.only(i + 2, numeral) && here(i + 3) && text_.can(i + 3, noun) &&
        (text_.classes(i + 3, part(noun)) & lemma_class::time) != 0)
        return confuse("homophone-dans", i, i + 1, {"dans"});
    if (article_at(i + 2) && !text_.is(i + 2, word("l'")) && here(i + 3) && !only_infinitive(text_, i + 3) &&
        text_.can(i + 3, nominal_parts))
        confuse("homophone-dans", i, i + 1, {"dans"});
}

/// je n'ai n'y faim n'y soif
void ApostropheHomophones::n_apostrophe(std::size_t i) {
    if (!text_.is(i + 1, word("y")) || !here(i + 2) || could_be_finite(i + 2)) return;
    if (noun_only(i + 2) || article_at(i + 2) || text_.only(i + 2, adjective) ||
        text_.is_any(i + 2, {word("moi"), word("toi"), word("lui"), word("eux")}))
        confuse("homophone-ni", i, i + 1, {"ni"});
}

/// perdu m'a carte, t'a place, t'es clés, l'a caisse
void ApostropheHomophones::elided_before_a(std::size_t i) {
    if (!here(i + 2) || text_[i + 2].enclitic) return;
    const std::size_t noun_token = i + 2;
    if (!text_.can(noun_token, noun) || text_[noun_token].unknown ||
        text_.token(noun_token).letter_case != language::LetterCase::lower || could_be_participle(noun_token) ||
        text_.can(noun_token, part(adverb) | part(preposition) | part(pronoun) | part(determiner)))
        return;
    const AgreementSet set = agreement(text_, noun_token, part(noun));
    const bool m = text_.is(i, word("m'"));
    const bool l = text_.is(i, word("l'"));
    if (text_.is(i + 1, word("a"))) {
        const Waiting subject = waiting_subject(i);
        if (subject.found || (set & 4U) == 0 || lower_is(noun_token, {"peur", "honte", "envie", "hâte", "part"}))
            return;
        confuse(l ? "homophone-l-a" : "homophone-ma", i, i + 1, {l ? "la" : m ? "ma" : "ta"});
    } else if (text_.is_any(i + 1, {word("es"), word("est")}) && !l && (numbers_of(set) & number::singular) == 0) {
        if (waiting_subject(i).found) return;
        confuse("homophone-mes", i, i + 1, {m ? "mes" : "tes"});
    }
}

/// quand est-il du remboursement, il comprit quand prenant
void ApostropheHomophones::quand(std::size_t i) {
    if (!here(i + 1)) return;
    // quand est-il de retour ? he, not the matter
    const bool of_person = lower_is(i + 4, {"retour", "service", "sortie", "passage", "garde", "repos", "congé"});
    const bool question = is_form_of(text_, i + 1, lemma_class::etre) && here(i + 2) && text_[i + 2].enclitic &&
                          text_.is(i + 2, word("il")) && here(i + 3) && !of_person &&
                          text_.is_any(i + 3, {word("de"), word("du"), word("des"), word("d'")});
    const bool gerund = (text_.tenses(i + 1) & tense::present_participle) != 0 && text_.only(i + 1, verb) &&
                        before(i) != npos && !text_.can(before(i), adverb);
    if (question || gerund) confuse("homophone-quand", i, "qu'en");
}

void ApostropheHomophones::know(std::size_t first, std::size_t last, const Waiting& subject) {
    const bool third_person = (subject.persons & person::third_singular) != 0;
    const bool known = third_person || (subject.persons & (person::first_singular | person::second_singular)) != 0;
    if (known) confuse("homophone-ces", first, last, {third_person ? "sait" : "sais"});
}

/// il c'est tout faire, je ne c'est pas, elle s'est comment faire
void ApostropheHomophones::est_after(std::size_t i) {
    if (!text_.is(i + 1, word("est")) || !here(i + 1) || before(i) == npos) return;
    const std::size_t p = before(i);
    const bool with_c = text_.is(i, word("c'"));
    if (with_c && is_ne(text_, p) && before(p) == npos) return;
    const bool sure = is_sure_subject_pronoun(text_, p) || is_ne(text_, p) || text_.is(p, word("qui")) ||
                      (text_.is(p, word("elle")) && after_subject_pronoun(i));
    if (!sure) return;
    const Waiting subject = waiting_subject(i);
    if (!subject.found || (with_c && !subject.pronoun)) return;
    const std::size_t next = past_adverbs(i + 1);
    const bool question =
        here(i + 2) &&
        text_.is_any(i + 2, {word("que"), word("qu'"), word("comment"), word("pourquoi"), word("où"), word("quand"),
                             word("combien"), word("quel"), word("quelle"), word("si"), word("ce")}) &&
        !(text_.is(i + 2, word("quand")) && next_any(i + 2, {word("même")}));
    if (question || (next != npos && only_infinitive(text_, next) && !text_.lower(next).ends_with("er")))
        return know(i, i + 1, subject);
    if (!with_c && next == npos && lower_is(i + 2, {"tout", "rien"}) && subject.pronoun) return know(i, i + 1, subject);
    if (next == npos) {
        // je ne c'est pas.
        const bool first_or_second = (subject.persons & (person::first_singular | person::second_singular)) != 0;
        if (with_c || first_or_second) know(i, i + 1, subject);
        return;
    }
    if (with_c && could_be_participle(next)) {
        if (subject.persons == person::third_singular) {
            confuse("homophone-cest", i, i + 1, {"s'est"});
        } else if ((subject.persons & (person::first_singular | person::second_singular)) != 0) {
            know(i, i + 1, subject);
        }
        return;
    }
    if (with_c && (article_at(next) || only_infinitive(text_, next))) know(i, i + 1, subject);
}

/// il ces trompé, je ne ses pas, on ces assis
void ApostropheHomophones::ces(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos) return;
    const bool sure = (is_sure_subject_pronoun(text_, p) && !text_[p].enclitic) || is_ne(text_, p) ||
                      (text_.is(p, word("elle")) && after_subject_pronoun(i));
    if (!sure) return;
    const Waiting subject = waiting_subject(i);
    if (!subject.found || !subject.pronoun) return;
    const std::size_t next = past_adverbs(i);
    if (next != npos && could_be_participle(next) && subject.persons == person::third_singular)
        return confuse("homophone-cest", i, "s'est");
    know(i, i, subject);
}

/// sait bien dommage
void ApostropheHomophones::sait(std::size_t i) {
    if (before(i) != npos || !here(i + 1) || text_[i + 1].enclitic || !text_.token(i).first_of_sentence) return;
    confuse("homophone-ces", i, "c'est");
}

/// cet un bon accueil
void ApostropheHomophones::cet(std::size_t i) {
    if (here(i + 1) &&
        (text_.is_any(i + 1, {word("un"), word("une"), word("le"), word("la"), word("les"), word("pas"), word("très"),
                              word("trop"), word("mon"), word("ma"), word("pour"), word("que"), word("plus")})))
        confuse("homophone-ces", i, "c'est");
}

/// il mais du temps, je mes la table, il mais arrivé; où sont mais clés; c'est bon, mes cher
void ApostropheHomophones::mais(std::size_t i) {
    const std::size_t p = before(i);
    if (!here(i + 1)) return;
    if (p != npos && !text_[p].enclitic) {
        const bool elle = text_.is(p, word("elle")) && before(p) == npos;
        const std::size_t next = past_adverbs(i);
        if (is_sure_subject_pronoun(text_, p) || elle || text_.is(p, word("qui"))) {
            const Waiting subject = waiting_subject(i);
            if (!subject.found || (elle && verb_after(i) != npos)) return;
            const bool third_person = (subject.persons & person::third_singular) != 0;
            if (next != npos && third_person && can_be_participle(text_, next) && !text_.can(next, noun))
                return confuse("homophone-mes", i, "m'est");
            if (third_person || (subject.persons & (person::first_singular | person::second_singular)) != 0)
                confuse("homophone-mes", i, third_person ? "met" : "mets");
            return;
        }
        const bool plural_noun = noun_only(i + 1) && !could_be_finite(i + 1) &&
                                 text_.token(i + 1).letter_case == language::LetterCase::lower &&
                                 (numbers_of(agreement(text_, i + 1, part(noun))) & number::singular) == 0;
        if (text_.is(i, word("mais")) && plural_noun && text_.only(p, verb) && ends(i + 1))
            return confuse("homophone-mes", i, "mes");
    }
    // a singular adjective alone never follows mes
    if (!text_.is(i, word("mes")) || text_[i + 1].unknown || !adjectival(text_, i + 1) || !ends(i + 1)) return;
    const AgreementSet set = agreement(text_, i + 1, part(adjective) | part(verb));
    const bool after_mark = i > 0 && same_sentence(text_, i - 1, i) && text_[i - 1].boundary == Boundary::comma;
    const bool after_adjective = p != npos && (adjectival(text_, p) || text_.only(p, adverb));
    if ((numbers_of(set) & number::plural) == 0 && (after_mark || after_adjective)) confuse("homophone-mes", i, "mais");
}

/// tu tes trompé
void ApostropheHomophones::tes(std::size_t i) {
    if (!after_any(i, {word("tu")})) return;
    const std::size_t next = past_adverbs(i);
    if (next != npos && could_be_participle(next)) confuse("homophone-mes", i, "t'es");
}

/// qu'elle heure est-il, qu'elle belle salle, qu'elles sont les taxes
void ApostropheHomophones::qu_elle(std::size_t i) {
    if (!here(i + 1) || !text_.is_any(i + 1, {word("elle"), word("elles")}) || !here(i + 2) || text_[i + 2].enclitic)
        return;
    const std::size_t next = i + 2;
    const std::string form = text_.is(i + 1, word("elle")) ? "quelle" : "quelles";
    const std::size_t p = before(i);
    if (p == npos && is_form_of(text_, next, lemma_class::etre) && here(next + 1) && determiner_at(next + 1) &&
        !text_.is_any(next + 1, {word("un"), word("une")}))
        return confuse("homophone-quelle", i, i + 1, {form});
    if (text_[next].unknown || could_be_finite(next) || is_clitic(text_, next) || is_ne(text_, next)) return;
    const bool adjective_noun = text_.only(next, part(adjective) | part(noun)) && here(next + 1) &&
                                text_.can(next + 1, noun) && !could_be_finite(next + 1);
    const bool noun_next = noun_only(next) && !could_be_participle(next);
    if (!noun_next && !adjective_noun) return;
    if ((genders_of(agreement(text_, next, part(noun) | part(adjective))) & gender::feminine) == 0) return;
    confuse("homophone-quelle", i, i + 1, {form});
}

}  // namespace

void check_apostrophe_homophones(Checker& checker) {
    ApostropheHomophones homophones(checker);
    for (const std::size_t i : checker.closed_words()) {
        const bool capitals = checker.text().token(i).letter_case == language::LetterCase::all_capitals &&
                              checker.text().lower(i).size() > 1;
        if (!capitals && !checker.reported(i)) homophones.run(i);
    }
}

}  // namespace relis::grammar
