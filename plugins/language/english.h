// Recognises English words that are no French words: the sign of a foreign passage.
#pragma once

#include <string_view>

namespace relis::language {

/// True for a frequent English word, given in lower case, that cannot be taken for French.
[[nodiscard]] bool is_english(std::string_view lower_case_word);

}  // namespace relis::language
