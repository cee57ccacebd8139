// What the rules share: the reading, its groups, reporting, and suggestions made by inflection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chunks.h"
#include "grammar/check.h"
#include "grammar/inflection.h"
#include "grammar/reading.h"
#include "structure.h"

namespace relis::grammar {

class Checker {
  public:
    Checker(const ReadText& text, const Options& options);

    [[nodiscard]] const ReadText& text() const { return text_; }
    [[nodiscard]] const Chunks& chunks() const { return chunks_; }
    /// The tokens whose word or mark has an id, in order: all that many checks ask about.
    [[nodiscard]] const std::vector<std::uint32_t>& closed_words() const { return closed_words_; }
    /// Some word of the text may have one of these tenses.
    [[nodiscard]] bool any_tense(std::uint16_t tenses) const { return (tenses_ & tenses) != 0; }

    /// Reports tokens [first, last] unless the rule is switched off or a fault already stands on one of them:
    /// the more specific checks run first. Suggestions are given the letter case of the original.
    void report(std::string_view rule, std::size_t first, std::size_t last, std::string message,
                std::vector<std::string> suggestions);
    /// Later checks report nothing on tokens [first, last]: another fault explains what looks wrong there.
    void leave_alone(std::size_t first, std::size_t last);
    /// True when a fault was reported on this token, or it is to be left alone.
    [[nodiscard]] bool reported(std::size_t i) const { return i < marked_.size() && marked_[i] != 0; }
    [[nodiscard]] bool wants_suggestions() const { return options_.suggestions; }

    /// The faults, in the order of their positions.
    [[nodiscard]] std::vector<Fault> take_faults();

    /// « form », as written.
    [[nodiscard]] std::string quoted(std::size_t first, std::size_t last) const;
    [[nodiscard]] std::string quoted(std::size_t i) const { return quoted(i, i); }
    /// The text of tokens [first, last] as submitted.
    [[nodiscard]] std::string original(std::size_t first, std::size_t last) const;

    /// Forms of the token's own lemmas, of nominal readings (noun, adjective, participle), in one of these genders
    /// and numbers; the one that differs least first. Empty when there is none.
    [[nodiscard]] std::vector<std::string> inflected(std::size_t i, std::uint8_t genders, std::uint8_t numbers) const;
    /// The past participle of the token's verb readings.
    [[nodiscard]] std::vector<std::string> participles(std::size_t i, std::uint8_t genders, std::uint8_t numbers) const;
    [[nodiscard]] std::vector<std::string> infinitives(std::size_t i) const;
    /// Finite forms of the token's verb readings for a person, in the tenses of the token, or in `tenses` when given.
    [[nodiscard]] std::vector<std::string> conjugated(std::size_t i, std::uint8_t person,
                                                      std::uint16_t tenses = 0) const;
    /// grammar::forms, or nothing when no suggestions are wanted.
    [[nodiscard]] std::vector<std::string> forms(LemmaId lemma, const Wanted& wanted, std::string_view like) const;

  private:
    const ReadText& text_;
    const Options& options_;
    Chunks chunks_;
    std::vector<std::uint32_t> closed_words_;
    std::uint16_t tenses_ = 0;  ///< of all words
    std::vector<Fault> faults_;
    std::vector<std::uint8_t> marked_;
};

}  // namespace relis::grammar
