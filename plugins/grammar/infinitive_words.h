// What the checks of infinitives share: verbs heard like one, the clitics before it, what follows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "rules.h"
#include "verb_group.h"

namespace relis::grammar {

/// How a word may be a verb that is heard like an infinitive in -er.
enum class Heard : std::uint8_t {
    no,
    verb,  ///< a participle or a finite form and nothing else
    open,  ///< also a noun or an adjective: donnée, pensée, poussé
};

[[nodiscard]] Heard heard_like_infinitive(const ReadText& text, std::size_t i);

/// A participle in -é.
[[nodiscard]] bool is_masculine_participle(const ReadText& text, std::size_t i);

/// A determiner follows that opens an object: ranger [sa caisse]; not du, des, nor a time (le lundi).
[[nodiscard]] bool sure_object_follows(const Checker& checker, std::size_t i);

/// The verb at i stands in a relative clause, so that a finite verb may follow: ce que je veux fonctionne.
[[nodiscard]] bool in_relative_clause(const Checker& checker, std::size_t i);

/// The verb at k ends in -ez, and neither a vous nor a pronoun joined to it can be its subject.
[[nodiscard]] bool second_plural_alone(const ReadText& text, std::size_t k);

/// The clitics, ne and adverbs from k on, after which the verb of a preposition or a verb stands.
struct Clitics {
    std::size_t verb = npos;   ///< first token after them
    std::size_t count = 0;     ///< of pronouns
    bool article = false;      ///< the last one may be an article: le, la, les, l', leur
    bool strong = false;       ///< nous, vous, lui alone: may be a strong pronoun
    bool only_object = false;  ///< among them one that is always an object: me, te, se, y, en
};

[[nodiscard]] Clitics clitics_from(const ReadText& text, std::size_t k);

/// Reports that token i must be an infinitive after `governor`.
void report_infinitive(Checker& checker, std::size_t i, std::size_t governor, std::string_view rule);

// infinitive_other.cpp
void infinitive_after_other_words(Checker& checker, std::size_t i);
void gerund_after_en(Checker& checker, std::size_t i);

}  // namespace relis::grammar
