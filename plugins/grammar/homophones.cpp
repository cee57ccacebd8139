#include "homophones.h"

namespace relis::grammar {

void Homophones::confuse(std::string_view rule, std::size_t first, std::size_t last,
                         std::vector<std::string> suggestions) {
    std::string message = "Ne confondez pas " + checker_.quoted(first, last) + " et « " + suggestions.front() +
                          " » : ici, il faut sans doute « " + suggestions.front() + " ».";
    checker_.report(rule, first, last, std::move(message), std::move(suggestions));
}

bool Homophones::after_subject_pronoun(std::size_t i) const {
    const std::size_t p = before(i);
    if (p == npos) return false;
    if (is_sure_subject_pronoun(text_, p)) return true;
    if (!text_[p].enclitic && text_.is_any(p, {word("elle"), word("elles")})) {
        const std::size_t q = before(p);
        return q == npos || !text_.can(q, PartOfSpeech::preposition) || text_.is(q, word("que"));
    }
    return false;
}

bool Homophones::verb_begins(std::size_t i) const {
    if (!here(i)) return false;
    if (is_ne(text_, i)) return true;
    if (text_.only(i, PartOfSpeech::pronoun) && is_clitic(text_, i))
        return here(i + 1) && text_.can(i + 1, part(PartOfSpeech::verb) | part(PartOfSpeech::pronoun));
    return only_finite(text_, i);
}

bool Homophones::governed(std::size_t i) const {
    std::size_t k = chunks_.of_token(i);
    for (int steps = 0; steps < 10 && k > 0; ++steps) {
        --k;
        if (!same_sentence(text_, chunks_[k].first, i)) return false;
        switch (chunks_[k].kind) {
            case ChunkKind::verb:
            case ChunkKind::infinitive:
                return true;
            case ChunkKind::noun_group:
            case ChunkKind::preposition:
            case ChunkKind::adverb:
            case ChunkKind::participle:
                break;
            default:
                return false;
        }
    }
    return false;
}

Homophones::Waiting Homophones::waiting_subject(std::size_t i) const {
    Waiting result;
    std::size_t p = before(i);
    while (p != npos && (is_ne(text_, p) || (is_clitic(text_, p) && text_.only(p, PartOfSpeech::pronoun) &&
                                             !text_.is_any(p, {word("nous"), word("vous")}))))
        p = before(p);
    if (p == npos || text_[p].enclitic) return result;
    const auto pronoun = [&](std::uint8_t persons, AgreementSet set) {
        result.found = result.pronoun = true;
        result.persons = persons;
        result.agreement = set;
        return result;
    };
    const std::size_t q = before(p);
    if (text_.is_any(p, {word("je"), word("j'")})) return pronoun(person::first_singular, 5);
    if (text_.is(p, word("tu"))) return pronoun(person::second_singular, 5);
    if (text_.is(p, word("il"))) return pronoun(person::third_singular, 1);
    if (text_.is(p, word("on"))) return pronoun(person::third_singular, any_agreement);
    if (text_.is(p, word("ils"))) return pronoun(person::third_plural, 2);
    const bool object = q != npos && (text_.can(q, PartOfSpeech::preposition) || text_.only(q, PartOfSpeech::verb));
    if (!object && text_.is(p, word("elle"))) return pronoun(person::third_singular, 4);
    if (!object && text_.is(p, word("elles"))) return pronoun(person::third_plural, 8);
    if (!object && text_.is_any(p, {word("ça"), word("cela"), word("ceci"), word("c'")}))
        return pronoun(person::third_singular, 1);
    const std::size_t k = chunks_.of_token(p);
    if (text_.is(p, word("qui"))) {
        if (object && !text_.only(q, PartOfSpeech::verb)) return result;
        const Subject antecedent = find_antecedent(text_, chunks_, k);
        return pronoun(antecedent.found && antecedent.persons != 0
                           ? antecedent.persons
                           : static_cast<std::uint8_t>(person::third_singular | person::third_plural),
                       antecedent.found ? antecedent.agreement : any_agreement);
    }
    if (chunks_[k].kind == ChunkKind::noun_group && chunks_[k].last != p) return result;
    // the first group of the clause leads; complements may follow it
    std::size_t lead = npos;
    for (std::size_t c = k + 1; c > 0 && same_sentence(text_, chunks_[c - 1].first, i) && k + 1 - c < 9;) {
        --c;
        const ChunkKind kind = chunks_[c].kind;
        if (kind == ChunkKind::noun_group || kind == ChunkKind::preposition) {
            lead = c;
        } else if (kind == ChunkKind::comma || kind == ChunkKind::strong || kind == ChunkKind::subordinator ||
                   kind == ChunkKind::coordination || kind == ChunkKind::relative) {
            if (kind == ChunkKind::relative && text_.is(chunks_[c].first, word("qui"))) return result;
            break;
        } else if (kind != ChunkKind::adverb && kind != ChunkKind::participle) {
            return result;
        }
    }
    if (lead == npos || chunks_[lead].kind != ChunkKind::noun_group) return result;
    const Chunk& group = chunks_[lead];
    const bool named = text_.can(group.head, PartOfSpeech::proper_noun) && text_[group.head].capital;
    const bool stands = text_.is_any(
        group.head, {word("tout"), word("rien"), word("personne"), word("chacun"), word("chacune"), word("tous"),
                     word("toutes"), word("celui-ci"), word("celle-ci"), word("ceux-ci"), word("celles-ci"),
                     word("celui-là"), word("celle-là"), word("ceux-là"), word("celles-là")});
    if (!group.determined && !named && !stands) return result;
    if (text_.is_any(group.first, {word("du"), word("des"), word("au"), word("aux"), word("de"), word("d'")}) &&
        !text_.is(group.first, word("des")))
        return result;
    result.found = true;
    result.persons = group.persons != 0 ? group.persons : static_cast<std::uint8_t>(person::third_singular);
    if (stands) {
        const bool plural = text_.is_any(group.head, {word("tous"), word("toutes"), word("ceux-ci"), word("celles-ci"),
                                                      word("ceux-là"), word("celles-là")});
        result.persons = plural ? person::third_plural : person::third_singular;
    }
    result.agreement = agreement_set(group.genders, group.numbers);
    return result;
}

std::size_t Homophones::verb_after(std::size_t i) const {
    for (std::size_t k = i + 1; here(k) && k < i + 25; ++k) {
        const ChunkKind kind = chunks_[chunks_.of_token(k)].kind;
        if (kind == ChunkKind::relative || kind == ChunkKind::subordinator || kind == ChunkKind::coordination)
            return npos;
        if (kind == ChunkKind::verb && chunks_[chunks_.of_token(k)].head == k && can_be_finite(text_, k)) return k;
    }
    return npos;
}

bool Homophones::second_verb(std::size_t i) const {
    std::size_t k = chunks_.of_token(i);
    for (int steps = 0; steps < 10 && k > 0; ++steps) {
        --k;
        if (!same_sentence(text_, chunks_[k].first, i)) return false;
        switch (chunks_[k].kind) {
            case ChunkKind::verb: {
                // the verb of a relative clause does not count: la dame qui attend a payé
                for (std::size_t c = k; c > 0 && same_sentence(text_, chunks_[c - 1].first, i); --c) {
                    const ChunkKind kind = chunks_[c - 1].kind;
                    if (kind == ChunkKind::relative || kind == ChunkKind::subordinator) return false;
                    if (kind == ChunkKind::strong) break;
                }
                return can_be_finite(text_, chunks_[k].head);
            }
            case ChunkKind::infinitive:
            case ChunkKind::noun_group:
            case ChunkKind::preposition:
            case ChunkKind::adverb:
            case ChunkKind::participle:
                break;
            default:
                return false;
        }
    }
    return false;
}

bool Homophones::could_be_finite(std::size_t i, std::uint8_t persons) const {
    if (!here(i)) return false;
    for (const Analysis& analysis : text_.all_analyses(i)) {
        if (is_finite(analysis.features) && (analysis.features.persons & persons) != 0) return true;
    }
    return false;
}

bool Homophones::could_be_participle(std::size_t i) const {
    if (!here(i)) return false;
    for (const Analysis& analysis : text_.all_analyses(i)) {
        if (is_past_participle(analysis.features)) return true;
    }
    return false;
}

bool Homophones::could_be_noun(std::size_t i) const {
    return here(i) && text_.all_analyses(i).any(PartOfSpeech::noun);
}

bool Homophones::determiner_at(std::size_t i) const {
    return here(i) &&
           (text_.only(i, part(PartOfSpeech::determiner) | part(PartOfSpeech::preposition)) ||
            text_.is_any(i, {word("le"), word("la"), word("les"), word("l'"), word("un"), word("une")})) &&
           text_.can(i, PartOfSpeech::determiner) && !text_.is_any(i, {word("de"), word("d'")});
}

}  // namespace relis::grammar
