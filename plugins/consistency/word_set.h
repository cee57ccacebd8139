// A set of folded words that is asked once a token.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace relis::consistency {

/// Built at compile time: most words that are not in it are told by their first letter and their length alone, and the
/// others are compared with those of their first letter.
template <std::size_t size>
class WordSet {
  public:
    constexpr explicit WordSet(const std::array<std::string_view, size>& words) {
        std::size_t place = 0;
        for (std::size_t at = 0; at < buckets; ++at) {
            starts_[at] = static_cast<std::uint16_t>(place);
            for (const std::string_view word : words) {
                if (bucket(word) != at) continue;
                words_[place++] = word;
                lengths_[at] |= length_bit(word);
            }
        }
        starts_[buckets] = static_cast<std::uint16_t>(place);
    }
    [[nodiscard]] constexpr bool contains(std::string_view word) const {
        if (word.empty()) return false;
        const std::size_t at = bucket(word);
        if ((lengths_[at] & length_bit(word)) == 0) return false;
        for (std::size_t i = starts_[at]; i < starts_[at + 1]; ++i) {
            if (words_[i] == word) return true;
        }
        return false;
    }

  private:
    static constexpr std::size_t buckets = 32;
    static constexpr std::size_t bucket(std::string_view word) {
        return static_cast<unsigned char>(word.front()) & (buckets - 1);
    }
    static constexpr std::uint32_t length_bit(std::string_view word) { return 1U << (word.size() & 31U); }

    std::array<std::string_view, size> words_{};       ///< by bucket
    std::array<std::uint16_t, buckets + 1> starts_{};  ///< where each bucket begins
    std::array<std::uint32_t, buckets> lengths_{};
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
