#include "app/report_panel.h"

#include <wx/sizer.h>

#include "app/report_document.h"
#include "app/words.h"

namespace relis::app {

ReportPanel::ReportPanel(wxWindow* parent, Session& session) : wxPanel(parent), session_(session) {
    view_ = new DocumentView(this, _("Report"), [this](const Target& target) { go_to(target); });
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(view_, wxSizerFlags(1).Expand());
    SetSizer(sizer);
    news_ = session.report().notifier().subscribe([this](ReportModel::News news) { on_news(news); });
    rebuild(false);
}

void ReportPanel::show_inapplicable(bool shown) {
    with_inapplicable_ = shown;
    rebuild(true);
}

void ReportPanel::go_to(const Target& target) {
    if (target.finding) {
        session_.report().select_finding(target.finding);
    } else {
        view_->scroll_to(target);
    }
}

void ReportPanel::on_news(ReportModel::News news) {
    const ReportModel& report = session_.report();
    if (news == ReportModel::News::shown) {
        const bool same = report.page() && report.page()->details.row.report_id == shown_id_;
        shown_id_ = report.page() ? report.page()->details.row.report_id : std::string();
        rebuild(same);
    } else if (news == ReportModel::News::finding) {
        rebuild(true);
        if (report.finding()) view_->scroll_to(Target{report.finding(), {}});
    }
}

void ReportPanel::rebuild(bool keep_place) {
    const ReportModel& report = session_.report();
    if (report.page()) {
        view_->show(report_document(*report.page(), report.finding(), with_inapplicable_, session_.desk().now()),
                    keep_place);
    } else if (!report.error().empty()) {
        view_->show(notice_document(to_code_points(_("This report could not be opened.")),
                                    to_code_points(shown(report.error()))),
                    false);
    } else {
        view_->show(notice_document(to_code_points(_("No report is open.")),
                                    to_code_points(_("Select one in the queue above to read and decide it."))),
                    false);
    }
}

ScoresPanel::ScoresPanel(wxWindow* parent, Session& session, DocumentView::OnTarget go_to)
    : wxPanel(parent), session_(session) {
    view_ = new DocumentView(this, _("Scores"), std::move(go_to));
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(view_, wxSizerFlags(1).Expand());
    SetSizer(sizer);
    news_ = session.report().notifier().subscribe([this](ReportModel::News news) { on_news(news); });
}

void ScoresPanel::on_news(ReportModel::News news) {
    if (news != ReportModel::News::shown && news != ReportModel::News::finding) return;
    const ReportModel& report = session_.report();
    view_->show(report.page() ? scores_document(*report.page(), report.finding()) : Document{},
                news == ReportModel::News::finding);
    if (news == ReportModel::News::finding && report.finding()) view_->scroll_to(Target{report.finding(), {}});
}

}  // namespace relis::app
