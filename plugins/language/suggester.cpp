#include "suggester.h"

#include <algorithm>
#include <array>
#include <map>

#include "characters.h"
#include "language/utf8.h"
#include "phonetics.h"

namespace relis::language {
namespace {

constexpr std::size_t longest_word = 40;
constexpr std::size_t deepest = longest_word + 6;
constexpr int unit = 100;                                   ///< cost of one unrelated letter
constexpr int passes[] = {unit, unit + 50, 2 * unit + 20};  ///< how far each pass looks
constexpr std::size_t band = 4;                             ///< letters that may be missing or too many at one place
constexpr int beyond = 100 * unit;

constexpr std::u32string_view keyboards[] = {U"azertyuiop", U"qsdfghjklm", U"wxcvbn",
                                             U"qwertyuiop", U"asdfghjkl",  U"zxcvbnm"};

bool are_neighbours(char32_t a, char32_t b) {
    return std::any_of(std::begin(keyboards), std::end(keyboards), [&](std::u32string_view row) {
        const std::size_t i = row.find(a);
        return i != std::u32string_view::npos &&
               ((i > 0 && row[i - 1] == b) || (i + 1 < row.size() && row[i + 1] == b));
    });
}

bool sound_alike(char32_t a, char32_t b) {
    constexpr std::array<std::u32string_view, 11> pairs{U"iy", U"sz", U"ck", U"cs", U"gj", U"mn",
                                                        U"kq", U"çs", U"ae", U"oœ", U"vw"};
    return std::any_of(pairs.begin(), pairs.end(), [&](std::u32string_view pair) {
        return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
    });
}

int substitution(char32_t a, char32_t b) {
    if (a == b) return 0;
    if (to_lower(a) == to_lower(b)) return 5;
    const char32_t base_a = base_letter(a);
    const char32_t base_b = base_letter(b);
    if (base_a == base_b) return 30;
    if (sound_alike(base_a, base_b)) return 65;
    return are_neighbours(base_a, base_b) ? 85 : unit;
}

/// Cost of a letter that one side has and the other lacks, given the letter before it.
int extra_letter(char32_t letter, char32_t before, bool at_end) {
    if (letter == before) return 40;
    if (letter == U'-' || letter == U'\'' || letter == U'’') return 40;
    const char32_t base = base_letter(letter);
    if (base == U'h') return 60;
    if (at_end && (base == U'e' || base == U's' || base == U't' || base == U'x' || base == U'd')) return 70;
    return base == U'e' ? 90 : unit;
}

/// Depth-first walk of the automaton with one row of the distance table a letter.
class Walk {
  public:
    Walk(const AutomatonView& automaton, const std::u32string& word, int cutoff)
        : automaton_(automaton), word_(word), cutoff_(cutoff) {
        rows_[0][0] = 0;
        for (std::size_t i = 1; i <= word_.size(); ++i) {
            deletions_[i] = deletion(i);
            rows_[0][i] = rows_[0][i - 1] + deletions_[i];
        }
    }

    /// Form numbers within the cut-off, with their distance.
    const std::map<FormId, int>& run() {
        visit(automaton_.root(), 0, 0);
        return found_;
    }

  private:
    [[nodiscard]] int deletion(std::size_t i) const {
        return extra_letter(word_[i - 1], i > 1 ? word_[i - 2] : U' ', i == word_.size());
    }

    /// Costs of one letter against each letter of the word; computed when it is first met.
    const std::array<int, longest_word>& costs_of(std::uint32_t code, char32_t letter) {
        auto& costs = costs_[code];
        if (!costs_known_[code]) {
            for (std::size_t i = 0; i < word_.size(); ++i) costs[i] = substitution(word_[i], letter);
            costs_known_[code] = true;
        }
        return costs;
    }

    int fill_row(std::size_t depth, std::uint32_t code, char32_t letter) {
        auto& row = rows_[depth];
        const auto& above = rows_[depth - 1];
        const char32_t before = depth > 1 ? path_[depth - 2] : U' ';
        const int insertion = extra_letter(letter, before, depth > word_.size());
        const auto& costs = costs_of(code, letter);
        const std::size_t first = depth > band ? depth - band : 1;
        const std::size_t last = std::min(word_.size(), depth + band);
        row[first - 1] = first == 1 ? above[0] + insertion : beyond;
        int lowest = row[first - 1];
        for (std::size_t i = first; i <= last; ++i) {
            int cost = above[i - 1] + costs[i - 1];
            if (i < depth + band) cost = std::min(cost, above[i] + insertion);
            cost = std::min(cost, row[i - 1] + deletions_[i]);
            if (depth > 1 && i > first && word_[i - 1] == before && word_[i - 2] == letter && letter != before) {
                cost = std::min(cost, rows_[depth - 2][i - 2] + 70);
            }
            row[i] = cost;
            lowest = std::min(lowest, cost);
        }
        return lowest;
    }

    void visit(std::uint32_t state, FormId number, std::size_t depth) {
        if (state == 0 || depth + 1 >= deepest || depth + 1 > word_.size() + band) return;
        for (std::uint32_t index = state;; ++index) {
            const auto& arc = automaton_.arc(index);
            const char32_t letter = automaton_.letter(arc.label());
            path_[depth] = letter;
            const int lowest = fill_row(depth + 1, arc.label(), letter);
            if (lowest <= cutoff_) {
                FormId below = number + arc.skip;
                if (arc.final()) {
                    const bool in_band = depth + 1 + band >= word_.size() && depth + 1 <= word_.size() + band;
                    const int distance = rows_[depth + 1][word_.size()];
                    if (in_band && distance <= cutoff_) found_.emplace(below, distance);
                    ++below;
                }
                visit(arc.target(), below, depth + 1);
            }
            if (arc.last()) return;
        }
    }

    const AutomatonView& automaton_;
    const std::u32string& word_;
    int cutoff_;
    std::array<std::array<int, longest_word>, 256> costs_;
    std::array<bool, 256> costs_known_{};
    std::array<int, longest_word + 1> deletions_{};
    std::array<std::array<int, longest_word + 1>, deepest + 1> rows_{};
    std::array<char32_t, deepest + 1> path_{};
    std::map<FormId, int> found_;
};

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
    if ((flags & form_flag::common) != 0) return -0.35;
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
    if (rare) cost += 0.3;
    if (phrase || inverted) cost += 0.4;
    return cost;
}

void Suggester::add_spelt_otherwise(const std::u32string& word, std::vector<Suggestion>& found) const {
    const auto offer = [&](const std::u32string& candidate, double distance) {
        const std::string text = to_utf8(candidate);
        const auto form = lexicon_.find(text);
        if (!form || (lexicon_.flags(*form) & form_flag::no_suggest) != 0) return;
        found.push_back({text, distance + rarity(*form, false)});
    };
    // Plurals: pneux, bijous, journals
    if (word.ends_with(U"x")) offer(word.substr(0, word.size() - 1) + U"s", 0.25);
    if (word.ends_with(U"s")) offer(word.substr(0, word.size() - 1) + U"x", 0.25);
    if (word.ends_with(U"als")) offer(word.substr(0, word.size() - 2) + U"ux", 0.25);
    struct Pair {
        std::u32string_view written;
        std::u32string_view meant;
        double distance;
    };
    constexpr std::array<Pair, 9> pairs{{{U"oe", U"œ", 0.1},
                                         {U"f", U"ph", 0.5},
                                         {U"ph", U"f", 0.5},
                                         {U"k", U"qu", 0.6},
                                         {U"o", U"au", 0.7},
                                         {U"o", U"eau", 0.7},
                                         {U"au", U"eau", 0.6},
                                         {U"ss", U"ti", 0.7},
                                         {U"é", U"er", 0.9}}};
    for (const Pair& pair : pairs) {
        for (std::size_t i = word.find(pair.written); i != std::u32string::npos; i = word.find(pair.written, i + 1)) {
            std::u32string candidate = word.substr(0, i);
            candidate.append(pair.meant);
            candidate.append(word.substr(i + pair.written.size()));
            offer(candidate, pair.distance);
        }
    }
}

void Suggester::add_divided(const std::u32string& word, std::vector<Suggestion>& found) const {
    constexpr std::array<std::u32string_view, 10> elided{U"l", U"d", U"j", U"m",  U"n",
                                                         U"s", U"t", U"c", U"qu", U"jusqu"};
    for (std::size_t i = 1; i < word.size(); ++i) {
        const std::u32string left = word.substr(0, i);
        const std::u32string right = word.substr(i);
        const auto right_form = lexicon_.find(to_utf8(right));
        if (!right_form) continue;
        const char32_t first = base_letter(right.front());
        const bool vowel = std::u32string_view(U"aeiouyhœ").find(first) != std::u32string_view::npos;
        const double common_right = (lexicon_.flags(*right_form) & form_flag::common) != 0 ? 0.0 : 0.35;
        if (vowel && right.size() > 1 && std::find(elided.begin(), elided.end(), left) != elided.end()) {
            found.push_back({to_utf8(left) + "'" + to_utf8(right), 0.35 + common_right});
        }
        const auto left_form = lexicon_.find(to_utf8(left));
        const bool short_parts = left.size() < 2 || right.size() < 2;
        if (!left_form || (short_parts && left != U"à" && left != U"y" && right != U"à")) continue;
        const double common_left = (lexicon_.flags(*left_form) & form_flag::common) != 0 ? 0.0 : 0.5;
        found.push_back({to_utf8(left) + " " + to_utf8(right), 0.72 + common_left + common_right});
    }
}

std::vector<Suggestion> Suggester::suggest(std::string_view word, std::size_t limit) const {
    std::u32string letters = to_code_points(word);
    if (letters.empty() || letters.size() > longest_word || limit == 0) return {};
    std::size_t capitals = 0;
    for (const char32_t letter : letters) capitals += is_capital(letter) ? 1U : 0U;
    const bool initial = is_capital(letters.front());
    const bool all_capitals = capitals > 1 && capitals == letters.size();
    for (char32_t& letter : letters) letter = to_lower(letter);

    std::vector<Suggestion> found;
    std::vector<Suggestion> spelt_otherwise;
    add_spelt_otherwise(letters, spelt_otherwise);
    const std::u32string sound = sound_of(letters);
    for (const int cutoff : passes) {
        Walk walk(automaton_, letters, cutoff);
        for (const auto& [form, distance] : walk.run()) {
            if ((lexicon_.flags(form) & (form_flag::no_suggest | form_flag::unit)) != 0) continue;
            const std::string text = lexicon_.spell(form);
            const std::u32string candidate = to_code_points(text);
            const double sounds = static_cast<double>(key_distance(sound, sound_of(candidate)));
            double total = distance / static_cast<double>(unit) + 0.35 * sounds + rarity(form, initial);
            if (base_letter(candidate.front()) != base_letter(letters.front())) total += 0.3;
            found.push_back({in_case_of(text, all_capitals, initial), total});
        }
        const auto is_near = [](const Suggestion& suggestion) { return suggestion.distance <= 0.85; };
        if (found.size() >= 4 || std::any_of(found.begin(), found.end(), is_near)) break;
        if (cutoff != passes[std::size(passes) - 1]) found.clear();
    }
    found.insert(found.end(), spelt_otherwise.begin(), spelt_otherwise.end());
    add_divided(letters, found);
    std::sort(found.begin(), found.end(), [](const Suggestion& a, const Suggestion& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.form < b.form;
    });
    std::vector<Suggestion> best;
    for (Suggestion& suggestion : found) {
        const auto same = [&](const Suggestion& other) { return other.form == suggestion.form; };
        if (suggestion.form == word || std::any_of(best.begin(), best.end(), same)) continue;
        best.push_back(std::move(suggestion));
        if (best.size() == limit) break;
    }
    return best;
}

}  // namespace relis::language
