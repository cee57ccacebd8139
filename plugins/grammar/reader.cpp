// Looks tokens up: readings of words, enclitics, figures and unknown words.
#include <algorithm>
#include <array>

#include "context_rules.h"
#include "grammar/reading.h"
#include "lemma_classes.h"
#include "phrases.h"
#include "word_memory.h"

namespace relis::grammar {
namespace {

using language::LetterCase;
using language::TokenKind;
namespace gender = language::gender;
namespace number = language::number;
using enum language::PartOfSpeech;

/// Readings that exist in the dictionary and that texts practically never mean.
struct RareReading {
    std::string_view form;
    Parts parts;
};
constexpr std::array rare_readings{RareReading{"a", part(noun)},
                                   RareReading{"à", part(noun)},
                                   RareReading{"y", part(noun)},
                                   RareReading{"c", part(noun)},
                                   RareReading{"est", part(noun)},
                                   RareReading{"la", part(noun)},
                                   RareReading{"leur", part(noun)},
                                   RareReading{"plus", part(verb) | part(noun)},
                                   RareReading{"mais", part(noun)},
                                   RareReading{"si", part(noun)},
                                   RareReading{"cela", part(verb)},
                                   RareReading{"vu", part(noun)},
                                   RareReading{"chose", part(verb)},
                                   RareReading{"choses", part(verb)},
                                   RareReading{"ne", part(pronoun)},
                                   RareReading{"n'", part(pronoun)},
                                   RareReading{"tout", part(noun)},
                                   RareReading{"as", part(noun)},
                                   RareReading{"car", part(noun)},
                                   RareReading{"or", part(noun)},
                                   RareReading{"son", part(noun)},
                                   RareReading{"ton", part(noun)},
                                   RareReading{"non", part(noun)},
                                   RareReading{"oui", part(noun)},
                                   RareReading{"mes", part(noun)},
                                   RareReading{"nos", part(noun)},
                                   RareReading{"sur", part(adjective)},
                                   RareReading{"sous", part(noun)},
                                   RareReading{"un", part(noun)},
                                   RareReading{"une", part(noun)},
                                   RareReading{"rien", part(noun)},
                                   RareReading{"pas", part(noun)},
                                   RareReading{"suis", part(noun)},
                                   RareReading{"sens", part(adverb)},
                                   RareReading{"table", part(verb)},
                                   RareReading{"tables", part(verb)},
                                   RareReading{"porte", part(adjective)},
                                   RareReading{"note", part(adjective)},
                                   RareReading{"ses", part(noun)},
                                   RareReading{"ouest", part(verb)},
                                   RareReading{"personnes", part(pronoun)},
                                   RareReading{"caisse", part(verb)},
                                   RareReading{"caisses", part(verb)},
                                   RareReading{"que", part(noun)},
                                   RareReading{"dans", part(noun)},
                                   RareReading{"moi", part(noun)},
                                   RareReading{"soi", part(noun)},
                                   RareReading{"en", part(noun)},
                                   RareReading{"te", part(noun)},
                                   RareReading{"tu", part(verb)},
                                   RareReading{"bien", part(adjective)},
                                   RareReading{"entre", part(noun)},
                                   RareReading{"dames", part(verb)},
                                   RareReading{"dame", part(verb)},
                                   RareReading{"dame", part(interjection)},
                                   RareReading{"client", part(adjective)},
                                   RareReading{"cliente", part(adjective)},
                                   RareReading{"clients", part(adjective)},
                                   RareReading{"clientes", part(adjective)},
                                   RareReading{"commerce", part(verb)},
                                   RareReading{"grille", part(verb)},
                                   RareReading{"nuit", part(verb)},
                                   RareReading{"jeune", part(verb)},
                                   RareReading{"jeunes", part(verb)},
                                   RareReading{"tous", part(noun)},
                                   RareReading{"quatre", part(noun)},
                                   RareReading{"deux", part(noun)},
                                   RareReading{"trois", part(noun)},
                                   RareReading{"on", part(noun)},
                                   RareReading{"dix", part(noun)},
                                   RareReading{"eu", part(noun)},
                                   RareReading{"eut", part(noun)},
                                   RareReading{"fut", part(noun)},
                                   RareReading{"pense", part(noun)},
                                   RareReading{"dont", part(noun)},
                                   RareReading{"du", part(noun)},
                                   RareReading{"leurs", part(noun)},
                                   RareReading{"arrière", part(verb)},
                                   RareReading{"pair", part(adjective)},
                                   RareReading{"être", part(noun)},
                                   RareReading{"président", part(verb)},
                                   RareReading{"car", part(noun)},
                                   RareReading{"étais", part(noun)},
                                   RareReading{"tombé", part(noun)},
                                   RareReading{"tombés", part(noun)},
                                   RareReading{"dû", part(noun)},
                                   RareReading{"aura", part(noun)},
                                   RareReading{"cent", part(noun)},
                                   RareReading{"mille", part(noun)},
                                   RareReading{"bien", part(noun)},
                                   RareReading{"mal", part(noun)},
                                   RareReading{"avoir", part(noun)},
                                   RareReading{"complètement", part(noun)}};

/// -t-il → il, -m'en → en, -ce → ce.
std::string_view enclitic_word(std::string_view lower) {
    while (!lower.empty() && (lower.front() == '-' || lower.front() == '\'')) lower.remove_prefix(1);
    if (lower.starts_with("t-") || lower.starts_with("t'") || lower.starts_with("m'") || lower.starts_with("l'")) {
        lower.remove_prefix(2);
    }
    return lower;
}

Boundary boundary_of(const language::Token& token, WordId id) {
    if (token.kind == TokenKind::emoticon) return Boundary::strong;
    if (token.kind == TokenKind::symbol) return token.form == "%" ? Boundary::none : Boundary::strong;
    if (token.kind != TokenKind::punctuation) return Boundary::none;
    if (id == word(",")) return Boundary::comma;
    return Boundary::strong;
}

Features any_feature(PartOfSpeech p) {
    Features features;
    features.part = p;
    features.genders = gender::any;
    features.numbers = number::any;
    return features;
}

void add(std::vector<Analysis>& pool, Word& word, const Analysis& analysis) {
    pool.push_back(analysis);
    ++word.reading_count;
    word.parts |= part(analysis.features.part);
}

/// le ton, l'est, un plus: after an article the rare noun is meant.
bool is_rare_noun_meant(const ReadText& text, std::size_t i) {
    if (i == 0) return false;
    const bool pas = text.is(i, word("pas"));
    if (!pas && text.lower(i) != "nuit" &&
        !text.is_any(i, {word("ton"), word("son"), word("est"), word("moi"), word("rien"), word("sens"), word("mal"),
                         word("non"), word("oui"), word("tout"), word("être")})) {
        return false;
    }
    return text.is_any(i - 1, {word("le"), word("un"), word("l'"), word("ce"), word("du"), word("au")}) ||
           (pas && text.is_any(i - 1, {word("mes"), word("tes"), word("ses"), word("nos"), word("vos"), word("leurs"),
                                       word("ces"), word("des"), word("mon"), word("son"), word("quelques")}));
}

bool is_rare(std::string_view form, Parts parts) {
    return std::any_of(rare_readings.begin(), rare_readings.end(),
                       [&](const RareReading& rare) { return (rare.parts & parts) != 0 && rare.form == form; });
}

}  // namespace

Reader::Reader(std::shared_ptr<const language::Lexicon> lexicon)
    : lexicon_(std::move(lexicon)),
      classes_(classify_lemmas(*lexicon_)),
      classified_(classes_.size() / 64 + 1),
      memories_(std::make_shared<WordMemories>(lexicon_)) {
    for (std::size_t lemma = 0; lemma < classes_.size(); ++lemma) {
        if (classes_[lemma] != 0) classified_[lemma / 64] |= std::uint64_t{1} << lemma % 64U;
    }
    rare_.resize((lexicon_->form_count() + 7) / 8);
    for (const RareReading& rare : rare_readings) {
        if (const auto form = lexicon_->find(rare.form)) {
            rare_[*form / 8] = static_cast<std::uint8_t>(rare_[*form / 8] | 1U << *form % 8);
        }
    }
}

ReadText::ReadText(const Reader& reader, const language::Text& text, language::FormMemory& memory)
    : text_(&text), reader_(&reader), looked_up_(reader.lexicon(), text, memory), words_(text.tokens().size() + 1) {
    words_.back().boundary = Boundary::strong;
    after_end_.kind = language::TokenKind::punctuation;
    readings_.reserve(words_.size() * 3);
}

ReadText Reader::read(const language::Text& text) const {
    std::unique_ptr<WordMemory> memory = memories_->take();
    ReadText reading(*this, text, memory->forms);
    read_words(reading, *memory);
    memories_->give_back(std::move(memory));
    for (std::size_t i = 0; i < reading.size(); ++i) {
        reading.words_[i].phrase = static_cast<std::uint8_t>(find_adverb_phrase(reading, i));
    }
    ContextRules(reading).run();
    return reading;
}

void Reader::read_words(ReadText& reading, WordMemory& memory) const {
    constexpr std::size_t ahead = 4;
    const auto& tokens = reading.text_->tokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const language::Token& token = tokens[i];
        Word& entry = reading.words_[i];
        if (i + ahead < tokens.size()) memory.fetch(reading.looked_up_.common(i + ahead));
        const bool word = token.kind == TokenKind::word || token.kind == TokenKind::elided;
        const bool plain = word && token.letter_case == LetterCase::lower;
        // a capital that only the start of a sentence or emphasis explains
        const bool capitalised = word && token.letter_case == LetterCase::initial_capital &&
                                 reading.looked_up_.exact(i) == language::no_form_id;
        if (!(plain || capitalised) || !recall(reading, i, memory)) {
            entry = {};
            entry.first_reading = static_cast<std::uint32_t>(reading.readings_.size());
            read_word(reading, i);
            reading.describe(entry);
            if (plain) remember(reading, i, memory);
        }
        entry.sentence = token.sentence;
    }
}

bool Reader::recall(ReadText& reading, std::size_t i, WordMemory& memory) {
    const language::FormId form = reading.looked_up_.common(i);
    if (form == language::no_form_id) return false;
    const WordMemory::Slot& slot = memory.slot(form);
    if (slot.form != form) return false;
    Word& entry = reading.words_[i];
    entry = slot.word;
    entry.lower = reading.looked_up_.whole(i);
    entry.first_reading = static_cast<std::uint32_t>(reading.readings_.size());
    if (slot.rare && is_rare_noun_meant(reading, i)) return false;
    const language::Token& token = reading.text_->tokens()[i];
    entry.capital = token.letter_case == LetterCase::initial_capital && !token.first_of_sentence;
    if (entry.capital && entry.parts == part(verb)) return false;
    reading.readings_.insert(reading.readings_.end(), slot.readings.begin(),
                             slot.readings.begin() + entry.reading_count);
    return true;
}

void Reader::remember(const ReadText& reading, std::size_t i, WordMemory& memory) const {
    const language::FormId form = reading.looked_up_.common(i);
    const Word& entry = reading.words_[i];
    if (form == language::no_form_id || entry.unknown || entry.reading_count > WordMemory::most_readings) return;
    const bool rare = (rare_[form / 8] >> form % 8 & 1U) != 0;
    if (rare && is_rare_noun_meant(reading, i)) return;
    WordMemory::Slot& slot = memory.slot(form);
    slot.form = form;
    slot.rare = rare;
    slot.word = entry;
    const std::span<const Analysis> readings = reading.readings(i);
    std::copy(readings.begin(), readings.end(), slot.readings.begin());
}

/// Reads a token, but for what its readings make it.
void Reader::read_word(ReadText& reading, std::size_t i) const {
    const language::Token& token = reading.text_->tokens()[i];
    Word& entry = reading.words_[i];
    entry.lower = reading.looked_up_.whole(i);
    entry.fingerprint = fingerprint(entry.lower);
    entry.enclitic = token.kind == TokenKind::enclitic;
    const std::string_view lower = entry.enclitic ? enclitic_word(entry.lower) : entry.lower;
    entry.id = find_closed_word(lower);
    entry.boundary = boundary_of(token, entry.id);
    const bool capitalised = token.letter_case == LetterCase::initial_capital || token.letter_case == LetterCase::mixed;
    const bool initials = token.letter_case == LetterCase::all_capitals && lower.size() > 1;
    entry.capital = (capitalised || initials) && !token.first_of_sentence;
    switch (token.kind) {
        case TokenKind::word:
        case TokenKind::elided:
        case TokenKind::enclitic:
        case TokenKind::abbreviation:
            add_word(reading, i, lower);
            break;
        case TokenKind::number:
        case TokenKind::hour:
        case TokenKind::amount:
        case TokenKind::ordinal:
            add_numeral(reading, entry, token);
            break;
        case TokenKind::email:
        case TokenKind::url:
        case TokenKind::mixed:
            add_unknown(reading, entry, token);
            break;
        case TokenKind::punctuation:
        case TokenKind::emoticon:
        case TokenKind::symbol:
            break;
    }
}

void Reader::add_word(ReadText& reading, std::size_t i, std::string_view lower) const {
    std::vector<Analysis>& pool = reading.readings_;
    const language::Reading& found = reading.looked_up_;
    const language::Token& token = found.text().tokens()[i];
    Word& entry = reading.words_[i];
    const auto add_form = [&](language::FormId form) {
        if (form == language::no_form_id) return;
        const bool rare = (rare_[form / 8] >> form % 8 & 1U) != 0 && !is_rare_noun_meant(reading, i);
        for (const Analysis& analysis : lexicon_->analyses(form)) {
            if (rare && is_rare(lower, part(analysis.features.part))) continue;
            add(pool, entry, analysis);
        }
    };
    // A capital inside a sentence is a name if one is known, else the common word written with a capital.
    if (token.form != entry.lower && !entry.enclitic) add_form(found.exact(i));
    if (entry.reading_count == 0 || token.first_of_sentence) {
        const bool as_cut = lower.size() == found.lower(i).size();  // -m'en: the lexicon was asked for m'en
        add_form(as_cut ? found.common(i) : lexicon_->find(lower).value_or(language::no_form_id));
    }
    if (entry.reading_count == 0 && token.kind == TokenKind::word) {
        const language::FormId form = found.exact(i) != language::no_form_id ? found.exact(i) : found.any_case(i);
        if (form != language::no_form_id) {
            for (const Analysis& analysis : lexicon_->analyses(form)) add(pool, entry, analysis);
        }
    }
    if (entry.capital && entry.parts == part(verb)) {  // a name that looks like a verb: REPLACE
        pool.resize(entry.first_reading);
        entry.reading_count = 0;
        entry.parts = 0;
    }
    if (entry.reading_count == 0) add_unknown(reading, entry, token);
}

void Reader::add_unknown(ReadText& reading, Word& entry, const language::Token& token) const {
    entry.unknown = true;
    const bool lower = token.letter_case == LetterCase::lower;
    add(reading.readings_, entry, {0, any_feature(lower ? noun : proper_noun)});
    add(reading.readings_, entry, {0, any_feature(adjective)});
}

void Reader::add_numeral(ReadText& reading, Word& entry, const language::Token& token) const {
    Features features = any_feature(numeral);
    const std::string_view form = token.form;
    if (token.kind == TokenKind::number) {
        // French counts as plural from 2 on: 1,9 litre, 0 faute.
        // 1,5 million or 1,5 millions: both are written
        const bool decimal = form.find_first_of(",-") != std::string_view::npos;
        const bool below_two =
            (form.front() == '0' || form.front() == '1') && (form.size() == 1 || form[1] == ',' || form[1] == '.');
        features.numbers = below_two ? number::singular : number::plural;
        // a year, a street number or a label: 1998, 12
        if (form.size() >= 4 || decimal) features.numbers = number::any;
    } else if (token.kind == TokenKind::ordinal) {
        features.part = adjective;
    } else {
        features.part = noun;
    }
    add(reading.readings_, entry, {0, features});
}

}  // namespace relis::grammar
