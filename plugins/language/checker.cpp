#include "language/checker.h"

#include <algorithm>

#include "characters.h"
#include "check_context.h"
#include "language/utf8.h"

namespace relis::language {
namespace {

/// Keeps the first reported of overlapping faults, then sorts them by place.
void settle(std::vector<Fault>& faults) {
    std::vector<std::size_t> order(faults.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return faults[a].start < faults[b].start; });
    std::vector<Fault> kept;
    std::vector<std::size_t> rank;  // of the kept ones, how early they were reported
    for (const std::size_t i : order) {
        if (!kept.empty() && faults[i].start < kept.back().end) {
            if (i < rank.back()) {
                kept.back() = std::move(faults[i]);
                rank.back() = i;
            }
            continue;
        }
        kept.push_back(std::move(faults[i]));
        rank.push_back(i);
    }
    faults = std::move(kept);
}

}  // namespace

std::string CheckContext::in_case_of(std::size_t token, std::string_view suggestion) const {
    const LetterCase letter_case = tokens[token].letter_case;
    if (letter_case == LetterCase::lower || letter_case == LetterCase::none || suggestion.empty()) {
        return std::string(suggestion);
    }
    std::u32string letters = to_code_points(suggestion);
    const std::size_t length = tokens[token].end - tokens[token].start;
    for (char32_t& letter : letters) {
        letter = to_upper(letter);
        if (letter_case != LetterCase::all_capitals || length < 2) break;
    }
    return to_utf8(letters);
}

Checker::Checker(std::shared_ptr<const Lexicon> lexicon)
    : lexicon_(std::move(lexicon)),
      corrector_(std::make_unique<const Corrector>(*lexicon_)),
      foreign_(std::make_unique<const ForeignWords>()) {}

Checker::~Checker() = default;

CheckResult Checker::check(const Reading& reading, const CheckOptions& options) const {
    CheckContext context(reading, *corrector_, *foreign_, options);
    mark_unjudged_passages(context);
    check_repetition(context);
    check_elision(context);
    check_spelling(context);
    if (options.typography) check_typography(context);
    settle(context.faults);

    CheckResult result;
    result.words = reading.text().word_count();
    result.judged_words = result.words;
    for (std::size_t i = 0; i < context.size(); ++i) {
        const TokenKind kind = context.tokens[i].kind;
        if (context.unjudged[i] && (kind == TokenKind::word || kind == TokenKind::elided)) --result.judged_words;
    }
    for (Fault& fault : context.faults) {
        if (fault.suggestions.size() > options.suggestions) fault.suggestions.resize(options.suggestions);
    }
    result.faults = std::move(context.faults);
    return result;
}

}  // namespace relis::language
