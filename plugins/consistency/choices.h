// A choice among several kinds (how it was paid, where somebody stood) beside a comment that tells another of them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "box.h"
#include "clauses.h"
#include "pairs.h"

namespace relis::consistency {

/// The groups of files/kinds.txt, read once. Immutable; safe to use from several threads.
class Kinds {
  public:
    Kinds();

    /// `other-choice`: the comment tells another choice and not the one chosen. Only where the choices are kinds of one
    /// thing that the groups tell apart. Gives whether it found one.
    bool find(const Box& box, const ReadComment& read, std::vector<Finding>& findings) const;

    /// As find(), for how it was paid: « j'ai payé comptant » in another box beside « Carte ».
    void find_payment(const std::vector<GivenAnswer>& answers, const std::vector<ReadBox>& boxes,
                      std::vector<Finding>& findings) const;

  private:
    struct Word {
        std::vector<std::string> parts;
        std::size_t group = 0;
    };
    [[nodiscard]] std::vector<std::size_t> groups_in(const comments::Comment& text) const;
    [[nodiscard]] bool stands_at(const Word& word, const comments::Comment& text, std::size_t i) const;
    std::vector<Word> words_;
};

/// `other-choice`: the shopper tells that he did what the label of another choice says by its verb (« Réservée en
/// ligne », « Réservée par téléphone »), and the label of the one chosen does not.
void find_told_choices(const std::vector<GivenAnswer>& answers, const std::vector<ReadBox>& boxes,
                       std::vector<Finding>& findings);

}  // namespace relis::consistency
