#pragma once

#include <wx/defs.h>

class wxKeyEvent;
class wxMenuBar;

namespace relis::app {

/// What the menus offer beyond wxWidgets' own commands.
enum Command : int {
    command_import_files = wxID_HIGHEST + 1,
    command_import_folder,
    command_check_draft,
    command_assess,
    command_accept,
    command_rework,
    command_reassign,
    command_next_report,
    command_previous_report,
    command_next_finding,
    command_previous_finding,
    command_next_spelling,  ///< four in the order of FindingGroup, then the four that go back
    command_next_grammar,
    command_next_typography,
    command_next_content,
    command_previous_spelling,
    command_previous_grammar,
    command_previous_typography,
    command_previous_content,
    command_dismiss,
    command_correct,
    command_take_back,
    command_edit_answer,
    command_override_score,
    command_waive,
    command_scores,
    command_shopper,
    command_attachments,
    command_compare_revisions,
    command_compare_copy,
    command_next_part,
    command_inapplicable,
    command_plugins,
    command_retry_plugins,
    command_criteria,
    command_dashboard,
    command_fairness,
    command_keys,
    command_shopper_file,
    command_feedback,
    command_next_match,
    command_previous_match,
    command_unsent,
    command_help,
    command_tour,
    command_decide_selected,
    command_clear_filters,
    command_save_filter,
    command_saved_filters,
    command_columns,
    command_first_filter,  ///< nine saved filters, by their number
    command_last_filter = command_first_filter + 8,
    command_sort_descending,
    command_first_sort,  ///< the columns in the order of QueueField
    command_last_sort = command_first_sort + 12,
    command_hold,
    command_withdraw,
    command_leave_out,
    command_keep_surplus,
    command_end_intervention,
    command_show_held,
    command_reworks,
    command_remarks,
    command_write_reason,
    command_tiers,
    command_outbox,
    command_appeals,
    command_file_appeal,
    command_missions
};

/// The menu bar with all keys. The caller's frame takes it over.
[[nodiscard]] wxMenuBar* make_menu_bar();

/// The command whose key that is in the menus, where it can be chosen; wxID_NONE: none.
[[nodiscard]] int command_of(const wxKeyEvent& event, const wxMenuBar& bar);

}  // namespace relis::app
