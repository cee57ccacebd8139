// Applies the rules of the rule files.
#include <algorithm>
#include <array>
#include <optional>

#include "check_context.h"

namespace relis::language {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Matching of one pattern at one place.
class Match {
  public:
    Match(const CheckContext& context, const Pattern& pattern) : context_(context), pattern_(pattern) {
        taken_.fill(none);
    }

    /// Tries the pattern with its anchor at that token.
    bool at(std::size_t anchor) {
        std::size_t before = 0;  // tokens that the elements before the anchor take
        for (std::size_t i = 0; i < pattern_.anchor; ++i) before += pattern_.elements[i].sentence_start ? 0U : 1U;
        if (before > anchor) return false;
        sentence_ = context_.tokens[anchor].sentence;
        return from(0, anchor - before);
    }

    /// The tokens that the marked elements took.
    [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> marked() const {
        std::size_t first = none;
        std::size_t last = none;
        for (std::size_t i = pattern_.mark_first; i < pattern_.mark_last; ++i) {
            if (taken_[i] == none) continue;
            if (first == none) first = taken_[i];
            last = taken_[i];
        }
        if (first == none) return std::nullopt;
        return std::pair{first, last};
    }

    [[nodiscard]] std::size_t token_of(std::size_t element) const {
        return element < taken_.size() ? taken_[element] : none;
    }

  private:
    bool from(std::size_t element, std::size_t token) {
        if (element == pattern_.elements.size()) return true;
        if (element >= taken_.size()) return false;
        const Element& wanted = pattern_.elements[element];
        if (wanted.sentence_start) {
            const bool starts = token < context_.size() && context_.tokens[token].first_of_sentence;
            return starts && from(element + 1, token);
        }
        if (wanted.gap > 0) {
            for (std::size_t skip = 0; skip <= wanted.gap; ++skip) {
                if (from(element + 1, token + skip)) return true;
            }
            return false;
        }
        if (token < context_.size() && context_.tokens[token].sentence == sentence_ && accepts(wanted, token)) {
            taken_[element] = token;
            if (from(element + 1, token + 1)) return true;
            taken_[element] = none;
        }
        return wanted.optional && from(element + 1, token);
    }

    [[nodiscard]] bool accepts(const Element& element, std::size_t token) const {
        const bool any = std::any_of(element.alternatives.begin(), element.alternatives.end(),
                                     [&](const Alternative& alternative) { return accepts(alternative, token); });
        return any != element.negated;
    }

    [[nodiscard]] bool accepts(const Alternative& alternative, std::size_t token) const {
        if (!alternative.form.empty()) {
            const bool enclitic = alternative.form.size() > 1 && alternative.form.front() == '-';
            if (enclitic != (context_.tokens[token].kind == TokenKind::enclitic)) return false;
            return context_.reading.lower(token) == std::string_view(alternative.form).substr(enclitic ? 1 : 0);
        }
        if (alternative.lemma.empty() && !alternative.wants_features) return true;
        const auto analyses = context_.reading.analyses(token);
        return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& analysis) {
            if (!alternative.lemma.empty())
                return context_.reading.lexicon().lemma(analysis.lemma) == alternative.lemma;
            const Features& have = analysis.features;
            const Features& want = alternative.features;
            return have.part == want.part && (want.tenses == 0 || (have.tenses & want.tenses) != 0) &&
                   (want.genders == 0 || (have.genders & want.genders) != 0) &&
                   (want.numbers == 0 || (have.numbers & want.numbers) != 0);
        });
    }

    const CheckContext& context_;
    const Pattern& pattern_;
    std::uint32_t sentence_ = 0;
    std::array<std::size_t, 16> taken_{};  ///< token of each element
};

std::string infinitive_of(const CheckContext& context, std::size_t token) {
    for (const Analysis& analysis : context.reading.analyses(token)) {
        if (analysis.features.is(PartOfSpeech::verb))
            return std::string(context.reading.lexicon().lemma(analysis.lemma));
    }
    return std::string(context.tokens[token].form);
}

/// Puts the tokens in the place of $1…$9; an optional token that is absent leaves nothing.
std::string fill(const CheckContext& context, const Match& match, std::string_view pattern) {
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '$' || i + 1 >= pattern.size() || pattern[i + 1] < '1' || pattern[i + 1] > '9') {
            result.push_back(pattern[i]);
            continue;
        }
        const std::size_t token = match.token_of(static_cast<std::size_t>(pattern[++i] - '1'));
        if (pattern.substr(i + 1).starts_with("=inf")) {
            i += 4;
            if (token != none) result += infinitive_of(context, token);
        } else if (token != none) {
            result += context.tokens[token].form;
        }
    }
    // An absent token leaves its spaces behind.
    std::string tidy;
    for (const char c : result) {
        if (c != ' ' || (!tidy.empty() && tidy.back() != ' ')) tidy.push_back(c);
    }
    return tidy;
}

void apply(CheckContext& context, const Rule& rule, const Pattern& pattern, std::size_t anchor) {
    Match match(context, pattern);
    if (!match.at(anchor)) return;
    const auto marked = match.marked();
    if (!marked) return;
    std::vector<std::string> suggestions;
    for (const std::string& suggestion : rule.suggestions) {
        std::string text = fill(context, match, suggestion);
        // A figure of speech in capitals is beyond a template: only the first letter follows the original.
        suggestions.push_back(context.in_case_of(marked->first, text));
    }
    context.report(rule.id, rule.category, marked->first, marked->second, rule.message, std::move(suggestions));
}

}  // namespace

void check_phrases(CheckContext& context, const RuleSet& rules) {
    if (rules.rules().empty()) return;
    const auto try_all = [&](const std::vector<RuleSet::Candidate>* candidates, std::size_t token) {
        if (candidates == nullptr) return;
        for (const RuleSet::Candidate& candidate : *candidates) {
            const Rule& rule = rules.rules()[candidate.rule];
            apply(context, rule, rule.patterns[candidate.pattern], token);
        }
    };
    for (std::size_t i = 0; i < context.size(); ++i) {
        if (context.unjudged[i]) continue;
        try_all(rules.by_form(context.reading.lower(i)), i);
        LemmaId last = static_cast<LemmaId>(-1);
        for (const Analysis& analysis : context.reading.analyses(i)) {
            if (analysis.lemma == last) continue;
            last = analysis.lemma;
            try_all(rules.by_lemma(analysis.lemma), i);
        }
    }
}

}  // namespace relis::language
