#include "app/moment_text.h"

#include <vector>

#include <fmt/format.h>

namespace relis::app {

namespace {

struct Number {
    int value = 0;
    std::size_t digits = 0;
};

/// The numbers of a text; none where anything but them and what parts them stands in it.
std::vector<Number> numbers_of(std::string_view text) {
    constexpr std::size_t most_digits = 4;
    std::vector<Number> numbers;
    bool in_number = false;
    for (const char letter : text) {
        if (letter >= '0' && letter <= '9') {
            if (!in_number) {
                numbers.emplace_back();
            }
            in_number = true;
            Number& number = numbers.back();
            number.value = number.value * 10 + (letter - '0');
            if (++number.digits > most_digits) {
                return {};
            }
        } else if (std::string_view("/-.:hHT ").find(letter) != std::string_view::npos) {
            in_number = false;
        } else {
            return {};
        }
    }
    return numbers;
}

}  // namespace

std::string moment_text(const std::chrono::local_seconds& local, bool french) {
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day day{midnight};
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local - midnight).count();
    const int year = static_cast<int>(day.year());
    const auto month = static_cast<unsigned>(day.month());
    const auto of_month = static_cast<unsigned>(day.day());
    return french ? fmt::format("{:02}/{:02}/{:04} {:02}:{:02}", of_month, month, year, minutes / 60, minutes % 60)
                  : fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", year, month, of_month, minutes / 60, minutes % 60);
}

std::optional<std::chrono::local_seconds> local_moment_from(std::string_view text, bool french) {
    constexpr std::size_t year_digits = 4;
    constexpr int hours_a_day = 24;
    constexpr int minutes_an_hour = 60;
    const std::vector<Number> numbers = numbers_of(text);
    if (numbers.size() != 4 && numbers.size() != 5) {
        return std::nullopt;
    }
    const bool year_first = numbers[0].digits == year_digits;
    if (!year_first && !(french && numbers[2].digits == year_digits)) {
        return std::nullopt;
    }
    const std::chrono::year_month_day day{std::chrono::year{numbers[year_first ? 0 : 2].value},
                                          std::chrono::month{static_cast<unsigned>(numbers[1].value)},
                                          std::chrono::day{static_cast<unsigned>(numbers[year_first ? 2 : 0].value)}};
    const int hour = numbers[3].value;
    const int minute = numbers.size() == 5 ? numbers[4].value : 0;
    if (!day.ok() || hour >= hours_a_day || minute >= minutes_an_hour) {
        return std::nullopt;
    }
    return std::chrono::local_days{day} + std::chrono::hours{hour} + std::chrono::minutes{minute};
}

}  // namespace relis::app
