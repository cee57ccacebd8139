#include "french_text.h"

#include <array>
#include <cmath>

#include <fmt/format.h>

namespace relis::review {

namespace {

constexpr std::array<const char*, 12> months{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                             "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

bool starts_code_point(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}
}  // namespace

std::string slice(std::string_view text, std::size_t start, std::size_t end) {
    std::size_t index = 0;
    std::size_t from = text.size(), to = text.size();
    for (std::size_t byte = 0; byte < text.size(); ++byte) {
        if (!starts_code_point(text[byte])) continue;
        if (index == start) from = byte;
        if (index == end) {
            to = byte;
            break;
        }
        ++index;
    }
    return from < to ? std::string(text.substr(from, to - from)) : std::string{};
}

std::size_t length_of(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += starts_code_point(byte) ? 1 : 0;
    return count;
}

std::string french_score(double score) {
    std::string text = fmt::format("{:.1f}", std::round(score * 10) / 10);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    if (const std::size_t point = text.find('.'); point != std::string::npos) text[point] = ',';
    return text;
}

std::string french_points(double points) {
    // French takes the singular below two
    return french_score(points) + (std::round(points * 10) >= 20 ? " points" : " point");
}

std::string french_month(std::chrono::year_month month) {
    return fmt::format("{} {}", months.at(static_cast<unsigned>(month.month()) - 1), static_cast<int>(month.year()));
}

std::string french_moment(const Moment& moment) {
    static constexpr std::array<const char*, 7> weekdays{"dimanche", "lundi",    "mardi", "mercredi",
                                                         "jeudi",    "vendredi", "samedi"};
    const std::chrono::local_seconds local = moment.local();
    const auto days = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{days};
    const std::chrono::hh_mm_ss clock{local - days};
    const unsigned day = static_cast<unsigned>(date.day());
    return fmt::format("{} {} {} à {} h {:02}", weekdays.at(std::chrono::weekday{days}.c_encoding()),
                       day == 1 ? "1er" : std::to_string(day), months.at(static_cast<unsigned>(date.month()) - 1),
                       clock.hours().count(), clock.minutes().count());
}

std::string with_fixed_spaces(std::string_view text) {
    constexpr std::string_view fixed = "\u00A0";
    constexpr std::string_view opening = "«";
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view after = text.substr(at + 1);
        const bool fixes = text[at] == ' ' &&
                           (text.substr(0, at).ends_with(opening) || after.starts_with("»") ||
                            (!after.empty() && std::string_view("?!;:").find(after.front()) != std::string_view::npos));
        if (fixes) {
            result += fixed;
        } else {
            result += text[at];
        }
    }
    return result;
}

std::string safe_file_name(std::string_view id) {
    std::string name(id);
    for (char& c : name) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.';
        if (!plain) c = '_';
    }
    return name.starts_with('.') ? "_" + name : name;
}

std::string with_question(const std::string& label, const std::string& text) {
    return label.empty() || text.find(label) != std::string::npos ? text : "« " + label + " » : " + text;
}

std::string first_name(const std::string& name) {
    return name.substr(0, name.find(' '));
}

}  // namespace relis::review
