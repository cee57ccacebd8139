#include "evidence.h"

#include <algorithm>
#include <array>
#include <string>

#include "quantities.h"
#include "word_set.h"

namespace relis::consistency {

namespace {

// Nouns whose absence is good: « aucune attente » denies nothing that was asked for.
constexpr auto bad_nouns = word_set(
    "probleme", "souci", "attente", "erreur", "defaut", "retard", "bruit", "odeur", "dechet", "plainte", "difficulte",
    "faute", "manque", "file", "rupture", "delai", "reproche", "exception", "tache", "poussiere", "client", "clients",
    "minute", "minutes", "temps", "visite", "jour", "moment", "personne", "fois", "arrivee", "entree", "sortie");

// Nouns that name whatever is handed or offered.
constexpr auto any_object =
    word_set("produit", "articl", "accessoir", "option", "supplement", "complement", "servic", "formul", "offr",
             "promotion", "document", "choix", "solution", "model", "chos", "aid", "conseil", "suggestion",
             "information", "accompagnement", "consign", "explication", "renseignement", "detail", "rafraichissement",
             "boisson", "cadeau", "echantillon", "rafraichissement", "boisson", "cadeau", "echantillon");
// Words that stand where an object would, and are none.
constexpr auto no_objects =
    word_set("tout", "tous", "plus", "fois", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
             "jour", "temps", "moment", "fait", "part", "suite", "coup", "debut", "fin", "moi", "voix");

// After one of these stands where or how, no object.
constexpr auto prepositions =
    word_set("dans", "sur", "avec", "sous", "pour", "par", "chez", "devant", "entre", "en", "a", "au", "aux", "vers");

/// A noun without its marks of number and gender.
std::string_view stem_of(std::string_view noun) {
    while (noun.size() > 3 && (noun.back() == 's' || noun.back() == 'x' || noun.back() == 'e')) noun.remove_suffix(1);
    return noun;
}

}  // namespace

bool Weigher::follows(const Cue& cue, std::size_t i, std::size_t& last) const {
    std::size_t at = i;
    const std::size_t end = read_.clause_of(i).last;
    for (std::size_t k = 1; k < cue.words.size(); ++k) {
        std::size_t gap = 0;
        do {
            if (++at >= end || ++gap > 5) return false;
        } while (!read_.sense(at).is(cue.words[k]));
    }
    last = at + 1;
    return true;
}

const Cue* Weigher::cue_at(std::uint16_t topic, std::size_t i, std::size_t& last) const {
    const Cue* best = nullptr;
    for (const WordNumber number : read_.sense(i).words) {
        if (number == 0) break;
        for (const std::uint32_t at : topics_.beginning_with(number)) {
            const Cue& cue = topics_.cue(at);
            std::size_t end = i + 1;
            if (cue.topic != topic || (best != nullptr && best->words.size() >= cue.words.size())) continue;
            if (!follows(cue, i, end)) continue;
            best = &cue;
            last = end;
        }
    }
    return best;
}

bool Weigher::is_idiom(std::size_t i) const {
    const std::string_view at = word(i);
    const std::string_view before = i > 0 ? word(i - 1) : std::string_view{};
    const std::string_view next = i + 1 < size() ? word(i + 1) : std::string_view{};
    // « À vrai dire », « pour ainsi dire », « c'est-à-dire », « il faut dire »
    if (at == "dire") return is_any(before, "vrai", "ainsi", "faut", "a", "veut");
    // « Il a tourné son écran »: not round in circles
    if (at.starts_with("tourn")) return is_any(next, "son", "sa", "ses", "le", "la", "les", "l'", "mon", "une", "un");
    // « La caissière m'attendait »: the shopper did not
    if (at.starts_with("attend") && (before == "m'" || before == "nous")) return true;
    // « Elle m'a demandé de signer » asks for a deed, and puts no question
    if (at.starts_with("demand") && (next == "de" || next == "d'"))
        return i + 2 < size() && read_.sense(i + 2).infinitive;
    return false;
}

bool Weigher::is_passive(std::size_t i) const {
    for (std::size_t k = i; k > read_.clause_of(i).first && i - k < 4; --k) {
        if (word(k - 1) == "ete" || word(k - 1) == "fait" || word(k - 1) == "senti" || word(k - 1) == "sentie")
            return true;
    }
    return false;
}

bool Weigher::is_excused(std::size_t i) const {
    const language::Sentence& sentence = box_.comment.sentences()[box_.comment.tokens()[i].sentence];
    for (std::size_t k = sentence.first_token; k < sentence.last_token; ++k) {
        std::size_t last = k + 1;
        if (read_.sense(k).words[0] == 0) continue;
        const Cue* const cue = cue_at(excuse_, k, last);
        if (cue != nullptr && (!cue->only_denied || read_.denied(k))) return true;
    }
    return false;
}

bool Weigher::is_own_doing(std::size_t i) const {
    const CueWords::Sense& sense = read_.sense(i);
    if (sense.verb) {
        // « demander si je voulais », « qui m'a… »: the nearest subject counts
        for (std::size_t k = i; k > read_.clause_of(i).first; --k) {
            const std::string_view before = word(k - 1);
            if (before == "je" || before == "j'" || before == "jai" || before == "moi") return !is_passive(i);
            if (before == "qui" && k > 1 && word(k - 2) == "moi") return true;
            if (before == "il" || before == "elle" || before == "on" || before == "qui" || before == "ils" ||
                before == "elles")
                return false;
        }
        return read_.clause_of(i).subject == Subject::shopper && !is_passive(i);
    }
    if (i > 0 && is_any(word(i - 1), "mon", "ma", "mes")) return true;
    const Clause& clause = read_.clause_of(i);
    if (clause.subject != Subject::shopper || sense.adjective) return false;
    // « J'ai dit bonjour » is the shopper's; « j'ai eu droit à un bonjour » is not.
    bool does = false;
    for (std::size_t k = clause.first; k < i; ++k) {
        if (is_any(word(k), "recu", "eu", "entendu", "obtenu", "entends", "ete")) return false;
        does |= read_.sense(k).participle || read_.sense(k).infinitive || read_.sense(k).finite;
    }
    return does;
}

bool Weigher::is_noun_asked(const Aspect& aspect, std::string_view noun) const {
    const std::size_t shared = std::min<std::size_t>(4, noun.size());
    const auto alike = [&](std::string_view other) {
        return other.size() >= 3 && noun.size() >= 3 && other.substr(0, shared) == noun.substr(0, shared);
    };
    for (const std::string& known : aspect.nouns) {
        if (alike(known)) return true;
    }
    return std::any_of(box_.question->topics.begin(), box_.question->topics.end(),
                       [&](const std::string& topic) { return alike(language::fold(topic)); });
}

bool Weigher::has_other_object(const Aspect& aspect, std::size_t i) const {
    // « Un produit complémentaire », « une formule »: any thing may be one.
    for (const std::string& noun : aspect.nouns) {
        if (listed(any_object, stem_of(noun))) return false;
    }
    const Clause& clause = read_.clause_of(i);
    bool article = false;
    for (std::size_t k = i + 1; k <= i + 5 && k < clause.last; ++k) {
        const std::string_view at = word(k);
        if (is_any(at, "de", "d'", "un", "une", "le", "la", "les", "l'", "du", "des", "son", "sa", "ses", "ma", "mon",
                   "mes", "au", "aux", "aucun", "aucune", "que", "qu'", "deux", "trois", "quelques", "cet", "cette",
                   "ce")) {
            article = true;
            continue;
        }
        if (read_.sense(k).infinitive || listed(prepositions, at)) return false;
        if (!read_.sense(k).noun || !article || listed(no_objects, at)) continue;
        const bool of_time = is_any(at, "minute", "minutes", "heure", "heures", "jours", "jour", "semaines");
        if (of_time && (is_noun_asked(aspect, "duree") || is_noun_asked(aspect, "temps") ||
                        is_noun_asked(aspect, "attente") || is_noun_asked(aspect, "delai")))
            return false;
        if (is_noun_asked(aspect, at) || at == "aide" || at == "service" || at == "chose") return false;
        return !aspect.nouns.empty();
    }
    if (is_passive(i)) {
        for (std::size_t k = clause.first; k < i; ++k) {
            if (!read_.sense(k).noun || read_.sense(k).verb || word(k) == "rien" || word(k) == "personne") continue;
            if (is_noun_asked(aspect, word(k))) return false;
            article = true;
        }
        return article && !aspect.nouns.empty();
    }
    return false;
}

bool Weigher::names_asked(const Aspect& aspect, const Clause& clause, std::size_t except) const {
    for (std::size_t i = clause.first; i < clause.last; ++i) {
        if (i == except || !read_.sense(i).noun || word(i).size() < 4) continue;
        for (const std::string& known : aspect.nouns) {
            if (known.size() >= 4 && stem_of(known) == stem_of(word(i))) return true;
        }
    }
    return false;
}

void Weigher::weigh_cues(const Aspect& aspect, const Aspect::Part& part, const Asked& asked, Evidence& evidence) const {
    const Topic& topic = topics_.topic(part.topic);
    const bool act = (topic.traits & trait::act) != 0;
    for (std::size_t i = 0; i < size(); ++i) {
        if (read_.sense(i).words[0] == 0 || !is_read(i)) continue;
        std::size_t last = i + 1;
        const Cue* const cue = cue_at(part.topic, i, last);
        if (cue == nullptr) continue;
        const std::size_t at = i;
        i = last - 1;
        if (cue->words.size() == 1 && is_idiom(at)) continue;
        const Clause& clause = read_.clause_of(at);
        if (clause.hypothetical && (topic.traits & trait::conditional) == 0) continue;
        if (clause.quoted) {
            if (act && cue->agreeing && !cue->only_denied && !said_by_shopper(at)) {
                evidence.agree(2, at, last);
                evidence.strongly |= cue->strong;
            }
            continue;
        }
        const bool of_others = act || ((topic.traits & trait::theirs) != 0 && read_.sense(at).finite);
        if (of_others && !asked.of_shopper && is_own_doing(at)) continue;
        if ((topic.traits & trait::object) != 0 && has_other_object(aspect, at)) {
            // « Une entrée ou un dessert »: where one of several is asked, another one will do.
            if (several_ && !read_.denied(at)) evidence.agree(1, at, last);
            continue;
        }
        const bool denied = !cue->absolute && read_.denied(at);
        if (cue->only_denied && !denied) continue;
        const bool says_yes = (cue->agreeing != denied) != part.reversed;
        const bool noun = read_.sense(at).noun && !read_.sense(at).verb && !read_.sense(at).adjective;
        // A word that may mean much says more beside what the question names.
        const bool beside = names_asked(aspect, clause, at);
        if (says_yes) {
            const bool light = !cue->strong && (noun || !cue->agreeing || cue->weak) && !(beside && cue->weak);
            evidence.agree(light ? 1 : 2, at, last);
            evidence.strongly |= cue->strong;
            continue;
        }
        // « Pas vérifié toutes les étiquettes » denies the verb, not the labels.
        if (noun && denied && cue->words.size() == 1 && !is_denied_noun(at)) continue;
        if (clause.limited) {
            evidence.doubt(read_.denial_start(at), last);
            continue;
        }
        const int weight = denied || cue->strong || part.reversed || (beside && !noun) ? 2 : 1;
        evidence.oppose(weight, read_.denial_start(at), last);
        if (!denied && cue->strong) evidence.opposed_outright += weight;
    }
}

bool Weigher::is_denied_noun(std::size_t i) const {
    const std::size_t first = read_.clause_of(i).first;
    for (std::size_t k = i; k > first && i - k < 4; --k) {
        const std::string_view before = word(k - 1);
        if (is_any(before, "aucun", "aucune", "sans", "ni", "de", "d'", "pas", "zero", "nul", "nulle", "moindre",
                   "jamais", "un", "une"))
            return true;
        if (!read_.sense(k - 1).adjective) return i == first;
    }
    return false;
}

bool Weigher::said_by_shopper(std::size_t i) const {
    const std::size_t index = read_.clause_index(i);
    for (std::size_t back = index; back > 0 && back + 3 > index; --back) {
        const Clause& clause = read_.clauses()[back - 1];
        if (clause.quoted) continue;
        return clause.subject == Subject::shopper;
    }
    return false;
}

void Weigher::weigh_antonyms(const Aspect& aspect, Evidence& evidence) const {
    for (std::size_t i = 0; i < size(); ++i) {
        const CueWords::Sense& sense = read_.sense(i);
        if ((!sense.adjective && !sense.participle) || !is_read(i)) continue;
        const Clause& clause = read_.clause_of(i);
        if (clause.quoted || clause.hypothetical) continue;
        for (std::size_t k = 0; k < sense.lemma_count; ++k) {
            bool contrary = false, same = false;
            for (const std::uint16_t pole : topics_.poles(sense.lemmas[k])) {
                for (const std::uint16_t asked : aspect.poles) {
                    contrary |= (pole ^ 1U) == asked;
                    same |= pole == asked;
                }
            }
            if (contrary == same) continue;
            if (contrary == read_.denied(i)) {
                evidence.agree(1, i, i + 1);
            } else if (clause.limited) {
                evidence.doubt(i, i + 1);
            } else {
                evidence.oppose(2, read_.denial_start(i), i + 1);
            }
            break;
        }
    }
}

void Weigher::weigh_own_words(const Aspect& aspect, const Asked& asked, Evidence& evidence) const {
    if (!aspect.poles.empty()) weigh_antonyms(aspect, evidence);
    if (aspect.own.empty()) return;
    for (std::size_t i = 0; i < size(); ++i) {
        const CueWords::Sense& sense = read_.sense(i);
        if ((!sense.verb && !sense.adjective) || !is_read(i)) continue;
        // « sans qu'un employé sorte », but not « de la sorte »
        if (sense.noun &&
            (!sense.finite || i == 0 ||
             (!read_.sense(i - 1).noun && !is_any(word(i - 1), "il", "elle", "on", "ils", "elles", "ne", "n'"))))
            continue;
        const bool asked_about =
            std::any_of(sense.lemmas, sense.lemmas + sense.lemma_count, [&](language::LemmaId lemma) {
                return std::find(aspect.own.begin(), aspect.own.end(), lemma) != aspect.own.end();
            });
        const Clause& clause = read_.clause_of(i);
        if (!asked_about || clause.quoted || clause.hypothetical) continue;
        if (!asked.of_shopper && sense.verb && !sense.adjective && is_own_doing(i)) continue;
        if (has_other_object(aspect, i)) continue;
        if (!read_.denied(i)) {
            evidence.agree(2, i > clause.first + 1 ? i - 2 : clause.first, i + 1);
        } else if (clause.limited) {
            evidence.doubt(read_.denial_start(i), i + 1);
        } else {
            evidence.own_denied = true;
            evidence.oppose(2, read_.denial_start(i), i + 1);
        }
    }
}

bool Weigher::is_subject_of_state(std::size_t noun) const {
    const std::size_t end = read_.clause_of(noun).last;
    for (std::size_t i = noun + 1; i < end && i < noun + 6; ++i) {
        if (!is_any(word(i), "est", "sont", "etait", "etaient", "semblait", "semblaient", "paraissait")) continue;
        return i + 1 < end && !is_any(word(i + 1), "present", "presente", "disponible", "visible", "la");
    }
    return false;
}

void Weigher::weigh_denied_nouns(const Aspect& aspect, Evidence& evidence) const {
    for (std::size_t i = 0; i + 1 < size(); ++i) {
        const std::string_view at = word(i);
        std::size_t noun = i + 1;
        if (at == "pas" || at == "plus" || at == "jamais") {
            // « Pas vu de ronde »
            const bool verb_between =
                i + 3 < size() && read_.sense(i + 1).participle && is_any(word(i + 2), "de", "d'");
            if (!verb_between && !is_any(word(i + 1), "de", "d'", "un", "une")) continue;
            noun = verb_between ? i + 3 : i + 2;
        } else if (!is_any(at, "aucun", "aucune", "sans", "zero", "ni")) {
            continue;
        }
        if (at == "sans" && noun + 2 < size() && word(noun + 1) == "moindre")
            noun += 2;  // « sans la moindre consigne »
        if (at == "sans" && noun + 1 < size() &&
            is_any(word(noun), "l'", "le", "la", "les", "mon", "ma", "mes", "un", "une"))
            ++noun;
        if (noun >= size() || !read_.denied(noun) || !read_.sense(noun).noun) continue;
        const Clause& clause = read_.clause_of(i);
        if (clause.limited || clause.hypothetical || clause.quoted || word(noun).size() < 4) continue;
        const auto asked_for = [&](const std::string& known) { return stem_of(known) == stem_of(word(noun)); };
        // « Aucun guichet n'était brisé »: what is denied is what follows of the guichets.
        if ((at == "aucun" || at == "aucune") && is_subject_of_state(noun)) continue;
        if (listed(bad_nouns, word(noun)) || std::none_of(aspect.nouns.begin(), aspect.nouns.end(), asked_for))
            continue;
        if (noun + 1 < clause.last && is_any(word(noun + 1), "autre", "autres", "moi")) continue;
        evidence.oppose(2, read_.denial_start(i), std::min(clause.last, noun + 3));
    }
}

bool Weigher::holds(const Clause& clause, std::span<const std::string_view> words) const {
    for (std::size_t i = clause.first; i < clause.last; ++i) {
        if (std::find(words.begin(), words.end(), word(i)) != words.end()) return true;
    }
    return false;
}

void Weigher::weigh_other_received(Evidence& evidence) const {
    for (std::size_t i = 0; i < size(); ++i) {
        const bool ordered = word(i).starts_with("command") || word(i).starts_with("demand") ||
                             word(i).starts_with("choisi") || word(i).starts_with("voul") ||
                             word(i).starts_with("reserv");
        const Clause& clause = read_.clause_of(i);
        if (!ordered || clause.subject != Subject::shopper || clause.quoted || read_.denied(i)) continue;
        bool received = false;
        for (std::size_t k = clause.last; k < size() && box_.comment.tokens()[k].sentence <= clause.sentence + 1; ++k) {
            received |= is_any(word(k), "eu", "recu", "recue", "servi", "servie", "apporte", "donne", "remis", "livre",
                               "arrive");
            if (!received || read_.denied(k) || read_.clause_of(k).quoted) continue;
            if (!is_any(word(k), "celui", "celle", "ceux", "plutot", "lieu")) {
                // « J'avais demandé un allongé ; on m'a servi un latté »: perhaps
                if (is_any(word(k), "servi", "servie", "apporte", "donne", "remis")) evidence.doubt(i, k + 1);
                continue;
            }
            evidence.oppose(2, i, k + 1);
            return;
        }
    }
}

bool Weigher::is_promised(std::size_t i) const {
    const Clause& clause = read_.clause_of(i);
    for (std::size_t k = clause.first; k < clause.last; ++k) {
        for (const std::string_view start :
             {"prevu", "promis", "annonc", "rappel", "livr", "delai", "valable", "valide"}) {
            if (word(k).starts_with(start)) return true;
        }
        if (k < i && is_any(word(k), "sous", "d'ici") && i - k <= 3) return true;
    }
    return false;
}

void Weigher::weigh_durations(Evidence& evidence) const {
    constexpr double long_wait = 900, short_wait = 240;
    for (const Quantity& quantity : box_.quantities) {
        if (quantity.unit != Unit::seconds || read_.clause_of(quantity.first).quoted || read_.denied(quantity.first))
            continue;
        // « 47 minutes sur 50 »: within what was given
        if (quantity.last < size() && word(quantity.last) == "sur") continue;
        if (read_.clause_of(quantity.first).hypothetical || is_promised(quantity.first)) continue;
        if (quantity.value >= long_wait && quantity.value < 86400) evidence.oppose(2, quantity.first, quantity.last);
        if (quantity.value <= short_wait) evidence.agree(2, quantity.first, quantity.last);
    }
}

Evidence Weigher::weigh(const Aspect& aspect, const Asked& asked) const {
    Evidence evidence;
    for (const Aspect::Part& part : aspect.parts) {
        weigh_cues(aspect, part, asked, evidence);
        if (part.topic == exact_ && !part.reversed) weigh_other_received(evidence);
        if (part.topic == quick_ && !part.reversed && sentences_ == nullptr) weigh_durations(evidence);
    }
    weigh_own_words(aspect, asked, evidence);
    return evidence;
}

}  // namespace relis::consistency
