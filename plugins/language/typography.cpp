// Spaces, marks and capitals. Shown, and free by default.
#include <string>
#include <string_view>

#include "characters.h"
#include "check_context.h"
#include "language/utf8.h"

namespace relis::language {
namespace {

constexpr std::string_view narrow_space = "\u202F";
constexpr std::string_view wide_space = "\u00A0";

class TypographyCheck {
  public:
    explicit TypographyCheck(CheckContext& context) : context_(context) {}

    void run() {
        for (std::size_t i = 0; i < context_.size(); ++i) {
            if (context_.unjudged[i]) continue;
            if (i > 0) spaces_before(i);
            if (context_.tokens[i].kind == TokenKind::punctuation && i > 0) mark(i);
            if (context_.tokens[i].first_of_sentence) capital(i);
        }
    }

  private:
    void report(std::string_view rule, std::uint32_t start, std::uint32_t end, std::string message,
                std::string suggestion) {
        context_.faults.push_back(
            {rule, FaultCategory::typography, start, end, std::move(message), {std::move(suggestion)}});
    }

    void spaces_before(std::size_t i) {
        const std::uint32_t begin = context_.tokens[i - 1].end;
        const std::uint32_t end = context_.tokens[i].start;
        if (end - begin < 2) return;
        const char* space = context_.tokens[i - 1].original.data() + context_.tokens[i - 1].original.size();
        const std::string_view gap(space, static_cast<std::size_t>(context_.tokens[i].original.data() - space));
        if (gap.find_first_not_of(' ') != std::string_view::npos) return;  // line breaks, tabs, no-break spaces
        report("double-space", begin, end, "Une seule espace suffit entre deux mots.", " ");
    }

    void mark(std::size_t i) {
        const Token& token = context_.tokens[i];
        const Token& before = context_.tokens[i - 1];
        const std::string_view form = token.form;
        const bool text_before = before.kind != TokenKind::punctuation && before.kind != TokenKind::emoticon &&
                                 before.kind != TokenKind::symbol;
        const bool single_space = token.space_before && token.start - before.end == 1;
        if (form == "," || form == ".") {
            if (single_space && text_before) {
                report("space-before-comma", before.end, token.end, "Pas d'espace avant la virgule ni avant le point.",
                       std::string(form));
            } else if (text_before && i + 1 < context_.size() && !context_.tokens[i + 1].space_before &&
                       context_.tokens[i + 1].kind == TokenKind::word && before.kind == TokenKind::word) {
                report("space-after-mark", token.start, token.end, "Une espace suit la virgule et le point.",
                       std::string(form) + " ");
            }
            return;
        }
        if (!text_before) return;
        const bool double_mark = form.front() == ';' || form.front() == '!' || form.front() == '?';
        if (form == ":" && !token.space_before && i + 1 < context_.size() && context_.tokens[i + 1].space_before) {
            report("space-before-colon", token.start, token.end, "Une espace insécable précède le deux-points.",
                   std::string(wide_space) + std::string(form));
        } else if (double_mark && context_.options.locale == Locale::canada && single_space) {
            report(
                "space-before-mark", before.end, token.end,
                "Au Québec, pas d'espace avant le point-virgule, le point d'exclamation et le point d'interrogation.",
                std::string(form));
        } else if (double_mark && context_.options.locale == Locale::france && !token.space_before) {
            report("space-before-mark", token.start, token.end,
                   "Une espace fine insécable précède le point-virgule, le point d'exclamation et le point "
                   "d'interrogation.",
                   std::string(narrow_space) + std::string(form));
        }
    }

    void capital(std::size_t i) {
        const Token& token = context_.tokens[i];
        const bool word = token.kind == TokenKind::word || token.kind == TokenKind::elided;
        if (!word || token.letter_case != LetterCase::lower || token.end - token.start > 60) return;
        const bool starts_text = token.sentence == 0;
        if (!starts_text && !ends_with_stop(token.sentence - 1)) return;  // an item of a list, a line
        const std::size_t first = context_.reading.text().sentences()[token.sentence].first_token;
        if (first != i) return;  // « …suite, - liste
        if (const auto analyses = context_.reading.analyses(i); analyses.empty() && token.kind == TokenKind::word)
            return;
        context_.report("sentence-capital", FaultCategory::typography, i, i, "Une phrase commence par une majuscule.",
                        {capitalised(token.form)});
    }

    [[nodiscard]] static std::string capitalised(std::string_view word) {
        std::u32string letters = to_code_points(word);
        letters.front() = to_upper(letters.front());
        return to_utf8(letters);
    }

    [[nodiscard]] bool ends_with_stop(std::uint32_t sentence) const {
        const Sentence& before = context_.reading.text().sentences()[sentence];
        const Token& last = context_.tokens[before.last_token - 1];
        return last.form == "." || last.form == "!" || last.form == "?";
    }

    CheckContext& context_;
};

}  // namespace

void check_typography(CheckContext& context) {
    TypographyCheck(context).run();
}

}  // namespace relis::language
