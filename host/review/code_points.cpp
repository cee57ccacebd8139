#include "code_points.h"

#include <unicode/unistr.h>

namespace relis::review {

std::u32string code_points(std::string_view text) {
    const icu::UnicodeString wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::u32string result(static_cast<std::size_t>(wide.countChar32()), U'\0');
    UErrorCode error = U_ZERO_ERROR;
    wide.toUTF32(reinterpret_cast<UChar32*>(result.data()), static_cast<std::int32_t>(result.size()), error);
    return result;
}

std::string utf8(std::u32string_view text) {
    std::string result;
    icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()), static_cast<std::int32_t>(text.size()))
        .toUTF8String(result);
    return result;
}

}  // namespace relis::review
