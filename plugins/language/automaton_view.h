// The lexicon's automaton, read in place: forms to numbers and back, and walking it for suggestions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon_format.h"

namespace relis::language {

class AutomatonView {
  public:
    using Arc = format::Arc;

    AutomatonView() = default;
    AutomatonView(std::span<const std::uint32_t> letters, std::span<const Arc> arcs, std::uint32_t root);

    /// The number of the form, or nothing.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view form) const;

    /// The form of a number. REQUIRES: number < count of forms.
    [[nodiscard]] std::string spell(std::uint32_t number) const;

    /// The code of a letter, 1 to 255, or 0 for a letter that no form has.
    [[nodiscard]] unsigned char code(char32_t letter) const;
    [[nodiscard]] char32_t letter(std::uint32_t code) const { return letters_[code - 1]; }
    [[nodiscard]] std::size_t letter_count() const { return letters_.size(); }

    [[nodiscard]] std::uint32_t root() const { return root_; }
    [[nodiscard]] const Arc& arc(std::uint32_t index) const { return arcs_[index]; }

  private:
    std::span<const std::uint32_t> letters_;
    std::span<const Arc> arcs_;
    std::uint32_t root_ = 0;
    std::array<unsigned char, 0x180> low_codes_{};  ///< codes of the letters below U+0180
    /// Where the first two letters lead. The states behind the first letter are the widest.
    struct Pair {
        std::uint32_t state = 0;
        std::uint32_t number = 0;  ///< forms before
        bool exists = false;
        bool final = false;
    };
    std::vector<Pair> pairs_;                     ///< by the codes of both letters
    std::array<std::uint32_t, 256> root_arcs_{};  ///< arc of each first letter, 0 for none
};

}  // namespace relis::language
