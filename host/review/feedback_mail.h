#pragma once

#include <string>

#include "review/feedback_words.h"
#include "review/mail.h"
#include "review/sheet.h"
#include "review/workspace.h"

namespace relis::review {

/// A page as a mail to a shopper. `key` tells this mail from all others of the agency. Throws LabelledError where the
/// shopper is unknown; addresses are looked at by eml_of.
[[nodiscard]] Mail feedback_mail(Workspace& workspace, const Sheet& sheet, const std::string& shopper_id,
                                 const std::string& subject, const std::string& key, const FeedbackWords& words);

}  // namespace relis::review
