#pragma once

#include <memory>
#include <vector>

#include <wx/listctrl.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include "app/background.h"
#include "app/document_view.h"
#include "app/session.h"

namespace relis::app {

/// The shopper's history beside his report.
class ShopperPanel : public wxPanel {
  public:
    /// `session` outlives the panel.
    ShopperPanel(wxWindow* parent, Session& session);
    [[nodiscard]] DocumentView& view() { return *view_; }

  private:
    void update();

    Session& session_;
    DocumentView* view_;
    Notifier<>::Subscription news_;
};

/// The files that came with the report: what they are, in which state, pictures made small. Enter opens one.
class AttachmentsPanel : public wxPanel {
  public:
    /// `session` outlives the panel.
    AttachmentsPanel(wxWindow* parent, Session& session);
    [[nodiscard]] wxListCtrl& rows() { return *rows_; }

  private:
    void update();
    void load_pictures();
    void open(long row);

    Session& session_;
    wxListCtrl* rows_;
    wxStaticText* notice_;
    std::unique_ptr<wxImageList> pictures_;
    Request request_;
    Notifier<>::Subscription news_;
};

}  // namespace relis::app
