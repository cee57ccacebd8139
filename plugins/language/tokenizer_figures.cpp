// Figures, hours, amounts, ordinals, e-mail and web addresses.
#include <algorithm>
#include <array>
#include <string_view>

#include "tokenizer.h"

namespace relis::language {
namespace {

using namespace std::string_view_literals;

constexpr std::array ordinal_endings{U"er"sv,  U"re"sv,   U"ère"sv, U"e"sv,    U"è"sv,    U"ème"sv,
                                     U"eme"sv, U"ième"sv, U"es"sv,  U"ers"sv,  U"res"sv,  U"èmes"sv,
                                     U"nd"sv,  U"nde"sv,  U"nds"sv, U"ndes"sv, U"ière"sv, U"ier"sv};
constexpr std::array top_domains{U"ca"sv, U"com"sv, U"fr"sv, U"net"sv, U"org"sv, U"be"sv, U"ch"sv, U"qc"sv, U"eu"sv};

constexpr std::uint32_t longest_address = 2048;

bool ascii_alnum(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_currency(char32_t c) {
    return c == U'$' || c == U'€' || c == U'£' || c == U'¢';
}

}  // namespace

Tokenizer::Index Tokenizer::address(Index i, TokenKind& kind) {
    if (!may_hold_address_) return i;
    if (i >= run_end_) {
        // Looked at once for each run between spaces, so that a long run stays linear.
        Index end = i;
        bool special = false;
        while (end < size_ && this->kind(end) != CharacterKind::space && this->kind(end) != CharacterKind::line_break) {
            const char32_t c = at(end);
            special = special || c == U'@' || c == U'/' || (c == U'.' && ascii_alnum(at(end + 1)));
            ++end;
        }
        run_end_ = end;
        run_has_address_ = special;
    }
    if (!run_has_address_) return i;
    if (i > 0 && (ascii_alnum(at(i - 1)) || at(i - 1) == U'@')) return i;
    if (const Index end = email_end(i); end > i) {
        kind = TokenKind::email;
        return end;
    }
    kind = TokenKind::url;
    if (const Index end = url_end(i); end > i) return end;
    return domain_end(i);
}

Tokenizer::Index Tokenizer::email_end(Index i) const {
    Index at_sign = i;
    while (at_sign < size_ && at_sign - i < 64 &&
           (ascii_alnum(at(at_sign)) || at(at_sign) == U'.' || at(at_sign) == U'_' || at(at_sign) == U'-' ||
            at(at_sign) == U'+' || at(at_sign) == U'%')) {
        ++at_sign;
    }
    if (at_sign == i || at(at_sign) != U'@') return i;
    Index end = at_sign + 1;
    Index last_dot = 0;
    while (end < size_ && end - at_sign < 255 &&
           (ascii_alnum(at(end)) || at(end) == U'-' || (at(end) == U'.' && ascii_alnum(at(end + 1))))) {
        if (at(end) == U'.') last_dot = end;
        ++end;
    }
    return last_dot != 0 && end - last_dot > 2 ? end : i;
}

Tokenizer::Index Tokenizer::url_end(Index i) const {
    if (!stands_at(i, "http://") && !stands_at(i, "https://") && !stands_at(i, "ftp://") && !stands_at(i, "www.")) {
        return i;
    }
    Index end = i;
    constexpr std::u32string_view stops = U"<>\"«»“”";
    while (end < size_ && end - i < longest_address && kind(end) != CharacterKind::space &&
           kind(end) != CharacterKind::line_break && stops.find(at(end)) == std::u32string_view::npos) {
        ++end;
    }
    constexpr std::u32string_view trailing = U".,;:!?)]'’…";
    while (end > i && trailing.find(at(end - 1)) != std::u32string_view::npos) --end;
    return end;
}

Tokenizer::Index Tokenizer::domain_end(Index i) const {
    Index end = i;
    Index last_dot = 0;
    while (end < size_ && end - i < 100 &&
           (ascii_alnum(at(end)) || (end > i && at(end) == U'-') ||
            (end > i && at(end) == U'.' && ascii_alnum(at(end + 1))))) {
        if (at(end) == U'.') last_dot = end;
        ++end;
    }
    if (last_dot == 0 || is_letter(end) || last_dot - i < 3) return i;
    const std::u32string_view ending = std::u32string_view(&points_[last_dot + 1], end - last_dot - 1);
    if (std::find(top_domains.begin(), top_domains.end(), ending) == top_domains.end()) return i;
    // A path may follow: metro.ca/promo
    if (at(end) == U'/') {
        while (end < size_ && end - i < longest_address &&
               (ascii_alnum(at(end)) || at(end) == U'/' || at(end) == U'-' || at(end) == U'_')) {
            ++end;
        }
    }
    return end;
}

Tokenizer::Index Tokenizer::scan_number(Index i) {
    TokenKind address_kind = TokenKind::url;
    if (const Index end = address(i, address_kind); end > i) {
        emit(address_kind, i, end);
        return end;
    }
    if (!is_digit(i)) {  // a figure of another script
        Index end = i + 1;
        while (end < size_ && kind(end) == CharacterKind::digit) ++end;
        emit(TokenKind::number, i, end);
        return end;
    }
    if (const Index end = hour_end(i); end > i) {
        emit(TokenKind::hour, i, end);
        return end;
    }
    if (const Index end = ordinal_end(i); end > i) {
        emit(TokenKind::ordinal, i, end);
        return end;
    }
    Index end = number_end(i);
    if (const Index amount = amount_end(end); amount > end) {
        emit(TokenKind::amount, i, amount);
        return amount;
    }
    if (is_letter(end) || (kind(end) == CharacterKind::hyphen && is_letter(end + 1))) {
        // 500g, 10x15, 3-en-1
        while (end < size_ && (in_word(end) || is_digit(end) ||
                               (kind(end) == CharacterKind::hyphen && (is_letter(end + 1) || is_digit(end + 1))))) {
            ++end;
        }
        emit(TokenKind::mixed, i, end);
        return end;
    }
    emit(TokenKind::number, i, end);
    return end;
}

Tokenizer::Index Tokenizer::hour_end(Index i) const {
    const Index hour = digits_from(i, 3);
    if (hour - i > 2) return i;
    if (at(hour) == U':') {
        const Index minutes = digits_from(hour + 1, 3);
        if (minutes - hour - 1 != 2) return i;
        const Index seconds = at(minutes) == U':' ? digits_from(minutes + 1, 3) : minutes;
        return seconds == minutes + 3 ? seconds : minutes;
    }
    Index end = one_space_from(hour);
    if (to_lower(at(end)) != U'h') return i;
    ++end;
    if (stands_at(end, "rs")) end += 2;
    if (stands_at(end, "r") && !is_letter(end + 1)) ++end;
    if (is_letter(end) || kind(end) == CharacterKind::apostrophe) return i;
    const Index minutes = one_space_from(end);
    const Index after = digits_from(minutes, 3);
    if (after - minutes == 2 || (after - minutes == 1 && minutes == end)) {
        return is_letter(after) && !stands_at(after, "min") && at(after) != U'm' ? end : after;
    }
    return end;
}

Tokenizer::Index Tokenizer::ordinal_end(Index i) const {
    const Index digits = digits_from(i, 6);
    Index end = digits;
    while (end < size_ && end - digits < 6 && in_word(end)) ++end;
    if (end == digits || end - digits > 5 || in_word(end) || is_digit(end)) return i;
    Letters letters;
    const std::u32string_view ending = lowered(digits, end, letters);
    return std::find(ordinal_endings.begin(), ordinal_endings.end(), ending) != ordinal_endings.end() ? end : i;
}

Tokenizer::Index Tokenizer::number_end(Index i) const {
    Index end = i;
    while (end < size_ && is_digit(end)) ++end;
    const Index first = end;
    // 12 345 678: groups of three behind a space
    if (first - i <= 3) {
        while (is_narrow_space(end) && digits_from(end + 1, 4) == end + 4) end += 4;
    }
    // 12,50  2026-06-16  16/06/2026  514-555-1234  192.168.0.1
    for (;;) {
        const char32_t c = at(end);
        const bool joins = c == U',' || c == U'.' || c == U'-' || c == U'/' || c == U'\u2011';
        if (!joins || !is_digit(end + 1)) break;
        ++end;
        while (end < size_ && is_digit(end)) ++end;
    }
    return end;
}

Tokenizer::Index Tokenizer::amount_end(Index end) const {
    Index sign = one_space_from(end);
    if (!is_currency(at(sign))) return end;
    ++sign;
    if (digits_from(sign, 3) == sign + 2 && sign == end + 1) sign += 2;  // 3€50
    if (is_digit(sign)) return end;                                      // the sign belongs to the figure behind it
    if (stands_at(sign, "ca") && !is_letter(sign + 2)) sign += 2;        // 12 $CA
    return sign;
}

}  // namespace relis::language
