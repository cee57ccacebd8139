#pragma once

#include <wx/panel.h>

#include "app/document_view.h"
#include "app/session.h"

namespace relis::app {

/// The open report, question by question.
class ReportPanel : public wxPanel {
  public:
    /// `session` outlives the panel.
    ReportPanel(wxWindow* parent, Session& session);

    [[nodiscard]] DocumentView& view() { return *view_; }
    void show_inapplicable(bool shown);
    /// Goes where a click on a cause or a reason leads.
    void go_to(const Target& target);

  private:
    void rebuild(bool keep_place);
    void on_news(ReportModel::News news);

    Session& session_;
    DocumentView* view_;
    bool with_inapplicable_ = true;
    std::string shown_id_;
    Notifier<ReportModel::News>::Subscription news_;
};

/// Beside the report: the recommendation with its reasons, both scores with what made them.
class ScoresPanel : public wxPanel {
  public:
    /// `session` outlives the panel. A click on a cause or a reason is passed to `go_to`.
    ScoresPanel(wxWindow* parent, Session& session, DocumentView::OnTarget go_to);
    [[nodiscard]] DocumentView& view() { return *view_; }

  private:
    void on_news(ReportModel::News news);

    Session& session_;
    DocumentView* view_;
    Notifier<ReportModel::News>::Subscription news_;
};

}  // namespace relis::app
