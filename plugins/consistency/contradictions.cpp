#include "contradictions.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "quantities.h"
#include "topics.h"

namespace relis::consistency {

using comments::Comment;
using language::Token;
using language::TokenKind;

namespace {

constexpr std::uint16_t judgement_topic = topic_list.size() - 1;

template <class Words>
bool listed(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that turn what is said: beside them it takes a person to say whether a *non* is contradicted.
constexpr std::array turns{
    "mais",       "cependant", "toutefois", "pourtant",  "sauf",     "seulement",  "uniquement", "presque", "peine",
    "finalement", "malgre",    "sinon",     "neanmoins", "revanche", "hormis",     "excepte",    "bemol",   "quoique",
    "partie",     "moitie",    "trop",      "pourrait",  "aurait",   "auraient",   "serait",     "devrait", "fini",
    "force",      "insiste",   "tard",      "apres",     "avant",    "initiative", "juste",      "que",     "qu'"};

// Nouns whose absence is good: « aucune attente » denies nothing that was asked for.
constexpr std::array bad_nouns{"probleme", "souci",  "attente",  "erreur",     "defaut", "retard",    "bruit",
                               "odeur",    "dechet", "plainte",  "difficulte", "faute",  "manque",    "file",
                               "rupture",  "delai",  "reproche", "exception",  "tache",  "poussiere", "client",
                               "clients",  "minute", "minutes",  "temps",      "visite", "jour",      "moment",
                               "personne", "fois",   "arrivee",  "entree",     "sortie"};

// Nouns that name whatever is handed or offered.
constexpr std::array any_object{"produit",    "articl",  "accessoir",  "option",      "supplement",
                                "complement", "servic",  "formul",     "offr",        "promotion",
                                "document",   "choix",   "solution",   "model",       "chos",
                                "aid",        "conseil", "suggestion", "information", "accompagnement"};
// Words that stand where an object would, and are none.
constexpr std::array no_objects{"tout",     "tous",   "plus",     "fois", "lundi", "mardi",  "mercredi", "jeudi",
                                "vendredi", "samedi", "dimanche", "jour", "temps", "moment", "fait",     "part",
                                "suite",    "coup",   "debut",    "fin",  "moi",   "voix"};

/// A noun without its marks of number and gender.
std::string_view stem_of(std::string_view noun) {
    while (noun.size() > 3 && (noun.back() == 's' || noun.back() == 'x' || noun.back() == 'e')) noun.remove_suffix(1);
    return noun;
}

std::string label_of(const Question& question, const std::string& value) {
    for (const Choice& choice : question.choices) {
        if (choice.name == value && !choice.label.empty()) return choice.label;
    }
    return value;
}

/// What a comment says for and against one aspect of a question. Weights: 2 convinces alone.
struct Evidence {
    int agreeing = 0;
    int opposed = 0;
    bool doubtful = false;  ///< something opposed, but dated or limited
    std::size_t agreeing_first = 0, agreeing_last = 0;
    std::size_t opposed_first = 0, opposed_last = 0;
    std::size_t doubtful_first = 0, doubtful_last = 0;

    void agree(int weight, std::size_t first, std::size_t last) {
        if (agreeing == 0) agreeing_first = first, agreeing_last = last;
        agreeing += weight;
    }
    void doubt(std::size_t first, std::size_t last) {
        if (!doubtful) doubtful_first = first, doubtful_last = last;
        doubtful = true;
    }
    void oppose(int weight, std::size_t first, std::size_t last) {
        if (opposed == 0) opposed_first = first, opposed_last = last;
        opposed += weight;
    }
};

/// The check of one box.
class Pass {
  public:
    Pass(const Topics& topics, const Box& box, std::vector<Finding>& findings)
        : topics_(topics),
          box_(box),
          findings_(findings),
          read_(box.comment, topics.words()),
          label_(box.question->label) {}

    void run() {
        const Question& question = *box_.question;
        const std::string& value = *box_.answer->value;
        if (find_other_quantity(question, value, label_, read_, box_, findings_)) return;
        if (question.type == QuestionType::select_multiple) {
            none_of_many();
            return;
        }
        if (question.type != QuestionType::select_one) {
            if (const Side side = side_of_mark(); side != Side::none) (void)judgement(side);
            return;
        }
        const Side side = side_of(question, value);
        if (side == Side::none) return;
        if ((side == Side::yes || side == Side::no) && opening(side)) return;
        const Asked asked = read_question(question, label_, topics_);
        if (!asked.negative && statement(asked, side)) return;
        if (side != Side::none) (void)judgement(extreme(side));
    }

  private:
    [[nodiscard]] const std::vector<Token>& tokens() const { return box_.comment.tokens(); }
    [[nodiscard]] std::string_view word(std::size_t i) const { return box_.comment.folded(i); }

    bool report(const char* rule, std::size_t first, std::size_t last) {
        findings_.push_back(contradiction(box_, first, last, rule, label_of(*box_.question, *box_.answer->value)));
        return true;
    }

    [[nodiscard]] bool has_any(const auto& words) const {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (listed(words, word(i))) return true;
        }
        return false;
    }

    [[nodiscard]] bool opening(Side side) {
        std::size_t first = 0;
        while (first < tokens().size() && !comments::is_content(tokens()[first])) ++first;
        if (first + 1 >= tokens().size()) return false;
        const std::string_view said = word(first);
        const bool contrary = (side == Side::yes && (said == "non" || said == "nan")) ||
                              (side == Side::no && (said == "oui" || said == "ouais" || said == "ouai"));
        if (!contrary) return false;
        const bool stands_alone = listed(std::array{",", ".", "!", ";", ":", "...", "…"}, word(first + 1));
        const bool goes_on =
            listed(std::array{"il", "elle", "on", "je", "j'", "ils", "elles", "personne", "aucun", "aucune", "y"},
                   word(first + 1));
        if (!stands_alone && !goes_on) return false;
        const language::Sentence& sentence = box_.comment.sentences()[tokens()[first].sentence];
        // « Non, il n'y avait pas… » beside a question in the negative, or a turn in the same breath
        for (std::size_t i = first + 1; i < sentence.last_token; ++i) {
            if (word(i) != "que" && word(i) != "qu'" && listed(turns, word(i))) return false;
        }
        const Asked asked = read_question(*box_.question, label_, topics_);
        if (asked.negative) return false;
        return report("opposite-opening", first, std::min(sentence.last_token, first + 12));
    }

    // Evidence

    [[nodiscard]] bool follows(const Cue& cue, std::size_t i, std::size_t& last) const {
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

    /// The longest cue of a topic at token `i`.
    [[nodiscard]] const Cue* cue_at(std::uint16_t topic, std::size_t i, std::size_t& last) const {
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

    /// « J'ai été saluée »: the shopper is the subject, the doing is another's.
    [[nodiscard]] bool is_passive(std::size_t i) const {
        for (std::size_t k = i; k > read_.clause_of(i).first && i - k < 4; --k) {
            if (word(k - 1) == "ete" || word(k - 1) == "fait" || word(k - 1) == "senti" || word(k - 1) == "sentie")
                return true;
        }
        return false;
    }

    /// Whether the shopper himself does what stands at `i`.
    [[nodiscard]] bool is_own_doing(std::size_t i) const {
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
        if (i > 0 && listed(std::array{"mon", "ma", "mes"}, word(i - 1))) return true;
        const Clause& clause = read_.clause_of(i);
        if (clause.subject != Subject::shopper || sense.adjective) return false;
        // « J'ai dit bonjour » is the shopper's; « j'ai eu droit à un bonjour » is not.
        bool does = false;
        for (std::size_t k = clause.first; k < i; ++k) {
            if (listed(std::array{"recu", "eu", "entendu", "obtenu", "entends", "ete"}, word(k))) return false;
            does |= read_.sense(k).participle || read_.sense(k).infinitive || read_.sense(k).finite;
        }
        return does;
    }

    [[nodiscard]] bool is_noun_asked(const Aspect& aspect, std::string_view noun) const {
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

    /// Whether the act at `i` bears on another thing than the question: « proposé de sac » where a dessert is asked.
    [[nodiscard]] bool has_other_object(const Aspect& aspect, std::size_t i) const {
        // « Un produit complémentaire », « une formule »: any thing may be one.
        for (const std::string& noun : aspect.nouns) {
            if (listed(any_object, stem_of(noun))) return false;
        }
        const Clause& clause = read_.clause_of(i);
        bool article = false;
        for (std::size_t k = i + 1; k <= i + 5 && k < clause.last; ++k) {
            const std::string_view at = word(k);
            if (listed(std::array{"de",  "d'",  "un",   "une",   "le",       "la",  "les",   "l'",  "du",    "des",
                                  "son", "sa",  "ses",  "ma",    "mon",      "mes", "au",    "aux", "aucun", "aucune",
                                  "que", "qu'", "deux", "trois", "quelques", "cet", "cette", "ce"},
                       at)) {
                article = true;
                continue;
            }
            if (read_.sense(k).infinitive) return false;
            if (!read_.sense(k).noun || !article || listed(no_objects, at)) continue;
            if (is_noun_asked(aspect, at) || at == "aide" || at == "service" || at == "chose") return false;
            return !aspect.nouns.empty();
        }
        if (is_passive(i)) {
            for (std::size_t k = clause.first; k < i; ++k) {
                if (!read_.sense(k).noun || read_.sense(k).verb) continue;
                if (is_noun_asked(aspect, word(k))) return false;
                article = true;
            }
            return article && !aspect.nouns.empty();
        }
        return false;
    }

    void weigh_cues(const Aspect& aspect, const Aspect::Part& part, const Asked& asked, Evidence& evidence) const {
        const Topic& topic = topic_list[part.topic];
        const bool act = (topic.traits & trait::act) != 0;
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (read_.sense(i).words[0] == 0) continue;
            std::size_t last = i + 1;
            const Cue* const cue = cue_at(part.topic, i, last);
            if (cue == nullptr) continue;
            const std::size_t at = i;
            i = last - 1;
            const Clause& clause = read_.clause_of(at);
            if (clause.hypothetical && (topic.traits & trait::conditional) == 0) continue;
            if (clause.quoted) {
                if (act && cue->agreeing && !cue->only_denied && !said_by_shopper(at)) evidence.agree(2, at, last);
                continue;
            }
            if (act && !asked.of_shopper && is_own_doing(at)) continue;
            if ((topic.traits & trait::object) != 0 && has_other_object(aspect, at)) {
                // « Une entrée ou un dessert »: where one of several is asked, another one will do.
                if (label_holds("ou") && !read_.denied(at)) evidence.agree(1, at, last);
                continue;
            }
            const bool denied = !cue->absolute && read_.denied(at);
            if (cue->only_denied && !denied) continue;
            const bool says_yes = (cue->agreeing != denied) != part.reversed;
            const bool noun = read_.sense(at).noun && !read_.sense(at).verb && !read_.sense(at).adjective;
            if (says_yes) {
                evidence.agree(noun || !cue->agreeing || cue->weak ? 1 : 2, at, last);
                continue;
            }
            // « Pas vérifié toutes les étiquettes » denies the verb, not the labels.
            if (noun && denied && cue->words.size() == 1 && !is_denied_noun(at)) continue;
            if (clause.limited) {
                evidence.doubt(read_.denial_start(at), last);
                continue;
            }
            const int weight = denied ? 2 : cue->strong || part.reversed ? 2 : 1;
            evidence.oppose(weight, read_.denial_start(at), last);
        }
    }

    /// Whether the denial bears on the noun itself: « aucun badge », « pas de merci », « sans un mot ».
    [[nodiscard]] bool is_denied_noun(std::size_t i) const {
        const std::size_t first = read_.clause_of(i).first;
        for (std::size_t k = i; k > first && i - k < 4; --k) {
            const std::string_view before = word(k - 1);
            if (listed(std::array{"aucun", "aucune", "sans", "ni", "de", "d'", "pas", "zero", "nul", "nulle", "moindre",
                                  "jamais", "un", "une"},
                       before))
                return true;
            if (!read_.sense(k - 1).adjective) return i == first;
        }
        return false;
    }

    [[nodiscard]] bool said_by_shopper(std::size_t i) const {
        const std::size_t index = read_.clause_index(i);
        for (std::size_t back = index; back > 0 && back + 3 > index; --back) {
            const Clause& clause = read_.clauses()[back - 1];
            if (clause.quoted) continue;
            return clause.subject == Subject::shopper;
        }
        return false;
    }

    void weigh_own_words(const Aspect& aspect, const Asked& asked, Evidence& evidence) const {
        if (aspect.own.empty()) return;
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            const CueWords::Sense& sense = read_.sense(i);
            if ((!sense.verb && !sense.adjective) || sense.noun) continue;
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
                evidence.oppose(2, read_.denial_start(i), i + 1);
            }
        }
    }

    /// « Aucun temps ne m'a été donné », « pas de gants », where the question speaks of a time, of gloves.
    void weigh_denied_nouns(const Aspect& aspect, Evidence& evidence) const {
        for (std::size_t i = 0; i + 1 < tokens().size(); ++i) {
            const std::string_view at = word(i);
            std::size_t noun = i + 1;
            if (at == "pas" || at == "plus" || at == "jamais") {
                if (word(i + 1) != "de" && word(i + 1) != "d'") continue;
                noun = i + 2;
            } else if (at != "aucun" && at != "aucune" && at != "sans" && at != "zero") {
                continue;
            }
            if (noun >= tokens().size() || !read_.denied(noun) || !read_.sense(noun).noun) continue;
            const Clause& clause = read_.clause_of(i);
            if (clause.limited || clause.hypothetical || clause.quoted || word(noun).size() < 4) continue;
            const auto asked_for = [&](const std::string& known) { return stem_of(known) == stem_of(word(noun)); };
            if (listed(bad_nouns, word(noun)) || std::none_of(aspect.nouns.begin(), aspect.nouns.end(), asked_for))
                continue;
            if (noun + 1 < clause.last && listed(std::array{"autre", "autres", "moi"}, word(noun + 1))) continue;
            evidence.oppose(2, read_.denial_start(i), std::min(clause.last, noun + 3));
        }
    }

    /// « Personne n'est venu », « il n'a rien dit », whatever the act was.
    void weigh_silence(const Asked& asked, Evidence& evidence) const {
        if (asked.of_shopper) return;
        for (const Clause& clause : read_.clauses()) {
            if (clause.sentence > 1) return;  // what opens the comment answers; what follows may be of other things
            if (clause.quoted || clause.hypothetical || clause.limited) continue;
            for (std::size_t i = clause.first; i < clause.last; ++i) {
                if (!read_.denied(i)) continue;
                const std::string_view at = word(i);
                const bool approach = at == "venu" || at == "venue" || at == "approche" || at == "occupe" ||
                                      at == "adresse" || at == "bouge" || at == "interesse" || at == "vient" ||
                                      at == "approchee";
                const bool nobody = approach && clause.subject == Subject::nobody;
                const bool mute = (asked.traits & trait::speech) != 0 && at == "mot" && i > clause.first &&
                                  (word(i - 1) == "un" || word(i - 1) == "aucun");
                const bool said_nothing = (asked.traits & trait::speech) != 0 && at == "dit" &&
                                          (i + 1 >= clause.last || read_.sense(i + 1).words[0] == 0) &&
                                          word(read_.denial_start(i)).starts_with("n") && i > 0 &&
                                          word(i - 1) == "rien" && !is_own_doing(i) &&
                                          (i + 1 >= tokens().size() || (word(i + 1) != "de" && word(i + 1) != "d'" &&
                                                                        word(i + 1) != "avant" && word(i + 1) != "a"));
                if (!nobody && !mute && !said_nothing) continue;
                evidence.oppose(2, read_.denial_start(i), i + 1);
                break;
            }
        }
    }

    [[nodiscard]] Evidence weigh(const Aspect& aspect, const Asked& asked) const {
        Evidence evidence;
        for (const Aspect::Part& part : aspect.parts) weigh_cues(aspect, part, asked, evidence);
        weigh_own_words(aspect, asked, evidence);
        return evidence;
    }

    // Decisions

    /// « Oui, mais… »: the shopper says himself that he knows what he answered.
    [[nodiscard]] bool opens_as(Side side) const {
        std::size_t first = 0;
        while (first < tokens().size() && !comments::is_content(tokens()[first])) ++first;
        if (first >= tokens().size()) return false;
        return (side == Side::yes && word(first) == "oui") ||
               (side == Side::no && word(first) == "non" &&
                word(first + 1 < tokens().size() ? first + 1 : first) != "seulement");
    }

    [[nodiscard]] bool statement(const Asked& asked, Side side) {
        constexpr std::size_t longest = 120;
        if (tokens().size() > longest || opens_as(side)) return false;
        std::vector<Evidence> told;
        for (const Aspect& aspect : asked.aspects) {
            if (!aspect.parts.empty() || !aspect.own.empty() || asked.aspects.size() == 1)
                told.push_back(weigh(aspect, asked));
        }
        if (told.empty()) return false;
        if (side == Side::yes || side == Side::best) return contradicts_yes(asked, side, told);
        return contradicts_no(asked, side, told);
    }

    [[nodiscard]] bool contradicts_yes(const Asked& asked, Side side, std::vector<Evidence>& told) {
        if (side == Side::yes) {
            if (asked.every) {
                for (std::size_t i = 0; i < tokens().size(); ++i) {
                    if (is_exception(i)) return report("exception-to-all", i, std::min(i + 4, read_.clause_of(i).last));
                }
            }
            std::size_t first = 0, last = 0;
            const bool unprompted = asked.unasked || told.front().agreeing == 0;
            if (unprompted && (asked.traits & trait::unasked) != 0 && !asked.of_shopper &&
                read_.had_to_ask(first, last) && read_.clause_of(first).sentence == 0) {
                return report("had-to-ask", first, last);
            }
            const bool silent =
                std::all_of(told.begin(), told.end(), [](const Evidence& evidence) { return evidence.agreeing == 0; });
            if (silent) weigh_denied_nouns(asked.aspects.back(), told.back());
            if (silent && ((asked.traits & trait::act) != 0 || asked.of_person)) weigh_silence(asked, told.back());
        }
        const bool any = asked.joined == Joined::any;
        const Evidence* opposed = nullptr;
        for (const Evidence& evidence : told) {
            const bool contrary = evidence.opposed >= 2 && evidence.agreeing == 0;
            if (contrary && opposed == nullptr) opposed = &evidence;
            if (any && !contrary) return false;
        }
        if (opposed == nullptr && side == Side::yes && asked.every && told.front().doubtful &&
            told.front().agreeing < 2) {
            return report("exception-to-all", told.front().doubtful_first, told.front().doubtful_last);
        }
        return opposed != nullptr && report("opposite-statement", opposed->opposed_first, opposed->opposed_last);
    }

    [[nodiscard]] bool contradicts_no(const Asked& asked, Side side, const std::vector<Evidence>& told) {
        // Beside a limit (« dans les deux minutes »), a late *non* is right: the quantities have been compared.
        if (has_limit(label_)) return false;
        if (has_any(turns) && !asked_again()) return false;
        const bool any = asked.joined == Joined::any;
        const bool with_denial = read_.has_denial();
        const int enough = side == Side::worst ? 4 : with_denial ? 4 : 2;
        const Evidence* agreeing = nullptr;
        for (const Evidence& evidence : told) {
            if (evidence.opposed > 0 || evidence.doubtful) return false;
            if (evidence.agreeing >= enough && agreeing == nullptr) agreeing = &evidence;
            if (!any && evidence.agreeing < enough) return false;
        }
        if (agreeing == nullptr) return false;
        if ((asked.traits & trait::unasked) != 0 && !asked.of_shopper && shopper_asked()) return false;
        // Of two things asked at once one may well be so beside *non*, unless all are.
        if (told.size() == 1 && label_holds("et") && !has_any(std::array{"tout", "tous", "toutes", "deux"}))
            return false;
        return report("opposite-statement", agreeing->agreeing_first, agreeing->agreeing_last);
    }

    /// The words that turn stand in no clause that matters: only « que » was found.
    [[nodiscard]] bool asked_again() const {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (word(i) == "que" || word(i) == "qu'") {
                // « ne … que » limits; any other « que » does not.
                bool limits = false;
                for (std::size_t k = read_.clause_of(i).first; k < i; ++k) limits |= word(k) == "ne" || word(k) == "n'";
                if (limits) return false;
                continue;
            }
            if (listed(turns, word(i)) && !read_.clause_of(i).quoted) return false;
        }
        return true;
    }

    [[nodiscard]] bool shopper_asked() const {
        for (std::size_t i = 0; i + 1 < tokens().size(); ++i) {
            const bool asks =
                word(i).starts_with("demand") || (word(i).starts_with("pos") && read_.word(i + 1) == "la") ||
                word(i).starts_with("interpel") || word(i).starts_with("sollicit") || word(i).starts_with("chercher") ||
                word(i).starts_with("abord") || word(i).starts_with("appel");
            if (asks && is_own_doing(i)) return true;
        }
        return false;
    }

    [[nodiscard]] bool label_holds(std::string_view wanted) const {
        for (std::size_t i = 0; i < label_.tokens().size(); ++i) {
            if (label_.folded(i) == wanted) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_exception(std::size_t i) const {
        const std::string_view at = word(i);
        if (at == "sauf" || at == "hormis" || at == "excepte") return !read_.denied(i);
        return (at == "part" || at == "exception") && i > 0 && (word(i - 1) == "a" || word(i - 1) == "l'") &&
               i + 1 < tokens().size() && at != "part";
    }

    /// « Aucun, tout fonctionnait » beside a comment that makes an exception, or beside another choice.
    void none_of_many() {
        const Question& question = *box_.question;
        const std::string& value = *box_.answer->value;
        const auto chosen = std::find_if(question.choices.begin(), question.choices.end(),
                                         [&](const Choice& choice) { return choice.name == value; });
        if (chosen == question.choices.end() || !is_none(chosen->label)) return;
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (is_exception(i)) {
                report("exception-to-all", i, std::min(i + 4, read_.clause_of(i).last));
                return;
            }
        }
        Asked asked = read_question(question, label_, topics_);
        // « Quels équipements ne fonctionnaient pas ? Aucun »: nothing that is opposed was met.
        Evidence evidence;
        for (const Aspect& aspect : asked.aspects) {
            for (Aspect::Part part : aspect.parts) {
                part.reversed = false;
                weigh_cues(aspect, part, asked, evidence);
            }
        }
        const bool of_faults =
            asked.negative || std::any_of(asked.aspects.begin(), asked.aspects.end(), [](const Aspect& aspect) {
                return std::any_of(aspect.parts.begin(), aspect.parts.end(),
                                   [](const Aspect::Part& part) { return part.reversed; });
            });
        if (of_faults && evidence.opposed >= 2 && evidence.agreeing == 0) {
            report("opposite-statement", evidence.opposed_first, evidence.opposed_last);
        }
    }

    [[nodiscard]] static bool is_none(std::string_view label) {
        const std::string folded = language::fold(label);
        return folded.starts_with("aucun") || folded.starts_with("rien") || folded.starts_with("personne");
    }

    /// A mark from 0 to 10 as a side.
    [[nodiscard]] Side side_of_mark() const {
        const Question& question = *box_.question;
        if (question.type != QuestionType::integer) return Side::none;
        const std::string label = language::fold(question.label);
        double most = 0;
        for (const auto& [words, top] :
             {std::pair{"0 a 10", 10.0}, std::pair{"1 a 10", 10.0}, std::pair{"sur 10", 10.0}, std::pair{"0 a 5", 5.0},
              std::pair{"1 a 5", 5.0}, std::pair{"sur 5", 5.0}}) {
            if (label.find(words) != std::string::npos) most = top;
        }
        if (most == 0) return Side::none;
        char* parsed = nullptr;
        const double mark = std::strtod(box_.answer->value->c_str(), &parsed);
        if (parsed == box_.answer->value->c_str()) return Side::none;
        return mark >= 0.85 * most ? Side::best : mark <= 0.3 * most ? Side::worst : Side::none;
    }

    /// A yes or no as the end of a scale that its negative choice tells.
    [[nodiscard]] Side extreme(Side side) const {
        const Question& question = *box_.question;
        if (side == Side::best || side == Side::worst) return side;
        if (question.negative.empty() || question.choices.size() > 2) return Side::none;
        return question.is_negative(*box_.answer->value) ? Side::worst : Side::best;
    }

    [[nodiscard]] bool judgement(Side side) {
        if (side != Side::best && side != Side::worst) return false;
        Evidence evidence;
        Asked asked;
        weigh_cues(Aspect{}, {judgement_topic, false}, asked, evidence);
        const bool good = side == Side::best;
        const int contrary = good ? evidence.opposed : evidence.agreeing / 2;
        const int agreeing = good ? evidence.agreeing : evidence.opposed;
        if (contrary < 2 || agreeing > 0 || has_any(turns)) return false;
        if (!good && read_.has_denial()) return false;
        return good ? report("opposite-judgement", evidence.opposed_first, evidence.opposed_last)
                    : report("opposite-judgement", evidence.agreeing_first, evidence.agreeing_last);
    }

    const Topics& topics_;
    const Box& box_;
    std::vector<Finding>& findings_;
    ReadComment read_;
    Comment label_;
};

}  // namespace

ContradictionFinder::ContradictionFinder(std::shared_ptr<const language::Lexicon> lexicon)
    : topics_(std::move(lexicon)) {}

void ContradictionFinder::find(const Box& box, std::vector<Finding>& findings) const {
    if (box.question->type == QuestionType::text || !box.answer->value || !box.answer->comment) return;
    // A megabyte of words is no comment to be read closely.
    constexpr std::size_t longest = 2000;
    if (box.comment.tokens().size() > longest) return;
    Pass(topics_, box, findings).run();
}

}  // namespace relis::consistency
