// The scanner behind tokenize(). One pass over the code points; every look-ahead is bounded, so time is linear.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "characters.h"
#include "language/text.h"

namespace relis::language {

class Tokenizer {
  public:
    explicit Tokenizer(std::string_view utf8);
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;
    Text run();

  private:
    using Index = std::uint32_t;

    // Looking at code points; beyond the end is U+0000, a space.
    [[nodiscard]] char32_t at(Index i) const { return i < size_ ? points_[i] : U'\0'; }
    [[nodiscard]] CharacterKind kind(Index i) const {
        return i < size_ ? static_cast<CharacterKind>(shapes_[i] & shape::kind) : CharacterKind::space;
    }
    [[nodiscard]] char32_t lower_at(Index i) const {
        const char32_t c = at(i);
        return c < LowCharacters::end ? low_.lower[c] : to_lower(c);
    }
    [[nodiscard]] bool is_letter(Index i) const { return kind(i) == CharacterKind::letter; }
    [[nodiscard]] bool is_digit(Index i) const { return at(i) >= U'0' && at(i) <= U'9'; }
    [[nodiscard]] bool in_word(Index i) const {
        constexpr auto bit = [](CharacterKind one) { return 1U << static_cast<unsigned>(one); };
        constexpr unsigned kinds =
            bit(CharacterKind::letter) | bit(CharacterKind::mark) | bit(CharacterKind::ignorable);
        return (1U << static_cast<unsigned>(kind(i)) & kinds) != 0;
    }
    [[nodiscard]] bool is_narrow_space(Index i) const;
    [[nodiscard]] Index digits_from(Index i, Index limit) const;
    [[nodiscard]] Index one_space_from(Index i) const;
    /// True when the lower-case ASCII text stands at i, in any case.
    [[nodiscard]] bool stands_at(Index i, std::string_view text) const;
    /// The first code points of [begin, end) in lower case.
    static constexpr std::size_t shortest_lists = 8;
    using Letters = std::array<char32_t, shortest_lists>;
    [[nodiscard]] std::u32string_view lowered(Index begin, Index end, Letters& letters) const;
    /// Whether `text` stands at i, in any case and with any apostrophe.
    [[nodiscard]] bool whole_stands_at(Index i, std::u32string_view text) const;

    // Each reads the token that begins at i and returns its end, or i when there is none of its kind.
    Index address(Index i, TokenKind& kind);
    [[nodiscard]] Index email_end(Index i) const;
    [[nodiscard]] Index url_end(Index i) const;
    [[nodiscard]] Index domain_end(Index i) const;
    [[nodiscard]] Index hour_end(Index i) const;
    [[nodiscard]] Index ordinal_end(Index i) const;
    [[nodiscard]] Index number_end(Index i) const;
    [[nodiscard]] Index amount_end(Index end) const;
    [[nodiscard]] Index emoticon_end(Index i) const;
    [[nodiscard]] Index dotted_end(Index i) const;
    [[nodiscard]] bool is_abbreviation(Index begin, Index end) const;

    Index scan_word(Index i);
    Index scan_number(Index i);
    Index scan_mark(Index i);
    void emit_word(Index begin, Index end, bool hyphenated);
    [[nodiscard]] bool is_elision(Index begin, Index apostrophe) const;
    [[nodiscard]] Index enclitic_start(Index begin, Index end) const;

    void emit(TokenKind kind, Index begin, Index end);
    /// As emit(), for a token of letters alone whose shapes together are `shapes`.
    void emit_letters(Index begin, Index end, std::uint8_t shapes);
    void finish(Token& token, TokenKind kind, Index begin, Index end);
    [[nodiscard]] std::string_view slice(Index begin, Index end) const;
    std::string_view normalised(Index begin, Index end);
    void mark_case(Token& token) const;
    [[nodiscard]] bool starts_sentence(const Token& token) const;
    [[nodiscard]] bool begins_anew(const Token& token) const;
    void close_sentence();

    Text text_;
    const LowCharacters& low_ = low_characters();
    /// Room for a text of so many bytes without asking for memory: most comments.
    static constexpr std::size_t usual = 1024;
    struct Usual {
        std::array<char32_t, usual> points;
        std::array<Index, usual> bytes;
        std::array<std::uint8_t, usual> shapes;
    };
    struct Long {
        explicit Long(std::size_t room);
        std::unique_ptr<char32_t[]> points;
        std::unique_ptr<Index[]> bytes;
        std::unique_ptr<std::uint8_t[]> shapes;
    };
    Usual room_;
    std::optional<Long> more_room_;
    char32_t* points_ = nullptr;
    std::uint8_t* shapes_ = nullptr;  ///< of each code point (shape_of), and a space after the last
    Index* bytes_ = nullptr;          ///< byte offset of each code point, and of the end
    const char* source_ = nullptr;    ///< the text that bytes_ counts in
    Index size_ = 0;
    bool is_plain_ = true;           ///< no code point needs normalising
    bool may_hold_address_ = false;  ///< somewhere stands an @, a slash, or a dot within a run

    Index run_end_ = 0;  ///< end of the present run of non-spaces
    bool run_has_address_ = false;
    bool space_pending_ = false;
    unsigned breaks_pending_ = 0;
    bool terminal_pending_ = false;  ///< the sentence has had its full stop
    bool sentence_has_word_ = false;
};

}  // namespace relis::language
