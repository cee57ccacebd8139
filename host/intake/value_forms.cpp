#include "value_forms.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "label/make_label.h"
#include "text_check.h"

namespace relis::intake {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Reads one to `most` digits and moves past them.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
    std::size_t length = 0;
    while (length < text.size() && length < most && is_digit(text[length])) ++length;
    int value = 0;
    if (length == 0 || std::from_chars(text.data(), text.data() + length, value).ec != std::errc{}) {
        return std::nullopt;
    }
    text.remove_prefix(length);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

/// The cell without white space inside, no-break spaces and currency signs.
std::string bare_number(std::string_view cell) {
    std::string bare;
    for (std::size_t at = 0; at < cell.size();) {
        bool skipped = false;
        for (const std::string_view sign : {" ", "\xC2\xA0", "\xE2\x80\xAF", "$", "\xE2\x82\xAC"}) {
            if (cell.substr(at).starts_with(sign)) {
                at += sign.size();
                skipped = true;
                break;
            }
        }
        if (!skipped) bare.push_back(cell[at++]);
    }
    return bare;
}

}  // namespace

std::optional<double> read_decimal(std::string_view text) {
    text = trimmed(text);
    std::string number(text);
    std::replace(number.begin(), number.end(), ',', '.');
    std::string_view digits = number;
    if (digits.starts_with('-') || digits.starts_with('+')) digits.remove_prefix(1);
    const bool well_formed = !digits.empty() && digits.size() <= 40 && is_digit(digits.front()) &&
                             is_digit(digits.back()) && std::count(digits.begin(), digits.end(), '.') <= 1 &&
                             std::all_of(digits.begin(), digits.end(), [](char c) { return is_digit(c) || c == '.'; });
    double value = 0;
    if (!well_formed || std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc{}) {
        return std::nullopt;
    }
    return number.front() == '-' ? -value : value;
}

std::optional<double> read_integer(std::string_view text) {
    text = trimmed(text);
    if (text.find_first_of(".,") != std::string_view::npos || text.size() > 19) return std::nullopt;
    return read_decimal(text);
}

std::optional<std::chrono::year_month_day> read_date(std::string_view text) {
    text = trimmed(text);
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    if (text.size() == 10 && text[4] == '-') {
        year = take_number(text, 4);
        if (!take(text, '-')) return std::nullopt;
        month = take_number(text, 2);
        if (!take(text, '-')) return std::nullopt;
        day = take_number(text, 2);
    } else {
        day = take_number(text, 2);
        if (!take(text, '/')) return std::nullopt;
        month = take_number(text, 2);
        if (!take(text, '/')) return std::nullopt;
        year = take_number(text, 4);
    }
    if (!year || !month || !day || !text.empty() || *year < 1900 || *year > 2199) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::optional<std::chrono::seconds> read_time(std::string_view text) {
    const std::string bare = bare_number(trimmed(text));
    std::string_view rest = bare;
    const std::optional<int> hour = take_number(rest, 2);
    std::optional<int> minute = 0;
    std::optional<int> second = 0;
    if (take(rest, 'h') || take(rest, 'H')) {
        if (!rest.empty()) minute = take_number(rest, 2);
    } else if (take(rest, ':')) {
        minute = take_number(rest, 2);
        if (take(rest, ':')) second = take_number(rest, 2);
    } else {
        return std::nullopt;
    }
    if (!hour || !minute || !second || !rest.empty() || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

std::string format_date(const std::chrono::year_month_day& date) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

std::optional<Label> misread(QuestionType type, std::string_view value) {
    switch (type) {
        case QuestionType::integer:
            if (read_integer(value)) return std::nullopt;
            return make_label("{} n'est pas un nombre entier", "{} is no whole number", in_quotes(value));
        case QuestionType::decimal:
            if (read_decimal(value)) return std::nullopt;
            return make_label("{} n'est pas un nombre (comme 2.5 ou 2,5)", "{} is no number (as 2.5 or 2,5)",
                              in_quotes(value));
        case QuestionType::date:
            if (read_date(value)) return std::nullopt;
            return make_label("{} n'est pas une date (comme 2026-06-16)", "{} is no date (as 2026-06-16)",
                              in_quotes(value));
        case QuestionType::time:
            if (read_time(value)) return std::nullopt;
            return make_label("{} n'est pas une heure (comme 14:05)", "{} is no time of day (as 14:05)",
                              in_quotes(value));
        case QuestionType::select_one:
        case QuestionType::select_multiple:
        case QuestionType::text:
        case QuestionType::image:
            break;
    }
    return std::nullopt;
}

std::string canonical_cell(QuestionType type, std::string_view cell) {
    std::string text(cell);
    switch (type) {
        case QuestionType::integer:
        case QuestionType::decimal: {
            std::string bare = bare_number(trimmed(cell));
            std::replace(bare.begin(), bare.end(), ',', '.');
            if (read_decimal(bare)) text = std::move(bare);
            break;
        }
        case QuestionType::date:
            if (const auto date = read_date(cell)) text = format_date(*date);
            break;
        case QuestionType::time:
            if (const auto time = read_time(cell)) {
                const std::chrono::hh_mm_ss clock{*time};
                char written[32];
                std::snprintf(written, sizeof written, "%02d:%02d", static_cast<int>(clock.hours().count()),
                              static_cast<int>(clock.minutes().count()));
                text = written;
            }
            break;
        case QuestionType::select_one:
        case QuestionType::select_multiple:
            text = std::string(trimmed(cell));
            break;
        case QuestionType::text:
        case QuestionType::image:
            break;
    }
    return text;
}

}  // namespace relis::intake
