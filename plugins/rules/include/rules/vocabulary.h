// The words that rules name, numbered: forms and lemmas.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/reading.h"
#include "language/lexicon.h"

namespace relis::rules {

/// Number of a form or of a lemma; no_word_key means one that no rule names.
using WordKey = std::uint16_t;
inline constexpr WordKey no_word_key = 0;

/// Numbers words while rules are read; then finds the numbers of a text's words, one look-up each whatever the number
/// of rules. Immutable once filled; then safe to share between threads.
class Vocabulary {
  public:
    explicit Vocabulary(const language::Lexicon& lexicon);

    /// The number of a form (lower case; an enclitic begins with its hyphen) or lemma, a new one at its first mention.
    /// Throws std::runtime_error beyond 65535.
    WordKey add_form(std::string_view form);
    WordKey add_lemma(language::LemmaId lemma);

    /// The form of token i, an enclitic's with its hyphens.
    [[nodiscard]] WordKey form(const grammar::ReadText& text, std::size_t i) const;
    [[nodiscard]] WordKey lemma(language::LemmaId lemma) const { return by_lemma_[lemma]; }

    /// Tells the processor that form() will be asked for that token soon.
    void fetch(const grammar::ReadText& text, std::size_t i) const {
        const language::FormId form = text.looked_up().common(i);
        if (form != language::no_form_id) __builtin_prefetch(&by_form_[form]);
    }

    /// One more than the highest number.
    [[nodiscard]] std::size_t size() const { return frequency_.size(); }
    /// How often the word stands in 100,000 words of a report, roughly: measured for the most frequent ones only.
    [[nodiscard]] std::uint32_t frequency(WordKey word) const { return frequency_[word]; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    WordKey add(std::uint32_t frequency);
    [[nodiscard]] std::uint32_t frequency_of(std::optional<language::FormId> form) const;

    const language::Lexicon& lexicon_;
    std::unordered_map<std::string, WordKey, Hash, std::equal_to<>> forms_;
    std::vector<WordKey> by_form_;         ///< by FormId
    std::vector<WordKey> by_closed_word_;  ///< by grammar::WordId
    std::vector<WordKey> by_lemma_;        ///< by LemmaId
    std::unordered_map<std::string_view, std::uint32_t> frequent_forms_;
    std::unordered_map<std::string_view, std::uint32_t> frequent_lemmas_;
    std::vector<std::uint32_t> frequency_ = {0};
};

}  // namespace relis::rules
