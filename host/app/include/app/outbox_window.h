#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/gauge.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include "app/drafts.h"
#include "app/notice_bar.h"
#include "app/outbox_model.h"

class wxConfigBase;

namespace relis::app {

/// What shoppers were sent, what failed and what waits; sends what is new. How mails leave is kept in the
/// configuration, except the password, which is asked for and lives as long as the window.
class OutboxWindow : public wxFrame {
  public:
    /// The open report's shopper, for a month's page; empty: none.
    using Shopper = std::function<std::string()>;
    /// All outlive the window; `config` may be null.
    OutboxWindow(wxWindow* parent, OutboxDesk& desk, Background& background, Drafts& drafts, wxConfigBase* config,
                 Shopper shopper);

    [[nodiscard]] OutboxModel& model() { return model_; }
    [[nodiscard]] wxDataViewCtrl& list() { return *list_; }
    [[nodiscard]] wxChoice& state() { return *state_; }
    [[nodiscard]] wxTextCtrl& details() { return *details_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }
    [[nodiscard]] const OutboxSettings& settings() const { return settings_; }
    /// Takes the settings over and keeps them.
    void set(const OutboxSettings& settings);
    /// Posts what is new, or a month, and delivers what is due; asks for what lacks.
    void send(const std::optional<review::MonthToSend>& month = {});
    void settle();
    void retry();
    void ask_for_settings();
    void ask_for_month();

  private:
    class Rows;
    void make_menus();
    void read_settings();
    [[nodiscard]] bool have_password();
    [[nodiscard]] bool may_send_to_all(std::chrono::year_month month);
    void fill();
    void update();
    void on_news(OutboxModel::News news);
    [[nodiscard]] std::size_t selected() const;

    OutboxModel model_;
    Drafts& drafts_;
    wxConfigBase* config_;
    Shopper shopper_;
    OutboxSettings settings_;
    std::string password_;
    NoticeBar* bar_;
    wxStaticText* head_;
    wxChoice* state_;
    wxDataViewCtrl* list_;
    wxObjectDataPtr<Rows> rows_;
    wxTextCtrl* details_;
    wxStaticText* way_;
    wxGauge* gauge_;
    wxButton* settle_;
    wxButton* retry_;
    wxButton* send_;
    wxTimer progress_;
    Notifier<OutboxModel::News>::Subscription news_;
};

}  // namespace relis::app
