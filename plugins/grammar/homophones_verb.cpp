// Homophones of être and avoir: a/à, et/est, son/sont, on/ont, ma/m'a, la/l'a, été/étaient.
#include "homophones.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

class VerbHomophones : public Homophones {
  public:
    using Homophones::Homophones;

    void run(std::size_t i) {
        switch (text_[i].id) {
            case word("à"):
                return a_grave(i);
            case word("a"):
                return a_verb(i);
            case word("est"):
                return est(i);
            case word("et"):
                return et(i);
            case word("son"):
                return son(i);
            case word("sont"):
                return sont(i);
            case word("on"):
                return on(i);
            case word("ont"):
                return ont(i);
            case word("mon"):
                return mon(i, "m'ont");
            case word("ton"):
                return mon(i, "t'ont");
            case word("ma"):
                return ma(i, "m'a");
            case word("ta"):
                return ma(i, "t'a");
            case word("la"):
                return la(i);
            case word("été"):
                return ete(i);
            default:
                return;
        }
    }

  private:
    void a_grave(std::size_t i);
    void a_verb(std::size_t i);
    void est(std::size_t i);
    void et(std::size_t i);
    void son(std::size_t i);
    void sont(std::size_t i);
    void on(std::size_t i);
    void ont(std::size_t i);
    void ma(std::size_t i, std::string_view suggestion);
    void mon(std::size_t i, std::string_view suggestion);
    void la(std::size_t i);
    void ete(std::size_t i);
    [[nodiscard]] bool participle_at(std::size_t i) const {
        return i != npos && here(i) && !text_[i].unknown && only_participle(text_, i);
    }
};

/// on à commandé, il n'y à rien, la machine à refusé, le problème à été réglé
void VerbHomophones::a_grave(std::size_t i) {
    const std::size_t p = before(i);
    if (here(i + 2) && text_.is(i + 1, word("été")) && can_be_participle(text_, i + 2))
        return confuse("homophone-a", i, "a");
    if (p == npos || !here(i + 1)) return;
    if (text_.is_any(p, {word("il"), word("on"), word("m'"), word("t'"), word("n'"), word("qui"), word("tu")}) &&
        !text_[p].enclitic) {
        // ce à quoi, celui qui, à l'heure: no verb between qui and à is never right
        return confuse("homophone-a", i, text_.is(p, word("tu")) ? "as" : "a");
    }
    if (text_.is(p, word("elle")) && after_subject_pronoun(i) && participle_at(past_adverbs(i)))
        return confuse("homophone-a", i, "a");
    if (text_.is(p, word("y")) && !text_[p].enclitic) return confuse("homophone-a", i, "a");
    const std::size_t next = past_adverbs(i);
    // la caissière à sourit: a verb never follows à
    if (next == i + 1 && only_finite(text_, next) && text_.lower(next).ends_with("t") &&
        chunks_[chunks_.of_token(p)].kind == ChunkKind::noun_group && !governed(i)) {
        return confuse("homophone-a", i, "a");
    }
    if (next == npos || !(participle_at(next) ||
                          (text_.is(next, word("été")) && here(next + 1) && !text_.is_any(next + 1, {word("et")}))))
        return;
    if (text_.is(i + 1, word("peu"))) return;
    if (text_.is_any(p, {word("nous"), word("vous"), word("l'"), word("lui"), word("leur"), word("ça"), word("cela")}))
        return confuse("homophone-a", i, "a");
    // a noun group that leads no verb yet: its verb is a
    const Chunk& left = chunks_[chunks_.of_token(p)];
    const bool noun_before = left.kind == ChunkKind::noun_group || left.kind == ChunkKind::participle;
    if (noun_before && !governed(i)) return confuse("homophone-a", i, "a");
    if (!noun_before) return;
    // les clients que j'ai vus à été: a relative clause has its own verb
    for (std::size_t k = chunks_.of_token(i); k > 0 && same_sentence(text_, chunks_[k - 1].first, i); --k) {
        if (chunks_[k - 1].kind == ChunkKind::relative)
            return text_.is(next, word("été")) ? confuse("homophone-a", i, "a") : void();
        if (chunks_[k - 1].kind == ChunkKind::comma || chunks_[k - 1].kind == ChunkKind::strong) return;
    }
}

/// parlé a la responsable, suite a une erreur, une machine a café
void VerbHomophones::a_verb(std::size_t i) {
    if (!here(i + 1) || text_[i + 1].enclitic || text_.token(i).kind != language::TokenKind::word) return;
    if (text_.token(i).first_of_sentence && text_.token(i).letter_case != language::LetterCase::lower &&
        !can_be_participle(text_, i + 1) &&
        (determiner_at(i + 1) ||
         text_.is_any(i + 1, {word("quel"), word("quelle"), word("qui"), word("quoi"), word("ce"), word("chaque"),
                              word("moi")}) ||
         text_[i + 1].capital || text_.lower(i + 1) == "part" || text_.lower(i + 1) == "cause" ||
         text_.lower(i + 1) == "partir")) {
        checker_.report("capital-a", i, i, "La préposition « À » garde son accent, même en majuscule.", {"À"});
        return;
    }
    if (text_.token(i).letter_case == language::LetterCase::initial_capital ||
        text_.token(i).letter_case == language::LetterCase::all_capitals)
        return;
    const std::size_t next = past_adverbs(i);
    if (next == npos) return;
    if ((can_be_participle(text_, next) && !(text_.is(next, word("fait")) && ends(next))) ||
        text_.is_any(next, {word("de"), word("d'"), word("lieu"), word("fait")}))
        return;
    const std::size_t p = before(i);
    if (p != npos && text_.is_any(p, {word("quelle"), word("quel")})) return;  // qu'elle a, qu'il a
    if (p != npos && text_.is(p, word("tout")) &&
        (text_.lower(i + 1) == "coup" || (text_.is(i + 1, word("fait")) && ends(i + 1)))) {
        return confuse("homophone-a", i, "à");
    }
    if (text_.is_any(i + 1, {word("laquelle"), word("lequel"), word("lesquels"), word("lesquelles")}))
        return confuse("homophone-a", i, "à");
    const bool clitic_infinitive = is_clitic(text_, i + 1) && here(i + 2) && can_be_infinitive(text_, i + 2);
    const bool target = clitic_infinitive || determiner_at(i + 1) || can_be_infinitive(text_, i + 1) ||
                        text_.can(i + 1, part(noun) | part(numeral) | part(proper_noun)) ||
                        text_.is_any(i + 1, {word("qui"), word("quoi"), word("quel"), word("quelle"), word("moi"),
                                             word("toi"), word("lui"), word("eux"), word("ça"), word("cela"),
                                             word("chaque"), word("peu"), word("ce"), word("celui"), word("celle"),
                                             word("ceux"), word("laquelle"), word("lequel"), word("leur")}) ||
                        text_.lower(i + 1) == "peine" || text_.lower(i + 1) == "côté" ||
                        text_.lower(i + 1) == "nouveau";
    if (!target) return;
    if (p == npos) {
        // « , a 7,90 € le moyen »: a figure or an article after a mark
        const bool figure = text_.token(i + 1).kind == language::TokenKind::amount ||
                            text_.token(i + 1).kind == language::TokenKind::hour;
        const bool question = text_.is_any(i + 1, {word("qui"), word("quoi"), word("laquelle")});
        if (i > 0 && same_sentence(text_, i - 1, i) && (figure || question)) confuse("homophone-a", i, "à");
        return;
    }
    if (text_.is_any(p, {word("que"), word("qu'"), word("où"), word("dont"), word("qui")}) &&
        !text_.is_any(i + 1, {word("qui"), word("quel"), word("quelle")}))
        return;
    if (is_clitic(text_, p) || is_ne(text_, p) || is_subject_pronoun(text_, p)) return;
    for (const std::string_view word_before : {"suite", "grâce", "face", "rapport", "quant", "prêt", "prête", "prêts",
                                               "jusque", "mal", "égard", "conforme"}) {
        const bool bare = before(p) == npos || !text_.can(before(p), determiner);
        if (text_.lower(p) == word_before && bare) return confuse("homophone-a", i, "à");
    }
    if (text_.is_any(p, {word("et"), word("ou"), word("mais"), word("ni")}) &&
        text_.is_any(i + 1, {word("un"), word("une"), word("le"), word("la"), word("les")}))
        return;
    const Subject subject = find_subject(text_, chunks_, chunks_.of_token(i));
    if (subject.found || !governed(i) || text_.lower(i + 1).ends_with("riori")) return;
    if (chunks_[chunks_.of_token(p)].kind == ChunkKind::infinitive) return;  // se préparer a des vertus
    const ChunkKind left = chunks_[chunks_.of_token(p)].kind;
    if (left == ChunkKind::coordination || left == ChunkKind::relative || left == ChunkKind::subordinator ||
        left == ChunkKind::other)
        return;
    confuse("homophone-a", i, "à");
}

/// le total était de 23 $ est elle ne m'a pas: a clause begins after est
void VerbHomophones::est(std::size_t i) {
    if (!here(i + 1) || text_[i + 1].enclitic) return;
    const std::size_t p = before(i);
    if (is_subject_pronoun(text_, i + 1) && !text_.is_any(i + 1, {word("nous"), word("vous")})) {
        const std::size_t k = chunks_.of_token(i + 1);
        const bool clause =
            k + 1 < chunks_.size() && chunks_[k].kind == ChunkKind::pronoun && chunks_[k + 1].kind == ChunkKind::verb;
        if (clause && p != npos && !is_clitic(text_, p) &&
            !text_.is_any(p, {word("qu'"), word("que"), word("c'"), word("n'"), word("où")}))
            confuse("homophone-est", i, "et");
        return;
    }
    // la dame est son fils sont venus: left to the subject of the verb that follows
}

/// il et parti, c'et, qui et content
void VerbHomophones::et(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1)) return;
    const bool subject =
        text_.is_any(p, {word("il"), word("on"), word("qui"), word("n'"), word("c'"), word("m'"), word("s'")}) &&
        !text_[p].enclitic;
    if (!subject) return;
    const std::size_t next = past_adverbs(i);
    if (next == npos || is_subject_pronoun(text_, next)) return;
    confuse("homophone-est", i, "est");
}

/// mes yaourts son tombés, les prix, eux, son illisibles
void VerbHomophones::son(std::size_t i) {
    if (text_.can(i, noun) || !here(i + 1)) return;
    const std::size_t p = before(i);
    if (p != npos && text_.is_any(p, {word("ils"), word("elles"), word("qui"), word("ne")}))
        return confuse("homophone-son", i, "sont");
    const std::size_t next = past_adverbs(i);
    const bool qualifier =
        next != npos && (only_qualifier(text_, next) || (can_be_participle(text_, next) && !text_[next].unknown));
    if (next == npos || !qualifier) {
        if (text_.is_any(i + 1, {word("à"), word("pas"), word("très"), word("trop"), word("dans"), word("en")}) &&
            p != npos && chunks_[chunks_.of_token(p)].kind == ChunkKind::noun_group)
            confuse("homophone-son", i, "sont");
        return;
    }
    const AgreementSet set = agreement(text_, next, part(adjective) | part(verb) | part(noun));
    if ((numbers_of(set) & number::singular) != 0) return;
    if (here(next + 1) && text_.can(next + 1, noun) && !text_.can(next + 1, part(preposition) | part(adverb))) return;
    confuse("homophone-son", i, "sont");
}

/// avec sont frère, dans sont bureau
void VerbHomophones::sont(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !noun_only(i + 1)) return;
    const bool preposition_before =
        text_.is_any(p, {word("avec"), word("dans"), word("sur"), word("sous"), word("à"), word("de"), word("par"),
                         word("pour"), word("chez"), word("sans")});
    const bool singular = (numbers_of(agreement(text_, i + 1, part(noun))) & number::singular) != 0;
    if (singular && (preposition_before || (can_be_finite(text_, p) && text_.only(p, verb))))
        confuse("homophone-son", i, "son");
}

/// les clients on été gentils, ils on oublié
void VerbHomophones::on(std::size_t i) {
    if (text_[i].enclitic) return;
    const std::size_t p = before(i);
    const std::size_t next = past_adverbs(i);
    if (next == npos || p == npos) return;
    const std::size_t q = before(p);
    const bool governed_qui = text_.is(p, word("qui")) && q != npos && text_.can(q, preposition);
    if (!governed_qui &&
        text_.is_any(p, {word("ils"), word("elles"), word("qui"), word("certains"), word("ceux"), word("plusieurs")}) &&
        !text_[p].enclitic && here(i + 1) && !is_ne(text_, i + 1))
        return confuse("homophone-on", i, "ont");
    // les clients devant moi on dû
    const bool strong =
        text_.is_any(p, {word("moi"), word("toi"), word("lui"), word("nous"), word("vous"), word("eux")}) &&
        before(p) != npos && text_.can(before(p), preposition);
    if (strong && can_be_participle(text_, next) && !can_be_finite(text_, next))
        return confuse("homophone-on", i, "ont");
    const Chunk& left = chunks_[chunks_.of_token(p)];
    if ((left.numbers & number::plural) == 0 && left.kind == ChunkKind::noun_group) return;
    if ((left.kind == ChunkKind::noun_group || left.kind == ChunkKind::participle) &&
        (participle_at(next) || text_.is(next, word("été"))))
        confuse("homophone-on", i, "ont");
}

/// et ont voyait l'enseigne
void VerbHomophones::ont(std::size_t i) {
    const bool starts =
        i == 0 || !same_sentence(text_, i - 1, i) || text_[i - 1].boundary != Boundary::none ||
        text_.is_any(i - 1, {word("et"), word("mais"), word("que"), word("qu'"), word("si"), word("quand"), word("où"),
                             word("l'"), word("dont"), word("ou"), word("donc"), word("car")});
    if (!starts || !here(i + 1) || text_[i + 1].enclitic) return;
    if (verb_begins(i + 1)) confuse("homophone-on", i, "on");
}

/// la dame ma dit
void VerbHomophones::ma(std::size_t i, std::string_view suggestion) {
    const std::size_t next = past_adverbs(i);
    if (next == npos || text_[next].unknown || !here(i + 1) || after_any(i, {word("tu"), word("je")})) return;
    // si ta besoin: tu as, as it is said
    if (text_.is(i, word("ta")) && next == i + 1 && text_.lower(next) == "besoin") {
        return confuse("homophone-ma", i, i, {"t'as", "tu as"});
    }
    if (!can_be_participle(text_, next)) {
        if (!only_infinitive(text_, next) || !text_.lower(next).ends_with("er")) return;
    }
    const AgreementSet nominal = agreement(text_, next, part(noun) | part(adjective) | part(verb));
    const bool feminine = (nominal & 4U) != 0;
    if (feminine) return;
    if (here(next + 1) && text_.can(next + 1, noun) && (agreement(text_, next + 1, part(noun)) & 4U) != 0 &&
        !determiner_at(next + 1))
        return;
    if (i > 0 && before(i) == npos && text_.is(i, word("ma")) && text_.token(i).first_of_sentence) return;
    confuse("homophone-ma", i, suggestion);
}

/// ils mon dit
void VerbHomophones::mon(std::size_t i, std::string_view suggestion) {
    const std::size_t next = past_adverbs(i);
    if (next == npos || !can_be_participle(text_, next)) return;
    if (after_any(i, {word("ils"), word("elles"), word("qui"), word("ne")})) confuse("homophone-ma", i, suggestion);
}

/// il la noté, et la je suis tombé
void VerbHomophones::la(std::size_t i) {
    if (text_[i].enclitic) return;
    const std::size_t p = before(i);
    if (ends(i)) {
        const bool closes = i + 1 >= text_.size() || !same_sentence(text_, i, i + 1) ||
                            text_.is_any(i + 1, {word(","), word("."), word(";"), word("!"), word("?"), word(":")});
        if (closes && p != npos && text_.is_any(p, {word("par"), word("de"), word("jusque"), word("est"), word("es")}))
            confuse("homophone-la", i, "là");
        return;
    }
    if (is_sure_subject_pronoun(text_, i + 1) || text_.is_any(i + 1, {word("c'")}))
        return confuse("homophone-la", i, "là");
    const std::size_t next = past_adverbs(i);
    const bool after_pronoun =
        p != npos && (is_sure_subject_pronoun(text_, p) || (text_.is(p, word("elle")) && after_subject_pronoun(i)));
    // la pas dit: no noun group has a negation before a masculine participle
    const bool negated = next != npos && next > i + 1 && text_.is_any(i + 1, {word("pas"), word("jamais")});
    const bool no_subject = p == npos || text_.is_any(p, {word("et"), word("mais"), word("a")});
    if (negated && no_subject && could_be_participle(next) &&
        (agreement(text_, next, part(verb) | part(adjective) | part(noun)) & 5U) == 1U)
        return confuse("homophone-l-a", i, "l'a");
    if (next == npos ||
        !(participle_at(next) || (after_pronoun && can_be_participle(text_, next) && !can_be_finite(text_, next))))
        return;
    const bool masculine = (agreement(text_, next, part(verb)) & 1U) != 0;
    if (p == npos) return;
    std::string_view auxiliary;
    if (text_.is_any(p, {word("il"), word("on")}) || (text_.is(p, word("elle")) && after_subject_pronoun(i)) ||
        text_.is_any(p, {word("qui"), word("me"), word("te")}))
        auxiliary = "l'a";
    if (text_.is(p, word("je"))) auxiliary = "l'ai";
    if (text_.is(p, word("tu"))) auxiliary = "l'as";
    if (text_.is_any(p, {word("ils"), word("elles")})) auxiliary = "l'ont";
    const Chunk& left = chunks_[chunks_.of_token(p)];
    if (auxiliary.empty() && masculine && left.kind == ChunkKind::noun_group && !governed(p) &&
        !(here(next + 1) && text_.can(next + 1, noun) && !determiner_at(next + 1))) {
        auxiliary = (left.numbers & number::singular) != 0 ? "l'a" : "l'ont";
    }
    if (!auxiliary.empty()) confuse("homophone-l-a", i, auxiliary);
}

/// les frites été froides
void VerbHomophones::ete(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || checker_.reported(p) || !here(i + 1) || text_[p].enclitic ||
        text_.is_any(p, {word("à"), word("l'"), word("cet"), word("un"), word("en"), word("d'")}))
        return;
    const std::size_t next = past_adverbs(i);
    if (next == npos || text_.can(p, adjective)) return;
    const bool pronoun =
        text_.is_any(p, {word("il"), word("elle"), word("ils"), word("elles"), word("on"), word("c'"), word("j'")});
    const Chunk& left = chunks_[chunks_.of_token(p)];
    const bool noun_before = left.kind == ChunkKind::noun_group && left.determined && left.last == p && !governed(i) &&
                             text_.can(i, verb) && adjectival(text_, next);
    if (!pronoun && !noun_before) return;
    if (text_.is(p, word("j'"))) return confuse("homophone-ete", i, "étais");
    const bool plural =
        pronoun ? text_.is_any(p, {word("ils"), word("elles")}) : (left.numbers & number::singular) == 0;
    confuse("homophone-ete", i, plural ? "étaient" : "était");
}

}  // namespace

void check_verb_homophones(Checker& checker) {
    run_at_closed_words<VerbHomophones>(checker);
}

}  // namespace relis::grammar
