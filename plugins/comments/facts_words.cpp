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

bool is_month(std::string_view word) {
    constexpr std::array months{"janvier", "fevrier", "mars",      "avril",   "mai",      "juin",
                                "juillet", "aout",    "septembre", "octobre", "novembre", "decembre"};
    return std::find(months.begin(), months.end(), word) != months.end();
}

/// By its ending, as most French nouns of qualities and ideas can be told.
bool ends_abstract(std::string_view noun) {
    if (noun.size() > 3 && noun.back() == 's') noun.remove_suffix(1);
    constexpr std::array endings{"tion", "sion", "ite", "ete", "isme", "ance", "ence", "esse", "itude", "ment"};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return noun.ends_with(ending); });
}

}  // namespace

bool FactFinder::Pass::is_verb(std::size_t i) const {
    const TokenReading& reading = tokens[i];
    if (is(i, wc::auxiliary)) return true;
    if (!reading.verb) return false;
    if (reading.only_verb && !reading.past_participle) return true;
    if (is(i, wc::not_verb) && !(i > 0 && same_sentence(i, i - 1) && is(i - 1, wc::subject | wc::auxiliary)))
        return false;
    for (std::size_t back = 1; back <= 3 && back <= i && same_sentence(i, i - back); ++back) {
        const std::size_t before = i - back;
        if (is(before, wc::auxiliary) && reading.past_participle) return true;
        if (back == 1 && reading.past_participle && is_joined_auxiliary(before)) return true;
        if (is(before, wc::subject) && back == 1) return true;
        if (token(before).kind == TokenKind::punctuation || is(before, wc::glue)) return false;
    }
    return false;
}

bool FactFinder::Pass::is_joined_auxiliary(std::size_t i) const {
    constexpr std::array joined{"ma", "ta", "la", "mont", "mavait", "mavaient"};
    const std::string_view word = comment.folded(i);
    return std::find(joined.begin(), joined.end(), word) != joined.end() && i > 0 && same_sentence(i, i - 1) &&
           is(i - 1, wc::subject_pronoun | wc::loose_subject);
}

bool FactFinder::Pass::is_noun(std::size_t i) const {
    if (i >= tokens.size() || token(i).kind != TokenKind::word) return false;
    if (is(i, wc::person | wc::place | wc::description | wc::thing)) return true;
    const TokenReading& reading = tokens[i];
    if (is(i, wc::glue | wc::subject | wc::auxiliary | wc::sequence | wc::homophone | wc::conjunction)) return false;
    if (!reading.known) return comment.folded(i).size() > 3;
    return reading.noun && !reading.function_word && !reading.verb;
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
                if (!is_known_name(i + 1)) add(FactKind::identity, i + 1, i + 2);
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

bool FactFinder::Pass::stands_as_name(const language::Lexicon& lexicon, const Comment& comment, std::size_t i,
                                      const KnownNames& names, bool after_road) {
    const language::Token& token = comment.tokens()[i];
    if (after_road || token.letter_case != LetterCase::initial_capital) return false;
    if (names.contains(std::string(comment.folded(i)))) return false;
    return !token.first_of_sentence || lexicon.lookup(language::lower(token.form)).empty();
}

void FactFinder::Pass::topic(std::size_t i) {
    // Nearly every word begins no topic
    if ((topic_stems & bit_of(tokens[i].stem)) == 0 &&
        !(tokens[i].verb && (topic_verbs & bit_of(tokens[i].verb_lemma)) != 0))
        return;
    for (std::size_t t = 0; t < question.topics.size(); ++t) {
        const auto& words = question.topics[t];
        bool all = i + words.size() <= tokens.size();
        for (std::size_t k = 0; all && k < words.size(); ++k) {
            const TokenReading& reading = tokens[i + k];
            all = reading.stem == words[k].stem ||
                  (words[k].is_verb && reading.verb && reading.verb_lemma == words[k].verb);
        }
        if (all) add(FactKind::topic, i, i + words.size(), t);
    }
}

std::size_t FactFinder::Pass::figure(std::size_t i) {
    const TokenKind kind = token(i).kind;
    if (kind == TokenKind::word && !is(i, wc::hour | wc::number)) {
        // Nearly every word ends here: it has not the length of `un`, `une` or `demi-heure`
        const std::size_t length = comment.folded(i).size();
        if (length != 2 && length != 3 && length != 10) return i;
    }
    if (kind == TokenKind::hour || is(i, wc::hour)) return add(FactKind::time, i, i + 1), i + 1;
    if (kind == TokenKind::amount) return add(FactKind::price, i, i + 1), i + 1;
    if (kind == TokenKind::mixed) return mixed(i);
    const std::size_t next = i + 1;
    const bool one = comment.folded(i) == "un" || comment.folded(i) == "une";
    if (comment.folded(i) == "demi-heure") return add(FactKind::duration, i, next), next;
    if (!is_number(i) && !one) return i;
    if (!same_sentence(i, next)) return i;
    const std::string_view unit = comment.folded(next);
    if (is(next, wc::duration)) {
        const bool hour = unit.starts_with("heure") && !one;
        const bool at = hour && i > 0 && !(is(i - 1, wc::not_verb)) &&
                        (comment.folded(i - 1) == "a" || comment.folded(i - 1) == "vers" ||
                         comment.folded(i - 1) == "des" || comment.folded(i - 1) == "avant");
        return add(at ? FactKind::time : FactKind::duration, i, next + 1), next + 1;
    }
    if (one) return i;
    // « une dizaine de minutes »
    if ((unit == "de" || unit == "d'") && same_sentence(i, next + 1)) {
        if (is(next + 1, wc::duration)) return add(FactKind::duration, i, next + 2), next + 2;
        if (is_noun(next + 1)) add(FactKind::quantity, i, next + 2);
        return i;
    }
    if (is(next, wc::money)) return add(FactKind::price, i, next + 1), next + 1;
    if (unit == "ans") {
        // « d'environ trente ans » describes; « depuis dix ans », « pendant trente ans » leave the visit
        const bool span = i > 0 && (is(i - 1, wc::sequence) || comment.folded(i - 1) == "en" ||
                                    comment.folded(i - 1) == "a" || comment.folded(i - 1) == "les");
        if (!span) add(FactKind::identity, i, next + 1);
        return next + 1;
    }
    if (unit == "fois" || is_month(unit)) return next + 1;
    if (unit == "%") {
        const bool of = same_sentence(i, next + 1) && comment.folded(next + 1).starts_with('d');
        if (of) add(FactKind::quantity, i, next + 1);
        return next + 1;
    }
    if (is(next, wc::measure)) return add(FactKind::quantity, i, next + 1), next + 1;
    if (is_noun(next)) return add(FactKind::quantity, i, next + 1), i;
    if (is_noun(next + 1) && same_sentence(i, next + 1) && (tokens[next].adjective || is_number(next)) &&
        !is(next, wc::subject | wc::glue)) {
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
    const Classes classes = vocabulary.listed(text);
    if ((classes & wc::duration) != 0) {
        add(FactKind::duration, i, i + 1);
    } else if ((classes & wc::money) != 0) {
        add(FactKind::price, i, i + 1);
    } else if ((classes & wc::measure) != 0) {
        add(FactKind::quantity, i, i + 1);
    }
    return i + 1;
}

bool FactFinder::Pass::is_unlisted_name(std::size_t i) const {
    if (tokens[i].known || token(i).letter_case != LetterCase::initial_capital) return false;
    const std::string_view word = comment.folded(i);
    if (word.size() < 3) return false;
    // « Lagent », « Jai »: an apostrophe forgotten
    if (std::string_view("ljdcmnst").find(word.front()) != std::string_view::npos &&
        lexicon.find(token(i).form.substr(1))) {
        return false;
    }
    for (std::size_t back = 1; back <= 4 && back <= i && same_sentence(i, i - back); ++back) {
        if (is(i - back, wc::name_cue | wc::person)) return true;
    }
    const std::size_t next = i + 1;
    return token(i).first_of_sentence && same_sentence(i, next) && is(next, wc::subject | wc::auxiliary);
}

bool FactFinder::Pass::is_sensory(std::size_t i) const {
    const TokenReading& reading = tokens[i];
    // « étaient tachés » is seen, « a taché » is done
    return reading.acts && !is_state(i) ? (reading.verb_classes & wc::sensory) != 0 : is(i, wc::sensory);
}

void FactFinder::Pass::noun_or_sense(std::size_t i) {
    const TokenReading& reading = tokens[i];
    // A participle after its auxiliary is no noun: « est tenue »
    const bool acts = reading.acts || (reading.past_participle && i > 0 && is(i - 1, wc::auxiliary));
    if (!acts && is(i, wc::description)) {
        add(FactKind::identity, i, i + 1);
    } else if (!acts && is(i, wc::place)) {
        add(FactKind::place, i, i + 1);
    } else if (!acts && is(i, wc::person)) {
        add(FactKind::person, i, i + 1);
    } else if (is_sensory(i)) {
        add(FactKind::sensory, i, i + 1);
    } else if (!acts && (is(i, wc::thing) || is_object(i))) {
        const std::uint64_t key = reading.noun ? std::uint64_t{reading.noun_lemma} : reading.stem;
        add(FactKind::object, i, i + 1, key);
    }
}

bool FactFinder::Pass::is_object(std::size_t i) const {
    constexpr Classes not_objects = wc::abstract_noun | wc::opinion | wc::sequence | wc::duration | wc::money |
                                    wc::greeting | wc::glue | wc::subject | wc::auxiliary | wc::number | wc::hour;
    const TokenReading& reading = tokens[i];
    const std::string_view word = comment.folded(i);
    if (token(i).kind != TokenKind::word || is(i, not_objects) || word.size() < 3) return false;
    if (reading.known && (!reading.noun || reading.function_word || reading.infinitive)) return false;
    // A small unknown word is rather a slip than a thing
    if (!reading.known && token(i).letter_case != LetterCase::initial_capital) return false;
    if (i == 0 || !same_sentence(i, i - 1)) return false;
    if (!is(i - 1, wc::glue) && !is_number(i - 1) && !(tokens[i - 1].adjective && reading.noun)) return false;
    return !ends_abstract(word);
}

std::size_t FactFinder::Pass::reported_until(std::size_t i) const {
    if (i > 0 && (comment.folded(i - 1) == "se" || comment.folded(i - 1) == "s'")) return i;
    const bool himself =
        i > 1 && is(i - 1, wc::auxiliary) && (comment.folded(i - 2) == "s'" || comment.folded(i - 2) == "me");
    if (himself) return i;  // « s'est montré à la hauteur de… »
    constexpr std::array openers{"que", "qu'", "si", "s'", "comment", "ou", "combien", "quel", "quelle"};
    for (std::size_t k = i + 1; k <= i + 4 && same_sentence(i, k); ++k) {
        const std::string_view word = comment.folded(k);
        if (is(k, wc::greeting)) return k + 1;
        if (std::find(openers.begin(), openers.end(), word) != openers.end()) return k + 1;
        // « m'a demandé de patienter », « de les suivre »
        const bool infinitive = same_sentence(i, k + 1) &&
                                (tokens[k + 1].infinitive || (is(k + 1, wc::clitic | wc::article) &&
                                                              same_sentence(i, k + 2) && tokens[k + 2].infinitive));
        if ((word == "de" || word == "d'") && infinitive) return k + 1;
    }
    return i;
}

bool FactFinder::Pass::is_state(std::size_t i) const {
    const TokenReading& reading = tokens[i];
    if (!reading.past_participle || reading.with_etre) return false;
    for (std::size_t back = 1; back <= 3 && back <= i && same_sentence(i, i - back); ++back) {
        const std::size_t before = i - back;
        if (is(before, wc::etre)) {
            return !(before > 0 && is(before - 1, wc::clitic));  // « s'est assis », « me suis dirigé »
        }
        if (is(before, wc::auxiliary) || token(before).kind == TokenKind::punctuation) return false;
    }
    return false;
}

void FactFinder::Pass::verb(std::size_t i) {
    const TokenReading& reading = tokens[i];
    if (!reading.acts || !reading.verb || is(i, wc::auxiliary) || is_sensory(i)) return;
    const std::uint64_t key = reading.verb_lemma;
    const bool past = is_past(i);
    const bool own_view = !past && i > 0 && (comment.folded(i - 1) == "je" || comment.folded(i - 1) == "j'");
    if ((reading.verb_classes & wc::speech_verb) != 0 && !own_view && (past || reading.finite)) {
        if (const std::size_t until = reported_until(i); until != i) {
            add(FactKind::reported, i, until, key);
            return;
        }
    }
    if (reading.to_come || is(i, wc::opinion) || (reading.verb_classes & wc::opinion) != 0) return;
    const bool seen = (reading.verb_classes & wc::deed) != 0 && !own_view;
    if (seen || (past && (reading.verb_classes & wc::weak_verb) == 0 && !is_state(i)))
        add(FactKind::action, i, i + 1, key);
}

}  // namespace relis::comments
