#include "characters.h"

#include <memory>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace relis::language {
namespace {

bool is_ignorable(char32_t c) {
    return c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x206F) || c == 0x61C;
}

bool is_emoji(char32_t c) {
    if (c == 0xFE0F || c == 0x20E3 || (c >= 0x1F1E6 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF)) return true;
    return c > 0x2000 && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI_PRESENTATION) != 0;
}

CharacterKind classify(char32_t c) {
    switch (c) {
        case U'\'':
        case U'\u2019':
        case U'\u02BC':
        case U'\uFF07':
        case U'\u2032':
            return CharacterKind::apostrophe;
        case U'-':
        case U'\u2010':
        case U'\u2011':
            return CharacterKind::hyphen;
        case U'\n':
        case U'\r':
        case U'\v':
        case U'\f':
        case U'\u0085':
        case U'\u2028':
        case U'\u2029':
            return CharacterKind::line_break;
        case U'\t':
            return CharacterKind::space;
        default:
            break;
    }
    if (is_ignorable(c)) return CharacterKind::ignorable;
    const auto point = static_cast<UChar32>(c);
    if (is_emoji(c)) return CharacterKind::emoji;
    switch (u_charType(point)) {
        case U_UPPERCASE_LETTER:
        case U_LOWERCASE_LETTER:
        case U_TITLECASE_LETTER:
        case U_MODIFIER_LETTER:
        case U_OTHER_LETTER:
            return CharacterKind::letter;
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_COMBINING_SPACING_MARK:
            return CharacterKind::mark;
        case U_DECIMAL_DIGIT_NUMBER:
            return CharacterKind::digit;
        case U_SPACE_SEPARATOR:
        case U_CONTROL_CHAR:
            return CharacterKind::space;
        case U_DASH_PUNCTUATION:
        case U_START_PUNCTUATION:
        case U_END_PUNCTUATION:
        case U_CONNECTOR_PUNCTUATION:
        case U_OTHER_PUNCTUATION:
        case U_INITIAL_PUNCTUATION:
        case U_FINAL_PUNCTUATION:
            return CharacterKind::punctuation;
        default:
            return CharacterKind::symbol;
    }
}

const icu::Normalizer2& decomposer() {
    UErrorCode error = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFDInstance(error);
}

char32_t base_of(char32_t c) {
    const auto lowered = static_cast<UChar32>(u_tolower(static_cast<UChar32>(c)));
    icu::UnicodeString parts;
    if (decomposer().getDecomposition(lowered, parts) == 0) return static_cast<char32_t>(lowered);
    return static_cast<char32_t>(parts.char32At(0));
}

LowCharacters classify_low_characters() {
    LowCharacters result;
    for (char32_t c = 0; c < LowCharacters::end; ++c) {
        const auto point = static_cast<UChar32>(c);
        result.kinds[c] = classify(c);
        result.lower[c] = static_cast<std::uint16_t>(u_tolower(point));
        result.upper[c] = static_cast<std::uint16_t>(u_toupper(point));
        result.base[c] = static_cast<std::uint16_t>(base_of(c));
        const bool capital = result.lower[c] != c;
        result.shapes[c] =
            static_cast<std::uint8_t>(static_cast<unsigned>(result.kinds[c]) | (capital ? shape::capital : 0U) |
                                      (needs_normalising(c) ? shape::normalising : 0U));
    }
    return result;
}

}  // namespace

const LowCharacters& low_characters() {
    static const LowCharacters instance = classify_low_characters();
    return instance;
}

CharacterKind kind_of(char32_t c) {
    return c < LowCharacters::end ? low_characters().kinds[c] : classify(c);
}

std::uint8_t shape_of(char32_t c) {
    if (c < LowCharacters::end) return low_characters().shapes[c];
    return static_cast<std::uint8_t>(static_cast<unsigned>(classify(c)) | (is_capital(c) ? shape::capital : 0U) |
                                     (needs_normalising(c) ? shape::normalising : 0U));
}

char32_t to_lower(char32_t c) {
    return c < LowCharacters::end ? low_characters().lower[c]
                                  : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

char32_t to_upper(char32_t c) {
    return c < LowCharacters::end ? low_characters().upper[c]
                                  : static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
}

bool is_capital(char32_t c) {
    return to_lower(c) != c;
}

char32_t base_letter(char32_t c) {
    return c < LowCharacters::end ? low_characters().base[c] : base_of(c);
}

}  // namespace relis::language
