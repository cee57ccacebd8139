#pragma once

#include <string>
#include <vector>

#include "review/feedback.h"

// Parts of a page that feedback and a self-check share.
namespace relis::review {

/// Both scores with what they are made of.
[[nodiscard]] std::vector<ShownScore> scores_of(const ReportDetails& details);

/// What was good: facts that the plugins found, never a compliment.
[[nodiscard]] std::vector<std::string> strengths_of(const ReportDetails& details);

void add_scores(Sheet& sheet, const std::vector<ShownScore>& scores);

/// One remark in a frame; its title is a heading where `level` is 3 or less.
void add_remark(Sheet& sheet, const Remark& remark, int level);

/// Remarks as remarks_of orders them, under headings of `level`: the first five open and the others folded, then the
/// light ones, which cost nothing.
void add_remarks(Sheet& sheet, const std::vector<Remark>& remarks, int level);

}  // namespace relis::review
