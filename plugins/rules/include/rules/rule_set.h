// The rules of a folder, found by the words that they hold.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/lexicon.h"
#include "rules/index.h"
#include "rules/pattern.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

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

    /// What the matcher asks for.
    [[nodiscard]] const Patterns& patterns() const { return patterns_; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
    [[nodiscard]] const Index& index() const { return index_; }

  private:
    void read(std::string_view text, const std::string& file);
    void keep(Rule rule, const std::vector<Pattern>& patterns, const std::vector<Pattern>& exceptions);

    std::shared_ptr<const language::Lexicon> lexicon_;
    Vocabulary vocabulary_;
    Patterns patterns_;
    Index index_;
    std::vector<Rule> rules_;
    std::unordered_set<std::string> ids_;
    std::unordered_map<std::string, Condition> common_sets_;
    std::unordered_map<std::string, Element> known_elements_;  ///< while files are read
};

}  // namespace relis::rules
