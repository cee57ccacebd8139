#include "app/beside_model.h"

namespace relis::app {

BesideModel::BesideModel(ReportDesk& desk, Background& background, ReportModel& report)
    : desk_(desk), background_(background), report_(report) {
    report_news_ = report.notifier().subscribe([this](ReportModel::News news) { on_report(news); });
}

void BesideModel::on_report(ReportModel::News news) {
    if (news != ReportModel::News::shown) return;
    const std::string shown = report_.page() ? report_.page()->details.row.report_id : std::string();
    error_ = {};
    // the same report loaded again keeps what is shown until it is known anew
    if (shown != report_id_) {
        report_id_ = shown;
        beside_.reset();
        notifier_.tell();
    }
    if (!report_.page()) {
        request_.cancel();
        return;
    }
    request_.ask(
        background_,
        [&desk = desk_, page = report_.page()](const std::stop_token&) { return desk.beside(page->details); },
        [this](Beside beside) {
            beside_ = std::move(beside);
            notifier_.tell();
        },
        [this](const Label& what) {
            error_ = what;
            beside_.reset();
            notifier_.tell();
        });
}

}  // namespace relis::app
