// What qui and que stand for: the groups before them.
#include "subject_search.h"

namespace relis::grammar {

Subject SubjectSearch::antecedent(std::size_t relative) {
    std::size_t k = left_of(relative);
    if (k == npos) return {};
    // qui entre et qui demande: the second clause has the antecedent of the first
    if (kind(k) == ChunkKind::coordination) {
        for (int steps = 0; steps < 10 && k > 0 && same(k - 1, relative); ++steps) {
            --k;
            if (kind(k) == ChunkKind::strong || kind(k) == ChunkKind::subordinator) return {};
            if (kind(k) == ChunkKind::relative)
                return text_.is(chunks_[k].first, word("qui")) ? antecedent(k) : Subject{};
        }
        return {};
    }
    const bool apart = kind(k) == ChunkKind::comma;
    if (apart) k = left_of(k);
    if (k == npos) return {};
    if (kind(k) == ChunkKind::participle) k = left_of(k);
    if (k == npos || kind(k) != ChunkKind::noun_group) return {};
    // les dames assises derrière moi, qui: the group that the complement belongs to
    if (text_.is_any(chunks_[k].first, {word("moi"), word("toi"), word("lui"), word("eux")}) && left_of(k) != npos &&
        kind(left_of(k)) == ChunkKind::preposition) {
        std::size_t governor = left_of(left_of(k));
        while (governor != npos && kind(governor) == ChunkKind::participle) governor = left_of(governor);
        if (governor == npos || kind(governor) != ChunkKind::noun_group) return {};
        k = governor;
    }
    Subject subject;
    take(subject, k);
    subject.relative = true;
    if (text_.is_any(chunks_[k].first, {word("moi"), word("toi")})) {
        // plus que moi, qui: only c'est moi qui, et moi qui are certain
        const std::size_t before = left_of(k);
        if (apart ||
            (before != npos && kind(before) != ChunkKind::coordination && kind(before) != ChunkKind::comma &&
             !is_form_of(text_, chunks_[before].head, lemma_class::etre)) ||
            (before != npos && kind(before) == ChunkKind::coordination && left_of(before) != npos &&
             (kind(left_of(before)) == ChunkKind::noun_group || kind(left_of(before)) == ChunkKind::pronoun ||
              kind(left_of(before)) == ChunkKind::other))) {
            subject.certain = false;
        }
        return subject;
    }
    // vous tous qui venez, nous deux qui attendons
    if (left_of(k) != npos && text_.is_any(chunks_[left_of(k)].last, {word("nous"), word("vous")}))
        subject.certain = false;
    // des copains plus vieux que nous qui fumaient
    if ((chunks_[k].persons & (person::first_plural | person::second_plural)) != 0 && left_of(k) != npos &&
        kind(left_of(k)) == ChunkKind::relative) {
        subject.certain = false;
    }
    // la commis aux fruits et légumes, que: joined inside the complement
    if (!chunks_[k].determined && chunks_[k].first == chunks_[k].head && left_of(k) != npos &&
        kind(left_of(k)) == ChunkKind::coordination && text_.only(chunks_[k].head, part(PartOfSpeech::noun))) {
        const std::size_t joined = left_of(left_of(k));
        if (joined != npos && kind(joined) == ChunkKind::noun_group &&
            text_.is_any(chunks_[joined].first, {word("aux"), word("des")}) && left_of(joined) != npos &&
            kind(left_of(joined)) == ChunkKind::noun_group) {
            subject.agreement |= agreement_set(chunks_[joined].genders, chunks_[joined].numbers);
            subject.nearest = agreement_set(chunks_[left_of(joined)].genders, chunks_[left_of(joined)].numbers);
            subject.certain = true;
            k = joined;
        }
    }
    if (apart) {
        // , qui: any group before it in the sentence
        std::size_t other = k;
        for (int steps = 0; steps < max_subject_steps && other > 0 && same(other - 1, k); ++steps) {
            --other;
            if (kind(other) != ChunkKind::noun_group) continue;
            subject.persons |= chunks_[other].persons;
            subject.agreement |= agreement_set(chunks_[other].genders, chunks_[other].numbers);
        }
    }
    // ce sont les pneus que j'ai laissé poser chez lui qui ont: what « ce sont » presents
    bool inside = false;
    for (std::size_t i = chunks_[k].first, steps = 0; i > 1 && steps < 30 && same_sentence(text_, i - 1, i);
         --i, ++steps) {
        inside = inside || text_.is_any(i - 1, {word("que"), word("qu'"), word("dont"), word("où")});
        if (!inside || !is_form_of(text_, i - 1, lemma_class::etre) || !text_.is_any(i - 2, {word("ce"), word("c'")}))
            continue;
        subject.persons |= person::third_plural | person::third_singular;
        subject.agreement = any_agreement;
        break;
    }
    // le directeur des clients qui: either group
    for (int steps = 0; steps < 8; ++steps) {
        std::size_t before = left_of(k);
        if (before == npos) break;
        bool bare_complement = false;
        if (kind(before) == ChunkKind::preposition) {
            // les consignes de sécurité qui: a noun without determiner is no antecedent
            bare_complement = text_.is_any(chunks_[before].first, {word("de"), word("d'")}) && !chunks_[k].determined &&
                              chunks_[k].first == chunks_[k].last &&
                              text_.only(chunks_[k].head, part(PartOfSpeech::noun)) &&
                              chunks_[k].numbers == number::singular && steps == 0 && !apart;
            before = left_of(before);
        } else if (kind(before) == ChunkKind::coordination) {
            subject.persons |= person::third_plural;
            subject.agreement |= agreement_set(gender::any, number::plural);
            before = left_of(before);
        } else if (!is_contracted(k)) {
            break;
        }
        if (before != npos && kind(before) == ChunkKind::participle) before = left_of(before);
        if (before == npos || kind(before) != ChunkKind::noun_group) break;
        if (bare_complement && chunks_[before].determined && !chunks_[before].faulty &&
            text_.can(chunks_[before].head, PartOfSpeech::noun) &&
            (text_.classes(chunks_[before].head, part(PartOfSpeech::noun)) & lemma_class::quantity) == 0) {
            subject.persons = 0;
            subject.nearest = agreement_set(chunks_[before].genders, chunks_[before].numbers);
            subject.first = chunks_[before].first;
            subject.certain = !chunks_[before].uncertain;
        }
        subject.persons |= chunks_[before].persons;
        subject.agreement |= agreement_set(chunks_[before].genders, chunks_[before].numbers);
        subject.certain = subject.certain && !chunks_[before].uncertain;
        k = before;
    }
    return subject;
}

}  // namespace relis::grammar
