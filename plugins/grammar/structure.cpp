#include "structure.h"

#include "phrases.h"

namespace relis::grammar {
namespace {

template <class Predicate>
bool any_reading(const ReadText& text, std::size_t i, Predicate predicate) {
    for (const Analysis& reading : text.readings(i)) {
        if (predicate(reading.features)) return true;
    }
    return false;
}

}  // namespace

bool can_be_finite(const ReadText& text, std::size_t i) {
    return text.can(i, PartOfSpeech::verb) && any_reading(text, i, is_finite);
}
bool can_be_participle(const ReadText& text, std::size_t i) {
    return text.can(i, PartOfSpeech::verb) && any_reading(text, i, is_past_participle);
}
bool can_be_infinitive(const ReadText& text, std::size_t i) {
    return text.can(i, PartOfSpeech::verb) && any_reading(text, i, is_infinitive);
}
bool only_finite(const ReadText& text, std::size_t i) {
    if (!text.only(i, PartOfSpeech::verb)) return false;
    return !any_reading(text, i,
                        [](const Features& f) { return (f.tenses & (tense::personal | tense::imperative)) == 0; });
}
bool only_qualifier(const ReadText& text, std::size_t i) {
    if (text[i].unknown || !text.only(i, part(PartOfSpeech::adjective) | part(PartOfSpeech::verb))) return false;
    return !any_reading(text, i, [](const Features& f) { return !is_qualifier(f); });
}

bool adjectival(const ReadText& text, std::size_t i) {
    if (only_qualifier(text, i)) return true;
    if (text[i].unknown || !text.can(i, PartOfSpeech::adjective)) return false;
    if (!text.only(i, part(PartOfSpeech::adjective) | part(PartOfSpeech::noun) | part(PartOfSpeech::verb)))
        return false;
    return !any_reading(text, i, [](const Features& f) {
        return f.part == PartOfSpeech::verb && !is_past_participle(f) && (f.tenses & tense::present_participle) == 0;
    });
}

bool is_clitic(const ReadText& text, std::size_t i) {
    return !text[i].enclitic && text.is_any(i, {word("me"), word("m'"), word("te"), word("t'"), word("se"), word("s'"),
                                                word("le"), word("la"), word("les"), word("l'"), word("lui"),
                                                word("leur"), word("y"), word("en"), word("nous"), word("vous")});
}
bool is_ne(const ReadText& text, std::size_t i) {
    return text.is_any(i, {word("ne"), word("n'")});
}
bool is_sure_subject_pronoun(const ReadText& text, std::size_t i) {
    return !text[i].enclitic && text.is_any(i, {word("je"), word("j'"), word("tu"), word("il"), word("ils"), word("on"),
                                                word("iel"), word("iels")});
}
bool is_subject_pronoun(const ReadText& text, std::size_t i) {
    return is_sure_subject_pronoun(text, i) ||
           (!text[i].enclitic && text.is_any(i, {word("elle"), word("elles"), word("nous"), word("vous")}));
}

bool is_inner_adverb(const ReadText& text, std::size_t i) {
    if (text[i].boundary != Boundary::none || text[i].unknown) return false;
    if (text.is_any(i, {word("rien"),   word("tout"),  word("tous"),  word("toutes"), word("toute"),
                        word("là"),     word("bien"),  word("mal"),   word("pas"),    word("plus"),
                        word("jamais"), word("guère"), word("point"), word("trop"),   word("peu"),
                        word("assez"),  word("fort"),  word("même"),  word("mieux"),  word("vite"),
                        word("moins"),  word("très"),  word("si"),    word("aussi"),  word("également")})) {
        return true;
    }
    if (text.is_any(i, {word("ne"), word("n'"), word("y"), word("en"), word("comment"), word("pourquoi"), word("quand"),
                        word("où"), word("comme"), word("combien"), word("puis"), word("ainsi")})) {
        return false;
    }
    return text.only(i, PartOfSpeech::adverb);
}

bool same_sentence(const ReadText& text, std::size_t i, std::size_t j) {
    return j < text.size() && i < text.size() && text.token(i).sentence == text.token(j).sentence;
}

std::size_t skip_adverbs(const ReadText& text, std::size_t i) {
    const std::size_t first = i;
    while (i < text.size() && i < first + 6) {
        if (const std::size_t phrase = adverb_phrase(text, i)) {
            i += phrase;
        } else if (is_inner_adverb(text, i)) {
            ++i;
        } else {
            break;
        }
    }
    if (i >= text.size() || text[i].boundary != Boundary::none || !same_sentence(text, first, i)) return npos;
    return i;
}

bool is_form_of(const ReadText& text, std::size_t i, std::uint32_t lemma_classes) {
    return (text.classes(i, part(PartOfSpeech::verb)) & lemma_classes) != 0;
}

}  // namespace relis::grammar
