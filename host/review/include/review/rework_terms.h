#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/moment.h>

namespace relis::review {

/// What is recommended when nobody answers a rework in time. A person decides all the same, and nothing is ever
/// accepted because time passed.
enum class Unanswered {
    reassign,
    rework,  ///< ask again
    none     ///< no recommendation
};
/// `reassign`, `rework`, `none`
[[nodiscard]] std::string_view to_string(Unanswered unanswered);
[[nodiscard]] std::optional<Unanswered> unanswered_from(std::string_view name);

/// One thing that the shopper is asked: a finding of the report, a remark of the agency's library, or the reviewer's
/// own words. A remark on an observation asks, it does not accuse.
struct ReworkReason {
    enum class Kind { finding, remark, written };
    Kind kind = Kind::written;
    std::string plugin;                ///< of a finding
    std::string rule;                  ///< of a finding
    std::string question;              ///< name; empty: the report as a whole
    std::optional<std::size_t> start;  ///< of a finding; absent: the rule's first one in that answer
    std::optional<std::size_t> end;
    std::string remark;  ///< id in the library
    std::string text;    ///< French, what the shopper reads; of findings and remarks, empty: their own text
    bool operator==(const ReworkReason&) const = default;
};

/// `finding`, `remark`, `written`
[[nodiscard]] std::string_view to_string(ReworkReason::Kind kind);

/// What is agreed when a report is sent back, beside when it is due.
struct ReworkTerms {
    std::vector<ReworkReason> reasons;  ///< as the shopper reads them; empty: those of the recommendation
    bool remind = true;
    std::optional<Moment> remind_at;  ///< absent: when a quarter of the time is left
    Unanswered unanswered = Unanswered::reassign;
};

}  // namespace relis::review
