#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/moment.h>

namespace relis::store {

/// What is recommended when nobody answers a rework in time. Never a silent acceptance.
enum class Unanswered {
    reassign,
    rework,  ///< ask again
    none     ///< nothing: a person looks
};
constexpr std::string_view to_string(Unanswered unanswered) {
    switch (unanswered) {
        case Unanswered::reassign:
            return "reassign";
        case Unanswered::rework:
            return "rework";
        case Unanswered::none:
            break;
    }
    return "none";
}
constexpr std::optional<Unanswered> unanswered_from(std::string_view name) {
    for (const Unanswered unanswered : std::array{Unanswered::reassign, Unanswered::rework, Unanswered::none}) {
        if (to_string(unanswered) == name) {
            return unanswered;
        }
    }
    return std::nullopt;
}

/// One thing that the shopper is asked.
struct ReworkReason {
    enum class Kind {
        finding,  ///< a finding of the report
        remark,   ///< a remark of the agency's library
        written   ///< the reviewer's own words
    };
    Kind kind = Kind::written;
    std::string plugin;  ///< of a finding
    std::string rule;
    std::string question;   ///< name; empty: the report as a whole
    std::size_t start = 0;  ///< code points of the answer, of a finding
    std::size_t end = 0;
    std::string remark;  ///< id in the library
    std::string text;    ///< French, what the shopper reads
    bool operator==(const ReworkReason&) const = default;
};

/// The stable name used in JSON and in the database.
constexpr std::string_view to_string(ReworkReason::Kind kind) {
    switch (kind) {
        case ReworkReason::Kind::finding:
            return "finding";
        case ReworkReason::Kind::remark:
            return "remark";
        case ReworkReason::Kind::written:
            break;
    }
    return "written";
}

/// What is agreed when a report is sent back, beside when it is due.
struct ReworkTerms {
    std::vector<ReworkReason> reasons;  ///< in the order in which the shopper reads them
    std::optional<Moment> remind_at;    ///< nothing: no reminder
    Unanswered unanswered = Unanswered::reassign;
    bool operator==(const ReworkTerms&) const = default;
};

}  // namespace relis::store
