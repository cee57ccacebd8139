#include "quantities.h"

#include <algorithm>
#include <cmath>

#include "asked.h"
#include "word_set.h"

namespace relis::consistency {

using comments::Comment;

namespace {

/// The beginning that singular and plural have in common.
std::string_view stem(std::string_view noun) {
    while (noun.size() > 4 && (noun.back() == 's' || noun.back() == 'x' || noun.back() == 'e')) noun.remove_suffix(1);
    return noun;
}

/// Whether a duration beside these words is that of the event: « au bout de », « plus tard », « attendu ».
bool times_an_event(const Comment& comment, const Quantity& quantity) {
    const language::Sentence& sentence = comment.sentences()[comment.tokens()[quantity.first].sentence];
    const std::size_t from = quantity.first > sentence.first_token + 7 ? quantity.first - 7 : sentence.first_token;
    const std::size_t to = std::min(sentence.last_token, quantity.last + 5);
    for (std::size_t i = from; i < to; ++i) {
        const std::string_view word = comment.folded(i);
        if (is_any(word, "bout", "apres", "tard", "avant", "fallu", "pris", "mis", "passe", "passees", "ecoulees",
                   "poireaute", "patiente", "patienter", "dure", "delai", "pendant", "durant", "dans", "en", "plante",
                   "plantee") ||
            word.starts_with("attend") || word.starts_with("attente") || word.starts_with("poireaut")) {
            return true;
        }
    }
    return false;
}

bool is_wait(const Comment& comment, std::size_t at) {
    const language::Sentence& sentence = comment.sentences()[comment.tokens()[at].sentence];
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
        const std::string_view word = comment.folded(i);
        if (word.starts_with("attend") || word.starts_with("attente") || word.starts_with("patient") ||
            word.starts_with("poireaut"))
            return true;
    }
    return false;
}

/// Whether two numbers differ by more than rounding and guessing explain.
bool differ(double told, double value, bool approximate, double slack) {
    const double share = approximate ? 0.4 : 0.25;
    return std::abs(told - value) > std::max(slack, share * std::max(told, value));
}

/// The comparison of one box with its own question.
class Comparison {
  public:
    Comparison(const Question& question, const std::string& value, const Comment& label, const ReadComment& read,
               const Box& box, std::vector<Finding>& findings)
        : question_(question),
          value_(value),
          label_(label),
          read_(read),
          box_(box),
          findings_(findings),
          told_(box.quantities) {
        std::erase_if(told_, [&](const Quantity& quantity) {
            const Clause& clause = read_.clause_of(quantity.first);
            return clause.quoted || clause.hypothetical || read_.denied(quantity.first);
        });
    }

    bool run() {
        if (told_.empty()) return false;
        if (question_.type == QuestionType::integer || question_.type == QuestionType::decimal) return with_number();
        if (question_.type != QuestionType::select_one) return false;
        return with_range() || with_limit() || with_prices();
    }

  private:
    bool report(const char* rule, const Quantity& quantity, const std::string& said) {
        findings_.push_back(contradiction(box_, quantity.first, quantity.last, rule, said));
        return true;
    }

    [[nodiscard]] std::vector<Quantity> told_of(Unit unit, std::string_view noun = {}) const {
        std::vector<Quantity> result;
        for (const Quantity& quantity : told_) {
            if (quantity.unit == unit && (noun.empty() || stem(quantity.noun) == stem(noun)))
                result.push_back(quantity);
        }
        return result;
    }

    bool with_number() {
        const auto value = number_of(value_);
        if (!value) return false;
        double scale = 0;
        bool money = false;
        for (std::size_t i = 0; i < label_.tokens().size(); ++i) {
            const std::string_view word = label_.folded(i);
            if (scale == 0) scale = seconds_of(word);
            money |= word == "$" || word == "€" || word.starts_with("dollar") || word.starts_with("euro");
        }
        if (scale > 0) {
            const auto told = told_of(Unit::seconds);
            if (told.size() != 1) return false;
            const Quantity& quantity = told.front();
            const bool brief = box_.comment.tokens().size() <= 14;
            const bool opens =
                asks_wait() && quantity.first <= 1 && read_.clause_of(quantity.first).last <= quantity.last + 2;
            const bool before_service = asks_wait() && comes_before(quantity);
            const bool about = scale >= 3600 || opens || before_service || is_wait(box_.comment, quantity.first) ||
                               ((brief || !asks_wait()) && comes_after(quantity)) || (brief && stands_alone());
            if (!about || read_.clause_of(quantity.first).limited) return false;
            if (!differ(quantity.value / scale, *value, quantity.approximate, scale >= 3600 ? 0.9 : 2)) return false;
            return report("other-duration", quantity, value_);
        }
        if (money || asks_amount()) return with_amount(*value);
        // « Combien de caisses étaient ouvertes ? »
        for (std::size_t i = 0; i + 2 < label_.tokens().size(); ++i) {
            const bool counts = (label_.folded(i) == "combien" || label_.folded(i) == "nombre") &&
                                (label_.folded(i + 1) == "de" || label_.folded(i + 1) == "d'");
            if (!counts) continue;
            auto told = told_of(Unit::count, label_.folded(i + 2));
            // « Combien de choix de cartes », « combien d'employés » told as « un seul vendeur »
            if (told.empty() && i + 4 < label_.tokens().size() && is_any(label_.folded(i + 3), "de", "d'"))
                told = told_of(Unit::count, label_.folded(i + 4));
            if (told.empty() && staff(label_.folded(i + 2))) {
                for (const Quantity& quantity : told_) {
                    if (quantity.unit == Unit::count && staff(quantity.noun)) told.push_back(quantity);
                }
            }
            if (told.empty()) {
                for (const Quantity& quantity : told_) {
                    if (quantity.unit == Unit::count && quantity.noun.empty()) told.push_back(quantity);
                }
                if (told.size() > 1) return false;
            }
            if (told.empty() || told.size() > 2) return false;
            const bool agrees = std::any_of(told.begin(), told.end(), [&](const Quantity& quantity) {
                return !differ(quantity.value, *value, quantity.approximate, 0);
            });
            if (agrees || told.size() > 1 || read_.clause_of(told.front().first).limited) return false;
            // « Deux à la caisse et un en rayon »: told in parts
            const auto all = told_of(Unit::count);
            double sum = 0;
            for (const Quantity& quantity : all) sum += quantity.value;
            if (all.size() > 2 || (all.size() == 2 && std::abs(sum - *value) < 0.5)) return false;
            return report("other-quantity", told.front(), value_);
        }
        return false;
    }

    /// People of the place, by whatever name.
    [[nodiscard]] static bool staff(std::string_view noun) {
        for (const std::string_view start : {"employe", "vendeu", "commis", "caissi", "conseill", "serveu", "prepose",
                                             "technicien", "agent", "infirmi", "preparat", "coiffeu", "estheticien"}) {
            if (noun.starts_with(start)) return true;
        }
        return false;
    }

    [[nodiscard]] bool asks_amount() const {
        for (std::size_t i = 0; i < label_.tokens().size(); ++i) {
            if (is_any(label_.folded(i), "montant", "prix", "cout", "tarif", "total")) return true;
        }
        return false;
    }

    /// « J'ai laissé 5 $ de pourboire » beside 2: one amount told of the very thing that the question names. Totals are
    /// compared over the whole report.
    bool with_amount(double value) {
        const auto told = told_of(Unit::money);
        if (told.size() != 1) return false;
        const Quantity& quantity = told.front();
        const Clause& clause = read_.clause_of(quantity.first);
        bool of_it = false;
        for (std::size_t i = clause.first; i < clause.last; ++i) {
            for (const std::string_view thing : {"pourboire", "caution", "depot", "rabais", "remise", "livraison",
                                                 "stationnement", "acompte", "supplement", "consigne", "frais"}) {
                if (!box_.comment.folded(i).starts_with(thing)) continue;
                for (std::size_t k = 0; k < label_.tokens().size(); ++k) of_it |= label_.folded(k).starts_with(thing);
            }
        }
        if (!of_it || clause.limited || !differ(quantity.value, value, quantity.approximate, 0.02)) return false;
        return report("other-amount", quantity, value_);
    }

    /// « Un bon quart d'heure », « 14 minutes montre en main »: nothing but the duration.
    [[nodiscard]] bool stands_alone() const {
        for (std::size_t i = 0; i < box_.comment.tokens().size(); ++i) {
            if (is_any(box_.comment.folded(i), "client", "cliente", "clients", "dame", "monsieur", "couple",
                       "personnes", "chacun", "chacune", "par", "avant", "annonce", "annoncees", "prevu", "devant"))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool asks_wait() const {
        for (std::size_t i = 0; i < label_.tokens().size(); ++i) {
            if (label_.folded(i).starts_with("attend") || label_.folded(i).starts_with("attente")) return true;
        }
        return false;
    }

    /// « Ça a pris dix minutes avant qu'on me parle »
    [[nodiscard]] bool comes_before(const Quantity& quantity) const {
        const std::size_t at = quantity.last;
        if (at >= box_.comment.tokens().size() || box_.comment.folded(at) != "avant") return false;
        for (std::size_t back = 1; back <= 4 && back <= quantity.first; ++back) {
            if (is_any(box_.comment.folded(quantity.first - back), "pris", "prend", "fallu", "passe", "mis", "pris"))
                return true;
        }
        return false;
    }

    /// « Au bout de sept minutes », « après sept minutes », « sept minutes plus tard »
    [[nodiscard]] bool comes_after(const Quantity& quantity) const {
        for (std::size_t back = 1; back <= 4 && back <= quantity.first; ++back) {
            const std::string_view word = box_.comment.folded(quantity.first - back);
            if (word == "bout" || word == "apres") return true;
        }
        return quantity.last + 1 < box_.comment.tokens().size() && box_.comment.folded(quantity.last + 1) == "tard";
    }

    /// « Moins de 5 minutes », « De 5 à 10 minutes », « Plus de 10 minutes » as the choice.
    bool with_range() {
        const auto chosen = std::find_if(question_.choices.begin(), question_.choices.end(),
                                         [&](const Choice& choice) { return choice.name == value_; });
        if (chosen == question_.choices.end()) return false;
        const Comment words(chosen->label);
        const auto bounds = quantities_of(words);
        if (bounds.size() != 1 || bounds.front().unit == Unit::money) return false;
        const Quantity& bound = bounds.front();
        double low = bound.value, high = bound.value;
        bool between = false;
        for (std::size_t i = 0; i < words.tokens().size(); ++i) {
            const std::string_view word = words.folded(i);
            if (word == "moins") low = 0;
            if (word == "plus") high = 1e9;
            if (words.tokens()[i].kind == language::TokenKind::number && i + 1 < bound.last &&
                (words.folded(i + 1) == "a" || words.folded(i + 1) == "-")) {
                const double unit = bound.unit == Unit::seconds ? seconds_of(words.folded(bound.last - 1)) : 1;
                low = number_in(words.tokens()[i], word).value_or(0) * unit;
                between = true;
            }
        }
        if (low == high && !between) return false;
        const auto told = told_of(bound.unit, bound.noun);
        if (told.size() != 1 || !(bound.unit == Unit::count || times_an_event(box_.comment, told.front())))
            return false;
        const double slack = told.front().approximate ? 0.25 : 0.1;
        if (told.front().value >= low * (1 - slack) && told.front().value <= high * (1 + slack)) return false;
        return report("beyond-limit", told.front(), chosen->label);
    }

    bool with_limit() {
        const auto limit = limit_of(label_);
        if (!limit) return false;
        const Side side = side_of(question_, value_);
        if (side != Side::yes && side != Side::no) return false;
        const auto told = told_of(limit->quantity.unit, limit->quantity.noun);
        if (told.empty()) return false;
        const double slack = limit->quantity.unit == Unit::seconds ? 0.05 : 0;
        const bool wants_beyond = (side == Side::yes) == limit->at_most;
        const auto beyond = [&](const Quantity& quantity) {
            const double share = quantity.approximate ? 0.25 : slack;
            return limit->at_most || side == Side::no
                       ? (wants_beyond ? quantity.value > limit->quantity.value * (1 + share)
                                       : quantity.value <= limit->quantity.value * (1 - share))
                       : quantity.value < limit->quantity.value * (1 - share);
        };
        if (!limit->at_most && side == Side::no) {
            // « Plus de dix minutes ? Non », and twenty are told
            if (told.size() != 1 || told.front().value <= limit->quantity.value * 1.05 ||
                limit->quantity.unit == Unit::count)
                return false;
            return times_an_event(box_.comment, told.front()) && report("beyond-limit", told.front(), choice_label());
        }
        if (!std::all_of(told.begin(), told.end(), beyond)) return false;
        if (side == Side::no && (told.size() != 1 || read_.has_denial() || limit->quantity.unit == Unit::count))
            return false;
        const Quantity& quantity = told.front();
        if (limit->quantity.unit == Unit::seconds && !times_an_event(box_.comment, quantity)) return false;
        return report("beyond-limit", quantity, choice_label());
    }

    /// « Affiché 7,49 $, facturé 7,99 $ » beside *oui* where the question asks whether prices agree.
    bool with_prices() {
        const Side side = side_of(question_, value_);
        if (side != Side::yes && side != Side::no) return false;
        bool price = false, fault = false, agree = false;
        for (std::size_t i = 0; i < label_.tokens().size(); ++i) {
            const std::string_view at = label_.folded(i);
            price |= is_any(at, "prix", "montant", "montants", "facture", "tarif", "total", "addition");
            fault |= at.starts_with("erreur") || at.starts_with("ecart") || at.starts_with("differen");
            for (const std::string_view start :
                 {"exact", "correct", "conform", "correspond", "etiquett", "affich", "annonc", "identique"})
                agree |= at.starts_with(start);
        }
        if (!price || fault == agree || (side == Side::yes) == fault) {
            if (!price || !fault || side != Side::no) return false;
        }
        const auto told = told_of(Unit::money);
        if (told.size() != 2 || std::abs(told[0].value - told[1].value) < 0.01) return false;
        const auto is_beside = [&](const Quantity& quantity, std::initializer_list<std::string_view> starts) {
            for (std::size_t back = 1; back <= 5 && back <= quantity.first; ++back) {
                for (const std::string_view start : starts) {
                    if (box_.comment.folded(quantity.first - back).starts_with(start)) return true;
                }
            }
            return false;
        };
        const std::initializer_list<std::string_view> shown{"affich", "etiquet", "annonc",
                                                            "indiq",  "promis",  "tablette"};
        const std::initializer_list<std::string_view> charged{"factur", "passe", "caisse", "paye",    "compt", "charg",
                                                              "scann",  "sorti", "cout",   "ressort", "debit"};
        const bool odds = (is_beside(told[0], shown) && is_beside(told[1], charged)) ||
                          (is_beside(told[1], shown) && is_beside(told[0], charged));
        return odds && report("other-amount", told[1], choice_label());
    }

    [[nodiscard]] std::string choice_label() const {
        for (const Choice& choice : question_.choices) {
            if (choice.name == value_ && !choice.label.empty()) return choice.label;
        }
        return value_;
    }

    const Question& question_;
    const std::string& value_;
    const Comment& label_;
    const ReadComment& read_;
    const Box& box_;
    std::vector<Finding>& findings_;
    std::vector<Quantity> told_;
};

}  // namespace

bool find_other_quantity(const Question& question, const std::string& value, const Comment& label,
                         const ReadComment& read, const Box& box, std::vector<Finding>& findings) {
    return Comparison(question, value, label, read, box, findings).run();
}

}  // namespace relis::consistency
