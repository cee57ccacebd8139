// Shorthand of text messages: bcp, tjs, qqn.
#pragma once

#include <optional>
#include <string_view>

namespace relis::language {

/// What a shorthand, given in lower case, stands for; nothing for any other word.
[[nodiscard]] std::optional<std::string_view> shorthand_of(std::string_view lower_case_word);

}  // namespace relis::language
