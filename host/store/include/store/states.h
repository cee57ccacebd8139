#pragma once

#include <array>
#include <optional>
#include <string_view>

#include <relis/decision.h>

namespace relis::store {

/// Where a report stands. Only its current revision has a state.
enum class ReportState {
    submitted,         ///< not assessed yet
    assessed,          ///< waits for a person
    held,              ///< a person keeps it back, with a reason and a date
    rework_requested,  ///< sent back to its shopper
    accepted,
    reassigned,
    withdrawn,  ///< taken out of the work; its mission counts for nobody
    surplus     ///< reassigned, and upheld on appeal since: the visit counts for its shopper, the client has another
};

inline constexpr std::array all_report_states{
    ReportState::submitted, ReportState::assessed,   ReportState::held,      ReportState::rework_requested,
    ReportState::accepted,  ReportState::reassigned, ReportState::withdrawn, ReportState::surplus};

/// The stable name used in JSON and in the database.
constexpr std::string_view to_string(ReportState state) {
    switch (state) {
        case ReportState::submitted:
            return "submitted";
        case ReportState::assessed:
            return "assessed";
        case ReportState::held:
            return "held";
        case ReportState::rework_requested:
            return "rework_requested";
        case ReportState::accepted:
            return "accepted";
        case ReportState::reassigned:
            return "reassigned";
        case ReportState::withdrawn:
            return "withdrawn";
        case ReportState::surplus:
            return "surplus";
    }
    return "";
}

/// The state of that stable name, or nothing.
constexpr std::optional<ReportState> report_state_from(std::string_view name) {
    for (const ReportState state : all_report_states) {
        if (to_string(state) == name) {
            return state;
        }
    }
    return std::nullopt;
}

/// What moves a report from one state to another.
enum class Move {
    assess,
    accept,
    rework,
    reassign,
    resubmit,  ///< the next revision came in
    files,     ///< files of the report came in later
    expire,    ///< nobody answered a rework in time
    undo,      ///< the last decision is taken back
    hold,
    release,  ///< a hold ends
    withdraw,
    reinstate,     ///< a withdrawal is taken back
    keep_surplus,  ///< an appeal against a reassignment was upheld
    drop_surplus   ///< that is taken back
};

constexpr std::string_view to_string(Move move) {
    switch (move) {
        case Move::assess:
            return "assess";
        case Move::accept:
            return "accept";
        case Move::rework:
            return "rework";
        case Move::reassign:
            return "reassign";
        case Move::resubmit:
            return "resubmit";
        case Move::files:
            return "files";
        case Move::expire:
            return "expire";
        case Move::undo:
            return "undo";
        case Move::hold:
            return "hold";
        case Move::release:
            return "release";
        case Move::withdraw:
            return "withdraw";
        case Move::reinstate:
            return "reinstate";
        case Move::keep_surplus:
            return "keep_surplus";
        case Move::drop_surplus:
            return "drop_surplus";
    }
    return "";
}

/// Who makes a move.
enum class Actor {
    relis,       ///< the program by itself
    shopper,     ///< by what he submits
    reviewer,    ///< any person of the agency
    second_look  ///< a person of the agency other than the one who decided
};

constexpr std::string_view to_string(Actor actor) {
    switch (actor) {
        case Actor::relis:
            return "Relis";
        case Actor::shopper:
            return "shopper";
        case Actor::reviewer:
            return "reviewer";
        case Actor::second_look:
            return "another reviewer";
    }
    return "";
}

struct Transition {
    ReportState from;
    Move move;
    ReportState to;
    Actor who;
};

/// The one transition table: who may move a report from which state to which. Anything else is refused. Assessing an
/// already assessed or decided report again is a re-rating: it does not move it. Where a state and a move have several
/// rows, the report goes back to the state that it came from.
inline constexpr std::array transitions{
    Transition{ReportState::submitted, Move::assess, ReportState::assessed, Actor::relis},
    Transition{ReportState::submitted, Move::resubmit, ReportState::submitted, Actor::shopper},
    Transition{ReportState::submitted, Move::hold, ReportState::held, Actor::reviewer},
    Transition{ReportState::submitted, Move::withdraw, ReportState::withdrawn, Actor::reviewer},
    Transition{ReportState::assessed, Move::accept, ReportState::accepted, Actor::reviewer},
    Transition{ReportState::assessed, Move::rework, ReportState::rework_requested, Actor::reviewer},
    Transition{ReportState::assessed, Move::reassign, ReportState::reassigned, Actor::reviewer},
    Transition{ReportState::assessed, Move::hold, ReportState::held, Actor::reviewer},
    Transition{ReportState::assessed, Move::withdraw, ReportState::withdrawn, Actor::reviewer},
    Transition{ReportState::assessed, Move::resubmit, ReportState::submitted, Actor::shopper},
    Transition{ReportState::assessed, Move::files, ReportState::submitted, Actor::shopper},
    Transition{ReportState::held, Move::release, ReportState::submitted, Actor::reviewer},
    Transition{ReportState::held, Move::release, ReportState::assessed, Actor::reviewer},
    Transition{ReportState::held, Move::resubmit, ReportState::submitted, Actor::shopper},
    Transition{ReportState::rework_requested, Move::resubmit, ReportState::submitted, Actor::shopper},
    Transition{ReportState::rework_requested, Move::expire, ReportState::assessed, Actor::relis},
    Transition{ReportState::rework_requested, Move::undo, ReportState::assessed, Actor::reviewer},
    Transition{ReportState::rework_requested, Move::withdraw, ReportState::withdrawn, Actor::reviewer},
    Transition{ReportState::accepted, Move::undo, ReportState::assessed, Actor::reviewer},
    Transition{ReportState::reassigned, Move::undo, ReportState::assessed, Actor::reviewer},
    Transition{ReportState::reassigned, Move::keep_surplus, ReportState::surplus, Actor::second_look},
    Transition{ReportState::withdrawn, Move::reinstate, ReportState::submitted, Actor::reviewer},
    Transition{ReportState::withdrawn, Move::reinstate, ReportState::assessed, Actor::reviewer},
    Transition{ReportState::withdrawn, Move::reinstate, ReportState::rework_requested, Actor::reviewer},
    Transition{ReportState::surplus, Move::drop_surplus, ReportState::reassigned, Actor::reviewer},
};

/// The state that `move` leads to, or nothing where the table does not allow it from `from`. `came_from` picks among
/// several rows; without it the first one counts.
constexpr std::optional<ReportState> next_state(ReportState from, Move move,
                                                std::optional<ReportState> came_from = std::nullopt) {
    for (const Transition& transition : transitions) {
        const bool fits = transition.from == from && transition.move == move;
        if (fits && (!came_from || transition.to == *came_from)) {
            return transition.to;
        }
    }
    return std::nullopt;
}

/// The move that a decision is.
constexpr Move move_of(Decision decision) {
    switch (decision) {
        case Decision::accept:
            return Move::accept;
        case Decision::rework:
            return Move::rework;
        case Decision::reassign:
            break;
    }
    return Move::reassign;
}

}  // namespace relis::store
