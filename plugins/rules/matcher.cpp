#include "matcher.h"

#include <algorithm>

namespace relis::rules {
namespace {

using grammar::Analysis;
using language::Features;
using language::PartOfSpeech;
namespace gender = language::gender;
namespace number = language::number;
namespace person = language::person;

constexpr std::uint8_t singular_persons = person::first_singular | person::second_singular | person::third_singular;
constexpr std::uint8_t plural_persons = person::first_plural | person::second_plural | person::third_plural;

/// Whether a sorted list has the word.
bool has(std::span<const WordKey> words, WordKey word) {
    return std::binary_search(words.begin(), words.end(), word);
}

std::uint8_t numbers_of(const Features& features) {
    if (features.persons == 0) return features.numbers;
    std::uint8_t result = 0;
    if ((features.persons & singular_persons) != 0) result |= number::singular;
    if ((features.persons & plural_persons) != 0) result |= number::plural;
    return result;
}

AgreementSet agreement_of(const Features& features) {
    const std::uint8_t genders = features.genders == 0 ? gender::any : features.genders;
    std::uint8_t numbers = numbers_of(features);
    if (numbers == 0) numbers = number::any;
    const auto of_number = [&](std::uint8_t one) { return (numbers & one) != 0 ? genders : 0U; };
    return static_cast<AgreementSet>(of_number(number::singular) | of_number(number::plural) << 2U);
}

}  // namespace

bool Matcher::at(std::size_t anchor) {
    sentence_ = text_.text().sentences()[text_[anchor].sentence];
    if (!pattern_.anchor_is_sure) return right(pattern_.anchor, anchor);
    taken_[pattern_.anchor] = anchor;
    return right(pattern_.anchor + 1U, anchor + 1);
}

bool Matcher::in_sentence(std::size_t token) const {
    return token >= sentence_.first_token && token < sentence_.last_token;
}

bool Matcher::may_skip(std::size_t token) const {
    return in_sentence(token) && text_[token].boundary != grammar::Boundary::strong;
}

bool Matcher::right(std::size_t element, std::size_t token) {
    if (element == elements_.size()) {
        const std::size_t anchor = taken_[pattern_.anchor];
        return left(pattern_.anchor, anchor);
    }
    const Element& wanted = elements_[element];
    switch (wanted.kind) {
        case Element::Kind::sentence_start:
            return in_sentence(token) && text_.token(token).first_of_sentence && right(element + 1, token);
        case Element::Kind::sentence_end:
            return (!in_sentence(token) ||
                    (text_[token].boundary == grammar::Boundary::strong && !in_sentence(token + 1))) &&
                   right(element + 1, token);
        case Element::Kind::gap:
            for (std::size_t skipped = 0;; ++skipped) {
                if (right(element + 1, token + skipped)) return true;
                if (skipped == wanted.gap || !may_skip(token + skipped)) return false;
            }
        case Element::Kind::token:
            break;
    }
    if (in_sentence(token) && accepts(wanted, token)) {
        taken_[element] = token;
        if (right(element + 1, token + 1)) return true;
        taken_[element] = no_token;
    }
    return wanted.optional && right(element + 1, token);
}

/// Matches the elements before `element`, the last of them right before `token`.
bool Matcher::left(std::size_t element, std::size_t token) {
    if (element == 0) return agrees();
    const Element& wanted = elements_[element - 1];
    switch (wanted.kind) {
        case Element::Kind::sentence_start:
            return text_.token(token).first_of_sentence && left(element - 1, token);
        case Element::Kind::sentence_end:
            return false;
        case Element::Kind::gap:
            for (std::size_t skipped = 0;; ++skipped) {
                if (left(element - 1, token - skipped)) return true;
                if (skipped == wanted.gap || !may_skip(token - skipped - 1)) return false;
            }
        case Element::Kind::token:
            break;
    }
    if (token > 0 && in_sentence(token - 1) && accepts(wanted, token - 1)) {
        taken_[element - 1] = token - 1;
        if (left(element - 1, token - 1)) return true;
        taken_[element - 1] = no_token;
    }
    return wanted.optional && left(element - 1, token);
}

bool Matcher::is_of(const WordClass& wanted, const Analysis& reading) const {
    const Features& have = reading.features;
    if ((wanted.parts & grammar::part(have.part)) == 0) return false;
    if (have.part == PartOfSpeech::verb && (have.tenses & wanted.tenses) == 0) return false;
    if (wanted.genders != 0 && (have.genders & wanted.genders) == 0) return false;
    if (wanted.numbers != 0 && (numbers_of(have) & wanted.numbers) == 0) return false;
    if (wanted.persons != 0 && (have.persons & wanted.persons) == 0) return false;
    return !wanted.wants_lemma || has(rules_.patterns().lemmas_of(wanted), rules_.vocabulary().lemma(reading.lemma));
}

bool Matcher::accepts(const Element& element, std::size_t token) const {
    const auto conditions = rules_.patterns().conditions_of(element);
    return std::all_of(conditions.begin(), conditions.end(),
                       [&](const Condition& condition) { return accepts(condition, token) != condition.negated; });
}

bool Matcher::accepts(const Condition& condition, std::size_t token) const {
    if (condition.anything) return true;
    if (!condition.signature.meets(words_.signature(token))) return false;
    const auto words = rules_.patterns().words_of(condition);
    const auto own = words_.of(token);
    if (std::any_of(own.begin(), own.end(), [&](WordKey word) { return has(words, word); })) return true;
    const auto classes = rules_.patterns().classes_of(condition);
    return std::any_of(classes.begin(), classes.end(),
                       [&](const WordClass& word_class) { return accepts(word_class, token); });
}

bool Matcher::accepts(const WordClass& word_class, std::size_t token) const {
    const grammar::Word& word = text_[token];
    if (word_class.kind == WordClass::Kind::unknown) return word.unknown;
    if (word_class.kind == WordClass::Kind::word) {
        const language::TokenKind kind = text_.token(token).kind;
        return kind == language::TokenKind::word || kind == language::TokenKind::elided;
    }
    if (word_class.kind == WordClass::Kind::lower_case) {
        return text_.token(token).letter_case == language::LetterCase::lower;
    }
    if (word_class.kind == WordClass::Kind::capital) {
        return text_.token(token).letter_case == language::LetterCase::initial_capital &&
               !text_.token(token).first_of_sentence;
    }
    if (word.unknown || (word.parts & word_class.parts) == 0) return false;
    const auto readings = text_.readings(token);
    const auto fits = [&](const Analysis& reading) { return is_of(word_class, reading); };
    return word_class.certain ? !readings.empty() && std::all_of(readings.begin(), readings.end(), fits)
                              : std::any_of(readings.begin(), readings.end(), fits);
}

AgreementSet Matcher::agreement_of(std::size_t element) const {
    const std::size_t token = taken_[element];
    if (token == no_token) return 0;
    AgreementSet result = 0;
    const auto conditions = rules_.patterns().conditions_of(elements_[element]);
    for (const Analysis& reading : text_.readings(token)) {
        const bool meant = std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
            const auto classes = rules_.patterns().classes_of(condition);
            return condition.negated || classes.empty() ||
                   std::any_of(classes.begin(), classes.end(),
                               [&](const WordClass& word_class) { return is_of(word_class, reading); });
        });
        if (meant) result |= rules::agreement_of(reading.features);
    }
    return result;
}

AgreementSet Matcher::agreement(char variable) const {
    AgreementSet result = 0xF;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        const Element& element = elements_[i];
        if (element.variable == variable && !element.disagrees && taken_[i] != no_token) result &= agreement_of(i);
    }
    return result;
}

bool Matcher::agrees() const {
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        const Element& element = elements_[i];
        if (element.variable == 0 || taken_[i] == no_token) continue;
        const AgreementSet shared = agreement(element.variable);
        if (shared == 0) return false;
        if (element.disagrees && (shared & agreement_of(i)) != 0) return false;
    }
    return true;
}

std::size_t Matcher::first_marked() const {
    return taken_[pattern_.mark_first];
}

std::size_t Matcher::last_marked() const {
    std::size_t last = first_marked();
    for (std::size_t i = pattern_.mark_first; i < pattern_.mark_last; ++i) {
        if (taken_[i] != no_token) last = taken_[i];
    }
    return last;
}

std::size_t Matcher::token_of(std::size_t element) const {
    if (element == 0) return first_marked();
    return element <= elements_.size() ? taken_[element - 1] : no_token;
}

}  // namespace relis::rules
