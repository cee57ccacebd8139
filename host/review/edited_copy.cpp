#include "review/edited_copy.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <relis/prose.h>

#include "edits_standing.h"
#include "french_text.h"
#include "review/report_details.h"
#include "store/edits.h"
#include "store_types.h"
#include "text_changes.h"

namespace relis::review {

namespace {

EditResult refused(std::string fr, std::string en) {
    return {false, {std::move(fr), std::move(en)}};
}

std::string written(const ReportDetails& details, const std::string& question) {
    const Answer* const answer = details.report.find(question);
    if (answer == nullptr) return {};
    const Question* const asked = details.questionnaire.find(question);
    return asked != nullptr ? std::string(prose(*asked, answer)) : answer->comment.value_or("");
}

/// Why the copy of a revision cannot be edited, or nothing.
std::optional<EditResult> not_editable(const ReportDetails& details, int revision, const std::string& question) {
    if (details.report.revision != revision) {
        return refused(fmt::format("la révision {} n'est plus la dernière : lisez la révision {}", revision,
                                   details.report.revision),
                       fmt::format("revision {} is not the current one any more: read revision {}", revision,
                                   details.report.revision));
    }
    if (details.row.state != ReportState::submitted && details.row.state != ReportState::assessed &&
        details.row.state != ReportState::held) {
        return refused("le rapport est déjà décidé : annulez d'abord la décision",
                       "the report is decided: take the decision back first");
    }
    if (written(details, question).empty()) {
        return refused("rien n'est écrit dans cette réponse : il n'y a rien à corriger",
                       "nothing is written in that answer: there is nothing to correct");
    }
    return std::nullopt;
}

const EditedAnswer* edited(const ReportDetails& details, const std::string& question) {
    const auto found = std::find_if(details.edited.begin(), details.edited.end(),
                                    [&](const EditedAnswer& answer) { return answer.question == question; });
    return found == details.edited.end() ? nullptr : &*found;
}

EditResult keep(Workspace& workspace, const ReportDetails& details, const std::string& question,
                const std::vector<TextChange>& changes, std::int64_t previous) {
    store::AnswerEdit edit;
    edit.report_id = details.report.report_id;
    edit.revision = details.report.revision;
    edit.question = question;
    edit.user = workspace.user();
    edit.at = now();
    if (!changes.empty()) edit.text = changed_text(written(details, question), changes);
    for (const TextChange& change : changes) {
        edit.changes.push_back(
            {change.start, change.end, change.text, change.plugin, change.rule, change.by, change.at});
    }
    if (!store::save_answer_edit(workspace.database(), edit, previous)) {
        return refused("quelqu'un d'autre vient de corriger cette réponse : relisez-la, puis recommencez",
                       "somebody else has just edited that answer: read it again, then repeat");
    }
    return {true, {}};
}

/// The id of the edit that set an answer back which reads as submitted; 0: it was never edited.
std::int64_t standing_edit(Workspace& workspace, const ReportDetails& details, const std::string& question) {
    for (const store::AnswerEdit& edit :
         store::standing_answer_edits(workspace.database(), details.report.report_id, details.report.revision)) {
        if (edit.question == question)
            return edit.text ? -1 : edit.id;  // -1: somebody edited since the report was read
    }
    return 0;
}

TextChange change_by(Workspace& workspace) {
    TextChange change;
    change.by = workspace.user();
    change.at = now();
    return change;
}

}  // namespace

const TextChange* EditedAnswer::change_of(std::size_t start, std::size_t end) const {
    const auto found = std::find_if(changes.begin(), changes.end(), [&](const TextChange& change) {
        return (change.start < end && start < change.end) || (change.start == start && change.end == end);
    });
    return found == changes.end() ? nullptr : &*found;
}

std::vector<EditedAnswer> edits_standing(store::Database& database, const std::string& report_id, int revision) {
    std::vector<EditedAnswer> result;
    for (const store::AnswerEdit& edit : store::standing_answer_edits(database, report_id, revision)) {
        if (!edit.text) continue;
        EditedAnswer answer;
        answer.question = edit.question;
        answer.text = *edit.text;
        answer.edit = edit.id;
        answer.by = edit.user;
        answer.at = edit.at;
        for (const store::TextChange& change : edit.changes) {
            answer.changes.push_back(
                {change.start, change.end, change.text, change.plugin, change.rule, change.user, change.at});
        }
        result.push_back(std::move(answer));
    }
    return result;
}

EditResult apply_correction(Workspace& workspace, const CorrectionRequest& request) {
    const ReportDetails details = load_report(workspace, request.report_id);
    if (auto refusal = not_editable(details, request.revision, request.question)) return std::move(*refusal);
    if (request.start >= request.end || request.end > length_of(written(details, request.question))) {
        return refused("ce passage n'est pas dans la réponse", "the answer has no such passage");
    }
    TextChange change = change_by(workspace);
    change.start = request.start;
    change.end = request.end;
    change.text = request.text;
    change.plugin = request.plugin;
    change.rule = request.rule;
    const EditedAnswer* const before = edited(details, request.question);
    const auto changes = with_change(before != nullptr ? before->changes : std::vector<TextChange>{}, change);
    if (!changes) {
        return refused("ce passage a déjà été récrit dans la copie du client : modifiez-le à la main",
                       "that passage was rewritten in the client's copy already: edit it by hand");
    }
    return keep(workspace, details, request.question, *changes,
                before != nullptr ? before->edit : standing_edit(workspace, details, request.question));
}

EditResult take_correction_back(Workspace& workspace, const std::string& report_id, int revision,
                                const std::string& question, std::size_t start, std::size_t end) {
    const ReportDetails details = load_report(workspace, report_id);
    if (auto refusal = not_editable(details, revision, question)) return std::move(*refusal);
    const EditedAnswer* const before = edited(details, question);
    const std::vector<TextChange> changes =
        before != nullptr ? without_changes(before->changes, start, end) : std::vector<TextChange>{};
    if (before == nullptr || changes.size() == before->changes.size()) {
        return refused("la copie du client se lit ici comme le texte remis",
                       "the client's copy reads as submitted there");
    }
    return keep(workspace, details, question, changes, before->edit);
}

EditResult edit_answer(Workspace& workspace, const std::string& report_id, int revision, const std::string& question,
                       const std::string& text, std::int64_t base) {
    const ReportDetails details = load_report(workspace, report_id);
    if (auto refusal = not_editable(details, revision, question)) return std::move(*refusal);
    const EditedAnswer* const before = edited(details, question);
    if (base != (before != nullptr ? before->edit : 0)) {
        return refused("quelqu'un d'autre a corrigé cette réponse entre-temps : relisez-la, puis recommencez",
                       "somebody else edited that answer meanwhile: read it again, then repeat");
    }
    const std::string original = written(details, question);
    const std::vector<TextChange> known = before != nullptr ? before->changes : std::vector<TextChange>{};
    if (text == changed_text(original, known)) return {true, {}};
    return keep(workspace, details, question, rewritten(original, known, text, change_by(workspace)),
                before != nullptr ? before->edit : standing_edit(workspace, details, question));
}

EditResult reset_answer(Workspace& workspace, const std::string& report_id, int revision, const std::string& question) {
    const ReportDetails details = load_report(workspace, report_id);
    if (auto refusal = not_editable(details, revision, question)) return std::move(*refusal);
    const EditedAnswer* const before = edited(details, question);
    if (before == nullptr) {
        return refused("cette réponse se lit comme elle a été remise", "that answer reads as submitted");
    }
    return keep(workspace, details, question, {}, before->edit);
}

Report report_for_client(const ReportDetails& details) {
    Report copy = details.report;
    for (const EditedAnswer& answer : details.edited) {
        const auto found = std::find_if(copy.answers.begin(), copy.answers.end(),
                                        [&](const Answer& a) { return a.question == answer.question; });
        if (found == copy.answers.end()) continue;
        // where the words stood: in the comment, or as the value of a text question
        const std::string original = written(details, answer.question);
        (found->comment == original ? found->comment : found->value) = answer.text;
    }
    return copy;
}

}  // namespace relis::review
