#include "text_words.h"

#include <utility>

#include "language/text.h"

namespace relis::rules {

TextWords::TextWords(const grammar::ReadText& text, const Vocabulary& vocabulary) {
    tokens_.reserve(text.size());
    words_.reserve(2 * text.size());
    signatures_.resize(text.size() + 2 * farthest_guard);
    constexpr std::size_t ahead = 4;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i + ahead < text.size()) vocabulary.fetch(text, i + ahead);
        const grammar::Word& word = text[i];
        Signature signature;
        const auto add = [&](WordKey key) {
            if (key == no_word_key) return;
            words_.push_back(key);
            signature.add_word(key);
        };
        const auto first = static_cast<std::uint32_t>(words_.size());
        signature.add_any_token();
        signature.add_parts(word.parts, word.tenses);
        add(vocabulary.form(text, i));
        if (!word.unknown) {
            grammar::LemmaId last = static_cast<grammar::LemmaId>(-1);
            for (const grammar::Analysis& reading : text.readings(i)) {
                if (std::exchange(last, reading.lemma) != reading.lemma) add(vocabulary.lemma(reading.lemma));
            }
        }
        tokens_.push_back({first, static_cast<std::uint32_t>(words_.size()) - first});
        signatures_[i + farthest_guard] = signature;
    }
    mark_sentence_ends(text);
}

void TextWords::mark_sentence_ends(const grammar::ReadText& text) {
    for (const language::Sentence& sentence : text.text().sentences()) {
        if (sentence.first_token == sentence.last_token) continue;
        const std::size_t last = sentence.last_token - 1;
        if (text[last].boundary == grammar::Boundary::strong) signatures_[last + farthest_guard].add_sentence_end();
        signatures_[sentence.last_token + farthest_guard].add_sentence_end();
    }
}

}  // namespace relis::rules
