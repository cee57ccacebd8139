#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include <wx/frame.h>
#include <wx/notebook.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/background.h"
#include "app/notice_bar.h"
#include "app/page_view.h"
#include "app/paper_view.h"
#include "app/shopper_desk.h"

namespace relis::app {

/// What the shopper gets for a report, a month or a draft: the mail's head, its page as a mail program draws it, its
/// text to the letter, and the pages of the PDF, which are printed. Each can be saved.
class FeedbackWindow : public wxFrame {
  public:
    /// `desk` and `background` outlive the window.
    FeedbackWindow(wxWindow* parent, ShopperDesk& desk, Background& background);

    /// With a planned decision: as the shopper would receive it.
    void open(const std::string& report_id, const std::optional<review::DecisionRecord>& planned = {});
    void open_month(const std::string& shopper_id, std::chrono::year_month month);
    /// What the agency's criteria say of a draft that is not submitted yet; refreshing reads its file again.
    void open_draft(const DraftFile& draft);
    /// Absent where something else is shown.
    [[nodiscard]] const std::optional<DraftFile>& draft() const { return draft_; }
    /// Sends the month that is shown; without one the menu offers nothing.
    using SendMonth = std::function<void(const std::string& shopper_id, std::chrono::year_month month)>;
    void sends_months(SendMonth send) { send_month_ = std::move(send); }
    /// Empty where something else is shown.
    [[nodiscard]] const std::string& report_id() const { return report_id_; }
    [[nodiscard]] wxNotebook& forms() { return *forms_; }
    [[nodiscard]] PageView& page() { return *page_; }
    [[nodiscard]] wxTextCtrl& text() { return *text_; }
    [[nodiscard]] PaperView& paper() { return *paper_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }
    [[nodiscard]] bool ready() const { return preview_.has_value() && !request_.waiting(); }
    /// Writes what the file's ending asks for: `.html`, `.txt`, `.eml`, `.pdf`; the bar tells where it cannot.
    void save(const std::filesystem::path& file);

  private:
    void make_menus();
    void load();
    void show_preview();
    void ask_where();
    void ask_questionnaire();
    void open_in_browser();
    void print();
    void fail(const wxString& what);

    ShopperDesk& desk_;
    Background& background_;
    std::string report_id_;
    std::string shopper_id_;                        ///< of the month that is shown
    std::optional<std::chrono::year_month> month_;  ///< absent: a report is shown
    std::optional<DraftFile> draft_;
    SendMonth send_month_;
    std::function<FeedbackPreview()> what_;
    std::optional<FeedbackPreview> preview_;
    NoticeBar* bar_ = nullptr;
    wxStaticText* standing_ = nullptr;
    wxStaticText* head_ = nullptr;
    wxNotebook* forms_ = nullptr;
    PageView* page_ = nullptr;
    wxTextCtrl* text_ = nullptr;
    PaperView* paper_ = nullptr;
    Request request_;
};

}  // namespace relis::app
