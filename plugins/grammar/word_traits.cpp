// What a word is or can be with its remaining readings.
#include <array>
#include <initializer_list>

#include "structure.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

constexpr std::size_t closed_word_count = std::size(closed_words);

/// Traits that a closed-class word has by itself, by WordId.
constexpr std::array<std::uint32_t, closed_word_count + 1> traits_of_closed_words = [] {
    std::array<std::uint32_t, closed_word_count + 1> result{};
    const auto add = [&](std::uint32_t traits, std::initializer_list<WordId> ids) {
        for (const WordId id : ids) result[id] |= traits;
    };
    add(trait::clitic,
        {word("me"), word("m'"), word("te"), word("t'"), word("se"), word("s'"), word("le"), word("la"), word("les"),
         word("l'"), word("lui"), word("leur"), word("y"), word("en"), word("nous"), word("vous")});
    add(trait::ne, {word("ne"), word("n'")});
    add(trait::sure_subject | trait::subject,
        {word("je"), word("j'"), word("tu"), word("il"), word("ils"), word("on"), word("iel"), word("iels")});
    add(trait::subject, {word("elle"), word("elles"), word("nous"), word("vous")});
    add(trait::inner_adverb,
        {word("rien"), word("tout"),  word("tous"),  word("toutes"),    word("toute"), word("là"),    word("bien"),
         word("mal"),  word("pas"),   word("plus"),  word("jamais"),    word("guère"), word("point"), word("trop"),
         word("peu"),  word("assez"), word("fort"),  word("même"),      word("mieux"), word("vite"),  word("moins"),
         word("très"), word("si"),    word("aussi"), word("également"), word("donc")});
    return result;
}();

/// Adverbs that begin or hold a clause: they stand between no auxiliary and its participle.
constexpr std::array<bool, closed_word_count + 1> never_inner = [] {
    std::array<bool, closed_word_count + 1> result{};
    for (const WordId id : {word("ne"), word("n'"), word("y"), word("en"), word("comment"), word("pourquoi"),
                            word("quand"), word("où"), word("comme"), word("combien"), word("puis"), word("ainsi")}) {
        result[id] = true;
    }
    return result;
}();

bool consist_of(Parts parts, Parts wanted) {
    return parts != 0 && (parts & ~wanted) == 0;
}

}  // namespace

void ReadText::describe(Word& entry) const {
    constexpr std::uint32_t before_verb = trait::clitic | trait::sure_subject | trait::subject;
    std::uint32_t traits = traits_of_closed_words[entry.id];
    if (entry.enclitic) traits &= ~before_verb;
    if (entry.boundary != Boundary::none || entry.unknown) traits &= ~trait::inner_adverb;

    entry.tenses = 0;
    entry.persons = 0;
    entry.verb_classes = 0;
    bool all_finite = true;      // or imperative
    bool all_qualifiers = true;  // adjective or past participle
    bool verbs_qualify = true;   // its verbs are participles
    for (std::size_t k = 0; k < entry.reading_count; ++k) {
        const Analysis& reading = readings_[entry.first_reading + k];
        const Features& f = reading.features;
        entry.tenses |= f.tenses;
        entry.persons |= f.persons;
        if (f.part == verb) {
            if (!entry.unknown) entry.verb_classes |= reader_->classes(reading.lemma);
            if (!is_past_participle(f) && (f.tenses & tense::present_participle) == 0) verbs_qualify = false;
        }
        if ((f.tenses & (tense::personal | tense::imperative)) == 0) all_finite = false;
        if (!is_qualifier(f)) all_qualifiers = false;
    }
    if ((entry.tenses & tense::personal) != 0) traits |= trait::finite;
    if ((entry.tenses & tense::past_participle) != 0) traits |= trait::participle;
    if ((entry.tenses & tense::infinitive) != 0) traits |= trait::infinitive;
    if (consist_of(entry.parts, part(verb)) && all_finite) traits |= trait::only_finite;
    if (!entry.unknown && consist_of(entry.parts, part(adjective) | part(verb)) && all_qualifiers) {
        traits |= trait::only_qualifier | trait::adjectival;
    }
    if (!entry.unknown && (entry.parts & part(adjective)) != 0 && verbs_qualify &&
        consist_of(entry.parts, part(adjective) | part(noun) | part(verb))) {
        traits |= trait::adjectival;
    }
    if (entry.boundary == Boundary::none && !entry.unknown && consist_of(entry.parts, part(adverb)) &&
        !never_inner[entry.id]) {
        traits |= trait::inner_adverb;
    }
    if ((entry.parts & part(determiner)) != 0 && !entry.enclitic && entry.id != word("de") && entry.id != word("d'")) {
        traits |= trait::determiner;
    }
    entry.traits = traits;
}

std::uint32_t ReadText::classes_of_readings(std::size_t i, Parts parts) const {
    std::uint32_t result = 0;
    for (const Analysis& reading : readings(i)) {
        if ((part(reading.features.part) & parts) != 0) result |= reader_->classes(reading.lemma);
    }
    return result;
}

language::Analyses ReadText::all_analyses(std::size_t i) const {
    if (i >= size() || (*this)[i].enclitic || looked_up_.common(i) == language::no_form_id) return {};
    return looked_up_.lexicon().analyses(looked_up_.common(i));
}

}  // namespace relis::grammar
