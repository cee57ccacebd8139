#pragma once

#include <array>
#include <optional>
#include <string_view>

#include <relis/decision.h>

namespace relis::store {

/// Where a report stands. Only its current revision has a state.
enum class ReportState { submitted, assessed, rework_requested, accepted, reassigned };

inline constexpr std::array all_report_states{ReportState::submitted, ReportState::assessed,
                                              ReportState::rework_requested, ReportState::accepted,
                                              ReportState::reassigned};

/// The stable name used in JSON and in the database.
constexpr std::string_view to_string(ReportState state) {
    switch (state) {
        case ReportState::submitted:
            return "submitted";
        case ReportState::assessed:
            return "assessed";
        case ReportState::rework_requested:
            return "rework_requested";
        case ReportState::accepted:
            return "accepted";
        case ReportState::reassigned:
            return "reassigned";
    }
    return "";
}

/// The state of that stable name, or nothing.
constexpr std::optional<ReportState> report_state_from(std::string_view name) {
    for (const ReportState state : all_report_states) {
        if (to_string(state) == name) return state;
    }
    return std::nullopt;
}

/// What moves a report from one state to another.
enum class Move { assess, accept, rework, reassign, resubmit, undo };

/// The one transition table: the state that `move` leads to, or nothing where the move is not allowed from `from`.
/// Assessing an already assessed or decided report again is a re-rating: it does not move it.
constexpr std::optional<ReportState> next_state(ReportState from, Move move) {
    struct Transition {
        ReportState from;
        Move move;
        ReportState to;
    };
    constexpr std::array table{
        Transition{ReportState::submitted, Move::assess, ReportState::assessed},
        Transition{ReportState::assessed, Move::accept, ReportState::accepted},
        Transition{ReportState::assessed, Move::rework, ReportState::rework_requested},
        Transition{ReportState::assessed, Move::reassign, ReportState::reassigned},
        Transition{ReportState::submitted, Move::resubmit, ReportState::submitted},
        Transition{ReportState::assessed, Move::resubmit, ReportState::submitted},
        Transition{ReportState::rework_requested, Move::resubmit, ReportState::submitted},
        Transition{ReportState::accepted, Move::undo, ReportState::assessed},
        Transition{ReportState::rework_requested, Move::undo, ReportState::assessed},
        Transition{ReportState::reassigned, Move::undo, ReportState::assessed},
    };
    for (const Transition& transition : table) {
        if (transition.from == from && transition.move == move) return transition.to;
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
