#include "quantities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "asked.h"
#include "word_set.h"

namespace relis::consistency {

using comments::Comment;
using language::TokenKind;

namespace {

constexpr std::array<std::pair<std::string_view, double>, 29> number_words{
    {{"un", 1},        {"une", 1},        {"deux", 2},       {"trois", 3},      {"quatre", 4},      {"cinq", 5},
     {"six", 6},       {"sept", 7},       {"huit", 8},       {"neuf", 9},       {"dix", 10},        {"onze", 11},
     {"douze", 12},    {"treize", 13},    {"quatorze", 14},  {"quinze", 15},    {"seize", 16},      {"vingt", 20},
     {"trente", 30},   {"quarante", 40},  {"cinquante", 50}, {"soixante", 60},  {"cent", 100},      {"dizaine", 10},
     {"douzaine", 12}, {"quinzaine", 15}, {"vingtaine", 20}, {"trentaine", 30}, {"quarantaine", 40}}};

constexpr auto about_words =
    word_set("environ", "presque", "peu", "pres", "autour", "quasi", "approximativement", "bonne", "bonnes", "bons",
             "bon", "moins", "plus", "petite", "petites", "peine", "vers", "genre");

constexpr auto known_numbers = [] {
    std::array<std::string_view, number_words.size()> words{};
    for (std::size_t i = 0; i < words.size(); ++i) words[i] = number_words[i].first;
    return WordSet<number_words.size()>(words);
}();

std::optional<double> number_word(std::string_view word) {
    double sum = 0;
    // Nearly every word ends here: no number, and no compound that begins with one
    if (!known_numbers.contains(word)) {
        constexpr std::size_t shortest_compound = 5;
        const std::size_t hyphen = word.size() < shortest_compound ? std::string_view::npos : word.find('-');
        if (hyphen == std::string_view::npos || !known_numbers.contains(word.substr(0, hyphen))) return std::nullopt;
    }
    while (!word.empty()) {
        const std::size_t hyphen = word.find('-');
        const std::string_view part = word.substr(0, hyphen);
        word = hyphen == std::string_view::npos ? std::string_view{} : word.substr(hyphen + 1);
        if (part == "et") continue;
        const auto found = std::find_if(number_words.begin(), number_words.end(),
                                        [&](const auto& entry) { return entry.first == part; });
        if (found == number_words.end()) return std::nullopt;
        sum += found->second;
    }
    return sum == 0 ? std::nullopt : std::optional(sum);
}

/// Seconds of one unit of time, by its folded word.
double seconds_of(std::string_view unit) {
    if (unit.starts_with("minut") || unit == "min" || unit == "mn" || unit == "mins" || unit == "min.") return 60;
    if (unit.starts_with("second") || unit == "sec" || unit == "s") return 1;
    if (unit == "heure" || unit == "heures") return 3600;
    if (unit == "jour" || unit == "jours") return 86400;
    if (unit == "semaine" || unit == "semaines") return 604800;
    return 0;
}

/// The figures that begin a token: `7min`, `12,50 $`; `rest` is what follows them.
std::optional<double> leading_figures(std::string_view text, std::string_view& rest) {
    std::string digits;
    std::size_t i = 0;
    while (i < text.size() && (text[i] == '$' || text[i] == ' ')) ++i;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            digits.push_back(c);
        } else if ((c == ',' || c == '.') && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9') {
            digits.push_back('.');
        } else if (static_cast<unsigned char>(c) == 0xC2 || static_cast<unsigned char>(c) == 0xA0 ||
                   static_cast<unsigned char>(c) == 0xE2 || static_cast<unsigned char>(c) == 0x80 ||
                   static_cast<unsigned char>(c) == 0xAF || c == ' ') {
            // A space between thousands goes on, any other ends the figures.
            std::size_t next = i;
            while (next < text.size() && (static_cast<unsigned char>(text[next]) >= 0x80 || text[next] == ' ')) ++next;
            if (next + 2 >= text.size() || text[next] < '0' || text[next] > '9') break;
            i = next - 1;
        } else {
            break;
        }
    }
    if (digits.empty() || std::count(digits.begin(), digits.end(), '.') > 1) return std::nullopt;
    rest = text.substr(std::min(i, text.size()));
    return std::strtod(digits.c_str(), nullptr);
}

/// Reads the quantities of one text.
class Scanner {
  public:
    explicit Scanner(const Comment& comment) : comment_(comment) {}

    std::vector<Quantity> run() {
        for (std::size_t i = 0; i < comment_.tokens().size();) i = std::max(i + 1, at(i));
        return std::move(found_);
    }

  private:
    [[nodiscard]] std::string_view word(std::size_t i) const {
        return i < comment_.tokens().size() ? comment_.folded(i) : std::string_view{};
    }

    void add(Unit unit, double value, std::size_t first, std::size_t last, bool approximate, std::string noun = {}) {
        for (std::size_t back = 1; back <= 2 && back <= first; ++back)
            approximate |= listed(about_words, word(first - back));
        approximate |= is_any(word(last), "environ", "a", "peu") && word(last) != "a";
        found_.push_back({unit, value, approximate, std::move(noun), first, last});
    }

    /// Reads what stands at `i`; gives the token after it, or `i`.
    std::size_t at(std::size_t i) {
        const language::Token& token = comment_.tokens()[i];
        if (token.kind == TokenKind::amount) {
            std::string_view rest;
            if (const auto value = leading_figures(comment_.folded(i), rest)) add(Unit::money, *value, i, i + 1, false);
            return i + 1;
        }
        if (token.kind == TokenKind::mixed) {
            std::string_view rest;
            const auto value = leading_figures(comment_.folded(i), rest);
            const double seconds = value ? seconds_of(rest) : 0;
            if (seconds > 0) add(Unit::seconds, *value * seconds, i, i + 1, false);
            return i + 1;
        }
        const std::string_view here = comment_.folded(i);
        if (is_any(here, "demi-heure") || (is_any(here, "demi") && word(i + 1) == "heure")) {
            const std::size_t last = is_any(here, "demi") ? i + 2 : i + 1;
            add(Unit::seconds, 1800, i, last, true);
            return last;
        }
        if (is_any(here, "quart", "quarts") && word(i + 1) == "d'" && word(i + 2) == "heure") {
            const double quarters = i > 0 && is_any(here, "quarts") && word(i - 1) == "trois" ? 3 : 1;
            add(Unit::seconds, 900 * quarters, i, i + 3, true);
            return i + 3;
        }
        std::optional<double> value;
        if (token.kind == TokenKind::number) {
            std::string_view rest;
            value = leading_figures(comment_.folded(i), rest);
        } else if (token.kind == TokenKind::word) {
            value = number_word(comment_.folded(i));
        }
        return value ? number(i, *value) : i;
    }

    std::size_t number(std::size_t i, double value) {
        std::size_t next = i + 1;
        bool about = word(i).ends_with("aine");
        // « vingt et une minutes », « cinq ou six minutes », « 5 à 10 minutes », « deux bonnes minutes »
        if (word(next) == "et" && number_word(word(next + 1)).value_or(99) <= 1) {
            value += 1;
            next += 2;
        } else if (word(next) == "ou" || word(next) == "a" || word(next) == "-") {
            std::string_view rest;
            auto upper = number_word(word(next + 1));
            if (!upper && next + 1 < comment_.tokens().size() && comment_.tokens()[next + 1].kind == TokenKind::number)
                upper = leading_figures(word(next + 1), rest);
            if (upper && seconds_of(word(next + 2)) > 0) {
                value = *upper;
                about = true;
                next += 2;
            }
        }
        while (word(next) == "bonnes" || word(next) == "longues" || word(next) == "bonne" || word(next) == "bons" ||
               word(next) == "grosses" || word(next) == "petites" || word(next) == "petite" || word(next) == "longue" ||
               ((word(next) == "de" || word(next) == "d'") && about)) {
            ++next;
        }
        if (const double seconds = seconds_of(word(next)); seconds > 0) {
            // « Avant 18 heures », « vers deux heures »: an hour of the day
            if (seconds == 3600 && i > 0 && value <= 24 &&
                is_any(word(i - 1), "avant", "a", "vers", "des", "jusqu'a", "presque", "etait", "entre", "est") &&
                (word(i - 1) != "presque" || (i > 1 && word(i - 2) == "etait")))
                return next + 1;
            double total = value * seconds;
            ++next;
            if (word(next) == "et" && (word(next + 1) == "demie" || word(next + 1) == "demi")) {
                total += seconds / 2;
                next += 2;
            } else if (seconds == 3600 && word(next) == "trois" && word(next + 1) == "quarts") {
                total += 2700;
                next += 2;
            } else if (seconds == 3600 && word(next) == "et" && word(next + 1) == "quart") {
                total += 900;
                next += 2;
            }
            // « une minute plus tard » tells a minute; « à la minute », « une minute s'il vous plaît » do not.
            add(Unit::seconds, total, i, next, about);
            return next;
        }
        if (word(next).starts_with("dollar") || word(next).starts_with("euro") || word(next) == "piastres" ||
            word(next) == "$") {
            add(Unit::money, value, i, next + 1, about);
            return next + 1;
        }
        const bool only =
            word(next) == "seul" || word(next) == "seule" || word(next) == "seules" || word(next) == "seuls";
        if (only) ++next;
        const std::string_view noun = word(next);
        const bool plain_one = (word(i) == "un" || word(i) == "une") && !only;
        if (!plain_one && noun.size() >= 4 && next < comment_.tokens().size() &&
            comment_.tokens()[next].kind == TokenKind::word) {
            add(Unit::count, value, i, next + 1, about, std::string(noun));
            return next + 1;
        }
        // « Elle en a sorti deux »: of what was just spoken of
        const bool ends = noun.empty() || is_any(noun, ",", ".", ";", "!", ")", ":", "et", "mais");
        for (std::size_t back = 1; ends && back <= 5 && back <= i; ++back) {
            if (!is_any(word(i - back), "en", "yen", "n'en")) continue;
            add(Unit::count, value, i, next, about);
            break;
        }
        return next;
    }

    const Comment& comment_;
    std::vector<Quantity> found_;
};

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

}  // namespace

std::vector<Quantity> quantities_of(const Comment& comment) {
    return Scanner(comment).run();
}

std::optional<double> number_in(const language::Token& token, std::string_view folded) {
    std::string_view rest;
    if (token.kind == TokenKind::number) return leading_figures(folded, rest);
    return token.kind == TokenKind::word ? number_word(folded) : std::nullopt;
}

std::optional<double> number_of(std::string_view value) {
    std::string text(value);
    std::replace(text.begin(), text.end(), ',', '.');
    char* parsed = nullptr;
    const double number = std::strtod(text.c_str(), &parsed);
    if (parsed == text.c_str() || !std::isfinite(number)) return std::nullopt;
    return number;
}

namespace {

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
          told_(quantities_of(box.comment)) {
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
            if (words.tokens()[i].kind == TokenKind::number && i + 1 < bound.last &&
                (words.folded(i + 1) == "a" || words.folded(i + 1) == "-")) {
                std::string_view rest;
                const double unit = bound.unit == Unit::seconds ? seconds_of(words.folded(bound.last - 1)) : 1;
                low = leading_figures(word, rest).value_or(0) * unit;
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
