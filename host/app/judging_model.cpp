#include "app/judging_model.h"

#include <algorithm>
#include <utility>

#include <relis/prose.h>

#include "app/desk.h"
#include "app/draft_fields.h"

namespace relis::app {
namespace {

constexpr std::size_t most_reasons = 12;

const ShownAnswer* answer_of(const ReportPage& page, const std::string& question) {
    const auto found = std::find_if(page.answers.begin(), page.answers.end(),
                                    [&](const ShownAnswer& answer) { return answer.question == question; });
    return found == page.answers.end() ? nullptr : &*found;
}

std::string written(const ReportPage& page, const std::string& question) {
    const Answer* const answer = page.details.report.find(question);
    if (answer == nullptr) return {};
    const Question* const asked = page.details.questionnaire.find(question);
    return asked != nullptr ? std::string(prose(*asked, answer)) : answer->comment.value_or("");
}

/// What the client reads.
std::string copy_of(const ReportPage& page, const std::string& question) {
    const ShownAnswer* const answer = answer_of(page, question);
    return answer != nullptr && answer->edited ? answer->edited->text : written(page, question);
}

std::int64_t base_of(const ReportPage& page, const std::string& question) {
    const ShownAnswer* const answer = answer_of(page, question);
    return answer != nullptr && answer->edited ? answer->edited->edit : 0;
}

}  // namespace

JudgingModel::JudgingModel(ReportDesk& desk, Background& background, ReportModel& report, Drafts& drafts)
    : desk_(desk), background_(background), report_(report), drafts_(drafts) {
    report_news_ = report.notifier().subscribe([this](ReportModel::News news) { on_report(news); });
}

void JudgingModel::on_report(ReportModel::News news) {
    if (news != ReportModel::News::shown) return;
    // where the same report could not be loaded again, what is being written stays
    if (report_.report_id() != report_id_) {
        close_draft();
        undo_ = nullptr;
        advance_ = false;
        report_id_ = report_.report_id();
    } else if (std::exchange(advance_, false)) {
        report_.later_finding();
    }
    notifier_.tell(News::changed);
}

const ShownFinding* JudgingModel::current() const {
    const auto finding = report_.finding();
    return report_.page() && finding ? &report_.page()->findings[*finding] : nullptr;
}

bool JudgingModel::can_judge() const {
    return !busy() && report_.current() && waits_for_decision(report_.page()->details.row.state);
}

bool JudgingModel::can_dismiss() const {
    return can_judge() && current() != nullptr && !current()->set_aside;
}

bool JudgingModel::can_correct(std::size_t suggestion) const {
    return can_judge() && current() != nullptr && suggestion < current()->finding.suggestions.size() &&
           current()->finding.start < current()->finding.end;
}

bool JudgingModel::can_take_back() const {
    return can_judge() && current() != nullptr && (current()->set_aside || current()->change);
}

bool JudgingModel::can_waive() const {
    return can_judge() && !review::vetoes(report_.page()->details).empty();
}

std::optional<std::string> JudgingModel::edited_question() const {
    if (!report_.page()) return std::nullopt;
    const ReportPage& page = *report_.page();
    if (current() != nullptr && !written(page, current()->finding.question).empty()) return current()->finding.question;
    const ShownAnswer* first = nullptr;
    for (const ShownAnswer& answer : page.answers) {
        if (answer.edited) return answer.question;
        if (first == nullptr && !answer.comment.text.empty()) first = &answer;
    }
    return first != nullptr ? std::optional(first->question) : std::nullopt;
}

void JudgingModel::open(JudgementDraft draft) {
    close_draft();
    bool overtaken = false;
    if (const DraftFields* const kept = drafts_.find(key_of(*report_.page(), draft))) {
        if (auto begun = judgement_draft_of(*report_.page(), *kept)) {
            overtaken = begun->base != draft.base;
            begun->base = draft.base;
            draft = *std::move(begun);
        }
    }
    draft_ = std::move(draft);
    notifier_.tell(News::draft);
    if (overtaken) {
        refuse(
            {"La copie a changé depuis que ce texte a été commencé : comparez (B) avant d'enregistrer, car il la "
             "remplacera.",
             "The copy has changed since this text was begun: compare (B) before saving, since it will replace it."});
    }
}

bool JudgingModel::reopen(const DraftFields& kept) {
    if (!can_judge() || field_of(kept, "report") != report_id_) return false;
    auto draft = judgement_draft_of(*report_.page(), kept);
    if (!draft || (draft->kind == JudgementDraft::Kind::waiver && !can_waive())) return false;
    if (draft->finding) report_.select_finding(draft->finding);
    if (draft->kind == JudgementDraft::Kind::text) draft->base = base_of(*report_.page(), draft->question);
    open(*draft);
    return true;
}

void JudgingModel::dismiss() {
    if (!can_dismiss()) return;
    JudgementDraft draft;
    draft.kind = JudgementDraft::Kind::dismissal;
    draft.finding = report_.finding();
    open(std::move(draft));
}

void JudgingModel::override_score(const std::string& criterion) {
    if (!can_judge()) return;
    for (const ScoreCard& card : report_.page()->scores) {
        if (!card.assessed || (!criterion.empty() && card.plugin != criterion)) continue;
        JudgementDraft draft;
        draft.kind = JudgementDraft::Kind::score;
        draft.criterion = card.plugin;
        draft.score = card.score.value_or(0);
        if (card.given) draft.reason = card.given->reason;
        open(std::move(draft));
        return;
    }
}

void JudgingModel::waive() {
    if (!can_waive()) return;
    JudgementDraft draft;
    draft.kind = JudgementDraft::Kind::waiver;
    open(std::move(draft));
}

void JudgingModel::edit_answer(const std::string& question) {
    if (!can_judge()) return;
    const auto chosen = question.empty() ? edited_question() : std::optional(question);
    if (!chosen || written(*report_.page(), *chosen).empty()) return;
    JudgementDraft draft;
    draft.kind = JudgementDraft::Kind::text;
    draft.question = *chosen;
    draft.text = copy_of(*report_.page(), *chosen);
    draft.base = base_of(*report_.page(), *chosen);
    open(std::move(draft));
}

void JudgingModel::edit(JudgementDraft draft) {
    if (!draft_ || !report_.current()) return;
    const std::string key = key_of(*report_.page(), draft);
    if (draft.kind == JudgementDraft::Kind::text && draft.text == copy_of(*report_.page(), draft.question)) {
        drafts_.forget(key);  // as it is recorded
    } else {
        drafts_.keep(key, fields_of(*report_.page(), draft));
    }
    draft_ = std::move(draft);
}

void JudgingModel::close_draft() {
    if (!draft_) return;
    draft_.reset();
    notifier_.tell(News::draft);
}

void JudgingModel::run(Job job, Done done, std::function<Undo(std::int64_t id)> undo, bool advance) {
    request_.perform(
        background_, [&desk = desk_, job = std::move(job)](const std::stop_token&) { return job(desk); },
        [this, done, undo = std::move(undo), advance, report_id = report_id_](const Outcome& outcome) {
            if (!outcome.recorded) {
                refuse(outcome.refusal);
                return;
            }
            done_ = done;
            if (report_id == report_id_) {
                undo_ = undo ? undo(outcome.id) : nullptr;
                advance_ = advance;
                if (draft_) {
                    if (report_.page()) drafts_.forget(key_of(*report_.page(), *draft_));
                    close_draft();
                }
                report_.reload();
            }
            notifier_.tell(News::changed);
            notifier_.tell(News::recorded);
        },
        [this](const Label& what) { refuse(what); });
    notifier_.tell(News::changed);
}

void JudgingModel::refuse(const Label& why) {
    refusal_ = why;
    notifier_.tell(News::changed);
    notifier_.tell(News::refused);
}

void JudgingModel::remember(const std::string& reason) {
    if (reason.empty()) return;
    std::erase(reasons_, reason);
    reasons_.insert(reasons_.begin(), reason);
    if (reasons_.size() > most_reasons) reasons_.pop_back();
}

void JudgingModel::confirm() {
    if (!draft_ || !can_judge()) return;
    switch (draft_->kind) {
        case JudgementDraft::Kind::dismissal:
            confirm_dismissal();
            break;
        case JudgementDraft::Kind::score:
            confirm_score();
            break;
        case JudgementDraft::Kind::waiver:
            confirm_waiver();
            break;
        case JudgementDraft::Kind::text:
            confirm_text();
            break;
    }
}

void JudgingModel::confirm_dismissal() {
    const ReportPage& page = *report_.page();
    if (!draft_->finding || *draft_->finding >= page.findings.size()) return;
    const ShownFinding& shown = page.findings[*draft_->finding];
    review::DismissalRequest request;
    request.report_id = report_id_;
    request.revision = page.details.report.revision;
    request.plugin = shown.plugin;
    request.rule = shown.finding.rule;
    request.question = shown.finding.question;
    request.start = shown.finding.start;
    request.end = shown.finding.end;
    request.scope = draft_->scope;
    request.reason = draft_->reason;
    remember(draft_->reason);
    run(
        [request](ReportDesk& desk) -> Outcome {
            const review::JudgementResult result = desk.dismiss(request);
            return {result.recorded, result.id, result.refusal};
        },
        Done::dismissed,
        [](std::int64_t id) -> Undo {
            return [id](const ReportPage&) -> Job {
                return [id](ReportDesk& desk) -> Outcome {
                    const review::JudgementResult result = desk.restore(id);
                    return {result.recorded, result.id, result.refusal};
                };
            };
        },
        true);
}

void JudgingModel::confirm_score() {
    const ReportPage& page = *report_.page();
    const auto give = [report_id = report_id_, revision = page.details.report.revision](
                          const std::string& criterion, double score, const std::string& reason) -> Job {
        return [=](ReportDesk& desk) -> Outcome {
            const review::JudgementResult result = desk.override_score(report_id, revision, criterion, score, reason);
            return {result.recorded, result.id, result.refusal};
        };
    };
    std::optional<review::ScoreOverride> before;
    for (const ScoreCard& card : page.scores) {
        if (card.plugin == draft_->criterion) before = card.given;
    }
    remember(draft_->reason);
    run(
        give(draft_->criterion, draft_->score, draft_->reason), Done::scored,
        [=, this, criterion = draft_->criterion](std::int64_t) -> Undo {
            return [=, report_id = report_id_](const ReportPage& shown) -> Job {
                if (before) return give(criterion, before->score, before->reason);
                return [=, revision = shown.details.report.revision](ReportDesk& desk) -> Outcome {
                    const review::JudgementResult result = desk.restore_score(report_id, revision, criterion);
                    return {result.recorded, result.id, result.refusal};
                };
            };
        },
        false);
}

void JudgingModel::restore_score(const std::string& criterion) {
    if (!can_judge()) return;
    const ReportPage& page = *report_.page();
    const auto card = std::find_if(page.scores.begin(), page.scores.end(), [&](const ScoreCard& other) {
        return other.plugin == criterion && other.given.has_value();
    });
    if (card == page.scores.end()) return;
    const std::string report_id = report_id_;
    const int revision = page.details.report.revision;
    run(
        [=](ReportDesk& desk) -> Outcome {
            const review::JudgementResult result = desk.restore_score(report_id, revision, criterion);
            return {result.recorded, result.id, result.refusal};
        },
        Done::score_restored,
        [=, before = *card->given](std::int64_t) -> Undo {
            return [=](const ReportPage&) -> Job {
                return [=](ReportDesk& desk) -> Outcome {
                    const review::JudgementResult result =
                        desk.override_score(report_id, revision, criterion, before.score, before.reason);
                    return {result.recorded, result.id, result.refusal};
                };
            };
        },
        false);
}

void JudgingModel::confirm_waiver() {
    remember(draft_->reason);
    const int revision = report_.page()->details.report.revision;
    run(
        [report_id = report_id_, revision, reason = draft_->reason](ReportDesk& desk) -> Outcome {
            const review::JudgementResult result = desk.waive(report_id, revision, reason);
            return {result.recorded, result.id, result.refusal};
        },
        Done::waived,
        [](std::int64_t) -> Undo {
            return [](const ReportPage& page) -> Job {
                std::vector<std::int64_t> waivers;
                for (const review::DismissedFinding& finding : page.details.dismissed) {
                    if (finding.waived) waivers.push_back(finding.dismissal);
                }
                return [waivers](ReportDesk& desk) -> Outcome {
                    Outcome last{true, 0, {}};
                    for (const std::int64_t waiver : waivers) {
                        const review::JudgementResult result = desk.restore(waiver);
                        if (!result.recorded) last = {false, 0, result.refusal};
                    }
                    return last;
                };
            };
        },
        false);
}

void JudgingModel::confirm_text() {
    const ReportPage& page = *report_.page();
    const std::string report_id = report_id_;
    const int revision = page.details.report.revision;
    const std::string question = draft_->question;
    const bool was_edited = base_of(page, question) != 0;
    const std::string before = copy_of(page, question);
    run(
        [=, text = draft_->text, base = draft_->base](ReportDesk& desk) -> Outcome {
            const review::EditResult result = desk.edit(report_id, revision, question, text, base);
            return {result.recorded, 0, result.refusal};
        },
        Done::edited,
        [=](std::int64_t) -> Undo {
            return [=](const ReportPage& shown) -> Job {
                return [=, base = base_of(shown, question)](ReportDesk& desk) -> Outcome {
                    const review::EditResult result = was_edited
                                                          ? desk.edit(report_id, revision, question, before, base)
                                                          : desk.reset(report_id, revision, question);
                    return {result.recorded, 0, result.refusal};
                };
            };
        },
        false);
}

void JudgingModel::reset_answer(const std::string& question) {
    if (!can_judge() || base_of(*report_.page(), question) == 0) return;
    const std::string report_id = report_id_;
    const int revision = report_.page()->details.report.revision;
    const std::string before = copy_of(*report_.page(), question);
    run(
        [=](ReportDesk& desk) -> Outcome {
            const review::EditResult result = desk.reset(report_id, revision, question);
            return {result.recorded, 0, result.refusal};
        },
        Done::reset,
        [=](std::int64_t) -> Undo {
            return [=](const ReportPage&) -> Job {
                return [=](ReportDesk& desk) -> Outcome {
                    const review::EditResult result = desk.edit(report_id, revision, question, before, 0);
                    return {result.recorded, 0, result.refusal};
                };
            };
        },
        false);
}

void JudgingModel::correct(std::size_t suggestion) {
    if (!can_correct(suggestion)) return;
    const ShownFinding& shown = *current();
    review::CorrectionRequest request;
    request.report_id = report_id_;
    request.revision = report_.page()->details.report.revision;
    request.question = shown.finding.question;
    request.start = shown.finding.start;
    request.end = shown.finding.end;
    request.text = shown.finding.suggestions[suggestion];
    request.plugin = shown.plugin;
    request.rule = shown.finding.rule;
    std::optional<review::CorrectionRequest> before;
    if (shown.change && shown.change->start == request.start && shown.change->end == request.end) {
        before = request;
        before->text = shown.change->text;
        before->plugin = shown.change->plugin;
        before->rule = shown.change->rule;
    }
    run(
        [request](ReportDesk& desk) -> Outcome {
            const review::EditResult result = desk.correct(request);
            return {result.recorded, 0, result.refusal};
        },
        Done::corrected,
        [=](std::int64_t) -> Undo {
            return [=](const ReportPage&) -> Job {
                return [=](ReportDesk& desk) -> Outcome {
                    const review::EditResult result =
                        before ? desk.correct(*before)
                               : desk.take_back(request.report_id, request.revision, request.question, request.start,
                                                request.end);
                    return {result.recorded, 0, result.refusal};
                };
            };
        },
        true);
}

void JudgingModel::take_back() {
    if (!can_take_back()) return;
    const ShownFinding& shown = *current();
    const ReportPage& page = *report_.page();
    if (shown.set_aside) {
        run(
            [id = page.details.dismissed[*shown.set_aside].dismissal](ReportDesk& desk) -> Outcome {
                const review::JudgementResult result = desk.restore(id);
                return {result.recorded, result.id, result.refusal};
            },
            Done::restored, nullptr, false);
        return;
    }
    review::CorrectionRequest request;
    request.report_id = report_id_;
    request.revision = page.details.report.revision;
    request.question = shown.finding.question;
    request.start = shown.change->start;
    request.end = shown.change->end;
    request.text = shown.change->text;
    request.plugin = shown.change->plugin;
    request.rule = shown.change->rule;
    run(
        [request](ReportDesk& desk) -> Outcome {
            const review::EditResult result =
                desk.take_back(request.report_id, request.revision, request.question, request.start, request.end);
            return {result.recorded, 0, result.refusal};
        },
        Done::taken_back,
        [request](std::int64_t) -> Undo {
            return [request](const ReportPage&) -> Job {
                return [request](ReportDesk& desk) -> Outcome {
                    const review::EditResult result = desk.correct(request);
                    return {result.recorded, 0, result.refusal};
                };
            };
        },
        false);
}

void JudgingModel::undo() {
    if (!can_undo()) return;
    run(undo_(*report_.page()), Done::taken_back, nullptr, false);
}

}  // namespace relis::app
