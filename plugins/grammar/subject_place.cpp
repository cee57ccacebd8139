// Where a group stands, which tells whether it can be a subject: object of the clause before, inside an insertion, a
// relative clause, an example.
#include "subject_search.h"

namespace relis::grammar {

/// The group is the object of a verb of the clause before, no subject: « il a pris le sac et la caissière ».
bool SubjectSearch::is_object(std::size_t group) const {
    std::size_t k = group;
    for (int steps = 0; steps < 8 && k > 0 && same(k - 1, group); ++steps) {
        --k;
        switch (kind(k)) {
            case ChunkKind::verb:
                return before_clause(k) == npos;
            case ChunkKind::noun_group:
            case ChunkKind::preposition:
            case ChunkKind::adverb:
            case ChunkKind::participle:
            case ChunkKind::infinitive:  // j'ai recommencer cinq fois et ma carte: also a participle misspelt
                break;
            default:
                return false;
        }
    }
    return false;
}

/// The comma that opens the insertion which the comma `closing` ends, or npos.
std::size_t SubjectSearch::opening_comma(std::size_t closing) const {
    int steps = 0;
    for (std::size_t k = closing; k > 0 && same(k - 1, closing) && steps < max_subject_steps; ++steps) {
        --k;
        if (kind(k) == ChunkKind::strong) return npos;
        if (kind(k) != ChunkKind::comma) continue;
        const ChunkKind inside = kind(k + 1);
        const bool insertion = inside == ChunkKind::relative || inside == ChunkKind::preposition ||
                               inside == ChunkKind::participle || inside == ChunkKind::adverb ||
                               inside == ChunkKind::subordinator || inside == ChunkKind::noun_group ||
                               inside == ChunkKind::coordination || inside == ChunkKind::infinitive ||
                               // les étiquettes, elles, indiquaient
                               (inside == ChunkKind::other && k + 2 == closing &&
                                text_.is_any(chunks_[k + 1].first, {word("elle"), word("elles")})) ||
                               (inside == ChunkKind::verb &&
                                (chunks_[k + 1].persons & (person::third_singular | person::third_plural)) == 0);
        return insertion && k > 0 ? k : npos;
    }
    return npos;
}

/// les tarifs, comprenant les taxes et les frais, …: a list after a present participle.
bool SubjectSearch::in_participle_clause(std::size_t k) const {
    for (int steps = 0; steps < 10 && k > 0 && same(k - 1, k); ++steps, --k) {
        if (kind(k) == ChunkKind::verb || kind(k) == ChunkKind::strong) return false;
        if (kind(k) == ChunkKind::participle && (text_.tenses(chunks_[k].head) & tense::present_participle) != 0)
            return true;
    }
    return false;
}

/// The group of which « tel que » at k gives an example: des plats tels que la soupe; or npos.
std::size_t SubjectSearch::example_of(std::size_t k) const {
    const std::size_t que = chunks_[k].first;
    if (que < 2 || !text_.is_any(que, {word("que"), word("qu'")})) return npos;
    const std::string_view such = text_.lower(que - 1);
    if (such != "tel" && such != "tels" && such != "telle" && such != "telles") return npos;
    std::size_t group = chunks_.of_token(que - 1);
    if (chunks_[group].first == que - 1U) {
        if (group == 0 || !same(group - 1, group)) return npos;
        --group;
    }
    return kind(group) == ChunkKind::noun_group ? group : npos;
}

/// The group before the relative clause that holds a verb: of « les clients qui attendent » that of « clients ».
std::size_t SubjectSearch::before_clause(std::size_t verb) const {
    int steps = 0;
    for (std::size_t k = verb; k > 0 && same(k - 1, verb) && steps < max_subject_steps; ++steps) {
        --k;
        if (kind(k) == ChunkKind::strong || kind(k) == ChunkKind::verb || kind(k) == ChunkKind::comma ||
            kind(k) == ChunkKind::subordinator) {
            return npos;
        }
        if (kind(k) != ChunkKind::relative) continue;
        std::size_t before = left_of(k);
        if (before != npos && kind(before) == ChunkKind::preposition) before = left_of(before);
        return before;
    }
    return npos;
}

}  // namespace relis::grammar
