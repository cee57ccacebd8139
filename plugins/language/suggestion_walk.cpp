#include "suggestion_walk.h"

#include <algorithm>
#include <iterator>

#include "characters.h"

namespace relis::language {
namespace {

constexpr int beyond = 100 * unrelated_letter;

constexpr std::u32string_view keyboards[] = {U"azertyuiop", U"qsdfghjklm", U"wxcvbn",
                                             U"qwertyuiop", U"asdfghjkl",  U"zxcvbnm"};

constexpr bool are_neighbours(char32_t a, char32_t b) {
    return std::any_of(std::begin(keyboards), std::end(keyboards), [&](std::u32string_view row) {
        const std::size_t i = row.find(a);
        return i != std::u32string_view::npos &&
               ((i > 0 && row[i - 1] == b) || (i + 1 < row.size() && row[i + 1] == b));
    });
}

constexpr bool sound_alike(char32_t a, char32_t b) {
    constexpr std::array<std::u32string_view, 11> pairs{U"iy", U"sz", U"ck", U"cs", U"gj", U"mn",
                                                        U"kq", U"çs", U"ae", U"oœ", U"vw"};
    return std::any_of(pairs.begin(), pairs.end(), [&](std::u32string_view pair) {
        return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
    });
}

constexpr int unlike_bases(char32_t a, char32_t b) {
    if (sound_alike(a, b)) return 65;
    return are_neighbours(a, b) ? 85 : unrelated_letter;
}

constexpr std::size_t plain_letters = 26;

/// unlike_bases() of two letters from a to z.
constexpr auto costs_of_plain_letters = [] {
    std::array<std::array<std::uint8_t, plain_letters>, plain_letters> result{};
    for (char32_t a = 0; a < plain_letters; ++a) {
        for (char32_t b = 0; b < plain_letters; ++b) {
            result[a][b] = static_cast<std::uint8_t>(unlike_bases(U'a' + a, U'a' + b));
        }
    }
    return result;
}();

int substitution(char32_t a, char32_t base_a, char32_t b, char32_t base_b) {
    if (a == b) return 0;
    if (base_a == base_b) return to_lower(a) == to_lower(b) ? 5 : 30;
    const char32_t place_a = base_a - U'a';
    const char32_t place_b = base_b - U'a';
    if (place_a < plain_letters && place_b < plain_letters) return costs_of_plain_letters[place_a][place_b];
    return unlike_bases(base_a, base_b);
}

constexpr int doubled_letter = 40;

/// Cost of a letter that one side has and the other lacks, given the letter before it.
int extra_letter(char32_t letter, char32_t before, bool at_end) {
    if (letter == before) return doubled_letter;
    if (letter == U'-' || letter == U'\'' || letter == U'’') return 40;
    const char32_t base = base_letter(letter);
    if (base == U'h') return 50;
    if (at_end && (base == U'e' || base == U's' || base == U't' || base == U'x' || base == U'd')) return 70;
    return base == U'e' ? 90 : unrelated_letter;
}

/// Spellings of one sound. Each is tried both ways unless it says otherwise: `a` is written, `b` is meant.
struct Homophone {
    std::u32string_view a;
    std::u32string_view b;
    int cost;
    bool at_end = false;
    bool one_way = false;
};

constexpr std::array homophones{
    // é, è
    Homophone{U"é", U"ai", 45},
    Homophone{U"è", U"ai", 40},
    Homophone{U"ê", U"ai", 40},
    Homophone{U"e", U"ai", 55},
    Homophone{U"é", U"ei", 50},
    Homophone{U"è", U"ei", 40},
    Homophone{U"ei", U"ai", 40},
    Homophone{U"é", U"ae", 50},
    Homophone{U"é", U"er", 45, true},
    Homophone{U"é", U"ez", 50, true},
    Homophone{U"é", U"et", 50, true},
    Homophone{U"er", U"ez", 50, true},
    Homophone{U"er", U"ée", 55, true},
    Homophone{U"er", U"é", 45, true},
    Homophone{U"ai", U"et", 45, true},
    Homophone{U"ai", U"ait", 40, true},
    Homophone{U"ai", U"ais", 45, true},
    Homophone{U"ère", U"aire", 40, true},
    Homophone{U"aient", U"ait", 45, true},
    // o
    Homophone{U"o", U"au", 40},
    Homophone{U"ô", U"au", 40},
    Homophone{U"o", U"eau", 45},
    Homophone{U"au", U"eau", 35},
    Homophone{U"au", U"op", 60, true},
    // nasal vowels
    Homophone{U"an", U"en", 30},
    Homophone{U"am", U"em", 30},
    Homophone{U"an", U"am", 35},
    Homophone{U"en", U"em", 35},
    Homophone{U"an", U"em", 45},
    Homophone{U"in", U"im", 30},
    Homophone{U"in", U"ain", 40},
    Homophone{U"in", U"ein", 40},
    Homophone{U"in", U"un", 50},
    Homophone{U"in", U"en", 45},
    Homophone{U"ain", U"ein", 35},
    Homophone{U"on", U"om", 30},
    Homophone{U"an", U"ent", 55, true},
    Homophone{U"an", U"ant", 45, true},
    Homophone{U"ament", U"emment", 40, true},
    Homophone{U"ement", U"emment", 40, true},
    Homophone{U"amant", U"emment", 45, true},
    // s, z
    Homophone{U"ss", U"c", 45},
    Homophone{U"ss", U"ç", 40},
    Homophone{U"s", U"ç", 45},
    Homophone{U"s", U"c", 50},
    Homophone{U"sc", U"s", 40},
    Homophone{U"sc", U"ss", 40},
    Homophone{U"sc", U"c", 40},
    Homophone{U"z", U"s", 35},
    Homophone{U"ssion", U"tion", 35},
    Homophone{U"sion", U"tion", 35},
    Homophone{U"cion", U"tion", 35},
    Homophone{U"ci", U"ti", 45},
    Homophone{U"si", U"ti", 45},
    Homophone{U"s", U"x", 45, true},
    // k, x, g, j
    Homophone{U"k", U"qu", 30},
    Homophone{U"c", U"qu", 40},
    Homophone{U"q", U"qu", 30},
    Homophone{U"k", U"c", 35},
    Homophone{U"k", U"cc", 45},
    Homophone{U"k", U"ch", 45},
    Homophone{U"k", U"que", 40, true},
    Homophone{U"c", U"que", 45, true},
    Homophone{U"x", U"xc", 30},
    Homophone{U"ks", U"x", 40},
    Homophone{U"ks", U"cc", 40},
    Homophone{U"ks", U"xc", 40},
    Homophone{U"gz", U"x", 35},
    Homophone{U"gs", U"x", 45},
    Homophone{U"ss", U"cc", 50},
    Homophone{U"x", U"cc", 45},
    Homophone{U"g", U"gu", 45},
    Homophone{U"j", U"g", 35},
    Homophone{U"j", U"ge", 35},
    Homophone{U"g", U"ge", 45},
    Homophone{U"ch", U"sh", 40},
    Homophone{U"ch", U"sch", 40},
    // f, y, gn, oi, eu
    Homophone{U"f", U"ph", 25},
    Homophone{U"y", U"i", 35},
    Homophone{U"y", U"ill", 45},
    Homophone{U"y", U"ll", 50},
    Homophone{U"i", U"ill", 60},
    Homophone{U"ie", U"ille", 50, true},
    Homophone{U"il", U"ille", 45, true},
    Homophone{U"y", U"yi", 45},
    Homophone{U"uy", U"ui", 35},
    Homophone{U"oy", U"oi", 35},
    Homophone{U"ay", U"ai", 35},
    Homophone{U"gn", U"ni", 45},
    Homophone{U"gn", U"ny", 45},
    Homophone{U"gni", U"gn", 45},
    Homophone{U"oi", U"wa", 40},
    Homophone{U"oi", U"oua", 45},
    Homophone{U"eu", U"œu", 20},
    Homophone{U"oe", U"œ", 5},
    Homophone{U"eu", U"e", 60},
    Homophone{U"euil", U"ueil", 20},
    Homophone{U"eui", U"uei", 25},
    Homophone{U"ou", U"w", 50},
    // silent consonants and plurals at the end
    Homophone{U"s", U"ts", 40, true, true},
    Homophone{U"s", U"ds", 40, true, true},
    Homophone{U"s", U"ps", 45, true, true},
    Homophone{U"als", U"aux", 25, true, true},
    Homophone{U"als", U"ales", 60, true},
    Homophone{U"ete", U"ette", 30, true},
    Homophone{U"ète", U"ette", 30, true},
    Homophone{U"t", U"d", 50, true},
    Homophone{U"r", U"rd", 50, true},
    Homophone{U"r", U"rt", 50, true},
    Homophone{U"eur", U"eure", 35, true},
    Homophone{U"ir", U"ire", 45, true},
    Homophone{U"oir", U"oire", 35, true},
};

}  // namespace

SuggestionWalk::SuggestionWalk(const AutomatonView& automaton, const std::u32string& word, int cutoff, Start start)
    : automaton_(automaton), word_(word), cutoff_(cutoff), start_(start) {
    for (std::size_t i = 0; i < word_.size(); ++i) bases_[i] = base_letter(word_[i]);
    rows_[0][0] = 0;
    live_[0].first = 0;
    for (std::size_t i = 1; i <= word_.size(); ++i) {
        deletions_[i] = deletion(i);
        rows_[0][i] = rows_[0][i - 1] + deletions_[i];
        if (rows_[0][i] <= cutoff_) live_[0].last = i;
    }
    exchanged_.fill(beyond);
    collect_steps();
}

void SuggestionWalk::collect_steps() {
    const std::u32string_view word = word_;
    const auto add = [&](std::u32string_view written, std::u32string_view meant, const Homophone& pair, std::size_t i) {
        if (word.substr(i, written.size()) != written) return;
        const std::size_t last = i + written.size();
        if (pair.at_end && last != word.size()) return;
        for (std::size_t length = 1; length <= meant.size(); ++length) {
            const unsigned char code = automaton_.code(meant[length - 1]);
            steps_[code].push_back({i, last, meant.substr(0, length), pair.cost, length == meant.size(), pair.at_end});
        }
    };
    for (std::size_t i = 0; i < word.size(); ++i) {
        for (const Homophone& pair : homophones) {
            add(pair.a, pair.b, pair, i);
            if (!pair.one_way) add(pair.b, pair.a, pair, i);
        }
    }
}

const std::vector<SuggestionWalk::Found>& SuggestionWalk::run() {
    visit(automaton_.root(), 0, 0, 0);
    return found_;
}

int SuggestionWalk::deletion(std::size_t i) const {
    return extra_letter(word_[i - 1], i > 1 ? word_[i - 2] : U' ', i == word_.size());
}

/// A cell of the table, far away outside the band and where it is beyond the cut-off.
int SuggestionWalk::cell(std::size_t depth, std::size_t i) const {
    return live_[depth].has(i) && i + band >= depth ? rows_[depth][i] : beyond;
}

const SuggestionWalk::LetterCosts& SuggestionWalk::costs_of(std::uint32_t code, char32_t letter) {
    LetterCosts& costs = costs_[code];
    if (!costs_known_[code]) {
        const char32_t base = base_letter(letter);
        costs.extra = extra_letter(letter, U' ', false);
        costs.extra_at_end = extra_letter(letter, U' ', true);
        costs.least = std::min({costs.extra, costs.extra_at_end, doubled_letter});
        for (std::size_t i = 0; i < word_.size(); ++i) {
            costs.against[i] = substitution(word_[i], bases_[i], letter, base);
            costs.least = std::min(costs.least, costs.against[i]);
        }
        costs_known_[code] = true;
    }
    return costs;
}

bool SuggestionWalk::exchange(std::size_t depth, const std::vector<Step>& steps) {
    bool under_way = false;
    for (const Step& step : steps) {
        const std::size_t length = step.meant.size();
        if (length > depth) continue;
        const int cost = cell(depth - length, step.first) + step.cost;
        if (cost > cutoff_ || step.meant != std::u32string_view(&path_[depth - length], length)) continue;
        if (!step.complete) {
            under_way = true;
        } else if (step.at_end) {
            exchanged_at_end_ = std::min(exchanged_at_end_, cost);
        } else {
            exchanged_[step.last] = std::min(exchanged_[step.last], cost);
            first_exchanged_ = std::min(first_exchanged_, step.last);
            last_exchanged_ = std::max(last_exchanged_, step.last);
        }
    }
    return under_way;
}

bool SuggestionWalk::may_start_with(std::uint32_t code, char32_t letter) const {
    return base_letter(letter) == bases_.front() ||
           std::any_of(steps_[code].begin(), steps_[code].end(),
                       [](const Step& step) { return step.first == 0 && step.meant.size() == 1; });
}

int SuggestionWalk::fill_row(std::size_t depth, std::uint32_t code, char32_t letter) {
    auto& row = rows_[depth];
    const auto& above = rows_[depth - 1];
    const Live live_above = live_[depth - 1];
    Live& live = live_[depth];
    live = {};
    const char32_t before = depth > 1 ? path_[depth - 2] : U' ';
    const LetterCosts& costs = costs_of(code, letter);
    const int insertion = letter == before ? doubled_letter : depth > word_.size() ? costs.extra_at_end : costs.extra;
    // The cells that a live one leads to: of the row above, of two above by swapped letters, by exchanges. From the
    // last of them on, the row goes on as long as it costs little to leave letters out.
    std::size_t first = std::min(live_above.first, first_exchanged_);
    std::size_t last = std::max(live_above.last + 1, last_exchanged_);
    const std::size_t first_swapped = std::max<std::size_t>(depth > band ? depth - band : 1, 1) + 1;
    const bool may_swap = depth > 1 && letter != before && live_[depth - 2].first <= live_[depth - 2].last;
    if (may_swap) {
        first = std::min(first, live_[depth - 2].first + 2);
        last = std::max(last, live_[depth - 2].last + 2);
    }
    first = std::max(first, depth > band + 1 ? depth - band : 0);
    const std::size_t end_of_band = std::min(word_.size(), depth + band);
    int lowest = beyond;
    int left = beyond;
    for (std::size_t i = first; i <= end_of_band; ++i) {
        int cost = live_above.has(i) && i < depth + band ? above[i] + insertion : beyond;
        if (i > 0) {
            if (live_above.has(i - 1)) cost = std::min(cost, above[i - 1] + costs.against[i - 1]);
            cost = std::min({cost, exchanged_[i], left + deletions_[i]});
            if (may_swap && i >= first_swapped && word_[i - 1] == before && word_[i - 2] == letter &&
                live_[depth - 2].has(i - 2)) {
                cost = std::min(cost, rows_[depth - 2][i - 2] + 70);
            }
        }
        row[i] = left = cost;
        if (cost <= cutoff_) {
            live.first = std::min(live.first, i);
            live.last = i;
            lowest = std::min(lowest, cost);
        } else if (i >= last) {
            break;
        }
    }
    return lowest;
}

void SuggestionWalk::visit(std::uint32_t state, FormId number, std::size_t depth, int lowest_above) {
    if (state == 0 || depth + 1 >= deepest || depth + 1 > word_.size() + band) return;
    for (std::uint32_t index = state;; ++index) {
        const auto& arc = automaton_.arc(index);
        const char32_t letter = automaton_.letter(arc.label());
        if (depth == 0 && start_ == Start::alike && !may_start_with(arc.label(), letter)) {
            if (arc.last()) return;
            continue;
        }
        path_[depth] = letter;
        const std::vector<Step>& steps = steps_[arc.label()];
        exchanged_at_end_ = beyond;
        first_exchanged_ = nowhere;
        last_exchanged_ = 0;
        const bool under_way = exchange(depth + 1, steps);
        const int at_end = exchanged_at_end_;
        // A letter that the word has not leads out of reach mostly, whatever the row would be
        const int least = costs_of(arc.label(), letter).least;
        const bool out_of_reach = least > 0 && first_exchanged_ == nowhere && lowest_above + least > cutoff_;
        if (out_of_reach) live_[depth + 1] = {};
        const int lowest = out_of_reach ? beyond : fill_row(depth + 1, arc.label(), letter);
        for (const Step& step : steps) exchanged_[step.last] = beyond;
        if (lowest <= cutoff_ || under_way || at_end <= cutoff_) {
            FormId below = number + arc.skip;
            if (arc.final()) {
                const int distance = std::min(at_end, cell(depth + 1, word_.size()));
                if (distance <= cutoff_) found_.push_back({below, distance});
                ++below;
            }
            visit(arc.target(), below, depth + 1, lowest);
        }
        if (arc.last()) return;
    }
}

}  // namespace relis::language
