// What the homophone checks share: one confusion reported, and what stands around a token.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules.h"
#include "subject.h"
#include "verb_group.h"

namespace relis::grammar {

class Homophones {
  public:
    explicit Homophones(Checker& checker) : checker_(checker), text_(checker.text()), chunks_(checker.chunks()) {}

  protected:
    /// Reports tokens [first, last] with replacements, best first: « first » is heard like « suggestion ».
    void confuse(std::string_view rule, std::size_t first, std::size_t last, std::vector<std::string> suggestions);
    void confuse(std::string_view rule, std::size_t i, std::string_view suggestion) {
        confuse(rule, i, i, {std::string(suggestion)});
    }

    /// Token i exists and continues the clause of token i - 1 (no mark between).
    [[nodiscard]] bool here(std::size_t i) const {
        return i < text_.size() && (i == 0 || same_sentence(text_, i - 1, i)) && text_[i].boundary == Boundary::none;
    }
    /// Token before i in the same sentence and without a mark between, or npos.
    [[nodiscard]] std::size_t before(std::size_t i) const {
        return i > 0 && same_sentence(text_, i - 1, i) && text_[i - 1].boundary == Boundary::none ? i - 1 : npos;
    }
    [[nodiscard]] bool after_any(std::size_t i, std::initializer_list<WordId> ids) const {
        const std::size_t p = before(i);
        return p != npos && text_.is_any(p, ids);
    }
    [[nodiscard]] bool next_any(std::size_t i, std::initializer_list<WordId> ids) const {
        return here(i + 1) && text_.is_any(i + 1, ids);
    }
    /// The token after i is a mark, or i ends its sentence.
    [[nodiscard]] bool ends(std::size_t i) const {
        return i + 1 >= text_.size() || !same_sentence(text_, i, i + 1) || text_[i + 1].boundary != Boundary::none;
    }
    /// First token after i that is no adverb, or npos.
    [[nodiscard]] std::size_t past_adverbs(std::size_t i) const {
        return here(i + 1) ? skip_adverbs(text_, i + 1) : npos;
    }
    /// je, il, on… directly before i, also elle when it is a subject there.
    [[nodiscard]] bool after_subject_pronoun(std::size_t i) const;
    /// A word that is a finite verb, or a clitic or ne before one.
    [[nodiscard]] bool verb_begins(std::size_t i) const;
    /// The clause already has its verb on the left of token i.
    [[nodiscard]] bool governed(std::size_t i) const;
    /// An unambiguous determiner or numeral stands at i.
    [[nodiscard]] bool determiner_at(std::size_t i) const;
    [[nodiscard]] bool noun_only(std::size_t i) const {
        return here(i) && !text_[i].unknown && text_.only(i, PartOfSpeech::noun);
    }

    Checker& checker_;
    const ReadText& text_;
    const Chunks& chunks_;
};

}  // namespace relis::grammar
