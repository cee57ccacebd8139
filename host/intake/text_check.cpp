#include "text_check.h"

#include <algorithm>
#include <cstdio>

#include <unicode/utf8.h>

#include "intake/reports.h"
#include "label/make_label.h"

namespace relis::intake {
namespace {

constexpr std::size_t shown_bytes = 60;

/// The character at `at`, which moves past it; negative for bytes that are no UTF-8.
UChar32 next_character(std::string_view text, std::size_t& at) {
    UChar32 character = 0;
    // ICU's macros mix signed and unsigned: the conversions are theirs
    auto index = static_cast<std::int64_t>(at);
    const auto length = static_cast<std::int64_t>(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    U8_NEXT(bytes, index, length, character);
    at = static_cast<std::size_t>(index);
    return character;
}

bool is_control(UChar32 c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F || (c >= 0x80 && c <= 0x9F);
}

bool is_bidirectional(UChar32 c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string name_of(UChar32 c) {
    char text[16];
    std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(c));
    return text;
}

struct Suspect {
    UChar32 character = 0;
    std::size_t position = 0;  ///< 1 for the first code point
    std::size_t count = 0;
};

void note(Suspect& suspect, UChar32 character, std::size_t position) {
    if (suspect.count++ == 0) {
        suspect.character = character;
        suspect.position = position;
    }
}

/// `character 4`, `character 4 and 1 more`
Label place_of(const Suspect& suspect) {
    Label first = make_label("en position {}", "at character {}", suspect.position);
    if (suspect.count == 1) return first;
    const Label more = counted(suspect.count - 1, {"autre", "more"}, {"autres", "more"});
    return make_label("{} et {} plus loin", "{} and {}", first, more);
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t start = at;
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
        } else if (next_character(text, at) < 0) {
            return start;
        }
    }
    return std::nullopt;
}

std::string as_valid_text(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t start = at;
        const UChar32 character = next_character(bytes, at);
        if (character <= 0) {
            text += "\xEF\xBF\xBD";
        } else {
            text.append(bytes.substr(start, at - start));
        }
    }
    return text;
}

void check_characters(std::string_view text, const std::string& field, std::vector<Problem>& problems) {
    Suspect nul;
    Suspect control;
    Suspect bidirectional;
    std::size_t position = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        ++position;
        const UChar32 character = next_character(text, at);
        if (character == 0) {
            note(nul, character, position);
        } else if (is_control(character)) {
            note(control, character, position);
        } else if (is_bidirectional(character)) {
            note(bidirectional, character, position);
        }
    }
    if (nul.count > 0) {
        problems.push_back({field,
                            make_label("contient le caractère NUL {} {} ; retirez-le", "holds the NUL character {} {}",
                                       name_of(nul.character), place_of(nul)),
                            true});
    }
    if (control.count > 0) {
        problems.push_back({field,
                            make_label("contient le caractère de commande {} {} ; gardé tel quel",
                                       "holds the control character {} {}; kept as it is", name_of(control.character),
                                       place_of(control)),
                            false});
    }
    if (bidirectional.count > 0) {
        problems.push_back({field,
                            make_label("contient le caractère de sens d'écriture {} {}, qui peut montrer le texte dans "
                                       "un autre ordre que le sien ; gardé tel quel",
                                       "holds the bidirectional control character {} {}, which can show the text in "
                                       "another order than it has; kept as it is",
                                       name_of(bidirectional.character), place_of(bidirectional)),
                            false});
    }
}

void check_id(std::string_view text, const std::string& field, std::vector<Problem>& problems) {
    if (text.empty()) {
        problems.push_back({field, Label{"est vide", "is empty"}, true});
        return;
    }
    if (text.size() > max_id_bytes) {
        problems.push_back({field,
                            make_label("fait {} octets ; un identifiant en a {} au plus",
                                       "is {} bytes long, an id has at most {}", text.size(), max_id_bytes),
                            true});
        return;
    }
    if (trimmed(text).size() != text.size()) {
        problems.push_back(
            {field, make_label("{} est entouré d'espaces ; retirez-les", "{} has spaces around it", in_quotes(text)),
             true});
    }
    std::size_t position = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        ++position;
        const UChar32 character = next_character(text, at);
        if (character < 0x20 || is_control(character) || is_bidirectional(character)) {
            problems.push_back(
                {field,
                 make_label("contient le caractère {} en position {}, interdit dans un identifiant",
                            "holds the character {} at character {}, which an id cannot", name_of(character), position),
                 true});
            return;
        }
    }
}

Label in_quotes(std::string_view text) {
    std::string shown(text.substr(0, shown_bytes));
    if (shown.size() < text.size()) {
        while (!shown.empty() && first_invalid_utf8(shown)) shown.pop_back();
        shown += "…";
    }
    return make_label("« {} »", "\"{}\"", as_valid_text(shown));
}

Label is_none_of(std::string_view text, std::string_view words) {
    return make_label("{} n'est pas l'une de ces valeurs : {}", "{} is not one of {}", in_quotes(text), words);
}

Label too_long(std::size_t bytes) {
    return make_label("fait {} octets, la limite est de {} ; raccourcissez-le et importez de nouveau",
                      "is {} bytes long, the limit is {}; shorten it and import it again", bytes, max_comment_bytes);
}

Label too_deep() {
    return make_label("imbrication de plus de {} niveaux", "nested deeper than {} levels", max_depth);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view no_break = "\xC2\xA0";
    constexpr std::string_view narrow = "\xE2\x80\xAF";
    const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty()) {
        if (is_space(text.front())) {
            text.remove_prefix(1);
        } else if (is_space(text.back())) {
            text.remove_suffix(1);
        } else if (text.starts_with(no_break)) {
            text.remove_prefix(no_break.size());
        } else if (text.ends_with(no_break)) {
            text.remove_suffix(no_break.size());
        } else if (text.starts_with(narrow)) {
            text.remove_prefix(narrow.size());
        } else if (text.ends_with(narrow)) {
            text.remove_suffix(narrow.size());
        } else {
            break;
        }
    }
    return text;
}

std::vector<std::string> words_of(std::string_view text) {
    constexpr std::string_view white_space = " \t\n\v\f\r";
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = text.find_first_not_of(white_space, at);
        if (start == std::string_view::npos) break;
        at = std::min(text.find_first_of(white_space, start), text.size());
        words.emplace_back(text.substr(start, at - start));
    }
    return words;
}

bool any_hard(const std::vector<Problem>& problems) {
    return std::any_of(problems.begin(), problems.end(), [](const Problem& problem) { return problem.hard; });
}

RejectedRecord rejected_record(Place place, std::string report_id, std::vector<Problem> problems, std::string_view raw,
                               bool raw_whole) {
    RejectedRecord rejected;
    rejected.place = std::move(place);
    rejected.report_id = std::move(report_id);
    const auto first =
        std::find_if(problems.begin(), problems.end(), [](const Problem& problem) { return problem.hard; });
    if (first != problems.end()) {
        rejected.field = first->field;
        rejected.reason = first->message;
    }
    rejected.raw = as_valid_text(raw);
    rejected.raw_exact = raw_whole && rejected.raw == raw;
    rejected.problems = std::move(problems);
    return rejected;
}

}  // namespace relis::intake
