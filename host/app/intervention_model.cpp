#include "app/intervention_model.h"

#include <chrono>

namespace relis::app {

namespace {

constexpr std::chrono::hours usual_hold{48};

}  // namespace

InterventionModel::InterventionModel(ReportDesk& desk, Background& background, ReportModel& report)
    : desk_(desk), background_(background), report_(report) {}

bool InterventionModel::can_begin(Kind kind) const {
    return !busy() && report_.current() && review::may_begin(report_.page()->details.row.state, kind);
}

bool InterventionModel::can_end() const {
    return !busy() && report_.current() && report_.page()->details.intervention &&
           review::may_end(report_.page()->details.row.state);
}

void InterventionModel::begin(Kind kind, const Moment& now) {
    if (!can_begin(kind)) {
        return;
    }
    const std::string& report_id = report_.report_id();
    InterventionDraft draft{report_id, {}};
    if (const auto kept = kept_.find({report_id, kind}); kept != kept_.end()) {
        draft.wanted = kept->second;
    } else {
        draft.wanted.kind = kind;
        if (kind == Kind::hold) {
            draft.wanted.until = Moment{now.utc + usual_hold, now.offset};
        }
    }
    draft_ = std::move(draft);
    notifier_.tell(News::draft);
}

void InterventionModel::edit(const review::Intervention& wanted) {
    if (draft_) {
        draft_->wanted = wanted;
        kept_[{draft_->report_id, wanted.kind}] = wanted;
    }
}

void InterventionModel::close_draft() {
    if (draft_) {
        draft_.reset();
        notifier_.tell(News::draft);
    }
}

bool InterventionModel::complete(const Moment& now) const {
    return draft_ && !busy() && draft_->wanted.reason.find_first_not_of(" \t\r\n") != std::string::npos &&
           (draft_->wanted.kind != Kind::hold || (draft_->wanted.until && *draft_->wanted.until > now));
}

void InterventionModel::confirm() {
    if (!draft_ || busy()) {
        return;
    }
    const DoneIntervention done{draft_->report_id, draft_->wanted.kind, draft_->wanted.until, false};
    request_.perform(
        background_,
        [&desk = desk_, draft = *draft_](const std::stop_token&) {
            return desk.intervene(draft.report_id, draft.wanted);
        },
        [this, done](const review::InterventionResult& result) { answered(done, result); },
        [this](const Label& what) { refuse(what); });
    notifier_.tell(News::changed);
}

void InterventionModel::end() {
    if (can_end()) {
        end(report_.report_id(), report_.page()->details.intervention->kind);
    }
}

void InterventionModel::undo() {
    if (!can_undo()) {
        return;
    }
    undoable_ = false;
    end(last_.report_id, last_.kind);
}

void InterventionModel::end(const std::string& report_id, Kind kind) {
    const DoneIntervention done{report_id, kind, {}, true};
    request_.perform(
        background_,
        [&desk = desk_, report_id, kind](const std::stop_token&) { return desk.end_intervention(report_id, kind); },
        [this, done](const review::InterventionResult& result) { answered(done, result); },
        [this](const Label& what) { refuse(what); });
    notifier_.tell(News::changed);
}

void InterventionModel::answered(DoneIntervention done, const review::InterventionResult& result) {
    if (!result.done) {
        refuse(result.refusal);
        return;
    }
    kept_.erase({done.report_id, done.kind});
    undoable_ = !done.ended;
    last_ = std::move(done);
    close_draft();
    notifier_.tell(News::changed);
    notifier_.tell(News::done);
}

void InterventionModel::refuse(const Label& why) {
    refusal_ = why;
    notifier_.tell(News::changed);
    notifier_.tell(News::refused);
}

}  // namespace relis::app
