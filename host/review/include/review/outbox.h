#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "review/feedback_words.h"
#include "review/progress.h"
#include "review/workspace.h"

namespace relis::review {

/// One mail of the outbox: the feedback of a decision, a reminder of its rework, or a shopper's month.
struct OutboxMail {
    std::int64_t id = 0;
    std::string report_id;  ///< empty: a month
    std::string site;       ///< its name; empty: a month
    int reminder = 0;       ///< which reminder of a rework, from 1; 0: none
    std::optional<std::chrono::year_month> month;
    int edition = 0;  ///< of a month: which mail of it, from 1; 0: no month
    std::string shopper_id;
    std::string shopper;  ///< name
    std::string recipient;
    std::string state;  ///< `waiting`, `sending`, `sent`, `failed`, `uncertain`, `withdrawn`
    std::string way;    ///< `smtp` or `folder`; empty: never tried
    std::string target;
    int tries = 0;
    Moment posted_at;
    std::optional<Moment> next_at;
    std::optional<Moment> done_at;
    Label error;  ///< of the last try that failed; what a server answered, in its words
};

/// How the delivery of one mail ended.
struct DeliveryResult {
    enum class Kind {
        taken,
        later,      ///< try again
        refused,    ///< never again
        uncertain,  ///< nobody knows whether it was taken
        stop        ///< not this mail's fault: no mail of this run will fare better
    };
    Kind kind = Kind::taken;
    Label why;  ///< empty texts: taken; what a server answered, in its words
};

/// A way for mails to their shoppers. One thread at a time.
class Delivery {
  public:
    virtual ~Delivery() = default;
    /// `smtp` or `folder`.
    [[nodiscard]] virtual std::string way() const = 0;
    /// The server or the folder, without a password.
    [[nodiscard]] virtual std::string target() const = 0;
    /// Delivers a message (RFC 5322). `name` is a file name of its own; `handing_over` is called once, just before the
    /// last byte leaves, after which only the answer tells whether it was taken.
    virtual DeliveryResult deliver(const OutboxMail& mail, const std::string& message, const std::string& name,
                                   const std::function<void()>& handing_over) = 0;
};

/// A mail server.
struct SmtpServer {
    std::string url;   ///< `smtp://host:port` or `smtps://host:port`
    std::string user;  ///< empty: none
    std::string password;
    std::string sender;       ///< the address that errors go back to
    bool plain = false;       ///< goes without encryption to a server that is not on this machine
    std::string authorities;  ///< file (PEM) of who may vouch for the server; empty: those of the system
    int seconds = 90;         ///< longest time for one mail
};

/// Delivers by SMTP (RFC 5321, libcurl). Over `smtp://` encryption is demanded by STARTTLS, unless the server is on
/// this machine or `plain` is set; where the server encrypts, its certificate must be vouched for. Throws LabelledError
/// for a URL of another kind, and for authorities that cannot be read.
[[nodiscard]] std::unique_ptr<Delivery> smtp_delivery(const SmtpServer& server);

/// Writes each mail as a file `<report>-r<revision>-<decision>.eml` (with `-a<appeal>` after an answer to appeals,
/// `-rappel<number>` of a reminder), of a month `<shopper>-2026-06.eml` (with `-envoi<edition>` from the second), whole
/// or not at all. Throws LabelledError where the folder cannot be made.
[[nodiscard]] std::unique_ptr<Delivery> folder_delivery(const std::filesystem::path& folder);

/// A month whose feedback is sent, one mail a shopper.
struct MonthToSend {
    std::chrono::year_month month;
    std::string shopper_id{};  ///< empty: all of whom a report was decided in it
    bool again = false;        ///< also to those who were sent it already
};

struct SendOptions {
    FeedbackWords words{};
    /// Decisions before it are left alone, lest the first run writes to everybody about last year. Absent: 14 days.
    std::optional<Moment> since{};
    /// Absent: the feedback of each new decision is posted. Else this month's instead.
    std::optional<MonthToSend> month{};
    /// After which time a mail that a run has in hand is taken for abandoned; longer than SmtpServer::seconds.
    std::chrono::seconds abandoned_after{180};
};

struct SendSummary {
    std::size_t posted = 0;     ///< new mails
    std::size_t known = 0;      ///< of a month: shoppers who were sent it before, or whose mail of it is in the outbox
    std::size_t sent = 0;       ///< in this run
    std::size_t later = 0;      ///< to be tried again
    std::size_t failed = 0;     ///< for good, those without an address included
    std::size_t uncertain = 0;  ///< a person has to find out; those found from an interrupted run included
    bool stopped = false;       ///< the server cannot be used, or somebody asked to stop: the rest waits
    std::vector<Label> problems;
};

/// Posts the feedback of each decision that has none in the outbox, or of a month, and delivers what is due, reminders
/// with it. May be stopped and run again, by several machines at once: nothing is sent twice, what was in hand of a run
/// that died goes on. Throws LabelledError, having sent nothing, where no report was decided in that month, for an
/// unknown shopper, and without a sender.
SendSummary send_feedback(Workspace& workspace, Delivery& delivery, const SendOptions& options = {},
                          const ProgressSink& progress = {}, const std::stop_token& stop = {});

/// When a mail is tried again after so many tries (5 minutes, 20, 80 …, at most a day); nothing after the sixth.
[[nodiscard]] std::optional<Moment> next_try(int tries, const Moment& now);

/// Mails by id, of one state or (empty) all. Throws LabelledError for an unknown state.
[[nodiscard]] std::vector<OutboxMail> outbox_mails(Workspace& workspace, const std::string& state = {});

/// A person's word on a mail that failed or is uncertain: it arrived after all. Throws LabelledError where it is in no
/// such state.
void settle_as_sent(Workspace& workspace, std::int64_t id);

/// Composes a mail that failed or is uncertain anew, with the shopper's present address, for the next run. Throws
/// LabelledError where it is in no such state, its decision was undone or its rework is over.
void post_again(Workspace& workspace, std::int64_t id, const FeedbackWords& words);

}  // namespace relis::review
