#include "quantity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "word_set.h"

namespace relis::consistency {

using comments::Comment;
using language::TokenKind;

double seconds_of(std::string_view unit) {
    if (unit.starts_with("minut") || unit == "min" || unit == "mn" || unit == "mins" || unit == "min.") return 60;
    if (unit.starts_with("second") || unit == "sec" || unit == "s") return 1;
    if (unit == "heure" || unit == "heures") return 3600;
    if (unit == "jour" || unit == "jours") return 86400;
    if (unit == "semaine" || unit == "semaines") return 604800;
    return 0;
}

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

}  // namespace relis::consistency
