// What single words are: the lexicon's analyses and the word files together, one look-up a token.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "comments/comment.h"
#include "language/lexicon.h"
#include "word_classes.h"

namespace relis::comments {

/// A set phrase (files/phrases).
struct Phrase {
    /// What it says of its sentence.
    enum class Effect : std::uint8_t {
        vague,    ///< nothing that could be checked
        general,  ///< its clause leaves the visit for opinions and generalities
        outside   ///< the sentence tells of the shopper's life outside the visit
    };
    std::uint64_t second = 0;          ///< hash of the second word: most phrases fail there; 0: there is none
    std::vector<std::uint64_t> words;  ///< hashes of all its folded words
    Effect effect = Effect::vague;
};

/// A token as the lexicon and the word files read it.
struct TokenReading {
    Classes classes = 0;       ///< of the form and of its noun, adjective and adverb lemmas
    Classes verb_classes = 0;  ///< of its verb lemmas
    std::uint64_t hash = 0;    ///< of the folded form
    std::uint64_t stem = 0;    ///< of the folded form without the ending of a plural or feminine
    const std::vector<Phrase>* phrases =
        nullptr;  ///< the set phrases that may begin with it; lives with the Vocabulary
    language::LemmaId noun_lemma = 0;
    language::LemmaId verb_lemma = 0;
    bool known = false;
    bool noun = false;
    bool adjective = false;
    bool adverb = false;
    bool verb = false;             ///< it has a verbal analysis…
    bool only_verb = false;        ///< …and no other
    bool finite = false;           ///< it may have a subject
    bool past = false;             ///< imperfect or past historic
    bool to_come = true;           ///< its verbal analyses are all future or conditional
    bool past_participle = false;  ///< it may be one
    bool with_etre = false;        ///< a verb that builds its perfect with être: est arrivé
    bool present_participle = false;
    bool infinitive = false;
    bool function_word = false;
    bool first_name = false;
    // What the comment around it makes of it (FactFinder::Pass)
    std::uint32_t sentence = 0;
    bool acts = false;         ///< it is a verb here
    bool names = false;        ///< it names a person here
    bool figure = false;       ///< a number, an hour, an amount
    bool piled = false;        ///< in a run of figures and names that nothing holds together
    bool general = false;      ///< said of things in general, or part of an idiom
    bool generalises = false;  ///< a phrase begins here that makes its clause general
};

/// Immutable once built (a few milliseconds); safe to use from several threads.
class Vocabulary {
  public:
    explicit Vocabulary(const language::Lexicon& lexicon);

    /// Reads one token. `folded` is its folded form.
    [[nodiscard]] TokenReading read(const language::Token& token, std::string_view folded) const;
    /// Reads a word or an elided word, by its number in the lexicon (Lexicon::find_in_any_case).
    [[nodiscard]] TokenReading read_word(std::string_view folded, std::optional<language::FormId> form) const;
    /// Reads what is neither, by the hash of its folded form.
    [[nodiscard]] static TokenReading read_other(language::TokenKind kind, std::uint64_t hash);

    /// The classes that word files give to a folded word whatever the lexicon says of it, or its singular.
    [[nodiscard]] Classes listed(std::string_view folded) const;

  private:
    struct Slot {
        std::uint64_t key = 0;     ///< hash of a folded word; 0: free
        Classes always = 0;        ///< classes of the form itself
        Classes unknown = 0;       ///< classes of the word where the lexicon does not know the form as written
        std::uint32_t closed = 0;  ///< 1 + index into closed_: a little word, read beforehand
    };
    [[nodiscard]] const Slot* find(std::uint64_t hash) const;
    Slot& slot(std::uint64_t hash);
    void add_words(const word_class::File& file, std::string_view words);
    void add_phrases(std::string_view lines, Phrase::Effect effect);
    [[nodiscard]] const std::vector<Phrase>* phrases(std::uint64_t first_word) const;
    void add_analyses(TokenReading& reading, language::FormId form) const;

    const language::Lexicon& lexicon_;
    std::vector<Slot> slots_;  ///< open addressing, a power of two
    std::size_t used_ = 0;
    std::vector<Classes> by_lemma_;
    std::vector<TokenReading> closed_;
    std::unordered_map<std::uint64_t, std::vector<Phrase>> phrases_;
};

}  // namespace relis::comments
