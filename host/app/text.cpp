#include "app/text.h"

#include <algorithm>

#include <boost/locale/utf.hpp>

namespace relis::app {
namespace {

using Utf8 = boost::locale::utf::utf_traits<char>;

bool starts_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Where the code point of that index begins.
std::size_t byte_of(std::string_view utf8, std::size_t index) {
    std::size_t at = 0;
    for (std::size_t seen = 0; at < utf8.size(); ++at) {
        if (starts_character(utf8[at]) && seen++ == index) return at;
    }
    return at;
}

}  // namespace

char32_t shown_character(char32_t character) {
    if (character == U'\n') return character;
    if (character == U'\t' || character == U'\r' || character == 0x2028 || character == 0x2029) return U' ';
    if (character < 0x20) return 0x2400 + character;  // Control Pictures
    if (character == 0x7F) return 0x2421;
    const bool bidirectional = character == 0x061C || character == 0x200E || character == 0x200F ||
                               (character >= 0x202A && character <= 0x202E) ||
                               (character >= 0x2066 && character <= 0x2069);
    const bool invisible = (character >= 0x80 && character < 0xA0) || (character >= 0xFFF9 && character <= 0xFFFB) ||
                           (character >= 0xE0000 && character <= 0xE007F);
    return bidirectional || invisible ? 0xFFFD : character;
}

ShownText shown_text(std::string_view utf8, std::size_t most) {
    ShownText shown;
    const auto total = static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), starts_character));
    shown.text.reserve(std::min(total, most));
    const char* at = utf8.data();
    const char* const end = at + utf8.size();
    while (at != end && shown.text.size() < most) {
        const boost::locale::utf::code_point character = Utf8::decode(at, end);
        if (character == boost::locale::utf::illegal || character == boost::locale::utf::incomplete) continue;
        shown.text.push_back(shown_character(character));
    }
    shown.total = at == end ? shown.text.size() : total;
    return shown;
}

std::string slice(std::string_view utf8, std::size_t start, std::size_t end) {
    if (start >= end) return {};
    const std::size_t from = byte_of(utf8, start);
    return std::string(utf8.substr(from, byte_of(utf8.substr(from), end - start)));
}

}  // namespace relis::app
