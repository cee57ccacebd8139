// Reads the elements and suggestions of a rule file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "language/lexicon.h"
#include "rules/pattern.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

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
/// Elements by their text.
using Elements = std::unordered_map<std::string, Element>;

/// Reads what stands behind the keywords and puts the parts of patterns where all patterns have theirs. Not
/// thread-safe; lives for one file.
class Parser {
  public:
    /// `common_sets` are those that every file may use; `known_elements`, by their text, serve all files.
    Parser(const language::Lexicon& lexicon, Vocabulary& vocabulary, Patterns& patterns, const Sets& common_sets,
           Elements& known_elements)
        : lexicon_(lexicon),
          vocabulary_(vocabulary),
          patterns_(patterns),
          common_sets_(common_sets),
          known_elements_(known_elements) {}

    /// `name = a|=b|<noun>`: a set that the lines below may use.
    void define_set(std::string_view text, const Place& place);
    /// The sets defined so far.
    [[nodiscard]] const Sets& sets() const { return sets_; }

    /// Elements, brackets, anchor.
    [[nodiscard]] Pattern pattern(std::string_view text, const Place& place);
    /// As pattern(); matched from the marked element, so it needs no anchor of its own.
    [[nodiscard]] Pattern exception(std::string_view text, const Place& place);
    /// `$1 mot|…`: replacements for a rule.
    [[nodiscard]] std::vector<Suggestion> suggestions(std::string_view text, const Place& place) const;
    /// Text with its fault in brackets, or a right one.
    [[nodiscard]] static Example example(std::string_view text, bool is_right, const Place& place);

  private:
    /// A condition while its alternatives are read.
    struct Alternatives {
        std::vector<WordKey> words;
        std::vector<WordClass> classes;
        bool anything = false;
    };

    [[nodiscard]] const Element& element(std::string_view text, const Place& place);
    [[nodiscard]] Element new_element(std::string_view text, const Place& place);
    [[nodiscard]] Pattern elements(std::string_view text, const Place& place);
    [[nodiscard]] Condition condition(std::string_view text, const Place& place);
    void add_alternative(Alternatives& alternatives, std::string_view text, const Place& place);
    [[nodiscard]] const Condition& set(std::string_view text, const Place& place) const;
    [[nodiscard]] Condition stored(Alternatives alternatives);
    [[nodiscard]] Range stored(std::vector<WordKey> words);
    [[nodiscard]] std::vector<language::LemmaId> lemmas(std::string_view lemma, const Place& place) const;

    const language::Lexicon& lexicon_;
    Vocabulary& vocabulary_;
    Patterns& patterns_;
    const Sets& common_sets_;
    Elements& known_elements_;  ///< those without sets, which are each file's own
    Sets sets_;
    Elements elements_with_sets_;  ///< with the sets as they are
};

/// Without the blanks around it.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace relis::rules
