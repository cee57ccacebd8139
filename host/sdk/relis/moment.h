#pragma once

#include <algorithm>
#include <charconv>
#include <chrono>
#include <compare>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace relis {

/// An instant together with the offset it was written with, so that both the order of events (UTC) and what the
/// shopper's watch showed (local time) can be told. Value type; two moments are equal when they are the same
/// instant, whatever their offsets.
struct Moment {
    std::chrono::sys_seconds utc{};
    std::chrono::minutes offset{0};  ///< local time minus UTC

    /// What a clock at the place showed.
    [[nodiscard]] std::chrono::local_seconds local() const {
        return std::chrono::local_seconds{utc.time_since_epoch() +
                                          std::chrono::duration_cast<std::chrono::seconds>(offset)};
    }
    friend bool operator==(const Moment& a, const Moment& b) { return a.utc == b.utc; }
    friend auto operator<=>(const Moment& a, const Moment& b) { return a.utc <=> b.utc; }
};

namespace detail {
inline bool read_digits(std::string_view text, std::size_t at, std::size_t count, int& value) {
    if (at + count > text.size()) {
        return false;
    }
    const char* const begin = text.data() + at;
    for (std::size_t i = 0; i < count; ++i) {
        if (begin[i] < '0' || begin[i] > '9') {
            return false;
        }
    }
    return std::from_chars(begin, begin + count, value).ptr == begin + count;
}
}  // namespace detail

/// Reads `2026-06-16T14:05:00-04:00` (ISO 8601; `Z` for UTC; seconds and a fraction may be left out or present, the
/// fraction is dropped). Nothing is returned where the text is not such an instant, the date does not exist, or the
/// offset is missing: a time without its offset does not say when.
inline std::optional<Moment> parse_moment(std::string_view text) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    using detail::read_digits;
    if (!read_digits(text, 0, 4, year) || text.size() < 17 || text[4] != '-' || !read_digits(text, 5, 2, month) ||
        text[7] != '-' || !read_digits(text, 8, 2, day) || (text[10] != 'T' && text[10] != ' ') ||
        !read_digits(text, 11, 2, hour) || text[13] != ':' || !read_digits(text, 14, 2, minute)) {
        return std::nullopt;
    }
    std::size_t at = 16;
    if (text[at] == ':') {
        if (!read_digits(text, at + 1, 2, second)) return std::nullopt;
        at += 3;
        if (at < text.size() && text[at] == '.') {
            const std::size_t fraction = ++at;
            while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
            if (at == fraction) return std::nullopt;
        }
    }
    std::chrono::minutes offset{0};
    const std::string_view zone = text.substr(std::min(at, text.size()));
    if (zone != "Z" && zone != "z") {
        int offset_hours = 0, offset_minutes = 0;
        if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' ||
            !read_digits(zone, 1, 2, offset_hours) || !read_digits(zone, 4, 2, offset_minutes) || offset_hours > 18 ||
            offset_minutes > 59) {
            return std::nullopt;
        }
        offset = std::chrono::minutes{(zone[0] == '-' ? -1 : 1) * (offset_hours * 60 + offset_minutes)};
    }
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok() || hour > 23 || minute > 59 || second > 59) {
        return std::nullopt;
    }
    const auto local = std::chrono::sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
                       std::chrono::seconds{second};
    return Moment{std::chrono::time_point_cast<std::chrono::seconds>(local) - offset, offset};
}

/// Writes a moment as `2026-06-16T14:05:00-04:00`, the inverse of parse_moment.
inline std::string format_moment(const Moment& moment) {
    const std::chrono::local_seconds local = moment.local();
    const auto days = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{days};
    const std::chrono::hh_mm_ss clock{local - days};
    const long offset = moment.offset.count();
    char text[48];
    const int length =
        std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02ld:%02ld:%02ld%c%02ld:%02ld", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                      static_cast<long>(clock.hours().count()), static_cast<long>(clock.minutes().count()),
                      static_cast<long>(clock.seconds().count()), offset < 0 ? '-' : '+', std::labs(offset) / 60,
                      std::labs(offset) % 60);
    return std::string(text, static_cast<std::size_t>(length));
}

}  // namespace relis
