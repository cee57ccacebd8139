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

  private:
    static constexpr std::size_t capacity = 20000;

    const Lexicon& lexicon_;
    mutable std::mutex mutex_;
    mutable std::unordered_map<std::string, std::shared_ptr<const Corrections>> remembered_;
};

}  // namespace relis::language
