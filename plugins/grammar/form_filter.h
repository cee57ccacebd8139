// Rules out words that a check does not name, without comparing letters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "grammar/reading.h"

namespace relis::grammar {

/// The forms of a list, of which a word may be one. Says yes to every form of the list and to a few others.
class FormFilter {
  public:
    /// REQUIRES: a range of what `form_of` turns into a form.
    template <class List, class FormOf>
    constexpr FormFilter(const List& list, FormOf form_of) {
        for (const auto& entry : list) {
            const std::uint16_t number = fingerprint(form_of(entry));
            bits_[number / 64] |= std::uint64_t{1} << number % 64U;
        }
    }

    [[nodiscard]] constexpr bool may_be(const Word& word) const {
        return (bits_[word.fingerprint / 64] >> word.fingerprint % 64U & 1U) != 0;
    }

  private:
    std::array<std::uint64_t, fingerprints / 64> bits_{};
};

}  // namespace relis::grammar
