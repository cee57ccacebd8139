// Reads the elements and suggestions of a rule file.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/lexicon.h"
#include "rules/rule.h"

namespace relis::rules {

/// Where the reader stands, for messages. Columns count bytes from 1.
struct Place {
    const std::string& file;
    std::size_t line = 0;
    std::size_t column = 0;
};

/// Throws std::runtime_error: file:line:column: what.
[[noreturn]] void fail(const Place& place, const std::string& what);

/// Sets by name.
using Sets = std::unordered_map<std::string, Condition>;

/// Reads what stands behind the keywords, with the sets known so far. Not thread-safe; lives for one file.
class Parser {
  public:
    Parser(const language::Lexicon& lexicon, const Sets& sets) : lexicon_(lexicon), sets_(sets) {}

    /// `a|=b|<noun>`: the alternatives of a set.
    [[nodiscard]] Condition alternatives(std::string_view text, const Place& place) const;
    /// Elements, brackets, anchor.
    [[nodiscard]] Pattern pattern(std::string_view text, const Place& place) const;
    /// As pattern(); matched from the marked element, so it needs no anchor of its own.
    [[nodiscard]] Pattern exception(std::string_view text, const Place& place) const;
    /// `$1 mot|…`: replacements for a rule.
    [[nodiscard]] std::vector<Suggestion> suggestions(std::string_view text, const Place& place) const;
    /// Text with its fault in brackets, or a right one.
    [[nodiscard]] static Example example(std::string text, bool is_right, const Place& place);

  private:
    [[nodiscard]] Element element(std::string_view text, const Place& place) const;
    [[nodiscard]] Pattern elements(std::string_view text, const Place& place) const;
    void add_alternative(Condition& condition, std::string_view text, const Place& place) const;
    [[nodiscard]] std::vector<language::LemmaId> lemmas(std::string_view lemma, const Place& place) const;

    const language::Lexicon& lexicon_;
    const Sets& sets_;
};

/// Without the blanks around it.
[[nodiscard]] std::string trim(std::string_view text);

}  // namespace relis::rules
