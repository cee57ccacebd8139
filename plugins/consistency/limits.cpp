#include <optional>
#include <string_view>

#include "quantities.h"
#include "word_set.h"

namespace relis::consistency {

using comments::Comment;
using language::TokenKind;

std::optional<Limit> limit_of(const Comment& label) {
    for (const Quantity& quantity : quantities_of(label)) {
        if (quantity.unit == Unit::money) continue;
        std::optional<bool> at_most;
        for (std::size_t back = 1; back <= 4 && back <= quantity.first; ++back) {
            const std::string_view word = label.folded(quantity.first - back);
            const std::string_view before =
                quantity.first > back ? label.folded(quantity.first - back - 1) : std::string_view{};
            if (word == "moins") at_most = before != "au";
            if (word == "plus") at_most = before == "au";
            if (word == "dela" || word.starts_with("depass") || word.starts_with("exced") || word == "minimum")
                at_most = false;
            if ((word == "dans" || word == "en" || word == "sous" || word == "avant" || word == "maximum" ||
                 word == "interieur") &&
                !at_most)
                at_most = true;
        }
        if (quantity.unit == Unit::count && !at_most) {
            // « Vous a-t-on posé deux questions ? » asks for two at least; « le 2e étage » asks for none.
            if (quantity.value < 2 || label.tokens()[quantity.first].kind == TokenKind::ordinal) continue;
            at_most = false;
        }
        if (!at_most) continue;
        return Limit{quantity, *at_most};
    }
    // « dans la minute », « dans l'heure »
    for (std::size_t i = 2; i < label.tokens().size(); ++i) {
        if (label.folded(i) == "minute" && label.folded(i - 1) == "la" && label.folded(i - 2) == "dans") {
            return Limit{{Unit::seconds, 60, false, {}, i - 1, i + 1}, true};
        }
    }
    return std::nullopt;
}

bool has_limit(const Comment& label) {
    return limit_of(label).has_value();
}

}  // namespace relis::consistency
