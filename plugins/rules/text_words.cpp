#include "text_words.h"

#include <algorithm>
#include <utility>

namespace relis::rules {

TextWords::TextWords(const grammar::ReadText& text, const Vocabulary& vocabulary) {
    tokens_.resize(text.size() + 1);
    words_.reserve(2 * text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        Token& token = tokens_[i];
        token.first = static_cast<std::uint32_t>(words_.size());
        token.signature.add_any_token();
        token.signature.add_parts(text[i].parts);
        add(vocabulary.form(text, i), token);
        if (!text[i].unknown) {
            grammar::LemmaId last = static_cast<grammar::LemmaId>(-1);
            for (const grammar::Analysis& reading : text.readings(i)) {
                if (std::exchange(last, reading.lemma) != reading.lemma) add(vocabulary.lemma(reading.lemma), token);
            }
        }
        // Where a sentence ends: at its last mark, or else at the token behind it.
        const std::uint32_t sentence = text.token(i).sentence;
        const bool last = i + 1 == text.size() || text.token(i + 1).sentence != sentence;
        const bool first = i == 0 || text.token(i - 1).sentence != sentence;
        if (first || (last && text[i].boundary == grammar::Boundary::strong)) token.signature.add_sentence_end();
    }
    tokens_.back().signature.add_sentence_end();
}

void TextWords::add(WordKey word, Token& token) {
    if (word == no_word_key) return;
    const auto known = words_.begin() + token.first;
    if (std::find(known, words_.end(), word) != words_.end()) return;
    words_.push_back(word);
    ++token.count;
    token.signature.add_word(word);
}

}  // namespace relis::rules
