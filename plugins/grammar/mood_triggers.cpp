#include "mood_triggers.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "form_filter.h"

namespace relis::grammar {
namespace {

/// Words before que, separated by spaces.
constexpr std::string_view subjunctive_phrases[] = {"pour",
                                                    "bien",
                                                    "avant",
                                                    "afin",
                                                    "sans",
                                                    "pourvu",
                                                    "jusqu' à ce",
                                                    "à moins",
                                                    "à condition",
                                                    "de peur",
                                                    "de crainte",
                                                    "en attendant",
                                                    "en admettant",
                                                    "en supposant",
                                                    "à supposer",
                                                    "il faut",
                                                    "il fallait",
                                                    "il faudrait",
                                                    "a fallu",
                                                    "il faudra",
                                                    "aurait fallu",
                                                    "faut pas",
                                                    "faudrait pas",
                                                    "fallait pas",
                                                    "il suffit",
                                                    "il suffisait",
                                                    "il suffirait",
                                                    "il arrive",
                                                    "il arrivait",
                                                    "il se peut",
                                                    "il se pourrait",
                                                    "il vaut mieux",
                                                    "mieux vaut",
                                                    "vaudrait mieux",
                                                    "il convient",
                                                    "il importe",
                                                    "tant est",
                                                    "pour peu",
                                                    "malgré",
                                                    "façon à ce",
                                                    "manière à ce",
                                                    "attends à ce",
                                                    "attendais à ce",
                                                    "attend à ce",
                                                    "attendait à ce",
                                                    "attendons à ce",
                                                    "tiens à ce",
                                                    "tient à ce",
                                                    "tenait à ce",
                                                    "tenais à ce",
                                                    "veiller à ce",
                                                    "veille à ce",
                                                    "veillait à ce",
                                                    "veillez à ce",
                                                    "habitué à ce",
                                                    "habituée à ce",
                                                    "en sorte",
                                                    "dommage",
                                                    "non pas",
                                                    "il est temps",
                                                    "était temps",
                                                    "serait temps",
                                                    "est grand temps",
                                                    "besoin",
                                                    "envie",
                                                    "peur",
                                                    "hors de question",
                                                    "pas question",
                                                    "ça m' étonne",
                                                    "cela m' étonne",
                                                    "ça m' étonnerait",

                                                    "histoire",
                                                    "de façon",
                                                    "de manière"};

constexpr std::string_view indicative_phrases[] = {
    "après",     "dès",         "aussitôt", "sitôt",  "à mesure",  "maintenant",  "une fois",
    "pendant",   "tandis",      "alors",    "parce",  "vu",        "étant donné", "sous prétexte",
    "d' autant", "chaque fois", "les fois", "depuis", "il paraît", "on dirait",   "attendu"};

/// Phrases that are a conjunction unless a determiner makes a noun of them: l'envie que j'ai.
constexpr std::string_view bare_nouns[] = {"besoin", "envie", "peur", "histoire"};

/// Adjectives after « il est », « c'est », « je trouve ».
constexpr std::string_view subjunctive_adjectives[] = {
    "important",   "possible",    "nécessaire",   "normal",       "logique",     "rare",          "étonnant",
    "surprenant",  "regrettable", "inacceptable", "inadmissible", "essentiel",   "indispensable", "préférable",
    "souhaitable", "utile",       "inutile",      "impossible",   "étrange",     "bizarre",       "triste",
    "malheureux",  "juste",       "injuste",      "bon",          "naturel",     "impératif",     "impensable",
    "honteux",     "scandaleux",  "primordial",   "urgent",       "anormal",     "curieux",       "frustrant",
    "agaçant",     "agréable",    "douteux",      "exclu",        "incroyable",  "absurde",       "ridicule",
    "décevant",    "fâcheux",     "déplorable",   "appréciable",  "intolérable", "inconcevable",  "inévitable",
    "crucial",     "capital",     "fréquent",     "courant",      "improbable"};

/// Adjectives and participles after a person: je suis content que.
constexpr std::string_view subjunctive_feelings[] = {
    "content",   "contente",  "contents", "contentes", "ravi",     "ravie",     "ravis",     "ravies",    "heureux",
    "heureuse",  "heureuses", "déçu",     "déçue",     "déçus",    "déçues",    "surpris",   "surprise",  "surprises",
    "étonné",    "étonnée",   "étonnés",  "étonnées",  "triste",   "tristes",   "désolé",    "désolée",   "désolés",
    "fier",      "fière",     "fiers",    "fâché",     "fâchée",   "inquiet",   "inquiète",  "mécontent", "mécontente",
    "furieux",   "furieuse",  "gêné",     "gênée",     "choqué",   "choquée",   "soulagé",   "soulagée",  "enchanté",
    "enchantée", "agacé",     "agacée",   "frustré",   "frustrée", "contrarié", "contrariée"};

constexpr std::string_view certain_adjectives[] = {"certain",    "certaine", "certains",   "certaines",    "sûr",
                                                   "sûre",       "sûrs",     "sûres",      "convaincu",    "convaincue",
                                                   "convaincus", "persuadé", "persuadée",  "persuadés",    "évident",
                                                   "clair",      "probable", "indéniable", "incontestable"};

constexpr std::string_view last_word(std::string_view words) {
    return words.substr(words.rfind(' ') + 1);
}
constexpr std::string_view itself(std::string_view form) {
    return form;
}

constexpr FormFilter ends_of_subjunctive_phrases(subjunctive_phrases, last_word);
constexpr FormFilter ends_of_indicative_phrases(indicative_phrases, last_word);
constexpr FormFilter impersonal_forms(subjunctive_adjectives, itself);
constexpr FormFilter feeling_forms(subjunctive_feelings, itself);
constexpr FormFilter certain_forms(certain_adjectives, itself);

template <class List>
bool contains(const List& list, std::string_view form) {
    return std::find(std::begin(list), std::end(list), form) != std::end(list);
}

/// The tokens up to `last` are these words; `first` becomes the first of them.
bool ends_with_words(const ReadText& text, std::size_t last, std::string_view words, std::size_t& first) {
    if (words.empty() || !text.lower(last).ends_with(words.back())) return false;
    std::size_t i = last;
    while (true) {
        const std::size_t space = words.rfind(' ');
        const std::string_view wanted = space == std::string_view::npos ? words : words.substr(space + 1);
        if (text.lower(i) != wanted) return false;
        first = i;
        if (space == std::string_view::npos) return true;
        words = words.substr(0, space);
        if (i == 0 || !same_sentence(text, i - 1, i)) return false;
        --i;
    }
}

bool is_comparison(const ReadText& text, std::size_t i) {
    return text.is_any(i, {word("plus"), word("moins"), word("aussi"), word("si"), word("autant"), word("tellement"),
                           word("même"), word("tant"), word("mieux"), word("trop")});
}

/// The clause of a verb is no plain statement: negation, question, si before it.
bool is_plain_statement(const ReadText& text, const Chunks& chunks, std::size_t verb) {
    const Chunk& chunk = chunks[chunks.of_token(verb)];
    for (std::size_t i = chunk.first; i <= chunk.last; ++i) {
        if (is_ne(text, i) || text[i].enclitic) return false;
    }
    for (std::size_t i = chunk.first, n = 0; i > 0 && n < 8 && same_sentence(text, i - 1, verb); --i, ++n) {
        if (text.is_any(i - 1,
                        {word("si"), word("s'"), word("ne"), word("n'"), word("sans"), word("que"), word("qu'")}))
            return false;
        if (text[i - 1].boundary != Boundary::none) break;
    }
    for (std::size_t i = chunk.last, n = 0; n < 40 && same_sentence(text, verb, i); ++i, ++n) {
        if (text.is(i, word("?"))) return false;
    }
    return true;
}

Mood after_adjective(const ReadText& text, const Chunks& chunks, std::size_t i) {
    const Word& word_before = text[i];
    if (!impersonal_forms.may_be(word_before) && !feeling_forms.may_be(word_before) &&
        !certain_forms.may_be(word_before))
        return Mood::either;
    const std::string_view form = text.lower(i);
    const bool impersonal = contains(subjunctive_adjectives, form);
    const bool feeling = contains(subjunctive_feelings, form);
    const bool certain = contains(certain_adjectives, form);
    if (!impersonal && !feeling && !certain) return Mood::either;
    // back over adverbs to the verb
    std::size_t verb = i;
    for (int steps = 0; steps < 5 && verb > 0 && same_sentence(text, verb - 1, i); ++steps) {
        --verb;
        if (text[verb].boundary != Boundary::none || is_comparison(text, verb)) return Mood::either;
        if (text.can(verb, PartOfSpeech::verb) && can_be_finite(text, verb)) break;
    }
    const bool etre = is_form_of(text, verb, lemma_class::etre);
    const bool finds = text.lower(verb).starts_with("trouv");
    if (!etre && !(finds && impersonal)) return Mood::either;
    const std::size_t k = chunks.of_token(verb);
    const std::size_t subject = chunks[k].first > 0 ? chunks[k].first - 1 : npos;
    const bool it =
        subject != npos && text.is_any(subject, {word("il"), word("ce"), word("c'"), word("ça"), word("cela")});
    const bool clitic_it = text.is(chunks[k].first, word("c'"));
    if (impersonal && !finds && !it && !clitic_it) return Mood::either;
    if (certain) return is_plain_statement(text, chunks, verb) ? Mood::indicative : Mood::either;
    // c'est déçues que nous sommes parties: a word set in front of its clause
    if (feeling && !impersonal && (it || clitic_it) && !form.starts_with("heureux")) return Mood::either;
    if (feeling && form == "surprise" && text.can(i - 1, PartOfSpeech::determiner)) return Mood::either;
    return Mood::subjunctive;
}

/// vouloir que, attendre que, espérer que: the verb before que, perhaps with pas, bien between
Trigger after_verb(const ReadText& text, const Chunks& chunks, std::size_t que) {
    std::size_t verb = que - 1;
    if (verb > 0 && text.is_any(verb, {word("pas"), word("plus"), word("jamais"), word("bien")}) &&
        same_sentence(text, verb - 1, que)) {
        --verb;
    }
    if (!text.only(verb, PartOfSpeech::verb) || text[verb].unknown) return {};
    const std::uint32_t classes = text.classes(verb, part(PartOfSpeech::verb));
    if ((classes & lemma_class::wants_subjunctive) != 0) {
        // si attendues que: a participle used as an adjective; je n'attends que ça: a restriction
        const bool adjective = !can_be_finite(text, verb) && !can_be_infinitive(text, verb) &&
                               (text.lower(verb).ends_with("s") || text.lower(verb).ends_with("e"));
        const bool restriction = text.is_any(que + 1, {word("ça"), word("cela"), word("ceci")});
        return adjective || restriction ? Trigger{} : Trigger{Mood::subjunctive, verb};
    }
    if ((classes & lemma_class::wants_indicative) == 0 || verb + 1 != que) return {};
    // a participle after its auxiliary speaks for both
    std::size_t conjugated = verb;
    if (can_be_participle(text, verb) && !can_be_finite(text, verb)) {
        for (int steps = 0; steps < 3 && conjugated > 0 && same_sentence(text, conjugated - 1, que); ++steps) {
            --conjugated;
            if (is_form_of(text, conjugated, lemma_class::avoir | lemma_class::etre)) break;
        }
        if (!is_form_of(text, conjugated, lemma_class::avoir | lemma_class::etre)) return {};
    }
    if (!can_be_finite(text, conjugated)) return {};
    if ((text.tenses(conjugated) & (tense::conditional | tense::subjunctive_imperfect)) != 0) return {};
    return is_plain_statement(text, chunks, conjugated) ? Trigger{Mood::indicative, verb} : Trigger{};
}

/// aussi bien que, si bien que, vouloir bien que, de sans que: a comparison, a consequence, an adverb
bool is_other_bien(const ReadText& text, std::size_t que) {
    if (que < 2 || !text.is(que - 1, word("bien")) || !same_sentence(text, que - 2, que)) return false;
    if (text.is_any(que - 2, {word("aussi"), word("si"), word("très"), word("toi"), word("vous"), word("est"),
                              word("vu"), word("dit"), word("ou"), word("ni"), word("assez"), word("trop")}))
        return true;
    return text[que - 2].boundary == Boundary::none && text.only(que - 2, PartOfSpeech::verb);
}

/// What the phrase that ends before token `que` asks for; nothing where there is none.
std::optional<Trigger> after_phrase(const ReadText& text, std::size_t que) {
    const std::size_t last = que - 1;
    std::size_t first = last;
    if (ends_of_subjunctive_phrases.may_be(text[last])) {
        for (const std::string_view words : subjunctive_phrases) {
            if (!ends_with_words(text, last, words, first)) continue;
            if (is_other_bien(text, que)) return Trigger{};
            if (contains(bare_nouns, words) && first > 0 &&
                (is_comparison(text, first - 1) || text.can(first - 1, PartOfSpeech::determiner)))
                return Trigger{};
            return Trigger{Mood::subjunctive, first};
        }
    }
    if (!ends_of_indicative_phrases.may_be(text[last])) return std::nullopt;
    for (const std::string_view words : indicative_phrases) {
        if (!ends_with_words(text, last, words, first)) continue;
        // il faudrait alors que, je veux maintenant que: the verb asks, not the adverb
        const bool adverb = words == "alors" || words == "maintenant" || words == "d' autant" || words == "chaque fois";
        const bool verb_asks =
            adverb && first > 0 && same_sentence(text, first - 1, first) && text.can(first - 1, PartOfSpeech::verb);
        return verb_asks ? Trigger{} : Trigger{Mood::indicative, first};
    }
    return std::nullopt;
}

}  // namespace

Trigger mood_after(const ReadText& text, const Chunks& chunks, std::size_t que) {
    if (text.is_any(que, {word("quoique"), word("quoiqu'")})) return {Mood::subjunctive, que};
    if (text.is_any(que, {word("lorsque"), word("lorsqu'"), word("puisque"), word("puisqu'"), word("quand")}))
        return {Mood::indicative, que};
    if (!text.is_any(que, {word("que"), word("qu'")}) || que == 0 || !same_sentence(text, que - 1, que)) return {};
    const std::size_t last = que - 1;
    // quoi qu'il fasse, at the beginning of a clause
    if (text.is(last, word("quoi")) &&
        (last == 0 || !same_sentence(text, last - 1, last) || text[last - 1].boundary != Boundary::none))
        return {Mood::subjunctive, last};
    if (const auto trigger = after_phrase(text, que)) return *trigger;
    const Mood adjective = after_adjective(text, chunks, last);
    if (adjective != Mood::either) return {adjective, last};
    return after_verb(text, chunks, que);
}

}  // namespace relis::grammar
