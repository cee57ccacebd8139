// The words that cut, limit or deny a clause, as bits that are read once a form.
#pragma once

#include <string_view>

#include "clauses.h"

namespace relis::consistency {

namespace clause_word {
inline constexpr ClauseMarks conjunction = 1U << 0U;
inline constexpr ClauseMarks subject_pronoun = 1U << 1U;
inline constexpr ClauseMarks linking = 1U << 2U;  ///< after it a pronoun opens no clause
inline constexpr ClauseMarks ne = 1U << 3U;       ///< `ne`, `n'`
inline constexpr ClauseMarks concord = 1U << 4U;  ///< joins `ne` into one denial
inline constexpr ClauseMarks spoken = 1U << 5U;   ///< denies without `ne` in the way people talk and write notes
inline constexpr ClauseMarks limit = 1U << 6U;    ///< says when, how much or to whom
inline constexpr ClauseMarks softener = 1U << 7U;
inline constexpr ClauseMarks selection = 1U << 8U;
inline constexpr ClauseMarks other_day = 1U << 9U;
inline constexpr ClauseMarks month = 1U << 10U;
inline constexpr ClauseMarks span_of_time = 1U << 11U;
inline constexpr ClauseMarks of_past = 1U << 12U;
inline constexpr ClauseMarks this_time = 1U << 13U;
inline constexpr ClauseMarks customer = 1U << 14U;
inline constexpr ClauseMarks of_mind = 1U << 15U;     ///< `comprenais`, `pensais`: how it was before
inline constexpr ClauseMarks other_time = 1U << 16U;  ///< `hier`, `fois`, `fin`: what stands around it tells the day
inline constexpr ClauseMarks of_shopper = 1U << 17U;  ///< `me`, `mon`, `nous`
inline constexpr ClauseMarks joins = 1U << 18U;       ///< `et`, `que`, `qui`, `pour`: may open a clause
inline constexpr ClauseMarks subject = 1U << 19U;     ///< a subject, or a word that may be one
inline constexpr ClauseMarks deny_word = 1U << 20U;   ///< `sans`, `oublié`, `peu`: may deny what follows it
inline constexpr ClauseMarks part = 1U << 21U;        ///< « à part ça »
inline constexpr ClauseMarks before = 1U << 22U;      ///< « devant moi »
}  // namespace clause_word

/// The marks of a folded word.
[[nodiscard]] ClauseMarks clause_marks(std::string_view folded);

}  // namespace relis::consistency
