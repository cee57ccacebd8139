#include "contradictions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace relis::consistency {

using comments::Comment;
using language::PartOfSpeech;
using language::Token;
using language::TokenKind;

namespace {

constexpr std::array weak_lemmas{"être",    "avoir",   "faire",    "pouvoir", "devoir",  "vouloir", "aller",  "sembler",
                                 "juger",   "trouver", "voir",     "visiter", "mettre",  "prendre", "donner", "passer",
                                 "venir",   "savoir",  "rendre",   "penser",  "estimer", "dire",    "payer",  "acheter",
                                 "arriver", "entrer",  "utiliser", "rester",  "seul",    "même",    "autre",  "tout",
                                 "premier", "dernier", "quel",     "jour",    "bon",     "grand",   "petit"};

constexpr std::array praise_lemmas{
    "propre",   "impeccable",  "parfait",     "excellent",  "souriant",    "aimable",   "poli",          "courtois",
    "gentil",   "sympathique", "agréable",    "chaleureux", "délicieux",   "savoureux", "irréprochable", "serviable",
    "attentif", "accueillant", "attentionné", "ravi",       "enchanté",    "satisfait", "recommander",   "magnifique",
    "superbe",  "formidable",  "féliciter",   "efficace",   "remarquable", "soigné",    "immaculé",      "exemplaire"};

constexpr std::array blame_lemmas{
    "sale",         "crasseux", "dégoûtant",   "taché",      "poussiéreux", "malpropre", "impoli",       "grossier",
    "désagréable",  "nul",      "horrible",    "décevant",   "déçu",        "mauvais",   "insatisfait",  "jonché",
    "collant",      "périmé",   "flétri",      "moisi",      "pourri",      "ignorer",   "bâcler",       "déconseiller",
    "inacceptable", "médiocre", "insuffisant", "sec",        "froid",       "infect",    "immangeable",  "épouvantable",
    "lamentable",   "soupirer", "puer",        "déplorable", "saleté",      "crasse",    "antipathique", "rude",
    "brusque",      "bruyant",  "répugnant",   "mécontent"};

// Words that turn or limit what is said: then it takes a person to say whether it contradicts.
constexpr std::array turns{"mais",     "cependant", "toutefois",  "pourtant", "sauf",       "seulement", "uniquement",
                           "presque",  "peine",     "finalement", "malgre",   "sinon",      "jusqu'",    "neanmoins",
                           "revanche", "hormis",    "excepte",    "bemol",    "quoique",    "partie",    "moitie",
                           "tard",     "apres",     "avant",      "trop",     "pourrait",   "aurait",    "auraient",
                           "serait",   "devrait",   "fini",       "force",    "initiative", "insiste"};

// Words that date or select it: what is denied of one moment or one person may be true of another.
constexpr std::array selections{"immediatement", "abord",   "debut",   "suite",    "ensuite",  "puis",
                                "toujours",      "tous",    "toutes",  "autre",    "autres",   "lorsque",
                                "quand",         "parfois", "souvent", "si",       "quelques", "certains",
                                "certaines",     "second",  "seconde", "deuxieme", "premier",  "premiere"};

/// A question about one of these acts is answered by any of its verbs.
struct Family {
    std::string_view trigger;  ///< folded, somewhere in the question
    std::array<std::string_view, 7> verbs;
};
constexpr std::array families{
    Family{"salu", {"saluer", "sourire", "accueillir"}},
    Family{"sourire", {"saluer", "sourire", "accueillir"}},
    Family{"aide", {"aider", "accompagner", "conduire", "montrer", "conseiller", "proposer", "offrir"}},
    Family{"conseil", {"aider", "conseiller", "proposer", "suggérer"}},
    Family{"propose", {"proposer", "offrir", "suggérer", "recommander"}},
    Family{"suggere", {"proposer", "offrir", "suggérer", "recommander"}},
    Family{"annonce", {"annoncer", "prévenir", "préciser", "indiquer"}}};

constexpr std::array negations{"pas",   "jamais", "aucun",  "aucune", "personne", "rien",    "ni", "nullement",
                               "guere", "sans",   "oublie", "omis",   "refuse",   "neglige", "non"};

template <class Words>
bool listed(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

enum class Answered { yes, no, other };

Answered answered(const Question& question, const std::string& value) {
    if (question.type != QuestionType::select_one) return Answered::other;
    std::string word = language::fold(value);
    for (const Choice& choice : question.choices) {
        if (choice.name == value && word != "oui" && word != "non") word = language::fold(choice.label);
    }
    return word == "oui" ? Answered::yes : word == "non" ? Answered::no : Answered::other;
}

std::string label_of(const Question& question, const std::string& value) {
    for (const Choice& choice : question.choices) {
        if (choice.name == value && !choice.label.empty()) return choice.label;
    }
    return value;
}

}  // namespace

ContradictionFinder::ContradictionFinder(std::shared_ptr<const language::Lexicon> lexicon)
    : lexicon_(std::move(lexicon)) {
    const auto add = [&](const auto& words, std::unordered_set<language::LemmaId>& into) {
        for (const std::string_view word : words) {
            for (const PartOfSpeech part : {PartOfSpeech::verb, PartOfSpeech::adjective, PartOfSpeech::noun}) {
                for (const language::LemmaId lemma : lexicon_->lemmas(word, part)) into.insert(lemma);
            }
        }
    };
    add(weak_lemmas, weak_);
    add(praise_lemmas, praise_);
    add(blame_lemmas, blame_);
}

/// The check of one box.
struct ContradictionFinder::Pass {
    const ContradictionFinder& finder;
    const Box& box;
    std::vector<Finding>& findings;

    [[nodiscard]] const std::vector<Token>& tokens() const { return box.comment.tokens(); }
    [[nodiscard]] std::string_view word(std::size_t i) const { return box.comment.folded(i); }

    void report(const char* rule, std::size_t first, std::size_t last) {
        findings.push_back(finding_in(box, first, last, rule, Category::contradiction,
                                      "Vous avez répondu " + quoted(label_of(*box.question, *box.answer->value)) +
                                          ", mais le commentaire semble dire le contraire : " +
                                          quoted(box.comment.quote(first, last)) + ". Lequel des deux est exact ?"));
    }

    [[nodiscard]] bool has_any(const auto& words, std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last; ++i) {
            if (listed(words, word(i))) return true;
        }
        return false;
    }

    /// The lemmas of a token, verbs and adjectives only, without the weak ones.
    [[nodiscard]] std::vector<language::LemmaId> telling_lemmas(const Token& token) const {
        std::vector<language::LemmaId> lemmas;
        if (token.kind != TokenKind::word) return lemmas;
        const auto form = finder.lexicon_->find_in_any_case(token.form);
        if (!form) return lemmas;
        for (const language::Analysis analysis : finder.lexicon_->analyses(*form)) {
            const PartOfSpeech part = analysis.features.part;
            if (part != PartOfSpeech::verb && part != PartOfSpeech::adjective) {
                // A noun or a little word that is spelt like a verb tells nothing sure.
                if (part != PartOfSpeech::interjection && part != PartOfSpeech::proper_noun) return {};
                continue;
            }
            if (finder.weak_.contains(analysis.lemma)) return {};
            lemmas.push_back(analysis.lemma);
        }
        return lemmas;
    }

    [[nodiscard]] bool opening(Answered answer) {
        std::size_t first = 0;
        while (first < tokens().size() && !comments::is_content(tokens()[first])) ++first;
        if (first + 1 >= tokens().size()) return false;
        const bool stands_alone = listed(std::array{",", ".", "!", ";", ":", "..."}, word(first + 1));
        const bool goes_on = listed(
            std::array{"il", "elle", "on", "je", "j'", "ils", "elles", "personne", "aucun", "aucune"}, word(first + 1));
        if (!stands_alone && !goes_on) return false;
        const std::string_view said = word(first);
        const bool contrary = (answer == Answered::yes && said == "non") ||
                              (answer == Answered::no && (said == "oui" || said == "ouais" || said == "ouai"));
        if (!contrary || denial_is_hedged(first)) return false;
        const std::size_t sentence_end = box.comment.sentences()[tokens()[first].sentence].last_token;
        report("opposite-opening", first, std::min(sentence_end, first + 12));
        return true;
    }

    /// Whether the sentence of a denial turns, limits, dates or selects what it denies.
    [[nodiscard]] bool denial_is_hedged(std::size_t i) const {
        const language::Sentence& sentence = box.comment.sentences()[tokens()[i].sentence];
        return has_any(turns, sentence.first_token, sentence.last_token) ||
               has_any(selections, sentence.first_token, sentence.last_token);
    }

    /// Whether the shopper had to ask, so that what followed was not offered.
    [[nodiscard]] bool had_to_ask() const {
        for (std::size_t i = 0; i + 1 < tokens().size(); ++i) {
            if (word(i) == "j'" && word(i + 1) == "ai" && i + 3 < tokens().size()) {
                for (std::size_t k = i + 2; k < i + 5 && k < tokens().size(); ++k) {
                    if (listed(std::array{"du", "demande", "interpelle", "cherche", "appele", "aborde", "sollicite"},
                               word(k))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// « N'a pas oublié de saluer »: a denial denied.
    [[nodiscard]] bool denies_a_denial(std::size_t first, std::size_t i) const {
        bool denied = false;
        for (std::size_t k = first; k < i; ++k) {
            if (denied && listed(std::array{"oublie", "omis", "refuse", "neglige"}, word(k))) return true;
            denied |= listed(std::array{"pas", "jamais", "personne", "aucun", "aucune"}, word(k));
        }
        return false;
    }

    /// Whether a negation bears on token `i`, looking no further than its clause; `first` is then where it begins.
    [[nodiscard]] bool negated(std::size_t i, std::size_t& first) const {
        const auto breaks = [&](std::size_t k) {
            return tokens()[k].kind == TokenKind::punctuation || word(k) == "et" || word(k) == "mais";
        };
        first = i;
        std::size_t found = 0;
        for (std::size_t back = 1; back <= 6 && back <= i && tokens()[i - back].sentence == tokens()[i].sentence;
             ++back) {
            const std::size_t k = i - back;
            if (breaks(k)) break;
            // « N'a pas manqué de saluer » affirms, as two denials do.
            if (listed(std::array{"manque", "hesite"}, word(k))) return false;
            const bool near_only = listed(std::array{"sans", "ni", "oublie", "omis", "refuse", "neglige"}, word(k));
            if ((near_only && back > 3) || !listed(negations, word(k))) continue;
            ++found;
            first = k;
            for (std::size_t more = k; more > 0 && k - more < 4 && !breaks(more - 1); --more) {
                if (word(more - 1) == "ne" || word(more - 1) == "n'") first = more - 1;
            }
        }
        if (found > 0) return !denies_a_denial(first, i);
        for (std::size_t k = i + 1; k <= i + 3 && k < tokens().size() && !breaks(k); ++k) {
            // « N'a proposé aucune boisson » denies the drink, not the proposal.
            if (listed(std::array{"pas", "jamais", "rien", "personne"}, word(k)) && i > 0 &&
                has_any(std::array{"ne", "n'"}, i > 4 ? i - 4 : 0, i)) {
                for (std::size_t more = i; more > 0 && i - more < 4; --more) {
                    if (word(more - 1) == "ne" || word(more - 1) == "n'") first = more - 1;
                }
                return true;
            }
        }
        return false;
    }

    /// Whether another thing than the question asked about comes right after token `i`: « proposé de sac ».
    [[nodiscard]] bool has_other_object(std::size_t i, const Comment& label) const {
        bool article = false;
        for (std::size_t k = i + 1; k <= i + 4 && k < tokens().size(); ++k) {
            if (tokens()[k].kind == TokenKind::punctuation ||
                listed(std::array{"il", "elle", "on", "je", "et", "ni"}, word(k))) {
                return false;
            }
            if (listed(std::array{"de", "d'", "un", "une", "le", "la", "les", "l'", "du", "des", "son", "sa", "ses",
                                  "au", "aux", "que", "qu'"},
                       word(k))) {
                article = true;
                continue;
            }
            if (!article || word(k).size() < 3) continue;
            for (std::size_t j = 0; j < label.tokens().size(); ++j) {
                if (label.folded(j).substr(0, 4) == word(k).substr(0, 4)) return false;
            }
            return true;
        }
        return false;
    }

    [[nodiscard]] static bool has_any_of(const Comment& label, const auto& words) {
        for (std::size_t i = 0; i < label.tokens().size(); ++i) {
            if (listed(words, label.folded(i))) return true;
        }
        return false;
    }

    /// What the question asks: the verbs and adjectives after its inverted subject, and those of the same family.
    [[nodiscard]] std::vector<language::LemmaId> asked_lemmas(const Comment& label) const {
        std::vector<language::LemmaId> asked;
        bool inverted = false;
        for (std::size_t i = 0; i < label.tokens().size(); ++i) {
            inverted |= label.tokens()[i].kind == TokenKind::enclitic || label.folded(i) == "est-ce";
            if (!inverted) continue;
            for (const language::LemmaId lemma : telling_lemmas(label.tokens()[i])) asked.push_back(lemma);
        }
        const std::string text = label.skeleton();
        for (const Family& family : families) {
            if (text.find(family.trigger) == std::string::npos) continue;
            for (const std::string_view verb : family.verbs) {
                if (verb.empty()) continue;
                for (const language::LemmaId lemma : finder.lexicon_->lemmas(verb, PartOfSpeech::verb))
                    asked.push_back(lemma);
            }
        }
        return asked;
    }

    /// « Aucun temps ne m'a été donné », where the question speaks of a time.
    [[nodiscard]] bool denied_noun(const Comment& label, std::size_t& begin, std::size_t& end) const {
        for (std::size_t i = 0; i + 1 < tokens().size(); ++i) {
            const bool none = word(i) == "aucun" || word(i) == "aucune";
            if (!none || word(i + 1).size() < 4 || denial_is_hedged(i)) continue;
            for (std::size_t k = 0; k < label.tokens().size(); ++k) {
                if (label.folded(k) != word(i + 1)) continue;
                begin = i;
                const language::Sentence& sentence = box.comment.sentences()[tokens()[i].sentence];
                end = std::min(sentence.last_token, i + 6);
                return true;
            }
        }
        return false;
    }

    /// The question's own verb or adjective, denied beside *oui* or affirmed beside *non*.
    [[nodiscard]] bool statement(Answered answer) {
        constexpr std::size_t longest = 60;
        if (tokens().size() > longest) return false;
        const Comment label(box.question->label);
        if (has_any_of(label, std::array{"ne", "n'", "pas", "sans", "manquait", "manquaient"})) return false;
        const std::vector<language::LemmaId> asked = asked_lemmas(label);
        std::size_t denied = 0, affirmed = 0, begin = 0, end = 0;
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            const auto lemmas = telling_lemmas(tokens()[i]);
            const bool asked_about = std::any_of(lemmas.begin(), lemmas.end(), [&](language::LemmaId lemma) {
                return std::find(asked.begin(), asked.end(), lemma) != asked.end();
            });
            if (!asked_about) continue;
            std::size_t first = i;
            const bool is_denied = negated(i, first);
            if ((is_denied && denial_is_hedged(i)) || has_other_object(i, label)) return false;
            if ((is_denied ? denied++ : affirmed++) == 0) {
                begin = is_denied ? first : (i > 2 ? i - 2 : 0);
                end = i + 1;
            }
        }
        if (answer == Answered::yes && denied + affirmed == 0 && denied_noun(label, begin, end)) denied = 1;
        if (answer == Answered::yes && denied > 0 && affirmed == 0) {
            report("opposite-statement", begin, end);
            return true;
        }
        if (denied + affirmed == 0) return false;
        // Of two things asked at once, one may well be affirmed beside *non*, unless all of it is.
        const bool several = has_any_of(label, std::array{"et", "ainsi"});
        const language::Sentence& told = box.comment.sentences()[tokens()[std::max<std::size_t>(end, 1) - 1].sentence];
        if (several && !has_any(std::array{"tout", "tous", "toutes"}, told.first_token, told.last_token)) return false;
        if (answer == Answered::no && affirmed > 0 && denied == 0 && !has_any(negations, 0, tokens().size()) &&
            !has_any(turns, 0, tokens().size()) && !had_to_ask()) {
            report("opposite-statement", begin, end);
            return true;
        }
        return false;
    }

    /// +1 for the best choice of the question, -1 for its worst, 0 where that is not told.
    [[nodiscard]] int extreme() const {
        const Question& question = *box.question;
        if (question.type != QuestionType::select_one || question.choices.size() < 2 || question.negative.empty())
            return 0;
        const std::string& value = *box.answer->value;
        const bool negative = question.is_negative(value);
        if (question.choices.size() > 2 && value != question.choices.front().name &&
            value != question.choices.back().name) {
            return 0;
        }
        return negative ? -1 : 1;
    }

    [[nodiscard]] bool judgement() {
        const int side = extreme();
        if (side == 0) return false;
        std::size_t praise = 0, blame = 0, first = 0, last = 0;
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (tokens()[i].kind != TokenKind::word) continue;
            const auto form = finder.lexicon_->find_in_any_case(tokens()[i].form);
            if (!form) continue;
            bool praises = false, blames = false;
            for (const language::Analysis analysis : finder.lexicon_->analyses(*form)) {
                praises |= finder.praise_.contains(analysis.lemma);
                blames |= finder.blame_.contains(analysis.lemma);
            }
            if (!praises && !blames) continue;
            std::size_t from = i;
            const bool turned = negated(i, from);
            const bool good = praises != turned;
            if ((side > 0) != good) {
                if (praise + blame == 0) first = from;
                last = i + 1;
            }
            (good ? praise : blame) += 1;
        }
        const std::size_t contrary = side > 0 ? blame : praise;
        const std::size_t agreeing = side > 0 ? praise : blame;
        if (contrary < 2 || agreeing > 0 || has_any(turns, 0, tokens().size())) return false;
        if (side < 0 && has_any(negations, 0, tokens().size())) return false;
        report("opposite-judgement", first, last);
        return true;
    }

    /// A number of minutes told in the comment against the number in the value.
    void duration() {
        const Question& question = *box.question;
        if (question.type != QuestionType::integer && question.type != QuestionType::decimal) return;
        const std::string label = language::fold(question.label);
        if (label.find("minute") == std::string::npos) return;
        char* parsed = nullptr;
        const double value = std::strtod(box.answer->value->c_str(), &parsed);
        if (parsed == box.answer->value->c_str()) return;
        std::optional<double> told;
        std::size_t at = 0;
        for (std::size_t i = 0; i + 1 < tokens().size(); ++i) {
            if (tokens()[i].kind != TokenKind::number || (word(i + 1) != "minutes" && word(i + 1) != "min")) continue;
            if (told || denial_is_hedged(i)) return;
            told = std::strtod(std::string(word(i)).c_str(), nullptr);
            at = i;
        }
        if (!told) return;
        const language::Sentence& sentence = box.comment.sentences()[tokens()[at].sentence];
        bool about = false;
        for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
            about |= word(i).starts_with("attend") || word(i).starts_with("attente");
        }
        // Rounding is no contradiction: five minutes for four and a half, twenty for eighteen.
        if (!about || std::abs(*told - value) <= std::max(2.0, 0.25 * std::max(*told, value))) return;
        report("other-duration", at, at + 2);
    }

    void run() {
        if (box.question->type == QuestionType::text || !box.answer->value || !box.answer->comment) return;
        duration();
        const Answered answer = answered(*box.question, *box.answer->value);
        if (answer != Answered::other && (opening(answer) || statement(answer))) return;
        (void)judgement();
    }
};

void ContradictionFinder::find(const Box& box, std::vector<Finding>& findings) const {
    Pass{*this, box, findings}.run();
}

}  // namespace relis::consistency
