// A set of folded words that is asked once a token.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace relis::consistency {

/// Built at compile time: most words that are not in it are told by their first letter and their length alone.
template <std::size_t size>
class WordSet {
  public:
    constexpr explicit WordSet(const std::array<std::string_view, size>& words) : words_(words) {
        for (const std::string_view word : words) lengths_[bucket(word)] |= length_bit(word);
    }
    [[nodiscard]] constexpr bool contains(std::string_view word) const {
        if (word.empty() || (lengths_[bucket(word)] & length_bit(word)) == 0) return false;
        for (const std::string_view known : words_) {
            if (known == word) return true;
        }
        return false;
    }

  private:
    static constexpr std::size_t bucket(std::string_view word) {
        return static_cast<unsigned char>(word.front()) & 31U;
    }
    static constexpr std::uint32_t length_bit(std::string_view word) { return 1U << (word.size() & 31U); }

    std::array<std::string_view, size> words_;
    std::array<std::uint32_t, 32> lengths_{};
};

template <class... Words>
constexpr auto word_set(Words... words) {
    return WordSet<sizeof...(Words)>(std::array<std::string_view, sizeof...(Words)>{std::string_view(words)...});
}

template <std::size_t size>
constexpr bool listed(const WordSet<size>& words, std::string_view word) {
    return words.contains(word);
}

/// Whether a word is one of a few literals: each is compared by its length first, then in place.
template <std::size_t... sizes>
constexpr bool is_any(std::string_view word, const char (&... literals)[sizes]) {
    return ((word.size() == sizes - 1 && std::char_traits<char>::compare(word.data(), literals, sizes - 1) == 0) ||
            ...);
}

}  // namespace relis::consistency
