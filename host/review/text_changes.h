#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/edited_copy.h"

// How an edited text is kept: as the places of the submitted text that read otherwise. Places count in the submitted
// text whatever was changed before, so that a further correction always finds its own.
namespace relis::review {

/// The edited text. `changes` are in order and do not overlap.
[[nodiscard]] std::string changed_text(const std::string& original, const std::vector<TextChange>& changes);

/// The changes with one more; a change of exactly the same place is replaced by it. Nothing where another one overlaps
/// that place: somebody rewrote it otherwise.
[[nodiscard]] std::optional<std::vector<TextChange>> with_change(std::vector<TextChange> changes,
                                                                 const TextChange& change);

/// The changes without those that touch [start, end).
[[nodiscard]] std::vector<TextChange> without_changes(std::vector<TextChange> changes, std::size_t start,
                                                      std::size_t end);

/// The changes after the edited text was rewritten to `text`. Those that were left as they were keep their author and
/// rule; what was written is `by_hand`'s, whose place and text are not looked at.
[[nodiscard]] std::vector<TextChange> rewritten(const std::string& original, const std::vector<TextChange>& changes,
                                                const std::string& text, const TextChange& by_hand);

}  // namespace relis::review
