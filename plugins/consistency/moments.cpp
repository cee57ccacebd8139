#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "timeline.h"
#include "times.h"
#include "word_set.h"

namespace relis::consistency {

namespace {

constexpr int margin = 20;  // minutes

struct Span {
    int from;
    int to;  ///< minutes of the day
};

/// « Matin », « En après-midi (12 h à 17 h) »
std::optional<Span> part_of_day(const comments::Comment& label) {
    std::array<int, 2> hours{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < label.tokens().size(); ++i) {
        if (label.tokens()[i].kind != language::TokenKind::hour) continue;
        const auto minutes = minutes_of_day(label.folded(i));
        if (!minutes || count == hours.size()) return std::nullopt;
        hours[count++] = *minutes;
    }
    if (count == 2 && hours[0] < hours[1]) return Span{hours[0] - margin, hours[1] + margin};
    if (count != 0 || label.word_count() > 3) return std::nullopt;
    for (std::size_t i = 0; i < label.tokens().size(); ++i) {
        const std::string_view word = label.folded(i);
        if (is_any(word, "matin", "matinee", "avant-midi")) return Span{0, 12 * 60 + 30};
        if (word == "apres-midi") return Span{11 * 60 + 45, 18 * 60 + 15};
        if (is_any(word, "soir", "soiree")) return Span{16 * 60 + 45, 24 * 60};
    }
    return std::nullopt;
}

/// Bits from Sunday: « Fin de semaine », « Samedi »; 0 where it names no day.
unsigned days_in(const comments::Comment& label) {
    constexpr std::array<std::string_view, 7> names{"dimanche", "lundi",    "mardi", "mercredi",
                                                    "jeudi",    "vendredi", "samedi"};
    constexpr unsigned weekend = 1U | 1U << 6U;
    unsigned days = 0;
    bool end = false, week = false;
    for (std::size_t i = 0; i < label.tokens().size(); ++i) {
        const std::string_view word = label.folded(i);
        for (unsigned day = 0; day < names.size(); ++day) days |= word == names[day] ? 1U << day : 0;
        end |= is_any(word, "fin", "week-end", "weekend", "fds");
        week |= is_any(word, "semaine");
    }
    // « Du lundi au vendredi » names a span, of which nothing is said here.
    if (days != 0) return label.word_count() == 1 ? days : 0;
    if (label.word_count() > 4) return 0;
    return end ? weekend : week ? 0x7FU & ~weekend : 0;
}

bool asks_moment(const comments::Comment& label) {
    bool when = false, other = false;
    for (std::size_t i = 0; i < label.tokens().size(); ++i) {
        const std::string_view word = label.folded(i);
        when |= is_any(word, "moment", "periode", "plage", "journee", "jour", "quand", "tranche");
        other |= word.starts_with("rendez") || word.starts_with("livr") || word.starts_with("rappel") ||
                 word.starts_with("propos") || word.starts_with("reserv") || word.starts_with("prefer") ||
                 word.starts_with("prochain") || word.starts_with("dispon");
    }
    return when && !other;
}

}  // namespace

void find_other_moments(const Report& report, const std::vector<GivenAnswer>& answers, std::vector<Finding>& findings) {
    if (!report.visit_start) return;
    const auto local = report.visit_start->local();
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const int minutes = static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(local - day).count());
    const unsigned weekday = std::chrono::weekday(day).c_encoding();
    for (const GivenAnswer& one : answers) {
        if (one.question->type != QuestionType::select_one || !asks_moment(one.read->label)) continue;
        const std::string said = label_of(*one.question, *one.answer->value);
        const comments::Comment label(said);
        const auto span = part_of_day(label);
        const unsigned days = days_in(label);
        const bool other_hour = span && (minutes < span->from || minutes > span->to);
        const bool other_day = days != 0 && (days & (1U << weekday)) == 0;
        if (!other_hour && !other_day) continue;
        Finding finding;
        finding.rule = "hours-at-odds";
        finding.category = Category::contradiction;
        finding.question = one.question->name;
        finding.message = "Vous avez répondu " + quoted(said) + ", mais la visite a commencé " +
                          (other_hour ? "à " + std::to_string(minutes / 60) + " h " + (minutes % 60 < 10 ? "0" : "") +
                                            std::to_string(minutes % 60)
                                      : std::string("un autre jour")) +
                          ". Lequel des deux est exact ?";
        findings.push_back(std::move(finding));
    }
}

}  // namespace relis::consistency
