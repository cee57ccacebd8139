#include "suggestion.h"

#include <string_view>
#include <vector>

#include "grammar/inflection.h"
#include "language/text.h"

namespace relis::rules {
namespace {

using grammar::Analysis;
using language::Features;
using language::LemmaId;
using language::Lexicon;
using language::PartOfSpeech;
namespace gender = language::gender;
namespace number = language::number;
namespace person = language::person;
namespace tense = language::tense;

constexpr std::uint8_t third_persons = person::third_singular | person::third_plural;

/// How much two analyses have in common: the part of speech first, then what a reader hears.
int likeness(const Features& a, const Features& b) {
    int result = a.part == b.part ? 16 : 0;
    if ((a.tenses & b.tenses) != 0) result += 4;
    if ((a.persons & b.persons) != 0) result += 4;
    if ((a.numbers & b.numbers) != 0 || (a.numbers == 0 && b.numbers == 0)) result += 2;
    if ((a.genders & b.genders) != 0) result += 1;
    return result;
}

/// The form of another lemma that has the features of the token.
std::optional<std::string> other_lemma(const grammar::ReadText& text, std::size_t token, std::string_view lemma) {
    const Lexicon& lexicon = text.reader().lexicon();
    std::optional<std::string> best;
    int best_likeness = -1;
    for (const Analysis entry : lexicon.lookup(lemma)) {
        if (lexicon.lemma(entry.lemma) != lemma) continue;
        for (const language::InflectedForm& form : lexicon.forms_of(entry.lemma)) {
            for (const Analysis& reading : text.readings(token)) {
                const int own = 2 * likeness(form.features, reading.features) + (form.form == lemma ? 1 : 0);
                if (own <= best_likeness) continue;
                best_likeness = own;
                best = form.form;
            }
        }
    }
    return best;
}

std::optional<std::string> first_of(std::vector<std::string> forms) {
    if (forms.empty()) return std::nullopt;
    return std::move(forms.front());
}

/// A verb form of the token's lemmas; the tenses of the token are kept when none are asked for.
std::optional<std::string> verb_form(const grammar::ReadText& text, std::size_t token, grammar::Wanted wanted) {
    for (const Analysis& reading : text.readings(token)) {
        if (!reading.features.is(PartOfSpeech::verb) || text[token].unknown) continue;
        grammar::Wanted own = wanted;
        if (own.tenses == 0) own.tenses = reading.features.tenses & (tense::personal | tense::imperative);
        if (own.tenses == 0) own.tenses = tense::present;
        if (auto form = first_of(grammar::forms(text.reader().lexicon(), reading.lemma, own, {}))) return form;
    }
    return std::nullopt;
}

/// The token as a noun, adjective or participle in these genders and numbers.
std::optional<std::string> nominal_form(const grammar::ReadText& text, std::size_t token, std::uint8_t genders,
                                        std::uint8_t numbers) {
    const std::string_view own_form = text.lower(token);
    for (const Analysis& reading : text.readings(token)) {
        const Features& features = reading.features;
        const bool participle = features.has_tense(tense::past_participle);
        if (text[token].unknown || (features.is(PartOfSpeech::verb) && !participle)) continue;
        grammar::Wanted wanted{participle ? tense::past_participle : std::uint16_t{0}, 0,
                               genders != 0 ? genders : features.genders, numbers != 0 ? numbers : features.numbers,
                               !participle};
        if ((wanted.genders & features.genders) != 0 && features.genders != gender::any) {
            wanted.genders &= features.genders;
        }
        if (auto form = first_of(grammar::forms(text.reader().lexicon(), reading.lemma, wanted, own_form))) return form;
    }
    return std::nullopt;
}

std::optional<std::string> agreeing(const grammar::ReadText& text, std::size_t token, AgreementSet with) {
    constexpr std::uint8_t singular_bits = 3;
    const std::uint8_t singular = with & singular_bits;
    const auto plural = static_cast<std::uint8_t>(with >> 2U);
    for (const auto& [genders, one] : {std::pair{singular, number::singular}, std::pair{plural, number::plural}}) {
        if (genders == 0) continue;
        if (auto form = nominal_form(text, token, genders, one)) return form;
        const std::uint8_t persons = one == number::singular ? person::third_singular : person::third_plural;
        if (auto form = verb_form(text, token, {0, persons, 0, 0, false})) return form;
    }
    return std::nullopt;
}

std::optional<std::string> inflected(const grammar::ReadText& text, std::size_t token, const Piece& piece) {
    if (piece.persons == 0) {
        if (auto form = nominal_form(text, token, piece.genders, piece.numbers)) return form;
    }
    const std::uint8_t persons = piece.persons != 0 ? piece.persons : third_persons;
    return verb_form(text, token, {0, persons, 0, 0, false});
}

std::optional<std::string> write(const Piece& piece, const grammar::ReadText& text, const Matcher& match) {
    if (piece.kind == Piece::Kind::text) return piece.text;
    const std::size_t token = match.token_of(piece.element);
    if (token == no_token) return std::string();
    switch (piece.kind) {
        case Piece::Kind::token:
            return std::string(text.token(token).form);
        case Piece::Kind::other_lemma:
            return other_lemma(text, token, piece.text);
        case Piece::Kind::infinitive:
            return verb_form(text, token, {tense::infinitive, 0, 0, 0, false});
        case Piece::Kind::participle:
            return verb_form(text, token, {tense::past_participle, 0, piece.genders, piece.numbers, false});
        case Piece::Kind::inflected:
            return inflected(text, token, piece);
        case Piece::Kind::agreeing:
            return agreeing(text, token, match.agreement(piece.variable));
        case Piece::Kind::lower_case:
            return std::string(text.lower(token));
        case Piece::Kind::capital:
            return grammar::in_case_of("A", std::string(text.lower(token)));
        case Piece::Kind::text:
            break;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> write_suggestion(const Suggestion& suggestion, const grammar::ReadText& text,
                                            const Matcher& match) {
    std::string whole;
    for (const Piece& piece : suggestion) {
        const auto written = write(piece, text, match);
        if (!written) return std::nullopt;
        whole += *written;
    }
    // an absent token leaves its spaces behind
    std::string tidy;
    for (const char letter : whole) {
        if (letter != ' ' || (!tidy.empty() && tidy.back() != ' ')) tidy.push_back(letter);
    }
    while (tidy.ends_with(' ')) tidy.pop_back();
    const std::size_t marked = match.first_marked();
    const bool case_only = match.last_marked() == marked && language::lower(tidy) == text.lower(marked);
    if (case_only) return tidy;  // the letter case is what the rule is about
    return grammar::in_case_of(text.token(marked).form, std::move(tidy));
}

}  // namespace relis::rules
