// Forms of the lexicon that are heard like a written one: accueille and accueil, défit and défi, fini and finit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"

namespace relis::grammar {

/// One form that sounds like the written one.
struct SoundAlike {
    std::string form;
    language::FormId id = 0;
    bool common = false;  ///< of the everyday vocabulary
};

/// The forms that are heard like `form` (lower case) and differ from it in their silent ending, a doubled consonant at
/// its end, or a circumflex: what a writer mistakes when he takes one part of speech for another. Words that differ in
/// their middle (compte, conte) are not looked for. Nearest first, everyday words before others.
/// Costs some ten microseconds: ask only where the sentence has no other reading.
[[nodiscard]] std::vector<SoundAlike> sound_alikes(const language::Lexicon& lexicon, std::string_view form);

/// How the end of a form is heard: equal for désir and désire, défi and défit, appel and appelle; not for petit and
/// petite, maintien and maintienne. `plural_verb` reads the ending -ent as that of ils désirent.
[[nodiscard]] std::string heard(std::string_view form, bool plural_verb = false);

}  // namespace relis::grammar
