#pragma once

#include "demo_agency.h"

namespace relis::review {

/// What reviewers note of people in the demonstration's year.
void note_somebody(DemoAgency& agency, const Moment& at);

/// Follows a proposal to withdraw a shopper or to take him back, or refuses it.
void settle_a_proposal(DemoAgency& agency);

}  // namespace relis::review
