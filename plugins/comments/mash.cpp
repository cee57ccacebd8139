#include "mash.h"

#include <algorithm>
#include <array>
#include <string>

#include "word_lists.h"

namespace relis::comments {

namespace {

constexpr std::array<std::string_view, 12> keyboard_rows{"azertyuiop", "qsdfghjklm", "wxcvbn",     "qwertyuiop",
                                                         "asdfghjkl",  "zxcvbnm",    "poiuytreza", "mlkjhgfdsq",
                                                         "poiuytrewq", "lkjhgfdsa",  "nbvcxw",     "mnbvcxz"};

bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// The longest run of neighbours on a keyboard's row.
std::size_t longest_run(std::string_view word) {
    std::size_t longest = 0;
    for (const std::string_view row : keyboard_rows) {
        for (std::size_t i = 0; i < word.size(); ++i) {
            const std::size_t start = row.find(word[i]);
            if (start == std::string_view::npos) continue;
            std::size_t length = 1;
            while (i + length < word.size() && start + length < row.size() && word[i + length] == row[start + length])
                ++length;
            longest = std::max(longest, length);
        }
    }
    return longest;
}

/// The longest heap of consonants, and whether there is any vowel.
struct Sounds {
    std::size_t heap = 0;
    bool vowel = false;
    bool letters = true;  ///< nothing but plain letters
};

Sounds sounds_of(std::string_view word) {
    Sounds sounds;
    std::size_t consonants = 0;
    for (const char c : word) {
        sounds.letters = sounds.letters && c >= 'a' && c <= 'z';
        sounds.vowel = sounds.vowel || is_vowel(c);
        consonants = is_vowel(c) ? 0 : consonants + 1;
        sounds.heap = std::max(sounds.heap, consonants);
    }
    return sounds;
}

}  // namespace

MashJudge::MashJudge(const language::Lexicon& lexicon)
    : lexicon_(lexicon),
      written_short_(filler_words("written_short")),
      rare_pairs_(filler_words("rare_pairs")),
      hollow_(filler_words("hollow")) {}

MashJudge::Strike MashJudge::strike_of(std::string_view word, language::LetterCase letter_case) const {
    constexpr std::size_t long_run = 4, sure_run = 5, short_run = 3, longest_code = 5, longest_heap = 5;
    if (word.size() < short_run || written_short_.contains(word)) return Strike::none;
    const Sounds sounds = sounds_of(word);
    if (!sounds.letters) return Strike::none;
    if (word.find_first_not_of(word.front()) == std::string_view::npos) return Strike::certain;
    const std::size_t run = longest_run(word);
    const bool capital = letter_case != language::LetterCase::lower;
    // « Reza » and « Liberty » hold four neighbours; `asdf` has a vowel too, but only at its edge
    const bool covers = run + 2 >= word.size();
    if (run >= sure_run || (run >= long_run && (!sounds.vowel || (covers && !capital)))) return Strike::certain;
    if (!sounds.vowel) {
        if (run >= short_run) return Strike::certain;
        const bool code = letter_case == language::LetterCase::all_capitals && word.size() <= longest_code;
        if (code) return Strike::none;
        return word.size() > short_run ? Strike::certain : (capital ? Strike::none : Strike::maybe);
    }
    std::size_t rare = 0;
    for (std::size_t i = 0; i + 2 <= word.size(); ++i) rare += rare_pairs_.contains(word.substr(i, 2)) ? 1U : 0U;
    if (word.size() >= long_run && rare >= (capital ? 2U : 1U)) return Strike::certain;
    return sounds.heap >= longest_heap && !capital ? Strike::maybe : Strike::none;
}

bool MashJudge::is_mash(const Comment& comment, const WordBook& book) const {
    std::size_t words = 0, certain = 0, struck = 0, hollow = 0, sound = 0, figures = 0;
    std::string letters;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        const language::Token& token = comment.tokens()[i];
        if (!is_content(token)) continue;
        if (token.kind != language::TokenKind::word) {
            ++figures;
            continue;
        }
        ++words;
        const std::string_view word = comment.folded(i);
        if (word.size() == 1) letters += word;
        const Word* const read = comment.word(i, book);
        if (read != nullptr ? read->reading->hollow : hollow_.contains(word)) {
            ++hollow;
            continue;
        }
        if (read != nullptr ? read->known : lexicon_.knows(token.form)) {
            sound += word.size() > 2 ? 1U : 0U;
            // Nearly every comment ends here
            if (sound > 2 * certain + 1) return false;
            continue;
        }
        const Strike strike = strike_of(word, token.letter_case);
        certain += strike == Strike::certain ? 1U : 0U;
        struck += strike == Strike::none ? 0U : 1U;
    }
    // « s d f g h »
    if (letters.size() == words && letters.size() >= 4 && figures == 0) {
        return longest_run(letters) >= 3 || !sounds_of(letters).vowel;
    }
    if (words == 0 || struck == 0) return false;
    if (sound > 0) return certain >= 2 && 2 * certain >= words + figures;
    // A code has letters and figures: « XR-500 »
    if (figures > 0) return 2 * certain > words;
    if (certain == 0) return words > 1 && 2 * struck > words;
    return 2 * (struck + hollow) >= words;
}

}  // namespace relis::comments
