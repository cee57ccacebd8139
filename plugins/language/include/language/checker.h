// Finds the faults of a French text. What a fault costs is the plugin's business, not this library's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/reading.h"
#include "language/text.h"

namespace relis::language {

enum class FaultCategory : std::uint8_t {
    spelling,
    grammar,
    syntax,
    typography,
    style,
    unknown_term,  ///< a word as likely a term as a fault: told, counted as nothing
    not_judged,    ///< a passage that cannot be judged (another language, garbled): told once, counted as nothing
};

/// One fault, with what the shopper is told.
struct Fault {
    std::string_view rule;  ///< stable id; lives as long as the Checker
    FaultCategory category = FaultCategory::spelling;
    std::uint32_t start = 0;  ///< code points of the text as submitted
    std::uint32_t end = 0;
    std::string message;                   ///< French
    std::vector<std::string> suggestions;  ///< replacements of [start, end), best first; may be empty
};

enum class Locale : std::uint8_t { canada, france };

/// Which spelling a programme asks for: both, the classic one, or that of 1990.
enum class SpellingNorm : std::uint8_t { either, classic, reformed };

struct CheckOptions {
    Locale locale = Locale::canada;
    SpellingNorm spelling = SpellingNorm::either;  ///< words in the other spelling are reported
    bool typography = true;                        ///< look for typography faults
    std::size_t suggestions = 5;                   ///< at most so many a fault, up to 10
    std::size_t suggested_words = 200;             ///< different unknown words of one text that get suggestions
    /// Accepts a word that the lexicon does not know (names, brands of a programme), given in lower case.
    /// Empty: none. Must be safe to call from the checking thread.
    std::function<bool(std::string_view)> accepts;
};

struct CheckResult {
    std::vector<Fault> faults;     ///< in the order of the text; faults of one passage never overlap
    std::size_t words = 0;         ///< words of the text
    std::size_t judged_words = 0;  ///< words outside the passages that cannot be judged
};

class Corrector;
class ForeignWords;

/// A check of this library, for lists and for people.
struct RuleInfo {
    std::string_view id;
    std::string_view title;  ///< French, a few words
    FaultCategory category = FaultCategory::spelling;
};

/// All checks, in the order of their ids.
[[nodiscard]] std::span<const RuleInfo> rules();

/// Checks texts against a lexicon. Immutable; safe to call from several threads. Time is linear in the text.
class Checker {
  public:
    explicit Checker(std::shared_ptr<const Lexicon> lexicon);
    Checker(const Checker&) = delete;
    Checker& operator=(const Checker&) = delete;
    ~Checker();

    /// Checks a text that has been looked up in this checker's lexicon.
    [[nodiscard]] CheckResult check(const Reading& reading, const CheckOptions& options) const;
    [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }

  private:
    std::shared_ptr<const Lexicon> lexicon_;
    std::unique_ptr<const Corrector> corrector_;
    std::unique_ptr<const ForeignWords> foreign_;
};

}  // namespace relis::language
