#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>

#include "app/background.h"
#include "app/notifier.h"
#include "app/outbox_desk.h"

namespace relis::app {

/// What shoppers were sent and what became of it. Lives on the interface thread; works off it.
class OutboxModel {
  public:
    enum class News {
        list,     ///< mails() is new
        filter,   ///< shown() is another choice of them
        working,  ///< sending or something else began
        sent,     ///< summary() is what a run did
        done,     ///< a mail was settled or composed anew
        written,  ///< files() were written
        failed    ///< see error()
    };

    /// `desk` and `background` outlive the model.
    OutboxModel(OutboxDesk& desk, Background& background) : desk_(desk), background_(background) {}

    void refresh();
    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] std::size_t count(const std::string& state) const;
    /// Shows mails of one state alone; empty: all.
    void filter(const std::string& state);
    /// How many are shown, and each of them, the newest first.
    [[nodiscard]] std::size_t shown() const { return shown_.size(); }
    [[nodiscard]] const review::OutboxMail& mail(std::size_t row) const { return all_[shown_[row]]; }
    /// Whether a person's word is wanted: it failed or is uncertain.
    [[nodiscard]] bool can_settle(std::size_t row) const;

    [[nodiscard]] bool working() const { return work_.waiting(); }
    [[nodiscard]] bool sending() const { return working() && sending_; }
    /// How many were sent in the run that goes on.
    [[nodiscard]] std::size_t done() const { return *done_; }
    /// Sends what is new, or a month, and what waits.
    void send(const OutboxSettings& settings, const std::string& password,
              const std::optional<review::MonthToSend>& month = {});
    /// Stops the run after the mail it has in hand.
    void stop() { work_.stop(); }
    [[nodiscard]] const review::SendSummary& summary() const { return summary_; }

    void settle(std::size_t row);
    void retry(std::size_t row);
    void month(const std::string& shopper_id, std::chrono::year_month month, const std::filesystem::path& folder);
    /// The file of the agency's words for all that shoppers read from now on.
    void use_words(const std::string& file) { desk_.use_words(file); }
    [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return files_; }

    [[nodiscard]] const Label& error() const { return error_; }
    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    void apply_filter();
    void fail(const Label& what);

    OutboxDesk& desk_;
    Background& background_;
    std::vector<review::OutboxMail> all_;
    std::vector<std::size_t> shown_;
    std::string state_;
    review::SendSummary summary_;
    std::vector<std::filesystem::path> files_;
    std::shared_ptr<std::atomic<std::size_t>> done_ = std::make_shared<std::atomic<std::size_t>>(0);
    bool sending_ = false;
    bool ready_ = false;
    Label error_;
    Notifier<News> notifier_;
    Request list_;
    Request work_;
};

}  // namespace relis::app
