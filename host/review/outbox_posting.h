#pragma once

#include <optional>
#include <string>

#include "review/feedback_words.h"
#include "review/sheet.h"
#include "review/workspace.h"
#include "store/feedback.h"
#include "store/outbox.h"

// What puts mails into the outbox.
namespace relis::review {

/// A mail and its content; whose decision it is, the caller adds.
struct PostedMail {
    store::OutboxEntry entry;
    store::Feedback content;
};

/// A page as a mail of the outbox, posted now. Without a usable address it is failed from the start, so that it is
/// seen. `key` tells what it says; the same page posted later has another Message-ID, or servers would drop it as
/// known.
[[nodiscard]] PostedMail mail_to_post(Workspace& workspace, const Sheet& sheet, const std::string& shopper_id,
                                      const std::string& subject, const std::string& key, const FeedbackWords& words);

/// Composes a reminder that failed or is uncertain anew; nothing where its rework is over. Throws LabelledError where
/// the report awaits none.
[[nodiscard]] std::optional<store::OutboxEntry> repost_reminder(Workspace& workspace, const store::OutboxEntry& earlier,
                                                                const FeedbackWords& words);

}  // namespace relis::review
