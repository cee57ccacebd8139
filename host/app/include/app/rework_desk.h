#pragma once

#include <string>
#include <vector>

#include "review/reminders.h"
#include "review/rework.h"

namespace relis::app {

/// What the windows of awaited reworks and of the library of remarks ask of the review layer. May block: call it off
/// the interface thread. Thread-safe. Errors: std::runtime_error with a message for people.
class ReworkDesk {
  public:
    ReworkDesk() = default;
    ReworkDesk(const ReworkDesk&) = delete;
    ReworkDesk& operator=(const ReworkDesk&) = delete;
    virtual ~ReworkDesk() = default;

    [[nodiscard]] virtual Moment now() const = 0;
    /// All that await their shopper.
    [[nodiscard]] virtual std::vector<review::AskedRework> waiting() = 0;
    [[nodiscard]] virtual std::string reminder(const std::string& report_id) = 0;
    /// `again`: also where the shopper was reminded before, which is refused otherwise.
    [[nodiscard]] virtual review::ReworkResult keep_reminder(const std::string& report_id, bool again) = 0;
    /// Puts the reminder into the outbox and keeps that it was given, both or neither.
    [[nodiscard]] virtual review::GivenReminder mail_reminder(const std::string& report_id, bool again) = 0;
    /// Ends those whose time is over; the reports' ids.
    virtual std::vector<std::string> expire() = 0;

    [[nodiscard]] virtual std::vector<review::LibraryRemark> library() = 0;
    [[nodiscard]] virtual review::ReworkResult put(const review::LibraryRemark& remark) = 0;
    [[nodiscard]] virtual review::ReworkResult remove(const std::string& id) = 0;
};

}  // namespace relis::app
