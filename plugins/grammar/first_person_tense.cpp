// Endings in -ai and -ais that sound alike: j'aimerai savoir (a wish), je pensai in a text of everyday tenses.
#include "rules.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

/// Words after which a future is meant: quand je voudrai, dès que j'aurai pu.
bool after_time_word(const ReadText& text, std::size_t i) {
    for (std::size_t n = 0; i > 0 && n < 10 && same_sentence(text, i - 1, i); --i, ++n) {
        if (text.is_any(i - 1, {word("quand"), word("lorsque"), word("lorsqu'"), word("dès"), word("si"), word("s'"),
                                word("fois"), word("tant"), word("comme"), word("où"), word("après"), word("jamais")}))
            return true;
        if (text.lower(i - 1) == "aussitôt" || text.lower(i - 1) == "lorsque") return true;
    }
    return false;
}

/// A word that names a time to come: demain, bientôt, prochain.
bool names_future(const ReadText& text, std::size_t i) {
    for (std::size_t n = 0; n < 20 && same_sentence(text, i, i + 1); ++i, ++n) {
        const std::string_view form = text.lower(i);
        if (form == "demain" || form == "bientôt" || form.starts_with("prochain") || form == "désormais") return true;
    }
    return false;
}

void report(Checker& checker, std::size_t i, std::string message) {
    checker.report("first-person-tense", i, i, std::move(message),
                   checker.conjugated(i, person::first_singular, tense::conditional));
}

bool is_verb_of(const ReadText& text, std::size_t i, std::initializer_list<std::string_view> lemmas) {
    for (const Analysis& reading : text.readings(i)) {
        if (reading.features.part != PartOfSpeech::verb || text[i].unknown) continue;
        for (const std::string_view lemma : lemmas) {
            if (text.reader().lexicon().lemma(reading.lemma) == lemma) return true;
        }
    }
    return false;
}

/// j'aimerai savoir, je voudrai un café, j'aurai aimé que
void check_wish(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunk& verb = checker.chunks()[k];
    const std::size_t i = verb.head;
    if (!text.lower(i).ends_with("rai") || (text.tenses(i) & tense::personal) != tense::future) return;
    if (k == 0 || checker.chunks()[k - 1].kind != ChunkKind::pronoun ||
        checker.chunks()[k - 1].persons != person::first_singular || checker.reported(i))
        return;
    const std::size_t after = i + 1 < text.size() && same_sentence(text, i, i + 1) ? skip_adverbs(text, i + 1) : npos;
    if (after == npos || after_time_word(text, checker.chunks()[k - 1].first)) return;
    const auto wish_follows = [&](std::size_t from) {
        std::size_t n = from;
        while (n < text.size() && n < from + 4 && same_sentence(text, from, n) &&
               (is_ne(text, n) || is_clitic(text, n) || text.is_any(n, {word("pas"), word("jamais"), word("rien")})))
            ++n;
        return text.is_any(from, {word("que"), word("qu'")}) || (n < text.size() && can_be_infinitive(text, n));
    };
    if (is_form_of(text, i, lemma_class::avoir)) {
        // j'aurai aimé que, j'aurai dû demander: what did not happen
        if (!is_verb_of(text, after, {"aimer", "vouloir", "souhaiter", "préférer", "devoir", "désirer"}) ||
            !can_be_participle(text, after))
            return;
        const std::size_t next =
            after + 1 < text.size() && same_sentence(text, after, after + 1) ? skip_adverbs(text, after + 1) : npos;
        if (next == npos || !wish_follows(next) || names_future(text, i)) return;
        report(checker, i, "Pour un souhait ou un regret, on écrit le conditionnel : « j'aurais ».");
        return;
    }
    const bool wish = is_verb_of(text, i, {"aimer", "vouloir", "souhaiter", "préférer", "désirer"});
    if (!wish || names_future(text, i)) return;
    const bool article =
        is_verb_of(text, i, {"vouloir"}) && text.is_any(after, {word("un"), word("une"), word("des"), word("du")});
    if (!wish_follows(after) && !article) return;
    report(checker, i, "Pour demander poliment ou souhaiter, on écrit le conditionnel, avec « -ais ».");
}

/// What tenses the whole text is written in.
struct Tenses {
    bool everyday = false;  ///< a perfect or an imperfect of the first person, or a present
    bool historic = false;  ///< a form that is nothing but a past historic, other than in -ai
};

Tenses tenses_of_text(const Checker& checker) {
    const ReadText& text = checker.text();
    Tenses result;
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        const Chunk& chunk = checker.chunks()[k];
        if (chunk.kind != ChunkKind::verb || !can_be_finite(text, chunk.head)) continue;
        const std::uint16_t tenses = text.tenses(chunk.head) & tense::personal;
        if (tenses == tense::past_historic && !text.lower(chunk.head).ends_with("ai")) result.historic = true;
        const bool first = k > 0 && checker.chunks()[k - 1].kind == ChunkKind::pronoun &&
                           checker.chunks()[k - 1].persons == person::first_singular;
        if (first && text.is(chunk.head, word("ai"))) result.everyday = true;
    }
    return result;
}

/// je pensai in a text of j'ai vu, j'ai pris
void check_historic(Checker& checker, std::size_t k, const Tenses& tenses) {
    const ReadText& text = checker.text();
    const Chunk& verb = checker.chunks()[k];
    const std::size_t i = verb.head;
    if (!tenses.everyday || tenses.historic || !text.lower(i).ends_with("ai") || checker.reported(i)) return;
    if ((text.tenses(i) & tense::personal) != tense::past_historic) return;
    if (k == 0 || checker.chunks()[k - 1].kind != ChunkKind::pronoun ||
        checker.chunks()[k - 1].persons != person::first_singular)
        return;
    checker.report("first-person-tense", i, i,
                   "Dans un récit au passé composé, " + checker.quoted(i) + " s'écrit à l'imparfait, avec « -ais ».",
                   checker.conjugated(i, person::first_singular, tense::imperfect));
}

}  // namespace

void check_first_person_tenses(Checker& checker) {
    const Chunks& chunks = checker.chunks();
    bool any = false;
    for (std::size_t k = 0; k < chunks.size() && !any; ++k) {
        any = chunks[k].kind == ChunkKind::verb && checker.text().lower(chunks[k].head).ends_with("ai");
    }
    if (!any) return;
    const Tenses tenses = tenses_of_text(checker);
    for (std::size_t k = 0; k < chunks.size(); ++k) {
        if (chunks[k].kind != ChunkKind::verb) continue;
        check_wish(checker, k);
        check_historic(checker, k, tenses);
    }
}

}  // namespace relis::grammar
