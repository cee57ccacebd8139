// Passages that the engine cannot judge: another language, or letters without words. Told once, at no cost.
#include <cstdint>
#include <string_view>

#include "check_context.h"

namespace relis::language {
namespace {

struct Count {
    std::size_t words = 0;
    std::size_t unknown = 0;  ///< neither known nor foreign nor a name
    std::size_t names = 0;    ///< unknown, with a capital
    ForeignCount foreign;
    std::size_t first_word = 0;
    std::size_t last_word = 0;
};

bool is_word(const CheckContext& context, std::size_t i) {
    const TokenKind kind = context.tokens[i].kind;
    return kind == TokenKind::word || kind == TokenKind::elided;
}

/// The languages of a word that is no French; a word that English shares with French when it is not used as French.
std::uint8_t languages_of(const CheckContext& context, std::size_t i) {
    const std::string_view form = context.reading.lower(i);
    if (!context.reading.is_known(i) && context.foreign.is_shared_with_english(form)) return english;
    return context.foreign.languages_of(context.reading.common(i), form);
}

bool has_capital(const Token& token) {
    return token.letter_case != LetterCase::lower && token.letter_case != LetterCase::none;
}

bool ends_clause(const Token& token) {
    if (token.kind == TokenKind::emoticon) return true;
    if (token.kind != TokenKind::punctuation) return false;
    return token.form != "-" && token.form != "'" && token.form != "’";
}

Count count(const CheckContext& context, std::size_t first, std::size_t last) {
    Count result;
    for (std::size_t i = first; i < last; ++i) {
        if (!is_word(context, i)) continue;
        if (result.words++ == 0) result.first_word = i;
        result.last_word = i;
        const std::uint8_t languages = languages_of(context, i);
        result.foreign.add(languages);
        if (languages != 0 || context.reading.is_known(i)) continue;
        const bool name = has_capital(context.tokens[i]) && !context.tokens[i].first_of_sentence;
        ++(name ? result.names : result.unknown);
    }
    return result;
}

bool is_foreign(const Count& c, bool quoted) {
    const std::size_t foreign = c.foreign.most();
    if (foreign == 0) return false;
    const std::size_t strange = foreign + c.unknown;
    if (quoted && c.words >= 2 && foreign * 2 >= c.words) return true;
    if (c.words < 3) return false;
    return (foreign >= 2 && strange * 2 >= c.words) || (strange >= 2 && (strange + c.names) * 2 > c.words);
}

void mark(CheckContext& context, std::size_t first, std::size_t last, const char* rule, const char* message) {
    context.report(rule, FaultCategory::not_judged, first, last, message);
    for (std::size_t i = first; i <= last; ++i) context.unjudged[i] = true;
}

constexpr const char* foreign_message =
    "Passage dans une autre langue : à vérifier par le réviseur. Il ne compte pas dans la note.";
constexpr const char* garbled_message =
    "Passage que le correcteur n'arrive pas à lire : à vérifier par le réviseur. Il ne compte pas dans la note.";

/// How a word may stand in a foreign run.
enum class Origin : std::uint8_t { french, foreign, shared, unknown, capital };

Origin origin_of(const CheckContext& context, std::size_t i) {
    const std::string_view form = context.reading.lower(i);
    if (languages_of(context, i) != 0) return Origin::foreign;
    if (context.foreign.is_shared_with_english(form)) return Origin::shared;
    if (has_capital(context.tokens[i]) && !context.tokens[i].first_of_sentence) return Origin::capital;
    return context.reading.is_known(i) ? Origin::french : Origin::unknown;
}

/// A few foreign words inside a French clause: « un fish and chips », a title.
void mark_foreign_run(CheckContext& context, std::size_t first, std::size_t last) {
    const bool title = origin_of(context, first) == Origin::capital &&
                       origin_of(context, last - 1) == Origin::capital && last - first > 2;
    const auto may_end = [&](std::size_t i) {
        const Origin origin = origin_of(context, i);
        return origin == Origin::foreign || origin == Origin::unknown;
    };
    while (first < last && !may_end(first)) ++first;
    while (last > first && !may_end(last - 1)) --last;
    ForeignCount count;
    std::size_t unknown = 0;
    for (std::size_t i = first; i < last; ++i) {
        count.add(languages_of(context, i));
        unknown += origin_of(context, i) == Origin::unknown ? 1U : 0U;
    }
    const std::size_t foreign = count.most();
    const bool enough = foreign >= 2 || (foreign == 1 && (unknown >= 2 || (title && unknown == 0)));
    if (enough && (foreign + unknown) * 2 >= last - first) {
        mark(context, first, last - 1, "foreign-passage", foreign_message);
    }
}

void mark_foreign_runs(CheckContext& context, std::size_t first, std::size_t last) {
    while (first < last) {
        while (first < last && (!is_word(context, first) || origin_of(context, first) == Origin::french)) ++first;
        std::size_t end = first;
        while (end < last && is_word(context, end) && origin_of(context, end) != Origin::french) ++end;
        if (end > first) mark_foreign_run(context, first, end);
        first = end;
    }
}

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
            if (is_foreign(c, quoted) || (open && c.words > 0 && c.foreign.most() == c.words)) {
                if (!open) passage_first = c.first_word;
                passage_last = c.last_word;
                open = true;
            } else if (c.words > 0) {
                close();
                if (c.foreign.most() > 0) mark_foreign_runs(context, first, last);
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
        const std::size_t foreign = whole.foreign.most();
        if (whole.words >= 5 && foreign < 2 && whole.unknown * 10 >= whole.words * 6) {
            mark(context, whole.first_word, whole.last_word, "unreadable-passage", garbled_message);
        } else if (foreign > 0) {
            mark_foreign_clauses(context, sentence);
        }
    }
}

}  // namespace relis::language
