#include "chunks.h"

#include <array>
#include <initializer_list>

#include "phrases.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

constexpr Parts qualifier_parts = part(adjective) | part(verb);

enum WordKind : std::uint8_t { noun_pronoun = 1, relative = 2, subordinator = 4 };

/// Set of WordKind, by WordId.
constexpr auto word_kinds = [] {
    std::array<std::uint8_t, std::size(closed_words) + 1> result{};
    const auto add = [&](WordKind kind, std::initializer_list<WordId> ids) {
        for (const WordId id : ids) result[id] = static_cast<std::uint8_t>(result[id] | kind);
    };
    add(noun_pronoun, {word("ce"),           word("ça"),
                       word("cela"),         word("ceci"),
                       word("celui"),        word("celle"),
                       word("ceux"),         word("celles"),
                       word("celui-ci"),     word("celle-ci"),
                       word("ceux-ci"),      word("celles-ci"),
                       word("celui-là"),     word("celle-là"),
                       word("ceux-là"),      word("celles-là"),
                       word("chacun"),       word("chacune"),
                       word("quiconque"),    word("quelqu'un"),
                       word("quelques-uns"), word("quelques-unes"),
                       word("rien"),         word("personne"),
                       word("moi"),          word("toi"),
                       word("eux"),          word("soi"),
                       word("lui")});
    add(relative, {word("qui"), word("que"), word("qu'"), word("dont"), word("où"), word("lequel"), word("laquelle"),
                   word("lesquels"), word("lesquelles"), word("quoi"), word("auquel"), word("duquel"), word("auxquels"),
                   word("auxquelles"), word("desquels"), word("desquelles")});
    add(subordinator,
        {word("si"), word("s'"), word("quand"), word("comme"), word("lorsque"), word("lorsqu'"), word("puisque"),
         word("puisqu'"), word("quoique"), word("quoiqu'"), word("comment"), word("pourquoi"), word("combien")});
    return result;
}();

bool is_noun_pronoun(const ReadText& text, std::size_t i) {
    return (word_kinds[text[i].id] & noun_pronoun) != 0;
}

bool is_relative(const ReadText& text, std::size_t i) {
    return (word_kinds[text[i].id] & relative) != 0;
}

bool is_subordinator(const ReadText& text, std::size_t i) {
    return (word_kinds[text[i].id] & subordinator) != 0;
}

std::uint8_t person_of_pronoun(const ReadText& text, std::size_t i) {
    if (text.is_any(i, {word("je"), word("j'")})) return person::first_singular;
    if (text.is(i, word("tu"))) return person::second_singular;
    if (text.is(i, word("nous"))) return person::first_plural;
    if (text.is(i, word("vous"))) return person::second_plural;
    if (text.is_any(i, {word("ils"), word("elles"), word("iels")})) return person::third_plural;
    return person::third_singular;
}

}  // namespace

Chunks::Chunks(const ReadText& text) : text_(text), chunk_of_(text.size(), 0) {
    after_end_.kind = ChunkKind::strong;
    after_end_.first = after_end_.last = after_end_.head = static_cast<std::uint32_t>(text.size());
    chunks_.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) i = cut(i);
}

/// True when token i goes on the sentence of token i - 1 without a mark.
bool Chunks::linked(std::size_t i) const {
    return i > 0 && i < text_.size() && same_sentence(text_, i - 1, i) && text_[i].boundary == Boundary::none;
}

void Chunks::add(const Chunk& chunk) {
    for (std::size_t i = chunk.first; i <= chunk.last; ++i) chunk_of_[i] = static_cast<std::uint32_t>(chunks_.size());
    chunks_.push_back(chunk);
}

bool Chunks::begins_noun_group(std::size_t i) const {
    if (is_determiner(text_, i) && !(is_clitic(text_, i) && text_.only(i, pronoun))) return true;
    if (text_.can(i, adverb) && !text_[i].unknown && text_[i].id != word("personne")) return false;
    if (text_.can(i, part(noun) | part(proper_noun) | part(title))) return !text_[i].enclitic;
    return text_.only(i, numeral) || (text_[i].unknown && text_[i].boundary == Boundary::none);
}

/// le bruit perçus par les clients, les vestes assortis coûtent: a participle misspelt, no « je perçus ».
bool Chunks::is_participle_before_agent(std::size_t i) const {
    if (!can_be_participle(text_, i) || !linked(i) || !linked(i + 1)) return false;
    if (!text_.is(i + 1, word("par")) && !only_finite(text_, i + 1)) return false;
    if (chunks_.empty() || chunks_.back().kind != ChunkKind::noun_group || !chunks_.back().determined) return false;
    for (const Analysis& reading : text_.readings(i)) {
        if ((reading.features.persons & (person::third_singular | person::third_plural)) != 0) return false;
    }
    return true;
}

/// True when a word that may be a finite verb or a noun is a verb here.
bool Chunks::takes_verb(std::size_t i) const {
    if (!can_be_finite(text_, i) || is_participle_before_agent(i)) return false;
    if (!text_.can(i, static_cast<Parts>(~(part(verb) | part(interjection))))) return true;
    if (chunks_.empty()) return false;
    const ChunkKind before = chunks_.back().kind;
    // comment danse, pourquoi porte: no noun without a determiner follows
    if (linked(i) && text_.is_any(i - 1, {word("comment"), word("pourquoi")})) return true;
    return linked(i) && (before == ChunkKind::noun_group || before == ChunkKind::pronoun ||
                         (before == ChunkKind::relative && !text_.is(i - 1, word("où"))));
}

std::size_t Chunks::cut(std::size_t i) {
    Chunk chunk;
    chunk.first = chunk.last = chunk.head = static_cast<std::uint32_t>(i);
    const auto single = [&](ChunkKind kind) {
        chunk.kind = kind;
        add(chunk);
        return i + 1;
    };
    if (text_[i].boundary == Boundary::comma) return single(ChunkKind::comma);
    if (text_[i].boundary == Boundary::strong) return single(ChunkKind::strong);
    if (text_[i].enclitic) {
        if (!chunks_.empty() && linked(i) && chunks_.back().kind == ChunkKind::verb) {
            chunks_.back().last = static_cast<std::uint32_t>(i);
            chunk_of_[i] = static_cast<std::uint32_t>(chunks_.size() - 1);
            return i + 1;
        }
        return single(ChunkKind::other);
    }
    if (const std::size_t phrase = adverb_phrase(text_, i)) {
        chunk.last = static_cast<std::uint32_t>(i + phrase - 1);
        chunk.kind = ChunkKind::adverb;
        add(chunk);
        return i + phrase;
    }
    const bool after_preposition = linked(i) && !chunks_.empty() && chunks_.back().kind == ChunkKind::preposition;
    // après elle a souri: « après » stands for « ensuite », or the auxiliary would have no subject
    const bool ensuite = after_preposition && text_.is(i - 1, word("après")) && linked(i + 1) &&
                         is_form_of(text_, i + 1, lemma_class::avoir | lemma_class::etre) &&
                         can_be_finite(text_, i + 1);
    if (after_preposition && !ensuite && text_.is_any(i, {word("elle"), word("elles"), word("nous"), word("vous")}) &&
        !(linked(i + 1) && can_be_infinitive(text_, i + 1))) {
        chunk.kind = ChunkKind::noun_group;
        chunk.genders = gender::any;
        chunk.numbers = number::any;
        chunk.persons = 63;
        add(chunk);
        return i + 1;
    }
    if (is_subject_pronoun(text_, i)) {
        chunk.persons = person_of_pronoun(text_, i);
        const std::size_t next = cut_verb(i + 1);
        const bool sure = is_sure_subject_pronoun(text_, i);
        const bool after_subject =
            i > 0 && same_sentence(text_, i - 1, i) && next != npos && text_.is_any(i, {word("nous"), word("vous")}) &&
            (chunks_.back().persons & chunk.persons) == 0 && chunks_.size() > 1 &&
            (chunks_[chunks_.size() - 2].kind == ChunkKind::noun_group ||
             chunks_[chunks_.size() - 2].kind == ChunkKind::preposition ||
             chunks_[chunks_.size() - 2].kind == ChunkKind::comma ||
             chunks_[chunks_.size() - 2].kind == ChunkKind::coordination ||
             chunks_[chunks_.size() - 2].kind == ChunkKind::pronoun ||
             chunks_[chunks_.size() - 2].kind == ChunkKind::participle ||
             (chunks_[chunks_.size() - 2].kind == ChunkKind::relative && text_.is(i - 1, word("qui"))));
        if (after_subject) {
            // la vendeuse nous a: an object, part of the verb group
            chunks_.pop_back();
            return cut_verb(i);
        }
        if (sure || (next != npos && linked(i + 1))) {
            chunk.numbers = (chunk.persons & (person::first_plural | person::second_plural | person::third_plural)) != 0
                                ? number::plural
                                : number::singular;
            chunk.genders = text_.is_any(i, {word("il"), word("ils")})       ? gender::masculine
                            : text_.is_any(i, {word("elle"), word("elles")}) ? gender::feminine
                                                                             : gender::any;
            if (next == npos) return single(ChunkKind::pronoun);
            Chunk verb_chunk = chunks_.back();
            chunks_.pop_back();
            chunk.kind = ChunkKind::pronoun;
            add(chunk);
            add(verb_chunk);
            return next;
        }
        if (next != npos) chunks_.pop_back();
        if (linked(i + 1) && text_.is(i + 1, word("qui"))) {  // vous qui, c'est elles qui
            chunk.kind = ChunkKind::noun_group;
            chunk.numbers = (chunk.persons & (person::first_plural | person::second_plural | person::third_plural)) != 0
                                ? number::plural
                                : number::singular;
            chunk.genders = text_.is_any(i, {word("elle"), word("elles")}) ? gender::feminine : gender::any;
            if (text_.is(i, word("vous"))) chunk.numbers = number::any;
            add(chunk);
            return i + 1;
        }
    }
    if (text_.is_any(i, {word("l'"), word("les")}) && linked(i + 1) &&
        (text_.is_any(i + 1, {word("un"), word("une")}) || text_.lower(i + 1) == "uns" ||
         text_.lower(i + 1) == "unes")) {
        const bool singular = text_.is(i, word("l'"));
        chunk.kind = ChunkKind::noun_group;
        chunk.head = chunk.last = static_cast<std::uint32_t>(i + 1);
        chunk.determined = true;
        chunk.genders = text_.lower(i + 1).starts_with("une") ? gender::feminine : gender::masculine;
        chunk.numbers = singular ? number::singular : number::plural;
        chunk.persons = singular ? person::third_singular : person::third_plural;
        add(chunk);
        return i + 2;
    }
    if (is_ne(text_, i) || is_clitic(text_, i) || text_.can(i, verb)) {
        if (!is_clitic(text_, i) || text_.can(i, pronoun) || !is_determiner(text_, i)) {
            const bool may = is_clitic(text_, i) || is_ne(text_, i) || takes_verb(i) || can_be_infinitive(text_, i);
            if (may) {
                const std::size_t next = cut_verb(i);
                if (next != npos) return next;
            }
        }
    }
    if (text_.is_any(i, {word("et"), word("ou"), word("ni"), word("mais"), word("car"), word("donc"), word("or"),
                         word("puis")})) {
        return single(ChunkKind::coordination);
    }
    if (is_relative(text_, i)) return single(ChunkKind::relative);
    if (is_subordinator(text_, i)) return single(ChunkKind::subordinator);
    if (is_noun_pronoun(text_, i) && !(text_.is(i, word("ce")) && text_.only(i, determiner))) {
        chunk.kind = ChunkKind::noun_group;
        const AgreementSet set = agreement(text_, i, part(pronoun));
        chunk.genders = genders_of(set);
        const bool open_number = text_.is_any(i, {word("ce"), word("c'")}) &&
                                 !(linked(i + 1) && text_.is_any(i + 1, {word("qui"), word("que"), word("qu'")}));
        chunk.numbers = open_number ? number::any : text_.is(i, word("ce")) ? number::singular : numbers_of(set);
        if (text_.is(i, word("ce"))) chunk.genders = gender::masculine;
        chunk.persons =
            static_cast<std::uint8_t>(((chunk.numbers & number::singular) != 0 ? person::third_singular : 0U) |
                                      ((chunk.numbers & number::plural) != 0 ? person::third_plural : 0U));
        if (text_.is(i, word("quiconque"))) {
            chunk.genders = gender::any;
            chunk.numbers = number::singular;
            chunk.persons = person::third_singular;
        }
        if (text_.is(i, word("lui"))) chunk.genders = gender::masculine;
        const bool noun =
            linked(i) && text_.is_any(i - 1, {word("le"), word("ce"), word("un"), word("du"), word("au")});
        if (text_.is(i, word("moi")) && !noun) chunk.persons = person::first_singular;
        if (text_.is(i, word("toi"))) chunk.persons = person::second_singular;
        if (text_.is(i, word("personne")) && text_.can(i, noun)) chunk.genders = gender::any;
        add(chunk);
        return i + 1;
    }
    if (text_.is_any(i, {word("de"), word("d'"), word("à"), word("en")})) return single(ChunkKind::preposition);
    if (text_.is(i, word("la")) && linked(i + 1) && text_.is(i + 1, word("plupart"))) {
        chunk.kind = ChunkKind::noun_group;
        chunk.head = chunk.last = static_cast<std::uint32_t>(i + 1);
        chunk.determined = true;
        chunk.genders = gender::any;
        chunk.numbers = number::plural;
        chunk.persons = person::third_plural;
        add(chunk);
        return i + 2;
    }
    if (text_.is_any(i, {word("au"), word("aux"), word("du"), word("des")})) {
        // the contracted preposition and its noun group share the token: the group keeps it
        return cut_noun_group(i);
    }
    if (text_.can(i, preposition) && !is_determiner(text_, i)) return single(ChunkKind::preposition);
    if (begins_noun_group(i)) return cut_noun_group(i);
    if (text_.can(i, qualifier_parts)) return single(ChunkKind::participle);
    if (text_.can(i, adverb)) return single(ChunkKind::adverb);
    if (text_.can(i, conjunction)) return single(ChunkKind::subordinator);
    return single(ChunkKind::other);
}

/// A verb that begins at i with ne or clitics: adds its group and returns the token after it, or npos.
std::size_t Chunks::cut_verb(std::size_t i) {
    const std::size_t first = i;
    // lui ne pense pas: a strong pronoun before ne is no clitic
    if (i + 1 < text_.size() && text_.is(i, word("lui")) && linked(i + 1) && is_ne(text_, i + 1)) return npos;
    while (i < text_.size() && (i == first || linked(i)) && (is_clitic(text_, i) || is_ne(text_, i)) && i < first + 5)
        ++i;
    if (i >= text_.size() || (i > first && !linked(i))) return npos;
    std::size_t head = i;
    // ne pas manger
    if (i > first && is_ne(text_, i - 1)) {
        const std::size_t skipped = skip_adverbs(text_, i);
        if (skipped != npos && skipped < text_.size() && can_be_infinitive(text_, skipped)) head = skipped;
    }
    if (!text_.can(head, verb)) return npos;
    Chunk chunk;
    chunk.first = static_cast<std::uint32_t>(first);
    chunk.head = chunk.last = static_cast<std::uint32_t>(head);
    if (can_be_finite(text_, head)) {
        chunk.kind = ChunkKind::verb;
        // la porte, les veines: an article and a noun, or a pronoun and a verb
        const bool article = head == first + 1 && text_.can(first, determiner);
        chunk.uncertain = (head == first || article) && !only_finite(text_, head);
    } else if (can_be_infinitive(text_, head)) {
        chunk.kind = ChunkKind::infinitive;
    } else if (head > first &&
               (text_.tenses(head) & (tense::imperative | tense::present_participle | tense::past_participle)) != 0) {
        chunk.kind = (text_.tenses(head) & tense::imperative) != 0 ? ChunkKind::verb : ChunkKind::participle;
        chunk.uncertain = true;
    } else {
        return npos;
    }
    for (std::size_t k = head; k <= head; ++k) {
        for (const Analysis& reading : text_.readings(k)) chunk.persons |= reading.features.persons;
    }
    add(chunk);
    return head + 1;
}

}  // namespace relis::grammar
