// Every token of a text looked up once: its form in lower case, its numbers in the lexicon, its analyses.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

#include "language/form_memory.h"
#include "language/lexicon.h"
#include "language/text.h"

namespace relis::language {

/// The analyses of one token: those of the form as written, then those of the common word behind its capital.
class TokenAnalyses {
  public:
    class Iterator {
      public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Analysis;
        using difference_type = std::ptrdiff_t;
        using pointer = const Analysis*;
        using reference = Analysis;

        Iterator(Analyses::Iterator at, const TokenAnalyses& all) : at_(at), all_(&all) { skip(); }
        Analysis operator*() const { return *at_; }
        Iterator& operator++() {
            ++at_;
            skip();
            return *this;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

      private:
        void skip() {
            if (at_ == all_->first_.end()) at_ = all_->second_.begin();
        }
        Analyses::Iterator at_;
        const TokenAnalyses* all_;
    };

    TokenAnalyses(Analyses first, Analyses second) : first_(first), second_(second) {}
    [[nodiscard]] Iterator begin() const { return {first_.begin(), *this}; }
    [[nodiscard]] Iterator end() const { return {second_.end(), *this}; }
    [[nodiscard]] bool empty() const { return first_.empty() && second_.empty(); }

  private:
    Analyses first_;
    Analyses second_;
};

/// A text looked up in a lexicon. Immutable once made, movable; refers to the lexicon and the text, which must
/// outlive it. Safe to read from several threads. An index is that of the token in Text::tokens().
class Reading {
  public:
    Reading(const Lexicon& lexicon, const Text& text);
    /// The same with a memory of forms, which is used now only.
    Reading(const Lexicon& lexicon, const Text& text, FormMemory& memory);

    [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
    [[nodiscard]] const Text& text() const { return *text_; }
    [[nodiscard]] std::size_t size() const { return words_.size(); }

    /// The number of the form as written (of an enclitic: without its hyphens), or no_form_id.
    [[nodiscard]] FormId exact(std::size_t index) const { return words_[index].exact; }
    /// The number of the form in lower case, or no_form_id. The same as exact() where nothing is capital.
    [[nodiscard]] FormId common(std::size_t index) const { return words_[index].common; }
    /// Where the lexicon has neither: the form with the capitals that French allows (Lexicon::find_in_any_case).
    [[nodiscard]] FormId any_case(std::size_t index) const { return words_[index].any_case; }

    /// All analyses of token `index`; empty for an unknown word and for what is no word.
    /// A capitalised first word is read both as a name and as a common word.
    [[nodiscard]] TokenAnalyses analyses(std::size_t index) const {
        const Word& word = words_[index];
        return {of(word.read_as), of(word.also_read_as)};
    }

    /// True for a word that the lexicon has in the letter case used, compounds included; false for what is no word.
    [[nodiscard]] bool is_known(std::size_t index) const { return words_[index].known; }
    /// form_flag:: of the word, 0 when unknown.
    [[nodiscard]] std::uint8_t flags(std::size_t index) const {
        const Word& word = words_[index];
        return static_cast<std::uint8_t>(flags_of(word.read_as) | flags_of(word.also_read_as));
    }

    /// The form in lower case.
    [[nodiscard]] std::string_view whole(std::size_t index) const {
        return {letters_.data() + words_[index].start, words_[index].size};
    }
    /// The form in lower case, without the hyphens and the -t- of an enclitic: "il" for "-t-il".
    [[nodiscard]] std::string_view lower(std::size_t index) const { return whole(index).substr(words_[index].marks); }

    [[nodiscard]] bool any(std::size_t index, PartOfSpeech part) const;
    /// True when every analysis is of this part of speech, and there is one.
    [[nodiscard]] bool only(std::size_t index, PartOfSpeech part) const;
    [[nodiscard]] bool any_tense(std::size_t index, std::uint16_t tenses) const;

    /// True when the word begins with a vowel or a mute h, so that the word before it elides.
    [[nodiscard]] bool calls_for_elision(std::size_t index) const;

  private:
    struct Word {
        FormId exact = no_form_id;
        FormId common = no_form_id;
        FormId any_case = no_form_id;
        FormId read_as = no_form_id;  ///< of these three, those whose analyses count
        FormId also_read_as = no_form_id;
        std::uint32_t start = 0;  ///< in letters_
        std::uint32_t size = 0;
        std::uint8_t marks = 0;  ///< bytes of an enclitic's hyphens and t
        bool known = false;
    };

    void read(const Token& token, Word& word, FormMemory* memory);
    void look_up(const Token& token, Word& word, FormMemory* memory);
    void read_all(FormMemory* memory);
    [[nodiscard]] Analyses of(FormId form) const { return form == no_form_id ? Analyses{} : lexicon_->analyses(form); }
    [[nodiscard]] std::uint8_t flags_of(FormId form) const {
        return form == no_form_id ? std::uint8_t{0} : lexicon_->flags(form);
    }

    const Lexicon* lexicon_;
    const Text* text_;
    std::vector<Word> words_;
    std::vector<char> letters_;  ///< a vector, since views into it outlive its being moved
};

}  // namespace relis::language
