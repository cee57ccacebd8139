#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/decision.h>
#include <relis/moment.h>

#include "review/workspace.h"

namespace relis::review {

/// Where a report stands; who moves it where stands in host/store/README.md. `submitted`: not assessed yet; `assessed`:
/// waits for a person; `held`: kept back until a date; `withdrawn`: out of the work; `surplus`: reassigned, and upheld
/// on appeal since.
enum class ReportState { submitted, assessed, accepted, rework_requested, reassigned, held, withdrawn, surplus };
/// The stable name used in JSON and in the database.
[[nodiscard]] std::string_view to_string(ReportState state);
[[nodiscard]] std::optional<ReportState> report_state_from(std::string_view name);

/// How urgent a report is, from the time left until it is due.
enum class Urgency {
    late,    ///< past due
    today,   ///< under 6 hours left
    soon,    ///< under 24 hours left
    calm,    ///< more
    unknown  ///< no due time
};
[[nodiscard]] Urgency urgency(const std::optional<Moment>& due_at, const Moment& now);

/// One line of the queue.
struct QueueRow {
    std::string report_id;
    int revision = 1;
    ReportState state = ReportState::submitted;
    std::optional<Moment> due_at;
    std::optional<Moment> submitted_at;
    std::string programme;  ///< id
    std::string programme_name;
    std::string site;  ///< `Marché Beaubien, Montréal`
    std::string shopper_id;
    std::string shopper;  ///< name; the id where the name is not known
    std::optional<double> reliability;
    std::optional<double> detail;
    std::optional<double> french;
    int flags = 0;  ///< findings of inspections that are not missing answers
    int missing = 0;
    std::optional<Decision> recommendation;
    std::string held_by;                  ///< the reviewer who has it open; empty: nobody
    std::optional<Moment> on_hold_until;  ///< of a report on hold
};

enum class QueueColumn {
    due_at,
    site,
    shopper,
    reliability,
    detail,
    french,
    flags,
    missing,
    recommendation,
    state,
    submitted_at,
    programme,
    held_by
};

struct QueueQuery {
    bool open_only = true;             ///< only reports that wait for a person (submitted, assessed)
    std::optional<ReportState> state;  ///< only this state; overrides open_only
    std::string programme;             ///< id; empty: all
    std::string shopper_id;            ///< empty: all
    std::optional<Decision> recommendation;
    std::string search;  ///< words, or their beginnings, that a comment of the report holds; empty: all
    QueueColumn sort = QueueColumn::due_at;
    bool descending = false;
};

/// A page of the queue. Paging is by key: it costs the same at any depth.
struct QueuePage {
    std::vector<QueueRow> rows;
    std::string next;  ///< hand it back to get the following page; empty: this was the last
};

/// Rows of the queue after `after` (empty: from the start), at most `limit`.
[[nodiscard]] QueuePage queue_page(Workspace& workspace, const QueueQuery& query, const std::string& after = {},
                                   std::size_t limit = 200);

/// How many rows a query has in all; may take long on a large database, so off the interface thread.
[[nodiscard]] std::uint64_t queue_count(Workspace& workspace, const QueueQuery& query);

/// Programmes to filter by, ordered by name.
struct ProgrammeName {
    std::string id;
    std::string name;
};
[[nodiscard]] std::vector<ProgrammeName> programmes(Workspace& workspace);

}  // namespace relis::review
