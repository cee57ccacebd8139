#include "suggester.h"

#include <algorithm>
#include <limits>

#include "characters.h"
#include "division.h"
#include "language/utf8.h"
#include "phonetics.h"
#include "suggestion_walk.h"

namespace relis::language {
namespace {

/// How far each search looks, in hundredths of a letter. A form beyond the cut-off cannot come first when one is found
/// that costs less than the cut-off and an everyday word's bonus.
constexpr int cutoffs[] = {60, unrelated_letter, unrelated_letter + 50, 2 * unrelated_letter + 5};
/// From here on only forms that begin like the word are looked for: of the others one is hardly ever meant.
constexpr int wide = 2 * unrelated_letter;

constexpr double of_everyday_use = -0.45;
constexpr double other_sound = 0.3;         ///< for each sound that differs
constexpr double most_other_sounds = 0.75;  ///< a slip of the hand may change many
constexpr double other_first_letter = 0.3;

/// Plain edit distance of two short keys.
std::size_t key_distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t cost =
                std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = row[j];
            row[j] = cost;
        }
    }
    return row[b.size()];
}

/// The letters in order: equal for words that differ by swapped letters.
std::u32string sorted_letters(std::u32string_view word) {
    std::u32string letters(word);
    std::sort(letters.begin(), letters.end());
    return letters;
}

bool same_but_for_accents(std::u32string_view a, std::u32string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char32_t x, char32_t y) { return base_letter(x) == base_letter(y); });
}

std::string in_case_of(const std::string& form, bool capitals, bool initial) {
    if (!capitals && !initial) return form;
    std::u32string letters = to_code_points(form);
    for (char32_t& letter : letters) {
        letter = to_upper(letter);
        if (!capitals) break;
    }
    return to_utf8(letters);
}

}  // namespace

double Suggester::rarity(FormId form, bool word_is_capitalised) const {
    const std::uint8_t flags = lexicon_.flags(form);
    if ((flags & form_flag::common) != 0) return of_everyday_use;
    bool name_only = true;
    bool rare = true;
    bool phrase = true;
    bool inverted = true;
    for (const Analysis analysis : lexicon_.analyses(form)) {
        const Features& features = analysis.features;
        name_only = name_only && features.part == PartOfSpeech::proper_noun;
        inverted = inverted && features.has_role(role::inverted_only);
        phrase = phrase && features.has_role(role::part_of_phrase);
        rare = rare && (features.tenses & (tense::subjunctive_imperfect | tense::past_historic)) != 0;
    }
    double cost = (flags & form_flag::own) != 0 ? -0.1 : 0.0;
    if (name_only) cost += word_is_capitalised ? 0.2 : 0.8;
    if (rare) cost += 0.35;
    if (phrase) cost += 0.4;
    if (inverted) cost += 1.0;
    return cost;
}

std::vector<Suggestion> Suggester::near(const std::u32string& word, bool word_is_capitalised, double within) const {
    const std::u32string sound = sound_of(word);
    const std::u32string letters = sorted_letters(word);
    std::vector<Suggestion> found;
    for (const int cutoff : cutoffs) {
        found.clear();
        double best = std::numeric_limits<double>::max();
        using enum SuggestionWalk::Start;
        SuggestionWalk walk(automaton_, word, cutoff, cutoff < wide ? any : alike);
        for (const auto& [form, distance] : walk.run()) {
            if ((lexicon_.flags(form) & (form_flag::no_suggest | form_flag::unit)) != 0) continue;
            const std::string text = lexicon_.spell(form);
            const std::u32string candidate = to_code_points(text);
            double total = distance / static_cast<double>(unrelated_letter) + rarity(form, word_is_capitalised);
            // A slip of the hand and a forgotten accent change the sound too, but not what was meant to be heard.
            if (sorted_letters(candidate) != letters && !same_but_for_accents(candidate, word)) {
                const auto sounds = static_cast<double>(key_distance(sound, sound_of(candidate)));
                total += std::min({other_sound * sounds, most_other_sounds, distance / 100.0});
            }
            if (base_letter(candidate.front()) != base_letter(word.front())) total += other_first_letter;
            best = std::min(best, total);
            found.push_back({text, total});
        }
        const double complete = cutoff / static_cast<double>(unrelated_letter) + of_everyday_use;
        if (best <= complete || within <= complete) break;
    }
    return found;
}

std::vector<Suggestion> Suggester::suggest(std::string_view word, std::size_t limit, double within) const {
    std::u32string letters = to_code_points(word);
    if (letters.empty() || letters.size() > longest_corrected_word || limit == 0) return {};
    std::size_t capitals = 0;
    for (const char32_t letter : letters) capitals += is_capital(letter) ? 1U : 0U;
    const bool initial = is_capital(letters.front());
    const bool all_capitals = capitals > 1 && capitals == letters.size();
    for (char32_t& letter : letters) letter = to_lower(letter);

    std::vector<Suggestion> found = near(letters, initial, within);
    add_divided(lexicon_, letters, found);
    std::sort(found.begin(), found.end(), [](const Suggestion& a, const Suggestion& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.form < b.form;
    });
    std::vector<Suggestion> best;
    for (Suggestion& suggestion : found) {
        suggestion.form = in_case_of(suggestion.form, all_capitals, initial);
        const auto same = [&](const Suggestion& other) { return other.form == suggestion.form; };
        if (suggestion.form == word || std::any_of(best.begin(), best.end(), same)) continue;
        best.push_back(std::move(suggestion));
        if (best.size() == limit) break;
    }
    return best;
}

}  // namespace relis::language
