// Removes the analyses that context rules out, in the manner of constraint grammar: by rules over neighbours, never
// the last analysis of a word, and only where no correct French sentence could mean the analysis removed.
#pragma once

#include <cstddef>

#include "grammar/reading.h"

namespace relis::grammar {

class ContextRules {
  public:
    explicit ContextRules(ReadText& text) : text_(text) {}
    void run();

  private:
    template <class Predicate>
    void keep(std::size_t i, Predicate wanted);
    template <class Predicate>
    void drop(std::size_t i, Predicate unwanted);

    [[nodiscard]] bool linked(std::size_t i, std::size_t next) const;
    void expect_verb(std::size_t i, bool finite_only);
    void expect_nominal(std::size_t i);
    void decide_article(std::size_t i);
    void decide_ce(std::size_t i);
    void decide_en(std::size_t i);
    void after_subject_pronoun(std::size_t i);
    void after_preposition(std::size_t i);
    void after_auxiliary(std::size_t i);
    void before_enclitic(std::size_t i);
    void after_determiner(std::size_t i);
    void apply(std::size_t i);

    ReadText& text_;
};

}  // namespace relis::grammar
