#include "review/feedback.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "appeal_records.h"
#include "feedback_advice.h"
#include "feedback_sheet.h"
#include "french_text.h"
#include "review/decide.h"
#include "store/roster.h"

namespace relis::review {

namespace {

constexpr std::size_t shown_strengths = 3;
/// What a score shows at its one decimal.
constexpr double smallest_shown = 0.05;

/// The last decision on the current revision that stands, or null.
const DecisionRecord* last_decision(const ReportDetails& details) {
    const DecisionRecord* last = nullptr;
    for (const DecisionRecord& decision : details.decisions) {
        if (!decision.undone && decision.revision == details.report.revision) {
            last = &decision;
        }
    }
    return last;
}

std::string quoted_label(const ReportDetails& details, const std::string& name) {
    const Question* const question = details.questionnaire.find(name);
    return question == nullptr ? std::string{} : "« " + question->label + " »";
}

/// Points lost by question, as the detail plugin's contributions tell it. A question with a dismissed finding has its
/// points back.
std::vector<Loss> losses_by_question(const ReportDetails& details, const Assessment& assessment) {
    std::vector<Loss> losses;
    for (const Contribution& contribution : assessment.contributions) {
        const bool given_back = std::ranges::any_of(details.dismissed, [&](const DismissedFinding& dismissed) {
            return dismissed.plugin == assessment.plugin && !dismissed.waived &&
                   dismissed.finding.question == contribution.question && dismissed.finding.cost > 0;
        });
        if (contribution.points >= 0 || given_back) {
            continue;
        }
        const bool explained = std::ranges::any_of(
            assessment.findings, [&](const Finding& finding) { return finding.question == contribution.question; });
        std::string what = quoted_label(details, contribution.question);
        if (what.empty()) {
            what = "L'ensemble du rapport";
        }
        if (!explained && !contribution.label.empty()) {
            what += " : " + contribution.label;
        }
        losses.push_back({std::move(what), -contribution.points});
    }
    return losses;
}

/// Points lost by rule, as the findings tell it.
std::vector<Loss> losses_by_rule(const Assessment& assessment) {
    struct Sum {
        double points = 0;
        std::size_t count = 0;
    };
    std::map<std::string, Sum> rules;  // by title
    for (const Finding& finding : assessment.findings) {
        if (finding.cost > 0) {
            const std::string& title = finding.title.empty() ? finding.rule : finding.title;
            Sum& sum = rules[title];
            sum.points += finding.cost;
            ++sum.count;
        }
    }
    std::vector<Loss> losses;
    losses.reserve(rules.size());
    for (const auto& [title, sum] : rules) {
        losses.push_back({sum.count > 1 ? fmt::format("{} ({} fois)", title, sum.count) : title, sum.points});
    }
    return losses;
}

/// Rounds losses to tenths so that they add up to what the score lacks as it is shown (largest remainders first).
void round_to_tenths(std::vector<Loss>& losses, double score) {
    const auto lacking = static_cast<long>(std::lround((5 - std::round(score * 10) / 10) * 10));
    std::vector<std::pair<double, std::size_t>> remainders;
    long given = 0;
    for (std::size_t i = 0; i < losses.size(); ++i) {
        const double tenths = std::floor(losses[i].points * 10 + 1e-9);
        remainders.emplace_back(losses[i].points * 10 - tenths, i);
        losses[i].points = tenths / 10;
        given += std::lround(tenths);
    }
    std::ranges::stable_sort(remainders, std::greater<>(), &std::pair<double, std::size_t>::first);
    for (std::size_t i = 0; i < remainders.size() && given < lacking; ++i, ++given) {
        losses[remainders[i].second].points += 0.1;
    }
    std::erase_if(losses, [](const Loss& loss) { return loss.points < smallest_shown; });
    std::ranges::stable_sort(losses, std::greater<>(), &Loss::points);
}

ShownScore shown_score(const ReportDetails& details, const std::string& plugin, const std::string& name) {
    ShownScore shown;
    shown.name = name;
    const Assessment* const assessment = details.assessment(plugin);
    if (assessment == nullptr) {
        return shown;
    }
    shown.value = assessment->score;
    shown.reason = assessment->reason;
    const bool overridden =
        std::ranges::any_of(details.overrides, [&](const ScoreOverride& given) { return given.criterion == plugin; });
    if (!assessment->score || overridden) {
        return shown;
    }
    std::vector<Loss> losses =
        plugin == "french" ? losses_by_rule(*assessment) : losses_by_question(details, *assessment);
    std::ranges::stable_sort(losses, std::greater<>(), &Loss::points);
    // What no line can show at its decimal goes into one, so that the lines add up to what the score lacks
    double small = 5 - *assessment->score;
    for (const Loss& loss : losses) {
        if (loss.points >= smallest_shown) {
            small -= loss.points;
            shown.losses.push_back(loss);
        }
    }
    if (small >= smallest_shown) {
        shown.losses.push_back({"Autres points", small});
    }
    round_to_tenths(shown.losses, *assessment->score);
    return shown;
}

/// A reviewer's message that greets is a whole letter and needs no other one around it.
bool is_letter(const std::string& message) {
    return message.starts_with("Bonjour") || message.starts_with("Cher ") || message.starts_with("Chère ") ||
           message.starts_with("Madame") || message.starts_with("Monsieur");
}

std::string site_of(const ReportDetails& details) {
    return details.row.site.empty() ? details.report.site.name : details.row.site;
}

/// Whether the visit was kept for that appeal, and is kept no more: with the decision it contested, or with the finding
/// or the score for which the answer brought the decision down.
bool kept_the_visit(const Appeal& appeal, const ReportDetails& details) {
    return details.dropped_surplus &&
           (appeal.subject == AppealSubject::decision || appeal.closed_at == details.dropped_surplus->kept_at);
}

/// Answered appeals of the revision, as its shopper reads them.
std::vector<AppealNote> appeal_notes(const ReportDetails& details) {
    std::vector<AppealNote> notes;
    for (const Appeal& appeal : details.appeals) {
        if (!appeal.answered() || appeal.revision != details.report.revision) {
            continue;
        }
        AppealNote note;
        const bool upheld = appeal.state != AppealState::dismissed;
        const std::string outcome = appeal.state == AppealState::upheld ? "retenue"
                                    : upheld                            ? "retenue en partie"
                                                                        : "non retenue";
        note.title = "Vous contestiez " + contested_in_french(appeal) + " : contestation " + outcome;
        note.answer = appeal.answer;
        if (upheld && appeal.score_after && (appeal.plugin == "french" || appeal.plugin == "detail")) {
            const std::string before = appeal.score_before ? french_score(*appeal.score_before) : std::string{};
            const std::string after = french_score(*appeal.score_after);
            note.correction = std::string("À la suite de votre contestation, votre note de ") +
                              (appeal.plugin == "french" ? "français" : "détail") + " est de " + after;
            note.correction += before == after  ? ", comme avant."
                               : before.empty() ? " ; vous n'en aviez pas."
                                                : " ; elle était de " + before + ".";
        } else if (appeal.state == AppealState::upheld && appeal.subject == AppealSubject::finding) {
            note.correction = "À la suite de votre contestation, la remarque est retirée.";
        }
        if (upheld && kept_the_visit(appeal, details)) {
            note.correction += std::string(note.correction.empty() ? "" : " ") +
                               "Cette réponse retenait votre visite ; depuis le " +
                               french_moment(details.dropped_surplus->at) + ", elle n'est plus retenue.";
        }
        notes.push_back(std::move(note));
    }
    return notes;
}

/// What the agency's words say of a decision.
void speak(Feedback& feedback, const FeedbackWords& words, const ReportDetails& details) {
    const DecisionRecord* const decision = last_decision(details);
    std::map<std::string, std::string, std::less<>> values{{"agence", words.agency},
                                                           {"prenom", first_name(feedback.shopper_name)},
                                                           {"site", feedback.site},
                                                           {"programme", feedback.programme_name},
                                                           {"rapport", feedback.report_id}};
    if (feedback.rework_due) {
        values.emplace("echeance", french_moment(*feedback.rework_due));
    }
    feedback.subject = filled(words.subject, values);
    if (details.dropped_surplus) {
        feedback.subject += ", nouvel examen";
    } else if (!feedback.appeals.empty()) {
        feedback.subject += ", réponse à votre contestation";
    }
    std::string opening;
    if (fallen_by(details) != nullptr) {
        feedback.title = "Contestation retenue : rien à refaire";
        feedback.steps.emplace_back(
            "Vous n'avez rien à refaire : nous reprenons votre rapport tel qu'il est, et vous écrirons ce qu'il en est "
            "décidé.");
    } else if (decision == nullptr) {
        feedback.title = "Aperçu : ce rapport attend sa validation";
    } else if (details.row.state == ReportState::surplus) {
        feedback.title = "Visite retenue après votre contestation";
        opening = words.surplus;
        feedback.steps.push_back(filled(words.nothing_to_do, values));
    } else if (details.dropped_surplus) {
        feedback.title = "Visite non retenue après un nouvel examen";
        opening = words.surplus_dropped;
        feedback.steps.push_back(filled(words.nothing_to_do, values));
    } else if (decision->decision == Decision::accept) {
        feedback.title = "Rapport accepté";
        opening = words.accepted;
        feedback.steps.push_back(filled(words.nothing_to_do, values));
    } else if (decision->decision == Decision::rework) {
        feedback.title = "Rapport à compléter";
        opening = words.rework;
        feedback.steps.push_back(
            feedback.rework_due
                ? filled(words.rework_step, values)
                : std::string("Merci de compléter votre rapport et de nous le remettre dès que possible."));
    } else {
        feedback.title = "Rapport non retenu";
        opening = words.reassigned;
        feedback.steps.push_back(filled(words.reassigned_step, values));
    }
    std::erase(feedback.steps, std::string{});
    feedback.salutation = filled(words.greeting, values);
    feedback.signature = filled(words.appeal + (words.appeal.empty() ? "" : "\n\n") + words.closing, values);
    if (!is_letter(feedback.message)) {
        feedback.greeting = filled(words.greeting + (opening.empty() ? "" : "\n\n" + opening), values);
        if (details.dropped_surplus && !details.dropped_surplus->reason.empty()) {
            feedback.greeting += "\n\n" + details.dropped_surplus->reason;
        }
        feedback.closing = feedback.signature;
    } else {
        feedback.closing = filled(words.appeal, values);
    }
}

}  // namespace

std::vector<ShownScore> scores_of(const ReportDetails& details) {
    return {shown_score(details, "detail", "Détail"), shown_score(details, "french", "Français")};
}

std::vector<std::string> strengths_of(const ReportDetails& details) {
    std::vector<std::string> strengths;
    if (const Assessment* const detail = details.assessment("detail")) {
        std::vector<Contribution> told;
        for (const Contribution& contribution : detail->contributions) {
            const bool quotes = contribution.label.find("« ") != std::string::npos;
            if (contribution.points > 0 && quotes && !contribution.question.empty()) {
                told.push_back(contribution);
            }
        }
        std::ranges::stable_sort(told, std::greater<>(), &Contribution::points);
        told.resize(std::min(told.size(), shown_strengths));
        for (const Contribution& contribution : told) {
            strengths.push_back(quoted_label(details, contribution.question) + " : vous dites " + contribution.label +
                                ".");
        }
    }
    const Assessment* const french = details.assessment("french");
    if (french != nullptr && french->score && french->findings.empty() && details.dismissed.empty()) {
        strengths.emplace_back("Aucune faute de français relevée.");
    }
    if (details.assessment("completeness") != nullptr && details.missing().empty()) {
        strengths.emplace_back("Toutes les questions posées ont reçu leur réponse.");
    }
    const Report& report = details.report;
    if (report.submitted_at && report.due_at && *report.submitted_at <= *report.due_at) {
        strengths.emplace_back("Rapport remis à temps.");
    }
    return strengths;
}

const Appeal* fallen_by(const ReportDetails& details) {
    if (last_decision(details) != nullptr || details.row.state != ReportState::assessed) {
        return nullptr;
    }
    const auto appeal = std::find_if(details.appeals.rbegin(), details.appeals.rend(), [&](const Appeal& one) {
        return one.overturned && one.revision == details.report.revision;
    });
    return appeal == details.appeals.rend() ? nullptr : &*appeal;
}

FeedbackBackground feedback_background(Workspace& workspace, const ReportDetails& details, FeedbackWords words) {
    return {std::move(words), store::shopper_history(workspace.database(), details.report.shopper_id).missions};
}

std::optional<Feedback> compose_feedback(const ReportDetails& details, FeedbackScope scope,
                                         const FeedbackBackground& background) {
    const DecisionRecord* const decision = last_decision(details);
    const bool fell = decision == nullptr && fallen_by(details) != nullptr;
    if (decision == nullptr && !fell && scope == FeedbackScope::decided_only) {
        return std::nullopt;
    }
    const bool rework = decision != nullptr && decision->decision == Decision::rework;
    Feedback feedback;
    feedback.report_id = details.report.report_id;
    feedback.revision = details.report.revision;
    feedback.shopper_id = details.report.shopper_id;
    feedback.shopper_name = details.shopper_name;
    feedback.programme_name = details.row.programme_name;
    feedback.site = site_of(details);
    // What was written with a reassignment is not true any more of a visit that counts after all
    const bool surplus = decision != nullptr && details.row.state == ReportState::surplus;
    if (decision != nullptr && !surplus && !details.dropped_surplus) {
        feedback.message = decision->message;
    }
    feedback.appeals = appeal_notes(details);
    if (rework) {
        feedback.rework_due = decision->new_due_at;
    }
    speak(feedback, background.words, details);
    feedback.scores = scores_of(details);
    feedback.strengths = strengths_of(details);
    feedback.remarks = remarks_of(details, rework);
    feedback.progress = progress_of(details, background.history);
    feedback.advice = advice_for(details);
    return feedback;
}

}  // namespace relis::review
