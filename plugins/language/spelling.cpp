// Unknown words, with names, acronyms and typographic variants set apart.
#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "characters.h"
#include "check_context.h"
#include "language/utf8.h"
#include "shorthand.h"

namespace relis::language {
namespace {

constexpr std::size_t longest_acronym = 6;
/// At the start of a sentence, a correction this near makes an unknown capitalised word a misspelling, not a name.
constexpr double near = 0.75;
/// In capitals, only a correction as near as this.
constexpr double certain = 0.5;
/// With no correction as near as this, an unknown word is as likely a term as a fault: to be looked at, at no cost.
constexpr double far = 1.6;
/// Beginnings that French joins freely to words: ultramoderne, micro-ondable.
constexpr std::array<std::u32string_view, 38> prefixes{
    U"aéro",   U"agro",   U"anti",  U"auto",  U"brachy", U"cardio", U"cyber",  U"électro", U"euro",  U"extra",
    U"géo",    U"hydro",  U"hyper", U"hypo",  U"immuno", U"infra",  U"inter",  U"macro",   U"micro", U"mini",
    U"multi",  U"néo",    U"neuro", U"photo", U"poly",   U"pseudo", U"psycho", U"radio",   U"socio", U"super",
    U"techno", U"thermo", U"trans", U"ultra", U"mono",   U"post",   U"intra",  U"pluri"};

class SpellingCheck {
  public:
    explicit SpellingCheck(CheckContext& context) : context_(context), lexicon_(context.reading.lexicon()) {}

    void run() {
        for (std::size_t i = 0; i < context_.size(); ++i) {
            const Token& token = context_.tokens[i];
            if (token.kind != TokenKind::word || context_.unjudged[i]) continue;
            if (context_.reading.is_known(i)) {
                known(i);
            } else {
                unknown(i);
            }
        }
    }

  private:
    void known(std::size_t i) {
        if (other_spelling(i)) return;
        // mangé-je, fussè-je: forms that exist only before -je; they end so
        const std::string_view form = context_.reading.lower(i);
        if (!form.ends_with("é") && !form.ends_with("è")) return;
        const auto analyses = context_.reading.analyses(i);
        if (analyses.empty()) return;
        for (const Analysis& analysis : analyses) {
            if (!analysis.features.has_role(role::inverted_only)) return;
        }
        const bool inverted = i + 1 < context_.size() && context_.tokens[i + 1].kind == TokenKind::enclitic &&
                              context_.reading.lower(i + 1) == "je";
        if (!inverted) fault(i);
    }

    /// A word of the spelling that the programme does not ask for: connaitre, connaître.
    bool other_spelling(std::size_t i) {
        const SpellingNorm norm = context_.options.spelling;
        if (norm == SpellingNorm::either) return false;
        const std::uint8_t unwanted = norm == SpellingNorm::classic ? form_flag::reformed : form_flag::classic;
        if ((context_.reading.flags(i) & unwanted) == 0) return false;
        const auto form = lexicon_.find_in_any_case(context_.tokens[i].form);
        if (!form || (lexicon_.flags(*form) & unwanted) == 0) return false;
        const auto other = lexicon_.other_spelling(*form);
        if (!other) return false;
        const std::string wanted = context_.in_case_of(i, lexicon_.spell(*other));
        const char* name = norm == SpellingNorm::classic ? "l'orthographe classique" : "l'orthographe de 1990";
        context_.report("other-spelling", FaultCategory::spelling, i, i,
                        "Ce programme suit " + std::string(name) + " : on y écrit « " + wanted + " ».", {wanted});
        return true;
    }

    void unknown(std::size_t i) {
        const Token& token = context_.tokens[i];
        const std::string_view low = context_.reading.lower(i);
        if (context_.options.accepts && context_.options.accepts(low)) return;
        if (token.end - token.start == 1) return;  // a letter used as a label
        if (shorthand(i) || typographic_variant(i)) return;
        switch (token.letter_case) {
            case LetterCase::all_capitals:
                if (token.end - token.start <= longest_acronym || is_unaccented_capitals(low)) return;
                if (!has_correction_within(low, certain)) return;  // a name in capitals
                break;
            case LetterCase::mixed:
                if (!is_slip_of_the_shift_key(token)) return;  // iPhone, TotalEnergies, McDonald
                break;
            case LetterCase::initial_capital:
                if (is_name(i)) return;
                break;
            case LetterCase::lower:
            case LetterCase::none:
                if (is_of_another_script(low) || is_derived(low)) return;
                break;
        }
        if (whole_with_enclitic(i)) return;
        fault(i);
    }

    /// randez-vous: taken apart as if « vous » were an enclitic, and misspelt as a whole.
    bool whole_with_enclitic(std::size_t i) {
        if (i + 1 >= context_.size() || context_.tokens[i + 1].kind != TokenKind::enclitic) return false;
        const std::string whole = std::string(context_.reading.lower(i)) + std::string(context_.tokens[i + 1].form);
        const auto found = context_.corrector.of(whole);
        if (found->forms.empty() || found->distance > near) return false;
        std::vector<std::string> suggestions;
        for (const std::string& suggestion : found->forms) suggestions.push_back(context_.in_case_of(i, suggestion));
        context_.report("unknown-word", FaultCategory::spelling, i, i + 1,
                        "Le mot « " + whole + " » est inconnu du dictionnaire. Vouliez-vous écrire « " +
                            suggestions.front() + " » ?",
                        suggestions);
        return true;
    }

    /// Written as in a text message: bcp, qqn.
    bool shorthand(std::size_t i) {
        const LetterCase letter_case = context_.tokens[i].letter_case;
        if (letter_case != LetterCase::lower && letter_case != LetterCase::initial_capital) return false;
        const auto full = shorthand_of(context_.reading.lower(i));
        if (!full) return false;
        context_.report("shorthand", FaultCategory::spelling, i, i,
                        "« " + std::string(context_.tokens[i].form) +
                            " » est une abréviation de message texte : dans un rapport, écrivez « " +
                            std::string(*full) + " ».",
                        {context_.in_case_of(i, *full)});
        return true;
    }

    /// Correct but for typography: coeur, Etait. Told at no cost.
    bool typographic_variant(std::size_t i) {
        const Token& token = context_.tokens[i];
        std::u32string letters = to_code_points(token.form);
        std::u32string joined;
        for (const char32_t letter : letters) {
            const char32_t before = joined.empty() ? U' ' : joined.back();
            if (to_lower(letter) == U'e' && to_lower(before) == U'o') {
                joined.back() = before == U'O' ? U'Œ' : U'œ';
            } else {
                joined.push_back(letter);
            }
        }
        if (joined.size() != letters.size()) {
            const std::string with_ligature = to_utf8(joined);
            if (lexicon_.knows(with_ligature)) {
                if (context_.options.typography) {
                    context_.report("ligature", FaultCategory::typography, i, i,
                                    "Le « o » et le « e » se lient dans ce mot : « " + with_ligature + " ».",
                                    {with_ligature});
                }
                return true;
            }
        }
        if (token.letter_case != LetterCase::initial_capital) return false;
        constexpr std::array<std::u32string_view, 4> accented{U"ÉÈÊ", U"ÀÂ", U"Ô", U"ÎÏ"};
        constexpr std::u32string_view plain = U"EAOI";
        const std::size_t place = plain.find(letters.front());
        if (place == std::u32string_view::npos) return false;
        for (const char32_t capital : accented[place]) {
            letters.front() = capital;
            const std::string candidate = to_utf8(letters);
            if (!lexicon_.knows(candidate)) continue;
            const Corrections& found = corrections(context_.reading.lower(i));  // Apres is Après, not Âpres
            if (!found.forms.empty() && found.forms.front() != lower(candidate)) continue;
            if (context_.options.typography) {
                context_.report("accent-on-capital", FaultCategory::typography, i, i,
                                "Les capitales gardent leur accent : « " + candidate + " ».", {candidate});
            }
            return true;
        }
        return false;
    }

    /// BOnjour, bonJour: a known word but for its capitals.
    [[nodiscard]] bool is_slip_of_the_shift_key(const Token& token) const {
        const std::string low = lower(token.form);
        return lexicon_.find(low).has_value() && token.end - token.start > 3;
    }

    /// A text in capitals without accents: PROPRETE.
    [[nodiscard]] bool is_unaccented_capitals(std::string_view low) {
        const std::string plain = fold(low);
        for (const std::string& suggestion : corrections(low).forms) {
            if (fold(suggestion) == plain) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_nominal(FormId form) const {
        const Analyses all = lexicon_.analyses(form);
        return std::any_of(all.begin(), all.end(), [](const Analysis& a) {
            return a.features.is(PartOfSpeech::noun) || a.features.is(PartOfSpeech::adjective) ||
                   a.features.has_tense(tense::past_participle);
        });
    }

    /// A known word behind a free prefix, or two adjectives joined: aorto-coronaire.
    [[nodiscard]] bool is_derived(std::string_view low) const {
        const std::u32string letters = to_code_points(low);
        for (const std::u32string_view prefix : prefixes) {
            if (letters.size() < prefix.size() + 5 || !letters.starts_with(prefix)) continue;
            const std::size_t rest = prefix.size() + (letters[prefix.size()] == U'-' ? 1 : 0);
            const auto form = lexicon_.find(to_utf8(letters.substr(rest)));
            if (form && is_nominal(*form)) {
                return true;
            }
        }
        // The noun of a verb in -iser: républicanisation
        for (const std::u32string_view ending : {std::u32string_view(U"isation"), std::u32string_view(U"isations")}) {
            if (letters.size() < ending.size() + 3 || !letters.ends_with(ending)) continue;
            if (lexicon_.find(to_utf8(letters.substr(0, letters.size() - ending.size())) + "iser")) return true;
        }
        const std::size_t joint = letters.find(U"o-");
        return joint != std::u32string::npos && joint >= 3 && lexicon_.knows(to_utf8(letters.substr(joint + 2)));
    }

    [[nodiscard]] static bool is_of_another_script(std::string_view low) {
        for (std::size_t i = 0; i < low.size();) {
            const char32_t c = decode(low, i);
            if (c > 0x24F && c != U'\u2019' && kind_of(c) == CharacterKind::letter) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_name(std::size_t i) {
        if (!context_.tokens[i].first_of_sentence) return true;
        collect_names();
        const std::string_view low = context_.reading.lower(i);
        if (names_.contains(low)) return true;
        // Part of a longer name: « Krispy Kreme offre… »
        if (i + 1 < context_.size() && context_.adjacent(i) && context_.tokens[i + 1].kind == TokenKind::word &&
            context_.tokens[i + 1].letter_case != LetterCase::lower &&
            context_.tokens[i + 1].letter_case != LetterCase::none) {
            return true;
        }
        return !has_correction_within(low, near);
    }

    /// Words written with a capital inside a sentence of this text.
    void collect_names() {
        if (names_collected_) return;
        names_collected_ = true;
        for (std::size_t i = 0; i < context_.size(); ++i) {
            const Token& token = context_.tokens[i];
            if (token.kind == TokenKind::word && !token.first_of_sentence &&
                token.letter_case == LetterCase::initial_capital && !context_.reading.is_known(i)) {
                names_.insert(context_.reading.lower(i));
            }
        }
    }

    void fault(std::size_t i) {
        const Token& token = context_.tokens[i];
        const std::string form(token.form);
        std::vector<std::string> suggestions;
        const Corrections& found = corrections(context_.reading.lower(i));
        for (const std::string& suggestion : found.forms) {
            suggestions.push_back(context_.in_case_of(i, suggestion));
        }
        std::string message = form.size() > 80 ? std::string("Ce mot") : "Le mot « " + form + " »";
        message += " est inconnu du dictionnaire.";
        if (found.distance > far) {
            context_.report("unknown-term", FaultCategory::unknown_term, i, i,
                            message + " À vérifier ; il ne compte pas dans la note.", std::move(suggestions));
            return;
        }
        if (!suggestions.empty()) message += " Vouliez-vous écrire « " + suggestions.front() + " » ?";
        context_.report("unknown-word", FaultCategory::spelling, i, i, std::move(message), std::move(suggestions));
    }

    /// Corrections of a word in lower case; none once the text has had its share.
    const Corrections& corrections(std::string_view low) {
        static const Corrections none;
        const auto known = corrections_.find(low);
        if (known != corrections_.end()) return *known->second;
        if (corrections_.size() >= context_.options.suggested_words) return none;
        return *corrections_.emplace(low, context_.corrector.of(low)).first->second;
    }

    /// The same without the corrections themselves; yes once the text has had its share.
    bool has_correction_within(std::string_view low, double distance) {
        if (const auto known = corrections_.find(low); known != corrections_.end())
            return known->second->distance <= distance;
        if (corrections_.size() + asked_for_near_ones_ >= context_.options.suggested_words) return true;
        ++asked_for_near_ones_;
        return context_.corrector.has_within(low, distance);
    }

    CheckContext& context_;
    const Lexicon& lexicon_;
    std::size_t asked_for_near_ones_ = 0;  ///< that corrections_ does not count
    std::unordered_set<std::string_view> names_;
    bool names_collected_ = false;
    std::unordered_map<std::string_view, std::shared_ptr<const Corrections>> corrections_;
};

}  // namespace

void check_spelling(CheckContext& context) {
    SpellingCheck(context).run();
}

}  // namespace relis::language
