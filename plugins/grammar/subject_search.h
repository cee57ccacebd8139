// The search for a subject, group by group to the left of a verb: shared by subject.cpp and subject_antecedent.cpp.
#pragma once

#include "subject.h"

namespace relis::grammar {

/// Groups looked at on the left of a verb; keeps the whole check linear.
inline constexpr int max_subject_steps = 24;

class SubjectSearch {
  public:
    SubjectSearch(const ReadText& text, const Chunks& chunks) : text_(text), chunks_(chunks) {}

    Subject of_verb(std::size_t k);
    Subject of_joined_verb(std::size_t k);
    Subject antecedent(std::size_t relative);

  private:
    [[nodiscard]] bool same(std::size_t a, std::size_t b) const {
        return text_.token(chunks_[a].first).sentence == text_.token(chunks_[b].first).sentence;
    }
    [[nodiscard]] ChunkKind kind(std::size_t k) const { return chunks_[k].kind; }
    Subject from_group(std::size_t k, int depth = 0);
    void take(Subject& subject, std::size_t k) const;
    [[nodiscard]] bool in_participle_clause(std::size_t k) const;
    [[nodiscard]] std::size_t before_clause(std::size_t verb) const;
    [[nodiscard]] std::size_t example_of(std::size_t k) const;
    [[nodiscard]] bool is_object(std::size_t group) const;
    [[nodiscard]] std::size_t opening_comma(std::size_t closing) const;
    [[nodiscard]] bool is_contracted(std::size_t k) const {
        return text_.is_any(chunks_[k].first, {word("du"), word("des"), word("au"), word("aux")});
    }
    /// Steps over adverbs to the left of k; npos at the beginning of the sentence.
    [[nodiscard]] std::size_t left_of(std::size_t k) const {
        while (k > 0 && same(k - 1, k)) {
            --k;
            if (kind(k) != ChunkKind::adverb) return k;
        }
        return npos;
    }
    /// à l'accueil, derrière nous: the group is the complement of a preposition that opens the sentence, so that no
    /// list of subjects begins with it.
    [[nodiscard]] bool opens_with_place(std::size_t group) const {
        if (group == 0 || !same(group - 1, group) || kind(group - 1) != ChunkKind::preposition)
            return is_locative(group);
        if (group == 1 || !same(group - 2, group)) return true;
        // grâce à elle, à la fin de la visite: whatever a preposition, an adverb or a bare noun opens
        std::size_t first = group;
        for (int steps = 0; steps < 8 && first > 0 && same(first - 1, group); ++steps) {
            const ChunkKind before = kind(first - 1);
            if (before != ChunkKind::preposition && before != ChunkKind::noun_group && before != ChunkKind::participle)
                break;
            --first;
        }
        if (first < group && (first == 0 || !same(first - 1, group) || kind(first - 1) == ChunkKind::comma) &&
            (kind(first) == ChunkKind::preposition ||
             (kind(first) == ChunkKind::noun_group && !chunks_[first].determined &&
              chunks_[first].first == chunks_[first].last && !text_[chunks_[first].head].capital)))
            return true;
        // après, à la caisse, la dame
        return kind(group - 2) == ChunkKind::comma && group > 2 && kind(group - 3) == ChunkKind::adverb;
    }
    /// le lendemain, la note: a time that opens the sentence.
    [[nodiscard]] bool opens_with_time(std::size_t group) const {
        return (group == 0 || !same(group - 1, group)) && chunks_[group].determined &&
               (text_.classes(chunks_[group].head, part(PartOfSpeech::noun)) & lemma_class::time) != 0;
    }
    /// les tables, les chaises, et la boîte: a comma stands before the group too.
    [[nodiscard]] bool opens_list(std::size_t group) const {
        return group > 0 && same(group - 1, group) && kind(group - 1) == ChunkKind::comma;
    }
    [[nodiscard]] bool is_locative(std::size_t group) const {
        return text_.is_any(chunks_[group].first, {word("au"), word("aux")}) && (group == 0 || !same(group - 1, group));
    }
    void join(Subject& subject, const Chunk& other, bool exclusive) const;

    const ReadText& text_;
    const Chunks& chunks_;
};

}  // namespace relis::grammar
