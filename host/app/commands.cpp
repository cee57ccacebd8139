#include "app/commands.h"

#include <memory>

#include <wx/accel.h>
#include <wx/event.h>
#include <wx/intl.h>
#include <wx/menu.h>

#include "follow_up_menu.h"
#include "queue_rows.h"

namespace relis::app {

namespace {

int command_in(const wxMenu& menu, int flags, int key) {
    for (const wxMenuItem* const item : menu.GetMenuItems()) {
        if (item->IsSubMenu()) {
            if (const int command = command_in(*item->GetSubMenu(), flags, key); command != wxID_NONE) {
                return command;
            }
            continue;
        }
        const std::unique_ptr<wxAcceleratorEntry> keys(item->GetAccel());
        if (keys && keys->GetFlags() == flags && keys->GetKeyCode() == key) {
            return item->IsEnabled() ? item->GetId() : int{wxID_NONE};
        }
    }
    return wxID_NONE;
}

}  // namespace

wxMenuBar* make_menu_bar() {
    auto* const file = new wxMenu;
    file->Append(command_import_files, _("&Import reports...") + "\tCtrl+O");
    file->Append(command_import_folder, _("Import a &folder...") + "\tCtrl+Shift+O");
    file->Append(command_check_draft, _("Check a dra&ft...") + "\tCtrl+Shift+J");
    file->AppendSeparator();
    file->Append(wxID_EXIT, _("&Quit") + "\tCtrl+Q");

    auto* const review = new wxMenu;
    review->Append(command_accept, _("&Accept (A)") + "\tCtrl+Enter");
    review->Append(command_rework, _("&Rework... (R)") + "\tCtrl+R");
    review->Append(command_reassign, _("R&eassign... (X)") + "\tCtrl+Shift+R");
    review->Append(wxID_UNDO, _("&Undo the last decision or judgement") + "\tCtrl+Z");
    review->AppendSeparator();
    review->Append(command_next_report, _("&Next report (J)") + "\tCtrl+Down");
    review->Append(command_previous_report, _("&Previous report (K)") + "\tCtrl+Up");
    review->AppendSeparator();
    review->Append(command_next_finding, _("Next &finding (N)") + "\tF8");
    review->Append(command_previous_finding, _("Previous f&inding (P)") + "\tShift+F8");
    review->AppendSeparator();
    auto* const kinds = new wxMenu;
    kinds->Append(command_next_spelling, _("Next &spelling finding") + "\tCtrl+1");
    kinds->Append(command_next_grammar, _("Next &grammar finding") + "\tCtrl+2");
    kinds->Append(command_next_typography, _("Next &typography or style finding") + "\tCtrl+3");
    kinds->Append(command_next_content, _("Next &content finding") + "\tCtrl+4");
    kinds->AppendSeparator();
    kinds->Append(command_previous_spelling, _("Previous spelling finding") + "\tCtrl+Shift+1");
    kinds->Append(command_previous_grammar, _("Previous grammar finding") + "\tCtrl+Shift+2");
    kinds->Append(command_previous_typography, _("Previous typography or style finding") + "\tCtrl+Shift+3");
    kinds->Append(command_previous_content, _("Previous content finding") + "\tCtrl+Shift+4");
    review->AppendSubMenu(kinds, _("Findings of one &kind"));
    review->AppendSeparator();
    review->Append(command_dismiss, _("Set the finding asi&de... (D)") + "\tCtrl+D");
    review->Append(command_correct, _("&Correct in the client's copy (C, 1 to 9)"));
    review->Append(command_take_back, _("&Let it stand again, take a correction back (U)"));
    review->Append(command_edit_answer, _("Edit the cl&ient's copy... (E)") + "\tCtrl+E");
    review->Append(command_override_score, _("An&other score... (O)"));
    review->Append(command_waive, _("Let it pass in spite of a &veto... (W)"));
    review->AppendSeparator();
    review->Append(command_unsent, _("Unse&nt texts...") + "\tCtrl+Shift+U");
    review->Append(command_assess, _("A&ssess pending reports") + "\tF9");

    auto* const view = new wxMenu;
    view->Append(wxID_REFRESH, _("&Refresh") + "\tF5");
    view->Append(wxID_FIND, _("&Search the queue") + "\tCtrl+F");
    view->Append(command_next_match, _("Next place &found in the report") + "\tF3");
    view->Append(command_previous_match, _("Previous place found in the report") + "\tShift+F3");
    view->Append(command_next_part, _("Next &part of the window") + "\tF6");
    view->AppendSeparator();
    view->Append(command_scores, _("&Scores (S)"));
    view->Append(command_shopper, _("Shopper's &history (H)"));
    view->Append(command_attachments, _("A&ttachments (T)"));
    view->Append(command_compare_revisions, _("Changes since the last re&vision (V)"));
    view->Append(command_compare_copy, _("The &client's copy beside the report (B)"));
    view->AppendSeparator();
    view->Append(command_shopper_file, _("Sh&opper's file...") + "\tCtrl+Shift+H");
    view->Append(command_feedback, _("Feedback to the shopper...") + "\tCtrl+Shift+B");
    view->AppendSeparator();
    view->AppendCheckItem(command_inapplicable, _("Show questions that do not &apply"));

    auto* const quality = new wxMenu;
    quality->Append(command_criteria, _("&Criteria...") + "\tCtrl+Shift+C");
    quality->Append(command_dashboard, _("&Dashboard...") + "\tCtrl+Shift+D");
    quality->Append(command_fairness, _("&Fairness...") + "\tCtrl+Shift+Y");
    quality->Append(command_plugins, _("&Plugins...") + "\tCtrl+Shift+P");
    quality->Append(command_appeals, _("&Appeals...") + "\tCtrl+Shift+A");
    quality->Append(command_file_appeal, _("Record an app&eal...") + "\tCtrl+Shift+E");
    quality->Append(command_missions, _("Missions that no&body has...") + "\tCtrl+Shift+N");

    auto* const help = new wxMenu;
    help->Append(command_help, _("&Help") + "\tShift+F1");
    help->Append(command_tour, _("Guided &tour"));
    help->AppendSeparator();
    help->Append(command_keys, _("&Keyboard") + "\tF1");
    help->Append(command_retry_plugins, _("Try &skipped plugins again"));
    help->AppendSeparator();
    help->Append(wxID_ABOUT, _("&About Relis"));

    auto* const queue = new wxMenu;
    queue->Append(command_decide_selected, _("&Decide the selected reports...") + "\tCtrl+Shift+Enter");
    queue->AppendSeparator();
    queue->Append(command_save_filter, _("&Save the filter...") + "\tCtrl+Shift+S");
    queue->Append(command_saved_filters, _("Saved &filters...") + "\tCtrl+Shift+F");
    queue->Append(command_clear_filters, _("Clear the f&ilters") + "\tCtrl+Shift+X");
    queue->AppendSeparator();
    auto* const sort = new wxMenu;
    for (const QueueFieldTraits& field : queue_fields()) {
        if (field.sort) {
            sort->AppendRadioItem(command_first_sort + static_cast<int>(field.field), title_of(field.field));
        }
    }
    sort->AppendSeparator();
    sort->AppendCheckItem(command_sort_descending, _("The other way &round"));
    queue->AppendSubMenu(sort, _("S&ort by"));
    queue->Append(command_columns, _("&Columns...") + "\tCtrl+Shift+L");

    auto* const bar = new wxMenuBar;
    bar->Append(file, _("&File"));
    bar->Append(review, _("&Review"));
    bar->Append(queue, _("Q&ueue"));
    bar->Append(make_follow_up_menu(), _("Follow-&up"));
    bar->Append(view, _("&View"));
    bar->Append(quality, _("&Quality"));
    bar->Append(help, _("&Help"));
    return bar;
}

int command_of(const wxKeyEvent& event, const wxMenuBar& bar) {
    const int flags = (event.ControlDown() ? wxACCEL_CTRL : 0) | (event.ShiftDown() ? wxACCEL_SHIFT : 0) |
                      (event.AltDown() ? wxACCEL_ALT : 0);
    const int key = event.GetKeyCode() == WXK_NUMPAD_ENTER ? int{WXK_RETURN} : event.GetKeyCode();
    for (std::size_t i = 0; i < bar.GetMenuCount(); ++i) {
        if (const int command = command_in(*bar.GetMenu(i), flags, key); command != wxID_NONE) {
            return command;
        }
    }
    return wxID_NONE;
}

}  // namespace relis::app
