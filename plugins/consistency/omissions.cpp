// What was left undone or unsaid, whatever it was that the question asks; and what was put right or only reported.
#include <algorithm>
#include <array>
#include <string_view>

#include "evidence.h"
#include "word_set.h"

namespace relis::consistency {

namespace {

constexpr auto speech = word_set("question", "questions", "mot", "rien", "parle", "parler", "dit", "mentionne",
                                 "souffle", "evoque", "aborde", "explique", "allusion", "precise");

// Nobody there is no complaint.
constexpr std::array<std::string_view, 9> nobody_elsewhere{"derriere", "devant",  "file",  "avant", "autre",
                                                           "autour",   "attente", "queue", "sol"};

bool leaves_undone(std::string_view word) {
    for (const std::string_view start : {"oubli", "omis", "omet", "neglig", "saute", "refus", "esquiv", "escamot"}) {
        if (word.starts_with(start)) return true;
    }
    return false;
}

/// What nobody should do to a shopper.
bool harms(std::string_view word) {
    for (const std::string_view start : {"derang", "bouscul", "press", "pouss", "forc", "interromp", "importun", "vol",
                                         "gen", "ennuy", "suiv", "harcel", "insist", "devanc", "doubl", "coup"}) {
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

void Weigher::weigh_lateness(Evidence& evidence) const {
    constexpr std::uint32_t sentences = 2;
    for (std::size_t i = 2; i + 1 < size(); ++i) {
        const Clause& clause = read_.clause_of(i);
        if (clause.sentence >= sentences) return;
        const bool leisure =
            is_any(word(i), "temps", "loisir") && is_any(word(i - 1), "le", "tout") && is_any(word(i + 1), "de", "d'");
        if (!leisure || clause.quoted || clause.hypothetical || clause.subject != Subject::shopper) continue;
        // « Je n'ai pas eu le temps de m'asseoir qu'un serveur arrivait »
        if (holds(clause, std::array<std::string_view, 2>{"pas", "jamais"})) continue;
        evidence.oppose(2, clause.first, i + 1);
        return;
    }
}

void Weigher::weigh_self_help(Evidence& evidence) const {
    for (std::size_t i = 0; i < size(); ++i) {
        const Clause& clause = read_.clause_of(i);
        if (clause.quoted || clause.hypothetical || read_.denied(i)) continue;
        const bool alone =
            (word(i) == "seul" || word(i) == "seule") && i > 0 && (word(i - 1) == "tout" || word(i - 1) == "toute");
        const bool after_act =
            (word(i) == "seul" || word(i) == "seule") && i > clause.first && clause.subject == Subject::shopper &&
            (read_.sense(i - 1).participle || read_.sense(i - 1).noun) && !read_.sense(i - 1).adjective;
        if (!alone && !after_act && word(i) != "moi-meme") continue;
        bool shopper = clause.subject == Subject::shopper;
        for (std::size_t k = clause.first; k < i; ++k)
            shopper |= word(k) == "on" || word(k) == "j'" || word(k) == "jai";
        if (shopper) evidence.oppose(2, clause.first, i + 1);
    }
}

void Weigher::weigh_silence(const Asked& asked, Evidence& evidence) const {
    if (asked.of_shopper) return;
    weigh_self_help(evidence);
    for (std::size_t i = 0; i < size(); ++i) {
        const Clause& clause = read_.clause_of(i);
        std::size_t last = i + 1;
        if (read_.sense(i).words[0] == 0 || clause.sentence > 2 || clause.quoted || clause.hypothetical ||
            clause.limited)
            continue;
        if (cue_at(silence_, i, last) == nullptr || read_.denied(i)) continue;
        evidence.oppose(2, clause.first, last);
        break;
    }
    // « J'ai toussé : rien. », « la porte a tinté, et puis rien »
    for (std::size_t i = 2; i + 1 < size() && read_.clause_of(i).sentence < 2; ++i) {
        const bool alone = word(i) == "rien" && is_any(word(i - 1), ":", "puis", "…", "...") &&
                           is_any(word(i + 1), ".", "!", "…", "...");
        if (alone && !read_.clause_of(i).quoted) evidence.oppose(2, read_.clause_of(i).first, i + 1);
    }
    for (std::size_t index = 0; index < read_.clauses().size(); ++index) {
        const Clause& clause = read_.clauses()[index];
        if (clause.sentence > 1) return;  // what opens the comment answers; what follows may be of other things
        if (clause.quoted || clause.hypothetical || clause.limited) continue;
        for (std::size_t i = clause.first; i < clause.last; ++i) {
            if (!read_.denied(i)) continue;
            const std::string_view at = word(i);
            std::size_t end = i + 1;
            const bool approach = read_.sense(i).verb && cue_at(attention_, i, end) != nullptr;
            // « Une cliente attendait et personne ne l'a saluée »
            const bool of_another = index > 0 && read_.clauses()[index - 1].hypothetical &&
                                    read_.clauses()[index - 1].sentence == clause.sentence &&
                                    holds(clause, std::array<std::string_view, 4>{"l'", "les", "lui", "leur"});
            if (of_another) continue;
            const bool nobody = (approach || (!clause.has_verb && !holds(clause, nobody_elsewhere))) &&
                                clause.subject == Subject::nobody;
            // « Personne m'a donné de temps »: whatever was done to the shopper, nobody did it
            const bool to_nobody = read_.sense(i).participle && clause.sentence == 0 &&
                                   clause.subject == Subject::nobody && !harms(at) &&
                                   holds(clause, std::array<std::string_view, 4>{"m'", "ma", "nous", "me"});
            // « Il n'a pas bougé », « je n'ai rien eu »
            const bool still = at == "bouge" && !is_own_doing(i);
            const bool deserted = at == "personne" && i > clause.first && word(i - 1).starts_with("av") &&
                                  i + 1 < size() && word(i + 1) != "d'" && word(i + 1) != "de" &&
                                  word(i - 2 < size() ? i - 2 : 0) != "n'" && !holds(clause, nobody_elsewhere);
            const bool got_nothing = (at == "eu" || at == "recu") && i > 0 && word(i - 1) == "rien";
            const bool mute = (asked.traits & trait::speech) != 0 && at == "mot" && i > clause.first &&
                              (word(i - 1) == "un" || word(i - 1) == "aucun");
            const bool said_nothing =
                (asked.traits & trait::speech) != 0 && at == "dit" &&
                (i + 1 >= clause.last || read_.sense(i + 1).words[0] == 0) &&
                word(read_.denial_start(i)).starts_with("n") && i > 0 && word(i - 1) == "rien" && !is_own_doing(i) &&
                (i + 1 >= size() ||
                 (word(i + 1) != "de" && word(i + 1) != "d'" && word(i + 1) != "avant" && word(i + 1) != "a"));
            if (!nobody && !to_nobody && !mute && !said_nothing && !still && !got_nothing && !deserted) continue;
            if ((nobody || deserted) && somebody_comes(index)) {
                evidence.doubt(read_.denial_start(i), i + 1);
                return;
            }
            evidence.oppose(2, read_.denial_start(i), i + 1);
            break;
        }
    }
}

bool Weigher::somebody_comes(std::size_t clause) const {
    for (std::size_t index = clause + 1; index < read_.clauses().size(); ++index) {
        const Clause& later = read_.clauses()[index];
        if (later.quoted || later.hypothetical || later.subject == Subject::nobody) continue;
        for (std::size_t i = later.first; i < later.last; ++i) {
            std::size_t last = i + 1;
            if (!read_.sense(i).verb || read_.denied(i)) continue;
            // « J'ai attendu et un agent est arrivé »: the noun before the verb comes
            const bool of_noun =
                i > later.first + 1 && is_any(word(i - 1), "est", "sont", "a", "ont", "m'a") && read_.sense(i - 2).noun;
            if (!of_noun && is_own_doing(i)) continue;
            const Cue* const cue = cue_at(approach_, i, last);
            if (cue != nullptr && cue->agreeing) return true;
        }
    }
    return false;
}

bool Weigher::is_mended() const {
    for (std::size_t i = 0; i < size(); ++i) {
        for (const std::string_view start : {"recommenc", "refai", "rempla", "repar", "echang"}) {
            if (word(i).starts_with(start) && read_.sense(i).verb && !read_.denied(i) && !is_own_doing(i)) return true;
        }
    }
    return false;
}

bool Weigher::is_reported(std::size_t i) const {
    const std::size_t index = read_.clause_index(i);
    if (index == 0 || !is_any(word(read_.clauses()[index].first), "que", "qu'")) return false;
    const Clause& before = read_.clauses()[index - 1];
    const bool says = before.subject == Subject::other && [&] {
        for (std::size_t k = before.first; k < before.last; ++k) {
            for (const std::string_view start : {"dit", "affirm", "assur", "annonc", "pretend", "repond", "preven"}) {
                if (word(k).starts_with(start)) return true;
            }
        }
        return false;
    }();
    if (!says) return false;
    for (std::size_t k = index + 1; k < read_.clauses().size(); ++k) {
        const Clause& after = read_.clauses()[k];
        if (after.sentence > before.sentence && after.has_verb && !read_.denied(after.last - 1)) return true;
    }
    return false;
}

}  // namespace relis::consistency
