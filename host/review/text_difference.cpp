#include "review/text_difference.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <unicode/uchar.h>

#include "code_points.h"

namespace relis::review {

namespace {

using Kind = TextPart::Kind;
using Tokens = std::vector<std::u32string_view>;

/// Beyond that many differing words nobody compares any more.
constexpr std::ptrdiff_t most_differences = 600;

enum class Class { word, space, other };

Class class_of(char32_t character) {
    const auto c = static_cast<UChar32>(character);
    if (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) return Class::word;
    return u_isUWhiteSpace(c) ? Class::space : Class::other;
}

/// Words, white space, and every other character by itself.
Tokens tokens_of(std::u32string_view text) {
    Tokens tokens;
    for (std::size_t at = 0; at < text.size();) {
        const Class kind = class_of(text[at]);
        std::size_t end = at + 1;
        while (kind != Class::other && end < text.size() && class_of(text[end]) == kind) ++end;
        tokens.push_back(text.substr(at, end - at));
        at = end;
    }
    return tokens;
}

/// Puts parts together as they come.
class Parts {
  public:
    void add(Kind kind, std::u32string_view text) {
        if (text.empty()) return;
        if (parts_.empty() || parts_.back().first != kind) parts_.emplace_back(kind, std::u32string());
        parts_.back().second += text;
    }
    /// White space between two changes belongs to both of them; of neighbouring changes what was removed comes first.
    [[nodiscard]] std::vector<TextPart> merged() const {
        std::vector<TextPart> result;
        std::u32string removed, added;
        const auto flush = [&] {
            if (!removed.empty()) result.push_back({Kind::removed, utf8(removed)});
            if (!added.empty()) result.push_back({Kind::added, utf8(added)});
            removed.clear();
            added.clear();
        };
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const auto& [kind, text] = parts_[i];
            if (kind == Kind::removed) {
                removed += text;
            } else if (kind == Kind::added) {
                added += text;
            } else {
                const bool between = (!removed.empty() || !added.empty()) && i + 1 < parts_.size();
                const bool blank =
                    std::all_of(text.begin(), text.end(), [](char32_t c) { return class_of(c) == Class::space; });
                if (between && blank && !removed.empty() && !added.empty()) {
                    removed += text;
                    added += text;
                    continue;
                }
                flush();
                result.push_back({Kind::same, utf8(text)});
            }
        }
        flush();
        return result;
    }

  private:
    std::vector<std::pair<Kind, std::u32string>> parts_;
};

/// The shortest way from one list to the other, as kinds in order; empty where it is too long.
std::vector<Kind> shortest_way(const Tokens& before, const Tokens& after) {
    const auto n = static_cast<std::ptrdiff_t>(before.size());
    const auto m = static_cast<std::ptrdiff_t>(after.size());
    const std::ptrdiff_t most = std::min(n + m, most_differences);
    const std::ptrdiff_t middle = most + 1;
    std::vector<std::ptrdiff_t> reach(static_cast<std::size_t>(2 * most + 3), 0);
    std::vector<std::vector<std::ptrdiff_t>> trace;
    const auto at = [middle](auto& values, std::ptrdiff_t k) -> auto& {
        return values[static_cast<std::size_t>(k + middle)];
    };
    const auto down = [&at](auto& values, std::ptrdiff_t k, std::ptrdiff_t d) {
        return k == -d || (k != d && at(values, k - 1) < at(values, k + 1));
    };
    for (std::ptrdiff_t d = 0; d <= most; ++d) {
        trace.push_back(reach);
        for (std::ptrdiff_t k = -d; k <= d; k += 2) {
            std::ptrdiff_t x = down(reach, k, d) ? at(reach, k + 1) : at(reach, k - 1) + 1;
            while (x < n && x - k < m && x - k >= 0 &&
                   before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(x - k)]) {
                ++x;
            }
            at(reach, k) = x;
            if (x < n || x - k < m) continue;
            std::vector<Kind> way;
            std::ptrdiff_t y = m;
            x = n;
            for (std::ptrdiff_t step = d; step >= 0; --step) {
                const auto& values = trace[static_cast<std::size_t>(step)];
                const std::ptrdiff_t diagonal = x - y;
                const bool added = down(values, diagonal, step);
                const std::ptrdiff_t from = added ? diagonal + 1 : diagonal - 1;
                const std::ptrdiff_t from_x = step == 0 ? 0 : at(values, from);
                const std::ptrdiff_t from_y = step == 0 ? 0 : from_x - from;
                while (x > from_x && y > from_y) {
                    way.push_back(Kind::same);
                    --x;
                    --y;
                }
                if (step > 0) way.push_back(added ? Kind::added : Kind::removed);
                x = from_x;
                y = from_y;
            }
            std::reverse(way.begin(), way.end());
            return way;
        }
    }
    return {};
}

}  // namespace

std::vector<TextPart> compare_texts(std::string_view before, std::string_view after) {
    const std::u32string old_text = code_points(before);
    const std::u32string new_text = code_points(after);
    const Tokens old_tokens = tokens_of(old_text);
    const Tokens new_tokens = tokens_of(new_text);
    const auto shorter = static_cast<std::ptrdiff_t>(std::min(old_tokens.size(), new_tokens.size()));
    const auto head =
        std::mismatch(old_tokens.begin(), old_tokens.begin() + shorter, new_tokens.begin()).first - old_tokens.begin();
    const auto tail =
        std::mismatch(old_tokens.rbegin(), old_tokens.rbegin() + (shorter - head), new_tokens.rbegin()).first -
        old_tokens.rbegin();
    const Tokens old_middle(old_tokens.begin() + head, old_tokens.end() - tail);
    const Tokens new_middle(new_tokens.begin() + head, new_tokens.end() - tail);

    Parts parts;
    for (auto token = old_tokens.begin(); token != old_tokens.begin() + head; ++token) parts.add(Kind::same, *token);
    const std::vector<Kind> way = shortest_way(old_middle, new_middle);
    if (way.empty()) {
        for (const std::u32string_view token : old_middle) parts.add(Kind::removed, token);
        for (const std::u32string_view token : new_middle) parts.add(Kind::added, token);
    }
    std::size_t old_at = 0, new_at = 0;
    for (const Kind kind : way) {
        parts.add(kind, kind == Kind::added ? new_middle[new_at] : old_middle[old_at]);
        if (kind != Kind::added) ++old_at;
        if (kind != Kind::removed) ++new_at;
    }
    for (auto token = old_tokens.end() - tail; token != old_tokens.end(); ++token) parts.add(Kind::same, *token);
    return parts.merged();
}

}  // namespace relis::review
