#include "review/feedback.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include <relis/prose.h>

#include "french_text.h"

namespace relis::review {

namespace {

constexpr std::size_t words_around = 40;  // code points of context on each side of a quoted passage

std::string criterion_name(const std::string& plugin, Category category) {
    switch (category) {
        case Category::missing:
            return "Réponses manquantes";
        case Category::thin:
            return "Commentaire trop court";
        case Category::contradiction:
            return "Cohérence";
        case Category::repetition:
        case Category::copied:
            return "Texte répété";
        case Category::times:
            return "Heures";
        case Category::privacy:
            return "Vie privée";
        default:
            break;
    }
    if (plugin == "french") return "Français";
    if (plugin == "detail") return "Détail";
    return "Remarque";
}

/// What comes first where two remarks cost the same: what keeps a report from being accepted.
int weight_of(Category category) {
    switch (category) {
        case Category::missing:
            return 0;
        case Category::contradiction:
        case Category::repetition:
        case Category::copied:
            return 1;
        case Category::times:
        case Category::privacy:
        case Category::thin:
            return 2;
        case Category::style:
        case Category::typography:
            return 4;
        default:
            return 3;
    }
}

Remark remark_of(const ReportDetails& details, const Assessment& assessment, const Finding& finding) {
    Remark remark;
    if (const Question* const question = details.questionnaire.find(finding.question)) {
        remark.question = question->label;
        const std::string_view text = prose(*question, details.report.find(finding.question));
        if (finding.end > finding.start) {
            remark.before = slice(text, finding.start > words_around ? finding.start - words_around : 0, finding.start);
            remark.quote = slice(text, finding.start, finding.end);
            remark.after = slice(text, finding.end, finding.end + words_around);
            if (finding.start > words_around) remark.before = "…" + remark.before;
            if (finding.end + words_around < length_of(text)) remark.after += "…";
        }
    }
    remark.message = finding.message;
    if (!finding.suggestions.empty()) remark.suggestion = finding.suggestions.front();
    remark.criterion = criterion_name(assessment.plugin, finding.category);
    remark.cost = finding.cost;
    return remark;
}

std::vector<Remark> remarks_of(const ReportDetails& details) {
    struct Ranked {
        int weight;
        Remark remark;
    };
    std::vector<Ranked> ranked;
    for (const Assessment& assessment : details.assessments) {
        for (const Finding& finding : assessment.findings) {
            if (finding.category == Category::not_judged) continue;
            ranked.push_back({weight_of(finding.category), remark_of(details, assessment, finding)});
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        if ((a.weight == 0) != (b.weight == 0)) return a.weight == 0;
        if (a.remark.cost != b.remark.cost) return a.remark.cost > b.remark.cost;
        return a.weight < b.weight;
    });
    std::vector<Remark> remarks;
    remarks.reserve(ranked.size());
    for (Ranked& entry : ranked) remarks.push_back(std::move(entry.remark));
    return remarks;
}

std::vector<std::string> strengths_of(const ReportDetails& details) {
    std::vector<std::string> strengths;
    const Assessment* const french = details.assessment("french");
    const Assessment* const detail = details.assessment("detail");
    if (french != nullptr && french->score && *french->score >= 5)
        strengths.emplace_back("Aucune faute de français relevée.");
    const bool inspected = details.assessment("completeness") != nullptr;
    if (inspected && details.missing().empty()) strengths.emplace_back("Toutes les questions ont reçu leur réponse.");
    if (detail != nullptr) {
        const Contribution* best = nullptr;
        for (const Contribution& contribution : detail->contributions) {
            if (contribution.points > 0 && (best == nullptr || contribution.points > best->points))
                best = &contribution;
        }
        if (best != nullptr) {
            const Question* const question = details.questionnaire.find(best->question);
            strengths.push_back((question != nullptr ? "« " + question->label + " » : " : std::string{}) + best->label);
        }
    }
    const auto& report = details.report;
    if (report.submitted_at && report.due_at && *report.submitted_at <= *report.due_at)
        strengths.emplace_back("Rapport remis à temps.");
    return strengths;
}

std::string decision_title(Decision decision) {
    switch (decision) {
        case Decision::accept:
            return "Rapport accepté";
        case Decision::rework:
            return "Rapport à compléter";
        case Decision::reassign:
            return "Rapport non retenu";
    }
    return {};
}

void write_file(const std::filesystem::path& path, const std::string& content) {
    std::ofstream out(path, std::ios::binary);
    out << content;
    out.close();
    if (!out) throw std::runtime_error("cannot write " + path.string() + ": is there room, and may you write there?");
}

}  // namespace

std::optional<Feedback> compose_feedback(const ReportDetails& details, FeedbackScope scope) {
    const DecisionRecord* last = nullptr;
    for (const DecisionRecord& decision : details.decisions) {
        if (!decision.undone && decision.revision == details.report.revision) last = &decision;
    }
    if (last == nullptr && scope == FeedbackScope::decided_only) return std::nullopt;
    Feedback feedback;
    feedback.report_id = details.report.report_id;
    feedback.revision = details.report.revision;
    feedback.shopper_name = details.shopper_name;
    feedback.programme_name = details.row.programme_name;
    feedback.site = details.row.site;
    if (const Assessment* const detail = details.assessment("detail")) {
        feedback.detail = detail->score;
        feedback.detail_reason = detail->reason;
    }
    if (const Assessment* const french = details.assessment("french")) {
        feedback.french = french->score;
        feedback.french_reason = french->reason;
    }
    if (last != nullptr) {
        feedback.decision = decision_title(last->decision);
        feedback.message = last->message;
        if (last->decision == Decision::rework) feedback.rework_due = last->new_due_at;
    } else {
        feedback.decision = "Aperçu : ce rapport attend sa validation";
    }
    feedback.strengths = strengths_of(details);
    feedback.remarks = remarks_of(details);
    return feedback;
}

std::string prefilled_message(const ReportDetails& details, Decision decision) {
    const std::string site = details.row.site.empty() ? details.report.site.name : details.row.site;
    std::string message =
        "Bonjour " + first_name(details.shopper_name) + ",\n\nMerci pour votre rapport sur " + site + ". ";
    const std::vector<Remark> remarks = remarks_of(details);
    const auto list = [&](std::size_t most) {
        std::string lines;
        for (std::size_t i = 0; i < std::min(most, remarks.size()); ++i) {
            const Remark& remark = remarks[i];
            lines += "\n– ";
            if (!remark.question.empty()) lines += "« " + remark.question + " » : ";
            lines += remark.message;
            if (!remark.quote.empty() && remark.quote.size() < 80 &&
                remark.message.find(remark.quote) == std::string::npos) {
                lines += " (« " + remark.quote + " »)";
            }
        }
        return lines;
    };
    switch (decision) {
        case Decision::accept:
            message += "Il est accepté tel quel.";
            if (!remarks.empty()) message += " Pour la prochaine fois :\n" + list(2);
            break;
        case Decision::rework:
            message += "Avant de le transmettre à notre client, nous avons besoin de quelques précisions :\n" +
                       list(5) +
                       "\n\nMerci de compléter votre rapport dans le délai indiqué. Si un point vous paraît inexact, "
                       "dites-le-nous : "
                       "une autre personne le relira.";
            break;
        case Decision::reassign:
            message +=
                "Nous ne pouvons malheureusement pas le retenir, et la mission sera confiée à une autre personne :\n" +
                list(3) + "\n\nVous pouvez contester cette décision : une autre personne relira votre rapport.";
            break;
    }
    message += "\n\nCordialement,\nL'équipe de validation";
    return message;
}

FeedbackFiles write_feedback(Workspace& workspace, const std::vector<std::string>& report_ids,
                             const std::filesystem::path& folder, FeedbackScope scope) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || !std::filesystem::is_directory(folder)) {
        throw std::runtime_error("cannot create the folder " + folder.string() + ": name another with --output");
    }
    FeedbackFiles files;
    const auto write_one = [&](const std::string& id) {
        const std::optional<Feedback> feedback = compose_feedback(load_report(workspace, id), scope);
        if (!feedback) {
            ++files.without_decision;
            return;
        }
        const std::string stem = safe_file_name(feedback->report_id) + "-r" + std::to_string(feedback->revision);
        for (const auto& [extension, content] :
             {std::pair{".html", to_html(*feedback)}, std::pair{".txt", to_text(*feedback)}}) {
            files.written.push_back(folder / (stem + extension));
            write_file(files.written.back(), content);
        }
    };
    if (!report_ids.empty()) {
        for (const std::string& id : report_ids) write_one(id);
        return files;
    }
    std::vector<ReportState> states{ReportState::accepted, ReportState::rework_requested, ReportState::reassigned};
    if (scope == FeedbackScope::with_previews) states.push_back(ReportState::assessed);
    for (const ReportState state : states) {
        QueueQuery query;
        query.state = state;
        std::string after;
        do {
            const QueuePage page = queue_page(workspace, query, after);
            for (const QueueRow& row : page.rows) write_one(row.report_id);
            after = page.next;
        } while (!after.empty());
    }
    return files;
}

}  // namespace relis::review
