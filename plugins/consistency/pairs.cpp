#include "pairs.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "quantities.h"
#include "times.h"
#include "word_set.h"

namespace relis::consistency {

namespace {

class Pass {
  public:
    Pass(const Topics& topics, const std::vector<GivenAnswer>& answers, std::vector<Finding>& findings)
        : topics_(topics), answers_(answers), findings_(findings) {}

    void run() {
        promised_delays();
        announced_prices();
        minutes_between();
        ordered_and_received();
        limits_beside_minutes();
        for (const GivenAnswer& one : answers_) {
            if (one.question->type != QuestionType::select_one) continue;
            const Side side = one.read->side(*one.answer->value);
            if ((side != Side::yes && side != Side::no) || one.read->asked.negative) continue;
            // What are_at_odds() speaks of
            if (!one.read->label.holds_any({"achet", "achat", "attend", "attente", "patient", "file", "avait"}) &&
                !asks(one, topics_.named().open))
                continue;
            for (const GivenAnswer& other : answers_) {
                if (other.question->type != QuestionType::integer && other.question->type != QuestionType::decimal)
                    continue;
                const auto number = number_of(*other.answer->value);
                if (number && are_at_odds(one, side == Side::yes, other, *number) && !is_found(*one.question) &&
                    !is_found(*other.question)) {
                    report(one, other);
                    break;
                }
            }
        }
    }

  private:
    [[nodiscard]] bool is_found(const Question& question) const {
        return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& finding) {
            return finding.question == question.name && finding.category == Category::contradiction;
        });
    }

    [[nodiscard]] static double seconds_asked(const Label& label) {
        return label.holds_any({"minute"}) ? 60 : label.holds_any({"heures"}) ? 3600 : 0;
    }

    /// A delay promised in minutes, two hours between which it ran, and whether it was kept.
    void promised_delays() {
        const GivenAnswer* promised = nullptr;
        std::vector<int> hours;
        const GivenAnswer* last = nullptr;
        for (const GivenAnswer& one : answers_) {
            const bool number =
                one.question->type == QuestionType::integer || one.question->type == QuestionType::decimal;
            if (number && seconds_asked(one.read->label) > 0 &&
                one.read->label.holds_any({"promis", "annonc", "prevu"}) &&
                one.read->label.holds_any({"delai", "attente", "duree", "temps"}))
                promised = &one;
            if (one.question->type != QuestionType::time) continue;
            // From when the thing was handed over to when it was given back
            if (!one.read->label.holds_any(
                    {"remis", "rendu", "depos", "repris", "recup", "command", "livr", "recu", "confi"}))
                continue;
            if (const auto minutes = minutes_of_day(*one.answer->value)) {
                hours.push_back(*minutes);
                last = &one;
            }
        }
        if (promised == nullptr || hours.size() != 2) return;
        const auto value = number_of(*promised->answer->value);
        const double took = hours[1] - hours[0];
        if (!value || *value <= 0 || took <= 0) return;
        const double allowed = *value * seconds_asked(promised->read->label) / 60;
        for (const GivenAnswer& one : answers_) {
            if (one.question->type != QuestionType::select_one || is_found(*one.question) || one.read->asked.negative)
                continue;
            if (!one.read->label.holds_any({"delai", "promesse", "heure"}) ||
                !one.read->label.holds_any({"respect", "tenu", "tenue"}))
                continue;
            const Side side = one.read->side(*one.answer->value);
            const bool late = took > 1.25 * allowed + 10;
            if ((side == Side::yes && late) || (side == Side::no && took < allowed - 10)) report(one, *last);
        }
    }

    /// « Minutes entre la commande et la livraison » beside the hours of both
    void minutes_between() {
        const auto shares_word = [](const Label& a, const Label& b) {
            for (std::size_t i = 0; i < a.tokens().size(); ++i) {
                const std::string_view word = a.folded(i);
                if (word.size() < 6 || word.starts_with("heure") || word.starts_with("minute")) continue;
                if (b.holds_any({word.substr(0, 6)})) return true;
            }
            return false;
        };
        for (const GivenAnswer& one : answers_) {
            const bool number =
                one.question->type == QuestionType::integer || one.question->type == QuestionType::decimal;
            const Label& label = one.read->label;
            if (!number || !label.holds_any({"minute"}) || !label.holds_any({"entre", "ecoul"}) ||
                label.holds_any({"annonc", "promis", "prevu"}) || is_found(*one.question))
                continue;
            std::vector<const GivenAnswer*> ends;
            for (const GivenAnswer& other : answers_) {
                if (other.question->type == QuestionType::time && shares_word(other.read->label, label))
                    ends.push_back(&other);
            }
            if (ends.size() != 2) continue;
            const auto from = minutes_of_day(*ends[0]->answer->value), to = minutes_of_day(*ends[1]->answer->value);
            const auto told = number_of(*one.answer->value);
            if (!from || !to || !told || *to <= *from) continue;
            const double took = *to - *from;
            if (std::abs(took - *told) > std::max(5.0, 0.25 * std::max(took, *told))) report(one, *ends[1]);
        }
    }

    /// A price announced and another paid, beside a question whether they agree.
    void announced_prices() {
        const GivenAnswer* announced = nullptr;
        const GivenAnswer* paid = nullptr;
        for (const GivenAnswer& one : answers_) {
            if (one.question->type != QuestionType::integer && one.question->type != QuestionType::decimal) continue;
            const Label& label = one.read->label;
            if (!label.holds_any({"prix", "montant", "total", "tarif", "paye"})) continue;
            if (label.holds_any({"pourboire", "remise", "rabais", "caution", "supplement"})) continue;
            const bool told = label.holds_any({"annonc", "affich", "estim", "devis", "soumission", "etiquet"});
            if (told && !label.holds_any({"paye"})) announced = &one;
            if (!told && label.holds_any({"paye", "factur", "debit", "regle", "encaiss"})) paid = &one;
        }
        if (announced == nullptr || paid == nullptr) return;
        const auto first = number_of(*announced->answer->value), second = number_of(*paid->answer->value);
        if (!first || !second || *first <= 0 || *second <= 0) return;
        const bool same = std::abs(*first - *second) <= 0.01 * *first;
        for (const GivenAnswer& one : answers_) {
            if (one.question->type != QuestionType::select_one || is_found(*one.question)) continue;
            const Label& label = one.read->label;
            if (one.read->asked.negative || !label.holds_any({"prix", "montant", "total"}) ||
                !label.holds_any({"annonc", "estim", "devis", "soumission"}) ||
                !label.holds_any({"respect", "correspond", "conform", "identique", "meme", "exact", "egal"}))
                continue;
            const Side side = one.read->side(*one.answer->value);
            if ((side == Side::yes && !same) || (side == Side::no && same)) report(one, *paid);
        }
        if (same || is_found(*paid->question) || !paid->answer->comment) return;
        // « Exactement ce qu'elle avait annoncé, au cent près »
        const Label words(*paid->answer->comment);
        if (words.tokens().size() > 25 ||
            words.holds_any({"plus", "sauf", "mais", "ajout", "supplement", "pas", "moins"}))
            return;
        if (words.holds_any({"exactement", "identique", "conforme"}) || holds_phrase(words, "cent", "pres") ||
            holds_phrase(words, "meme", "prix") || holds_phrase(words, "meme", "montant") ||
            holds_phrase(words, "comme", "annonce") || holds_phrase(words, "comme", "convenu") ||
            holds_phrase(words, "comme", "prevu"))
            report(*paid, *announced);
    }

    /// The stems of a label's words that name something of their own.
    [[nodiscard]] static std::vector<std::string> stems_of(const comments::Comment& label) {
        constexpr auto general =
            word_set("nombre", "combien", "minute", "minutes", "moins", "temps", "heure", "heures", "avant", "apres",
                     "votre", "secondes", "seconde", "votre", "total", "avez-vous", "etait", "etaient", "avait",
                     "avant", "depuis", "quelqu'un", "personne");
        std::vector<std::string> stems;
        for (std::size_t i = 0; i < label.tokens().size(); ++i) {
            const std::string_view word = label.folded(i);
            if (label.tokens()[i].kind == language::TokenKind::word && word.size() >= 5 && !listed(general, word))
                stems.emplace_back(word.substr(0, 5));
        }
        return stems;
    }

    [[nodiscard]] static bool share_stem(const comments::Comment& a, const comments::Comment& b) {
        const auto one = stems_of(a), other = stems_of(b);
        return std::any_of(one.begin(), one.end(), [&](const std::string& stem) {
            return std::find(other.begin(), other.end(), stem) != other.end();
        });
    }

    [[nodiscard]] static bool is_number(const GivenAnswer& one) {
        return one.question->type == QuestionType::integer || one.question->type == QuestionType::decimal;
    }

    /// Six articles ordered and five received, or ten minutes promised and thirty waited, and nothing amiss is ticked.
    void ordered_and_received() {
        for (const GivenAnswer& ordered : answers_) {
            if (!is_number(ordered) || !ordered.read->label.holds_any({"command", "panier", "demand", "reserv",
                                                                       "promis", "annonc", "prevu", "achet"}))
                continue;
            for (const GivenAnswer& received : answers_) {
                if (!is_number(received) || received.question == ordered.question ||
                    !received.read->label.holds_any(
                        {"recu", "trouv", "livr", "remis", "servi", "constat", "reel", "effectiv", "obtenu"}))
                    continue;
                compare(ordered, received);
            }
        }
    }

    void compare(const GivenAnswer& ordered, const GivenAnswer& received) {
        const auto wanted = number_of(*ordered.answer->value), got = number_of(*received.answer->value);
        const bool minutes = received.read->label.holds_any({"minute"});
        if (!wanted || !got || *wanted <= 0 || minutes != ordered.read->label.holds_any({"minute"})) return;
        const bool money = received.read->label.holds_any({"prix", "montant", "somme", "total", "$", "€"});
        if (money || (!minutes && !share_stem(ordered.read->label, received.read->label))) return;
        if (minutes ? *got <= 1.25 * *wanted + 5 : std::abs(*wanted - *got) < 0.5) return;
        for (const GivenAnswer& one : answers_) {
            if (one.question->type != QuestionType::select_one || is_found(*one.question) || one.read->asked.negative)
                continue;
            const Side side = one.read->side(*one.answer->value);
            if (side != Side::yes && side != Side::no) continue;
            const Label& label = one.read->label;
            // « Délai respecté ? Oui »; « un oubli ou une erreur ? Non »
            const bool kept = minutes ? label.holds_any({"delai", "promesse", "heure"}) &&
                                            label.holds_any({"respect", "tenu", "temps"})
                                      : label.holds_any({"complet", "conforme", "exact", "correspond"}) &&
                                            label.holds_any({"command", "sac", "colis", "livraison", "article"});
            const bool amiss = minutes ? label.holds_any({"retard", "depass"})
                                       : label.holds_any({"oubli", "manqu", "erreur"}) && !label.holds_any({"prix"});
            if (kept == amiss || (side == Side::yes) != kept) continue;
            report(one, received);
        }
    }

    /// « Servi en moins de cinq minutes ? Oui » beside twelve minutes before being served
    void limits_beside_minutes() {
        std::vector<const GivenAnswer*> minutes;
        for (const GivenAnswer& other : answers_) {
            const Label& label = other.read->label;
            if (is_number(other) && label.holds_any({"minute"}) && !has_limit(label) &&
                !label.holds_any({"promis", "annonc", "prevu", "total"}))
                minutes.push_back(&other);
        }
        if (minutes.empty()) return;
        for (const GivenAnswer& one : answers_) {
            if (one.question->type != QuestionType::select_one || is_found(*one.question)) continue;
            const Side side = one.read->side(*one.answer->value);
            if ((side != Side::yes && side != Side::no) || one.read->asked.negative) continue;
            const auto limit = limit_of(one.read->label);
            if (!limit || limit->quantity.unit != Unit::seconds) continue;
            for (const GivenAnswer* const other : minutes) {
                if (!share_stem(one.read->label, other->read->label)) continue;
                const auto told = number_of(*other->answer->value);
                const double allowed = limit->quantity.value / 60;
                if (!told) continue;
                const bool over = *told > 1.2 * allowed + 1, under = *told < 0.8 * allowed;
                if ((side == Side::yes) == limit->at_most ? !over : !under) continue;
                report(one, *other);
                break;
            }
        }
    }

    [[nodiscard]] static bool holds_phrase(const comments::Comment& words, std::string_view first,
                                           std::string_view second) {
        for (std::size_t i = 0; i + 1 < words.tokens().size(); ++i) {
            if (words.folded(i) == first && words.folded(i + 1).starts_with(second)) return true;
        }
        return false;
    }

    [[nodiscard]] static bool asks(const GivenAnswer& one, std::uint16_t number) {
        for (const Aspect& aspect : one.read->asked.aspects) {
            for (const Aspect::Part& part : aspect.parts) {
                if (part.topic == number) return true;
            }
        }
        return false;
    }

    /// The nouns by which two questions ask of the same place or thing: those of one are among the other's.
    [[nodiscard]] static bool same_thing(const GivenAnswer& one, const GivenAnswer& other) {
        const auto nouns = [](const GivenAnswer& given) {
            std::vector<std::string> found;
            for (const Aspect& aspect : given.read->asked.aspects) {
                for (const std::string& noun : aspect.nouns) {
                    if (noun.size() >= 4 && !noun.starts_with("minute") && !noun.starts_with("temps") &&
                        !noun.starts_with("attente") && !noun.starts_with("nombre"))
                        found.push_back(noun.substr(0, 5));
                }
            }
            return found;
        };
        const auto a = nouns(one), b = nouns(other);
        return std::all_of(a.begin(), a.end(),
                           [&](const std::string& noun) { return std::find(b.begin(), b.end(), noun) != b.end(); });
    }

    [[nodiscard]] bool are_at_odds(const GivenAnswer& one, bool yes, const GivenAnswer& other, double number) const {
        const Label& label = one.read->label;
        const Label& asked = other.read->label;
        const bool minutes = asked.holds_any({"minute"});
        const bool waits = minutes && asked.holds_any({"attend", "attente", "patient"});
        if (label.holds_any({"achet", "achat"}) && label.holds_any({"avez", "effectu", "fait"}) && !yes) {
            return number > 0 && !minutes && asked.holds_any({"montant", "paye", "depens", "total"}) &&
                   !asked.holds_any({"pourboire", "combien", "budget", "prevu"}) && label.tokens().size() <= 8;
        }
        if (waits && label.holds_any({"attend", "attente", "patient", "file"}) &&
            label.holds_any({"avez", "avait", "fallu"}) && !has_limit(label) && same_thing(one, other)) {
            return (!yes && number >= 5) || (yes && number == 0);
        }
        if (waits && yes && asks(one, topics_.named().open) && asked.holds_any({"ouvert"}) &&
            !one.read->asked.aspects.front().parts.front().reversed) {
            return number >= 2;
        }
        // « Y avait-il des employés au rayon ? Non », and three are counted
        if (label.holds_any({"avait"}) && asked.holds_any({"combien", "nombre"}) && !minutes &&
            label.tokens().size() <= 9) {
            const bool states =
                std::any_of(one.read->asked.aspects.begin(), one.read->asked.aspects.end(),
                            [](const Aspect& aspect) { return !aspect.parts.empty() || !aspect.own.empty(); });
            const bool named = !one.read->asked.aspects.front().nouns.empty();
            return !states && named && same_thing(one, other) && same_thing(other, one) && yes == (number == 0);
        }
        return false;
    }

    void report(const GivenAnswer& one, const GivenAnswer& other) {
        Finding finding;
        finding.rule = "answers-at-odds";
        finding.category = Category::contradiction;
        finding.question = one.question->name;
        finding.message = "Vous avez répondu " + quoted(label_of(*one.question, *one.answer->value)) + ", et " +
                          quoted(*other.answer->value) + " à la question " + quoted(other.question->label) +
                          ". Laquelle des deux réponses est exacte ?";
        findings_.push_back(std::move(finding));
    }

    const Topics& topics_;
    const std::vector<GivenAnswer>& answers_;
    std::vector<Finding>& findings_;
};

}  // namespace

void find_answers_at_odds(const Topics& topics, const std::vector<GivenAnswer>& answers,
                          std::vector<Finding>& findings) {
    Pass(topics, answers, findings).run();
}

}  // namespace relis::consistency
