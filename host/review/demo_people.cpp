#include "demo_people.h"

#include "review/conduct.h"
#include "review/tiers.h"

namespace relis::review {

void note_somebody(DemoAgency& agency, const Moment& at) {
    Random& random = agency.random;
    if (!happens(random, 0.3)) {
        return;
    }
    const DemoPerson* const person = agency.somebody(at);
    if (person == nullptr) {
        return;
    }
    constexpr int rich = 3;
    const double good = person->talent.detail == rich ? 0.7 : 0.35;
    const NoteKind kind = happens(random, 0.15)   ? NoteKind::neutral
                          : happens(random, good) ? NoteKind::positive
                                                  : NoteKind::negative;
    const std::string why = agency.texts.front().shared("notes", std::string(to_string(kind)), random);
    const ConductResult noted = note_shopper(agency.desk(), person->id, kind, why);
    agency.summary.notes += noted.done ? 1U : 0U;
    if (noted.done && kind == NoteKind::negative && happens(random, 0.1)) {
        (void)take_back_note(agency.desk(), noted.id);
    }
}

void settle_a_proposal(DemoAgency& agency) {
    Random& random = agency.random;
    if (!happens(random, 0.3)) {
        return;
    }
    for (const TierProposal& proposal : tier_proposals(agency.first_desk())) {
        Workspace& desk = agency.desk();
        if (happens(random, 0.4)) {
            (void)refuse_proposal(desk, proposal, agency.sentence("proposals_refused"));
            return;
        }
        if (!proposal.withdraw) {
            if (reinstate_shopper(desk, proposal.shopper_id, proposal.reason.fr).done) {
                agency.withdrawn.erase(proposal.shopper_id);
            }
            return;
        }
        if (withdraw_shopper(desk, proposal.shopper_id, proposal.reason.fr).done) {
            agency.withdrawn.insert(proposal.shopper_id);
            ++agency.summary.withdrawn;
            return;
        }
    }
}

}  // namespace relis::review
