// Attributes whose subject comes after the verb: quelle est la raison, quelles que soient vos questions, grande fut ma
// surprise, l'étagère où sont rangées les boîtes; and celle perdue, ceux présents.
#include "determiner_forms.h"
#include "rules.h"
#include "subject.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

class InvertedAttributeRule {
  public:
    explicit InvertedAttributeRule(Checker& checker)
        : checker_(checker), text_(checker.text()), chunks_(checker.chunks()) {}

    void run() {
        for (std::size_t k = 0; k < chunks_.size(); ++k) {
            if (chunks_[k].kind == ChunkKind::verb) {
                check_which(k);
                check_fronted(k);
                check_place(k);
                check_fronted_place(k);
            } else if (chunks_[k].kind == ChunkKind::noun_group) {
                check_demonstrative(k);
            }
        }
    }

  private:
    [[nodiscard]] bool linked(std::size_t i) const {
        return i > 0 && i < text_.size() && same_sentence(text_, i - 1, i) && text_[i].boundary == Boundary::none;
    }
    /// The noun group that begins at token i and can only be a subject there, as a chunk index, or npos.
    [[nodiscard]] std::size_t subject_at(std::size_t i) const;
    /// Past forms of être, devenir, sembler in a row from token i on: the token after them.
    [[nodiscard]] std::size_t past_copulas(std::size_t i) const;
    void check_which(std::size_t k);
    void check_fronted(std::size_t k);
    void check_place(std::size_t k);
    void check_fronted_place(std::size_t k);
    [[nodiscard]] bool after_fronted_place(std::size_t k) const;
    void check_demonstrative(std::size_t k);

    Checker& checker_;
    const ReadText& text_;
    const Chunks& chunks_;
};

std::size_t InvertedAttributeRule::subject_at(std::size_t i) const {
    if (i == npos || !linked(i)) return npos;
    const std::size_t k = chunks_.of_token(i);
    const Chunk& group = chunks_[k];
    if (group.kind != ChunkKind::noun_group || group.first != i || group.uncertain || group.faulty) return npos;
    const bool demonstrative = text_.is_any(i, {word("celui"), word("celle"), word("ceux"), word("celles")});
    if (!demonstrative && (!group.determined ||
                           text_.is_any(i, {word("un"), word("une"), word("des"), word("du"), word("au"), word("aux"),
                                            word("quel"), word("quelle"), word("quels"), word("quelles")}))) {
        return npos;
    }
    if (text_.is_any(group.head, {word("gens"), word("un"), word("une"), word("autre"), word("autres")})) return npos;
    if ((text_.classes(group.head, part(noun)) & lemma_class::time) != 0) return npos;
    // le nom et l'adresse: several
    const std::size_t after = group.last + 1U;
    if (after < text_.size() && text_.is_any(after, {word("et"), word("ou"), word("ni")})) return npos;
    if (after + 1 < text_.size() && text_.is(after, word(",")) && is_determiner(text_, after + 1)) return npos;
    return k;
}

std::size_t InvertedAttributeRule::past_copulas(std::size_t i) const {
    for (int steps = 0; steps < 4 && i != npos && linked(i); ++steps) {
        const bool form = (can_be_infinitive(text_, i) || text_.only(i, verb)) &&
                          (text_.classes(i, part(verb)) & (lemma_class::copula | lemma_class::avoir)) != 0 &&
                          !can_be_finite(text_, i);
        if (!form && !text_.is(i, word("été"))) return i;
        i = i + 1 < text_.size() && linked(i + 1) ? skip_adverbs(text_, i + 1) : npos;
    }
    return i;
}

/// quel est la raison, quelle que soit le problème, quels en sont les cause
void InvertedAttributeRule::check_which(std::size_t k) {
    const Chunk& chunk = chunks_[k];
    if (!is_form_of(text_, chunk.head, lemma_class::etre | lemma_class::modal) || chunk.first == 0) return;
    std::size_t which = chunk.first - 1U;
    if (!same_sentence(text_, which, chunk.first)) return;
    const bool concessive = text_.is_any(which, {word("que"), word("qu'")});
    if (concessive && which > 0 && same_sentence(text_, which - 1, which)) --which;
    if (!text_.is_any(which, {word("quel"), word("quelle"), word("quels"), word("quelles")}) ||
        checker_.reported(which))
        return;
    std::size_t at = chunk.last + 1U;
    if (chunk.last != chunk.head || at >= text_.size()) return;
    if (!is_form_of(text_, chunk.head, lemma_class::etre)) {
        if (!linked(at) || !can_be_infinitive(text_, at) || !is_form_of(text_, at, lemma_class::etre)) return;
        ++at;
    }
    at = at < text_.size() && linked(at) ? skip_adverbs(text_, at) : npos;
    const std::size_t subject = subject_at(at);
    if (subject == npos) return;
    const AgreementSet wanted = agreement_set(chunks_[subject].genders, chunks_[subject].numbers);
    const AgreementSet own = agreement(text_, which, part(determiner) | part(adjective) | part(PartOfSpeech::pronoun));
    // quels était les frais: the verb has the number of what follows too
    if ((own & wanted) != 0 && chunks_[subject].numbers == number::plural &&
        (chunk.persons & person::third_plural) == 0 && !concessive) {
        checker_.report("subject-verb", chunk.head, chunk.head,
                        "Le verbe " + checker_.quoted(chunk.head) + " s'accorde avec le sujet qui le suit, " +
                            checker_.quoted(chunks_[subject].first, chunks_[subject].head) + ".",
                        checker_.conjugated(chunk.head, person::third_plural));
        return;
    }
    if (own == 0 || wanted == 0 || (own & wanted) != 0) return;
    const std::uint8_t g =
        (chunks_[subject].genders & genders_of(own)) != 0 ? genders_of(own) : chunks_[subject].genders;
    const std::uint8_t n =
        (chunks_[subject].numbers & numbers_of(own)) != 0 ? numbers_of(own) : chunks_[subject].numbers;
    std::vector<std::string> suggestions;
    suggestions.push_back(determiner_for(word("quel"), g == gender::feminine ? gender::feminine : gender::masculine,
                                         n == number::plural ? number::plural : number::singular, text_, which + 1));
    checker_.report("attribute", which, which,
                    checker_.quoted(which) + " s'accorde avec le sujet qui suit, " +
                        checker_.quoted(chunks_[subject].first, chunks_[subject].head) + ".",
                    std::move(suggestions));
}

/// vain fut la destruction, rares étais les clients: the adjective opens the sentence
void InvertedAttributeRule::check_fronted(std::size_t k) {
    const Chunk& chunk = chunks_[k];
    if (chunk.first == 0 || chunk.last != chunk.head) return;
    const std::size_t i = chunk.first - 1U;
    if (!same_sentence(text_, i, chunk.first) || checker_.reported(i) || text_[i].unknown) return;
    if (!adjectival(text_, i) && !(can_be_participle(text_, i) && !can_be_finite(text_, i))) return;
    std::size_t start = i;
    while (start > 0 && same_sentence(text_, start - 1, i) && is_inner_adverb(text_, start - 1)) --start;
    if (start > 0 && same_sentence(text_, start - 1, i) && text_[start - 1].boundary != Boundary::strong) return;
    const std::uint32_t classes = text_.classes(chunk.head, part(verb));
    if ((classes & (lemma_class::copula | lemma_class::avoir | lemma_class::motion)) == 0 &&
        !is_form_of(text_, chunk.head, lemma_class::etre))
        return;
    std::size_t at =
        chunk.last + 1U < text_.size() && linked(chunk.last + 1U) ? skip_adverbs(text_, chunk.last + 1U) : npos;
    const std::size_t begun = at;
    at = past_copulas(at);
    // a plain avoir or aller has an object: only with été, être after it
    if ((classes & lemma_class::copula) == 0 && at == begun) return;
    const std::size_t subject = subject_at(at);
    if (subject == npos) return;
    const AgreementSet wanted = agreement_set(chunks_[subject].genders, chunks_[subject].numbers);
    const AgreementSet own = agreement(text_, i, part(adjective) | part(verb));
    if (own == 0 || wanted == 0 || (own & wanted) != 0) return;
    checker_.report("attribute", i, i,
                    checker_.quoted(i) + " s'accorde avec le sujet qui suit, " +
                        checker_.quoted(chunks_[subject].first, chunks_[subject].head) + ".",
                    checker_.inflected(i, genders_of(wanted), numbers_of(wanted)));
}

/// le rayon où sont rangé les boîtes, là qu'est installé la caisse
void InvertedAttributeRule::check_place(std::size_t k) {
    const Chunk& chunk = chunks_[k];
    if (!is_form_of(text_, chunk.head, lemma_class::etre) || chunk.first == 0 || chunk.last != chunk.head) return;
    const std::size_t before = chunk.first - 1U;
    if (!same_sentence(text_, before, chunk.first) ||
        !text_.is_any(before, {word("où"), word("que"), word("qu'"), word("dont"), word("là"), word("ici")}))
        return;
    const std::size_t i = linked(chunk.last + 1U) ? skip_adverbs(text_, chunk.last + 1U) : npos;
    if (i == npos || !only_participle(text_, i) || checker_.reported(i)) return;
    const std::size_t subject = subject_at(i + 1);
    if (subject == npos) return;
    const AgreementSet wanted = agreement_set(chunks_[subject].genders, chunks_[subject].numbers);
    const AgreementSet own = agreement(text_, i, part(verb));
    // il manque: plus grand qu'est devenu le magasin
    if (own == 0 || wanted == 0 || (own & wanted) != 0) return;
    checker_.report("participle-etre", i, i,
                    checker_.quoted(i) + " s'accorde avec le sujet qui suit, " +
                        checker_.quoted(chunks_[subject].first, chunks_[subject].head) + ".",
                    checker_.inflected(i, genders_of(wanted), numbers_of(wanted)));
}

/// à l'entrée, au mur, derrière le comptoir: nothing but a place between the beginning of the clause and the verb k
bool InvertedAttributeRule::after_fronted_place(std::size_t k) const {
    if (k == 0) return false;
    std::size_t group = k - 1;
    if (!same_sentence(text_, chunks_[group].first, chunks_[k].first) || chunks_[group].last + 1U != chunks_[k].first)
        return false;
    if (chunks_[group].kind == ChunkKind::adverb) {
        // à côté se trouvaient, plus loin étaient posés
        const std::string_view last = text_.lower(chunks_[group].last);
        if (last != "côté" && last != "loin" && last != "dessus" && last != "dessous") return false;
    } else {
        if (chunks_[group].kind != ChunkKind::noun_group || chunks_[group].uncertain) return false;
        const bool contracted = text_.is_any(chunks_[group].first, {word("au"), word("aux")});
        if (!contracted) {
            if (group == 0 || !same_sentence(text_, chunks_[group - 1].first, chunks_[k].first)) return false;
            --group;
            const std::size_t i = chunks_[group].first;
            if (chunks_[group].kind != ChunkKind::preposition || chunks_[group].last != i) return false;
            if (!text_.is_any(i, {word("à"), word("sur"), word("dans"), word("sous"), word("derrière"), word("devant"),
                                  word("en"), word("contre")}) &&
                text_.lower(i) != "derrière" && text_.lower(i) != "devant")
                return false;
        }
    }
    if (group == 0 || !same_sentence(text_, chunks_[group - 1].first, chunks_[k].first)) return true;
    return chunks_[group - 1].kind == ChunkKind::strong;
}

/// à l'entrée était affiché les horaires, au fond se trouvait les toilettes
void InvertedAttributeRule::check_fronted_place(std::size_t k) {
    const Chunk& chunk = chunks_[k];
    if (chunk.last != chunk.head || !after_fronted_place(k)) return;
    const bool etre = is_form_of(text_, chunk.head, lemma_class::etre) && chunk.first == chunk.head;
    std::size_t participle = npos;
    std::size_t at = chunk.last + 1U;
    if (etre) {
        participle = linked(at) ? skip_adverbs(text_, at) : npos;
        if (participle == npos || !only_participle(text_, participle)) return;
        at = participle + 1;
    } else {
        const bool reflexive = text_.is_any(chunk.first, {word("se"), word("s'")}) && chunk.first + 1U == chunk.head;
        if (!reflexive && chunk.first != chunk.head) return;
        bool placed = false;
        for (const std::string_view stem : {"trouv", "entass", "empil", "cach", "dress", "accumul"}) {
            placed = placed || (reflexive && text_.lower(chunk.head).starts_with(stem));
        }
        for (const std::string_view stem : {"figur", "trôn", "traîn", "attend", "pend"}) {
            placed = placed || (!reflexive && text_.lower(chunk.head).starts_with(stem));
        }
        if (!placed || chunk.uncertain) return;
    }
    if (!linked(at)) return;
    const std::size_t s = chunks_.of_token(at);
    const Chunk& subject = chunks_[s];
    if (subject.kind != ChunkKind::noun_group || subject.first != at || subject.uncertain || subject.faulty) return;
    const bool numeral_first = text_.only(at, numeral) && subject.head > at;
    if (!numeral_first && (!subject.determined || text_.is_any(at, {word("du"), word("au"), word("aux")}))) return;
    if (!text_.can(subject.head, noun) || (text_.classes(subject.head, part(noun)) & lemma_class::time) != 0) return;
    if (text_.is_any(subject.last + 1U, {word("et"), word("ou")})) return;
    const std::string name = checker_.quoted(subject.first, subject.last);
    constexpr std::uint8_t third = person::third_singular | person::third_plural;
    if ((chunk.persons & third) == person::third_singular && subject.numbers == number::plural &&
        !checker_.reported(chunk.head)) {
        checker_.report(
            "subject-verb", chunk.head, chunk.head,
            "Le verbe " + checker_.quoted(chunk.head) + " s'accorde avec le sujet qui le suit, " + name + ".",
            checker_.conjugated(chunk.head, person::third_plural));
    }
    if (participle == npos || checker_.reported(participle)) return;
    const AgreementSet wanted = agreement_set(subject.genders, subject.numbers);
    if ((agreement(text_, participle, part(verb)) & wanted) != 0 || wanted == 0) return;
    checker_.report("participle-etre", participle, participle,
                    checker_.quoted(participle) + " s'accorde avec le sujet qui suit, " + name + ".",
                    checker_.inflected(participle, subject.genders, subject.numbers));
}

/// celle perdues, ceux présent à l'ouverture
void InvertedAttributeRule::check_demonstrative(std::size_t k) {
    const Chunk& group = chunks_[k];
    if (!text_.is_any(group.first, {word("celui"), word("celle"), word("ceux"), word("celles")}) ||
        group.first != group.last)
        return;
    const std::size_t i = group.first + 1U;
    if (!linked(i) || text_[i].unknown || checker_.reported(i)) return;
    if (!can_be_participle(text_, i) && !text_.can(i, adjective)) return;
    if (!text_.only(i, part(verb) | part(noun) | part(adjective)) || can_be_finite(text_, i)) return;
    // celle consistant à réserver: a present participle with its complement
    if (text_.lower(i).ends_with("ant") && text_.can(i + 1, part(preposition) | part(determiner))) return;
    const AgreementSet own = agreement(text_, i, part(verb) | part(adjective));
    const AgreementSet wanted = agreement(text_, group.first, part(PartOfSpeech::pronoun));
    if (own == 0 || wanted == 0 || (own & wanted) != 0) return;
    checker_.report("apposition", i, i, checker_.quoted(i) + " s'accorde avec " + checker_.quoted(group.first) + ".",
                    checker_.inflected(i, genders_of(wanted), numbers_of(wanted)));
}

}  // namespace

void check_inverted_attributes(Checker& checker) {
    InvertedAttributeRule(checker).run();
}

}  // namespace relis::grammar
