// The grammatical analysis of a French form: what the lexicon knows about one way to read it.
#pragma once

#include <cstdint>

namespace relis::language {

/// Part of speech, as the dictionary gives it.
enum class PartOfSpeech : std::uint8_t {
    other,
    noun,
    proper_noun,
    adjective,
    verb,
    adverb,
    determiner,
    pronoun,
    preposition,
    conjunction,
    interjection,
    numeral,
    title,
    affix,
    symbol,
};

/// Genders, numbers, persons and tenses are sets (bit masks), so that agreement is the intersection
/// of two sets and an epicene or invariable form needs one analysis only. A set of 0 means that the
/// feature does not apply.
namespace gender {
inline constexpr std::uint8_t masculine = 1;
inline constexpr std::uint8_t feminine = 2;
inline constexpr std::uint8_t any = 3;
}  // namespace gender

namespace number {
inline constexpr std::uint8_t singular = 1;
inline constexpr std::uint8_t plural = 2;
inline constexpr std::uint8_t any = 3;
}  // namespace number

namespace person {
inline constexpr std::uint8_t first_singular = 1;
inline constexpr std::uint8_t second_singular = 2;
inline constexpr std::uint8_t third_singular = 4;
inline constexpr std::uint8_t first_plural = 8;
inline constexpr std::uint8_t second_plural = 16;
inline constexpr std::uint8_t third_plural = 32;
}  // namespace person

namespace tense {
inline constexpr std::uint16_t infinitive = 1;
inline constexpr std::uint16_t present_participle = 2;
inline constexpr std::uint16_t past_participle = 4;
inline constexpr std::uint16_t present = 8;
inline constexpr std::uint16_t imperfect = 16;
inline constexpr std::uint16_t past_historic = 32;
inline constexpr std::uint16_t future = 64;
inline constexpr std::uint16_t conditional = 128;
inline constexpr std::uint16_t subjunctive_present = 256;
inline constexpr std::uint16_t subjunctive_imperfect = 512;
inline constexpr std::uint16_t imperative = 1024;
/// Tenses that have a subject: everything but infinitive, participles and imperative.
inline constexpr std::uint16_t personal =
    present | imperfect | past_historic | future | conditional | subjunctive_present | subjunctive_imperfect;
}  // namespace tense

/// Finer kinds of determiners, pronouns, conjunctions, prepositions, adverbs and names.
namespace role {
inline constexpr std::uint32_t possessive = 1U << 0U;
inline constexpr std::uint32_t demonstrative = 1U << 1U;
inline constexpr std::uint32_t indefinite = 1U << 2U;
inline constexpr std::uint32_t negative = 1U << 3U;
inline constexpr std::uint32_t interrogative = 1U << 4U;
inline constexpr std::uint32_t relative = 1U << 5U;
inline constexpr std::uint32_t subject = 1U << 6U;      ///< personal pronoun, subject
inline constexpr std::uint32_t object = 1U << 7U;       ///< personal pronoun, object
inline constexpr std::uint32_t before_verb = 1U << 8U;  ///< clitic that stands before the verb: le, lui, en, y, se
inline constexpr std::uint32_t adverbial = 1U << 9U;    ///< pronouns en and y
inline constexpr std::uint32_t coordinating = 1U << 10U;
inline constexpr std::uint32_t subordinating = 1U << 11U;
inline constexpr std::uint32_t contracted = 1U << 12U;         ///< preposition and article in one: au, des, du
inline constexpr std::uint32_t before_infinitive = 1U << 13U;  ///< preposition that may govern an infinitive
inline constexpr std::uint32_t ordinal = 1U << 14U;
inline constexpr std::uint32_t first_name = 1U << 15U;
inline constexpr std::uint32_t surname = 1U << 16U;
inline constexpr std::uint32_t part_of_phrase = 1U << 17U;  ///< listed for a set phrase it belongs to (bric, instar)
inline constexpr std::uint32_t inverted_only = 1U << 18U;   ///< only before -je: mangé-je, eussé-je
inline constexpr std::uint32_t brand = 1U << 19U;           ///< from our own list of brands and banners
}  // namespace role

/// How a verb is built, from the dictionary's code. Bits are absent where it says nothing.
namespace verb {
inline constexpr std::uint16_t copula = 1;  ///< être, devenir, rester…
inline constexpr std::uint16_t intransitive = 2;
inline constexpr std::uint16_t transitive = 4;          ///< takes a direct object
inline constexpr std::uint16_t indirect = 8;            ///< takes an indirect object
inline constexpr std::uint16_t pronominal = 16;         ///< may be pronominal
inline constexpr std::uint16_t always_pronominal = 32;  ///< s'évanouir, se souvenir
inline constexpr std::uint16_t impersonal = 64;
inline constexpr std::uint16_t auxiliary_etre = 128;
inline constexpr std::uint16_t auxiliary_avoir = 256;
}  // namespace verb

/// Everything but the lemma. Plain data, stored as such in the compiled lexicon.
struct Features {
    PartOfSpeech part = PartOfSpeech::other;
    std::uint8_t genders = 0;     ///< set of gender::
    std::uint8_t numbers = 0;     ///< set of number::
    std::uint8_t persons = 0;     ///< set of person::
    std::uint32_t roles = 0;      ///< set of role::
    std::uint16_t tenses = 0;     ///< set of tense::, verbs only
    std::uint16_t verb = 0;       ///< set of verb::, verbs only
    std::uint8_t verb_group = 0;  ///< 1 to 3, 0 for être and avoir; verbs only
    std::uint8_t reserved[3] = {0, 0, 0};

    friend bool operator==(const Features&, const Features&) = default;

    [[nodiscard]] constexpr bool is(PartOfSpeech wanted) const { return part == wanted; }
    [[nodiscard]] constexpr bool has_role(std::uint32_t wanted) const { return (roles & wanted) != 0; }
    [[nodiscard]] constexpr bool has_tense(std::uint16_t wanted) const { return (tenses & wanted) != 0; }
};
static_assert(sizeof(Features) == 16);

/// Properties of a form whatever its analysis (Lexicon::flags).
namespace form_flag {
inline constexpr std::uint8_t aspirated = 1;    ///< begins with an aspirated h (or as one): no elision before it
inline constexpr std::uint8_t own = 2;          ///< comes from the project's own lists
inline constexpr std::uint8_t unit = 4;         ///< symbol whose letter case matters (kWh, Go)
inline constexpr std::uint8_t common = 8;       ///< a form of the everyday vocabulary
inline constexpr std::uint8_t no_suggest = 16;  ///< never offered as a suggestion
inline constexpr std::uint8_t classic = 32;     ///< spelt as before 1990, where 1990 has another spelling
inline constexpr std::uint8_t reformed = 64;    ///< spelt as of 1990, where the classic spelling is another
}  // namespace form_flag

}  // namespace relis::language
