// One reading of one comment for its facts: token by token, then sentence by sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "comments/facts.h"
#include "comments/shingles.h"
#include "word_classes.h"

namespace relis::comments {

/// A token as the lexicon and the word lists read it.
struct FactFinder::TokenReading {
    std::uint32_t classes = 0;       ///< of the form and of its noun, adjective and adverb lemmas
    std::uint32_t verb_classes = 0;  ///< of its verb lemmas
    bool known = false;
    bool noun = false;
    bool adjective = false;
    bool verb = false;             ///< it has a verbal analysis…
    bool only_verb = false;        ///< …and no other
    bool past = false;             ///< imperfect or past historic
    bool to_come = true;           ///< its verbal analyses are all future or conditional
    bool past_participle = false;  ///< it may be one
    bool present_participle = false;
    bool function_word = false;
    bool first_name = false;
    language::LemmaId noun_lemma = 0;
    language::LemmaId verb_lemma = 0;
};

/// One reading of one comment.
struct FactFinder::Pass {
    const FactFinder& finder;
    const Comment& comment;
    const KnownNames& names;
    const Topics& topics;
    std::vector<TokenReading> tokens;
    std::vector<bool> piled;    ///< token by token: in a run of figures and names that nothing holds together
    std::vector<bool> general;  ///< token by token: said of things in general
    Reading result;

    Pass(const FactFinder& finder_, const Comment& comment_, const KnownNames& names_, const Topics& topics_)
        : finder(finder_), comment(comment_), names(names_), topics(topics_) {
        general.resize(comment.tokens().size());
        piled.resize(comment.tokens().size());
        tokens.reserve(comment.tokens().size());
        for (std::size_t i = 0; i < comment.tokens().size(); ++i) tokens.push_back(finder.read_token(comment, i));
    }

    [[nodiscard]] const language::Token& token(std::size_t i) const { return comment.tokens()[i]; }
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

    // Words: what stands at one token (facts_words.cpp).

    /// A conjugated verb, or a participle with its auxiliary; a form that is a noun too only after a subject.
    [[nodiscard]] bool is_verb(std::size_t i) const;
    [[nodiscard]] bool is_number(std::size_t i) const {
        return i < tokens.size() && (token(i).kind == language::TokenKind::number || is(i, word_class::number_word));
    }
    [[nodiscard]] bool is_noun(std::size_t i) const;
    /// Reads what stands between quotation marks at `i`; gives the token after the closing mark, or `i`.
    std::size_t quotation(std::size_t i);
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
    /// By its ending, as most French nouns of qualities and ideas can be told.
    [[nodiscard]] bool is_abstract(std::string_view noun) const;
    /// A concrete noun that stands in a phrase.
    [[nodiscard]] bool is_object(std::size_t i) const;
    /// What somebody did or said.
    void verb(std::size_t i);

    // Sentences: whether they tell their facts (facts_sentences.cpp).

    /// Whether one of the phrases begins at `i`.
    [[nodiscard]] bool begins(const Phrases& phrases, std::size_t i) const;
    /// A verb that tells what happened: a past tense, or an auxiliary with its participle.
    [[nodiscard]] bool is_past(std::size_t i) const {
        const TokenReading& reading = tokens[i];
        if (is(i, word_class::auxiliary) && reading.past) return true;
        return reading.verb && is_verb(i) && (reading.past || reading.past_participle);
    }
    /// Marks the clauses of a sentence that speak of things in general: those that say so, and beside one of them
    /// every clause without a past tense.
    bool mark_generalities(const language::Sentence& sentence);
    /// Marks the runs of three and more figures and names with no other word between them.
    void mark_heaps(const language::Sentence& sentence);
    /// Reads everything into `result`.
    void run();
    SentenceReading read_sentence(const language::Sentence& sentence);
    /// Reads what stands at `i`; gives the next token to read.
    std::size_t read_at(std::size_t i);
    /// Leaves out the facts of a sentence that tells nothing: a heap, or a list without a verb. What somebody looked
    /// like, and words quoted, need no verb.
    void keep_told(std::size_t first_fact, SentenceReading& reading);
};

}  // namespace relis::comments
