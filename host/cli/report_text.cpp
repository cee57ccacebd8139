#include "report_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

#include <relis/prose.h>

#include "labels.h"
#include "table.h"
#include "text.h"

namespace relis::cli {

namespace {

constexpr std::size_t widest = 100;            // longer lines are tiring to read
constexpr std::size_t longest_comment = 4000;  // code points shown of one comment
constexpr std::size_t longest_quote = 60;

/// A finding with the number it has in the printed report.
struct Numbered {
    std::size_t number = 0;
    const Assessment* assessment = nullptr;
    const Finding* finding = nullptr;
    std::string quote;  ///< empty: no passage
};

std::string superscript(std::size_t number) {
    static constexpr std::array<const char*, 10> digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const char digit : std::to_string(number)) text += digits[static_cast<std::size_t>(digit - '0')];
    return text;
}

std::string title_of(const std::string& plugin) {
    if (plugin == "detail") return "Détail";
    if (plugin == "french") return "Français";
    if (plugin == "completeness") return "Réponses manquantes";
    if (plugin == "consistency") return "Cohérence";
    return plugin;
}

class ReportText {
  public:
    ReportText(Output& out, const review::ReportDetails& details)
        : out_(out), details_(details), columns_(out.columns() == 0 ? widest : std::min(out.columns(), widest)) {
        number_findings();
    }

    void print() {
        print_head();
        print_recommendation();
        for (const Assessment& assessment : details_.assessments) print_assessment(assessment);
        print_missing();
        print_people();
        print_copy();
        const auto whole = of_question({});
        if (!whole.empty()) {
            heading("Rapport entier");
            print_findings(whole, 2);
        }
        print_answers();
        print_history();
    }

  private:
    void number_findings() {
        std::map<std::string, std::size_t> order;
        for (const Question& question : details_.questionnaire.questions)
            order.emplace(question.name, order.size() + 1);
        for (const Assessment& assessment : details_.assessments) {
            for (const Finding& finding : assessment.findings) {
                Numbered numbered{0, &assessment, &finding, {}};
                if (const Question* const question = details_.questionnaire.find(finding.question);
                    question != nullptr && finding.end > finding.start) {
                    numbered.quote =
                        slice(prose(*question, details_.report.find(finding.question)), finding.start, finding.end);
                }
                findings_.push_back(std::move(numbered));
            }
        }
        const auto place = [&](const Numbered& n) {
            const auto found = order.find(n.finding->question);
            const std::size_t question = found != order.end()          ? found->second
                                         : n.finding->question.empty() ? 0
                                                                       : order.size() + 1;
            return std::tuple(question, n.finding->start, n.finding->end);
        };
        std::stable_sort(findings_.begin(), findings_.end(),
                         [&](const Numbered& a, const Numbered& b) { return place(a) < place(b); });
        for (std::size_t i = 0; i < findings_.size(); ++i) findings_[i].number = i + 1;
    }

    [[nodiscard]] std::vector<const Numbered*> of_question(const std::string& question) const {
        std::vector<const Numbered*> result;
        for (const Numbered& numbered : findings_) {
            if (numbered.finding->question == question) result.push_back(&numbered);
        }
        return result;
    }

    void heading(const std::string& text) {
        out_.write("\n");
        out_.line(styled(text, Style::bold, out_));
    }

    /// Wrapped text; the first line begins with `lead`, which ends where the others begin.
    void paragraph(const std::string& lead, const std::string& text) {
        const std::size_t indent = display_width(lead);
        std::string beginning = lead;
        for (const std::string& text_line :
             wrapped(printable(text, true), columns_ > indent + 20 ? columns_ - indent : 20)) {
            out_.line(text_line.empty() ? std::string{} : beginning + text_line);
            beginning.assign(indent, ' ');
        }
    }

    void print_head() {
        const Report& report = details_.report;
        const review::QueueRow& row = details_.row;
        out_.line(styled(printable("Rapport " + report.report_id), Style::bold, out_) +
                  fmt::format(", révision {} – {}", report.revision, label(row.state)));
        paragraph("  ", row.programme_name + " – " + row.site + ", mission " + report.mission_id);
        std::string shopper = named(details_.shopper_name, report.shopper_id);
        if (details_.reliability) {
            shopper += ", cote de fiabilité " + score_text(details_.reliability->value);
            if (details_.reliability->newcomer) shopper += " (nouveau)";
        }
        paragraph("  ", shopper);
        const std::string begun = clock_text(report.visit_start), ended = clock_text(report.visit_end);
        const bool same_day = begun.substr(0, 10) == ended.substr(0, 10) && ended.size() > 11;
        paragraph("  ", "Visite " + begun + " à " + (same_day ? ended.substr(11) : ended));
        std::string due = "Échéance " + clock_text(report.due_at) + ", remis " + clock_text(report.submitted_at);
        if (report.due_at && report.submitted_at && *report.submitted_at > *report.due_at) due += " (en retard)";
        paragraph("  ", due);
        if (!row.held_by.empty()) paragraph("  ", "Ouvert par " + row.held_by);
    }

    void print_recommendation() {
        if (details_.assessments.empty() && details_.recommendation.reasons.empty()) {
            heading("Pas encore évalué : relis assess " + printable(details_.report.report_id));
            return;
        }
        heading("Recommandation : " +
                (details_.recommendation.decision ? label(*details_.recommendation.decision) : std::string("aucune")));
        for (const Reason& reason : details_.recommendation.reasons) {
            std::string text = reason.text;
            // Many reasons already say which question they are about
            const std::string question = label_of(reason.question);
            if (!question.empty() && text.find(question) == std::string::npos) text += " (" + question + ")";
            paragraph("  – ", text);
        }
        for (const review::EarlierResult& earlier : details_.earlier) {
            paragraph("  ! ", title_of(earlier.plugin) + " : de l'évaluation du " + clock_text(earlier.made_at) +
                                  ", car le greffon ne pouvait pas être appelé à la dernière");
        }
    }

    void print_assessment(const Assessment& assessment) {
        const bool rated = assessment.score.has_value() || !assessment.contributions.empty();
        const bool always = assessment.plugin == "detail" || assessment.plugin == "french";
        if (!rated && !always && assessment.state == AssessmentState::judged) return;
        std::string title = title_of(assessment.plugin) + " : ";
        if (assessment.state == AssessmentState::failed) {
            title += "l'évaluation a échoué";
        } else {
            title += assessment.score ? score_text(assessment.score) + " sur 5" : "non évalué";
        }
        heading(printable(title));
        if (!assessment.reason.empty()) paragraph("  ", assessment.reason);
        print_points(assessment);
    }

    /// A criterion may say what an answer cost in one line and show each fault where it stands.
    static bool is_in_contributions(const Finding& finding, const Assessment& assessment) {
        return std::any_of(assessment.contributions.begin(), assessment.contributions.end(),
                           [&](const Contribution& c) { return c.points < 0 && c.question == finding.question; });
    }

    void print_points(const Assessment& assessment) {
        struct Line {
            double points;
            std::string text;
        };
        std::vector<Line> lines;
        for (const Numbered& numbered : findings_) {
            if (numbered.assessment != &assessment || numbered.finding->cost <= 0) continue;
            if (is_in_contributions(*numbered.finding, assessment)) continue;
            const std::string what = numbered.quote.empty()
                                         ? numbered.finding->message
                                         : "« " + shortened(printable(numbered.quote), longest_quote) + " »";
            lines.push_back({-numbered.finding->cost, superscript(numbered.number) + " " + what});
        }
        for (const Contribution& contribution : assessment.contributions) {
            const std::string question = label_of(contribution.question);
            lines.push_back({contribution.points, (question.empty() ? "" : question + " – ") + contribution.label});
        }
        std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
            if ((a.points < 0) != (b.points < 0)) return a.points < 0;
            return std::abs(a.points) > std::abs(b.points);
        });
        for (const Line& line : lines) {
            const std::string points = points_text(line.points);
            paragraph(std::string(8 - std::min<std::size_t>(display_width(points), 8), ' ') + points + "  ", line.text);
        }
    }

    void print_missing() {
        const std::vector<std::string> missing = details_.missing();
        if (missing.empty()) return;
        heading("Réponses manquantes");
        for (const std::string& question : missing)
            paragraph("  – ", question.empty() ? "le rapport entier" : label_of(question));
    }

    /// What people said of the machine's work.
    void print_people() {
        if (details_.overrides.empty() && details_.dismissed.empty()) return;
        heading("Avis des personnes");
        for (const review::ScoreOverride& score : details_.overrides) {
            paragraph("  – ", fmt::format("{} : {} par {} au lieu de {}. Raison : {}", title_of(score.criterion),
                                          score_text(score.score), score.by, score_text(score.machine), score.reason));
        }
        for (const review::DismissedFinding& dismissed : details_.dismissed) {
            std::string text = dismissed.waived ? "Veto levé" : "Constat écarté";
            text += fmt::format(" par {} (n° {}, {}/{}", dismissed.by, dismissed.dismissal, dismissed.plugin,
                                dismissed.finding.rule);
            if (dismissed.scope == review::DismissalScope::rule_in_programme) text += ", toute la règle";
            if (dismissed.scope == review::DismissalScope::word_everywhere) text += ", ce mot partout";
            text += ") : " + dismissed.finding.message + " Raison : " + dismissed.reason;
            paragraph("  – ", text);
        }
    }

    /// What the client reads otherwise than it was submitted.
    void print_copy() {
        if (details_.edited.empty()) return;
        heading("Copie du client");
        for (const review::EditedAnswer& answer : details_.edited) {
            paragraph("  – ",
                      fmt::format("{} (corrigé par {}) : {}", label_of(answer.question), answer.by, answer.text));
        }
    }

    void print_findings(const std::vector<const Numbered*>& findings, std::size_t indent) {
        for (const Numbered* const numbered : findings) {
            const Finding& finding = *numbered->finding;
            std::string text = label(finding.category) + " : " + finding.message;
            if (!finding.suggestions.empty()) {
                text += " →";
                for (std::size_t i = 0; i < std::min<std::size_t>(finding.suggestions.size(), 3); ++i)
                    text += (i == 0 ? " " : ", ") + finding.suggestions[i];
            }
            if (finding.cost > 0) text += " (" + points_text(-finding.cost) + ")";
            text += " [" + numbered->assessment->plugin + "/" + finding.rule + "]";
            paragraph(std::string(indent, ' ') + superscript(numbered->number) + " ", text);
        }
    }

    void print_answers() {
        std::string section;
        for (std::size_t i = 0; i < details_.questionnaire.questions.size(); ++i) {
            const Question& question = details_.questionnaire.questions[i];
            const Answer* const answer = details_.report.find(question.name);
            const auto findings = of_question(question.name);
            const bool applies =
                i >= details_.applicability.size() || details_.applicability[i] != Applicability::does_not_apply;
            if (!applies && answer == nullptr && findings.empty()) continue;
            if (question.section != section || i == 0) {
                section = question.section;
                heading("— " + printable(section_label(section)) + " —");
            }
            print_answer(question, answer, applies ? "" : " (sans objet)", findings);
        }
        for (const Answer& answer : details_.report.answers) {
            if (details_.questionnaire.find(answer.question) != nullptr) continue;
            Question unknown;
            unknown.name = unknown.label = answer.question;
            print_answer(unknown, &answer, " (hors du questionnaire)", of_question(answer.question));
        }
    }

    void print_answer(const Question& question, const Answer* answer, const std::string& note,
                      const std::vector<const Numbered*>& findings) {
        const std::string_view written = prose(question, answer);
        const bool value_is_prose = answer != nullptr && answer->value && written.data() == answer->value->data();
        std::string text = question.label + note;
        if (answer == nullptr || (!answer->value && written.empty())) {
            text += " → pas de réponse";
        } else if (answer->value && !value_is_prose) {
            text += " → " + value_text(question, *answer);
        }
        paragraph("  ", text);
        if (!written.empty()) paragraph("    ", marked(written, findings));
        print_findings(findings, 6);
    }

    /// The comment with its passages marked `[…]¹`.
    static std::string marked(std::string_view comment, const std::vector<const Numbered*>& findings) {
        const Excerpt excerpt = beginning(comment, longest_comment);
        struct Mark {
            std::size_t at;
            bool opens;
            std::string text;
        };
        std::vector<Mark> marks;
        for (const Numbered* const numbered : findings) {
            const Finding& finding = *numbered->finding;
            if (finding.end <= finding.start || finding.end > longest_comment) continue;
            marks.push_back({finding.start, true, "["});
            marks.push_back({finding.end, false, "]" + superscript(numbered->number)});
        }
        std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
            return std::tuple(a.at, a.opens) < std::tuple(b.at, b.opens);
        });
        std::string text;
        std::size_t at = 0;
        for (const Mark& mark : marks) {
            text += slice(excerpt.text, at, mark.at) + mark.text;
            at = mark.at;
        }
        text += slice(excerpt.text, at, longest_comment);
        if (excerpt.left_out > 0)
            text += fmt::format(" … (encore {} caractères ; --format json donne tout)", excerpt.left_out);
        return text;
    }

    void print_history() {
        if (details_.decisions.empty() && details_.log.empty()) return;
        heading("Historique");
        for (const LogEntry& entry : details_.log) {
            std::string text = entry.who + " : " + action_text(entry.what);
            if (!entry.to.empty())
                text += ", " + (entry.from.empty() ? "" : state_text(entry.from) + " → ") + state_text(entry.to);
            if (!entry.note.empty()) text += (entry.to.empty() ? ", " : " : ") + entry.note;
            paragraph("  " + clock_text(entry.at) + "  ", text);
        }
        for (const review::DecisionRecord& decision : details_.decisions) {
            std::string text = fmt::format("Décision de {}, révision {} : {}", decision.decided_by, decision.revision,
                                           label(decision.decision));
            if (decision.undone) text += " (annulée)";
            if (!decision.reason.empty()) text += ". Raison : " + decision.reason;
            if (decision.new_due_at) text += ". À remettre le " + clock_text(decision.new_due_at);
            paragraph("  " + clock_text(decision.decided_at) + "  ", text);
        }
    }

    /// What somebody did with the report.
    static std::string action_text(const std::string& action) {
        static const std::map<std::string, std::string> names{
            {"import", "importation"},
            {"resubmit", "nouvelle remise"},
            {"files", "pièces jointes changées"},
            {"assess", "évaluation"},
            {"accept", "acceptation"},
            {"rework", "reprise demandée"},
            {"reassign", "réattribution"},
            {"undo", "décision annulée"},
            {"expire", "reprise échue"},
            {"remind", "rappel"},
            {"hold", "mise en attente"},
            {"release", "fin de l'attente"},
            {"withdraw", "retrait"},
            {"reinstate", "retrait annulé"},
            {"keep_surplus", "visite surnuméraire"},
            {"drop_surplus", "visite surnuméraire annulée"},
            {"dismiss", "constat écarté"},
            {"waive", "veto levé"},
            {"override", "note donnée"},
            {"restore", "jugement annulé"},
            {"edit", "texte corrigé"},
            {"edit_reset", "correction annulée"},
            {"confirm", "faute confirmée"},
            {"take_back", "faute reprise"},
            {"appeal", "contestation"},
            {"appeal_upheld", "contestation retenue"},
            {"appeal_partly_upheld", "contestation retenue en partie"},
            {"appeal_dismissed", "contestation rejetée"},
            {"appeal_withdrawn", "contestation retirée"}};
        const auto found = names.find(action);
        return found == names.end() ? action : found->second;
    }

    static std::string state_text(const std::string& name) {
        if (const auto state = review::report_state_from(name)) return label(*state);
        if (name == "copying") return "copie";
        return name == "falsification" ? "invention" : name;
    }

    using LogEntry = review::LogEntry;

    [[nodiscard]] std::string label_of(const std::string& question) const {
        const Question* const found = details_.questionnaire.find(question);
        return found == nullptr ? question : found->label;
    }

    [[nodiscard]] std::string section_label(const std::string& name) const {
        for (const Section& section : details_.questionnaire.sections) {
            if (section.name == name) return section.label;
        }
        return name;
    }

    /// What the shopper saw when choosing; several choices with commas between.
    static std::string value_text(const Question& question, const Answer& answer) {
        if (!answer.value) return {};
        if (question.type != QuestionType::select_one && question.type != QuestionType::select_multiple)
            return *answer.value;
        std::string text;
        std::string_view rest = *answer.value;
        while (!rest.empty()) {
            const std::string_view name =
                rest.substr(0, question.type == QuestionType::select_one ? rest.npos : rest.find(' '));
            rest.remove_prefix(std::min(rest.size(), name.size() + 1));
            if (name.empty()) continue;
            const auto choice = std::find_if(question.choices.begin(), question.choices.end(),
                                             [&](const Choice& c) { return c.name == name; });
            text += (text.empty() ? "" : ", ") + (choice == question.choices.end() ? std::string(name) : choice->label);
        }
        return text;
    }

    Output& out_;
    const review::ReportDetails& details_;
    std::size_t columns_;
    std::vector<Numbered> findings_;
};

}  // namespace

void print_report(Output& out, const review::ReportDetails& details) {
    ReportText(out, details).print();
}

}  // namespace relis::cli
