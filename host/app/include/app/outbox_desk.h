#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "review/feedback_files.h"
#include "review/outbox.h"

namespace relis::app {

/// How mails leave. The password is never a part of it.
struct OutboxSettings {
    bool by_mail = true;  ///< to a mail server; else as files into a folder
    std::string url;      ///< `smtp://host:port` or `smtps://host:port`
    std::string user;     ///< empty: no login
    bool plain = false;   ///< a server on another machine may offer no encryption
    std::string folder;
    std::string words;  ///< file of the agency's words, which names the sender; empty: the one of the environment
    bool operator==(const OutboxSettings&) const = default;
};

/// What the window of the outbox asks of the review layer. May block: call it off the interface thread. Thread-safe.
/// Errors: std::runtime_error with a message for people.
class OutboxDesk {
  public:
    OutboxDesk() = default;
    OutboxDesk(const OutboxDesk&) = delete;
    OutboxDesk& operator=(const OutboxDesk&) = delete;
    virtual ~OutboxDesk() = default;

    [[nodiscard]] virtual std::vector<review::OutboxMail> mails() = 0;
    /// Posts what is new, or a month, and delivers what is due.
    virtual review::SendSummary send(const OutboxSettings& settings, const std::string& password,
                                     const std::optional<review::MonthToSend>& month,
                                     const review::ProgressSink& progress, const std::stop_token& stop) = 0;
    virtual void settle(std::int64_t mail) = 0;
    virtual void retry(std::int64_t mail) = 0;
    /// Writes the page of a shopper's month as HTML, text and PDF.
    virtual review::FeedbackFiles month(const std::string& shopper_id, std::chrono::year_month month,
                                        const std::filesystem::path& folder) = 0;
    /// The file of the agency's words for all that shoppers read from now on; does not block.
    virtual void use_words(const std::string& file) = 0;
};

}  // namespace relis::app
