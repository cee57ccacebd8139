#include "review/outbox.h"

#include <algorithm>

#include <fmt/format.h>

#include "feedback_mail.h"
#include "feedback_month.h"
#include "french_text.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "outbox_posting.h"
#include "review/feedback.h"
#include "review/shoppers.h"
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
    mail.site = entry.site;
    mail.reminder = entry.reminder;
    mail.month = entry.month;
    mail.edition = entry.edition;
    mail.shopper = entry.shopper;
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

std::string mail_key(const store::OutboxEntry& entry, int revision) {
    std::string key = fmt::format("{}-r{}-{}", safe_file_name(entry.report_id), revision, entry.decision_id);
    if (entry.reminder != 0) {
        return fmt::format("{}-rappel{}", key, entry.reminder);
    }
    if (entry.appeal_id != 0) {
        key += fmt::format("-a{}", entry.appeal_id);
    }
    return entry.surplus_turns == 0 ? key : fmt::format("{}-s{}", key, entry.surplus_turns);
}

/// The name of a mail's file in a folder.
std::string file_name(const store::OutboxEntry& entry, int revision) {
    if (!entry.month) {
        return mail_key(entry, revision);
    }
    const std::string name = fmt::format("{}-{}", safe_file_name(entry.shopper_id), text_of(*entry.month));
    return entry.edition == 1 ? name : fmt::format("{}-envoi{}", name, entry.edition);
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
    store::OutboxEntry about;
    about.report_id = report_id;
    about.decision_id = decision_id;
    about.appeal_id = last_answered(details, decision_id);
    about.surplus_turns = details.surplus_turns;
    PostedMail mail = mail_to_post(workspace, sheet_of(*feedback), feedback->shopper_id, feedback->subject,
                                   mail_key(about, feedback->revision), words);
    store::OutboxEntry& entry = mail.entry;
    entry.report_id = about.report_id;
    entry.decision_id = about.decision_id;
    entry.appeal_id = about.appeal_id;
    entry.surplus_turns = about.surplus_turns;
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

/// Puts the mail of a shopper's month into the outbox; nothing where it is there already. `again`: unless it waits.
std::optional<store::OutboxEntry> post_month(Workspace& workspace, const MonthToSend& wanted,
                                             const FeedbackWords& words) {
    FeedbackFileOptions options;
    options.words = words;
    const auto feedback = month_feedback(workspace, wanted.shopper_id, wanted.month, options);
    if (!feedback) {
        return std::nullopt;
    }
    const FeedbackPage& page = feedback->page;
    PostedMail mail = mail_to_post(workspace, page.sheet, page.shopper_id, page.subject, page.stem, words);
    mail.entry.month = wanted.month;
    mail.content.revision = 0;
    const auto id =
        store::post_month(workspace.database(), mail.entry, mail.content, feedback->decisions, wanted.again);
    if (!id) {
        return std::nullopt;
    }
    mail.entry.id = *id;
    return mail.entry;
}

Label mail_problem(const OutboxMail& mail, const Label& why) {
    return make_label("courriel {} ({}, {}) : {}", "mail {} ({}, {}): {}", mail.id,
                      mail.month ? text_of(*mail.month) : mail.report_id, mail.shopper_id, why);
}

/// Why nothing can be sent to a shopper with such an address in the roster.
Label no_address(const std::string& address) {
    return address.empty()
               ? Label{"le fichier des clients mystères n'a pas l'adresse de courriel de celui-ci",
                       "the roster has no mail address of this shopper"}
               : make_label("« {} », dans le fichier des clients mystères, n'est pas une adresse de courriel",
                            "\"{}\" in the roster is no mail address", address);
}

void count_posted(const store::OutboxEntry& posted, SendSummary& summary) {
    ++summary.posted;
    if (!posted.error.en.empty()) {
        ++summary.failed;
        summary.problems.push_back(mail_problem(from_store(posted), posted.error));
    }
}

Label label_of(std::chrono::year_month month) {
    return {french_month(month), text_of(month)};
}

[[noreturn]] void refuse_empty_month(const MonthToSend& wanted) {
    const Label month = label_of(wanted.month);
    throw LabelledError(wanted.shopper_id.empty()
                            ? make_label("aucun rapport n'a été décidé en {} : il n'y a rien à envoyer",
                                         "no report was decided in {}: there is nothing to send", month)
                            : make_label("aucun rapport de {} n'a été décidé en {} : il n'y a rien à envoyer",
                                         "no report of {} was decided in {}: there is nothing to send",
                                         wanted.shopper_id, month));
}

/// Posts a month, one mail a shopper.
void post_months(Workspace& workspace, const MonthToSend& wanted, const FeedbackWords& words, SendSummary& summary,
                 const std::stop_token& stop) {
    if (!wanted.shopper_id.empty()) {
        static_cast<void>(load_shopper(workspace, wanted.shopper_id));  // says so where there is none
    }
    bool any = false;
    store::PageRequest request;
    do {
        const auto page = store::shoppers_of_month(workspace.database(), wanted.month, wanted.shopper_id, request);
        any = any || !page.rows.empty();
        for (const store::ShopperOfMonth& shopper : page.rows) {
            if (stop.stop_requested()) {
                return;
            }
            const bool wants = !shopper.mail || (wanted.again && shopper.mail == store::OutboxState::sent);
            const auto posted =
                wants ? post_month(workspace, {wanted.month, shopper.shopper_id, wanted.again}, words) : std::nullopt;
            if (posted) {
                count_posted(*posted, summary);
            } else {
                ++summary.known;
            }
        }
        request.after = page.next;
    } while (!request.after.empty());
    if (!any) {
        refuse_empty_month(wanted);
    }
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
            if (posted) {
                count_posted(*posted, summary);
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
    DeliveryResult result{DeliveryResult::Kind::refused,
                          {"son contenu n'est pas dans la base", "its content is not in the database"}};
    if (content) {
        result = delivery.deliver(mail, content->content, file_name(entry, content->revision),
                                  [&] { store::note_handing_over(database, entry.id); });
    }
    const Moment at = now();
    const auto end = [&](store::OutboxState state, const std::optional<Moment>& next) {
        store::end_try(database, entry.id, state, result.why, next, workspace.user(), at);
    };
    if (!result.why.en.empty()) {
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
        posted.entry.error = no_address(mail.to.address);
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
    if (options.month) {
        post_months(workspace, *options.month, options.words, summary, stop);
    } else {
        post_all(workspace, options, summary, stop);
    }
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
            progress({make_label("Envoi à {}", "Sending to {}", mail->recipient), ++done, 0});
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

std::optional<store::OutboxEntry> compose_again(Workspace& workspace, const store::OutboxEntry& mail,
                                                const FeedbackWords& words) {
    if (mail.month) {
        // A later edition is composed again beside the earlier ones, which were sent
        return post_month(workspace, {*mail.month, mail.shopper_id, mail.edition > 1}, words);
    }
    return mail.reminder == 0 ? post(workspace, mail.report_id, mail.decision_id, words)
                              : repost_reminder(workspace, mail, words);
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
    const auto posted = compose_again(workspace, *mail, words);
    if (!posted && mail->month) {
        throw LabelledError(
            make_label("il ne reste rien à dire à {} du mois de {}, ou un courriel plus récent le dit : le courriel {} "
                       "ne sera plus envoyé",
                       "nothing is left to tell {} of {}, or a later mail tells it: mail {} is not sent any more",
                       mail->shopper_id, label_of(*mail->month), id));
    }
    if (!posted) {
        throw LabelledError(make_label(
            "la décision du courriel {} a été annulée, ou un courriel plus récent la dit : il ne sera plus envoyé",
            "the decision of mail {} was undone, or a later mail tells it: it is not sent any more", id));
    }
    if (!posted->error.en.empty()) {
        throw LabelledError(posted->error);
    }
}

}  // namespace relis::review
