#include "rules/index.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace relis::rules {
namespace {

/// Words and lemmas only, so that an index can find it.
bool can_anchor(const Condition& condition, const Patterns& patterns) {
    const auto classes = patterns.classes_of(condition);
    return !condition.negated && !condition.anything && condition.words.count + condition.classes.count > 0 &&
           std::all_of(classes.begin(), classes.end(), [](const WordClass& one) { return one.wants_lemma; });
}

/// The condition of an element that an index can find it by, or null.
const Condition* anchor_of(const Element& element, const Patterns& patterns) {
    if (element.kind != Element::Kind::token || element.optional) return nullptr;
    const auto conditions = patterns.conditions_of(element);
    const auto found = std::find_if(conditions.begin(), conditions.end(),
                                    [&](const Condition& condition) { return can_anchor(condition, patterns); });
    return found == conditions.end() ? nullptr : &*found;
}

/// The words of a condition, those of its =lemma<class> too, each once.
std::vector<WordKey> all_words(const Condition& condition, const Patterns& patterns) {
    const auto own = patterns.words_of(condition);
    std::vector<WordKey> words(own.begin(), own.end());
    for (const WordClass& word_class : patterns.classes_of(condition)) {
        const auto lemmas = patterns.lemmas_of(word_class);
        words.insert(words.end(), lemmas.begin(), lemmas.end());
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

Signature of_any_token() {
    Signature result;
    result.add_any_token();
    return result;
}

/// What a token that an element takes may be: the narrowest of its conditions, since all of them hold.
Signature signature_of(const Element& element, const Patterns& patterns) {
    Signature best = of_any_token();
    for (const Condition& condition : patterns.conditions_of(element)) {
        if (!condition.negated && condition.signature.looseness() < best.looseness()) best = condition.signature;
    }
    return best;
}

/// What may stand `distance` tokens farther on than the place of the element `at`, in steps of -1 or 1.
Signature possible(std::span<const Element> elements, std::ptrdiff_t at, std::ptrdiff_t step, std::size_t distance,
                   const Patterns& patterns) {
    if (at < 0 || at >= std::ssize(elements)) return of_any_token();
    const Element& element = elements[static_cast<std::size_t>(at)];
    if (element.kind == Element::Kind::sentence_end && step > 0 && distance == 0) {
        Signature end;
        end.add_sentence_end();
        return end;
    }
    if (element.kind != Element::Kind::token) return of_any_token();
    Signature result =
        distance == 0 ? signature_of(element, patterns) : possible(elements, at + step, step, distance - 1, patterns);
    if (element.optional) result.add(possible(elements, at + step, step, distance, patterns));
    return result;
}

/// The narrowest guard on one side of the anchor, and its distance; 0 when anything may stand there.
std::pair<Signature, std::uint8_t> guard(const Pattern& pattern, std::ptrdiff_t step, const Patterns& patterns) {
    std::pair<Signature, std::uint8_t> best{of_any_token(), 0};
    for (std::size_t distance = 1; distance <= farthest_guard; ++distance) {
        const Signature found =
            possible(patterns.elements_of(pattern), pattern.anchor + step, step, distance - 1, patterns);
        if (found.takes_any_token()) continue;
        if (found.looseness() < best.first.looseness()) best = {found, static_cast<std::uint8_t>(distance)};
    }
    return best;
}

Surroundings surroundings_of(const Pattern& pattern, const Patterns& patterns) {
    const auto elements = patterns.elements_of(pattern);
    Surroundings result;
    const auto tell = [&](std::size_t place, const Signature& signature) {
        if (signature.takes_any_token()) return;
        result.places[place] = signature;
        result.told = static_cast<std::uint8_t>(result.told | 1U << place);
    };
    tell(farthest_guard, signature_of(elements[pattern.anchor], patterns));
    for (std::size_t distance = 1; distance <= farthest_guard; ++distance) {
        tell(farthest_guard - distance, possible(elements, pattern.anchor - 1, -1, distance - 1, patterns));
        tell(farthest_guard + distance, possible(elements, pattern.anchor + 1, 1, distance - 1, patterns));
    }
    return result;
}

}  // namespace

bool choose_anchor(Pattern& pattern, const Patterns& patterns, const Vocabulary& vocabulary) {
    std::optional<std::uint32_t> least;
    const auto elements = patterns.elements_of(pattern);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const Condition* const condition = anchor_of(elements[i], patterns);
        if (condition == nullptr) continue;
        std::uint32_t frequency = 0;
        for (const WordKey word : all_words(*condition, patterns)) frequency += vocabulary.frequency(word);
        if (least && frequency >= *least) continue;
        least = frequency;
        pattern.anchor = static_cast<std::uint8_t>(i);
        pattern.anchor_is_sure = elements[i].conditions.count == 1 && condition->classes.count == 0;
    }
    return least.has_value();
}

void Index::add(std::uint32_t number, const Patterns& patterns) {
    const Pattern& pattern = patterns.patterns[number];
    const auto [before, tokens_before] = guard(pattern, -1, patterns);
    const auto [after, tokens_after] = guard(pattern, 1, patterns);
    surroundings_.resize(number + 1U);
    surroundings_[number] = surroundings_of(pattern, patterns);
    const Condition& anchor = *anchor_of(patterns.elements_of(pattern)[pattern.anchor], patterns);
    for (const WordKey word : all_words(anchor, patterns)) {
        candidates_.push_back({before, after, number, word, tokens_before, tokens_after});
    }
}

void Index::settle(std::size_t words) {
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.word < b.word; });
    first_.clear();
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
        const std::size_t word = candidates_[i].word;
        if (first_.size() <= word) first_.resize(word + 1, i);
    }
    first_.resize(words + 1, static_cast<std::uint32_t>(candidates_.size()));
}

}  // namespace relis::rules
