// The participle after avoir, judged: its form, and its agreement with an object that stands before it or none.
#pragma once

#include <string>
#include <string_view>

#include "rules.h"
#include "verb_group.h"

namespace relis::grammar {

class AvoirRule {
  public:
    AvoirRule(Checker& checker, const VerbGroup& group)
        : checker_(checker), text_(checker.text()), chunks_(checker.chunks()), group_(group), i_(group.next) {}

    void run() {
        if (i_ == npos || checker_.reported(i_) || checker_.reported(group_.head) || text_[i_].unknown) return;
        if (is_form_of(text_, i_, lemma_class::etre) && (text_.tenses(i_) & tense::past_participle) != 0) return;
        if (wrong_form()) return;
        if (only_participle(text_, i_)) agreement_with_object();
    }

  private:
    bool wrong_form();
    void agreement_with_object();
    [[nodiscard]] bool noun_or_finite() const;
    [[nodiscard]] std::uint8_t gender_of_things() const;
    void report(AgreementSet wanted, const std::string& why, std::string_view rule);
    [[nodiscard]] bool infinitive_follows() const;
    [[nodiscard]] bool is_conjunction(std::size_t que) const;
    [[nodiscard]] bool question_before() const;
    [[nodiscard]] bool one_person_only() const;
    [[nodiscard]] bool question_beyond(std::size_t que) const;
    [[nodiscard]] std::size_t leading_group(std::size_t k) const;
    [[nodiscard]] bool sure_relative(std::size_t que) const;
    [[nodiscard]] AgreementSet wanted_of_clitics() const;

    Checker& checker_;
    const ReadText& text_;
    const Chunks& chunks_;
    const VerbGroup& group_;
    std::size_t i_;
};

}  // namespace relis::grammar
