#include "app/main_frame.h"

#include <algorithm>
#include <utility>

#include <wx/confbase.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "app/commands.h"
#include "app/dialogs.h"
#include "app/menu_actions.h"
#include "app/on_screens.h"
#include "app/words.h"

namespace relis::app {

namespace {
constexpr int undo_is_offered_for = 30'000;  // milliseconds; Ctrl+Z works on after it
constexpr int default_scores_width = 360;
constexpr int changes_are_gathered_for = 800;  // milliseconds
}  // namespace

MainFrame::MainFrame(Session& session, const wxString& database, std::unique_ptr<wxConfigBase> config)
    : wxFrame(nullptr, wxID_ANY, wxString::FromUTF8("Relis — ") + database),
      session_(session),
      config_(std::move(config)),
      layout_(config_.get()) {
    SetMinSize(FromDIP(wxSize(900, 560)));
    SetSize(FromDIP(wxSize(1280, 720)));
    make_panels();
    make_menus();
    bind_events();
    restore_layout();
    queue_commands_ = std::make_unique<QueueCommands>(*this, *queue_, session_, config_.get());
    update_menus();
    queue_->focus_rows();  // keys decide at once, rather than write into the search
}

MainFrame::~MainFrame() = default;

void MainFrame::make_panels() {
    notice_bar_ = new NoticeBar(this);
    undo_bar_ = new wxInfoBar(this);
    undo_bar_->AddButton(wxID_UNDO, _("Undo (Ctrl+Z)"));

    rows_split_ =
        new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    queue_ = new QueuePanel(
        rows_split_, session_, [this] { report_->view().SetFocus(); }, [this] { ask_import_folder(); });
    editor_split_ =
        new wxSplitterWindow(rows_split_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    sides_split_ = new wxSplitterWindow(editor_split_, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                        wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    report_ = new ReportPanel(sides_split_, session_);
    editor_ = new DecisionEditor(editor_split_, session_, [this](bool shown) { show_editor(*editor_, shown); });
    editor_->Hide();
    judgement_ = new JudgementEditor(editor_split_, session_, [this](bool shown) { show_editor(*judgement_, shown); });
    judgement_->Hide();
    editor_split_->Initialize(sides_split_);
    editor_split_->SetMinimumPaneSize(FromDIP(80));
    editor_split_->SetSashGravity(1);
    sides_ = new wxNotebook(sides_split_, wxID_ANY);
    sides_->SetName(_("Beside the report"));
    scores_ = new ScoresPanel(sides_, session_, [this](const Target& target) {
        report_->view().SetFocus();
        report_->go_to(target);
    });
    shopper_ = new ShopperPanel(sides_, session_);
    attachments_ = new AttachmentsPanel(sides_, session_);
    sides_->AddPage(scores_, _("Scores"), true);
    sides_->AddPage(shopper_, _("Shopper"));
    sides_->AddPage(attachments_, _("Attachments"));
    sides_split_->SplitVertically(report_, sides_, -FromDIP(default_scores_width));
    sides_split_->SetMinimumPaneSize(FromDIP(200));
    sides_split_->SetSashGravity(1);
    rows_split_->SplitHorizontally(queue_, editor_split_, FromDIP(230));
    rows_split_->SetMinimumPaneSize(FromDIP(120));
    decisions_ = new DecisionBar(this, session_);
    work_ = new WorkBar(this, session_);

    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(notice_bar_, wxSizerFlags().Expand());
    sizer->Add(undo_bar_, wxSizerFlags().Expand());
    sizer->Add(rows_split_, wxSizerFlags(1).Expand());
    sizer->Add(decisions_, wxSizerFlags().Expand());
    sizer->Add(work_, wxSizerFlags().Expand());
    SetSizer(sizer);
}

void MainFrame::make_menus() {
    SetMenuBar(make_menu_bar());
    const auto on = menu_actions(*this);
    on(command_import_files, [this] { ask_import_files(); });
    on(command_import_folder, [this] { ask_import_folder(); });
    on(command_assess, [this] { session_.work().assess(); });
    on(wxID_EXIT, [this] { Close(); });
    on(command_accept, [this] { on_accept(); });
    on(command_rework, [this] { session_.decision().choose(Decision::rework); });
    on(command_reassign, [this] { session_.decision().choose(Decision::reassign); });
    on(wxID_UNDO, [this] { on_undo(); });
    on(command_next_report, [this] { queue_->step(1); });
    on(command_previous_report, [this] { queue_->step(-1); });
    on(command_next_finding, [this] { session_.report().next_finding(); });
    on(command_previous_finding, [this] { session_.report().previous_finding(); });
    for (std::size_t i = 0; i < all_finding_groups.size(); ++i) {
        const FindingGroup group = all_finding_groups[i];
        on(command_next_spelling + static_cast<int>(i), [this, group] { session_.report().next_finding(group); });
        on(command_previous_spelling + static_cast<int>(i),
           [this, group] { session_.report().previous_finding(group); });
    }
    on(command_scores, [this] { on_view_key('S'); });
    on(command_shopper, [this] { on_view_key('H'); });
    on(command_attachments, [this] { on_view_key('T'); });
    on(command_compare_revisions, [this] { on_view_key('V'); });
    on(command_compare_copy, [this] { on_view_key('B'); });
    on(command_dismiss, [this] { session_.judging().dismiss(); });
    on(command_correct, [this] { session_.judging().correct(); });
    on(command_take_back, [this] { session_.judging().take_back(); });
    on(command_edit_answer, [this] { session_.judging().edit_answer(); });
    on(command_override_score, [this] { session_.judging().override_score(); });
    on(command_waive, [this] { session_.judging().waive(); });
    on(wxID_REFRESH, [this] { session_.refresh(); });
    on(wxID_FIND, [this] { queue_->focus_search(); });
    on(command_next_match, [this] { report_->view().scroll_to_match(true); });
    on(command_previous_match, [this] { report_->view().scroll_to_match(false); });
    on(command_next_part, [this] { next_part(); });
    on(command_inapplicable, [this] { report_->show_inapplicable(GetMenuBar()->IsChecked(command_inapplicable)); });
    on(command_retry_plugins, [this] {
        session_.retry_skipped_plugins();
        show_notice(_("Skipped plugins are tried again at the next start."), wxString(), wxICON_INFORMATION);
    });
    on(command_keys, [this] { show_keyboard_overview(this); });
    on(wxID_ABOUT, [this] { show_about(this); });
}

void MainFrame::bind_events() {
    Bind(wxEVT_CHAR_HOOK, &MainFrame::on_key, this);
    undo_bar_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        undo_bar_->Dismiss();
        session_.decision().undo();
    });
    // time goes by, and colleagues at other machines open and decide reports
    minute_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        // who has scrolled far is not taken back to the top
        if (session_.queue().loading() || !session_.queue().keeps_its_rows()) {
            queue_->redraw_rows();
        } else {
            session_.queue().refresh();
        }
    });
    minute_.Start(60'000);
    refresh_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { session_.refresh(); });
    undo_timeout_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { undo_bar_->Dismiss(); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        save_layout();
        session_.work().stop();
        event.Skip();
    });
    session_news_ = session_.notifier().subscribe([this](Session::News news) { on_session(news); });
    decision_news_ = session_.decision().notifier().subscribe([this](DecisionModel::News news) { on_decision(news); });
    judging_news_ = session_.judging().notifier().subscribe([this](JudgingModel::News news) { on_judging(news); });
    report_news_ = session_.report().notifier().subscribe([this](ReportModel::News) { update_menus(); });
    beside_news_ = session_.beside().notifier().subscribe([this] {
        const std::optional<Beside>& beside = session_.beside().beside();
        const std::size_t count = beside ? beside->attachments.size() : 0;
        sides_->SetPageText(2, count > 0 ? wxString::Format(_("Attachments (%zu)"), count) : _("Attachments"));
    });
    work_news_ = session_.work().notifier().subscribe([this](LongWork::News news) { on_work(news); });
}

void MainFrame::on_accept() {
    if (session_.decision().draft()) {
        editor_->confirm();
    } else if (session_.judging().draft()) {
        judgement_->confirm();
    } else {
        session_.decision().choose(Decision::accept);
    }
}

void MainFrame::on_undo() {
    if (auto* const text = dynamic_cast<wxTextEntry*>(FindFocus()); text != nullptr && text->CanUndo()) {
        text->Undo();
        return;
    }
    if (session_.judging().can_undo()) {
        session_.judging().undo();
        return;
    }
    if (session_.interventions().can_undo()) {
        session_.interventions().undo();
        return;
    }
    if (session_.decision().draft()) return;  // a decision is not taken back while another is being written
    undo_bar_->Dismiss();
    session_.decision().undo();
}

void MainFrame::on_decision(DecisionModel::News news) {
    const DecisionModel& decision = session_.decision();
    update_menus();
    if (news == DecisionModel::News::recorded) {
        const wxString report_id = shown(decision.last().report_id);
        wxString text;
        switch (decision.last().decision) {
            case Decision::accept:
                text = wxString::Format(_("Report %s accepted."), report_id);
                break;
            case Decision::rework:
                text = wxString::Format(_("Report %s sent back for rework."), report_id);
                break;
            case Decision::reassign:
                text = wxString::Format(_("Mission of report %s given to another shopper."), report_id);
                break;
        }
        if (const auto together = static_cast<unsigned>(decision.last().others.size()); together > 0) {
            text = wxString::Format(wxPLURAL("%u report decided.", "%u reports decided.", together + 1), together + 1);
        }
        undo_bar_->ShowMessage(text, wxICON_INFORMATION);
        undo_timeout_.StartOnce(undo_is_offered_for);
    } else if (news == DecisionModel::News::undone) {
        undo_bar_->Dismiss();
        const wxString text =
            decision.undone_count() > 1
                ? wxString::Format(_("The decisions on %zu reports were taken back."), decision.undone_count())
                : wxString::Format(_("The decision on %s was taken back."), shown(decision.undone()));
        show_notice(text, wxString(), wxICON_INFORMATION);
    } else if (news == DecisionModel::News::refused) {
        show_notice(_("Not recorded:") + " " + shown(decision.refusal()), wxString(), wxICON_WARNING);
    }
}

void MainFrame::on_work(LongWork::News news) {
    const LongWork& work = session_.work();
    update_menus();
    if (news == LongWork::News::failed) {
        show_error(shown(work.error()));
    } else if (news == LongWork::News::finished && work.import_summary()) {
        const wxString details = details_of(*work.import_summary());
        show_notice(summary_of(*work.import_summary()), details, details.empty() ? wxICON_INFORMATION : wxICON_WARNING);
    } else if (news == LongWork::News::finished && work.assess_summary()) {
        const wxString details = details_of(*work.assess_summary());
        const bool of_an_import = notice_bar_->IsShown() && !notice_bar_->details().empty();
        if (!of_an_import || !details.empty()) {
            show_notice(summary_of(*work.assess_summary()), details,
                        details.empty() ? wxICON_INFORMATION : wxICON_WARNING);
        }
    }
}

void MainFrame::on_session(Session::News news) {
    if (news == Session::News::outdated) {
        if (!refresh_.IsRunning()) refresh_.StartOnce(changes_are_gathered_for);
        return;
    }
    const wxString details = details_of(session_.plugins());
    if (!details.empty())
        show_notice(_("Some plugins do not work; reports are assessed without them."), details, wxICON_WARNING);
    update_menus();
}

void MainFrame::show_notice(const wxString& text, const wxString& details, int icon) {
    if (details.empty()) {
        notice_bar_->ShowMessage(text, icon);
    } else {
        notice_bar_->tell(text, details, icon);
    }
}

void MainFrame::show_error(const wxString& what) {
    show_notice(_("Something went wrong:") + " " + what.BeforeFirst('\n'), what, wxICON_ERROR);
}

void MainFrame::show_side(std::size_t page) {
    sides_->SetSelection(page);
    if (page == 2 && attachments_->rows().GetItemCount() > 0) {
        // ready for Enter
        attachments_->rows().SetFocus();
        attachments_->rows().SetItemState(0, wxLIST_STATE_SELECTED | wxLIST_STATE_FOCUSED,
                                          wxLIST_STATE_SELECTED | wxLIST_STATE_FOCUSED);
    }
}

void MainFrame::show_editor(wxWindow& editor, bool shown) {
    const bool there = editor_split_->GetWindow2() == &editor;
    if (shown && !there) {
        // one at a time; what was typed in the other one is kept
        if (&editor == editor_) session_.judging().close_draft();
        if (&editor == judgement_) session_.decision().close_draft();
    }
    if (shown && !there) editor_split_->SplitHorizontally(sides_split_, &editor, -1);
    if (!shown && there) editor_split_->Unsplit(&editor);
    decisions_->Show(editor_split_->GetWindow2() != editor_);  // it has buttons of its own
    Layout();
    if (shown) {
        give_room();
    } else if (there) {
        if (const int queue = std::exchange(queue_height_, 0); queue > 0) rows_split_->SetSashPosition(queue);
        report_->view().SetFocus();
    }
}

void MainFrame::give_room() {
    constexpr double share_of_report = 0.4;
    const bool deciding = editor_split_->GetWindow2() == editor_;
    const int sashes = rows_split_->GetSashSize() + editor_split_->GetSashSize();
    const int least = deciding ? editor_->least_height() : judgement_->GetSizer()->CalcMin().y;
    const int wanted = deciding ? editor_->wanted_height() : least;
    const int height = rows_split_->GetClientSize().y - sashes;
    const int report = static_cast<int>(share_of_report * height);
    if (queue_height_ == 0) queue_height_ = rows_split_->GetSashPosition();
    // the queue gives way to the report, which is read while one writes
    const int queue = std::clamp(height - report - least, rows_split_->GetMinimumPaneSize(),
                                 std::max(queue_height_, rows_split_->GetMinimumPaneSize()));
    rows_split_->SetSashPosition(queue);
    rows_split_->UpdateSize();
    editor_split_->SetSashPosition(-std::clamp(height - queue - report, least, wanted) - editor_split_->GetSashSize());
    CallAfter([this] {
        if (const wxDataViewItem row = queue_->rows().GetCurrentItem(); row.IsOk()) queue_->rows().EnsureVisible(row);
    });
}

void MainFrame::on_judging(JudgingModel::News news) {
    update_menus();
    const JudgingModel& judging = session_.judging();
    if (news == JudgingModel::News::refused && !judging.draft()) {
        show_notice(shown(judging.refusal()), wxString(), wxICON_WARNING);
    }
}

void MainFrame::update_menus() {
    const DecisionModel& decision = session_.decision();
    const ReportModel& report = session_.report();
    const bool has_findings = report.page() && report.page()->standing() > 0;
    const JudgingModel& judging = session_.judging();
    const bool idle = session_.work().running() == LongWork::Kind::none;
    wxMenuBar& bar = *GetMenuBar();
    for (const int id : {command_accept, command_rework, command_reassign}) bar.Enable(id, decision.can_decide());
    // Ctrl+Enter records what is being written
    if (judging.draft()) bar.Enable(command_accept, judging.can_judge());
    for (const int id : {command_next_finding, command_previous_finding}) bar.Enable(id, has_findings);
    for (const int id : {command_import_files, command_import_folder, command_assess}) bar.Enable(id, idle);
    for (int id = command_next_spelling; id <= command_previous_content; ++id) bar.Enable(id, has_findings);
    bar.Enable(command_dismiss, judging.can_dismiss());
    bar.Enable(command_correct, judging.can_correct());
    bar.Enable(command_take_back, judging.can_take_back());
    bar.Enable(command_edit_answer, judging.can_edit());
    bar.Enable(command_override_score, judging.can_judge());
    bar.Enable(command_waive, judging.can_waive());
    bar.Enable(wxID_UNDO, decision.can_undo() || judging.can_undo() || session_.interventions().can_undo());
    bool skipped = false;
    for (const review::PluginStatus& plugin : session_.plugins()) {
        skipped = skipped || plugin.state == review::PluginStatus::State::skipped;
    }
    bar.Enable(command_retry_plugins, skipped);
}

void MainFrame::ask_import_files() {
    wxFileDialog dialog(
        this, _("Import reports"), wxString(), wxString(),
        _("Reports, questionnaires (*.json, *.jsonl, *.csv)") + "|*.json;*.jsonl;*.csv|" + _("All files") + "|*",
        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) import(dialog.GetPath());
}

void MainFrame::ask_import_folder() {
    wxDirDialog dialog(this, _("Import a folder of questionnaires, roster and reports"), wxString(),
                       wxDD_DEFAULT_STYLE | wxDD_DIR_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) import(dialog.GetPath());
}

void MainFrame::import(const wxString& path) {
    session_.work().import(std::filesystem::path(to_utf8(path)));
}

void MainFrame::next_part() {
    const std::vector<wxWindow*> parts{&queue_->rows(), &report_->view(), sides_->GetCurrentPage(),
                                       &decisions_->button(Decision::accept)};
    wxWindow* const focus = FindFocus();
    std::size_t next = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (focus != nullptr && (focus == parts[i] || parts[i]->IsDescendant(focus))) next = (i + 1) % parts.size();
    }
    parts[next]->SetFocus();
}

void MainFrame::save_layout() {
    if (!config_) return;
    const wxSize size = GetSize();
    config_->Write("/window/maximized", IsMaximized());
    if (!IsMaximized()) {
        config_->Write("/window/width", size.x);
        config_->Write("/window/height", size.y);
        config_->Write("/window/x", GetPosition().x);
        config_->Write("/window/y", GetPosition().y);
    }
    config_->Write("/window/queue", queue_height_ > 0 ? queue_height_ : rows_split_->GetSashPosition());
    config_->Write("/window/scores", sides_split_->GetSize().x - sides_split_->GetSashPosition());
    config_->Write("/window/inapplicable", GetMenuBar()->IsChecked(command_inapplicable));
    queue_->save(*config_);
    config_->Flush();
}

void MainFrame::restore_layout() {
    if (!config_) return;
    const long width = config_->ReadLong("/window/width", 0);
    const long height = config_->ReadLong("/window/height", 0);
    if (width > 0 && height > 0) {
        wxSize size(static_cast<int>(width), static_cast<int>(height));
        size.DecTo(wxGetDisplaySize());
        size.IncTo(GetMinSize());
        SetSize(size);
    }
    if (long x = 0, y = 0; config_->Read("/window/x", &x) && config_->Read("/window/y", &y)) {
        put_back(*this, wxRect(wxPoint(static_cast<int>(x), static_cast<int>(y)), GetSize()));
    }
    if (config_->ReadBool("/window/maximized", false)) Maximize();
    Layout();
    const long queue = config_->ReadLong("/window/queue", FromDIP(230));
    const long scores = config_->ReadLong("/window/scores", FromDIP(default_scores_width));
    if (queue > 0) rows_split_->SetSashPosition(static_cast<int>(queue));
    // once the panes have their size: before, it would be cut to the one they were made with
    if (scores > 0) CallAfter([this, scores] { sides_split_->SetSashPosition(-static_cast<int>(scores)); });
    const bool inapplicable = config_->ReadBool("/window/inapplicable", true);
    GetMenuBar()->Check(command_inapplicable, inapplicable);
    report_->show_inapplicable(inapplicable);
    queue_->restore(*config_);
}

}  // namespace relis::app
