// What the homophones that their neighbours decide share: the copula before, possessives, negation.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "form_filter.h"
#include "homophones.h"

namespace relis::grammar {

/// What to check where a form stands.
template <class Check>
struct CheckOfForm {
    std::string_view form;
    void (Check::*check)(std::size_t);
};

/// Checks found by the form of a word.
template <class Check, std::size_t count>
class ChecksByForm {
  public:
    /// REQUIRES: entries in the order of their forms' bytes.
    constexpr explicit ChecksByForm(const std::array<CheckOfForm<Check>, count>& entries)
        : entries_(entries), filter_(entries, [](const CheckOfForm<Check>& entry) { return entry.form; }) {}

    /// The entry of the word's form, or null.
    [[nodiscard]] const CheckOfForm<Check>* find(const Word& word) const {
        if (!filter_.may_be(word)) return nullptr;
        const auto found =
            std::lower_bound(entries_.begin(), entries_.end(), word.lower,
                             [](const CheckOfForm<Check>& entry, std::string_view form) { return entry.form < form; });
        return found != entries_.end() && found->form == word.lower ? &*found : nullptr;
    }

  private:
    std::array<CheckOfForm<Check>, count> entries_;
    FormFilter filter_;
};

class NeighbourHomophones : public Homophones {
  public:
    using Homophones::Homophones;

  protected:
    [[nodiscard]] bool form_of(std::size_t i, std::uint32_t classes) const {
        return i != npos && here(i) && is_form_of(text_, i, classes);
    }
    /// The token before i, adverbs skipped.
    [[nodiscard]] std::size_t before_adverbs(std::size_t i) const {
        std::size_t p = before(i);
        for (int steps = 0; steps < 3 && p != npos && is_inner_adverb(text_, p); ++steps) p = before(p);
        return p;
    }
    [[nodiscard]] bool possessive_or_article(std::size_t i) const {
        return i != npos &&
               text_.is_any(
                   i, {word("le"),    word("la"),   word("les"), word("du"),  word("des"), word("au"),  word("aux"),
                       word("un"),    word("une"),  word("ce"),  word("mon"), word("ton"), word("son"), word("notre"),
                       word("votre"), word("leur"), word("ma"),  word("ta"),  word("sa"),  word("ces"), word("cette")});
    }
    [[nodiscard]] bool determiner_next(std::size_t i) const {
        return here(i + 1) &&
               text_.is_any(i + 1, {word("le"),    word("la"),  word("les"),   word("l'"),  word("un"),   word("une"),
                                    word("mon"),   word("ma"),  word("mes"),   word("son"), word("sa"),   word("ses"),
                                    word("notre"), word("nos"), word("votre"), word("vos"), word("leur"), word("leurs"),
                                    word("ce"),    word("cet"), word("cette"), word("ces"), word("des")});
    }
    [[nodiscard]] bool negated(std::size_t i) const {
        for (std::size_t k = i; k > 0 && k + 6 > i && same_sentence(text_, k - 1, i); --k) {
            if (is_ne(text_, k - 1)) return true;
            if (text_[k - 1].boundary != Boundary::none) return false;
        }
        return false;
    }
    /// The form (masculine, feminine, plurals) that agrees with the subject of the copula.
    [[nodiscard]] std::string_view inflected_for(std::size_t etre_token, std::array<std::string_view, 4> forms) const;
};

}  // namespace relis::grammar
