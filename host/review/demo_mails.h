#pragma once

#include "demo_agency.h"

namespace relis::review {

/// Sends the feedback of the demonstration's year: to an invented server, which takes most of it, refuses some and once
/// breaks off. Nothing leaves the machine.
void send_demo_mails(DemoAgency& agency, const Moment& at);

}  // namespace relis::review
