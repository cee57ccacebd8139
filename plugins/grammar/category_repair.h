// Words of the wrong part of speech: where the sentence demands a noun, a verb or a participle and the written form has
// no such reading, but a form that is heard like it has.
#pragma once

#include <string>
#include <vector>

#include "homophones.h"
#include "sound_alike.h"

namespace relis::grammar {

/// What the checks of this kind share: the forms that would fit.
class CategoryRepair : public Homophones {
  public:
    using Homophones::Homophones;

  protected:
    /// Nouns heard like token i that agree with the set, best first.
    [[nodiscard]] std::vector<std::string> nouns(std::size_t i, AgreementSet wanted) const;
    /// Adjectives and participles heard like token i that agree with the set, the everyday ones first.
    [[nodiscard]] std::vector<std::string> qualifiers(std::size_t i, AgreementSet wanted) const;
    /// Finite forms heard like token i for one of the persons, the present first.
    [[nodiscard]] std::vector<std::string> verbs(std::size_t i, std::uint8_t persons) const;
    [[nodiscard]] std::vector<std::string> adverbs(std::size_t i) const;

    /// A word of the open classes in small letters that the lexicon knows, as yet without a fault.
    [[nodiscard]] bool open_word(std::size_t i) const;
    /// All analyses of the lexicon, also those that the context has removed, are finite or imperative.
    [[nodiscard]] bool is_finite_only(std::size_t i) const;
    /// No analysis of the lexicon is a finite verb, an imperative or an infinitive.
    [[nodiscard]] bool is_never_verb(std::size_t i) const;
    /// A determiner that is nothing else, or le, la, les, l' after a word that no clitic follows.
    [[nodiscard]] bool sure_determiner(std::size_t i) const;

    void repair(std::string_view rule, std::size_t i, std::string_view demanded, std::vector<std::string> suggestions);

  private:
    template <class Predicate>
    [[nodiscard]] std::vector<std::string> alike(std::size_t i, Predicate wanted) const;
};

}  // namespace relis::grammar
