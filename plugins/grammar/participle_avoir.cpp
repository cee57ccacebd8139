// The participle after avoir: its form, and its agreement with an object that stands before it or none.
#include "participle_avoir.h"

#include <algorithm>
#include <span>

#include "subject.h"

namespace relis::grammar {
namespace {

constexpr AgreementSet masculine_singular = 1;

/// Participles that never agree, or not before an infinitive: fait, laissé, pu, dû, cru…
bool is_unchanging(const ReadText& text, std::size_t i) {
    constexpr std::string_view unchanging[] = {"pu",    "dû", "voulu",    "su",   "cru",     "dit",    "fallu", "plu",
                                               "pensé", "eu", "été",      "osé",  "permis",  "semblé", "coûté", "valu",
                                               "duré",  "su", "souhaité", "jugé", "affirmé", "estimé", "espéré"};
    // les renseignements que j'ai eus; but « les tâches que j'ai eu à faire »
    const bool complement =
        same_sentence(text, i, i + 1) &&
        text.can(i + 1, part(PartOfSpeech::preposition) | part(PartOfSpeech::determiner) | part(PartOfSpeech::noun));
    if (text.is(i, word("eu")) && !complement) return false;
    for (const std::string_view form : unchanging) {
        if (text.lower(i) == form) return true;
    }
    return false;
}

/// Whether a known token may be a form of one of these verbs.
bool may_be_verb(const ReadText& text, std::size_t i, std::span<const std::string_view> lemmas) {
    for (const Analysis& reading : text.readings(i)) {
        if (reading.features.part != PartOfSpeech::verb || text[i].unknown) continue;
        if (std::ranges::find(lemmas, text.reader().lexicon().lemma(reading.lemma)) != lemmas.end()) return true;
    }
    return false;
}

/// Verbs whose me, te, nous, vous is never a direct object, and which have none in everyday use.
bool has_only_dative(const ReadText& text, std::size_t i) {
    constexpr std::string_view lemmas[] = {"parler", "répondre", "téléphoner", "sourire",  "plaire",   "déplaire",
                                           "mentir", "nuire",    "suffire",    "convenir", "paraître", "sembler"};
    return may_be_verb(text, i, lemmas);
}

/// Verbs whose nous is the direct object although they may have an indirect one too: aider, inviter à.
bool has_direct_person(const ReadText& text, std::size_t i) {
    constexpr std::string_view lemmas[] = {
        "aider",    "inviter",    "obliger",    "forcer",    "encourager",  "inciter",   "autoriser", "accueillir",
        "recevoir", "guider",     "renseigner", "informer",  "accompagner", "prévenir",  "installer", "placer",
        "rassurer", "convaincre", "prier",      "remercier", "empêcher",    "dissuader", "persuader"};
    return may_be_verb(text, i, lemmas);
}

/// Verbs of giving, whose « de l'eau » is what is given.
bool brings(const ReadText& text, std::size_t i) {
    constexpr std::string_view lemmas[] = {"apporter", "rapporter", "offrir", "donner", "servir", "verser"};
    return may_be_verb(text, i, lemmas);
}

/// deux clés, trois verres: an object without a determiner after token i.
bool numeral_object_follows(const ReadText& text, const Chunks& chunks, std::size_t i) {
    const std::size_t next = i + 1;
    if (!same_sentence(text, i, next) || text[next].boundary != Boundary::none) return false;
    const Chunk& group = chunks[chunks.of_token(next)];
    return group.kind == ChunkKind::noun_group && group.first == next && group.head > next &&
           text.only(next, PartOfSpeech::numeral) && text.can(group.head, PartOfSpeech::noun) &&
           (text.classes(group.head, part(PartOfSpeech::noun)) & lemma_class::time) == 0;
}

}  // namespace

/// nous avons donne tout notre temps: a noun that is a verb too, with an object after it
bool AvoirRule::noun_or_finite() const {
    if (!text_.only(i_, part(PartOfSpeech::noun) | part(PartOfSpeech::verb)) || !can_be_finite(text_, i_)) return false;
    if (!text_.lower(i_).ends_with("e") || i_ != group_.head + 1 || !text_.can(i_, PartOfSpeech::noun)) return false;
    const std::size_t next = i_ + 1;
    return next < text_.size() && same_sentence(text_, i_, next) && is_determiner(text_, next) &&
           !text_.is_any(next, {word("au"), word("aux"), word("du"), word("des"), word("l'")}) &&
           object_follows(text_, chunks_, i_);
}

/// j'ai payer, il a rougit, elle m'a demander
bool AvoirRule::wrong_form() {
    if (text_.lower(i_) == "étés") {
        checker_.report("participle-form", i_, i_, "Le participe « été » est invariable.", {"été"});
        return true;
    }
    // nous a décri chaque plat, elles ont ris: words of another kind that are heard like the participle
    struct Misheard {
        std::string_view form;
        std::string_view participle;
    };
    constexpr Misheard misheard[] = {{"décri", "décrit"}, {"ris", "ri"}, {"résout", "résolu"}, {"résous", "résolu"}};
    for (const Misheard& entry : misheard) {
        if (text_.lower(i_) != entry.form || i_ != group_.head + 1) continue;
        checker_.report("participle-form", i_, i_,
                        "Après l'auxiliaire avoir, écrivez le participe « " + std::string(entry.participle) + " ».",
                        {std::string(entry.participle)});
        return true;
    }
    const bool infinitive = only_infinitive(text_, i_) || bare_infinitive(text_, group_.head, i_);
    const bool finite =
        noun_or_finite() || (only_finite(text_, i_) && !is_form_of(text_, i_, lemma_class::etre | lemma_class::avoir));
    if (!infinitive && !finite) return false;
    // laisse a désirer, a pare: a for à, unless somebody has
    if (text_.is(group_.head, word("a")) && group_.chunk > 0 && text_.lower(i_ - 1) == text_.lower(group_.head)) {
        const Subject owner = find_subject(text_, chunks_, group_.chunk);
        const ChunkKind left = chunks_[group_.chunk - 1].kind;
        const bool bare = chunks_[group_.chunk].first == group_.head;
        if (bare && !owner.found && infinitive && left == ChunkKind::verb &&
            same_sentence(text_, chunks_[group_.chunk - 1].first, group_.head)) {
            checker_.report("homophone-a", group_.head, group_.head,
                            "Devant un infinitif qui complète le verbe, écrivez la préposition « à ».", {"à"});
            return true;
        }
        // s'est énervée et a laisser son chariot: the subject of the verb before
        const Subject shared = find_joined_subject(text_, chunks_, group_.chunk);
        const bool goes_on = left == ChunkKind::coordination && shared.found && shared.certain;
        const bool never = only_finite(text_, i_);  // neither « a » nor « à » stands before it
        if (bare && !owner.found && !goes_on && !never && !text_.token(group_.head).first_of_sentence) return true;
    }
    // il n'a que faire; avoir beau, the noun avoir
    if (text_.is_any(i_ - 1, {word("que"), word("qu'"), word("à")})) return true;
    std::uint8_t genders = gender::masculine;
    std::uint8_t numbers = number::singular;
    if (const AgreementSet clitic = wanted_of_clitics(); clitic != 0) {
        numbers = numbers_of(clitic);
        if (numbers == number::any) numbers = number::singular;
        if (genders_of(clitic) == gender::feminine) genders = gender::feminine;
    } else if (const std::size_t que = relative_object(text_, chunks_, group_.chunk);
               que != npos && sure_relative(que)) {
        const Subject antecedent = find_antecedent(text_, chunks_, que);
        if (genders_of(antecedent.agreement) == gender::feminine) genders = gender::feminine;
        if (numbers_of(antecedent.agreement) == number::plural) numbers = number::plural;
    }
    std::vector<std::string> suggestions = checker_.participles(i_, genders, numbers);
    for (const std::string_view pouvoir : {"pue", "pues", "pus", "put", "pût"}) {
        if (text_.lower(i_) == pouvoir) suggestions.assign(1, "pu");
    }
    if (suggestions.empty() && checker_.wants_suggestions()) return true;
    checker_.report("participle-form", i_, i_,
                    "Après l'auxiliaire avoir (" + checker_.quoted(group_.head) +
                        "), écrivez le participe passé et non " + checker_.quoted(i_) + ".",
                    std::move(suggestions));
    return true;
}

/// What a clitic before avoir asks of the participle: 0 when no clitic says anything.
AgreementSet AvoirRule::wanted_of_clitics() const {
    if (group_.direct == npos) return 0;
    if (text_.is(group_.direct, word("les"))) return agreement_set(gender::any, number::plural);
    if (text_.is(group_.direct, word("la"))) return agreement_set(gender::feminine, number::singular);
    return agreement_set(gender::any, number::singular);
}

bool AvoirRule::infinitive_follows() const {
    std::size_t next = i_ + 1;
    if (next >= text_.size() || !same_sentence(text_, i_, next)) return false;
    for (int steps = 0; steps < 3 && next < text_.size(); ++steps) {
        if (can_be_infinitive(text_, next) || text_.is_any(next, {word("que"), word("qu'")})) return true;
        const bool passing = text_.is_any(next, {word("de"), word("d'"), word("à"), word("par"), word("pour")}) ||
                             is_clitic(text_, next) || is_inner_adverb(text_, next) || is_ne(text_, next);
        if (!passing) return false;
        ++next;
    }
    return false;
}

/// The gender of the last things named before, which « les » most likely stands for.
std::uint8_t AvoirRule::gender_of_things() const {
    if (group_.direct == npos) return gender::any;
    std::size_t k = group_.chunk;
    for (int steps = 0; steps < 24 && k > 0; ++steps) {
        --k;
        const Chunk& chunk = chunks_[k];
        if (chunk.kind != ChunkKind::noun_group || !chunk.determined || chunk.numbers != number::plural) continue;
        if (text_.is_any(chunk.first, {word("aux")})) continue;
        return chunk.genders == 0 ? gender::any : chunk.genders;
    }
    return gender::any;
}

void AvoirRule::report(AgreementSet wanted, const std::string& why, std::string_view rule) {
    std::uint8_t genders = genders_of(wanted);
    if (genders == gender::any && numbers_of(wanted) == number::plural) {
        if (const std::uint8_t said = gender_of_things(); said != gender::any) {
            std::vector<std::string> suggestions = checker_.participles(i_, said, number::plural);
            for (std::string& form :
                 checker_.participles(i_, static_cast<std::uint8_t>(gender::any ^ said), number::plural))
                suggestions.push_back(std::move(form));
            checker_.report(rule, i_, i_, why, std::move(suggestions));
            return;
        }
    }
    const std::uint8_t own = genders_of(agreement(text_, i_, part(PartOfSpeech::verb)));
    if ((genders & own) != 0) genders &= own;
    checker_.report(rule, i_, i_, why, checker_.participles(i_, genders, numbers_of(wanted)));
}

void AvoirRule::agreement_with_object() {
    const AgreementSet own = agreement(text_, i_, part(PartOfSpeech::verb));
    const std::string participle = checker_.quoted(i_);
    if (is_form_of(text_, i_, lemma_class::faire) && i_ + 1 < text_.size() && can_be_infinitive(text_, i_ + 1) &&
        (own & masculine_singular) == 0) {
        report(masculine_singular, "Devant un infinitif, « fait » reste invariable.", "participle-avoir");
        return;
    }
    // les ai fait changé: the word after it is misspelt
    if (is_form_of(text_, i_, lemma_class::faire) && can_be_participle(text_, i_ + 1) &&
        same_sentence(text_, i_, i_ + 1) && text_.lower(i_ + 1).ends_with("é"))
        return;
    if (text_[i_].unknown) return;
    const std::size_t relative = relative_object(text_, chunks_, group_.chunk);
    const bool object_before = group_.direct != npos || group_.open_object != npos || group_.en != npos ||
                               (relative != npos && !is_conjunction(chunks_[relative].first));
    if (can_be_infinitive(text_, i_ + 1) && text_.lower(i_).starts_with("laissé") && (own & masculine_singular) == 0 &&
        same_sentence(text_, i_, i_ + 1)) {
        // les miches qu'il avait laissée refroidir: invariable or with the object, nothing else
        const std::size_t que = relative_object(text_, chunks_, group_.chunk);
        AgreementSet wanted = group_.direct != npos ? wanted_of_clitics() : any_agreement;
        if (group_.direct == npos && que != npos && sure_relative(que)) {
            const Subject antecedent = find_antecedent(text_, chunks_, que);
            if (antecedent.found && antecedent.certain) wanted = antecedent.agreement;
        }
        if (wanted != 0 && (own & wanted) == 0) {
            report(masculine_singular,
                   "Devant un infinitif, « laissé » reste invariable ou s'accorde avec son complément.",
                   "participle-object");
            return;
        }
    }
    if (one_person_only() && (numbers_of(own) & number::singular) == 0) {
        report(agreement_set(gender::any, number::singular),
               "Le participe " + participle + " ne s'accorde pas au pluriel avec " +
                   checker_.quoted(group_.open_object) + ".",
               "participle-object");
        return;
    }
    // l'employée m'a parlée comme à un enfant
    if (group_.open_object != npos && group_.direct == npos && has_only_dative(text_, i_)) {
        if ((own & masculine_singular) != 0) return;
        report(masculine_singular,
               "Le participe " + participle + " reste invariable : " + checker_.quoted(group_.open_object) +
                   " n'est pas son complément d'objet direct.",
               "participle-avoir");
        return;
    }
    if (infinitive_follows() && object_before &&
        !(group_.direct != npos && text_.is(group_.direct, word("les")) &&
          text_.is_any(i_ + 1, {word("à"), word("de"), word("d'")}) && has_direct_person(text_, i_)) &&
        !(text_.is(group_.open_object, word("nous")) && text_.is_any(i_ + 1, {word("à"), word("de"), word("d'")}) &&
          has_direct_person(text_, i_)))
        return;
    if (const AgreementSet wanted = wanted_of_clitics(); wanted != 0) {
        if ((own & wanted) != 0 || group_.en != npos) return;
        if (is_unchanging(text_, i_)) return;
        const std::string object = checker_.quoted(group_.direct);
        report(wanted, "Le participe " + participle + " s'accorde avec le complément " + object + " placé avant lui.",
               "participle-object");
        return;
    }
    // quels accessoires avez-vous acheté
    const Chunk& verb = chunks_[group_.chunk];
    if (verb.last > verb.head && text_[verb.last].enclitic && group_.chunk > 0 && group_.open_object == npos &&
        group_.en == npos && same_sentence(text_, chunks_[group_.chunk - 1].first, i_)) {
        const Chunk& asked = chunks_[group_.chunk - 1];
        const bool which = asked.kind == ChunkKind::noun_group && asked.last + 1U == verb.first && !asked.uncertain &&
                           text_.is_any(asked.first, {word("quel"), word("quelle"), word("quels"), word("quelles")}) &&
                           (group_.chunk == 1 || !same_sentence(text_, chunks_[group_.chunk - 2].first, i_) ||
                            chunks_[group_.chunk - 2].kind != ChunkKind::preposition);
        const AgreementSet wanted = agreement_set(asked.genders, asked.numbers);
        bool transitive = false;
        for (const Analysis& reading : text_.readings(i_))
            transitive = transitive || (reading.features.verb & language::verb::transitive) != 0;
        const bool time = (text_.classes(asked.head, part(PartOfSpeech::noun)) & lemma_class::time) != 0;
        if (which && transitive && !time && wanted != 0 && (own & wanted) == 0 && !infinitive_follows() &&
            !object_follows(text_, chunks_, i_)) {
            report(wanted,
                   "Le participe " + participle + " s'accorde avec son complément " +
                       checker_.quoted(asked.first, asked.last) + ", placé avant lui.",
                   "participle-object");
            return;
        }
    }
    const std::size_t que = relative_object(text_, chunks_, group_.chunk);
    if (que != npos && !is_conjunction(chunks_[que].first)) {
        if (object_follows(text_, chunks_, i_) && (own & masculine_singular) == 0 &&
            (que == 0 || !sure_relative(que)) && !question_beyond(que)) {
            report(masculine_singular, "Le complément d'objet suit : le participe " + participle + " reste invariable.",
                   "participle-avoir");
            return;
        }
        // les conseils que m'a donnés la pharmacienne: what follows is the subject
        const bool inverted = chunks_[que].last + 1U == verb.first && verb.last == verb.head && group_.direct == npos;
        if (!sure_relative(que) || is_unchanging(text_, i_) || (object_follows(text_, chunks_, i_) && !inverted))
            return;
        if (text_.is(chunks_[que].first - 1U, word("ce"))) {  // ce que j'ai constatée
            if ((own & masculine_singular) != 0 || group_.direct != npos) return;
            report(masculine_singular,
                   "Le participe " + participle + " s'accorde avec « ce que » : il reste invariable.",
                   "participle-avoir");
            return;
        }
        // celle que je vous ai parlé: another pronoun is missing
        if (has_only_dative(text_, i_)) return;
        const Subject antecedent = find_antecedent(text_, chunks_, que);
        if (!antecedent.found || !antecedent.certain || (own & antecedent.agreement) != 0) return;
        bool transitive = false;
        for (const Analysis& reading : text_.readings(i_)) {
            transitive = transitive || (reading.features.verb & language::verb::transitive) != 0;
        }
        if (!transitive) return;
        const AgreementSet likely =
            numbers_of(antecedent.agreement) == number::any && (antecedent.nearest & antecedent.agreement) != 0
                ? antecedent.nearest
                : antecedent.agreement;
        report(likely,
               "Le participe " + participle + " s'accorde avec son complément " +
                   checker_.quoted(antecedent.first, antecedent.last) + ", placé avant lui.",
               "participle-object");
        return;
    }
    if (group_.open_object != npos) {
        const bool dative = (text_.classes(i_, part(PartOfSpeech::verb)) & lemma_class::dative) != 0;
        // merci de m'avoir lus, m'as-tu entendus: one person only
        if (text_.is_any(group_.open_object, {word("m'"), word("t'"), word("me"), word("te")}) &&
            (numbers_of(own) & number::singular) == 0 && group_.direct == npos && group_.en == npos &&
            !question_before()) {
            report(agreement_set(gender::any, number::singular),
                   "Le participe " + participle + " ne s'accorde pas au pluriel avec " +
                       checker_.quoted(group_.open_object) + ".",
                   "participle-object");
            return;
        }
        if (text_.is(group_.open_object, word("nous")) && (!dative || text_.lower(i_).starts_with("servi")) &&
            (numbers_of(own) & number::plural) == 0 && !object_follows(text_, chunks_, i_) && !question_before()) {
            const std::size_t after = i_ + 1;
            const bool ends = after >= text_.size() || text_[after].boundary != Boundary::none;
            // celui qui nous a servi ne savait pas: no « servi du café », « servi de guide »
            const bool served = text_.lower(i_).starts_with("servi") &&
                                (ends || is_ne(text_, after) || only_finite(text_, after) ||
                                 text_.only(after, PartOfSpeech::adverb) || text_.is(after, word("avec")));
            bool direct = true;
            for (const Analysis& reading : text_.readings(i_)) {
                direct = direct && (reading.features.verb & language::verb::transitive) != 0 &&
                         (reading.features.verb & language::verb::indirect) == 0;
            }
            if (direct || served || has_direct_person(text_, i_)) {
                report(agreement_set(gender::any, number::plural),
                       "Le participe " + participle + " s'accorde avec « nous », placé avant lui.",
                       "participle-object");
            }
            return;
        }
        // nous a apporté de l'eau
        const bool some = text_.is(i_ + 1, word("de")) && text_.is_any(i_ + 2, {word("l'"), word("la")}) &&
                          same_sentence(text_, i_, i_ + 2) && brings(text_, i_);
        if ((some || object_follows(text_, chunks_, i_) || numeral_object_follows(text_, chunks_, i_)) &&
            (own & masculine_singular) == 0 && dative && !question_before()) {
            report(masculine_singular, "Le complément d'objet suit : le participe " + participle + " reste invariable.",
                   "participle-avoir");
        }
        return;
    }
    // avoir crainte, prise, partie: nouns
    for (const std::string_view noun : {"prise", "crainte", "partie", "vue", "suite", "mise"}) {
        if (text_.lower(i_) == noun) return;
    }
    if ((own & masculine_singular) != 0 || group_.en != npos || question_before()) return;
    report(masculine_singular,
           "Avec l'auxiliaire avoir, le participe " + participle + " ne s'accorde pas avec le sujet.",
           "participle-avoir");
}

void check_participles_avoir(Checker& checker) {
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        const ChunkKind kind = checker.chunks()[k].kind;
        if (kind != ChunkKind::verb && kind != ChunkKind::infinitive) continue;
        const VerbGroup group = verb_group(checker.text(), checker.chunks(), k);
        if (group.is_avoir && checker.text().only(group.head, PartOfSpeech::verb)) AvoirRule(checker, group).run();
    }
}

}  // namespace relis::grammar
