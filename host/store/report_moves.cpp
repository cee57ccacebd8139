#include "report_moves.h"

#include <algorithm>
#include <vector>

#include "claim_rows.h"
#include "label/make_label.h"
#include "mission_rows.h"
#include "move_words.h"

namespace relis::store {

Standing lock_report(Connection& connection, const std::string& report_id) {
    const auto standing =
        connection.first("titt",
                         std::string("SELECT state, revision, mission_id, shopper_id FROM reports WHERE id = :id") +
                             (connection.is_postgresql() ? " FOR UPDATE" : ""),
                         Arguments(report_id), [](Row& row) {
                             Standing found;
                             found.state = report_state_from(row.text()).value_or(ReportState::submitted);
                             found.revision = row.number();
                             found.mission_id = row.text();
                             found.shopper_id = row.text();
                             return found;
                         });
    if (!standing) {
        throw Error(ErrorKind::not_found,
                    make_label("Il n'y a pas de rapport {}. Vérifiez son numéro avec `relis queue`.",
                               "There is no report {}. Check its id with `relis queue`.", report_id));
    }
    lock_shopper(connection, standing->shopper_id);
    return *standing;
}

void move_report(Connection& connection, const std::string& report_id, ReportState to, int reworks) {
    connection.run("UPDATE reports SET state = :state, reworks = reworks + :reworks WHERE id = :id",
                   Arguments(to_string(to), reworks, report_id));
    connection.run(
        "UPDATE queue_entries SET state = :state, held_by = '', held_until = 0, held_offset = 0 WHERE report_id = "
        ":id",
        Arguments(to_string(to), report_id));
}

Label state_label(ReportState state) {
    switch (state) {
        case ReportState::submitted:
            return {"pas encore évalué", "submitted"};
        case ReportState::assessed:
            return {"à décider", "assessed"};
        case ReportState::held:
            return {"mis en attente", "held"};
        case ReportState::rework_requested:
            return {"renvoyé au client mystère", "rework_requested"};
        case ReportState::accepted:
            return {"accepté", "accepted"};
        case ReportState::reassigned:
            return {"réattribué", "reassigned"};
        case ReportState::withdrawn:
            return {"retiré", "withdrawn"};
        case ReportState::surplus:
            return {"gardé comme visite surnuméraire", "surplus"};
    }
    return {};
}

Label refused_move(const std::string& report_id, ReportState from, Move move) {
    std::vector<Move> seen;
    Label possible;
    for (const Transition& transition : transitions) {
        const bool by_people = transition.who == Actor::reviewer || transition.who == Actor::second_look;
        if (transition.from != from || !by_people || std::ranges::count(seen, transition.move) > 0) continue;
        seen.push_back(transition.move);
        possible.fr += (possible.fr.empty() ? "" : ", ") + std::string(french_words(transition.move));
        possible.en += (possible.en.empty() ? "" : ", ") + std::string(to_string(transition.move));
    }
    return make_label("Le rapport {0} est {1} : « {2} » n'est pas possible. De là, on peut : {3}.",
                      "Report {0} is in the state {1}, which {2} does not leave. From there: {3}.", report_id,
                      state_label(from), Label{std::string(french_words(move)), std::string(to_string(move))},
                      possible);
}

Label refuse_other_revision(const std::string& report_id, int read, int current) {
    if (read == current) {
        return {};
    }
    return make_label(
        "La révision {1} du rapport {0} n'est plus la dernière : la révision {2} est arrivée. Lisez-la avant de "
        "décider.",
        "Revision {1} of report {0} is not the current one any more: revision {2} came in. Read it before deciding.",
        report_id, read, current);
}

Label refuse_held_open(Connection& connection, const std::string& report_id, const std::string& user,
                       const Moment& at) {
    const std::optional<Claim> claim = standing_claim(connection, report_id, at);
    if (!claim || claim->user == user) {
        return {};
    }
    return make_label("Le rapport {0} est ouvert par {1} jusqu'à {2}. Attendez, ou entendez-vous avec cette personne.",
                      "Report {0} is held by {1} until {2}. Wait, or agree with that person.", report_id, claim->user,
                      format_moment(claim->until));
}

}  // namespace relis::store
