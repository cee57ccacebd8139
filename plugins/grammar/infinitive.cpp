// Infinitive where a participle or a finite form stands: pour mangé, il va allé, vous pouvez utilisé, venu cherché.
#include "rules.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

/// Only a participle in -é (and its inflections) or a finite form: what is heard like an infinitive in -er.
bool sounds_like_infinitive(const ReadText& text, std::size_t i, Parts others = 0) {
    if (text[i].unknown || !text.can(i, PartOfSpeech::verb) || can_be_infinitive(text, i)) return false;
    if (!text.only(i, part(PartOfSpeech::verb) | others)) return false;
    const std::string_view form = text.lower(i);
    for (const Analysis& reading : text.readings(i)) {
        const Features& f = reading.features;
        if (f.part != PartOfSpeech::verb) continue;
        if (f.verb_group != 1 && !text.lower(i).ends_with("é")) return false;
        if ((f.tenses & (tense::present_participle)) != 0) return false;
    }
    return form.ends_with("é") || form.ends_with("ée") || form.ends_with("és") || form.ends_with("ées") ||
           form.ends_with("ez") || form.ends_with("ais") || form.ends_with("ait") || form.ends_with("ai");
}

bool is_participle_form(const ReadText& text, std::size_t i) {
    return can_be_participle(text, i);
}

/// Words whose complement de is an infinitive: envie de, décidé de, avant de.
bool governs_infinitive(const ReadText& text, std::size_t i) {
    constexpr std::string_view stems[] = {
        "afin",       "entrain",   "semblant",   "raison",     "avant",    "lieu",        "besoin",        "envie",
        "droit",      "temps",     "moyen",      "façon",      "manière",  "oblig",       "peur",          "possible",
        "difficile",  "facile",    "impossible", "important",  "capable",  "conten",      "heureu",        "essay",
        "essaie",     "décid",     "oubli",      "demand",     "propos",   "permi",       "permet",        "refus",
        "accept",     "conseill",  "risqu",      "cess",       "arrêt",    "fini",        "vien",          "venai",
        "promi",      "promet",    "choisi",     "évit",       "tent",     "rêv",         "regrett",       "prier",
        "prié",       "train",     "point",      "mérit",      "but",      "objectif",    "idée",          "chance",
        "occasion",   "plaisir",   "honte",      "hâte",       "désol",    "ravi",        "incapable",     "interdi",
        "suggér",     "recommand", "empêch",     "menac",      "défens",   "mesure",      "crainte",       "question",
        "obligation", "utile",     "inutile",    "nécessaire", "intérêt",  "suffi",       "charge",        "charg",
        "loisir",     "soin",      "lieu",       "agit",       "agissait", "dit",         "dire",          "disait",
        "rappel",     "ordre",     "près",       "loin",       "fait",     "suppli",      "obligé",        "dispens",
        "accus",      "content",   "fier",       "sûr",        "certain",  "susceptible", "impossibilité", "volonté",
        "désir",      "habitude",  "peine",      "force",      "effort",   "tâch",        "jur",           "convain",
        "convenu",    "douleur",   "cesse",      "coutume"};
    for (const std::string_view stem : stems) {
        if (text.lower(i).starts_with(stem)) return true;
    }
    return false;
}

void report(Checker& checker, std::size_t i, std::size_t governor, std::string_view rule) {
    checker.report(rule, i, i,
                   "Après " + checker.quoted(governor) + ", écrivez l'infinitif et non " + checker.quoted(i) + ".",
                   checker.infinitives(i));
}

/// pour, sans, de, à and clitics, then no infinitive.
void after_preposition(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    std::size_t k = i + 1;
    bool clitic = false;
    while (k < text.size() && same_sentence(text, i, k) && k < i + 5) {
        if (is_ne(text, k) || (is_inner_adverb(text, k) && !clitic)) {
            ++k;
            continue;
        }
        const bool article = text.is_any(k, {word("le"), word("la"), word("les"), word("l'")});
        const bool surely_pronoun = article && text.is_any(i, {word("de"), word("d'")}) && i > 0 &&
                                    governs_infinitive(text, i - 1) && k + 1 < text.size() &&
                                    can_be_participle(text, k + 1) && !text.can(k + 1, PartOfSpeech::noun);
        if (is_clitic(text, k) && (!article || surely_pronoun || text.is_any(i, {word("pour"), word("sans")}))) {
            clitic = true;
            ++k;
            continue;
        }
        break;
    }
    if (k >= text.size() || !same_sentence(text, i, k)) return;
    // pour vous, de lui: strong pronouns, after which a verb of the clause may stand
    const bool strong = clitic && (text.is_any(i + 1, {word("nous"), word("vous"), word("lui")}) || is_ne(text, k - 1));
    const bool finite = clitic && !strong && only_finite(text, k);
    if (strong && can_be_finite(text, k)) return;
    const bool plain = text.is_any(i, {word("sans"), word("pour")}) && text.lower(k).ends_with("é");
    if (!finite && !sounds_like_infinitive(text, k, plain ? part(PartOfSpeech::adjective) : Parts{0})) return;
    if (checker.reported(k) || checker.reported(i)) return;
    if (!clitic) {
        if (k != i + 1 &&
            !text.is_any(i + 1, {word("ne"), word("n'"), word("bien"), word("mieux"), word("toujours"), word("tout")}))
            return;
        if (text.is_any(i, {word("de"), word("d'")})) {
            if (i == 0 || !governs_infinitive(text, i - 1)) return;
            // rien de changé, trois de cassés, un de perdu, plus de gagné
            if (i == 0 || !same_sentence(text, i - 1, i) || text[i - 1].boundary == Boundary::strong) {
                if (is_participle_form(text, k)) return;
            } else if (text.is_any(i - 1, {word("rien"), word("chose"), word("personne"), word("quelqu'un"), word("un"),
                                           word("une"), word("plus"), word("moins"), word("pas"), word("ça"),
                                           word("cela"), word("quoi"), word("beaucoup"), word("peu"), word("y")}) ||
                       text.can(i - 1, PartOfSpeech::numeral) || text.can(i - 1, PartOfSpeech::pronoun)) {
                return;
            }
        }
    } else if (text.is_any(k - 1, {word("nous"), word("vous"), word("lui"), word("leur"), word("la"), word("les"),
                                   word("le"), word("l'")}) &&
               text.is_any(i, {word("de"), word("d'"), word("à")}) && k == i + 2) {
        // autour de nous assis; de le: as a noun
        if (text.is_any(k - 1, {word("nous"), word("vous"), word("lui")}) && !text.lower(k).ends_with("é") &&
            !text.lower(k).ends_with("ez"))
            return;
    }
    report(checker, k, i, "infinitive-after-preposition");
}

/// pouvoir, devoir, aller…, then no infinitive.
void after_verb(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const std::uint32_t classes = text.classes(i, part(PartOfSpeech::verb));
    const bool modal = (classes & lemma_class::modal) != 0;
    const bool motion = (classes & lemma_class::motion) != 0;
    const bool faire = (classes & lemma_class::faire) != 0;
    bool leave = false;  // laisser
    for (const Analysis& reading : text.readings(i)) {
        leave = leave || (reading.features.part == PartOfSpeech::verb && !text[i].unknown &&
                          text.reader().lexicon().lemma(reading.lemma) == "laisser");
    }
    if ((!modal && !motion && !faire && !leave) || text.is(i, word("puis"))) return;
    const bool noun_too = !text.only(i, PartOfSpeech::verb);
    const bool noun_of =
        noun_too && i > 1 && text.is_any(i - 1, {word("de"), word("d'")}) && !governs_infinitive(text, i - 2);
    if (noun_of || text.can(i, PartOfSpeech::preposition)) return;
    if (noun_too && i > 0 && text.can(i - 1, PartOfSpeech::adjective)) return;
    if (noun_too && (faire || (i > 0 && text.can(i - 1, PartOfSpeech::determiner) &&
                               !text.is_any(i - 1, {word("de"), word("d'")}))))
        return;
    std::size_t k = i + 1;
    while (k < text.size() && text[k].enclitic) ++k;
    if (k >= text.size() || !same_sentence(text, i, k)) return;
    k = skip_adverbs(text, k);
    if (k == npos) return;
    bool clitic = false;
    while (k < text.size() && same_sentence(text, i, k) && is_clitic(text, k) && text.only(k, PartOfSpeech::pronoun)) {
        clitic = true;
        ++k;
    }
    if (k >= text.size() || !same_sentence(text, i, k) ||
        !sounds_like_infinitive(text, k, modal || motion ? part(PartOfSpeech::noun) : Parts{0}))
        return;
    if (checker.reported(k)) return;
    const Chunks& chunks = checker.chunks();
    const Chunk& chunk = chunks[chunks.of_token(i)];
    bool reflexive = false;
    bool direct = false;
    for (std::size_t c = chunk.first; c < chunk.head; ++c) {
        if (text.is_any(c, {word("se"), word("s'"), word("me"), word("m'")})) reflexive = true;
        if (text.is_any(c, {word("le"), word("la"), word("les"), word("l'")})) direct = true;
    }
    const bool participle = is_participle_form(text, k);
    if (modal) {
        // il se veut rassuré, je la savais fatiguée, il les voulait rangés
        if (participle && !clitic && (reflexive || direct)) return;
        // voulu, su, dû as nouns or adjectives stand alone
        const bool auxiliary_before = !can_be_participle(text, i) || (i > 0 && same_sentence(text, i - 1, i));
        if (!auxiliary_before) return;
        if (participle && text.is(i, word("dû")) && i > 0 && text.can(i - 1, PartOfSpeech::determiner)) return;
        report(checker, k, i, "infinitive-after-verb");
    } else if (motion) {
        const bool going =
            is_form_of(text, i, lemma_class::motion) && can_be_finite(text, i) && !can_be_participle(text, i);
        const bool object =
            object_follows(text, chunks, k) ||
            (k + 1 < text.size() && text.is_any(k + 1, {word("du"), word("des"), word("de"), word("d'")}) &&
             text.lower(k) == "cherché");
        if (!participle || clitic || object ||
            (going && text.lower(k).ends_with("é") &&
             text.reader().lexicon().lemma(text.readings(i)[0].lemma) == "aller")) {
            report(checker, k, i, "infinitive-after-verb");
        }
    } else if (leave) {
        // se laisser aller, laissez-moi vous expliquer; but « elle m'a laissé déçue »
        if (clitic || text.lower(k).starts_with("allé") ||
            (object_follows(text, chunks, k) && text.lower(k).ends_with("é"))) {
            report(checker, k, i, "infinitive-after-verb");
        }
    } else if (faire) {
        const bool noun_like = i > 0 && text.can(i - 1, PartOfSpeech::determiner) && !is_clitic(text, i - 1);
        if (noun_like || direct) return;
        report(checker, k, i, "infinitive-after-verb");
    }
}

}  // namespace

void check_infinitives(Checker& checker) {
    const ReadText& text = checker.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.is_any(i, {word("pour"), word("sans"), word("de"), word("d'"), word("à")})) {
            after_preposition(checker, i);
        } else if (text.can(i, PartOfSpeech::verb)) {
            after_verb(checker, i);
        }
    }
}

}  // namespace relis::grammar
