// What the forms of a language are to the content plugins, read once each.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"

namespace relis::comments {

struct WordReading;

/// One form, as written, with all that can be said of it without the comment around it. Immutable.
struct Word {
    Word();
    ~Word();

    std::string form;                              ///< Token::form
    std::string folded;                            ///< language::fold of it
    std::uint64_t hash = 0;                        ///< stable_hash of `folded`
    std::optional<language::FormId> id;            ///< Lexicon::find_in_any_case
    bool known = false;                            ///< Lexicon::knows
    std::uint32_t number = 0;                      ///< below WordBook::most for one that the book keeps, else that
    std::unique_ptr<const WordReading> reading{};  ///< what the word files say of it
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

    /// What there is to say of a form. It lives as long as the book; where the book is full, as long as `own`, which
    /// receives it.
    [[nodiscard]] const Word& read(std::string_view form, std::vector<std::unique_ptr<const Word>>& own) const;

    [[nodiscard]] const std::shared_ptr<const language::Lexicon>& lexicon() const { return lexicon_; }

    /// What the readers of this library share; read when first asked for, since it takes milliseconds.
    struct Lists;
    [[nodiscard]] const Lists& lists() const;

  private:
    [[nodiscard]] std::unique_ptr<Word> make(std::string_view form) const;

    std::shared_ptr<const language::Lexicon> lexicon_;
    mutable std::once_flag lists_once_;
    mutable std::unique_ptr<const Lists> lists_;
    mutable std::vector<std::atomic<const Word*>> slots_;  ///< open addressing, by the hash of the form
    mutable std::atomic<std::uint32_t> count_{0};
};

}  // namespace relis::comments
