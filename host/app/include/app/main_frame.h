#pragma once

#include <memory>

#include <wx/frame.h>
#include <wx/infobar.h>
#include <wx/notebook.h>
#include <wx/splitter.h>
#include <wx/timer.h>

#include "app/beside_panel.h"
#include "app/decision_bar.h"
#include "app/decision_editor.h"
#include "app/judgement_editor.h"
#include "app/layout_keeper.h"
#include "app/notice_bar.h"
#include "app/queue_commands.h"
#include "app/queue_panel.h"
#include "app/report_panel.h"
#include "app/session.h"
#include "app/work_bar.h"

class wxConfigBase;

namespace relis::app {

/// The window of a reviewer: queue above, report and scores below, decisions at the foot. It arranges the panels and
/// passes keys on; what follows from what is the session's matter.
class MainFrame : public wxFrame {
  public:
    /// `session` outlives the frame. `config` keeps sizes from one start to the next; null: nothing is kept.
    MainFrame(Session& session, const wxString& database, std::unique_ptr<wxConfigBase> config);
    ~MainFrame() override;
    MainFrame(const MainFrame&) = delete;
    MainFrame& operator=(const MainFrame&) = delete;

    /// Shows an error that nobody else handled.
    void show_error(const wxString& what);
    /// Tells something in the bar above; `details` may be empty.
    void show_notice(const wxString& text, const wxString& details, int icon);
    void import(const wxString& path);
    /// Keeps the sizes of the windows that belong to this one.
    [[nodiscard]] LayoutKeeper& layout() { return layout_; }
    /// What is kept from one start to the next; null: nothing.
    [[nodiscard]] wxConfigBase* config() { return config_.get(); }

    [[nodiscard]] QueuePanel& queue_panel() { return *queue_; }
    [[nodiscard]] QueueCommands& queue_commands() { return *queue_commands_; }
    [[nodiscard]] ReportPanel& report_panel() { return *report_; }
    [[nodiscard]] ScoresPanel& scores_panel() { return *scores_; }
    [[nodiscard]] DecisionBar& decision_bar() { return *decisions_; }
    [[nodiscard]] DecisionEditor& decision_editor() { return *editor_; }
    [[nodiscard]] ShopperPanel& shopper_panel() { return *shopper_; }
    [[nodiscard]] AttachmentsPanel& attachments_panel() { return *attachments_; }
    [[nodiscard]] JudgementEditor& judgement_editor() { return *judgement_; }
    [[nodiscard]] wxNotebook& sides() { return *sides_; }
    [[nodiscard]] wxInfoBar& undo_bar() { return *undo_bar_; }
    [[nodiscard]] NoticeBar& notice_bar() { return *notice_bar_; }

  private:
    void make_menus();
    void make_panels();
    void bind_events();
    void on_key(wxKeyEvent& event);
    void on_escape();
    void on_undo();
    void on_accept();
    void on_decision(DecisionModel::News news);
    void on_work(LongWork::News news);
    void on_session(Session::News news);
    void on_judging(JudgingModel::News news);
    bool on_judging_key(int key);
    bool on_view_key(int key);
    void show_side(std::size_t page);
    void show_editor(wxWindow& editor, bool shown);
    /// Shares the height between the report, which keeps two fifths of it, the open editor and the queue.
    void give_room();
    void update_menus();
    void ask_import_files();
    void ask_import_folder();
    void next_part();
    void save_layout();
    void restore_layout();

    Session& session_;
    std::unique_ptr<wxConfigBase> config_;
    LayoutKeeper layout_;
    QueuePanel* queue_ = nullptr;
    std::unique_ptr<QueueCommands> queue_commands_;
    ReportPanel* report_ = nullptr;
    wxNotebook* sides_ = nullptr;  ///< scores, shopper, attachments
    ScoresPanel* scores_ = nullptr;
    ShopperPanel* shopper_ = nullptr;
    AttachmentsPanel* attachments_ = nullptr;
    DecisionBar* decisions_ = nullptr;
    DecisionEditor* editor_ = nullptr;
    JudgementEditor* judgement_ = nullptr;
    WorkBar* work_ = nullptr;
    wxSplitterWindow* rows_split_ = nullptr;
    wxSplitterWindow* sides_split_ = nullptr;
    int queue_height_ = 0;  ///< pixels, before an editor opened; 0: none is open
    wxSplitterWindow* editor_split_ = nullptr;
    wxInfoBar* undo_bar_ = nullptr;
    NoticeBar* notice_bar_ = nullptr;
    wxTimer minute_;
    wxTimer refresh_;
    wxTimer undo_timeout_;
    Notifier<Session::News>::Subscription session_news_;
    Notifier<DecisionModel::News>::Subscription decision_news_;
    Notifier<JudgingModel::News>::Subscription judging_news_;
    Notifier<ReportModel::News>::Subscription report_news_;
    Notifier<LongWork::News>::Subscription work_news_;
    Notifier<>::Subscription beside_news_;
};

}  // namespace relis::app
