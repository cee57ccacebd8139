// What the shopper had to ask for.
#include <string_view>

#include "clauses.h"
#include "word_set.h"

namespace relis::consistency {

bool ReadComment::had_to_ask(std::size_t& first, std::size_t& last) const {
    const auto requests = [](std::string_view word) {
        for (const std::string_view start :
             {"cherch",  "demand",   "reclam",     "interpell", "appel",    "insist",   "relanc",
              "solicit", "sollicit", "quemand",    "aborder",   "aborde",   "redemand", "questionn",
              "enqu",    "inform",   "renseigner", "engager",   "interrog", "question"}) {
            if (word.starts_with(start)) return true;
        }
        return false;
    };
    for (std::size_t i = 0; i < size(); ++i) {
        const std::string_view at = word(i);
        if (clause_of(i).quoted || clause_of(i).hypothetical) continue;
        const bool must = at == "du" || at == "fallu" || at == "fallait" || at == "oblige" || at == "obligee" ||
                          at == "contraint" || at == "falu" || at == "devais";
        const bool emphatic = at == "c'" && i + 3 < size() && (word(i + 1) == "est" || word(i + 1) == "etait") &&
                              (word(i + 2) == "moi" || (word(i + 2) == "a" && word(i + 3) == "ma"));
        // « J'ai fini par l'appeler »
        const bool at_last = at == "fini" && i + 1 < size() && word(i + 1) == "par";
        const bool at_my_request =
            (at == "demande" || at == "insistance" || at == "initiative") && i > 1 && word(i - 1) == "ma";
        if (!must && !emphatic && !at_my_request && !at_last) continue;
        // « dû » stands after « j'ai »; as an article it does not.
        if (at == "du" &&
            (i == 0 || (word(i - 1) != "ai" && word(i - 1) != "jai" && word(i - 1) != "avons" && word(i - 1) != "a")))
            continue;
        if (denied(i)) continue;
        if (at_my_request) {
            if (i > 1 && is_any(word(i - 2), "a", "sur")) {
                first = i - 2;
                last = i + 1;
                return true;
            }
            continue;
        }
        bool own = at == "du" || emphatic || (at_last && clause_of(i).subject == Subject::shopper) || at == "devais" ||
                   at.starts_with("oblig") || at == "contraint";
        const std::uint32_t sentence = comment_.tokens()[i].sentence;
        for (std::size_t k = i + 1; k < size() && k < i + 9 && comment_.tokens()[k].sentence == sentence; ++k) {
            if (word(k) == "pas") break;
            own |= word(k) == "je" || word(k) == "j'" || word(k) == "me" || word(k) == "nous";
            if (emphatic && k > i + 3 &&
                (word(k).starts_with("approch") || word(k).starts_with("all") || word(k).starts_with("leve") ||
                 word(k).starts_with("salu") || word(k) == "bonjour" || word(k) == "bonsoir" ||
                 word(k).starts_with("touss") || word(k).starts_with("abord") || word(k).starts_with("trouv"))) {
                first = i;
                last = k + 1;
                return true;
            }
            const bool question = word(k).starts_with("pos") && k + 2 < size() &&
                                  (word(k + 1) == "question" || word(k + 2) == "question");
            if (own && (question || requests(word(k)))) {
                first = i > 0 && (at == "du" || at == "fallu") ? i - 1 : i;
                last = k + 1;
                return true;
            }
        }
    }
    return false;
}

}  // namespace relis::consistency
