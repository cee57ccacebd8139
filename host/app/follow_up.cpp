#include "app/follow_up.h"

#include <wx/menu.h>

#include "app/bring_up.h"
#include "app/commands.h"
#include "app/main_frame.h"
#include "app/words.h"

namespace relis::app {

namespace {

using Kind = review::Intervention::Kind;

wxString done_in_words(const DoneIntervention& done) {
    const wxString report_id = shown(done.report_id);
    if (done.ended) {
        switch (done.kind) {
            case Kind::hold:
                return wxString::Format(_("The hold of %s was taken back."), report_id);
            case Kind::withdrawal:
                return wxString::Format(_("The withdrawal of %s was taken back."), report_id);
            case Kind::surplus:
                break;
        }
        return wxString::Format(_("%s is reassigned again, no surplus visit."), report_id);
    }
    switch (done.kind) {
        case Kind::hold:
            return wxString::Format(_("Report %s is on hold until %s (Ctrl+Z takes it back)."), report_id,
                                    clock(done.until.value_or(Moment{})));
        case Kind::withdrawal:
            return wxString::Format(_("Report %s is withdrawn (Ctrl+Z takes it back)."), report_id);
        case Kind::surplus:
            break;
    }
    return wxString::Format(_("Report %s is kept as a surplus visit (Ctrl+Z takes it back)."), report_id);
}

}  // namespace

FollowUp::FollowUp(FollowUpDesks& desks, Background& background, Session& session, ShopperWindows& shoppers)
    : desks_(desks), background_(background), session_(session), shoppers_(shoppers) {}

void FollowUp::attach(MainFrame& main) {
    main_ = &main;
    there_ = &main;
    const auto on = [&main](int id, auto action) {
        main.Bind(
            wxEVT_MENU, [action](wxCommandEvent&) { action(); }, id);
    };
    on(command_hold, [this] { begin(Kind::hold); });
    on(command_withdraw, [this] { begin(Kind::withdrawal); });
    on(command_keep_surplus, [this] { begin(Kind::surplus); });
    on(command_leave_out, [this] { session_.decision().leave_out(); });
    on(command_end_intervention, [this] { session_.interventions().end(); });
    on(command_show_held, [this] {
        session_.queue().select(std::string());  // the first one on hold is opened
        session_.queue().set_state(review::ReportState::held, false);
        main_->queue_panel().focus_rows();
    });
    shoppers_.sends_months([this](const std::string& shopper_id, std::chrono::year_month month) {
        show_outbox().send(review::MonthToSend{month, shopper_id});
    });
    on(command_reworks, [this] { show_reworks(); });
    on(command_remarks, [this] { show_remarks(); });
    on(command_tiers, [this] { show_tiers(); });
    on(command_outbox, [this] { show_outbox(); });
    on(command_write_reason, [this] { main_->decision_editor().terms().focus_written(); });
    intervention_news_ =
        session_.interventions().notifier().subscribe([this](InterventionModel::News news) { on_intervention(news); });
    decision_news_ = session_.decision().notifier().subscribe([this](DecisionModel::News) { update_menus(); });
    report_news_ = session_.report().notifier().subscribe([this](ReportModel::News) { update_menus(); });
    update_menus();
}

void FollowUp::begin(Kind kind) {
    if (dialog_) {
        dialog_->Raise();
    } else {
        session_.interventions().begin(kind, session_.desk().now());
    }
}

void FollowUp::on_intervention(InterventionModel::News news) {
    if (!there_) {
        return;
    }
    const InterventionModel& model = session_.interventions();
    switch (news) {
        case InterventionModel::News::draft:
            if (model.draft() && !dialog_) {
                dialog_ = new InterventionDialog(main_, session_);
                dialog_->Show();
            }
            break;
        case InterventionModel::News::done:
            main_->undo_bar().Dismiss();
            main_->show_notice(done_in_words(model.last()), wxString(), wxICON_INFORMATION);
            break;
        case InterventionModel::News::refused:
            if (!model.draft()) {
                main_->show_notice(_("Not done:") + " " + shown(model.refusal()), wxString(), wxICON_WARNING);
            }
            break;
        case InterventionModel::News::changed:
            break;
    }
    update_menus();
}

void FollowUp::update_menus() {
    if (!there_) {
        return;
    }
    const InterventionModel& interventions = session_.interventions();
    const DecisionModel& decision = session_.decision();
    wxMenuBar& bar = *main_->GetMenuBar();
    bar.Enable(command_hold, interventions.can_begin(Kind::hold));
    bar.Enable(command_withdraw, interventions.can_begin(Kind::withdrawal));
    bar.Enable(command_keep_surplus, interventions.can_begin(Kind::surplus));
    bar.Enable(command_end_intervention, interventions.can_end());
    bar.Enable(command_leave_out, decision.can_decide());
    bar.Enable(command_write_reason, decision.draft() && decision.draft()->decision == Decision::rework);
    if (interventions.can_undo()) {
        bar.Enable(wxID_UNDO, true);
    }
}

void FollowUp::open_report(const std::string& report_id) {
    session_.queue().select(report_id);
    session_.report().open(report_id);
    main_->Raise();
}

ReworksWindow& FollowUp::show_reworks() {
    if (reworks_) {
        reworks_->model().refresh();
    } else {
        reworks_ = new ReworksWindow(
            main_, *desks_.reworks, background_, [this](const std::string& report_id) { open_report(report_id); },
            [this] { session_.refresh(); });
        main_->layout().keep(*reworks_, "reworks");
    }
    bring_up(*reworks_, background_);
    return *reworks_;
}

RemarksWindow& FollowUp::show_remarks() {
    if (remarks_) {
        remarks_->model().refresh();
    } else {
        remarks_ = new RemarksWindow(main_, *desks_.reworks, background_, session_,
                                     [this](const review::ReworkReason& reason) {
                                         session_.decision().rework().add(reason);
                                         main_->decision_editor().terms().show_terms();
                                         main_->decision_editor().follow_terms();
                                     });
        main_->layout().keep(*remarks_, "remarks");
    }
    bring_up(*remarks_, background_);
    return *remarks_;
}

TiersWindow& FollowUp::show_tiers() {
    if (tiers_) {
        tiers_->model().refresh();
    } else {
        tiers_ = new TiersWindow(main_, *desks_.tiers, background_, session_.drafts(),
                                 [this](const std::string& shopper_id) { shoppers_.show_shopper(shopper_id); });
        main_->layout().keep(*tiers_, "tiers");
    }
    bring_up(*tiers_, background_);
    return *tiers_;
}

OutboxWindow& FollowUp::show_outbox() {
    if (outbox_) {
        outbox_->model().refresh();
    } else {
        outbox_ = new OutboxWindow(main_, *desks_.outbox, background_, session_.drafts(), main_->config(), [this] {
            const auto& page = session_.report().page();
            return page ? page->details.row.shopper_id : std::string();
        });
        main_->layout().keep(*outbox_, "outbox");
    }
    bring_up(*outbox_, background_);
    return *outbox_;
}

}  // namespace relis::app
