// What may be the object before a participle after avoir: que and what it stands for, a question, me and te.
#include "participle_avoir.h"
#include "subject.h"

namespace relis::grammar {

/// que after a verb or in a conjunction: après que, il dit que; no antecedent stands before it.
bool AvoirRule::is_conjunction(std::size_t que) const {
    if (que == 0 || !text_.is_any(que, {word("que"), word("qu'")})) return false;
    if (only_finite(text_, que - 1)) return true;
    return text_.is_any(que - 1,
                        {word("après"), word("alors"), word("parce"), word("avant"), word("dès"), word("depuis"),
                         word("pendant"), word("tandis"), word("afin"), word("sans"), word("pour")});
}

/// quel, combien or que earlier in the sentence may hold the object.
bool AvoirRule::question_before() const {
    // et m'a envoyées: without a subject of its own the verb may share the que of the one before
    const ChunkKind left = group_.chunk > 0 ? chunks_[group_.chunk - 1].kind : ChunkKind::strong;
    const bool own_subject = left == ChunkKind::pronoun || left == ChunkKind::noun_group;
    bool other_verb = false;  // stands between que and the verb, so that que is its own
    bool told = false;        // que je crois qu'il a prises
    std::size_t i = chunks_[group_.chunk].first;
    for (int steps = 0; steps < 40 && i > 0 && same_sentence(text_, i - 1, group_.head); ++steps) {
        --i;
        if (text_.is_any(i, {word("quel"), word("quelle"), word("quels"), word("quelles"), word("combien"),
                             word("lesquels"), word("lesquelles"), word("laquelle")}))
            return true;
        if (text_.is_any(i, {word("que"), word("qu'")})) {
            if (!is_conjunction(i)) return !other_verb;
            told = true;
        } else if (text_.is_any(i, {word("qui"), word("dont"), word("où"), word("quand"), word("si"), word("comme")})) {
            other_verb = false;
        } else if (own_subject && only_finite(text_, i)) {
            other_verb = other_verb || !told;
            told = false;
        }
    }
    return false;
}

/// elle m'a proposés de payer: me, te is the only object that stands before, and the clause begins with its subject
bool AvoirRule::one_person_only() const {
    if (group_.open_object == npos || group_.direct != npos || group_.en != npos || group_.chunk == 0 ||
        !text_.is_any(group_.open_object, {word("m'"), word("t'"), word("me"), word("te")}))
        return false;
    const Chunk& left = chunks_[group_.chunk - 1];
    if (!same_sentence(text_, left.first, i_) || left.last + 1U != chunks_[group_.chunk].first) return false;
    const bool joined = left.kind == ChunkKind::coordination || left.kind == ChunkKind::comma;
    if (left.kind != ChunkKind::pronoun && left.kind != ChunkKind::noun_group && !joined &&
        !text_.is(left.first, word("qui")))
        return false;
    const std::size_t que = relative_object(text_, chunks_, group_.chunk);
    if (que != npos && !is_conjunction(chunks_[que].first)) return false;
    if (question_before()) return false;
    for (std::size_t i = left.first, n = 0; i > 0 && n < 20 && same_sentence(text_, i - 1, i_); --i, ++n) {
        if (text_.is_any(i - 1, {word("quel"), word("quels"), word("quelle"), word("quelles"), word("combien"),
                                 word("lesquels"), word("lesquelles")}))
            return false;
    }
    return true;
}

/// quel or combien stands before the clause of que.
bool AvoirRule::question_beyond(std::size_t que) const {
    for (std::size_t i = chunks_[que].first, steps = 0; i > 0 && steps < 20; ++steps) {
        --i;
        if (!same_sentence(text_, i, group_.head)) return false;
        if (text_.is_any(i, {word("quel"), word("quelle"), word("quels"), word("quelles"), word("combien")}))
            return true;
    }
    return false;
}

/// la femme de chambre que: of a noun without determiner the group that it completes.
std::size_t AvoirRule::leading_group(std::size_t k) const {
    const Chunk& chunk = chunks_[k];
    if (chunk.determined || chunk.first != chunk.head || k < 2 || !text_.only(chunk.head, PartOfSpeech::noun)) return k;
    // la commis aux fruits et légumes, que
    if (chunks_[k - 1].kind == ChunkKind::coordination && k > 2 &&
        same_sentence(text_, chunks_[k - 3].first, chunk.first) &&
        text_.is_any(chunks_[k - 2].first, {word("aux"), word("des")}) && chunks_[k - 3].kind == ChunkKind::noun_group)
        return k - 3;
    if (chunk.numbers != number::singular) return k;
    const Chunk& of = chunks_[k - 1];
    const Chunk& outer = chunks_[k - 2];
    const bool completes = of.kind == ChunkKind::preposition && text_.is_any(of.first, {word("de"), word("d'")}) &&
                           outer.kind == ChunkKind::noun_group && outer.determined && !outer.faulty &&
                           same_sentence(text_, outer.first, chunk.first);
    return completes ? k - 2 : k;
}

/// que stands for the noun group before it, and is no conjunction: no comparison, no verb of saying, no fait que.
bool AvoirRule::sure_relative(std::size_t que) const {
    if (que == 0 || chunks_[que + 1].kind == ChunkKind::participle) return false;  // telles que prévues
    std::size_t before = que - 1;
    while (before > 0 && (chunks_[before].kind == ChunkKind::comma || chunks_[before].kind == ChunkKind::participle ||
                          chunks_[before].kind == ChunkKind::adverb)) {
        if (text_.is_any(chunks_[before].first, {word("plus"), word("moins"), word("aussi"), word("autant"),
                                                 word("tant"), word("si"), word("mieux"), word("tellement"),
                                                 word("alors"), word("ainsi"), word("bien"), word("encore")})) {
            return false;
        }
        --before;
    }
    const std::size_t nearest = before;
    if (chunks_[before].kind != ChunkKind::noun_group) return false;
    before = leading_group(before);
    const bool counted =
        chunks_[before].head > chunks_[before].first && text_.only(chunks_[before].first, PartOfSpeech::numeral);
    // , solution que je n'aurais pas trouvée: a noun without determiner that explains what was said
    const bool set_apart = chunks_[before].first == chunks_[before].head && before > 0 && nearest + 1 == que &&
                           before == nearest && chunks_[before - 1].kind == ChunkKind::comma &&
                           same_sentence(text_, chunks_[before - 1].first, chunks_[que].first) &&
                           text_.only(chunks_[before].head, PartOfSpeech::noun);
    if (!chunks_[before].determined && !counted && !set_apart &&
        !text_.is_any(chunks_[before].first, {word("celle"), word("ceux"), word("celles"), word("celui"), word("ce")}))
        return false;
    const std::size_t head = chunks_[before].head;
    if ((text_.classes(head, part(PartOfSpeech::noun)) & lemma_class::time) != 0) {
        // les deux minutes que j'ai passées is a relative, chaque fois que is not
        const bool spent = text_.lower(i_).starts_with("pass") || text_.lower(i_).starts_with("attend");
        // les heures supplémentaires que vous avez facturées
        const bool qualified = chunks_[before].last > head && !text_.lower(i_).starts_with("travaill");
        if ((!spent && !qualified) || text_.is(head, word("fois"))) return false;
    }
    constexpr std::string_view completive[] = {
        "fait",      "impression", "idée",      "preuve", "espoir",  "peur",  "crainte", "avis",      "chance",
        "sentiment", "sensation",  "certitude", "point",  "sorte",   "façon", "manière", "condition", "cas",
        "moment",    "mesure",     "cause",     "parce",  "dommage", "doute", "nombre",  "honte"};
    for (const std::string_view noun : completive) {
        if (text_.lower(head) == noun) return false;
    }
    // informer la caissière que; plus de clients que; c'est à la caisse que
    std::size_t k = before + 1;
    for (int steps = 0; steps < 7 && k > 0 && same_sentence(text_, chunks_[k - 1].first, chunks_[que].first); ++steps) {
        --k;
        const Chunk& chunk = chunks_[k];
        if (chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::strong) break;
        for (std::size_t i = chunk.first; i <= chunk.last; ++i) {
            if (text_.is_any(i, {word("plus"), word("moins"), word("aussi"), word("autant"), word("tant"),
                                 word("tellement"), word("tel"), word("telle"), word("si")})) {
                return false;
            }
        }
        const bool verbal =
            chunk.kind == ChunkKind::verb || chunk.kind == ChunkKind::participle || chunk.kind == ChunkKind::infinitive;
        if (verbal) {
            const std::uint32_t classes = text_.classes(chunk.head, part(PartOfSpeech::verb));
            // expliquer les réparations qu'il a faites: the object of the verb, no clause told
            const bool object = k + 1 == before && !text_.is_any(chunks_[before].first, {word("au"), word("aux")});
            if ((classes & lemma_class::speech) != 0 && !object) return false;
            constexpr std::string_view informing[] = {"inform",  "prév",    "avert",  "avis",    "assur",
                                                      "convain", "persuad", "rappel", "remarqu", "signal",
                                                      "promis",  "promet",  "vu",     "constat"};
            for (const std::string_view stem : informing) {
                if (text_.lower(chunk.head).starts_with(stem)) return false;
            }
            if (is_form_of(text_, chunk.head, lemma_class::etre) && chunk.last + 1U < text_.size() &&
                text_.can(chunk.last + 1U, PartOfSpeech::preposition) &&
                !text_.can(chunk.last + 1U, PartOfSpeech::determiner)) {
                return false;
            }
            break;
        }
        if (chunk.kind == ChunkKind::relative || chunk.kind == ChunkKind::subordinator) break;
    }
    return true;
}

}  // namespace relis::grammar
