// Attributes and participles that share the verb of the clause before: la soupe était froide et les frites trop
// cuites; elle a plié et rangé les chemises.
#include "rules.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

bool joins(const ReadText& text, const Chunk& chunk) {
    return chunk.kind == ChunkKind::comma || (chunk.kind == ChunkKind::coordination &&
                                              text.is_any(chunk.first, {word("et"), word("mais"), word("puis")}));
}

/// The nearest verb on the left of chunk k, in the same sentence, is être or another copula.
bool copula_before(const ReadText& text, const Chunks& chunks, std::size_t k) {
    const std::size_t from = k;
    for (int steps = 0; steps < 20 && k > 0 && same_sentence(text, chunks[k - 1].first, chunks[from].first); ++steps) {
        --k;
        if (chunks[k].kind == ChunkKind::strong || chunks[k].kind == ChunkKind::relative) return false;
        if (chunks[k].kind == ChunkKind::verb && !chunks[k].uncertain)
            return is_form_of(text, chunks[k].head, lemma_class::etre | lemma_class::copula);
    }
    return false;
}

/// Nothing but complements stands between token i and the end of its clause.
bool clause_ends(const ReadText& text, std::size_t i) {
    const std::size_t first = i;
    for (; i < text.size() && i < first + 10 && same_sentence(text, first, i); ++i) {
        if (text[i].boundary != Boundary::none || text.is_any(i, {word("et"), word("mais")})) return true;
        if (can_be_finite(text, i) && !text.can(i, nominal_parts) && !can_be_participle(text, i)) return false;
        if (text.is_any(i, {word("qui"), word("que"), word("qu'"), word("où"), word("dont")})) return false;
    }
    return i >= text.size() || !same_sentence(text, first, i);
}

class EllipticRule {
  public:
    explicit EllipticRule(Checker& checker) : checker_(checker), text_(checker.text()), chunks_(checker.chunks()) {}
    void attribute(std::size_t k);
    void participle(std::size_t k);
    void imperfect(std::size_t k);

  private:
    [[nodiscard]] bool list_of_perfects(std::size_t i) const;
    [[nodiscard]] bool begins(std::size_t k) const;

    Checker& checker_;
    const ReadText& text_;
    const Chunks& chunks_;
};

/// Chunk k is a group with a determiner that opens a clause joined to one with être.
bool EllipticRule::begins(std::size_t k) const {
    const Chunk& group = chunks_[k];
    if (group.kind != ChunkKind::noun_group || !group.determined || group.uncertain || group.faulty || k < 3)
        return false;
    if (!joins(text_, chunks_[k - 1]) || !same_sentence(text_, chunks_[k - 1].first, group.first)) return false;
    if (!text_.is_any(group.first,
                      {word("le"), word("la"), word("les"), word("l'"), word("mon"), word("ma"), word("mes"),
                       word("son"), word("sa"), word("ses"), word("notre"), word("nos"), word("votre"), word("vos"),
                       word("leur"), word("leurs"), word("ce"), word("cette"), word("ces")}))
        return false;
    return (text_.classes(group.head, part(noun)) & lemma_class::time) == 0 && copula_before(text_, chunks_, k);
}

/// les murs étaient sales, la vaisselle pas assez rincée, les légumes surgelés
void EllipticRule::attribute(std::size_t k) {
    if (!begins(k)) return;
    const Chunk& group = chunks_[k];
    const AgreementSet own_group = agreement_set(group.genders, group.numbers);
    AgreementSet wanted = own_group;
    std::size_t inner = npos;
    std::size_t j = k + 1;
    if (chunks_[j].kind == ChunkKind::preposition &&
        text_.is_any(chunks_[j].first, {word("de"), word("d'"), word("à")}) &&
        chunks_[j + 1].kind == ChunkKind::noun_group && chunks_[j + 1].first == chunks_[j].last + 1U) {
        // les pommes de terre trop cuites: either
        wanted |= agreement_set(chunks_[j + 1].genders, chunks_[j + 1].numbers);
        // la salle de bain pas assez éclairée: the complement took the adjective
        const Chunk& complement = chunks_[j + 1];
        inner = complement.last > complement.head && is_inner_adverb(text_, complement.head + 1U) ? complement.head + 1U
                                                                                                  : npos;
        j += inner == npos ? 2U : 1U;
    }
    std::size_t i = inner == npos ? chunks_[j].first : inner;
    // les haricots croquant: the last word of the group, taken for a present participle
    const bool in_group = j == k + 1 && group.last == group.head + 1U && text_.can(group.last, adjective) &&
                          text_.only(group.last, part(adjective) | part(noun) | part(verb)) &&
                          (text_.tenses(group.last) & ~(tense::present_participle | tense::past_participle)) == 0;
    if (in_group) i = group.last;
    if (i >= text_.size() || !same_sentence(text_, group.first, i) || text_[i].boundary != Boundary::none) return;
    const std::size_t first = i;
    if (!in_group) i = skip_adverbs(text_, i);
    if (i == npos || i > first + 3 || text_[i].unknown || checker_.reported(i) || text_[i].capital) return;
    const std::size_t after = i + 1;
    const bool ends = after >= text_.size() || !same_sentence(text_, i, after) ||
                      text_[after].boundary != Boundary::none || text_.is_any(after, {word("et"), word("mais")});
    if (!ends && (in_group || !text_.can(after, preposition))) return;
    if (!clause_ends(text_, after)) return;
    // pas assez éclairée: an attribute of the group itself, whatever its complement
    bool degree = false;
    for (std::size_t d = first; d < i; ++d) {
        degree = degree || (text_.classes(d, part(adverb)) & lemma_class::degree_adverb) != 0 ||
                 text_.is_any(d, {word("trop"), word("pas"), word("bien"), word("mal")});
    }
    if (degree) wanted = own_group;
    const std::string name = checker_.quoted(group.first, group.last);
    if (only_infinitive(text_, i)) {
        if (!text_.lower(i).ends_with("er") || i != group.last + 1U) return;
        std::vector<std::string> suggestions = checker_.participles(i, group.genders, group.numbers);
        if (suggestions.empty() && checker_.wants_suggestions()) return;
        checker_.report("participle-form", i, i,
                        "Qualifiant " + name + ", " + checker_.quoted(i) + " s'écrit au participe passé.",
                        std::move(suggestions));
        return;
    }
    if (!text_.only(i, part(adjective) | part(noun) | part(verb)) || text_.can(i, numeral)) return;
    const bool finite = can_be_finite(text_, i);
    if (!text_.can(i, adjective) && !can_be_participle(text_, i)) return;
    if (finite && !degree && !(i == first && (ends || can_be_participle(text_, i)))) return;
    const AgreementSet own = agreement(text_, i, part(adjective) | part(verb));
    if (own == 0 || (own & wanted) != 0) return;
    if ((text_.classes(i, part(adjective)) & (lemma_class::invariable_colour | lemma_class::adverbial_adjective)) != 0)
        return;
    checker_.report("attribute", i, i, checker_.quoted(i) + " s'accorde avec " + name + ".",
                    checker_.inflected(i, group.genders, group.numbers));
}

/// il a changé les pneus, vérifier les freins et rangé l'auto: after the object of the verb at i the list goes on with
/// a participle or a perfect
bool EllipticRule::list_of_perfects(std::size_t i) const {
    if (!object_follows(text_, chunks_, i)) return false;
    for (std::size_t k = i + 2, n = 0; n < 12 && k < text_.size() && same_sentence(text_, i, k); ++k, ++n) {
        if (text_[k].boundary == Boundary::strong) return false;
        if (can_be_infinitive(text_, k) && !text_.can(k, noun)) return false;
        if (!text_.is(k, word("et"))) continue;
        std::size_t next = k + 1;
        while (next < k + 4 && is_clitic(text_, next)) ++next;
        const bool perfect = is_form_of(text_, next, lemma_class::avoir) && can_be_finite(text_, next);
        return perfect || (next == k + 1 && can_be_participle(text_, next) && !can_be_finite(text_, next) &&
                           !text_.can(next, noun));
    }
    return false;
}

/// elle a plié et ranger les chemises, il a ouvert le sac puis vérifier chaque article
void EllipticRule::participle(std::size_t k) {
    const Chunk& verb = chunks_[k];
    if (!is_form_of(text_, verb.head, lemma_class::avoir) || !text_.only(verb.head, PartOfSpeech::verb)) return;
    const VerbGroup group = verb_group(text_, chunks_, k);
    if (group.next == npos || text_[group.next].unknown) return;
    const bool participle = only_participle(text_, group.next) ||
                            (checker_.reported(group.next) && only_infinitive(text_, group.next)) ||
                            (only_infinitive(text_, group.next) && text_.lower(group.next).ends_with("er"));
    constexpr std::uint32_t governs = lemma_class::modal | lemma_class::causative | lemma_class::faire |
                                      lemma_class::takes_infinitive | lemma_class::avoir | lemma_class::motion;
    if (!participle || is_form_of(text_, group.next, governs)) return;
    std::size_t c = chunks_.of_token(group.next) + 1;
    for (int steps = 0; steps < 6; ++steps, ++c) {
        const Chunk& chunk = chunks_[c];
        if (!same_sentence(text_, verb.first, chunk.first)) return;
        if (chunk.kind == ChunkKind::coordination || chunk.kind == ChunkKind::comma) break;
        if (chunk.kind != ChunkKind::noun_group && chunk.kind != ChunkKind::adverb &&
            chunk.kind != ChunkKind::preposition)
            return;
    }
    if (!text_.is_any(chunks_[c].first, {word("et"), word("puis")}) && chunks_[c].kind != ChunkKind::comma) return;
    const bool listed = chunks_[c].kind == ChunkKind::comma;
    std::size_t i = chunks_[c].last + 1U;
    if (text_.is(i, word("puis"))) ++i;
    if (!same_sentence(text_, verb.first, i)) return;
    i = skip_adverbs(text_, i);
    if (i == npos || checker_.reported(i) || text_[i].unknown) return;
    // ranger, écailler: nouns too
    if (!can_be_infinitive(text_, i) || !text_.only(i, part(PartOfSpeech::verb) | part(noun)) ||
        can_be_finite(text_, i) || !text_.lower(i).ends_with("er"))
        return;
    if (text_[i + 1].enclitic) return;
    if (listed && !list_of_perfects(i)) return;
    // d'avoir le choix entre partir, à manger et boire: no infinitive before, so nothing that this one goes on
    for (std::size_t t = verb.last + 1U; t < chunks_[c].first; ++t) {
        if (t != group.next && can_be_infinitive(text_, t) && !text_.can(t, noun)) return;
        if (text_.is_any(t, {word("entre"), word("sans"), word("pour"), word("afin")})) return;
    }
    std::vector<std::string> suggestions = checker_.participles(i, gender::masculine, number::singular);
    if (suggestions.empty() && checker_.wants_suggestions()) return;
    checker_.report("participle-form", i, i,
                    "Joint à " + checker_.quoted(group.next) + " après l'auxiliaire " + checker_.quoted(verb.head) +
                        ", " + checker_.quoted(i) + " s'écrit au participe passé.",
                    std::move(suggestions));
}

/// elle me regardait et parler à sa collègue: joined to an imperfect, -er heard for -ait
void EllipticRule::imperfect(std::size_t k) {
    const Chunk& verb = chunks_[k];
    constexpr std::uint32_t governs = lemma_class::modal | lemma_class::causative | lemma_class::faire |
                                      lemma_class::takes_infinitive | lemma_class::avoir | lemma_class::motion |
                                      lemma_class::etre | lemma_class::copula | lemma_class::impersonal;
    if ((text_.tenses(verb.head) & tense::personal) != tense::imperfect || !only_finite(text_, verb.head) ||
        is_form_of(text_, verb.head, governs))
        return;
    std::size_t c = k + 1;
    for (int steps = 0; steps < 6; ++steps, ++c) {
        const ChunkKind what = chunks_[c].kind;
        if (!same_sentence(text_, verb.first, chunks_[c].first)) return;
        if (what == ChunkKind::coordination) break;
        if (what != ChunkKind::noun_group && what != ChunkKind::adverb && what != ChunkKind::preposition) return;
    }
    if (!text_.is(chunks_[c].first, word("et"))) return;
    const std::size_t i = chunks_[c].last + 1U;
    if (!same_sentence(text_, verb.first, i) || checker_.reported(i) || !only_infinitive(text_, i) ||
        !text_.lower(i).ends_with("er") || text_[i + 1].enclitic || i < 1 || text_.is(i - 1, word("puis")))
        return;
    for (std::size_t t = verb.first, n = 0; n < 20 && t > 0 && same_sentence(text_, t - 1, i); --t, ++n) {
        if (can_be_infinitive(text_, t - 1) && !text_.can(t - 1, noun)) return;
    }
    const std::uint8_t others = person::third_singular | person::third_plural;
    const std::uint8_t persons = text_.persons(verb.head);
    const std::uint8_t wanted = (persons & others) != 0 ? static_cast<std::uint8_t>(persons & others) : persons;
    std::vector<std::string> suggestions = checker_.conjugated(i, wanted, tense::imperfect);
    if (suggestions.empty() && checker_.wants_suggestions()) return;
    checker_.report("noun-verb-form", i, i,
                    "Joint à " + checker_.quoted(verb.head) + ", " + checker_.quoted(i) + " se conjugue aussi.",
                    std::move(suggestions));
}

}  // namespace

void check_elliptic_attributes(Checker& checker) {
    EllipticRule rule(checker);
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        const ChunkKind kind = checker.chunks()[k].kind;
        if (kind == ChunkKind::noun_group && k > 2) rule.attribute(k);
        if (kind == ChunkKind::verb) {
            rule.participle(k);
            rule.imperfect(k);
        }
    }
}

}  // namespace relis::grammar
