#include "app/filing_model.h"

#include <algorithm>
#include <utility>

#include "app/text.h"
#include "app/this_moment.h"
#include "label/blank.h"

namespace relis::app {

namespace {

using review::AppealSubject;

class WorkspaceFilingDesk final : public FilingDesk {
  public:
    explicit WorkspaceFilingDesk(review::Workspace& workspace) : workspace_(workspace) {}

    review::ReportDetails report(const std::string& report_id) override {
        return review::load_report(workspace_, report_id);
    }
    FilingTimes times(const std::string& report_id) override {
        FilingTimes times;
        times.until = review::may_contest_until(workspace_, report_id);
        times.over = times.until && *times.until < this_moment();
        times.answer_days =
            review::appeal_times(workspace_, review::load_report(workspace_, report_id).row.programme).answer_days;
        return times;
    }
    review::AppealResult file(const review::AppealRequest& request) override {
        return review::file_appeal(workspace_, request);
    }

  private:
    review::Workspace& workspace_;
};

Contestable point_of(const review::ReportDetails& details, const Assessment& assessment, const Finding& finding) {
    Contestable point;
    point.subject = AppealSubject::finding;
    point.plugin = assessment.plugin;
    point.rule = finding.rule;
    point.question = finding.question;
    point.start = finding.start;
    point.message = finding.message;
    if (assessment.score) {
        point.score = finding.cost;
    }
    const Answer* const answer = details.report.find(finding.question);
    if (answer != nullptr && answer->comment && finding.start < finding.end) {
        point.passage = slice(*answer->comment, finding.start, finding.end);
    }
    return point;
}

bool is_contested(const review::ReportDetails& details, const Contestable& point) {
    return std::ranges::any_of(details.appeals, [&](const review::Appeal& appeal) {
        return appeal.revision == details.report.revision && appeal.state != review::AppealState::withdrawn &&
               appeal.subject == point.subject && appeal.plugin == point.plugin && appeal.rule == point.rule &&
               appeal.question == point.question && appeal.start == point.start;
    });
}

}  // namespace

std::unique_ptr<FilingDesk> make_filing_desk(review::Workspace& workspace) {
    return std::make_unique<WorkspaceFilingDesk>(workspace);
}

std::vector<Contestable> contestable(const review::ReportDetails& details) {
    std::vector<Contestable> points;
    const auto standing = std::ranges::find_if(details.decisions.rbegin(), details.decisions.rend(),
                                               [](const review::DecisionRecord& decision) { return !decision.undone; });
    if (standing != details.decisions.rend() && standing->decision != Decision::accept) {
        points.emplace_back();
        points.back().message = standing->reason;
    }
    for (const Assessment& assessment : details.assessments) {
        if (assessment.score) {
            Contestable score;
            score.subject = AppealSubject::score;
            score.plugin = assessment.plugin;
            score.message = assessment.reason;
            score.score = assessment.score;
            points.push_back(std::move(score));
        }
        for (const Finding& finding : assessment.findings) {
            points.push_back(point_of(details, assessment, finding));
        }
    }
    for (Contestable& point : points) {
        point.contested = is_contested(details, point);
    }
    return points;
}

void FilingModel::fail(const Label& what) {
    error_ = what;
    notifier_.tell(News::failed);
}

void FilingModel::open(const std::string& report_id) {
    if (work_.waiting()) {
        return;
    }
    if (!report_ || report_->row.report_id != report_id) {
        text_.clear();
        late_reason_.clear();
    }
    load(report_id);
}

void FilingModel::load(const std::string& report_id) {
    report_.reset();
    points_.clear();
    chosen_.reset();
    times_ = {};
    request_.ask(
        background_,
        [&desk = desk_, report_id](const std::stop_token&) {
            return std::pair(desk.report(report_id), desk.times(report_id));
        },
        [this](std::pair<review::ReportDetails, FilingTimes> found) {
            points_ = contestable(found.first);
            report_ = std::move(found.first);
            times_ = found.second;
            notifier_.tell(News::opened);
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::opened);
}

Label FilingModel::obstacle() const {
    if (!report_) {
        return {"Aucun rapport n'est ouvert.", "No report is open."};
    }
    if (!chosen_) {
        return {"Choisissez ce qui est contesté.", "Choose what is contested."};
    }
    if (is_blank(text_)) {
        return {"Écrivez ce que dit le client mystère.", "Write what the shopper says."};
    }
    if (times_.over && is_blank(late_reason_)) {
        return {"Le délai pour contester est passé : dites pourquoi la contestation est acceptée quand même.",
                "The time to contest is over: say why the appeal is taken all the same."};
    }
    return {};
}

void FilingModel::send() {
    if (working()) {
        return;
    }
    if (const Label why = obstacle(); !why.en.empty()) {
        fail(why);
        return;
    }
    const Contestable& point = points_.at(*chosen_);
    review::AppealRequest request;
    request.report_id = report_->row.report_id;
    request.revision = report_->report.revision;
    request.subject = point.subject;
    request.plugin = point.plugin;
    request.rule = point.rule;
    request.question = point.question;
    if (point.subject == AppealSubject::finding) {
        request.start = point.start;
    }
    request.text = text_;
    request.late_reason = late_reason_;
    work_.perform(
        background_, [&desk = desk_, request](const std::stop_token&) { return desk.file(request); },
        [this, report_id = request.report_id](const review::AppealResult& result) {
            if (!result.done) {
                fail(result.refusal);
                return;
            }
            filed_ = result.id;
            text_.clear();
            late_reason_.clear();
            notifier_.tell(News::filed);
            load(report_id);
        },
        [this](const Label& what) { fail(what); });
}

}  // namespace relis::app
