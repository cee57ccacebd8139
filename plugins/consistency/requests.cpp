// What the shopper had to ask for, or did first.
#include <optional>
#include <string_view>

#include "clauses.h"
#include "evidence.h"
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
                 word(k).starts_with("touss") || word(k).starts_with("parl") || word(k) == "dit" ||
                 word(k).starts_with("commenc") || word(k).starts_with("entam") || word(k).starts_with("abord") ||
                 word(k).starts_with("trouv"))) {
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

bool Weigher::is_the_shopper(std::size_t i) const {
    return i + 3 < size() && word(i) == "c'" && is_any(word(i + 1), "est", "etait", "etais") && word(i + 2) == "moi" &&
           word(i + 3) == "qui" && !read_.clause_of(i).quoted && !read_.denied(i + 2);
}

std::optional<std::size_t> Weigher::speaks_first() const {
    for (std::size_t i = 0; i + 1 < size(); ++i) {
        if (is_the_shopper(i)) return i;
        const bool first = is_any(word(i), "le", "la", "en") && is_any(word(i + 1), "premier", "premiere") &&
                           (i + 2 >= size() || !read_.sense(i + 2).noun);
        const Clause& clause = read_.clause_of(i);
        if (first && clause.subject == Subject::shopper && !clause.quoted && !clause.hypothetical && !read_.denied(i))
            return i;
    }
    return std::nullopt;
}

bool Weigher::puts_question(std::size_t i) const {
    if (!is_any(word(i), "dit", "dire", "lance", "glisse", "fait")) return false;
    constexpr std::size_t nearest = 3, longest = 30;
    bool opened = false;
    for (std::size_t k = i + 1; k < size() && k <= i + longest; ++k) {
        opened |= read_.clause_of(k).quoted;
        if (!opened && k > i + nearest) return false;
        if (!opened) continue;
        if (word(k) == "?") return true;
        if (is_any(word(k), "»", "\"", "”")) return false;
    }
    return false;
}

std::optional<std::size_t> Weigher::shopper_asked() const {
    for (std::size_t i = 0; i + 1 < size(); ++i) {
        if (is_the_shopper(i)) return i;
        const bool asks = word(i).starts_with("demand") || (word(i).starts_with("pos") && word(i + 1) == "la") ||
                          word(i).starts_with("interpel") || word(i).starts_with("sollicit") ||
                          word(i).starts_with("chercher") || word(i).starts_with("abord") ||
                          word(i).starts_with("appel") || word(i).starts_with("hel") || word(i).starts_with("sonn") ||
                          word(i).starts_with("signal");
        if ((asks || puts_question(i)) && is_own_doing(i) && !read_.denied(i)) return i;
    }
    return std::nullopt;
}

}  // namespace relis::consistency
