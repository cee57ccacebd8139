#include "comments/shingles.h"

#include <algorithm>

namespace relis::comments {

std::uint64_t stable_hash(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3ULL;
    }
    return hash;
}

std::vector<std::uint64_t> word_hashes(const Comment& comment) {
    std::vector<std::uint64_t> words;
    words.reserve(comment.tokens().size());
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        if (is_content(comment.tokens()[i])) words.push_back(comment.hash(i));
    }
    return words;
}

std::vector<std::uint64_t> runs_of(const std::vector<std::uint64_t>& words, std::size_t width) {
    std::vector<std::uint64_t> result;
    if (words.empty()) return result;
    width = std::min(width, words.size());
    result.reserve(words.size());
    for (std::size_t i = 0; i + width <= words.size(); ++i) {
        std::uint64_t hash = 0x9E3779B97F4A7C15ULL;
        for (std::size_t k = i; k < i + width; ++k) hash = (hash ^ words[k]) * 0x100000001B3ULL + (hash >> 29U);
        result.push_back(hash);
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

std::vector<std::uint64_t> shingles(const Comment& comment, std::size_t width) {
    return runs_of(word_hashes(comment), width);
}

double containment(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole) {
    if (part.empty()) return 0;
    std::size_t common = 0;
    for (auto a = part.begin(), b = whole.begin(); a != part.end() && b != whole.end();) {
        if (*a == *b) {
            ++common, ++a, ++b;
        } else if (*a < *b) {
            ++a;
        } else {
            ++b;
        }
    }
    return static_cast<double>(common) / static_cast<double>(part.size());
}

Wording wording(const Comment& comment) {
    return wording(word_hashes(comment));
}

Wording wording(const std::vector<std::uint64_t>& words) {
    return {runs_of(words, 1), runs_of(words, 2), runs_of(words, 3), words.size()};
}

Overlap overlap(const Wording& a, const Wording& b) {
    const auto of = [](const std::vector<std::uint64_t>& one, const std::vector<std::uint64_t>& other) {
        return one.size() <= other.size() ? containment(one, other) : containment(other, one);
    };
    return {of(a.words, b.words), of(a.pairs, b.pairs), of(a.runs, b.runs)};
}

}  // namespace relis::comments
