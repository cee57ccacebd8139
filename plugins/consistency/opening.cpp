#include "opening.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "language/text.h"
#include "times.h"

namespace relis::consistency {

namespace {

constexpr std::array day_names{"lu", "ma", "me", "je", "ve", "sa", "di"};
constexpr int minutes_a_day = 24 * 60;

std::optional<unsigned> day_of(std::string_view word) {
    for (unsigned i = 0; i < day_names.size(); ++i) {
        if (word.starts_with(day_names[i])) return i;
    }
    return std::nullopt;
}

/// `lu`, `lu-ve`, `sa-lu`: bits from Monday.
std::optional<unsigned> days_of(std::string_view words) {
    const std::size_t hyphen = words.find('-');
    const auto first = day_of(words.substr(0, hyphen));
    const auto last = hyphen == std::string_view::npos ? first : day_of(words.substr(hyphen + 1));
    if (!first || !last) return std::nullopt;
    unsigned days = 0;
    for (unsigned day = *first;; day = (day + 1) % 7) {
        days |= 1U << day;
        if (day == *last) return days;
    }
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

std::string date_of(const Moment& moment) {
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(moment.local()));
    const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
           two(static_cast<unsigned>(date.day()));
}

}  // namespace

Spans::Spans(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
        const std::string folded = language::fold(line);
        std::string_view rest = folded;
        while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        while (!rest.empty() && rest.back() == ' ') rest.remove_suffix(1);
        if (const std::size_t slash = rest.find('/'); slash != std::string_view::npos) {
            if (is_date(rest.substr(0, slash)) && is_date(rest.substr(slash + 1))) {
                dates_.push_back({std::string(rest.substr(0, slash)), std::string(rest.substr(slash + 1))});
            }
            continue;
        }
        unsigned days = 0x7F;
        if (!rest.empty() && (rest.front() < '0' || rest.front() > '9')) {
            const std::size_t space = rest.find(' ');
            if (space == std::string_view::npos) continue;
            const auto named = days_of(rest.substr(0, space));
            if (!named) continue;
            days = *named;
            rest = rest.substr(space + 1);
        }
        const std::size_t hyphen = rest.find('-');
        if (hyphen == std::string_view::npos) continue;
        const auto from = minutes_of_day(rest.substr(0, hyphen));
        const auto to =
            rest.substr(hyphen + 1) == "24:00" ? std::optional(minutes_a_day) : minutes_of_day(rest.substr(hyphen + 1));
        if (from && to) hours_.push_back({days, *from, *to});
    }
}

bool Spans::in_hours(const Moment& moment, int tolerance) const {
    const auto local = moment.local();
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const int minute = static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(local - day).count());
    const unsigned weekday = std::chrono::weekday(day).iso_encoding() - 1;
    return std::any_of(hours_.begin(), hours_.end(), [&](const Hours& hours) {
        const int length = (hours.to - hours.from + minutes_a_day - 1) % minutes_a_day + 1;
        for (unsigned before = 0; before < 2; ++before) {  // today's span, or yesterday's past midnight
            const unsigned begins = (weekday + 7 - before) % 7;
            if ((hours.days & (1U << begins)) == 0) continue;
            const int since = minute + static_cast<int>(before) * minutes_a_day - hours.from;
            if (since >= -tolerance && since <= length + tolerance) return true;
        }
        return false;
    });
}

bool Spans::in_dates(const Moment& moment) const {
    const std::string date = date_of(moment);
    return std::any_of(dates_.begin(), dates_.end(),
                       [&](const Dates& dates) { return dates.from <= date && date <= dates.to; });
}

}  // namespace relis::consistency
