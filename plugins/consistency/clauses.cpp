#include "clauses.h"

#include <algorithm>
#include <array>

#include "clause_words.h"
#include "word_set.h"

namespace relis::consistency {

using comments::Comment;
using language::TokenKind;
namespace cw = clause_word;

namespace {

constexpr auto quote_openers = word_set("«", "“", "\"");

}  // namespace

ReadComment::ReadComment(const Comment& comment, const CueWords& words, CueWords::Forms& forms)
    : comment_(comment), clause_of_(comment.tokens().size()), denials_(comment.tokens().size()) {
    const std::size_t count = comment.tokens().size();
    senses_.reserve(count);
    denial_start_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        senses_.push_back(words.sense(comment, i, forms));
        denial_start_.push_back(i);
    }
    cut();
    for (Clause& clause : clauses_) describe(clause);
    carry_other_days();
    for (std::size_t i = 0; i < clauses_.size(); ++i) deny(i);
}

void ReadComment::cut() {
    const auto& tokens = comment_.tokens();
    bool quoted = false;
    for (const language::Sentence& sentence : comment_.sentences()) {
        std::size_t begin = sentence.first_token;
        bool verb = false, verb_form = false;
        const auto close = [&](std::size_t end) {
            if (end <= begin) return;
            for (std::size_t i = begin; i < end; ++i) clause_of_[i] = static_cast<std::uint32_t>(clauses_.size());
            clauses_.push_back({.first = begin, .last = end, .sentence = tokens[begin].sentence, .quoted = quoted});
            begin = end;
            verb = verb_form = false;
        };
        for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
            const std::string_view word = comment_.folded(i);
            if (tokens[i].kind == TokenKind::punctuation || tokens[i].kind == TokenKind::symbol) {
                if (word == "»" || word == "”" || (word == "\"" && quoted)) {
                    close(i + 1);
                    quoted = false;
                } else if (listed(quote_openers, word)) {
                    close(i);
                    quoted = true;
                } else if (word != "-" && word != "/") {
                    close(i + 1);
                }
                continue;
            }
            if (i == begin) {
                verb |= senses_[i].finite;
                continue;
            }
            const std::string_view next = i + 1 < sentence.last_token ? comment_.folded(i + 1) : std::string_view{};
            bool opens = false;
            if (!is(i, cw::conjunction | cw::subject_pronoun | cw::joins)) {
                // Nearly every word opens nothing
            } else if (is(i, cw::conjunction)) {
                // « bien que », « même si » open a clause; « bien » and « même » alone do not.
                const bool adverb = word == "bien" || word == "meme";
                opens = !adverb || (word == "bien" && (next == "que" || next == "qu'")) ||
                        (word == "meme" && (next == "si" || next == "s'"));
            } else if (word == "et" && i + 1 < sentence.last_token) {
                opens = is(i + 1, cw::subject_pronoun) || senses_[i + 1].finite ||
                        is_any(next, "n'", "ne", "m'", "me", "s'", "se", "nous", "lui", "personne", "aucun", "aucune",
                               "sans", "ca", "c'");
            } else if ((word == "que" || word == "qu'") && verb) {
                opens = (!next.empty() && is(i + 1, cw::subject_pronoun)) || next == "la" || next == "le" ||
                        next == "les" || next == "tout" || next == "l'";
            } else if ((word == "qui" && verb) || (word == "pour" && (next == "que" || next == "qu'"))) {
                opens = true;
            } else if (is(i, cw::subject_pronoun) && !is(i - 1, cw::linking) && word != "y") {
                // « Personne ma rien demander jai fait mes affaires »: also after a verb misspelt
                opens = verb || (verb_form && is_any(word, "je", "j'", "jai"));
            }
            if (opens) close(i);
            verb_form |= senses_[i].verb && !senses_[i].noun;
            verb |= senses_[i].finite && !(senses_[i].noun && !senses_[i].verb);
        }
        close(sentence.last_token);
    }
}

void ReadComment::describe(Clause& clause) {
    const auto& tokens = comment_.tokens();
    bool said_never = false, from_start_to_end = false;
    for (std::size_t i = clause.first; i < clause.last; ++i) {
        const std::string_view word = comment_.folded(i);
        const std::string_view next = i + 1 < clause.last ? comment_.folded(i + 1) : std::string_view{};
        const CueWords::Sense& sense = senses_[i];
        // « Je ne comprenais pas pourquoi »: how it was before
        clause.limited |= is(i, cw::of_mind) && sense.verb;
        clause.has_verb |= sense.finite || (sense.participle && !sense.adjective) || sense.infinitive;
        clause.hypothetical |= (sense.finite && sense.conditional) || (is(i, cw::other_day) && word != "derniere");
        // « Du premier au dernier article » limits nothing.
        clause.limited |= is(i, cw::softener);
        if (is(i, cw::selection)) {
            clause.limited |= !(word.starts_with("premier") && next.starts_with("a") && i > clause.first &&
                                is_any(comment_.folded(i - 1), "du", "de", "la"));
        }
        if (is(i, cw::other_time)) {
            // « Du début à la fin » limits nothing.
            if (word == "fin" && i > clause.first + 2 && comment_.folded(i - 1) == "la") from_start_to_end = true;
            clause.other_day |= !is_any(word, "fin", "fois");
            said_never |= word == "fois" && i > clause.first &&
                          is_any(comment_.folded(i - 1), "derniere", "autre", "premiere", "prochaine");
        }
        if (tokens[i].kind == TokenKind::enclitic) continue;
        if (clause.subject != Subject::unknown) continue;
        if (!is(i, cw::subject)) {
            if (sense.noun && !sense.verb) clause.subject = Subject::other;
        } else if (word == "je" || word == "j'" || word == "jai" || word == "jsuis" || word == "j" || word == "chu" ||
                   (word == "nous" && i + 1 < clause.last && next.ends_with("ons"))) {
            clause.subject = Subject::shopper;
        } else if (word == "ni" && next == "l'" && i + 2 < clause.last && comment_.folded(i + 2).starts_with("un")) {
            clause.subject = Subject::nobody;  // « ni l'un ni l'autre »
        } else if (word == "personne" || word == "aucun" || word == "aucune" || word == "nul") {
            const bool noun = i > clause.first && is_any(comment_.folded(i - 1), "la", "une", "cette", "autre", "seule",
                                                         "chaque", "de", "premiere", "jeune", "meme");
            clause.subject = noun || word != "personne" ? Subject::other : Subject::nobody;
            // « Aucun des deux ne m'a regardé », « aucune n'est venue »
            if (word != "personne" && is_any(next, "des", "d'", "de", "n'", "ne", "m'", "me"))
                clause.subject = Subject::nobody;
            if (word != "personne" && i + 1 < clause.last &&
                is_any(next, "employe", "employee", "vendeur", "vendeuse", "caissier", "caissiere", "commis", "serveur",
                       "serveuse", "conseiller", "conseillere", "agent", "prepose", "preposee", "membre", "d'")) {
                clause.subject = Subject::nobody;
            }
        } else if (word == "il" || word == "elle" || word == "on" || word == "ils" || word == "elles" ||
                   word == "qui" || (word == "y" && i == clause.first) || (sense.noun && !sense.verb)) {
            clause.subject = Subject::other;
        }
    }
    clause.hypothetical |= said_never;
    clause.other_day |= said_never;
    if (from_start_to_end) clause.limited = false;
    // « À part ça, il ne manquait rien »
    const ClauseMarks all = marks_of(clause);
    for (std::size_t i = clause.first; (all & cw::part) != 0 && i + 2 < clause.last; ++i) {
        clause.limited |= comment_.folded(i) == "a" && comment_.folded(i + 1) == "part";
    }
    // « Seul le carton des brioches manquait », « Pour l'alcool, elle n'a rien dit »
    const std::string_view opening = comment_.folded(clause.first);
    clause.limited |= opening == "seul" || opening == "seule" || opening == "seuls" || opening == "seules";
    if (opening == "pour" && clause.first + 1 < clause.last &&
        (comment_.folded(clause.first + 1) == "que" || comment_.folded(clause.first + 1) == "qu'")) {
        clause.hypothetical = true;  // wished, not told
    }
    clause.limited |= opening == "pour" && clause.first == comment_.sentences()[clause.sentence].first_token;
    describe_days(clause, all);
    describe_others(clause, all);
}

ClauseMarks ReadComment::marks_of(const Clause& clause) const {
    ClauseMarks all = 0;
    for (std::size_t i = clause.first; i < clause.last; ++i) all |= senses_[i].marks;
    return all;
}

void ReadComment::describe_days(Clause& clause, ClauseMarks all) {
    for (std::size_t i = clause.first + 1; (all & (cw::month | cw::of_past | cw::span_of_time)) != 0 && i < clause.last;
         ++i) {
        const std::string_view before = comment_.folded(i - 1);
        // « À ma visite de mars », « la semaine passée »
        clause.other_day |= is(i, cw::month) && is_any(before, "de", "d'", "en", "avec", "depuis");
        clause.other_day |= is(i, cw::of_past) && is(i - 1, cw::span_of_time);
        clause.other_day |= is(i, cw::span_of_time) && is_any(before, "derniere", "precedente", "autre", "precedent",
                                                              "dernier", "prochaine", "prochain");
    }
    clause.hypothetical |= clause.other_day;
}

void ReadComment::describe_others(Clause& clause, ClauseMarks all) {
    // « Une cliente attendait depuis dix minutes »: nothing of the shopper
    if ((all & cw::customer) != 0 && (all & cw::of_shopper) == 0) {
        for (std::size_t i = clause.first + 1; i + 1 < clause.last; ++i) {
            clause.hypothetical |= is(i, cw::customer) &&
                                   is_any(comment_.folded(i - 1), "le", "la", "un", "une", "les", "des", "autre",
                                          "autres", "deux", "trois", "quelques") &&
                                   (senses_[i + 1].finite || is_any(comment_.folded(i + 1), "n'", "qui", "a", "ont"));
        }
    }
    // « Le client devant moi », « la cliente suivante »: what was done to others is not the shopper's matter.
    for (std::size_t i = clause.first + 1; (all & cw::before) != 0 && i + 1 < clause.last; ++i) {
        if (is(i, cw::before) && comment_.folded(i + 1) == "moi") clause.hypothetical = true;
    }
}

void ReadComment::carry_other_days() {
    // « La dernière fois, il y avait une panne et rien ne marchait »
    for (std::size_t i = 1; i < clauses_.size(); ++i) {
        const Clause& previous = clauses_[i - 1];
        if (!previous.other_day || clauses_[i].sentence != previous.sentence) continue;
        if (is(clauses_[i].first, cw::this_time)) continue;
        clauses_[i].hypothetical = clauses_[i].other_day = true;
    }
}

void ReadComment::cover(std::size_t first, std::size_t last, std::size_t start) {
    for (std::size_t i = first; i < last; ++i) {
        denials_[i] = static_cast<std::uint8_t>(denials_[i] + 1);
        denial_start_[i] = std::min(denial_start_[i], start);
    }
}

bool ReadComment::is_intensified(const Clause& clause, std::size_t jamais) const {
    for (std::size_t i = jamais + 1; i < clause.last; ++i) {
        if (i < jamais + 4 && is_any(comment_.folded(i), "vu", "vue", "rencontre", "connu", "entendu", "mange",
                                     "attendu", "eu", "goute")) {
            for (++i; i < clause.last; ++i) {
                if (is_any(comment_.folded(i), "aussi", "si", "tel", "telle", "pareil", "pareille", "autant"))
                    return true;
            }
        }
    }
    return false;
}

void ReadComment::deny_in_concord(const Clause& clause, std::size_t index) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    if ((marks_of(clause) & (cw::ne | cw::concord | cw::spoken)) == 0) return;
    std::size_t ne = none, first = none;
    bool restricts = false, other_word = false, limited = false, without = false;
    for (std::size_t i = clause.first; i < clause.last; ++i) {
        const std::string_view word = comment_.folded(i);
        const std::string_view before = i > clause.first ? comment_.folded(i - 1) : std::string_view{};
        const std::string_view next = i + 1 < clause.last ? comment_.folded(i + 1) : std::string_view{};
        if ((word == "ne" || word == "n'") && ne == none) {
            ne = i;
            continue;
        }
        without |= word == "sans";
        // « Rien d'autre que », « autre chose que » deny all the same.
        const bool other =
            is_any(before, "chose", "autre", "autres") || (i > clause.first + 1 && comment_.folded(i - 2) == "autre");
        if (ne != none && (word == "que" || word == "qu'") && !other) restricts = true;
        const bool person = word == "personne" && is_any(before, "la", "une", "cette", "autre", "seule", "chaque",
                                                         "deuxieme", "premiere", "jeune", "l'", "meme", "de", "par",
                                                         "toute", "quelle", "d'", "ma", "sa", "en", "aucune");
        if (person) continue;
        const bool denies = is(i, ne != none ? cw::concord : cw::spoken);
        if (!denies || without) continue;  // « sans aucune explication », « sans dire merci ni au revoir »: one denial
        // « Rien à redire », « aucun problème », « pas mal », « pas de souci »: said in praise.
        if (word == "rien" && (next == "a" || next == "de" || next == "qu'" || next == "que")) {
            const bool praise = i + 2 < clause.last && is_any(comment_.folded(i + 2), "redire", "reprocher", "dire",
                                                              "signaler", "envier", "ajouter");
            if (praise || next == "qu'" || next == "que") continue;
        }
        if (word == "pas" &&
            (next == "mal" || next == "que" || next == "qu'" || next == "seulement" || next == "uniquement")) {
            restricts = true;
            continue;
        }
        if (word == "jamais" && before == "si") continue;
        // « Jamais vu un conseiller aussi perdu »: he was
        if (word == "jamais" && is_intensified(clause, i)) continue;
        if (word == "point" && ne == none) continue;
        // « A point nommé », « non plus », « plus tard »
        if (word == "plus" && (next == "tard" || next == "de" || next == "loin")) {
            if (next != "de" || ne == none) continue;
        }
        limited |= (!next.empty() && is(i + 1, cw::limit)) || next == "tres" || (next == "des" && word == "pas");
        if (first == none) first = i;
        other_word = true;
    }
    if (ne == none && !other_word) return;
    if (ne != none && !other_word) {
        // « Personne, à l'entrée, ne… »: the other half stands in the clause before.
        const bool earlier = index > 0 && clauses_[index - 1].sentence == clause.sentence && [&] {
            for (std::size_t i = comment_.sentences()[clause.sentence].first_token; i < clause.first; ++i) {
                if (is_any(comment_.folded(i), "personne", "aucun", "aucune", "rien", "nul", "ni", "jamais"))
                    return true;
            }
            return false;
        }();
        if (!earlier || restricts) return;
        cover(ne, clause.last, ne);
        return;
    }
    if (restricts && first != none && comment_.folded(first) != "rien" && comment_.folded(first) != "personne") return;
    clauses_[index].limited |= limited;
    std::size_t from = first;
    if (ne != none) {
        from = std::min(ne, first);
    } else if (comment_.folded(first) != "aucun" && comment_.folded(first) != "aucune" &&
               comment_.folded(first) != "ni") {
        // « Il fonctionnait pas »: the verb stands before.
        while (from > clause.first && first - from < 2 && senses_[from - 1].verb) --from;
    }
    cover(from, clause.last, from);
}

void ReadComment::deny_by_words(const Clause& clause) {
    for (std::size_t i = clause.first; i < clause.last; ++i) {
        if (!is(i, cw::deny_word)) continue;
        const std::string_view word = comment_.folded(i);
        const std::string_view next = i + 1 < clause.last ? comment_.folded(i + 1) : std::string_view{};
        const std::string_view after = i + 2 < clause.last ? comment_.folded(i + 2) : std::string_view{};
        const bool of = next == "de" || next == "d'";
        if (word == "sans") {
            if (is_any(next, "doute", "faute", "cesse", "arret", "exception")) continue;
            // « Sans qu'on le demande »: it came unasked.
            if ((next == "que" || next == "qu'") && is_any(after, "je", "j'", "on", "nous", "l'")) continue;
            cover(i + 1, std::min(clause.last, i + 9), i);
        } else if (of && (word.starts_with("oubli") || word.starts_with("omis") || word.starts_with("omet") ||
                          word.starts_with("refus") || word.starts_with("neglig") || word.starts_with("abst") ||
                          word.starts_with("evit"))) {
            cover(i + 2, clause.last, i);
        } else if (((of && (word.starts_with("manqu") || word.starts_with("cess") || word.starts_with("arret") ||
                            word.starts_with("hesit"))) ||
                    (word == "hesite" && next == "a")) &&
                   denied(i)) {
            cover(i + 1, clause.last, i);  // « n'a pas manqué de saluer » affirms
        } else if ((word == "lieu" || word == "plutot" || word == "avare" || word == "chiche" || word == "faute" ||
                    word == "defaut" || word == "absence" || word == "manque" || word == "depourvu" ||
                    word == "depourvue" || word == "loin" || word == "manquait" || word == "manquaient" ||
                    word == "incapable" || word == "impossible" || word == "difficulte" || word == "mal") &&
                   (of || (word == "plutot" && next == "que") || (word == "mal" && next == "a") ||
                    ((word == "incapable" || word == "impossible") && next == "a"))) {
            cover(i + 2, std::min(clause.last, i + 6), i);
        } else if ((word == "peu" || word == "non") && i + 1 < clause.last &&
                   (senses_[i + 1].adjective || senses_[i + 1].participle) &&
                   (i == clause.first || comment_.folded(i - 1) != "un")) {
            cover(i + 1, i + 2, i);
        } else if (word == "peu" && next == "de" && after != "temps" &&
                   (i == clause.first || comment_.folded(i - 1) != "un")) {
            cover(i + 2, std::min(clause.last, i + 4), i);
        }
    }
}

void ReadComment::deny(std::size_t index) {
    const Clause& clause = clauses_[index];
    if (clause.quoted) return;
    deny_in_concord(clause, index);
    deny_by_words(clause);
    if (clause.first >= clause.last || index == 0) return;
    const Clause& previous = clauses_[index - 1];
    if (previous.sentence != clause.sentence || previous.quoted) return;
    const std::size_t last_of_previous =
        previous.last - (comment_.tokens()[previous.last - 1].kind == TokenKind::punctuation ? 1 : 0);
    if (last_of_previous <= previous.first || !denied(last_of_previous - 1)) return;
    const std::string_view opening = comment_.folded(clause.first);
    const bool already = denied(clause.first) || denied(clause.last - 1);
    // « Pas de tache, de poussière, ni d'odeur »: the list goes on.
    const bool list_goes_on =
        !clause.has_verb &&
        (opening == "de" || opening == "d'" || opening == "ou" || opening == "ni" ||
         (opening == "et" && clause.last > clause.first + 1 &&
          (comment_.folded(clause.first + 1) == "de" || comment_.folded(clause.first + 1) == "d'")));
    // « Je ne crois pas qu'il m'ait saluée »
    const bool opinion = (opening == "que" || opening == "qu'") && [&] {
        for (std::size_t i = previous.first; i < previous.last; ++i) {
            const std::string_view word = comment_.folded(i);
            for (const std::string_view start : {"pens", "croi", "cru", "souvien", "rappel", "impression", "dir",
                                                 "remarqu", "entendu", "pretend", "affirm", "accus", "reproch"}) {
                if (word.starts_with(start)) return true;
            }
        }
        return false;
    }();
    // « Pas un chat qui soit venu »
    const bool of_nobody = opening == "qui" && [&] {
        for (std::size_t i = previous.first; i < previous.last; ++i) {
            const std::string_view word = comment_.folded(i);
            if (word == "chat" || word == "personne" || word == "aucun" || word == "aucune" || word == "rien")
                return true;
        }
        return false;
    }();
    // « Il n'y a plus rien que je ne comprenne pas »: two denials affirm
    const bool of_nothing = is_any(opening, "que", "qu'", "dont", "qui") && [&] {
        for (std::size_t i = previous.first; i < previous.last; ++i) {
            if (is_any(comment_.folded(i), "rien", "aucun", "aucune", "personne") && denied(i)) return true;
        }
        return false;
    }();
    if (of_nobody) clauses_[index].subject = Subject::nobody;
    // « Je ne peux pas dire qu'ils n'étaient pas polis »: two denials affirm.
    if (already && (opinion || of_nothing)) {
        for (std::size_t i = clause.first; i < clause.last; ++i) {
            if (denied(i)) cover(i, i + 1, denial_start_[last_of_previous - 1]);
        }
        return;
    }
    if (already) return;
    if (list_goes_on || opinion || of_nobody) cover(clause.first, clause.last, denial_start_[last_of_previous - 1]);
}

bool ReadComment::has_denial() const {
    for (std::size_t i = 0; i < size(); ++i) {
        if (denies(i)) return true;
    }
    return false;
}

bool ReadComment::denies(std::size_t i) const {
    // « Il m'a proposé une housse, je n'en voulais pas »: the shopper's own denial is of no act of others.
    if (clause_of(i).quoted || clause_of(i).subject == Subject::shopper || !denied(i)) return false;
    return is(i, cw::ne | cw::spoken);
}

}  // namespace relis::consistency
