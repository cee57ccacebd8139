// Infinitive where a participle or a finite form stands: pour mangé, il va allé, vous pouvez utilisé, venu cherché.
#include "infinitive_governors.h"
#include "infinitive_words.h"

namespace relis::grammar {
namespace {

/// rien de changé, trois de cassés, un de perdu, plus de gagné: a participle after de is right there
bool counts_participles(const ReadText& text, std::size_t before) {
    return text.is_any(before, {word("rien"), word("chose"), word("personne"), word("quelqu'un"), word("un"),
                                word("une"), word("plus"), word("moins"), word("pas"), word("ça"), word("cela"),
                                word("quoi"), word("beaucoup"), word("peu"), word("y"), word("encore")}) ||
           text.can(before, PartOfSpeech::numeral) || text.can(before, PartOfSpeech::pronoun);
}

/// il la traite de détraqué, on passe de fermé à ouvert, on en compte de cassés
bool is_naming_verb(std::string_view form) {
    for (const std::string_view stem : {"trait", "pass", "qualifi", "trouv", "compt", "chang", "vari", "vir"}) {
        if (form.starts_with(stem)) return true;
    }
    return false;
}

/// elles n'ont rien touché de souillé, ce qu'il a acheté de démodé
bool something_before(const ReadText& text, std::size_t i) {
    for (std::size_t steps = 0; steps < 7 && i > 0 && same_sentence(text, i - 1, i); --i, ++steps) {
        if (text.is_any(i - 1, {word("rien"), word("quoi"), word("ce"), word("chose"), word("que"), word("qu'")}))
            return true;
    }
    return false;
}

/// Participles in -é that are bare nouns after de and à too: une odeur de brûlé, un bout de pavé.
bool is_bare_noun(std::string_view form) {
    for (const std::string_view noun :
         {"marché",  "employé", "fumé",   "brûlé",   "salé",   "sucré",  "résumé", "traité", "arrêté",
          "procédé", "associé", "invité", "velouté", "pavé",   "abonné", "écrit",  "privé",  "côté",
          "comité",  "doublé",  "carré",  "énoncé",  "défilé", "fossé",  "gré",    "pré",    "degré",
          "relevé",  "reçu",    "dîné",   "procès",  "plié",   "glacé",  "surgelé"}) {
        if (form == noun) return true;
    }
    return false;
}

/// de + clitics + verb, de + verb
void after_de(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const Clitics clitics = clitics_from(text, i + 1);
    const std::size_t k = clitics.verb;
    if (k == npos || !text.can(k, PartOfSpeech::verb) || checker.reported(k) || checker.reported(i)) return;
    if (text.lower(k) == "affilée" || text.lower(k) == "coté") return;  // deux heures d'affilée; de côté without accent
    const Heard heard = heard_like_infinitive(text, k);
    if (heard == Heard::no && (clitics.count == 0 || !only_finite(text, k))) return;
    const Governs governs = governs_infinitive(text, i);
    const bool strict = governs == Governs::infinitive;
    if (clitics.count == 0) {
        if (k != i + 1 && !text.is_any(i + 1, {word("ne"), word("n'"), word("bien"), word("mieux"), word("toujours"),
                                               word("tout"), word("trop"), word("plus")}))
            return;
        if (governs == Governs::nothing) {
            // ils ont décidé de, elle parlait de: a verb other than être, avoir, rester
            const bool verb_before = i > 0 && same_sentence(text, i - 1, i) && text.only(i - 1, PartOfSpeech::verb) &&
                                     !text[i - 1].unknown &&
                                     (text.classes(i - 1, part(PartOfSpeech::verb)) &
                                      (lemma_class::etre | lemma_class::avoir | lemma_class::copula)) == 0 &&
                                     !is_naming_verb(text.lower(i - 1)) && !something_before(text, i - 1);
            if (!verb_before || heard != Heard::verb || text.lower(k).ends_with("s")) return;
            report_infinitive(checker, k, i, "infinitive-after-preposition");
            return;
        }
        if (!strict && counts_participles(text, i - 1)) return;
        // le temps de passé, besoin de changé: hardly ever a noun without a determiner
        const bool bare = heard == Heard::open && is_masculine_participle(text, k) && k == i + 1 &&
                          !is_bare_noun(text.lower(k)) && text.lower(i - 1) != "goût";
        if (heard == Heard::verb || bare || (heard == Heard::open && (strict || sure_object_follows(checker, k))))
            report_infinitive(checker, k, i, "infinitive-after-preposition");
        return;
    }
    const bool finite = only_finite(text, k);
    if (clitics.strong) {
        // autour de nous assis; à côté de lui mangeait: strong pronouns
        const bool object = governs != Governs::nothing &&
                            (sure_object_follows(checker, k) || text.is_any(k + 1, {word("du"), word("des")}));
        const bool agrees = text.lower(k).ends_with("s") && !strict && !object;
        if (heard == Heard::no || agrees || (!strict && can_be_finite(text, k) && !text.lower(k).ends_with("ez")))
            return;
        if (heard == Heard::open && governs == Governs::nothing) return;
        report_infinitive(checker, k, i, "infinitive-after-preposition");
        return;
    }
    if (clitics.article && clitics.count == 1) {
        // au lieu de la poussée: an article, unless no noun may follow or the word is none
        const bool no_noun = !text.can(k, PartOfSpeech::noun) && governs != Governs::nothing;
        if (heard == Heard::verb ? !no_noun && !finite : !strict || heard == Heard::no) {
            if (!(finite && governs != Governs::nothing)) return;
        }
        report_infinitive(checker, k, i, "infinitive-after-preposition");
        return;
    }
    if (heard == Heard::no && !finite) return;
    report_infinitive(checker, k, i, "infinitive-after-preposition");
}

/// pour, sans, à, par, afin d'abord… and clitics, then no infinitive.
void after_preposition(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const Clitics clitics = clitics_from(text, i + 1);
    const std::size_t k = clitics.verb;
    if (k == npos || checker.reported(k) || checker.reported(i)) return;
    const bool object_article = clitics.article && !text.is_any(i, {word("pour"), word("sans")});
    if (object_article && clitics.count == 1) {
        // à la trouvée; but à le trouvé, contracted when it is an article
        const bool contracted = text.is(i, word("à")) && text.is_any(i + 1, {word("le"), word("les")});
        if (!contracted || heard_like_infinitive(text, k) != Heard::verb) return;
    }
    const Heard heard = heard_like_infinitive(text, k);
    if (clitics.count == 0) {
        // sans rien acheté
        const bool nothing =
            text.is(i, word("sans")) && text.is(i + 1, word("rien")) && is_masculine_participle(text, k);
        if (k != i + 1 && !nothing &&
            !text.is_any(i + 1, {word("ne"), word("n'"), word("bien"), word("mieux"), word("toujours"), word("tout"),
                                 word("trop"), word("plus")}))
            return;
        // passer de démodés à branchés
        if (i > 1 && text.is_any(i - 2, {word("de"), word("d'")}) && can_be_participle(text, i - 1)) return;
        const bool plain = text.is_any(i, {word("sans"), word("pour")}) && text.lower(k).ends_with("é") &&
                           !text.can(k, PartOfSpeech::noun);
        // sans levé les yeux: no noun without a determiner stands before one
        const bool object =
            !text.is(i, word("par")) && heard == Heard::open && sure_object_follows(checker, k) &&
            (!text.can(k, PartOfSpeech::noun) || (text.is(i, word("sans")) && is_masculine_participle(text, k)));
        // invité à passé, rien à signalé
        const bool asked = heard == Heard::open && text.is(i, word("à")) && is_masculine_participle(text, k) &&
                           !is_bare_noun(text.lower(k)) && governs_infinitive_after_a(text, i);
        if (heard == Heard::verb || plain || object || asked)
            report_infinitive(checker, k, i, "infinitive-after-preposition");
        return;
    }
    if (clitics.strong || is_ne(text, k - 1)) {
        // pour vous, à lui: strong pronouns, after which a verb of the clause may stand; il a pour nous cessé
        if (i > 0 && is_form_of(text, i - 1, lemma_class::avoir | lemma_class::etre)) return;
        if (can_be_finite(text, k) || heard == Heard::no) return;
        if (!text.lower(k).ends_with("é") && !text.lower(k).ends_with("ez")) return;  // une table pour nous réservée
        report_infinitive(checker, k, i, "infinitive-after-preposition");
        return;
    }
    if (heard == Heard::verb || only_finite(text, k) || (clitics.only_object && heard == Heard::open))
        report_infinitive(checker, k, i, "infinitive-after-preposition");
}

/// The form begins like a verb whose participle tells no state.
bool tells_doing(std::string_view form) {
    for (const std::string_view stem :
         {"regard",  "pass",      "termin", "patient", "souffl",  "parl",    "essay",   "mang",     "goût",
          "commenc", "commander", "profit", "discut",  "continu", "jou",     "entr",    "travaill", "bavard",
          "chant",   "siffl",     "pos",    "jug",     "remarqu", "chang",   "répét",   "signe",    "cherch",
          "tourn",   "attend",    "livr",   "install", "répar",   "remplac", "retouch", "visit",    "achet",
          "pay",     "rappel",    "crié",   "pleur",   "rigol",   "march",   "coup",    "tomb"}) {
        if (form.starts_with(stem)) return true;
    }
    return false;
}

/// pouvoir, devoir, aller…, then no infinitive.
class AfterVerb {
  public:
    AfterVerb(Checker& checker, std::size_t i) : checker_(checker), text_(checker.text()), i_(i) {}
    void run();

  private:
    [[nodiscard]] bool is_noun_here() const;
    void modal(std::size_t k, const Clitics& clitics);
    void motion(std::size_t k, const Clitics& clitics);
    void leave(std::size_t k, const Clitics& clitics);
    void other(std::size_t k, const Clitics& clitics);
    void found(std::size_t k) { report_infinitive(checker_, k, i_, "infinitive-after-verb"); }
    [[nodiscard]] std::string_view lemma() const {
        for (const Analysis& reading : text_.readings(i_)) {
            if (reading.features.part == PartOfSpeech::verb && !text_[i_].unknown)
                return text_.reader().lexicon().lemma(reading.lemma);
        }
        return {};
    }

    Checker& checker_;
    const ReadText& text_;
    std::size_t i_;
    Heard heard_ = Heard::no;
    bool reflexive_ = false;  ///< clitics before the verb at i
    bool direct_ = false;
    bool perfect_ = false;            ///< the verb at i is a participle beside its auxiliary,
    bool object_ = false;             ///< which has a pronoun before it,
    bool perfect_reflexive_ = false;  ///< that is se
};

/// le devoir, de pouvoir (the noun)
bool AfterVerb::is_noun_here() const {
    // le verbe pouvoir, le mot devoir: a name of the word itself
    if (i_ > 0 && only_infinitive(text_, i_) && text_.only(i_ - 1, PartOfSpeech::noun) &&
        (text_.lower(i_ - 1) == "verbe" || text_.lower(i_ - 1) == "mot"))
        return true;
    if (text_.only(i_, PartOfSpeech::verb)) return false;
    if (text_.can(i_, PartOfSpeech::preposition)) return true;
    if (i_ == 0) return false;
    // les deux entrées, de bonnes entrées chaudes: head of a group that begins before it
    const Chunk& group = checker_.chunks()[checker_.chunks().of_token(i_)];
    if (group.kind == ChunkKind::noun_group && group.first < i_) return true;
    if (text_.can(i_ - 1, PartOfSpeech::numeral) || text_.token(i_ - 1).kind == language::TokenKind::number)
        return true;
    if (text_.can(i_ - 1, PartOfSpeech::adjective)) return true;
    if (text_.is_any(i_ - 1, {word("de"), word("d'")})) {
        return governs_infinitive(text_, i_ - 1) == Governs::nothing;
    }
    return text_.can(i_ - 1, PartOfSpeech::determiner);
}

void AfterVerb::run() {
    const std::uint32_t classes = text_.classes(i_, part(PartOfSpeech::verb));
    constexpr std::uint32_t wanted = lemma_class::modal | lemma_class::motion | lemma_class::causative |
                                     lemma_class::faire | lemma_class::takes_infinitive;
    if ((classes & wanted) == 0 || text_.is(i_, word("puis")) || is_noun_here()) return;
    std::size_t k = i_ + 1;
    while (k < text_.size() && text_[k].enclitic) ++k;
    if (k >= text_.size() || !same_sentence(text_, i_, k) || text_[k].boundary != Boundary::none) return;
    const std::size_t after = k;
    k = skip_adverbs(text_, k);
    if (k == npos) return;
    // aller voir si y restait des places: a question begins
    for (std::size_t passed = after; passed < k; ++passed) {
        if (text_.is(passed, word("si"))) return;
    }
    Clitics clitics = clitics_from(text_, k);
    k = clitics.verb;
    if (k == npos || checker_.reported(k)) return;
    heard_ = heard_like_infinitive(text_, k);
    const Chunks& chunks = checker_.chunks();
    const std::size_t own = chunks.of_token(i_);
    const Chunk& chunk = chunks[own];
    for (std::size_t c = chunk.first; c < chunk.head; ++c) {
        if (text_.is_any(c, {word("se"), word("s'"), word("me"), word("m'")})) reflexive_ = true;
        if (text_.is_any(c, {word("le"), word("la"), word("les"), word("l'")})) direct_ = true;
    }
    // on s'est laissé tenter, ils m'ont regardé passer: what stands before the auxiliary
    if (own > 0 && chunk.first == i_ && can_be_participle(text_, i_) && chunks[own - 1].kind == ChunkKind::verb &&
        chunks[own - 1].last + 1U == i_ &&
        is_form_of(text_, chunks[own - 1].head, lemma_class::etre | lemma_class::avoir)) {
        const Chunk& auxiliary = chunks[own - 1];
        perfect_ = true;
        for (std::size_t c = auxiliary.first; c < auxiliary.head; ++c) {
            object_ = object_ || (is_clitic(text_, c) && !text_.is_any(c, {word("y"), word("en")}));
            perfect_reflexive_ = perfect_reflexive_ || text_.is_any(c, {word("se"), word("s'")});
        }
    }
    if ((classes & lemma_class::modal) != 0) {
        modal(k, clitics);
    } else if ((classes & lemma_class::motion) != 0) {
        motion(k, clitics);
    } else if ((classes & (lemma_class::causative | lemma_class::faire)) != 0) {
        leave(k, clitics);
    } else {
        other(k, clitics);
    }
}

void AfterVerb::modal(std::size_t k, const Clitics& clitics) {
    const bool participle = can_be_participle(text_, k);
    // il se veut rassuré, je la savais fatiguée, il les voulait rangés
    if (participle && clitics.count == 0 && (reflexive_ || direct_)) return;
    // voulu, su, dû as nouns or adjectives stand alone
    if (can_be_participle(text_, i_) && (i_ == 0 || !same_sentence(text_, i_ - 1, i_))) return;
    if (participle && text_.is(i_, word("dû")) && i_ > 0 && text_.can(i_ - 1, PartOfSpeech::determiner)) return;
    if (clitics.count == 0) {
        if (heard_ == Heard::no ||
            (heard_ == Heard::open && text_.can(k, PartOfSpeech::adjective) && !is_masculine_participle(text_, k)))
            return;
        // ce que je veux fonctionne; but « s'il pouvait vérifiez »: no vous is the subject there
        if (!participle && !second_plural_alone(text_, k) && in_relative_clause(checker_, i_)) return;
        found(k);
        return;
    }
    // elles doivent y arrivaient, ils peuvent nous marchaient sur les pieds
    const bool finite =
        only_finite(text_, k) && !in_relative_clause(checker_, i_) && (!clitics.strong || heard_ == Heard::verb);
    if (clitics.article && clitics.count == 1 && text_.can(k, part(PartOfSpeech::noun) | part(PartOfSpeech::adjective)))
        return;
    if (clitics.article && clitics.count == 1 && !finite && heard_ != Heard::verb) return;
    if (finite || heard_ == Heard::verb || (heard_ == Heard::open && !clitics.article)) found(k);
}

void AfterVerb::motion(std::size_t k, const Clitics& clitics) {
    if (heard_ == Heard::no) return;
    const bool participle = can_be_participle(text_, k);
    const bool going = can_be_finite(text_, i_) && !can_be_participle(text_, i_) && lemma() == "aller";
    if (heard_ == Heard::open && clitics.count == 0 && !is_masculine_participle(text_, k)) return;
    if (clitics.count == 1 && clitics.article) {
        if (heard_ == Heard::open || text_.can(k, PartOfSpeech::adjective)) return;
    }
    const bool object = object_follows(text_, checker_.chunks(), k) ||
                        (text_.is_any(k + 1, {word("du"), word("des"), word("de"), word("d'")}) &&
                         text_.lower(k).starts_with("cherch"));
    if (!participle && !second_plural_alone(text_, k) && in_relative_clause(checker_, i_)) return;
    // elle est repartie fâchée: with être the participle tells how
    if (!participle || clitics.count != 0 || object || (going && text_.lower(k).ends_with("é"))) found(k);
}

/// se laisser aller, laissez-moi vous expliquer, il a fait réparé
void AfterVerb::leave(std::size_t k, const Clitics& clitics) {
    if (heard_ == Heard::no) return;
    const bool is_faire = (text_.classes(i_, part(PartOfSpeech::verb)) & lemma_class::faire) != 0;
    const bool is_laisser = lemma() == "laisser";
    const bool heard_alike = is_masculine_participle(text_, k) && clitics.count == 0;
    // s'est laissé tenté, m'ont regardé passé
    if (heard_alike && !is_faire && perfect_ &&
        (perfect_reflexive_ ? is_laisser : object_ && tells_doing(text_.lower(k)))) {
        found(k);
        return;
    }
    if (is_faire) {
        // m'a fait passé, les faire changé
        const bool done =
            perfect_ ? object_ && !perfect_reflexive_ : direct_ && can_be_infinitive(text_, i_) && !reflexive_;
        if (heard_alike && done && tells_doing(text_.lower(k))) {
            found(k);
            return;
        }
        // se faire traité: no noun without its determiner, but « se faire avocat »
        const bool oneself = reflexive_ && can_be_infinitive(text_, i_) && is_masculine_participle(text_, k) &&
                             text_.only(k, part(PartOfSpeech::verb) | part(PartOfSpeech::noun)) &&
                             (text_.classes(k, part(PartOfSpeech::noun)) & lemma_class::any_gender_person) == 0;
        if (oneself && clitics.count == 0) {
            found(k);
            return;
        }
        if (text_.can(i_, static_cast<Parts>(~part(PartOfSpeech::verb))) || direct_ || heard_ == Heard::open) return;
        if (i_ > 0 && text_.can(i_ - 1, PartOfSpeech::determiner) && !is_clitic(text_, i_ - 1)) return;
        if (clitics.count != 0 && clitics.article) return;
        // faire compliqué, faire soigné: an adjective used as an adverb
        const bool bare = can_be_infinitive(text_, i_) && is_masculine_participle(text_, k) && clitics.count == 0 &&
                          !reflexive_ &&  // se faire traité
                          !object_follows(text_, checker_.chunks(), k) &&
                          !text_.is_any(k + 1, {word("de"), word("du"), word("des"), word("par"), word("d'")});
        if (bare) return;
        found(k);
        return;
    }
    if (clitics.count == 0) {
        // but « elle m'a laissé déçue », « je l'ai vu fatigué »
        if (heard_ == Heard::verb && !can_be_participle(text_, k) && text_.lower(k).ends_with("ez")) found(k);
        const bool object =
            is_laisser && (sure_object_follows(checker_, k) ||
                           (object_follows(text_, checker_.chunks(), k) && text_.lower(k).ends_with("é")));
        // se laisser intimidé
        const bool oneself = is_laisser && reflexive_ && is_masculine_participle(text_, k) &&
                             text_.only(k, part(PartOfSpeech::verb) | part(PartOfSpeech::noun));
        // elle m'a laissé regardé: verbs whose participle tells no state
        const bool doing = is_laisser && is_masculine_participle(text_, k) && tells_doing(text_.lower(k));
        const bool heard_doing = lemma() == "entendre" && i_ > 0 && !text_.is(i_ - 1, word("bien")) &&
                                 heard_ == Heard::verb && is_masculine_participle(text_, k) &&
                                 sure_object_follows(checker_, k);
        if (text_.lower(k).starts_with("allé") || object || oneself || doing || heard_doing) found(k);
        return;
    }
    if (clitics.article && clitics.count == 1 && (heard_ == Heard::open || !is_laisser)) return;
    if (is_laisser || (heard_ == Heard::verb && clitics.only_object)) found(k);
}

/// sembler, paraître, faillir, aimer: only where nothing else can be meant
void AfterVerb::other(std::size_t k, const Clitics& clitics) {
    const std::string_view verb = lemma();
    const bool seems = verb == "sembler" || verb == "paraître" || verb == "paraitre";
    if (clitics.count != 0) {
        if (clitics.article && clitics.count == 1 && !seems) return;
        if (clitics.strong && !seems) return;
        if (in_relative_clause(checker_, i_) && can_be_finite(text_, k)) return;
        if (heard_ != Heard::no || only_finite(text_, k)) found(k);
        return;
    }
    if (heard_ == Heard::no || seems || direct_ || reflexive_) return;
    if (can_be_participle(text_, i_) && verb != "faillir") return;
    const bool finite = !can_be_participle(text_, k);
    if (finite && !in_relative_clause(checker_, i_) && text_.lower(k).ends_with("ez")) {
        found(k);
        return;
    }
    const bool object = is_masculine_participle(text_, k) && sure_object_follows(checker_, k);
    if (verb == "faillir" ? is_masculine_participle(text_, k) : object) found(k);
}

}  // namespace

void check_infinitives(Checker& checker) {
    const ReadText& text = checker.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.is_any(i, {word("de"), word("d'")})) {
            after_de(checker, i);
        } else if (text.is_any(i, {word("pour"), word("sans"), word("à"), word("par")})) {
            after_preposition(checker, i);
        } else if (text.is(i, word("en")) && !text[i].enclitic) {
            gerund_after_en(checker, i);
        } else {
            if (text.can(i, PartOfSpeech::verb)) AfterVerb(checker, i).run();
            infinitive_after_other_words(checker, i);
        }
    }
}

}  // namespace relis::grammar
