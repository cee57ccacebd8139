// Runs of words as numbers, to tell how much wording two texts share in linear time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "comments/comment.h"

namespace relis::comments {

/// A hash of a text, the same in every run and on every machine (FNV-1a, 64 bits).
[[nodiscard]] std::uint64_t stable_hash(std::string_view text);

/// The stable hashes of the folded words and figures of a comment, in their order.
[[nodiscard]] std::vector<std::uint64_t> word_hashes(const Comment& comment);

/// As shingles(), of words as word_hashes() gives them.
[[nodiscard]] std::vector<std::uint64_t> runs_of(const std::vector<std::uint64_t>& words, std::size_t width);

/// The distinct hashes of every run of `width` folded words of a comment, sorted; of all its words at once where it
/// has fewer. Letter case, accents and punctuation make no difference. REQUIRES: width > 0.
[[nodiscard]] std::vector<std::uint64_t> shingles(const Comment& comment, std::size_t width = 3);

/// The share of `part` that stands in `whole` too, 0–1; 0 for an empty `part`. Both sorted, as shingles() gives them.
[[nodiscard]] double containment(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole);

/// The wording of a comment at three grains: what is left of it when words are changed (`words`), when they change
/// places (`pairs`), and when it is pasted (`runs`). Each sorted and distinct.
struct Wording {
    std::vector<std::uint64_t> words;
    std::vector<std::uint64_t> pairs;
    std::vector<std::uint64_t> runs;  ///< of three words
    std::size_t count = 0;            ///< words and figures
};
[[nodiscard]] Wording wording(const Comment& comment);
/// Of words as word_hashes() gives them.
[[nodiscard]] Wording wording(const std::vector<std::uint64_t>& words);

/// How much of the shorter of two wordings stands in the longer (containment, Broder 1997), at each grain.
struct Overlap {
    double words = 0;
    double pairs = 0;
    double runs = 0;
};
[[nodiscard]] Overlap overlap(const Wording& a, const Wording& b);

}  // namespace relis::comments
