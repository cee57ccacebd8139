#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <relis/moment.h>

#include "store/database.h"
#include "store/page.h"

namespace relis::store {

/// What a shopper was sent, or will be, about one revision or a month, letter by letter.
struct Feedback {
    std::int64_t id = 0;           ///< set by the store
    std::string report_id;         ///< empty: of a month
    int revision = 1;              ///< 0: of a month
    std::int64_t decision_id = 0;  ///< 0: none yet
    std::string format;            ///< `eml`; `text` and `html` in databases of earlier versions
    std::string content;
    Moment created_at;
    std::optional<Moment> sent_at;  ///< written by the outbox
    bool operator==(const Feedback&) const = default;
};

/// Adds a feedback and returns its id. Throws Error not_found for an unknown revision.
std::int64_t save_feedback(Database& database, const Feedback& feedback);

[[nodiscard]] std::optional<Feedback> load_feedback(Database& database, std::int64_t id);

/// Feedback of a report, oldest first.
[[nodiscard]] Page<Feedback> list_feedback(Database& database, const std::string& report_id,
                                           const PageRequest& page = {});

}  // namespace relis::store
