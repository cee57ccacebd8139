#include "review/outbox.h"

#include <algorithm>

#include <fmt/format.h>

#include "feedback_mail.h"
#include "french_text.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "outbox_posting.h"
#include "review/feedback.h"
#include "store/outbox.h"
#include "store_types.h"

namespace relis::review {

namespace {

constexpr std::chrono::days default_reach{14};
constexpr int most_tries = 6;
constexpr std::chrono::minutes first_pause{5};
constexpr std::chrono::minutes longest_pause{24 * 60};

OutboxMail from_store(const store::OutboxEntry& entry) {
    OutboxMail mail;
    mail.id = entry.id;
    mail.report_id = entry.report_id;
    mail.reminder = entry.reminder;
    mail.shopper_id = entry.shopper_id;
    mail.recipient = entry.recipient;
    mail.state = store::to_string(entry.state);
    mail.way = entry.way;
    mail.target = entry.target;
    mail.tries = entry.tries;
    mail.posted_at = entry.posted_at;
    mail.next_at = entry.next_at;
    mail.done_at = entry.done_at;
    mail.error = entry.error;
    return mail;
}

std::string mail_key(const std::string& report_id, int revision, std::int64_t decision_id, std::int64_t appeal_id,
                     int reminder) {
    const std::string key = fmt::format("{}-r{}-{}", safe_file_name(report_id), revision, decision_id);
    if (reminder != 0) {
        return fmt::format("{}-rappel{}", key, reminder);
    }
    return appeal_id == 0 ? key : fmt::format("{}-a{}", key, appeal_id);
}

/// The last appeal against a decision that was answered, or 0.
std::int64_t last_answered(const ReportDetails& details, std::int64_t decision_id) {
    std::int64_t last = 0;
    for (const Appeal& appeal : details.appeals) {
        if (appeal.decision_id == decision_id && appeal.answered()) {
            last = std::max(last, appeal.id);
        }
    }
    return last;
}

/// Puts the mail of a report's present decision into the outbox; nothing where it is there already or the decision does
/// not stand any more. Without a usable address it is posted as failed, so that it is seen.
std::optional<store::OutboxEntry> post(Workspace& workspace, const std::string& report_id, std::int64_t decision_id,
                                       const FeedbackWords& words) {
    const ReportDetails details = load_report(workspace, report_id);
    const auto feedback =
        compose_feedback(details, FeedbackScope::decided_only, feedback_background(workspace, details, words));
    // One that an appeal brought down has its mail too: the answer is told at once, not with the next decision
    const Appeal* const fell = fallen_by(details);
    const bool stands = std::ranges::any_of(details.decisions, [&](const DecisionRecord& decision) {
        return decision.id == std::to_string(decision_id) &&
               (!decision.undone || (fell != nullptr && fell->decision_id == decision_id)) &&
               decision.revision == details.report.revision;
    });
    if (!feedback || !stands) {
        return std::nullopt;
    }
    const std::int64_t appeal_id = last_answered(details, decision_id);
    PostedMail mail = mail_to_post(workspace, sheet_of(*feedback), feedback->shopper_id, feedback->subject,
                                   mail_key(report_id, feedback->revision, decision_id, appeal_id, 0), words);
    store::OutboxEntry& entry = mail.entry;
    entry.report_id = report_id;
    entry.decision_id = decision_id;
    entry.appeal_id = appeal_id;
    mail.content.report_id = report_id;
    mail.content.revision = feedback->revision;
    mail.content.decision_id = decision_id;
    const auto id = store::post_mail(workspace.database(), entry, mail.content);
    if (!id) {
        return std::nullopt;
    }
    entry.id = *id;
    return entry;
}

Label mail_problem(const OutboxMail& mail, const std::string& why) {
    return make_label("courriel {} ({}, {}) : {}", "mail {} ({}, {}): {}", mail.id, mail.report_id, mail.shopper_id,
                      why);
}

/// Posts what is new.
void post_all(Workspace& workspace, const SendOptions& options, SendSummary& summary, const std::stop_token& stop) {
    const Moment at = now();
    const Moment since = options.since.value_or(Moment{at.utc - default_reach, at.offset});
    store::PageRequest request;
    do {
        const auto page = store::unsent_decisions(workspace.database(), since, request);
        for (const store::UnsentDecision& decision : page.rows) {
            if (stop.stop_requested()) {
                return;
            }
            const auto posted = post(workspace, decision.report_id, decision.decision_id, options.words);
            if (!posted) {
                continue;
            }
            ++summary.posted;
            if (!posted->error.empty()) {
                ++summary.failed;
                summary.problems.push_back(mail_problem(from_store(*posted), posted->error));
            }
        }
        request.after = page.next;
    } while (!request.after.empty());
}

/// Delivers one mail and notes how that ended; false where the run cannot go on.
bool deliver(Workspace& workspace, Delivery& delivery, const store::OutboxEntry& entry, SendSummary& summary) {
    store::Database& database = workspace.database();
    const OutboxMail mail = from_store(entry);
    const auto content = store::load_feedback(database, entry.feedback_id);
    DeliveryResult result{DeliveryResult::Kind::refused, "its content is not in the database"};
    if (content) {
        result = delivery.deliver(
            mail, content->content,
            mail_key(entry.report_id, content->revision, entry.decision_id, entry.appeal_id, entry.reminder),
            [&] { store::note_handing_over(database, entry.id); });
    }
    const Moment at = now();
    const auto end = [&](store::OutboxState state, const std::optional<Moment>& next) {
        store::end_try(database, entry.id, state, result.why, next, workspace.user(), at);
    };
    if (!result.why.empty()) {
        summary.problems.push_back(mail_problem(mail, result.why));
    }
    switch (result.kind) {
        case DeliveryResult::Kind::taken:
            ++summary.sent;
            end(store::OutboxState::sent, std::nullopt);
            return true;
        case DeliveryResult::Kind::later: {
            const auto next = next_try(entry.tries, at);
            ++(next ? summary.later : summary.failed);
            end(next ? store::OutboxState::waiting : store::OutboxState::failed, next);
            return true;
        }
        case DeliveryResult::Kind::refused:
            ++summary.failed;
            end(store::OutboxState::failed, std::nullopt);
            return true;
        case DeliveryResult::Kind::uncertain:
            ++summary.uncertain;
            end(store::OutboxState::uncertain, std::nullopt);
            return true;
        case DeliveryResult::Kind::stop:
            ++summary.later;
            end(store::OutboxState::waiting, at);
            return false;
    }
    return false;
}

}  // namespace

PostedMail mail_to_post(Workspace& workspace, const Sheet& sheet, const std::string& shopper_id,
                        const std::string& subject, const std::string& key, const FeedbackWords& words) {
    const Moment at = now();
    const Mail mail = feedback_mail(workspace, sheet, shopper_id, subject,
                                    fmt::format("{}.{}", key, at.utc.time_since_epoch().count()), words);
    PostedMail posted;
    posted.entry.shopper_id = shopper_id;
    posted.entry.recipient = mail.to.address;
    posted.entry.posted_at = at;
    posted.content.format = "eml";
    posted.content.created_at = at;
    if (is_mail_address(mail.to.address)) {
        posted.content.content = eml_of(mail);
    } else {
        posted.entry.error = mail.to.address.empty()
                                 ? std::string("the roster has no mail address of this shopper")
                                 : fmt::format("\"{}\" in the roster is no mail address", mail.to.address);
        posted.content.content = mail.text;
        posted.content.format = "text";
    }
    return posted;
}

std::optional<Moment> next_try(int tries, const Moment& now) {
    if (tries >= most_tries) {
        return std::nullopt;
    }
    std::chrono::minutes pause = first_pause;
    for (int i = 1; i < tries; ++i) {
        pause = std::min(pause * 4, longest_pause);
    }
    return Moment{now.utc + pause, now.offset};
}

SendSummary send_feedback(Workspace& workspace, Delivery& delivery, const SendOptions& options,
                          const ProgressSink& progress, const std::stop_token& stop) {
    SendSummary summary;
    const Moment start = now();
    store::recover_mails(workspace.database(), {start.utc - options.abandoned_after, start.offset});
    post_all(workspace, options, summary, stop);
    std::size_t done = 0;
    while (true) {
        if (stop.stop_requested()) {
            summary.stopped = true;
            break;
        }
        const auto mail = store::claim_mail(workspace.database(), delivery.way(), delivery.target(), now());
        if (!mail) {
            break;
        }
        if (!deliver(workspace, delivery, *mail, summary)) {
            summary.stopped = true;
            break;
        }
        if (progress) {
            progress({"Sending to " + mail->recipient, ++done, 0});
        }
    }
    return summary;
}

std::vector<OutboxMail> outbox_mails(Workspace& workspace, const std::string& state) {
    std::optional<store::OutboxState> wanted;
    if (!state.empty()) {
        wanted = store::outbox_state_from(state);
        if (!wanted) {
            throw LabelledError(
                make_label("l'état {} n'existe pas : waiting, sending, sent, failed, uncertain ou withdrawn",
                           "there is no state {}: waiting, sending, sent, failed, uncertain or withdrawn", state));
        }
    }
    std::vector<OutboxMail> mails;
    store::PageRequest request;
    do {
        const auto page = store::list_mails(workspace.database(), wanted, request);
        for (const store::OutboxEntry& entry : page.rows) {
            mails.push_back(from_store(entry));
        }
        request.after = page.next;
    } while (!request.after.empty());
    return mails;
}

namespace {

[[noreturn]] void refuse_settling(Workspace& workspace, std::int64_t id) {
    if (!store::load_mail(workspace.database(), id)) {
        throw LabelledError(make_label("il n'y a pas de courriel {} ; `relis outbox list` les donne",
                                       "there is no mail {}; `relis outbox list` lists those there are", id));
    }
    throw LabelledError(
        make_label("le courriel {} n'est ni en échec ni incertain ; `relis outbox list` dit où il en est",
                   "mail {} has neither failed nor is it uncertain; `relis outbox list` says where it stands", id));
}

}  // namespace

void settle_as_sent(Workspace& workspace, std::int64_t id) {
    if (!store::settle_mail(workspace.database(), id, store::OutboxState::sent, workspace.user(), now())) {
        refuse_settling(workspace, id);
    }
}

void post_again(Workspace& workspace, std::int64_t id, const FeedbackWords& words) {
    const auto mail = store::load_mail(workspace.database(), id);
    if (!mail ||
        !store::settle_mail(workspace.database(), id, store::OutboxState::withdrawn, workspace.user(), now())) {
        refuse_settling(workspace, id);
    }
    const auto posted = mail->reminder == 0 ? post(workspace, mail->report_id, mail->decision_id, words)
                                            : repost_reminder(workspace, *mail, words);
    if (!posted) {
        throw LabelledError(make_label(
            "la décision du courriel {} a été annulée, ou un courriel plus récent la dit : il ne sera plus envoyé",
            "the decision of mail {} was undone, or a later mail tells it: it is not sent any more", id));
    }
    if (!posted->error.empty()) {
        throw LabelledError(same_in_both(posted->error));
    }
}

}  // namespace relis::review
