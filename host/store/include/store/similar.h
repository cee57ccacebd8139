#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <relis/context.h>
#include <relis/moment.h>

#include "store/database.h"

namespace relis::store {

/// Comments of other reports, received in submissions before `before`, that share much of their wording with `text`:
/// at least half of the three-word sequences of both together (Jaccard similarity ≥ 0.5, words folded as in
/// search_words). Most alike first, at most `limit`; each report once. Texts of fewer than eight words resemble
/// too many others and give nothing.
///
/// Found through MinHash signatures cut into bands (Broder 1997, "On the resemblance and containment of documents";
/// Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3), so that the cost does not grow with the
/// number of comments; a comment at similarity 0.7 is found with a probability of 0.96, a verbatim copy always,
/// except that of a wording found in very many reports only the latest are looked at.
[[nodiscard]] std::vector<SimilarComment> similar_comments(Database& database, std::string_view text,
                                                           const Moment& before, const std::string& excluding_report,
                                                           std::size_t limit);

}  // namespace relis::store
