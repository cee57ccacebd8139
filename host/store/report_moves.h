#pragma once

#include <string>

#include <relis/label.h>

#include "connection.h"
#include "store/states.h"

namespace relis::store {

// Moving a report inside the caller's transaction. Which moves there are stands in states.h alone.

/// A report as it stands, its row locked until the transaction ends.
struct Standing {
    ReportState state = ReportState::submitted;
    int revision = 1;
    std::string mission_id;
    std::string shopper_id;
};

/// Locks the report, and its shopper, whose rating a move may change: what others bring about of that shopper is seen
/// whole or not at all. Throws Error not_found for an unknown report.
Standing lock_report(Connection& connection, const std::string& report_id);

/// Writes the new state of the report and of its queue row, which nobody holds open any more. `reworks` is added to
/// how often it was sent back.
void move_report(Connection& connection, const std::string& report_id, ReportState to, int reworks = 0);

/// `le rapport R-1 est mis en attente`, and which moves lead out of that state: why a move was refused.
Label refused_move(const std::string& report_id, ReportState from, Move move);

/// What a report is called in that state, after `is`.
Label state_label(ReportState state);

/// Refuses who reads another revision than the current one; empty texts: it is the current one.
Label refuse_other_revision(const std::string& report_id, int read, int current);

/// Refuses while somebody else has the report open; empty texts: nobody has.
Label refuse_held_open(Connection& connection, const std::string& report_id, const std::string& user, const Moment& at);

}  // namespace relis::store
