// What the checks of this library are called.
#include <array>

#include "language/checker.h"

namespace relis::language {

std::span<const RuleInfo> rules() {
    using enum FaultCategory;
    static constexpr std::array all{
        RuleInfo{"accent-on-capital", "Accent sur la majuscule", typography},
        RuleInfo{"adjective-before-vowel", "Bel, nouvel, vieil devant une voyelle", grammar},
        RuleInfo{"contraction", "De + le, à + le", grammar},
        RuleInfo{"demonstrative", "Cet devant une voyelle", grammar},
        RuleInfo{"double-space", "Une seule espace", typography},
        RuleInfo{"doubled-word", "Mot répété", grammar},
        RuleInfo{"elision", "Apostrophe devant une voyelle", grammar},
        RuleInfo{"foreign-passage", "Passage dans une autre langue", not_judged},
        RuleInfo{"ligature", "Lettres liées", typography},
        RuleInfo{"needless-elision", "Apostrophe de trop", grammar},
        RuleInfo{"other-spelling", "Orthographe classique ou de 1990", spelling},
        RuleInfo{"possessive", "Mon, ton, son devant une voyelle", grammar},
        RuleInfo{"sentence-capital", "Majuscule en début de phrase", typography},
        RuleInfo{"shorthand", "Abréviation de message texte", spelling},
        RuleInfo{"space-after-mark", "Espace après la ponctuation", typography},
        RuleInfo{"space-before-colon", "Espace devant le deux-points", typography},
        RuleInfo{"space-before-comma", "Pas d'espace devant la virgule", typography},
        RuleInfo{"space-before-mark", "Espace devant la ponctuation", typography},
        RuleInfo{"unknown-term", "Mot à vérifier", unknown_term},
        RuleInfo{"unknown-word", "Orthographe", spelling},
        RuleInfo{"unreadable-passage", "Passage illisible", not_judged},
    };
    return all;
}

}  // namespace relis::language
