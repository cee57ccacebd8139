// What was left undone or unsaid, whatever it was that the question asks.
#include <algorithm>
#include <string_view>

#include "evidence.h"
#include "word_set.h"

namespace relis::consistency {

namespace {

constexpr auto speech = word_set("question", "questions", "mot", "rien", "parle", "parler", "dit", "mentionne",
                                 "souffle", "evoque", "aborde", "explique", "allusion", "precise");

bool leaves_undone(std::string_view word) {
    for (const std::string_view start : {"oubli", "omis", "omet", "neglig", "saute", "refus", "esquiv", "escamot"}) {
        if (word.starts_with(start)) return true;
    }
    return false;
}

std::string_view stem_of(std::string_view noun) {
    while (noun.size() > 3 && (noun.back() == 's' || noun.back() == 'x' || noun.back() == 'e')) noun.remove_suffix(1);
    return noun;
}

}  // namespace

bool Weigher::is_named(const Aspect& aspect, std::size_t i) const {
    return word(i).size() >= 4 && std::any_of(aspect.nouns.begin(), aspect.nouns.end(), [&](const std::string& noun) {
               return noun.size() >= 4 && stem_of(noun) == stem_of(word(i));
           });
}

void Weigher::weigh_omissions(const Aspect& aspect, const Asked& asked, Evidence& evidence) const {
    if (asked.of_shopper) return;
    for (std::size_t i = 0; i < size(); ++i) {
        const Clause& clause = read_.clause_of(i);
        if (clause.quoted || clause.hypothetical || clause.limited || !is_read(i)) continue;
        // « Il a complètement oublié les points »
        if (leaves_undone(word(i)) && read_.sense(i).verb && !read_.denied(i) && !is_own_doing(i)) {
            for (std::size_t k = i + 1; k < clause.last && k <= i + 4; ++k) {
                if (!is_named(aspect, k)) continue;
                evidence.oppose(2, i, k + 1);
                break;
            }
        }
        // « On ne m'a posé aucune question là-dessus », « pas un mot à ce sujet »
        const bool of_it = is_any(word(i), "la-dessus") ||
                           (is_any(word(i), "sujet", "propos") && i > 1 && is_any(word(i - 1), "ce", "leur", "son"));
        if (of_it && clause.subject != Subject::shopper) {
            for (std::size_t k = clause.first; k < i; ++k) {
                if (!read_.denied(k) || !listed(speech, word(k))) continue;
                evidence.oppose(2, read_.denial_start(k), i + 1);
                break;
            }
        }
    }
}

void Weigher::weigh_restriction(Evidence& evidence) const {
    if (read_.clauses().empty()) return;
    for (const Clause& clause : read_.clauses()) {
        if (clause.sentence > 0 || clause.quoted || clause.hypothetical || clause.subject == Subject::shopper) continue;
        for (std::size_t i = clause.first; i + 1 < clause.last; ++i) {
            // « Il m'a juste dit le total », « en disant seulement », « s'est contentée de tendre le billet »
            const bool only = is_any(word(i), "juste", "seulement", "uniquement", "simplement") && !read_.denied(i) &&
                              ((i > clause.first && read_.sense(i - 1).verb) || read_.sense(i + 1).verb);
            const bool content = word(i).starts_with("content") && is_any(word(i + 1), "de", "d'") && !read_.denied(i);
            if ((!only && !content) || is_own_doing(i)) continue;
            evidence.oppose(2, clause.first, std::min(clause.last, i + 3));
            return;
        }
    }
}

}  // namespace relis::consistency
