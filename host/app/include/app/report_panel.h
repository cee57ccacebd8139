#pragma once

#include <map>
#include <string>

#include <wx/panel.h>

#include "app/document_view.h"
#include "app/session.h"

namespace relis::app {

/// The open report, question by question.
class ReportPanel : public wxPanel {
  public:
    /// `session` outlives the panel.
    ReportPanel(wxWindow* parent, Session& session);

    /// What is laid out: the report as it is read, beside its last revision, or beside what the client reads.
    enum class Layout { reading, revisions, copy };

    [[nodiscard]] DocumentView& view() { return *view_; }
    [[nodiscard]] Layout layout_shown() const { return layout_; }
    /// Shows that layout, or the report as it is read where it is shown already.
    void toggle(Layout layout);
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
    Layout layout_ = Layout::reading;
    std::map<std::string, int> places_;  ///< how far each report was scrolled when it was left
    Notifier<ReportModel::News>::Subscription news_;
    Notifier<>::Subscription beside_news_;
    Notifier<QueueModel::News>::Subscription queue_news_;
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
