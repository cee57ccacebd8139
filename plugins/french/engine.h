// Everything that judges one text: the lexical checks and the grammar, merged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <relis/finding.h>

#include "grammar/reading.h"
#include "language/checker.h"

namespace relis::french {

/// One fault of a text, in code points.
struct Fault {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    Category category = Category::spelling;
    std::string_view rule;  ///< lives as long as the engine
    std::string message;
    std::vector<std::string> suggestions;
};

struct Checked {
    std::vector<Fault> faults;  ///< in the order of the text
    std::size_t words = 0;
    std::size_t judged_words = 0;
};

/// Immutable; safe to call from several threads.
class Engine {
  public:
    /// Opens `french.lexicon` and `rules` in the folder; throws std::runtime_error where it cannot.
    explicit Engine(const std::filesystem::path& resources);

    /// The faults of a text. Where a lexical check and the grammar speak of one passage, the lexical check is heard: a
    /// misspelt word has no reading to agree with. The grammar is silent in passages that are not judged.
    [[nodiscard]] Checked check(std::string_view text, const language::CheckOptions& options) const;

  private:
    std::shared_ptr<const language::Lexicon> lexicon_;
    language::Checker checker_;
    grammar::Reader reader_;
};

}  // namespace relis::french
