#pragma once

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include "app/session.h"

namespace relis::app {

/// The three decisions, each with its key, and what stands in their way.
class DecisionBar : public wxPanel {
  public:
    /// `session` outlives the bar.
    DecisionBar(wxWindow* parent, Session& session);
    [[nodiscard]] wxButton& button(Decision decision);

  private:
    void update();

    Session& session_;
    wxButton* accept_;
    wxButton* rework_;
    wxButton* reassign_;
    wxStaticText* notice_;
    Notifier<DecisionModel::News>::Subscription decision_news_;
    Notifier<ReportModel::News>::Subscription report_news_;
};

}  // namespace relis::app
