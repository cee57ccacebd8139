#include "text.h"

#include <cstdint>

namespace relis::plugin_host {

namespace {

/// Bytes of the valid sequence at the start of `text`, 0 where there is none.
std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) return 0;
    }
    const std::uint8_t second = byte(1);
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool surrogate = lead == 0xED && second > 0x9F;
    const bool too_high = lead == 0xF4 && second > 0x8F;
    return overlong || surrogate || too_high ? 0 : length;
}

}  // namespace

std::optional<std::size_t> count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++count) {
        const bool plain = static_cast<std::uint8_t>(text[i]) < 0x80;
        const std::size_t length = plain ? 1 : sequence_length(text.substr(i));
        if (length == 0) return std::nullopt;
        i += length;
    }
    return count;
}

std::string one_line(std::string_view text, std::size_t limit) {
    std::string line;
    while (!text.empty() && line.size() < limit) {
        const std::size_t length = sequence_length(text);
        if (length == 0) {
            line += '?';
        } else if (length == 1 && (static_cast<std::uint8_t>(text[0]) < 0x20 || text[0] == 0x7F)) {
            line += ' ';
        } else {
            line += text.substr(0, length);
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    if (!text.empty()) line += "…";
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

}  // namespace relis::plugin_host
