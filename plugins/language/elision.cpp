// Elision and contraction: le argent, si il, de le magasin, l'haricot, ma amie, ce homme.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "characters.h"
#include "check_context.h"
#include "language/utf8.h"

namespace relis::language {
namespace {

using namespace std::string_view_literals;

struct Elided {
    std::string_view full;
    std::string_view elided;
};

constexpr std::array elisions{Elided{"le", "l'"},          Elided{"la", "l'"},           Elided{"de", "d'"},
                              Elided{"je", "j'"},          Elided{"me", "m'"},           Elided{"te", "t'"},
                              Elided{"se", "s'"},          Elided{"ne", "n'"},           Elided{"que", "qu'"},
                              Elided{"jusque", "jusqu'"},  Elided{"lorsque", "lorsqu'"}, Elided{"puisque", "puisqu'"},
                              Elided{"quoique", "quoiqu'"}};

/// Beginning in a vowel, and yet nothing elides before them.
constexpr std::array never_elided{"onze"sv,     "onzième"sv, "oui"sv,   "ouï"sv,     "un"sv,  "uns"sv, "huit"sv,
                                  "huitième"sv, "y"sv,       "ouate"sv, "un-deux"sv, "et"sv,  "ou"sv,  "où"sv,
                                  "à"sv,        "en"sv,      "est"sv,   "ou"sv,      "and"sv, "e"sv,   "i"sv,
                                  "o"sv,        "u"sv,       "a"sv,     "ex"sv};

template <class List>
bool among(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string_view full_form(std::string_view elided) {
    for (const Elided& pair : elisions) {
        if (pair.elided == elided) return pair.full;
    }
    return elided == "c'" ? "ce" : elided == "s'" ? "se" : std::string_view{};
}

class ElisionCheck {
  public:
    explicit ElisionCheck(CheckContext& context) : context_(context), reading_(context.reading) {}

    void run() {
        for (std::size_t i = 0; i + 1 < context_.size(); ++i) {
            if (!context_.adjacent(i) || !context_.is_word(i + 1)) continue;
            const TokenKind kind = context_.tokens[i].kind;
            if (kind == TokenKind::word) {
                word(i);
            } else if (kind == TokenKind::elided) {
                elided(i);
            }
        }
    }

  private:
    /// The next word begins in a vowel or mute h, for certain: known, lower case or at least a known name.
    [[nodiscard]] bool vowel_follows(std::size_t i) const {
        const Token& next = context_.tokens[i + 1];
        if (!reading_.is_known(i + 1) || next.end - next.start < 2 || !next.space_before) return false;
        if (next.letter_case == LetterCase::all_capitals || next.letter_case == LetterCase::mixed) return false;
        if (next.letter_case == LetterCase::initial_capital && reading_.lower(i + 1).front() == 'h')
            return false;  // La Haye
        return reading_.calls_for_elision(i + 1);
    }

    [[nodiscard]] bool is_nominal(std::size_t i) const {
        return reading_.any(i, PartOfSpeech::noun) || reading_.any(i, PartOfSpeech::adjective);
    }

    [[nodiscard]] bool is_infinitive(std::size_t i) const { return reading_.any_tense(i, tense::infinitive); }

    /// A noun or adjective of that gender and number; `strictly`: and of no other gender.
    [[nodiscard]] bool nominal_is(std::size_t i, std::uint8_t genders, std::uint8_t numbers, bool strictly) const {
        bool found = false;
        for (const Analysis& analysis : reading_.analyses(i)) {
            const Features& f = analysis.features;
            if (f.part != PartOfSpeech::noun && f.part != PartOfSpeech::adjective) continue;
            if ((f.genders & genders) != 0 && (f.numbers & numbers) != 0) found = true;
            if (strictly && (f.genders & ~genders) != 0) return false;
        }
        return found;
    }

    void join(std::size_t i, std::string_view elided, std::string_view why) {
        const std::string joined = std::string(elided) + std::string(context_.tokens[i + 1].form);
        context_.report("elision", FaultCategory::grammar, i, i + 1, std::string(why),
                        {context_.in_case_of(i, joined)});
    }

    void word(std::size_t i) {
        const std::string_view form = reading_.lower(i);
        if (form.size() > 7 || form.size() < 2) return;
        const std::string_view next = reading_.lower(i + 1);
        if (form == "si" && (next == "il" || next == "ils")) {
            join(i, "s'", "Devant « il » et « ils », « si » s'élide : on écrit « s'il ».");
        } else if ((form == "de" || form == "à") && (next == "le" || next == "les")) {
            contraction(i, form, next);
        } else if (vowel_follows(i)) {
            before_vowel(i, form, next);
        }
    }

    void before_vowel(std::size_t i, std::string_view form, std::string_view next) {
        if (const auto pair =
                std::find_if(elisions.begin(), elisions.end(), [&](const Elided& e) { return e.full == form; });
            pair != elisions.end()) {
            missing_elision(i, *pair, next);
        } else if (form == "ce") {
            demonstrative(i, next);
        } else if (form == "ma" || form == "ta" || form == "sa") {
            possessive(i, form);
        } else if (form == "au" || form == "du") {
            article(i, form);
        } else if (form == "beau" || form == "nouveau" || form == "vieux" || form == "fou" || form == "mou") {
            adjective(i, form);
        }
    }

    void missing_elision(std::size_t i, const Elided& pair, std::string_view next) {
        const bool pronoun =
            pair.full == "je" || pair.full == "ne" || pair.full == "me" || pair.full == "te" || pair.full == "se";
        const bool conjunction = pair.full.ends_with("que");
        // « je et ma femme », « le un », « de à », « que et »: not certain; « que à », « que en », « que un » are.
        if (among(never_elided, next)) {
            const bool certain = (conjunction && (next == "un" || next == "à" || next == "en" || next == "est" ||
                                                  next == "y" || next == "où")) ||
                                 (pronoun && (next == "est" || next == "a" || next == "y" || next == "en")) ||
                                 (pair.full == "de" && next == "en");
            if (!certain || (pair.full == "je" && next == "est")) return;
        }
        if (pair.full == "la" && reading_.any(i + 1, PartOfSpeech::verb) && !is_nominal(i + 1)) {
            // « celle-ci la aide » or, more often, « là »
            context_.report("elision", FaultCategory::grammar, i, i,
                            "Devant une voyelle, « la » s'élide ; l'adverbe de lieu s'écrit « là ».",
                            {context_.in_case_of(i, "là")});
            return;
        }
        if (pair.full == "le" || pair.full == "la" || pair.full == "de") {
            if (i > 0 && context_.tokens[i - 1].kind == TokenKind::enclitic) return;
            const LetterCase next_case = context_.tokens[i + 1].letter_case;
            if (next_case != LetterCase::lower && reading_.only(i + 1, PartOfSpeech::proper_noun) && pair.full != "de")
                return;
        }
        if (pair.full == "je" && !reading_.any(i + 1, PartOfSpeech::verb) &&
            !reading_.any(i + 1, PartOfSpeech::pronoun))
            return;
        join(i, pair.elided,
             "Devant une voyelle ou un h muet, « " + std::string(pair.full) + " » s'élide : « " +
                 std::string(pair.elided) + " ».");
    }

    void contraction(std::size_t i, std::string_view preposition, std::string_view article) {
        if (i + 2 >= context_.size() || !context_.adjacent(i + 1) || !context_.is_word(i + 2)) return;
        const Token& noun = context_.tokens[i + 2];
        if (!is_nominal(i + 2) || reading_.any(i + 2, PartOfSpeech::verb) || noun.letter_case != LetterCase::lower)
            return;
        if (reading_.any(i + 2, PartOfSpeech::adverb) || reading_.any(i + 2, PartOfSpeech::pronoun)) return;
        const std::string_view wanted =
            preposition == "de" ? (article == "le" ? "du" : "des") : (article == "le" ? "au" : "aux");
        context_.report("contraction", FaultCategory::grammar, i, i + 1,
                        "« " + std::string(preposition) + " " + std::string(article) + " » se contracte en « " +
                            std::string(wanted) + " ».",
                        {context_.in_case_of(i, wanted)});
    }

    void demonstrative(std::size_t i, std::string_view next) {
        if (next == "est" || next == "était" || next == "étaient") {
            join(i, "c'", "Devant « est » et « était », « ce » s'élide : « c' ».");
        } else if (!reading_.any(i + 1, PartOfSpeech::verb) &&
                   nominal_is(i + 1, gender::masculine, number::singular, true) &&
                   !reading_.any(i + 1, PartOfSpeech::adverb) && !reading_.any(i + 1, PartOfSpeech::preposition) &&
                   !reading_.any(i + 1, PartOfSpeech::pronoun)) {
            context_.report("demonstrative", FaultCategory::grammar, i, i,
                            "Devant une voyelle ou un h muet, « ce » devient « cet ».",
                            {context_.in_case_of(i, "cet")});
        }
    }

    void possessive(std::size_t i, std::string_view form) {
        if (reading_.any(i + 1, PartOfSpeech::verb)) return;
        if (!nominal_is(i + 1, gender::feminine, number::singular, true) || among(never_elided, reading_.lower(i + 1)))
            return;
        if (form == "sa" && i > 0 && context_.tokens[i - 1].kind == TokenKind::elided) return;
        const std::string_view wanted = form == "ma" ? "mon" : form == "ta" ? "ton" : "son";
        context_.report(
            "possessive", FaultCategory::grammar, i, i,
            "Devant une voyelle ou un h muet, « " + std::string(form) + " » devient « " + std::string(wanted) + " ».",
            {context_.in_case_of(i, wanted)});
    }

    void article(std::size_t i, std::string_view form) {
        if (context_.tokens[i + 1].letter_case != LetterCase::lower) return;
        if (!nominal_is(i + 1, gender::any, number::singular, false) || reading_.any(i + 1, PartOfSpeech::verb) ||
            reading_.any(i + 1, PartOfSpeech::preposition) || reading_.any(i + 1, PartOfSpeech::adverb) ||
            reading_.any(i + 1, PartOfSpeech::numeral)) {
            return;
        }
        join(i, form == "au" ? "à l'" : "de l'",
             "Devant une voyelle ou un h muet, « " + std::string(form) + " » devient « " +
                 (form == "au" ? "à l'" : "de l'") + " ».");
    }

    void adjective(std::size_t i, std::string_view form) {
        if (!reading_.only(i + 1, PartOfSpeech::noun)) return;
        if (!nominal_is(i + 1, gender::masculine, number::singular, true) || !is_singular(i)) return;
        const std::string_view wanted = form == "beau"      ? "bel"
                                        : form == "nouveau" ? "nouvel"
                                        : form == "vieux"   ? "vieil"
                                        : form == "fou"     ? "fol"
                                                            : "mol";
        context_.report("adjective-before-vowel", FaultCategory::grammar, i, i,
                        "Devant un nom masculin qui commence par une voyelle ou un h muet, « " + std::string(form) +
                            " » devient « " + std::string(wanted) + " ».",
                        {context_.in_case_of(i, wanted)});
    }

    /// « un vieux ours », not « de vieux ours »: the determiner or the noun is singular and nothing else.
    [[nodiscard]] bool is_singular(std::size_t adjective) const {
        const auto singular_only = [&](std::size_t i, PartOfSpeech part) {
            const auto all = reading_.analyses(i);
            return std::any_of(all.begin(), all.end(), [&](const Analysis& a) { return a.features.part == part; }) &&
                   std::none_of(all.begin(), all.end(), [&](const Analysis& a) {
                       return a.features.part == part && a.features.numbers != number::singular;
                   });
        };
        return singular_only(adjective + 1, PartOfSpeech::noun) ||
               (adjective > 0 && singular_only(adjective - 1, PartOfSpeech::determiner));
    }

    /// l'haricot, l'maison: elided where nothing calls for it.
    void elided(std::size_t i) {
        if (!reading_.is_known(i + 1) || context_.tokens[i + 1].space_before) return;
        const Token& next = context_.tokens[i + 1];
        if (next.letter_case != LetterCase::lower) return;
        const std::string_view form = reading_.lower(i + 1);
        std::size_t position = 0;
        const char32_t first = base_letter(decode(form, position));
        const bool aspirated = (reading_.flags(i + 1) & form_flag::aspirated) != 0 && first == U'h';
        const bool consonant = std::u32string_view(U"bcdfgjklmnpqrstvwxz").find(first) != std::u32string_view::npos;
        if ((!aspirated && !consonant) || next.end - next.start < 2) return;
        std::string full(full_form(reading_.lower(i)));
        if (full.empty()) return;
        // j'te jure: speech written as it is heard, no slip
        if (full == "je" && (form == "te" || form == "me" || form == "vous" || form == "lui")) return;
        if (full == "le" && nominal_is(i + 1, gender::feminine, number::any, true)) full = "la";
        context_.report("needless-elision", FaultCategory::grammar, i, i + 1,
                        aspirated ? "Rien ne s'élide devant un h aspiré." : "Rien ne s'élide devant une consonne.",
                        {context_.in_case_of(i, full) + " " + std::string(next.form)});
    }

    CheckContext& context_;
    const Reading& reading_;
};

}  // namespace

void check_elision(CheckContext& context) {
    ElisionCheck(context).run();
}

}  // namespace relis::language
