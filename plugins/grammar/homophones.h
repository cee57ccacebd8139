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
    /// What leads the clause directly before token i and still waits for its verb.
    struct Waiting {
        bool found = false;
        bool pronoun = false;      ///< a personal pronoun, qui, ça
        std::uint8_t persons = 0;  ///< what the verb may have
        AgreementSet agreement = any_agreement;
        [[nodiscard]] bool singular() const { return (persons & person::third_plural) == 0; }
        [[nodiscard]] bool plural() const { return (persons & person::third_plural) != 0; }
    };
    /// The subject that ends at token i - 1, ne and clitics between them skipped; no verb stands between.
    [[nodiscard]] Waiting waiting_subject(std::size_t i) const;
    /// First token after i, in the same clause, that may be a finite verb, or npos: conjunctions, relatives and marks
    /// end the clause.
    [[nodiscard]] std::size_t verb_after(std::size_t i) const;
    /// The clause has a finite verb before token i, and nothing between them begins another: a second one is wrong.
    [[nodiscard]] bool second_verb(std::size_t i) const;
    /// An analysis of the lexicon, also one that the context has removed, is a finite verb of one of these persons.
    [[nodiscard]] bool could_be_finite(std::size_t i, std::uint8_t persons = 63) const;
    [[nodiscard]] bool could_be_participle(std::size_t i) const;
    [[nodiscard]] bool could_be_noun(std::size_t i) const;
    [[nodiscard]] bool lower_is(std::size_t i, std::initializer_list<std::string_view> forms) const {
        if (!here(i)) return false;
        for (const std::string_view form : forms) {
            if (text_.lower(i) == form) return true;
        }
        return false;
    }
    [[nodiscard]] bool noun_only(std::size_t i) const {
        return here(i) && !text_[i].unknown && text_.only(i, PartOfSpeech::noun);
    }

    Checker& checker_;
    const ReadText& text_;
    const Chunks& chunks_;
};

/// The token is to be checked: no check has reported it yet, and it is no initialism: SA, EST.
[[nodiscard]] inline bool is_open_to_checks(const Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const bool initials = text[i].capital && text.token(i).letter_case == language::LetterCase::all_capitals;
    return !initials && !checker.reported(i);
}

/// Runs the check at every token that is open to checks.
template <class Check>
void run_at_words(Checker& checker) {
    Check check(checker);
    for (std::size_t i = 0; i < checker.text().size(); ++i) {
        if (is_open_to_checks(checker, i)) check.run(i);
    }
}

/// The same for a check of closed words only.
template <class Check>
void run_at_closed_words(Checker& checker) {
    Check check(checker);
    for (const std::size_t i : checker.closed_words()) {
        if (is_open_to_checks(checker, i)) check.run(i);
    }
}

}  // namespace relis::grammar
