// Infinitive where a participle or a finite form stands: pour mangé, il va allé, vous pouvez utilisé, venu cherché.
#include "infinitive_governors.h"
#include "rules.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

/// How a word may be a verb that is heard like an infinitive in -er.
enum class Heard : std::uint8_t {
    no,
    verb,  ///< a participle or a finite form and nothing else
    open,  ///< also a noun or an adjective: donnée, pensée, poussé
};

Heard heard_like_infinitive(const ReadText& text, std::size_t i) {
    if (text[i].unknown || !text.can(i, PartOfSpeech::verb) || can_be_infinitive(text, i)) return Heard::no;
    const std::string_view form = text.lower(i);
    constexpr std::string_view endings[] = {"é", "ée", "és", "ées", "ez", "ais", "ait", "ai", "aient"};
    bool ends = false;
    for (const std::string_view ending : endings) ends = ends || form.ends_with(ending);
    if (!ends) return Heard::no;
    bool found = false;
    for (const Analysis& reading : text.readings(i)) {
        const Features& f = reading.features;
        if (f.part != PartOfSpeech::verb || (f.tenses & tense::present_participle) != 0) continue;
        found = found || text.reader().lexicon().lemma(reading.lemma).ends_with("er");
    }
    if (!found) return Heard::no;
    return text.only(i, PartOfSpeech::verb) ? Heard::verb : Heard::open;
}

bool is_masculine_participle(const ReadText& text, std::size_t i) {
    return can_be_participle(text, i) && text.lower(i).ends_with("é");
}

/// A determiner follows that opens an object: ranger [sa caisse]; not du, des, nor a time (le lundi).
bool sure_object_follows(const Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    if (same_sentence(text, i, i + 1) && text.is_any(i + 1, {word("ça"), word("cela"), word("ceci")})) return true;
    return object_follows(text, checker.chunks(), i) &&
           !text.is_any(i + 1, {word("des"), word("chaque"), word("tout"), word("tous"), word("toutes")});
}

void report(Checker& checker, std::size_t i, std::size_t governor, std::string_view rule) {
    checker.report(rule, i, i,
                   "Après " + checker.quoted(governor) + ", écrivez l'infinitif et non " + checker.quoted(i) + ".",
                   checker.infinitives(i));
}

/// The verb at i stands in a relative clause, so that a finite verb may follow: ce que je veux fonctionne.
bool in_relative_clause(const Checker& checker, std::size_t i) {
    const Chunks& chunks = checker.chunks();
    std::size_t k = chunks.of_token(i);
    for (int steps = 0; steps < 8 && k > 0 && same_sentence(checker.text(), chunks[k - 1].first, i); ++steps) {
        --k;
        if (chunks[k].kind == ChunkKind::relative || chunks[k].kind == ChunkKind::subordinator) return true;
        if (chunks[k].kind == ChunkKind::strong || chunks[k].kind == ChunkKind::comma) return false;
    }
    return false;
}

/// The verb at k ends in -ez, and neither a vous nor a pronoun joined to it can be its subject.
bool second_plural_alone(const ReadText& text, std::size_t k) {
    if (!text.lower(k).ends_with("ez") || text[k + 1].enclitic || text.is(k + 1, word("vous"))) return false;
    for (std::size_t i = k, n = 0; i > 0 && n < 4 && same_sentence(text, i - 1, k); --i, ++n) {
        if (text[i - 1].boundary != Boundary::none || text.is_any(i - 1, {word("et"), word("ou"), word("vous")}))
            return false;
    }
    return true;
}

/// The clitics, ne and adverbs from k on, after which the verb of a preposition or a verb stands.
struct Clitics {
    std::size_t verb = npos;   ///< first token after them
    std::size_t count = 0;     ///< of pronouns
    bool article = false;      ///< the last one may be an article: le, la, les, l', leur
    bool strong = false;       ///< nous, vous, lui alone: may be a strong pronoun
    bool only_object = false;  ///< among them one that is always an object: me, te, se, y, en
};

/// Adverbs that stand before the clitics of an infinitive: sans jamais le dire, de bien les ranger.
bool precedes_infinitive(const ReadText& text, std::size_t i) {
    return is_ne(text, i) ||
           text.is_any(i, {word("pas"), word("plus"), word("jamais"), word("bien"), word("mieux"), word("toujours"),
                           word("tout"), word("trop"), word("rien"), word("aussi"), word("seulement"), word("mal"),
                           word("vite"), word("encore"), word("même")});
}

Clitics clitics_from(const ReadText& text, std::size_t k) {
    Clitics result;
    const std::size_t first = k;
    while (k < text.size() && same_sentence(text, first, k) && text[k].boundary == Boundary::none && k < first + 5) {
        // de nous n'y risquera: a strong pronoun, then the verb of the clause
        if (result.count != 0 && is_ne(text, k)) return {};
        if (result.count == 0 && precedes_infinitive(text, k)) {
            ++k;
            continue;
        }
        if (!is_clitic(text, k)) break;
        ++result.count;
        result.article = text.is_any(k, {word("le"), word("la"), word("les"), word("l'"), word("leur")}) &&
                         !text.only(k, PartOfSpeech::pronoun);
        if (result.count == 1) result.strong = text.is_any(k, {word("nous"), word("vous"), word("lui")});
        // à vous s'en remettent, de lui vous prenez: two pronouns that never stand together before a verb
        const bool reflexive = text.is_any(k, {word("me"), word("m'"), word("te"), word("t'"), word("se"), word("s'")});
        if (result.count > 1 && result.strong && (reflexive || text.is_any(k, {word("nous"), word("vous")}))) return {};
        result.only_object = result.only_object || reflexive || text.is_any(k, {word("y"), word("en")});
        ++k;
    }
    if (k < text.size() && same_sentence(text, first, k) && text[k].boundary == Boundary::none) result.verb = k;
    return result;
}

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
            report(checker, k, i, "infinitive-after-preposition");
            return;
        }
        if (!strict && counts_participles(text, i - 1)) return;
        if (heard == Heard::verb || (heard == Heard::open && (strict || sure_object_follows(checker, k))))
            report(checker, k, i, "infinitive-after-preposition");
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
        report(checker, k, i, "infinitive-after-preposition");
        return;
    }
    if (clitics.article && clitics.count == 1) {
        // au lieu de la poussée: an article, unless no noun may follow or the word is none
        const bool no_noun = !text.can(k, PartOfSpeech::noun) && governs != Governs::nothing;
        if (heard == Heard::verb ? !no_noun && !finite : !strict || heard == Heard::no) {
            if (!(finite && governs != Governs::nothing)) return;
        }
        report(checker, k, i, "infinitive-after-preposition");
        return;
    }
    if (heard == Heard::no && !finite) return;
    report(checker, k, i, "infinitive-after-preposition");
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
        if (k != i + 1 && !text.is_any(i + 1, {word("ne"), word("n'"), word("bien"), word("mieux"), word("toujours"),
                                               word("tout"), word("trop"), word("plus")}))
            return;
        // passer de démodés à branchés
        if (i > 1 && text.is_any(i - 2, {word("de"), word("d'")}) && can_be_participle(text, i - 1)) return;
        const bool plain = text.is_any(i, {word("sans"), word("pour")}) && text.lower(k).ends_with("é") &&
                           !text.can(k, PartOfSpeech::noun);
        // sans levé les yeux: no noun without a determiner stands before one
        const bool object =
            !text.is(i, word("par")) && heard == Heard::open && sure_object_follows(checker, k) &&
            (!text.can(k, PartOfSpeech::noun) || (text.is(i, word("sans")) && is_masculine_participle(text, k)));
        if (heard == Heard::verb || plain || object) report(checker, k, i, "infinitive-after-preposition");
        return;
    }
    if (clitics.strong || is_ne(text, k - 1)) {
        // pour vous, à lui: strong pronouns, after which a verb of the clause may stand; il a pour nous cessé
        if (i > 0 && is_form_of(text, i - 1, lemma_class::avoir | lemma_class::etre)) return;
        if (can_be_finite(text, k) || heard == Heard::no) return;
        if (!text.lower(k).ends_with("é") && !text.lower(k).ends_with("ez")) return;  // une table pour nous réservée
        report(checker, k, i, "infinitive-after-preposition");
        return;
    }
    if (heard == Heard::verb || only_finite(text, k) || (clitics.only_object && heard == Heard::open))
        report(checker, k, i, "infinitive-after-preposition");
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
    void found(std::size_t k) { report(checker_, k, i_, "infinitive-after-verb"); }
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
    const Chunk& chunk = chunks[chunks.of_token(i_)];
    for (std::size_t c = chunk.first; c < chunk.head; ++c) {
        if (text_.is_any(c, {word("se"), word("s'"), word("me"), word("m'")})) reflexive_ = true;
        if (text_.is_any(c, {word("le"), word("la"), word("les"), word("l'")})) direct_ = true;
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
    if (is_faire) {
        // se faire traité: no noun without its determiner, but « se faire avocat »
        const bool oneself = reflexive_ && can_be_infinitive(text_, i_) && is_masculine_participle(text_, k) &&
                             text_.only(k, part(PartOfSpeech::verb) | part(PartOfSpeech::noun)) &&
                             (text_.classes(k, part(PartOfSpeech::noun)) & lemma_class::any_gender_person) == 0;
        if (oneself && clitics.count == 0) {
            found(k);
            return;
        }
        if (text_.can(i_, ~part(PartOfSpeech::verb)) || direct_ || heard_ == Heard::open) return;
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
        bool doing = false;
        for (const std::string_view stem : {"regard", "pass", "termin", "patient", "souffl", "parl", "essay", "mang",
                                            "goût", "commenc", "commander", "profit", "discut", "continu", "jou"}) {
            doing = doing || (is_laisser && is_masculine_participle(text_, k) && text_.lower(k).starts_with(stem));
        }
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

/// mieux vaut, il vaut mieux, avoir beau, comment and pourquoi before an infinitive
void after_other_words(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    if (text[i].unknown || text[i].boundary != Boundary::none) return;
    const std::string_view form = text.lower(i);
    if (text[i].id == no_word && !form.starts_with("va") && !form.starts_with("b")) return;
    const bool start = i == 0 || !same_sentence(text, i - 1, i) || text[i - 1].boundary != Boundary::none;
    std::size_t k = i + 1;
    bool certain = false;
    if (form == "vaut" || form == "valait" || form == "vaudrait" || form == "valu" || form == "vaudra") {
        const std::size_t from = i >= 3 ? i - 3 : 0;
        for (std::size_t b = from; b < i; ++b)
            certain = certain || (text.is(b, word("mieux")) && same_sentence(text, b, i));
        if (text.is(i + 1, word("mieux"))) {
            certain = true;
            ++k;
        }
    } else if ((text.is(i, word("mieux")) && i > 0 && text.lower(i - 1) == "autant") ||
               (form == "bon" && i > 1 && text.is(i - 1, word("quoi")) && text.is(i - 2, word("à"))) ||
               (form == "beau" && i > 0 && is_form_of(text, i - 1, lemma_class::avoir))) {
        certain = true;
    } else if (text.is_any(i, {word("pourquoi"), word("comment"), word("où"), word("quoi"), word("quand")})) {
        // ne pas savoir quoi acheter, comment payer la note
        bool knows = false;
        for (std::size_t b = i, n = 0; b > 0 && n < 3 && same_sentence(text, b - 1, i); --b, ++n) {
            knows = knows || text.lower(b - 1).starts_with("sais") || text.lower(b - 1).starts_with("sav") ||
                    text.lower(b - 1) == "sait" || text.lower(b - 1).starts_with("demand") ||
                    text.lower(b - 1).starts_with("expliqu") || text.lower(b - 1).starts_with("montr") ||
                    text.lower(b - 1).starts_with("indiqu") || text.lower(b - 1).starts_with("appris") ||
                    text.lower(b - 1) == "dit";
        }
        const bool preposition = i > 0 && text.is(i, word("quoi")) && text.can(i - 1, PartOfSpeech::preposition);
        if (!start && !knows && !preposition) return;
        const std::size_t next = clitics_from(text, i + 1).verb;
        if (next == npos || checker.reported(next) || text[next + 1].enclitic) return;
        const Heard heard = heard_like_infinitive(text, next);
        if (heard == Heard::no ||
            text.is_any(next + 1, {word("vous"), word("tu"), word("il"), word("nous"), word("je")}))
            return;
        const bool finite = text.lower(next).ends_with("ez");
        bool only_vous = false;  // comment vous gérez; but « comment le montez »
        for (std::size_t c = i + 1; c < next; ++c) only_vous = only_vous || text.is(c, word("vous"));
        // expliqué comment le monté: no article, for no verb would follow its noun
        const bool article = next == i + 2 && text.is_any(i + 1, {word("le"), word("la"), word("les"), word("l'")}) &&
                             text.is(i, word("comment")) && knows && is_masculine_participle(text, next) &&
                             !text.can(next, PartOfSpeech::noun) && !can_be_finite(text, next + 1);
        const bool object = is_masculine_participle(text, next) && next == i + 1 &&
                            (sure_object_follows(checker, next) || (knows && heard == Heard::verb) ||
                             (text.is_any(i, {word("comment"), word("quoi")}) && heard == Heard::verb &&
                              (text.can(next + 1, PartOfSpeech::preposition) || preposition)));
        if ((finite && !only_vous && heard == Heard::verb) || object || article)
            report(checker, next, i, "infinitive-after-question");
        return;
    }
    if (!certain) return;
    k = k < text.size() && same_sentence(text, i, k) ? skip_adverbs(text, k) : npos;
    if (k == npos) return;
    const Clitics clitics = clitics_from(text, k);
    if (clitics.verb == npos || checker.reported(clitics.verb)) return;
    if (clitics.article && clitics.count == 1) return;
    const Heard heard = heard_like_infinitive(text, clitics.verb);
    if (heard == Heard::verb || (heard == Heard::open && is_masculine_participle(text, clitics.verb)))
        report(checker, clitics.verb, i, "infinitive-after-verb");
}

/// en vérifient ma facture, en sortent du magasin: heard like the present participle
void after_en(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const std::size_t k = i + 1;
    if (!same_sentence(text, i, k) || !text.lower(k).ends_with("ent") || !only_finite(text, k) || checker.reported(k))
        return;
    if (text.persons(k) != person::third_plural || (text.tenses(k) & tense::present) == 0) return;
    const std::size_t after = k + 1;
    const bool completed = object_follows(text, checker.chunks(), k) ||
                           (same_sentence(text, k, after) && text.is_any(after, {word("du"), word("des"), word("au"),
                                                                                 word("à"), word("de"), word("dans")}));
    if (!completed) return;
    if (i > 0 && same_sentence(text, i - 1, i)) {
        // les clients en parlent à, qui en sortent, ils en: a subject before it
        const std::size_t before = i - 1;
        if (is_clitic(text, before) || is_ne(text, before) || is_subject_pronoun(text, before) ||
            text.is_any(before, {word("qui"), word("qu'"), word("que"), word("dont")}) || text[before].unknown ||
            text[before].enclitic)
            return;
        for (std::size_t b = before, steps = 0; steps < 8; --b, ++steps) {
            if (!same_sentence(text, b, i) || text[b].boundary != Boundary::none) break;
            if (text.only(b, PartOfSpeech::verb)) break;
            const Chunk& group = checker.chunks()[checker.chunks().of_token(b)];
            if (group.kind == ChunkKind::noun_group && (group.numbers & number::plural) != 0) return;
            if (b == 0) break;
        }
    }
    std::vector<std::string> suggestions;
    for (const Analysis& reading : text.readings(k)) {
        if (reading.features.part != PartOfSpeech::verb) continue;
        for (std::string& form :
             checker.forms(reading.lemma, {tense::present_participle, 0, 0, 0, false}, text.lower(k)))
            suggestions.push_back(std::move(form));
    }
    if (suggestions.empty() && checker.wants_suggestions()) return;
    checker.report("gerund", k, k, "Après « en », le participe présent se termine par « -ant ».",
                   std::move(suggestions));
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
            after_en(checker, i);
        } else {
            if (text.can(i, PartOfSpeech::verb)) AfterVerb(checker, i).run();
            after_other_words(checker, i);
        }
    }
}

}  // namespace relis::grammar
