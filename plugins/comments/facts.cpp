#include "comments/facts.h"

#include <algorithm>

#include "comments/shingles.h"
#include "word_classes.h"

namespace relis::comments {

using language::LetterCase;
using language::PartOfSpeech;
using language::Token;
using language::TokenKind;
namespace wc = word_class;

namespace {

template <class Use>
void for_each_word(std::string_view text, Use use) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        if (space > at) use(text.substr(at, space - at));
        at = space + 1;
    }
}

void add_words(KnownNames& names, std::string_view text) {
    const Comment comment(text);
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        if (comment.tokens()[i].kind == TokenKind::word) names.emplace(comment.folded(i));
    }
}

bool is_figure(const Token& token) {
    return token.kind == TokenKind::number || token.kind == TokenKind::hour || token.kind == TokenKind::amount ||
           token.kind == TokenKind::mixed;
}

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

std::string_view to_string(FactKind kind) {
    constexpr std::array<std::string_view, fact_kinds> names{"identity", "person", "time",     "duration", "quantity",
                                                             "price",    "quote",  "reported", "place",    "sensory",
                                                             "object",   "action", "sequence", "topic"};
    return names[static_cast<std::size_t>(kind)];
}

KnownNames known_names(const Report& report, const Context& context) {
    KnownNames names;
    for (const std::string& word : context.vocabulary()) add_words(names, word);
    add_words(names, report.site.name);
    add_words(names, report.site.city);
    add_words(names, context.questionnaire().title);
    return names;
}

Topics topics_of(const Question& question) {
    Topics topics;
    for (const std::string& topic : question.topics) {
        const Comment comment(topic);
        std::vector<std::string> words;
        for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
            if (is_content(comment.tokens()[i])) words.emplace_back(comment.folded(i));
        }
        if (!words.empty()) topics.push_back(std::move(words));
    }
    return topics;
}

FactFinder::FactFinder(std::shared_ptr<const language::Lexicon> lexicon) : lexicon_(std::move(lexicon)) {
    constexpr std::array parts{PartOfSpeech::noun, PartOfSpeech::adjective, PartOfSpeech::verb, PartOfSpeech::adverb};
    constexpr std::uint32_t verbs_only = wc::weak_verb | wc::speech_verb;
    constexpr std::uint32_t forms_only = wc::subject | wc::auxiliary | wc::glue | wc::no_verb;
    for (const wc::List& list : wc::lists) {
        for_each_word(list.words, [&](std::string_view word) {
            for (const PartOfSpeech part : parts) {
                if ((list.classes & forms_only) != 0) break;
                if ((list.classes & verbs_only) != 0 && part != PartOfSpeech::verb) continue;
                for (const language::LemmaId lemma : lexicon_->lemmas(word, part)) by_lemma_[lemma] |= list.classes;
            }
            if ((list.classes & verbs_only) != 0) return;
            folded_words_.push_back(std::make_unique<const std::string>(language::fold(word)));
            by_form_[*folded_words_.back()] |= list.classes;
        });
    }
    for (const std::string_view phrase : wc::vague_phrases) {
        std::vector<std::string_view> words;
        for_each_word(phrase, [&](std::string_view word) { words.push_back(word); });
        vague_phrases_[words.front()].push_back(words);
    }
}

std::uint32_t FactFinder::listed(std::string_view folded) const {
    auto found = by_form_.find(folded);
    if (found == by_form_.end() && folded.size() > 3 && (folded.back() == 's' || folded.back() == 'x')) {
        found = by_form_.find(folded.substr(0, folded.size() - 1));
    }
    return found == by_form_.end() ? 0 : found->second;
}

struct FactFinder::TokenReading {
    std::uint32_t classes = 0;       ///< of the form and of its noun, adjective and adverb lemmas
    std::uint32_t verb_classes = 0;  ///< of its verb lemmas
    bool known = false;
    bool noun = false;
    bool adjective = false;
    bool verb = false;             ///< it has a verbal analysis…
    bool only_verb = false;        ///< …and no other
    bool past_participle = false;  ///< it may be one
    bool present_participle = false;
    bool function_word = false;
    bool first_name = false;
    language::LemmaId noun_lemma = 0;
    language::LemmaId verb_lemma = 0;
};

FactFinder::TokenReading FactFinder::read_token(const Comment& comment, std::size_t index) const {
    TokenReading reading;
    const Token& token = comment.tokens()[index];
    if (token.kind != TokenKind::word && token.kind != TokenKind::elided) return reading;
    reading.classes = listed(comment.folded(index));
    const auto form = lexicon_->find_in_any_case(token.form);
    if (!form) return reading;
    reading.known = true;
    bool other = false;
    for (const language::Analysis analysis : lexicon_->analyses(*form)) {
        const language::Features& features = analysis.features;
        std::uint32_t classes = 0;
        if (const auto found = by_lemma_.find(analysis.lemma); found != by_lemma_.end()) classes = found->second;
        if (features.is(PartOfSpeech::verb)) {
            reading.verb = true;
            reading.verb_lemma = analysis.lemma;
            reading.verb_classes |= classes;
            reading.past_participle |= features.has_tense(language::tense::past_participle);
            reading.present_participle |= features.has_tense(language::tense::present_participle);
            continue;
        }
        other = true;
        reading.classes |= classes;
        switch (features.part) {
            case PartOfSpeech::noun:
                reading.noun = true;
                reading.noun_lemma = analysis.lemma;
                break;
            case PartOfSpeech::adjective:
                reading.adjective = true;
                break;
            case PartOfSpeech::proper_noun:
                reading.first_name |= features.has_role(language::role::first_name);
                break;
            case PartOfSpeech::title:
                break;
            default:
                reading.function_word = true;
        }
        reading.first_name |= features.has_role(language::role::first_name);
    }
    reading.only_verb = reading.verb && !other;
    return reading;
}

/// One reading of one comment.
struct FactFinder::Pass {
    const FactFinder& finder;
    const Comment& comment;
    const KnownNames& names;
    const Topics& topics;
    std::vector<TokenReading> tokens;
    Reading result;

    Pass(const FactFinder& finder_, const Comment& comment_, const KnownNames& names_, const Topics& topics_)
        : finder(finder_), comment(comment_), names(names_), topics(topics_) {
        tokens.reserve(comment.tokens().size());
        for (std::size_t i = 0; i < comment.tokens().size(); ++i) tokens.push_back(finder.read_token(comment, i));
    }

    [[nodiscard]] const Token& token(std::size_t i) const { return comment.tokens()[i]; }
    [[nodiscard]] bool is(std::size_t i, std::uint32_t classes) const {
        return i < tokens.size() && (tokens[i].classes & classes) != 0;
    }
    [[nodiscard]] bool same_sentence(std::size_t a, std::size_t b) const {
        return a < tokens.size() && b < tokens.size() && token(a).sentence == token(b).sentence;
    }

    void add(FactKind kind, std::size_t first, std::size_t last, std::uint64_t key) {
        result.facts.push_back(
            {kind, token(first).sentence, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), key});
    }
    void add(FactKind kind, std::size_t first, std::size_t last) {
        std::string text;
        for (std::size_t i = first; i < last; ++i) text.append(comment.folded(i)).push_back(' ');
        add(kind, first, last, stable_hash(text));
    }

    /// A conjugated verb, or a participle with its auxiliary; a form that is a noun too only after a subject.
    [[nodiscard]] bool is_verb(std::size_t i) const {
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

    [[nodiscard]] bool is_number(std::size_t i) const {
        return i < tokens.size() && (token(i).kind == TokenKind::number || is(i, wc::number_word));
    }
    [[nodiscard]] bool is_noun(std::size_t i) const {
        if (i >= tokens.size() || token(i).kind != TokenKind::word) return false;
        const TokenReading& reading = tokens[i];
        return !reading.known || (reading.noun && !reading.function_word) ||
               is(i, wc::person | wc::place | wc::identity);
    }

    /// Reads what stands between quotation marks at `i`; gives the token after the closing mark, or `i`.
    std::size_t quotation(std::size_t i) {
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

    void topic(std::size_t i) {
        for (std::size_t t = 0; t < topics.size(); ++t) {
            const auto& words = topics[t];
            bool all = i + words.size() <= tokens.size();
            for (std::size_t k = 0; all && k < words.size(); ++k) all = touches(comment.folded(i + k), words[k]);
            if (all) add(FactKind::topic, i, i + words.size(), t);
        }
    }

    /// Hours, durations, amounts and counts at `i`; gives the token after, or `i`.
    std::size_t figure(std::size_t i) {
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

    std::size_t mixed(std::size_t i) {
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

    /// Whether a capital unknown to the lexicon names a person: a cue or a role stands close before it, or it opens
    /// the sentence and acts.
    [[nodiscard]] bool is_unlisted_name(std::size_t i) const {
        if (tokens[i].known || token(i).letter_case != LetterCase::initial_capital) return false;
        if (comment.folded(i).size() < 3) return false;
        for (std::size_t back = 1; back <= 4 && back <= i && same_sentence(i, i - back); ++back) {
            if (is(i - back, wc::name_cue | wc::person)) return true;
        }
        const std::size_t next = i + 1;
        return token(i).first_of_sentence && same_sentence(i, next) && is(next, wc::subject | wc::auxiliary);
    }

    void noun_or_sense(std::size_t i) {
        const TokenReading& reading = tokens[i];
        if (is(i, wc::identity)) {
            add(FactKind::identity, i, i + 1);
        } else if (is(i, wc::place) && !is_verb(i)) {
            add(FactKind::place, i, i + 1);
        } else if (is(i, wc::person)) {
            add(FactKind::person, i, i + 1);
        } else if (is(i, wc::sensory) || (reading.verb_classes & wc::sensory) != 0) {
            add(FactKind::sensory, i, i + 1);
        } else if (is_object(i)) {
            const std::uint64_t key = reading.known ? stable_hash(finder.lexicon_->lemma(reading.noun_lemma))
                                                    : stable_hash(comment.folded(i));
            add(FactKind::object, i, i + 1, key);
        }
    }

    [[nodiscard]] bool is_object(std::size_t i) const {
        constexpr std::uint32_t not_objects = wc::abstract_noun | wc::opinion | wc::sequence | wc::duration_unit |
                                              wc::money_unit | wc::greeting | wc::glue | wc::subject | wc::auxiliary |
                                              wc::number_word | wc::hour_word;
        const TokenReading& reading = tokens[i];
        if (token(i).kind != TokenKind::word || is(i, not_objects) || comment.folded(i).size() < 3) return false;
        if (reading.known && (!reading.noun || reading.function_word || is_verb(i))) return false;
        if (i == 0 || !same_sentence(i, i - 1)) return false;
        return is(i - 1, wc::glue) || is_number(i - 1) || (tokens[i - 1].adjective && reading.noun);
    }

    void verb(std::size_t i) {
        const TokenReading& reading = tokens[i];
        if (!reading.verb || !is_verb(i) || is(i, wc::auxiliary)) return;
        const std::uint64_t key = stable_hash(finder.lexicon_->lemma(reading.verb_lemma));
        if ((reading.verb_classes & wc::speech_verb) != 0) {
            for (std::size_t k = i + 1; k <= i + 4 && same_sentence(i, k); ++k) {
                const std::string_view word = comment.folded(k);
                if (is(k, wc::greeting) || word == "que" || word == "qu'" || word == "si" || word == "s'" ||
                    word == "de" || word == "d'" || word == "comment" || word == "ou" || word == "combien") {
                    add(FactKind::reported, i, k + 1, key);
                    return;
                }
            }
        }
        if ((reading.verb_classes & (wc::weak_verb | wc::opinion)) == 0) add(FactKind::action, i, i + 1, key);
    }

    [[nodiscard]] bool vague_phrase(std::size_t i) const {
        const auto found = finder.vague_phrases_.find(comment.folded(i));
        if (found == finder.vague_phrases_.end()) return false;
        return std::any_of(found->second.begin(), found->second.end(), [&](const auto& words) {
            if (i + words.size() > tokens.size()) return false;
            for (std::size_t k = 0; k < words.size(); ++k) {
                const std::string_view folded = comment.folded(i + k);
                if (folded != words[k]) return false;
            }
            return true;
        });
    }

    void run() {
        result.sentences.reserve(comment.sentences().size());
        for (const language::Sentence& sentence : comment.sentences()) {
            const std::size_t first_fact = result.facts.size();
            SentenceReading reading = read_sentence(sentence);
            keep_told(first_fact, reading);
            result.sentences.push_back(reading);
        }
    }

    SentenceReading read_sentence(const language::Sentence& sentence) {
        SentenceReading reading;
        std::string words;
        std::size_t glue = 0, piled = 0;
        for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
            if (!is_content(token(i))) continue;
            words.append(comment.folded(i)).push_back(' ');
            ++reading.words;
            glue += is(i, wc::glue) ? 1U : 0U;
            piled += is_figure(token(i)) || finder.names_person(comment, i, tokens[i], names) ? 1U : 0U;
            reading.has_verb |= is_verb(i);
            reading.has_opinion |= is(i, wc::opinion);
            reading.is_vague |= vague_phrase(i);
        }
        reading.hash = stable_hash(words);
        reading.is_phrase = !reading.has_verb && reading.words >= 3 && glue * 6 >= reading.words;
        reading.is_heap = piled >= 3 && piled * 9 > reading.words * 4;
        for (std::size_t i = sentence.first_token; i < sentence.last_token;) i = read_at(i);
        return reading;
    }

    std::size_t read_at(std::size_t i) {
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

    /// Leaves out the facts of a sentence that tells nothing: a heap, or a list without a verb. What somebody looked
    /// like, and words quoted, need no verb.
    void keep_told(std::size_t first_fact, SentenceReading& reading) {
        const auto begin = result.facts.begin() + static_cast<std::ptrdiff_t>(first_fact);
        const auto described = std::count_if(begin, result.facts.end(), [&](const Fact& fact) {
            return fact.kind == FactKind::identity && is(fact.first_token, wc::identity);
        });
        if (described >= 2) reading.is_phrase |= !reading.has_verb;
        const bool told = (reading.has_verb || reading.is_phrase) && (!reading.is_heap || described >= 2);
        if (!told) {
            result.facts.erase(std::remove_if(begin, result.facts.end(),
                                              [](const Fact& fact) { return fact.kind != FactKind::quote; }),
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
        reading.is_vague = (reading.is_vague || reading.has_opinion) && strong == 0 && all < 4;
    }
};

Reading FactFinder::read(const Comment& comment, const KnownNames& names, const Topics& topics) const {
    Pass pass(*this, comment, names, topics);
    pass.run();
    return std::move(pass.result);
}

bool FactFinder::names_person(const Comment& comment, std::size_t index, const TokenReading& reading,
                              const KnownNames& names) const {
    const Token& token = comment.tokens()[index];
    if (!reading.first_name || token.letter_case != LetterCase::initial_capital) return false;
    if (names.contains(std::string(comment.folded(index)))) return false;
    if (token.first_of_sentence && !lexicon_->lookup(language::lower(token.form)).empty()) return false;
    return index == 0 || (listed(comment.folded(index - 1)) & wc::road) == 0;
}

bool FactFinder::is_first_name(const Comment& comment, std::size_t index, const KnownNames& names) const {
    return names_person(comment, index, read_token(comment, index), names);
}

}  // namespace relis::comments
