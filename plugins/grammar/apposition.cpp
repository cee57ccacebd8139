// Adjectives and participles set apart by commas after the subject: les baguettes, encore tièdes, sentaient bon;
// les tarifs, écrits en petits caractères, sont lisibles.
#include "rules.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

/// The closing comma of an insertion that begins after token `comma`, or npos: near, in the same sentence, not in a
/// list.
std::size_t closing_comma(const ReadText& text, std::size_t comma) {
    for (std::size_t i = comma + 1; i < text.size() && i < comma + 14 && same_sentence(text, comma, i); ++i) {
        if (text[i].boundary == Boundary::strong) return npos;
        if (text[i].boundary == Boundary::comma) return i;
    }
    return npos;
}

/// The verb of the clause, or its clitics, stands after the insertion.
bool verb_follows(const ReadText& text, std::size_t i) {
    if (i >= text.size() || text[i].boundary != Boundary::none) return false;
    return is_ne(text, i) || can_be_finite(text, i) || (is_clitic(text, i) && text.can(i, PartOfSpeech::pronoun));
}

/// The noun group before the comma begins its clause: it is the subject, and nothing else can be qualified.
bool leads_clause(const ReadText& text, const Chunks& chunks, std::size_t k) {
    if (chunks[k].kind != ChunkKind::noun_group || !chunks[k].determined || chunks[k].uncertain) return false;
    if (text.is_any(chunks[k].first, {word("du"), word("au"), word("aux")})) return false;
    if (k == 0 || !same_sentence(text, chunks[k - 1].first, chunks[k].first)) return true;
    const ChunkKind before = chunks[k - 1].kind;
    return before == ChunkKind::strong || before == ChunkKind::subordinator ||
           (before == ChunkKind::relative && !text.is(chunks[k - 1].first, word("qui")));
}

void check_insertion(Checker& checker, std::size_t comma) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    if (comma == 0 || !same_sentence(text, comma - 1, comma)) return;
    const std::size_t k = chunks.of_token(comma - 1);
    if (!leads_clause(text, chunks, k)) return;
    const std::size_t closing = closing_comma(text, comma);
    if (closing == npos || !verb_follows(text, closing + 1)) return;
    const std::size_t i = skip_adverbs(text, comma + 1);
    if (i == npos || i >= closing || text[i].unknown || checker.reported(i)) return;
    const AgreementSet subject = agreement_set(chunks[k].genders, chunks[k].numbers);
    std::uint8_t persons = 0;
    for (const Analysis& reading : text.readings(i)) persons |= reading.features.persons;
    const bool misspelt = (only_finite(text, i) && (persons & (person::third_singular | person::third_plural)) == 0) ||
                          (only_infinitive(text, i) && text.lower(i).ends_with("er"));
    if (misspelt && i + 1 < closing && text.can(i + 1, PartOfSpeech::preposition)) {
        std::vector<std::string> suggestions = checker.participles(i, genders_of(subject), numbers_of(subject));
        if (suggestions.empty() && checker.wants_suggestions()) return;
        checker.report("participle-form", i, i,
                       "Qualifiant " + checker.quoted(chunks[k].first, chunks[k].last) + ", " + checker.quoted(i) +
                           " s'écrit au participe passé.",
                       std::move(suggestions));
        return;
    }
    if (!adjectival(text, i)) return;
    // a second adjective or noun makes a list or a name of it
    const AgreementSet own = agreement(text, i, part(PartOfSpeech::adjective) | part(PartOfSpeech::verb));
    if ((own & subject) != 0) return;
    checker.report("apposition", i, i,
                   checker.quoted(i) + " s'accorde avec " + checker.quoted(chunks[k].first, chunks[k].last) + ".",
                   checker.inflected(i, genders_of(subject), numbers_of(subject)));
}

}  // namespace

void check_appositions(Checker& checker) {
    for (std::size_t i = 0; i < checker.text().size(); ++i) {
        if (checker.text()[i].boundary == Boundary::comma) check_insertion(checker, i);
    }
}

}  // namespace relis::grammar
