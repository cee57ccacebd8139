#include "review/assignments.h"

#include <algorithm>

#include "assignment_policy.h"
#include "candidates_json.h"
#include "criteria_in_force.h"
#include "label/blank.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "pages.h"
#include "review/json.h"
#include "store/events.h"
#include "store/mission_moves.h"
#include "store/roster.h"
#include "store_types.h"

namespace relis::review {

namespace {

/// Colleagues who give missions to the same shopper at the same moment make a ranking outdated; it is made anew so
/// often.
constexpr int most_tries = 4;

/// What the ranking says of one shopper, with how many there were to choose from.
struct Choice {
    MissionCandidate candidate;
    std::size_t eligible = 0;
    std::size_t shoppers = 0;
};

Choice look_at(Workspace& workspace, const std::string& mission_id, const std::string& shopper_id,
               const std::optional<Moment>& due_at) {
    RankingOptions options;
    options.due_at = due_at;
    options.at = now();
    options.only = shopper_id;
    Ranking ranking = rank_candidates(workspace, mission_id, options);
    auto& found = ranking.candidates.empty() ? ranking.excluded : ranking.candidates;
    return {std::move(found.front()), ranking.eligible, ranking.shoppers};
}

std::string ranking_json(const Choice& choice) {
    Json json = candidate_json(choice.candidate);
    json["eligible"] = choice.eligible;
    json["shoppers"] = choice.shoppers;
    return json.dump();
}

Label excluded_text(const MissionCandidate& candidate) {
    Label why;
    for (const CandidateExclusion& exclusion : candidate.exclusions) {
        why.fr += (why.fr.empty() ? "" : " ; ") + label(exclusion.kind).fr + " : " + exclusion.text.fr;
        why.en += (why.en.empty() ? "" : "; ") + label(exclusion.kind).en + ": " + exclusion.text.en;
    }
    return make_label("{} est exclu ({}). Pour une exception, dites pourquoi.",
                      "{} is excluded ({}). For an exception, give the reason.", candidate.name, why);
}

MissionResult announced(Workspace& workspace, bool done, const Label& refusal) {
    if (done) {
        workspace.changes().announce({Change::Kind::decided, {}});
    }
    return {done, refusal};
}

MissionResult end(Workspace& workspace, const std::string& mission_id, Outcome outcome, const std::string& reason,
                  const std::optional<Moment>& told_at) {
    store::MissionEnding ending;
    ending.mission_id = mission_id;
    ending.outcome = outcome;
    ending.user = workspace.user();
    ending.reason = reason;
    ending.at = now();
    ending.told_at = told_at.value_or(ending.at);
    const store::MissionResult result = store::end_mission(workspace.database(), ending, reliability_rater(workspace));
    return announced(workspace, result.done, result.refusal);
}

}  // namespace

AssignResult assign_mission(Workspace& workspace, const AssignRequest& request) {
    AssignResult result;
    result.due_at = request.due_at ? request.due_at : default_assignment_due(workspace, request.mission_id);
    for (int tries = 0; tries < most_tries; ++tries) {
        store::AssignmentRequest stored;
        stored.known_missions = store::mission_count(workspace.database(), request.shopper_id);
        const Choice choice = look_at(workspace, request.mission_id, request.shopper_id, result.due_at);
        result.chosen = choice.candidate;
        const bool excluded = !choice.candidate.exclusions.empty();
        if (excluded && is_blank(request.exception)) {
            result.refusal = excluded_text(choice.candidate);
            return result;
        }
        stored.source_mission = request.mission_id;
        stored.shopper_id = request.shopper_id;
        stored.user = workspace.user();
        stored.at = now();
        stored.due_at = *result.due_at;
        stored.ranking = ranking_json(choice);
        stored.exception = excluded ? request.exception : std::string();
        const store::AssignmentResult made = store::assign_mission(workspace.database(), stored);
        if (made.outdated) {
            result.refusal = made.refusal;
            continue;
        }
        result.done = made.done;
        result.mission_id = made.mission_id;
        result.refusal = made.refusal;
        break;
    }
    if (result.done) {
        workspace.changes().announce({Change::Kind::decided, {}});
        result.after = look_at(workspace, result.mission_id, request.shopper_id, result.due_at).candidate;
    }
    return result;
}

Moment default_assignment_due(Workspace& workspace, const std::string& mission_id) {
    const Moment present = now();
    const auto mission = store::load_mission(workspace.database(), mission_id);
    const AssignmentPolicy policy =
        assignment_policy(assignment_parameters(workspace, mission ? mission->programme : std::string()));
    const auto least = std::chrono::duration_cast<std::chrono::seconds>(
        std::chrono::duration<double, std::ratio<3600>>(policy.min_hours));
    if (mission && mission->due_at && mission->due_at->utc - present.utc >= least) {
        return *mission->due_at;
    }
    return {present.utc + std::chrono::days{policy.assigned_days}, present.offset};
}

MissionResult undo_assignment(Workspace& workspace, const std::string& mission_id) {
    const store::AssignmentResult result =
        store::undo_assignment(workspace.database(), mission_id, workspace.user(), now());
    return announced(workspace, result.done, result.refusal);
}

MissionResult cancel_mission(Workspace& workspace, const std::string& mission_id, const std::string& reason,
                             const std::optional<Moment>& told_at) {
    return end(workspace, mission_id, Outcome::cancelled, reason, told_at);
}

MissionResult declare_missed(Workspace& workspace, const std::string& mission_id, const std::string& reason,
                             const std::optional<Moment>& found_at) {
    return end(workspace, mission_id, Outcome::missed, reason, found_at);
}

MissionResult reopen_mission(Workspace& workspace, const std::string& mission_id) {
    const store::MissionResult result =
        store::reopen_mission(workspace.database(), mission_id, workspace.user(), now(), reliability_rater(workspace));
    return announced(workspace, result.done, result.refusal);
}

std::vector<WaitingMission> missions_to_assign(Workspace& workspace, int days) {
    const Moment present = now();
    const Moment since{present.utc - std::chrono::days{days}, present.offset};
    std::vector<WaitingMission> waiting;
    for_each_row(
        [&](const store::PageRequest& page) { return store::missions_to_assign(workspace.database(), since, page); },
        [&](const store::NamedMission& named) {
            const store::Mission& mission = named.mission;
            waiting.push_back({mission.id, mission.programme, named.programme, mission.site, named.site,
                               mission.shopper_id, named.shopper, mission.outcome.value_or(Outcome::reassigned),
                               mission.closed_at.value_or(present), mission.due_at});
        });
    std::ranges::stable_sort(waiting, [](const WaitingMission& a, const WaitingMission& b) {
        return a.due_at && (!b.due_at || *a.due_at < *b.due_at);
    });
    return waiting;
}

MissionCard load_mission(Workspace& workspace, const std::string& mission_id) {
    const auto named = store::load_named_mission(workspace.database(), mission_id);
    if (!named) {
        throw LabelledError(
            make_label("la mission {} n'existe pas ; `relis shopper ID` énumère celles d'un client mystère",
                       "no mission {}; `relis shopper ID` lists a shopper's missions", mission_id));
    }
    const store::Mission& mission = named->mission;
    MissionCard card;
    card.mission_id = mission.id;
    card.programme = mission.programme;
    card.programme_name = named->programme;
    card.site = mission.site;
    card.site_name = named->site;
    card.shopper_id = mission.shopper_id;
    card.shopper_name = named->shopper;
    card.assigned_at = mission.assigned_at;
    card.due_at = mission.due_at;
    card.state = "open";
    if (mission.outcome) {
        card.state = to_string(*mission.outcome);
    } else if (mission.closed_at) {
        card.state = "withdrawn";
    }
    for (store::AssignmentRecord& given : store::list_assignments(workspace.database(), mission_id)) {
        card.assignments.push_back({std::move(given.mission_id), std::move(given.source_mission),
                                    std::move(given.shopper_id), std::move(given.shopper), std::move(given.user),
                                    given.at, std::move(given.exception), std::move(given.ranking), !given.ended_at});
    }
    for_each_row(
        [&](const store::PageRequest& page) {
            return store::list_events(workspace.database(), "mission", mission_id, page);
        },
        [&](const store::Event& event) {
            card.events.push_back({event.at, event.user, event.action, event.note});
        });
    return card;
}

std::string to_json(const AssignResult& result) {
    return line({{"done", result.done},
                 {"mission_id", result.mission_id},
                 {"due_at", moment_json(result.due_at)},
                 {"chosen", result.chosen ? candidate_json(*result.chosen) : Json(nullptr)},
                 {"after", result.after ? candidate_json(*result.after) : Json(nullptr)},
                 {"refusal", result.refusal.en}});
}

std::string to_json(const std::vector<WaitingMission>& missions) {
    Json list = Json::array();
    for (const WaitingMission& mission : missions) {
        list.push_back({{"mission_id", mission.mission_id},
                        {"programme", mission.programme},
                        {"site_id", mission.site},
                        {"shopper_id", mission.shopper_id},
                        {"outcome", to_string(mission.outcome)},
                        {"closed_at", format_moment(mission.closed_at)},
                        {"due_at", moment_json(mission.due_at)}});
    }
    return line(list);
}

std::string to_json(const MissionCard& card) {
    Json assignments = Json::array();
    for (const GivenMission& given : card.assignments) {
        assignments.push_back({{"mission_id", given.mission_id},
                               {"source_mission", given.source_mission},
                               {"shopper_id", given.shopper_id},
                               {"by", given.user},
                               {"at", format_moment(given.at)},
                               {"exception", given.exception},
                               {"stands", given.stands},
                               {"ranking", Json::parse(given.ranking, nullptr, false)}});
    }
    Json events = Json::array();
    for (const MissionEvent& event : card.events) {
        events.push_back(
            {{"at", format_moment(event.at)}, {"by", event.user}, {"action", event.action}, {"note", event.note}});
    }
    return line({{"mission_id", card.mission_id},
                 {"programme", card.programme},
                 {"site_id", card.site},
                 {"shopper_id", card.shopper_id},
                 {"assigned_at", moment_json(card.assigned_at)},
                 {"due_at", moment_json(card.due_at)},
                 {"state", card.state},
                 {"assignments", assignments},
                 {"events", events}});
}

}  // namespace relis::review
