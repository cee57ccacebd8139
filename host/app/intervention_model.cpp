#include "app/intervention_model.h"

#include <chrono>
#include <utility>

#include "app/draft_fields.h"
#include "label/blank.h"

namespace relis::app {

namespace {

constexpr std::chrono::hours usual_hold{48};
constexpr const char* half_written = "until_half_written";

}  // namespace

InterventionModel::InterventionModel(ReportDesk& desk, Background& background, ReportModel& report, Drafts& drafts)
    : desk_(desk), background_(background), report_(report), drafts_(drafts) {}

bool InterventionModel::can_begin(Kind kind) const {
    return !busy() && report_.current() && review::may_begin(report_.page()->details.row.state, kind);
}

bool InterventionModel::can_end() const {
    return !busy() && report_.current() && report_.page()->details.intervention &&
           review::may_end(report_.page()->details.row.state);
}

void InterventionModel::begin(Kind kind, const Moment& now) {
    const bool takes_back = kind == Kind::surplus && can_end() && report_.page()->details.intervention->kind == kind;
    if (takes_back || can_begin(kind)) {
        open_draft(report_.report_id(), kind, takes_back, now);
    }
}

void InterventionModel::open_draft(const std::string& report_id, Kind kind, bool takes_back, const Moment& now) {
    InterventionDraft draft{report_id, {}, {}};
    draft.takes_back = takes_back;
    draft.wanted.kind = kind;
    const DraftFields* const kept = drafts_.find(key_of(report_id, kind));
    if (kept != nullptr) {
        draft.wanted.reason = field_of(*kept, "reason");
        draft.wanted.until = parse_moment(field_of(*kept, "until"));
        draft.until_half_written = field_of(*kept, half_written);
    }
    if (kind == Kind::hold) {
        draft.proposed = Moment{std::chrono::floor<std::chrono::minutes>(now.utc + usual_hold), now.offset};
        if (!draft.wanted.until && draft.until_half_written.empty()) {
            draft.wanted.until = draft.proposed;
        }
    }
    draft_ = std::move(draft);
    notifier_.tell(News::draft);
}

void InterventionModel::edit(const review::Intervention& wanted, const std::string& until_half_written) {
    if (!draft_) {
        return;
    }
    draft_->wanted = wanted;
    draft_->until_half_written = until_half_written;
    const std::string key = key_of(draft_->report_id, wanted.kind);
    const bool another_moment = wanted.until && draft_->proposed && wanted.until != draft_->proposed;
    if (wanted.reason.empty() && until_half_written.empty() && !another_moment) {
        drafts_.forget(key);
        return;
    }
    DraftFields fields = fields_of(draft_->report_id, wanted);
    if (!until_half_written.empty()) {
        fields[half_written] = until_half_written;
    }
    drafts_.keep(key, std::move(fields));
}

void InterventionModel::close_draft() {
    if (draft_) {
        draft_.reset();
        notifier_.tell(News::draft);
    }
}

bool InterventionModel::complete(const Moment& now) const {
    return draft_ && !busy() && !is_blank(draft_->wanted.reason) &&
           (draft_->wanted.kind != Kind::hold || (draft_->wanted.until && *draft_->wanted.until > now));
}

void InterventionModel::confirm() {
    if (!draft_ || busy()) {
        return;
    }
    if (draft_->takes_back) {
        end(draft_->report_id, draft_->wanted.kind, draft_->wanted.reason);
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
    if (!can_end()) {
        return;
    }
    const Kind kind = report_.page()->details.intervention->kind;
    if (kind == Kind::surplus) {
        open_draft(report_.report_id(), kind, true, {});
    } else {
        end(report_.report_id(), kind);
    }
}

void InterventionModel::undo() {
    if (!can_undo()) {
        return;
    }
    if (last_.kind == Kind::surplus) {
        open_draft(last_.report_id, last_.kind, true, {});
        return;
    }
    undoable_ = false;
    end(last_.report_id, last_.kind);
}

void InterventionModel::end(const std::string& report_id, Kind kind, const std::string& reason) {
    const DoneIntervention done{report_id, kind, {}, true};
    request_.perform(
        background_,
        [&desk = desk_, report_id, kind, reason](const std::stop_token&) {
            return desk.end_intervention(report_id, kind, reason);
        },
        [this, done](const review::InterventionResult& result) { answered(done, result); },
        [this](const Label& what) { refuse(what); });
    notifier_.tell(News::changed);
}

void InterventionModel::answered(DoneIntervention done, const review::InterventionResult& result) {
    if (!result.done) {
        refuse(result.refusal);
        return;
    }
    if (!done.ended || done.kind == Kind::surplus) {
        drafts_.forget(key_of(done.report_id, done.kind));
    }
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
