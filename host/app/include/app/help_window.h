#pragma once

#include <vector>

#include <wx/frame.h>
#include <wx/listbox.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

#include "app/document_view.h"
#include "app/help_book.h"

namespace relis::app {

/// The help: chapters at the left, the text at the right, a search over all of them. Not modal, so that it can lie
/// beside the work.
class HelpWindow : public wxFrame {
  public:
    HelpWindow(wxWindow* parent, std::vector<HelpChapter> chapters);

    [[nodiscard]] wxListBox& chapters() { return *list_; }
    [[nodiscard]] wxSearchCtrl& search() { return *search_; }
    [[nodiscard]] DocumentView& view() { return *view_; }

  private:
    void show_chapter();
    void find();
    void on_key(wxKeyEvent& event);

    std::vector<HelpChapter> chapters_;
    wxSearchCtrl* search_ = nullptr;
    wxListBox* list_ = nullptr;
    wxStaticText* says_ = nullptr;
    DocumentView* view_ = nullptr;
};

}  // namespace relis::app
