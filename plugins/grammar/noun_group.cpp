// Agreement inside the noun group: determiner, adjectives, noun, adjectives after it.
#include "noun_group.h"

#include "determiner_forms.h"
#include "phrases.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

/// Nouns that say how many, and nothing else.
bool only_counts(std::string_view form) {
    for (const std::string_view item :
         {"majorité", "minorité",  "moitié",      "tiers",    "quart",    "plupart", "nombre",
          "quantité", "multitude", "infinité",    "reste",    "partie",   "million", "milliard",
          "millier",  "part",      "pourcentage", "ensemble", "totalité", "couple",  "sorte",
          "type",     "genre",     "espèce",      "tonne",    "kilo",     "litre",   "suite"}) {
        if (form == item) return true;
    }
    return form.ends_with("aine") || form.ends_with("aines") || form == "douzaine";
}

/// Participles that name a person, so that they may stand beside a noun as one: la carte employé.
bool names_person(std::string_view form) {
    for (const std::string_view item :
         {"employé", "invité", "abonné", "associé", "affilié", "licencié", "préposé", "retraité", "salarié", "délégué",
          "initié", "réfugié", "assuré", "prévenu", "accusé"}) {
        if (form == item) return true;
    }
    return false;
}

/// voisin, public, perdue: adjectives or participles that are nouns too, and the second person of a verb perhaps.
bool qualifier_or_noun(const ReadText& text, std::size_t i, AgreementSet head) {
    if (text[i].unknown || !text.only(i, part(adjective) | part(noun) | part(verb))) return false;
    if (!text.can(i, adjective)) {
        // le chien perdue, but not le salaire employés, l'espace invités
        const AgreementSet own = agreement(text, i, part(verb));
        const bool one_feature = (genders_of(own) & genders_of(head)) != 0 || (numbers_of(own) & numbers_of(head)) != 0;
        // deux mèches oublié: neither feature fits, and no person is named
        const bool bare_form =
            own == 1U && head == agreement_set(gender::feminine, number::plural) && !names_person(text.lower(i));
        if (own == 0 || (!one_feature && !bare_form) ||
            (text.can(i, noun) && head != any_agreement && (own & 1U << 1U) != 0))
            return false;
    }
    for (const Analysis& reading : text.readings(i)) {
        const Features& f = reading.features;
        if (is_finite(f) && (f.persons & (person::third_singular | person::third_plural)) != 0) return false;
        if (is_infinitive(f) || (f.tenses & tense::present_participle) != 0) return false;
    }
    return true;
}

/// portes propres, circulaires disponibles: a noun with its own adjective goes on the list
bool begins_listed_thing(const ReadText& text, std::size_t i) {
    return text.can(i, noun) && same_sentence(text, i, i + 1) && text[i + 1].boundary == Boundary::none &&
           adjectival(text, i + 1) && !text.can(i + 1, noun) &&
           (agreement(text, i, part(noun)) & agreement(text, i + 1, part(adjective) | part(verb))) != 0;
}

bool is_euphonic_possessive(const ReadText& text, std::size_t i) {
    return text.is_any(i, {word("mon"), word("ton"), word("son")});
}

}  // namespace

/// Groups whose words need not agree: mortel·le·s, 1/2 journée, don Juan, les leurs.
bool NounGroupRule::is_exceptional() const {
    const std::size_t after = chunk_.last + 1U;
    for (std::size_t i = chunk_.head; i <= after && i < text_.size(); ++i) {
        // écrivain(e)s, chef·fe·s, patron/ne
        const bool glued = i > chunk_.head && !text_.token(i).space_before && text_[i].boundary == Boundary::strong;
        const bool more = i + 1 < text_.size() && !text_.token(i + 1).space_before;
        if (glued && (text_.is_any(i, {word("("), word("/")}) || more)) return true;
    }
    if (chunk_.first > 0 && !text_.token(chunk_.first).space_before &&
        text_.is_any(chunk_.first - 1U, {word("/"), word("-"), word("–")}))
        return true;
    const std::string_view head = text_.lower(chunk_.head);
    // au goutte à goutte, le bouche à oreille
    if (text_.is_any(after, {word("à"), word("a")}) && chunk_.head == chunk_.last &&
        (text_.lower(after + 1U) == head || text_.lower(after + 1U).starts_with("oreille")))
        return true;
    // vingt et une minutes
    if (text_.is_any(chunk_.first, {word("une"), word("un")}) && k_ > 1 && text_.is(chunk_.first - 1U, word("et")) &&
        text_.can(chunk_.first - 2U, numeral))
        return true;
    // les bok choys; une chambre coté cour
    if (after < text_.size() && same_sentence(text_, chunk_.last, after) && text_[after].unknown) return true;
    for (std::size_t i = chunk_.head + 1U; i <= chunk_.last; ++i) {
        if (text_[i].unknown || text_.lower(i) == "coté") return true;
    }
    const std::string_view next = after <= text_.size() ? text_.lower(chunk_.head + 1U) : std::string_view();
    for (const std::string_view prefix : {"pseudo", "arrière", "avant", "mini", "maxi", "extra", "ultra", "super",
                                          "quasi", "anti", "demi", "semi", "micro", "inter", "soit"}) {
        if (head == prefix) return true;
    }
    if ((head == "orge" && (next == "mondé" || next == "perlé")) || (head == "ayants" && next == "droit") ||
        (head == "mille" && next.starts_with("marin")) || (head.starts_with("don") && text_[chunk_.head + 1U].capital))
        return true;
    // à la papa, à la diable
    if ((head == "papa" || head == "diable" || head == "bourgeois") && text_.is(chunk_.first, word("la"))) return true;
    // le mille marin; ce putain de train
    if (text_.is(chunk_.first + 1U, word("mille")) && head.starts_with("marin")) return true;
    if (text_.is(after, word("de")) && (head == "putain" || head == "diable")) return true;
    if (text_.token(chunk_.first).form.find('/') != std::string_view::npos) return true;
    // l'un à l'autre fidèles
    for (std::size_t i = chunk_.first + 1U; i < chunk_.head; ++i) {
        if (text_.is(i, word("autre")) && chunk_.first > 1 && text_.is(chunk_.first - 1U, word("à"))) return true;
    }
    // les leurs; pour les autres patriarcal, l'un à l'autre fidèles
    for (std::size_t i = chunk_.first + 1U; i <= chunk_.head; ++i) {
        if (text_.is_any(i, {word("leurs"), word("leur")})) return true;
    }
    // la moins grosse: a noun is understood
    if (chunk_.head == chunk_.first + 1U && text_.is_any(chunk_.head, {word("moins"), word("plus")})) return true;
    if (chunk_.head == chunk_.first + 2U && text_.is_any(chunk_.first + 1U, {word("moins"), word("plus")})) return true;
    if (text_.is_any(chunk_.head, {word("autre"), word("autres")}) || head == "uns" || head == "unes") return true;
    // une bleu marine: the colour with its shade is invariable
    if ((head == "bleu" || head == "vert" || head == "gris" || head == "rouge" || head == "brun") &&
        after < text_.size()) {
        const std::string_view shade = text_.lower(after);
        if (shade == "marine" || shade == "ciel" || shade == "foncé" || shade == "pâle" || shade == "clair" ||
            shade == "pastel" || shade == "royal" || shade == "nuit" || shade == "bouteille")
            return true;
    }
    // certaines saisissant, quelque habiles que; le plus marqués
    const bool noun_head = text_.can(chunk_.head, part(noun) | part(proper_noun) | part(title));
    if (!noun_head) {
        if (text_.is_any(chunk_.first,
                         {word("certains"), word("certaines"), word("certain"), word("certaine"), word("quelque"),
                          word("plusieurs"), word("aucun"), word("aucune"), word("tous"), word("toutes")})) {
            return true;
        }
        for (std::size_t i = chunk_.first; i < chunk_.head; ++i) {
            if (text_.is_any(i, {word("plus"), word("moins"), word("mieux")})) return true;
        }
        if ((text_.tenses(chunk_.head) & tense::present_participle) != 0 || head.ends_with("ant")) return true;
    }
    // les deux dépliant sont: a noun, which has no object
    const bool with_object = !noun_head || (after < text_.size() && is_determiner(text_, after));
    if (with_object && (text_.tenses(chunk_.head) & tense::present_participle) != 0 &&
        text_.is_any(chunk_.first, {word("certains"), word("certaines"), word("plusieurs"), word("les")}))
        return true;  // certains saisissant leur chance
    if (text_.is(chunk_.first, word("quelque")) && after < text_.size() &&
        text_.is_any(after, {word("que"), word("qu'")}) && text_.can(chunk_.head, adjective))
        return true;
    // la première et la deuxième générations, les premier et deuxième trimestres
    if ((numbers_of(agreement(text_, chunk_.head, part(noun))) & number::plural) == 0) return false;
    std::size_t before = k_;
    if (before > 0 && checker_.chunks()[before - 1].kind == ChunkKind::preposition) --before;
    const std::string_view rank = text_.lower(chunk_.first + 1U);
    if ((rank.ends_with("ième") || rank.starts_with("premi") || rank.starts_with("second")) && before > 0 &&
        checker_.chunks()[before - 1].kind == ChunkKind::coordination)
        return true;
    int joined = 0;
    for (std::size_t i = chunk_.first; i < chunk_.head; ++i) {
        if (text_.is_any(i, {word("et"), word("ou")})) joined = 1;
        if (joined != 0 && text_.can(i, adjective) &&
            (numbers_of(agreement(text_, i, part(adjective))) & number::plural) == 0)
            joined = 2;
    }
    const AgreementSet first = agreement(text_, chunk_.first + 1U, part(adjective));
    return joined == 2 &&
           text_.is_any(chunk_.first, {word("les"), word("des"), word("aux"), word("ces"), word("nos")}) &&
           first != 0 && (numbers_of(first) & number::plural) == 0;
}

bool NounGroupRule::plural_after_de() const {
    const std::size_t i = chunk_.first;
    if (i == 0 || i >= chunk_.head || !same_sentence(text_, i - 1, i) || !text_.is_any(i - 1, {word("de"), word("d'")}))
        return false;
    // beaucoup de belles choses, not « la salle de petits déjeuner »
    if (!text_.can(chunk_.head, noun) || chunk_.head != i + 1U) return false;
    const AgreementSet set = agreement(text_, i, part(adjective));
    const std::string_view form = text_.lower(i);
    return set != 0 && (numbers_of(set) & number::singular) == 0 &&
           ((text_.classes(i, part(adjective)) & lemma_class::before_noun) != 0 || form.starts_with("tel") ||
            form.starts_with("nombreu"));
}

void NounGroupRule::run() {
    if ((chunk_.uncertain && !chunk_.determined) || chunk_.first == chunk_.last) return;
    collect();
    if (members_.count < 2) return;
    AgreementSet all = any_agreement;
    for (const Member& member : members_) all &= member.set;
    if (all != 0) return;  // most groups: first, since what follows looks at each word
    if (is_exceptional()) return;
    // les premier et deuxième trimestres
    const bool counted = text_.only(chunk_.first, numeral) &&
                         text_.token(chunk_.first).kind == language::TokenKind::word &&
                         !text_.lower(chunk_.first).ends_with("ième");
    if (!chunk_.determined && !counted && k_ > 0 && checker_.chunks()[k_ - 1].kind == ChunkKind::coordination) return;
    for (std::size_t i = chunk_.first; i <= chunk_.last; ++i) {
        if (checker_.reported(i)) return;
    }
    const std::size_t after = chunk_.last + 1U;
    if (after < text_.size() && same_sentence(text_, chunk_.last, after)) {
        // le ou la, patron/ne, vos nom et prénom, les premier et deuxième
        if (text_.token(after).kind == language::TokenKind::symbol || text_.is(after, word("/"))) return;
        const bool joined = text_.is_any(after, {word("et"), word("ou")}) && after + 1 < text_.size() &&
                            !text_.is_any(after + 1, {word("demie"), word("demi")});
        if (joined && !is_determiner(text_, after + 1) &&
            text_.can(after + 1, part(noun) | part(adjective) | part(numeral)) && chunk_.head == chunk_.last) {
            const AgreementSet head = agreement(text_, chunk_.head, part(noun) | part(adjective));
            if ((numbers_of(head) & number::plural) == 0) return;
        }
    }
    if (chunk_.first > 1 && text_.is(chunk_.first - 1U, word("ou")) && is_determiner(text_, chunk_.first - 2U)) return;
    if (text_.token(chunk_.first).kind == language::TokenKind::number) {
        for (const std::string_view street :
             {"rue", "avenue", "boulevard", "chemin", "place", "route", "allée", "rang", "quai", "cours"}) {
            if (text_.lower(chunk_.head) == street) return;
        }
    }
    // an adjective that belongs to a noun before says nothing about this one
    Members kept;
    for (const Member& member : members_) {
        if (!may_attach_elsewhere(member)) kept.add(member);
    }
    if (kept.count < members_.count) {
        members_ = kept;
        all = any_agreement;
        for (const Member& member : members_) all &= member.set;
        if (all != 0) return;
    }
    if (report_verb_meant()) return;
    decide_target();
    if (target_gender_ == 0 || target_number_ == 0) return;
    const AgreementSet target = agreement_set(target_gender_, target_number_);
    if (report_together(target)) return;
    for (const Member& member : members_) {
        // without a determiner nothing says that the noun is the one to change
        if ((member.set & target) == 0 && !(member.is_head && bare())) report(member);
    }
}

/// tout client, de tout repos: the determiner, no adverb (tout petit, tout sourire, des jupes tout coton).
bool NounGroupRule::all_before_bare_noun(std::size_t i) const {
    if (!text_.is_any(i, {word("tout"), word("toute")}) || i + 1 != chunk_.head || i != chunk_.first) return false;
    if (!text_.only(chunk_.head, noun) || text_[chunk_.head].unknown || text_[chunk_.head].capital) return false;
    for (const std::string_view set_phrase :
         {"yeux", "oreilles", "sourires", "sourire", "sucre", "feu", "flamme", "ouïe", "fruits", "rondeurs", "nerfs"}) {
        if (text_.lower(chunk_.head) == set_phrase) return false;
    }
    if (i == 0 || !same_sentence(text_, i - 1, i) || text_[i - 1].boundary != Boundary::none) return true;
    return text_.can(i - 1, part(preposition) | part(conjunction)) && !is_determiner(text_, i - 1);
}

void NounGroupRule::collect_determiners(std::size_t& i) {
    for (; i <= chunk_.last && is_determiner(text_, i); ++i) {
        if (i == chunk_.head) return;
        if (!text_.only(i, part(determiner) | part(preposition)) &&
            !text_.is_any(i, {word("un"), word("une"), word("tout"), word("aucun"), word("aucune"), word("certains"),
                              word("plusieurs"), word("certaines"), word("quelque"), word("nul"), word("nulle"),
                              word("toutes"), word("toute"), word("différents"), word("différentes"), word("mes"),
                              word("certain"), word("certaine")})) {
            continue;
        }
        const bool before_noun =
            (i + 1 == chunk_.head && text_.is_any(i, {word("toute"), word("toutes")}) && text_.can(i + 1, noun)) ||
            all_before_bare_noun(i);
        if (!before_noun && text_.is_any(i, {word("tout"), word("toute"), word("toutes"), word("tous")})) continue;
        const bool last_determiner = i < chunk_.last && !is_determiner(text_, i + 1);
        AgreementSet set = agreement(text_, i, part(determiner));
        if (is_euphonic_possessive(text_, i) && last_determiner && !text_[i + 1].unknown &&
            !begins_with_vowel(text_, i + 1)) {
            set = agreement_set(gender::masculine, number::singular);
        }
        // quelque trente clients, quelque part
        if (text_.is(i, word("quelque")) && i < chunk_.last && text_.can(i + 1, numeral)) continue;
        // a figure or a name after a singular article is a label: le 12, la 4 portes
        if (i < chunk_.last && text_.can(i + 1, numeral)) {
            if ((numbers_of(set) & number::plural) == 0) set = agreement_set(gender::any, number::any);
        }
        members_.add({i, set, true, false, false});
    }
}

void NounGroupRule::collect_before(std::size_t i) {
    for (; i < chunk_.head; ++i) {
        if (text_.can(i, numeral)) {
            const bool label =
                i > chunk_.first &&
                (numbers_of(members_.count > 0 ? members_.list[members_.count - 1].set : any_agreement) == number::any);
            if (text_.token(i).kind == language::TokenKind::number && label && members_.count > 0) continue;
            members_.add({i, agreement(text_, i, part(numeral)), false, false, false});
            continue;
        }
        const bool same = text_.is_any(i, {word("même"), word("mêmes"), word("autre"), word("autres")});
        if (!same && text_.can(i, part(adverb) | part(preposition) | part(determiner))) continue;
        const AgreementSet set = agreement(text_, i, part(adjective) | part(verb));
        if (set != 0) members_.add({i, set, false, false, false});
    }
}

void NounGroupRule::collect_after() {
    AgreementSet other_nouns = 0;  // of nouns after the head, which an adjective may belong to
    bool joined = false;
    if (text_.can(chunk_.head, numeral)) return;
    const std::uint32_t head_classes = text_.classes(chunk_.head, part(noun));
    // une assiette posée: a container or a group is a thing itself, a dozen is none
    const bool counts = (head_classes & lemma_class::quantity) != 0 && only_counts(text_.lower(chunk_.head));
    if (((head_classes & lemma_class::time) != 0 || counts) &&
        !text_.is_any(chunk_.first, {word("le"), word("la"), word("l'"), word("les"), word("quel"), word("quelle"),
                                     word("quels"), word("quelles")}) &&
        !(k_ > 0 && text_.is_any(chunk_.first - 1U, {word("sous"), word("dans"), word("de")}))) {
        return;  // passer quelques secondes pensif, un moment habitée
    }
    for (std::size_t i = chunk_.head + 1U; i <= chunk_.last; ++i) {
        if (const std::size_t phrase = adverb_phrase(text_, i)) {
            i += phrase - 1;
            continue;
        }
        if (text_.is_any(i, {word("et"), word("ou"), word("mais")})) {
            joined = true;
            continue;
        }
        // voisin, public, jeune: adjectives that are nouns too, but no client, clé, station
        const bool both =
            qualifier_or_noun(text_, i,
                              joined_nouns() != 0 ? any_agreement : agreement(text_, chunk_.head, part(noun))) &&
            ((i == chunk_.head + 1U && i == chunk_.last) || (i > chunk_.head + 1U && text_.can(i - 1, adverb)) ||
             (i == chunk_.head + 1U && text_.is(i + 1, word("et")) && text_.can(i, adjective)) ||
             // une salle propre et rangée
             (i == chunk_.last && i > chunk_.head + 2U && text_.is(i - 1, word("et")) && can_be_participle(text_, i) &&
              !names_person(text_.lower(i)))) &&
            (text_.classes(i, part(noun)) & (lemma_class::attributive_noun | lemma_class::invariable_colour)) == 0 &&
            ((text_.classes(i, part(adjective)) & lemma_class::colour) == 0 || i + 1 >= text_.size() ||
             text_[i + 1].boundary != Boundary::none || !text_.can(i + 1, nominal_parts) ||
             text_.can(i + 1, preposition));
        if (!only_qualifier(text_, i) && !both) {
            if (text_.can(i, part(noun) | part(proper_noun)) && !text_.is(i, word("même"))) {
                const AgreementSet set = agreement(text_, i, part(noun) | part(proper_noun));
                other_nouns |= text_[i].unknown || text_.can(i, proper_noun) ? any_agreement : set;
            }
            continue;
        }
        if (i == chunk_.last && i + 2 < text_.size() && text_[i + 1].boundary == Boundary::comma &&
            adjectival(text_, i + 2) &&
            !(begins_listed_thing(text_, i + 2) &&
              numbers_of(agreement(text_, i, part(adjective) | part(verb))) == number::singular)) {
            continue;  // les couleurs rouge, jaune et verte
        }
        const bool leads_noun = (text_.classes(i, part(adjective)) & lemma_class::before_noun) != 0 &&
                                i + 1 < text_.size() && same_sentence(text_, i, i + 1) && text_.can(i + 1, noun);
        // pur sucre, plein air: the adjective of the next noun
        const bool of_next = i + 1 < text_.size() && same_sentence(text_, i, i + 1) && text_.can(i + 1, noun) &&
                             !text_.can(i + 1, adjective) && !text_[i + 1].unknown &&
                             (agreement(text_, i, part(adjective)) & agreement(text_, i + 1, part(noun))) != 0;
        if (leads_noun || of_next || text_.is(i - 1, word("si"))) continue;  // frappes longue distance, si nécessaire
        const bool capitals = text_[i].capital || text_.token(i).letter_case == language::LetterCase::all_capitals;
        if (capitals || (agreement(text_, i, part(adjective) | part(verb)) & other_nouns) != 0 ||
            text_.is_any(i, {word("possible"), word("demi"), word("demie"), word("compris"), word("passé"),
                             word("seul"), word("excepté"), word("vu")}))
            continue;
        const std::uint32_t classes = text_.classes(i, part(adjective));
        const bool two_colours = i + 2 < text_.size() && text_.is_any(i + 1, {word("et"), word("ou")}) &&
                                 (text_.classes(i + 2, part(adjective) | part(noun) | part(conjunction)) &
                                  (lemma_class::colour | lemma_class::invariable_colour)) != 0;
        if ((classes & lemma_class::colour) != 0 && text_.is(i + 1, word("de")) && text_.lower(i + 2) == "jais") return;
        if ((classes & (lemma_class::colour | lemma_class::invariable_colour)) != 0 &&
            (two_colours || text_.lower(i + 2) == "or" ||
             (i < chunk_.last && !text_.is_any(i + 1, {word("et"), word("ou")})))) {
            return;  // bleu clair, vert bouteille
        }
        const bool next_joins = i < chunk_.last && text_.is_any(i + 1, {word("et"), word("ou")});
        if ((joined || next_joins) && !text_.is(chunk_.head, word("gens"))) {
            // les secteurs public et privé
            const AgreementSet set = agreement(text_, i, part(adjective) | part(verb));
            const AgreementSet widened =
                (numbers_of(set) & number::plural) != 0 ? set : agreement_set(genders_of(set), number::any);
            members_.add({i, widened, false, false, true, joined});
            continue;
        }
        members_.add({i, agreement(text_, i, part(adjective) | part(verb)), false, false, true});
    }
}

void NounGroupRule::collect() {
    std::size_t i = chunk_.first;
    collect_determiners(i);
    if (chunk_.head > chunk_.last || i > chunk_.head) return;
    collect_before(i);
    AgreementSet head = agreement(text_, chunk_.head, part(noun) | part(proper_noun) | part(title));
    if (head == 0) {
        head = agreement(text_, chunk_.head, part(adjective) | part(verb) | part(numeral));
    } else if (chunk_.head == chunk_.last || chunk_.first == chunk_.head) {
        // l'uniforme vert is a noun, for an adjective follows; des photo too, whatever « des plaques photo » are
        const AgreementSet qualifying = agreement(text_, chunk_.head, part(adjective));
        if (qualifying != any_agreement || !members_.list[0].is_determiner) head |= qualifying;
    }
    const std::string_view form = text_.lower(chunk_.head);
    const bool feminine_form = form.ends_with("esse") || form.ends_with("trice") || form.ends_with("euse");
    if ((text_.classes(chunk_.head, part(noun)) & lemma_class::any_gender_person) != 0 && !feminine_form) {
        head = agreement_set(gender::any, numbers_of(head));
    }
    if ((text_.classes(chunk_.head, part(noun)) & lemma_class::month) != 0) return;
    const bool nameless = text_.only(chunk_.head, proper_noun) || text_[chunk_.head].capital;
    if (text_.lower(chunk_.head).starts_with("numéro") && text_.is(chunk_.first, word("la"))) return;
    if ((text_.tenses(chunk_.head) & tense::present_participle) != 0 && !text_.can(chunk_.head, noun))
        return;  // certaines saisissant
    if (nameless) head = any_agreement;
    // les gens pressés, but de vieilles gens charmants
    const bool people = text_.is(chunk_.head, word("gens"));
    if (people) head = agreement_set(gender::any, number::plural);
    members_.add({chunk_.head, head, false, true, false});
    // avoir l'air content
    if (text_.is_any(chunk_.head, {word("air"), word("chose"), word("fois"), word("rien")}) ||
        (text_.is(chunk_.head, word("personne")) && chunk_.first == chunk_.head) ||
        (people && (chunk_.head != chunk_.first + 1U || !is_determiner(text_, chunk_.first))))
        return;
    collect_after();
}

void NounGroupRule::decide_target() {
    double singular = 0;
    double plural = 0;
    std::uint8_t genders = gender::any;
    for (const Member& member : members_) {
        const std::uint8_t numbers = numbers_of(member.set);
        double weight = member.is_head && bare() ? 9 : member.is_determiner ? 1.6 : member.is_head ? 1.5 : 1.0;
        if (text_.can(member.token, numeral) && !member.is_head) weight = 4;
        if (member.token == chunk_.first && !member.is_head && plural_after_de()) weight = 4;
        // heard in speech, so hardly a slip: des robes jaunes
        if (member.is_determiner &&
            text_.is_any(member.token, {word("un"), word("une"), word("des"), word("le"), word("la"), word("les"),
                                        word("ces"), word("mes"), word("nos"), word("vos"), word("cette")}))
            weight = 2.6;
        if (member.is_determiner && text_.is_any(member.token, {word("leur"), word("leurs"), word("quelque")}))
            weight = 0.7;
        if (member.is_determiner && text_.is_any(member.token, {word("chaque"), word("plusieurs")})) weight = 4;
        // sans aucunes explication: the noun tells that one thing is denied
        if (member.is_determiner && text_.lower(member.token).starts_with("aucun") && numbers == number::plural)
            weight = 1.4;
        // d'autres clients
        if (text_.is(member.token, word("autres")) && !member.is_head && member.token > 0 &&
            text_.is(member.token - 1, word("d'")))
            weight = 12;
        if (text_.lower(member.token) == "parts" && member.is_head) weight = 0;
        if (numbers == number::singular) singular += weight;
        if (numbers == number::plural) plural += weight;
        if (member.is_head && genders_of(member.set) != gender::any) genders = genders_of(member.set);
    }
    // le paniers étaient, ma cheveux: the verb, or the gender too, is against the determiner
    const Member& leader = members_.list[0];
    if (leader.is_determiner && numbers_of(leader.set) == number::singular && chunk_.head == leader.token + 1) {
        const AgreementSet head = agreement(text_, chunk_.head, part(noun));
        const bool outvoted = chunk_.faulty && chunk_.numbers == number::plural;
        const bool nothing_fits =
            numbers_of(head) == number::plural && (genders_of(head) & genders_of(leader.set)) == 0;
        if (head != 0 && (outvoted || nothing_fits)) plural += 2;
    }
    target_number_ = singular == 0 && plural == 0 ? number::any : plural > singular ? number::plural : number::singular;
    if (genders == gender::any) {
        // the noun leaves its gender open: the determiner says it, else the adjectives
        for (const Member& member : members_) {
            const std::uint8_t own = genders_of(member.set);
            if (own != gender::any && genders == gender::any) genders = own;
        }
    } else {
        // a person's noun exists in both genders: the majority decides
        int against = 0;
        int with = 0;
        for (const Member& member : members_) {
            const std::uint8_t own = genders_of(member.set);
            if (own == gender::any || member.is_head) continue;
            ++(own == genders ? with : against);
        }
        const auto other = static_cast<std::uint8_t>(gender::any ^ genders);
        if (against > 1 && against > with &&
            !other_gender_noun(other, target_number_, against == 2 && with == 0).empty())
            genders = other;
    }
    target_gender_ = genders;
}

void check_noun_groups(Checker& checker) {
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        if (checker.chunks()[k].kind != ChunkKind::noun_group) continue;
        NounGroupRule(checker, k).run();
        check_seul(checker, k);
        check_plural_after_de(checker, k);
    }
    for (std::size_t i = 0; i < checker.text().size(); ++i) {
        if (checker.text().can(i, adjective)) check_singular_before_plural(checker, i);
    }
}

}  // namespace relis::grammar
