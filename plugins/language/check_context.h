// What every check is given, and how it reports.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corrector.h"
#include "foreign.h"
#include "language/checker.h"
#include "language/reading.h"

namespace relis::language {

class CheckContext {
  public:
    CheckContext(const Reading& reading, const Corrector& corrector, const ForeignWords& foreign,
                 const CheckOptions& options)
        : reading(reading),
          corrector(corrector),
          foreign(foreign),
          tokens(reading.text().tokens()),
          options(options),
          unjudged(tokens.size(), false) {}

    const Reading& reading;
    const Corrector& corrector;
    const ForeignWords& foreign;
    const std::vector<Token>& tokens;
    const CheckOptions& options;
    std::vector<bool> unjudged;  ///< tokens of passages that cannot be judged: no check reports there
    std::vector<Fault> faults;

    [[nodiscard]] std::size_t size() const { return tokens.size(); }
    [[nodiscard]] bool is_word(std::size_t i) const { return i < size() && tokens[i].kind == TokenKind::word; }

    /// True when token i + 1 follows token i with nothing but white space between, in the same sentence.
    [[nodiscard]] bool adjacent(std::size_t i) const {
        return i + 1 < size() && tokens[i + 1].sentence == tokens[i].sentence;
    }

    /// Reports a fault from the start of token `first` to the end of token `last`.
    void report(std::string_view rule, FaultCategory category, std::size_t first, std::size_t last, std::string message,
                std::vector<std::string> suggestions = {}) {
        if (unjudged[first] || unjudged[last]) return;
        faults.push_back(
            {rule, category, tokens[first].start, tokens[last].end, std::move(message), std::move(suggestions)});
    }

    /// The suggestion in the letter case of the token it replaces: capital first where the token has one.
    [[nodiscard]] std::string in_case_of(std::size_t token, std::string_view suggestion) const;
};

// The checks, in the order in which they run. Earlier ones are more specific: where two faults overlap, the
// first reported stays.
void mark_unjudged_passages(CheckContext& context);  ///< foreign and garbled passages
void check_repetition(CheckContext& context);        ///< le le
void check_elision(CheckContext& context);           ///< le argent, si il, de le
void check_spelling(CheckContext& context);          ///< unknown words
void check_typography(CheckContext& context);        ///< spaces, capitals

}  // namespace relis::language
