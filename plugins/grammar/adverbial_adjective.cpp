// Adjectives that stand for adverbs and do not agree: coûter cher, sentir bon, parler fort, je trouve ça cher.
#include "rules.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

constexpr AgreementSet masculine_singular = 1;

bool takes_adverbial_adjective(std::string_view lemma) {
    constexpr std::string_view verbs[] = {"coûter",  "valoir", "payer", "acheter", "vendre",  "sentir", "chanter",
                                          "parler",  "voir",   "viser", "voler",   "marcher", "sonner", "travailler",
                                          "frapper", "tenir",  "peser", "rouler",  "rire",    "crier"};
    for (const std::string_view verb : verbs) {
        if (lemma == verb) return true;
    }
    return false;
}

void check_verb(Checker& checker, const Chunk& verb) {
    const ReadText& text = checker.text();
    std::size_t i = verb.last + 1U;
    if (i >= text.size() || !same_sentence(text, verb.last, i)) return;
    std::string_view lemma;
    for (const Analysis& reading : text.readings(verb.head)) {
        if (reading.features.part == PartOfSpeech::verb && !text[verb.head].unknown)
            lemma = text.reader().lexicon().lemma(reading.lemma);
    }
    // ont visé juste: the participle tells the verb
    if (is_form_of(text, verb.head, lemma_class::avoir)) {
        const std::size_t participle = skip_adverbs(text, i);
        if (participle == npos || !can_be_participle(text, participle) || participle + 1 >= text.size()) return;
        for (const Analysis& reading : text.readings(participle)) {
            if (is_past_participle(reading.features)) lemma = text.reader().lexicon().lemma(reading.lemma);
        }
        i = participle + 1;
        if (!same_sentence(text, participle, i)) return;
    }
    bool applies = takes_adverbial_adjective(lemma);
    for (std::size_t c = verb.first; c < verb.head; ++c) {
        // se sentir fausse, les voir claires: an attribute
        if (text.is_any(c, {word("se"), word("s'"), word("me"), word("m'"), word("te"), word("t'"), word("nous"),
                            word("vous"), word("le"), word("la"), word("les"), word("l'")})) {
            applies = false;
        }
    }
    if (lemma == "trouver" && text.is_any(i, {word("ça"), word("cela")}) && i + 1 < text.size()) {
        applies = true;
        ++i;
    }
    if (!applies) return;
    i = skip_adverbs(text, i);
    if (i == npos || text[i].unknown || checker.reported(i) || !text.can(i, PartOfSpeech::adjective)) return;
    const bool neuter = lemma == "trouver";
    if (!neuter && (text.classes(i, part(PartOfSpeech::adjective)) & lemma_class::adverbial_adjective) == 0) return;
    if ((agreement(text, i, part(PartOfSpeech::adjective) | part(PartOfSpeech::noun)) & masculine_singular) != 0)
        return;
    if (text.can(i, part(PartOfSpeech::determiner) | part(PartOfSpeech::preposition))) return;
    if (i + 1 < text.size() && same_sentence(text, i, i + 1) && text.can(i + 1, PartOfSpeech::noun)) return;
    checker.report("adverbial-adjective", i, i,
                   "Ici, " + checker.quoted(i) +
                       " a la valeur d'un adverbe ou se rapporte à « ça » : il reste au masculin singulier.",
                   checker.inflected(i, gender::masculine, number::singular));
}

}  // namespace

void check_adverbial_adjectives(Checker& checker) {
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        if (checker.chunks()[k].kind == ChunkKind::verb) check_verb(checker, checker.chunks()[k]);
    }
}

}  // namespace relis::grammar
