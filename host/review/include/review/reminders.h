#pragma once

#include <string>
#include <vector>

#include "review/feedback_words.h"
#include "review/rework.h"
#include "review/workspace.h"

// Reminders of reworks: given by a person in words of his own channel, or as mails of the outbox.
namespace relis::review {

/// A courteous reminder in French, in the agency's words: what is asked, and until when. Throws LabelledError for an
/// unknown report and where it awaits no rework.
[[nodiscard]] std::string reminder_text(Workspace& workspace, const std::string& report_id,
                                        const FeedbackWords& words = {});

/// Keeps that the shopper was reminded. Refused where the report awaits no rework, where its time is over, and unless
/// `again` where he was reminded before, so that nobody is reminded twice by mistake.
ReworkResult keep_reminder(Workspace& workspace, const std::string& report_id, bool again = false);

/// What became of one reminder.
struct GivenReminder {
    std::string report_id;
    bool done = false;
    int reminder = 0;       ///< which one of this rework, as a mail; 0: no mail
    std::string recipient;  ///< of the mail
    std::string text;       ///< what the shopper reads
    Label problem;          ///< of a mail that cannot be sent: it is in the outbox, failed
    Label refusal;          ///< why not; empty texts: done
};

/// Puts a reminder into the outbox, which send_feedback delivers, and keeps that the shopper was reminded, both or
/// neither. Refused as keep_reminder. Throws LabelledError for an unknown report, where it awaits no rework, and where
/// the words name no sender.
GivenReminder mail_reminder(Workspace& workspace, const std::string& report_id, const FeedbackWords& words,
                            bool again = false);

}  // namespace relis::review
