#include "corrector.h"

#include <limits>
#include <utility>

namespace relis::language {

std::shared_ptr<const Corrections> Corrector::of(std::string_view word) const {
    std::string key(word);
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = remembered_.find(key); found != remembered_.end()) return found->second;
    }
    auto corrections = std::make_shared<Corrections>();
    corrections->distance = std::numeric_limits<double>::max();
    for (Suggestion& suggestion : lexicon_.suggest(word, most)) {
        if (corrections->forms.empty()) corrections->distance = suggestion.distance;
        corrections->forms.push_back(std::move(suggestion.form));
    }
    const std::lock_guard lock(mutex_);
    if (remembered_.size() >= capacity) remembered_.clear();
    return remembered_.try_emplace(std::move(key), std::move(corrections)).first->second;
}

}  // namespace relis::language
