#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <relis/moment.h>

#include "store/database.h"
#include "store/page.h"

namespace relis::store {

enum class CriteriaState { draft, published, retired };

/// The name of a state, as the database and JSON write it.
[[nodiscard]] constexpr std::string_view to_string(CriteriaState state) {
    switch (state) {
        case CriteriaState::draft:
            return "draft";
        case CriteriaState::published:
            return "published";
        case CriteriaState::retired:
            break;
    }
    return "retired";
}

/// One version of the parameters of all plugins, for a programme or for the whole agency.
struct CriteriaSet {
    std::int64_t id = 0;     ///< set by the store
    std::string programme;   ///< empty: agency-wide
    int version = 0;         ///< 1, 2, … within its programme; set by the store
    std::string parameters;  ///< JSON, the review layer's
    CriteriaState state = CriteriaState::draft;
    std::string author;
    Moment created_at;
    std::optional<Moment> published_at;
    std::string note;
    bool operator==(const CriteriaSet&) const = default;
};

/// Adds a draft (id 0) or changes one; returns its id. Throws Error refused for a set that is not a draft any more,
/// not_found for an unknown id.
std::int64_t save_criteria_draft(Database& database, const CriteriaSet& set);

/// Publishes a draft, or a retired set again (roll back), and retires the one published before; with an event.
void publish_criteria(Database& database, std::int64_t id, const std::string& user, const Moment& at);

/// The set published for a programme (empty: the agency's), or nothing. A programme without its own set does not
/// inherit here: the review layer merges.
[[nodiscard]] std::optional<CriteriaSet> published_criteria(Database& database, const std::string& programme);

[[nodiscard]] std::optional<CriteriaSet> load_criteria(Database& database, std::int64_t id);

/// All sets, oldest first.
[[nodiscard]] Page<CriteriaSet> list_criteria(Database& database, const PageRequest& page = {});

}  // namespace relis::store
