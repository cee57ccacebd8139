#include "words.h"

#include <array>
#include <stdexcept>
#include <unordered_set>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "store/search.h"

namespace relis::store {

namespace {

constexpr std::size_t longest_word = 64;                       // bytes; what is longer is no word of a language
constexpr std::size_t most_indexed = std::size_t{512} * 1024;  // bytes of one comment's words

void append(std::string& word, UChar32 character) {
    std::array<std::uint8_t, 4> bytes{};
    std::int32_t length = 0;
    UBool failed = false;
    U8_APPEND(bytes.data(), length, static_cast<std::int32_t>(bytes.size()), character, failed);
    const auto added = static_cast<std::size_t>(length);
    if (!failed && word.size() + added <= longest_word) word.append(reinterpret_cast<const char*>(bytes.data()), added);
}

/// Appends a letter or digit without case, accents and ligatures; nothing for a mark.
void append_folded(std::string& word, UChar32 character, const icu::Normalizer2& normalizer) {
    switch (character) {
        case 0x153:  // œ
        case 0x152:
            word += "oe";
            return;
        case 0xE6:  // æ
        case 0xC6:
            word += "ae";
            return;
        case 0xDF:  // ß
            word += "ss";
            return;
        default:
            break;
    }
    icu::UnicodeString parts;
    if (!normalizer.getDecomposition(character, parts)) parts = icu::UnicodeString(character);
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const UChar32 part = parts.char32At(i);
        if (u_isalnum(part)) append(word, u_foldCase(part, U_FOLD_CASE_DEFAULT));
    }
}

}  // namespace

std::vector<FoldedWord> fold_words(std::string_view text) {
    UErrorCode code = U_ZERO_ERROR;
    const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFKDInstance(code);
    if (U_FAILURE(code)) throw std::runtime_error(std::string("ICU has no normalisation data: ") + u_errorName(code));
    std::vector<FoldedWord> words;
    FoldedWord current;
    bool inside = false;
    std::size_t place = 0;
    const auto close = [&] {
        if (inside && !current.word.empty()) words.push_back(current);
        current.word.clear();
        inside = false;
    };
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < length; ++place) {
        UChar32 character = bytes[at];
        if (character < 0x80) {
            ++at;
        } else {
            const auto rest = static_cast<std::int32_t>(std::min<std::int64_t>(length - at, 4));
            std::int32_t width = 0;
            U8_NEXT(bytes + at, width, rest, character);
            at += width;
        }
        const bool mark = character > 0x2FF && u_charType(character) == U_NON_SPACING_MARK;
        if (character >= 0 && (u_isalnum(character) || (mark && inside))) {
            if (!inside) {
                inside = true;
                current.start = place;
            }
            current.end = place + 1;
            if (character >= 0x80) {
                if (!mark) append_folded(current.word, character, *normalizer);
            } else if (current.word.size() < longest_word) {
                const bool upper = character >= 'A' && character <= 'Z';
                current.word += static_cast<char>(upper ? character + ('a' - 'A') : character);
            }
        } else {
            close();
        }
    }
    close();
    return words;
}

std::string folded_name(std::string_view name) {
    std::string folded;
    for (const FoldedWord& word : fold_words(name)) {
        if (!folded.empty()) folded += ' ';
        folded += word.word;
    }
    return folded;
}

std::string words_to_index(std::string_view text) {
    std::unordered_set<std::string> seen;
    std::string joined;
    for (FoldedWord& word : fold_words(text)) {
        if (joined.size() + word.word.size() > most_indexed) break;
        const auto [place, fresh] = seen.insert(std::move(word.word));
        if (!fresh) continue;
        if (!joined.empty()) joined += ' ';
        joined += *place;
    }
    return joined;
}

std::vector<std::string> search_words(std::string_view text) {
    std::vector<std::string> words;
    for (FoldedWord& word : fold_words(text)) words.push_back(std::move(word.word));
    return words;
}

std::vector<TextRange> find_matches(std::string_view text, const std::string& query) {
    const std::vector<std::string> wanted = search_words(query);
    std::vector<TextRange> ranges;
    for (const FoldedWord& word : fold_words(text)) {
        for (const std::string& prefix : wanted) {
            if (word.word.starts_with(prefix)) {
                ranges.push_back({word.start, word.end});
                break;
            }
        }
    }
    return ranges;
}

}  // namespace relis::store
