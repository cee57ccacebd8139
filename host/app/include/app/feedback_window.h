#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <wx/button.h>
#include <wx/frame.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/background.h"
#include "app/notice_bar.h"
#include "app/shopper_desk.h"

namespace relis::app {

/// What the shopper gets for a report: its text as it is sent; the page can be saved, opened in the browser (which
/// prints it too), the text printed.
class FeedbackWindow : public wxFrame {
  public:
    /// `desk` and `background` outlive the window.
    FeedbackWindow(wxWindow* parent, ShopperDesk& desk, Background& background);

    void open(const std::string& report_id);
    [[nodiscard]] const std::string& report_id() const { return report_id_; }
    [[nodiscard]] wxTextCtrl& text() { return *text_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }
    [[nodiscard]] bool ready() const { return preview_.has_value() && !request_.waiting(); }
    /// Writes the page; the bar tells where it cannot.
    void save(const std::filesystem::path& file);

  private:
    void make_menus();
    void show_preview();
    void ask_where();
    void open_in_browser();
    void print();

    ShopperDesk& desk_;
    Background& background_;
    std::string report_id_;
    std::optional<FeedbackPreview> preview_;
    NoticeBar* bar_ = nullptr;
    wxStaticText* head_ = nullptr;
    wxTextCtrl* text_ = nullptr;
    Request request_;
};

}  // namespace relis::app
