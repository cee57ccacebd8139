// Corrections of unknown words, remembered: writers repeat their misspellings.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/lexicon.h"

namespace relis::language {

struct Corrections {
    std::vector<std::string> forms;  ///< best first, at most Corrector::most
    double distance = 0;             ///< of the first one; very large where there is none
};

/// A bounded memory in front of Lexicon::suggest, which knows the usual mistakes besides (usual_mistakes.h). Safe to
/// share between threads.
class Corrector {
  public:
    static constexpr std::size_t most = 10;

    explicit Corrector(const Lexicon& lexicon) : lexicon_(lexicon) {}

    /// Corrections of a word in lower case. Never null.
    [[nodiscard]] std::shared_ptr<const Corrections> of(std::string_view lower_case_word) const;
    /// Whether a word in lower case has a correction as near as this: of(word)->distance <= distance, in less time.
    [[nodiscard]] bool has_within(std::string_view lower_case_word, double distance) const;

  private:
    static constexpr std::size_t capacity = 20000;

    const Lexicon& lexicon_;
    mutable std::mutex mutex_;
    struct Known {
        std::shared_ptr<const Corrections> all;  ///< null while they were not asked for
        double none_within = -1;                 ///< known to have none as near as this
    };
    Known& known(std::string_view word) const;

    mutable std::unordered_map<std::string, Known> remembered_;
};

}  // namespace relis::language
