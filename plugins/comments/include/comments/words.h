// What the forms of a language are to the content plugins, read once each.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"

namespace relis::comments {

struct WordReading;

/// One form, as written, with all that can be said of it without the comment around it. Immutable, and in one piece:
/// what the plugins ask of a word lies where they found it.
struct Word {
    Word() = default;
    Word(const Word&) = delete;
    Word& operator=(const Word&) = delete;
    virtual ~Word() = default;

    std::string_view form;                 ///< Token::form; lives as long as the word
    std::string_view folded;               ///< language::fold of it; lives as long as the word
    std::uint64_t hash = 0;                ///< stable_hash of `folded`
    std::optional<language::FormId> id;    ///< Lexicon::find_in_any_case
    bool known = false;                    ///< Lexicon::knows
    std::uint32_t number = 0;              ///< below WordBook::most for one that the book keeps, else that
    const WordReading* reading = nullptr;  ///< what the word files say of it; not null
};

/// Reads forms, and keeps what it has read: a few thousand of them make up nearly all reports. What it says is the same
/// whether it has been asked before or not. Safe to use from several threads, which do not wait for each other.
class WordBook {
  public:
    /// `lexicon` gives lemmas and analyses; not null.
    explicit WordBook(std::shared_ptr<const language::Lexicon> lexicon);
    WordBook(const WordBook&) = delete;
    WordBook& operator=(const WordBook&) = delete;
    ~WordBook();

    /// How many forms are kept at most, of some 300 bytes each. Words that no lexicon has may take half of the room.
    static constexpr std::uint32_t most = 1U << 14U;

    /// How many forms are best read in one call.
    static constexpr std::size_t at_once = 32;
    using Own = std::vector<std::unique_ptr<const Word>>;

    /// What there is to say of each form, in `words`. A word lives as long as the book; where the book is full, as long
    /// as `own`, which receives it. REQUIRES: as many words as forms, `at_once` at most.
    void read(std::span<const std::string_view> forms, std::span<const Word*> words, Own& own) const;

    [[nodiscard]] const std::shared_ptr<const language::Lexicon>& lexicon() const { return lexicon_; }

    /// What the readers of this library share; read when first asked for, since it takes milliseconds.
    struct Lists;
    [[nodiscard]] const Lists& lists() const;

  private:
    struct Entry;
    [[nodiscard]] std::unique_ptr<Entry> make(std::string_view form) const;
    /// The word of a form that may stand from slot `at` on.
    [[nodiscard]] const Word& read_from(std::size_t at, std::string_view form, Own& own) const;

    std::shared_ptr<const language::Lexicon> lexicon_;
    mutable std::once_flag lists_once_;
    mutable std::unique_ptr<const Lists> lists_;
    mutable std::vector<std::atomic<const Word*>> slots_;  ///< open addressing, by the hash of the form
    mutable std::atomic<std::uint32_t> count_{0};
};

}  // namespace relis::comments
