// Every token of a text with all its analyses, as the checks of this library need them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/text.h"

namespace relis::language {

/// The analyses of each token of one text. Immutable once made; refers to the lexicon and the text, which must
/// outlive it. Safe to read from several threads.
class Reading {
  public:
    Reading(const Lexicon& lexicon, const Text& text);

    [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
    [[nodiscard]] const Text& text() const { return text_; }

    /// All analyses of token `index`; empty for an unknown word and for what is no word.
    /// A capitalised first word is read both as a name and as a common word.
    [[nodiscard]] std::span<const Analysis> analyses(std::size_t index) const {
        return std::span(analyses_).subspan(words_[index].first, words_[index].last - words_[index].first);
    }

    /// True for a word that the lexicon has in the letter case used, compounds included; false for what is no word.
    [[nodiscard]] bool is_known(std::size_t index) const { return words_[index].known; }
    /// form_flag:: of the word, 0 when unknown.
    [[nodiscard]] std::uint8_t flags(std::size_t index) const { return words_[index].flags; }

    /// The form in lower case, without the hyphens and the -t- of an enclitic: "il" for "-t-il".
    [[nodiscard]] std::string_view lower(std::size_t index) const {
        return std::string_view(lowered_).substr(words_[index].lower_start, words_[index].lower_size);
    }

    [[nodiscard]] bool any(std::size_t index, PartOfSpeech part) const;
    /// True when every analysis is of this part of speech, and there is one.
    [[nodiscard]] bool only(std::size_t index, PartOfSpeech part) const;
    [[nodiscard]] bool any_tense(std::size_t index, std::uint16_t tenses) const;

    /// True when the word begins with a vowel or a mute h, so that the word before it elides.
    [[nodiscard]] bool calls_for_elision(std::size_t index) const;

  private:
    struct Word {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::uint32_t lower_start = 0;
        std::uint32_t lower_size = 0;
        std::uint8_t flags = 0;
        bool known = false;
    };

    void read(const Token& token, Word& word);
    void add(FormId form, Word& word);

    const Lexicon& lexicon_;
    const Text& text_;
    std::vector<Word> words_;
    std::vector<Analysis> analyses_;
    std::string lowered_;
};

}  // namespace relis::language
