#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "store/database.h"
#include "store/feedback.h"
#include "store/page.h"

namespace relis::store {

/// Where a mail stands.
enum class OutboxState {
    waiting,    ///< for its first or next try
    sending,    ///< a run has it in hand
    sent,       ///< taken by the mail server, or written into the folder
    failed,     ///< no further try; `error` says why
    uncertain,  ///< a run ended between the last byte and the server's answer: a person has to find out
    withdrawn   ///< its decision was undone, a further revision came in, or another mail takes its place
};

[[nodiscard]] std::string_view to_string(OutboxState state);
[[nodiscard]] std::optional<OutboxState> outbox_state_from(std::string_view name);

/// A mail: of a decision, of a reminder of its rework, or of a shopper's month.
struct OutboxEntry {
    std::int64_t id = 0;
    std::int64_t feedback_id = 0;  ///< its content, see load_feedback
    std::int64_t decision_id = 0;  ///< 0: of a month
    std::int64_t appeal_id = 0;    ///< the last appeal against the decision that it answers; 0: none
    /// How often, when it was made, the report had been kept as a surplus visit and taken back, each counted.
    int surplus_turns = 0;
    int reminder = 0;       ///< which reminder of the rework, from 1; 0: the mail of the decision itself
    std::string report_id;  ///< empty: of a month
    std::string site;       ///< name of the report's, as the database has it; empty: of a month
    std::optional<std::chrono::year_month> month;
    int edition = 0;  ///< of a month: which mail of it, from 1
    std::string shopper_id;
    std::string shopper;    ///< name, as the database has it
    std::string recipient;  ///< the address; empty: none is known
    OutboxState state = OutboxState::waiting;
    std::string way;     ///< `smtp` or `folder`; empty: never tried
    std::string target;  ///< server or folder of the last try
    int tries = 0;
    Moment posted_at;
    std::optional<Moment> next_at;  ///< of a waiting one: not before
    std::optional<Moment> done_at;
    Label error;  ///< of the last try that failed; empty texts: none did
    bool operator==(const OutboxEntry&) const = default;
};

/// A decision whose shopper has been sent nothing yet, or nothing since an appeal against it was answered or its report
/// was kept as a surplus visit or taken back.
struct UnsentDecision {
    std::int64_t decision_id = 0;
    std::string report_id;
    std::int64_t appeal_id = 0;  ///< the last one that was answered; 0: none
    int surplus_turns = 0;       ///< as of OutboxEntry
    bool operator==(const UnsentDecision&) const = default;
};

/// Decisions that stand on a current revision, or fell by an appeal with none made since; were made at `since` or later
/// (or an appeal was answered then, or a surplus visit kept or taken back), and have no mail that says what stands,
/// oldest first.
[[nodiscard]] Page<UnsentDecision> unsent_decisions(Database& database, const Moment& since,
                                                    const PageRequest& page = {});

/// Puts a mail into the outbox with its content. Nothing where its decision has one already (with the same appeal
/// answered and the same surplus_turns) that was not withdrawn, so that two runs at once post it once. Of `entry`,
/// report, shopper, decision, appeal, surplus_turns, recipient and error count; with an error it is failed from the
/// start. Throws Error not_found for an unknown revision.
std::optional<std::int64_t> post_mail(Database& database, const OutboxEntry& entry, const Feedback& content);

/// Puts the next reminder of a rework into the outbox with its content, and keeps that the shopper was reminded.
/// Refused where the report awaits no rework, where its time is over, and unless `again` where he was reminded before.
/// Of `entry`, report, shopper, decision, recipient and error count, `posted_at` is when he is reminded. Throws Error
/// not_found for an unknown report.
struct PostedReminder {
    std::optional<std::int64_t> mail;
    int reminder = 0;
    Label refusal;  ///< empty texts: posted
};
PostedReminder post_reminder(Database& database, const OutboxEntry& entry, const Feedback& content,
                             const std::string& user, bool again = false);

/// Puts the content of a reminder that failed into the outbox once more, as the same reminder; nothing where it is
/// there.
std::optional<std::int64_t> post_reminder_again(Database& database, const OutboxEntry& entry, const Feedback& content);

/// A shopper some of whose reports were decided in a month.
struct ShopperOfMonth {
    std::string shopper_id;
    std::optional<OutboxState> mail;  ///< where the latest mail of that month stands; absent: none but withdrawn ones
    bool operator==(const ShopperOfMonth&) const = default;
};

/// Whose reports were decided in a month, in the local time of each decision that stands on a current revision, by id.
/// `shopper_id`: that shopper alone; empty: all.
[[nodiscard]] Page<ShopperOfMonth> shoppers_of_month(Database& database, std::chrono::year_month month,
                                                     const std::string& shopper_id = {}, const PageRequest& page = {});

/// Puts the mail of a shopper's month into the outbox, with its content and the decisions that it tells. Nothing where
/// one is there that was not withdrawn, or with `again`: that was neither withdrawn nor sent; it then is the next
/// edition. Of `entry`, shopper, month, recipient and error
/// count; with an error it is failed from the start. Throws Error not_found for an unknown shopper.
std::optional<std::int64_t> post_month(Database& database, const OutboxEntry& entry, const Feedback& content,
                                       const std::vector<std::int64_t>& decisions, bool again = false);

/// Takes the next mail that is due at `now`, for this run alone; the try is counted. Nothing where none is due. Mails
/// whose decision was undone or answered by a further revision meanwhile are withdrawn, reminders also where the time
/// of their rework is over, those of a month (with an error that says so) where any decision that they tell fell.
[[nodiscard]] std::optional<OutboxEntry> claim_mail(Database& database, const std::string& way,
                                                    const std::string& target, const Moment& now);

/// Notes, on the disk, that the last byte is about to go: from here on only the answer tells whether it was taken.
void note_handing_over(Database& database, std::int64_t id);

/// How a try ended: `sent`, `failed`, `uncertain`, or `waiting` with the time of the next one. On the disk when it
/// returns. With an event for a mail that was sent. Throws Error not_found where no run has it in hand.
void end_try(Database& database, std::int64_t id, OutboxState state, const Label& error,
             const std::optional<Moment>& next, const std::string& user, const Moment& at);

/// Frees what a run that died had in hand since before `before`: what had not been handed over waits again, as does
/// what goes into a folder, where writing twice writes one file; the rest is uncertain. How many.
std::size_t recover_mails(Database& database, const Moment& before);

/// A person's word on a mail that failed or is uncertain: `sent` (he found out that it arrived) or `withdrawn`.
/// False where it is in no such state.
bool settle_mail(Database& database, std::int64_t id, OutboxState state, const std::string& user, const Moment& at);

[[nodiscard]] std::optional<OutboxEntry> load_mail(Database& database, std::int64_t id);

/// Mails by id, of one state or all.
[[nodiscard]] Page<OutboxEntry> list_mails(Database& database, std::optional<OutboxState> state = std::nullopt,
                                           const PageRequest& page = {});

}  // namespace relis::store
