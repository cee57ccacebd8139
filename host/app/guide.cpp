#include "app/guide.h"

#include <stdexcept>

#include <wx/confbase.h>
#include <wx/sizer.h>

#include "app/bring_up.h"
#include "app/commands.h"
#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/words.h"
#include "review/resources.h"

namespace relis::app {

namespace {
constexpr const char* welcomed = "/guide/welcomed";
}  // namespace

Guide::Guide(MainFrame& frame, Background& background) : frame_(frame), background_(background) {
    welcome_ = new wxInfoBar(&frame);
    welcome_->AddButton(command_tour, _("Take the tour"));
    welcome_->AddButton(command_help, _("Read the help"));
    welcome_->AddButton(wxID_CLOSE, _("Not now"));
    keep_fitted(*welcome_);
    frame.GetSizer()->Insert(0, welcome_, wxSizerFlags().Expand());
    welcome_->Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
        const int chosen = event.GetId();
        been_welcomed();
        if (chosen == command_tour) {
            start_tour();
        } else if (chosen == command_help) {
            show_help();
        } else {
            frame_.queue_panel().focus_rows();  // or keys would go to a button that is gone
        }
    });
    const auto on = menu_actions(frame);
    on(command_help, [this] { show_help(); });
    on(command_tour, [this] { start_tour(); });
    if (frame.config() != nullptr && !frame.config()->ReadBool(welcomed, false)) {
        welcome_->ShowMessage(_("Welcome to Relis. A tour of seven steps shows where everything is."),
                              wxICON_INFORMATION);
    }
}

void Guide::been_welcomed() {
    welcome_->Dismiss();
    if (frame_.config() != nullptr) {
        frame_.config()->Write(welcomed, true);
        frame_.config()->Flush();
    }
}

HelpWindow* Guide::show_help() {
    if (!help_) {
        try {
            help_ =
                new HelpWindow(&frame_, read_help(review::resource_folder() / "help", speaks_french() ? "fr" : "en"));
        } catch (const std::runtime_error& error) {
            frame_.show_error(shown(message_of(error)));
            return nullptr;
        }
        frame_.layout().keep(*help_, "help");
    }
    bring_up(*help_, background_);
    return help_;
}

Tour& Guide::start_tour() {
    if (tour_) {
        tour_->go(0);
        return *tour_;
    }
    been_welcomed();
    std::vector<TourStep> steps{
        {&frame_.queue_panel().rows(), _("The queue"),
         _("Reports that wait for a decision, the most urgent first, with both scores, what is missing and what the "
           "machine recommends. The arrows, or J and K, go from one to the next.")},
        {&frame_.queue_panel().search(), _("Search and filters"),
         _("Words of the comments find reports (Ctrl+F). The lists beside it filter by programme, state and "
           "recommendation; a filter can be kept under a name.")},
        {&frame_.report_panel().view(), _("The report"),
         _("Question by question, as the shopper wrote it. What the machine found is underlined; N goes to the next "
           "finding. D sets one aside, C puts the suggestion into the client's copy.")},
        {&frame_.scores_panel(), _("Recommendation and scores"),
         _("Each lost point tells its passage and its cost. O gives another score, with a reason; the machine's stays "
           "in sight.")},
        {&frame_.sides(), _("Shopper and attachments"),
         _("H shows the shopper's history beside the report, T the receipt and the photos, S the scores again.")},
        {&frame_.decision_bar(), _("Deciding"),
         _("A accepts, R sends the report back with a message made of the findings, X gives the mission to somebody "
           "else. The next report opens by itself; Ctrl+Z takes the decision back.")},
        {nullptr, _("Nothing is lost"),
         _("What you type is kept until you send it, even after a crash. F1 shows all keys, Shift+F1 opens the help, "
           "and Help > Guided tour brings this tour back.")}};
    tour_ = new Tour(frame_, std::move(steps), [this] { frame_.queue_panel().focus_rows(); });
    return *tour_;
}

}  // namespace relis::app
