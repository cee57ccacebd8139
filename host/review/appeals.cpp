#include "review/appeals.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "appeal_records.h"
#include "assessor.h"
#include "criteria_in_force.h"
#include "french_text.h"
#include "house_rules.h"
#include "label/blank.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "pages.h"
#include "plugin/host.h"
#include "review/assess.h"
#include "review/feedback.h"
#include "standing.h"
#include "store/appeals.h"
#include "store/assessments.h"
#include "store/feedback.h"
#include "store/reports.h"
#include "store_types.h"
#include "unknown.h"

namespace relis::review {

namespace {

constexpr std::chrono::hours hand_time{2};
constexpr double best_score = 5;

AppealResult refused(std::string fr, std::string en) {
    return {false, 0, {std::move(fr), std::move(en)}};
}

AppealResult announced(Workspace& workspace, const std::string& report_id, const store::AppealResult& result,
                       Change::Kind kind = Change::Kind::claimed) {
    if (result.done) {
        workspace.changes().announce({kind, report_id});
    }
    return {result.done, result.id, result.refusal};
}

store::Appeal stored_appeal(Workspace& workspace, std::int64_t id) {
    auto appeal = store::load_appeal(workspace.database(), id);
    if (!appeal) {
        throw LabelledError(make_label("il n'y a pas de contestation {} ; `relis appeal list` les nomme",
                                       "there is no appeal {}; `relis appeal list` names them", id));
    }
    return std::move(*appeal);
}

AppealResult too_late(const std::string& report_id, const Moment& until) {
    return {false, 0,
            make_label("le rapport {} se contestait jusqu'au {} ; dites pourquoi la contestation est acceptée quand "
                       "même, ou répondez au client mystère que le délai est passé",
                       "report {} could be contested until {}; say why the appeal is taken all the same, or tell the "
                       "shopper that its time is over",
                       report_id, format_moment(until).substr(0, 16))};
}

/// A revision with the machine's results and what people said of them.
struct Contested {
    Report report;
    std::vector<Assessment> made;
    Judgements judgements;

    [[nodiscard]] const Assessment* find(const std::vector<Assessment>& assessments, const std::string& plugin) const {
        const auto found = std::ranges::find(assessments, plugin, &Assessment::plugin);
        return found == assessments.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::vector<Assessment> stands() const { return standing(made, report, judgements).assessments; }
};

Contested contested(Workspace& workspace, const std::string& report_id, int revision) {
    store::Database& database = workspace.database();
    auto report = store::load_report(database, report_id, revision);
    if (!report) {
        throw LabelledError(no_report(report_id));
    }
    Contested result;
    result.report = std::move(*report);
    if (auto assessed = store::load_assessed(database, report_id, revision)) {
        for (store::StoredAssessment& stored : assessed->assessments) {
            result.made.push_back(std::move(stored.assessment));
        }
    }
    result.judgements.dismissals = store::dismissals_here(database, report_id, revision);
    for (store::Dismissal& wide : store::wide_dismissals(database, result.report.programme)) {
        result.judgements.dismissals.push_back(std::move(wide));
    }
    result.judgements.scores = store::score_overrides(database, report_id, revision);
    return result;
}

std::optional<double> score_in(const std::vector<Assessment>& assessments, const std::string& plugin) {
    const auto found = std::ranges::find(assessments, plugin, &Assessment::plugin);
    return found == assessments.end() ? std::nullopt : found->score;
}

bool is_criterion(Workspace& workspace, const std::string& plugin) {
    const auto found = workspace.plugins().find(plugin);
    return found && found->description.role == Role::criterion;
}

std::string passage_of(const Report& report, const Finding& finding) {
    const Answer* const answer = report.find(finding.question);
    if (answer == nullptr || finding.start >= finding.end) {
        return {};
    }
    const std::optional<std::string>& text = answer->comment ? answer->comment : answer->value;
    return text ? slice(*text, finding.start, finding.end) : std::string{};
}

/// The standing finding that is meant, written into the appeal; a refusal where none or several are.
std::optional<AppealResult> name_finding(const Contested& about, const AppealRequest& request, store::Appeal& appeal) {
    std::vector<Finding> meant;
    for (const Assessment& assessment : about.stands()) {
        for (const Finding& finding : assessment.findings) {
            const bool here = !request.start || finding.start == *request.start;
            if (assessment.plugin == request.plugin && finding.rule == request.rule &&
                finding.question == request.question && here) {
                meant.push_back(finding);
            }
        }
    }
    if (meant.empty()) {
        return refused("ce constat n'est pas (ou plus) dans le rapport",
                       fmt::format("{} has no finding {}/{} {} that stands; `relis show {}` lists those there are",
                                   request.report_id, request.plugin, request.rule,
                                   request.question.empty() ? "on the whole report" : "on " + request.question,
                                   request.report_id));
    }
    const Finding& finding = meant.front();
    const bool one = std::ranges::all_of(
        meant, [&](const Finding& other) { return other.start == finding.start && other.end == finding.end; });
    if (!one) {
        return refused("plusieurs constats de cette règle sont dans cette réponse : dites lequel",
                       "several findings of that rule are in that answer: say which by its place");
    }
    appeal.rule = finding.rule;
    appeal.question = finding.question;
    appeal.start = finding.start;
    appeal.end = finding.end;
    appeal.message = finding.message;
    appeal.passage = passage_of(about.report, finding);
    return std::nullopt;
}

Finding finding_of(const store::Appeal& appeal, const Contested& about) {
    if (const Assessment* const assessment = about.find(about.made, appeal.plugin)) {
        for (const Finding& finding : assessment->findings) {
            if (finding.rule == appeal.rule && finding.question == appeal.question && finding.start == appeal.start &&
                finding.end == appeal.end) {
                return finding;
            }
        }
    }
    Finding finding;  // a later version of the plugin does not find it any more
    finding.rule = appeal.rule;
    finding.question = appeal.question;
    finding.start = appeal.start;
    finding.end = appeal.end;
    finding.message = appeal.message;
    return finding;
}

store::Dismissal dismissal_for(const store::Appeal& appeal, const Contested& about, const store::AppealAnswer& answer) {
    const Finding finding = finding_of(appeal, about);
    store::Dismissal dismissal;
    dismissal.report_id = appeal.report_id;
    dismissal.revision = appeal.revision;
    dismissal.plugin = appeal.plugin;
    dismissal.rule = finding.rule;
    dismissal.category = to_string(finding.category);
    dismissal.question = finding.question;
    dismissal.word = folded_passage(about.report, finding);
    dismissal.message = finding.message;
    dismissal.user = answer.user;
    dismissal.reason = answer.answer;
    dismissal.at = answer.at;
    dismissal.appeal_id = appeal.id;
    return dismissal;
}

/// Why a new score cannot be taken, or nothing.
std::optional<AppealResult> refuse_score(Workspace& workspace, const store::Appeal& appeal, const AppealAnswer& answer,
                                         const std::optional<double>& stands) {
    const bool due = answer.outcome == AppealOutcome::partly ||
                     (answer.outcome == AppealOutcome::upheld && appeal.subject == store::AppealSubject::score);
    if (!answer.score) {
        return due ? std::optional(refused("donnez la nouvelle note", "give the new score")) : std::nullopt;
    }
    if (!is_criterion(workspace, appeal.plugin)) {
        return refused("ce greffon ne note pas : il n'y a pas de note à donner",
                       appeal.plugin + " gives no score: there is none to raise");
    }
    if (!(*answer.score >= 0 && *answer.score <= best_score)) {
        return refused("une note va de 0 à 5", "a score is a number from 0 to 5");
    }
    if (stands && *answer.score <= *stands) {
        return refused(
            "la note est de " + french_score(*stands) + " : une contestation retenue la relève, et aucune ne l'abaisse",
            fmt::format("the score is {:.1f}: an appeal that is upheld raises it, and none lowers it", *stands));
    }
    return std::nullopt;
}

/// Judgements, and what stands with them.
void correct(const store::Appeal& appeal, const AppealAnswer& answer, Contested& about, store::AppealAnswer& stored) {
    if (appeal.subject == store::AppealSubject::finding && answer.outcome == AppealOutcome::upheld) {
        stored.dismissal = dismissal_for(appeal, about, stored);
        about.judgements.dismissals.push_back(*stored.dismissal);
    }
    if (answer.score) {
        store::ScoreOverride score;
        score.report_id = appeal.report_id;
        score.revision = appeal.revision;
        score.plugin = appeal.plugin;
        score.machine = score_in(about.made, appeal.plugin);
        score.score = *answer.score;
        score.user = stored.user;
        score.reason = stored.answer;
        score.at = stored.at;
        score.appeal_id = appeal.id;
        std::erase_if(about.judgements.scores,
                      [&](const store::ScoreOverride& other) { return other.plugin == appeal.plugin; });
        about.judgements.scores.push_back(score);
        stored.score = std::move(score);
    }
    if (!stored.dismissal && !stored.score) {
        return;
    }
    const std::vector<Assessment> stands = about.stands();
    store::AssessedRevision summary;
    summarize(summary, stands);
    stored.corrected = store::CorrectedScores{summary.detail, summary.french, summary.flags, summary.missing};
    stored.score_after = score_in(stands, appeal.plugin);
}

store::AppealMove move_of(AppealOutcome outcome) {
    switch (outcome) {
        case AppealOutcome::upheld:
            return store::AppealMove::uphold;
        case AppealOutcome::partly:
            return store::AppealMove::uphold_partly;
        case AppealOutcome::dismissed:
            break;
    }
    return store::AppealMove::dismiss;
}

/// The sheet as it is before the answer; nothing where no decision stands.
std::optional<store::Feedback> sheet_before(Workspace& workspace, const AppealDetails& details,
                                            const FeedbackWords& words, const Moment& at) {
    const auto feedback = compose_feedback(details.report, FeedbackScope::decided_only,
                                           feedback_background(workspace, details.report, words));
    if (!feedback) {
        return std::nullopt;
    }
    store::Feedback kept;
    kept.report_id = feedback->report_id;
    kept.revision = feedback->revision;
    kept.decision_id = details.appeal.decision_id;
    kept.format = "html";
    kept.content = html_of(sheet_of(*feedback));
    kept.created_at = at;
    return kept;
}

}  // namespace

AppealTimes appeal_times(Workspace& workspace, const std::string& programme) {
    const Parameters parameters = house_parameters(workspace, appeals_id, programme);
    return {static_cast<int>(parameters.integer("filing_days")), static_cast<int>(parameters.integer("answer_days"))};
}

std::optional<Moment> may_contest_until(Workspace& workspace, const std::string& report_id) {
    const auto status = store::load_report_status(workspace.database(), report_id);
    if (!status) {
        throw LabelledError(no_report(report_id));
    }
    const auto told = store::shopper_told_at(workspace.database(), report_id);
    if (!told) {
        return std::nullopt;
    }
    return Moment{told->utc + std::chrono::days{appeal_times(workspace, status->programme).filing_days}, told->offset};
}

AppealResult file_appeal(Workspace& workspace, const AppealRequest& request) {
    const auto status = store::load_report_status(workspace.database(), request.report_id);
    if (!status) {
        throw LabelledError(no_report(request.report_id));
    }
    store::Appeal appeal;
    appeal.report_id = request.report_id;
    appeal.revision = request.revision.value_or(status->revision);
    appeal.subject = *store::appeal_subject_from(to_string(request.subject));
    appeal.text = request.text;
    appeal.entered_by = workspace.user();
    appeal.filed_at = now();
    const std::chrono::days answer_time{appeal_times(workspace, status->programme).answer_days};
    appeal.due_at = request.due_at.value_or(Moment{appeal.filed_at.utc + answer_time, appeal.filed_at.offset});
    const bool readable = appeal.revision == status->revision;  // the store says what is wrong with another one
    if (readable && request.subject != AppealSubject::decision) {
        appeal.plugin = request.plugin;
        const Contested about = contested(workspace, request.report_id, appeal.revision);
        appeal.score_before = score_in(about.stands(), request.plugin);
        const bool decided =
            next_state(status->state, store::Move::undo) || status->state == store::ReportState::surplus;
        if (request.subject == AppealSubject::finding && decided) {
            if (auto refusal = name_finding(about, request, appeal)) {
                return std::move(*refusal);
            }
        }
        if (request.subject == AppealSubject::score && decided && !is_criterion(workspace, request.plugin)) {
            return refused("le rapport n'est pas noté sur ce critère",
                           fmt::format("{} is not rated on \"{}\"; `relis show {}` names its criteria",
                                       request.report_id, request.plugin, request.report_id));
        }
    }
    if (const auto until = may_contest_until(workspace, request.report_id); until && *until < appeal.filed_at) {
        if (is_blank(request.late_reason)) {
            return too_late(request.report_id, *until);
        }
        appeal.late_reason = request.late_reason;
    }
    return announced(workspace, request.report_id, store::file_appeal(workspace.database(), appeal));
}

std::vector<Appeal> waiting_appeals(Workspace& workspace) {
    std::vector<Appeal> appeals;
    const Moment at = now();
    for_each_row([&](const store::PageRequest& page) { return store::waiting_appeals(workspace.database(), page); },
                 [&](const store::Appeal& appeal) { appeals.push_back(from_store(appeal, at)); });
    return appeals;
}

std::vector<Appeal> list_appeals(Workspace& workspace, const std::optional<AppealState>& state) {
    std::vector<Appeal> appeals;
    const Moment at = now();
    const auto wanted = state ? store::appeal_state_from(to_string(*state)) : std::nullopt;
    for_each_row(
        [&](const store::PageRequest& page) { return store::list_appeals(workspace.database(), wanted, page); },
        [&](const store::Appeal& appeal) { appeals.push_back(from_store(appeal, at)); });
    return appeals;
}

AppealDetails load_appeal(Workspace& workspace, std::int64_t id) {
    const store::Appeal stored = stored_appeal(workspace, id);
    AppealDetails details;
    details.appeal = from_store(stored, now());
    details.report = load_report(workspace, stored.report_id);
    details.current = details.report.report.revision == stored.revision;
    const Contested about = contested(workspace, stored.report_id, stored.revision);
    const std::vector<Assessment> stands = about.stands();
    if (const Assessment* const assessment = about.find(stands, stored.plugin)) {
        details.score = assessment->score;
        details.reason = assessment->reason;
    }
    if (const Question* const question = details.report.questionnaire.find(stored.question)) {
        details.question_label = question->label;
    }
    if (const Answer* const answer = about.report.find(stored.question)) {
        details.context = answer->comment ? *answer->comment : answer->value.value_or("");
    }
    for (const Reason& reason : details.report.recommendation.reasons) {
        details.because.push_back(reason.text);
    }
    details.may_not_answer = store::answering_refusal(workspace.database(), stored, workspace.user());
    return details;
}

AppealResult take_appeal(Workspace& workspace, std::int64_t id) {
    const store::Appeal appeal = stored_appeal(workspace, id);
    const Moment at = now();
    return announced(
        workspace, appeal.report_id,
        store::take_appeal(workspace.database(), id, workspace.user(), at, {at.utc + hand_time, at.offset}));
}

AppealResult give_back_appeal(Workspace& workspace, std::int64_t id) {
    const store::Appeal appeal = stored_appeal(workspace, id);
    return announced(workspace, appeal.report_id,
                     store::give_back_appeal(workspace.database(), id, workspace.user(), now()));
}

AppealResult withdraw_appeal(Workspace& workspace, std::int64_t id) {
    const store::Appeal appeal = stored_appeal(workspace, id);
    return announced(workspace, appeal.report_id,
                     store::withdraw_appeal(workspace.database(), id, workspace.user(), now()));
}

std::string prefilled_answer(const AppealDetails& details, AppealOutcome outcome, const std::optional<double>& score) {
    const Appeal& appeal = details.appeal;
    const std::string read = "Une autre personne a relu votre rapport avec attention. ";
    const std::string because = details.because.empty() ? std::string{} : " " + details.because.front();
    if (outcome == AppealOutcome::dismissed) {
        switch (appeal.subject) {
            case AppealSubject::finding:
                return read + "La remarque est maintenue : " + appeal.message;
            case AppealSubject::score:
                return read + "La note est maintenue. " + details.reason;
            case AppealSubject::decision:
                return read + "La décision est maintenue." + because;
        }
    }
    if (appeal.subject == AppealSubject::decision) {
        return details.report.row.state == ReportState::reassigned
                   ? read + "Vous avez raison : votre visite est retenue. Merci de nous l'avoir signalé."
                   : read +
                         "Vous avez raison : nous reprenons votre rapport tel qu'il est, vous n'avez rien à refaire.";
    }
    const std::string raised = score ? " Votre note est désormais de " + french_score(*score) + "." : std::string{};
    if (outcome == AppealOutcome::partly) {
        return read +
               (appeal.subject == AppealSubject::finding ? "Vous avez raison en partie : la remarque reste, mais "
                                                           "elle coûtait trop cher."
                                                         : "Vous avez raison en partie.") +
               raised;
    }
    if (appeal.subject == AppealSubject::score) {
        return read + "Vous avez raison." + raised + " Merci de nous l'avoir signalé.";
    }
    return read + "Vous avez raison : la remarque est retirée." + raised + " Merci de nous l'avoir signalée.";
}

AppealResult answer_appeal(Workspace& workspace, const AppealAnswer& answer) {
    const store::Appeal appeal = stored_appeal(workspace, answer.id);
    if (appeal.subject == store::AppealSubject::decision && answer.outcome == AppealOutcome::partly) {
        return refused("une décision est maintenue ou non : elle ne tombe pas à moitié",
                       "a decision stands or falls: it is not upheld in part");
    }
    const AppealDetails details = load_appeal(workspace, answer.id);
    if (!details.may_not_answer.en.empty()) {
        return {false, 0, details.may_not_answer};
    }
    Contested about = contested(workspace, appeal.report_id, appeal.revision);
    const bool upheld = answer.outcome != AppealOutcome::dismissed;
    if (upheld && appeal.subject != store::AppealSubject::decision) {
        if (auto refusal = refuse_score(workspace, appeal, answer, details.score)) {
            return std::move(*refusal);
        }
    }
    if (appeal.state == store::AppealState::open) {
        if (AppealResult taken = take_appeal(workspace, answer.id); !taken.done) {
            return taken;
        }
    }
    store::AppealAnswer stored;
    stored.id = answer.id;
    stored.outcome = move_of(answer.outcome);
    stored.user = workspace.user();
    stored.at = now();
    const bool blank = is_blank(answer.answer);
    stored.answer = blank ? prefilled_answer(details, answer.outcome, answer.score) : answer.answer;
    if (upheld && appeal.subject != store::AppealSubject::decision) {
        correct(appeal, answer, about, stored);
    }
    stored.overturn = upheld && (answer.overturn || appeal.subject == store::AppealSubject::decision);
    if (details.current) {
        stored.earlier = sheet_before(workspace, details, answer.words, stored.at);
    }
    const store::AppealResult result = store::answer_appeal(workspace.database(), stored, reliability_rater(workspace));
    if (result.done) {
        const auto status = store::load_report_status(workspace.database(), appeal.report_id);
        if (upheld && status && status->state == store::ReportState::assessed) {
            assess_report(workspace, appeal.report_id);  // it awaits a decision: the recommendation follows
        }
    }
    return announced(workspace, appeal.report_id, result, Change::Kind::decided);
}

std::optional<std::string> earlier_sheet(Workspace& workspace, std::int64_t id) {
    const store::Appeal appeal = stored_appeal(workspace, id);
    if (appeal.earlier_feedback == 0) {
        return std::nullopt;
    }
    const auto kept = store::load_feedback(workspace.database(), appeal.earlier_feedback);
    return kept ? std::optional(kept->content) : std::nullopt;
}

std::vector<AppealedRule> appealed_rules(Workspace& workspace, const std::string& programme) {
    store::AppealedRulesFilter filter;
    filter.programme = programme;
    return from_store(store::appealed_rules(workspace.database(), filter));
}

}  // namespace relis::review
