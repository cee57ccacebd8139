// The reading of a text: for every token all analyses, of which context has removed the impossible ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/closed_words.h"
#include "language/lexicon.h"
#include "language/reading.h"
#include "language/text.h"

namespace relis::grammar {

using language::Analysis;
using language::Features;
using language::LemmaId;
using language::PartOfSpeech;

/// A set of parts of speech: one bit each.
using Parts = std::uint16_t;
constexpr Parts part(PartOfSpeech p) {
    return static_cast<Parts>(1U << static_cast<unsigned>(p));
}

/// Classes of lemmas that rules name (lemma_classes.cpp lists their members).
namespace lemma_class {
inline constexpr std::uint32_t etre = 1U << 0U;
inline constexpr std::uint32_t avoir = 1U << 1U;
inline constexpr std::uint32_t modal = 1U << 2U;   ///< takes a bare infinitive, never a participle: pouvoir, devoir…
inline constexpr std::uint32_t motion = 1U << 3U;  ///< aller, venir, partir… : an infinitive of purpose may follow
inline constexpr std::uint32_t causative = 1U << 4U;  ///< faire, laisser, voir, entendre… : an infinitive may follow
inline constexpr std::uint32_t copula = 1U << 5U;     ///< être, sembler, devenir, rester… : an attribute may follow
inline constexpr std::uint32_t dative = 1U << 6U;     ///< me, te, nous, vous, se before it are mostly indirect objects
inline constexpr std::uint32_t etre_perfect = 1U << 7U;  ///< builds its perfect with être: aller, venir, tomber…
inline constexpr std::uint32_t wants_subjunctive =
    1U << 8U;  ///< verb whose que clause takes the subjunctive: vouloir, exiger…
inline constexpr std::uint32_t quantity =
    1U << 9U;  ///< noun that may count for its complement: majorité, nombre, dizaine…
inline constexpr std::uint32_t time =
    1U << 10U;  ///< noun that may stand alone as an adverb: jour, fois, minute, matin…
inline constexpr std::uint32_t invariable_colour = 1U << 11U;  ///< orange, marron, crème…
inline constexpr std::uint32_t colour = 1U << 12U;
inline constexpr std::uint32_t adverbial_adjective = 1U
                                                     << 13U;  ///< cher, fort, haut, bas… : invariable after some verbs
inline constexpr std::uint32_t before_noun = 1U << 14U;  ///< adjective that mostly stands before the noun: petit, beau…
inline constexpr std::uint32_t attributive_noun =
    1U << 15U;  ///< noun used after another without agreeing: clé, client, arrière…
inline constexpr std::uint32_t faire = 1U << 16U;
inline constexpr std::uint32_t impersonal = 1U << 17U;     ///< falloir, s'agir, pleuvoir…
inline constexpr std::uint32_t degree_adverb = 1U << 18U;  ///< très, trop, assez, fort… : stands before an adjective
inline constexpr std::uint32_t speech =
    1U << 19U;  ///< dire, demander, répondre… : may stand before its subject after a quotation
inline constexpr std::uint32_t any_gender_person =
    1U << 20U;  ///< noun that names a man or a woman whatever its gender form
inline constexpr std::uint32_t month = 1U << 21U;
inline constexpr std::uint32_t takes_infinitive =
    1U << 22U;  ///< a bare infinitive may follow, beside what else may: aimer, sembler, faillir…
inline constexpr std::uint32_t wants_indicative =
    1U << 23U;  ///< verb of saying or knowing, whose que clause states a fact: savoir, affirmer, espérer…
}  // namespace lemma_class

/// What a word is or can be with its remaining readings (word_traits.cpp), worked out once since every check asks.
namespace trait {
inline constexpr std::uint32_t finite = 1U << 0U;          ///< some reading is a finite verb
inline constexpr std::uint32_t participle = 1U << 1U;      ///< some reading is a past participle
inline constexpr std::uint32_t infinitive = 1U << 2U;      ///< some reading is an infinitive
inline constexpr std::uint32_t only_finite = 1U << 3U;     ///< every reading is a finite or imperative verb
inline constexpr std::uint32_t only_qualifier = 1U << 4U;  ///< every reading is an adjective or past participle
inline constexpr std::uint32_t adjectival = 1U << 5U;      ///< adjective or participle, perhaps a noun too
inline constexpr std::uint32_t clitic = 1U << 6U;          ///< me, te, se, le, lui, y, en… before their verb
inline constexpr std::uint32_t ne = 1U << 7U;
inline constexpr std::uint32_t sure_subject = 1U << 8U;   ///< je, tu, il, ils, on: always a subject
inline constexpr std::uint32_t subject = 1U << 9U;        ///< these, elle, elles, nous, vous
inline constexpr std::uint32_t inner_adverb = 1U << 10U;  ///< may stand between an auxiliary and its participle
inline constexpr std::uint32_t determiner = 1U << 11U;    ///< may be one; de and d' are none
}  // namespace trait

/// What stands between clauses.
enum class Boundary : std::uint8_t {
    none,
    comma,   ///< may enclose an insertion or end a clause
    strong,  ///< ends every group: ; : . ! ? quotes, parentheses, dashes
};

/// A number below `fingerprints` made of a form's length and some of its letters: different forms mostly differ in it.
inline constexpr std::size_t fingerprints = 1024;
[[nodiscard]] constexpr std::uint16_t fingerprint(std::string_view form) {
    if (form.empty()) return 0;
    const auto letter = [&](std::size_t i) { return std::size_t{static_cast<unsigned char>(form[i])}; };
    const std::size_t mixed =
        form.size() * 37 + letter(0) * 5 + letter(form.size() - 1) * 59 + letter(form.size() / 2) * 113;
    return static_cast<std::uint16_t>((mixed ^ mixed >> 7U) % fingerprints);
}

/// One token as read. Index i of the reading is index i of Text::tokens().
struct Word {
    std::uint32_t first_reading = 0;  ///< into the pool of readings
    std::uint16_t reading_count = 0;
    Parts parts = 0;      ///< union of the remaining readings' parts of speech
    WordId id = no_word;  ///< closed-class word or mark; of an enclitic, the pronoun it stands for
    Boundary boundary = Boundary::none;
    bool enclitic = false;           ///< -il, -t-elle, -y: after its verb
    bool unknown = false;            ///< not in the lexicon: its readings leave everything open
    bool capital = false;            ///< capitalised although it does not begin its sentence
    std::uint16_t fingerprint = 0;   ///< of the form in lower case
    std::uint8_t phrase = 0;         ///< tokens of the adverb phrase that begins here: 3 of « tout à fait »
    std::uint8_t persons = 0;        ///< union of the remaining readings' persons
    std::uint16_t tenses = 0;        ///< union of their tenses
    std::uint32_t traits = 0;        ///< set of trait::
    std::uint32_t verb_classes = 0;  ///< union of the classes (lemma_class) of their verbs
    std::uint32_t sentence = 0;      ///< index into Text::sentences()
    std::string_view lower;          ///< the form in lower case
};

class Reader;
class ContextRules;
class WordMemory;
class WordMemories;

/// A text with its readings. Movable; safe to read from several threads.
/// An index past the end (also static_cast<std::size_t>(-1)) reads as a mark without readings, so that rules may look
/// beside a word without asking where the text ends.
/// The Text and the Lexicon it was read with must outlive it.
class ReadText {
  public:
    [[nodiscard]] const language::Text& text() const { return *text_; }
    /// The same words with all their analyses, as the lexicon has them.
    [[nodiscard]] const language::Reading& looked_up() const { return looked_up_; }
    [[nodiscard]] const Reader& reader() const { return *reader_; }
    [[nodiscard]] std::size_t size() const { return words_.size() - 1; }
    [[nodiscard]] const Word& operator[](std::size_t i) const { return i < words_.size() ? words_[i] : words_.back(); }
    [[nodiscard]] const language::Token& token(std::size_t i) const {
        return i < text_->tokens().size() ? text_->tokens()[i] : after_end_;
    }

    /// The remaining readings of a token. Never empty for a word of the lexicon; empty for marks.
    [[nodiscard]] std::span<const Analysis> readings(std::size_t i) const {
        const Word& entry = (*this)[i];
        return {readings_.data() + entry.first_reading, entry.reading_count};
    }
    /// The form in lower case.
    [[nodiscard]] std::string_view lower(std::size_t i) const { return (*this)[i].lower; }

    [[nodiscard]] bool is(std::size_t i, WordId id) const { return (*this)[i].id == id; }
    [[nodiscard]] bool is_any(std::size_t i, std::initializer_list<WordId> ids) const {
        const WordId own = (*this)[i].id;
        if (own == no_word) return false;
        for (const WordId id : ids) {
            if (id == own) return true;
        }
        return false;
    }
    /// True when a remaining reading is of one of these parts of speech.
    [[nodiscard]] bool can(std::size_t i, Parts parts) const { return ((*this)[i].parts & parts) != 0; }
    [[nodiscard]] bool can(std::size_t i, PartOfSpeech p) const { return can(i, part(p)); }
    /// True when every remaining reading is of these parts of speech, and there is one.
    [[nodiscard]] bool only(std::size_t i, Parts parts) const {
        const Parts own = (*this)[i].parts;
        return own != 0 && (own & ~parts) == 0;
    }
    [[nodiscard]] bool only(std::size_t i, PartOfSpeech p) const { return only(i, part(p)); }
    /// True when the word has all of these traits.
    [[nodiscard]] bool has(std::size_t i, std::uint32_t traits) const { return ((*this)[i].traits & traits) == traits; }
    /// Union of the tenses of the remaining verb readings.
    [[nodiscard]] std::uint16_t tenses(std::size_t i) const { return (*this)[i].tenses; }
    /// Union of the persons of the remaining readings.
    [[nodiscard]] std::uint8_t persons(std::size_t i) const { return (*this)[i].persons; }
    /// Union of the classes (lemma_class) of the remaining readings' lemmas, of these parts of speech.
    [[nodiscard]] std::uint32_t classes(std::size_t i, Parts parts) const {
        const Word& entry = (*this)[i];
        if ((entry.parts & parts) == 0 || entry.unknown) return 0;
        return parts == part(PartOfSpeech::verb) ? entry.verb_classes : classes_of_readings(i, parts);
    }
    /// All analyses that the lexicon has of the form in lower case, whatever context says; none of an enclitic.
    [[nodiscard]] language::Analyses all_analyses(std::size_t i) const;

  private:
    friend class Reader;
    friend class ContextRules;
    ReadText(const Reader& reader, const language::Text& text, language::FormMemory& memory);
    [[nodiscard]] std::uint32_t classes_of_readings(std::size_t i, Parts parts) const;
    /// Works out what the word's remaining readings make it. To be called whenever they change.
    void describe(Word& entry) const;

    const language::Text* text_;
    const Reader* reader_;
    language::Reading looked_up_;
    std::vector<Word> words_;  ///< one more than tokens: the last stands for what is past the end
    language::Token after_end_;
    std::vector<Analysis> readings_;
};

/// Reads texts with one lexicon. Immutable once built (about a millisecond), may be shared between threads.
class Reader {
  public:
    explicit Reader(std::shared_ptr<const language::Lexicon> lexicon);

    [[nodiscard]] const language::Lexicon& lexicon() const { return *lexicon_; }

    /// Looks every token up and removes the analyses that its context rules out, never the last one.
    /// Linear in the length of the text. The Reader must outlive the result.
    [[nodiscard]] ReadText read(const language::Text& text) const;

    /// Classes (lemma_class) of a lemma; 0 for most.
    [[nodiscard]] std::uint32_t classes(LemmaId lemma) const {
        return (classified_[lemma / 64] >> lemma % 64U & 1U) != 0 ? classes_[lemma] : 0;
    }

  private:
    void read_words(ReadText& reading, WordMemory& memory) const;
    /// Reads token i from the memory if it is there: a word in lower case, perhaps but for its first letter.
    [[nodiscard]] static bool recall(ReadText& reading, std::size_t i, WordMemory& memory);
    void remember(const ReadText& reading, std::size_t i, WordMemory& memory) const;
    void read_word(ReadText& reading, std::size_t i) const;
    void add_word(ReadText& reading, std::size_t i, std::string_view lower) const;
    void add_unknown(ReadText& reading, Word& entry, const language::Token& token) const;
    void add_numeral(ReadText& reading, Word& entry, const language::Token& token) const;

    std::shared_ptr<const language::Lexicon> lexicon_;
    std::vector<std::uint32_t> classes_;     ///< by LemmaId
    std::vector<std::uint64_t> classified_;  ///< one bit a LemmaId: some class; small enough to stay at hand
    std::vector<std::uint8_t> rare_;         ///< one bit a FormId: the form has a reading that texts do not mean
    std::shared_ptr<WordMemories> memories_;
};

}  // namespace relis::grammar
