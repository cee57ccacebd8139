// Everything that judges one text: rule files, lexical checks and grammar, merged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <relis/finding.h>

#include "grammar/check.h"
#include "grammar/reading.h"
#include "language/checker.h"
#include "rules/rule_set.h"

namespace relis::french {

/// One fault of a text, in code points.
struct Fault {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    Category category = Category::spelling;
    std::string_view rule;   ///< lives as long as the engine
    std::string_view title;  ///< French name of the rule; lives as long as the engine
    std::string message;
    std::vector<std::string> suggestions;
    bool of_rule_file = false;  ///< found by its words more than by how the sentence is read
};

struct Checked {
    std::vector<Fault> faults;  ///< in the order of the text
    std::size_t words = 0;
    std::size_t judged_words = 0;
};

/// Immutable; safe to call from several threads.
class Engine {
  public:
    /// Opens `french.lexicon` and the folder `rules` in the folder; throws std::runtime_error where it cannot.
    explicit Engine(const std::filesystem::path& resources);
    Engine(const std::filesystem::path& lexicon, const std::filesystem::path& rules);

    /// The faults of a text. Where several speak of one passage, the rule files are heard first, then the lexical
    /// checks, then the grammar: the more is known of the words, the more exact the message. A misspelt word has no
    /// reading to agree with: a sentence with such a word, or with one word for another, is read again as its
    /// correction has it (second_reading.h). Nothing but the passage itself is told of passages that are not judged.
    [[nodiscard]] Checked check(std::string_view text, const language::CheckOptions& options) const;

    /// The same of several texts, one result each. Each step goes over all of them before the next begins, which keeps
    /// its code and tables at hand: about a third faster than one text of twenty words after the other.
    [[nodiscard]] std::vector<Checked> check(std::span<const std::string_view> texts,
                                             const language::CheckOptions& options) const;

    [[nodiscard]] const rules::RuleSet& rules() const { return rules_; }

    /// What a rule is called.
    struct RuleName {
        std::string_view id;
        std::string_view title;
        Category category = Category::grammar;
        std::string_view source;  ///< rule file, or the library that checks it
    };
    /// Every rule, in the order of the ids.
    [[nodiscard]] const std::vector<RuleName>& rule_names() const { return rule_names_; }

  private:
    [[nodiscard]] std::vector<Checked> read_once(std::span<const language::Text> texts,
                                                 const language::CheckOptions& options) const;
    void read_again(std::span<const language::Text> texts, std::vector<Checked>& results,
                    const language::CheckOptions& options) const;
    [[nodiscard]] Checked merged(language::CheckResult lexical, std::vector<grammar::Fault> of_rules,
                                 std::vector<grammar::Fault> of_grammar, const language::CheckOptions& options) const;
    [[nodiscard]] std::string_view title_of(std::string_view rule) const;

    std::shared_ptr<const language::Lexicon> lexicon_;
    language::Checker checker_;
    grammar::Reader reader_;
    rules::RuleSet rules_;
    std::vector<RuleName> rule_names_;
};

}  // namespace relis::french
