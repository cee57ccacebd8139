#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/problem.h"

namespace relis::intake {

/// Offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and values over U+10FFFF are not).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The text with U+FFFD for every byte that is no UTF-8 and for NUL.
std::string as_valid_text(std::string_view bytes);

/// Adds what is wrong with the characters of a text that is kept as it is: NUL is refused (no database column or
/// file name can hold it), other control characters and bidirectional overrides are warned of.
void check_characters(std::string_view text, const std::string& field, std::vector<Problem>& problems);

/// Adds what keeps a text from being an id: empty, too long, spaces around it, control or bidirectional characters.
void check_id(std::string_view text, const std::string& field, std::vector<Problem>& problems);

/// Shortened for a message, in the quotation marks of each language: `« oui »`, `"oui"`.
Label in_quotes(std::string_view text);

/// Without the white space around it (ASCII, no-break spaces).
std::string_view trimmed(std::string_view text);

/// The stretches between ASCII white space: the choices of a select_multiple.
std::vector<std::string> words_of(std::string_view text);

/// Of a text that is none of the words listed.
Label is_none_of(std::string_view text, std::string_view words);
/// Of a comment or value over max_comment_bytes.
Label too_long(std::size_t bytes);
/// Of objects and arrays nested deeper than max_depth.
Label too_deep();

/// Whether any problem is a hard one.
bool any_hard(const std::vector<Problem>& problems);

/// A refused record from its problems: the first hard one gives field and reason, `raw` is made valid text.
RejectedRecord rejected_record(Place place, std::string report_id, std::vector<Problem> problems, std::string_view raw,
                               bool raw_whole = true);

}  // namespace relis::intake
