#include "topics.h"

#include <algorithm>
#include <stdexcept>

namespace relis::consistency {

using language::PartOfSpeech;

namespace {

/// Calls `use` with each part of a list that is not empty.
template <class Use>
void each(std::string_view list, char separator, Use use) {
    while (!list.empty()) {
        const std::size_t end = list.find(separator);
        if (end != 0) use(list.substr(0, end));
        list = end == std::string_view::npos ? std::string_view{} : list.substr(end + 1);
    }
}

std::uint8_t trait_of(std::string_view name) {
    if (name == "act") return trait::act;
    if (name == "unasked") return trait::unasked;
    if (name == "speech") return trait::speech;
    if (name == "object") return trait::object;
    if (name == "conditional") return trait::conditional;
    if (name == "anywhere") return trait::anywhere;
    if (name == "felt") return trait::felt;
    if (name == "theirs") return trait::theirs;
    throw std::logic_error("no trait " + std::string(name));
}

}  // namespace

void Topics::index(std::vector<std::vector<std::uint32_t>>& by_word, WordNumber word, std::size_t at) {
    if (by_word.size() <= word) by_word.resize(word + 1U);
    by_word[word].push_back(static_cast<std::uint32_t>(at));
}

void Topics::add_cue(std::string_view word, bool agreeing) {
    Cue cue;
    cue.topic = static_cast<std::uint16_t>(topics_.size() - 1);
    cue.agreeing = agreeing;
    for (; !word.empty() && std::string_view("!~^?").find(word.front()) != std::string_view::npos;
         word.remove_prefix(1)) {
        cue.strong |= word.front() == '!';
        cue.only_denied |= word.front() == '~';
        cue.absolute |= word.front() == '^';
        cue.weak |= word.front() == '?';
    }
    each(word, '+', [&](std::string_view part) { cue.words.push_back(words_.number(part)); });
    index(by_word_, cue.words.front(), cues_.size());
    cues_.push_back(std::move(cue));
}

void Topics::add_ask(std::string_view word, bool reversed) {
    Ask ask{static_cast<std::uint16_t>(topics_.size() - 1), reversed, word.starts_with('@'), {}};
    if (ask.reflexive) word.remove_prefix(1);
    each(word, '+', [&](std::string_view part) { ask.words.push_back(words_.number(part)); });
    index(asks_by_word_, ask.words.front(), asks_.size());
    asks_.push_back(std::move(ask));
}

Topics::Topics(const std::shared_ptr<const comments::WordBook>& book)
    : words_(book), weak_(book->lexicon()->lemma_count()) {
    const language::Lexicon* const lexicon = book->lexicon().get();
    each(word_file("topics"), '\n', [&](std::string_view line) {
        if (line.front() == '#') return;
        if (line.front() == '[') {
            const std::size_t end = line.find(']');
            topics_.push_back({std::string(line.substr(1, end - 1)), 0});
            numbers_.emplace(topics_.back().name, static_cast<std::uint16_t>(topics_.size() - 1));
            each(line.substr(end + 1), ' ', [&](std::string_view name) { topics_.back().traits |= trait_of(name); });
            return;
        }
        const std::size_t space = line.find(' ');
        const std::string_view key = line.substr(0, space);
        each(line.substr(space), ' ', [&](std::string_view word) {
            if (key == "yes" || key == "no") {
                add_cue(word, key == "yes");
            } else if (key == "asks" || key == "reversed") {
                add_ask(word, key == "reversed");
            } else {
                throw std::logic_error("no key " + std::string(key));
            }
        });
    });
    named_ = {number_of("quick"),  number_of("silence"),   number_of("exact"),
              number_of("excuse"), number_of("attention"), number_of("approach"),
              number_of("undone"), number_of("tone"),      number_of("open")};
    read_antonyms(*lexicon);
    each(word_file("weak_words"), '\n', [&](std::string_view line) {
        if (line.front() == '#') return;
        each(line, ' ', [&](std::string_view word) {
            for (const PartOfSpeech part : {PartOfSpeech::verb, PartOfSpeech::adjective, PartOfSpeech::noun}) {
                for (const language::LemmaId lemma : lexicon->lemmas(word, part)) weak_[lemma] = true;
            }
        });
    });
}

bool Topics::is_asked(std::uint16_t topic) const {
    return std::any_of(asks_.begin(), asks_.end(), [&](const Ask& ask) { return ask.topic == topic; });
}

void Topics::read_antonyms(const language::Lexicon& lexicon) {
    std::uint16_t pole = 0;
    each(word_file("antonyms"), '\n', [&](std::string_view line) {
        if (line.front() == '#') return;
        const std::size_t bar = line.find('|');
        for (const std::string_view side : {line.substr(0, bar), line.substr(bar + 1)}) {
            each(side, ' ', [&](std::string_view word) {
                for (const PartOfSpeech part : {PartOfSpeech::adjective, PartOfSpeech::verb}) {
                    for (const language::LemmaId lemma : lexicon.lemmas(word, part)) poles_[lemma].push_back(pole);
                }
                // A participle stands for its verb.
                for (const language::Analysis analysis : lexicon.lookup(word)) {
                    if (analysis.features.has_tense(language::tense::past_participle))
                        poles_[analysis.lemma].push_back(pole);
                }
            });
            ++pole;
        }
    });
}

const std::vector<std::uint16_t>& Topics::poles(language::LemmaId lemma) const {
    static const std::vector<std::uint16_t> none;
    const auto found = poles_.find(lemma);
    return found == poles_.end() ? none : found->second;
}

std::uint16_t Topics::number_of(std::string_view name) const {
    const auto found = numbers_.find(std::string(name));
    if (found == numbers_.end()) throw std::logic_error("no topic " + std::string(name));
    return found->second;
}

const std::vector<std::uint32_t>& Topics::beginning_with(WordNumber word) const {
    static const std::vector<std::uint32_t> none;
    return word < by_word_.size() ? by_word_[word] : none;
}

const std::vector<std::uint32_t>& Topics::asked_by(WordNumber word) const {
    static const std::vector<std::uint32_t> none;
    return word < asks_by_word_.size() ? asks_by_word_[word] : none;
}

bool Topics::is_weak(language::LemmaId lemma) const {
    return weak_[lemma];
}

}  // namespace relis::consistency
