// The words that a report may use although no dictionary has them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include <relis/context.h>
#include <relis/report.h>

namespace relis::french {

/// Words of the questionnaire, of the site's name and city, of the programme's vocabulary and of the manager's list.
/// Gathered when first asked for, since most reports never ask. Not shared between threads: one a call.
class Vocabulary {
  public:
    Vocabulary(const Report& report, const Context& context, const std::unordered_set<std::string>& accepted)
        : report_(report), context_(context), accepted_(accepted) {}

    /// Whether the word, in lower case, is one of them.
    [[nodiscard]] bool has(std::string_view lower_case_word);

  private:
    void gather();
    void add(std::string_view text);

    const Report& report_;
    const Context& context_;
    const std::unordered_set<std::string>& accepted_;
    std::unordered_set<std::string> words_;
    bool gathered_ = false;
};

}  // namespace relis::french
