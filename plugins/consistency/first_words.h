// What the first words of a comment answer by themselves: « non », « rien du tout », « malheureusement ».
#pragma once

#include <cstddef>
#include <optional>

#include "asked.h"
#include "box.h"
#include "word_set.h"

namespace relis::consistency {

/// Words that turn what is said: beside them it takes a person to say whether a *non* is contradicted.
inline constexpr auto turns =
    word_set("mais", "cependant", "toutefois", "pourtant", "sauf", "seulement", "uniquement", "presque", "peine",
             "finalement", "malgre", "sinon", "neanmoins", "revanche", "hormis", "excepte", "bemol", "quoique",
             "partie", "moitie", "trop", "pourrait", "aurait", "auraient", "serait", "devrait", "fini", "force",
             "insiste", "tard", "apres", "avant", "initiative", "juste", "que", "qu'");

/// Tokens [first, last).
struct Passage {
    std::size_t first = 0, last = 0;
};

/// The opening that answers the other of yes and no than `side`, where it does and nothing in its sentence turns it.
/// `of_fault`: yes means that something was amiss, so that « aucun… », « pas de… » deny it.
[[nodiscard]] std::optional<Passage> contrary_opening(const Box& box, Side side, bool of_fault);

/// Whether the comment opens with regret: « malheureusement », « hélas ».
[[nodiscard]] bool opens_with_regret(const comments::Comment& comment);

}  // namespace relis::consistency
