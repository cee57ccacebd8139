#include "app/report_page.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>
#include <tuple>

#include <relis/prose.h>

namespace relis::app {
namespace {

std::vector<std::string> value_labels(const Question* question, const std::string& value) {
    if (value.empty()) return {};
    const bool one = question != nullptr && question->type == QuestionType::select_one;
    const bool several = question != nullptr && question->type == QuestionType::select_multiple;
    if (!one && !several) return {value};
    std::vector<std::string> labels;
    std::istringstream names(value);
    for (std::string name; names >> name;) {
        const auto choice = std::find_if(question->choices.begin(), question->choices.end(),
                                         [&](const Choice& candidate) { return candidate.name == name; });
        labels.push_back(choice == question->choices.end() ? name : choice->label);
    }
    return labels;
}

/// What the findings' places count in; of an answer to no known question, its comment.
std::string_view written_text(const Question* question, const Answer& answer) {
    if (question != nullptr) return prose(*question, &answer);
    return answer.comment ? std::string_view(*answer.comment) : std::string_view{};
}

/// `left`: how much of the report may still be shown.
ShownAnswer shown_answer(const review::ReportDetails& details, const Question* question, const std::string& name,
                         std::size_t& left) {
    ShownAnswer shown;
    shown.question = name;
    shown.known = question != nullptr;
    shown.label = question != nullptr ? question->label : name;
    if (const Answer* const answer = details.report.find(name)) {
        const std::string_view written = written_text(question, *answer);
        const bool value_is_the_text = answer->value && written.data() == answer->value->data();
        if (!value_is_the_text) shown.values = value_labels(question, answer->value.value_or(""));
        shown.comment = shown_text(written, std::clamp(left, shown_of_a_beginning, most_shown_of_a_comment));
        left -= std::min(left, shown.comment.text.size());
    }
    for (const Attachment& attachment : details.report.attachments) {
        if (attachment.question == name) shown.attachments.push_back(attachment);
    }
    for (const review::EditedAnswer& edited : details.edited) {
        if (edited.question == name) shown.edited = edited;
    }
    return shown;
}

std::vector<ShownAnswer> shown_answers(const review::ReportDetails& details) {
    std::vector<ShownAnswer> answers;
    std::map<std::string, std::string> sections;
    for (const Section& section : details.questionnaire.sections) sections[section.name] = section.label;
    std::string last_section;
    std::size_t left = most_shown_of_a_report;
    for (std::size_t i = 0; i < details.questionnaire.questions.size(); ++i) {
        const Question& question = details.questionnaire.questions[i];
        ShownAnswer shown = shown_answer(details, &question, question.name, left);
        if (i < details.applicability.size()) shown.applicability = details.applicability[i];
        if (question.section != last_section) {
            last_section = question.section;
            const auto label = sections.find(question.section);
            shown.section = label == sections.end() ? question.section : label->second;
        }
        answers.push_back(std::move(shown));
    }
    for (const Answer& answer : details.report.answers) {
        if (details.questionnaire.find(answer.question) != nullptr) continue;
        const bool listed = std::any_of(answers.begin(), answers.end(),
                                        [&](const ShownAnswer& other) { return other.question == answer.question; });
        if (!listed) answers.push_back(shown_answer(details, nullptr, answer.question, left));
    }
    return answers;
}

/// All findings in the order in which a reader meets them.
std::vector<ShownFinding> ordered_findings(const review::ReportDetails& details,
                                           const std::vector<ShownAnswer>& answers) {
    std::map<std::string, std::size_t> answer_of;
    for (std::size_t i = 0; i < answers.size(); ++i) answer_of.emplace(answers[i].question, i);
    std::vector<ShownFinding> findings;
    const auto add = [&](const Finding& finding, const std::string& plugin, std::optional<std::size_t> set_aside) {
        ShownFinding shown{finding, plugin, {}, {}, set_aside, {}};
        const auto answer = answer_of.find(finding.question);
        if (answer != answer_of.end()) shown.answer = answer->second;
        const std::size_t length = shown.answer ? answers[*shown.answer].comment.total : 0;
        if (finding.start >= finding.end || finding.end > length) {
            shown.finding.start = shown.finding.end = 0;  // no passage of this text
        } else if (const auto& edited = answers[*shown.answer].edited) {
            if (const review::TextChange* const change = edited->change_of(finding.start, finding.end)) {
                shown.change = *change;
            }
        }
        findings.push_back(std::move(shown));
    };
    for (const Assessment& assessment : details.assessments) {
        for (const Finding& finding : assessment.findings) add(finding, assessment.plugin, {});
    }
    for (std::size_t i = 0; i < details.dismissed.size(); ++i) {
        add(details.dismissed[i].finding, details.dismissed[i].plugin, i);
    }
    const auto place = [](const ShownFinding& shown) {
        const bool whole = shown.finding.start == shown.finding.end;
        return std::tuple(shown.answer ? *shown.answer + 1 : 0, whole, shown.finding.start, shown.finding.end);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const ShownFinding& a, const ShownFinding& b) { return place(a) < place(b); });
    return findings;
}

ScoreCard score_card(const Assessment& assessment, const std::vector<ShownFinding>& findings) {
    ScoreCard card{assessment.plugin, true, assessment.state, assessment.score, assessment.reason, {}, {}};
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const ShownFinding& shown = findings[i];
        if (shown.plugin != assessment.plugin || shown.finding.cost <= 0 || shown.set_aside) continue;
        card.lines.push_back({shown.finding.message, shown.quote, -shown.finding.cost, shown.finding.question, i});
    }
    // Where findings tell what an answer lost, its total beside them would count the same points twice
    const auto told_by_findings = [&](const std::string& question) {
        return std::any_of(assessment.findings.begin(), assessment.findings.end(),
                           [&](const Finding& finding) { return finding.cost > 0 && finding.question == question; });
    };
    for (const Contribution& contribution : assessment.contributions) {
        if (contribution.points < 0 && told_by_findings(contribution.question)) continue;
        card.lines.push_back({contribution.label, {}, contribution.points, contribution.question, {}});
    }
    std::stable_sort(card.lines.begin(), card.lines.end(), [](const ScoreLine& a, const ScoreLine& b) {
        if ((a.points < 0) != (b.points < 0)) return a.points < 0;
        return std::abs(a.points) > std::abs(b.points);
    });
    return card;
}

}  // namespace

FindingGroup group_of(Category category) {
    switch (category) {
        case Category::spelling:
            return FindingGroup::spelling;
        case Category::grammar:
        case Category::syntax:
            return FindingGroup::grammar;
        case Category::typography:
        case Category::style:
        case Category::not_judged:
            return FindingGroup::typography;
        default:
            return FindingGroup::content;
    }
}

std::size_t ReportPage::standing() const {
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                  [](const ShownFinding& finding) { return !finding.set_aside; }));
}

ReportPage make_report_page(review::ReportDetails details) {
    ReportPage page;
    page.details = std::move(details);
    page.answers = shown_answers(page.details);
    page.findings = ordered_findings(page.details, page.answers);
    for (std::size_t i = 0; i < page.findings.size(); ++i) {
        ShownFinding& shown = page.findings[i];
        if (!shown.answer) continue;
        ShownAnswer& answer = page.answers[*shown.answer];
        const bool in_place =
            shown.finding.start < shown.finding.end && shown.finding.start < answer.comment.text.size();
        (in_place ? answer.passages : answer.remarks).push_back(i);
        if (shown.finding.category == Category::missing && !shown.set_aside) answer.missing = true;
        if (in_place) {
            constexpr std::size_t longest_quote = 80;
            const std::string_view written = written_text(page.details.questionnaire.find(answer.question),
                                                          *page.details.report.find(answer.question));
            shown.quote =
                slice(written, shown.finding.start, std::min(shown.finding.end, shown.finding.start + longest_quote));
        }
    }
    for (const char* const always : {"detail", "french"}) {
        const Assessment* const assessment = page.details.assessment(always);
        page.scores.push_back(assessment != nullptr ? score_card(*assessment, page.findings)
                                                    : ScoreCard{always, false, {}, {}, {}, {}, {}});
    }
    for (const Assessment& assessment : page.details.assessments) {
        if (assessment.plugin == "detail" || assessment.plugin == "french") continue;
        if (assessment.score || !assessment.contributions.empty()) {
            page.scores.push_back(score_card(assessment, page.findings));
        } else if (assessment.state != AssessmentState::judged) {
            page.not_working.push_back(assessment);
        }
    }
    for (const review::ScoreOverride& given : page.details.overrides) {
        for (ScoreCard& card : page.scores) {
            if (card.plugin == given.criterion) card.given = given;
        }
    }
    return page;
}

}  // namespace relis::app
