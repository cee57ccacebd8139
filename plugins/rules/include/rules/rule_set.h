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

    /// A pattern that may match where its anchor stands.
    struct Candidate {
        std::uint32_t rule;
        std::uint32_t pattern;
    };
    /// Patterns anchored in this form (lower case; an enclitic with its hyphen). One look-up, whatever the number of
    /// rules.
    [[nodiscard]] std::span<const Candidate> by_form(std::string_view form) const;
    /// Patterns anchored in this lemma.
    [[nodiscard]] std::span<const Candidate> by_lemma(language::LemmaId lemma) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    void index(std::uint32_t rule);

    std::shared_ptr<const language::Lexicon> lexicon_;
    std::vector<Rule> rules_;
    std::unordered_set<std::string> ids_;
    std::unordered_map<std::string, Condition> common_sets_;
    std::unordered_map<std::string, std::vector<Candidate>, Hash, std::equal_to<>> forms_;
    std::unordered_map<language::LemmaId, std::vector<Candidate>> lemmas_;
    std::vector<bool> is_anchor_;  ///< by LemmaId: worth looking up
};

}  // namespace relis::rules
