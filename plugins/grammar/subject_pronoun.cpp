#include "subject_pronoun.h"

namespace relis::grammar {

Subject subject_of_pronoun(const ReadText& text, const Chunk& chunk) {
    Subject subject;
    subject.found = subject.certain = subject.pronoun = true;
    subject.persons = chunk.persons;
    subject.agreement = agreement_set(chunk.genders, chunk.numbers);
    if (text.is(chunk.first, word("on"))) subject.agreement = any_agreement;
    if (text.is(chunk.first, word("vous")) || text.is(chunk.first, word("nous"))) {
        subject.agreement = any_agreement;  // vous de politesse, nous de modestie
        if (text.is(chunk.first, word("nous"))) subject.agreement = agreement_set(gender::any, number::plural);
    }
    subject.first = subject.last = chunk.first;
    return subject;
}

Subject subject_of_enclitic(const ReadText& text, std::size_t i) {
    Chunk pronoun;
    pronoun.first = static_cast<std::uint32_t>(i);
    pronoun.genders = gender::any;
    pronoun.numbers = number::any;
    if (text.is(i, word("je"))) pronoun.persons = person::first_singular;
    if (text.is(i, word("tu"))) pronoun.persons = person::second_singular;
    if (text.is_any(i, {word("il"), word("elle"), word("on"), word("iel")})) pronoun.persons = person::third_singular;
    if (text.is_any(i, {word("ils"), word("elles")})) pronoun.persons = person::third_plural;
    if (text.is(i, word("nous"))) pronoun.persons = person::first_plural;
    if (text.is(i, word("vous"))) pronoun.persons = person::second_plural;
    if (pronoun.persons == 0) return {};
    if (text.is_any(i, {word("il"), word("ils")})) pronoun.genders = gender::masculine;
    if (text.is_any(i, {word("elle"), word("elles")})) pronoun.genders = gender::feminine;
    if (text.is_any(i, {word("ils"), word("elles")})) pronoun.numbers = number::plural;
    if (text.is_any(i, {word("il"), word("elle"), word("iel"), word("je"), word("tu")}))
        pronoun.numbers = number::singular;
    return subject_of_pronoun(text, pronoun);
}

}  // namespace relis::grammar
