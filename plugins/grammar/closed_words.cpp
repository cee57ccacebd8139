#include "grammar/closed_words.h"

#include <array>

namespace relis::grammar {
namespace {

constexpr std::size_t table_size = 2048;
static_assert(std::size(closed_words) * 4 <= table_size);

constexpr std::size_t slot_of(std::string_view text) {
    std::uint32_t hash = 2166136261U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return (hash ^ hash >> 15U) % table_size;
}

/// Open addressing: each slot holds a word's number or no_word.
constexpr std::array<WordId, table_size> build_table() {
    std::array<WordId, table_size> table{};
    for (std::size_t i = 0; i < std::size(closed_words); ++i) {
        std::size_t slot = slot_of(closed_words[i]);
        while (table[slot] != no_word) slot = (slot + 1) % table_size;
        table[slot] = static_cast<WordId>(i + 1);
    }
    return table;
}

constexpr std::array<WordId, table_size> table = build_table();

}  // namespace

WordId find_closed_word(std::string_view lower) {
    for (std::size_t slot = slot_of(lower); table[slot] != no_word; slot = (slot + 1) % table_size) {
        if (closed_word(table[slot]) == lower) return table[slot];
    }
    return no_word;
}

}  // namespace relis::grammar
