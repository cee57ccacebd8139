#pragma once

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include "app/session.h"

namespace relis::app {

/// How far an import or an assessment has come, with a way to stop it. Shown only while one runs.
class WorkBar : public wxPanel {
  public:
    /// `session` outlives the bar.
    WorkBar(wxWindow* parent, Session& session);

  private:
    void on_news(LongWork::News news);
    void update();

    Session& session_;
    wxStaticText* text_;
    wxGauge* gauge_;
    wxButton* stop_;
    wxTimer timer_;
    Notifier<LongWork::News>::Subscription news_;
};

}  // namespace relis::app
