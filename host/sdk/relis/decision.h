#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/assessment.h>
#include <relis/context.h>
#include <relis/report.h>

namespace relis {

enum class Decision { accept, rework, reassign };

/// The stable name used in JSON and in the database.
constexpr std::string_view to_string(Decision decision) {
    switch (decision) {
        case Decision::accept:
            return "accept";
        case Decision::rework:
            return "rework";
        case Decision::reassign:
            return "reassign";
    }
    return "";
}

/// The decision of that stable name, or nothing.
constexpr std::optional<Decision> decision_from(std::string_view name) {
    for (const Decision decision : {Decision::accept, Decision::rework, Decision::reassign}) {
        if (to_string(decision) == name) return decision;
    }
    return std::nullopt;
}

/// What a decision policy is asked about: a revision with everything that was found.
struct ReviewCase {
    Report report;
    std::vector<Assessment> assessments;  ///< of all criteria and inspections, in the order of their plugin ids
    int reworks_asked = 0;                ///< how often this report was sent back before
    std::optional<std::chrono::minutes>
        time_left;  ///< until the report is due; negative when late; absent when unknown
};

/// One reason of a recommendation, pointing at what it rests on.
struct Reason {
    std::string text;      ///< French, one sentence
    std::string plugin;    ///< the assessment it rests on; empty: none
    std::string rule;      ///< the finding's rule; empty: the score as a whole
    std::string question;  ///< empty: the whole report
    bool operator==(const Reason&) const = default;
};

/// What a policy recommends; a person decides.
struct Recommendation {
    std::optional<Decision> decision;  ///< absent where too little was judged to recommend anything
    std::vector<Reason> reasons;       ///< never empty
    bool operator==(const Recommendation&) const = default;
};

}  // namespace relis
