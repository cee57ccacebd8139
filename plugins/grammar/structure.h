// Small questions about a reading that context rules and checks share: clitics, adverbs, what a word can be.
#pragma once

#include <cstddef>
#include <optional>

#include "grammar/reading.h"

namespace relis::grammar {

namespace tense = language::tense;
namespace person = language::person;
namespace gender = language::gender;
namespace number = language::number;
namespace role = language::role;

/// No token.
inline constexpr std::size_t npos = static_cast<std::size_t>(-1);

inline constexpr Parts nominal_parts = part(PartOfSpeech::noun) | part(PartOfSpeech::adjective) |
                                       part(PartOfSpeech::proper_noun) | part(PartOfSpeech::numeral) |
                                       part(PartOfSpeech::title);

/// Readings.
[[nodiscard]] constexpr bool is_finite(const Features& f) {
    return (f.tenses & tense::personal) != 0;
}
[[nodiscard]] constexpr bool is_past_participle(const Features& f) {
    return (f.tenses & tense::past_participle) != 0;
}
[[nodiscard]] constexpr bool is_infinitive(const Features& f) {
    return (f.tenses & tense::infinitive) != 0;
}
/// Adjective or participle used as one.
[[nodiscard]] constexpr bool is_qualifier(const Features& f) {
    return f.part == PartOfSpeech::adjective || is_past_participle(f);
}

[[nodiscard]] inline bool can_be_finite(const ReadText& text, std::size_t i) {
    return text.has(i, trait::finite);
}
[[nodiscard]] inline bool can_be_participle(const ReadText& text, std::size_t i) {
    return text.has(i, trait::participle);
}
[[nodiscard]] inline bool can_be_infinitive(const ReadText& text, std::size_t i) {
    return text.has(i, trait::infinitive);
}
/// True when every remaining reading is a finite or imperative verb.
[[nodiscard]] inline bool only_finite(const ReadText& text, std::size_t i) {
    return text.has(i, trait::only_finite);
}
/// Readings only as adjective or past participle.
[[nodiscard]] inline bool only_qualifier(const ReadText& text, std::size_t i) {
    return text.has(i, trait::only_qualifier);
}

/// Adjective or participle, perhaps a noun too (gentil, voisin), and nothing else.
[[nodiscard]] inline bool adjectival(const ReadText& text, std::size_t i) {
    return text.has(i, trait::adjectival);
}

/// me, te, se, le, la, les, lui, leur, y, en, nous, vous before their verb (not -le, -moi).
[[nodiscard]] inline bool is_clitic(const ReadText& text, std::size_t i) {
    return text.has(i, trait::clitic);
}
/// ne, n'
[[nodiscard]] inline bool is_ne(const ReadText& text, std::size_t i) {
    return text.has(i, trait::ne);
}
/// je, j', tu, il, ils, on: always a subject. elle, elles, nous, vous may be something else.
[[nodiscard]] inline bool is_sure_subject_pronoun(const ReadText& text, std::size_t i) {
    return text.has(i, trait::sure_subject);
}
[[nodiscard]] inline bool is_subject_pronoun(const ReadText& text, std::size_t i) {
    return text.has(i, trait::subject);
}
/// Adverb, negation or quantity that may stand between an auxiliary and its participle, or before an adjective.
[[nodiscard]] inline bool is_inner_adverb(const ReadText& text, std::size_t i) {
    return text.has(i, trait::inner_adverb);
}
/// Both tokens stand in one sentence with no mark between them: i < next, next == i + 1 in most calls.
[[nodiscard]] inline bool same_sentence(const ReadText& text, std::size_t i, std::size_t j) {
    return j < text.size() && i < text.size() && text[i].sentence == text[j].sentence;
}

/// First token from i on that is no inner adverb, or npos at a boundary.
[[nodiscard]] std::size_t skip_adverbs(const ReadText& text, std::size_t i);

/// The verb is a form of être / avoir (any remaining verb reading of that lemma).
[[nodiscard]] inline bool is_form_of(const ReadText& text, std::size_t i, std::uint32_t lemma_classes) {
    return (text.classes(i, part(PartOfSpeech::verb)) & lemma_classes) != 0;
}

}  // namespace relis::grammar
