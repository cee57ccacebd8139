#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "app/drafts.h"
#include "app/outbox_desk.h"

class wxWindow;

namespace relis::app {

// What is typed into these dialogs is kept in `drafts` when they are closed, and comes back when they are opened.

/// Asks how mails leave; nothing: it was left as it is.
[[nodiscard]] std::optional<OutboxSettings> ask_outbox_settings(wxWindow* parent, const OutboxSettings& settings,
                                                                Drafts& drafts);

/// Whose month, which one, and where it goes.
struct MonthWanted {
    std::string shopper_id;  ///< empty: of everybody, which can be sent but not written
    std::chrono::year_month month{};
    bool send = true;    ///< through the outbox; else as files into the folder
    bool again = false;  ///< sent though it was sent before
    std::string folder;
};
/// Begins with the shopper named and the month that is over; nothing: nobody wants one.
[[nodiscard]] std::optional<MonthWanted> ask_month(wxWindow* parent, const std::string& shopper_id, Drafts& drafts);

}  // namespace relis::app
