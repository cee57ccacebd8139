#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relis::review {

/// A stretch of text in a comparison of two.
struct TextPart {
    enum class Kind { same, removed, added };
    Kind kind = Kind::same;
    std::string text;  ///< UTF-8
    bool operator==(const TextPart&) const = default;
};

/// What became of a text, word by word (Myers, "An O(ND) Difference Algorithm", 1986): the removed and same parts in
/// their order are `before`, the added and same ones `after`. Changes with nothing but white space between them are
/// one. Texts that have very little in common are told as replaced from their first difference to their last.
[[nodiscard]] std::vector<TextPart> compare_texts(std::string_view before, std::string_view after);

}  // namespace relis::review
