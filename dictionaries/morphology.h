// Turns the dictionary's morphological fields (po: is: st:) into Features.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/analysis.h"

namespace relis::dictionaries {

/// The analyses that an entry's fields and its affix's fields give together. An entry of several parts of speech
/// (`po:nom po:adj`) gives several. Empty for what is listed as a mistake (`po:err`).
/// Throws std::runtime_error for a field it does not know.
std::vector<language::Features> analyse(const std::vector<std::string>& entry_fields,
                                        const std::vector<std::string>& affix_fields);

/// The lemma named by `st:`, or nothing ("").
std::string_view stem_of(const std::vector<std::string>& entry_fields);

}  // namespace relis::dictionaries
