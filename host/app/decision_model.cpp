#include "app/decision_model.h"

#include "app/draft_fields.h"

namespace relis::app {

DecisionModel::DecisionModel(Desk& desk, Background& background, Drafts& drafts)
    : desk_(desk), background_(background), drafts_(drafts) {}

void DecisionModel::show(std::shared_ptr<const ReportPage> page) {
    const std::string before = page_ ? page_->details.row.report_id : std::string{};
    const std::string after = page ? page->details.row.report_id : std::string{};
    if (before != after) close_draft();
    page_ = std::move(page);
    rework_.show(page_);
    notifier_.tell(News::changed);
}

bool DecisionModel::can_decide() const {
    return page_ && !busy() && waits_for_decision(page_->details.row.state);
}

bool DecisionModel::needs_reason(Decision decision) const {
    return page_ && page_->details.recommendation.decision && *page_->details.recommendation.decision != decision;
}

void DecisionModel::choose(Decision decision) {
    if (!can_decide()) return;
    close_draft();
    if (decision == Decision::accept && !needs_reason(decision)) {
        record({});
        return;
    }
    if (reopen(decision)) return;
    DecisionDraft draft;
    draft.decision = decision;
    draft.message = desk_.prefilled_message(page_->details, decision);
    if (decision == Decision::rework) {
        draft.new_due_at = desk_.default_rework_due();
        rework_.restore({});
    }
    open(std::move(draft));
}

bool DecisionModel::reopen(Decision decision) {
    if (!can_decide()) return false;
    const DraftFields* const kept = drafts_.find(key_of_draft(decision));
    if (kept == nullptr) return false;
    std::optional<DecisionDraft> draft = decision_draft_of(*kept);
    if (!draft) return false;
    if (draft->decision == Decision::rework && !draft->new_due_at) draft->new_due_at = desk_.default_rework_due();
    if (draft->decision == Decision::rework) rework_.restore(*kept);
    close_draft();
    open(*std::move(draft));
    return true;
}

void DecisionModel::open(DecisionDraft draft) {
    draft_ = std::move(draft);
    if (draft_->decision == Decision::reassign) ask_for_others();
    notifier_.tell(News::draft);
}

std::string DecisionModel::key_of_draft(Decision decision) const {
    return key_of(page_->details.row.report_id, page_->details.report.revision, decision);
}

void DecisionModel::leave_out() {
    if (!can_decide()) return;
    const DraftFields* const kept = drafts_.find(key_of_draft(Decision::accept));
    std::optional<DecisionDraft> typed = kept != nullptr ? decision_draft_of(*kept) : std::nullopt;
    close_draft();
    if (typed) {
        typed->left_out = true;
        open(*std::move(typed));
        return;
    }
    DecisionDraft draft;
    draft.message = desk_.prefilled_message(page_->details, Decision::accept);
    draft.left_out = true;
    open(std::move(draft));
}

void DecisionModel::ask_for_others() {
    others_.clear();
    others_request_.ask(
        background_,
        [&desk = desk_.at_report(), mission_id = page_->details.report.mission_id](const std::stop_token&) {
            return desk.candidates(mission_id);
        },
        [this](std::vector<review::MissionCandidate> others) {
            others_ = std::move(others);
            notifier_.tell(News::others);
        });
}

std::string DecisionModel::message_of_draft() {
    if (draft_->decision == Decision::rework && page_) {
        const std::string prefilled = desk_.prefilled_message(page_->details, draft_->decision);
        return rework_.follow(draft_->message, prefilled).value_or(draft_->message);
    }
    return draft_->message;
}

void DecisionModel::edit(DecisionDraft draft) {
    if (!draft_ || !page_) return;
    DraftFields fields = fields_of(page_->details.row.report_id, draft);
    if (draft.decision == Decision::rework) fields.merge(rework_.fields());
    drafts_.keep(key_of_draft(draft.decision), std::move(fields));
    draft_ = std::move(draft);
}

void DecisionModel::close_draft() {
    if (!draft_) return;
    draft_.reset();
    notifier_.tell(News::draft);
}

void DecisionModel::confirm() {
    if (!draft_ || !can_decide()) return;
    record(*draft_);
}

void DecisionModel::record(const DecisionDraft& draft) {
    // the copy goes to the client with the decision
    const std::string unsaved =
        judgements_below(page_->details.row.report_id, page_->details.report.revision) + "text/";
    if (!drafts_.all(unsaved).empty()) {
        refuse(
            {"La copie du client contient un texte non enregistré : ouvrez-le par Vérification > Textes non envoyés "
             "(Ctrl+Maj+U), puis enregistrez-le ou jetez-le.",
             "The client's copy has a text that is not saved: open it with Review > Unsent texts (Ctrl+Shift+U), "
             "then save it or throw it away."});
        return;
    }
    review::DecisionRequest request;
    request.report_id = page_->details.row.report_id;
    request.revision = page_->details.report.revision;
    request.decision = draft.decision;
    request.reason = draft.reason;
    request.assign_to = draft.assign_to;
    request.message = draft.message;
    request.new_due_at = draft.new_due_at;
    request.left_out = draft.left_out;
    if (draft.decision == Decision::rework) request.rework = rework_.terms();
    const RecordedDecision recorded{request.report_id, request.decision, {}};
    request_.perform(
        background_, [&desk = desk_, request](const std::stop_token&) { return desk.decide(request); },
        [this, recorded](const review::DecisionResult& result) {
            if (!result.recorded) {
                refuse(result.refusal);
                return;
            }
            recorded_.push_back(recorded);
            drafts_.forget_below(decisions_below(recorded.report_id));
            close_draft();
            rework_.forget(recorded.report_id);
            notifier_.tell(News::changed);
            notifier_.tell(News::recorded);
            if (!result.assign_refusal.en.empty()) refuse(result.assign_refusal);
        },
        [this](const Label& what) { refuse(what); });
    notifier_.tell(News::changed);
}

void DecisionModel::remember(RecordedDecision recorded) {
    recorded_.push_back(std::move(recorded));
    notifier_.tell(News::changed);
    notifier_.tell(News::recorded);
}

void DecisionModel::undo() {
    if (!can_undo()) return;
    std::vector<std::string> report_ids{recorded_.back().report_id};
    report_ids.insert(report_ids.end(), recorded_.back().others.begin(), recorded_.back().others.end());
    struct Outcome {
        std::string first;
        std::size_t count = 0;
        Label refusal;
    };
    request_.perform(
        background_,
        [&desk = desk_, report_ids = std::move(report_ids)](const std::stop_token&) {
            Outcome outcome;
            for (const std::string& report_id : report_ids) {
                const review::DecisionResult result = desk.undo(report_id);
                if (result.recorded && outcome.count++ == 0) outcome.first = report_id;
                if (!result.recorded) outcome.refusal = result.refusal;
            }
            return outcome;
        },
        [this](const Outcome& outcome) {
            recorded_.pop_back();
            if (outcome.count > 0) {
                undone_ = outcome.first;
                undone_count_ = outcome.count;
                notifier_.tell(News::changed);
                notifier_.tell(News::undone);
            }
            if (!outcome.refusal.en.empty()) refuse(outcome.refusal);
        },
        [this](const Label& what) { refuse(what); });
    notifier_.tell(News::changed);
}

void DecisionModel::refuse(const Label& why) {
    refusal_ = why;
    notifier_.tell(News::changed);
    notifier_.tell(News::refused);
}

}  // namespace relis::app
