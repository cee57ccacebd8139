// Agreement of an attribute or participle with the subject, through être and the verbs like it, beside or at a
// distance: les tarifs, écrits en petit, sont lisibles; la porte n'a pas été fermée; elles semblent avoir été oubliées.
#include <algorithm>

#include "attribute_chain.h"
#include "infinitive_words.h"
#include "rules.h"
#include "subject.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

/// Infinitives of verbs whose participle says how somebody or something is.
bool tells_state(std::string_view form) {
    for (const std::string_view state :
         {"fatiguer",   "presser",    "déborder", "stresser",   "gêner",      "dépasser",     "occuper", "énerver",
          "agacer",     "contrarier", "frustrer", "surcharger", "irriter",    "perturber",    "blaser",  "épuiser",
          "intéresser", "étonner",    "motiver",  "démotiver",  "embêter",    "choquer",      "vexer",   "froisser",
          "inquiéter",  "bâcler",     "négliger", "abandonner", "préoccuper", "désorganiser", "soigner", "dater",
          "fâcher",     "rassurer",   "soulager", "enchanter",  "offusquer",  "désoler",      "gâter"}) {
        if (form == state) return true;
    }
    return false;
}

/// une vingtaine, la moitié, on ne sait combien: either number may follow.
bool open_number(const Subject& subject) {
    return !subject.pronoun && numbers_of(subject.agreement) == number::any;
}

class AttributeRule {
  public:
    AttributeRule(Checker& checker, const Attribute& attribute)
        : checker_(checker), text_(checker.text()), chunks_(checker.chunks()), attribute_(attribute) {}

    void run() {
        if (checker_.reported(attribute_.token) || checker_.reported(attribute_.auxiliary) ||
            checker_.reported(chunks_[attribute_.chunk].first)) {
            return;
        }
        Subject subject = find_subject(text_, chunks_, attribute_.chunk);
        if (!subject.found) subject = find_joined_subject(text_, chunks_, attribute_.chunk);
        if (wrong_form(subject)) return;
        if (is_form_of(text_, chunks_[attribute_.chunk].head, lemma_class::impersonal)) {
            subject = of_necessity();
        } else if (!subject.found && attribute_.with_air) {
            subject = unnamed();
        } else if (attribute_.etre && (!subject.found || !subject.certain || open_number(subject))) {
            by_number_of_verb(subject);
        }
        if (!subject.found || !subject.certain || subject.agreement == any_agreement) return;
        const std::size_t lead = subject.first;
        if (text_.is_any(lead, {word("ce"), word("c'"), word("ç'")})) return;
        if (text_.is(subject.last, word("autre"))) return;  // ni l'un ni l'autre
        // beaucoup de table étaient prises: the noun lacks its s, which was said
        if (checker_.reported(subject.last) && subject.first == subject.last && lead > 0 &&
            text_.is_any(lead - 1, {word("de"), word("d'")}))
            return;
        std::size_t i = attribute_.token;
        const bool perfect_of_il = subject.pronoun && text_.is(lead, word("il")) && impersonal() &&
                                   (text_.classes(i, part(verb)) & lemma_class::etre_perfect) != 0;
        if (perfect_of_il) return;  // il est arrivé trois clients
        for (int count = 0; count < 4 && i != npos; ++count) {
            if (!agrees(i, subject)) return;
            i = next_attribute(i);
            if (i != npos && count < 3 && finite_for_participle(i, subject)) return;
        }
    }

  private:
    bool wrong_form(const Subject& subject);
    bool agrees(std::size_t i, const Subject& subject);
    bool fragment_of_passive(std::size_t i, const Subject& subject);
    [[nodiscard]] bool perfect_misspelt(std::size_t i) const;
    [[nodiscard]] bool state_misspelt(std::size_t i) const;
    [[nodiscard]] bool needs_object(std::size_t i, const Subject& subject) const;
    bool finite_for_participle(std::size_t i, const Subject& subject);
    void report_form(std::size_t i, const Subject& subject);
    [[nodiscard]] bool in_relative() const;
    [[nodiscard]] Subject of_necessity() const;
    [[nodiscard]] Subject unnamed() const;
    void by_number_of_verb(Subject& subject) const;
    [[nodiscard]] std::size_t next_attribute(std::size_t i) const;
    [[nodiscard]] std::size_t next_joined(std::size_t i) const;
    [[nodiscard]] bool impersonal() const;

    Checker& checker_;
    const ReadText& text_;
    const Chunks& chunks_;
    const Attribute& attribute_;
};

/// il est arrivé trois clients, il est prévu que
bool AttributeRule::impersonal() const {
    return (agreement(text_, attribute_.token, part(adjective) | part(verb)) & 1U) != 0;
}

/// The verb stands in a relative clause, whose end the next finite verb may show: ce qu'il était devenait clair.
bool AttributeRule::in_relative() const {
    std::size_t k = attribute_.chunk;
    for (int steps = 0; steps < 8 && k > 0 && same_sentence(text_, chunks_[k - 1].first, chunks_[k].first); ++steps) {
        --k;
        if (chunks_[k].kind == ChunkKind::relative) return true;
        if (chunks_[k].kind == ChunkKind::strong) return false;
    }
    return false;
}

/// il leur faut être prudents: who has to is said by the pronoun before the verb.
Subject AttributeRule::of_necessity() const {
    Subject subject;
    const VerbGroup group = verb_group(text_, chunks_, attribute_.chunk);
    const std::size_t i = group.dative != npos ? group.dative : group.open_object;
    if (i == npos || text_.is(i, word("vous"))) return subject;
    const bool plural = text_.is_any(i, {word("leur"), word("nous")});
    subject.found = subject.certain = true;
    subject.agreement = subject.nearest = agreement_set(gender::any, plural ? number::plural : number::singular);
    subject.first = subject.last = i;
    return subject;
}

/// avaient l'air …: the verb tells the number of a subject that is not found.
Subject AttributeRule::unnamed() const {
    Subject subject;
    const Chunk& chunk = chunks_[attribute_.chunk];
    if (chunk.kind != ChunkKind::verb || (chunk.persons & (person::first_plural | person::second_plural)) != 0) {
        return subject;
    }
    const bool plural = chunk.persons == person::third_plural;
    if (!plural && (chunk.persons & person::third_plural) != 0) return subject;
    subject.found = subject.certain = true;
    subject.agreement = subject.nearest = agreement_set(gender::any, plural ? number::plural : number::singular);
    subject.first = subject.last = chunk.head;
    return subject;
}

/// la moitié des tables étaient vides: the verb in the plural tells what the subject leaves open, or which it is.
void AttributeRule::by_number_of_verb(Subject& subject) const {
    const Chunk& chunk = chunks_[attribute_.chunk];
    const std::size_t i = attribute_.token;
    if (chunk.kind != ChunkKind::verb || chunk.persons != person::third_plural || chunk.last != chunk.head) return;
    const std::uint8_t own = numbers_of(agreement(text_, i, part(adjective) | part(verb)));
    if (own != number::singular || subject.pronoun || text_[i].unknown || text_.lower(i) == "maître") return;
    if (!only_qualifier(text_, i) &&
        (!text_.can(i, adjective) || !text_.only(i, part(adjective) | part(noun) | part(verb))))
        return;
    // ce sont, qu'étaient devenues; sont seul juge
    const std::size_t before = chunk.first - 1U;
    if (chunk.first > 0 && text_.is_any(before, {word("ce"), word("c'"), word("que"), word("qu'"), word("quoi")}))
        return;
    const std::size_t next = i + 1;
    const bool ends = !same_sentence(text_, i, next) || text_[next].boundary != Boundary::none;
    if (!ends && !text_.can(next, part(preposition) | part(conjunction)) &&
        !text_.is_any(next, {word("et"), word("mais"), word("ou")}))
        return;
    if (subject.found && (subject.agreement & agreement_set(gender::any, number::plural)) == 0) return;
    if (!subject.found || !subject.certain) {
        subject.agreement = agreement_set(gender::any, number::plural);
        subject.first = subject.last = chunk.head;
    } else {
        subject.agreement &= agreement_set(gender::any, number::plural);
    }
    subject.nearest = subject.agreement;
    subject.found = subject.certain = true;
}

/// The attribute that follows an attribute: elle est repartie soulagée; susceptible d'être choisie; propre et claire.
std::size_t AttributeRule::next_attribute(std::size_t i) const {
    const std::size_t next = i + 1;
    const bool linked = next < text_.size() && same_sentence(text_, i, next) && text_[next].boundary == Boundary::none;
    if (linked && (text_.classes(i, part(verb)) & lemma_class::etre_perfect) != 0) {
        const std::size_t state = skip_adverbs(text_, next);
        const bool fits = state != npos && !text_.can(state, part(determiner) | part(preposition) | part(numeral)) &&
                          (text_.can(state, adjective) || can_be_participle(text_, state));
        // elle est repartie fâcher: no object, so no purpose
        const bool ended =
            state != npos && (!same_sentence(text_, state, state + 1) || text_[state + 1].boundary != Boundary::none);
        const bool feeling = ended && only_infinitive(text_, state) && tells_state(text_.lower(state));
        if (fits || feeling || (state != npos && only_finite(text_, state))) return state;
    }
    if (linked && text_.is_any(next, {word("de"), word("d'"), word("à")}) && next + 1 < text_.size()) {
        std::size_t infinitive = next + 1;
        while (infinitive < next + 4 &&
               (text_.is_any(infinitive, {word("y"), word("en"), word("pas")}) || is_ne(text_, infinitive))) {
            ++infinitive;
        }
        if (!same_sentence(text_, i, infinitive) || !can_be_infinitive(text_, infinitive)) return npos;
        const std::size_t state = past_infinitive_copula(text_, infinitive);
        return state != npos && (text_.can(state, adjective) || can_be_participle(text_, state)) ? state : npos;
    }
    return next_joined(i);
}

/// sont redevenus élut
bool AttributeRule::finite_for_participle(std::size_t i, const Subject& subject) {
    if (!only_finite(text_, i) || is_form_of(text_, i, lemma_class::etre | lemma_class::avoir)) return false;
    if (attribute_.etre && !in_relative() && text_.lower(i).ends_with("t") && subject.pronoun) report_form(i, subject);
    return true;
}

/// ils ont été réaliser à partir de: a verb that always has an object, and has none here.
bool AttributeRule::needs_object(std::size_t i, const Subject& subject) const {
    const std::uint8_t others = person::third_singular | person::third_plural;
    if (!subject.found || (subject.persons & others) == 0 || text_.is(subject.first, word("on"))) return false;
    if (text_.is_any(subject.first, {word("ça"), word("cela")})) return false;
    for (const Analysis& reading : text_.readings(i)) {
        if ((reading.features.verb & language::verb::transitive) == 0) return false;
    }
    // elles ont été manger, visiter, voter: one goes there to do it
    for (const std::string_view errand :
         {"manger",  "boire",    "danser",  "chanter",    "voter", "jouer",    "chasser", "pêcher",
          "fumer",   "étudier",  "visiter", "travailler", "dîner", "déjeuner", "souper",  "camper",
          "acheter", "chercher", "marcher", "nager",      "skier", "bruncher"}) {
        if (text_.lower(i) == errand) return false;
    }
    const std::size_t next = i + 1;
    if (next >= text_.size() || !same_sentence(text_, i, next) || text_[next].boundary != Boundary::none) return true;
    return text_.can(next, preposition) && !text_.is_any(next, {word("de"), word("d'"), word("des"), word("du")});
}

/// était emportez avec les flots, sont tromper: no subject, the verb begins its sentence
bool AttributeRule::fragment_of_passive(std::size_t i, const Subject& subject) {
    const Chunk& chunk = chunks_[attribute_.chunk];
    if (subject.found || chunk.kind != ChunkKind::verb || chunk.head != attribute_.auxiliary) return false;
    const bool starts = chunk.head == 0 || !same_sentence(text_, chunk.head - 1U, chunk.head);
    const bool second =
        chunk.head > 0 && text_[chunk.head - 1U].boundary == Boundary::comma && text_.is(chunk.head, word("suis"));
    if ((!starts && !second) || chunk.last != chunk.head || i != chunk.head + 1U) return false;
    if (i + 1 < text_.size() && text_[i + 1].enclitic) return false;
    const bool plural = (chunk.persons & person::third_plural) != 0;
    const bool finite = only_finite(text_, i) && !is_form_of(text_, i, lemma_class::etre | lemma_class::avoir);
    if (!finite && !(only_infinitive(text_, i) && (plural || second) && text_.lower(i).ends_with("er"))) return false;
    Subject guess;
    guess.found = guess.certain = true;
    guess.agreement = agreement_set(gender::any, plural ? number::plural : number::singular);
    report_form(i, guess);
    return true;
}

/// elle semblait presser d'en finir: a verb that says how somebody feels, without an object
bool AttributeRule::state_misspelt(std::size_t i) const {
    if (!only_infinitive(text_, i) || !is_form_of(text_, attribute_.auxiliary, lemma_class::copula)) return false;
    const bool ends =
        i + 1 >= text_.size() || !same_sentence(text_, i, i + 1) || text_[i + 1].boundary != Boundary::none;
    if (!ends && !text_.can(i + 1, preposition) && !text_.is_any(i + 1, {word("et"), word("mais"), word("car")}))
        return false;
    return tells_state(text_.lower(i));
}

/// mon tour est arriver, ce qui serait arriver, nous y sommes aller, que je serais repartit: verbs whose perfect is
/// built with être
bool AttributeRule::perfect_misspelt(std::size_t i) const {
    if ((text_.classes(i, part(verb)) & lemma_class::etre_perfect) == 0 || chunks_[attribute_.chunk].head + 1U != i)
        return false;
    const std::size_t k = attribute_.chunk;
    if (k == 0 || !same_sentence(text_, chunks_[k - 1].first, i) || chunks_[k].last != chunks_[k].head) return false;
    const Chunk& before = chunks_[k - 1];
    const bool pronoun = before.kind == ChunkKind::pronoun;
    const std::string_view form = text_.lower(i);
    if (only_infinitive(text_, i) || (form == "aller" && pronoun)) {
        if (!form.ends_with("er")) return false;
        const bool it = text_.is_any(before.first, {word("ce"), word("c'"), word("ça"), word("cela")});
        const bool group = before.kind == ChunkKind::noun_group && before.last + 1U == chunks_[k].first && !it;
        return pronoun || group || before.kind == ChunkKind::participle ||
               (before.kind == ChunkKind::relative && text_.is(before.first, word("qui")));
    }
    // le colis est arrivez: no second person has its place there
    if (only_finite(text_, i) && form.ends_with("ez") && !text_[i + 1].enclitic && !text_.is(i + 1, word("vous")))
        return true;
    // d'autres clients sont partit
    if (only_finite(text_, i) && form.ends_with("t") && before.kind == ChunkKind::noun_group && !in_relative() &&
        text_.tenses(i) == tense::past_historic && !text_.is_any(before.first, {word("ce"), word("c'")}))
        return true;
    // le vendeur m'avait assuré que je serais repartit: a clause of its own, no relative
    return pronoun && only_finite(text_, i) && form.ends_with("t") && k > 1 &&
           chunks_[k - 2].kind == ChunkKind::relative &&
           text_.is_any(chunks_[k - 2].first, {word("que"), word("qu'")}) && k > 2 &&
           (chunks_[k - 3].kind == ChunkKind::verb || chunks_[k - 3].kind == ChunkKind::participle ||
            chunks_[k - 3].kind == ChunkKind::infinitive);
}

/// elle est rester, il est repartit, le tout a été nettoyer
bool AttributeRule::wrong_form(const Subject& subject) {
    const std::size_t i = attribute_.token;
    if (text_[i].unknown) return false;
    if (!attribute_.etre) {
        if (state_misspelt(i)) {
            report_form(i, subject);
            return true;
        }
        // semble-t-elle désirait, vous semblez prit: after the other copulas an infinitive may stand
        const bool certain = subject.found && subject.pronoun && !attribute_.with_air && only_finite(text_, i) &&
                             !is_form_of(text_, i, lemma_class::etre | lemma_class::avoir);
        const bool joined =
            in_relative() ||
            (i + 1 < text_.size() && (text_[i + 1].enclitic || text_.is_any(i + 1, {word("que"), word("qu'")})));
        if (certain && !joined && is_form_of(text_, attribute_.auxiliary, lemma_class::copula)) report_form(i, subject);
        return certain;
    }
    if (fragment_of_passive(i, subject)) return true;
    if (perfect_misspelt(i)) {
        report_form(i, subject);
        return true;
    }
    // les cabines étaient ranger: no singular noun tells what several things are
    const bool no_noun = subject.found && subject.certain && numbers_of(subject.agreement) == number::plural &&
                         (numbers_of(agreement(text_, i, part(noun))) & number::plural) == 0 &&
                         bare_infinitive(text_, attribute_.auxiliary, i);
    // le magasin était ranger: no man of the woods
    const bool no_ranger = text_.lower(i) == "ranger" && subject.found && subject.certain && !subject.pronoun &&
                           bare_infinitive(text_, attribute_.auxiliary, i);
    const bool infinitive = only_infinitive(text_, i) || no_noun || no_ranger;
    const bool finite_form = only_finite(text_, i) && !is_form_of(text_, i, lemma_class::etre | lemma_class::avoir);
    bool finite = finite_form && (!in_relative() || second_plural_alone(text_, i));
    // c'est, est-ce que; le but est aider: only where a person or a passive is the subject
    const bool demonstrative =
        !subject.found || text_.is_any(subject.first, {word("ce"), word("c'"), word("ç'"), word("ça"), word("cela")});
    if (infinitive && text_.is(attribute_.auxiliary, word("été")) &&
        (!subject.found || subject.pronoun || demonstrative) && !needs_object(i, subject)) {
        return false;  // j'ai été manger, ça a été faire
    }
    const bool passive = text_.is(attribute_.auxiliary, word("été")) || can_be_infinitive(text_, attribute_.auxiliary);
    if (finite && i + 1 < text_.size() && text_[i + 1].enclitic) finite = false;
    if (!infinitive && !finite) return false;
    if (can_be_infinitive(text_, attribute_.auxiliary) && attribute_.auxiliary > 0 &&
        (text_.can(attribute_.auxiliary - 1, part(determiner) | part(conjunction)) ||
         text_.is(attribute_.auxiliary - 1, word("qu'")))) {
        if (!text_.is_any(attribute_.auxiliary - 1, {word("d'"), word("de")}))
            return false;  // cet être, ce qu'être veut dire
    }
    if (!passive && (demonstrative || (infinitive && !subject.pronoun && !subject.certain))) return false;
    const bool heard_alike =
        text_.lower(i).ends_with("t") || text_.lower(i).ends_with("s") || text_.lower(i).ends_with("ez");
    if (finite && !passive && !subject.pronoun && !(subject.found && subject.certain && heard_alike)) return false;
    if (infinitive && can_be_infinitive(text_, attribute_.auxiliary) && !text_.is(attribute_.auxiliary, word("été"))) {
        if (!text_.lower(i).ends_with("er")) return false;
    }
    report_form(i, subject);
    return true;
}

void AttributeRule::report_form(std::size_t i, const Subject& subject) {
    std::uint8_t genders = gender::masculine;
    std::uint8_t numbers = number::singular;
    if (subject.found && subject.certain) {
        if (genders_of(subject.agreement) == gender::feminine) genders = gender::feminine;
        if (numbers_of(subject.agreement) == number::plural) numbers = number::plural;
    }
    std::vector<std::string> suggestions = checker_.participles(i, genders, numbers);
    if (suggestions.empty() && checker_.wants_suggestions()) return;
    checker_.report("participle-form", i, i,
                    "Après " + std::string(attribute_.etre ? "l'auxiliaire être, ici " : "") +
                        checker_.quoted(attribute_.auxiliary) + ", écrivez le participe passé et non " +
                        checker_.quoted(i) + ".",
                    std::move(suggestions));
}

/// propre et bien rangé, grand, clair et net: the next attribute, or npos
std::size_t AttributeRule::next_joined(std::size_t i) const {
    std::size_t next = i + 1;
    if (next >= text_.size() || !same_sentence(text_, i, next)) return npos;
    const bool comma = text_[next].boundary == Boundary::comma;
    // incomplètes, voire contradictoires
    if (comma && same_sentence(text_, i, next + 2) &&
        (text_.lower(next + 1) == "voire" || text_.lower(next + 1) == "sinon")) {
        const std::size_t more = skip_adverbs(text_, next + 2);
        return more != npos && adjectival(text_, more) ? more : npos;
    }
    if (!comma && !text_.is_any(next, {word("et"), word("ou"), word("mais"), word("ni")})) return npos;
    next = next + 1 < text_.size() ? skip_adverbs(text_, next + 1) : npos;
    const bool participle = next != npos && can_be_participle(text_, next) && !can_be_finite(text_, next);
    // propre et bien éclairer
    if (next != npos && text_.is_any(next - 1, {word("bien"), word("mal"), word("très"), word("trop")}) &&
        only_infinitive(text_, next) && text_.lower(next).ends_with("er"))
        return next;
    if (next == npos || !(adjectival(text_, next) || participle)) return npos;
    if (text_.is(next - 1, word("mais")) && text_.lower(next) == "bon") return npos;  // verte, mais bon
    if (!comma) return next;
    // after a comma an attribute only if the list goes on: propre, claire et spacieuse
    const std::size_t after = next + 1;
    if (after < text_.size() && text_.is_any(after, {word("et"), word("ou")})) return next;
    return npos;
}

/// False when the word is no attribute: what follows is none either.
bool AttributeRule::agrees(std::size_t i, const Subject& subject) {
    if (text_[i].unknown || checker_.reported(i)) return false;
    if (i > attribute_.token && only_infinitive(text_, i) &&
        (is_inner_adverb(text_, i - 1) || tells_state(text_.lower(i)))) {
        report_form(i, subject);
        return true;
    }
    if (!text_.can(i, adjective) && !can_be_participle(text_, i)) return false;
    if (text_.can(i, part(preposition) | part(determiner) | part(PartOfSpeech::pronoun) | part(numeral))) return false;
    const bool followed =
        i + 1 < text_.size() && same_sentence(text_, i, i + 1) && text_[i + 1].boundary == Boundary::none;
    // chosen by find_attribute: assez justes et bien coupées
    const bool loud =
        followed && (text_.is(i, word("fort")) || text_.lower(i) == "juste") &&
        text_.is_any(i + 1, {word("et"), word("mais"), word("pour"), word("que"), word("qu'"), word("dans")});
    if (followed && !only_qualifier(text_, i)) {
        // cause de, maître du lieu; juste arrivé, bon marché, dernier cri
        const bool several = (numbers_of(agreement(text_, i, part(noun))) & number::singular) == 0;
        // ils sont responsables de: an adjective too
        const bool qualifies = text_.can(i, adjective) && subject.certain &&
                               numbers_of(subject.agreement) == number::plural && text_.lower(i) != "maître" &&
                               (text_.classes(i, part(adjective)) & lemma_class::colour) == 0;
        if (text_.can(i, noun) && !several && !qualifies &&
            text_.is_any(i + 1, {word("de"), word("d'"), word("du"), word("des")}))
            return false;
        // pas frais et mou: an adjective joined to another
        if (text_.can(i, adverb) && !loud && !text_.is_any(i + 1, {word("et"), word("mais"), word("ou")})) return false;
    }
    if (followed && (text_.classes(i, part(adjective)) & lemma_class::before_noun) != 0 && text_.can(i + 1, noun))
        return false;
    if (followed && text_.lower(i) == "bon" && text_.lower(i + 1) == "marché") return false;
    const std::uint32_t classes = text_.classes(i, part(adjective));
    if ((classes & lemma_class::invariable_colour) != 0) return false;
    if (text_.is_any(i, {word("debout"), word("ensemble"), word("bien"), word("mal"), word("tout"), word("même"),
                         word("possible"), word("tel"), word("telle")})) {
        return false;
    }
    const bool ends_here = i + 1 >= text_.size() || text_[i + 1].boundary != Boundary::none;
    // elle est fort aimable, droit devant
    if (((text_.is(i, word("fort")) && i > attribute_.token) || text_.lower(i) == "droit") && !ends_here) return false;
    AgreementSet own = agreement(text_, i, part(adjective) | part(verb));
    if (text_.can(i, noun) && !text_.can(i, adjective)) own |= agreement(text_, i, part(noun));
    if ((own & subject.agreement) != 0 || (attribute_.with_air && (own & 1U) != 0)) return true;
    if (text_.lower(i).starts_with("comparé") ||
        (text_.lower(i) == "entendu" && i > 0 && text_.is(i - 1, word("bien"))))
        return false;
    // la plupart, une personne: a name alone leaves its gender open
    const AgreementSet likely = subject.nearest != 0 ? subject.nearest : subject.agreement;
    std::vector<std::string> suggestions = checker_.inflected(i, genders_of(likely), numbers_of(likely));
    const std::string name = checker_.quoted(subject.first, std::min(subject.last, subject.first + 6));
    checker_.report(only_participle(text_, i) ? "participle-etre" : "attribute", i, i,
                    checker_.quoted(i) + " s'accorde avec le sujet " + name + ".", std::move(suggestions));
    return true;  // the next one may be wrong too
}

}  // namespace

void check_attributes(Checker& checker) {
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        const ChunkKind kind = checker.chunks()[k].kind;
        if (kind != ChunkKind::verb && kind != ChunkKind::infinitive) continue;
        const Attribute attribute = find_attribute(checker.text(), checker.chunks(), k);
        if (attribute.token != npos) AttributeRule(checker, attribute).run();
    }
}

}  // namespace relis::grammar
