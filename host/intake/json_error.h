#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <relis/label.h>

namespace relis::intake {

/// What keeps a text from being one JSON value.
struct JsonError {
    enum class Kind {
        syntax,    ///< the message goes on after `not valid JSON at line 12: `
        encoding,  ///< no UTF-8
        rule       ///< JSON, but against a rule of ours; the message stands alone
    };
    std::size_t byte = 0;  ///< offset in the text
    std::string field;     ///< where in the document: `answers[2].comment`
    Label message;
    Kind kind = Kind::syntax;
};

/// What the JSON library says of a syntax error (`syntax error while parsing value - invalid literal; last read: 'x'`),
/// as it is in English, in our words in French.
Label syntax_error(std::string_view said);

}  // namespace relis::intake
