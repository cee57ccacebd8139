#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <relis/label.h>

#include "app/background.h"
#include "app/notifier.h"
#include "app/rework_desk.h"

namespace relis::app {

/// A rework that awaits its shopper, and how urgent that is.
struct WaitingRework {
    enum class Urgency { overdue, to_remind, calm };
    review::AskedRework asked;
    Urgency urgency = Urgency::calm;
};

/// The reworks that are awaited, overdue ones first, then those to be reminded of, then by due time. Lives on the
/// interface thread; works off it.
class ReworksModel {
  public:
    enum class News {
        list,      ///< waiting() is new
        working,   ///< something began or ended
        reminder,  ///< reminder() is that of reminded()
        reminded,  ///< it was kept that the shopper of reminded() was reminded
        mailed,    ///< mailed() is what became of the reminders by mail
        expired,   ///< expired() ended
        failed     ///< see error()
    };

    /// `desk` and `background` outlive the model.
    ReworksModel(ReworkDesk& desk, Background& background) : desk_(desk), background_(background) {}

    void refresh();
    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] const std::vector<WaitingRework>& waiting() const { return waiting_; }
    [[nodiscard]] std::size_t count(WaitingRework::Urgency urgency) const;
    [[nodiscard]] bool working() const { return work_.waiting(); }
    [[nodiscard]] Moment now() const { return desk_.now(); }

    /// Asks for the courteous text; nothing is kept yet.
    void ask_for_reminder(const std::string& report_id);
    [[nodiscard]] const std::string& reminder() const { return reminder_; }
    [[nodiscard]] const std::string& reminded() const { return reminded_; }
    /// Keeps that the shopper was given it; `again`: also where he was reminded before, which is refused otherwise.
    void keep_reminder(const std::string& report_id, bool again);
    /// Puts the reminders to the shoppers of these reports into the outbox; `again` as above.
    void mail_reminders(const std::vector<std::string>& report_ids, bool again);
    /// The reports to be reminded of now.
    [[nodiscard]] std::vector<std::string> to_remind() const;
    [[nodiscard]] const std::vector<review::GivenReminder>& mailed() const { return mailed_; }
    /// Ends those whose time is over: their reports await a decision again.
    void expire();
    [[nodiscard]] const std::vector<std::string>& expired() const { return expired_; }

    [[nodiscard]] const Label& error() const { return error_; }
    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    void fail(const Label& what);

    ReworkDesk& desk_;
    Background& background_;
    std::vector<WaitingRework> waiting_;
    std::string reminder_;
    std::string reminded_;
    std::vector<review::GivenReminder> mailed_;
    std::vector<std::string> expired_;
    Label error_;
    bool ready_ = false;
    Notifier<News> notifier_;
    Request list_;
    Request text_;
    Request work_;
};

}  // namespace relis::app
