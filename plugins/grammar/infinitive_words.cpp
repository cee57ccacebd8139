#include "infinitive_words.h"

namespace relis::grammar {
namespace {

/// Adverbs that stand before the clitics of an infinitive: sans jamais le dire, de bien les ranger.
bool precedes_infinitive(const ReadText& text, std::size_t i) {
    return is_ne(text, i) ||
           text.is_any(i, {word("pas"), word("plus"), word("jamais"), word("bien"), word("mieux"), word("toujours"),
                           word("tout"), word("trop"), word("rien"), word("aussi"), word("seulement"), word("mal"),
                           word("vite"), word("encore"), word("même")});
}

}  // namespace

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

bool sure_object_follows(const Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    if (same_sentence(text, i, i + 1) && text.is_any(i + 1, {word("ça"), word("cela"), word("ceci")})) return true;
    return object_follows(text, checker.chunks(), i) &&
           !text.is_any(i + 1, {word("des"), word("chaque"), word("tout"), word("tous"), word("toutes")});
}

void report_infinitive(Checker& checker, std::size_t i, std::size_t governor, std::string_view rule) {
    checker.report(rule, i, i,
                   "Après " + checker.quoted(governor) + ", écrivez l'infinitif et non " + checker.quoted(i) + ".",
                   checker.infinitives(i));
}

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

bool second_plural_alone(const ReadText& text, std::size_t k) {
    if (!text.lower(k).ends_with("ez") || text[k + 1].enclitic || text.is(k + 1, word("vous"))) return false;
    for (std::size_t i = k, n = 0; i > 0 && n < 4 && same_sentence(text, i - 1, k); --i, ++n) {
        if (text[i - 1].boundary != Boundary::none || text.is_any(i - 1, {word("et"), word("ou"), word("vous")}))
            return false;
    }
    return true;
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

}  // namespace relis::grammar
