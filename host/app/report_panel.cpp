#include "app/report_panel.h"

#include <wx/sizer.h>

#include "app/beside_document.h"
#include "app/follow_up_document.h"
#include "app/report_document.h"
#include "app/words.h"

namespace relis::app {

ReportPanel::ReportPanel(wxWindow* parent, Session& session) : wxPanel(parent), session_(session) {
    view_ = new DocumentView(this, _("Report"), [this](const Target& target) { go_to(target); });
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(view_, wxSizerFlags(1).Expand());
    SetSizer(sizer);
    news_ = session.report().notifier().subscribe([this](ReportModel::News news) { on_news(news); });
    beside_news_ = session.beside().notifier().subscribe([this] {
        const std::optional<Beside>& beside = session_.beside().beside();
        if (layout_ == Layout::revisions || (layout_ == Layout::reading && beside && beside->changes)) rebuild(true);
    });
    queue_news_ = session.queue().notifier().subscribe([this](QueueModel::News news) {
        if (news == QueueModel::News::query && layout_ == Layout::reading) rebuild(true);
    });
    rebuild(false);
}

void ReportPanel::toggle(Layout layout) {
    if (!session_.report().page()) return;
    if (layout_ == Layout::reading) places_[shown_id_] = view_->scrolled();
    layout_ = layout_ == layout ? Layout::reading : layout;
    rebuild(false);
    if (layout_ == Layout::reading) view_->scroll_back(places_[shown_id_]);
}

void ReportPanel::show_inapplicable(bool shown) {
    with_inapplicable_ = shown;
    rebuild(true);
}

void ReportPanel::go_to(const Target& target) {
    JudgingModel& judging = session_.judging();
    if (target.finding && target.finding != session_.report().finding()) {
        session_.report().select_finding(target.finding);
    }
    switch (target.act) {
        case Target::Act::go:
            view_->scroll_to(target);
            break;
        case Target::Act::correct:
            judging.correct(target.number);
            break;
        case Target::Act::dismiss:
            judging.dismiss();
            break;
        case Target::Act::take_back:
            judging.take_back();
            break;
        case Target::Act::edit:
            judging.edit_answer(target.question);
            break;
        case Target::Act::reset:
            judging.reset_answer(target.question);
            break;
        case Target::Act::override_score:
            judging.override_score(target.question);
            break;
        case Target::Act::restore_score:
            judging.restore_score(target.question);
            break;
        case Target::Act::waive:
            judging.waive();
            break;
        case Target::Act::revisions:
            toggle(Layout::revisions);
            break;
        case Target::Act::attachment:
            break;
    }
}

void ReportPanel::on_news(ReportModel::News news) {
    const ReportModel& report = session_.report();
    if (news == ReportModel::News::shown) {
        const bool same = report.page() && report.page()->details.row.report_id == shown_id_;
        if (!same && !shown_id_.empty() && layout_ == Layout::reading) places_[shown_id_] = view_->scrolled();
        if (!same) layout_ = Layout::reading;
        shown_id_ = report.page() ? report.page()->details.row.report_id : std::string();
        rebuild(same);
        // a report that is come back to lies open where it was left
        if (const auto place = places_.find(shown_id_); !same && place != places_.end()) {
            view_->scroll_back(place->second);
        }
    } else if (news == ReportModel::News::finding) {
        layout_ = Layout::reading;  // findings are read in the report
        rebuild(true);
        if (report.finding()) view_->scroll_to(Target{report.finding(), {}});
    }
}

void ReportPanel::rebuild(bool keep_place) {
    const ReportModel& report = session_.report();
    if (report.page() && layout_ == Layout::revisions) {
        const std::optional<Beside>& beside = session_.beside().beside();
        Document document = beside ? revisions_document(*report.page(), beside->earlier) : Document{};
        add_answers(document, *report.page(), beside);
        view_->show(std::move(document), keep_place);
    } else if (report.page() && layout_ == Layout::copy) {
        view_->show(copy_document(*report.page()), keep_place);
    } else if (report.page()) {
        Document document = report_document(*report.page(), report.finding(), with_inapplicable_, session_.desk().now(),
                                            session_.queue().query().search);
        add_standing(document, *report.page(), session_.beside().beside(), session_.desk().now());
        view_->show(std::move(document), keep_place);
    } else if (!report.error().en.empty()) {
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
