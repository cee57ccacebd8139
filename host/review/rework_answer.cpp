#include "review/rework_answer.h"

#include <algorithm>
#include <map>
#include <set>

#include "edits_standing.h"
#include "rework_terms.h"
#include "store/judgements.h"
#include "store/reports.h"

namespace relis::review {

namespace {

/// A text with its white space made even: spaces alone are no answer.
std::string even(const std::optional<std::string>& text) {
    std::string result;
    bool space = false;
    for (const char letter : text.value_or("")) {
        if (letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r') {
            space = true;
            continue;
        }
        if (space && !result.empty()) {
            result += ' ';
        }
        space = false;
        result += letter;
    }
    return result;
}

/// What a report says to one question: value, comment, files.
using Said = std::tuple<std::string, std::string, std::multiset<std::string>>;
Said said_to(const Report& report, const std::string& question) {
    Said said;
    if (const Answer* const answer = report.find(question)) {
        std::get<0>(said) = even(answer->value);
        std::get<1>(said) = even(answer->comment);
    }
    for (const Attachment& attachment : report.attachments) {
        if (attachment.question == question) {
            std::get<2>(said).insert(attachment.kind + "\n" + attachment.file);
        }
    }
    return said;
}

/// Questions answered otherwise: the questionnaire's in its order, then what no question asked.
std::vector<std::string> changed_questions(const ReportDetails& details, const Report& earlier) {
    std::vector<std::string> names;
    for (const Question& question : details.questionnaire.questions) {
        names.push_back(question.name);
    }
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    };
    for (const Report* const report : {&earlier, &details.report}) {
        for (const Answer& answer : report->answers) {
            add(answer.question);
        }
        for (const Attachment& attachment : report->attachments) {
            add(attachment.question);
        }
    }
    std::erase_if(names,
                  [&](const std::string& name) { return said_to(earlier, name) == said_to(details.report, name); });
    return names;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

/// What people said of one earlier revision.
void add_outdated(Workspace& workspace, const ReportDetails& details, int revision,
                  std::vector<OutdatedJudgement>& outdated) {
    store::Database& database = workspace.database();
    const std::string& id = details.report.report_id;
    const auto earlier = store::load_report(database, id, revision);
    if (!earlier) {
        return;
    }
    const std::vector<std::string> changed = changed_questions(details, *earlier);
    const auto add = [&](OutdatedJudgement judgement) {
        judgement.revision = revision;
        judgement.text_changed = judgement.question.empty() ? !changed.empty() : holds(changed, judgement.question);
        outdated.push_back(std::move(judgement));
    };
    for (const store::Dismissal& dismissal : store::dismissals_here(database, id, revision)) {
        const bool waived = dismissal.kind == store::Dismissal::Kind::waived;
        add({waived ? OutdatedJudgement::Kind::waived : OutdatedJudgement::Kind::dismissed, revision,
             dismissal.question, dismissal.plugin + "/" + dismissal.rule, dismissal.user, dismissal.at,
             dismissal.reason, false});
    }
    for (const store::ScoreOverride& score : store::score_overrides(database, id, revision)) {
        add({OutdatedJudgement::Kind::score, revision, "", score.plugin, score.user, score.at, score.reason, false});
    }
    for (const EditedAnswer& edit : edits_standing(database, id, revision)) {
        add({OutdatedJudgement::Kind::edit, revision, edit.question, "", edit.by, edit.at, "", false});
    }
}

}  // namespace

std::string_view to_string(OutdatedJudgement::Kind kind) {
    switch (kind) {
        case OutdatedJudgement::Kind::dismissed:
            return "dismissed";
        case OutdatedJudgement::Kind::waived:
            return "waived";
        case OutdatedJudgement::Kind::score:
            return "score";
        case OutdatedJudgement::Kind::edit:
            break;
    }
    return "edit";
}

std::optional<RevisionChanges> revision_changes(Workspace& workspace, const ReportDetails& details) {
    const int revision = details.report.revision;
    if (revision < 2) {
        return std::nullopt;
    }
    RevisionChanges changes;
    changes.revision = revision;
    changes.earlier = revision - 1;
    for (const store::Rework& rework : store::list_reworks(workspace.database(), details.report.report_id)) {
        if (rework.revision < revision) {
            changes.rework = from_store(rework);
            changes.earlier = rework.revision;
        }
    }
    const auto earlier = store::load_report(workspace.database(), details.report.report_id, changes.earlier);
    if (!earlier) {
        return std::nullopt;
    }
    changes.changed = changed_questions(details, *earlier);
    if (changes.rework) {
        changes.late = details.report.submitted_at && *details.report.submitted_at > changes.rework->due;
        for (const ReworkReason& reason : changes.rework->reasons) {
            const bool answered =
                reason.question.empty() ? !changes.changed.empty() : holds(changes.changed, reason.question);
            changes.reasons.push_back({reason, answered});
        }
    }
    for (int before = 1; before < revision; ++before) {
        add_outdated(workspace, details, before, changes.outdated);
    }
    return changes;
}

}  // namespace relis::review
