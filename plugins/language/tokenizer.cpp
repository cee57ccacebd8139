#include "tokenizer.h"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "language/utf8.h"

namespace relis::language {
namespace {

constexpr TokenKind word_kinds[] = {TokenKind::word, TokenKind::elided, TokenKind::enclitic};

bool is_wordlike(TokenKind kind) {
    return std::find(std::begin(word_kinds), std::end(word_kinds), kind) != std::end(word_kinds);
}

bool is_closing(char32_t c) {
    return c == U'»' || c == U'”' || c == U'"' || c == U')' || c == U']' || c == U'’' || c == U'\'';
}

/// Whether a text holds what every address holds: an @, a slash, or a dot with something right behind it.
bool may_hold_address(std::string_view text) {
    if (text.find('@') != std::string_view::npos || text.find('/') != std::string_view::npos) return true;
    constexpr std::size_t none = std::string_view::npos;
    for (std::size_t dot = text.find('.'); dot != none; dot = text.find('.', dot + 1)) {
        if (dot + 1 < text.size() && text[dot + 1] != ' ' && text[dot + 1] != '.') return true;
    }
    return false;
}

}  // namespace

Tokenizer::Long::Long(std::size_t room)
    : points(std::make_unique_for_overwrite<char32_t[]>(room)),
      bytes(std::make_unique_for_overwrite<Index[]>(room)),
      shapes(std::make_unique_for_overwrite<std::uint8_t[]>(room)) {}

Tokenizer::Tokenizer(std::string_view utf8) {
    if (utf8.size() < usual) {
        points_ = room_.points.data();
        shapes_ = room_.shapes.data();
        bytes_ = room_.bytes.data();
    } else {
        more_room_.emplace(utf8.size() + 1);
        points_ = more_room_->points.get();
        shapes_ = more_room_->shapes.get();
        bytes_ = more_room_->bytes.get();
    }
    bool valid = true;
    std::uint8_t all = 0;
    std::size_t count = 0;
    // Held here: a byte written through a member might, for all the compiler knows, be a part of this object
    char32_t* const points = points_;
    std::uint8_t* const shapes = shapes_;
    Index* const bytes = bytes_;
    const LowCharacters& low = low_;
    for (std::size_t i = 0; i < utf8.size(); ++count) {
        bytes[count] = static_cast<Index>(i);
        if (const auto byte = static_cast<unsigned char>(utf8[i]); byte < 0x80) {
            const std::uint8_t shape = low.shapes[byte];
            points[count] = byte;
            shapes[count] = shape;
            all |= shape;
            ++i;
            continue;
        }
        const std::size_t begin = i;
        const char32_t c = decode(utf8, i);
        const std::uint8_t shape = c < LowCharacters::end ? low.shapes[c] : shape_of(c);
        points[count] = c;
        shapes[count] = shape;
        all |= shape;
        if (c == replacement_character && utf8.substr(begin, i - begin) != "\xEF\xBF\xBD") valid = false;
    }
    bytes_[count] = static_cast<Index>(utf8.size());
    shapes_[count] = static_cast<std::uint8_t>(CharacterKind::space);
    size_ = static_cast<Index>(count);
    is_plain_ = (all & shape::normalising) == 0;
    if (valid) {
        text_.source_ = std::make_unique<const std::string>(utf8);
    } else {
        std::string repaired;
        repaired.reserve(utf8.size() + 16);
        for (std::size_t i = 0; i < count; ++i) {
            bytes_[i] = static_cast<Index>(repaired.size());
            append(repaired, points_[i]);
        }
        bytes_[count] = static_cast<Index>(repaired.size());
        text_.source_ = std::make_unique<const std::string>(std::move(repaired));
    }
    source_ = text_.source_->data();
    may_hold_address_ = may_hold_address(*text_.source_);
    text_.length_ = size_;
    text_.tokens_.reserve(size_ / 5 + 4);
}

Text Tokenizer::run() {
    Index i = 0;
    while (i < size_) {
        switch (kind(i)) {
            case CharacterKind::line_break:
                ++breaks_pending_;
                space_pending_ = true;
                if (at(i) == U'\r' && at(i + 1) == U'\n') ++i;
                ++i;
                break;
            case CharacterKind::space:
                space_pending_ = true;
                ++i;
                break;
            case CharacterKind::ignorable:
                ++i;
                break;
            case CharacterKind::letter:
                i = scan_word(i);
                break;
            case CharacterKind::digit:
                i = scan_number(i);
                break;
            default:
                i = scan_mark(i);
        }
    }
    if (!text_.tokens_.empty()) close_sentence();
    return std::move(text_);
}

bool Tokenizer::is_narrow_space(Index i) const {
    const char32_t c = at(i);
    return i < size_ && (c == U' ' || c == U'\u00A0' || c == U'\u202F' || c == U'\u2009');
}

Tokenizer::Index Tokenizer::digits_from(Index i, Index limit) const {
    const Index stop = static_cast<Index>(std::min<std::uint64_t>(size_, std::uint64_t{i} + limit));
    while (i < stop && is_digit(i)) ++i;
    return i;
}

Tokenizer::Index Tokenizer::one_space_from(Index i) const {
    return is_narrow_space(i) ? i + 1 : i;
}

bool Tokenizer::stands_at(Index i, std::string_view text) const {
    for (const char c : text) {
        if (lower_at(i++) != static_cast<unsigned char>(c)) return false;
    }
    return true;
}

std::u32string_view Tokenizer::lowered(Index begin, Index end, Letters& letters) const {
    std::size_t count = 0;
    for (Index i = begin; i < end && count < letters.size(); ++i) letters[count++] = lower_at(i);
    return {letters.data(), count};
}

bool Tokenizer::whole_stands_at(Index i, std::u32string_view text) const {
    for (const char32_t wanted : text) {
        if (i >= size_) return false;
        const char32_t c = lower_at(i++);
        if ((c == U'\u2019' ? U'\'' : c) != wanted) return false;
    }
    return true;
}

Tokenizer::Index Tokenizer::scan_mark(Index i) {
    const CharacterKind k = kind(i);
    const char32_t c = at(i);
    Index end = i + 1;
    if (k == CharacterKind::emoji) {
        // A run of pictures with their joiners and skin tones is one token.
        while (end < size_ && (kind(end) == CharacterKind::emoji || at(end) == U'\u200D')) ++end;
        emit(TokenKind::emoticon, i, end);
        return end;
    }
    if ((end = emoticon_end(i)) > i) {
        emit(TokenKind::emoticon, i, end);
        return end;
    }
    if ((c == U'$' || c == U'€' || c == U'£') && is_digit(i + 1)) {
        end = number_end(i + 1);
        emit(TokenKind::amount, i, end);
        return end;
    }
    end = i + 1;
    const auto is_terminal = [](char32_t m) { return m == U'.' || m == U'!' || m == U'?' || m == U'…'; };
    if (is_terminal(c)) {
        while (end < size_ && is_terminal(at(end))) ++end;
    } else if (k == CharacterKind::hyphen) {
        while (end < size_ && kind(end) == CharacterKind::hyphen) ++end;
    } else if (k == CharacterKind::mark) {
        // Combining marks with no letter before them: one token however many.
        while (end < size_ && kind(end) == CharacterKind::mark) ++end;
    }
    const bool punctuation =
        k == CharacterKind::punctuation || k == CharacterKind::hyphen || k == CharacterKind::apostrophe;
    const bool sign = c == U'%' || c == U'&' || c == U'@' || c == U'*' || c == U'#';
    emit(punctuation && !sign ? TokenKind::punctuation : TokenKind::symbol, i, end);
    return end;
}

Tokenizer::Index Tokenizer::emoticon_end(Index i) const {
    const char32_t eyes = at(i);
    if (eyes == U'<' && at(i + 1) == U'3') return i + 2;
    if (eyes == U'^' && at(i + 1) == U'^') return i + 2;
    if (eyes != U':' && eyes != U';' && eyes != U'=') return i;
    if (i > 0 && kind(i - 1) != CharacterKind::space && kind(i - 1) != CharacterKind::line_break &&
        kind(i - 1) != CharacterKind::letter && kind(i - 1) != CharacterKind::punctuation) {
        return i;
    }
    Index mouth = i + 1;
    if (at(mouth) == U'-' || at(mouth) == U'\'') ++mouth;
    constexpr std::u32string_view mouths = U")(DPpOo/\\|*3]";
    if (mouth >= size_ || mouths.find(at(mouth)) == std::u32string_view::npos) return i;
    Index end = mouth + 1;
    if (at(mouth) == U')' || at(mouth) == U'(') {
        while (end < size_ && at(end) == at(mouth)) ++end;
    }
    const CharacterKind after = kind(end);
    if (after == CharacterKind::letter || after == CharacterKind::digit) return i;
    if (at(mouth) == U'/' && at(end) == U'/') return i;
    return end;
}

void Tokenizer::emit(TokenKind kind, Index begin, Index end) {
    Token token;
    token.original = slice(begin, end);
    token.form = normalised(begin, end);
    token.start = begin;
    token.end = end;
    mark_case(token);
    finish(token, kind, begin, end);
}

void Tokenizer::emit_letters(Index begin, Index end, std::uint8_t shapes) {
    Token token;
    token.original = slice(begin, end);
    token.form = (shapes & shape::normalising) == 0 ? token.original : normalised(begin, end);
    token.start = begin;
    token.end = end;
    token.letter_case = LetterCase::lower;
    if ((shapes & shape::capital) != 0) mark_case(token);
    finish(token, TokenKind::word, begin, end);
}

void Tokenizer::finish(Token& token, TokenKind kind, Index begin, Index end) {
    token.kind = kind;
    token.start = begin;
    token.end = end;
    token.space_before = space_pending_;
    if (starts_sentence(token)) close_sentence();
    token.sentence = static_cast<std::uint32_t>(text_.sentences_.size());
    if (kind != TokenKind::punctuation && kind != TokenKind::emoticon && kind != TokenKind::symbol) {
        token.first_of_sentence = !sentence_has_word_;
        sentence_has_word_ = true;
    }
    if (is_wordlike(kind) && kind != TokenKind::enclitic) ++text_.word_count_;

    const char32_t first = at(begin);
    if (kind == TokenKind::punctuation && (first == U'.' || first == U'!' || first == U'?' || first == U'…')) {
        terminal_pending_ = true;
    } else if (!(kind == TokenKind::punctuation && is_closing(first)) && kind != TokenKind::emoticon) {
        terminal_pending_ = false;
    }
    space_pending_ = false;
    breaks_pending_ = 0;
    text_.tokens_.push_back(token);
}

bool Tokenizer::starts_sentence(const Token& token) const {
    return (terminal_pending_ || breaks_pending_ != 0) && !text_.tokens_.empty() && begins_anew(token);
}

bool Tokenizer::begins_anew(const Token& token) const {
    const Token& before = text_.tokens_.back();
    const bool lower = token.letter_case == LetterCase::lower;
    const bool closing = token.kind == TokenKind::punctuation && is_closing(at(token.start)) && !token.space_before;
    if (breaks_pending_ >= 2) return true;
    if (breaks_pending_ == 1 && (!lower || terminal_pending_)) return true;
    if (!terminal_pending_ || closing || token.kind == TokenKind::emoticon) return false;
    if (token.kind == TokenKind::punctuation && at(token.start) == U'»') return false;
    if (!lower) return token.space_before || token.letter_case != LetterCase::none;
    // A lower-case word after a single full stop: a forgotten capital, unless what precedes may be an abbreviation.
    if (!token.space_before || before.original != "." || text_.tokens_.size() < 2) return false;
    const Token& last_word = text_.tokens_[text_.tokens_.size() - 2];
    return last_word.kind != TokenKind::word || last_word.end - last_word.start >= 4;
}

void Tokenizer::close_sentence() {
    const std::size_t first = text_.sentences_.empty() ? 0 : text_.sentences_.back().last_token;
    const std::size_t last = text_.tokens_.size();
    if (last == first) return;
    text_.sentences_.push_back({first, last, text_.tokens_[first].start, text_.tokens_[last - 1].end});
    terminal_pending_ = false;
    sentence_has_word_ = false;
}

std::string_view Tokenizer::slice(Index begin, Index end) const {
    return {source_ + bytes_[begin], bytes_[end] - bytes_[begin]};
}

std::string_view Tokenizer::normalised(Index begin, Index end) {
    bool plain = true;
    for (Index i = begin; i < end && plain && !is_plain_; ++i) plain = (shapes_[i] & shape::normalising) == 0;
    if (plain) return slice(begin, end);
    // The elided words in the typographic apostrophe are most of what comes here.
    std::u32string kept;
    bool composed = true;
    for (Index i = begin; i < end; ++i) {
        const char32_t c = points_[i];
        const CharacterKind k = kind(i);
        if (k == CharacterKind::ignorable) continue;
        kept.push_back(k == CharacterKind::apostrophe ? U'\'' : k == CharacterKind::hyphen ? U'-' : c);
        composed = composed && c < 0x300;
        if (k == CharacterKind::apostrophe || k == CharacterKind::hyphen) continue;
        composed = composed && k != CharacterKind::mark;
    }
    std::string result = to_utf8(kept);
    if (!composed) {
        UErrorCode error = U_ZERO_ERROR;
        const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(error);
        if (U_SUCCESS(error)) {
            const icu::UnicodeString normal = composer->normalize(icu::UnicodeString::fromUTF8(result), error);
            if (U_SUCCESS(error)) {
                result.clear();
                normal.toUTF8String(result);
            }
        }
    }
    text_.normalised_.push_back(std::make_unique<const std::string>(std::move(result)));
    return *text_.normalised_.back();
}

void Tokenizer::mark_case(Token& token) const {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool first_is_capital = false;
    for (Index i = token.start; i < token.end; ++i) {
        const bool capital = (shapes_[i] & shape::capital) != 0;
        if (!capital && kind(i) != CharacterKind::letter) continue;
        if (letters == 0) first_is_capital = capital;
        ++letters;
        capitals += capital ? 1U : 0U;
    }
    if (letters == 0) {
        token.letter_case = LetterCase::none;
    } else if (capitals == 0) {
        token.letter_case = LetterCase::lower;
    } else if (capitals == letters && letters > 1) {
        token.letter_case = LetterCase::all_capitals;
    } else {
        token.letter_case = capitals == 1 && first_is_capital ? LetterCase::initial_capital : LetterCase::mixed;
    }
}

Text tokenize(std::string_view utf8) {
    return Tokenizer(utf8).run();
}

}  // namespace relis::language
