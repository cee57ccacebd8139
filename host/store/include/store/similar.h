#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <relis/context.h>
#include <relis/moment.h>

#include "store/database.h"

namespace relis::store {

/// Comments, and answers in words, of other reports, received in submissions before `before`, that share much of their
/// wording with `text`: at least a fifth of the pairs of neighbouring telling words of both together (Jaccard
/// similarity ≥ 0.2; words of four letters and more, folded as in search_words, without the most frequent ones). Most
/// alike first, at most `limit`; each report once. Texts of fewer than eight words resemble too many others and give
/// nothing.
///
/// Found through MinHash signatures cut into bands (Broder 1997, "On the resemblance and containment of documents";
/// Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3), so that the cost does not grow with the
/// number of comments: with 16 bands of 2 rows a comment of similarity s is met with a probability of 1 - (1 - s²)^16,
/// which is 0.78 at 0.3, 0.94 at 0.4 and 0.99 at 0.5; a verbatim copy always, except that of a wording found in very
/// many reports only the latest are looked at, and of all that are met the 60 that share most bands.
[[nodiscard]] std::vector<SimilarComment> similar_comments(Database& database, std::string_view text,
                                                           const Moment& before, const std::string& excluding_report,
                                                           std::size_t limit);

}  // namespace relis::store
