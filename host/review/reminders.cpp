#include "review/reminders.h"

#include <fmt/format.h>

#include "feedback_mail.h"
#include "french_text.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "outbox_posting.h"
#include "review/report_details.h"
#include "rework_terms.h"
#include "store/outbox.h"
#include "store_types.h"

namespace relis::review {

namespace {

/// A reminder before it is laid out.
struct Composed {
    store::Rework rework;
    Sheet sheet;
    std::string subject;
};

Composed compose(Workspace& workspace, const std::string& report_id, const FeedbackWords& words) {
    const ReportDetails details = load_report(workspace, report_id);
    const std::vector<store::Rework> reworks = store::list_reworks(workspace.database(), report_id);
    if (details.row.state != ReportState::rework_requested || reworks.empty()) {
        throw LabelledError(
            make_label("le rapport {} n'attend pas de reprise", "report {} awaits no rework", report_id));
    }
    Composed composed;
    composed.rework = reworks.back();
    const std::string site = details.row.site.empty() ? details.report.site.name : details.row.site;
    const std::map<std::string, std::string, std::less<>> values{
        {"agence", words.agency}, {"prenom", first_name(details.shopper_name)},
        {"site", site},           {"programme", details.row.programme_name},
        {"rapport", report_id},   {"echeance", french_moment(composed.rework.due)}};
    composed.subject = filled(words.reminder_subject, values);
    Sheet& sheet = composed.sheet;
    sheet.title = composed.subject;
    sheet.heading(1, composed.subject);
    sheet.paragraph(filled(words.greeting + "\n\n" + words.reminder, values));
    if (!composed.rework.terms.reasons.empty()) {
        sheet.heading(2, "Ce que nous vous demandons");
    }
    for (const store::ReworkReason& reason : composed.rework.terms.reasons) {
        const Question* const question = details.questionnaire.find(reason.question);
        sheet.item(with_question(question != nullptr ? question->label : std::string(), reason.text));
    }
    sheet.heading(2, "Pour nous répondre");
    sheet.paragraph(
        filled(words.reminder_crossed + (words.reminder_crossed.empty() ? "" : "\n\n") + words.closing, values));
    return composed;
}

/// The mail of a reminder and its content, as the outbox keeps them.
PostedMail mail_of(Workspace& workspace, const Composed& composed, int reminder, const FeedbackWords& words) {
    const store::Rework& rework = composed.rework;
    const std::string key = fmt::format("{}-r{}-{}-rappel", rework.report_id, rework.revision, rework.decision_id);
    PostedMail posted = mail_to_post(workspace, composed.sheet, rework.shopper_id, composed.subject, key, words);
    // Which one it is, the store counts where it is new
    posted.entry.report_id = rework.report_id;
    posted.entry.decision_id = rework.decision_id;
    posted.entry.reminder = reminder;
    posted.content.report_id = rework.report_id;
    posted.content.revision = rework.revision;
    posted.content.decision_id = rework.decision_id;
    return posted;
}

}  // namespace

std::string reminder_text(Workspace& workspace, const std::string& report_id, const FeedbackWords& words) {
    return text_of(compose(workspace, report_id, words).sheet);
}

ReworkResult keep_reminder(Workspace& workspace, const std::string& report_id, bool again) {
    const store::ReworkResult result =
        store::mark_reminded(workspace.database(), report_id, workspace.user(), now(), again);
    return {result.done, result.refusal};
}

GivenReminder mail_reminder(Workspace& workspace, const std::string& report_id, const FeedbackWords& words,
                            bool again) {
    const Composed composed = compose(workspace, report_id, words);
    const PostedMail mail = mail_of(workspace, composed, 0, words);
    const store::PostedReminder posted =
        store::post_reminder(workspace.database(), mail.entry, mail.content, workspace.user(), again);
    GivenReminder given;
    given.report_id = report_id;
    given.done = posted.mail.has_value();
    given.reminder = posted.reminder;
    given.recipient = mail.entry.recipient;
    given.text = text_of(composed.sheet);
    given.problem = mail.entry.error;
    given.refusal = posted.refusal;
    return given;
}

std::optional<store::OutboxEntry> repost_reminder(Workspace& workspace, const store::OutboxEntry& earlier,
                                                  const FeedbackWords& words) {
    const Composed composed = compose(workspace, earlier.report_id, words);
    if (composed.rework.decision_id != earlier.decision_id) {
        return std::nullopt;
    }
    PostedMail mail = mail_of(workspace, composed, earlier.reminder, words);
    const auto id = store::post_reminder_again(workspace.database(), mail.entry, mail.content);
    if (!id) {
        return std::nullopt;
    }
    mail.entry.id = *id;
    return mail.entry;
}

}  // namespace relis::review
