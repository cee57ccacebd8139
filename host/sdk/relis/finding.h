#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace relis {

/// What a finding is about. The first five are a French checker's, the others the inspections' and detail's.
enum class Category {
    spelling,
    grammar,
    syntax,
    typography,
    style,
    not_judged,     ///< a passage the engine cannot judge: to be looked at, never a fault by itself
    detail,         ///< something that a fuller observation would say
    missing,        ///< a required answer, comment or attachment that is not there
    thin,           ///< a comment shorter than its question's min_words
    contradiction,  ///< value and comment, or two answers, that do not agree
    repetition,     ///< the same comment in several boxes
    copied,         ///< a comment from another report
    times,          ///< times that cannot be, or look invented
    privacy,        ///< more about a person than the client needs
    other
};

/// The names used in JSON and in the database; stable.
inline constexpr std::array<std::pair<Category, std::string_view>, 15> category_names{
    {{Category::spelling, "spelling"},
     {Category::grammar, "grammar"},
     {Category::syntax, "syntax"},
     {Category::typography, "typography"},
     {Category::style, "style"},
     {Category::not_judged, "not_judged"},
     {Category::detail, "detail"},
     {Category::missing, "missing"},
     {Category::thin, "thin"},
     {Category::contradiction, "contradiction"},
     {Category::repetition, "repetition"},
     {Category::copied, "copied"},
     {Category::times, "times"},
     {Category::privacy, "privacy"},
     {Category::other, "other"}}};

/// The stable name of a category.
constexpr std::string_view to_string(Category category) {
    for (const auto& [value, name] : category_names) {
        if (value == category) return name;
    }
    return "other";
}

/// The category of that stable name, or nothing.
constexpr std::optional<Category> category_from(std::string_view name) {
    for (const auto& [value, text] : category_names) {
        if (text == name) return value;
    }
    return std::nullopt;
}

/// One thing that a plugin found in a report: where, what, why, how to mend it and what it cost. It is a question to
/// the reviewer, not a verdict.
struct Finding {
    std::string rule;  ///< stable id within the plugin, for example `unknown-word`; what parameters and statistics name
    Category category = Category::other;
    std::string question;                  ///< the question whose answer it is about; empty: the whole report
    std::size_t start = 0;                 ///< Unicode code points into that answer's comment
    std::size_t end = 0;                   ///< past the last one; start == end: the answer as a whole
    std::string message;                   ///< French, for the shopper: what is wrong and what to write instead
    std::vector<std::string> suggestions;  ///< replacements of [start, end), best first
    double cost = 0;       ///< points of the plugin's score that it took, ≥ 0; always 0 from an inspection
    bool mendable = true;  ///< false where no rework by the author can mend it (copied, no proof of a visit)
    std::string title;     ///< French, a few words that name the rule; empty: none

    bool operator==(const Finding&) const = default;
};

}  // namespace relis
