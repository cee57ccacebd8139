#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <relis/context.h>
#include <relis/moment.h>

#include "store/database.h"

namespace relis::store {

/// Comments, and answers in words, of other reports, received in submissions before `before`, that share wording with
/// `text`: of the pairs of neighbouring telling words of both together at least 6 % (Jaccard similarity), or of the
/// telling words of the shorter one 35 %, as a retelling in other words does. Telling words have four letters or more
/// or are figures, folded as in search_words, without the most frequent ones. Most alike first, at most `limit`; of
/// the revisions of a report the one that is more alike. Texts of fewer than eight words resemble too many others and
/// give nothing.
///
/// Found through bands, so that the cost does not grow with the number of comments: 16 of a MinHash signature of the
/// pairs (Broder 1997, "On the resemblance and containment of documents"; Leskovec, Rajaraman, Ullman, "Mining of
/// Massive Datasets", chapter 3), which meet a comment of similarity s with a probability of 1 - (1 - s)^16: 0.63 at
/// 0.06, 0.97 at 0.2; and one for each of the eight longest words. Of a band that very many comments have only the
/// latest are looked at, and of all that are met the 60 that share most bands.
[[nodiscard]] std::vector<SimilarComment> similar_comments(Database& database, std::string_view text,
                                                           const Moment& before, const std::string& excluding_report,
                                                           std::size_t limit);

}  // namespace relis::store
