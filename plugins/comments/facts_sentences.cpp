// Whether a sentence tells its facts: no heap, no list, no generality, no mere judgement.
#include <algorithm>
#include <string>
#include <utility>

#include "facts_pass.h"

namespace relis::comments {

using language::LetterCase;
using language::TokenKind;
namespace wc = word_class;
using Effect = Phrase::Effect;

namespace {

/// Facts that stand even in a sentence of opinions.
bool can_be_checked(FactKind kind) {
    return kind == FactKind::identity || kind == FactKind::time || kind == FactKind::duration ||
           kind == FactKind::price || kind == FactKind::quote || kind == FactKind::quantity;
}

/// A sentence without a stop for so many words leaves its reader behind.
constexpr std::size_t winding_words = 55;

}  // namespace

FactFinder::Pass::Pass(const FactFinder& finder, const Comment& comment_, const KnownNames& names_,
                       const QuestionReading& question_)
    : lexicon(finder.lexicon_), vocabulary(finder.vocabulary_), comment(comment_), names(names_), question(question_) {
    tokens.reserve(comment.tokens().size());
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        tokens.push_back(finder.read_token(comment, i));
    }
    for (const auto& words : question.topics) {
        topic_stems |= bit_of(words.front().stem);
        if (words.front().is_verb) topic_verbs |= bit_of(words.front().verb);
    }
    divide();
    mark_tokens();
}

void FactFinder::Pass::divide() {
    std::size_t first = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        tokens[i].sentence = static_cast<std::uint32_t>(spans.size());
        const bool last = i + 1 == tokens.size() || token(i + 1).sentence != token(i).sentence;
        // A stop before a small letter, but not one that is part of a quotation or of a run of marks
        const bool stop = !last && token(i).kind == TokenKind::punctuation && comment.folded(i) == "." &&
                          is_content(token(i + 1)) && token(i + 1).space_before;
        if (!last && !stop) continue;
        spans.push_back({first, i + 1});
        first = i + 1;
    }
}

void FactFinder::Pass::mark_tokens() {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        TokenReading& reading = tokens[i];
        reading.acts = is_verb(i);
        reading.names =
            reading.first_name && stands_as_name(lexicon, comment, i, names, i > 0 && is(i - 1, wc::name_of_road));
    }
}

const Phrase* FactFinder::Pass::phrase_at(std::size_t i) const {
    const auto* const phrases = tokens[i].phrases;
    if (phrases == nullptr) return nullptr;
    const std::uint64_t next = i + 1 < tokens.size() ? tokens[i + 1].hash : 0;
    for (const Phrase& phrase : *phrases) {
        if (phrase.second != 0 && phrase.second != next) continue;
        bool all = i + phrase.words.size() <= tokens.size();
        for (std::size_t k = 1; all && k < phrase.words.size(); ++k) all = tokens[i + k].hash == phrase.words[k];
        if (all) return &phrase;
    }
    return nullptr;
}

bool FactFinder::Pass::read_phrases(const Span& sentence, SentenceReading& reading) {
    bool general = false;
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
        if (!is(i, wc::opens_phrase)) continue;
        const Phrase* const phrase = phrase_at(i);
        if (phrase == nullptr) continue;
        reading.is_outside |= phrase->effect == Effect::outside;
        reading.is_vague |= phrase->effect == Effect::vague;
        if (phrase->effect == Effect::general) tokens[i].generalises = general = true;
        if (phrase->effect != Effect::vague) continue;
        // Nobody takes anything in « a pris le temps »
        for (std::size_t k = i; k < i + phrase->words.size(); ++k) tokens[k].general = true;
    }
    return general;
}

void FactFinder::Pass::mark_generalities(const Span& sentence) {
    std::size_t first = sentence.first_token;
    bool says = false, tells = false;
    for (std::size_t i = first; i < sentence.last_token; ++i) {
        says |= tokens[i].generalises;
        tells |= is_past(i);
        const std::string_view mark = comment.folded(i);
        const bool ends = mark == "," || mark == ";" || mark == ":" || mark == "(" || mark == ")" || mark == "car";
        if (!ends && i + 1 < sentence.last_token) continue;
        if (says || !tells) {
            for (std::size_t k = first; k <= i; ++k) tokens[k].general = true;
        }
        first = i + 1;
        says = tells = false;
    }
}

void FactFinder::Pass::mark_heaps(const Span& sentence) {
    for (std::size_t i = sentence.first_token; i + 2 < sentence.last_token; ++i) {
        if (comment.folded(i + 1) != "sur" || !is_number(i + 2)) continue;
        if (is_number(i) || (i > sentence.first_token && is_number(i - 1))) {
            tokens[i].piled = tokens[i + 2].piled = true;
            if (i > sentence.first_token) tokens[i - 1].piled = true;
        }
    }
    std::size_t first = sentence.first_token, length = 0;
    const auto close = [&](std::size_t end) {
        for (std::size_t i = first; length >= 3 && i < end; ++i) tokens[i].piled = true;
        length = 0;
    };
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
        constexpr Classes between = wc::duration | wc::money | wc::measure | wc::number | wc::hour;
        if (tokens[i].figure || tokens[i].names) {
            if (length++ == 0) first = i;
        } else if (is_content(token(i)) && !is(i, between) && comment.folded(i) != "et" && comment.folded(i) != "ans") {
            close(i);
        }
    }
    close(sentence.last_token);
}

void FactFinder::Pass::run() {
    result.sentences.reserve(spans.size());
    std::size_t words = 0, little = 0, foreign = 0, long_words = 0, unknown = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (token(i).kind != TokenKind::word && token(i).kind != TokenKind::elided) continue;
        ++words;
        little += is(i, wc::glue | wc::auxiliary | wc::subject) && !is(i, wc::homophone) ? 1U : 0U;
        foreign += is(i, wc::foreign) ? 1U : 0U;
        if (token(i).letter_case == LetterCase::lower && comment.folded(i).size() >= 4) {
            ++long_words;
            unknown += tokens[i].known ? 0U : 1U;
        }
    }
    result.readability = readability_of({words, little, foreign, long_words, unknown});
    std::vector<WordOrder> orders;
    orders.reserve(spans.size());
    for (const Span& sentence : spans) {
        const WordOrder one = orders.emplace_back(order(sentence));
        result.order.checked += one.checked;
        result.order.broken += one.broken;
    }
    const bool scrambled = result.order.is_broken();
    for (std::size_t s = 0; s < orders.size(); ++s) {
        const std::size_t first_fact = result.facts.size();
        SentenceReading reading = read_sentence(spans[s]);
        reading.is_scrambled = scrambled || orders[s].is_broken();
        keep_told(first_fact, reading);
        result.sentences.push_back(reading);
    }
}

SentenceReading FactFinder::Pass::read_sentence(const Span& sentence) {
    SentenceReading reading;
    std::size_t glue = 0, piled = 0, nouns = 0, adjectives = 0, since_stop = 0;
    bool phrases = false;
    Classes all = 0;
    reading.first_token = static_cast<std::uint32_t>(sentence.first_token);
    reading.last_token = static_cast<std::uint32_t>(sentence.last_token);
    reading.first_word = static_cast<std::uint32_t>(result.words.size());
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
        const TokenReading& one = tokens[i];
        if (!is_content(token(i))) {
            const char mark = comment.folded(i).empty() ? ' ' : comment.folded(i).front();
            if (mark == ';' || mark == ':' || mark == '(' || mark == ')') since_stop = 0;
            continue;
        }
        if ((one.classes & (wc::glue | wc::subject)) == 0) {
            reading.hash += one.hash * 0x9E3779B97F4A7C15ULL;
            result.words.push_back(one.hash);
        }
        ++reading.words;
        reading.is_winding |= ++since_stop > winding_words;
        all |= one.classes | one.verb_classes;
        glue += is(i, wc::glue | wc::conjunction) ? 1U : 0U;
        piled += one.figure || one.names ? 1U : 0U;
        nouns +=
            (one.noun || (one.classes & wc::thing) != 0) && !is(i, wc::duration | wc::money | wc::measure) ? 1U : 0U;
        adjectives += one.adjective || one.past_participle ? 1U : 0U;
        reading.has_verb |= one.acts;
        reading.is_past |= one.acts && is_past(i);
        phrases |= is(i, wc::opens_phrase);
    }
    std::sort(result.words.begin() + reading.first_word, result.words.end());
    reading.last_word = static_cast<std::uint32_t>(result.words.size());
    reading.themes = static_cast<std::uint32_t>(all >> wc::first_theme);
    reading.has_opinion = (all & wc::opinion) != 0;
    reading.is_general = phrases && read_phrases(sentence, reading);
    if (reading.is_general) mark_generalities(sentence);
    if (piled >= 2) mark_heaps(sentence);
    const bool phrase = reading.words >= 3 && glue * 6 >= reading.words;
    // « Arrivée 7 h 31, pompe 6. », « Poubelles vides. »: a note, where every figure has its noun.
    const bool note = reading.words >= 2 && reading.words <= 8 && piled <= 2 && nouns >= piled &&
                      (piled > 0 || (nouns > 0 && adjectives > 0)) && nouns <= piled + adjectives + glue + 1;
    reading.is_phrase = !reading.has_verb && (phrase || note);
    reading.is_heap = piled >= 3 && piled * 9 > reading.words * 4;
    for (std::size_t i = sentence.first_token; i < sentence.last_token;) i = read_at(i);
    return reading;
}

std::size_t FactFinder::Pass::read_at(std::size_t i) {
    if (const std::size_t after = quotation(i); after != i) return after;
    if (!question.topics.empty()) topic(i);
    if (const std::size_t after = figure(i); after != i) return after;
    if (!is_content(token(i))) return i + 1;
    if (tokens[i].names || (is_unlisted_name(i) && !is_known_name(i))) {
        add(FactKind::identity, i, i + 1);
        return i + 1;
    }
    noun_or_sense(i);
    verb(i);
    const bool gerund = tokens[i].present_participle && i > 0 && comment.folded(i - 1) == "en";
    if (is(i, wc::sequence) || gerund) add(FactKind::sequence, i, i + 1);
    return i + 1;
}

/// What the facts of a sentence amount to.
struct FactFinder::Pass::Strength {
    std::size_t described = 0;  ///< what somebody looked like
    std::size_t checkable = 0;  ///< names, hours, amounts, counts, words
    std::size_t deeds = 0;
    std::size_t known_deeds = 0;  ///< listed as what can be seen somebody doing
    std::size_t concrete = 0;     ///< listed persons, places and things
    std::size_t sensed = 0;       ///< sensory words that are not soft
};

FactFinder::Pass::Strength FactFinder::Pass::strength(std::size_t first_fact) const {
    Strength sum;
    for (std::size_t f = first_fact; f < result.facts.size(); ++f) {
        const Fact& fact = result.facts[f];
        const bool listed = is(fact.first_token, wc::person | wc::place | wc::thing);
        switch (fact.kind) {
            case FactKind::topic:
            case FactKind::sequence:
                break;
            case FactKind::action:
                ++sum.deeds;
                sum.known_deeds += (tokens[fact.first_token].verb_classes & wc::deed) != 0 ? 1U : 0U;
                break;
            case FactKind::reported:
                ++sum.checkable;
                break;
            case FactKind::person:
            case FactKind::place:
            case FactKind::object:
                sum.concrete += listed ? 1U : 0U;
                break;
            case FactKind::sensory:
                sum.sensed += is(fact.first_token, wc::soft) ? 0U : 1U;
                break;
            default:
                ++sum.checkable;
                sum.described += fact.kind == FactKind::identity && is(fact.first_token, wc::description) ? 1U : 0U;
        }
    }
    return sum;
}

bool FactFinder::Pass::is_strewn(std::size_t first_fact, const SentenceReading& reading) const {
    std::size_t persons = 0, figures = 0;
    for (std::size_t i = reading.first_token; i < reading.last_token; ++i) {
        persons += tokens[i].names ? 1U : 0U;
        figures += tokens[i].figure && token(i).kind != TokenKind::amount ? 1U : 0U;  // prices may be listed
    }
    // A note without a verb, and a sentence with one figure or two, tell something
    if (!reading.has_verb || (persons < 2 && figures < 4) || persons + figures < 3) return false;
    const bool happens = std::any_of(
        result.facts.begin() + static_cast<std::ptrdiff_t>(first_fact), result.facts.end(), [&](const Fact& fact) {
            const TokenReading& one = tokens[fact.first_token];
            return fact.kind == FactKind::quote || fact.kind == FactKind::reported || fact.kind == FactKind::sensory ||
                   (fact.kind == FactKind::action && (one.verb_classes & wc::deed) != 0);
        });
    return !happens && (persons + figures) * 100 >= reading.words * 18;
}

void FactFinder::Pass::keep_told(std::size_t first_fact, SentenceReading& reading) {
    const auto drop = [&](auto which) {
        const auto begin = result.facts.begin() + static_cast<std::ptrdiff_t>(first_fact);
        result.facts.erase(std::remove_if(begin, result.facts.end(), which), result.facts.end());
    };
    const std::size_t described = strength(first_fact).described;
    if (described >= 2) reading.is_phrase |= !reading.has_verb;
    drop([&](const Fact& fact) {
        if (tokens[fact.first_token].piled && fact.kind != FactKind::quote) return true;
        return tokens[fact.first_token].general && !can_be_checked(fact.kind);
    });
    if (!reading.is_heap && is_strewn(first_fact, reading)) reading.is_heap = true;
    const bool told = (reading.has_verb || reading.is_phrase) && (!reading.is_heap || described >= 2);
    if (reading.is_scrambled) {
        drop([](const Fact&) { return true; });
    } else if (!told) {
        drop([](const Fact& fact) { return fact.kind != FactKind::quote; });
    }
    if (reading.is_outside) drop([](const Fact&) { return true; });
    // In the present and without a figure or a word quoted, a sentence is rather a maxim: only what lists know counts.
    if (reading.has_verb && !reading.is_past) {
        drop([&](const Fact& fact) {
            const TokenReading& one = tokens[fact.first_token];
            if (fact.kind == FactKind::object) return (one.classes & wc::thing) == 0;
            return fact.kind == FactKind::action && (one.infinitive || (one.verb_classes & wc::deed) == 0);
        });
    }
    // A word that no list knows counts beside one that some list knows: alone it may be anything.
    const Strength all = strength(first_fact);
    if (all.checkable + all.known_deeds + all.concrete + all.sensed == 0) {
        drop([](const Fact& fact) { return fact.kind == FactKind::object || fact.kind == FactKind::action; });
    }
    const Strength sum = strength(first_fact);
    // What is only there, without anybody doing or anything to check, must be seen: two things, or what they were like.
    const bool judges = reading.is_vague || reading.has_opinion || reading.is_general || reading.is_outside;
    const bool shows = sum.checkable > 0 || (sum.deeds > 0 && (!judges || sum.concrete + sum.sensed > 0)) ||
                       sum.sensed > 0 || sum.concrete >= (judges ? 3U : 2U);
    if (!shows) {
        const bool faint = !judges && sum.concrete > 0;  // « Le comptoir était propre. »
        drop([&](const Fact& fact) {
            return !faint ||
                   (fact.kind != FactKind::place && fact.kind != FactKind::sensory && fact.kind != FactKind::topic);
        });
    }
    reading.is_vague = judges && !shows;
    reading.tells = result.facts.size() > first_fact;
}

}  // namespace relis::comments
