// The rules of a folder, found by the words that they hold.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/lexicon.h"
#include "rules/rule.h"

namespace relis::rules {

/// A set of words and lemmas that may hold more than it was given, never less.
class Signature {
  public:
    void add_form(FormKey form) { add(form * 2U); }
    void add_lemma(language::LemmaId lemma) { add(lemma * 2U + 1U); }
    [[nodiscard]] bool meets(const Signature& other) const {
        return ((low_ & other.low_) | (high_ & other.high_)) != 0;
    }

  private:
    void add(std::uint32_t number) {
        const std::uint32_t bit = (number * 2654435761U) >> 25U;  // Knuth's multiplicative hash, 7 bits
        (bit < 64 ? low_ : high_) |= std::uint64_t{1} << (bit % 64U);
    }

    std::uint64_t low_ = 0;
    std::uint64_t high_ = 0;
};

/// All rules, numbered for one lexicon. Immutable once filled; then safe to share between threads.
class RuleSet {
  public:
    /// No rules yet.
    explicit RuleSet(std::shared_ptr<const language::Lexicon> lexicon);

    /// Reads every `*.rules` file of a folder and its folders: `common.rules` first, then in the order of their names.
    /// Throws std::runtime_error with file, line and column for a rule that cannot be read, has no example of each
    /// kind, or has the id of another.
    RuleSet(std::shared_ptr<const language::Lexicon> lexicon, const std::filesystem::path& folder);

    /// Adds the rules of one text, named `file` in messages. Its sets are known to it alone, unless it is named
    /// common.rules. Throws as the constructor does.
    void add(std::string_view text, const std::string& file);

    [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
    [[nodiscard]] const language::Lexicon& lexicon() const { return *lexicon_; }

    /// What a token near the anchor must be: a reading of these parts of speech, or a word or lemma among these.
    struct Guard {
        std::int32_t offset = 0;  ///< from the anchor's token; 0: no guard
        grammar::Parts parts = 0;
        Signature words;
    };
    /// A pattern that may match where its anchor stands. Its guards, the most selective ones before and after the
    /// anchor, dismiss most places without a look at the pattern.
    struct Candidate {
        std::uint32_t rule = 0;
        std::uint32_t pattern = 0;
        Guard before;
        Guard after;
    };
    /// A form that rules name.
    struct Form {
        FormKey key = no_form;
        std::vector<Candidate> candidates;  ///< anchored in it
    };
    /// The form of token i (an enclitic with its hyphens), or null where no rule names it. One look-up, whatever the
    /// number of rules.
    [[nodiscard]] const Form* find(const grammar::ReadText& text, std::size_t i) const;
    /// Patterns anchored in this lemma.
    [[nodiscard]] std::span<const Candidate> by_lemma(language::LemmaId lemma) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    void index(std::uint32_t rule);
    void number_forms(Pattern& pattern);

    std::shared_ptr<const language::Lexicon> lexicon_;
    std::vector<Rule> rules_;
    std::unordered_set<std::string> ids_;
    std::unordered_map<std::string, Condition> common_sets_;
    std::unordered_map<std::string, Form, Hash, std::equal_to<>> forms_;
    std::vector<const Form*> numbered_forms_ = {nullptr};  ///< by FormKey
    std::vector<std::uint16_t> by_form_;                   ///< by FormId: the FormKey of those that the lexicon has
    std::vector<std::vector<Candidate>> lemma_candidates_ = std::vector<std::vector<Candidate>>(1);  ///< 0: none
    std::vector<std::uint16_t> by_lemma_;  ///< by LemmaId: index into lemma_candidates_
};

}  // namespace relis::rules
