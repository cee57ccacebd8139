// Numerals in letters: quatre-vingts, deux cents, deux cent trois, mille; quelque dix ans.
#include <array>

#include "rules.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

constexpr std::array number_words{"un",       "une",      "deux",     "trois",  "quatre", "cinq",     "six",
                                  "sept",     "huit",     "neuf",     "dix",    "onze",   "douze",    "treize",
                                  "quatorze", "quinze",   "seize",    "vingt",  "trente", "quarante", "cinquante",
                                  "soixante", "septante", "huitante", "nonante"};

bool is_number_word(std::string_view form) {
    for (const std::string_view item : number_words) {
        if (form == item) return true;
    }
    return false;
}

/// deux … neuf: what makes cent plural.
bool multiplies(std::string_view form) {
    for (const std::string_view item : {"deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"}) {
        if (form == item || form.ends_with(std::string("-") + std::string(item))) return true;
    }
    return false;
}

class NumeralRule {
  public:
    explicit NumeralRule(Checker& checker) : checker_(checker), text_(checker.text()) {}

    void run() {
        for (std::size_t i = 0; i < text_.size(); ++i) {
            const std::string_view form = text_.lower(i);
            if (text_[i].boundary != Boundary::none || form.size() < 4 || checker_.reported(i)) continue;
            if (form.find('-') != std::string_view::npos) check_hyphenated(i, form);
            if (form == "vingts" || form == "cents" || form == "milles") check_plural(i, form);
            if (form == "cent" || form.ends_with("-cent") || form.ends_with("quatre-vingt")) check_singular(i, form);
            if (text_.is(i, word("quelques"))) check_about(i);
        }
    }

  private:
    [[nodiscard]] bool follows(std::size_t i) const {
        return i > 0 && i < text_.size() && same_sentence(text_, i - 1, i) && text_[i].boundary == Boundary::none;
    }
    /// A plural noun, with an adjective before it perhaps, that the numeral i - 1 counts.
    [[nodiscard]] bool counted(std::size_t i) const {
        if (!follows(i) || text_[i].unknown || text_.can(i, numeral) || text_.can(i, preposition)) return false;
        const Parts parts = part(noun) | part(adjective);
        return text_.can(i, parts) && (numbers_of(agreement(text_, i, parts)) & number::plural) != 0;
    }
    [[nodiscard]] bool number_follows(std::size_t i) const {
        if (!follows(i)) return false;
        if (text_.token(i).kind == language::TokenKind::number) return false;
        const std::string_view form = text_.lower(i);
        return is_number_word(form.substr(0, form.find('-'))) && !text_.is_any(i, {word("un"), word("une")});
    }
    [[nodiscard]] bool numeral_before(std::size_t i) const {
        return follows(i) && (text_.can(i - 1, numeral) || text_.token(i - 1).kind == language::TokenKind::number);
    }
    /// la page deux cent, l'an mille neuf cent: a rank, no count.
    [[nodiscard]] bool is_rank(std::size_t i) const {
        std::size_t k = i;
        while (k > 0 && same_sentence(text_, k - 1, i) && text_.can(k - 1, numeral)) --k;
        if (k == 0 || !same_sentence(text_, k - 1, i)) return false;
        for (const std::string_view noun_form : {"page", "pages", "article", "numéro", "chapitre", "an", "année",
                                                 "années", "chambre", "paragraphe", "vers", "kilomètre"}) {
            if (text_.lower(k - 1) == noun_form) return true;
        }
        return false;
    }
    void report(std::size_t i, std::string suggestion, std::string message) {
        std::vector<std::string> suggestions;
        suggestions.push_back(std::move(suggestion));
        checker_.report("numeral", i, i, std::move(message), std::move(suggestions));
    }
    void check_hyphenated(std::size_t i, std::string_view form);
    void check_plural(std::size_t i, std::string_view form);
    void check_singular(std::size_t i, std::string_view form);
    void check_about(std::size_t i);

    Checker& checker_;
    const ReadText& text_;
};

/// trente-neufs, quatre-vingts-dix, deux-cents-trois
void NumeralRule::check_hyphenated(std::size_t i, std::string_view form) {
    if (!is_number_word(form.substr(0, form.find('-')))) return;
    std::string right;
    for (std::string_view rest = form; !rest.empty();) {
        const std::size_t hyphen = rest.find('-');
        std::string_view piece = rest.substr(0, hyphen);
        const bool last = hyphen == std::string_view::npos;
        rest = last ? std::string_view() : rest.substr(hyphen + 1);
        const bool plural = piece.ends_with('s') && piece != "trois";
        const std::string_view base = plural ? piece.substr(0, piece.size() - 1) : piece;
        const bool round = base == "vingt" || base == "cent";
        if (base != "cent" && base != "mille" && base != "et" && !is_number_word(base)) return;
        const bool before_noun = rest == "millions" || rest == "milliards";
        if (plural && (!round || (!last && !before_noun))) piece = base;
        right += piece;
        if (!last) right += '-';
    }
    if (right == form) return;
    report(i, right, "Dans un nombre, seuls « vingt » et « cent » prennent un s, et seulement à la fin.");
}

/// vingts clients, deux cents trois, milles personnes
void NumeralRule::check_plural(std::size_t i, std::string_view form) {
    const std::string right(form.substr(0, form.size() - 1));
    const bool before = numeral_before(i);
    if (form == "milles") {
        // dix milles marins: a distance
        if (!counted(i + 1) || text_.lower(i + 1) == "marins" || text_.lower(i + 1) == "nautiques") return;
        report(i, right, "« Mille » est invariable.");
        return;
    }
    if (before && number_follows(i + 1)) {
        report(i, right, "Suivi d'un autre nombre, « " + right + " » reste invariable.");
        return;
    }
    const bool multiplied =
        before && (multiplies(text_.lower(i - 1)) || text_.token(i - 1).kind == language::TokenKind::number);
    if (multiplied || !counted(i + 1)) return;
    if (follows(i) && (text_.can(i - 1, part(determiner) | part(adjective)))) return;
    report(i, right, "« " + right + " » ne prend un s que multiplié : deux cents, quatre-vingts.");
}

/// trois cent marches, quatre-vingt femmes
void NumeralRule::check_singular(std::size_t i, std::string_view form) {
    if (!counted(i + 1) || is_rank(i)) return;
    if (form == "cent" && !(numeral_before(i) && multiplies(text_.lower(i - 1)))) return;
    if (form.ends_with("-cent") && !multiplies(form.substr(0, form.size() - 5))) return;
    // cent % or pour cent; deux cent mille
    if (text_.lower(i + 1) == "mille" || (i > 0 && text_.is(i - 1, word("pour")))) return;
    report(i, std::string(form) + "s",
           "Multiplié et non suivi d'un autre nombre, il prend un s : deux cents clients, "
           "quatre-vingts pages.");
}

/// quelques dix ans
void NumeralRule::check_about(std::size_t i) {
    const std::size_t next = i + 1;
    if (!follows(next) || text_.is_any(next, {word("un"), word("une"), word("cents")})) return;
    // les quelques dix dollars qui restaient: an adjective, « the few »
    if (follows(i) && text_.only(i - 1, determiner)) return;
    const bool figure = text_.token(next).kind == language::TokenKind::number && text_.lower(next).size() > 1;
    const std::string_view form = text_.lower(next);
    const bool letters = text_.only(next, numeral) || is_number_word(form.substr(0, form.find('-')));
    if ((!figure && !letters) || !follows(next + 1)) return;
    report(i, "quelque", "Devant un nombre, « quelque » signifie environ et reste invariable.");
}

}  // namespace

void check_numerals(Checker& checker) {
    NumeralRule(checker).run();
}

}  // namespace relis::grammar
