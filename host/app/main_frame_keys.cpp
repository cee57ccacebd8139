// What single keys do in the main window. Shortcuts with Ctrl stand in the menus, see commands.
#include <wx/textctrl.h>

#include "app/commands.h"
#include "app/main_frame.h"

namespace relis::app {

void MainFrame::on_key(wxKeyEvent& event) {
    // keys typed in the windows that belong to this one come by here too, and are theirs
    auto* const typed_in = dynamic_cast<wxWindow*>(event.GetEventObject());
    if (typed_in != nullptr && wxGetTopLevelParent(typed_in) != this) {
        event.Skip();
        return;
    }
    const int key = event.GetKeyCode();
    if (key == WXK_ESCAPE) {
        on_escape();
        return;
    }
    wxWindow* const focus = FindFocus();
    const bool typing = dynamic_cast<wxTextEntry*>(focus) != nullptr ||
                        (focus != nullptr && dynamic_cast<wxTextEntry*>(focus->GetParent()) != nullptr) ||
                        (focus != nullptr && (editor_->IsDescendant(focus) || judgement_->IsDescendant(focus)));
    // before the control that has the focus, which may have a use of its own for it: a list for Ctrl+F, a text for
    // Ctrl+Enter
    const bool moves = typing && (key == WXK_UP || key == WXK_DOWN);
    const int command = event.HasModifiers() && !moves ? command_of(event, *GetMenuBar()) : int{wxID_NONE};
    if (command != wxID_NONE) {
        wxCommandEvent chosen(wxEVT_MENU, command);
        ProcessWindowEvent(chosen);
        return;
    }
    if (typing || event.HasModifiers()) {
        event.Skip();
        return;
    }
    switch (key) {
        case 'A':
            on_accept();
            break;
        case 'R':
            session_.decision().choose(Decision::rework);
            break;
        case 'X':
            session_.decision().choose(Decision::reassign);
            break;
        case 'J':
            queue_->step(1);
            break;
        case 'K':
            queue_->step(-1);
            break;
        case 'N':
            session_.report().next_finding();
            break;
        case 'P':
            session_.report().previous_finding();
            break;
        case '/':
            queue_->focus_search();
            break;
        default:
            if (!on_judging_key(key) && !on_view_key(key)) event.Skip();
    }
}

void MainFrame::on_escape() {
    if (session_.decision().draft()) {
        session_.decision().close_draft();
        report_->view().SetFocus();
    } else if (session_.judging().draft()) {
        session_.judging().close_draft();
    } else if (report_->layout_shown() != ReportPanel::Layout::reading) {
        report_->toggle(report_->layout_shown());
    } else if (session_.report().finding()) {
        session_.report().select_finding(std::nullopt);
    } else {
        queue_->focus_rows();
    }
}

bool MainFrame::on_judging_key(int key) {
    JudgingModel& judging = session_.judging();
    if (key >= '1' && key <= '9') {
        judging.correct(static_cast<std::size_t>(key - '1'));
        return true;
    }
    switch (key) {
        case 'D':
            judging.dismiss();
            return true;
        case 'C':
            judging.correct();
            return true;
        case 'U':
            judging.take_back();
            return true;
        case 'E':
            judging.edit_answer();
            return true;
        case 'O':
            judging.override_score();
            return true;
        case 'W':
            judging.waive();
            return true;
        default:
            return false;
    }
}

bool MainFrame::on_view_key(int key) {
    switch (key) {
        case 'S':
            show_side(0);
            return true;
        case 'H':
            show_side(1);
            return true;
        case 'T':
            show_side(2);
            return true;
        case 'V':
            report_->toggle(ReportPanel::Layout::revisions);
            return true;
        case 'B':
            report_->toggle(ReportPanel::Layout::copy);
            return true;
        default:
            return false;
    }
}

}  // namespace relis::app
