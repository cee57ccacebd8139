#include "determiner_forms.h"

#include <algorithm>

#include "structure.h"

namespace relis::grammar {
namespace {

struct Family {
    std::string_view masculine, feminine, masculine_plural, feminine_plural;
    std::string_view before_vowel_masculine = {}, before_vowel_feminine = {};
};

constexpr Family families[] = {
    {"le", "la", "les", "les", "l'", "l'"},
    {"un", "une", "des", "des"},
    {"ce", "cette", "ces", "ces", "cet", ""},
    {"mon", "ma", "mes", "mes", "", "mon"},
    {"ton", "ta", "tes", "tes", "", "ton"},
    {"son", "sa", "ses", "ses", "", "son"},
    {"notre", "notre", "nos", "nos"},
    {"votre", "votre", "vos", "vos"},
    {"leur", "leur", "leurs", "leurs"},
    {"quel", "quelle", "quels", "quelles"},
    {"aucun", "aucune", "aucuns", "aucunes"},
    {"nul", "nulle", "nuls", "nulles"},
    {"tout", "toute", "tous", "toutes"},
    {"certain", "certaine", "certains", "certaines"},
    {"tel", "telle", "tels", "telles"},
    {"quelque", "quelque", "quelques", "quelques"},
    {"chaque", "chaque", "", ""},
    {"au", "à la", "aux", "aux", "à l'", "à l'"},
    {"du", "de la", "des", "des", "de l'", "de l'"},
    {"ledit", "ladite", "lesdits", "lesdites"},
    {"dudit", "de ladite", "desdits", "desdites"},
    {"maint", "mainte", "maints", "maintes"},
    {"différent", "différente", "différents", "différentes"},
};

}  // namespace

bool begins_with_vowel(const ReadText& text, std::size_t i) {
    const std::string_view lower = text.lower(i);
    if (lower.empty()) return false;
    if (const auto form = text.reader().lexicon().find(lower)) {
        if ((text.reader().lexicon().flags(*form) & language::form_flag::aspirated) != 0) return false;
    }
    const auto lead = static_cast<unsigned char>(lower.front());
    if (std::string_view("aeiouh").find(lower.front()) != std::string_view::npos) return true;
    if (lower.front() == 'y') return lower.size() == 1 || lower.starts_with("yv") || !lower.starts_with("ye");
    return lead == 0xC5 || (lead == 0xC3 && lower.size() > 1 && static_cast<unsigned char>(lower[1]) != 0xA7);
}

std::string determiner_for(WordId determiner, std::uint8_t gender_wanted, std::uint8_t number_wanted,
                           const ReadText& text, std::size_t next) {
    if (determiner == no_word) return {};
    std::string_view own = closed_word(determiner);
    if (own == "l'") own = "le";
    if (own == "cet") own = "ce";
    for (const Family& family : families) {
        if (own != family.masculine && own != family.feminine && own != family.masculine_plural &&
            own != family.feminine_plural) {
            continue;
        }
        const bool feminine = gender_wanted == gender::feminine;
        if (number_wanted == number::plural) {
            return std::string(feminine ? family.feminine_plural : family.masculine_plural);
        }
        const std::string_view vowel = feminine ? family.before_vowel_feminine : family.before_vowel_masculine;
        if (!vowel.empty() && next < text.size() && begins_with_vowel(text, next)) return std::string(vowel);
        return std::string(feminine ? family.feminine : family.masculine);
    }
    return {};
}

}  // namespace relis::grammar
