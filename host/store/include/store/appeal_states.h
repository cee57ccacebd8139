#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "store/states.h"

namespace relis::store {

/// Where an appeal stands.
enum class AppealState {
    open,           ///< waits in the queue
    taken,          ///< a person has it in hand
    upheld,         ///< the shopper is right
    partly_upheld,  ///< right in part: the score rises, the finding stands
    dismissed,      ///< answered, and all stays as it was
    withdrawn       ///< the shopper took it back
};

inline constexpr std::array all_appeal_states{AppealState::open,      AppealState::taken,
                                              AppealState::upheld,    AppealState::partly_upheld,
                                              AppealState::dismissed, AppealState::withdrawn};

/// The stable name used in JSON and in the database.
constexpr std::string_view to_string(AppealState state) {
    switch (state) {
        case AppealState::open:
            return "open";
        case AppealState::taken:
            return "taken";
        case AppealState::upheld:
            return "upheld";
        case AppealState::partly_upheld:
            return "partly_upheld";
        case AppealState::dismissed:
            return "dismissed";
        case AppealState::withdrawn:
            return "withdrawn";
    }
    return "";
}

/// The state of that stable name, or nothing.
constexpr std::optional<AppealState> appeal_state_from(std::string_view name) {
    for (const AppealState state : all_appeal_states) {
        if (to_string(state) == name) {
            return state;
        }
    }
    return std::nullopt;
}

/// What moves an appeal.
enum class AppealMove { take, give_back, uphold, uphold_partly, dismiss, withdraw };

constexpr std::string_view to_string(AppealMove move) {
    switch (move) {
        case AppealMove::take:
            return "take";
        case AppealMove::give_back:
            return "give_back";
        case AppealMove::uphold:
            return "uphold";
        case AppealMove::uphold_partly:
            return "uphold_partly";
        case AppealMove::dismiss:
            return "dismiss";
        case AppealMove::withdraw:
            return "withdraw";
    }
    return "";
}

struct AppealTransition {
    AppealState from;
    AppealMove move;
    AppealState to;
    Actor who;  ///< second_look: neither who decided the report nor who gave the contested score
};

/// The one transition table of appeals; anything else is refused. An appeal in hand is taken again by whoever has it,
/// and by somebody else once his time is over.
inline constexpr std::array appeal_transitions{
    AppealTransition{AppealState::open, AppealMove::take, AppealState::taken, Actor::second_look},
    AppealTransition{AppealState::open, AppealMove::withdraw, AppealState::withdrawn, Actor::shopper},
    AppealTransition{AppealState::taken, AppealMove::take, AppealState::taken, Actor::second_look},
    AppealTransition{AppealState::taken, AppealMove::give_back, AppealState::open, Actor::reviewer},
    AppealTransition{AppealState::taken, AppealMove::uphold, AppealState::upheld, Actor::second_look},
    AppealTransition{AppealState::taken, AppealMove::uphold_partly, AppealState::partly_upheld, Actor::second_look},
    AppealTransition{AppealState::taken, AppealMove::dismiss, AppealState::dismissed, Actor::second_look},
    AppealTransition{AppealState::taken, AppealMove::withdraw, AppealState::withdrawn, Actor::shopper},
};

/// The state that `move` leads to, or nothing where the table does not allow it from `from`.
constexpr std::optional<AppealState> next_state(AppealState from, AppealMove move) {
    for (const AppealTransition& transition : appeal_transitions) {
        if (transition.from == from && transition.move == move) {
            return transition.to;
        }
    }
    return std::nullopt;
}

/// Whether it was answered, so that its shopper is owed the answer.
constexpr bool is_answered(AppealState state) {
    return state == AppealState::upheld || state == AppealState::partly_upheld || state == AppealState::dismissed;
}

}  // namespace relis::store
