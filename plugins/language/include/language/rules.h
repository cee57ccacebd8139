// Lexical rules in text files: word patterns with a message, corrections and examples. README.md describes the
// language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/analysis.h"
#include "language/lexicon.h"

namespace relis::language {

enum class FaultCategory : std::uint8_t {
    spelling,
    grammar,
    syntax,
    typography,
    style,
    not_judged,  ///< a passage that cannot be judged (another language, garbled): told once, counted as nothing
};

/// One way to match a token.
struct Alternative {
    std::string form;   ///< lower case; empty: any form
    std::string lemma;  ///< empty: any lemma
    Features features;  ///< part, genders, numbers and tenses that an analysis must share; part other: no demand
    bool wants_features = false;
};

/// One place of a pattern: any of its alternatives, or none of them when negated.
struct Element {
    std::vector<Alternative> alternatives;
    bool negated = false;
    bool optional = false;
    bool sentence_start = false;  ///< matches before the first token of a sentence, takes no token
    std::size_t gap = 0;          ///< matches up to so many tokens of any kind
};

struct Pattern {
    std::vector<Element> elements;
    std::size_t mark_first = 0;  ///< elements [mark_first, mark_last) are the fault
    std::size_t mark_last = 0;
    std::size_t anchor = 0;  ///< the element by which the pattern is found; all before it take one token each
};

/// An example: `wrong` text with the fault between [ ], and what is right there; for `right` examples no fault.
struct Example {
    std::string text;
    std::uint32_t start = 0;  ///< code points of the fault
    std::uint32_t end = 0;
    std::string correction;  ///< empty: any
    bool is_right = false;
    std::size_t line = 0;
};

struct Rule {
    std::string id;
    FaultCategory category = FaultCategory::grammar;
    std::string title;    ///< French, a few words
    std::string message;  ///< French, for the shopper
    std::vector<Pattern> patterns;
    std::vector<std::string> suggestions;  ///< $1…$9 stand for the tokens of the elements, $1=inf for the infinitive
    std::vector<Example> examples;
    std::string file;  ///< name of the rule file, for lists
};

/// All rules of a folder, found through the words they hold: the time per token does not grow with their number.
/// Immutable; safe to share between threads.
class RuleSet {
  public:
    /// No rules.
    RuleSet() = default;

    /// Reads every `*.rules` file of a folder, in the order of their names. Throws std::runtime_error with file, line
    /// and column for a rule that cannot be read, has no example of each kind, or has the id of another.
    explicit RuleSet(const std::filesystem::path& folder);

    /// Adds the rules of one text, named `file` in messages. Throws as the constructor does.
    void add(std::string_view text, const std::string& file);

    [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }

    /// A pattern that may match where a word or lemma stands.
    struct Candidate {
        std::uint32_t rule;
        std::uint32_t pattern;
    };
    [[nodiscard]] const std::vector<Candidate>* by_form(std::string_view lower_case_form) const;
    [[nodiscard]] const std::vector<Candidate>* by_lemma(LemmaId lemma) const;

    /// Numbers the lemmas of the patterns as this lexicon does; by_lemma answers for it from then on.
    void bind(const Lexicon& lexicon);

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Index = std::unordered_map<std::string, std::vector<Candidate>, Hash, std::equal_to<>>;

    void index(std::uint32_t rule);

    std::vector<Rule> rules_;
    Index forms_;
    Index lemmas_;
    std::unordered_map<LemmaId, std::vector<Candidate>> bound_;
    std::vector<bool> is_bound_;  ///< by LemmaId: worth looking up
};

}  // namespace relis::language
