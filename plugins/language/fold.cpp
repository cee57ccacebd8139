// Text functions that need no tokens: lower, fold, code_points.
#include "characters.h"
#include "language/text.h"
#include "language/utf8.h"

namespace relis::language {

std::string lower(std::string_view utf8) {
    std::string result;
    result.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) append(result, to_lower(decode(utf8, i)));
    return result;
}

std::string fold(std::string_view utf8) {
    std::string result;
    result.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const char32_t c = decode(utf8, i);
        switch (kind_of(c)) {
            case CharacterKind::mark:
            case CharacterKind::ignorable:
                continue;
            case CharacterKind::apostrophe:
                result.push_back('\'');
                continue;
            case CharacterKind::hyphen:
                result.push_back('-');
                continue;
            default:
                break;
        }
        const char32_t base = base_letter(c);
        if (base == U'œ') {
            result += "oe";
        } else if (base == U'æ') {
            result += "ae";
        } else {
            append(result, base);
        }
    }
    return result;
}

std::size_t code_points(std::string_view utf8) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < utf8.size(); ++count) decode(utf8, i);
    return count;
}

}  // namespace relis::language
