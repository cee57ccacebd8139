// Quantities told in a comment beside the value or the limit of a question.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "box.h"
#include "clauses.h"
#include "comments/comment.h"
#include "quantity.h"

namespace relis::consistency {

/// « en moins de trois minutes », « au moins deux produits » in a question.
struct Limit {
    Quantity quantity;
    bool at_most = true;  ///< otherwise at least
};
[[nodiscard]] std::optional<Limit> limit_of(const comments::Comment& label);
[[nodiscard]] bool has_limit(const comments::Comment& label);

/// A quantity in the comment that is not the value (`other-duration`, `other-quantity`, `other-amount`), or that lies
/// on the other side of the question's limit or outside the choice's range (`beyond-limit`). At most one is reported.
bool find_other_quantity(const Question& question, const std::string& value, const comments::Comment& label,
                         const ReadComment& read, const Box& box, std::vector<Finding>& findings);

}  // namespace relis::consistency
