// Finds faults of grammar in a reading: agreement, conjugation, participles, mood, homophones that need the structure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <relis/finding.h>

#include "grammar/reading.h"

namespace relis::grammar {

/// One fault. Positions are code points of Text::source().
struct Fault {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    Category category = Category::grammar;
    std::string_view rule;                 ///< stable id, for example `noun-group-number`; static storage
    std::string message;                   ///< French, courteous, for the writer: what does not agree with what
    std::vector<std::string> suggestions;  ///< replacements of [start, end), best first, in its letter case
};

/// What to look for.
struct Options {
    bool suggestions = true;            ///< false: leave Fault::suggestions empty (faster)
    std::vector<std::string> disabled;  ///< ids of rules that stay silent
};

/// The faults of a text in the order of their positions; of overlapping ones only the most specific is given.
/// Pure, thread-safe, linear in the length of the text.
[[nodiscard]] std::vector<Fault> check(const ReadText& text, const Options& options = {});

/// The same of several texts, which costs less than one after the other: each check goes over all of them while its
/// code is at hand.
[[nodiscard]] std::vector<std::vector<Fault>> check(std::span<const ReadText> texts, const Options& options);

/// A rule of this library, for lists of rules and parameters.
struct RuleInfo {
    std::string_view id;
    std::string_view title;  ///< French, a few words
    Category category = Category::grammar;
};

/// All rules of this library, in the order of their ids.
[[nodiscard]] const std::vector<RuleInfo>& rules();

}  // namespace relis::grammar
