// The table of states against the store: whatever it does not allow is refused, whatever it allows is done.
#include <array>

#include <gmock/gmock.h>

#include "store/attachments.h"
#include "store/check.h"
#include "store/events.h"
#include "store/interventions.h"
#include "store/reports.h"
#include "store/reworks.h"
#include "store/states.h"
#include "support.h"

namespace relis::store::test {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

constexpr std::array people{Move::accept,  Move::rework,   Move::reassign,  Move::undo,         Move::hold,
                            Move::release, Move::withdraw, Move::reinstate, Move::keep_surplus, Move::drop_surplus};
constexpr std::array others{Move::assess, Move::resubmit, Move::files, Move::expire};

}  // namespace

class Moves : public StoreTest {
  protected:
    ~Moves() override { EXPECT_THAT(check(database), IsEmpty()); }

    ReportState state(const std::string& id) { return load_report_status(database, id)->state; }
    std::size_t events(const std::string& id) { return list_events(database, "report", id).rows.size(); }

    /// A report of its own in that state, by way of `assessed` where there is a choice.
    std::string report_in(ReportState wanted) {
        const std::string id = "R-" + std::to_string(++reports);
        add(database, make_report(id, "La caissière " + id + " m'a salué."));
        const auto make = [&](Move move) { EXPECT_EQ(attempt(move, id), "") << to_string(move); };
        if (wanted != ReportState::submitted) make(Move::assess);
        switch (wanted) {
            case ReportState::submitted:
            case ReportState::assessed:
                break;
            case ReportState::held:
                make(Move::hold);
                break;
            case ReportState::rework_requested:
                make(Move::rework);
                break;
            case ReportState::accepted:
                make(Move::accept);
                break;
            case ReportState::reassigned:
                make(Move::reassign);
                break;
            case ReportState::withdrawn:
                make(Move::withdraw);
                break;
            case ReportState::surplus:
                make(Move::reassign);
                make(Move::keep_surplus);
                break;
        }
        EXPECT_EQ(state(id), wanted);
        return id;
    }

    std::string decide(const std::string& id, Decision decision) {
        DecisionRequest wanted = request(id, decision);
        if (decision == Decision::rework) wanted.new_due_at = at(3000);
        return record_decision(database, wanted, count_missions).refusal.en;
    }

    /// Tries the move; why it was refused, or nothing.
    std::string attempt(Move move, const std::string& id) {
        const InterventionRequest by_anne{id, 1, "anne", "Le client vérifie.", at(5000), at(110)};
        const InterventionRequest by_bruno{id, 1, "bruno", "Le reçu est valable.", std::nullopt, at(110)};
        switch (move) {
            case Move::assess:
                save_assessments(database, make_assessed(id), "relis");
                return {};
            case Move::accept:
                return decide(id, Decision::accept);
            case Move::rework:
                return decide(id, Decision::rework);
            case Move::reassign:
                return decide(id, Decision::reassign);
            case Move::resubmit: {
                Report further = make_report(id, "La caissière " + id + " m'a dit bonjour.");
                further.revision = 2;
                return add(database, further).reason.en;
            }
            case Move::files: {
                const AttachmentFileRecord file{FileState::readable, "image/jpeg", std::string(32, 'a'), {}};
                Batch batch(database);
                batch.put_attachment_files(id, 1, std::span(&file, 1), at(120));
                batch.commit();
                return {};
            }
            case Move::expire:
                return expire_rework(database, id, at(4000)).refusal.en;
            case Move::undo:
                return undo_last_decision(database, id, "anne", at(120), count_missions).refusal.en;
            case Move::hold:
                return put_on_hold(database, by_anne).refusal.en;
            case Move::release:
                return end_hold(database, id, "anne", at(120)).refusal.en;
            case Move::withdraw:
                return withdraw_report(database, by_anne).refusal.en;
            case Move::reinstate:
                return reinstate_report(database, id, "anne", at(120)).refusal.en;
            case Move::keep_surplus:
                return keep_as_surplus(database, by_bruno, count_missions).refusal.en;
            case Move::drop_surplus:
                break;
        }
        return drop_surplus(database, {id, 1, "anne", "Le reçu est faux.", std::nullopt, at(120)}, count_missions)
            .refusal.en;
    }

    /// Where the table leads; a report goes back to where report_in took it from.
    static std::optional<ReportState> allowed(ReportState from, Move move) {
        const bool back = move == Move::release || move == Move::reinstate;
        return next_state(from, move, back ? std::optional(ReportState::assessed) : std::nullopt);
    }

    int reports = 0;
};
RELIS_ON_BOTH_BACK_ENDS(Moves);

TEST_P(Moves, OfPeopleAreDoneWhereTheTableAllowsThemAndElseRefusedWithoutATrace) {
    for (const ReportState from : all_report_states) {
        for (const Move move : people) {
            const std::string id = report_in(from);
            const std::size_t before = events(id);
            const std::string refusal = attempt(move, id);
            const auto to = allowed(from, move);
            SCOPED_TRACE(std::string(to_string(from)) + " " + std::string(to_string(move)) + ": " + refusal);
            EXPECT_EQ(refusal.empty(), to.has_value());
            EXPECT_EQ(state(id), to.value_or(from));
            EXPECT_EQ(events(id) > before, to.has_value()) << "what is refused leaves no event";
        }
    }
}

TEST_P(Moves, OfShoppersAndOfTheProgramFollowTheTableToo) {
    for (const ReportState from : all_report_states) {
        for (const Move move : others) {
            const std::string id = report_in(from);
            attempt(move, id);
            EXPECT_EQ(state(id), allowed(from, move).value_or(from)) << to_string(from) << " " << to_string(move);
        }
    }
}

TEST_P(Moves, ARefusalSaysInEitherLanguageWhatIsPossible) {
    const std::string id = report_in(ReportState::accepted);
    const Label why = put_on_hold(database, {id, 1, "anne", "Le client vérifie.", at(5000), at(110)}).refusal;
    EXPECT_THAT(why.en, AllOf(HasSubstr("accepted"), HasSubstr("hold"), HasSubstr("From there: undo")));
    EXPECT_THAT(why.fr, AllOf(HasSubstr("« mettre en attente »"), HasSubstr("on peut : reprendre la décision."),
                              Not(HasSubstr("hold")), Not(HasSubstr("undo"))));
    const std::string kept = report_in(ReportState::surplus);
    EXPECT_THAT(attempt(Move::accept, kept), HasSubstr("From there: drop_surplus"));
    EXPECT_THAT(put_on_hold(database, {kept, 1, "anne", "Le client vérifie.", at(5000), at(110)}).refusal.fr,
                HasSubstr("on peut : annuler la visite surnuméraire."));
}

}  // namespace relis::store::test
