// Adjectives beside a noun group that agree with it: seules ces femmes, de tels procédés, différents produits.
#include "noun_group.h"

namespace relis::grammar {

using enum PartOfSpeech;

/// seul vos efforts, seules ces femmes: seul agrees with the group that it introduces
void check_seul(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunk& chunk = checker.chunks()[k];
    if (chunk.first == 0 || !chunk.determined || chunk.uncertain || chunk.faulty || chunk.last == chunk.first) return;
    const std::size_t i = chunk.first - 1U;
    if (!same_sentence(text, i, chunk.first) || checker.reported(i) ||
        !text.is_any(i, {word("seul"), word("seule"), word("seuls"), word("seules")}))
        return;
    if (text.is_any(chunk.first, {word("du"), word("au"), word("aux")})) return;
    if (i > 0 && same_sentence(text, i - 1, i) && text[i - 1].boundary == Boundary::none &&
        !text.can(i - 1, conjunction))
        return;
    if ((text.classes(chunk.head, part(noun)) & lemma_class::time) != 0) return;
    if (chunk.last + 1U < text.size() && text.is_any(chunk.last + 1U, {word("et"), word("ou"), word(",")})) return;
    const AgreementSet wanted = agreement_set(chunk.genders, chunk.numbers);
    if ((agreement(text, i, part(adjective) | part(noun)) & wanted) != 0) return;
    checker.report("noun-group-number", i, i,
                   checker.quoted(i) + " s'accorde avec " + checker.quoted(chunk.first, chunk.last) + ".",
                   checker.inflected(i, chunk.genders, chunk.numbers));
}

/// de tels procédé, de nombreux client: an adjective after de that can only be a plural, then the noun
void check_plural_after_de(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunk& chunk = checker.chunks()[k];
    const std::size_t i = chunk.first;
    if (i < 2 || chunk.first != chunk.head || checker.reported(i) || text[i].unknown || text[i].capital) return;
    if (!text.is_any(i - 2, {word("de"), word("d'")}) || !same_sentence(text, i - 2, i)) return;
    if (!text.only(i - 1, part(adjective) | part(PartOfSpeech::pronoun)) || !text.can(i, noun)) return;
    const AgreementSet before = agreement(text, i - 1, part(adjective));
    const AgreementSet own = agreement(text, i, part(noun));
    const bool such = text.lower(i - 1).starts_with("tel");
    const bool many = text.lower(i - 1) == "nombreux";
    if (before == 0 || (!many && (numbers_of(before) & number::singular) != 0) ||
        (numbers_of(own) & number::plural) != 0)
        return;
    if ((genders_of(before) & genders_of(own)) == 0 || (text.can(i, adjective) && !such)) return;
    checker.report("noun-group-number", i, i,
                   "Après " + checker.quoted(i - 2, i - 1) + ", écrivez " + checker.quoted(i) + " au pluriel.",
                   checker.inflected(i, genders_of(before), number::plural));
}

/// de belle chambres, différent produits: an adjective in the singular before a noun that only is a plural, without a
/// determiner
void check_singular_before_plural(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const std::size_t next = i + 1;
    if (!same_sentence(text, i, next) || text[i].unknown || text[next].unknown || text[next].boundary != Boundary::none)
        return;
    const std::string_view form = text.lower(i);
    const bool several = form.starts_with("différent") || form.starts_with("nombreu");
    const bool after_de = i > 0 && same_sentence(text, i - 1, i) && text.is_any(i - 1, {word("de"), word("d'")});
    const bool leads = (text.classes(i, part(adjective)) & lemma_class::before_noun) != 0 || form == "autre";
    if (!several && !(after_de && leads)) return;
    if (!after_de && i > 0 && same_sentence(text, i - 1, i) && text[i - 1].boundary == Boundary::none &&
        !text.only(i - 1, part(verb)) && !text.can(i - 1, part(preposition) | part(conjunction)))
        return;
    if (checker.reported(i) || checker.reported(next) || text[next].capital || !text.can(next, noun) ||
        text.can(next, part(preposition) | part(adverb) | part(determiner)))
        return;
    const AgreementSet own = agreement(text, i, part(adjective));
    const AgreementSet named = agreement(text, next, part(noun));
    if (own == 0 || named == 0 || (numbers_of(own) & number::plural) != 0 ||
        (numbers_of(named) & number::singular) != 0 || (genders_of(own) & genders_of(named)) == 0)
        return;
    checker.report("noun-group-number", i, i,
                   checker.quoted(i) + " s'accorde au pluriel avec " + checker.quoted(next) + ".",
                   checker.inflected(i, genders_of(named), number::plural));
}

}  // namespace relis::grammar
