#pragma once

#include <functional>
#include <optional>
#include <string>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/propgrid/propgrid.h>
#include <wx/srchctrl.h>
#include <wx/textctrl.h>

#include "app/criteria_model.h"

namespace relis::app {

/// Every parameter of every plugin as a sheet of values that are edited in place, with whose they are, a search, and
/// the help of the one at hand.
class CriteriaSheetPanel : public wxPanel {
  public:
    /// Told why a value that was typed is refused; an empty text once one is taken.
    using Refusal = std::function<void(const wxString& why)>;
    /// `model` outlives the panel.
    CriteriaSheetPanel(wxWindow* parent, CriteriaModel& model, Refusal refusal);

    [[nodiscard]] wxPropertyGrid& grid() { return *grid_; }
    [[nodiscard]] wxTextCtrl& help() { return *help_; }
    [[nodiscard]] wxChoice& scope() { return *scope_; }

    /// Whose criteria there are to choose among.
    void show_programmes();
    /// The model's sheet: made anew only where its parameters are others.
    void show_sheet();
    /// The values alone.
    void show_values();
    /// The parameter that the sheet stands on.
    [[nodiscard]] std::optional<ParameterRow> selected() const;
    void reset_selected();
    /// On to the next value that is not published.
    void go_to_changed();
    /// The keyboard goes to the search.
    void find();
    /// Takes over what is being typed; false where it is refused.
    bool commit();

  private:
    void bind_events();
    void on_changing(wxPropertyGridEvent& event);
    void on_changed(wxPropertyGridEvent& event);
    void update_row(wxPGProperty& property, const ParameterRow& row);
    void filter();
    void show_help();
    /// The keyboard is with the sheet and a parameter is chosen, but not being edited.
    [[nodiscard]] bool stands_on_a_row() const;

    CriteriaModel& model_;
    Refusal refusal_;
    bool refused_ = false;          ///< the last value that was typed
    bool nothing_matches_ = false;  ///< what is searched for
    std::string parameters_;        ///< that the grid has
    wxChoice* scope_;
    wxSearchCtrl* search_;
    wxCheckBox* tuned_only_;
    wxPropertyGrid* grid_;
    wxTextCtrl* help_;
    wxButton* reset_;
};

}  // namespace relis::app
