// Forms that depend on the next word, and colours made of two words: vieil homme, mon amie, des yeux marron,
// des robes bleu clair.
#include "determiner_forms.h"
#include "form_filter.h"
#include "rules.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

bool linked(const ReadText& text, std::size_t i) {
    return i > 0 && i < text.size() && same_sentence(text, i - 1, i) && text[i].boundary == Boundary::none;
}

/// beau homme, nouveau hôtel, ma amie, ce hôtel
void check_before_vowel(Checker& checker, std::size_t i) {
    struct Entry {
        std::string_view form, before_vowel;
        bool feminine;
    };
    static constexpr Entry entries[] = {{"beau", "bel", false}, {"nouveau", "nouvel", false}, {"vieux", "vieil", false},
                                        {"ma", "mon", true},    {"ta", "ton", true},          {"sa", "son", true},
                                        {"ce", "cet", false}};
    const ReadText& text = checker.text();
    static constexpr FormFilter named(entries, [](const Entry& entry) { return entry.form; });
    if (!named.may_be(text[i]) || !text.can(i, part(determiner) | part(adjective))) return;
    const Entry* found = nullptr;
    for (const Entry& entry : entries) {
        if (text.lower(i) == entry.form) found = &entry;
    }
    const std::size_t next = i + 1;
    if (found == nullptr || !linked(text, next) || text[next].unknown || text[next].capital) return;
    if (checker.reported(i) || checker.reported(next) || text.token(next).kind != language::TokenKind::word) return;
    if (!text.token(next).space_before || !begins_with_vowel(text, next)) return;
    // beau et grand, vieux ou neuf, ce a; an adjective may stand between: ma ancienne adresse
    const Parts nominal = part(noun) | part(adjective);
    if (!text.can(next, nominal) || text.can(next, Parts(~(nominal | part(verb))))) return;
    if (can_be_finite(text, next) && !text.can(next, noun)) return;
    const bool adjective_form = found->form == "beau" || found->form == "nouveau" || found->form == "vieux";
    const bool determined = i > 0 && linked(text, i) && is_determiner(text, i - 1);
    if (adjective_form && (!determined || !text.can(next, noun))) return;
    // ce est: the pronoun
    if (found->form == "ce" && (text.can(next, verb) || text.can(i, part(PartOfSpeech::pronoun)))) return;
    const AgreementSet set = agreement(text, next, nominal);
    const AgreementSet wanted = agreement_set(found->feminine ? gender::feminine : gender::masculine, number::singular);
    if ((set & wanted) == 0) return;
    if (found->feminine && (text.can(next, verb) || text.is(i, word("sa"))) && !text.only(next, nominal)) return;
    checker.report("before-vowel", i, i,
                   "Devant un mot qui commence par une voyelle ou un h muet, écrivez « " +
                       std::string(found->before_vowel) + " ».",
                   {std::string(found->before_vowel)});
}

bool is_shade(std::string_view form) {
    for (const std::string_view item :
         {"clair", "claire",    "clairs", "claires", "foncé",  "foncée",    "foncés",     "foncées", "pâle", "pâles",
          "vif",   "vive",      "vifs",   "vives",   "sombre", "sombres",   "pastel",     "marine",  "ciel", "nuit",
          "roi",   "bouteille", "olive",  "pomme",   "citron", "turquoise", "électrique", "fluo"}) {
        if (form == item) return true;
    }
    return false;
}

/// une jupe bleue foncée, des yeux verts clairs, des yeux marrons
void check_colour(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    if (i == 0 || !text.can(i, part(adjective) | part(noun)) || !linked(text, i) || checker.reported(i) ||
        text[i].unknown || text[i].capital)
        return;
    if (!text.can(i - 1, part(noun) | part(adjective)) || is_determiner(text, i - 1)) return;
    const std::uint32_t classes = text.classes(i, part(adjective) | part(noun));
    if ((classes & (lemma_class::colour | lemma_class::invariable_colour)) == 0) return;
    const AgreementSet set = agreement(text, i, part(adjective) | part(noun));
    const bool plural = (numbers_of(set) & number::singular) == 0;
    const std::size_t next = i + 1;
    const bool shaded = linked(text, next) && is_shade(text.lower(next)) && !checker.reported(next);
    if ((classes & lemma_class::colour) != 0 && text.can(i, adjective) && shaded &&
        (classes & lemma_class::invariable_colour) == 0) {
        // une jupe bleue pâle: with the shade the whole stays still; des roses rouges vives may be two adjectives
        const std::vector<std::string> base = checker.inflected(i, gender::masculine, number::singular);
        const std::vector<std::string> shade = checker.inflected(next, gender::masculine, number::singular);
        const bool first_off = (set & 1U) == 0;
        const bool second_off = (agreement(text, next, part(adjective) | part(verb) | part(noun)) & 1U) == 0 &&
                                text.lower(next) != "marine" && text.lower(next) != "bouteille";
        if (!first_off && !second_off) return;
        if ((first_off && base.empty()) || (second_off && shade.empty())) return;
        const std::string words = (first_off ? base.front() : checker.original(i, i)) + " " +
                                  (second_off ? shade.front() : checker.original(next, next));
        checker.report(
            "colour", i, next,
            "Un adjectif de couleur précisé par un autre mot reste invariable : " + checker.quoted(i, next) + ".",
            {words});
        return;
    }
    if ((classes & lemma_class::invariable_colour) == 0 || !plural) return;
    const std::string_view form = text.lower(i);
    if (form != "marrons" && form != "oranges" && form != "crèmes" && form != "turquoises" && form != "kakis") return;
    // des yeux marrons; not « des pommes et des oranges », « vendre oranges »
    if (!text.can(i - 1, noun) || (numbers_of(agreement(text, i - 1, part(noun))) & number::plural) == 0) return;
    checker.report("colour", i, i, "Ce nom employé comme couleur reste invariable : " + checker.quoted(i - 1, i) + ".",
                   {std::string(form.substr(0, form.size() - 1))});
}

}  // namespace

void check_words_before_nouns(Checker& checker) {
    for (std::size_t i = 0; i < checker.text().size(); ++i) {
        check_before_vowel(checker, i);
        check_colour(checker, i);
    }
}

}  // namespace relis::grammar
