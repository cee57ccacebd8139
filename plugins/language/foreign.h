// Recognises frequent words of other languages that are no French words: the sign of a foreign passage.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "language/lexicon.h"

namespace relis::language {

/// The languages known, as bits of a set.
inline constexpr std::size_t foreign_languages = 6;  ///< English, Spanish, Portuguese, Italian, German, Haitian Creole

inline constexpr std::uint8_t english = 1;

/// The frequent words of other languages. Immutable; safe to share between threads.
class ForeignWords {
  public:
    ForeignWords();

    /// The languages that a word is a frequent word of; none when a French text may hold it. A word in another script
    /// is a word of all of them. `form`: its number (Reading::common), `lower`: its letters, in lower case.
    [[nodiscard]] std::uint8_t languages_of(FormId form, std::string_view lower) const;

    /// True for a word of French that is a frequent word of English too (me, on, important): it may stand inside an
    /// English passage.
    [[nodiscard]] bool is_shared_with_english(std::string_view lower) const { return shared_.contains(lower); }

  private:
    /// A number that few words share, below may_be_.size().
    [[nodiscard]] static std::size_t trace_of(std::string_view word);

    std::unordered_map<std::string_view, std::uint8_t> languages_;
    std::unordered_set<std::string_view> shared_;
    std::bitset<8192> may_be_;  ///< by trace_of: some word of languages_ has it
};

/// Counts words language by language.
class ForeignCount {
  public:
    void add(std::uint8_t languages) {
        for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += languages >> i & 1U;
    }
    /// The count of the language that has most.
    [[nodiscard]] std::size_t most() const {
        std::size_t result = 0;
        for (const std::size_t count : counts_) result = count > result ? count : result;
        return result;
    }

  private:
    std::array<std::size_t, foreign_languages> counts_{};
};

}  // namespace relis::language
