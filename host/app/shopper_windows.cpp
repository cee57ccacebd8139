#include "app/shopper_windows.h"

#include <wx/frame.h>

#include "app/commands.h"

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
            [this](const std::string& report_id) { show_feedback(report_id); }, [this] { show_conduct(); });
        layout_->keep(*shopper_, "shopper");
    }
    shopper_->open(shopper_id);
    shopper_->Show();
    shopper_->Raise();
    return *shopper_;
}

ConductWindow& ShopperWindows::show_conduct() {
    const review::ShopperFile& file = *shopper_->model().file();
    std::vector<std::string> reports;
    for (const review::QueueRow& row : file.reports) {
        reports.push_back(row.report_id);
    }
    if (!conduct_) {
        conduct_ = new ConductWindow(main_, conduct_desk_, background_, [this] {
            if (shopper_) {
                shopper_->model().refresh();
            }
        });
        layout_->keep(*conduct_, "conduct");
    }
    conduct_->open(file.card.shopper_id, file.card.name, std::move(reports));
    conduct_->Show();
    conduct_->Raise();
    return *conduct_;
}

FeedbackWindow& ShopperWindows::show_feedback(const std::string& report_id) {
    if (!feedback_) {
        feedback_ = new FeedbackWindow(main_, desk_, background_);
        layout_->keep(*feedback_, "feedback");
    }
    feedback_->open(report_id);
    feedback_->Show();
    feedback_->Raise();
    return *feedback_;
}

}  // namespace relis::app
