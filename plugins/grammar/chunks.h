// Cuts a reading into groups: noun groups, verbs with their clitics, prepositions, conjunctions, boundaries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "grammar/reading.h"
#include "structure.h"

namespace relis::grammar {

enum class ChunkKind : std::uint8_t {
    noun_group,    ///< determiner, adjectives, noun; a name; a pronoun that stands for a noun (celui-ci, tout, chacun)
    pronoun,       ///< je, tu, il… as subject before its verb
    verb,          ///< ne and clitics, a finite verb, its enclitics
    infinitive,    ///< clitics and infinitive
    participle,    ///< past or present participle, or adjective, outside a noun group
    preposition,   ///< also à, de; the article of au, du stays in the noun group
    coordination,  ///< et, ou, ni, mais…
    relative,      ///< qui, que, dont, où, lequel
    subordinator,  ///< que (conjunction), si, quand, comme, lorsque…
    adverb,
    comma,
    strong,  ///< any other mark, or the end of the sentence
    other,
};

struct Chunk {
    ChunkKind kind = ChunkKind::other;
    std::uint32_t first = 0;   ///< token
    std::uint32_t last = 0;    ///< token, inclusive
    std::uint32_t head = 0;    ///< noun, finite verb, infinitive…
    std::uint8_t genders = 0;  ///< of a noun group, what its members allow together
    std::uint8_t numbers = 0;
    std::uint8_t persons = 0;  ///< set of language::person
    bool determined = false;   ///< noun group that begins with a determiner
    bool uncertain = false;    ///< the words allow another cut
    bool faulty = false;       ///< the members of the noun group do not agree
    bool coordinated_adjectives = false;
};

/// The groups of a text in order. Every token belongs to one.
class Chunks {
  public:
    explicit Chunks(const ReadText& text);

    [[nodiscard]] std::size_t size() const { return chunks_.size(); }
    /// An index past the end reads as a mark.
    [[nodiscard]] const Chunk& operator[](std::size_t k) const { return k < chunks_.size() ? chunks_[k] : after_end_; }
    /// The group that holds a token; size() for one past the end.
    [[nodiscard]] std::size_t of_token(std::size_t i) const {
        return i < chunk_of_.size() ? chunk_of_[i] : chunks_.size();
    }

  private:
    std::size_t cut(std::size_t i);
    std::size_t cut_verb(std::size_t i);
    std::size_t cut_noun_group(std::size_t i);
    void add(const Chunk& chunk);
    [[nodiscard]] bool begins_noun_group(std::size_t i) const;
    [[nodiscard]] bool noun_fits(std::size_t adjective_token, std::size_t noun_token) const;
    [[nodiscard]] bool is_participle_before_agent(std::size_t i) const;
    [[nodiscard]] bool plural_verb_follows(const Chunk& chunk) const;
    [[nodiscard]] bool leads_to_noun(std::size_t i) const;
    [[nodiscard]] std::size_t joined_before_noun(std::size_t i) const;
    [[nodiscard]] bool takes_verb(std::size_t i) const;
    [[nodiscard]] std::size_t find_head(std::size_t i, std::size_t first) const;
    [[nodiscard]] std::size_t after_head(std::size_t i) const;
    void agree(Chunk& chunk) const;
    [[nodiscard]] bool linked(std::size_t i) const;

    const ReadText& text_;
    std::vector<Chunk> chunks_;
    Chunk after_end_;
    std::vector<std::uint32_t> chunk_of_;
};

/// The genders and numbers that the readings of a token allow, of nominal readings only (noun, adjective, participle,
/// determiner, numeral, pronoun): pairs, since the two go together. Bit (g - 1) * 2 + (n - 1) for g, n in {1, 2}.
using AgreementSet = std::uint8_t;
inline constexpr AgreementSet any_agreement = 15;
[[nodiscard]] AgreementSet agreement(const Features& features);
[[nodiscard]] AgreementSet agreement(const ReadText& text, std::size_t i, Parts parts);
[[nodiscard]] std::uint8_t genders_of(AgreementSet set);
[[nodiscard]] std::uint8_t numbers_of(AgreementSet set);
[[nodiscard]] AgreementSet agreement_set(std::uint8_t genders, std::uint8_t numbers);

/// Agreement that a determiner asks for, whatever its other readings.
[[nodiscard]] inline bool is_determiner(const ReadText& text, std::size_t i) {
    return text.has(i, trait::determiner);
}

}  // namespace relis::grammar
