// Homophones of « c'est »: c'est/s'est/ces/ses/sais.
#include "homophones.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

class DemonstrativeHomophones : public Homophones {
  public:
    using Homophones::Homophones;

    void run(std::size_t i) {
        switch (text_[i].id) {
            case word("c'"):
                return c_est(i);
            case word("s'"):
                return s_est(i);
            case word("ces"):
            case word("ses"):
                return ces(i);
            case word("sais"):
            case word("sait"):
                return sais(i);
            default:
                return;
        }
    }

  private:
    [[nodiscard]] std::vector<std::string> own_or_shown(std::size_t i) const;
    void c_est(std::size_t i);
    void s_est(std::size_t i);
    void ces(std::size_t i);
    void sais(std::size_t i);
    [[nodiscard]] bool etre_at(std::size_t i) const {
        return here(i) && is_form_of(text_, i, lemma_class::etre) && can_be_finite(text_, i);
    }
};

/// « Ses » takes up a subject of the third person; without one before it, « ces » is likelier.
std::vector<std::string> DemonstrativeHomophones::own_or_shown(std::size_t i) const {
    // un de ses collègues
    bool owner = i > 0 && text_.is(i - 1, word("de"));
    for (std::size_t k = i; k > 0 && same_sentence(text_, k - 1, i);) {
        --k;
        owner = owner || text_.can(k, noun) ||
                text_.is_any(k, {word("il"), word("elle"), word("on"), word("ils"), word("elles"), word("qui")});
    }
    if (owner) return {"ses", "ces"};
    return {"ces", "ses"};
}

/// le pain c'est écrasé, on c'est fait donner; tous c'est clients
void DemonstrativeHomophones::c_est(std::size_t i) {
    if (!etre_at(i + 1)) return;
    const std::size_t verb_token = i + 1;
    const std::size_t next = here(verb_token + 1) ? skip_adverbs(text_, verb_token + 1) : npos;
    if (next == npos || text_[next].unknown) return;
    const std::string with_s = "s'" + checker_.original(verb_token, verb_token);
    // il connaît c'est produits, il a rangé c'est plats, avec c'est amis: a verb or preposition wants an object
    const std::size_t governor = before(i);
    const bool wants_object = governor != npos && (text_.only(governor, preposition) || only_finite(text_, governor) ||
                                                   (can_be_participle(text_, governor) && before(governor) != npos &&
                                                    is_form_of(text_, before(governor), lemma_class::avoir)));
    if (wants_object && text_.is(verb_token, word("est")) && next == verb_token + 1 && text_.can(next, noun) &&
        (numbers_of(agreement(text_, next, part(noun) | part(adjective) | part(verb))) & number::singular) == 0)
        return confuse("homophone-ses", i, verb_token, own_or_shown(i));
    // c'est clients: a bare plural noun
    if (text_.is(verb_token, word("est")) && next == verb_token + 1 && text_.only(next, part(noun) | part(adjective)) &&
        text_.can(next, noun)) {
        const bool plural = (numbers_of(agreement(text_, next, part(noun) | part(adjective))) & number::singular) == 0;
        // c'est gentils de votre part: an adjective stands alone
        const bool alone =
            ends(next) || next_any(next, {word("de"), word("d'"), word("à"), word("pour"), word("et"), word("mais")});
        if (plural && text_.can(next, adjective) && alone) {
            return checker_.report("attribute", next, next, "Après « ce », l'adjectif reste au masculin singulier.",
                                   checker_.inflected(next, gender::masculine, number::singular));
        }
        if (plural) return confuse("homophone-ses", i, verb_token, own_or_shown(i));
    }
    const std::size_t p = before(i);
    const bool sure_subject = p != npos && !text_[p].enclitic &&
                              text_.is_any(p, {word("on"), word("il"), word("ils"), word("tout"), word("ne")});
    if (sure_subject && can_be_participle(text_, next)) return confuse("homophone-cest", i, verb_token, {with_s});
    // le vendeur c'est montrer très patient, elle c'est tromper
    if (only_infinitive(text_, next) && next == verb_token + 1 && p != npos) {
        const bool attribute = next_any(next, {word("très"), word("bien"), word("trop"), word("si")}) ||
                               (here(next + 1) && only_qualifier(text_, next + 1));
        const bool of = next_any(next, {word("de"), word("d'"), word("du"), word("des")});
        const bool usual = (attribute && lower_is(next, {"montrer"})) || (of && lower_is(next, {"occuper"})) ||
                           ((ends(next) || of || next_any(next, {word("et")})) &&
                            lower_is(next, {"tromper", "excuser", "énerver", "moquer", "fâcher", "améliorer"}));
        const bool person =
            text_.is_any(p, {word("il"), word("elle"), word("on")}) ||
            (chunks_[chunks_.of_token(p)].kind == ChunkKind::noun_group && waiting_subject(i).found && !governed(i));
        if (!usual || !person) return;
        confuse("homophone-cest", i, verb_token, {with_s});
        const Waiting subject = waiting_subject(i);
        return checker_.report("participle-form", next, next, "Après « s'est », écrivez le participe passé.",
                               checker_.participles(next, genders_of(subject.agreement), number::singular));
    }
    if (!only_participle(text_, next)) return;
    const AgreementSet set = agreement(text_, next, part(verb));
    const bool inflected = (set & 1U) == 0;
    if (inflected && p == npos) {
        if (could_be_noun(next) && could_be_finite(next + 1, person::third_plural)) return;  // c'est produits sont
        // c'est épuisée qu'elle est rentrée: the word set in front agrees with the subject further on
        for (std::size_t later = next + 1; later < next + 9 && same_sentence(text_, next, later); ++later) {
            if (text_.is_any(later, {word("que"), word("qu'"), word("qui")})) return;
        }
        // C'est finis: the pronoun ce asks for the masculine singular
        checker_.report(
            "participle-etre", next, next,
            "Après « " + checker_.original(i, verb_token) + " », écrivez le participe au masculin singulier.",
            checker_.participles(next, gender::masculine, number::singular));
        return;
    }
    if (inflected) return confuse("homophone-cest", i, verb_token, {with_s});
    if (p == npos) {
        // Le conseiller, Kevin, c'est présenté: a name between the subject and its verb
        const bool name = i > 3 && same_sentence(text_, i - 4, i) && text_[i - 1].boundary == Boundary::comma &&
                          text_.can(i - 2, proper_noun) && text_[i - 3].boundary == Boundary::comma &&
                          chunks_[chunks_.of_token(i - 4)].kind == ChunkKind::noun_group;
        if (name) confuse("homophone-cest", i, verb_token, {with_s});
        return;
    }
    const Chunk& left = chunks_[chunks_.of_token(p)];
    const bool pronoun =
        text_.is_any(p, {word("il"), word("on"), word("elle"), word("qui"), word("ils"), word("elles"), word("tout")});
    bool pronominal = false;
    for (const Analysis& reading : text_.readings(next)) {
        pronominal = pronominal ||
                     (reading.features.verb & (language::verb::pronominal | language::verb::always_pronominal)) != 0;
    }
    // sur son insigne c'était écrit, au fond du rayon c'est rangé: a place, no subject
    const bool place = left.kind == ChunkKind::noun_group && !waiting_subject(i).found;
    const bool noun_before = left.kind == ChunkKind::noun_group && !place &&
                             (left.determined || text_.can(left.head, proper_noun)) && !governed(i) && pronominal;
    if (pronoun || noun_before) confuse("homophone-cest", i, verb_token, {with_s});
}

/// s'est fréquent, s'est rien, s'était la faute
void DemonstrativeHomophones::s_est(std::size_t i) {
    if (!etre_at(i + 1) || !text_.can(i, pronoun)) return;
    const std::size_t verb_token = i + 1;
    if (here(verb_token + 1) && text_[verb_token + 1].enclitic) return;
    const std::string with_c = "c'" + checker_.original(verb_token, verb_token);
    const std::size_t p = before(i);
    std::size_t next = here(verb_token + 1) ? skip_adverbs(text_, verb_token + 1) : npos;
    if (next == npos) {
        // dire à quel étage s'était.
        const bool subject =
            p != npos && chunks_[chunks_.of_token(p)].kind == ChunkKind::noun_group && !text_.is(p, word("que"));
        const bool nothing = p == npos && text_.is(verb_token + 1, word("rien"));
        if (!subject && (ends(verb_token) || nothing)) confuse("homophone-cest", i, verb_token, {with_c});
        return;
    }
    if (text_[next].unknown || can_be_participle(text_, next) || can_be_infinitive(text_, next)) return;
    if (only_finite(text_, next) || text_.is(next, word("fait"))) return;  // a misspelt participle
    for (const std::string_view invariable : {"tu", "vu", "plu", "dit", "mis", "pris"}) {
        if (text_.lower(next) == invariable) return;
    }
    if (p != npos && (is_sure_subject_pronoun(text_, p) || text_.is(p, word("qui"))) &&
        !text_.can(next, part(determiner)))
        return;
    confuse("homophone-cest", i, verb_token, {with_c});
}

/// le problème, ces que
void DemonstrativeHomophones::ces(std::size_t i) {
    if (!here(i + 1)) return;
    if (text_.is_any(
            i + 1, {word("que"), word("qu'"), word("pas"), word("la"), word("le"), word("les"), word("un"), word("une"),
                    word("trop"), word("pour"), word("à"), word("ce"), word("moi"), word("lui")})) {
        if (text_.is_any(i + 1, {word("un"), word("une")}) || !text_.can(i + 1, noun))
            confuse("homophone-ces", i, "c'est");
    }
}

/// sais moi qui ai dû
void DemonstrativeHomophones::sais(std::size_t i) {
    const std::size_t p = before(i);
    if (p != npos &&
        (is_subject_pronoun(text_, p) || is_clitic(text_, p) || is_ne(text_, p) || text_.is(p, word("qui"))))
        return;
    if (!next_any(i, {word("moi"), word("un"), word("une"), word("lui"), word("toi"), word("eux"), word("très"),
                      word("trop"), word("la"), word("le")}))
        return;
    if (after_any(i, {word("comme"), word("que"), word("qu'"), word("où"), word("dont")}))
        return;  // comme sait le faire
    if (find_subject(text_, chunks_, chunks_.of_token(i)).found) return;
    confuse("homophone-ces", i, "c'est");
}

}  // namespace

void check_demonstrative_homophones(Checker& checker) {
    run_at_closed_words<DemonstrativeHomophones>(checker);
}

}  // namespace relis::grammar
