#include "comments/facts.h"

#include <algorithm>

#include "facts_pass.h"

namespace relis::comments {

using language::LetterCase;
using language::PartOfSpeech;
using language::Token;
using language::TokenKind;
namespace wc = word_class;

namespace {

template <class Use>
void for_each_word(std::string_view text, Use use) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        if (space > at) use(text.substr(at, space - at));
        at = space + 1;
    }
}

void add_words(KnownNames& names, std::string_view text) {
    const Comment comment(text);
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        if (comment.tokens()[i].kind == TokenKind::word) names.emplace(comment.folded(i));
    }
}

}  // namespace

std::string_view to_string(FactKind kind) {
    constexpr std::array<std::string_view, fact_kinds> names{"identity", "person", "time",     "duration", "quantity",
                                                             "price",    "quote",  "reported", "place",    "sensory",
                                                             "object",   "action", "sequence", "topic"};
    return names[static_cast<std::size_t>(kind)];
}

KnownNames known_names(const Report& report, const Context& context) {
    KnownNames names;
    for (const std::string& word : context.vocabulary()) add_words(names, word);
    add_words(names, report.site.name);
    add_words(names, report.site.city);
    add_words(names, context.questionnaire().title);
    return names;
}

Topics topics_of(const Question& question) {
    Topics topics;
    for (const std::string& topic : question.topics) {
        const Comment comment(topic);
        std::vector<std::string> words;
        for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
            if (is_content(comment.tokens()[i])) words.emplace_back(comment.folded(i));
        }
        if (!words.empty()) topics.push_back(std::move(words));
    }
    return topics;
}

FactFinder::FactFinder(std::shared_ptr<const language::Lexicon> lexicon) : lexicon_(std::move(lexicon)) {
    constexpr std::array parts{PartOfSpeech::noun, PartOfSpeech::adjective, PartOfSpeech::verb, PartOfSpeech::adverb};
    constexpr std::uint32_t verbs_only = wc::weak_verb | wc::speech_verb;
    constexpr std::uint32_t forms_only = wc::subject | wc::auxiliary | wc::glue | wc::no_verb;
    for (const wc::List& list : wc::lists) {
        for_each_word(list.words, [&](std::string_view word) {
            for (const PartOfSpeech part : parts) {
                if ((list.classes & forms_only) != 0) break;
                if ((list.classes & verbs_only) != 0 && part != PartOfSpeech::verb) continue;
                for (const language::LemmaId lemma : lexicon_->lemmas(word, part)) by_lemma_[lemma] |= list.classes;
            }
            if ((list.classes & verbs_only) != 0) return;
            folded_words_.push_back(std::make_unique<const std::string>(language::fold(word)));
            by_form_[*folded_words_.back()] |= list.classes;
        });
    }
    const auto add_phrase = [](Phrases& phrases, std::string_view phrase) {
        std::vector<std::string_view> words;
        for_each_word(phrase, [&](std::string_view word) { words.push_back(word); });
        phrases[words.front()].push_back(words);
    };
    for (const std::string_view phrase : wc::vague_phrases) add_phrase(vague_phrases_, phrase);
    for (const std::string_view phrase : wc::general_phrases) add_phrase(general_phrases_, phrase);
    concrete_.insert(wc::concrete_in_spite.begin(), wc::concrete_in_spite.end());
}

std::uint32_t FactFinder::listed(std::string_view folded) const {
    auto found = by_form_.find(folded);
    if (found == by_form_.end() && folded.size() > 3 && (folded.back() == 's' || folded.back() == 'x')) {
        found = by_form_.find(folded.substr(0, folded.size() - 1));
    }
    return found == by_form_.end() ? 0 : found->second;
}

FactFinder::TokenReading FactFinder::read_token(const Comment& comment, std::size_t index) const {
    TokenReading reading;
    const Token& token = comment.tokens()[index];
    if (token.kind != TokenKind::word && token.kind != TokenKind::elided) return reading;
    reading.classes = listed(comment.folded(index));
    const auto form = lexicon_->find_in_any_case(token.form);
    if (!form) return reading;
    reading.known = true;
    bool other = false;
    for (const language::Analysis analysis : lexicon_->analyses(*form)) {
        const language::Features& features = analysis.features;
        std::uint32_t classes = 0;
        if (const auto found = by_lemma_.find(analysis.lemma); found != by_lemma_.end()) classes = found->second;
        if (features.is(PartOfSpeech::verb)) {
            reading.verb = true;
            reading.verb_lemma = analysis.lemma;
            reading.verb_classes |= classes;
            reading.past |= features.has_tense(language::tense::imperfect | language::tense::past_historic);
            reading.to_come &= !features.has_tense(
                static_cast<std::uint16_t>(~(language::tense::future | language::tense::conditional)));
            reading.past_participle |= features.has_tense(language::tense::past_participle);
            reading.present_participle |= features.has_tense(language::tense::present_participle);
            continue;
        }
        other = true;
        reading.classes |= classes;
        switch (features.part) {
            case PartOfSpeech::noun:
                reading.noun = true;
                reading.noun_lemma = analysis.lemma;
                break;
            case PartOfSpeech::adjective:
                reading.adjective = true;
                break;
            case PartOfSpeech::proper_noun:
                reading.first_name |= features.has_role(language::role::first_name);
                break;
            case PartOfSpeech::title:
                break;
            default:
                reading.function_word = true;
        }
        reading.first_name |= features.has_role(language::role::first_name);
    }
    reading.only_verb = reading.verb && !other;
    return reading;
}

Reading FactFinder::read(const Comment& comment, const KnownNames& names, const Topics& topics) const {
    Pass pass(*this, comment, names, topics);
    pass.run();
    return std::move(pass.result);
}

bool FactFinder::names_person(const Comment& comment, std::size_t index, const TokenReading& reading,
                              const KnownNames& names) const {
    const Token& token = comment.tokens()[index];
    if (!reading.first_name || token.letter_case != LetterCase::initial_capital) return false;
    if (names.contains(std::string(comment.folded(index)))) return false;
    if (token.first_of_sentence && !lexicon_->lookup(language::lower(token.form)).empty()) return false;
    return index == 0 || (listed(comment.folded(index - 1)) & wc::road) == 0;
}

bool FactFinder::is_first_name(const Comment& comment, std::size_t index, const KnownNames& names) const {
    return names_person(comment, index, read_token(comment, index), names);
}

}  // namespace relis::comments
