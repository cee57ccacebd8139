#include "automaton_view.h"

#include <algorithm>

#include "language/utf8.h"

namespace relis::language {

AutomatonView::AutomatonView(std::span<const std::uint32_t> letters, std::span<const Arc> arcs, std::uint32_t root)
    : letters_(letters), arcs_(arcs), root_(root) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i] < low_codes_.size()) low_codes_[letters[i]] = static_cast<unsigned char>(i + 1);
    }
    for (std::uint32_t i = root; i != 0; ++i) {
        root_arcs_[arcs_[i].label()] = i;
        if (arcs_[i].last()) break;
    }
    pairs_.resize((letters.size() + 1) * (letters.size() + 1));
    for (std::size_t first = 1; first <= letters.size(); ++first) {
        const std::uint32_t first_arc = root_arcs_[first];
        if (first_arc == 0 || arcs_[first_arc].target() == 0) continue;
        for (std::uint32_t i = arcs_[first_arc].target(); i < arcs_.size(); ++i) {
            const std::uint32_t number = arcs_[first_arc].skip + (arcs_[first_arc].final() ? 1U : 0U) + arcs_[i].skip;
            pairs_[first * (letters.size() + 1) + arcs_[i].label()] = {arcs_[i].target(), number, true,
                                                                       arcs_[i].final()};
            if (arcs_[i].last()) break;
        }
    }
}

unsigned char AutomatonView::code(char32_t letter) const {
    if (letter < low_codes_.size()) return low_codes_[letter];
    const auto found = std::lower_bound(letters_.begin(), letters_.end(), static_cast<std::uint32_t>(letter));
    if (found == letters_.end() || *found != letter) return 0;
    return static_cast<unsigned char>(found - letters_.begin() + 1);
}

std::optional<std::uint32_t> AutomatonView::find(std::string_view form) const {
    if (form.empty()) return std::nullopt;
    std::size_t i = 0;
    const unsigned char first = code(decode(form, i));
    if (first == 0 || root_arcs_[first] == 0) return std::nullopt;
    if (i == form.size()) {
        const Arc& arc = arcs_[root_arcs_[first]];
        return arc.final() ? std::optional(arc.skip) : std::nullopt;
    }
    const unsigned char second = code(decode(form, i));
    const Pair& pair = pairs_[first * (letters_.size() + 1) + second];
    if (second == 0 || !pair.exists) return std::nullopt;
    std::uint32_t number = pair.number;
    std::uint32_t state = pair.state;
    bool final = pair.final;
    while (i < form.size()) {
        const unsigned char label = code(decode(form, i));
        if (label == 0 || state == 0) return std::nullopt;
        if (final) ++number;
        std::uint32_t index = state;
        while (arcs_[index].label() < label && !arcs_[index].last()) ++index;
        if (arcs_[index].label() != label) return std::nullopt;
        number += arcs_[index].skip;
        final = arcs_[index].final();
        state = arcs_[index].target();
    }
    if (!final) return std::nullopt;
    return number;
}

std::string AutomatonView::spell(std::uint32_t number) const {
    std::string form;
    std::uint32_t state = root_;
    while (state != 0) {
        std::uint32_t index = state;
        while (!arcs_[index].last() && arcs_[index + 1].skip <= number) ++index;
        const Arc& arc = arcs_[index];
        append(form, letter(arc.label()));
        number -= arc.skip;
        if (arc.final()) {
            if (number == 0) return form;
            --number;
        }
        state = arc.target();
    }
    return form;
}

}  // namespace relis::language
