// Whether a sentence tells its facts: no heap, no list, no generality.
#include <algorithm>
#include <string>
#include <utility>

#include "facts_pass.h"

namespace relis::comments {

using language::Token;
using language::TokenKind;
namespace wc = word_class;

namespace {

bool is_figure(const Token& token) {
    return token.kind == TokenKind::number || token.kind == TokenKind::hour || token.kind == TokenKind::amount ||
           token.kind == TokenKind::mixed;
}

/// Facts that stand even in a sentence of opinions.
bool can_be_checked(FactKind kind) {
    return kind == FactKind::identity || kind == FactKind::time || kind == FactKind::duration ||
           kind == FactKind::price || kind == FactKind::quote || kind == FactKind::quantity;
}

}  // namespace

bool FactFinder::Pass::begins(const Phrases& phrases, std::size_t i) const {
    const auto found = phrases.find(comment.folded(i));
    if (found == phrases.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const auto& words) {
        if (i + words.size() > tokens.size()) return false;
        for (std::size_t k = 0; k < words.size(); ++k) {
            if (comment.folded(i + k) != words[k]) return false;
        }
        return true;
    });
}

bool FactFinder::Pass::mark_generalities(const language::Sentence& sentence) {
    std::vector<std::pair<std::size_t, std::size_t>> clauses;
    std::vector<bool> said;
    std::vector<bool> past;
    std::size_t first = sentence.first_token;
    bool says = false, tells = false, any = false;
    for (std::size_t i = first; i < sentence.last_token; ++i) {
        const bool phrase = begins(finder.general_phrases_, i);
        says |= phrase;
        any |= phrase;
        tells |= is_past(i);
        const std::string_view mark = comment.folded(i);
        const bool ends = mark == "," || mark == ";" || mark == ":" || mark == "(" || mark == ")" || mark == "car";
        if (!ends && i + 1 < sentence.last_token) continue;
        clauses.emplace_back(first, i + 1);
        said.push_back(says);
        past.push_back(tells);
        first = i + 1;
        says = tells = false;
    }
    if (!any) return false;
    for (std::size_t c = 0; c < clauses.size(); ++c) {
        if (!said[c] && past[c]) continue;
        for (std::size_t i = clauses[c].first; i < clauses[c].second; ++i) general[i] = true;
    }
    return true;
}

void FactFinder::Pass::mark_heaps(const language::Sentence& sentence) {
    std::size_t first = sentence.first_token, length = 0;
    const auto close = [&](std::size_t end) {
        for (std::size_t i = first; length >= 3 && i < end; ++i) piled[i] = true;
        length = 0;
    };
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
        const bool item = is_figure(token(i)) || finder.names_person(comment, i, tokens[i], names);
        constexpr std::uint32_t between =
            wc::duration_unit | wc::money_unit | wc::measure_unit | wc::number_word | wc::hour_word;
        if (item) {
            if (length++ == 0) first = i;
        } else if (is_content(token(i)) && !is(i, between) && comment.folded(i) != "et" && comment.folded(i) != "ans") {
            close(i);
        }
    }
    close(sentence.last_token);
}

void FactFinder::Pass::run() {
    result.sentences.reserve(comment.sentences().size());
    for (const language::Sentence& sentence : comment.sentences()) {
        const std::size_t first_fact = result.facts.size();
        SentenceReading reading = read_sentence(sentence);
        keep_told(first_fact, reading);
        result.sentences.push_back(reading);
    }
}

SentenceReading FactFinder::Pass::read_sentence(const language::Sentence& sentence) {
    SentenceReading reading;
    std::string words;
    std::size_t glue = 0, piled = 0, nouns = 0, adjectives = 0;
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
        if (!is_content(token(i))) continue;
        words.append(comment.folded(i)).push_back(' ');
        ++reading.words;
        glue += is(i, wc::glue) ? 1U : 0U;
        piled += is_figure(token(i)) || finder.names_person(comment, i, tokens[i], names) ? 1U : 0U;
        nouns += tokens[i].noun && !is(i, wc::duration_unit | wc::money_unit | wc::measure_unit) ? 1U : 0U;
        adjectives += tokens[i].adjective || tokens[i].past_participle ? 1U : 0U;
        reading.has_verb |= is_verb(i);
        reading.has_opinion |= is(i, wc::opinion);
        reading.is_vague |= begins(finder.vague_phrases_, i);
    }
    reading.is_general = mark_generalities(sentence);
    mark_heaps(sentence);
    reading.hash = stable_hash(words);
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
    topic(i);
    if (const std::size_t after = figure(i); after != i) return after;
    if (!is_content(token(i))) return i + 1;
    if (finder.names_person(comment, i, tokens[i], names) ||
        (is_unlisted_name(i) && !names.contains(std::string(comment.folded(i))))) {
        add(FactKind::identity, i, i + 1);
        return i + 1;
    }
    noun_or_sense(i);
    verb(i);
    const bool gerund = tokens[i].present_participle && i > 0 && comment.folded(i - 1) == "en";
    if (is(i, wc::sequence) || gerund) add(FactKind::sequence, i, i + 1);
    return i + 1;
}

void FactFinder::Pass::keep_told(std::size_t first_fact, SentenceReading& reading) {
    const auto begin = result.facts.begin() + static_cast<std::ptrdiff_t>(first_fact);
    const auto described = std::count_if(begin, result.facts.end(), [&](const Fact& fact) {
        return fact.kind == FactKind::identity && is(fact.first_token, wc::identity);
    });
    if (described >= 2) reading.is_phrase |= !reading.has_verb;
    result.facts.erase(std::remove_if(begin, result.facts.end(),
                                      [&](const Fact& fact) {
                                          if (piled[fact.first_token] && fact.kind != FactKind::quote) return true;
                                          return general[fact.first_token] && !can_be_checked(fact.kind);
                                      }),
                       result.facts.end());
    const bool told = (reading.has_verb || reading.is_phrase) && (!reading.is_heap || described >= 2);
    if (!told) {
        result.facts.erase(
            std::remove_if(begin, result.facts.end(), [](const Fact& fact) { return fact.kind != FactKind::quote; }),
            result.facts.end());
    }
    std::size_t strong = 0, all = 0;
    for (std::size_t i = first_fact; i < result.facts.size(); ++i) {
        const Fact& fact = result.facts[i];
        if (fact.kind == FactKind::topic) continue;
        ++all;
        const bool weak = fact.kind == FactKind::person || fact.kind == FactKind::place ||
                          fact.kind == FactKind::action || fact.kind == FactKind::sequence ||
                          fact.kind == FactKind::object || is(fact.first_token, wc::soft);
        strong += weak ? 0U : 1U;
    }
    reading.is_vague = (reading.is_vague || reading.has_opinion || reading.is_general) && strong == 0 && all < 4;
}

}  // namespace relis::comments
