#include "comments/readability.h"

#include <algorithm>
#include <array>

#include "word_lists.h"

namespace relis::comments {

using language::TokenKind;

namespace {

constexpr auto french_words = std::to_array<std::string_view>(
    {"le",   "la",  "les",   "des", "et", "est", "une", "dans", "pas",  "que",  "qui",  "je",   "nous",
     "vous", "il",  "elle",  "du",  "de", "un",  "au",  "aux",  "pour", "avec", "mais", "tres", "sur",
     "ai",   "ete", "etait", "l'",  "d'", "j'",  "m'",  "qu'",  "c'",   "n'",   "s'"});
constexpr auto foreign_words = std::to_array<std::string_view>(
    {"the", "and", "was", "were",  "with", "this",  "that", "very",  "they",  "she",   "her",   "his",    "not", "have",
     "had", "for", "you", "are",   "but",  "there", "when", "what",  "good",  "store", "staff", "of",     "to",  "my",
     "it",  "el",  "los", "las",   "muy",  "pero",  "con",  "una",   "fue",   "por",   "para",  "estaba", "der", "die",
     "und", "das", "war", "nicht", "ist",  "sehr",  "che",  "molto", "della", "sono",  "não",   "muito",  "uma"});

template <class Words>
bool listed(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

WordCounts counts_of(const Comment& comment, const WordBook& book, bool with_unknown) {
    // The beginning tells the language; a text of megabytes need not be read to its end for that.
    constexpr std::size_t enough = 400;
    WordCounts counts;
    for (std::size_t i = 0; i < comment.tokens().size() && counts.words < enough; ++i) {
        const language::Token& token = comment.tokens()[i];
        if (token.kind != TokenKind::word && token.kind != TokenKind::elided) continue;
        ++counts.words;
        const std::string_view word = comment.folded(i);
        const Word* const read = comment.word(i, book);
        counts.french += (read != nullptr ? read->reading->little : is_little_word(word)) ? 1U : 0U;
        counts.foreign += (read != nullptr ? read->reading->little_foreign : is_little_foreign_word(word)) ? 1U : 0U;
        if (with_unknown && word.size() >= 4 && token.letter_case == language::LetterCase::lower) {
            ++counts.long_words;
            counts.unknown += (read != nullptr ? read->known : book.lexicon()->knows(token.form)) ? 0U : 1U;
        }
    }
    return counts;
}

}  // namespace

Readability readability_of(const Comment& comment, const WordBook& book) {
    // The lexicon is asked only where there are too few little words of French for the text to be French anyway.
    const WordCounts counts = counts_of(comment, book, false);
    if (counts.french * 6 >= counts.words) return readability_of(counts);
    return readability_of(counts_of(comment, book, true));
}

Readability readability_of(const WordCounts& counts) {
    if (counts.words >= 5 && counts.foreign * 5 >= counts.words && counts.foreign > 3 * counts.french) {
        return Readability::foreign;
    }
    if (counts.long_words >= 4 && counts.unknown * 10 >= counts.long_words * 7 && counts.french * 6 < counts.words) {
        return Readability::gibberish;
    }
    return Readability::french;
}

bool is_little_word(std::string_view folded) {
    return listed(french_words, folded);
}

bool is_little_foreign_word(std::string_view folded) {
    return !is_little_word(folded) && listed(foreign_words, folded);
}

}  // namespace relis::comments
