// Passages that the engine cannot judge: another language, or letters without words. Told once, at no cost.
#include "check_context.h"
#include "english.h"

namespace relis::language {
namespace {

struct Count {
    std::size_t words = 0;
    std::size_t unknown = 0;  ///< neither known nor a name
    std::size_t english = 0;
    std::size_t names = 0;  ///< unknown, with a capital
    std::size_t first_word = 0;
    std::size_t last_word = 0;
};

bool ends_clause(const Token& token) {
    if (token.kind == TokenKind::emoticon) return true;
    if (token.kind != TokenKind::punctuation) return false;
    return token.form != "-" && token.form != "'" && token.form != "’";
}

Count count(const CheckContext& context, std::size_t first, std::size_t last) {
    Count result;
    for (std::size_t i = first; i < last; ++i) {
        const TokenKind kind = context.tokens[i].kind;
        if (kind != TokenKind::word && kind != TokenKind::elided) continue;
        if (result.words++ == 0) result.first_word = i;
        result.last_word = i;
        const bool english = is_english(context.reading.lower(i));
        const LetterCase letter_case = context.tokens[i].letter_case;
        const bool name =
            letter_case != LetterCase::lower && letter_case != LetterCase::none && !context.tokens[i].first_of_sentence;
        result.english += english ? 1U : 0U;
        if (english || context.reading.is_known(i)) continue;
        ++(name ? result.names : result.unknown);
    }
    return result;
}

bool is_foreign(const Count& c, bool quoted) {
    if (c.english == 0) return false;
    const std::size_t strange = c.english + c.unknown;
    if (quoted && c.words >= 2 && c.english * 2 >= c.words) return true;
    if (c.words < 3) return false;
    return (c.english >= 2 && strange * 2 >= c.words) || (strange >= 2 && (strange + c.names) * 2 > c.words);
}

void mark(CheckContext& context, std::size_t first, std::size_t last, const char* rule, const char* message) {
    context.report(rule, FaultCategory::not_judged, first, last, message);
    for (std::size_t i = first; i <= last; ++i) context.unjudged[i] = true;
}

constexpr const char* foreign_message =
    "Passage dans une autre langue : à vérifier par le réviseur. Il ne compte pas dans la note.";
constexpr const char* garbled_message =
    "Passage que le correcteur n'arrive pas à lire : à vérifier par le réviseur. Il ne compte pas dans la note.";

/// A sentence clause by clause; neighbouring foreign clauses are one passage.
void mark_foreign_clauses(CheckContext& context, const Sentence& sentence) {
    std::size_t passage_first = 0;
    std::size_t passage_last = 0;
    bool open = false;
    const auto close = [&] {
        if (open) mark(context, passage_first, passage_last, "foreign-passage", foreign_message);
        open = false;
    };
    for (std::size_t first = sentence.first_token; first < sentence.last_token;) {
        std::size_t last = first;
        while (last < sentence.last_token && !ends_clause(context.tokens[last])) ++last;
        if (last > first) {
            const Count c = count(context, first, last);
            const bool quoted =
                first > 0 && (context.tokens[first - 1].form == "«" || context.tokens[first - 1].form == "\"" ||
                              context.tokens[first - 1].form == "“" || context.tokens[first - 1].form == "(");
            if (is_foreign(c, quoted)) {
                if (!open) passage_first = c.first_word;
                passage_last = c.last_word;
                open = true;
            } else if (c.words > 0) {
                close();
            }
        }
        first = last + 1;
    }
    close();
}

}  // namespace

void mark_unjudged_passages(CheckContext& context) {
    for (const Sentence& sentence : context.reading.text().sentences()) {
        const Count whole = count(context, sentence.first_token, sentence.last_token);
        if (whole.words == 0) continue;
        if (whole.words >= 5 && whole.english < 2 && whole.unknown * 10 >= whole.words * 6) {
            mark(context, whole.first_word, whole.last_word, "unreadable-passage", garbled_message);
        } else if (whole.english > 0) {
            mark_foreign_clauses(context, sentence);
        }
    }
}

}  // namespace relis::language
