// The layout of a compiled lexicon file, shared by its writer (dictionaries/) and its reader (lexicon.cpp).
//
// Little-endian, each section aligned on 8 bytes:
//   LexiconHeader
//   letters   code points (u32) in rising order; the letter code of an automaton label is the index + 1
//   arcs      the minimal automaton of all forms (Arc); arc 0 is unused, state 0 has no arcs
//   starts    form_count + 1 indices into entries (in entries)
//   entries   pairs {lemma, feature index} (u32, u32)
//   flags     one byte a form (form_flag)
//   features  distinct Features
//   lemma_text, lemma_start   all lemmas' UTF-8, and lemma_count + 1 offsets into it
//   lemma_forms, lemma_first  the forms of each lemma (u32, rising), and lemma_count + 1 offsets into them
//   spellings pairs {form, the same in the classic spelling or that of 1990} (u32, u32), both ways, rising
//
// The number of a form (its FormId) is its rank in the automaton: the sum of `skip` along its path, plus one for each
// final arc passed on the way.
#pragma once

#include <array>
#include <cstdint>

#include "language/analysis.h"

namespace relis::language::format {

inline constexpr std::array<char, 8> magic{'R', 'E', 'L', 'I', 'S', 'L', 'E', 'X'};
inline constexpr std::uint32_t version = 2;

struct Section {
    std::uint64_t offset = 0;  ///< bytes from the start of the file
    std::uint64_t count = 0;   ///< elements
};

struct LexiconHeader {
    std::array<char, 8> magic{};
    std::uint32_t version = 0;
    std::uint32_t root = 0;       ///< first arc of the start state
    std::uint64_t file_size = 0;  ///< bytes; a shorter file is truncated
    std::array<char, 16> source_hash{};
    Section letters, arcs, starts, entries, flags, features, lemma_text, lemma_start, lemma_forms, lemma_first,
        spellings;
};

struct Arc {
    std::uint32_t packed = 0;  ///< label: 8 bits, final: 1, last of its state: 1, first arc of the target: 22
    std::uint32_t skip = 0;    ///< forms that stand before this arc in its state

    [[nodiscard]] constexpr std::uint32_t label() const { return packed & 0xFFU; }
    [[nodiscard]] constexpr bool final() const { return (packed & 0x100U) != 0; }
    [[nodiscard]] constexpr bool last() const { return (packed & 0x200U) != 0; }
    [[nodiscard]] constexpr std::uint32_t target() const { return packed >> 10U; }
    static constexpr std::uint32_t pack(std::uint32_t label, bool is_final, bool is_last, std::uint32_t target) {
        return label | (is_final ? 0x100U : 0U) | (is_last ? 0x200U : 0U) | target << 10U;
    }
};
inline constexpr std::uint32_t max_arcs = 1U << 22U;

}  // namespace relis::language::format
