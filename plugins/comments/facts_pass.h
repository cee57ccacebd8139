// One reading of one comment for its facts: token by token, then sentence by sentence.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "comments/facts.h"
#include "comments/shingles.h"
#include "vocabulary.h"
#include "word_classes.h"

namespace relis::comments {

struct FactFinder::Pass {
    const language::Lexicon& lexicon;
    const Vocabulary& vocabulary;
    const Comment& comment;
    const KnownNames& names;
    const QuestionReading& question;
    /// The tokens of a sentence: [first_token, last_token).
    struct Span {
        std::size_t first_token = 0, last_token = 0;
    };
    std::vector<TokenReading> tokens;
    std::uint64_t topic_stems = 0, topic_verbs = 0;  ///< bits of the words that topics begin with
    std::vector<Span> spans;
    Reading result;

    Pass(const FactFinder& finder, const Comment& comment_, const KnownNames& names_, const QuestionReading& question_);

    [[nodiscard]] const language::Token& token(std::size_t i) const { return comment.tokens()[i]; }
    [[nodiscard]] bool is(std::size_t i, Classes classes) const {
        return i < tokens.size() && (tokens[i].classes & classes) != 0;
    }
    [[nodiscard]] bool same_sentence(std::size_t a, std::size_t b) const {
        return a < tokens.size() && b < tokens.size() && tokens[a].sentence == tokens[b].sentence;
    }
    [[nodiscard]] bool is_known_name(std::size_t i) const {
        return !names.empty() && names.contains(std::string(comment.folded(i)));
    }

    void add(FactKind kind, std::size_t first, std::size_t last, std::uint64_t key) {
        result.facts.push_back(
            {kind, tokens[first].sentence, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), key});
    }
    void add(FactKind kind, std::size_t first, std::size_t last) {
        std::uint64_t key = tokens[first].hash;
        for (std::size_t i = first + 1; i < last; ++i) key = (key ^ tokens[i].hash) * 0x100000001B3ULL;
        add(kind, first, last, key);
    }

    // Words: what stands at one token (facts_words.cpp).

    /// A conjugated verb, or a participle with its auxiliary; a form that is a noun too only after a subject.
    [[nodiscard]] bool is_verb(std::size_t i) const;
    /// « Elle ma demandé », « ils mont salué »: for « m'a », « m'ont », since no noun follows such a subject.
    [[nodiscard]] bool is_joined_auxiliary(std::size_t i) const;
    [[nodiscard]] bool is_number(std::size_t i) const {
        return i < tokens.size() && (token(i).kind == language::TokenKind::number || is(i, word_class::number));
    }
    [[nodiscard]] bool is_noun(std::size_t i) const;
    /// Whether a first name is one in its place, and no name of the site.
    [[nodiscard]] static bool stands_as_name(const language::Lexicon& lexicon, const Comment& comment, std::size_t i,
                                             const KnownNames& names, bool after_road);
    /// Reads what stands between quotation marks at `i`; gives the token after the closing mark, or `i`.
    std::size_t quotation(std::size_t i);
    [[nodiscard]] static std::uint64_t bit_of(std::uint64_t key) { return std::uint64_t{1} << (key & 63U); }
    /// The topics that begin at `i`.
    void topic(std::size_t i);
    /// Hours, durations, amounts and counts at `i`; gives the token after, or `i`.
    std::size_t figure(std::size_t i);
    /// `5min`, `500g`: gives the token after, or `i`.
    std::size_t mixed(std::size_t i);
    /// Whether a capital unknown to the lexicon names a person: a cue or a role stands close before it, or it opens
    /// the sentence and acts.
    [[nodiscard]] bool is_unlisted_name(std::size_t i) const;
    /// Persons, places, sensory words and objects.
    void noun_or_sense(std::size_t i);
    /// A noun that no list knows and whose ending does not say that it is abstract, in a phrase.
    [[nodiscard]] bool is_object(std::size_t i) const;
    /// What was seen, heard, smelt, tasted or felt, be it a quality or an event (« gouttait »).
    [[nodiscard]] bool is_sensory(std::size_t i) const;
    /// A participle that tells a state, in which nobody acts: « est répandue », « ont été données ».
    [[nodiscard]] bool is_state(std::size_t i) const;
    /// What somebody did or said.
    void verb(std::size_t i);
    /// Speech with its matter: « m'a dit bonjour », « m'a demandé si… ». Gives the token past it, or `i`.
    [[nodiscard]] std::size_t reported_until(std::size_t i) const;

    // Sentences: whether they tell their facts (facts_sentences.cpp).

    /// Cuts the tokens into sentences.
    void divide();
    /// Marks what each token is here: a verb, a name.
    void mark_tokens();
    /// The set phrase that begins at `i`, or null.
    [[nodiscard]] const Phrase* phrase_at(std::size_t i) const;
    /// A verb that tells what happened: a past tense, or an auxiliary with its participle.
    [[nodiscard]] bool is_past(std::size_t i) const {
        const TokenReading& reading = tokens[i];
        if (is(i, word_class::auxiliary)) return reading.past;
        return reading.acts && (reading.past || reading.past_participle);
    }
    /// Marks the clauses of a sentence that speak of things in general: those that say so, and beside one of them
    /// every clause without a past tense.
    void mark_generalities(const Span& sentence);
    /// Notes what the set phrases of a sentence make of it. Gives whether one of them is general.
    bool read_phrases(const Span& sentence, SentenceReading& reading);
    /// Marks the runs of three and more figures and names with no other word between them, and marks given (« 9 sur
    /// 10 »), which are opinions in figures.
    void mark_heaps(const Span& sentence);
    /// Reads everything into `result`.
    void run();
    SentenceReading read_sentence(const Span& sentence);
    /// Reads what stands at `i`; gives the next token to read.
    std::size_t read_at(std::size_t i);
    /// Leaves out the facts of a sentence that tells nothing: a heap, a list without a verb, a judgement.
    void keep_told(std::size_t first_fact, SentenceReading& reading);
    /// Figures and names strewn over a sentence in which hardly anything happens: « Marc et Julie étaient là, 3
    /// employés, 2 caisses, 14 h 05. »
    [[nodiscard]] bool is_strewn(std::size_t first_fact, const SentenceReading& reading) const;
    /// What the facts of a sentence amount to.
    struct Strength;
    [[nodiscard]] Strength strength(std::size_t first_fact) const;

    // Order of words (facts_order.cpp).

    [[nodiscard]] WordOrder order(const Span& sentence) const;
    [[nodiscard]] bool may_follow(std::size_t i, std::size_t next) const;
};

}  // namespace relis::comments
