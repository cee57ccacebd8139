#include <algorithm>

#include "clause_words.h"
#include "word_set.h"

namespace relis::consistency {

using comments::Comment;
using language::PartOfSpeech;
using language::Token;
using language::TokenKind;

namespace {

/// Whether an infinitive in -er is also a trade (« conseiller, conseillère »), which says nothing of what is done.
bool names_person(const language::Lexicon& lexicon, std::string_view word) {
    return word.ends_with("er") && !lexicon.lemmas(word, PartOfSpeech::verb).empty() &&
           !lexicon.lookup(std::string(word.substr(0, word.size() - 2)) + "ère").empty();
}

}  // namespace

bool CueWords::Sense::is(WordNumber number) const {
    return number != 0 && std::find(std::begin(words), std::end(words), number) != std::end(words);
}

CueWords::CueWords(std::shared_ptr<const comments::WordBook> book)
    : book_(std::move(book)),
      lexicon_(book_->lexicon()),
      by_word_(comments::WordBook::most),
      by_lemma_(lexicon_->lemma_count()) {}

CueWords::~CueWords() {
    for (std::atomic<const Form*>& form : by_word_) delete form.load();
}

WordNumber CueWords::number(std::string_view word) {
    if (const auto found = numbers_.find(std::string(word)); found != numbers_.end()) return found->second;
    const auto number = static_cast<WordNumber>(numbers_.size() + 1);
    numbers_.emplace(word, number);
    const bool as_written = word.starts_with('=');
    if (as_written) word.remove_prefix(1);
    bool found = false;
    if (!as_written) {
        for (const PartOfSpeech part : {PartOfSpeech::verb, PartOfSpeech::adjective, PartOfSpeech::noun,
                                        PartOfSpeech::adverb, PartOfSpeech::interjection, PartOfSpeech::pronoun}) {
            if (part == PartOfSpeech::noun && names_person(*lexicon_, word)) continue;
            for (const language::LemmaId lemma : lexicon_->lemmas(word, part)) {
                by_lemma_[lemma] = number;
                found = true;
            }
        }
        // A participle is a form of its verb, and stands for it.
        if (!found) {
            for (const language::Analysis analysis : lexicon_->lookup(word)) {
                if (!analysis.features.has_tense(language::tense::past_participle)) continue;
                if (by_lemma_[analysis.lemma] == 0) by_lemma_[analysis.lemma] = number;
            }
        }
    }
    std::string folded = language::fold(word);
    // What has no lemma of its own is known by its form.
    const bool by_form = as_written || !found;
    if (by_form) initials_ |= initial_of(folded);
    (by_form ? as_written_ : by_form_).emplace(std::move(folded), number);
    return number;
}

CueWords::Form CueWords::read(std::string_view form, std::string_view folded) const {
    Form read;
    read.anywhere.marks = read.after_article.marks = clause_marks(folded);
    std::size_t used[2] = {0, 0};
    const auto add = [&](Sense& sense, std::size_t& count, WordNumber number) {
        if (number != 0 && count < Sense::most && !sense.is(number)) sense.words[count++] = number;
    };
    const auto add_to_both = [&](WordNumber number) {
        add(read.anywhere, used[0], number);
        add(read.after_article, used[1], number);
    };
    if (const auto found = lexicon_->find_in_any_case(form)) {
        const auto analyses = lexicon_->analyses(*found);
        bool noun = false, verb = false;
        for (const language::Analysis analysis : analyses) {
            read.participle |= analysis.features.has_tense(language::tense::past_participle);
            noun |= analysis.features.is(PartOfSpeech::noun);
            verb |= analysis.features.is(PartOfSpeech::verb);
        }
        read.noun_or_verb = noun && verb;
        for (const bool after_article : {false, true}) {
            Sense& sense = after_article ? read.after_article : read.anywhere;
            sense.known = true;
            for (const language::Analysis analysis : analyses) {
                const language::Features& features = analysis.features;
                if (features.is(PartOfSpeech::verb)) {
                    if (after_article && !features.has_tense(language::tense::infinitive)) continue;
                    sense.verb = true;
                    sense.finite |= features.has_tense(language::tense::personal);
                    sense.participle |= features.has_tense(language::tense::past_participle);
                    sense.infinitive |= features.has_tense(language::tense::infinitive);
                    sense.conditional |= features.has_tense(language::tense::conditional);
                }
                sense.noun |= features.is(PartOfSpeech::noun);
                sense.adjective |= features.is(PartOfSpeech::adjective);
                if (features.is(PartOfSpeech::verb) || features.is(PartOfSpeech::adjective)) {
                    if (sense.lemma_count < Sense::most) sense.lemmas[sense.lemma_count++] = analysis.lemma;
                }
                add(sense, used[after_article ? 1 : 0], by_lemma_[analysis.lemma]);
            }
        }
    } else if (const auto listed_form = by_form_.find(folded); listed_form != by_form_.end()) {
        // A word that no lexicon has may be a listed one without its accents.
        add_to_both(listed_form->second);
    }
    if ((initials_ & initial_of(folded)) != 0) {
        if (const auto written = as_written_.find(folded); written != as_written_.end()) add_to_both(written->second);
    }
    return read;
}

const CueWords::Form& CueWords::form_of(const Comment& comment, std::size_t token, Forms& forms) const {
    const std::string_view written = comment.tokens()[token].form;
    const comments::Word* const word = comment.word(token, *book_);
    if (word == nullptr || word->number >= by_word_.size()) {
        auto known = forms.find(written);
        if (known == forms.end()) known = forms.emplace(written, read(written, comment.folded(token))).first;
        return known->second;
    }
    std::atomic<const Form*>& place = by_word_[word->number];
    const Form* known = place.load(std::memory_order_acquire);
    if (known != nullptr) return *known;
    auto made = std::make_unique<const Form>(read(written, word->folded));
    if (place.compare_exchange_strong(known, made.get(), std::memory_order_acq_rel)) return *made.release();
    return *known;  // another thread was quicker
}

CueWords::Sense CueWords::sense(const Comment& comment, std::size_t token, Forms& forms) const {
    const Token& at = comment.tokens()[token];
    if (at.kind != TokenKind::word && at.kind != TokenKind::elided) {
        Sense other;
        if (comments::is_content(at)) other.marks = clause_marks(comment.folded(token));
        return other;
    }
    const Form& form = form_of(comment, token, forms);
    if (!form.noun_or_verb || token == 0) return form.anywhere;
    // « Une montre », « leur accueil »: after an article a word that may be either is a noun.
    const std::string_view before = comment.folded(token - 1);
    bool after_article = is_any(before, "un", "une", "du", "mon", "ma", "son", "sa", "ce", "cette", "cet", "des",
                                "aucun", "aucune", "de", "d'", "au", "aux", "ses", "mes", "ces", "leur");
    // « Les étiquettes », but not « il les étiquette »
    if (is_any(before, "le", "la", "les", "l'")) {
        after_article = token < 2 || !is_any(comment.folded(token - 2), "je", "tu", "il", "elle", "on", "nous", "vous",
                                             "ils", "elles", "qui", "ne", "me", "m'", "te");
    }
    // « Elle ma dit »: for « m'a dit », as many write it
    if (form.participle && is_any(before, "ma", "la", "ta", "sa")) after_article = false;
    return after_article ? form.after_article : form.anywhere;
}

}  // namespace relis::consistency
