// The facts that single words and short runs of them tell.
#include <algorithm>
#include <array>

#include "facts_pass.h"

namespace relis::comments {

using language::LetterCase;
using language::TokenKind;
namespace wc = word_class;

namespace {

bool opens_quote(std::string_view mark) {
    return mark == "«" || mark == "“" || mark == "\"";
}
bool closes_quote(std::string_view mark) {
    return mark == "»" || mark == "”" || mark == "\"";
}

/// Whether a folded word is the folded topic, or its plural or feminine.
bool touches(std::string_view word, std::string_view topic) {
    if (topic.size() > 3 && (topic.back() == 's' || topic.back() == 'x')) topic.remove_suffix(1);
    if (!word.starts_with(topic)) return false;
    const std::string_view rest = word.substr(topic.size());
    return rest.empty() || rest == "s" || rest == "x" || rest == "e" || rest == "es";
}

}  // namespace

bool FactFinder::Pass::is_verb(std::size_t i) const {
    const TokenReading& reading = tokens[i];
    if (is(i, wc::auxiliary)) return true;
    if (!reading.verb) return false;
    if (reading.only_verb && !reading.past_participle) return true;
    for (std::size_t back = 1; back <= 3 && back <= i && same_sentence(i, i - back); ++back) {
        const std::size_t before = i - back;
        if (is(before, wc::auxiliary) && reading.past_participle) return true;
        if (is(before, wc::subject) && back == 1) return true;
        if (token(before).kind == TokenKind::punctuation || is(before, wc::glue)) return false;
    }
    return false;
}

bool FactFinder::Pass::is_noun(std::size_t i) const {
    if (i >= tokens.size() || token(i).kind != TokenKind::word) return false;
    const TokenReading& reading = tokens[i];
    return !reading.known || (reading.noun && !reading.function_word) || is(i, wc::person | wc::place | wc::identity);
}

std::size_t FactFinder::Pass::quotation(std::size_t i) {
    if (token(i).kind != TokenKind::punctuation && token(i).kind != TokenKind::symbol) return i;
    if (!opens_quote(token(i).form)) return i;
    constexpr std::size_t longest = 80;
    std::size_t words = 0;
    bool greets = false;
    for (std::size_t k = i + 1; k < tokens.size() && k <= i + longest; ++k) {
        if (closes_quote(token(k).form) && k > i + 1) {
            if (words == 1 && token(i + 1).letter_case == LetterCase::initial_capital && !greets) {
                if (!names.contains(std::string(comment.folded(i + 1)))) add(FactKind::identity, i + 1, i + 2);
            } else if (words > 1 || greets) {
                add(FactKind::quote, i, k + 1);
            }
            return k + 1;
        }
        topic(k);
        words += is_content(token(k)) ? 1U : 0U;
        greets |= is(k, wc::greeting);
    }
    return i;
}

void FactFinder::Pass::topic(std::size_t i) {
    for (std::size_t t = 0; t < topics.size(); ++t) {
        const auto& words = topics[t];
        bool all = i + words.size() <= tokens.size();
        for (std::size_t k = 0; all && k < words.size(); ++k) all = touches(comment.folded(i + k), words[k]);
        if (all) add(FactKind::topic, i, i + words.size(), t);
    }
}

std::size_t FactFinder::Pass::figure(std::size_t i) {
    const TokenKind kind = token(i).kind;
    if (kind == TokenKind::hour || is(i, wc::hour_word)) return add(FactKind::time, i, i + 1), i + 1;
    if (kind == TokenKind::amount) return add(FactKind::price, i, i + 1), i + 1;
    if (kind == TokenKind::mixed) return mixed(i);
    const std::size_t next = i + 1;
    const bool one = comment.folded(i) == "un" || comment.folded(i) == "une";
    if (comment.folded(i) == "demi-heure") return add(FactKind::duration, i, next), next;
    if (!is_number(i) && !one) return i;
    if (!same_sentence(i, next)) return i;
    const std::string_view unit = comment.folded(next);
    if (is(next, wc::duration_unit)) {
        const bool hour = unit.starts_with("heure") && !one;
        const bool at = hour && i > 0 && !(is(i - 1, wc::no_verb)) &&
                        (comment.folded(i - 1) == "a" || comment.folded(i - 1) == "vers" ||
                         comment.folded(i - 1) == "des" || comment.folded(i - 1) == "avant");
        return add(at ? FactKind::time : FactKind::duration, i, next + 1), next + 1;
    }
    if (one) return i;
    if (is(next, wc::money_unit)) return add(FactKind::price, i, next + 1), next + 1;
    if (unit == "ans" || is(next, wc::measure_unit) || unit == "%") {
        return add(unit == "ans" ? FactKind::identity : FactKind::quantity, i, next + 1), next + 1;
    }
    if (is_noun(next)) return add(FactKind::quantity, i, next + 1), i;
    if (is_noun(next + 1) && same_sentence(i, next + 1) && token(next).kind == TokenKind::word) {
        return add(FactKind::quantity, i, next + 2), i;
    }
    if (token(i).kind == TokenKind::number && i > 0 && is(i - 1, wc::place)) add(FactKind::quantity, i - 1, i + 1);
    return i;
}

std::size_t FactFinder::Pass::mixed(std::size_t i) {
    std::string_view text = comment.folded(i);
    while (!text.empty() &&
           (text.front() == ',' || text.front() == '.' || (text.front() >= '0' && text.front() <= '9'))) {
        text.remove_prefix(1);
    }
    if (text.size() == comment.folded(i).size() || text.empty()) return i;
    const std::uint32_t classes = finder.listed(text);
    if ((classes & wc::duration_unit) != 0) {
        add(FactKind::duration, i, i + 1);
    } else if ((classes & wc::money_unit) != 0) {
        add(FactKind::price, i, i + 1);
    } else if ((classes & wc::measure_unit) != 0) {
        add(FactKind::quantity, i, i + 1);
    }
    return i + 1;
}

bool FactFinder::Pass::is_unlisted_name(std::size_t i) const {
    if (tokens[i].known || token(i).letter_case != LetterCase::initial_capital) return false;
    if (comment.folded(i).size() < 3) return false;
    for (std::size_t back = 1; back <= 4 && back <= i && same_sentence(i, i - back); ++back) {
        if (is(i - back, wc::name_cue | wc::person)) return true;
    }
    const std::size_t next = i + 1;
    return token(i).first_of_sentence && same_sentence(i, next) && is(next, wc::subject | wc::auxiliary);
}

void FactFinder::Pass::noun_or_sense(std::size_t i) {
    const TokenReading& reading = tokens[i];
    if (is(i, wc::identity)) {
        add(FactKind::identity, i, i + 1);
    } else if (is(i, wc::place) && !is_verb(i)) {
        add(FactKind::place, i, i + 1);
    } else if (is(i, wc::person)) {
        add(FactKind::person, i, i + 1);
    } else if (is(i, wc::sensory) || ((reading.verb_classes & wc::sensory) != 0 && is_verb(i))) {
        add(FactKind::sensory, i, i + 1);
    } else if (is_object(i)) {
        const std::uint64_t key =
            reading.known ? stable_hash(finder.lexicon_->lemma(reading.noun_lemma)) : stable_hash(comment.folded(i));
        add(FactKind::object, i, i + 1, key);
    }
}

bool FactFinder::Pass::is_abstract(std::string_view noun) const {
    if (noun.size() > 3 && noun.back() == 's') noun.remove_suffix(1);
    constexpr std::array endings{"tion", "sion", "ite", "ete", "isme", "ance", "ence", "esse", "itude"};
    if (finder.concrete_.contains(noun)) return false;
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return noun.ends_with(ending); });
}

bool FactFinder::Pass::is_object(std::size_t i) const {
    constexpr std::uint32_t not_objects = wc::abstract_noun | wc::opinion | wc::sequence | wc::duration_unit |
                                          wc::money_unit | wc::greeting | wc::glue | wc::subject | wc::auxiliary |
                                          wc::number_word | wc::hour_word;
    const TokenReading& reading = tokens[i];
    if (token(i).kind != TokenKind::word || is(i, not_objects) || comment.folded(i).size() < 3) return false;
    if (is_abstract(comment.folded(i))) return false;
    if (reading.known && (!reading.noun || reading.function_word || is_verb(i))) return false;
    if (i == 0 || !same_sentence(i, i - 1)) return false;
    return is(i - 1, wc::glue) || is_number(i - 1) || (tokens[i - 1].adjective && reading.noun);
}

void FactFinder::Pass::verb(std::size_t i) {
    const TokenReading& reading = tokens[i];
    if (!reading.verb || !is_verb(i) || is(i, wc::auxiliary)) return;
    const std::uint64_t key = stable_hash(finder.lexicon_->lemma(reading.verb_lemma));
    const bool own_view = !is_past(i) && i > 0 && (comment.folded(i - 1) == "je" || comment.folded(i - 1) == "j'");
    if ((reading.verb_classes & wc::speech_verb) != 0 && !own_view) {
        for (std::size_t k = i + 1; k <= i + 4 && same_sentence(i, k); ++k) {
            const std::string_view word = comment.folded(k);
            if (is(k, wc::greeting) || word == "que" || word == "qu'" || word == "si" || word == "s'" || word == "de" ||
                word == "d'" || word == "comment" || word == "ou" || word == "combien") {
                add(FactKind::reported, i, k + 1, key);
                return;
            }
        }
    }
    if (reading.to_come || is(i, wc::opinion)) return;
    if ((reading.verb_classes & (wc::weak_verb | wc::opinion)) == 0) add(FactKind::action, i, i + 1, key);
}

}  // namespace relis::comments
