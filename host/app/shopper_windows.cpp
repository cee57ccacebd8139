#include "app/shopper_windows.h"

#include <wx/choicdlg.h>
#include <wx/filedlg.h>
#include <wx/frame.h>

#include "app/bring_up.h"
#include "app/commands.h"
#include "app/words.h"

namespace relis::app {

ShopperWindows::ShopperWindows(ShopperDesk& desk, ConductDesk& conduct, Background& background, Session& session)
    : desk_(desk), conduct_desk_(conduct), background_(background), session_(session) {}

void ShopperWindows::attach(wxFrame& main, LayoutKeeper& layout) {
    main_ = &main;
    layout_ = &layout;
    const auto on = [this, &main](int id, auto action) {
        main.Bind(
            wxEVT_MENU,
            [this, action](wxCommandEvent&) {
                if (const auto& page = session_.report().page()) {
                    action(page->details.row);
                } else {
                    wxBell();
                }
            },
            id);
    };
    on(command_shopper_file, [this](const review::QueueRow& row) { show_shopper(row.shopper_id); });
    main.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { choose_draft(); }, command_check_draft);
    on(command_feedback, [this](const review::QueueRow& row) { show_feedback(row.report_id); });
}

ShopperWindow& ShopperWindows::show_shopper(const std::string& shopper_id) {
    if (!shopper_) {
        shopper_ = new ShopperWindow(
            main_, desk_, background_,
            [this](const std::string& report_id) {
                session_.queue().select(report_id);
                session_.report().open(report_id);
                main_->Raise();
            },
            [this](const std::string& report_id) { show_feedback(report_id); }, [this] { show_conduct(); },
            [this] { choose_month(shopper_->model().shopper_id()); });
        layout_->keep(*shopper_, "shopper");
    }
    shopper_->open(shopper_id);
    bring_up(*shopper_, background_);
    return *shopper_;
}

void ShopperWindows::show_conduct(const std::string& shopper_id) {
    show_shopper(shopper_id);
    conduct_wanted_ = shopper_id;
    shopper_news_ = shopper_->model().notifier().subscribe([this] {
        if (shopper_ && shopper_->model().file() != nullptr &&
            shopper_->model().file()->card.shopper_id == conduct_wanted_) {
            conduct_wanted_.clear();
            show_conduct();
        }
    });
}

ConductWindow& ShopperWindows::show_conduct() {
    const review::ShopperFile& file = *shopper_->model().file();
    if (!conduct_) {
        conduct_ = new ConductWindow(main_, conduct_desk_, background_, session_.drafts(), [this] {
            if (shopper_) {
                shopper_->model().refresh();
            }
        });
        layout_->keep(*conduct_, "conduct");
    }
    conduct_->open(file.card.shopper_id, file.card.name);
    bring_up(*conduct_, background_);
    return *conduct_;
}

FeedbackWindow& ShopperWindows::feedback_window() {
    if (!feedback_) {
        feedback_ = new FeedbackWindow(main_, desk_, background_);
        feedback_->sends_months(send_month_);
        layout_->keep(*feedback_, "feedback");
    }
    bring_up(*feedback_, background_);
    return *feedback_;
}

FeedbackWindow& ShopperWindows::show_feedback(const std::string& report_id) {
    std::optional<review::DecisionRecord> planned;
    const std::optional<DecisionDraft>& draft = session_.decision().draft();
    if (draft && session_.report().report_id() == report_id) {
        planned.emplace();
        planned->decision = draft->decision;
        planned->message = session_.decision().message_of_draft();
        planned->new_due_at = draft->new_due_at;
        planned->decided_at = session_.desk().now();
    }
    FeedbackWindow& window = feedback_window();
    window.open(report_id, planned);
    return window;
}

FeedbackWindow& ShopperWindows::show_month(const std::string& shopper_id, std::chrono::year_month month) {
    FeedbackWindow& window = feedback_window();
    window.open_month(shopper_id, month);
    return window;
}

FeedbackWindow& ShopperWindows::show_draft(const DraftFile& draft) {
    FeedbackWindow& window = feedback_window();
    window.open_draft(draft);
    return window;
}

void ShopperWindows::choose_draft() {
    wxFileDialog dialog(main_, _("Check a draft before it is submitted"), wxString(), wxString(),
                        _("Drafts (*.json)") + "|*.json|" + _("All files") + "|*", wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) {
        show_draft({std::filesystem::path(to_utf8(dialog.GetPath())), {}});
    }
}

void ShopperWindows::choose_month(const std::string& shopper_id) {
    months_.ask(
        background_, [&desk = desk_, shopper_id](const std::stop_token&) { return desk.months(shopper_id); },
        [this, shopper_id](const std::vector<std::chrono::year_month>& months) {
            if (!shopper_) {
                return;
            }
            if (months.empty()) {
                shopper_->bar().ShowMessage(
                    _("None of this shopper's reports is decided yet. A month has its feedback once one is."),
                    wxICON_INFORMATION);
                return;
            }
            wxArrayString names;
            for (const std::chrono::year_month& month : months) {
                names.Add(month_name(month));
            }
            wxSingleChoiceDialog dialog(shopper_, _("All reports decided in that month, on one page:"),
                                        _("Feedback of a month"), names);
            if (dialog.ShowModal() == wxID_OK) {
                show_month(shopper_id, months[static_cast<std::size_t>(dialog.GetSelection())]);
            }
        },
        [this](const Label& what) {
            if (shopper_) {
                shopper_->bar().ShowMessage(_("Something went wrong:") + " " + shown(what), wxICON_ERROR);
            }
        });
}

}  // namespace relis::app
