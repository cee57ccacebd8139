// Words: elisions, hyphens, enclitics, abbreviations.
#include <algorithm>
#include <array>
#include <string_view>

#include "tokenizer.h"

namespace relis::language {
namespace {

using namespace std::string_view_literals;

constexpr std::array elisions{U"c"sv, U"d"sv, U"j"sv,  U"l"sv,     U"m"sv,      U"n"sv,      U"s"sv,
                              U"t"sv, U"ç"sv, U"qu"sv, U"jusqu"sv, U"lorsqu"sv, U"puisqu"sv, U"quoiqu"sv};

/// Words that look elided and are one word.
constexpr std::array not_elisions{U"c'est-à-dire"sv, U"qu'en-dira-t-on"sv, U"m'as-tu-vu"sv};

constexpr std::array enclitics{U"je"sv,    U"tu"sv, U"il"sv,  U"elle"sv, U"on"sv,  U"nous"sv, U"vous"sv, U"ils"sv,
                               U"elles"sv, U"ce"sv, U"moi"sv, U"toi"sv,  U"lui"sv, U"leur"sv, U"le"sv,   U"la"sv,
                               U"les"sv,   U"y"sv,  U"en"sv,  U"là"sv,   U"ci"sv,  U"iel"sv,  U"iels"sv};

/// First parts that keep what follows: celui-ci, rendez-vous, moi-même.
constexpr std::array inseparable{U"celui"sv, U"celle"sv, U"ceux"sv, U"celles"sv, U"rendez"sv, U"chez"sv, U"jusque"sv};

/// Abbreviations whose full stop never ends a sentence by itself.
constexpr std::array abbreviations{
    U"m"sv,    U"mm"sv,  U"mme"sv,    U"mmes"sv, U"mlle"sv, U"etc"sv,  U"cf"sv,   U"tél"sv, U"tel"sv,  U"boul"sv,
    U"bd"sv,   U"env"sv, U"approx"sv, U"app"sv,  U"apt"sv,  U"dr"sv,   U"dre"sv,  U"inc"sv, U"ltée"sv, U"janv"sv,
    U"févr"sv, U"avr"sv, U"juill"sv,  U"oct"sv,  U"nov"sv,  U"déc"sv,  U"ste"sv,  U"qté"sv, U"resp"sv, U"pp"sv,
    U"éd"sv,   U"vol"sv, U"max"sv,    U"min"sv,  U"sec"sv,  U"no"sv,   U"nos"sv,  U"av"sv,  U"st"sv,   U"ex"sv,
    U"p"sv,    U"art"sv, U"ch"sv,     U"sept"sv, U"réf"sv,  U"incl"sv, U"excl"sv, U"hab"sv, U"ind"sv,  U"dép"sv};
/// Of these, the ones that only count before a lower-case word or a figure (no, min, sept are words too).
constexpr std::array cautious{U"max"sv, U"min"sv, U"sec"sv,  U"no"sv,  U"nos"sv, U"av"sv,  U"st"sv,  U"ex"sv, U"p"sv,
                              U"art"sv, U"ch"sv,  U"sept"sv, U"tel"sv, U"vol"sv, U"ind"sv, U"etc"sv, U"nov"sv};

template <class List>
bool among(const List& list, std::u32string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool Tokenizer::is_elision(Index begin, Index apostrophe) const {
    if (apostrophe - begin > 6) return false;
    Letters letters;
    if (!among(elisions, lowered(begin, apostrophe, letters))) return false;
    return std::none_of(not_elisions.begin(), not_elisions.end(),
                        [&](std::u32string_view whole) { return whole_stands_at(begin, whole); });
}

Tokenizer::Index Tokenizer::scan_word(Index i) {
    // Most words are letters between spaces or before a comma, and need no closer look
    Index letters_end = i;
    std::uint8_t shapes = 0;
    constexpr auto letter = static_cast<std::uint8_t>(CharacterKind::letter);
    while ((shapes_[letters_end] & shape::kind) == letter) shapes |= shapes_[letters_end++];
    if (!may_hold_address_ && (kind(letters_end) == CharacterKind::space || at(letters_end) == U',')) {
        emit_letters(i, letters_end, shapes);
        return letters_end;
    }
    TokenKind address_kind = TokenKind::url;
    if (const Index end = address(i, address_kind); end > i) {
        emit(address_kind, i, end);
        return end;
    }
    if (const Index end = dotted_end(i); end > i) {
        emit(TokenKind::abbreviation, i, end);
        return end;
    }
    Index end = i;
    bool mixed = false;
    bool hyphenated = false;
    while (end < size_) {
        if (in_word(end)) {
            ++end;
        } else if (is_digit(end)) {
            mixed = true;
            ++end;
        } else if (kind(end) == CharacterKind::hyphen && (is_letter(end + 1) || is_digit(end + 1))) {
            hyphenated = true;
            ++end;
        } else if (kind(end) == CharacterKind::apostrophe) {
            if (!hyphenated && !mixed && is_elision(i, end)) {
                emit(TokenKind::elided, i, end + 1);
                return end + 1;
            }
            if (!is_letter(end + 1)) break;
            ++end;
        } else {
            break;
        }
    }
    if (mixed) {
        emit(TokenKind::mixed, i, end);
        return end;
    }
    if (at(end) == U'°' && end - i <= 2 && to_lower(at(i)) == U'n') {
        emit(TokenKind::abbreviation, i, end + 1);
        return end + 1;
    }
    if (at(end) == U'.' && at(end + 1) != U'.' && is_abbreviation(i, end)) {
        emit(TokenKind::abbreviation, i, end + 1);
        return end + 1;
    }
    emit_word(i, end, hyphenated);
    return end;
}

bool Tokenizer::is_abbreviation(Index begin, Index end) const {
    Index next = end + 1;
    while (next < size_ && next < end + 4 && kind(next) == CharacterKind::space) ++next;
    const bool goes_on =
        next > end + 1 && next < size_ && (is_digit(next) || (is_letter(next) && !is_capital(at(next))));
    if (end - begin == 1 && is_capital(at(begin))) {
        return is_letter(next) && is_capital(at(next)) && next > end + 1;  // J. Tremblay, M. Roy
    }
    if (end - begin > 6) return false;
    Letters letters;
    const std::u32string_view word = lowered(begin, end, letters);
    if (!among(abbreviations, word)) return false;
    if (among(cautious, word)) return goes_on || at(next) == U',' || at(next) == U')';
    return true;
}

Tokenizer::Index Tokenizer::dotted_end(Index i) const {
    // s.v.p., a.m., S.A.Q.
    Index end = i;
    unsigned parts = 0;
    while (end + 1 < size_ && is_letter(end) && at(end + 1) == U'.' && parts < 12) {
        end += 2;
        ++parts;
    }
    if (parts < 2) return i;
    // A last letter without its full stop: S.A.Q
    if (is_letter(end) && !is_letter(end + 1) && kind(end + 1) != CharacterKind::apostrophe) ++end;
    return is_letter(end) ? i : end;
}

Tokenizer::Index Tokenizer::enclitic_start(Index begin, Index end) const {
    // Enclitics are short: 5 letters at most, 7 with -t-.
    Index hyphen = end;
    const Index lowest = end - begin > 6 ? end - 6 : begin + 1;
    while (hyphen > lowest && kind(hyphen - 1) != CharacterKind::hyphen) --hyphen;
    if (hyphen <= begin + 1 || kind(hyphen - 1) != CharacterKind::hyphen) return end;
    Letters letters;
    std::u32string_view last = lowered(hyphen, end, letters);
    // donne-m'en, mets-t'y
    if (last.size() >= 3 && (last[0] == U'm' || last[0] == U't' || last[0] == U'l') &&
        kind_of(last[1]) == CharacterKind::apostrophe) {
        last.remove_prefix(2);
        if (last != U"en" && last != U"y") return end;
    } else if (!among(enclitics, last)) {
        return end;
    }
    Index start = hyphen - 1;
    if (start >= begin + 2 && to_lower(at(start - 1)) == U't' && kind(start - 2) == CharacterKind::hyphen) start -= 2;
    return start > begin ? start : end;
}

void Tokenizer::emit_word(Index begin, Index end, bool hyphenated) {
    if (!hyphenated) {
        emit(TokenKind::word, begin, end);
        return;
    }
    std::array<Index, 4> cuts{};
    std::size_t count = 0;
    Index stem = end;
    while (count < 3) {
        const Index start = enclitic_start(begin, stem);
        if (start == stem || start <= begin) break;
        cuts[count++] = stem;
        stem = start;
    }
    Letters letters;
    if (count > 0 && stem - begin <= 6 && among(inseparable, lowered(begin, stem, letters))) {
        emit(TokenKind::word, begin, end);
        return;
    }
    emit(TokenKind::word, begin, stem);
    Index from = stem;
    for (std::size_t k = count; k > 0; --k) {
        emit(TokenKind::enclitic, from, cuts[k - 1]);
        from = cuts[k - 1];
    }
}

}  // namespace relis::language
