// The same word twice in a row.
#include <algorithm>
#include <array>
#include <string_view>

#include "check_context.h"

namespace relis::language {
namespace {

using namespace std::string_view_literals;

/// Doubled on purpose, or by grammar.
constexpr std::array allowed{
    "nous"sv, "vous"sv,  "si"sv,   "bien"sv,  "très"sv,   "non"sv,       "oui"sv,     "trop"sv,   "faire"sv, "en"sv,
    "ça"sv,   "tout"sv,  "bla"sv,  "ha"sv,    "hi"sv,     "ho"sv,        "ah"sv,      "oh"sv,     "hé"sv,    "tic"sv,
    "bon"sv,  "vite"sv,  "miam"sv, "toc"sv,   "allô"sv,   "doucement"sv, "presque"sv, "moitié"sv, "cent"sv,  "là"sv,
    "tsé"sv,  "merci"sv, "clic"sv, "super"sv, "jamais"sv, "plus"sv,      "petit"sv,   "kif"sv};

}  // namespace

void check_repetition(CheckContext& context) {
    for (std::size_t i = 0; i + 1 < context.size(); ++i) {
        const Token& token = context.tokens[i];
        const Token& next = context.tokens[i + 1];
        const bool both_words = token.kind == TokenKind::word && next.kind == TokenKind::word;
        const bool both_elided = token.kind == TokenKind::elided && next.kind == TokenKind::elided;
        if ((!both_words && !both_elided) || !context.adjacent(i)) continue;
        const std::string_view word = context.reading.lower(i);
        if (word != context.reading.lower(i + 1)) continue;
        if (std::find(allowed.begin(), allowed.end(), word) != allowed.end()) continue;
        // Names may double (Yo Yo), letters are labels (a a).
        const bool both_capitals = token.letter_case != LetterCase::lower && next.letter_case != LetterCase::lower;
        if (both_capitals || !context.reading.is_known(i)) continue;
        context.report("doubled-word", FaultCategory::grammar, i, i + 1,
                       "Le mot « " + std::string(token.form) + " » est écrit deux fois de suite : une fois suffit.",
                       {std::string(token.form)});
        ++i;
    }
}

}  // namespace relis::language
