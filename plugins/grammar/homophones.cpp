#include "homophones.h"

namespace relis::grammar {

void Homophones::confuse(std::string_view rule, std::size_t first, std::size_t last,
                         std::vector<std::string> suggestions) {
    std::string message = "Ne confondez pas " + checker_.quoted(first, last) + " et « " + suggestions.front() +
                          " » : ici, il faut sans doute « " + suggestions.front() + " ».";
    checker_.report(rule, first, last, std::move(message), std::move(suggestions));
}

bool Homophones::after_subject_pronoun(std::size_t i) const {
    const std::size_t p = before(i);
    if (p == npos) return false;
    if (is_sure_subject_pronoun(text_, p)) return true;
    if (!text_[p].enclitic && text_.is_any(p, {word("elle"), word("elles")})) {
        const std::size_t q = before(p);
        return q == npos || !text_.can(q, PartOfSpeech::preposition) || text_.is(q, word("que"));
    }
    return false;
}

bool Homophones::verb_begins(std::size_t i) const {
    if (!here(i)) return false;
    if (is_ne(text_, i)) return true;
    if (text_.only(i, PartOfSpeech::pronoun) && is_clitic(text_, i))
        return here(i + 1) && text_.can(i + 1, part(PartOfSpeech::verb) | part(PartOfSpeech::pronoun));
    return only_finite(text_, i);
}

bool Homophones::governed(std::size_t i) const {
    std::size_t k = chunks_.of_token(i);
    for (int steps = 0; steps < 10 && k > 0; ++steps) {
        --k;
        if (!same_sentence(text_, chunks_[k].first, i)) return false;
        switch (chunks_[k].kind) {
            case ChunkKind::verb:
            case ChunkKind::infinitive:
                return true;
            case ChunkKind::noun_group:
            case ChunkKind::preposition:
            case ChunkKind::adverb:
            case ChunkKind::participle:
                break;
            default:
                return false;
        }
    }
    return false;
}

bool Homophones::determiner_at(std::size_t i) const {
    return here(i) &&
           (text_.only(i, part(PartOfSpeech::determiner) | part(PartOfSpeech::preposition)) ||
            text_.is_any(i, {word("le"), word("la"), word("les"), word("l'"), word("un"), word("une")})) &&
           text_.can(i, PartOfSpeech::determiner) && !text_.is_any(i, {word("de"), word("d'")});
}

}  // namespace relis::grammar
