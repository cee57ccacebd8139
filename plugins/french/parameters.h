// What a quality manager may tune in the criterion `french`.
#pragma once

#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include <relis/finding.h>
#include <relis/parameters.h>

#include "french/score.h"
#include "language/checker.h"

namespace relis::french {

/// The schema, in the order in which it is shown.
std::vector<ParameterSpec> parameter_schema();

/// The parameters of one call, read once.
struct Settings {
    explicit Settings(const Parameters& parameters);

    Curve curve;
    std::size_t min_words = 0;
    double min_judged_share = 0;
    double repeated_fault = 0;
    std::size_t suggestions = 0;
    language::SpellingNorm spelling = language::SpellingNorm::either;
    std::unordered_set<std::string> accepted_words;  ///< lower case
    std::unordered_set<std::string> silent_rules;

    /// False for a category that is switched off: its faults are neither shown nor counted.
    [[nodiscard]] bool checks(Category category) const { return !silent_categories_.contains(category); }
    /// Weight of one fault of that category; 0 for those that never count.
    [[nodiscard]] double weight(Category category) const;

  private:
    std::set<Category> silent_categories_;
    double spelling_ = 0, grammar_ = 0, syntax_ = 0, typography_weight_ = 0, style_ = 0;
};

}  // namespace relis::french
