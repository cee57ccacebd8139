#include "review/markup.h"

namespace relis::review {

std::string escape_markup(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char letter : text) {
        switch (letter) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            case '\'':
                escaped += "&#39;";
                break;
            default:
                if (static_cast<unsigned char>(letter) >= 0x20 || letter == '\n' || letter == '\t') {
                    escaped += letter;
                }
        }
    }
    return escaped;
}

}  // namespace relis::review
