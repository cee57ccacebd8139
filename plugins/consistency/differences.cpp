#include "differences.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>

#include <relis/prose.h>

#include "asked.h"
#include "quantities.h"
#include "times.h"
#include "word_set.h"

namespace relis::consistency {

using comments::Comment;
using language::TokenKind;

namespace {

bool holds_any(std::string_view text, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

bool is_wait_word(std::string_view word) {
    return word.starts_with("attend") || word.starts_with("attente") || word.starts_with("patient") ||
           word.starts_with("poireaut") || word == "file" || word == "queue";
}

/// A text of the report with its quantities.
struct Told {
    const Box* box;
    std::vector<Quantity> quantities;
    std::vector<bool> quoted;  ///< token by token: between quotation marks
};

Told read_box(const Box& box) {
    const auto& tokens = box.comment.tokens();
    Told told{&box, box.quantities, std::vector<bool>(tokens.size())};
    bool inside = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool mark = tokens[i].kind == TokenKind::punctuation || tokens[i].kind == TokenKind::symbol;
        const std::string_view word = mark ? box.comment.folded(i) : std::string_view{};
        if (word == "«" || word == "“") inside = true;
        if (inside) told.quoted[i] = true;
        if (word == "»" || word == "”") inside = false;
    }
    std::erase_if(told.quantities, [&](const Quantity& quantity) { return told.quoted[quantity.first]; });
    return told;
}

class Pass {
  public:
    Pass(const Report& report, const Context& context, const std::vector<Box>& boxes, std::vector<Finding>& findings)
        : report_(report), context_(context), findings_(findings) {
        told_.reserve(boxes.size());
        for (const Box& box : boxes) told_.push_back(read_box(box));
    }

    void run() {
        for (const Question& question : context_.questionnaire().questions) {
            const Answer* const answer = report_.find(question.name);
            if (answer == nullptr) continue;
            if (context_.applicability(question.name) == Applicability::does_not_apply) {
                follow_up(question, *answer);
                continue;
            }
            if (!answer->value) continue;
            const bool choice =
                question.type == QuestionType::select_one || question.type == QuestionType::select_multiple;
            const std::string label = choice ? std::string{} : comments::fold_quickly(question.label);
            if (question.type == QuestionType::integer || question.type == QuestionType::decimal) {
                if (const auto value = number_of(*answer->value)) {
                    amount(question, *answer, label, *value);
                    wait(question, *answer, label, *value);
                    offers(question, *answer, label, *value);
                }
            } else if (question.type == QuestionType::time) {
                hour(question, *answer, label);
            } else if (question.type == QuestionType::select_multiple) {
                none_and_some(question, *answer);
            }
        }
        stay();
    }

  private:
    void add(const Question& question, const char* rule, const std::string& said, const Comment& comment,
             std::size_t first, std::size_t last, const Question& where) {
        Finding finding;
        finding.rule = rule;
        finding.category = Category::contradiction;
        finding.question = question.name;
        finding.message = "Vous avez répondu " + quoted(said) + ", mais vous écrivez aussi " +
                          quoted(comment.quote(first, last)) + " à la question " + quoted(where.label) +
                          ". Lequel des deux est exact ?";
        findings_.push_back(std::move(finding));
    }

    [[nodiscard]] bool already_found(const Question& question) const {
        return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& finding) {
            return finding.question == question.name && finding.category == Category::contradiction;
        });
    }

    // Amounts

    [[nodiscard]] static bool asks_total(const std::string& label) {
        return holds_any(label, {"montant", "total", "addition", "facture", "paye", "depens"}) &&
               !holds_any(label,
                          {"pourboire", "remise", "rabais", "econom", "difference", "ecart", "caution", "depot"}) &&
               holds_any(label, {"$", "€", "dollar", "euro", "montant", "addition", "prix", "achat"});
    }

    /// « Un total de 23,40 $ », « j'ai payé 23,40 $ », and not « payé 3 $ le kilo ».
    [[nodiscard]] static bool is_total(const Comment& comment, const Quantity& quantity) {
        const language::Sentence& sentence = comment.sentences()[comment.tokens()[quantity.first].sentence];
        if (quantity.last < sentence.last_token &&
            is_any(comment.folded(quantity.last), "le", "la", "l'", "de", "d'", "pour", "chacun", "chacune", "piece",
                   "kilo", "par", "en", "au", "mon", "ma", "mes", "les", "/", "du", "moins", "plus", "chaque", "un",
                   "une")) {
            return false;
        }
        bool cue = false;
        for (std::size_t back = 1; back <= 5 && back <= quantity.first - sentence.first_token; ++back) {
            const std::string_view word = comment.folded(quantity.first - back);
            // Of something else, or not what was paid
            if (is_any(word, "rabais", "remise", "pourboire", "economie", "taxes", "supplement", "frais", "moins",
                       "plus", "aurait", "devait", "sur", "rendu", "monnaie", "billet", "depot", "caution", "lieu",
                       "estim", "estimation", "soumission", "devis")) {
                return false;
            }
            cue |= is_any(word, "total", "addition", "montant", "paye", "payee", "payer", "regle", "reglee", "encaisse",
                          "debourse", "debite", "eleve", "elevait", "elevee", "coute", "coutait", "revenait", "revient",
                          "revenu") ||
                   (word == "facture" && quantity.first > back &&
                    is_any(comment.folded(quantity.first - back - 1), "la", "ma", "une", "cette"));
        }
        return cue;
    }

    void amount(const Question& question, const Answer& answer, const std::string& label, double value) {
        if (!asks_total(label)) return;
        const Told* where = nullptr;
        const Quantity* other = nullptr;
        for (const Told& told : told_) {
            for (const Quantity& quantity : told.quantities) {
                if (quantity.unit != Unit::money) continue;
                if (std::abs(quantity.value - value) < 1) return;  // told as answered, or rounded
                if (quantity.approximate && std::abs(quantity.value - value) <= 0.15 * value) return;
                if (other != nullptr || !is_total(told.box->comment, quantity)) continue;
                where = &told;
                other = &quantity;
            }
        }
        // Far from the value, it is of something else.
        if (other == nullptr || std::abs(other->value - value) <= 0.02 * value) return;
        if (other->value < 0.4 * value || other->value > 2.5 * value) return;
        add(question, "other-amount", *answer.value, where->box->comment, other->first, other->last,
            *where->box->question);
    }

    // Waits

    /// The nouns of a label that say where: not « attente », « minutes », « temps ».
    [[nodiscard]] static std::vector<std::string> places_of(const std::string& label) {
        std::vector<std::string> places;
        const Comment words(label);
        for (std::size_t i = 0; i < words.tokens().size(); ++i) {
            const std::string_view word = words.folded(i);
            if (words.tokens()[i].kind != TokenKind::word || word.size() < 5) continue;
            if (is_wait_word(word) || word.starts_with("minute") || word.starts_with("combien") ||
                word.starts_with("temps") || word.starts_with("avez") || word.starts_with("avant") ||
                word.starts_with("duree") || word.starts_with("ecoule") || word.starts_with("nombre") ||
                word.starts_with("entre") ||
                is_any(word, "votre", "notre", "conduit", "conduite", "servi", "parler", "quelqu'un", "personne",
                       "prise", "charge", "debut", "moment")) {
                continue;
            }
            places.emplace_back(word.substr(0, 5));
        }
        return places;
    }

    [[nodiscard]] bool is_only_wait(const Question& question) const {
        const auto& questions = context_.questionnaire().questions;
        return std::none_of(questions.begin(), questions.end(), [&](const Question& other) {
            return other.name != question.name &&
                   (other.type == QuestionType::integer || other.type == QuestionType::decimal) &&
                   asks_wait(comments::fold_quickly(other.label));
        });
    }

    [[nodiscard]] static bool asks_wait(const std::string& label) {
        return label.find("minute") != std::string::npos && label.find("total") == std::string::npos &&
               (holds_any(label, {"attend", "attente", "patient"}) ||
                (holds_any(label, {"avant d", "avant qu", "avant la prise", "avant votre prise", "avant l"}) &&
                 !holds_any(label, {"annonc", "promis", "prevu"})));
    }

    void wait(const Question& question, const Answer& answer, const std::string& label, double value) {
        if (!asks_wait(label) || already_found(question)) return;
        const auto may_be_wait = [](const Quantity& quantity) {
            return quantity.unit == Unit::seconds && quantity.value < 7200 && quantity.value >= 60;
        };
        std::vector<const Told*> elsewhere;
        for (const Told& told : told_) {
            if (std::ranges::any_of(told.quantities, may_be_wait) && told.box->question->name != question.name)
                elsewhere.push_back(&told);
        }
        if (elsewhere.empty()) return;
        const auto places = places_of(label);
        const bool only = places.empty() && is_only_wait(question);
        const Told* where = nullptr;
        const Quantity* other = nullptr;
        for (const Told* const one : elsewhere) {
            const Told& told = *one;
            const std::string asked = comments::fold_quickly(told.box->question->label);
            const bool same_place = std::any_of(places.begin(), places.end(), [&](const std::string& place) {
                return asked.find(place) != std::string::npos;
            });
            for (const Quantity& quantity : told.quantities) {
                if (!may_be_wait(quantity)) continue;
                if (!is_of_wait(told, quantity, places, same_place, only)) continue;
                const double minutes = quantity.value / 60;
                // Half as long again is still the same wait, guessed.
                if (std::abs(minutes - value) <= std::max(4.0, 0.6 * std::max(minutes, value))) return;
                if (other == nullptr) {
                    where = &told;
                    other = &quantity;
                }
            }
        }
        if (other == nullptr) return;
        add(question, "other-duration", *answer.value + " min", where->box->comment, other->first, other->last,
            *where->box->question);
    }

    [[nodiscard]] static bool is_of_wait(const Told& told, const Quantity& quantity,
                                         const std::vector<std::string>& places, bool same_place, bool only) {
        const Comment& comment = told.box->comment;
        const language::Sentence& sentence = comment.sentences()[comment.tokens()[quantity.first].sentence];
        bool waits = false, here = false, elsewhere = false, another = false;
        for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
            const std::string_view word = comment.folded(i);
            waits |= is_wait_word(word);
            here |= std::any_of(places.begin(), places.end(),
                                [&](const std::string& place) { return word.starts_with(place); });
            elsewhere |=
                holds_any(word, {"caisse", "comptoir", "table", "cabine", "toilette", "plat", "repas", "reception",
                                 "guichet", "telephone", "ligne", "bus", "taxi", "dessert", "addition", "cafe"});
            // « sans que personne me parle »
            waits |= word == "sans" && i + 2 < sentence.last_token &&
                     is_any(comment.folded(i + 1), "que", "qu'", "voir") &&
                     is_any(comment.folded(i + 2), "personne", "on", "aucun", "aucune", "un", "une", "quelqu'un");
            if (i > quantity.last + 3) continue;
            another |= word == "client" || word == "cliente" || word == "dame" || word == "monsieur" ||
                       word == "couple" || word == "aurait" || word == "annonce" || word.starts_with("promis") ||
                       word == "prevu" || word == "encore" || word == "dont" || word == "total" ||
                       word.starts_with("dit") || word == "environ" || word == "estime";
        }
        if (!waits || another) return false;
        // « En quarante minutes, j'ai attendu debout le quart du temps »: the whole visit
        if (quantity.first > sentence.first_token &&
            is_any(comment.folded(quantity.first - 1), "en", "sur", "ces", "mes", "des"))
            return false;
        // « Attendu douze minutes pour ma coupe », « que la porte s'ouvre »: of something else
        if (quantity.last < sentence.last_token &&
            is_any(comment.folded(quantity.last), "pour", "que", "qu'", "le", "la", "les", "l'", "mon", "ma", "mes",
                   "un", "une", "notre", "avant")) {
            return false;
        }
        return here || (!elsewhere && (same_place || only));
    }

    // Offers

    /// « Il me conseille un rinçage à 59 $, que je décline » where no offer is counted
    void offers(const Question& question, const Answer& answer, const std::string& label, double value) {
        if (value != 0 || !holds_any(label, {"propos", "offert", "suggere", "conseill"}) ||
            !holds_any(label, {"nombre", "combien"}) || already_found(question))
            return;
        for (const Told& told : told_) {
            const Comment& comment = told.box->comment;
            for (const language::Sentence& sentence : comment.sentences()) {
                const auto start = offer_in(comment, sentence, told.quoted);
                if (!start) continue;
                const bool priced =
                    std::any_of(told.quantities.begin(), told.quantities.end(), [&](const Quantity& quantity) {
                        return quantity.unit == Unit::money && quantity.first > *start &&
                               quantity.first < sentence.last_token;
                    });
                if (!priced) continue;
                add(question, "other-quantity", *answer.value, comment, *start,
                    std::min<std::size_t>(sentence.last_token, *start + 8), *told.box->question);
                return;
            }
        }
    }

    /// Where somebody of the place offers something to the shopper, who declines or accepts.
    [[nodiscard]] static std::optional<std::size_t> offer_in(const Comment& comment, const language::Sentence& sentence,
                                                             const std::vector<bool>& quoted) {
        std::optional<std::size_t> offer;
        bool answered = false;
        for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
            const std::string_view word = comment.folded(i);
            if (quoted[i]) continue;
            if (is_any(word, "ne", "n'", "sans", "pas", "rien", "aucun", "aucune")) return std::nullopt;
            answered |= holds_any(word, {"decline", "refuse", "accept"});
            if (offer || !holds_any(word, {"propos", "offr", "offert", "sugger", "conseill", "recommand", "vante"}))
                continue;
            for (std::size_t back = 1; back <= 3 && i >= sentence.first_token + back; ++back) {
                if (is_any(comment.folded(i - back), "me", "m'", "nous")) offer = i;
            }
        }
        return answered ? offer : std::nullopt;
    }

    // The length of the visit

    /// « J'ai passé près d'une heure trois quarts dans la place » beside a visit of twenty-five minutes
    void stay() {
        if (!report_.visit_start || !report_.visit_end || report_.visit_end->utc <= report_.visit_start->utc) return;
        const auto length = static_cast<double>(
            std::chrono::duration_cast<std::chrono::seconds>(report_.visit_end->utc - report_.visit_start->utc)
                .count());
        for (const Told& told : told_) {
            if (told.box->question->type != QuestionType::text || already_found(*told.box->question)) continue;
            const Comment& comment = told.box->comment;
            for (const Quantity& quantity : told.quantities) {
                if (quantity.unit != Unit::seconds || quantity.value < 900 || !is_stay(comment, quantity)) continue;
                if (quantity.value <= 1.5 * length + 900) continue;
                add(*told.box->question, "other-duration",
                    std::to_string(static_cast<int>(length / 60)) + " min de visite", comment, quantity.first,
                    quantity.last, *told.box->question);
                break;
            }
        }
    }

    /// « J'ai passé … dans la place », « je suis restée … sur place »
    [[nodiscard]] static bool is_stay(const Comment& comment, const Quantity& quantity) {
        bool stays = false;
        for (std::size_t back = 1; back <= 7 && back <= quantity.first; ++back) {
            const std::string_view word = comment.folded(quantity.first - back);
            if (word == "." || word == ",") break;
            stays |= (word.starts_with("passe") || word.starts_with("reste")) && quantity.first > back &&
                     is_any(comment.folded(quantity.first - back - 1), "ai", "jai", "suis", "avons", "sommes");
        }
        if (!stays || quantity.last + 1 >= comment.tokens().size()) return false;
        return is_any(comment.folded(quantity.last), "dans", "sur", "chez", "en", "ici", "la", "au", "a") &&
               is_any(comment.folded(quantity.last + 1), "la", "place", "le", "magasin", "boutique", "cette", "ce",
                      "l'", "restaurant");
    }

    // Hours

    void hour(const Question& question, const Answer& answer, const std::string& label) {
        const auto minutes = minutes_of_day(*answer.value);
        if (!minutes) return;
        const bool departs = holds_any(label, {"sorti", "sortie", "parti", "quitt", "depart"});
        const bool arrives = !departs && holds_any(label, {"arriv", "entre", "porte"});
        if (!departs && !arrives) return;
        const Told* where = nullptr;
        std::size_t at = 0;
        for (const Told& told : told_) {
            const Comment& comment = told.box->comment;
            for (std::size_t i = 2; i < comment.tokens().size(); ++i) {
                if (comment.tokens()[i].kind != TokenKind::hour || told.quoted[i]) continue;
                const auto said = minutes_of_day(comment.folded(i));
                if (!said || !is_of(comment, i, departs)) continue;
                const int apart = std::abs(*said - *minutes) % 720;
                if (std::min(apart, 720 - apart) <= 14) return;
                if (where == nullptr) {
                    where = &told;
                    at = i;
                }
            }
        }
        if (where == nullptr) return;
        const std::size_t first = at > 3 ? at - 3 : 0;
        add(question, "other-time", *answer.value, where->box->comment, first, at + 1, *where->box->question);
    }

    /// « Je suis arrivée à 14 h 10 », « entrée à 14 h 10 », « sortie à … »
    [[nodiscard]] static bool is_of(const Comment& comment, std::size_t i, bool departs) {
        std::size_t back = i;
        while (back > 0 && i - back < 3 &&
               (comment.folded(back - 1) == "a" || comment.folded(back - 1) == "vers" ||
                comment.folded(back - 1) == "donc"))
            --back;
        if (back == i || back < 2 || comment.folded(back) == "vers") return false;
        const std::string_view verb = comment.folded(back - 1);
        const std::string_view before = comment.folded(back - 2);
        const bool own = before == "suis" || before == "sommes" || comment.tokens()[back - 1].first_of_sentence;
        if (!own) return false;
        return departs ? verb.starts_with("sorti") || verb.starts_with("reparti") || verb.starts_with("ressorti") ||
                             verb.starts_with("parti")
                       : verb.starts_with("arrive") || verb.starts_with("entre");
    }

    // Choices

    void follow_up(const Question& question, const Answer& answer) {
        const bool worded = !prose(question, &answer).empty() && Comment(prose(question, &answer)).word_count() >= 4;
        const bool affirmed = answer.value && side_of(question, *answer.value) == Side::yes;
        if (!worded && !affirmed) return;
        // The one question that decides: « ${complement} = 'oui' »
        std::string name;
        for (std::size_t at = question.relevant.find("${"); at != std::string::npos;
             at = question.relevant.find("${", at + 2)) {
            const std::size_t end = question.relevant.find('}', at);
            if (end == std::string::npos) return;
            std::string found = question.relevant.substr(at + 2, end - at - 2);
            if (!name.empty() && name != found) return;
            name = std::move(found);
        }
        const Question* const parent = context_.questionnaire().find(name);
        const Answer* const given = report_.find(name);
        if (parent == nullptr || given == nullptr || !given->value || parent->type != QuestionType::select_one ||
            already_found(*parent))
            return;

        Finding finding;
        finding.rule = "answer-to-follow-up";
        finding.category = Category::contradiction;
        finding.question = parent->name;
        const auto choice = std::find_if(parent->choices.begin(), parent->choices.end(),
                                         [&](const Choice& one) { return one.name == *given->value; });
        const std::string said = choice == parent->choices.end() ? *given->value : choice->label;
        finding.message = "Vous avez répondu " + quoted(said) + ", mais vous répondez aussi à la question " +
                          quoted(question.label) + ", qui ne se pose pas dans ce cas. Lequel des deux est exact ?";
        findings_.push_back(std::move(finding));
    }

    void none_and_some(const Question& question, const Answer& answer) {
        std::size_t chosen = 0;
        std::optional<std::string> none;
        for (const Choice& choice : question.choices) {
            const std::string spaced = " " + *answer.value + " ";
            if (spaced.find(" " + choice.name + " ") == std::string::npos) continue;
            ++chosen;
            const std::string label = comments::fold_quickly(choice.label);
            if (label.starts_with("aucun") || label.starts_with("rien")) none = choice.label;
        }
        if (!none || chosen < 2) return;
        Finding finding;
        finding.rule = "none-and-some";
        finding.category = Category::contradiction;
        finding.question = question.name;
        finding.message = "Vous avez choisi " + quoted(std::as_const(*none)) +
                          " et aussi d'autres réponses. Lesquelles sont exactes ?";
        findings_.push_back(std::move(finding));
    }

    const Report& report_;
    const Context& context_;
    std::vector<Finding>& findings_;
    std::vector<Told> told_;
};

}  // namespace

void find_differences(const Report& report, const Context& context, const std::vector<Box>& boxes,
                      std::vector<Finding>& findings) {
    Pass(report, context, boxes, findings).run();
}

}  // namespace relis::consistency
