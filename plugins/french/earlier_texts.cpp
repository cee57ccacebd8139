#include "earlier_texts.h"

#include <algorithm>

#include <relis/prose.h>

#include "language/text.h"

namespace relis::french {
namespace {

/// The rules that take a passage out of what is judged; their findings say which words do not count.
bool tells_of_unjudged_words(std::string_view rule) {
    const auto& rules = language::rules();
    return std::any_of(rules.begin(), rules.end(), [&](const language::RuleInfo& info) {
        return info.category == language::FaultCategory::not_judged && info.id == rule;
    });
}

/// Whether the findings of an assessment with these settings name all passages that were not judged.
bool names_unjudged_passages(const Settings& settings) {
    return settings.checks(Category::not_judged) &&
           std::none_of(settings.silent_rules.begin(), settings.silent_rules.end(), tells_of_unjudged_words);
}

Fault fault_of(const Finding& finding) {
    Fault fault;
    fault.start = static_cast<std::uint32_t>(finding.start);
    fault.end = static_cast<std::uint32_t>(finding.end);
    fault.category = finding.category;
    fault.rule = finding.rule;
    fault.title = finding.title;
    fault.message = finding.message;
    fault.suggestions = finding.suggestions;
    return fault;
}

/// How many words of the text stand in one of the passages, which are in the order of the text.
std::size_t words_within(const language::Text& text, const std::vector<Fault>& faults) {
    std::size_t words = 0;
    for (const language::Token& token : text.tokens()) {
        if (token.kind != language::TokenKind::word && token.kind != language::TokenKind::elided) continue;
        words += std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
            return fault.start <= token.start && token.end <= fault.end && tells_of_unjudged_words(fault.rule);
        });
    }
    return words;
}

}  // namespace

EarlierTexts::EarlierTexts(const Context& context, const Settings& settings)
    : earlier_(names_unjudged_passages(settings) ? context.earlier() : nullptr) {}

std::optional<Checked> EarlierTexts::find(const Question& question, std::string_view text) const {
    if (earlier_ == nullptr || prose(question, earlier_->report.find(question.name)) != text) return std::nullopt;
    Checked checked;
    for (const Finding& finding : earlier_->assessment.findings) {
        if (finding.question == question.name) checked.faults.push_back(fault_of(finding));
    }
    const language::Text read = language::tokenize(text);
    checked.words = read.word_count();
    checked.judged_words = checked.words - words_within(read, checked.faults);
    return checked;
}

}  // namespace relis::french
