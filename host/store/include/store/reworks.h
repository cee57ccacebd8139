#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "store/database.h"
#include "store/page.h"
#include "store/rework_terms.h"

namespace relis::store {

/// A rework that was asked for and not taken back.
struct Rework {
    std::int64_t decision_id = 0;
    std::string report_id;
    int revision = 1;  ///< the one that was sent back
    std::string shopper_id;
    std::string shopper;        ///< name
    std::string site;           ///< name
    std::string questionnaire;  ///< `id@version` of the revision
    std::string user;           ///< who asked
    Moment asked_at;
    Moment due;
    ReworkTerms terms;
    std::string reminded_by;  ///< empty: nobody reminded the shopper yet
    std::optional<Moment> reminded_at;
    std::optional<Moment> expired_at;  ///< nobody answered in time
    bool operator==(const Rework&) const = default;
};

/// Those of a report, the first one first.
[[nodiscard]] std::vector<Rework> list_reworks(Database& database, const std::string& report_id);

/// The rework of that revision that nobody answered in time, or nothing.
[[nodiscard]] std::optional<Rework> expired_rework(Database& database, const std::string& report_id, int revision);

enum class ReworksWanted {
    open,          ///< all that await their shopper
    to_be_minded,  ///< of them, those whose reminder is due, was not given, and whose time is not over
    overdue        ///< of them, those whose time is over at `at`
};

/// Reworks of reports that still await their shopper, in the order in which they were asked for.
[[nodiscard]] Page<Rework> waiting_reworks(Database& database, ReworksWanted wanted, const Moment& at,
                                           const PageRequest& page = {});

/// Whether something was done; a refusal is an expected answer.
struct ReworkResult {
    bool done = false;
    Label refusal;  ///< empty texts: done
};

/// Ends a rework that nobody answered in time: the report awaits a decision again and counts as not assessed with the
/// present criteria, so that the next assessing recommends what was agreed. The rework stays, marked. Refused before
/// its time, and where the report does not await its shopper. Throws Error not_found for an unknown report.
ReworkResult expire_rework(Database& database, const std::string& report_id, const Moment& at);

/// Keeps that the shopper was reminded, with an event. Refused where the report does not await its shopper, where the
/// time of its rework is over, and unless `again` where he was reminded before.
ReworkResult mark_reminded(Database& database, const std::string& report_id, const std::string& user, const Moment& at,
                           bool again = false);

/// One remark of the agency's library. Reworks keep its text as it was when they quoted it.
struct LibraryRemark {
    std::string id;
    std::string text;  ///< French, a question to the shopper
    bool operator==(const LibraryRemark&) const = default;
};

/// The library, by id.
[[nodiscard]] std::vector<LibraryRemark> list_remarks(Database& database);
/// Adds a remark or changes its text, with an event. Throws Error refused for an empty id or text.
void put_remark(Database& database, const LibraryRemark& remark, const std::string& user, const Moment& at);
/// Takes a remark out of the library, with an event; whether there was one.
bool remove_remark(Database& database, const std::string& id, const std::string& user, const Moment& at);

}  // namespace relis::store
