// Agreement of an attribute or participle with the subject, through être and the verbs like it, beside or at a
// distance: les tarifs, écrits en petit, sont lisibles; la porte n'a pas été fermée; elles semblent avoir été oubliées.
#include <algorithm>

#include "rules.h"
#include "subject.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

/// Where an attribute is expected, and whose subject it has.
struct Attribute {
    std::size_t token = npos;      ///< first token of the attribute
    std::size_t chunk = npos;      ///< chunk of the finite verb that has the subject
    bool etre = false;             ///< through être: a participle may follow whatever its verb
    bool with_air = false;         ///< avoir l'air: may agree with air too
    std::size_t auxiliary = npos;  ///< token named in the message
};

/// refuser d'être, promettre d'être: the subject of the verb is that of the infinitive (not so in dire d'être).
bool subject_controls(const ReadText& text, std::size_t i) {
    for (const Analysis& reading : text.readings(i)) {
        if (reading.features.part != verb || text[i].unknown) continue;
        const std::string_view lemma = text.reader().lexicon().lemma(reading.lemma);
        for (const std::string_view item :
             {"refuser", "promettre", "choisir", "mériter", "jurer", "arriver", "éviter"}) {
            if (lemma == item) return true;
        }
    }
    return false;
}

/// The token after an infinitive that leads to an attribute (être, avoir été, devenir, pouvoir paraître), or npos.
std::size_t past_infinitive_copula(const ReadText& text, std::size_t i) {
    for (int steps = 0; steps < 4 && i != npos; ++steps) {
        const std::uint32_t classes = text.classes(i, part(verb));
        const std::size_t next =
            i + 1 < text.size() && same_sentence(text, i, i + 1) ? skip_adverbs(text, i + 1) : npos;
        if (next == npos) return npos;
        if ((classes & lemma_class::copula) != 0) return next;
        const bool chained = ((classes & lemma_class::avoir) != 0 && can_be_participle(text, next)) ||
                             ((classes & lemma_class::modal) != 0 && can_be_infinitive(text, next));
        if (!chained) return npos;
        i = next;
    }
    return npos;
}

/// est …, a été …, peut être …, semble avoir été …, vient d'être …
Attribute find_attribute(const ReadText& text, const Chunks& chunks, std::size_t k) {
    Attribute result;
    const VerbGroup group = verb_group(text, chunks, k);
    result.chunk = k;
    std::size_t at = group.next;
    std::size_t verb = group.head;
    // s'est montrée aimable, se sont avérées immangeables, se révèle utile
    const bool reflexive_copula = group.reflexive != npos && at != npos && [&] {
        const std::size_t lexical = group.is_etre ? at : verb;
        for (const Analysis& reading : text.readings(lexical)) {
            if (reading.features.part != PartOfSpeech::verb || text[lexical].unknown) continue;
            const std::string_view lemma = text.reader().lexicon().lemma(reading.lemma);
            for (const std::string_view item :
                 {"montrer",     "avérer",   "révéler",   "retrouver", "sentir",    "trouver",   "faire",
                  "vouloir",     "croire",   "savoir",    "dire",      "prétendre", "estimer",   "voir",
                  "penser",      "avouer",   "déclarer",  "imaginer",  "juger",     "proclamer", "supposer",
                  "reconnaître", "affirmer", "découvrir", "garder"}) {
                if (lemma == item) return true;
            }
        }
        return false;
    }();
    if (relative_object(text, chunks, k) != npos && !group.is_etre && !group.is_avoir) return {};
    if (reflexive_copula) {
        if (group.is_etre)
            at = at + 1 < text.size() && same_sentence(text, at, at + 1) ? skip_adverbs(text, at + 1) : npos;
        // se dit être prête
        if (at != npos && can_be_infinitive(text, at)) at = past_infinitive_copula(text, at);
        result.token = at;
        result.auxiliary = verb;
        return at == npos ? Attribute{} : result;
    }
    // l'air content, a eu l'air content: with the subject or with air
    if (group.is_avoir && at != npos && text.is(at, word("eu")) && same_sentence(text, at, at + 3) &&
        text.is(at + 1, word("l'")) && text.is(at + 2, word("air"))) {
        ++at;
    }
    if (group.is_avoir && at != npos && text.is(at, word("l'")) && at + 2 < text.size() &&
        text.is(at + 1, word("air")) && same_sentence(text, at, at + 2)) {
        result.token = skip_adverbs(text, at + 2);
        result.auxiliary = at + 1;
        result.with_air = true;
        return result.token == npos ? Attribute{} : result;
    }
    if (group.reflexive != npos && (group.is_etre || at == npos)) return {};
    if (group.reflexive != npos && !is_form_of(text, verb, lemma_class::modal) &&
        !text.is_any(at, {word("de"), word("d'"), word("à")})) {
        return {};
    }
    for (int steps = 0; steps < 5; ++steps) {
        if (is_form_of(text, verb, lemma_class::etre) &&
            !(text.is(verb, word("été")) && !text.can(verb, PartOfSpeech::verb))) {
            result.etre = true;
            result.token = at;
            result.auxiliary = verb;
            return at == npos ? Attribute{} : result;
        }
        if (at == npos) return {};
        const bool avoir = is_form_of(text, verb, lemma_class::avoir);
        const bool leads = (text.classes(verb, part(PartOfSpeech::verb)) &
                            (lemma_class::modal | lemma_class::motion | lemma_class::copula)) != 0;
        std::size_t next = at;
        if (avoir) {
            // a été, avoir pu, a dû
            const bool follows =
                can_be_participle(text, next) && (text.classes(next, part(PartOfSpeech::verb)) &
                                                  (lemma_class::etre | lemma_class::modal | lemma_class::copula)) != 0;
            if (!follows) return {};
        } else if (leads || text.can(next, part(preposition)) || can_be_infinitive(text, next) ||
                   text.is_any(next, {word("y"), word("en")})) {
            // il continue de paraître, elle renonce à être: the subject of the first verb is that of the second
            const std::uint32_t verb_classes = text.classes(verb, part(PartOfSpeech::verb));
            const bool object = group.open_object != npos || group.dative != npos || group.direct != npos;
            if (text.is_any(next, {word("de"), word("d'"), word("à")}) && !object &&
                (text.is(next, word("à")) || (verb_classes & lemma_class::dative) == 0 ||
                 (verb_classes & lemma_class::motion) != 0 || subject_controls(text, verb))) {
                ++next;
                if (next >= text.size()) return {};
            }
            // d'en être, y être, ne pas être
            while (next + 1 < text.size() &&
                   text.is_any(next, {word("y"), word("en"), word("ne"), word("n'"), word("pas")}) &&
                   same_sentence(text, next, next + 1)) {
                ++next;
            }
            const bool etre_follows =
                can_be_infinitive(text, next) &&
                (text.classes(next, part(PartOfSpeech::verb)) &
                 (lemma_class::etre | lemma_class::avoir | lemma_class::copula | lemma_class::modal)) != 0;
            if (!etre_follows) {
                if ((text.classes(verb, part(PartOfSpeech::verb)) & lemma_class::copula) == 0 || group.direct != npos)
                    return {};
                result.token = at;
                result.auxiliary = verb;
                return result;
            }
        } else {
            return {};
        }
        verb = next;
        if (verb + 1 >= text.size() || !same_sentence(text, verb, verb + 1)) return {};
        at = skip_adverbs(text, verb + 1);
    }
    return {};
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
        if (wrong_form(subject)) return;
        if (is_form_of(text_, chunks_[attribute_.chunk].head, lemma_class::impersonal)) {
            subject = of_necessity();
        } else if (!subject.found && attribute_.with_air) {
            subject = unnamed();
        }
        if (!subject.found || !subject.certain || subject.agreement == any_agreement) return;
        const std::size_t lead = subject.first;
        if (text_.is_any(lead, {word("ce"), word("c'"), word("ç'")})) return;
        if (text_.is(subject.last, word("autre"))) return;  // ni l'un ni l'autre
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
    [[nodiscard]] bool needs_object(std::size_t i, const Subject& subject) const;
    bool finite_for_participle(std::size_t i, const Subject& subject);
    void report_form(std::size_t i, const Subject& subject);
    [[nodiscard]] bool in_relative() const;
    [[nodiscard]] Subject of_necessity() const;
    [[nodiscard]] Subject unnamed() const;
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

/// The attribute that follows an attribute: elle est repartie soulagée; susceptible d'être choisie; propre et claire.
std::size_t AttributeRule::next_attribute(std::size_t i) const {
    const std::size_t next = i + 1;
    const bool linked = next < text_.size() && same_sentence(text_, i, next) && text_[next].boundary == Boundary::none;
    if (linked && (text_.classes(i, part(verb)) & lemma_class::etre_perfect) != 0) {
        const std::size_t state = skip_adverbs(text_, next);
        const bool fits = state != npos && !text_.can(state, part(determiner) | part(preposition) | part(numeral)) &&
                          (text_.can(state, adjective) || can_be_participle(text_, state));
        if (fits || (state != npos && only_finite(text_, state))) return state;
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

/// elle est rester, il est repartit, le tout a été nettoyer
bool AttributeRule::wrong_form(const Subject& subject) {
    const std::size_t i = attribute_.token;
    if (text_[i].unknown) return false;
    if (!attribute_.etre) {
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
    const bool infinitive = only_infinitive(text_, i);
    const bool finite_form = only_finite(text_, i) && !is_form_of(text_, i, lemma_class::etre | lemma_class::avoir);
    bool finite = finite_form && !in_relative();
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
    if (!comma && !text_.is_any(next, {word("et"), word("ou"), word("mais"), word("ni")})) return npos;
    next = next + 1 < text_.size() ? skip_adverbs(text_, next + 1) : npos;
    const bool participle = next != npos && can_be_participle(text_, next) && !can_be_finite(text_, next);
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
    if (!text_.can(i, adjective) && !can_be_participle(text_, i)) return false;
    if (text_.can(i, part(preposition) | part(determiner) | part(PartOfSpeech::pronoun) | part(numeral))) return false;
    const bool followed =
        i + 1 < text_.size() && same_sentence(text_, i, i + 1) && text_[i + 1].boundary == Boundary::none;
    if (followed && !only_qualifier(text_, i)) {
        // cause de, maître du lieu; juste arrivé, bon marché, dernier cri
        const bool several = (numbers_of(agreement(text_, i, part(noun))) & number::singular) == 0;
        if (text_.can(i, noun) && !several && text_.is_any(i + 1, {word("de"), word("d'"), word("du"), word("des")}))
            return false;
        if (text_.can(i, adverb)) return false;
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
    if ((text_.is(i, word("fort")) || text_.lower(i) == "droit") && !ends_here) return false;
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

/// c'est gentils, était-ce difficiles: after ce the adjective stays masculine singular.
void check_neuter(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const Chunk& chunk = chunks[k];
    if (!is_form_of(text, chunk.head, lemma_class::etre) || (chunk.persons & person::third_singular) == 0) {
        const bool perfect = is_form_of(text, chunk.head, lemma_class::avoir) && text.is(chunk.last + 1U, word("été"));
        if (!perfect) return;
    }
    const bool joined = chunk.last > chunk.head && text.is(chunk.last, word("ce"));
    const bool before = chunk.first > 0 && same_sentence(text, chunk.first - 1U, chunk.first) &&
                        text.is_any(chunk.first - 1U, {word("c'"), word("ç'"), word("ce")}) && chunk.last == chunk.head;
    if ((!joined && !before) || chunk.last + 1U >= text.size()) return;
    std::size_t i = skip_adverbs(text, chunk.last + 1U);
    if (i != npos && text.is(i, word("été"))) i = i + 1 < text.size() ? skip_adverbs(text, i + 1) : npos;
    if (i == npos || checker.reported(i) || !text.only(i, adjective) || text[i].unknown) return;
    if ((agreement(text, i, part(adjective)) & 1U) != 0) return;
    // c'est fatiguée qu'elle est rentrée; ce sont
    const std::size_t next = i + 1;
    const bool ends = next >= text.size() || !same_sentence(text, i, next) || text[next].boundary != Boundary::none;
    if (!ends && !text.can(next, part(preposition)) && !text.is_any(next, {word("et"), word("mais")})) return;
    for (std::size_t later = next; later < text.size() && later < next + 8 && same_sentence(text, i, later); ++later) {
        if (text.is_any(later, {word("que"), word("qu'"), word("qui")})) return;
    }
    checker.report("attribute", i, i, "Après « ce », l'adjectif reste au masculin singulier.",
                   checker.inflected(i, gender::masculine, number::singular));
}

/// censées être instruites: the attribute agrees with « censées »
void check_supposed(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    if (!text.lower(i).starts_with("censé") || i + 2 >= text.size() || !text.is(i + 1, word("être")) ||
        !same_sentence(text, i, i + 2))
        return;
    const std::size_t next = skip_adverbs(text, i + 2);
    if (next == npos || !adjectival(text, next) || checker.reported(next)) return;
    const AgreementSet wanted = agreement(text, i, part(adjective) | part(verb));
    if (wanted == 0 || (wanted & agreement(text, next, part(adjective) | part(verb))) != 0) return;
    checker.report("attribute", next, next, checker.quoted(next) + " s'accorde comme " + checker.quoted(i) + ".",
                   checker.inflected(next, genders_of(wanted), numbers_of(wanted)));
}

/// les prix que je trouve élevés, je les trouve chères: the attribute of an object placed before
void check_object_attribute(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const VerbGroup group = verb_group(text, chunks, k);
    if (group.next == npos || group.reflexive != npos) return;
    bool judging = false;
    for (const Analysis& reading : text.readings(group.head)) {
        if (reading.features.part != verb || text[group.head].unknown) continue;
        const std::string_view lemma = text.reader().lexicon().lemma(reading.lemma);
        judging = judging || lemma == "trouver" || lemma == "juger" || lemma == "rendre";
    }
    const std::size_t i = group.next;
    if (!judging || !adjectival(text, i) || checker.reported(i) || object_follows(text, chunks, i)) return;
    AgreementSet wanted = 0;
    if (group.direct != npos && text.is(group.direct, word("les"))) wanted = agreement_set(gender::any, number::plural);
    if (group.direct != npos && text.is(group.direct, word("la")))
        wanted = agreement_set(gender::feminine, number::singular);
    const std::size_t que = relative_object(text, chunks, k);
    if (que != npos && que > 0 && chunks[que - 1].kind == ChunkKind::noun_group && chunks[que - 1].determined) {
        const Subject antecedent = find_antecedent(text, chunks, que);
        if (antecedent.found && antecedent.certain) wanted = antecedent.agreement;
    }
    const AgreementSet own = agreement(text, i, part(adjective) | part(verb));
    if (wanted == 0 || (own & wanted) != 0) return;
    if (i + 1 < text.size() && same_sentence(text, i, i + 1) &&
        text.is_any(i + 1, {word("de"), word("d'"), word("que"), word("qu'")}))
        return;
    checker.report("attribute", i, i, checker.quoted(i) + " s'accorde avec le complément placé avant le verbe.",
                   checker.inflected(i, genders_of(wanted), numbers_of(wanted)));
}

}  // namespace

void check_attributes(Checker& checker) {
    for (std::size_t i = 0; i < checker.text().size(); ++i) check_supposed(checker, i);
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        const ChunkKind kind = checker.chunks()[k].kind;
        if (kind != ChunkKind::verb && kind != ChunkKind::infinitive) continue;
        const Attribute attribute = find_attribute(checker.text(), checker.chunks(), k);
        if (attribute.token != npos) AttributeRule(checker, attribute).run();
        if (kind == ChunkKind::verb) {
            check_neuter(checker, k);
            check_object_attribute(checker, k);
        }
    }
}

}  // namespace relis::grammar
